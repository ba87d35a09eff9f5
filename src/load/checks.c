#include "config.h"

#include "checks.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "source_file.h"
#include "text/near.h"

enum { QUOTE_WORDS = 60 };

static void check_basis(const struct frame *frame, bool supplied, const char *basis)
{
	struct source_file *file = frame->file;

	if (supplied && !basis) {
		file_diag(file, DIAG_SUPPLIED_WITHOUT_BASIS,
			  frame_spot(frame, "supplied"), "this supplied %s has no basis",
			  frame->shape->name);
		diag_help(&file->diags, "add \"basis: ...\"");
	} else if (!supplied && basis) {
		file_diag(file, DIAG_BASIS_WITHOUT_SUPPLIED, frame_spot(frame, "basis"),
			  "this %s has a basis but is not supplied", frame->shape->name);
		diag_help(&file->diags, "add \"supplied: true\", or remove the basis");
	}
}

static void check_when(const struct frame *frame, const struct when *when)
{
	check_basis(frame, when->supplied, when->basis);
}

static void check_standing(const struct frame *frame)
{
	const struct standing *standing = frame->base;

	check_basis(frame, standing->supplied, standing->basis);
}

static void check_outcome(const struct frame *frame)
{
	const struct outcome *outcome = frame->base;

	check_basis(frame, outcome->supplied, outcome->basis);
}

static void check_date(const struct frame *frame)
{
	check_when(frame, frame->base);
}

static void check_claim(const struct frame *frame)
{
	const struct date_claim *claim = frame->base;

	check_when(frame, &claim->date);
}

static void check_csl_date(const struct frame *frame)
{
	struct csl_date *date = frame->base;
	char edtf[64];

	if (date->parts && *date->parts) {
		struct token token = { .type = TOKEN_SCALAR,
				       .at = frame_spot(frame, "date-parts"),
				       .text = edtf };
		int len = snprintf(edtf, sizeof edtf, "%.60s%s", date->parts,
				   date->circa ? "~" : "");

		token.len = (size_t)len;
		value_edtf(frame->file, &date->when, &token);
	} else if (!date->when.edtf && !frame_spot(frame, "raw").line &&
		   !frame_spot(frame, "literal").line &&
		   !frame_spot(frame, "edtf").line) {
		file_diag(frame->file, DIAG_KEY_MISSING, frame->at,
			  "this date has no \"edtf\"");
		diag_help(&frame->file->diags,
			  "add \"edtf: ...\", or write the date alone");
	}
	check_when(frame, &date->when);
}

static void check_event(const struct frame *frame)
{
	const struct event *event = frame->base;
	struct source_file *file = frame->file;
	struct buf modes = BUF_INIT;

	if (event_mode_fits(event->type, event->mode))
		return;
	file_diag(file, DIAG_MODE_UNFIT, frame_spot(frame, "mode"),
		  "PLOVER has no mode \"%s\" of %s", event_modes.terms[event->mode].name,
		  event->type ? event_types.terms[event->type].name
			      : "an event without a type");
	for (int i = 1; event->type && i < event_modes.count; i++)
		if (event_mode_fits(event->type, (enum event_mode)i))
			buf_printf(&modes, "%s%s", modes.len ? ", " : "",
				   event_modes.terms[i].name);
	if (!event->type)
		diag_help(&file->diags, "add \"type: ...\"");
	else if (modes.len)
		diag_help(&file->diags, "its modes are: %s", modes.bytes);
	else
		diag_help(&file->diags, "it has no modes; remove the key");
	buf_release(&modes);
}

