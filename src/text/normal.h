/**
 * @file
 * The text as it is searched, and the way back to the text as it stands.
 */
#ifndef DAFTAR_TEXT_NORMAL_H
#define DAFTAR_TEXT_NORMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
	NORMAL_STRIDE = 256, /* bytes between two counts of code points */
	NORMAL_WORD = 64     /* bytes; longer are only words that no blanks part */
};

struct anchor_text {
	const char *bytes; /* the original */
	size_t len;
	char *normal; /* normalised, NUL-terminated */
	size_t normal_len;
	uint32_t *origin; /* of each normalised byte, and of the end: an original byte.
			     Equal neighbours belong together: no match parts them */
	uint32_t *points; /* code points before each NORMAL_STRIDE bytes */
	uint32_t *paragraphs; /* the byte each begins at */
	int paragraph_count;
	int words;
};

/** A string made comparable with a text.  Owned by the arena. */
struct needle {
	const char *bytes;
	size_t len;
};

/** NULL gives an empty one. */
struct needle needle_make(struct arena *arena, const char *str);

/** May a match begin or end before the normalised byte `at`? */
bool normal_is_bound(const struct anchor_text *text, size_t at);

/** The code point that begins at, or holds, the original byte; and back. */
long normal_point(const struct anchor_text *text, size_t byte);
size_t normal_byte(const struct anchor_text *text, long point);

/** The first normalised byte that comes from the original byte or one after it. */
size_t normal_from(const struct anchor_text *text, size_t byte);

/** The original byte at which a match that ends before normalised `at` ends. */
size_t normal_end(const struct anchor_text *text, size_t at);

#endif
