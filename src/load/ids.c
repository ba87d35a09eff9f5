/* Ids: which texts are ids, and what to write instead of others. */
#include "config.h"

#include <string.h>

#include "source_file.h"

bool is_id(const char *text, size_t len)
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

/* What an id could be made of: lower case, everything else one hyphen. */
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

bool id_check(struct source_file *file, const struct token *token)
{
	if (is_id(token->text, token->len))
		return true;
	struct buf slug = BUF_INIT;

	slug_add(&slug, token->text, token->len);
	file_diag(file, DIAG_ID_MALFORMED, token->at, "invalid id \"%.*s\"",
		  excerpt(token->text), token->text);
	diag_help(&file->diags,
		  "write %s%s%slower-case letters and digits, with - _ or . between, "
		  "and a letter first",
		  slug.len ? "\"" : "", slug.bytes, slug.len ? "\": " : "");
	buf_release(&slug);
	return false;
}

void id_read(struct source_file *file, const struct field *field, void *base,
	     const struct token *token)
{
	struct record *record = base;

	if (token->type != TOKEN_SCALAR || value_is_null(token))
		value_wrong(file, field, token);
	else if (id_check(file, token)) {
		record->id = arena_strndup(&file->arena, token->text, token->len);
		record->at = file_pos(file, token->at);
	}
}
