#include "config.h"

#include "doc/csv.h"

#include <string.h>

#include "text/clean.h"

static void put_quoted(FILE *out, const char *text, const char *formula)
{
	struct buf safe = BUF_INIT;

	if (text)
		clean_add(&safe, text, strlen(text), CLEAN_ONE_LINE);
	putc('"', out);
	if (*safe.bytes && strchr(formula, *safe.bytes))
		putc('\'', out);
	for (const char *c = safe.bytes; *c; c++) {
		if (*c == '"')
			putc('"', out);
		putc(*c, out);
	}
	putc('"', out);
	buf_release(&safe);
}

void csv_text(FILE *out, const char *text)
{
	put_quoted(out, text, "=+-@");
}

void csv_date(FILE *out, const char *edtf)
{
	put_quoted(out, edtf, "=+@");
}
