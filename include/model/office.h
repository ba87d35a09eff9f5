/**
 * @file
 * Offices held over time: people are given the title they had at the time of the
 * event, not their present one.
 */
#ifndef DAFTAR_MODEL_OFFICE_H
#define DAFTAR_MODEL_OFFICE_H

#include "base/buf.h"
#include "model/dossier.h"

/**
 * Was the office held at that date?  YES when it was held on all possible days of the
 * date; MAYBE when on some, or when its term is not given; NO for a missing date.
 */
enum truth office_held(const struct office *office, const struct date_extent *date);

/**
 * The office that `actor` held at that date, or NULL: in written order, the first that
 * was certainly held, else the first that was possibly held.  `actor` may be any ref.
 */
const struct office *office_on(const struct dossier *dossier, struct ref actor,
			       const struct date_extent *date);

/** Does English put an article before the name?  "the United States", "Uzbekistan". */
bool name_takes_article(const char *name);

/** Append "Foreign Minister of Uzbekistan"; without `of`, the title alone. */
void office_words(const struct dossier *dossier, const struct office *office,
		  struct buf *out);

/**
 * Append the office that a participant held on the event's date.  False, with
 * nothing appended, when there is none; see also `participant->as`.
 */
bool office_of_participant(const struct dossier *dossier, const struct event *event,
			   const struct participant *participant, struct buf *out);

#endif
