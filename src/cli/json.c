#include "config.h"

#include "json.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "text/clean.h"

/* The length of the code point at `str`, which ends in a NUL; 0 for invalid UTF-8. */
static size_t valid_len(const unsigned char *str)
{
	size_t len = *str < 0x80   ? 1
		     : *str < 0xc2 ? 0
		     : *str < 0xe0 ? 2
		     : *str < 0xf0 ? 3
		     : *str < 0xf5 ? 4
				   : 0;

	for (size_t i = 1; i < len; i++)
		if ((str[i] & 0xc0) != 0x80)
			return 0;
	if ((*str == 0xe0 && str[1] < 0xa0) || (*str == 0xed && str[1] > 0x9f) ||
	    (*str == 0xf0 && str[1] < 0x90) || (*str == 0xf4 && str[1] > 0x8f))
		return 0;
	return len;
}

/* Decode `len` valid bytes. */
static uint32_t decode(const unsigned char *str, size_t len)
{
	static const unsigned char masks[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	uint32_t point = *str & masks[len];

	for (size_t i = 1; i < len; i++)
		point = point << 6 | (str[i] & 0x3f);
	return point;
}

static void put_escaped(FILE *out, uint32_t point)
{
	if (point == '\n')
		fputs("\\n", out);
	else if (point == '\t')
		fputs("\\t", out);
	else if (point >= 0x10000)
		fprintf(out, "\\u%04x\\u%04x", 0xd7c0 + (point >> 10),
			0xdc00 + (point & 0x3ff));
	else
		fprintf(out, "\\u%04x", point);
}

void json_string(FILE *out, const char *str)
{
	const unsigned char *at = (const unsigned char *)str;

	if (!str) {
		fputs("null", out);
		return;
	}
	putc('"', out);
	while (*at) {
		size_t len = valid_len(at);
		uint32_t point = len ? decode(at, len) : 0xfffd;

		if (point == '"' || point == '\\')
			fprintf(out, "\\%c", (char)point);
		else if (clean_is_hostile(point))
			put_escaped(out, point);
		else if (len)
			fwrite(at, 1, len, out);
		else
			fputs("\\ufffd", out);
		at += len ? len : 1;
	}
	putc('"', out);
}

void json_member(FILE *out, const char *lead, const char *name, const char *value)
{
	if (!value)
		return;
	fprintf(out, "%s\"%s\": ", lead, name);
	json_string(out, value);
}
