/** @file  Which words differ between two wordings of a sentence. */
#ifndef DAFTAR_TEXT_DIFF_H
#define DAFTAR_TEXT_DIFF_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

enum diff_kind { DIFF_COMMON, DIFF_REMOVED, DIFF_ADDED };

/** Words next to one another; removed ones come before what was added for them. */
struct diff_run {
	enum diff_kind kind;
	const char *words; /* within the old text; within the new one when added */
	size_t len; /* bytes, from the first word's first to the last word's last */
};

/**
 * The runs that lead from `old_text` to `new_text`, whose bytes they point at; `*count`
 * of them.  Words are what white space parts.  Of very long texts the middle
 * counts as replaced whole.
 */
const struct diff_run *diff_words(const char *old_text, const char *new_text,
				  struct arena *arena, int *count);

/** Append them in one line: "conducting {just->fair} and public trials". */
void diff_print(const struct diff_run *runs, int count, struct buf *out);

#endif
