/* Values that are lists and maps.  Their length is known only at the end, so elements
 * are collected on file->stack and then copied into the arena. */
#include "config.h"

#include <assert.h>
#include <stdalign.h>
#include <string.h>

#include "source_file.h"

/* Pop the elements above `mark` into the file's arena; `*count` of them. */
static void *take(struct source_file *file, size_t mark, size_t size, int *count)
{
	size_t len = file->stack.len - mark;
	void *copy = NULL;

	if (len) {
		copy = arena_alloc(&file->arena, len);
		memcpy(copy, file->stack.bytes + mark, len);
	}
	*count = (int)(len / size);
	buf_cut(&file->stack, mark);
	return copy;
}

static void push(struct source_file *file, const void *element, size_t size)
{
	buf_add(&file->stack, element, size);
	file->record_bytes += size;
}

struct ref link_add(struct source_file *file, const struct token *token)
{
	struct link link = { .id = map_intern(&file->words, token->text, token->len),
			     .line = token->at.line,
			     .column = token->at.column };
	struct ref ref = { KIND_PENDING + file->number,
			   (uint32_t)(file->links.len / sizeof link) };

	buf_add(&file->links, (const char *)&link, sizeof link);
	return ref;
}

/* Read the next element of a list; false at its end.  A scalar is a list of one. */
static bool next_element(struct source_file *file, const struct token *start,
			 struct token *token, bool *is_first)
{
	if (start->type == TOKEN_LIST) {
		*token = stream_next(&file->stream);
		return token->type != TOKEN_LIST_END && token->type != TOKEN_END;
	}
	*token = *start;
	bool more = *is_first;

	*is_first = false;
	return more;
}

static void push_ref(struct source_file *file, const struct field *field,
		     const struct token *token)
{
	if (token->type != TOKEN_SCALAR || !token->len) {
		value_wrong(file, field, token);
	} else if (id_check(file, token, field->kinds)) {
		struct ref ref = link_add(file, token);

		push(file, &ref, sizeof ref);
	}
}

void collect_refs(struct source_file *file, const struct field *field, void *base,
		  const struct token *token)
{
	size_t mark = file->stack.len;
	struct token element;
	bool is_first = true;

	if (field->type == FIELD_REF) {
		push_ref(file, field, token);
		if (file->stack.len > mark)
			memcpy(field_member(field, base), file->stack.bytes + mark,
			       sizeof(struct ref));
		buf_cut(&file->stack, mark);
		return;
	}
	struct refs *refs = field_member(field, base);

	if (token->type == TOKEN_MAP) {
		value_wrong(file, field, token);
		return;
	}
	while (next_element(file, token, &element, &is_first))
		push_ref(file, field, &element);
	refs->at = take(file, mark, sizeof *refs->at, &refs->count);
}

/* Tags are interned: many events share a few. */
static const char *element_text(struct source_file *file, const struct field *field,
				const struct token *token)
{
	if (field->type != FIELD_TAGS || token->type != TOKEN_SCALAR ||
	    value_is_null(token) || !token->len)
		return value_text(file, field, token);
	return map_intern(&file->words, token->text, token->len);
}

void collect_texts(struct source_file *file, const struct field *field, void *base,
		   const struct token *token)
{
	size_t mark = file->stack.len;
	struct strings *strings = field_member(field, base);
	struct token element;
	bool is_first = true;

	if (token->type == TOKEN_MAP) {
		value_wrong(file, field, token);
		return;
	}
	while (next_element(file, token, &element, &is_first)) {
		const char *text = element_text(file, field, &element);

		if (text)
			push(file, &text, sizeof text);
	}
	strings->at = take(file, mark, sizeof *strings->at, &strings->count);
}

void pairs_add(struct source_file *file, struct pairs *pairs, const char *key,
	       const char *value)
{
	struct pair *more =
		arena_array(&file->arena, (size_t)pairs->count + 1, sizeof *more);

	if (pairs->count)
		memcpy(more, pairs->at, (size_t)pairs->count * sizeof *more);
	more[pairs->count++] = (struct pair){ key, value };
	pairs->at = more;
}

void collect_pairs(struct source_file *file, const struct field *field, void *base,
		   const struct token *token)
{
	size_t mark = file->stack.len;
	struct pairs *pairs = field_member(field, base);
	struct map keys = { .arena = &file->scratch };
	bool is_new = true;

	if (token->type != TOKEN_MAP) {
		value_wrong(file, field, token);
		return;
	}
	for (;;) {
		struct token key = stream_next(&file->stream);

		if (key.type == TOKEN_END || key.type == TOKEN_MAP_END)
			break;
		struct pair pair = { .key = value_text(file, field, &key) };
		struct token value = stream_next(&file->stream);

		if (pair.key)
			map_put(&keys, pair.key, strlen(pair.key), &is_new);
		if (pair.key && !is_new) {
			file_diag(file, DIAG_KEY_DUPLICATE, key.at,
				  "duplicate key \"%s\"", quoted(file, pair.key));
			diag_help(&file->diags, "remove one of them");
			parse_skip(file, &value);
			continue;
		}
		pair.value = value_text(file, field, &value);
		if (pair.key && pair.value)
			push(file, &pair, sizeof pair);
	}
	pairs->at = take(file, mark, sizeof *pairs->at, &pairs->count);
}

