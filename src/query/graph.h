/** @file  What the graph is made of: for each record, the records that it is joined to.
 */
#ifndef DAFTAR_QUERY_GRAPH_PARTS_H
#define DAFTAR_QUERY_GRAPH_PARTS_H

#include "query/graph.h"

/** An edge as one of its ends sees it. */
struct half {
	struct ref to;
	uint32_t what; /* a relation, or a row of the table of references */
	bool is_outward;
	enum era era; /* of a relation */
};

/** The halves of all records, grouped by record. */
struct halves {
	uint32_t *first; /* of each node, and where those of the last end */
	struct half *at;
};

struct graph {
	const struct dossier *dossier;
	struct arena *arena;
	uint32_t base[KIND_COUNT + 1]; /* the node of the first record of each kind */
	struct halves relations, references;
};

/** The number of a record among all records. */
static inline uint32_t graph_node(const struct graph *graph, struct ref ref)
{
	return graph->base[ref.kind] + ref.index;
}

/** Halves while they are made. */
struct placed {
	uint32_t node;			/* that it is a half of */
	const struct date_extent *when; /* relations go by this */
	struct half half;
};
struct placing {
	struct arena arena;
	struct placed *at;
	int count;
};

/** Add both halves of an edge, unless a half has no other end. */
void graph_place(const struct graph *graph, struct placing *placing, struct ref from,
		 const struct half *half);

/** Sort, group and copy them; what was placed is released. */
void graph_group(const struct graph *graph, struct halves *halves,
		 struct placing *placing, int compare(const void *a, const void *b));

/** Make the references. */
void graph_add_references(struct graph *graph);

/** A half as an edge from `from`. */
struct graph_edge graph_read(const struct graph *graph, struct ref from,
			     const struct half *half);
struct graph_edge graph_read_reference(struct ref from, const struct half *half);

#endif
