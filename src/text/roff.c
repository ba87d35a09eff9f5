#include "config.h"

#include "text/roff.h"

static void put_char(FILE *out, char c)
{
	if (c == '-')
		fputs("\\-", out);
	else if (c == '\\')
		fputs("\\e", out);
	else
		putc(c, out);
}

void roff_put(FILE *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", out);
	for (; *text; text++)
		put_char(out, *text);
}

void roff_put_argument(FILE *out, const char *text)
{
	putc('"', out);
	for (; *text; text++) {
		if (*text == '"') /* doubled within an argument */
			putc('"', out);
		put_char(out, *text);
	}
	putc('"', out);
}

void roff_put_item(FILE *out, const char *tag, const char *body)
{
	fputs(".TP\n.B ", out);
	roff_put(out, tag);
	putc('\n', out);
	roff_put(out, body);
	fputs(".\n", out);
}
