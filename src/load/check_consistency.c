#include "config.h"

#include "check_consistency.h"

#include <string.h>

/* Is all of `a`, however vague, over before `b` can begin? */
static bool is_before(const struct when *a, const struct when *b)
{
	const struct date_extent *left = &a->extent, *right = &b->extent;

	return left->is_given && right->is_given && !left->is_uncertain &&
	       !right->is_uncertain && left->near.end_max < right->near.start_min;
}

/* When the record happened; NULL when it is of no kind that does. */
static const struct when *when_of(const struct dossier *dossier, struct ref ref)
{
	if (ref.kind == KIND_POINT)
		ref = dossier->points[ref.index].event;
	return ref.kind == KIND_EVENT ? &dossier->events[ref.index].date : NULL;
}

/* A warning at the record; `format` has one %s, for `word`. */
__attribute__((format(printf, 4, 0))) static void
report(struct diags *diags, const char *code, const struct record *record,
       const char *format, const char *word)
{
	diag_add(diags, SEVERITY_WARNING, code, record->at, format, word ? word : "?");
	diags->last->width = record->id ? (unsigned)strlen(record->id) : 0;
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
	report(diags, "order-impossible", &relation->record,
	       "what this begins with was over before \"%s\" began",
	       dossier_record(dossier, relation->to)->id);
	diag_help(diags, "turn \"from\" and \"to\" around, or mend a date");
}

static void check_due(const struct dossier *dossier, const struct point *point,
		      struct diags *diags)
{
	const struct event *event = &dossier->events[point->event.index];

	if (is_before(&point->due, &event->date)) {
		report(diags, "due-before", &point->record,
		       "this was due before \"%s\", where it is told", event->record.id);
		diag_help(diags, "mend one of the dates");
	} else if (point->status.term == POINT_OPEN &&
		   is_before(&point->due, &dossier->about.modified)) {
		report(diags, "due-past", &point->record,
		       "this was due %s and is still open", point->due.edtf);
		diag_help(diags, "say what came of it, or \"status: unknown\"");
	}
}

/* `seen[kind][index]` is the last thread that the record was a step of, + 1. */
static void check_steps(const struct dossier *dossier, uint32_t number,
			uint32_t *const seen[KIND_COUNT], struct diags *diags)
{
	const struct thread *thread = &dossier->threads[number];

	for (int i = 0; i < thread->step_count; i++) {
		struct ref ref = thread->steps[i].ref;

		if (ref_is_none(ref))
			continue;
		if (seen[ref.kind][ref.index] == number + 1) {
			report(diags, "step-twice", &thread->record,
			       "\"%s\" is a step of this thread twice",
			       dossier_record(dossier, ref)->id);
			diag_help(diags, "take one of the two steps out");
		}
		seen[ref.kind][ref.index] = number + 1;
	}
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
	for (int i = 0; i < dossier->counts[KIND_POINT]; i++)
		check_due(dossier, &dossier->points[i], diags);
	for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_THREAD]; i++)
		check_steps(dossier, i, seen, diags);
	arena_clear(&arena);
}
