#include "config.h"

#include "consistent.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/scroll.h"
#include "model/when.h"
#include "model/words.h"

/* --- The list ------------------------------------------------------------ */

static bool list_agrees(const struct ui *ui)
{
	const struct list *list = &ui->list;

	if (!list->count)
		return ref_is_none(ui->at.selected) && ui->cursor == 0;
	return ui->cursor >= 0 && ui->cursor < list->count &&
	       ref_equal(list->items[ui->cursor].ref, ui->at.selected);
}

static bool list_is_in_order(const struct ui *ui)
{
	const struct list *list = &ui->list;

	for (int i = 0; i < list->count; i++) {
		bool is_possible = i >= list->count - list->possible_count;

		if (list->items[i].truth != (is_possible ? TRUTH_MAYBE : TRUTH_YES))
			return false;
	}
	return list->possible_count <= list->count && list->count <= list->total;
}

/* The tab of the list that is read has the list's own numbers. */
static bool tab_agrees(const struct ui *ui)
{
	uint32_t index = ref_is_none(ui->at.thread) ? 0 : ui->at.thread.index + 1;
	const struct list *list = &ui->list;

	if (index >= TAB_COUNT || ui->at.listing != LIST_EVENTS)
		return true;
	const struct tally *tally = &ui->tallies[index];

	return tally->sure == list->count - list->possible_count &&
	       tally->possible == list->possible_count && tally->total == list->total;
}

/* --- Views --------------------------------------------------------------- */

static bool record_agrees(const struct ui *ui)
{
	return ref_equal(ui->views[SLOT_RECORD].subject.about, ui->at.shown);
}

/* The words are those that the record cites, or the record itself. */
static bool words_agree(const struct ui *ui)
{
	const struct view *source = &ui->views[SLOT_SOURCE];

	if (layout_shows(&ui->layout, SLOT_SOURCE) &&
	    !ref_equal(source->subject.passage, ui->at.passage))
		return false;
	return ref_is_none(ui->at.passage) || ref_equal(ui->at.passage, ui->at.shown) ||
	       doc_number(&ui->views[SLOT_RECORD].doc, ui->at.passage) > 0;
}

static bool row_cites(const struct row *row, struct ref passage)
{
	for (int i = 0; i < row->run_count; i++)
		if (ref_equal(row->runs[i].target, passage))
			return true;
	return false;
}

/* A claim under the cursor that cites words has them in the source beside it, and so have
 * its status and outcome; but "next passage" also goes to those that no row cites. */
static bool claim_agrees(const struct ui *ui)
{
	const struct view *record = &ui->views[SLOT_RECORD];
	const struct row *row = view_row(record);
	bool is_cited = false;

	if (ui->at.focus != SLOT_RECORD || !row || ref_is_none(view_passage(record)))
		return true;
	for (int i = 0; i < record->row_count; i++)
		is_cited = is_cited || row_cites(&record->rows[i], ui->at.passage);
	return !is_cited || view_cites(record, ui->at.passage);
}

static bool related_agree(const struct ui *ui)
{
	return !layout_shows(&ui->layout, SLOT_RELATED) ||
	       ref_equal(ui->views[SLOT_RELATED].subject.about, ui->at.shown);
}

static bool page_agrees(const struct ui *ui)
{
	return ui->at.is_page == (ui->at.focus >= SLOT_PAGE) &&
	       (ui->at.focus != SLOT_PAGE ||
		ref_equal(ui->views[SLOT_PAGE].subject.about, ui->at.thread));
}

/* The path leads from the record shown to the one that was chosen. */
static bool path_agrees(const struct ui *ui)
{
	const struct view *path = &ui->views[SLOT_PATH];

	return ui->at.focus != SLOT_PATH ||
	       (ref_equal(path->subject.about, ui->at.shown) &&
		ref_equal(path->subject.to, ui->at.path_to));
}

/* --- Time ---------------------------------------------------------------- */

