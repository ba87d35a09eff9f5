#include "config.h"

#include "action.h"

#include <string.h>

#include "settle.h"

static const struct ref none;
static const char first_row[] = "This is the first row.";
static const char last_row[] = "This is the last row.";
static const char leaves_page[] = "Esc leaves the page.";

static const char *at_end(int by)
{
	return by < 0 ? first_row : last_row;
}

/* After the cursor of the view with the focus has moved. */
static void moved(struct ui *ui)
{
	if (ui->at.focus == SLOT_RECORD)
		ui_follow_cursor(ui);
}

static bool select_by(struct ui *ui, int by)
{
	int last = ui->list.count - 1, to = ui->cursor + by;

	to = to < 0 ? 0 : to > last ? last : to;
	if (last < 0 || (to == ui->cursor && ui_is_selected(ui)))
		return false;
	ui_select(ui, to);
	return true;
}

const char *act_move(struct ui *ui, int by)
{
	struct view *view = ui_view(ui);

	if (ui->at.focus == SLOT_TIME)
		return time_move(ui, by);
	if (!(view ? view_move(view, by) : select_by(ui, by)))
		return at_end(by);
	moved(ui);
	return NULL;
}

const char *act_link(struct ui *ui, int by)
{
	struct view *view = ui_view(ui);

	if (ui->at.focus == SLOT_TIME)
		return time_slide(ui, by);
	if (!view)
		return "Enter reads this record; Tab goes to the next pane.";
	if (!view_move_link(view, by))
		return by < 0 ? "This is the first link of the row."
			      : "This is the last link of the row.";
	moved(ui);
	return NULL;
}

const char *act_page(struct ui *ui, int by)
{
	struct rect body = layout_body(&ui->layout, SLOT_LIST);
	struct view *view = ui_view(ui);
	int far = (body.rows - 1) * by / 2;

	if (ui->at.focus == SLOT_TIME)
		return time_lane_by(ui, by);
	if (!(view ? view_page(view, by) : select_by(ui, far ? far : by)))
		return at_end(by);
	moved(ui);
	return NULL;
}

const char *act_end(struct ui *ui, int to_end)
{
	struct view *view = ui_view(ui);

	if (ui->at.focus == SLOT_TIME)
		return time_end(ui, to_end);
	if (!view && ui->list.count)
		ui_select(ui, to_end ? ui->list.count - 1 : 0);
	if (!view)
		return NULL;
	view_go(view, to_end ? view->row_count - 1 : 0);
	view->top = to_end ? view->top : 0;
	moved(ui);
	return NULL;
}

/* --- From claim to claim, passage to passage, record to record ----------------- */

/* The next item that has a claim; it is selected.  False: there is none. */
static bool select_claim(struct ui *ui, int by)
{
	struct view *record = &ui->views[SLOT_RECORD];
	int from = ui->cursor;

	for (int i = from + by; i >= 0 && i < ui->list.count; i += by) {
		ui_select(ui, i);
		ui_settle(ui);
		if (!view_go_claim(record, 0))
			continue;
		while (by < 0 && view_go_claim(record, +1))
			;
		ui_follow_cursor(ui);
		return true;
	}
	if (ui->list.count)
		ui_select(ui, from);
	return false;
}

const char *act_claim(struct ui *ui, int by)
{
	struct visit here = ui_visit(ui);

	if (ui->at.is_page)
		return view_go_claim(ui_view(ui), by) ? NULL
		       : by < 0 ? "This is the first claim of the page."
				: "This is the last claim of the page.";
	if (view_go_claim(&ui->views[SLOT_RECORD], by)) {
		ui_follow_cursor(ui);
		return NULL;
	}
	if (select_claim(ui, by))
		return NULL;
	ui_restore(ui, &here);
	return by < 0 ? "This is the first claim of the list."
		      : "This is the last claim of the list.";
}

