/**
 * @file
 * Who held which office on a day: people are titled by what they were when
 * something happened, not by what they are now.
 */
#ifndef DAFTAR_MODEL_OFFICE_H
#define DAFTAR_MODEL_OFFICE_H

#include "base/buf.h"
#include "model/dossier.h"

/**
 * Was the office held at that date?  YES when it was on every day that the date
 * may mean; MAYBE when on some, or when nobody says when it was held; NO for a
 * date that is not given.
 */
enum truth office_held(const struct office *office, const struct date_extent *date);

/**
 * The office that `actor` held at that date, or NULL: the first one, as written, that was
 * surely held, else the first that may have been.  `actor` may be any ref.
 */
const struct office *office_on(const struct dossier *dossier, struct ref actor,
			       const struct date_extent *date);

/** Append "Foreign Minister of Uzbekistan"; without `of`, the title alone. */
void office_words(const struct dossier *dossier, const struct office *office,
		  struct buf *out);

/**
 * Append the office that a participant held on the event's date.  False, with
 * nothing appended, when there is none; in what capacity else it took part
 * is `participant->as`.
 */
bool office_of_participant(const struct dossier *dossier, const struct event *event,
			   const struct participant *participant, struct buf *out);

#endif
