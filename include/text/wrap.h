/** @file  Breaking paragraphs into lines, by UAX #14, in cells. */
#ifndef DAFTAR_TEXT_WRAP_H
#define DAFTAR_TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

/** Walks over the lines of a text. */
struct wrap {
	const char *next; /* where the next line begins */
	size_t left;	  /* bytes from there */
	int width;	  /* cells a line may have, at least 1 */
};

/**
 * The next line: its first byte in `*line`, its bytes in `*len` (blanks at the
 * end not counted), no line break in it.  False after the last one.  An empty
 * text has no lines; an empty line between two breaks is given as empty.  A word wider
 * than the width is cut between grapheme clusters.
 */
bool wrap_next(struct wrap *wrap, const char **line, size_t *len);

/** How many lines `str` takes at `width`. */
int wrap_count(const char *str, int width);

#endif
