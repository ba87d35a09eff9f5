/* Reads scalars into members; one reader for each type of field. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "source_file.h"
#include "text/near.h"

bool value_is_null(const struct token *token)
{
	static const char *const nulls[] = { "", "~", "null", "Null", "NULL" };

	for (size_t i = 0; token->is_plain && i < sizeof nulls / sizeof nulls[0]; i++)
		if (!strcmp(token->text, nulls[i]))
			return true;
	return false;
}

static const char *what(const struct token *token)
{
	return token->type == TOKEN_LIST  ? "a list"
	       : token->type == TOKEN_MAP ? "a map"
					  : "a text";
}

/* How to write a value of the field. */
static const char *remedy(const struct field *field)
{
	switch ((int)field->type) {
	case FIELD_LIST:
	case FIELD_RECORDS:
	case FIELD_OTHER_NAMES:
		return "start every item with \"- \" on its own line";
	case FIELD_MAP:
	case FIELD_PAIRS:
		return "write \"key: value\" lines under it";
	case FIELD_REF:
	case FIELD_REFS:
		return "write only the id; the record itself is defined elsewhere";
	default:
		return "write one value; quote it if it starts with [ or { or "
		       "contains \": \"";
	}
}

static void value_empty(struct source_file *file, const struct field *field,
			const struct token *token)
{
	file_diag(file, DIAG_VALUE_EMPTY, token->at, "\"%s\" has no value", field->key);
	diag_help(&file->diags,
		  field->is_required ? "write one" : "write one, or remove the key");
}

void value_wrong(struct source_file *file, const struct field *field,
		 const struct token *token)
{
	if (token->type == TOKEN_BAD || token->type == TOKEN_END)
		return;
	struct spot at = token->at;

	if (token->type == TOKEN_SCALAR && value_is_null(token)) {
		value_empty(file, field, token);
		return;
	}
	if (token->type == TOKEN_LIST || token->type == TOKEN_MAP)
		at.width = 0;
	file_diag(file, DIAG_TYPE_WRONG, at, "\"%s\" must be %s, not %s", field->key,
		  field_type_words(field->type), what(token));
	diag_help(&file->diags, "%s", remedy(field));
	parse_skip_ids(file, token);
}

size_t token_trimmed(const struct token *token)
{
	size_t len = token->len;

	while (len && (token->text[len - 1] == '\n' || token->text[len - 1] == ' '))
		len--;
	return len;
}

const char *value_text(struct source_file *file, const struct field *field,
		       const struct token *token)
{
	if (token->type != TOKEN_SCALAR) {
		value_wrong(file, field, token);
		return NULL;
	}
	size_t len = token_trimmed(token);

	if (value_is_null(token) || !len) {
		value_empty(file, field, token);
		return NULL;
	}
	if (token->is_kept)
		return token->trimmed;
	return arena_strndup(&file->arena, token->text, len);
}

static void read_text(struct source_file *file, const struct field *field, void *base,
		      const struct token *token)
{
	*(const char **)field_member(field, base) = value_text(file, field, token);
}

static void read_line(struct source_file *file, const struct field *field, void *base,
		      const struct token *token)
{
	const char *text = value_text(file, field, token);

	*(const char **)field_member(field, base) = text;
	if (!text || !strchr(text, '\n'))
		return;
	file_diag(file, DIAG_TYPE_WRONG, token->at, "\"%s\" must be one line",
		  field->key);
	diag_help(&file->diags, "write it after the key, or fold it with >-");
}

static void read_bool(struct source_file *file, const struct field *field, void *base,
		      const struct token *token)
{
	bool *value = field_member(field, base);

	if (token->type == TOKEN_SCALAR && !strcmp(token->text, "true"))
		*value = true;
	else if (token->type == TOKEN_SCALAR && strcmp(token->text, "false") != 0) {
		file_diag(file, DIAG_TYPE_WRONG, token->at,
			  "\"%s\" must be true or false", field->key);
		diag_help(&file->diags, "write true, or remove the key");
	} else if (token->type != TOKEN_SCALAR)
		value_wrong(file, field, token);
}

static void read_format(struct source_file *file, const struct field *field, void *base,
			const struct token *token)
{
	if (token->type == TOKEN_SCALAR && !strcmp(token->text, "1")) {
		*(int *)field_member(field, base) = 1;
	} else if (token->type == TOKEN_SCALAR) {
		file_diag(file, DIAG_FORMAT_UNKNOWN, token->at,
			  "unsupported format \"%s\"", quoted(file, token->text));
		diag_help(&file->diags, "write \"format: 1\", or use a newer daftar");
	} else {
		value_wrong(file, field, token);
	}
}

static void report_term(struct source_file *file, const struct field *field,
			const struct token *token)
{
	const struct vocabulary *terms = field->terms;
	struct near near = { .word = token->text };
	struct buf all = BUF_INIT;

	file_diag(file, DIAG_ENUM_BAD, token->at, "invalid %s \"%s\"", terms->name,
		  quoted(file, token->text));
	for (int i = 1; i < terms->count; i++) {
		near_try(&near, terms->terms[i].name);
		buf_printf(&all, "%s%s", i > 1 ? ", " : "", terms->terms[i].name);
	}
	if (near.best)
		diag_help(&file->diags, "did you mean \"%s\"?", near.best);
	else
		diag_help(&file->diags, "write one of: %s", all.bytes);
	buf_release(&all);
}