static const struct when *shown_when(const struct ui *ui)
{
	return ui->at.shown.kind >= KIND_COUNT
		       ? NULL
		       : words_when(ui->world.dossier, ui->at.shown);
}

/* The strip speaks of the record shown: its cursor is at the column of its date. */
static bool strip_agrees(const struct ui *ui)
{
	const struct strip *strip = &ui->strip;
	const struct when *when = shown_when(ui);
	struct time_days known, days;
	struct buf date = BUF_INIT;
	bool agrees;

	if (!ui->layout.timeline.rows)
		return true;
	if (!when || !when->edtf || !time_known(&when->extent, &known) ||
	    !strip->axis.width)
		return ref_equal(strip->shown, ui->at.shown) && !strip->has_date;
	when_short(when, ui->dates, &date);
	agrees = ref_equal(strip->shown, ui->at.shown) && strip->has_date &&
		 (!*strip->date || !strcmp(strip->date, date.bytes));
	buf_release(&date);
	if (!axis_days(&strip->axis, strip->cursor.from, &days) ||
	    when->extent.is_approximate)
		return agrees;
	return agrees && days.first <= known.first && days.last >= known.first;
}

static const struct time_placed *placed_of(const struct ui *ui)
{
	const struct time_picture *picture = &ui->time.picture;

	bool has_any = picture->count && picture->selected >= 0;

	return has_any ? &picture->placed[picture->selected] : NULL;
}

/* The time view is of the list, its cursor on the row that is selected, and in sight. */
static bool time_agrees(const struct ui *ui)
{
	const struct time_view *view = &ui->time;
	const struct time_placed *placed = placed_of(ui);
	int rows = time_areas(layout_body(&ui->layout, SLOT_TIME)).body.rows;

	if (!layout_shows(&ui->layout, SLOT_TIME))
		return true;
	if (view->index.count + view->index.undated != ui->list.count)
		return false;
	if (!placed)
		return true;
	return view->index.items[placed->item].item == ui->cursor &&
	       placed->lane == view->lane && placed->from >= 0 &&
	       placed->to < view->cols &&
	       (rows < 1 || (placed->row >= view->top && placed->row < view->top + rows));
}

/* What the brush marks lies where the list does. */
static bool brush_agrees(const struct ui *ui)
{
	const struct time_brush *brush = &ui->time.brush;

	return !brush->is_on || (ui->at.focus == SLOT_TIME && ui->time.index.count);
}

static bool focus_is_seen(const struct ui *ui)
{
	return ui->at.focus < SLOT_COUNT && layout_shows(&ui->layout, ui->at.focus);
}

static bool cursors_are_within(const struct ui *ui)
{
	for (int i = SLOT_RECORD; i < SLOT_COUNT; i++) {
		const struct view *view = &ui->views[i];

		if (!view->is_built || !layout_shows(&ui->layout, (enum slot)i))
			continue;
		if (view->cursor < 0 || view->top < 0 ||
		    (view->row_count && view->cursor >= view->row_count))
			return false;
		if (view->row_count && view->top >= view->row_count)
			return false;
	}
	return ui->top >= 0 && (!ui->list.count || ui->top < ui->list.count);
}

/* What is typed changes no filter, and counts the rows that are not dim. */
static bool preview_agrees(const struct ui *ui)
{
	const struct preview *preview = &ui->preview;
	int kept = 0, sure = 0;

	if (!preview->is_on)
		return true;
	if (ui->context != IN_PROMPT)
		return false;
	for (int i = 0; i < ui->list.count; i++) {
		enum truth truth = query_match(&preview->query, ui->world.index,
					       ui->list.items[i].ref);

		kept += truth >= TRUTH_MAYBE;
		sure += truth == TRUTH_YES;
	}
	/* A filter that is edited may find what the list does not have. */
	if (ui->prompt.replaces >= 0)
		return sure <= preview->list.sure;
	return sure == preview->list.sure && kept - sure == preview->list.possible;
}

