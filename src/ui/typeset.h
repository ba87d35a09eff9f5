/**
 * @file
 * A document laid out in rows.
 *
 * The one place that knows how blocks look on a screen; what they say is known to the
 * layer doc alone.  The key of a row is the number of its block, from 1, so it is the
 * same at every width.
 */
#ifndef DAFTAR_UI_TYPESET_H
#define DAFTAR_UI_TYPESET_H

#include "row.h"

struct typeset {
	bool has_title; /* the title of the record is shown elsewhere: leave it out */
	bool more;	/* metadata, too */
	int from, to;	/* the blocks */
};

/** Add rows for blocks of `doc`. */
void typeset(struct rows *rows, const struct doc *doc, const struct typeset *how);

#endif
