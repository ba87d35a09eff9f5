/**
 * @file
 * Folding text for comparison: ignores case, accents and apostrophes.
 *
 * "Oʻzbekiston", "O'zbekiston" and "OZBEKISTON" fold to the same bytes, in NFC
 * or NFD.  ASCII is folded by a loop, the rest by libunistring: Unicode case folding
 * and NFD; marks of category Mn are dropped, as are apostrophes (U+02BB U+02BC
 * U+2018 U+2019 U+0027 U+0060 U+00B4) and invisible characters such as soft hyphens
 * and joiners; runs of white space become one blank.  Invalid UTF-8 folds to U+FFFD.
 */
#ifndef DAFTAR_TEXT_FOLD_H
#define DAFTAR_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/** Append the folded form of `len` bytes at `str`. */
void fold_add(struct buf *out, const char *str, size_t len);

/** A match: `len` bytes at byte `at`. */
struct fold_match {
	size_t at, len;
};

/**
 * The next text in `str` after `match` (zero: the first) whose folded form is `needle`
 * (already folded, not empty).  It begins and ends at grapheme boundaries.  Returns
 * false, and leaves `match` alone, when there is none.
 */
bool fold_next(const char *str, const char *needle, struct fold_match *match);

/** Does `str` contain text whose folded form is `needle`? */
bool fold_has(const char *str, const char *needle);

#endif
