/**
 * @file
 * Text as it is compared: without case, accents and apostrophes.
 *
 * "Oʻzbekiston", "O'zbekiston" and "OZBEKISTON" fold to the same bytes, in NFC
 * or NFD.  Folding goes word by word: ASCII by a loop, the rest by libunistring
 * (Unicode case folding, NFD, marks of category Mn dropped, apostrophe letters
 * and quotes U+02BB U+02BC U+2018 U+2019 U+0027 U+0060 U+00B4 dropped, and what is
 * never seen, such as soft hyphens and joiners; runs of white space become one
 * blank).  Broken UTF-8 folds to U+FFFD.
 */
#ifndef DAFTAR_TEXT_FOLD_H
#define DAFTAR_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/** Append the folded form of `len` bytes at `str`. */
void fold_add(struct buf *out, const char *str, size_t len);

/** Do the two fold to the same? */
bool fold_equal(const char *a, const char *b);

/**
 * Where in `str` text stands that folds to `needle` (itself already folded,
 * not empty), from byte `from` on.  True with the bytes of `str` in `*at`, `*len`.
 * Matches begin and end at grapheme bounds.
 */
bool fold_find(const char *str, size_t from, const char *needle, size_t *at, size_t *len);

#endif