static void check_point(const struct frame *frame)
{
	const struct point *point = frame->base;
	struct source_file *file = frame->file;
	bool is_promise = point->kind == POINT_COMMITMENT || point->kind == POINT_REQUEST;
	static const char *const keys[] = { "due", "status", "outcome" };

	if (!frame_spot(frame, "passages").line) {
		file_diag(file, DIAG_POINT_WITHOUT_PASSAGE, frame->at,
			  "this point cites no passage");
		diag_help(&file->diags,
			  "add \"passages: [...]\" with the ids of passages");
	}
	if (point->kind == POINT_COMMITMENT && !frame_spot(frame, "by").line) {
		file_diag(file, DIAG_COMMITMENT_ANONYMOUS, frame->at,
			  "this commitment has no \"by\"");
		diag_help(&file->diags, "add \"by: ...\"");
	}
	for (size_t i = 0; point->kind && !is_promise && i < 3; i++) {
		if (!frame_spot(frame, keys[i]).line)
			continue;
		file_diag(file, DIAG_KEY_UNFIT, frame_spot(frame, keys[i]),
			  "%s %s takes no \"%s\"",
			  article(point_kinds.terms[point->kind].name),
			  point_kinds.terms[point->kind].name, keys[i]);
		diag_help(&file->diags, "only commitments and requests have one");
	}
}

static const char *id_of(const struct source_file *file, struct ref ref)
{
	const struct link *links = (const void *)file->links.bytes;

	return ref_is_none(ref) ? NULL : links[ref.index].id;
}

/* Ids are interned, so equal ones are the same pointer. */
static bool is_step(const struct source_file *file, const struct thread *thread,
		    const char *id, struct near *near)
{
	for (int i = 0; i < thread->step_count; i++) {
		const char *step = id_of(file, thread->steps[i].ref);

		if (step == id)
			return true;
		if (step)
			near_try(near, step);
	}
	return map_get(&file->skipped_ids, id,
		       strlen(id)); /* it may be in an invalid step */
}

static void check_thread(const struct frame *frame)
{
	struct thread *thread = frame->base;
	struct source_file *file = frame->file;
	const char *id = id_of(file, thread->opens_at);
	struct near near = { .word = id };

	if (!id || is_step(file, thread, id, &near))
		return;
	file_diag(file, DIAG_OPENS_AT_BAD, frame_spot(frame, "opens_at"),
		  "\"%s\" is not a step of this thread", id);
	if (near.best)
		diag_help(&file->diags, "did you mean \"%s\"?", near.best);
	else
		diag_help(&file->diags, "write the id of one of its steps");
	thread->opens_at = (struct ref){ 0 };
}

static void check_relation(const struct frame *frame)
{
	const struct relation *relation = frame->base;
	const char *from = id_of(frame->file, relation->from),
		   *to = id_of(frame->file, relation->to);

	if (!from || from != to) /* interned */
		return;
	file_diag(frame->file, DIAG_RELATION_SELF, frame_spot(frame, "to"),
		  "\"%s\" is related to itself", to);
	diag_help(&frame->file->diags, "write the ids of two different records");
}

void record_diag(struct diags *diags, enum diag_id id, const struct record *record,
		 const char *format, ...)
{
	struct diag_head head = { id, record->at, id_width(record->id) };
	va_list args;

	va_start(args, format);
	diag_add_args(diags, head, format, args);
	va_end(args);
}

int words_in(const char *text)
{
	int words = 0;

	while (*(text += strspn(text, " \n\t"))) {
		text += strcspn(text, " \n\t");
		words++;
	}
	return words;
}

static void check_passage(const struct frame *frame)
{
	struct passage *passage = frame->base;
	int words = passage->exact ? words_in(passage->exact) : 0;

	passage->exact_at = file_pos(frame->file, frame_spot(frame, "exact"));
	if (words <= QUOTE_WORDS)
		return;
	file_diag(frame->file, DIAG_QUOTE_LONG, frame_spot(frame, "exact"),
		  "the quotation has %d words; the limit is %d", words, QUOTE_WORDS);
	diag_help(&frame->file->diags,
		  "quote only the words that prove the claim, or split it");
}

static void check_name(const struct frame *frame)
{
	const struct csl_name *name = frame->base;

	if (name->family || name->given || name->literal)
		return;
	file_diag(frame->file, DIAG_KEY_MISSING, frame->at,
		  "this name has no \"family\"");
	diag_help(&frame->file->diags, "add \"family: ...\" and \"given: ...\", or "
				       "\"literal: ...\" for an organization");
}

