/**
 * @file
 * Normalised text for searching, with a map back to the original.
 */
#ifndef DAFTAR_TEXT_NORMAL_H
#define DAFTAR_TEXT_NORMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
	NORMAL_STRIDE = 256, /* bytes between two entries of `points` */
	NORMAL_WORD = 64     /* maximum bytes of a word, for scripts without blanks */
};

struct quote_text {
	const char *bytes; /* the original */
	size_t len;
	char *normal; /* normalised, NUL-terminated */
	size_t normal_len;
	uint32_t *origin; /* the original byte of each normalised byte, and of the end.
			     A match does not split neighbours with equal origin */
	uint32_t *points; /* number of code points before every NORMAL_STRIDE-th byte */
	uint32_t *paragraphs; /* the first byte of each */
	int paragraph_count;
	int words;
};

/** A string normalised as the text is.  Owned by the arena. */
struct needle {
	const char *bytes;
	size_t len;
};

/** Normalise a string; NULL gives an empty needle. */
struct needle needle_make(struct arena *arena, const char *str);

/** May a match begin or end before the normalised byte `at`? */
bool normal_is_bound(const struct quote_text *text, size_t at);

/** Convert between bytes and code points of the original. */
long normal_point(const struct quote_text *text, size_t byte);
size_t normal_byte(const struct quote_text *text, long point);

/** The first normalised byte whose origin is `byte` or later. */
size_t normal_from(const struct quote_text *text, size_t byte);

/** The original end of a match that ends before the normalised byte `at`. */
size_t normal_end(const struct quote_text *text, size_t at);

#endif
