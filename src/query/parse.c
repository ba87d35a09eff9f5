#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "term.h"
#include "text/near.h"

/* clang-format off */
const struct query_field_info query_fields[QUERY_FIELD_COUNT] = {
	[QUERY_TEXT]   = { "",       "words anywhere in the text of the event", "\"human rights\"" },
	[QUERY_ACTOR]  = { "actor",  "who plays a part: by id or name; a state through its officials, too", "actor:uzbekistan" },
	[QUERY_ROLE]   = { "role",   "some participant has this role", "role:observer" },
	[QUERY_YEAR]   = { "year",   "a year, or years from .. to", "year:2001..2005" },
	[QUERY_DATE]   = { "date",   "within the days of an EDTF date", "date:2022-12" },
	[QUERY_PLACE]  = { "place",  "a place, and all places within it", "place:tashkent" },
	[QUERY_TYPE]   = { "type",   "the type of the event", "type:consult" },
	[QUERY_MODE]   = { "mode",   "the mode of the event", "mode:visit" },
	[QUERY_KIND]   = { "kind",   "some point is of this kind", "kind:request,commitment" },
	[QUERY_THREAD] = { "thread", "a step of the thread", "thread:k2-sco" },
	[QUERY_TAG]    = { "tag",    "has the tag", "tag:afghanistan" },
	[QUERY_SOURCE] = { "source", "some passage is from the source: by id or words of its citation", "source:cpc" },
	[QUERY_STATUS] = { "status", "the status of the event, or of some point", "status:open" },
	[QUERY_ID]     = { "id",     "the event with the id, or with a point of that id", "id:blinken-norov" },
};
/* clang-format on */

static const char blanks[] = " \t\n";

struct scan {
	const char *text;
	size_t at;
	struct query_fault *fault;
};

/* Note what is wrong with the text from `at` on.  Always gives false. */
__attribute__((format(printf, 3, 4))) static bool fault_at(struct scan *scan, size_t at,
							   const char *format, ...)
{
	va_list args;

	if (!scan->fault)
		return false;
	scan->fault->at = at;
	scan->fault->len = scan->at > at ? scan->at - at : 1;
	if (!scan->text[at])
		scan->fault->len = 0;
	va_start(args, format);
	vsnprintf(scan->fault->message, sizeof scan->fault->message, format, args);
	va_end(args);
	return false;
}

static bool read_field(struct scan *scan, enum query_field *field)
{
	const char *word = scan->text + scan->at;
	size_t start = scan->at, len = 0;
	struct near near = { 0 };
	char name[32];

	while ((word[len] | 0x20) >= 'a' && (word[len] | 0x20) <= 'z')
		len++;
	*field = QUERY_TEXT;
	if (!len || word[len] != ':')
		return true;
	scan->at += len + 1;
	for (int i = QUERY_TEXT + 1; i < QUERY_FIELD_COUNT; i++)
		if (strlen(query_fields[i].name) == len &&
		    !strncasecmp(query_fields[i].name, word, len)) {
			*field = (enum query_field)i;
			return true;
		}
	snprintf(name, sizeof name, "%.*s", (int)len, word);
	near.word = name;
	for (int i = QUERY_TEXT + 1; i < QUERY_FIELD_COUNT; i++)
		near_try(&near, query_fields[i].name);
	if (near.best)
		return fault_at(scan, start,
				"there is no field \"%s\"; did you mean \"%s:\"?", name,
				near.best);
	return fault_at(
		scan, start,
		"there is no field \"%s\"; put words with a colon in quotation marks",
		name);
}

/* From the opening quotation mark to behind the closing one. */
static bool read_quoted(struct scan *scan, struct buf *value)
{
	size_t start = scan->at++;

	for (;; scan->at++) {
		char c = scan->text[scan->at];

		if (!c)
			return fault_at(scan, start, "the quotation mark is not closed");
		if (c == '"' && scan->text[++scan->at] != '"')
			break;
		buf_char(value, c);
	}
	if (scan->text[scan->at] && !strchr(" \t\n,", scan->text[scan->at]))
		return fault_at(scan, scan->at,
				"after a quotation mark comes a blank or a comma");
	return true;
}

static bool read_value(struct scan *scan, struct buf *value)
{
	const char *word = scan->text + scan->at;
	size_t len = strcspn(word, " \t\n,");

	if (*word == '"')
		return read_quoted(scan, value);
	if (!len)
		return fault_at(scan, scan->at, "a value is missing here");
	buf_add(value, word, len);
	scan->at += len;
	return true;
}

static bool read_values(struct scan *scan, struct query *query, struct query_term *term)
{
	struct buf value = BUF_INIT, why = BUF_INIT;
	bool ok = true;

	do {
		size_t start = scan->at;

		buf_clear(&value);
		ok = read_value(scan, &value);
		if (ok && !term_add(term, query, value.bytes, &why))
			ok = fault_at(scan, start, "%s", why.bytes);
	} while (ok && scan->text[scan->at] == ',' && scan->text[scan->at++]);
	buf_release(&value);
	buf_release(&why);
	return ok;
}

static bool read_term(struct scan *scan, struct query *query,
		      const struct dossier *dossier)
{
	enum query_field field;
	const char *text = scan->text + scan->at;
	size_t negation = *text == '-' ? 1 : !strncasecmp(text, "not:", 4) ? 4 : 0;

	if (query->term_count == QUERY_TERMS_MOST)
		return fault_at(scan, scan->at, "a query has at most %d terms",
				QUERY_TERMS_MOST);
	scan->at += negation;
	if (!read_field(scan, &field))
		return false;
	struct query_term *term = term_new(dossier, field, negation > 0);

	if (!read_values(scan, query, term)) {
		term_free(term);
		return false;
	}
	term_finish(term);
	query_push(query, term);
	return true;
}

bool query_add(struct query *query, const struct dossier *dossier, const char *text,
	       struct query_fault *fault)
{
	struct scan scan = { .text = text, .fault = fault };
	int count = query->term_count;

	for (;;) {
		scan.at += strspn(text + scan.at, blanks);
		if (!text[scan.at])
			return true;
		if (!read_term(&scan, query, dossier))
			break;
	}
	while (query->term_count > count)
		query_drop(query, query->term_count - 1);
	return false;
}