static const struct {
	const struct shape *shape;
	void (*check)(const struct frame *frame);
} map_checks[] = {
	{ &date_shape, check_date },	     { &claim_shape, check_claim },
	{ &csl_date_shape, check_csl_date }, { &event_shape, check_event },
	{ &point_shape, check_point },	     { &standing_shape, check_standing },
	{ &outcome_shape, check_outcome },   { &thread_shape, check_thread },
	{ &relation_shape, check_relation }, { &passage_shape, check_passage },
	{ &name_shape, check_name },
};

void check_map(const struct frame *frame)
{
	const size_t count = sizeof map_checks / sizeof map_checks[0];

	for (size_t i = 0; i < count; i++)
		if (map_checks[i].shape == frame->shape)
			map_checks[i].check(frame);
}

/* The record that contains this one. */
static struct ref above(const struct dossier *dossier, struct ref ref)
{
	switch (ref.kind) {
	case KIND_EVENT:
		return dossier->events[ref.index].part_of;
	case KIND_REFERENCE:
		return dossier->references[ref.index].within;
	default:
		return dossier->places[ref.index].within;
	}
}

static void report_cycle(const struct dossier *dossier, struct diags *diags,
			 struct ref ref)
{
	const struct record *record = dossier_record(dossier, ref);
	struct ref next = above(dossier, ref);

	record_diag(diags,
		    ref.kind == KIND_EVENT ? DIAG_PART_OF_CYCLE : DIAG_WITHIN_CYCLE,
		    record, "\"%s\" is %s itself", record->id ? record->id : "?",
		    ref.kind == KIND_EVENT ? "a part of" : "within");
	diag_help(diags, ref_equal(next, ref) ? "remove the key"
					      : "remove one reference of the cycle");
	if (!ref_equal(next, ref))
		diag_see(diags, dossier_record(dossier, next)->at,
			 "the cycle goes through this record");
}

static void check_kind_cycles(const struct dossier *dossier, enum kind kind,
			      struct arena *arena, struct diags *diags)
{
	uint32_t count = (uint32_t)dossier->counts[kind];
	uint32_t *seen = arena_array(arena, count, sizeof *seen);

	for (uint32_t i = 0; i < count; i++) {
		struct ref ref = { kind, i };

		/* Walk up to the first visited record; one of this walk closes a cycle.
		 */
		for (; !ref_is_none(ref) && !seen[ref.index]; ref = above(dossier, ref))
			seen[ref.index] = i + 1;
		if (!ref_is_none(ref) && seen[ref.index] == i + 1)
			report_cycle(dossier, diags, ref);
	}
}

void check_cycles(const struct dossier *dossier, struct diags *diags)
{
	struct arena arena = { 0 };

	check_kind_cycles(dossier, KIND_EVENT, &arena, diags);
	check_kind_cycles(dossier, KIND_PLACE, &arena, diags);
	check_kind_cycles(dossier, KIND_REFERENCE, &arena, diags);
	arena_clear(&arena);
}

void check_unused(const struct dossier *dossier, struct diags *diags)
{
	static const struct {
		enum kind kind;
		const char *help;
	} kinds[] = {
		{ KIND_ACTOR,
		  "refer to it from an event, a point or a relation, or remove it" },
		{ KIND_PLACE, "refer to it from an event or a relation, or remove it" },
		{ KIND_PASSAGE, "cite it from the record it proves, or remove it" },
		{ KIND_REFERENCE, "quote a passage of it, or remove it" },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		enum kind kind = kinds[i].kind;

		for (int j = 0; j < dossier->counts[kind]; j++) {
			struct ref ref = { kind, (uint32_t)j };
			const struct record *record = dossier_record(dossier, ref);
			int count;

			dossier_backlinks(dossier, ref, &count);
			if (count || !record->id)
				continue;
			record_diag(diags, DIAG_RECORD_UNNAMED, record,
				    "the %s \"%s\" is never referenced",
				    shape_of(kind)->name, record->id);
			diag_help(diags, "%s", kinds[i].help);
		}
	}
}
