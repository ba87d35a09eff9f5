/* The points of an event as claims, under the names of those who make them. */
#include "config.h"

#include <string.h>

#include "build.h"
#include "model/office.h"

static bool same_refs(struct refs a, struct refs b)
{
	return a.count == b.count &&
	       (!a.count || !memcmp(a.at, b.at, (size_t)a.count * sizeof *a.at));
}

/* The bytes of the family name in "Norov, Vladimir"; 0 without one. */
static size_t family_len(const struct actor *actor)
{
	const char *comma = actor->sort_name ? strchr(actor->sort_name, ',') : NULL;

	return actor->kind == ACTOR_PERSON && comma ? (size_t)(comma - actor->sort_name)
						    : 0;
}

/* A person's family name, where no other actor has the same; else the whole name. */
static const char *short_name(struct doc *doc, struct ref ref)
{
	const struct dossier *dossier = doc->dossier;
	const struct actor *actor = &dossier->actors[ref.index];
	size_t len = family_len(actor);

	for (int i = 0; len && i < dossier->counts[KIND_ACTOR]; i++) {
		const struct actor *other = &dossier->actors[i];

		if (other != actor && family_len(other) == len &&
		    !memcmp(other->sort_name, actor->sort_name, len))
			len = 0;
	}
	return len ? arena_strndup(doc->arena, actor->sort_name, len)
		   : dossier_title(dossier, ref);
}

/* "Blinken and the United States". */
static void add_names(struct doc *doc, struct refs actors)
{
	bool begins = !doc_last_span(doc);

	for (int i = 0; i < actors.count; i++) {
		if (i)
			doc_text(doc, i + 1 < actors.count ? ", " : " and ", DOC_LABEL);
		if (actors.at[i].kind != KIND_ACTOR)
			continue;
		const char *name = short_name(doc, actors.at[i]);

		if (name_takes_article(name))
			doc_text(doc, begins && !i ? "The " : "the ", DOC_LABEL);
		doc_link(doc, name, actors.at[i], DOC_LABEL);
	}
}

/* "Blinken to Norov:", once for all claims in a row that share it. */
static void speakers(struct doc *doc, const struct point *point,
		     const struct point *before)
{
	bool is_said = point->by.count || point->to.count;

	if (before ? same_refs(before->by, point->by) && same_refs(before->to, point->to)
		   : !is_said)
		return;
	doc_add(doc, DOC_HEADING, NULL)->depth = 2;
	add_names(doc, point->by);
	if (point->to.count)
		doc_text(doc, point->by.count ? " to " : "To ", DOC_LABEL);
	add_names(doc, point->to);
	doc_text(doc, is_said ? ":" : "No speaker:", DOC_LABEL);
}

static void claim(struct doc *doc, struct ref ref, int depth)
{
	const struct point *point = &doc->dossier->points[ref.index];
	struct scope below = { .doc = doc,
			       .shape = &point_shape,
			       .base = point,
			       .ref = ref,
			       .depth = depth + 1,
			       .is_cited = true };
	struct doc_block *block =
		doc_add(doc, DOC_CLAIM, point_kinds.terms[point->kind].label);

	block->depth = depth;
	block->about = ref;
	doc_text(doc, point->text, DOC_PLAIN);
	doc_cite(doc, point->passages);
	scope_body(&below);
	scope_more(&below);
}

void claims_of_event(struct doc *doc, const struct event *event, int depth)
{
	const struct point *all = &doc->dossier->points[event->points.first];

	for (int i = 0; i < event->points.count; i++) {
		speakers(doc, &all[i], i ? &all[i - 1] : NULL);
		claim(doc, (struct ref){ KIND_POINT, event->points.first + (uint32_t)i },
		      depth);
	}
}

void claim_alone(struct doc *doc, struct ref point, int depth)
{
	speakers(doc, &doc->dossier->points[point.index], NULL);
	claim(doc, point, depth);
}
