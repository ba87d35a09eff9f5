/**
 * @file
 * Citations of a reference: a short form for columns and a full form for notes.
 *
 * There is one style: author, title, container and date, as in CSL.  The records are
 * CSL, so pandoc can format them in any other style.
 */
#ifndef DAFTAR_MODEL_CITATION_H
#define DAFTAR_MODEL_CITATION_H

#include "base/buf.h"
#include "model/dossier.h"

/**
 * Append the short title, else the authors, else the title, and the year: "CPC
 * 2022", "Akbarzadeh n.d.", "Freund and Lu [2018]" (a supplied year).  After a short
 * title, the year is omitted when the title contains it or there is none.
 */
void citation_short(const struct dossier *dossier, struct ref reference, struct buf *out);

/**
 * Append 'Freund, “A Productive Week for U.S.–Uzbekistan Relations”, Caspian
 * Policy Center, 19 December 2022, para. 3'; `locator` may be NULL.
 */
void citation_full(const struct dossier *dossier, struct ref reference,
		   const char *locator, struct buf *out);

#endif
