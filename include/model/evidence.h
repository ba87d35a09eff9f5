/**
 * @file
 * How well a record is borne out by its passages: one sign for every list.
 *
 * The claims of an event are its points; without points, the event itself.  An event,
 * its date, participants and date claims may cite passages of their own: each that does
 * is a claim, too, and one that does not rests on the rest of the event; so with the
 * status and the outcome of a point.  What is supplied is marked as supplied and is no
 * claim.  An actor or a place claims its description
 * and its offices, a point and a relation claim themselves, a passage its words, a
 * source the passages taken from it.  Threads and kinds of relation claim nothing.
 */
#ifndef DAFTAR_MODEL_EVIDENCE_H
#define DAFTAR_MODEL_EVIDENCE_H

#include <stdbool.h>

#include "model/dossier.h"
#include "model/texts.h"

enum evidence {
	EVIDENCE_NONE_NEEDED, /* nothing is claimed: a bare actor */
	EVIDENCE_FULL,	  /* ● every claim has a passage, and it is found in its text */
	EVIDENCE_PARTLY,  /* ◐ some have */
	EVIDENCE_CURATOR, /* ○ the curator's words only */
	EVIDENCE_BROKEN,  /* × a passage is orphaned or changed */
	EVIDENCE_COUNT
};

/** What each is called in data: "none", "full", "partly", "curator", "broken". */
extern const char *const evidence_names[EVIDENCE_COUNT];

/**
 * How well the record is borne out.  `texts` NULL, or without the text of a source:
 * its passages count as found.  A source whose text alone is missing is borne out in
 * part.  EVIDENCE_NONE_NEEDED for no record.
 */
enum evidence evidence_of(const struct dossier *dossier, const struct texts *texts,
			  struct ref ref);

/** The sign, UTF-8 or ASCII ("*", "+", "o", "x", " "). */
const char *evidence_sign(enum evidence evidence, bool ascii);

#endif
