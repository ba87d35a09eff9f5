/* How a record is connected: before and after it, and where it is cited. */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "model/words.h"

/* What the relation itself says. */
static void note(struct doc *doc, const struct relation *relation)
{
	doc_add(doc, DOC_NOTE, NULL)->depth = 1;
	doc_when(doc, &relation->date);
	if (relation->date.edtf && relation->text)
		doc_text(doc, " · ", DOC_PLAIN);
	doc_text(doc, relation->text, DOC_PLAIN);
	doc_keep(doc);
}

void relation_claim(struct doc *doc, struct ref end)
{
	if (end.kind != KIND_POINT)
		return;
	const struct point *point = &doc->dossier->points[end.index];
	const char *kind = point_kinds.terms[point->kind].label;

	doc_add(doc, DOC_NOTE, NULL)->depth = 1;
	doc_text(doc, arena_printf(doc->arena, "%s: ", kind ? kind : "claim"), DOC_LABEL);
	doc_link(doc, point->text, end, DOC_PLAIN);
}

static void title_and_date(struct doc *doc, struct ref ref)
{
	const struct when *when = words_when(doc->dossier, ref);

	doc_ref(doc, ref, ref.kind == KIND_PASSAGE ? DOC_QUOTED : DOC_PLAIN);
	if (when)
		doc_when_short(doc, when);
}

static void related(struct doc *doc, const struct graph_edge *edge)
{
	const struct relation *relation = &doc->dossier->relations[edge->relation.index];

	doc_add(doc, DOC_LINK, edge->label)->about = edge->relation;
	title_and_date(doc, edge->to);
	if (!edge->is_cited)
		doc_text(doc, "no passage", DOC_CURATOR);
	doc_cite(doc, relation->passages);
	doc_cite(doc, relation->date.passages);
	note(doc, relation);
	relation_claim(doc, edge->is_outward ? relation->from : relation->to);
	relation_claim(doc, edge->is_outward ? relation->to : relation->from);
}

static void left_out(struct doc *doc, int count, const char *which)
{
	if (!count)
		return;
	doc_add(doc, DOC_NOTE, NULL);
	doc_text(doc,
		 arena_printf(doc->arena, "%d more%s relation%s", count, which,
			      count == 1 ? "" : "s"),
		 DOC_CURATOR);
}

/* Has either the record or the relation a date?  The undated come last. */
static bool has_date(const struct doc *doc, const struct graph_edge *edge)
{
	const struct when *when = words_when(doc->dossier, edge->to);
	const struct when *own = words_when(doc->dossier, edge->relation);

	return (when && when->extent.is_given) || (own && own->extent.is_given);
}

static void section(struct doc *doc, const struct ego *ego, enum era era, int from)
{
	static const char *const headings[ERA_COUNT] = { "Before", "At the time",
							 "After" };
	static const char *const more[ERA_COUNT] = { " earlier", "", " later" };
	bool is_dated = ego->is_dated && ego->counts[era] &&
			has_date(doc, &ego->nodes[from].edge);

	if (!ego->counts[era])
		return;
	doc_heading(doc, is_dated ? headings[era] : "Related");
	if (era == ERA_BEFORE)
		left_out(doc, ego->more[era], more[era]);
	for (int i = from; i < from + ego->counts[era]; i++) {
		if (is_dated && !has_date(doc, &ego->nodes[i].edge)) {
			doc_heading(doc, "Related");
			is_dated = false;
		}
		related(doc, &ego->nodes[i].edge);
	}
	if (era != ERA_BEFORE)
		left_out(doc, ego->more[era], is_dated ? more[era] : "");
}

static void sections(struct doc *doc, const struct ego *ego)
{
	int from = 0;

	for (int era = 0; era < ERA_COUNT; era++) {
		section(doc, ego, (enum era)era, from);
		from += ego->counts[era];
	}
}

