/* Why two records are connected: the records on the way as steps, and below each what
 * leads on from it, with the words that say so. */
#include "config.h"

#include "build.h"
#include "model/words.h"

static void title(struct doc *doc, const struct path *path)
{
	doc_add(doc, DOC_HEADING, "path");
	doc_text(doc, "From ", DOC_LABEL);
	doc_ref(doc, path->from, DOC_TITLE);
	doc_text(doc, " to ", DOC_LABEL);
	doc_ref(doc, path->to, DOC_TITLE);
}

static void remark(struct doc *doc, const char *text)
{
	doc_add(doc, DOC_PARAGRAPH, NULL);
	doc_text(doc, text, DOC_CURATOR);
}

/* --- What was found ------------------------------------------------------------ */

static void add_count(struct doc *doc, int count, const char *what)
{
	if (count)
		doc_text(doc, arena_printf(doc->arena, "%d %s", count, what), DOC_LABEL);
}

static void summary(struct doc *doc, const struct path *path)
{
	static const char *const reasons[GRAPH_JOINT_COUNT] = {
		[GRAPH_SHARED] = "Relations alone do not connect the two. This path also "
				 "uses actors and places that records share.",
		[GRAPH_SOURCE] = "Neither relations nor shared actors and places connect "
				 "the two. This path also uses sources and threads.",
	};
	int uncited = 0, references = 0;

	for (int i = 0; i < path->count; i++) {
		references += path->edges[i].joint != GRAPH_RELATION;
		uncited += path->edges[i].joint == GRAPH_RELATION &&
			   !path->edges[i].is_cited;
	}
	if (!path->count) {
		remark(doc, "Both are the same record.");
		return;
	}
	doc_add(doc, DOC_FACTS, NULL);
	add_count(doc, path->count, path->count == 1 ? "link" : "links");
	add_count(doc, uncited, "without a passage");
	add_count(doc, references, references == 1 ? "not a relation" : "not relations");
	if (reasons[path->joint])
		remark(doc, reasons[path->joint]);
}

static void nothing(struct doc *doc, const struct path *path)
{
	const char *name = words_title(doc->dossier, path->from, doc->arena);
	int count = path->reached_count;

	remark(doc, "Nothing connects the two.");
	if (!count) {
		remark(doc, arena_printf(doc->arena,
					 "%s is not connected with any record.", name));
		return;
	}
	remark(doc,
	       arena_printf(doc->arena, "%s is connected with %d other record%s%s", name,
			    count, count == 1 ? "" : "s",
			    ref_is_none(path->nearest) ? "."
						       : ". The nearest in time is "));
	if (ref_is_none(path->nearest))
		return;
	doc_ref(doc, path->nearest, DOC_PLAIN);
	doc_text(doc,
		 arena_printf(doc->arena, ", %d link%s away.", path->nearest_count,
			      path->nearest_count == 1 ? "" : "s"),
		 DOC_CURATOR);
}

/* --- The way ------------------------------------------------------------------- */

static void step(struct doc *doc, struct ref ref, int number)
{
	const struct when *when = words_when(doc->dossier, ref);

	doc_add(doc, DOC_STEP, arena_printf(doc->arena, "%d", number))->about = ref;
	if (when)
		doc_when_short(doc, when);
	doc_ref(doc, ref, ref.kind == KIND_PASSAGE ? DOC_QUOTED : DOC_TITLE);
}

/* Cite evidence, and quote what the document did not cite before. */
static void quote(struct doc *doc, int cited_before)
{
	for (int i = cited_before; i < doc->passage_count; i++)
		doc_passage(doc, doc->passages[i]);
}

static void add_space(struct doc *doc)
{
	if (doc_last_span(doc))
		doc_text(doc, " · ", DOC_PLAIN);
}

static void relation(struct doc *doc, const struct graph_edge *edge)
{
	const struct relation *it = &doc->dossier->relations[edge->relation.index];

	doc_when(doc, &it->date);
	if (it->text)
		add_space(doc);
	doc_text(doc, it->text, DOC_PLAIN);
	if (!edge->is_cited) {
		add_space(doc);
		doc_text(doc, "no passage", DOC_CURATOR);
	}
	doc_cite(doc, it->passages);
	doc_cite(doc, it->date.passages);
	relation_claim(doc, edge->is_outward ? it->from : it->to);
	relation_claim(doc, edge->is_outward ? it->to : it->from);
}

/* How an actor takes part in an event: "as host". */
static void part(struct doc *doc, struct ref event, struct ref actor)
{
	const struct event *it = &doc->dossier->events[event.index];

	if (event.kind != KIND_EVENT || actor.kind != KIND_ACTOR)
		return;
	for (int i = 0; i < it->participant_count; i++) {
		const struct participant *participant = &it->participants[i];
		const char *as =
			participant->as ? participant->as : words_part(it, participant);

		if (!ref_equal(participant->actor, actor))
			continue;
		add_space(doc);
		doc_text(doc, arena_printf(doc->arena, "as %s", as), DOC_PLAIN);
		doc_cite(doc, participant->passages);
		return;
	}
}

static void link(struct doc *doc, const struct graph_edge *edge)
{
	struct doc_block *block = doc_add(doc, DOC_CLAIM, edge->label);
	int cited_before = doc->passage_count;

	block->depth = 1;
	block->about = edge->joint == GRAPH_RELATION ? edge->relation : edge->to;
	if (edge->joint == GRAPH_RELATION) {
		relation(doc, edge);
	} else {
		doc_text(doc, "not a relation", DOC_CURATOR);
		part(doc, edge->is_outward ? edge->from : edge->to,
		     edge->is_outward ? edge->to : edge->from);
	}
	quote(doc, cited_before);
}

void doc_path(struct doc *doc, const struct path *path)
{
	title(doc, path);
	if (!path->is_found) {
		nothing(doc, path);
		return;
	}
	summary(doc, path);
	step(doc, path->from, 1);
	for (int i = 0; i < path->count; i++) {
		link(doc, &path->edges[i]);
		step(doc, path->edges[i].to, i + 2);
	}
}
