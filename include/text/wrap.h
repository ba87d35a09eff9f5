/** @file  Wrapping paragraphs to a width in cells (UAX #14). */
#ifndef DAFTAR_TEXT_WRAP_H
#define DAFTAR_TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

/** Iterates over the lines of a text. */
struct wrap {
	const char *next; /* start of the next line */
	size_t left;	  /* remaining bytes */
	int width;	  /* maximum cells of a line, at least 1 */
};

/**
 * The next line, without its line break and trailing blanks.  False after the last
 * line.  An empty text has no lines; two line breaks in a row give an empty line.  A
 * word wider than the width is split between grapheme clusters.
 */
bool wrap_next(struct wrap *wrap, const char **line, size_t *len);

/** The number of lines of `str` at `width`. */
int wrap_count(const char *str, int width);

#endif
