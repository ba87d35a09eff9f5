/* From tokens to records, by the field tables. */
#include "config.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "checks.h"
#include "source_file.h"
#include "text/excerpt.h"
#include "text/near.h"

enum { CHUNK_FIRST = 8, CHUNK_MOST = 512 };

struct chunk {
	struct chunk *next;
	uint32_t count, room;
	alignas(max_align_t) char bytes[];
};

void *list_add(struct list *list, struct arena *arena, size_t size)
{
	struct chunk *chunk = list->last;

	if (!chunk || chunk->count == chunk->room) {
		uint32_t room = chunk ? chunk->room * 2 : CHUNK_FIRST;

		if (room > CHUNK_MOST)
			room = CHUNK_MOST;
		struct chunk *more = arena_alloc(arena, sizeof *more + room * size);

		more->room = room;
		*(chunk ? &chunk->next : &list->first) = more;
		list->last = chunk = more;
	}
	list->count++;
	/* The slot may contain a dropped record. */
	return memset(chunk->bytes + chunk->count++ * size, 0, size);
}

void list_cut(struct list *list, uint32_t count)
{
	struct chunk *chunk = list->first;

	if (count >= list->count)
		return;
	list->count = count;
	for (; count > chunk->count; chunk = chunk->next)
		count -= chunk->count;
	chunk->count = count;
	chunk->next = NULL;
	list->last = chunk;
}

char *list_copy(const struct list *list, size_t size, char *to)
{
	for (const struct chunk *chunk = list->first; chunk; chunk = chunk->next) {
		memcpy(to, chunk->bytes, chunk->count * size);
		to += chunk->count * size;
	}
	return to;
}

const void **list_addresses(const struct list *list, size_t size, const void **to)
{
	for (const struct chunk *chunk = list->first; chunk; chunk = chunk->next)
		for (uint32_t i = 0; i < chunk->count; i++)
			*to++ = chunk->bytes + i * size;
	return to;
}

struct src_pos file_pos(const struct source_file *file, struct spot spot)
{
	return (struct src_pos){ file->source.name, spot.line, spot.column };
}

const char *quoted(struct source_file *file, const char *text)
{
	return excerpt(&file->diag_arena, text);
}

void file_diag(struct source_file *file, enum diag_id id, struct spot at,
	       const char *format, ...)
{
	va_list args;

	va_start(args, format);
	diag_add_args(&file->diags,
		      (struct diag_head){ id, file_pos(file, at), at.width }, format,
		      args);
	va_end(args);
}

void parse_skip(struct source_file *file, const struct token *token)
{
	int depth = token->type == TOKEN_LIST || token->type == TOKEN_MAP;

	while (depth) {
		struct token next = stream_next(&file->stream);

		if (next.type == TOKEN_END)
			return;
		if (next.type == TOKEN_LIST || next.type == TOKEN_MAP)
			depth++;
		if (next.type == TOKEN_LIST_END || next.type == TOKEN_MAP_END)
			depth--;
	}
}

void parse_skip_ids(struct source_file *file, const struct token *token)
{
	struct token next = *token;

	for (int depth = 0;; next = stream_next(&file->stream)) {
		if (next.type == TOKEN_END)
			return;
		if (next.type == TOKEN_SCALAR &&
		    is_id(next.text, next.len, 1u << KIND_REFERENCE))
			map_intern(&file->skipped_ids, next.text, next.len);
		if (next.type == TOKEN_LIST || next.type == TOKEN_MAP)
			depth++;
		if (next.type == TOKEN_LIST_END || next.type == TOKEN_MAP_END)
			depth--;
		if (!depth)
			return;
	}
}

/* Keys are usually in table order, so the search starts after the previous match. */
static const struct field *find_field(const struct shape *shape, const struct token *key,
				      int *after)
{
	for (int i = 0; i < shape->count; i++) {
		int at = *after + i < shape->count ? *after + i
						   : *after + i - shape->count;
		const struct field *field = &shape->fields[at];

		if (!strcmp(field->key, key->text)) {
			*after = at + 1;
			return field;
		}
	}
	return NULL;
}

/* A key that this one may be a misspelling of is not also reported as missing. */
static void report_unknown(struct source_file *file, const struct shape *shape,
			   const struct token *key, struct spot *spots)
{
	struct near near = { .word = key->text };

	if (key->len == 2 && !memcmp(key->text, "<<", 2)) {
		file_diag(file, DIAG_KEY_MERGE, key->at, "merge keys are not supported");
		diag_help(&file->diags, "write out the keys, or use an alias as a value");
		for (int i = 0; i < shape->count; i++)
			spots[i].width = 1;
		return;
	}
	file_diag(file, DIAG_KEY_UNKNOWN, key->at, "%s %s has no key \"%s\"",
		  article(shape->name), shape->name, quoted(file, key->text));
	for (int i = 0; i < shape->count; i++)
		near_try(&near, shape->fields[i].key);
	if (near.best) {
		diag_help(&file->diags, "did you mean \"%s\"?", near.best);
		for (int i = 0; i < shape->count; i++)
			spots[i].width |= near.best == shape->fields[i].key;
		return;
	}
	if (shape == &date_shape) {
		diag_help(&file->diags, "quote an EDTF set");
		return;
	}
	struct buf keys = BUF_INIT;

	for (int i = 0; i < shape->count && i < 24; i++)
		buf_printf(&keys, "%s%s", i ? ", " : "", shape->fields[i].key);
	diag_help(&file->diags, "its keys are: %s%s", keys.bytes,
		  shape->count > 24 ? " ..." : "");
	buf_release(&keys);
}

