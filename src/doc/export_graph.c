#include "config.h"

#include "export_graph.h"

#include "model/words.h"

/* Edges are walked twice: to find the nodes that they lead to, and to give them. */
struct walk {
	const struct graph *graph;
	bool *is_node[KIND_COUNT];
	void (*take)(const struct walk *, const struct export_edge *);
};

static void take_participants(const struct walk *walk, struct ref ref)
{
	const struct event *event = &walk->graph->export->dossier->events[ref.index];

	for (int i = 0; i < event->participant_count; i++) {
		const struct participant *participant = &event->participants[i];
		const struct export_edge edge = {
			.from = participant->actor,
			.to = ref,
			.label = words_part(event, participant),
			.has_evidence = participant->passages.count,
		};

		if (!ref_is_none(participant->actor))
			walk->take(walk, &edge);
	}
}

static void take_relation(const struct walk *walk, struct ref ref)
{
	const struct dossier *dossier = walk->graph->export->dossier;
	const struct relation *relation = &dossier->relations[ref.index];
	const struct export_edge edge = {
		.from = relation->from,
		.to = relation->to,
		.relation = ref,
		.label = dossier_title(dossier, relation->type),
		.has_evidence = relation->passages.count,
	};

	if (!ref_is_none(edge.from) && !ref_is_none(edge.to))
		walk->take(walk, &edge);
}

static void take_edges(const struct walk *walk)
{
	const struct export *export = walk->graph->export;

	for (uint32_t i = 0; i < (uint32_t) export->dossier->counts[KIND_RELATION]; i++)
		if (export->has[KIND_RELATION][i])
			take_relation(walk, (struct ref){ KIND_RELATION, i });
	if (!walk->graph->has_participants)
		return;
	for (uint32_t i = 0; i < (uint32_t) export->dossier->counts[KIND_EVENT]; i++)
		if (export->has[KIND_EVENT][i])
			take_participants(walk, (struct ref){ KIND_EVENT, i });
}

static void mark_ends(const struct walk *walk, const struct export_edge *edge)
{
	walk->is_node[edge->from.kind][edge->from.index] = true;
	walk->is_node[edge->to.kind][edge->to.index] = true;
}

static void give_edge(const struct walk *walk, const struct export_edge *edge)
{
	walk->graph->edge(walk->graph->export, edge);
}

void graph_walk(const struct graph *graph)
{
	struct export *export = graph->export;
	const struct dossier *dossier = export->dossier;
	struct walk walk = { .graph = graph, .take = mark_ends };

	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		walk.is_node[kind] =
			arena_array(export->arena, (size_t)dossier->counts[kind] + 1,
				    sizeof **walk.is_node);
	take_edges(&walk);
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (uint32_t i = 0; i < (uint32_t)dossier->counts[kind]; i++)
			if (walk.is_node[kind][i] ||
			    (kind == KIND_EVENT && export->has[kind][i]))
				graph->node(export, (struct ref){ kind, i });
	walk.take = give_edge;
	take_edges(&walk);
}
