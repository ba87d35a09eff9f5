#include "config.h"

#include "search.h"

#include <string.h>

#include "settle.h"
#include "text/fold.h"
#include "typing.h"

static bool item_matches(const struct list_view *list, int item, const char *needle)
{
	struct arena arena = { 0 };
	bool found = fold_has(list_text(list, item, &arena), needle);

	arena_clear(&arena);
	return found;
}

static bool find_item(struct ui *ui, int from, int by)
{
	struct list_view list = ui_list_view(ui);
	int count = ui->list.count;

	for (int i = 0; i < count; i++) {
		int item = ((from + i * by) % count + count) % count;

		if (item_matches(&list, item, ui->search.needle.bytes)) {
			ui_select(ui, item);
			return true;
		}
	}
	return false;
}

/* To the first match from the cursor on; `by` 0 takes one at the cursor, too. */
static bool find(struct ui *ui, int by)
{
	struct view *view = ui_view(ui);
	int from = (view ? view->cursor : ui->cursor) + by;
	bool found;

	if (view && by > 0) /* rows at which the cursor does not stop are its stop's */
		from = view->row_count ? view_row(view)->next : 0;
	found = view ? view_find(view, from, by < 0 ? -1 : 1, ui->search.needle.bytes)
		     : find_item(ui, from, by < 0 ? -1 : 1);
	if (ui->at.focus == SLOT_RECORD)
		ui_follow_cursor(ui);
	return found;
}

static void count_matches(struct ui *ui)
{
	struct list_view list = ui_list_view(ui);
	struct search *search = &ui->search;
	struct view *view = ui_view(ui);

	if (view) {
		search->count = view_matches(view, search->needle.bytes, &search->at);
		return;
	}
	search->count = search->at = 0;
	for (int i = 0; i < ui->list.count; i++) {
		search->count += item_matches(&list, i, search->needle.bytes);
		if (i <= ui->cursor)
			search->at = search->count;
	}
}

/* Where the search began, without a visit: nothing has been jumped to. */
static void return_to_start(struct ui *ui)
{
	struct view *view = ui_view(ui);
	struct ref *place = ui_place(ui);

	if (view) {
		view_go_key(view, ui->search.cursor.key);
		view->top = view->cursor - ui->search.cursor.above;
		view->top = view->top < 0 ? 0 : view->top;
		return;
	}
	*place = ui->search.from.selected;
	ui->cursor = list_find(&ui->list, *place);
	ui->cursor = ui->cursor < 0 ? 0 : ui->cursor;
	ui->at = ui->search.from;
}

static void tell_count(struct ui *ui, struct buf *out)
{
	count_matches(ui);
	buf_clear(out);
	buf_printf(out, "match %d of %d", ui->search.at, ui->search.count);
}

static void search_changed(struct ui *ui)
{
	struct prompt *prompt = &ui->prompt;

	buf_clear(&ui->search.needle);
	buf_clear(&prompt->note);
	fold_add(&ui->search.needle, prompt->text.bytes, prompt->text.len);
	return_to_start(ui);
	if (!ui->search.needle.len)
		return;
	if (find(ui, 0))
		tell_count(ui, &prompt->note);
	else
		prompt_fault(prompt, prompt->text.len, 0, "no match in this pane");
}

static bool search_accept(struct ui *ui)
{
	struct buf text = BUF_INIT;

	if (!ui->search.needle.len)
		return true;
	tell_count(ui, &text);
	if (ui->search.count)
		ui_say(ui, ROLE_STATUS, "%s; n and N go to the others.", text.bytes);
	else
		ui_say(ui, ROLE_WARNING,
		       "No match for \"%s\" in this pane; f filters by all text.",
		       ui->prompt.text.bytes);
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
	.help = "words in this pane; Enter, then n and N",
	.changed = search_changed,
	.accept = search_accept,
	.leave = search_leave,
};

const char *act_search(struct ui *ui, int arg)
{
	const struct view *view = ui_view(ui);
	const struct row *row = view ? view_row(view) : NULL;

	(void)arg;
	ui->search.from = ui->at;
	ui->search.cursor = (struct cursor_mark){ row ? row->key : 0, 0,
						  view ? view->cursor - view->top : 0 };
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
		return "No match in this pane; f filters by all text.";
	tell_count(ui, &text);
	ui_say(ui, ROLE_STATUS, "%s", text.bytes);
	buf_release(&text);
	return NULL;
}