/* The records further away, under the names of those that lead to them. */
static void beyond(struct doc *doc, const struct ego *ego)
{
	static const char *const headings[] = {
		[2] = "Two links away", [3] = "Three links away"
	};
	int level = 1;

	for (int i = 0; i < ego->count; i++) {
		const struct ego_node *node = &ego->nodes[i];

		if (!node->count)
			continue;
		if (node->level == level &&
		    level + 1 < (int)(sizeof headings / sizeof *headings))
			doc_heading(doc, headings[++level]);
		doc_add(doc, DOC_HEADING, NULL)->depth = 2;
		doc_text(doc, words_title(doc->dossier, node->edge.to, doc->arena),
			 DOC_LABEL);
		doc_text(doc, ":", DOC_LABEL);
		for (int j = 0; j < node->count; j++)
			related(doc, &ego->nodes[node->first + j].edge);
		left_out(doc, node->more, "");
	}
}

const struct graph *doc_graph(const struct doc *doc)
{
	return doc->options.index ? query_graph(doc->options.index)
				  : graph_new(doc->dossier, doc->arena);
}

/* Of each of the records further away so many at most. */
enum { BEYOND = 8 };

void doc_relations(struct doc *doc, struct ref ref)
{
	int most = doc->options.most ? doc->options.most : INT_MAX;
	struct ego ego = { .about = dossier_home(doc->dossier, ref) };

	if (ref_is_none(ref))
		return;
	ego_find(doc_graph(doc), &ego,
		 &(struct ego_bounds){ .depth = doc->options.depth ? doc->options.depth
								   : 1,
				       .most_of = { most, most, most },
				       .beyond = BEYOND,
				       .most = most },
		 doc->arena);
	sections(doc, &ego);
	beyond(doc, &ego);
}

/* A record that refers to the one shown, and how. */
struct mention {
	struct ref from;
	const char *words;
};

static int compare_mentions(const void *a, const void *b)
{
	const struct mention *one = a, *other = b;

	if (one->from.kind != other->from.kind)
		return one->from.kind < other->from.kind ? -1 : 1;
	if (one->from.index != other->from.index)
		return one->from.index < other->from.index ? -1 : 1;
	return strcmp(one->words, other->words);
}

/*
 * What a point says of an actor or a place is its event's; a passage is cited by the
 * very claim.
 */
static struct mention mention_of(struct doc *doc, const struct backlink *link,
				 struct ref ref)
{
	if (ref.kind == KIND_PASSAGE)
		return (struct mention){ link->from, words_kind(doc->dossier, link->from,
								doc->arena) };
	return (struct mention){ dossier_home(doc->dossier, link->from),
				 words_backlink(doc->dossier, link, ref) };
}

static struct mention *mentions(struct doc *doc, struct ref ref, size_t *found)
{
	int count;
	const struct backlink *links = dossier_backlinks(doc->dossier, ref, &count);
	struct mention *list = arena_array(doc->arena, (size_t)count, sizeof *list);

	*found = 0;
	for (int i = 0; i < count; i++) {
		struct mention it = mention_of(doc, &links[i], ref);
		bool is_elsewhere =
			it.from.kind == KIND_THREAD ||
			(it.from.kind == KIND_RELATION && ref.kind != KIND_PASSAGE) ||
			ref_equal(it.from, ref);

		if (!is_elsewhere)
			list[(*found)++] = it;
	}
	if (*found)
		qsort(list, *found, sizeof *list, compare_mentions);
	return list;
}

/* The mentions by one record as one link: "takes part, speaks". */
static size_t cited_by(struct doc *doc, const struct mention *list, size_t count)
{
	struct buf words = BUF_INIT;
	size_t i = 0;

	for (; i < count && ref_equal(list[i].from, list[0].from); i++)
		if (!i || strcmp(list[i].words, list[i - 1].words))
			buf_printf(&words, "%s%s", i ? ", " : "", list[i].words);
	doc_add(doc, DOC_LINK, arena_strdup(doc->arena, words.bytes))->about =
		list[0].from;
	title_and_date(doc, list[0].from);
	buf_release(&words);
	return i;
}

void doc_cited_by(struct doc *doc, struct ref ref)
{
	size_t count;
	const struct mention *list = mentions(doc, ref, &count);

	if (count)
		doc_heading(doc, "Cited by");
	for (size_t i = 0; i < count;)
		i += cited_by(doc, list + i, count - i);
}
