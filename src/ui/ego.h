/** @file  The small graph of what is around a record, as rows. */
#ifndef DAFTAR_UI_EGO_H
#define DAFTAR_UI_EGO_H

#include "query/graph.h"
#include "row.h"

/** What there is room for. */
struct ego_room {
	int height; /* rows that are seen */
	int depth;  /* edges away */
};

/**
 * Add the graph: what is before the record above it, the rest below, each node a link.
 * Keys of rows count from 1.  Adds nothing where there is no room.  Gives the row of the
 * record in the middle.
 */
int ego_rows(struct rows *rows, const struct graph *graph, struct ref about,
	     const struct ego_room *room);

#endif
