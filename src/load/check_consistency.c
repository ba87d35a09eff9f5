#include "config.h"

#include "check_consistency.h"

#include <string.h>

#include "checks.h"
#include "text/cell.h"

enum {
	TITLE_CELLS = 40,  /* maximum of an event's title */
	PASSAGE_WORDS = 4, /* minimum of a point's longest passage */
};

/* Does the latest end of `a` precede the earliest beginning of `b`? */
static bool is_before(const struct when *a, const struct when *b)
{
	const struct date_extent *left = &a->extent, *right = &b->extent;

	return left->is_given && right->is_given && !left->is_uncertain &&
	       !right->is_uncertain && left->near.end_max < right->near.start_min;
}

/* The date of an event, or of a point's event; else NULL. */
static const struct when *when_of(const struct dossier *dossier, struct ref ref)
{
	if (ref.kind == KIND_POINT)
		ref = dossier->points[ref.index].event;
	return ref.kind == KIND_EVENT ? &dossier->events[ref.index].date : NULL;
}

/* The id of a record, for messages; a point may have none. */
static const char *name_of(const struct dossier *dossier, struct ref ref)
{
	const char *id = dossier_record(dossier, ref)->id;

	return id ? id : "?";
}

static void check_order(const struct dossier *dossier, const struct relation *relation,
			struct diags *diags)
{
	const struct when *from = when_of(dossier, relation->from),
			  *to = when_of(dossier, relation->to);

	if (!from || !to || ref_is_none(relation->type) ||
	    !dossier->relation_types[relation->type.index].is_later ||
	    !is_before(from, to))
		return;
	record_diag(diags, DIAG_ORDER_IMPOSSIBLE, &relation->record,
		    "\"from\" ended before \"%s\" began", name_of(dossier, relation->to));
	diag_help(diags, "swap \"from\" and \"to\", or correct a date");
}

static void check_due(const struct dossier *dossier, const struct point *point,
		      struct diags *diags)
{
	const struct event *event = &dossier->events[point->event.index];

	if (is_before(&point->due, &event->date)) {
		record_diag(diags, DIAG_DUE_BEFORE, &point->record,
			    "this was due before the event that makes it, \"%s\"",
			    event->record.id);
		diag_help(diags, "correct one of the dates");
	} else if (point->status.term == POINT_OPEN &&
		   is_before(&point->due, &dossier->about.modified)) {
		record_diag(diags, DIAG_DUE_PAST, &point->record,
			    "this was due %s and is still open", point->due.edtf);
		diag_help(diags, "update the status, or write \"status: unknown\"");
	}
}

/* `seen[kind][index]` is 1 + the last thread that has the record as a step. */
static void check_steps(const struct dossier *dossier, uint32_t number,
			uint32_t *const seen[KIND_COUNT], struct diags *diags)
{
	const struct thread *thread = &dossier->threads[number];

	for (int i = 0; i < thread->step_count; i++) {
		struct ref ref = thread->steps[i].ref;

		if (ref_is_none(ref))
			continue;
		if (seen[ref.kind][ref.index] == number + 1) {
			record_diag(diags, DIAG_STEP_TWICE, &thread->record,
				    "\"%s\" is a step of this thread twice",
				    name_of(dossier, ref));
			diag_help(diags, "remove one of the two steps");
		}
		seen[ref.kind][ref.index] = number + 1;
	}
}

/* Is it a step of a thread? */
static bool is_step(uint32_t *const seen[KIND_COUNT], struct ref ref)
{
	return seen[ref.kind][ref.index] != 0;
}

static bool is_threaded(const struct dossier *dossier, uint32_t index,
			uint32_t *const seen[KIND_COUNT])
{
	const struct span *points = &dossier->events[index].points;

	for (uint32_t i = 0; i < (uint32_t)points->count; i++)
		if (is_step(seen, (struct ref){ KIND_POINT, points->first + i }))
			return true;
	return is_step(seen, (struct ref){ KIND_EVENT, index });
}

static void check_threaded(const struct dossier *dossier,
			   uint32_t *const seen[KIND_COUNT], struct diags *diags)
{
	for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_EVENT]; i++) {
		const struct record *record = &dossier->events[i].record;

		if (is_threaded(dossier, i, seen))
			continue;
		record_diag(diags, DIAG_EVENT_UNTHREADED, record,
			    "no thread has the event \"%s\"", record->id);
		diag_help(diags, "add it to the steps of a thread");
	}
}

static void check_title(const struct event *event, struct diags *diags)
{
	int width = cell_width(event->title);

	if (width <= TITLE_CELLS)
		return;
	record_diag(diags, DIAG_TITLE_LONG, &event->record,
		    "the title of \"%s\" has %d cells", event->record.id, width);
	diag_help(diags, "shorten it to %d", TITLE_CELLS);
}

/* Warn when every passage of the point is too short to show its claim. */
static void check_passages(const struct dossier *dossier, const struct point *point,
			   struct diags *diags)
{
	for (int i = 0; i < point->passages.count; i++)
		if (words_in(dossier->passages[point->passages.at[i].index].exact) >=
		    PASSAGE_WORDS)
			return;
	if (!point->passages.count)
		return;
	record_diag(diags, DIAG_PASSAGE_SHORT, &point->record,
		    "every passage of this point has fewer than %d words", PASSAGE_WORDS);
	diag_help(diags, "quote more of the sentence, or cite another passage");
}

void check_consistency(const struct dossier *dossier, struct diags *diags)
{
	struct arena arena = { 0 };
	uint32_t *seen[KIND_COUNT];

	for (int kind = 0; kind < KIND_COUNT; kind++)
		seen[kind] = arena_array(&arena, (size_t)dossier->counts[kind],
					 sizeof *seen[kind]);
	for (int i = 0; i < dossier->counts[KIND_RELATION]; i++)
		check_order(dossier, &dossier->relations[i], diags);
	for (int i = 0; i < dossier->counts[KIND_POINT]; i++) {
		check_due(dossier, &dossier->points[i], diags);
		check_passages(dossier, &dossier->points[i], diags);
	}
	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++)
		check_title(&dossier->events[i], diags);
	for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_THREAD]; i++)
		check_steps(dossier, i, seen, diags);
	if (dossier->counts[KIND_THREAD])
		check_threaded(dossier, seen, diags);
	arena_clear(&arena);
}
