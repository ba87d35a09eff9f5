#include "config.h"

#include <string.h>

#include "filter.h"
#include "state.h"
#include "typing.h"

/* --- The filters that there are ------------------------------------------------- */

static void chips_build(struct ui *ui, struct picker *picker)
{
	picker->count = query_count(&ui->query);
	picker->choices = arena_array(&picker->arena, (size_t)picker->count,
				      sizeof *picker->choices);
	for (int i = 0; i < picker->count; i++) {
		struct buf words = BUF_INIT;

		query_print_term(&ui->query, i, &words);
		picker->choices[i] =
			(struct choice){ .label = arena_printf(&picker->arena, "%d %s",
							       i + 1, words.bytes),
					 .note = query_is_on(&ui->query, i) ? "on"
									    : "off",
					 .index = i };
		buf_release(&words);
	}
}

void chip_switch(struct ui *ui, int term)
{
	ui_keep(ui);
	query_switch(&ui->query, term, !query_is_on(&ui->query, term));
	ui_filtered(ui);
}

static void chips_choose(struct ui *ui, const struct choice *choice)
{
	chip_switch(ui, choice->index);
}

static void chips_drop(struct ui *ui, const struct choice *choice)
{
	ui_keep(ui);
	query_drop(&ui->query, choice->index);
	ui_filtered(ui);
}

static void chips_edit(struct ui *ui, const struct choice *choice)
{
	filter_edit(ui, choice->index);
}

static const struct picker_kind picker_chips = {
	.title = "Filters",
	.empty = "No filter is set: a, y or f sets one.",
	.foot = "Enter switches, Right edits, Delete removes",
	.build = chips_build,
	.choose = chips_choose,
	.drop = chips_drop,
	.edit = chips_edit,
};

const char *act_chips(struct ui *ui, int arg)
{
	(void)arg;
	return open_picker(ui, &picker_chips);
}

const char *act_edit_chip(struct ui *ui, int arg)
{
	int count = query_count(&ui->query);
	int number = ui->key[strlen(ui->key) - 1] - '0';

	(void)arg;
	if (ui->at.listing == LIST_PROBLEMS)
		return filter_no_list;
	if (number < 1 || number > 9)
		return "Press F and the number of the filter.";
	if (number > count)
		return count ? "There is no filter of this number."
			     : "No filter is set: a, y or f sets one.";
	filter_edit(ui, number - 1);
	return NULL;
}
