/**
 * @file
 * The dossier as a graph: which records are joined, and why two of them are.
 *
 * Nodes are records; a point counts as its event.  Edges are relations, walked in both
 * directions, and, for paths that relations alone do not make, the references of records
 * to each other: an event to its actors and its place, a record to the sources that it
 * cites.  The graph belongs to an index and is made when it is first asked for.
 */
#ifndef DAFTAR_QUERY_GRAPH_H
#define DAFTAR_QUERY_GRAPH_H

#include "query/query.h"

struct graph;

/** The graph of the index's dossier.  Owned by the index. */
const struct graph *query_graph(struct query_index *index);

/** The same without an index.  Owned by `arena`. */
const struct graph *graph_new(const struct dossier *dossier, struct arena *arena);

/** The dossier that it is of. */
const struct dossier *graph_dossier(const struct graph *graph);

/** What joins two records, from the best reason to the weakest. */
enum graph_joint {
	GRAPH_RELATION,
	GRAPH_SHARED, /* an actor, a place, a whole that they are parts of */
	GRAPH_SOURCE, /* a source that they cite, a thread */
	GRAPH_JOINT_COUNT
};

/** Two records that are joined, read from `from` to `to`. */
struct graph_edge {
	struct ref from, to; /* never points */
	struct ref relation; /* of GRAPH_RELATION, else none */
	const char *label;   /* true from `from`: "follows"; never NULL */
	enum graph_joint joint;
	bool is_outward; /* the relation, or the reference, is written in `from` */
	bool is_cited;	 /* the relation has a passage */
};

/** When the other record of a relation is, seen from this one. */
enum era { ERA_BEFORE, ERA_DURING, ERA_AFTER, ERA_COUNT };

/** The relations of a record, era by era. */
struct graph_edges {
	struct ref record;
	uint32_t first; /* the graph's own */
	int count;
	int counts[ERA_COUNT]; /* of each era; an undated record has ERA_AFTER alone */
	bool is_dated;
};

/**
 * The relations of a record in the order of the other record's date, else of their own;
 * undated ones last.  "During" has those whose dates share a day, or may; but what
 * follows, answers or continues something is after it whatever the dates leave open.
 */
struct graph_edges graph_edges(const struct graph *graph, struct ref record);

/** One of them, by its index from 0. */
struct graph_edge graph_edge(const struct graph *graph, const struct graph_edges *edges,
			     int i);

/** How much of what is around a record is wanted.  Work is bounded by it. */
struct ego_bounds {
	int depth;		/* edges away, at least 1 */
	int most_of[ERA_COUNT]; /* edges of the record itself */
	int beyond;		/* edges of each record that they lead to */
	int most;		/* in all */
};

/** A record around another one, by the edge that leads to it. */
struct ego_node {
	struct graph_edge edge;
	int parent; /* the node that `edge` leads from; -1: the record in the middle */
	int level;  /* edges to the middle, from 1 */
	int first, count; /* the nodes that it leads to */
	int more;	  /* its other edges that have no node */
};

/**
 * What is around a record: its own edges by date, those nearest to it in time where
 * not all are wanted, then the edges of the records that they lead to, level by level.
 * Beyond the first level each record has one node.
 */
struct ego {
	struct ref about;
	struct ego_node *nodes;
	int count;
	int counts[ERA_COUNT]; /* of its own edges: the first nodes, era by era ... */
	int more[ERA_COUNT];   /* ... and how many more there are */
	bool is_dated;
};

/** Find it.  Owned by `arena`. */
void ego_find(const struct graph *graph, struct ego *ego, const struct ego_bounds *bounds,
	      struct arena *arena);

/** Why two records are connected. */
struct path {
	struct ref from, to; /* never points */
	bool is_found;
	enum graph_joint joint; /* the weakest that it needs */
	const struct graph_edge *edges;
	int count; /* 0: both are the same record */

	/* When there is none: */
	int reached_count;  /* other records that `from` is connected with */
	struct ref nearest; /* of those the nearest in time to `to`; or none */
	int nearest_count;  /* how many edges lead to it */
};

/**
 * Find the shortest path.  Relations come first: other joints are used only when
 * relations alone do not connect the two, and sources only when actors and places do not
 * either.  Of equally short paths it takes one with the fewest edges that are no
 * relations, then with the fewest without a passage; the same one each time.  Edges are
 * owned by `arena`.
 */
void path_find(const struct graph *graph, struct path *path, struct arena *arena);

#endif
