/** @file  Where in a text something like a pattern stands: nearest by edit distance. */
#ifndef DAFTAR_TEXT_APPROX_H
#define DAFTAR_TEXT_APPROX_H

#include <stdbool.h>
#include <stddef.h>

struct approx_match {
	size_t start, end; /* bytes of the text */
	int errors;	   /* code points inserted, deleted or replaced */
};

/**
 * The place with the fewest errors, at most `limit`; the first of equally near
 * ones.  Myers' bit-parallel search: time grows with the text times a 64th of the
 * pattern.  False when there is none, or when the two are too large for a search
 * of a moment.
 */
bool approx_find(const char *text, size_t len, const char *pattern, size_t pattern_len,
		 int limit, struct approx_match *match);

#endif
