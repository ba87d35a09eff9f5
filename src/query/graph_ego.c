/* What is around a record, as a tree: level by level, each record once. */
#include "config.h"

#include <assert.h>

#include "query/graph.h"

struct growth {
	const struct graph *graph;
	const struct ego_bounds *bounds;
	struct ego *ego;
	struct arena *arena;
};

static void add(struct growth *growth, const struct graph_edge *edge, int parent)
{
	struct ego *ego = growth->ego;
	int level = parent < 0 ? 1 : ego->nodes[parent].level + 1;

	ego->nodes =
		arena_grow(growth->arena, ego->nodes, ego->count, sizeof *ego->nodes);
	ego->nodes[ego->count++] =
		(struct ego_node){ .edge = *edge, .parent = parent, .level = level };
}

static bool has_node(const struct ego *ego, struct ref ref)
{
	bool found = ref_equal(ego->about, ref);

	for (int i = 0; i < ego->count && !found; i++)
		found = ref_equal(ego->nodes[i].edge.to, ref);
	return found;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* The edges of the record itself; of too many earlier ones the last. */
static void grow_first(struct growth *growth)
{
	struct graph_edges edges = graph_edges(growth->graph, growth->ego->about);
	struct ego *ego = growth->ego;
	int at = 0;

	ego->is_dated = edges.is_dated;
	for (int era = 0; era < ERA_COUNT; era++) {
		int count = least(edges.counts[era], growth->bounds->most_of[era]);
		int from = era == ERA_BEFORE ? at + edges.counts[era] - count : at;

		ego->counts[era] = count;
		ego->more[era] = edges.counts[era] - count;
		for (int i = from; i < from + count; i++) {
			struct graph_edge edge = graph_edge(growth->graph, &edges, i);

			add(growth, &edge, -1);
		}
		at += edges.counts[era];
	}
}

/* Is an earlier node of the same record?  Two relations may join the same two. */
static bool is_second(const struct ego *ego, int node)
{
	for (int i = 0; i < node; i++)
		if (ref_equal(ego->nodes[i].edge.to, ego->nodes[node].edge.to))
			return true;
	return false;
}

/* The edges of a record around it, those nearest in time; those to what has a node
 * already are left out. */
static void grow_from(struct growth *growth, int node)
{
	const struct ego_bounds *bounds = growth->bounds;
	struct ego *ego = growth->ego;
	struct graph_edges edges = graph_edges(growth->graph, ego->nodes[node].edge.to);
	int now = edges.counts[ERA_BEFORE];
	int from = now - bounds->beyond, to = now + bounds->beyond;

	ego->nodes[node].first = ego->count;
	for (int i = from < 0 ? 0 : from; i < least(to, edges.count); i++) {
		struct graph_edge edge = graph_edge(growth->graph, &edges, i);

		if (ego->count < bounds->most &&
		    ego->nodes[node].count < bounds->beyond && !has_node(ego, edge.to)) {
			add(growth, &edge, node);
			ego->nodes[node].count++;
		}
	}
	ego->nodes[node].more = edges.count - ego->nodes[node].count - 1;
}

void ego_find(const struct graph *graph, struct ego *ego, const struct ego_bounds *bounds,
	      struct arena *arena)
{
	struct growth growth = {
		.graph = graph, .bounds = bounds, .ego = ego, .arena = arena
	};

	assert(bounds->depth >= 1);
	*ego = (struct ego){ .about = ego->about };
	grow_first(&growth);
	for (int i = 0; i < ego->count && ego->nodes[i].level < bounds->depth; i++)
		if (!is_second(ego, i))
			grow_from(&growth, i);
}
