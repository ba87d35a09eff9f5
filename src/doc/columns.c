#include "config.h"

#include "doc/columns.h"

#include <string.h>

#include "cells.h"
#include "model/words.h"

/* Widths that several lists share. */
enum {
	WIDTH_SIGN = 1,
	WIDTH_DATE = DATE_CELLS + 1, /* and the bracket before a supplied one */
	WIDTH_KIND = 12,	     /* "commendation" */
	WIDTH_NAME = 18,
	WIDTH_COUNT = 8,
};

static const struct when *when_due(const struct dossier *dossier, struct ref ref)
{
	return &dossier->points[ref.index].due;
}

#define EVIDENCE                                                                         \
	{                                                                                \
		.name = "evidence", .heading = "", .width = WIDTH_SIGN, .rank = 1,       \
		.cell = cell_evidence, .data = data_evidence                             \
	}
#define DATE(column, title, importance, is_supplied)                                     \
	{                                                                                \
		.name = (column), .heading = (title), .width = WIDTH_DATE,               \
		.rank = (importance), .cell = cell_date, .when = words_when,             \
		.supplied = (is_supplied)                                                \
	}

/* clang-format off */
static const struct doc_column event_columns[] = {
	EVIDENCE,
	DATE("date", "Date", 1, "supplied"),
	{ .name = "title", .heading = "Title", .width = 0, .rank = 1, .cell = cell_title },
	{ .name = "place", .heading = "Place", .width = WIDTH_NAME, .rank = 4, .cell = cell_event_place },
	{ .name = "type", .heading = "Type", .width = 16, .rank = 5, .cell = cell_kind },
};

static const struct doc_column point_columns[] = {
	EVIDENCE,
	DATE("date", "Date", 2, "supplied"),
	{ .name = "kind", .heading = "Kind", .width = WIDTH_KIND, .rank = 2, .cell = cell_kind },
	{ .name = "by", .heading = "Who", .width = WIDTH_NAME, .rank = 3, .cell = cell_point_by },
	{ .name = "text", .heading = "What", .width = 0, .rank = 1, .cell = cell_title },
	{ .name = "to", .heading = "To whom", .width = WIDTH_NAME, .rank = 4, .cell = cell_point_to },
	{ .name = "status", .heading = "Status", .width = 10, .rank = 5, .cell = cell_point_status, .supplied = "status_supplied" },
	{ .name = "event", .heading = "Event", .width = 30, .rank = 6, .cell = cell_point_event, .data = data_point_event },
};

static const struct doc_column commitment_columns[] = {
	EVIDENCE,
	{ .name = "by", .heading = "Who", .width = WIDTH_NAME, .rank = 2, .cell = cell_point_by },
	{ .name = "to", .heading = "To whom", .width = WIDTH_NAME, .rank = 3, .cell = cell_point_to },
	{ .name = "text", .heading = "Promise", .width = 0, .rank = 1, .cell = cell_title },
	{ .name = "due", .heading = "Due", .width = WIDTH_DATE, .rank = 1, .cell = cell_point_due,
	  .when = when_due, .supplied = "due_supplied" },
	{ .name = "status", .heading = "Status", .width = 10, .rank = 1, .cell = cell_point_status, .supplied = "status_supplied" },
	{ .name = "outcome", .heading = "Outcome", .width = 24, .rank = 3, .cell = cell_point_outcome, .supplied = "outcome_supplied" },
	DATE("date", "Date", 4, "supplied"),
	{ .name = "event", .heading = "Event", .width = 30, .rank = 5, .cell = cell_point_event, .data = data_point_event },
};

static const struct doc_column actor_columns[] = {
	EVIDENCE,
	{ .name = "name", .heading = "Name", .width = 0, .rank = 1, .cell = cell_title },
	{ .name = "kind", .heading = "Kind", .width = WIDTH_KIND, .rank = 3, .cell = cell_kind },
	{ .name = "office", .heading = "Office", .width = 32, .rank = 2, .cell = cell_actor_office },
	{ .name = "events", .heading = "Events", .width = WIDTH_COUNT, .rank = 1, .is_number = true, .cell = cell_events },
};

static const struct doc_column place_columns[] = {
	EVIDENCE,
	{ .name = "name", .heading = "Name", .width = 0, .rank = 1, .cell = cell_title },
	{ .name = "feature", .heading = "Feature", .width = WIDTH_NAME, .rank = 2, .cell = cell_kind },
	{ .name = "within", .heading = "Within", .width = WIDTH_NAME, .rank = 3, .cell = cell_place_within },
	{ .name = "events", .heading = "Events", .width = WIDTH_COUNT, .rank = 1, .is_number = true, .cell = cell_events },
};

static const struct doc_column source_columns[] = {
	EVIDENCE,
	{ .name = "citation", .heading = "Source", .width = 0, .rank = 1, .cell = cell_source_citation },
	DATE("issued", "Issued", 2, "issued_supplied"),
	{ .name = "passages", .heading = "Passages", .width = WIDTH_COUNT, .rank = 1, .is_number = true, .cell = cell_source_passages },
	{ .name = "quoted", .heading = "Quoted", .width = WIDTH_COUNT, .rank = 3, .is_number = true, .cell = cell_source_quoted, .data = data_source_quoted },
	{ .name = "state", .heading = "State", .width = 22, .rank = 2, .cell = cell_source_state },
};

static const struct doc_column passage_columns[] = {
	{ .name = "source", .heading = "Source", .width = WIDTH_NAME, .rank = 1, .cell = cell_passage_source },
	{ .name = "locator", .heading = "Locator", .width = 10, .rank = 2, .cell = cell_passage_locator },
	{ .name = "state", .heading = "State", .width = 10, .rank = 2, .cell = cell_passage_state },
	{ .name = "exact", .heading = "Words", .width = 0, .rank = 1, .cell = cell_passage_words },
};

