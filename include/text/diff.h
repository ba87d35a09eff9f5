/** @file  A word diff of two texts. */
#ifndef DAFTAR_TEXT_DIFF_H
#define DAFTAR_TEXT_DIFF_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

enum diff_kind { DIFF_COMMON, DIFF_REMOVED, DIFF_ADDED };

/** A run of words; removed words come before the words that replace them. */
struct diff_run {
	enum diff_kind kind;
	const char *words; /* in the old text; in the new one when added */
	size_t len; /* bytes, from the start of the first word to the end of the last */
};

/**
 * The runs of the diff from `old_text` to `new_text`, `*count` of them; they point into
 * the texts.  Words are separated by white space.  In very long texts, everything
 * between the common start and end counts as replaced.
 */
const struct diff_run *diff_words(const char *old_text, const char *new_text,
				  struct arena *arena, int *count);

/** Append the runs in one line: "conducting {just->fair} and public trials". */
void diff_print(const struct diff_run *runs, int count, struct buf *out);

#endif
