/* Values that are dates: EDTF, our map, and the forms of CSL. */
#include "config.h"

#include <string.h>

#include "source_file.h"

enum { DATES_KEPT = 256 };

static unsigned characters(const char *text, size_t len)
{
	unsigned count = 0;

	for (size_t i = 0; i < len; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

bool token_is_literal(const struct token *token)
{
	unsigned quotes = token->is_plain ? 0 : 2;

	return !token->is_block && token->at.width &&
	       characters(token->text, token->len) + quotes == token->at.width;
}

static void report_date(struct source_file *file, const struct token *token,
			const struct date_fault *fault)
{
	struct spot at = token->at;

	if (token_is_literal(token) && fault->at <= token->len) {
		at.column += characters(token->text, fault->at) + !token->is_plain;
		at.width =
			characters(token->text + fault->at,
				   fault->len <= token->len - fault->at ? fault->len : 0);
	}
	file_diag(file, DIAG_DATE_BAD, at, "%s", quoted(file, fault->message));
	diag_help(&file->diags, "%s",
		  fault->remedy
			  ? quoted(file, fault->remedy)
			  : "write EDTF: 2022-12-12, 2022-12, 2022, 2022~, 2001/2005");
}

void value_edtf(struct source_file *file, struct when *when, const struct token *token)
{
	struct date_fault fault = { 0 };
	struct buf inside = BUF_INIT;

	if (++file->date_count % DATES_KEPT == 0)
		arena_clear(&file->dates);
	const struct date *date =
		date_parse(&file->dates, token->text, token->len, &fault);

	if (!date) {
		report_date(file, token, &fault);
		return;
	}
	when->edtf = token->is_kept
			     ? token->text
			     : arena_strndup(&file->arena, token->text, token->len);
	when->extent = date_extent(date);
	date_extent_keep(&when->extent, &file->arena);
	if (date_seems_supplied(date, &inside)) {
		file_diag(file, DIAG_DATE_BRACKETS, token->at,
			  "\"%s\" is a set of one date", quoted(file, token->text));
		diag_help(&file->diags,
			  "for a supplied date write "
			  "{edtf: %s, supplied: true, basis: ...}",
			  quoted(file, inside.bytes));
	} else if (date_warning(date)) {
		file_diag(file, DIAG_DATE_ODD, token->at, "%s", date_warning(date));
		diag_help(&file->diags, "write at least one of its ends, or remove the "
					"date");
	}
	buf_release(&inside);
}

void date_read_edtf(struct source_file *file, const struct field *field, void *base,
		    const struct token *token)
{
	if (token->type == TOKEN_SCALAR && !value_is_null(token))
		value_edtf(file, field_member(field, base), token);
	else
		value_wrong(file, field, token);
}

/* `date: [2017]` is a YAML list; its author meant a supplied date. */
static void report_brackets(struct source_file *file, const struct token *token)
{
	struct token inner = stream_next(&file->stream);

	const char *date = inner.type == TOKEN_SCALAR ? inner.text : "2017";

	file_diag(file, DIAG_DATE_LIST, token->at,
		  "brackets make this a list, not a date");
	diag_help(&file->diags,
		  "for a supplied date write {edtf: %s, supplied: "
		  "true, basis: ...}; quote an EDTF set",
		  quoted(file, date));
	if (inner.type == TOKEN_LIST_END || inner.type == TOKEN_END)
		return;
	parse_skip(file, &inner);
	parse_skip(file, token);
}

void date_read(struct source_file *file, const struct field *field, void *base,
	       const struct token *token)
{
	if (token->type == TOKEN_MAP)
		parse_map(file, field->shape, field_member(field, base), token);
	else if (token->type == TOKEN_LIST)
		report_brackets(file, token);
	else
		date_read_edtf(file, field, base, token);
}

void date_read_csl(struct source_file *file, const struct field *field, void *base,
		   const struct token *token)
{
	struct csl_date date = { 0 };

	if (token->type == TOKEN_MAP) {
		parse_map(file, field->shape, &date, token);
		*(struct when *)field_member(field, base) = date.when;
	} else {
		date_read(file, field, base, token);
	}
}

void date_read_other(struct source_file *file, const struct field *field, void *base,
		     const struct token *token)
{
	struct when when = { 0 };
	struct field date = *field;

	date.at = 0;
	date_read_csl(file, &date, &when, token);
	if (when.edtf)
		pairs_add(file, field_member(field, base), field->key, when.edtf);
}

/* Convert [[2022, 12, 19]] to "2022-12-19"; a second list is the end of an interval. */
void date_read_parts(struct source_file *file, const struct field *field, void *base,
		     const struct token *token)
{
	struct buf edtf = BUF_INIT;
	struct token next = *token;
	int depth = token->type == TOKEN_LIST, numbers = 0;
	bool is_good = depth;

	if (!depth)
		value_wrong(file, field, token);
	while (depth) {
		next = stream_next(&file->stream);
		if (next.type == TOKEN_END)
			break;
		if (next.type == TOKEN_LIST) {
			buf_str(&edtf, edtf.len ? "/" : "");
			numbers = 0;
			depth++;
		} else if (next.type == TOKEN_LIST_END) {
			depth--;
		} else if (next.type == TOKEN_SCALAR && depth == 2 && next.len < 8) {
			buf_printf(&edtf, "%s%s%s", numbers ? "-" : "",
				   numbers && next.len == 1 ? "0" : "", next.text);
			numbers++;
		} else {
			is_good = false;
			parse_skip(file, &next);
		}
	}
	*(const char **)field_member(field, base) =
		arena_strndup(&file->arena, edtf.bytes, edtf.len);
	if (!is_good && token->type == TOKEN_LIST && next.type != TOKEN_END)
		file_diag(file, DIAG_DATE_BAD, token->at, "invalid CSL date-parts");
	buf_release(&edtf);
}
