/* The references of records to each other: what joins them where no relation does. */
#include "config.h"

#include <string.h>

#include "graph.h"

/* What a key of the format joins, read from the record that has it and back.  Of two
 * that join the same records the first counts. */
/* clang-format off */
static const struct {
	const char *key, *label, *inverse;
	enum graph_joint joint;
} keys[] = {
	{ "participants", "involves",            "takes part in",    GRAPH_SHARED },
	{ "by",           "has a statement by",  "speaks at",        GRAPH_SHARED },
	{ "to",           "has a statement to",  "is addressed at",  GRAPH_SHARED },
	{ "offices",      "holds an office of",  "has as official",  GRAPH_SHARED },
	{ "of",           "holds an office of",  "has as official",  GRAPH_SHARED },
	{ "part_of",      "is part of",          "has as part",      GRAPH_SHARED },
	{ "place",        "takes place in",      "is the place of",  GRAPH_SHARED },
	{ "within",       "lies within",         "contains",         GRAPH_SHARED },
	{ "source",       "is taken from",       "is the source of", GRAPH_SOURCE },
	{ "speaker",      "quotes",              "is quoted in",     GRAPH_SOURCE },
	{ "passages",     "has evidence in",     "is evidence for",  GRAPH_SOURCE },
	{ "steps",        "leads through",       "is a step of",     GRAPH_SOURCE },
	{ "ref",          "leads through",       "is a step of",     GRAPH_SOURCE },
};
/* clang-format on */
enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

/* Its row; KEY_COUNT: it joins nothing. */
static uint32_t row_of(const char *key)
{
	uint32_t row = 0;

	while (row < KEY_COUNT && strcmp(keys[row].key, key) != 0)
		row++;
	return row;
}

static void place(const struct graph *graph, struct placing *placing,
		  const struct backlink *link, struct ref to)
{
	const struct dossier *dossier = graph->dossier;
	struct ref from = dossier_home(dossier, link->from);
	uint32_t row = row_of(link->as);
	struct half half = { .to = dossier_home(dossier, to),
			     .what = row,
			     .is_outward = true };

	if (row == KEY_COUNT || from.kind == KIND_RELATION)
		return;
	graph_place(graph, placing, from, &half);
	if (to.kind != KIND_PASSAGE || strcmp(keys[row].key, "passages") != 0)
		return;
	half.to = dossier->passages[to.index].source; /* what cites it cites its source */
	graph_place(graph, placing, from, &half);
}

static int compare(const void *a, const void *b)
{
	const struct placed *one = a, *other = b;
	const uint32_t numbers[][2] = {
		{ one->node, other->node },
		{ one->half.to.kind, other->half.to.kind },
		{ one->half.to.index, other->half.to.index },
		{ one->half.what, other->half.what },
		{ other->half.is_outward, one->half.is_outward },
	};

	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (numbers[i][0] != numbers[i][1])
			return numbers[i][0] < numbers[i][1] ? -1 : 1;
	return 0;
}

void graph_add_references(struct graph *graph)
{
	const struct dossier *dossier = graph->dossier;
	struct placing placing = { 0 };

	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < dossier->counts[kind]; i++) {
			struct ref to = { (uint32_t)kind, (uint32_t)i };
			int count;
			const struct backlink *links =
				dossier_backlinks(dossier, to, &count);

			for (int j = 0; j < count; j++)
				place(graph, &placing, &links[j], to);
		}
	graph_group(graph, &graph->references, &placing, compare);
}

struct graph_edge graph_read_reference(struct ref from, const struct half *half)
{
	return (struct graph_edge){ .from = from,
				    .to = half->to,
				    .label = half->is_outward ? keys[half->what].label
							      : keys[half->what].inverse,
				    .joint = keys[half->what].joint,
				    .is_outward = half->is_outward };
}
