/** @file  Writing curated dates, with a mark for supplied ones. */
#ifndef DAFTAR_MODEL_WHEN_H
#define DAFTAR_MODEL_WHEN_H

#include "base/buf.h"
#include "model/dossier.h"

/**
 * Append the date in words: "12 December 2022".  With DATE_BRACKETED, a
 * supplied date is written "[12 December 2022]"; other styles have no mark.  Appends
 * nothing for no date.
 */
void when_words(const struct when *when, enum date_style style, struct buf *out);

/** As when_words(), in the form of date_compact(): for lists on a stream. */
void when_compact(const struct when *when, enum date_style style, struct buf *out);

/**
 * Append the date in at most DATE_CELLS cells, for lists on the screen; see
 * date_short().  EDTF is cut to fit.
 */
void when_short(const struct when *when, enum date_style style, struct buf *out);

#endif
