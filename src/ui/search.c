#include "config.h"

#include "search.h"

#include <string.h>

#include "settle.h"
#include "text/fold.h"
#include "typing.h"

static bool row_matches(const struct row *row, const char *needle)
{
	struct arena arena = { 0 };
	bool found = fold_has(row_text(row, &arena), needle);

	arena_clear(&arena);
	return found;
}

static bool item_matches(const struct list_view *list, int item, const char *needle)
{
	struct arena arena = { 0 };
	bool found = fold_has(list_text(list, item, &arena), needle);

	arena_clear(&arena);
	return found;
}

/* Marks the items whose records have the words, where a word begins. */
static void mark_records(struct ui *ui)
{
	struct search *search = &ui->search;
	struct query query = { 0 };
	struct query_hits found = { 0 };
	struct arena arena = { 0 };
	struct ref *refs = arena_array(&arena, (size_t)ui->list.count, sizeof *refs);
	struct query_view view = { &query, ui->world.index, { .refs = refs } };

	view.scope.count = ui->list.count;
	for (int i = 0; i < ui->list.count; i++)
		refs[i] = ui->list.items[i].ref;
	if (query_add_value(&query, ui->world.index, QUERY_TEXT, search->needle.bytes))
		query_run(&view, &arena, &found);
	for (int i = 0; i < found.count; i++)
		search->hits[found.positions[i]] = true;
	query_release(&query);
	arena_clear(&arena);
}

/* Finds the items with a match, in the row or anywhere in the record. */
static void find_hits(struct ui *ui)
{
	struct list_view list = ui_list_view(ui);
	struct search *search = &ui->search;

	if (search->hits && search->list_builds == ui->list_builds)
		return;
	arena_clear(&search->arena);
	search->hits = arena_array(&search->arena, (size_t)ui->list.count + 1,
				   sizeof *search->hits);
	memset(search->hits, 0, ((size_t)ui->list.count + 1) * sizeof *search->hits);
	search->list_builds = ui->list_builds;
	search->hit_count = 0;
	if (ui->at.listing != LIST_PROBLEMS && ui->list.count)
		mark_records(ui);
	for (int i = 0; i < ui->list.count; i++) {
		if (!search->hits[i])
			search->hits[i] = item_matches(&list, i, search->needle.bytes);
		search->hit_count += search->hits[i];
	}
}

bool search_is_hit(const struct ui *ui, int item)
{
	const struct search *search = &ui->search;

	return search->needle.len && search->hits &&
	       search->list_builds == ui->list_builds && search->hits[item];
}

/* Selects the next item with a match, round the end. */
static bool find_item(struct ui *ui, int from, int by)
{
	int count = ui->list.count;

	for (int i = 0; i < count; i++) {
		int item = ((from + i * by) % count + count) % count;

		if (ui->search.hits[item]) {
			ui_select(ui, item);
			return true;
		}
	}
	return false;
}

/* To the next match of a view, not round the end. */
static bool find_row(struct ui *ui, struct view *view, int by)
{
	int cursor = view->cursor, link = view->link, from = cursor + by;

	if (by > 0) /* rows at which the cursor does not stop are its stop's */
		while (from < view->row_count && !view->rows[from].is_stop)
			from++;
	if (!view_find(view, from, by < 0 ? -1 : 1, ui->search.needle.bytes))
		return false;
	if (by < 0 ? view->cursor < cursor : view->cursor >= cursor + by)
		return true;
	view->cursor = cursor;
	view->link = link;
	return false;
}

/* To the first (+1) or last (-1) words with a match that the record cites. */
static bool find_words(struct ui *ui, int by)
{
	const struct doc *doc = &ui->views[SLOT_RECORD].doc;
	struct view *source = &ui->views[SLOT_SOURCE];
	int count = layout_shows(&ui->layout, SLOT_SOURCE) ? source->row_count : 0;

	for (int i = 0; i < count; i++) {
		const struct row *row = &source->rows[by < 0 ? count - 1 - i : i];
		uint32_t key = row->key;

		if (!doc_number(doc, row->about) ||
		    !row_matches(row, ui->search.needle.bytes))
			continue;
		ui->at.passage = row->about;
		ui_focus(ui, SLOT_SOURCE);
		ui_settle(ui);
		view_go_key(source, key);
		return true;
	}
	return false;
}

/* In the record that has been selected: its rows, then the words that it cites; going
 * back the other way round. */
static void find_in_record(struct ui *ui, int by)
{
	struct view *record = &ui->views[SLOT_RECORD];

	ui_focus(ui, SLOT_RECORD);
	ui_settle(ui);
	if (by < 0 && find_words(ui, by))
		return;
	int row = by < 0 ? record->row_count - 1 : 0;

	if (view_find(record, row, by < 0 ? -1 : 1, ui->search.needle.bytes))
		ui_follow_cursor(ui);
	else if (by >= 0)
		find_words(ui, +1);
}