static void element_wrong(struct source_file *file, const struct field *field,
			  const struct token *token)
{
	const char *name = field->shape->name;

	if (token->type == TOKEN_BAD)
		return;
	file_diag(file, DIAG_TYPE_WRONG, token->at, "%s %s must be a map", article(name),
		  name);
	diag_help(&file->diags, "write \"key: value\" pairs after the \"- \"");
	parse_skip_ids(file, token);
}

/* Push the maps of a list on the stack. */
static void push_maps(struct source_file *file, const struct field *field)
{
	alignas(max_align_t) char element[256];
	const struct shape *shape = field->shape;

	assert(shape->size <= sizeof element);
	for (;;) {
		struct token start = stream_next(&file->stream);

		if (start.type == TOKEN_LIST_END || start.type == TOKEN_END)
			return;
		if (start.type != TOKEN_MAP) {
			element_wrong(file, field, &start);
			continue;
		}
		memset(element, 0, shape->size);
		parse_map(file, shape, element, &start);
		push(file, element, shape->size);
	}
}

void collect_list(struct source_file *file, const struct field *field, void *base,
		  const struct token *token)
{
	size_t mark = file->stack.len;

	if (token->type != TOKEN_LIST) {
		value_wrong(file, field, token);
		return;
	}
	push_maps(file, field);
	*(const void **)field_member(field, base) =
		take(file, mark, field->shape->size,
		     (int *)(void *)((char *)base + field->count_at));
}

/* Drop a record, with its points, when it has no id or the file ends in it. */
static void collect_record(struct source_file *file, const struct shape *shape,
			   const struct token *start)
{
	struct list *list = &file->lists[shape->kind];
	uint32_t points = file->lists[KIND_POINT].count;
	size_t links = file->links.len;

	/* The first member of every record is a struct record. */
	struct record *record = list_add(list, &file->scratch, shape->size);

	file->record_bytes += shape->size;
	parse_map(file, shape, record, start);
	bool is_kept = record->id || shape->kind == KIND_POINT;

	file->has_dropped |= !is_kept;
	if (is_kept && !file->stream.is_over)
		return;
	list_cut(&file->lists[KIND_POINT], points);
	if (shape->kind != KIND_POINT)
		list_cut(list, list->count - 1);
	buf_cut(&file->links, links);
}

void collect_records(struct source_file *file, const struct field *field, void *base,
		     const struct token *token)
{
	const struct shape *shape = field->shape;
	struct list *list = &file->lists[shape->kind];
	uint32_t first = list->count;

	if (token->type != TOKEN_LIST) {
		value_wrong(file, field, token);
		return;
	}
	for (;;) {
		struct token start = stream_next(&file->stream);

		if (start.type == TOKEN_LIST_END || start.type == TOKEN_END)
			break;
		if (start.type == TOKEN_MAP)
			collect_record(file, shape, &start);
		else
			element_wrong(file, field, &start);
	}
	if (shape->kind == KIND_POINT)
		*(struct span *)field_member(field, base) =
			(struct span){ first, (int)(list->count - first) };
}

static void name_add(struct buf *line, const struct csl_name *name)
{
	const char *const words[] = { name->given, name->particle, name->family,
				      name->literal };

	buf_str(line, line->len ? "; " : "");
	for (size_t i = 0, any = 0; i < sizeof words / sizeof words[0]; i++)
		if (words[i])
			buf_printf(line, "%s%s", any++ ? " " : "", words[i]);
	if (name->suffix)
		buf_printf(line, ", %s", name->suffix);
}

void collect_other_names(struct source_file *file, const struct field *field, void *base,
			 const struct token *token)
{
	size_t mark = file->stack.len;
	struct buf line = BUF_INIT;
	int count;

	if (token->type != TOKEN_LIST) {
		value_wrong(file, field, token);
		return;
	}
	push_maps(file, field);
	const struct csl_name *names = take(file, mark, sizeof *names, &count);

	for (int i = 0; i < count; i++)
		name_add(&line, &names[i]);
	if (line.len)
		pairs_add(file, field_member(field, base), field->key,
			  arena_strndup(&file->arena, line.bytes, line.len));
	buf_release(&line);
}