static int term_of(struct source_file *file, const struct field *field,
		   const struct token *token)
{
	if (token->type != TOKEN_SCALAR || value_is_null(token)) {
		value_wrong(file, field, token);
		return 0;
	}
	int term = vocabulary_find(field->terms, token->text, token->len);

	if (!term)
		report_term(file, field, token);
	return term;
}

static void read_term(struct source_file *file, const struct field *field, void *base,
		      const struct token *token)
{
	int term = term_of(file, field, token);

	memcpy(field_member(field, base), &term, sizeof term);
}

static void read_name(struct source_file *file, const struct field *field, void *base,
		      const struct token *token)
{
	*(const char **)field_member(field, base) =
		field->terms->terms[term_of(file, field, token)].name;
}

static void read_hash(struct source_file *file, const struct field *field, void *base,
		      const struct token *token)
{
	if (token->type != TOKEN_SCALAR) {
		value_wrong(file, field, token);
	} else if (token->len != 64 || strspn(token->text, "0123456789abcdef") != 64) {
		file_diag(file, DIAG_HASH_BAD, token->at,
			  "\"%s\" must be 64 hexadecimal digits in lower case",
			  field->key);
		diag_help(&file->diags, "write the output of sha256sum");
	} else {
		*(const char **)field_member(field, base) =
			value_text(file, field, token);
	}
}

static void read_other(struct source_file *file, const struct field *field, void *base,
		       const struct token *token)
{
	const char *text = value_text(file, field, token);

	if (text)
		pairs_add(file, field_member(field, base), field->key, text);
}

static void read_value_or_map(struct source_file *file, const struct field *field,
			      void *base, const struct token *token)
{
	void *member = field_member(field, base);

	if (token->type == TOKEN_MAP) {
		parse_map(file, field->shape, member, token);
		return;
	}
	struct field first = field->shape->fields[0];

	first.key = field->key;
	parse_value(file, &first, member, token);
}

static void read_map(struct source_file *file, const struct field *field, void *base,
		     const struct token *token)
{
	const struct shape *shape = field->shape;
	struct src_pos *place =
		(void *)((char *)field_member(field, base) + shape->place_at);

	if (token->type != TOKEN_MAP) {
		value_wrong(file, field, token);
		if (shape->has_place) /* invalid, but not missing */
			*place = file_pos(file, token->at);
	} else if (shape->has_place && place->file) {
		file_diag(file, DIAG_DOSSIER_DUPLICATE, token->at,
			  "a second \"dossier\" map");
		diag_see(&file->diags, *place, "the first one is here");
		diag_help(&file->diags, "merge them into one map");
		parse_skip(file, token);
	} else {
		parse_map(file, shape, field_member(field, base), token);
	}
}

/* The name of a type in `check --fields` and in messages, and its reader. */
/* clang-format off */
static const struct {
	const char *name, *words;
	void (*read)(struct source_file *, const struct field *, void *, const struct token *);
} types[FIELD_TYPE_COUNT] = {
	[FIELD_ID]          = { "id",          "an id",                    id_read },
	[FIELD_KEY]         = { "key",         "a citation key",           id_read },
	[FIELD_TEXT]        = { "text",        "a text",                   read_text },
	[FIELD_LINE]        = { "line",        "a line of text",           read_line },
	[FIELD_BOOL]        = { "bool",        "true or false",            read_bool },
	[FIELD_FORMAT]      = { "number",      "a number",                 read_format },
	[FIELD_TERM]        = { "term",        "a term",                   read_term },
	[FIELD_NAME]        = { "term",        "a term",                   read_name },
	[FIELD_HASH]        = { "sha256",      "a SHA-256 checksum",       read_hash },
	[FIELD_EDTF]        = { "EDTF",        "an EDTF date",             date_read_edtf },
	[FIELD_DATE]        = { "date",        "a date",                   date_read },
	[FIELD_CSL_DATE]    = { "date",        "a date",                   date_read_csl },
	[FIELD_DATE_PARTS]  = { "date-parts",  "lists of year, month, day", date_read_parts },
	[FIELD_REF]         = { "ref",         "an id",                    collect_refs },
	[FIELD_REFS]        = { "refs",        "an id or a list of ids",   collect_refs },
	[FIELD_TEXTS]       = { "texts",       "a text or a list of texts", collect_texts },
	[FIELD_TAGS]        = { "words",       "a word or a list of words", collect_texts },
	[FIELD_PAIRS]       = { "pairs",       "a map of texts",           collect_pairs },
	[FIELD_COORDINATES] = { "coordinates", "a latitude and a longitude", coordinates_read },
	[FIELD_VALUE_OR_MAP] = { "value or map", "a value or a map",       read_value_or_map },
	[FIELD_MAP]         = { "map",         "a map",                    read_map },
	[FIELD_LIST]        = { "list",        "a list of maps",           collect_list },
	[FIELD_RECORDS]     = { "list",        "a list of maps",           collect_records },
	[FIELD_OTHER]       = { "text",        "a text",                   read_other },
	[FIELD_OTHER_DATE]  = { "date",        "a date",                   date_read_other },
	[FIELD_OTHER_NAMES] = { "list",        "a list of names",          collect_other_names },
};
/* clang-format on */

const char *field_type_name(enum field_type type)
{
	return types[type].name;
}

const char *field_type_words(enum field_type type)
{
	return types[type].words;
}

void parse_value(struct source_file *file, const struct field *field, void *base,
		 const struct token *token)
{
	types[field->type].read(file, field, base, token);
}
