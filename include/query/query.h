/**
 * @file
 * Questions to a dossier: the one query language of prompt, chips, pickers and
 * command line.
 *
 *   query  = term { blank term }          all of them
 *   term   = [ "-" | "not:" ] [ field ":" ] values
 *   values = value { "," value }          any of them
 *   value  = word | '"' { any } '"'       a quotation mark within is doubled
 *   field  = actor role year date place type mode kind thread tag source status id
 *
 * Values without a field are searched in all text of the event: title, summary,
 * points, quoted words, names, places, tags, relations.  A year is YYYY,
 * YYYY..YYYY, ..YYYY or YYYY..; a date is any EDTF, meant from its earliest day to
 * its latest.  Any other value names a record or a word of a vocabulary: by its
 * id, else by a whole name, else by a part of a name (only id: takes whole ids).
 * What is typed is found where a word begins.  Case, accents and apostrophes do
 * not count (text/fold.h).
 *
 * An actor plays a part in an event as a participant or as one who speaks or is
 * spoken to in its points; a state also through those who held its offices on
 * the day.  A place holds the places within it.  Negation turns sure hits into
 * none and leaves possible ones possible.
 */
#ifndef DAFTAR_QUERY_QUERY_H
#define DAFTAR_QUERY_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/dossier.h"

enum query_field {
	QUERY_TEXT,
	QUERY_ACTOR,
	QUERY_ROLE,
	QUERY_YEAR,
	QUERY_DATE,
	QUERY_PLACE,
	QUERY_TYPE,
	QUERY_MODE,
	QUERY_KIND,
	QUERY_THREAD,
	QUERY_TAG,
	QUERY_SOURCE,
	QUERY_STATUS,
	QUERY_ID,
	QUERY_FIELD_COUNT
};

/** The fields' names and what they mean, for messages, the manual, completion. */
struct query_field_info {
	const char *name; /* "" for QUERY_TEXT */
	const char *help;
	const char *example;
};
extern const struct query_field_info query_fields[QUERY_FIELD_COUNT];

/** One term: a chip. */
struct query_term;

/** The terms that a query may have: more than anyone types, fewer than a paste brings. */
enum { QUERY_TERMS_MOST = 64 };

/**
 * Terms that must all hold.  Zero-initialise; release.  What each term finds is
 * worked out when it is added, so a query belongs to the one dossier that its
 * terms were added with: after a reload, print it and add that to a new one.
 */
struct query {
	struct arena arena; /* owns the array and the folded text */
	struct query_term **terms;
	int term_count, room;
	const char *const *texts; /* of each event, folded; made for the first word */
};

/** Why a query can't be read: where, what, and what was probably meant. */
struct query_fault {
	size_t at, len; /* bytes of the text */
	char message[256];
};

/** Add the terms of `text`.  False, with nothing added, when it can't be read. */
bool query_add(struct query *query, const struct dossier *dossier, const char *text,
	       struct query_fault *fault);

/** Add one term for a field and one of its values, quoted as needed. */
bool query_add_value(struct query *query, const struct dossier *dossier,
		     enum query_field field, const char *value);

void query_drop(struct query *query, int index);
void query_switch(struct query *query, int index, bool on);
bool query_is_on(const struct query *query, int index);
enum query_field query_field_of(const struct query *query, int index);

/** Append one term, or the whole query (terms that are off, too), as it would be typed.
 */
void query_print_term(const struct query *query, int index, struct buf *out);
void query_print(const struct query *query, struct buf *out);

void query_release(struct query *query);

/**
 * Does the event answer all terms that are on?  TRUTH_MAYBE when only a vague
 * date stands in the way: its own, or that of an office.
 */
enum truth query_match(const struct query *query, const struct dossier *dossier,
		       uint32_t event);

/** The event that matches `actor:VALUE` through an office: whose; none when directly. */
struct ref query_match_through(const struct query *query, const struct dossier *dossier,
			       uint32_t event);

/** Is the point, by its index, what the terms on kinds and states of points ask for?
 * False when no such term is on. */
bool query_match_point(const struct query *query, const struct dossier *dossier,
		       uint32_t point);

/** Events that answer: first the sure ones, then the possible ones. */
struct query_hits {
	uint32_t *events;
	enum truth *truths; /* beside each: TRUTH_YES or TRUTH_MAYBE */
	int count;	    /* of all, sure and possible ... */
	int possible_count; /* ... and of the possible ones among them */
};

/** `thread` none: in dossier order.  Else: in the thread's own order, only its steps. */
void query_run(const struct query *query, const struct dossier *dossier,
	       struct ref thread, struct arena *arena, struct query_hits *hits);

/** One value of a field, and how many events choosing it would give. */
struct facet {
	const char *value;	   /* as query_add_value() takes it */
	const char *label;	   /* as shown */
	int count, possible_count; /* as in struct query_hits */
};

/**
 * The values of a field with what choosing each would give, the other terms
 * being as they are (terms of the same field are passed over).  Years ascend,
 * others go by count, then by label.  Values that would give nothing are left
 * out.  QUERY_TEXT and QUERY_DATE have no values.
 */
const struct facet *query_facets(const struct query *query, const struct dossier *dossier,
				 struct ref thread, enum query_field field,
				 struct arena *arena, int *count);

#endif
