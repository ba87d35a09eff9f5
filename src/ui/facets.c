#include "config.h"

#include "filter.h"
#include "state.h"
#include "typing.h"

/* --- Facets --------------------------------------------------------------------- */

static void facets_build(struct ui *ui, struct picker *picker)
{
	enum query_field field = (enum query_field)picker->arg;
	struct query_view view = filter_view(ui, &picker->arena);
	int count;
	const struct facet *facets = query_facets(&view, field, &picker->arena, &count);

	picker->count = count;
	picker->choices =
		arena_array(&picker->arena, (size_t)count, sizeof *picker->choices);
	picker->title =
		arena_printf(&picker->arena, "Filter by %s", query_fields[field].name);
	for (int i = 0; i < count; i++) {
		struct tally tally = { facets[i].count - facets[i].possible_count,
				       facets[i].possible_count, 0 };

		picker->choices[i] =
			(struct choice){ .label = facets[i].label,
					 .note = filter_tally(&tally, &picker->arena),
					 .also = facets[i].names,
					 .value = facets[i].value,
					 .bar = facets[i].count,
					 .is_marked = facets[i].is_chosen };
	}
}

/* The values that Enter takes: those marked, else the one under the cursor. */
static int values_of(const struct picker *picker, const struct choice *choice,
		     const char **values)
{
	int count = 0;

	for (int i = 0; i < picker->count && count < QUERY_VALUES_MOST; i++)
		if (picker->choices[i].is_marked)
			values[count++] = picker->choices[i].value;
	if (choice && !picker->has_marked) {
		values[0] = choice->value;
		count = 1;
	}
	return count;
}

static bool choose(struct ui *ui, const char *const *values, int count)
{
	struct query_choice choice = { (enum query_field)ui->picker.arg, values, count };
	struct visit here = ui_visit(ui);

	if (!query_choose(&ui->query, ui->world.index, &choice))
		return false;
	history_push(&ui->history, &here);
	ui_filtered(ui);
	ui_focus(ui, SLOT_LIST);
	return true;
}

void facets_choose(struct ui *ui, const struct choice *choice)
{
	const char *values[QUERY_VALUES_MOST];
	int count = values_of(&ui->picker, choice, values);

	if (!choose(ui, values, count))
		ui_say(ui, ROLE_WARNING, "There are too many filters; x removes one.");
}

/* What is not offered may still be a value: the years 2001..2005. */
static const char *facets_take(struct ui *ui, const char *typed)
{
	if (!choose(ui, &typed, 1))
		return "There is no such value.";
	ui->context = IN_VIEWS;
	return NULL;
}

/* What the marked values give together. */
const char *facets_total(struct ui *ui, struct picker *picker)
{
	const char *values[QUERY_VALUES_MOST];
	int count = values_of(picker, NULL, values);
	struct query_choice choice = { (enum query_field)picker->arg, values, count };
	struct query query = { 0 };
	const char *text = NULL;

	query_copy(&query, &ui->query);
	if (query_choose(&query, ui->world.index, &choice)) {
		struct tally tally =
			list_tally(&ui->world, &query, ui->at.listing, ui->at.thread);

		text = arena_printf(&picker->arena, "%d chosen: %s", count,
				    filter_tally(&tally, &picker->arena));
	}
	query_release(&query);
	return text;
}

static const struct picker_kind picker_facets = {
	.title = "Filter",
	.empty = "No record that is listed has any.",
	.foot = "Enter takes one, Space several",
	.takes_several = true,
	.build = facets_build,
	.choose = facets_choose,
	.take = facets_take,
	.total = facets_total,
};

const char *act_facet(struct ui *ui, int field)
{
	if (ui->at.listing == LIST_PROBLEMS)
		return filter_no_list;
	ui->picker.arg = field;
	return open_picker(ui, &picker_facets);
}
