/* How a record is connected: before and after it, and where it is cited. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "model/words.h"

/* A link by the date that it is sorted by; its place keeps the order of equals. */
struct dated {
	const struct date_extent *extent;
	int index;
	struct edge edge;
};

static const struct date_extent no_date;

static const struct date_extent *extent_of(const struct when *when)
{
	return when && when->extent.is_given ? &when->extent : &no_date;
}

static int compare_dated(const void *a, const void *b)
{
	const struct dated *one = a, *other = b;
	int order = date_extent_compare(one->extent, other->extent);

	return order ? order : one->index - other->index;
}

/* The relations of a record in the order of the other's date, else their own. */
static struct dated *dated_edges(struct doc *doc, struct ref ref, size_t *found)
{
	int count;
	const struct backlink *links = dossier_backlinks(doc->dossier, ref, &count);
	struct dated *list = arena_array(doc->arena, (size_t)count, sizeof *list);

	*found = 0;
	for (int i = 0; i < count; i++) {
		struct dated *it = &list[*found];

		if (!words_edge(doc->dossier, &links[i], &it->edge))
			continue;
		it->index = (int)(*found)++;
		it->extent = extent_of(words_when(doc->dossier, it->edge.other));
		if (!it->extent->is_given)
			it->extent = extent_of(
				&doc->dossier->relations[it->edge.relation.index].date);
	}
	if (*found)
		qsort(list, *found, sizeof *list, compare_dated);
	return list;
}

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

static void title_and_date(struct doc *doc, struct ref ref)
{
	const struct when *when = words_when(doc->dossier, ref);

	doc_ref(doc, ref, ref.kind == KIND_PASSAGE ? DOC_QUOTED : DOC_PLAIN);
	if (when)
		doc_when_short(doc, when);
}

static void edge(struct doc *doc, const struct edge *edge)
{
	const struct relation *relation = &doc->dossier->relations[edge->relation.index];

	doc_add(doc, DOC_LINK, edge->label)->about = edge->relation;
	title_and_date(doc, edge->other);
	doc_cite(doc, relation->passages);
	doc_cite(doc, relation->date.passages);
	note(doc, relation);
}

void doc_relations(struct doc *doc, struct ref ref)
{
	const struct date_extent *own = extent_of(words_when(doc->dossier, ref));
	const char *section = NULL;
	size_t count;
	const struct dated *list = dated_edges(doc, ref, &count);

	for (size_t i = 0; i < count; i++) {
		const char *name = !own->is_given ? "Related"
				   : date_extent_compare(list[i].extent, own) < 0
					   ? "Before"
					   : "After";

		if (name != section)
			doc_heading(doc, section = name);
		edge(doc, &list[i].edge);
	}
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
