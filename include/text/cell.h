/**
 * @file
 * How text is cut into terminal cells: the sanitiser of the screen.
 *
 * What comes out of here is safe to send to any terminal: control characters,
 * bidi overrides and isolates, zero-width tricks and broken UTF-8 come out as
 * visible stand-ins, and a cluster of disputed width is cut to one whose width
 * every terminal knows: joined emoji to their first figure, a flag to its two
 * letters, VS16 to the plain sign, a heap of combining marks to four.
 * text/clean.h is its sibling for streams; nothing else writes content out.
 */
#ifndef DAFTAR_TEXT_CELL_H
#define DAFTAR_TEXT_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { CELL_BYTES = 32 };

/** One user-perceived character as a terminal shows it. */
struct glyph {
	char text[CELL_BYTES]; /* safe UTF-8, NUL-terminated, never empty */
	int width;	       /* cells: 1 or 2 */
};

/**
 * Take the next grapheme cluster (UAX #29) of the `len` bytes at `str`.
 *
 * Cells stay in the order of the text, right-to-left runs too.  A spacing mark
 * that terminals give a cell of its own (Devanagari) is a glyph of its own.
 *
 * @return the bytes it took, 0 at the end.  A mark without a base stands on a
 *         dotted circle; joiners and soft hyphens go with their neighbour; a tab
 *         or a line break comes out as one blank.
 */
size_t cell_next(const char *str, size_t len, struct glyph *glyph);

/** The width of a whole string, in cells. */
int cell_width(const char *str);

/** The length in bytes of the longest start of `str` that fits `width` cells. */
size_t cell_fit(const char *str, int width);

/** Append the version of libunistring, which says how wide things are: "1.0". */
void cell_add_version(struct buf *out);

/** An ASCII rendering of a glyph for terminals without UTF-8: "–" is "-", "é" is "e",
 * else "?". */
const char *cell_ascii(const struct glyph *glyph, char out[2]);

#endif
