#include "config.h"

#include "stream.h"

#include <string.h>

#include "base/fail.h"
#include "lines.h"
#include "source_file.h"

/* Common syntax errors: the message of libyaml, ours, and the correction. */
static const struct {
	const char *problem, *words, *help;
} faults[] = {
	{ "found character that cannot start any token",
	  "a plain value cannot start with this character",
	  "indent with spaces, not tabs; quote a value that starts with @, ` or %" },
	{ "mapping values are not allowed in this context", "unexpected key",
	  "quote a value that contains \": \"" },
	{ "could not find expected ':'", "expected \"key: value\" (missing colon)",
	  "add the colon, or indent a continuation line" },
	{ "did not find expected key", "expected a key",
	  "indent all keys of a map alike; quote a value that contains quotes" },
	{ "did not find expected '-' indicator", "expected a list item",
	  "start it with \"- \", and indent all items of a list alike" },
	{ "did not find expected ',' or ']'", "expected a comma or ]",
	  "close the list with ]" },
	{ "did not find expected ',' or '}'", "expected a comma or }",
	  "close the map with }" },
	{ "found unexpected end of stream", "unterminated quotation marks",
	  "close the quotation marks" },
	{ "found unexpected document indicator", "unterminated quotation marks",
	  "close the quotation marks" },
	{ "did not find expected node content", "expected a value",
	  "write a value, or remove a comma or bracket too many" },
	{ "did not find expected <document start>", "expected the end of the file",
	  "indent all keys of the file alike; remove a bracket too many" },
};

void stream_stop(struct stream *stream)
{
	stream->is_over = true;
	stream->file->is_broken = true;
}

/* diag_help() may follow. */
static void stop_at(struct stream *stream, enum diag_id id, struct spot at,
		    const char *message)
{
	file_diag(stream->file, id, at, "%s", message);
	stream_stop(stream);
	lines_skipped_ids(stream->file, at.line);
}

static struct spot spot_of(const yaml_mark_t *start, const yaml_mark_t *end)
{
	struct spot spot = { .line = (unsigned)start->line + 1,
			     .column = (unsigned)start->column + 1 };

	if (end && end->line == start->line && end->column > start->column)
		spot.width = (unsigned)(end->column - start->column);
	return spot;
}

/* The file is too large, or not UTF-8 text. */
static void stop_at_bytes(struct stream *stream, const char *problem, size_t offset)
{
	struct spot at;

	if (stream->read_error) {
		stream_stop_unreadable(stream, strerror(stream->read_error));
		return;
	}
	if (stream->read > LIMIT_FILE) { /* it has grown */
		stream_stop_large(stream);
		return;
	}
	at = lines_spot(stream->file, offset);
	if (strstr(problem, "control")) {
		stop_at(stream, DIAG_YAML_ENCODING, at, "control character");
		diag_help(&stream->file->diags, "remove it");
		return;
	}
	/* The offset is that of the invalid trailing byte, not of the sequence. */
	if (strstr(problem, "trailing") && at.column > 1)
		at.column--;
	stop_at(stream, DIAG_YAML_ENCODING, at, "invalid UTF-8");
	diag_help(&stream->file->diags, "remove it, or save the file as UTF-8");
}

static void stop_at_fault(struct stream *stream)
{
	const yaml_parser_t *parser = &stream->parser;
	const char *problem = parser->problem ? parser->problem : "invalid YAML";

	if (parser->error == YAML_MEMORY_ERROR)
		fail_memory();
	if (parser->error == YAML_READER_ERROR) {
		stop_at_bytes(stream, problem, parser->problem_offset);
		return;
	}
	const char *help = "check the indentation, brackets and quotation marks here";

	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
		if (!strcmp(problem, faults[i].problem)) {
			problem = faults[i].words;
			help = faults[i].help;
			break;
		}
	struct buf message = BUF_INIT;

	buf_str(&message, problem);
	if (parser->context && parser->context_mark.line != parser->problem_mark.line)
		buf_printf(&message, " %s that starts on line %zu", parser->context,
			   parser->context_mark.line + 1);
	stop_at(stream, DIAG_YAML_SYNTAX, spot_of(&parser->problem_mark, NULL),
		message.bytes);
	diag_help(&stream->file->diags, "%s", help);
	buf_release(&message);
}

