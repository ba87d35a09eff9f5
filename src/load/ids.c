/* Ids: their syntax, and suggestions for invalid ones. */
#include "config.h"

#include <string.h>

#include "source_file.h"
#include "text/clean.h"
#include "text/excerpt.h"

enum {
	ID_LONGEST = EXCERPT_MOST, /* bytes, so that messages quote all of it */
	KIND_KEYED = 1u << KIND_REFERENCE
};

static bool is_plain(const char *text, size_t len)
{
	bool after_mark = true;

	if (!len || text[0] < 'a' || text[0] > 'z')
		return false;
	for (size_t i = 0; i < len; i++) {
		bool is_word = (text[i] >= 'a' && text[i] <= 'z') ||
			       (text[i] >= '0' && text[i] <= '9');

		if (!is_word && (after_mark || !memchr("-_.", text[i], 3)))
			return false;
		after_mark = !is_word;
	}
	return !after_mark;
}

/* Can pandoc read it as `@{key}`? */
static bool is_citation_key(const char *text, size_t len)
{
	int depth = 0;

	for (size_t i = 0; i < len && depth >= 0; i++)
		depth += (text[i] == '{') - (text[i] == '}');
	return len && !depth && clean_is_word(text, len);
}

bool is_id(const char *text, size_t len, unsigned kinds)
{
	if (len > ID_LONGEST)
		return false;
	return is_plain(text, len) || (kinds & KIND_KEYED && is_citation_key(text, len));
}

/* Suggest an id: in lower case, with one hyphen for each run of other characters. */
static void slug_add(struct buf *slug, const char *text, size_t len)
{
	for (size_t i = 0; i < len && slug->len < 60; i++) {
		char c =
			text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9' && slug->len))
			buf_char(slug, c);
		else if (slug->len && slug->bytes[slug->len - 1] != '-')
			buf_char(slug, '-');
	}
	while (slug->len && slug->bytes[slug->len - 1] == '-')
		buf_cut(slug, slug->len - 1);
}

static void report_key(struct source_file *file, const struct token *token)
{
	file_diag(file, DIAG_ID_MALFORMED, token->at, "invalid citation key \"%s\"",
		  quoted(file, token->text));
	diag_help(&file->diags,
		  token->len > ID_LONGEST
			  ? "write a key of at most %d bytes"
			  : "write a key without blanks and unpaired braces",
		  ID_LONGEST);
}

static void report_id(struct source_file *file, const struct token *token)
{
	struct buf slug = BUF_INIT;

	slug_add(&slug, token->text, token->len);
	file_diag(file, DIAG_ID_MALFORMED, token->at, "invalid id \"%s\"",
		  quoted(file, token->text));
	if (token->len > ID_LONGEST)
		diag_help(&file->diags, "write an id of at most %d bytes", ID_LONGEST);
	else
		diag_help(&file->diags,
			  "write %s%s%slower-case letters and digits, with - _ or . "
			  "between, and a letter first",
			  slug.len ? "\"" : "", slug.bytes, slug.len ? "\": " : "");
	buf_release(&slug);
}

bool id_check(struct source_file *file, const struct token *token, unsigned kinds)
{
	if (is_id(token->text, token->len, kinds))
		return true;
	if (kinds & KIND_KEYED)
		report_key(file, token);
	else
		report_id(file, token);
	return false;
}

void id_read(struct source_file *file, const struct field *field, void *base,
	     const struct token *token)
{
	struct record *record = base;
	unsigned kinds = field->type == FIELD_KEY ? KIND_KEYED : 0;

	if (token->type != TOKEN_SCALAR || value_is_null(token))
		value_wrong(file, field, token);
	else if (id_check(file, token, kinds)) {
		record->id = arena_strndup(&file->arena, token->text, token->len);
		record->at = file_pos(file, token->at);
	}
}

unsigned id_width(const char *id)
{
	unsigned width = 0;

	for (; id && *id; id++)
		width += ((unsigned char)*id & 0xc0) != 0x80;
	return width;
}
