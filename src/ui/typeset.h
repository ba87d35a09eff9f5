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
	uint32_t key;	/* added to their keys, where other rows have the lower ones */
};

/** Add rows for blocks of `doc`. */
void typeset(struct rows *rows, const struct doc *doc, const struct typeset *how);

/** The sign of evidence before a link: of the relation that it is; else a blank. */
const char *link_sign(const struct doc *doc, struct ref about, bool ascii);

#endif
