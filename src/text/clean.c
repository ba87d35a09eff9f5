#include "config.h"

#include "text/clean.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

struct range {
	uint32_t first, last;
};

static const struct range hostile[] = {
	{ 0x0000, 0x001f },   /* C0 */
	{ 0x007f, 0x009f },   /* DEL, C1 */
	{ 0x061c, 0x061c },   /* Arabic letter mark */
	{ 0x115f, 0x1160 },   /* Hangul fillers */
	{ 0x17b4, 0x17b5 },   /* Khmer inherent vowels */
	{ 0x180e, 0x180e },   /* Mongolian vowel separator */
	{ 0x200b, 0x200b },   /* zero-width space */
	{ 0x200e, 0x200f },   /* left-to-right, right-to-left mark */
	{ 0x2028, 0x202e },   /* separators, embeddings, overrides */
	{ 0x2060, 0x206f },   /* word joiner, operators, isolates */
	{ 0x3164, 0x3164 },   /* Hangul filler */
	{ 0xfdd0, 0xfdef },   /* noncharacters */
	{ 0xfeff, 0xfeff },   /* byte order mark */
	{ 0xffa0, 0xffa0 },   /* half-width Hangul filler */
	{ 0xfff0, 0xfffb },   /* unassigned, interlinear annotation */
	{ 0x1bca0, 0x1bca3 }, /* shorthand controls */
	{ 0x1d173, 0x1d17a }, /* musical controls */
	{ 0xe0000, 0xe00ff }, /* language and tag characters */
	{ 0xe01f0, 0xe0fff },
};

static const struct range silent[] = {
	{ 0x00ad, 0x00ad },			  /* soft hyphen */
	{ 0x034f, 0x034f },			  /* combining grapheme joiner */
	{ 0x180b, 0x180d },			  /* Mongolian variation selectors */
	{ 0x180f, 0x180f },   { 0x200c, 0x200d }, /* joiners */
	{ 0xfe00, 0xfe0f },			  /* variation selectors */
	{ 0xe0100, 0xe01ef },
};

static bool is_in(const struct range *ranges, size_t count, uint32_t code_point)
{
	for (size_t i = 0; i < count; i++)
		if (code_point <= ranges[i].last)
			return code_point >= ranges[i].first;
	return false;
}

bool clean_is_hostile(uint32_t code_point)
{
	return is_in(hostile, sizeof hostile / sizeof *hostile, code_point) ||
	       (code_point & 0xfffe) == 0xfffe;
}

bool clean_is_silent(uint32_t code_point)
{
	return is_in(silent, sizeof silent / sizeof *silent, code_point);
}

static bool is_blank(char c)
{
	return c == '\n' || c == '\t' || c == '\r';
}

/* Append a replacement for the code point at `str`; returns its length. */
static size_t add_stand_in(struct buf *out, const char *str, size_t len,
			   enum clean_lines lines)
{
	ucs4_t point;
	int taken = u8_mbtoucr(&point, (const uint8_t *)str, len);

	if (lines == CLEAN_ONE_LINE && is_blank(*str)) {
		buf_char(out, ' ');
		return *str == '\r' && len > 1 && str[1] == '\n' ? 2 : 1;
	}
	if (lines == CLEAN_MANY_LINES && *str == '\r' && len > 1 && str[1] == '\n')
		return 1;
	if (taken <= 0) {
		buf_str(out, "\xef\xbf\xbd");
		return (size_t)u8_mbtouc(&point, (const uint8_t *)str, len);
	}
	if (point < 0x20)
		buf_printf(out, "\xe2\x90%c", (int)(0x80 + point));
	else if (point == 0x7f)
		buf_str(out, "\xe2\x90\xa1");
	else
		buf_printf(out, "<U+%04X>", (unsigned)point);
	return (size_t)taken;
}

/* The length of the code point at `str` when it is safe, else 0. */
static size_t passes(const char *str, size_t len, enum clean_lines lines)
{
	unsigned char first = (unsigned char)*str;
	ucs4_t point;

	if (first >= 0x20 && first < 0x7f)
		return 1;
	if (lines == CLEAN_MANY_LINES && (first == '\n' || first == '\t'))
		return 1;
	int taken = u8_mbtoucr(&point, (const uint8_t *)str, len);

	return taken <= 0 || clean_is_hostile(point) ? 0 : (size_t)taken;
}

void clean_add(struct buf *out, const char *str, size_t len, enum clean_lines lines)
{
	size_t at = 0, done = 0;

	while (at < len) {
		size_t taken = passes(str + at, len - at, lines);

		if (taken) {
			at += taken;
			continue;
		}
		buf_add(out, str + done, at - done);
		at += add_stand_in(out, str + at, len - at, lines);
		done = at;
	}
	buf_add(out, str + done, len - done);
}

void clean_put(FILE *out, const char *str, enum clean_lines lines)
{
	struct buf buf = BUF_INIT;

	if (!str)
		return;
	clean_add(&buf, str, strlen(str), lines);
	fwrite(buf.bytes, 1, buf.len, out);
	buf_release(&buf);
}

bool clean_is_word(const char *str, size_t len)
{
	ucs4_t point;

	for (int taken; len; str += taken, len -= (size_t)taken) {
		taken = u8_mbtoucr(&point, (const uint8_t *)str, len);
		if (taken <= 0 || clean_is_hostile(point) || uc_is_space(point) ||
		    uc_is_property_white_space(point))
			return false;
	}
	return true;
}

size_t clean_valid_len(const char *str, size_t len)
{
	const uint8_t *bad = u8_check((const uint8_t *)str, len);

	return bad ? (size_t)(bad - (const uint8_t *)str) : len;
}
