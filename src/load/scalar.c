#include "config.h"

#include "load/scalar.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "text/clean.h"

/* Decode one code point of valid UTF-8; returns its length. */
static size_t decode(const char *str, uint32_t *point)
{
	static const unsigned char lead[] = { 0x7f, 0x1f, 0x0f, 0x07 };
	unsigned char c = (unsigned char)*str;
	size_t more = c < 0xc0 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;

	*point = c & lead[more];
	for (size_t i = 1; i <= more; i++) {
		if (((unsigned char)str[i] & 0xc0) != 0x80)
			return i;
		*point = *point << 6 | ((unsigned char)str[i] & 0x3f);
	}
	return more + 1;
}

/* A soft hyphen is invisible in editors. */
static bool needs_escape(uint32_t point)
{
	return clean_is_hostile(point) || point == 0xad;
}

static bool has_escapes(const char *str)
{
	uint32_t point;

	while (*str) {
		str += decode(str, &point);
		if (needs_escape(point))
			return true;
	}
	return false;
}

static void add_escaped(struct buf *out, const char *str)
{
	uint32_t point;

	while (*str) {
		size_t len = decode(str, &point);

		if (point == '\n' || point == '\t' || point == '"' || point == '\\')
			buf_printf(out, "\\%c",
				   point == '\n'   ? 'n'
				   : point == '\t' ? 't'
						   : (char)point);
		else if (needs_escape(point))
			buf_printf(out, point > 0xffff ? "\\U%08X" : "\\u%04X",
				   (unsigned)point);
		else
			buf_add(out, str, len);
		str += len;
	}
}

void scalar_add(struct buf *out, const char *str)
{
	bool is_escaped = has_escapes(str);

	if (is_escaped || !strpbrk(str, "\"\\")) {
		buf_char(out, '"');
		add_escaped(out, str);
		buf_char(out, '"');
		return;
	}
	buf_char(out, '\'');
	for (; *str; str++) {
		if (*str == '\'')
			buf_char(out, '\'');
		buf_char(out, *str);
	}
	buf_char(out, '\'');
}
