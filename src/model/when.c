#include "config.h"

#include "model/when.h"

#include <string.h>

static const struct date *parse(const struct when *when, struct arena *arena)
{
	return when->edtf ? date_parse(arena, when->edtf, strlen(when->edtf), NULL)
			  : NULL;
}

void when_words(const struct when *when, enum date_style style, struct buf *out)
{
	struct arena arena = { 0 };
	const struct date *date = parse(when, &arena);

	if (style == DATE_BRACKETED && !when->supplied)
		style = DATE_PLAIN;
	if (date)
		date_words(date, style, out);
	arena_clear(&arena);
}

void when_compact(const struct when *when, enum date_style style, struct buf *out)
{
	struct arena arena = { 0 };
	const struct date *date = parse(when, &arena);
	bool has_brackets = style == DATE_BRACKETED && when->supplied;

	if (date && style == DATE_EDTF) {
		date_print(date, out);
	} else if (date) {
		buf_str(out, has_brackets ? "[" : "");
		date_compact(date, out);
		buf_str(out, has_brackets ? "]" : "");
	}
	arena_clear(&arena);
}

static void cut_edtf(const struct date *date, struct buf *out)
{
	struct buf edtf = BUF_INIT;

	date_print(date, &edtf); /* ASCII: a byte is a cell */
	if (edtf.len > DATE_CELLS)
		buf_printf(out, "%.*s…", DATE_CELLS - 1, edtf.bytes);
	else
		buf_str(out, edtf.bytes);
	buf_release(&edtf);
}

void when_short(const struct when *when, enum date_style style, struct buf *out)
{
	struct arena arena = { 0 };
	const struct date *date = parse(when, &arena);

	if (date && style == DATE_EDTF)
		cut_edtf(date, out);
	else if (date)
		date_short(date, when->supplied && style == DATE_BRACKETED, out);
	arena_clear(&arena);
}
