/** @file  One term of a query, and what it finds. */
#ifndef DAFTAR_QUERY_TERM_H
#define DAFTAR_QUERY_TERM_H

#include "field.h"
#include "query/query.h"

struct query_term {
	struct arena arena; /* owns the term, itself too */
	enum query_field field;
	bool is_negated, is_on;
	const char **values;
	int value_count, value_room;
	unsigned char *truths; /* an enum truth an event */
	struct space space;
	unsigned char *picked; /* which of the space's keys, one byte each */
};

/** A term without values, which finds nothing yet.  Release with term_free(). */
struct query_term *term_new(const struct dossier *dossier, enum query_field field,
			    bool is_negated);

/**
 * Add a value, which is copied.  False with the reason in `why` when it means
 * nothing here.
 */
bool term_add(struct query_term *term, struct query *query, const char *value,
	      struct buf *why);

/** Work out what the term finds, after its last value. */
void term_finish(struct query_term *term);

void term_free(struct query_term *term);

/** Put a term, which is owned from now on, at the end of a query. */
void query_push(struct query *query, struct query_term *term);

#endif