static const struct doc_column relation_columns[] = {
	EVIDENCE,
	{ .name = "from", .heading = "From", .width = 30, .rank = 1, .cell = cell_relation_from },
	{ .name = "type", .heading = "Relation", .width = WIDTH_NAME, .rank = 1, .cell = cell_relation_label },
	{ .name = "to", .heading = "To", .width = 0, .rank = 1, .cell = cell_relation_to },
	DATE("date", "Date", 2, "supplied"),
};
/* clang-format on */

static bool is_commitment(const struct dossier *dossier, struct ref ref)
{
	return dossier->points[ref.index].kind == POINT_COMMITMENT;
}

/* Events are in the order of their dates; the points of an event as written. */
static int compare_points(const struct dossier *dossier, struct ref a, struct ref b)
{
	uint32_t event_a = dossier->points[a.index].event.index;
	uint32_t event_b = dossier->points[b.index].event.index;

	if (event_a != event_b)
		return event_a < event_b ? -1 : 1;
	return (a.index > b.index) - (a.index < b.index);
}

/* What is still to be done comes first. */
static int urgency(enum point_status status)
{
	static const int places[] = {
		[POINT_OPEN] = 0,    [POINT_PARTLY] = 1,    [POINT_STATUS_NONE] = 2,
		[POINT_UNKNOWN] = 2, [POINT_FULFILLED] = 3, [POINT_BROKEN] = 3,
		[POINT_LAPSED] = 3,
	};

	return places[status];
}

/* Open ones first, then the ones that are due first, then by date. */
static int compare_commitments(const struct dossier *dossier, struct ref a, struct ref b)
{
	const struct point *left = &dossier->points[a.index];
	const struct point *right = &dossier->points[b.index];
	int order = urgency(left->status.term) - urgency(right->status.term);

	if (!order)
		order = date_extent_compare(&left->due.extent, &right->due.extent);
	return order ? order : compare_points(dossier, a, b);
}

#define COLUMNS(table)                                                                   \
	.columns = (table), .column_count = sizeof(table) / sizeof(table)[0]

/* clang-format off */
const struct doc_listing doc_listings[LIST_COUNT] = {
	[LIST_EVENTS]      = { "events", "Events", "No events match.", 'e', KIND_EVENT, COLUMNS(event_columns) },
	[LIST_POINTS]      = { "points", "Points", "No points match.", 'o', KIND_POINT, COLUMNS(point_columns),
			       .compare = compare_points },
	[LIST_COMMITMENTS] = { "commitments", "Commitments", "No commitments match.", 'c', KIND_POINT, COLUMNS(commitment_columns),
			       .has = is_commitment, .compare = compare_commitments },
	[LIST_ACTORS]      = { "actors", "Actors", "No actors match.", 'a', KIND_ACTOR, COLUMNS(actor_columns) },
	[LIST_PLACES]      = { "places", "Places", "No places match.", 'p', KIND_PLACE, COLUMNS(place_columns) },
	[LIST_SOURCES]     = { "sources", "Sources", "No sources match.", 's', KIND_REFERENCE, COLUMNS(source_columns) },
	[LIST_PASSAGES]    = { "passages", "Passages", "No passages match.", 'q', KIND_PASSAGE, COLUMNS(passage_columns) },
	[LIST_RELATIONS]   = { "relations", "Relations", "No relations match.", 'r', KIND_RELATION, COLUMNS(relation_columns) },
};
/* clang-format on */

enum listing doc_listing_find(const char *name)
{
	int i = 0;

	while (i < LIST_COUNT && strcmp(doc_listings[i].name, name) != 0)
		i++;
	return (enum listing)i;
}

struct refs doc_listing_records(const struct doc_listing *listing,
				const struct dossier *dossier, struct arena *arena)
{
	int all = dossier->counts[listing->kind], count = 0;
	struct ref *refs = arena_array(arena, (size_t)all + 1, sizeof *refs);

	for (int i = 0; i < all; i++) {
		struct ref ref = { listing->kind, (uint32_t)i };

		if (!listing->has || listing->has(dossier, ref))
			refs[count++] = ref;
	}
	doc_listing_sort(listing, dossier, refs, count);
	return (struct refs){ refs, count };
}

/* Merge two sorted runs of `from`, which end at `middle` and `end`, into `to`. */
static void merge(const struct doc_listing *listing, const struct dossier *dossier,
		  const struct ref *const from[3], struct ref *to)
{
	const struct ref *left = from[0], *right = from[1];

	while (left < from[1] || right < from[2])
		if (right == from[2] ||
		    (left < from[1] && listing->compare(dossier, *left, *right) <= 0))
			*to++ = *left++;
		else
			*to++ = *right++;
}

void doc_listing_sort(const struct doc_listing *listing, const struct dossier *dossier,
		      struct ref *refs, int count)
{
	struct arena arena = { 0 };

	if (!listing->compare || count < 2)
		return;
	struct ref *merged = arena_array(&arena, (size_t)count, sizeof *merged);

	for (int width = 1; width<count; width = width> count / 2 ? count : 2 * width) {
		for (int at = 0; at < count; at += 2 * width) {
			int middle = count - at > width ? at + width : count;
			int end = count - middle > width ? middle + width : count;

			merge(listing, dossier,
			      (const struct ref *const[]){ refs + at, refs + middle,
							   refs + end },
			      merged + at);
		}
		memcpy(refs, merged, (size_t)count * sizeof *refs);
	}
	arena_clear(&arena);
}
