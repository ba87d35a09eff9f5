/* The values that are lists and maps.  How many there are is known at the end, so
 * elements are gathered on unit->stack and then copied to where they stay. */
#include "config.h"

#include <assert.h>
#include <stdalign.h>
#include <string.h>

#include "unit.h"

/* What was gathered since `mark`: a copy in the unit's arena, and how many there are. */
static void *take(struct unit *unit, size_t mark, size_t size, int *count)
{
	size_t len = unit->stack.len - mark;
	void *copy = NULL;

	if (len) {
		copy = arena_alloc(&unit->arena, len);
		memcpy(copy, unit->stack.bytes + mark, len);
	}
	*count = (int)(len / size);
	buf_cut(&unit->stack, mark);
	return copy;
}

struct ref link_add(struct unit *unit, const struct token *token)
{
	struct link link = { .id = map_intern(&unit->words, token->text, token->len),
			     .line = token->at.line,
			     .column = token->at.column };
	struct ref ref = { KIND_PENDING + unit->number,
			   (uint32_t)(unit->links.len / sizeof link) };

	buf_add(&unit->links, (const char *)&link, sizeof link);
	return ref;
}

/* A list's next element in `*token`; false at its end.  A scalar is a list of one. */
static bool next_element(struct unit *unit, const struct token *start,
			 struct token *token, bool *is_first)
{
	if (start->type == TOKEN_LIST) {
		*token = stream_next(&unit->stream);
		return token->type != TOKEN_LIST_END && token->type != TOKEN_END;
	}
	*token = *start;
	bool more = *is_first;

	*is_first = false;
	return more;
}

static void push_ref(struct unit *unit, const struct field *field,
		     const struct token *token)
{
	if (token->type != TOKEN_SCALAR || !token->len) {
		value_wrong(unit, field, token);
	} else if (id_check(unit, token)) {
		struct ref ref = link_add(unit, token);

		buf_add(&unit->stack, (const char *)&ref, sizeof ref);
	}
}

void collect_refs(struct unit *unit, const struct field *field, void *base,
		  const struct token *token)
{
	size_t mark = unit->stack.len;
	struct token element;
	bool is_first = true;

	if (field->type == FIELD_REF) {
		push_ref(unit, field, token);
		if (unit->stack.len > mark)
			memcpy(field_member(field, base), unit->stack.bytes + mark,
			       sizeof(struct ref));
		buf_cut(&unit->stack, mark);
		return;
	}
	struct refs *refs = field_member(field, base);

	if (token->type == TOKEN_MAP) {
		value_wrong(unit, field, token);
		return;
	}
	while (next_element(unit, token, &element, &is_first))
		push_ref(unit, field, &element);
	refs->at = take(unit, mark, sizeof *refs->at, &refs->count);
}

/* The same few tags stand in many events. */
static const char *element_text(struct unit *unit, const struct field *field,
				const struct token *token)
{
	if (field->type != FIELD_TAGS || token->type != TOKEN_SCALAR ||
	    value_is_null(token) || !token->len)
		return value_text(unit, field, token);
	return map_intern(&unit->words, token->text, token->len);
}

void collect_texts(struct unit *unit, const struct field *field, void *base,
		   const struct token *token)
{
	size_t mark = unit->stack.len;
	struct strings *strings = field_member(field, base);
	struct token element;
	bool is_first = true;

	if (token->type == TOKEN_MAP) {
		value_wrong(unit, field, token);
		return;
	}
	while (next_element(unit, token, &element, &is_first)) {
		const char *text = element_text(unit, field, &element);

		if (text)
			buf_add(&unit->stack, (const char *)&text, sizeof text);
	}
	strings->at = take(unit, mark, sizeof *strings->at, &strings->count);
}

void pairs_add(struct unit *unit, struct pairs *pairs, const char *key, const char *value)
{
	struct pair *more =
		arena_array(&unit->arena, (size_t)pairs->count + 1, sizeof *more);

	if (pairs->count)
		memcpy(more, pairs->at, (size_t)pairs->count * sizeof *more);
	more[pairs->count++] = (struct pair){ key, value };
	pairs->at = more;
}

