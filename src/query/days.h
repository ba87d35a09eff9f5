/** @file  Which records are within some days: terms on year and date. */
#ifndef DAFTAR_QUERY_DAYS_H
#define DAFTAR_QUERY_DAYS_H

#include "index.h"
#include "node.h"

/** Fill in the days of a kind. */
void day_table_init(struct day_table *table, const struct dossier *dossier,
		    enum kind kind, struct arena *arena);

/** Raise the records of a kind that a term on the year or the date is true of. */
void days_find(struct query_index *index, enum kind kind, const struct node *term,
	       struct truths *found);

#endif
