/** @file  Approximate search: the closest match of a pattern by edit distance. */
#ifndef DAFTAR_TEXT_APPROX_H
#define DAFTAR_TEXT_APPROX_H

#include <stdbool.h>
#include <stddef.h>

struct approx_match {
	size_t start, end; /* bytes of the text */
	int errors;	   /* code points inserted, deleted or replaced */
};

/**
 * Find the match with the fewest errors, at most `limit`; of several, the first.
 * Uses Myers' bit-parallel algorithm: the time is proportional to the text times a
 * 64th of the pattern.  False when there is no match, or when text and pattern are
 * too large to search at once.
 */
bool approx_find(const char *text, size_t len, const char *pattern, size_t pattern_len,
		 int limit, struct approx_match *match);

#endif