static void check_required(const struct frame *frame)
{
	const struct shape *shape = frame->shape;

	for (int i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];

		if (!field->is_required || frame->spots[i].line || frame->spots[i].width)
			continue;
		file_diag(frame->file, DIAG_KEY_MISSING, frame->at,
			  "this %s has no \"%s\"", shape->name, field->key);
		diag_help(&frame->file->diags, "add \"%s: ...\" (%s)", field->key,
			  field->help);
	}
}

/* Required texts are never NULL in the model: missing or invalid ones are empty. */
static void fill_required(const struct shape *shape, void *base)
{
	for (int i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];
		bool is_text = field->type == FIELD_TEXT || field->type == FIELD_LINE ||
			       field->type == FIELD_NAME;
		const char **text = field_member(field, base);

		if (field->is_required && is_text && !*text)
			*text = "";
	}
}

/* Read the value of a key, whose token was already read. */
static void parse_pair(struct frame *frame, const struct token *key, int *after,
		       struct spot *spots)
{
	struct source_file *file = frame->file;
	const struct field *field = NULL;
	struct spot at = key->at;

	if (key->type == TOKEN_SCALAR) {
		field = find_field(frame->shape, key, after);
		if (!field)
			report_unknown(file, frame->shape, key, spots);
	} else if (key->type != TOKEN_BAD) {
		file_diag(file, DIAG_TYPE_WRONG, key->at, "a key must be a scalar");
		diag_help(&file->diags, "write \"key: value\"");
		parse_skip(file, key);
	}
	struct token value = stream_next(&file->stream);

	if (field && spots[field - frame->shape->fields].line) {
		file_diag(file, DIAG_KEY_DUPLICATE, at, "duplicate key \"%s\"",
			  field->key);
		diag_see(&file->diags,
			 file_pos(file, spots[field - frame->shape->fields]),
			 "the first one is here");
		diag_help(&file->diags, "merge the two values under one key");
		field = NULL;
	}
	if (!field) {
		parse_skip_ids(file, &value);
		return;
	}
	spots[field - frame->shape->fields] = value.at;
	parse_value(file, field, frame->base, &value);
}

void parse_map(struct source_file *file, const struct shape *shape, void *base,
	       const struct token *start)
{
	struct spot spots[FIELDS_MOST];
	struct frame frame = { file, shape, base, start->at, spots };
	int after = 0;

	memset(spots, 0, (size_t)shape->count * sizeof spots[0]);
	frame.at.width = 0;
	if (shape->has_place)
		*(struct src_pos *)(void *)((char *)base + shape->place_at) =
			file_pos(file, start->at);
	struct token key = stream_next(&file->stream);

	for (; key.type != TOKEN_END && key.type != TOKEN_MAP_END;
	     key = stream_next(&file->stream))
		parse_pair(&frame, &key, &after, spots);
	fill_required(shape, base);
	if (key.type == TOKEN_END)
		return;
	check_required(&frame);
	check_map(&frame);
}

struct spot frame_spot(const struct frame *frame, const char *key)
{
	for (int i = 0; i < frame->shape->count; i++)
		if (!strcmp(frame->shape->fields[i].key, key))
			return frame->spots[i];
	return frame->at;
}

void source_file_read(struct source_file *file)
{
	file->diags.arena = &file->diag_arena;
	file->diags.most = LIMIT_ERRORS;
	file->words.arena = &file->arena;
	file->skipped_ids.arena = &file->diag_arena;
	file->links = file->stack = (struct buf)BUF_INIT;
	if (!stream_open(&file->stream, file))
		return;
	for (;;) {
		struct token token = stream_next(&file->stream);

		if (token.type == TOKEN_END)
			break;
		if (token.type == TOKEN_MAP)
			parse_map(file, &file_shape, &file->about, &token);
		else if (token.type != TOKEN_SCALAR || token.len) {
			file_diag(file, DIAG_TYPE_WRONG, token.at,
				  "a file must be a map");
			diag_help(&file->diags, "start with a key such as \"events:\"");
			parse_skip(file, &token);
		}
	}
	stream_close(&file->stream);
	buf_release(&file->stack);
	arena_clear(&file->dates);
}

void source_file_release(struct source_file *file)
{
	arena_clear(&file->arena);
	arena_clear(&file->scratch);
	arena_clear(&file->diag_arena);
	buf_release(&file->links);
}
