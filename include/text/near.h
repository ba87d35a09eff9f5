/** @file  "Did you mean": the edit distance of two words. */
#ifndef DAFTAR_TEXT_NEAR_H
#define DAFTAR_TEXT_NEAR_H

enum { NEAR_LONGEST = 127 };

/**
 * The restricted Damerau-Levenshtein distance (insert, delete, replace, swap
 * neighbours), in bytes after ASCII case folding; `limit + 1` when it exceeds `limit`
 * or a word is longer than NEAR_LONGEST bytes.
 */
int near_distance(const char *a, const char *b, int limit);

/** The best candidate so far; zero-initialise but for `word`. */
struct near {
	const char *word;
	const char *best; /* NULL when no candidate is close enough */
	int distance;
};

/** Consider a candidate: the distance may be a third of the word's length, at least 1.
 * Of equally close candidates the first wins. */
void near_try(struct near *near, const char *candidate);

#endif
