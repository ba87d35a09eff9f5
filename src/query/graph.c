/* The relations of each record, by date. */
#include "config.h"

#include "graph.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "index.h"
#include "model/words.h"

/* --- Halves ---------------------------------------------------------------- */

static void place(const struct graph *graph, struct placing *placing, struct ref from,
		  const struct half *half)
{
	placing->at = arena_grow(&placing->arena, placing->at, placing->count,
				 sizeof *placing->at);
	placing->at[placing->count++] =
		(struct placed){ .node = graph_node(graph, from), .half = *half };
}

void graph_place(const struct graph *graph, struct placing *placing, struct ref from,
		 const struct half *half)
{
	if (ref_is_none(from) || ref_is_none(half->to) || ref_equal(from, half->to))
		return;
	place(graph, placing, from, half);
	place(graph, placing, half->to,
	      &(struct half){
		      .to = from, .what = half->what, .is_outward = !half->is_outward });
}

void graph_group(const struct graph *graph, struct halves *halves,
		 struct placing *placing, int compare(const void *a, const void *b))
{
	uint32_t nodes = graph->base[KIND_COUNT], at = 0;
	int count = placing->count;

	halves->first = arena_array(graph->arena, (size_t)nodes + 1, sizeof(uint32_t));
	halves->at = arena_array(graph->arena, (size_t)count, sizeof *halves->at);
	if (count)
		qsort(placing->at, (size_t)count, sizeof *placing->at, compare);
	for (uint32_t node = 0; node < nodes; node++) {
		while (at < (uint32_t)count && placing->at[at].node == node) {
			halves->at[at] = placing->at[at].half;
			at++;
		}
		halves->first[node + 1] = at;
	}
	arena_clear(&placing->arena);
}

/* --- Relations -------------------------------------------------------------- */

static const struct date_extent no_date;

static const struct date_extent *extent_of(const struct dossier *dossier, struct ref ref)
{
	const struct when *when = words_when(dossier, ref);

	return when && when->extent.is_given ? &when->extent : &no_date;
}

/* Two relations of a record go by the date of the other record, else by their own. */
static const struct date_extent *when_of(const struct dossier *dossier,
					 const struct half *half)
{
	const struct date_extent *extent = extent_of(dossier, half->to);

	return extent->is_given
		       ? extent
		       : extent_of(dossier, (struct ref){ KIND_RELATION, half->what });
}

/* Does the one that the relation is written in come later by its very type? */
static bool is_later(const struct dossier *dossier, uint32_t relation)
{
	struct ref type = dossier->relations[relation].type;

	return !ref_is_none(type) && dossier->relation_types[type.index].is_later;
}

static enum era era_of(const struct dossier *dossier, const struct date_extent *own,
		       const struct placed *placed)
{
	const struct date_extent *other = placed->when;
	bool is_open =
		own->is_given && other->is_given &&
		date_relation(DATE_INTERSECTS, own, other, DATE_AS_MEANT) >= TRUTH_MAYBE;

	if (!own->is_given || !other->is_given)
		return ERA_AFTER;
	if (is_open && is_later(dossier, placed->half.what))
		return placed->half.is_outward ? ERA_BEFORE : ERA_AFTER;
	if (is_open)
		return ERA_DURING;
	return date_extent_compare(other, own) < 0 ? ERA_BEFORE : ERA_AFTER;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return a < b ? -1 : a > b;
}

static int compare_relations(const void *a, const void *b)
{
	const struct placed *one = a, *other = b;
	int order = compare_numbers(one->node, other->node);

	if (!order)
		order = compare_numbers(one->half.era, other->half.era);
	if (!order)
		order = date_extent_compare(one->when, other->when);
	if (!order)
		order = compare_numbers(one->half.what, other->half.what);
	return order ? order : one->half.is_outward - other->half.is_outward;
}

/* The other end of a half's edge. */
static struct ref near_end(const struct dossier *dossier, const struct half *half)
{
	const struct relation *it = &dossier->relations[half->what];

	return dossier_home(dossier, half->is_outward ? it->from : it->to);
}

static void add_relations(struct graph *graph)
{
	const struct dossier *dossier = graph->dossier;
	struct placing placing = { 0 };

	for (int i = 0; i < dossier->counts[KIND_RELATION]; i++) {
		const struct relation *it = &dossier->relations[i];

		graph_place(graph, &placing, dossier_home(dossier, it->from),
			    &(struct half){ .to = dossier_home(dossier, it->to),
					    .what = (uint32_t)i,
					    .is_outward = true });
	}
	for (int i = 0; i < placing.count; i++) {
		struct placed *it = &placing.at[i];

		it->when = when_of(dossier, &it->half);
		it->half.era = era_of(
			dossier, extent_of(dossier, near_end(dossier, &it->half)), it);
	}
	graph_group(graph, &graph->relations, &placing, compare_relations);
}

const struct graph *graph_new(const struct dossier *dossier, struct arena *arena)
{
	struct graph *graph = arena_alloc(arena, sizeof *graph);

	graph->dossier = dossier;
	graph->arena = arena;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		graph->base[kind + 1] =
			graph->base[kind] + (uint32_t)dossier->counts[kind];
	add_relations(graph);
	graph_add_references(graph);
	return graph;
}

const struct graph *query_graph(struct query_index *index)
{
	if (!index->graph)
		index->graph = graph_new(index->dossier, &index->arena);
	return index->graph;
}

const struct dossier *graph_dossier(const struct graph *graph)
{
	return graph->dossier;
}

/* --- Edges ------------------------------------------------------------------ */

struct graph_edge graph_read(const struct graph *graph, struct ref from,
			     const struct half *half)
{
	struct ref relation = { KIND_RELATION, half->what };
	const struct relation *it = &graph->dossier->relations[half->what];
	const struct backlink link = { relation, half->is_outward ? "from" : "to" };
	struct edge edge = { 0 };

	words_edge(graph->dossier, &link, &edge);
	return (struct graph_edge){ .from = from,
				    .to = half->to,
				    .relation = relation,
				    .label = edge.label,
				    .joint = GRAPH_RELATION,
				    .is_outward = half->is_outward,
				    .is_cited = it->passages.count > 0 };
}

/* The first of the halves from `low` to before `high` that is not before an era. */
static uint32_t first_of(const struct graph *graph, uint32_t low, uint32_t high, int era)
{
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if ((int)graph->relations.at[middle].era < era)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct graph_edges graph_edges(const struct graph *graph, struct ref record)
{
	uint32_t node = graph_node(graph, record), at = graph->relations.first[node];
	uint32_t end = graph->relations.first[node + 1];
	struct graph_edges edges = {
		.record = record,
		.first = at,
		.count = (int)(end - at),
		.is_dated = extent_of(graph->dossier, record)->is_given,
	};

	for (int era = 0; era < ERA_COUNT; era++) {
		uint32_t next = first_of(graph, at, end, era + 1);

		edges.counts[era] = (int)(next - at);
		at = next;
	}
	return edges;
}

struct graph_edge graph_edge(const struct graph *graph, const struct graph_edges *edges,
			     int i)
{
	const struct half *half = &graph->relations.at[edges->first + (uint32_t)i];

	assert(i >= 0 && i < edges->count);
	return graph_read(graph, edges->record, half);
}
