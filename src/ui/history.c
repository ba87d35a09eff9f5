#include "config.h"

#include "history.h"

#include <string.h>

#include "state.h"

static const char *query_text(struct ui *ui)
{
	struct buf text = BUF_INIT;

	for (int i = 0; i < ui->query.term_count; i++) {
		if (i)
			buf_char(&text, ' ');
		query_print_term(&ui->query, i, &text);
	}
	const char *copy = arena_strndup(&ui->arena, text.bytes, text.len);

	buf_release(&text);
	return copy;
}

_Static_assert(QUERY_TERMS_MOST <= 64, "a visit has a bit for each term");

static uint64_t query_off(const struct query *query)
{
	uint64_t off = 0;

	for (int i = 0; i < query->term_count; i++)
		if (!query_is_on(query, i))
			off |= (uint64_t)1 << i;
	return off;
}

struct visit history_here(struct ui *ui)
{
	struct visit visit = { .thread = ui->thread,
			       .selected = *ui_place(ui),
			       .shown = ui->shown,
			       .passage = ui->passage,
			       .focus = ui->focus,
			       .query = query_text(ui),
			       .off = query_off(&ui->query) };

	for (int i = 0; i < PANE_COUNT; i++) {
		visit.cursor[i] = ui->panes[i].cursor;
		visit.top[i] = ui->panes[i].top;
		visit.link[i] = ui->panes[i].link;
	}
	return visit;
}

void history_push(struct ui *ui, const struct visit *visit)
{
	struct history *history = &ui->history;

	if (history->at == HISTORY_MOST - 1) {
		memmove(history->visits, history->visits + 1,
			(HISTORY_MOST - 1) * sizeof history->visits[0]);
		history->at--;
	}
	history->visits[history->at++] = *visit;
	history->count = history->at;
}

void history_keep(struct ui *ui)
{
	struct visit here = history_here(ui);

	history_push(ui, &here);
}

static void restore_query(struct ui *ui, const struct visit *visit)
{
	query_release(&ui->query);
	ui->query = (struct query){ 0 };
	if (*visit->query)
		query_add(&ui->query, ui->index, visit->query,
			  &(struct query_fault){ 0 });
	for (int i = 0; i < ui->query.term_count; i++)
		query_switch(&ui->query, i, !(visit->off >> i & 1));
}

static void restore(struct ui *ui, const struct visit *visit)
{
	restore_query(ui, visit);
	ui->thread = visit->thread;
	*ui_place(ui) = visit->selected;
	ui_refresh_list(ui);
	ui->shown = visit->shown;
	ui->passage = visit->passage;
	ui_refresh(ui);
	ui_focus(ui, visit->focus);
	for (int i = 0; i < PANE_COUNT; i++) {
		pane_go(&ui->panes[i], visit->cursor[i]);
		ui->panes[i].top = visit->top[i];
		ui->panes[i].link = visit->link[i];
	}
	ui_read(ui);
}

bool history_go(struct ui *ui, int by)
{
	struct history *history = &ui->history;
	int to = history->at + by;

	if (to < 0 || to >= history->count + (by < 0 ? 1 : 0) || to >= HISTORY_MOST)
		return false;
	/* Where the reader is now becomes the visit between behind and ahead. */
	history->visits[history->at] = history_here(ui);
	if (history->at >= history->count)
		history->count = history->at + 1;
	history->at = to;
	restore(ui, &history->visits[to]);
	return true;
}