const char *act_passage(struct ui *ui, int by)
{
	const struct doc *doc = &ui->views[SLOT_RECORD].doc;
	int to = doc_number(doc, ui->at.passage) + by;

	if (ui->at.is_page)
		return leaves_page;
	if (!doc->passage_count)
		return "This record cites no passage.";
	if (to < 1 || to > doc->passage_count)
		return by < 0 ? "This is the first passage of the record."
			      : "This is the last passage of the record.";
	ui->at.passage = doc->passages[to - 1];
	view_go_to(&ui->views[SLOT_RECORD], ui->at.passage);
	return NULL;
}

const char *act_record(struct ui *ui, int by)
{
	if (ui->at.is_page)
		return leaves_page;
	if (!select_by(ui, by))
		return by < 0 ? "This is the first record of the list."
			      : "This is the last record of the list.";
	return NULL;
}

/* --- Following --------------------------------------------------------------- */

static const char *read_selected(struct ui *ui)
{
	if (!ui->list.count)
		return "Nothing is selected.";
	ui_keep(ui);
	if (!ui_is_selected(ui))
		ui_select(ui, ui->cursor);
	ui_focus(ui, SLOT_RECORD);
	return NULL;
}

/* In the graph a record that is followed takes the middle. */
static bool walks_graph(const struct ui *ui, struct ref target)
{
	const struct view *related = &ui->views[SLOT_RELATED];

	return ui->at.focus == SLOT_RELATED && related->cursor < related->graph_rows &&
	       !ref_equal(target, ui->at.shown);
}

const char *act_follow(struct ui *ui, int arg)
{
	struct view *view = ui_view(ui);
	struct ref target = view ? view_target(view) : none;

	(void)arg;
	if (!view)
		return read_selected(ui);
	if (ui->at.is_page && ref_is_none(target))
		target = view_about(view);
	if (ref_is_none(target) && view_row(view) && view_row(view)->is_claim)
		return "No passage is cited for this claim.";
	if (ref_is_none(target))
		return "There is nothing to follow in this row.";
	ui_keep(ui);
	if (walks_graph(ui, target)) {
		ui_open(ui, target);
		ui_focus(ui, SLOT_RELATED);
		return NULL;
	}
	if (ui->at.is_page)
		ui_focus(ui, SLOT_RECORD);
	ui_open(ui, target);
	return NULL;
}

const char *act_history(struct ui *ui, int by)
{
	struct visit here = ui_visit(ui);
	const struct visit *visit = history_go(&ui->history, by, &here);
	struct arena arena = { 0 };

	if (!visit)
		return by < 0 ? "There is nothing to go back to."
			      : "There is nothing to go forward to.";
	ui_restore(ui, visit);
	ui_say(ui, ROLE_STATUS, "%s: %s%s%s%s", by < 0 ? "Back" : "Forward",
	       ui_title(ui, ui->at.shown, &arena),
	       ref_is_none(ui->at.thread) ? "" : " · ",
	       ui_title(ui, ui->at.thread, &arena),
	       query_count(&ui->query) ? " · with its filters" : "");
	arena_clear(&arena);
	return NULL;
}

/* --- Panes -------------------------------------------------------------------- */

const char *act_slot(struct ui *ui, int by)
{
	int slots = SLOT_TIME;

	if (ui->at.is_page)
		return leaves_page;
	if (ui->at.reading == SLOT_TIME) {
		ui_focus(ui, ui->at.focus == SLOT_TIME ? SLOT_LIST : SLOT_TIME);
		return NULL;
	}
	ui_focus(ui, (enum slot)(((int)ui->at.focus + by + slots) % slots));
	return NULL;
}

const char *act_show(struct ui *ui, int slot)
{
	if (ui->at.focus == (enum slot)slot)
		return "Already in this pane.";
	ui_keep(ui);
	ui_focus(ui, (enum slot)slot);
	return NULL;
}

const char *act_page_of_thread(struct ui *ui, int arg)
{
	(void)arg;
	if (ref_is_none(ui->at.thread))
		return "No thread is read: 1 to 9 choose one.";
	if (!ui->at.is_page)
		ui_keep(ui);
	ui_focus(ui, ui->at.is_page ? SLOT_LIST : SLOT_PAGE);
	return NULL;
}

