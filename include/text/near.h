/** @file  "Did you mean": how far two words are from one another. */
#ifndef DAFTAR_TEXT_NEAR_H
#define DAFTAR_TEXT_NEAR_H

#include <stddef.h>

enum { NEAR_LONGEST = 127 };

/**
 * The restricted Damerau-Levenshtein distance (insert, delete, replace, swap
 * two neighbours), in bytes after ASCII case folding; `limit + 1` as soon as it is sure
 * to be more than `limit`, and for words of more than NEAR_LONGEST bytes.
 */
int near_distance(const char *a, size_t a_len, const char *b, size_t b_len, int limit);

/** The best candidate so far; zero-initialise but for `word`. */
struct near {
	const char *word;
	const char *best; /* NULL while nothing is near enough */
	int distance;
};

/** Consider one more candidate: near means at most a third of the word's length, at
 * least 1.  The first of equally near ones stays. */
void near_try(struct near *near, const char *candidate);

#endif