static bool offer_is_within(const struct ui *ui)
{
	const struct prompt *prompt = &ui->prompt;

	return ui->context != IN_PROMPT ||
	       (prompt->at <= prompt->text.len && prompt->wrong_at <= prompt->text.len &&
		prompt->offer.taken < (prompt->offer.count ? prompt->offer.count : 1) &&
		(!prompt->offer.count ||
		 prompt->offer.at + prompt->offer.len <= prompt->text.len));
}

static bool box_is_in_order(const struct ui *ui)
{
	const struct picker *picker = &ui->picker;

	if (ui->context != IN_PICKER)
		return true;
	for (int i = 0; i < picker->seen_count; i++)
		if (picker->seen[i] < 0 || picker->seen[i] >= picker->count)
			return false;
	if (picker_chosen(picker) && picker_chosen(picker)->is_heading)
		return false;
	return picker->seen_count <= picker->count &&
	       picker->cursor < (picker->seen_count ? picker->seen_count : 1);
}

/* The bar at the right reaches an end only where the pane does. */
static bool bar_agrees(const struct ui *ui, enum slot slot)
{
	struct scroll scroll = scroll_of(ui, slot);
	int cells = layout_body(&ui->layout, slot).rows;
	struct thumb thumb = scroll_thumb(&scroll, cells);
	bool is_end = thumb.start + thumb.len == cells;

	if (!layout_shows(&ui->layout, slot) || !thumb.len)
		return true;
	if (thumb.start < 0 || thumb.start + thumb.len > cells)
		return false;
	return cells <= 2 || ((scroll.top == 0) == (thumb.start == 0) &&
			      (scroll.top + scroll.seen >= scroll.count) == is_end);
}

static bool bars_agree(const struct ui *ui)
{
	for (int i = 0; i < SLOT_COUNT; i++)
		if (!bar_agrees(ui, (enum slot)i))
			return false;
	return true;
}

static const struct {
	bool (*holds)(const struct ui *ui);
	const char *what;
} invariants[] = {
	{ list_agrees, "the selected record is not at the list's cursor" },
	{ list_is_in_order, "the list's numbers are wrong" },
	{ tab_agrees, "the tab's numbers are not the list's" },
	{ record_agrees, "the record's rows are about another record" },
	{ words_agree, "the record shown does not cite the words" },
	{ claim_agrees, "the row under the cursor does not cite the words" },
	{ related_agree, "the relations are another record's" },
	{ page_agrees, "the page is another thread's" },
	{ path_agrees, "the path is between other records" },
	{ strip_agrees, "the strip speaks of another record" },
	{ time_agrees, "the time view is of another list, or its cursor elsewhere" },
	{ brush_agrees, "a range of time is marked where there is none" },
	{ focus_is_seen, "the pane with the focus is not seen" },
	{ preview_agrees, "the numbers of what is typed are not the list's" },
	{ offer_is_within, "the prompt's cursor, fault or offer is beyond its text" },
	{ box_is_in_order, "the box shows what it does not have" },
	{ bars_agree, "a bar reaches an end that its pane does not" },
	{ cursors_are_within, "a cursor is beyond its rows" },
};

const char *ui_consistent(const struct ui *ui)
{
	for (size_t i = 0; i < sizeof invariants / sizeof invariants[0]; i++)
		if (!invariants[i].holds(ui))
			return invariants[i].what;
	return NULL;
}

/* --- What is drawn ------------------------------------------------------- */

static void line_text(const struct canvas *canvas, int row, struct buf *out)
{
	for (int col = 0; col < canvas->cols; col++)
		buf_str(out, canvas->cells[row * canvas->cols + col].text);
}

