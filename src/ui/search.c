#include "config.h"

#include "search.h"

#include <string.h>

#include "state.h"
#include "text/fold.h"

static bool row_matches(const struct row *row, const char *needle)
{
	struct arena arena = { 0 };
	size_t at, len;
	bool found = fold_find(row_text(row, &arena), 0, needle, &at, &len);

	arena_clear(&arena);
	return found;
}

/* Rows where the cursor does not stop are reached through the stop above them. */
static bool go_to_match(struct ui *ui, int from, int by)
{
	struct pane *pane = &ui->panes[ui->focus];
	int count = pane->row_count;

	for (int i = 0; i < count; i++) {
		int row = ((from + i * by) % count + count) % count;

		if (row_matches(&pane->rows[row], ui->search.needle.bytes)) {
			pane_go(pane, row);
			return true;
		}
	}
	return false;
}

void search_begin(struct ui *ui)
{
	ui->search.from_row = ui->panes[ui->focus].cursor;
	ui->search.from_top = ui->panes[ui->focus].top;
	buf_clear(&ui->search.needle);
}

static void return_to_start(struct ui *ui)
{
	pane_go(&ui->panes[ui->focus], ui->search.from_row);
	ui->panes[ui->focus].top = ui->search.from_top;
}

static void show_place(struct ui *ui)
{
	if (ui->focus == PANE_EVENTS)
		ui_select(ui);
	if (ui->focus == PANE_DETAIL)
		ui_read(ui);
}

bool search_change(struct ui *ui, const char *text)
{
	bool found = true;

	buf_clear(&ui->search.needle);
	fold_add(&ui->search.needle, text, strlen(text));
	return_to_start(ui);
	if (ui->search.needle.len)
		found = go_to_match(ui, ui->search.from_row, +1);
	show_place(ui);
	return found;
}

void search_leave(struct ui *ui)
{
	buf_clear(&ui->search.needle);
	return_to_start(ui);
	show_place(ui);
}

/* The stop rows on whose part of the pane the cursor is: its own and those below it. */
static int last_of_stop(const struct pane *pane)
{
	int row = pane->cursor;

	while (row + 1 < pane->row_count && !pane->rows[row + 1].is_stop)
		row++;
	return row;
}

const char *search_step(struct ui *ui, int by)
{
	const struct pane *pane = &ui->panes[ui->focus];

	if (!ui->search.needle.len)
		return "Nothing is searched for: / starts a search.";
	if (!go_to_match(ui, by > 0 ? last_of_stop(pane) + 1 : pane->cursor - 1, by))
		return "No match in this pane: f filters by all text.";
	return NULL;
}
