#include "config.h"

#include "settle.h"

#include <assert.h>

#include "text/cell.h"
#include "views.h"

static const struct ref none;

/* Rows that stay above the words that a claim cites. */
enum { WORDS_UNDER = 2 };

/* Cells that the header of a narrow screen keeps for the place. */
enum { HEADER_TAIL = 12 };

/* Rows of a record that show its first claim. */
enum { CLAIM_ROWS = 6 };

/* --- The list -------------------------------------------------------------- */

static void settle_tallies(struct ui *ui)
{
	int count = ui->world.dossier->counts[KIND_THREAD] + 1;

	for (int i = 0; i < count && i < TAB_COUNT; i++)
		ui->tallies[i] = list_tally(
			&ui->world, &ui->query, LIST_EVENTS,
			i ? (struct ref){ KIND_THREAD, (uint32_t)i - 1 } : none);
}

/* The item of the record that the reader chose, else the nearest; -1: none. */
static int chosen_item(struct ui *ui)
{
	struct ref place = *ui_place(ui);
	int item;

	if (ui->cursor < ui->list.count &&
	    ref_equal(ui->list.items[ui->cursor].ref, place))
		return ui->cursor;
	item = list_find(&ui->list, place);
	if (item < 0)
		item = list_nearest(&ui->list, &ui->world, &ui->at, place);
	return item;
}

static void settle_list(struct ui *ui)
{
	bool is_other = ui->at.listing != ui->listed.listing ||
			!ref_equal(ui->at.thread, ui->listed.thread);
	int item;

	if (ui->is_stale || is_other) {
		list_build(&ui->list, &ui->world, &ui->query, &ui->at);
		ui->list_builds++;
		settle_tallies(ui);
		ui->top = is_other ? 0 : ui->top;
	}
	item = chosen_item(ui);
	ui->cursor = item < 0 ? 0 : item;
	ui->at.selected = item < 0 ? none : ui->list.items[item].ref;
	ui->listed = ui->at;
	ui->is_stale = false;
}

/* The first point of an event that the filters ask for, else the record itself. */
static struct ref asked_for(const struct ui *ui, struct ref ref)
{
	const struct span *points;

	if (ref.kind != KIND_EVENT)
		return ref;
	points = &ui->world.dossier->events[ref.index].points;
	for (uint32_t i = 0; i < (uint32_t)points->count; i++) {
		struct ref point = { KIND_POINT, points->first + i };

		if (query_match_point(&ui->query, ui->world.index, point))
			return point;
	}
	return ref;
}

static void settle_shown(struct ui *ui)
{
	struct ref selected = ui->at.selected;

	if (!ui->shows_selected)
		return;
	ui->shows_selected = false;
	ui->at.shown = selected.kind == KIND_PROBLEM
			       ? selected
			       : dossier_home(ui->world.dossier, selected);
	ui->wanted = selected.kind == KIND_PROBLEM ? none : asked_for(ui, selected);
	if (!ui->list.count)
		ui->at.passage = none;
}

/* --- Views ----------------------------------------------------------------- */

static struct view_world world_of(const struct ui *ui)
{
	return (struct view_world){ .dossier = ui->world.dossier,
				    .texts = ui->texts,
				    .diags = ui->world.diags,
				    .dates = ui->dates,
				    .index = ui->world.index };
}

/* Does the title stand in the frame, in the line of crumbs or in the only header? */
static bool has_title(const struct ui *ui)
{
	struct arena arena = { 0 };
	int width = cell_width(ui_title(ui, ui->at.shown, &arena));
	int room = ui->layout.has_frames ? ui->layout.areas[SLOT_RECORD].cols - 14
		   : ui->layout.class >= LAYOUT_MEDIUM ? ui->layout.cols / 2
						       : ui->layout.cols - HEADER_TAIL;

	arena_clear(&arena);
	return (ui->layout.crumbs.rows || ui->layout.header.rows) && width <= room;
}

static struct view_subject subject_of(const struct ui *ui, enum slot slot)
{
	struct rect body = layout_body(&ui->layout, slot);
	struct view_subject subject = { .about = ui->at.shown,
					.width = body.cols < 1 ? ui->layout.cols
							       : body.cols,
					.has_title = has_title(ui),
					.depth = ui->depth,
					.more = ui->more,
					.ascii = ui->ascii };

	if (slot == SLOT_SOURCE) {
		subject = (struct view_subject){ .about = ui->at.passage,
						 .passage = ui->at.passage,
						 .width = subject.width,
						 .ascii = ui->ascii };
	} else if (slot == SLOT_PAGE) {
		subject.about = ui->at.thread;
		subject.has_title = false;
	} else if (slot == SLOT_PATH) {
		subject.to = ui->at.path_to;
	} else if (slot == SLOT_RELATED) {
		subject.height = body.rows;
	}
	return subject;
}

static bool settle_view(struct ui *ui, enum slot slot)
{
	struct view_world world = world_of(ui);
	struct view_subject subject = subject_of(ui, slot);

	ui->views[slot].kind = view_kind_of(slot);
	return view_settle(&ui->views[slot], &world, &subject);
}

/* In a record that is shown anew, the cursor goes to what was asked for, else to the
 * first claim. */
