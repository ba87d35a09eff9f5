#include "config.h"

#include "text/cell.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <unistring/version.h>
#include <uniwidth.h>

#include "text/clean.h"

enum {
	MARKS_MAX = 4, /* combining marks in a cell; ncurses keeps no more */
	REPLACEMENT = 0xfffd,
	DOTTED_CIRCLE = 0x25cc,
	JOINER = 0x200d
};

/* Decode one code point, REPLACEMENT for invalid bytes.  Returns its length. */
static size_t decode(const char *str, size_t len, ucs4_t *point)
{
	return (size_t)u8_mbtouc(point, (const uint8_t *)str, len);
}

static void append(struct glyph *glyph, ucs4_t point)
{
	size_t used = strlen(glyph->text);
	int more = u8_uctomb((uint8_t *)glyph->text + used, point,
			     (int)(CELL_BYTES - 1 - used));

	if (more > 0)
		glyph->text[used + (size_t)more] = '\0';
}

static bool is_line_break(ucs4_t point)
{
	return (point >= '\n' && point <= '\r') || point == 0x2028 || point == 0x2029;
}

static bool is_skin_tone(ucs4_t point)
{
	return point >= 0x1f3fb && point <= 0x1f3ff;
}

/* The length of the silent code points at `str`. */
static size_t skip_silent(const char *str, size_t len)
{
	size_t at = 0, taken;
	ucs4_t point;

	while (at < len && (unsigned char)str[at] >= 0x80) {
		taken = decode(str + at, len - at, &point);
		if (!clean_is_silent(point))
			break;
		at += taken;
	}
	return at;
}

/* The replacement for a code point that is not a line break, or itself. */
static ucs4_t stand_in(ucs4_t point)
{
	if (point < 0x20)
		return point + 0x2400;
	if (point == 0x7f)
		return 0x2421;
	if (point >= 0x1f1e6 && point <= 0x1f1ff)
		return point - 0x1f1e6 + 'A'; /* half of a flag */
	if (clean_is_hostile(point) || clean_is_silent(point) || !uc_is_print(point))
		return REPLACEMENT;
	if (uc_width(point, "UTF-8") > 0 || uc_is_general_category(point, UC_CATEGORY_M))
		return point;
	return REPLACEMENT;
}

/* Start a glyph.  Returns the code point shown. */
static ucs4_t begin(struct glyph *glyph, ucs4_t point)
{
	point = stand_in(point);
	int width = uc_width(point, "UTF-8");

	if (width == 0)
		append(glyph, DOTTED_CIRCLE);
	else
		glyph->width = width;
	append(glyph, point);
	return point;
}

/*
 * Add the combining marks of the glyph's first code point.  Joined emoji and skin
 * tones are reduced to the first emoji, whose width is known.
 */
static size_t take_marks(struct glyph *glyph, const char *str, size_t len, ucs4_t before)
{
	size_t at = 0, taken;
	int marks = 0;
	ucs4_t point;

	for (; at < len && (unsigned char)str[at] >= 0x80; at += taken, before = point) {
		taken = decode(str + at, len - at, &point);
		if (clean_is_hostile(point) || point == REPLACEMENT)
			break;
		if (clean_is_silent(point) || (before == JOINER && glyph->width == 2) ||
		    (is_skin_tone(point) && glyph->width == 2))
			continue;
		if (uc_width(point, "UTF-8") != 0 || uc_is_grapheme_break(before, point))
			break;
		if (marks++ < MARKS_MAX)
			append(glyph, point);
	}
	return at;
}

size_t cell_next(const char *str, size_t len, struct glyph *glyph)
{
	ucs4_t point;

	if (!len)
		return 0;
	*glyph = (struct glyph){ .width = 1 };
	if (*str >= 0x20 && *str < 0x7f && (len == 1 || (unsigned char)str[1] < 0x80)) {
		glyph->text[0] = *str;
		return 1;
	}
	size_t at = skip_silent(str, len);

	if (at == len)
		at = 0;
	at += decode(str + at, len - at, &point);
	if (point == '\t' || is_line_break(point)) {
		glyph->text[0] = ' ';
		return at + (point == '\r' && at < len && str[at] == '\n');
	}
	ucs4_t shown = begin(glyph, point);

	if (shown != point)
		return at + skip_silent(str + at, len - at);
	return at + take_marks(glyph, str + at, len - at, point);
}

int cell_width(const char *str)
{
	size_t left = strlen(str), taken;
	struct glyph glyph;
	int width = 0;

	for (; (taken = cell_next(str, left, &glyph)); str += taken, left -= taken)
		width += glyph.width;
	return width;
}

size_t cell_fit(const char *str, int width)
{
	size_t len = strlen(str), at = 0, taken;
	struct glyph glyph;

	while ((taken = cell_next(str + at, len - at, &glyph)) && glyph.width <= width) {
		width -= glyph.width;
		at += taken;
	}
	return at;
}

/* clang-format off */
static const struct { ucs4_t point; char ascii; } ascii_for[] = {
	{ 0x00a0, ' ' }, { 0x00ab, '"' }, { 0x00ad, '-' }, { 0x00b4, '\'' },
	{ 0x00b7, '.' }, { 0x00bb, '"' }, { 0x00d7, 'x' }, { 0x0131, 'i' },
	{ 0x02bb, '\'' }, { 0x02bc, '\'' }, { 0x2010, '-' }, { 0x2011, '-' },
	{ 0x2012, '-' }, { 0x2013, '-' }, { 0x2014, '-' }, { 0x2015, '-' },
	{ 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201a, ',' }, { 0x201c, '"' },
	{ 0x201d, '"' }, { 0x201e, '"' }, { 0x2022, '*' }, { 0x2026, '.' },
	{ 0x202f, ' ' }, { 0x2032, '\'' }, { 0x2033, '"' }, { 0x2039, '<' },
	{ 0x203a, '>' }, { 0x2190, '<' }, { 0x2192, '>' }, { 0x2212, '-' },
	{ 0x2500, '-' }, { 0x2502, '|' }, { 0x2713, '+' }, { 0x25b2, '^' }, { 0x25b6, '>' },
};
/* clang-format on */

const char *cell_ascii(const struct glyph *glyph, char out[2])
{
	ucs4_t point, parts[UC_DECOMPOSITION_MAX_LENGTH];

	decode(glyph->text, strlen(glyph->text), &point);
	while (point >= 0x80 && uc_canonical_decomposition(point, parts) > 0)
		point = parts[0];
	out[0] = point >= 0x20 && point < 0x7f ? (char)point : '?';
	out[1] = '\0';
	for (size_t i = 0; i < sizeof ascii_for / sizeof *ascii_for; i++)
		if (ascii_for[i].point == point)
			out[0] = ascii_for[i].ascii;
	return out;
}

void cell_add_version(struct buf *out)
{
	buf_printf(out, "%d.%d", _libunistring_version >> 16,
		   _libunistring_version >> 8 & 0xff);
}