void collect_pairs(struct unit *unit, const struct field *field, void *base,
		   const struct token *token)
{
	size_t mark = unit->stack.len;
	struct pairs *pairs = field_member(field, base);
	struct map keys = { .arena = &unit->scratch };
	bool is_new = true;

	if (token->type != TOKEN_MAP) {
		value_wrong(unit, field, token);
		return;
	}
	for (;;) {
		struct token key = stream_next(&unit->stream);

		if (key.type == TOKEN_END || key.type == TOKEN_MAP_END)
			break;
		struct pair pair = { .key = value_text(unit, field, &key) };
		struct token value = stream_next(&unit->stream);

		if (pair.key)
			map_put(&keys, pair.key, strlen(pair.key), &is_new);
		if (pair.key && !is_new) {
			unit_error(unit, "key-duplicate", key.at,
				   "\"%.*s\" is given twice", excerpt(pair.key),
				   pair.key);
			diag_help(&unit->diags, "keep one of them");
			parse_skip(unit, &value);
			continue;
		}
		pair.value = value_text(unit, field, &value);
		if (pair.key && pair.value)
			buf_add(&unit->stack, (const char *)&pair, sizeof pair);
	}
	pairs->at = take(unit, mark, sizeof *pairs->at, &pairs->count);
}

static void element_wrong(struct unit *unit, const struct field *field,
			  const struct token *token)
{
	const char *name = field->shape->name;

	if (token->type == TOKEN_BAD)
		return;
	unit_error(unit, "type-wrong", token->at, "%s %s must be a map", article(name),
		   name);
	diag_help(&unit->diags, "write \"key: value\" pairs after the \"- \"");
	parse_lose(unit, token);
}

/* Gather the maps of a list; the caller takes them. */
static void push_maps(struct unit *unit, const struct field *field)
{
	alignas(max_align_t) char element[256];
	const struct shape *shape = field->shape;

	assert(shape->size <= sizeof element);
	for (;;) {
		struct token start = stream_next(&unit->stream);

		if (start.type == TOKEN_LIST_END || start.type == TOKEN_END)
			return;
		if (start.type != TOKEN_MAP) {
			element_wrong(unit, field, &start);
			continue;
		}
		memset(element, 0, shape->size);
		parse_map(unit, shape, element, &start);
		buf_add(&unit->stack, element, shape->size);
	}
}

void collect_list(struct unit *unit, const struct field *field, void *base,
		  const struct token *token)
{
	size_t mark = unit->stack.len;

	if (token->type != TOKEN_LIST) {
		value_wrong(unit, field, token);
		return;
	}
	push_maps(unit, field);
	*(const void **)field_member(field, base) =
		take(unit, mark, field->shape->size,
		     (int *)(void *)((char *)base + field->count_at));
}

/* A record that the file broke off in is forgotten, with all that it brought. */
static void collect_record(struct unit *unit, const struct shape *shape,
			   const struct token *start)
{
	struct list *list = &unit->lists[shape->kind];
	uint32_t points = unit->lists[KIND_POINT].count;
	size_t links = unit->links.len;

	parse_map(unit, shape, list_add(list, &unit->scratch, shape->size), start);
	if (!unit->stream.is_over)
		return;
	list_cut(&unit->lists[KIND_POINT], points);
	if (shape->kind != KIND_POINT)
		list_cut(list, list->count - 1);
	buf_cut(&unit->links, links);
}

void collect_records(struct unit *unit, const struct field *field, void *base,
		     const struct token *token)
{
	const struct shape *shape = field->shape;
	struct list *list = &unit->lists[shape->kind];
	uint32_t first = list->count;

	if (token->type != TOKEN_LIST) {
		value_wrong(unit, field, token);
		return;
	}
	for (;;) {
		struct token start = stream_next(&unit->stream);

		if (start.type == TOKEN_LIST_END || start.type == TOKEN_END)
			break;
		if (start.type == TOKEN_MAP)
			collect_record(unit, shape, &start);
		else
			element_wrong(unit, field, &start);
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

void collect_other_names(struct unit *unit, const struct field *field, void *base,
			 const struct token *token)
{
	size_t mark = unit->stack.len;
	struct buf line = BUF_INIT;
	int count;

	if (token->type != TOKEN_LIST) {
		value_wrong(unit, field, token);
		return;
	}
	push_maps(unit, field);
	const struct csl_name *names = take(unit, mark, sizeof *names, &count);

	for (int i = 0; i < count; i++)
		name_add(&line, &names[i]);
	if (line.len)
		pairs_add(unit, field_member(field, base), field->key,
			  arena_strndup(&unit->arena, line.bytes, line.len));
	buf_release(&line);
}
