#include "config.h"

#include "text/bidi.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

enum bidi bidi_of(const char *glyph)
{
	ucs4_t point;

	u8_mbtouc(&point, (const uint8_t *)glyph, strlen(glyph));
	switch (uc_bidi_category(point)) {
	case UC_BIDI_L:
		return BIDI_LEFT;
	case UC_BIDI_R:
	case UC_BIDI_AL:
		return BIDI_RIGHT;
	case UC_BIDI_EN:
		return BIDI_NUMBER;
	case UC_BIDI_AN:
		return BIDI_ARABIC_NUMBER;
	case UC_BIDI_ES:
	case UC_BIDI_CS:
		return BIDI_SEPARATOR;
	case UC_BIDI_ET:
		return BIDI_TERMINATOR;
	default:
		return BIDI_NEUTRAL;
	}
}

void bidi_mirror(char glyph[CELL_BYTES])
{
	ucs4_t point, mirrored;
	size_t len = strlen(glyph);
	size_t taken = (size_t)u8_mbtouc(&point, (const uint8_t *)glyph, len);
	uint8_t bytes[6];

	if (!uc_mirror_char(point, &mirrored))
		return;
	int more = u8_uctomb(bytes, mirrored, (int)sizeof bytes);

	if (more < 1 || len - taken + (size_t)more >= CELL_BYTES)
		return;
	memmove(glyph + more, glyph + taken, len - taken + 1);
	memcpy(glyph, bytes, (size_t)more);
}
