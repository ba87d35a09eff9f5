/* The shortest path: breadth first, one joint more at a time. */
#include "config.h"

#include <assert.h>
#include <float.h>

#include "graph.h"
#include "model/words.h"

/* What an edge adds to a path: references count before relations without a passage. */
enum { UNCITED = 1 };
static const uint64_t a_reference = (uint64_t)1 << 32;

/* How a record was reached. */
struct stop {
	int level; /* edges that lead to it; 0: not reached, or where it began */
	uint64_t cost;
	struct graph_edge edge; /* the last of them */
};

struct search {
	const struct graph *graph;
	struct path *path;
	enum graph_joint widest;
	struct stop *stops; /* of each node */
	struct ref *queue;
	int head, tail;
};

static struct stop *stop_of(const struct search *search, struct ref ref)
{
	return &search->stops[graph_node(search->graph, ref)];
}

static bool is_reached(const struct search *search, struct ref ref)
{
	return stop_of(search, ref)->level || ref_equal(ref, search->path->from);
}

static void reach(struct search *search, const struct graph_edge *edge)
{
	const struct stop *before = stop_of(search, edge->from);
	struct stop *stop = stop_of(search, edge->to);
	uint64_t cost = before->cost + (edge->joint != GRAPH_RELATION ? a_reference
					: edge->is_cited	      ? 0
								      : UNCITED);

	if (!is_reached(search, edge->to))
		search->queue[search->tail++] = edge->to;
	else if (stop->level != before->level + 1 || stop->cost <= cost)
		return;
	*stop = (struct stop){ before->level + 1, cost, *edge };
}

/* Threads and passages lead nowhere: half the dossier is on one thread. */
static bool is_end(struct ref ref)
{
	return ref.kind == KIND_THREAD || ref.kind == KIND_PASSAGE;
}

static void spread(struct search *search, struct ref from)
{
	const struct graph *graph = search->graph;
	const struct halves *relations = &graph->relations, *others = &graph->references;
	uint32_t node = graph_node(graph, from);

	for (uint32_t i = relations->first[node]; i < relations->first[node + 1]; i++) {
		struct graph_edge edge = graph_read(graph, from, &relations->at[i]);

		reach(search, &edge);
	}
	if (search->widest == GRAPH_RELATION ||
	    (is_end(from) && !ref_equal(from, search->path->from)))
		return;
	for (uint32_t i = others->first[node]; i < others->first[node + 1]; i++) {
		struct graph_edge edge = graph_read_reference(from, &others->at[i]);

		if (edge.joint <= search->widest)
			reach(search, &edge);
	}
}

static void search_all(struct search *search)
{
	struct ref to = search->path->to;

	search->queue[search->tail++] = search->path->from;
	while (search->head < search->tail) {
		struct ref from = search->queue[search->head++];

		/* All ways of the same length have been seen. */
		if (is_reached(search, to) &&
		    stop_of(search, from)->level >= stop_of(search, to)->level)
			break;
		spread(search, from);
	}
}

static void take_path(const struct search *search, struct arena *arena)
{
	struct path *path = search->path;
	struct ref at = path->to;

	path->is_found = true;
	path->count = stop_of(search, at)->level;
	struct graph_edge *edges = arena_array(arena, (size_t)path->count, sizeof *edges);

	for (int i = path->count; i-- > 0; at = edges[i].from) {
		edges[i] = stop_of(search, at)->edge;
		if (edges[i].joint > path->joint)
			path->joint = edges[i].joint;
	}
	path->edges = edges;
}

/* Days between the middles of two dates; DBL_MAX where one has none. */
static double days_between(const struct dossier *dossier, struct ref a, struct ref b)
{
	const struct when *dates[] = { words_when(dossier, a), words_when(dossier, b) };
	double middles[2];

	for (int i = 0; i < 2; i++) {
		const struct date_extent *it = dates[i] ? &dates[i]->extent : NULL;

		if (!it || !it->is_given)
			return DBL_MAX;
		int64_t from = it->start_min == INT64_MIN ? it->end_max : it->start_min;
		int64_t to = it->end_max == INT64_MAX ? it->start_min : it->end_max;

		if (from == INT64_MAX || to == INT64_MIN)
			return DBL_MAX;
		middles[i] = ((double)from + (double)to) / 2;
	}
	return middles[0] < middles[1] ? middles[1] - middles[0]
				       : middles[0] - middles[1];
}

static void take_nearest(const struct search *search)
{
	struct path *path = search->path;
	double least = DBL_MAX;

	path->reached_count = search->tail - 1;
	for (int i = 1; i < search->tail; i++) {
		struct ref ref = search->queue[i];
		double days = days_between(search->graph->dossier, ref, path->to);

		if (days >= least)
			continue;
		least = days;
		path->nearest = ref;
		path->nearest_count = stop_of(search, ref)->level;
	}
}

static void search_by(const struct graph *graph, struct path *path,
		      enum graph_joint widest, struct arena *arena)
{
	struct arena scratch = { 0 };
	size_t nodes = graph->base[KIND_COUNT];
	struct search search = { .graph = graph, .path = path, .widest = widest };

	search.stops = arena_array(&scratch, nodes, sizeof *search.stops);
	search.queue = arena_array(&scratch, nodes, sizeof *search.queue);
	search_all(&search);
	if (is_reached(&search, path->to))
		take_path(&search, arena);
	else
		take_nearest(&search);
	arena_clear(&scratch);
}

void path_find(const struct graph *graph, struct path *path, struct arena *arena)
{
	*path = (struct path){ .from = dossier_home(graph->dossier, path->from),
			       .to = dossier_home(graph->dossier, path->to) };
	assert(!ref_is_none(path->from) && !ref_is_none(path->to));
	for (int widest = 0; widest < GRAPH_JOINT_COUNT && !path->is_found; widest++)
		search_by(graph, path, (enum graph_joint)widest, arena);
}