const char *act_thread(struct ui *ui, int arg)
{
	int digit = strlen(ui->key) == 1 ? *ui->key - '0' : -1;
	struct ref thread = none;

	(void)arg;
	if (digit < 0 || digit > 9)
		return "Press the digit of a thread; the tabs at the top have them.";
	if (digit > ui->world.dossier->counts[KIND_THREAD])
		return "There is no such thread; the tabs at the top have their digits.";
	if (digit)
		thread = (struct ref){ KIND_THREAD, (uint32_t)digit - 1 };
	if (digit && ref_equal(thread, ui->at.thread) && !ui->is_first_thread)
		return act_page_of_thread(ui, 0);
	if (!digit && ref_is_none(ui->at.thread) && ui->at.listing == LIST_EVENTS &&
	    ui->at.focus == SLOT_LIST && ui_is_selected(ui))
		return "All events are listed.";
	ui_keep(ui);
	ui->is_first_thread = false;
	ui_read_thread(ui, thread);
	if (digit && ui->world.dossier->threads[digit - 1].summary)
		ui_say(ui, ROLE_STATUS, "%s",
		       ui->world.dossier->threads[digit - 1].summary);
	return NULL;
}

const char *act_listing(struct ui *ui, int listing)
{
	const struct diags *diags = ui->world.diags;

	if (listing == LIST_PROBLEMS &&
	    (!diags || !(diags->error_count + diags->warning_count)))
		return "There are no problems.";
	if (ui->at.listing == listing && ref_is_none(ui->at.thread) &&
	    ui->at.focus == SLOT_LIST)
		return "This list is shown.";
	ui_keep(ui);
	ui_read_listing(ui, listing);
	return NULL;
}

const char *act_zoom(struct ui *ui, int arg)
{
	(void)arg;
	if (ui->layout.class < LAYOUT_MEDIUM)
		return "There is one pane at a time on a screen of this size.";
	ui->at.is_zoomed = !ui->at.is_zoomed;
	return NULL;
}

const char *act_more(struct ui *ui, int arg)
{
	(void)arg;
	ui->more = !ui->more;
	return NULL;
}

/* --- Filters ------------------------------------------------------------------- */

static const char no_filter[] = "No filter is set: a, y or f sets one.";

const char *act_drop(struct ui *ui, int arg)
{
	(void)arg;
	if (!query_count(&ui->query))
		return no_filter;
	ui_keep(ui);
	query_drop(&ui->query, query_count(&ui->query) - 1);
	ui_filtered(ui);
	return NULL;
}

const char *act_switch(struct ui *ui, int arg)
{
	bool on = !filters_are_on(&ui->query);

	(void)arg;
	if (!query_count(&ui->query))
		return no_filter;
	for (int i = 0; i < query_count(&ui->query); i++)
		query_switch(&ui->query, i, on);
	ui_filtered(ui);
	ui_say(ui, ROLE_STATUS, "All filters are %s.", on ? "on" : "off");
	return NULL;
}

/* --- Out ------------------------------------------------------------------------ */

const char *act_escape(struct ui *ui, int arg)
{
	(void)arg;
	if (ui->search.needle.len) {
		buf_clear(&ui->search.needle);
	} else if (ui->at.focus == SLOT_TIME && time_escape(ui)) {
		return NULL;
	} else if (ui->at.is_zoomed) {
		ui->at.is_zoomed = false;
	} else if (ui->at.reading == SLOT_TIME) {
		ui->at.reading = SLOT_RECORD;
		ui_focus(ui, SLOT_LIST);
	} else if (ui->at.focus == SLOT_LIST) {
		return "This is the list; q quits.";
	} else {
		ui_focus(ui, SLOT_LIST);
	}
	return NULL;
}

const char *act_quit(struct ui *ui, int arg)
{
	(void)arg;
	ui->is_done = true;
	return NULL;
}