/* Read the next content event; false at the end and after a fatal error. */
static bool next_event(struct stream *stream)
{
	for (;;) {
		if (stream->has_event)
			yaml_event_delete(&stream->event);
		stream->has_event = yaml_parser_parse(&stream->parser, &stream->event);
		if (!stream->has_event) {
			stop_at_fault(stream);
			return false;
		}
		switch ((int)stream->event.type) {
		case YAML_STREAM_END_EVENT:
			stream->is_over = true;
			return false;
		case YAML_SCALAR_EVENT:
		case YAML_ALIAS_EVENT:
		case YAML_SEQUENCE_START_EVENT:
		case YAML_SEQUENCE_END_EVENT:
		case YAML_MAPPING_START_EVENT:
		case YAML_MAPPING_END_EVENT:
			return true;
		default:
			break;
		}
	}
}

/* The first control character in the bytes, or -1. */
static int control_in(const char *text, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;

	for (size_t i = 0; i < len; i++) {
		if (bytes[i] < 0x20 && bytes[i] != '\n' && bytes[i] != '\t')
			return bytes[i];
		if (bytes[i] == 0x7f)
			return bytes[i];
		if (bytes[i] == 0xc2 && i + 1 < len && bytes[i + 1] < 0xa0)
			return bytes[i + 1];
	}
	return -1;
}

static struct token scalar(struct stream *stream, struct token token)
{
	const yaml_event_t *event = &stream->event;
	yaml_scalar_style_t style = event->data.scalar.style;

	token.text = (const char *)event->data.scalar.value;
	token.len = event->data.scalar.length;
	token.is_plain = style == YAML_PLAIN_SCALAR_STYLE;
	token.is_block =
		style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
	/* libyaml rejects raw control characters; only escapes remain. */
	bool has_escapes =
		style == YAML_DOUBLE_QUOTED_SCALAR_STYLE && !token_is_literal(&token);
	int control = has_escapes ? control_in(token.text, token.len) : -1;

	if (has_escapes)
		hidden_check(stream->file, &token);
	if (control < 0 && token.len <= LIMIT_SCALAR)
		return token;
	if (control >= 0) {
		file_diag(stream->file, DIAG_TEXT_CONTROL, token.at,
			  "the text contains the control character U+%04X", control);
		diag_help(&stream->file->diags, "remove it");
	} else {
		file_diag(stream->file, DIAG_TEXT_LONG, token.at,
			  "the text is longer than 1 MiB");
		diag_help(&stream->file->diags,
			  "quote the relevant words; the whole text belongs in a file "
			  "of its own (custom: text)");
	}
	token.type = TOKEN_BAD;
	return token;
}

/* Only tags of the core schema are allowed, since the field tables define all types. */
static void check_tag(struct stream *stream, const unsigned char *tag, struct spot at)
{
	if (!tag || !strncmp((const char *)tag, "tag:yaml.org,2002:", 18) ||
	    !strcmp((const char *)tag, "!"))
		return;
	file_diag(stream->file, DIAG_YAML_TAG, at, "tags are not supported: \"%s\"",
		  quoted(stream->file, (const char *)tag));
	diag_help(&stream->file->diags, "remove it");
}

static void open_anchor(struct stream *stream, const unsigned char *name)
{
	if (name)
		alias_open(stream, (const char *)name, strlen((const char *)name));
}

static struct token read_token(struct stream *stream)
{
	struct token token = { .type = TOKEN_END };
	const yaml_event_t *event = &stream->event;

