#include "config.h"

#include <stdio.h>
#include <string.h>

#include "typeset.h"
#include "views.h"
#include "where.h"

static const struct ref none;

/* Of each section of relations; more are scrolled through in the list of relations. */
enum { RELATED_MOST = 50 };

void view_start(struct view *view, const struct view_world *world)
{
	doc_init(&view->doc, &view->arena, world->dossier,
		 &(struct doc_options){ .texts = world->texts,
					.dates = world->dates,
					.index = world->index,
					.depth = view->subject.depth,
					.most = RELATED_MOST });
}

static void finish(const struct view *view, struct rows *rows, int from, int to)
{
	typeset(rows, &view->doc,
		&(struct typeset){ .has_title = view->subject.has_title,
				   .more = view->subject.more,
				   .from = from,
				   .to = to });
}

/* --- A problem ----------------------------------------------------------- */

static void problem_part(struct rows *rows, const char *text, enum doc_meaning meaning)
{
	if (!text)
		return;
	rows_blank(rows);
	rows_block(rows, &(struct row_block){ .each = true });
	rows_spans(rows, 0,
		   (struct doc_spans){ &(struct doc_span){ text, meaning, none }, 1 });
	rows_end(rows);
}

static void problem(const struct view_world *world, uint32_t index, struct rows *rows)
{
	const struct diag *diag = world->diags->first;

	while (index-- > 0)
		diag = diag->next;
	problem_part(rows,
		     arena_printf(rows->arena, "%s:%u:%u", diag->at.file, diag->at.line,
				  diag->at.column),
		     DOC_LABEL);
	problem_part(rows, diag->message, DOC_PLAIN);
	problem_part(rows, diag->line, DOC_CURATOR);
	problem_part(rows, diag->help, DOC_PLAIN);
	if (diag->see.file)
		problem_part(rows,
			     arena_printf(rows->arena, "%s:%u: %s", diag->see.file,
					  diag->see.line, diag->see_message),
			     DOC_PLAIN);
}

/* --- A record, a thread --------------------------- */

/*
 * The record and what is related to it are one document, shown in two views: so a passage
 * has one number in both.  An actor or a place is what it does in the dossier.
 */
bool view_tell(struct view *view, const struct view_world *world)
{
	struct ref about = view->subject.about;

	view_start(view, world);
	if (ref_is_none(about) || about.kind == KIND_PROBLEM)
		return false;
	doc_record(&view->doc, about);
	if (about.kind != KIND_EVENT)
		doc_cited_by(&view->doc, about);
	view->split = view->doc.count;
	doc_relations(&view->doc, about);
	if (about.kind == KIND_EVENT)
		doc_cited_by(&view->doc, about);
	return true;
}

static void record_build(struct view *view, const struct view_world *world,
			 struct rows *rows)
{
	if (view_tell(view, world))
		finish(view, rows, 0, view->split);
	else if (view->subject.about.kind == KIND_PROBLEM)
		problem(world, view->subject.about.index, rows);
}

static void page_build(struct view *view, const struct view_world *world,
		       struct rows *rows)
{
	view_start(view, world);
	if (view->subject.about.kind != KIND_THREAD)
		return;
	view->title = world->dossier->threads[view->subject.about.index].title;
	doc_thread(&view->doc, view->subject.about);
	doc_quotations(&view->doc);
	finish(view, rows, 0, view->doc.count);
}

const struct view_kind view_record = {
	.name = "Record",
	.empty = "Nothing is selected.",
	.build = record_build,
};

const struct view_kind view_thread = {
	.name = "Thread",
	.empty = "No thread is read: 1 to 9 choose one.",
	.build = page_build,
};

const struct view_kind *view_kind_of(enum slot slot)
{
	static const struct view_kind *const kinds[SLOT_COUNT] = {
		[SLOT_RECORD] = &view_record,	[SLOT_SOURCE] = &view_source,
		[SLOT_RELATED] = &view_related, [SLOT_PAGE] = &view_thread,
		[SLOT_PATH] = &view_path,
	};

	return kinds[slot];
}
