/** @file  Approximate search: the closest match of a pattern by edit distance. */
#ifndef DAFTAR_TEXT_APPROX_H
#define DAFTAR_TEXT_APPROX_H

#include <stdbool.h>
#include <stddef.h>

/** A search for a pattern with at most `limit` errors. */
struct approx {
	const char *text, *pattern;
	size_t len, pattern_len;
	int limit;
};

struct approx_match {
	size_t start, end; /* bytes of the text */
	int errors;	   /* code points inserted, deleted or replaced */
};

/**
 * Find the match with the fewest errors, of several, the first.
 * Uses Myers' bit-parallel algorithm: the time is proportional to the text times a
 * 64th of the pattern.  False when there is no match, or when text and pattern are
 * too large to search at once.
 */
bool approx_find(const struct approx *approx, struct approx_match *match);

#endif
