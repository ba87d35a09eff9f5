/**
 * @file
 * Questions to a dossier: the one query language of prompt, chips, pickers and
 * command line.
 *
 *   query  = term { blank term }          all of them
 *   term   = [ "-" | "not:" ] ( field ":" values | words )
 *   values = value { "," value }          any of them
 *   value  = word | '"' { any } '"'
 *   words  = value                        searches all text of the record
 *   field  = actor role year date place type mode kind thread tag source status id
 *
 * A year is YYYY, YYYY..YYYY, ..YYYY or YYYY..; a date is any EDTF.  Matching is
 * text/fold.h's: no case, no accents, no apostrophes, every name of an actor;
 * an actor matches through the office it held on the day, too.
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

/** Terms that must all hold.  Zero-initialise; release. */
struct query {
	struct arena arena;
	struct query_term **terms;
	int term_count;
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

/** Append one term, or the whole query, as it would be typed. */
void query_print_term(const struct query *query, int index, struct buf *out);
void query_print(const struct query *query, struct buf *out);

void query_release(struct query *query);

/**
 * Does the event answer all terms that are on?  TRUTH_MAYBE when only its vague
 * date stands in the way.
 */
enum truth query_match(const struct query *query, const struct dossier *dossier,
		       uint32_t event);

/** The event that matches `actor:VALUE` through an office: whose; none when directly. */
struct ref query_match_through(const struct query *query, const struct dossier *dossier,
			       uint32_t event);

/** Events that answer, sure ones and possible ones, each in dossier order. */
struct query_hits {
	uint32_t *events;
	enum truth *truths; /* beside each: TRUTH_YES or TRUTH_MAYBE */
	int count, possible_count;
};

/** `thread` none: in dossier order.  Else: in the thread's own order, only its steps. */
void query_run(const struct query *query, const struct dossier *dossier,
	       struct ref thread, struct arena *arena, struct query_hits *hits);

/** One value of a field, and how many events choosing it would give. */
struct facet {
	const char *value; /* as typed in a query */
	const char *label; /* as shown */
	int count, possible_count;
};

/**
 * The values of a field with what choosing each would give, the other terms
 * being as they are (terms of the same field are passed over).  Years ascend,
 * others go by count, then by label.  Values that would give nothing are left out.
 */
const struct facet *query_facets(const struct query *query, const struct dossier *dossier,
				 struct ref thread, enum query_field field,
				 struct arena *arena, int *count);

#endif
