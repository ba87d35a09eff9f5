/**
 * @file
 * A reference in words, short for a column and full for a note.
 *
 * One house style, in the order of CSL's author, title, container and date; the
 * records stay CSL, so whoever needs another style gives them to pandoc.
 */
#ifndef DAFTAR_MODEL_CITATION_H
#define DAFTAR_MODEL_CITATION_H

#include "base/buf.h"
#include "model/dossier.h"

/**
 * Append who and when: the short title, else the authors, else the title, and
 * the year: "CPC 2022", "Akbarzadeh n.d.", "Freund and Lu [2018]" (a supplied
 * year).  A short title that names the year, or has none, stands alone.
 */
void citation_short(const struct dossier *dossier, struct ref reference, struct buf *out);

/**
 * Append 'Freund, “A Productive Week for U.S.–Uzbekistan Relations”, Caspian
 * Policy Center, 19 December 2022, para. 3'; `locator` may be NULL.
 */
void citation_full(const struct dossier *dossier, struct ref reference,
		   const char *locator, struct buf *out);

#endif