	if (!next_event(stream))
		return token;
	token.at = spot_of(&event->start_mark, &event->end_mark);
	switch ((int)event->type) {
	case YAML_SCALAR_EVENT:
		check_tag(stream, event->data.scalar.tag, token.at);
		open_anchor(stream, event->data.scalar.anchor);
		token.type = TOKEN_SCALAR;
		return scalar(stream, token);
	case YAML_SEQUENCE_START_EVENT:
		check_tag(stream, event->data.sequence_start.tag, token.at);
		open_anchor(stream, event->data.sequence_start.anchor);
		token.type = TOKEN_LIST;
		return token;
	case YAML_MAPPING_START_EVENT:
		check_tag(stream, event->data.mapping_start.tag, token.at);
		open_anchor(stream, event->data.mapping_start.anchor);
		token.type = TOKEN_MAP;
		return token;
	case YAML_SEQUENCE_END_EVENT:
		token.type = TOKEN_LIST_END;
		return token;
	case YAML_MAPPING_END_EVENT:
		token.type = TOKEN_MAP_END;
		return token;
	default:
		token.type = TOKEN_BAD;
		if (alias_replay(stream, (const char *)event->data.alias.anchor,
				 token.at))
			token.type = TOKEN_END; /* see stream_next() */
		return token;
	}
}

static struct token replayed(struct stream *stream)
{
	const struct token *log = (const struct token *)(void *)stream->log.bytes;
	struct token token = log[stream->replay++];

	stream->expanded++;
	stream->expanded_bytes += token.len;
	return token;
}

/* A limit of the file that is exceeded, and how to stay below it; NULL: none. */
static const char *find_limit(const struct stream *stream, const char **help)
{
	*help = "write ids instead of aliases";
	if (stream->expanded > LIMIT_EXPANDED)
		return "the aliases of this file expand to more than 100,000 values";
	if (stream->expanded_bytes > LIMIT_EXPANDED_BYTES)
		return "the aliases of this file expand to more than 16 MiB of text";
	if (stream->log.len / sizeof(struct token) > LIMIT_ANCHORED)
		return "more than 400,000 values of this file have anchors";
	return NULL;
}

/* Do the records take more memory than those of a file of this length should? */
static bool has_many_records(const struct stream *stream)
{
	size_t records = stream->file->record_bytes;

	return records > LIMIT_RECORDS &&
	       records / LIMIT_GROWTH > stream->parser.mark.index;
}

/* Stop at a limit; false when there is none. */
static bool stop_at_limit(struct stream *stream, const struct token *token)
{
	const char *help, *message = find_limit(stream, &help);

	if (message) {
		stop_at(stream, DIAG_ALIAS_LIMIT,
			stream->expanded ? stream->alias : token->at, message);
	} else if (has_many_records(stream)) {
		stop_at(stream, DIAG_RECORDS_MANY, token->at,
			"the records of this file take more than 40 MiB of memory, "
			"and three times the bytes read");
		help = "split it: every *.yaml file of the directory is read";
	} else if (stream->depth > LIMIT_DEPTH) {
		stop_at(stream, DIAG_DEPTH, token->at,
			"lists and maps are nested more than 64 deep");
		help = "close a bracket; no dossier needs more than eight levels";
	} else {
		return false;
	}
	diag_help(&stream->file->diags, "%s", help);
	return true;
}

struct token stream_next(struct stream *stream)
{
	struct token token = { .type = TOKEN_END };

	if (stream->is_over)
		return token;
	if (stream->file->diags.error_count >= LIMIT_ERRORS) {
		file_diag(stream->file, DIAG_ERRORS_MANY,
			  spot_of(&stream->parser.mark, NULL),
			  "too many errors; the rest of the file is not read");
		stream_stop(stream);
		return token;
	}
	if (stream->replay == stream->replay_end)
		token = read_token(stream);
	if (token.type == TOKEN_END && stream->replay < stream->replay_end)
		token = replayed(stream);
	if (token.type == TOKEN_END)
		return token;
	if (token.type == TOKEN_LIST || token.type == TOKEN_MAP)
		stream->depth++;
	if (token.type == TOKEN_LIST_END || token.type == TOKEN_MAP_END)
		stream->depth--;
	if (stop_at_limit(stream, &token))
		return (struct token){ .type = TOKEN_END };
	alias_log(stream, &token);
	return token;
}
