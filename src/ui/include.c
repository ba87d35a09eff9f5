#include "config.h"

#include "include.h"

#include <string.h>

#include "bars.h"
#include "state.h"
#include "wish.h"

/* The key pressed again goes on from what it did: a wider date, another field. */
static bool is_again(const struct ui *ui, int sign)
{
	const struct including *last = &ui->including;

	return last->sign == sign && last->key_count + 1 == ui->key_count;
}

static void begin(struct ui *ui, int sign)
{
	struct including *including = &ui->including;

	arena_clear(&including->wishes.arena);
	including->wishes = (struct wishes){ 0 };
	query_release(&including->base);
	query_copy(&including->base, &ui->query);
	including->sign = sign;
	including->step = -1;
	wishes_collect(ui, &including->wishes);
}

static int find_term(const struct query *query, const char *text)
{
	struct buf words = BUF_INIT;
	int found = -1;

	for (int i = 0; i < query_count(query) && found < 0; i++) {
		buf_clear(&words);
		query_print_term(query, i, &words);
		if (!strcmp(words.bytes, text))
			found = i;
	}
	buf_release(&words);
	return found;
}

/* The term goes in; its contrary goes out; one that is off is switched on. */
static bool include(struct ui *ui, struct query *query, const char *term, int sign)
{
	const char *out = sign > 0 ? "" : "-", *contrary = sign > 0 ? "-" : "";
	struct buf text = BUF_INIT, other = BUF_INIT;
	bool is_done = true;

	buf_printf(&text, "%s%s", out, term);
	buf_printf(&other, "%s%s", contrary, term);
	int against = find_term(query, other.bytes);

	if (against >= 0)
		query_drop(query, against);
	int same = find_term(query, text.bytes);

	if (same >= 0)
		query_switch(query, same, true);
	else
		is_done = query_add(query, ui->world.index, text.bytes, NULL);
	buf_release(&text);
	buf_release(&other);
	return is_done;
}

/* The list keeps its place where the selected record is still in it. */
static void take(struct ui *ui, struct query *query)
{
	struct ref selected = ui->at.selected;

	query_release(&ui->query);
	ui->query = *query;
	if (!ref_is_none(selected) && selected.kind < KIND_COUNT &&
	    query_match(&ui->query, ui->world.index, selected) >= TRUTH_MAYBE)
		ui->is_stale = true;
	else
		ui_filtered(ui);
}

static void tell(struct ui *ui)
{
	const struct including *including = &ui->including;
	const struct wishes *wishes = &including->wishes;
	struct arena arena = { 0 };
	struct tally tally =
		list_tally(&ui->world, &ui->query, ui->at.listing, ui->at.thread);
	const char *key = including->sign > 0 ? "=" : "-";
	int next = including->step + 1;
	const char *again = next < wishes->count ? wishes->terms[next] : "as before";

	if (including->step < 0)
		ui_say(ui, ROLE_STATUS, "As before: %s. %s begins again.",
		       bars_tally(&tally, ui->ascii, &arena), key);
	else
		ui_say(ui, ROLE_STATUS, "%s %s: %s. %s again: %s.",
		       including->sign > 0 ? "Only" : "Without",
		       wishes->terms[including->step],
		       bars_tally(&tally, ui->ascii, &arena), key, again);
	arena_clear(&arena);
}

const char *act_include(struct ui *ui, int sign)
{
	struct including *including = &ui->including;
	struct query query = { 0 };

	if (ui->at.listing == LIST_PROBLEMS)
		return "Problems are not filtered; v e lists the events.";
	if (!is_again(ui, sign)) {
		begin(ui, sign);
		if (including->wishes.count)
			ui_keep(ui);
	}
	including->key_count = ui->key_count;
	if (!including->wishes.count)
		return "There is nothing to filter by under the cursor.";
	including->step++;
	if (including->step == including->wishes.count)
		including->step = -1;
	query_copy(&query, &including->base);
	if (including->step >= 0 &&
	    !include(ui, &query, including->wishes.terms[including->step], sign)) {
		query_release(&query);
		return "There are too many filters; x removes one.";
	}
	take(ui, &query);
	tell(ui);
	return NULL;
}
