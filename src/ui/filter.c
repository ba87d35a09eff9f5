#include "config.h"

#include "filter.h"

#include <string.h>

#include "state.h"
#include "typing.h"

static struct query_view view_of(struct ui *ui, struct arena *arena)
{
	struct query_view view = { .query = &ui->query, .index = ui->world.index };

	view.scope = list_scope(&ui->world, ui->at.listing, ui->at.thread, arena);
	return view;
}

static const char *no_list = "Problems are not filtered; v e lists the events.";

/* --- A query that is typed -------------------------------------------------- */

/* The query with what is typed in it; false, with the reason, when it can't be read. */
static bool with_typed(struct ui *ui, struct query *query, struct query_fault *fault)
{
	const struct prompt *prompt = &ui->prompt;

	query_copy(query, &ui->query);
	if (prompt->replaces >= 0)
		return query_replace(
			query, ui->world.index,
			&(struct query_edit){ prompt->replaces, prompt->text.bytes },
			fault);
	return query_add(query, ui->world.index, prompt->text.bytes, fault);
}

static const char *tally_text(const struct tally *tally, struct arena *arena)
{
	if (tally->possible)
		return arena_printf(arena, "%d · %d possible", tally->sure,
				    tally->possible);
	return arena_printf(arena, "%d", tally->sure);
}

static void filter_changed(struct ui *ui)
{
	struct query query = { 0 };
	struct query_fault fault = { 0 };
	struct arena arena = { 0 };

	buf_clear(&ui->prompt.note);
	if (ui->prompt.text.len && with_typed(ui, &query, &fault)) {
		struct tally tally =
			list_tally(&ui->world, &query, ui->at.listing, ui->at.thread);

		buf_printf(&ui->prompt.note, "%s of %d", tally_text(&tally, &arena),
			   tally.total);
	}
	query_release(&query);
	arena_clear(&arena);
}

static bool filter_accept(struct ui *ui)
{
	struct query query = { 0 };
	struct query_fault fault = { 0 };

	if (!with_typed(ui, &query, &fault)) {
		query_release(&query);
		prompt_fault(&ui->prompt, fault.at, fault.len, fault.message);
		return false;
	}
	if (query_count(&query) != query_count(&ui->query) || ui->prompt.replaces >= 0) {
		ui_keep(ui);
		query_release(&ui->query);
		ui->query = query;
		ui_filtered(ui);
		ui_focus(ui, SLOT_LIST);
		return true;
	}
	query_release(&query);
	return true;
}

static const struct prompt_kind prompt_filter = {
	.label = "filter: ",
	.help = "actor:norov year:2001..2005 kind:request, or words; Tab completes",
	.changed = filter_changed,
	.accept = filter_accept,
};

const char *act_filter(struct ui *ui, int arg)
{
	(void)arg;
	if (ui->at.listing == LIST_PROBLEMS)
		return no_list;
	prompt_start(&ui->prompt, &prompt_filter, "");
	ui->context = IN_PROMPT;
	return NULL;
}

/* Put `text` in the place of `len` bytes at `at`. */
static void complete_with(struct ui *ui, size_t at, size_t len, const char *text)
{
	struct prompt *prompt = &ui->prompt;
	struct buf whole = BUF_INIT;

	buf_add(&whole, prompt->text.bytes, at);
	buf_str(&whole, text);
	size_t cursor = whole.len;

	buf_str(&whole, prompt->text.bytes + at + len);
	buf_clear(&prompt->text);
	buf_str(&prompt->text, whole.bytes);
	prompt->at = cursor;
	buf_release(&whole);
	filter_changed(ui);
}

/* The bytes that all candidates begin with. */
static size_t common_start(const struct query_completion *completion)
{
	const char *first = completion->candidates[0].text;
	size_t len = strlen(first);

	for (int i = 1; i < completion->count; i++) {
		const char *text = completion->candidates[i].text;
		size_t same = 0;

		while (same < len && text[same] == first[same])
			same++;
		len = same;
	}
	return len;
}

static void tell_candidates(struct ui *ui, const struct query_completion *completion)
{
	buf_clear(&ui->prompt.note);
	for (int i = 0; i < completion->count && i < 12; i++)
		buf_printf(&ui->prompt.note, "%s%s", i ? "  " : "",
			   completion->candidates[i].text);
}

const char *act_complete(struct ui *ui, int arg)
{
	struct arena arena = { 0 };
	struct query_completion completion = { 0 };
	struct query_prompt prompt = { ui->prompt.text.bytes, ui->prompt.at };

	(void)arg;
	if (ui->prompt.kind != &prompt_filter)
		return NULL;
	struct query_view view = view_of(ui, &arena);

	query_complete(&view, &prompt, &arena, &completion);
	if (completion.count) {
		size_t len = common_start(&completion);
		const char *text =
			arena_strndup(&arena, completion.candidates[0].text, len);

		if (completion.count == 1 || len > completion.len)
			complete_with(ui, completion.at, completion.len, text);
		if (completion.count > 1)
			tell_candidates(ui, &completion);
	}
	arena_clear(&arena);
	return NULL;
}

/* --- Facets --------------------------------------------------------------------- */

static void facets_build(struct ui *ui, struct picker *picker)
{
	enum query_field field = (enum query_field)picker->arg;
	struct query_view view = view_of(ui, &picker->arena);
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
					 .note = tally_text(&tally, &picker->arena),
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

static void facets_choose(struct ui *ui, const struct choice *choice)
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
static const char *facets_total(struct ui *ui, struct picker *picker)
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
				    tally_text(&tally, &picker->arena));
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
		return no_list;
	ui->picker.arg = field;
	return open_picker(ui, &picker_facets);
}

/* --- The filters that there are ------------------------------------------------- */

static void chips_build(struct ui *ui, struct picker *picker)
{
	picker->count = query_count(&ui->query);
	picker->choices = arena_array(&picker->arena, (size_t)picker->count,
				      sizeof *picker->choices);
	for (int i = 0; i < picker->count; i++) {
		struct buf words = BUF_INIT;

		query_print_term(&ui->query, i, &words);
		picker->choices[i] = (struct choice){
			.label = arena_strdup(&picker->arena, words.bytes),
			.note = query_is_on(&ui->query, i) ? "on" : "off",
			.index = i
		};
		buf_release(&words);
	}
}

static void chips_choose(struct ui *ui, const struct choice *choice)
{
	ui_keep(ui);
	query_switch(&ui->query, choice->index, !query_is_on(&ui->query, choice->index));
	ui_filtered(ui);
}

static void chips_drop(struct ui *ui, const struct choice *choice)
{
	ui_keep(ui);
	query_drop(&ui->query, choice->index);
	ui_filtered(ui);
}

static const struct picker_kind picker_chips = {
	.title = "Filters",
	.empty = "No filter is set: a, y or f sets one.",
	.foot = "Enter switches, Delete removes",
	.build = chips_build,
	.choose = chips_choose,
	.drop = chips_drop,
};

const char *act_chips(struct ui *ui, int arg)
{
	(void)arg;
	return open_picker(ui, &picker_chips);
}
