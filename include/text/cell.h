/**
 * @file
 * Splitting text into terminal cells: the sanitiser of the screen.
 *
 * The output is safe for any terminal: control characters, bidi overrides and
 * isolates, zero-width characters and invalid UTF-8 become visible replacements, and
 * clusters of disputed width are reduced to ones whose width all terminals agree on:
 * joined emoji to the first one, a flag to its two letters, VS16 to the plain
 * character, stacks of combining marks to four.  text/clean.h does the same for
 * streams; content leaves the program by no other way.
 */
#ifndef DAFTAR_TEXT_CELL_H
#define DAFTAR_TEXT_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { CELL_BYTES = 32 };

/** A user-perceived character as shown on a terminal. */
struct glyph {
	char text[CELL_BYTES]; /* safe UTF-8, NUL-terminated, never empty */
	int width;	       /* cells: 1 or 2 */
};

/**
 * Take the next grapheme cluster (UAX #29) of the `len` bytes at `str`.
 *
 * Cells are in the order in which they are read, including right-to-left runs.  A spacing
 * mark that has its own cell on terminals (Devanagari) is a glyph of its own.
 *
 * @return the bytes consumed, 0 at the end.  A mark without a base is placed on a
 *         dotted circle; joiners and soft hyphens belong to their neighbour; a tab
 *         or a line break becomes one blank.
 */
size_t cell_next(const char *str, size_t len, struct glyph *glyph);

/** The width of a string, in cells. */
int cell_width(const char *str);

/** The length in bytes of the longest prefix of `str` that fits into `width` cells. */
size_t cell_fit(const char *str, int width);

/** Append the version of libunistring, which determines widths: "1.0". */
void cell_add_version(struct buf *out);

/** An ASCII rendering of a glyph for terminals without UTF-8: "–" is "-", "é" is "e",
 * else "?". */
const char *cell_ascii(const struct glyph *glyph, char out[2]);

#endif