static void place_cursor(struct ui *ui)
{
	struct view *record = &ui->views[SLOT_RECORD];
	int height = layout_body(&ui->layout, SLOT_RECORD).rows;
	bool is_wanted = !ref_is_none(ui->wanted) &&
			 !ref_equal(ui->wanted, ui->at.shown) &&
			 view_go_to(record, ui->wanted);

	if (!is_wanted && view_go_claim(record, 0))
		is_wanted = true;
	if (is_wanted && record->cursor + CLAIM_ROWS > height)
		record->top = record->cursor - 1 -
			      (height > 2 * CLAIM_ROWS ? height - CLAIM_ROWS - 1 : 0);
	ui->wanted = none;
}

/* The words are those of the claim under the cursor, else of the record. */
static void settle_passage(struct ui *ui, bool is_new)
{
	const struct view *record = &ui->views[SLOT_RECORD];
	struct ref passage = view_passage(record);

	if (is_new ? view_cites(record, ui->at.passage)
		   : doc_number(&record->doc, ui->at.passage) > 0)
		return;
	if (ref_is_none(passage) && record->doc.passage_count)
		passage = record->doc.passages[0];
	ui->at.passage = ui->at.shown.kind == KIND_PASSAGE ? ui->at.shown : passage;
}

static void settle_record(struct ui *ui)
{
	struct view *record = &ui->views[SLOT_RECORD];
	bool is_new = !record->is_built || !ref_is_none(ui->wanted) ||
		      !ref_equal(record->subject.about, ui->at.shown);
	bool is_built = settle_view(ui, SLOT_RECORD);

	if (ui->has_cursors)
		return; /* all is as it was kept */
	if (is_built &&
	    record->cursor + CLAIM_ROWS <= layout_body(&ui->layout, SLOT_RECORD).rows)
		record->top = 0;
	if (is_new)
		place_cursor(ui);
	settle_passage(ui, is_new);
}

static void settle_words(struct ui *ui)
{
	struct view *source = &ui->views[SLOT_SOURCE];
	bool is_other = !ref_equal(source->subject.passage, ui->at.passage);

	if (!layout_shows(&ui->layout, SLOT_SOURCE))
		return;
	if (settle_view(ui, SLOT_SOURCE) && is_other &&
	    view_go_to(source, ui->at.passage)) {
		source->top = source->cursor - WORDS_UNDER;
		source->top = source->top < 0 ? 0 : source->top;
	}
}

static void restore_cursors(struct ui *ui)
{
	for (int i = SLOT_RECORD; i < SLOT_COUNT; i++) {
		struct view *view = &ui->views[i];

		if (!view->is_built)
			continue;
		view_go_key(view, ui->cursors[i].key);
		view->link = ui->cursors[i].link;
		view_move_link(view, 0);
		view->top = view->cursor - ui->cursors[i].above;
		view->top = view->top < 0 ? 0 : view->top;
	}
	ui->has_cursors = false;
}

static void settle_scroll(struct ui *ui)
{
	struct list_view list = ui_list_view(ui);

	for (int i = SLOT_RECORD; i < SLOT_COUNT; i++) {
		struct rect body = layout_body(&ui->layout, (enum slot)i);

		if (body.rows > 0)
			view_scroll(&ui->views[i],
				    body.rows - view_foot_rows(&ui->views[i], body.rows));
	}
	if (layout_shows(&ui->layout, SLOT_LIST))
		ui->top = list_scroll(&list, layout_body(&ui->layout, SLOT_LIST));
}

void ui_settle(struct ui *ui)
{
	ui->layout = layout(&(struct layout_choice){ .rows = ui->rows,
						     .cols = ui->cols,
						     .focus = ui->at.focus,
						     .reading = ui->at.reading,
						     .extra = ui->at.extra,
						     .is_page = ui->at.is_page,
						     .is_zoomed = ui->at.is_zoomed });
	settle_list(ui);
	settle_shown(ui);
	settle_record(ui);
	settle_words(ui);
	if (layout_shows(&ui->layout, SLOT_RELATED))
		settle_view(ui, SLOT_RELATED);
	if (layout_shows(&ui->layout, SLOT_PAGE))
		settle_view(ui, SLOT_PAGE);
	if (layout_shows(&ui->layout, SLOT_PATH))
		settle_view(ui, SLOT_PATH);
	if (ui->has_cursors)
		restore_cursors(ui);
	settle_scroll(ui);
	time_settle(ui);
	strip_settle(ui);
	assert(!ui->list.count || ui->cursor < ui->list.count);
}

struct list_view ui_list_view(const struct ui *ui)
{
	bool has_needle = ui->search.needle.len;

	return (struct list_view){ .list = &ui->list,
				   .dossier = ui->world.dossier,
				   .texts = ui->texts,
				   .diags = ui->world.diags,
				   .dates = ui->dates,
				   .index = ui->world.index,
				   .ascii = ui->ascii,
				   .listing = ui->at.listing,
				   .cursor = ui->cursor,
				   .top = ui->top,
				   .is_hollow = !ui_is_selected(ui),
				   .has_focus = ui->at.focus == SLOT_LIST,
				   .preview =
					   ui->preview.is_on ? &ui->preview.query : NULL,
				   .needle = has_needle ? ui->search.needle.bytes : NULL,
				   .empty = "" };
}

void ui_follow_cursor(struct ui *ui)
{
	struct ref passage = view_passage(&ui->views[SLOT_RECORD]);

	if (!ref_is_none(passage))
		ui->at.passage = passage;
}
