/** @file  The dossier as a graph, for the formats of graphs. */
#ifndef DAFTAR_DOC_EXPORT_GRAPH_H
#define DAFTAR_DOC_EXPORT_GRAPH_H

#include "export.h"

/** An edge: a relation, or (`relation` is none) the part that an actor takes in an
 * event. */
struct export_edge {
	struct ref from, to, relation;
	const char *label; /* "follows", "host" */
	bool has_evidence;
};

/** What to do with each node and edge; a format that has no use for an edge may leave
 * it out. */
struct graph {
	struct export *export;
	void (*node)(struct export *, struct ref);
	void (*edge)(struct export *, const struct export_edge *);
	bool has_participants; /* actors are nodes, and edges lead to their events */
};

/**
 * Give the nodes, which are the events and all records that an edge leads to, each
 * once and in the order of the dossier; then the edges.
 */
void graph_walk(const struct graph *graph);

#endif
