/* The tokens of a node with an anchor are logged, with the aliases in it resolved; an
 * alias replays that part of the log. */
#include "config.h"

#include "stream.h"

#include <string.h>

#include "source_file.h"

static struct yaml_anchor *anchor_at(struct stream *stream, size_t i)
{
	return (struct yaml_anchor *)(void *)stream->anchors.bytes + i;
}

static size_t log_count(const struct stream *stream)
{
	return stream->log.len / sizeof(struct token);
}

void alias_open(struct stream *stream, const char *name, size_t len)
{
	const struct yaml_anchor anchor = { .first = log_count(stream),
					    .depth = stream->depth };
	const char *kept = map_intern(&stream->names, name, len);
	size_t i = stream->anchors.len / sizeof anchor;

	buf_add(&stream->anchors, (const char *)&anchor, sizeof anchor);
	*map_put(&stream->names, kept, len, NULL) = i + 1;
	stream->open[stream->open_count++] = (int)i;
}

/* Aliases share the text, and what value_text() makes of it. */
static void keep(struct arena *arena, struct token *token)
{
	size_t len = token_trimmed(token);

	token->text = arena_strndup(arena, token->text, token->len);
	token->trimmed =
		len < token->len ? arena_strndup(arena, token->text, len) : token->text;
	token->is_kept = true;
}

void alias_log(struct stream *stream, struct token *token)
{
	if (!stream->open_count)
		return;
	if (token->type == TOKEN_SCALAR && !token->is_kept)
		keep(&stream->file->arena, token);
	buf_add(&stream->log, (const char *)token, sizeof *token);
	while (stream->open_count) {
		struct yaml_anchor *anchor =
			anchor_at(stream, (size_t)stream->open[stream->open_count - 1]);

		if (anchor->depth < stream->depth)
			return;
		anchor->end = log_count(stream);
		stream->open_count--;
	}
}

bool alias_replay(struct stream *stream, const char *name, struct spot at)
{
	const uint64_t *found = map_get(&stream->names, name, strlen(name));

	if (!found) {
		file_diag(stream->file, DIAG_ALIAS_UNKNOWN, at,
			  "no anchor has the name \"%s\"", quoted(stream->file, name));
		diag_help(&stream->file->diags, "write &%s before the value to repeat",
			  quoted(stream->file, name));
		return false;
	}
	const struct yaml_anchor *anchor = anchor_at(stream, *found - 1);

	if (!anchor->end) {
		file_diag(stream->file, DIAG_ALIAS_CYCLE, at,
			  "the alias \"%s\" is inside the value it names",
			  quoted(stream->file, name));
		diag_help(&stream->file->diags, "write the record's id instead");
		return false;
	}
	stream->alias = at;
	stream->replay = anchor->first;
	stream->replay_end = anchor->end;
	return true;
}