static bool find_in_panes(struct ui *ui, struct view *view, int by)
{
	if (find_row(ui, view, by)) {
		if (ui->at.focus == SLOT_RECORD)
			ui_follow_cursor(ui);
		return true;
	}
	if (by >= 0 && ui->at.focus == SLOT_RECORD && find_words(ui, +1))
		return true;
	if (by < 0 && ui->at.focus == SLOT_SOURCE) {
		struct view *record = &ui->views[SLOT_RECORD];

		if (view_find(record, record->row_count - 1, -1,
			      ui->search.needle.bytes)) {
			ui_follow_cursor(ui);
			ui_focus(ui, SLOT_RECORD);
			return true;
		}
	}
	if (!find_item(ui, ui->cursor + (by < 0 ? -1 : 1), by < 0 ? -1 : 1))
		return false;
	find_in_record(ui, by);
	return true;
}

/* To the first match from the cursor on; `by` 0 takes one at the cursor, too. */
static bool find(struct ui *ui, int by)
{
	struct view *view = ui_view(ui);

	find_hits(ui);
	if (!view)
		return find_item(ui, ui->cursor + by, by < 0 ? -1 : 1);
	if (ui->at.is_page)
		return view_find(view, view->cursor + by, by < 0 ? -1 : 1,
				 ui->search.needle.bytes);
	return find_in_panes(ui, view, by);
}

/* Where the search began, without a visit: nothing has been jumped to. */
static void return_to_start(struct ui *ui)
{
	const struct visit *from = &ui->search.from;

	if (ref_equal(ui->at.shown, from->at.shown) && ui->at.focus == from->at.focus &&
	    ref_equal(*ui_place(ui), from->at.selected) && ui_view(ui)) {
		struct view *view = ui_view(ui);
		const struct cursor_mark *mark = &from->cursors[ui->at.focus];

		view_go_key(view, mark->key);
		view->top = view->cursor - mark->above;
		view->top = view->top < 0 ? 0 : view->top;
		return;
	}
	ui_restore(ui, from);
	ui_settle(ui);
}

/* "match 2 of 5, record 3 of 12" */
static void tell_count(struct ui *ui, struct buf *out)
{
	struct view *view = ui_view(ui);
	int at = 0, record = 0, count = 0;

	find_hits(ui);
	for (int i = 0; i <= ui->cursor && i < ui->list.count; i++)
		record += ui->search.hits[i];
	if (view)
		count = view_matches(view, ui->search.needle.bytes, &at);
	buf_clear(out);
	if (view && count)
		buf_printf(out, "match %d of %d", at, count);
	if (view && ui->at.is_page)
		return;
	buf_printf(out, "%s %d of %d%s",
		   view && count ? ", record"
		   : view	 ? "record"
				 : "match",
		   record, ui->search.hit_count,
		   view			       ? ""
		   : ui->search.hit_count == 1 ? " record"
					       : " records");
}

static const char *nowhere(const struct ui *ui)
{
	return ui->at.is_page ? "on this page" : "in this list";
}

static void search_changed(struct ui *ui)
{
	struct prompt *prompt = &ui->prompt;

	buf_clear(&ui->search.needle);
	buf_clear(&prompt->note);
	ui->search.hits = NULL;
	fold_add(&ui->search.needle, prompt->text.bytes, prompt->text.len);
	return_to_start(ui);
	if (!ui->search.needle.len)
		return;
	if (find(ui, 0)) {
		ui_settle(ui);
		tell_count(ui, &prompt->note);
	} else {
		prompt_fault(prompt, prompt->text.len, 0,
			     ui->at.is_page ? "no match on this page"
					    : "no match in this list");
	}
}

static bool search_accept(struct ui *ui)
{
	struct buf text = BUF_INIT;

	if (!ui->search.needle.len)
		return true;
	tell_count(ui, &text);
	if (ui->prompt.fault.len)
		ui_say(ui, ROLE_WARNING, "No match for \"%s\" %s; f filters by all text.",
		       ui->prompt.text.bytes, nowhere(ui));
	else
		ui_say(ui, ROLE_STATUS, "%s; n and N go to the others.", text.bytes);
	buf_release(&text);
	return true;
}

static void search_leave(struct ui *ui)
{
	buf_clear(&ui->search.needle);
	return_to_start(ui);
}

static const struct prompt_kind prompt_search = {
	.label = "/",
	.past = PAST_SEARCHES,
	.help = "words in the records of this list; Enter, then n and N",
	.changed = search_changed,
	.accept = search_accept,
	.leave = search_leave,
};

const char *act_search(struct ui *ui, int arg)
{
	(void)arg;
	ui->search.from = ui_visit(ui);
	ui->search.hits = NULL;
	buf_clear(&ui->search.needle);
	prompt_open(ui, &prompt_search, "");
	return NULL;
}

const char *act_match(struct ui *ui, int by)
{
	struct buf text = BUF_INIT;

	if (!ui->search.needle.len)
		return "Nothing is searched for: / starts a search.";
	if (!find(ui, by))
		return ui->at.is_page ? "No match on this page."
				      : "No match in this list; f filters by all text.";
	ui_settle(ui);
	tell_count(ui, &text);
	ui_say(ui, ROLE_STATUS, "%s", text.bytes);
	buf_release(&text);
	return NULL;
}