/* The first letters of a title, which are never cut where there is room for any. */
static bool line_has(const struct canvas *canvas, int row, const char *title)
{
	struct buf line = BUF_INIT, start = BUF_INIT;
	struct glyph glyph;
	size_t len = strlen(title), at = 0;

	for (int i = 0; i < 5 && at < len; i++)
		at += cell_next(title + at, len - at, &glyph);
	line_text(canvas, row, &line);
	buf_add(&start, title, at);
	bool found = strstr(line.bytes, start.bytes) != NULL;

	buf_release(&line);
	buf_release(&start);
	return found;
}

/* Only where nothing gives way: a wide screen without chips. */
static bool crumbs_agree(const struct ui *ui, const struct canvas *canvas)
{
	int row = ui->layout.crumbs.row;
	struct arena arena = { 0 };
	bool agrees = true;

	if (ui->layout.class != LAYOUT_WIDE || canvas->ascii || ui->at.is_page ||
	    query_count(&ui->query) || ref_is_none(ui->at.shown))
		return true;
	agrees = line_has(canvas, row, ui_title(ui, ui->at.shown, &arena)) &&
		 line_has(canvas, row, "(not in") == !ui_is_selected(ui);
	arena_clear(&arena);
	return agrees;
}

static bool line_says(const struct canvas *canvas, int row, const char *words)
{
	struct buf line = BUF_INIT;

	line_text(canvas, row, &line);
	bool found = strstr(line.bytes, words) != NULL;

	buf_release(&line);
	return found;
}

/* The position is that of the record shown: "3/29", or "-/29" when it is not listed. */
static bool place_agrees(const struct ui *ui, const struct canvas *canvas)
{
	const struct rect *list = &ui->layout.areas[SLOT_LIST];
	int row =
		ui->layout.has_frames ? list->row + list->rows - 1 : ui->layout.tabs.row;
	bool is_drawn = layout_shows(&ui->layout, SLOT_LIST) &&
			ui->layout.class == LAYOUT_WIDE && list->cols > 24;
	struct ref selected = ui->at.selected;
	char place[48];

	is_drawn = is_drawn && (ui->layout.has_frames || ui->layout.tabs.rows);
	if (!is_drawn || !ui->list.count || ui->context != IN_VIEWS || *ui->prefix)
		return true;
	if (selected.kind != KIND_PROBLEM)
		selected = dossier_home(ui->world.dossier, selected);
	if (ref_equal(selected, ui->at.shown))
		snprintf(place, sizeof place, " %d/%d ", ui->cursor + 1, ui->list.count);
	else
		snprintf(place, sizeof place, " -/%d ", ui->list.count);
	return line_says(canvas, row, place);
}

/* The date of the record shown stands on the strip. */
static bool strip_is_drawn(const struct ui *ui, const struct canvas *canvas)
{
	struct rect line = ui->layout.timeline;

	if (!line.rows || !*ui->strip.date || ui->context != IN_VIEWS || *ui->prefix ||
	    canvas->ascii)
		return true;
	return line_has(canvas, line.row + line.rows - 1, ui->strip.date);
}

const char *screen_consistent(const struct ui *ui, const struct canvas *canvas)
{
	for (int i = 0; i < canvas->rows * canvas->cols; i++) {
		const struct cell *cell = &canvas->cells[i];
		bool is_last = i % canvas->cols == canvas->cols - 1;
		bool has_tail = !is_last && !cell[1].text[0];

		if (cell->role >= ROLE_COUNT)
			return "a cell has no role";
		if ((i % canvas->cols == 0 && !cell->text[0]) ||
		    (cell->text[0] && has_tail != (cell_width(cell->text) == 2)))
			return "half of a wide glyph is on the screen";
	}
	if (canvas->cursor_row >= canvas->rows || canvas->cursor_col >= canvas->cols)
		return "the terminal's cursor is off the screen";
	if (!place_agrees(ui, canvas))
		return "the position in the list is another record's";
	if (!strip_is_drawn(ui, canvas))
		return "the strip does not have the date of the record shown";
	return crumbs_agree(ui, canvas) ? NULL : "the breadcrumb names another record";
}
