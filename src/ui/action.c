#include "config.h"

#include "action.h"

#include <string.h>

#include "pickers.h"
#include "search.h"
#include "state.h"

static struct pane *focused(struct ui *ui)
{
	return &ui->panes[ui->focus];
}

/* After the cursor of the pane with the focus has moved. */
static void moved(struct ui *ui)
{
	if (ui->focus == PANE_EVENTS)
		ui_select(ui);
	if (ui->focus == PANE_DETAIL)
		ui_read(ui);
}

const char *act_move(struct ui *ui, int by)
{
	if (!pane_move(focused(ui), by))
		return by < 0 ? "This is the first row." : "This is the last row.";
	moved(ui);
	return NULL;
}

const char *act_side(struct ui *ui, int by)
{
	int to = (int)ui->focus + by;

	if (pane_move_link(focused(ui), by)) {
		moved(ui);
		return NULL;
	}
	if (to < 0 || to >= PANE_COUNT)
		return by < 0 ? "This is the first pane." : "This is the last pane.";
	ui_focus(ui, (enum pane_id)to);
	return NULL;
}

const char *act_page(struct ui *ui, int by)
{
	if (!pane_page(focused(ui), by))
		return by < 0 ? "This is the first row." : "This is the last row.";
	moved(ui);
	return NULL;
}

const char *act_end(struct ui *ui, int to_end)
{
	struct pane *pane = focused(ui);

	pane_go(pane, to_end ? pane->row_count - 1 : 0);
	if (!to_end)
		pane->top = 0;
	moved(ui);
	return NULL;
}

const char *act_follow(struct ui *ui, int arg)
{
	struct ref target = pane_target(focused(ui));

	(void)arg;
	if (ui->focus == PANE_EVENTS) {
		if (!ui->list.count)
			return "Nothing is selected.";
		history_keep(ui);
		ui_focus(ui, PANE_DETAIL);
		ui_start_reading(ui);
		return NULL;
	}
	if (ref_is_none(target))
		return "Nothing to follow in this row.";
	history_keep(ui);
	ui_open(ui, target);
	return NULL;
}

const char *act_history(struct ui *ui, int by)
{
	if (!history_go(ui, by))
		return by < 0 ? "There is nothing to go back to."
			      : "There is nothing to go forward to.";
	const char *thread = ref_is_none(ui->thread) || ref_equal(ui->thread, ui->shown)
				     ? NULL
				     : dossier_title(ui->dossier, ui->thread);

	ui_say(ui, ROLE_STATUS, "%s: %s%s%s%s", by < 0 ? "Back" : "Forward",
	       dossier_title(ui->dossier, ui->shown), thread ? " · " : "",
	       thread ? thread : "", ui->query.term_count ? " · with its filters" : "");
	return NULL;
}

const char *act_pane(struct ui *ui, int by)
{
	ui_focus(ui, (enum pane_id)(((int)ui->focus + by + PANE_COUNT) % PANE_COUNT));
	return NULL;
}

const char *act_show(struct ui *ui, int pane)
{
	if (!ui->panes[pane].row_count)
		return pane_kinds[pane]->empty;
	if (ui->focus == (enum pane_id)pane)
		return "You are there.";
	history_keep(ui);
	ui_focus(ui, (enum pane_id)pane);
	return NULL;
}

const char *act_thread(struct ui *ui, int arg)
{
	int count = ui->dossier->counts[KIND_THREAD];
	int digit = ui->key && strlen(ui->key) == 1 ? *ui->key - '0' : -1;
	struct ref thread = { 0 };

	(void)arg;
	if (digit < 0 || digit > 9)
		return picker_open(ui, &picker_threads, 0);
	if (digit > count)
		return "There is no such thread: the tabs at the top have their digits.";
	if (digit)
		thread = (struct ref){ KIND_THREAD, (uint32_t)digit - 1 };
	if (ref_equal(thread, ui->thread) && ui->focus == PANE_EVENTS)
		return digit ? "This thread is being read." : "All events are shown.";
	history_keep(ui);
	ui_thread(ui, thread);
	return NULL;
}

const char *act_facet(struct ui *ui, int field)
{
	return picker_open(ui, &picker_facets, field);
}

const char *act_prompt_filter(struct ui *ui, int arg)
{
	(void)arg;
	prompt_open(ui, &prompt_filter);
	return NULL;
}

const char *act_prompt_search(struct ui *ui, int arg)
{
	(void)arg;
	search_begin(ui);
	prompt_open(ui, &prompt_search);
	return NULL;
}

static const char no_filter[] = "No filter is set: a, y or f sets one.";

const char *act_drop(struct ui *ui, int arg)
{
	(void)arg;
	if (!ui->query.term_count)
		return no_filter;
	history_keep(ui);
	query_drop(&ui->query, ui->query.term_count - 1);
	ui_refresh_list(ui);
	return NULL;
}

const char *act_chips(struct ui *ui, int arg)
{
	(void)arg;
	return ui->query.term_count ? picker_open(ui, &picker_chips, 0) : no_filter;
}

const char *act_switch(struct ui *ui, int arg)
{
	bool on = !filters_are_on(&ui->query);

	(void)arg;
	if (!ui->query.term_count)
		return no_filter;
	for (int i = 0; i < ui->query.term_count; i++)
		query_switch(&ui->query, i, on);
	ui_refresh_list(ui);
	ui_say(ui, ROLE_STATUS, "All filters are %s.", on ? "on" : "off");
	return NULL;
}

const char *act_match(struct ui *ui, int by)
{
	const char *why_not = search_step(ui, by);

	if (!why_not)
		moved(ui);
	return why_not;
}

const char *act_palette(struct ui *ui, int arg)
{
	(void)arg;
	return picker_open(ui, &picker_palette, 0);
}

const char *act_help(struct ui *ui, int arg)
{
	(void)arg;
	return picker_open(ui, &picker_help, 0);
}

const char *act_escape(struct ui *ui, int arg)
{
	(void)arg;
	if (ui->search.needle.len) {
		buf_clear(&ui->search.needle);
		return NULL;
	}
	if (ui->focus == PANE_EVENTS)
		return "This is the list of events; q quits.";
	ui_focus(ui, PANE_EVENTS);
	return NULL;
}

const char *act_quit(struct ui *ui, int arg)
{
	(void)arg;
	ui->is_done = true;
	return NULL;
}
