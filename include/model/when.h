/** @file  The words of a date as it was curated: supplied ones are marked. */
#ifndef DAFTAR_MODEL_WHEN_H
#define DAFTAR_MODEL_WHEN_H

#include "base/buf.h"
#include "model/dossier.h"

/**
 * Append the date in words: "12 December 2022".  Bracketed, one that is supplied is
 * "[12 December 2022]"; the other styles do not tell.  Nothing for no date.
 */
void when_words(const struct when *when, enum date_style style, struct buf *out);

/**
 * Append the date in DATE_CELLS cells at most, for lists; see date_short().  EDTF
 * that does not fit is cut.
 */
void when_short(const struct when *when, enum date_style style, struct buf *out);

#endif
