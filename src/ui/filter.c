#include "config.h"

#include "filter.h"

#include <string.h>

#include "state.h"
#include "typing.h"

const char filter_no_list[] = "Problems are not filtered; v e lists the events.";

struct query_view filter_view(struct ui *ui, struct arena *arena)
{
	struct query_view view = { .query = &ui->query, .index = ui->world.index };

	view.scope = list_scope(&ui->world, ui->at.listing, ui->at.thread, arena);
	return view;
}

const char *filter_tally(const struct tally *tally, struct arena *arena)
{
	if (tally->possible)
		return arena_printf(arena, "%d · %d possible", tally->sure,
				    tally->possible);
	return arena_printf(arena, "%d", tally->sure);
}

/* --- A query that is typed -------------------------------------------------- */

/* The query with what is typed in it; false, with the reason, when it can't be read. */
static bool with_text(struct ui *ui, const char *text, struct query *query,
		      struct query_fault *fault)
{
	const struct prompt *prompt = &ui->prompt;

	query_copy(query, &ui->query);
	if (prompt->replaces >= 0)
		return query_replace(query, ui->world.index,
				     &(struct query_edit){ prompt->replaces, text },
				     fault);
	return query_add(query, ui->world.index, text, fault);
}

static bool with_typed(struct ui *ui, struct query *query, struct query_fault *fault)
{
	return with_text(ui, ui->prompt.text.bytes, query, fault);
}

static void end_preview(struct ui *ui)
{
	query_release(&ui->preview.query);
	ui->preview.is_on = false;
}

/* Show what the query gives: rows that would go, the numbers of tabs and list. */
static void begin_preview(struct ui *ui, struct query *query)
{
	struct preview *preview = &ui->preview;
	int threads = ui->world.dossier->counts[KIND_THREAD];

	end_preview(ui);
	preview->is_on = true;
	preview->query = *query;
	preview->list = list_tally(&ui->world, query, ui->at.listing, ui->at.thread);
	for (int i = 0; i <= threads && i < TAB_COUNT; i++)
		preview->tallies[i] =
			list_tally(&ui->world, query, LIST_EVENTS,
				   i ? (struct ref){ KIND_THREAD, (uint32_t)i - 1 }
				     : (struct ref){ 0 });
}

static void tell_preview(struct ui *ui)
{
	const struct tally *tally = &ui->preview.list;

	if (tally->possible)
		buf_printf(&ui->prompt.note, "%d sure %s %d possible", tally->sure,
			   ui->ascii ? "-" : "·", tally->possible);
	else
		buf_printf(&ui->prompt.note, "%d of %d", tally->sure, tally->total);
}

/* Show what the words give that end before byte `at`: the next one is not finished. */
static void preview_before(struct ui *ui, size_t at)
{
	struct query query = { 0 };
	struct buf text = BUF_INIT;

	while (at && ui->prompt.text.bytes[at - 1] != ' ')
		at--;
	buf_add(&text, ui->prompt.text.bytes, at);
	if (with_text(ui, text.bytes, &query, NULL))
		begin_preview(ui, &query);
	else
		query_release(&query);
	buf_release(&text);
}

/* The field whose name the last word begins; QUERY_TEXT: none. */
static enum query_field field_begun(const char *text)
{
	const char *word = strrchr(text, ' ');
	size_t len;

	word = word ? word + 1 : text;
	word += *word == '-';
	len = strlen(word);
	for (int i = QUERY_TEXT + 1; len && i < QUERY_FIELD_COUNT; i++)
		if (!strncmp(query_fields[i].name, word, len))
			return (enum query_field)i;
	return QUERY_TEXT;
}

/* What can't be read is marked; the list shows what the words before it give. */
static void filter_changed(struct ui *ui)
{
	struct prompt *prompt = &ui->prompt;
	enum query_field field = field_begun(prompt->text.bytes);
	struct query query = { 0 };
	struct query_fault fault = { 0 };

	buf_clear(&prompt->note);
	if (!with_typed(ui, &query, &fault)) {
		prompt_fault(prompt, fault.at, fault.len, fault.message);
		query_release(&query);
		preview_before(ui, fault.at);
		return;
	}
	begin_preview(ui, &query);
	const struct tally *tally = &ui->preview.list;

	/* A word that nothing has is the name of a field that is being typed. */
	if (field && !tally->sure && !tally->possible) {
		preview_before(ui, prompt->text.len);
		buf_printf(&prompt->note, "Tab completes %s:", query_fields[field].name);
	} else if (prompt->text.len) {
		tell_preview(ui);
	}
}

static bool filter_accept(struct ui *ui)
{
	struct query query = { 0 };
	struct query_fault fault = { 0 };

	end_preview(ui);
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
	.past = PAST_FILTERS,
	.changed = filter_changed,
	.accept = filter_accept,
	.leave = end_preview,
};

static const struct prompt_kind prompt_edit = {
	.label = "edit the filter: ",
	.help = "nothing: the filter is removed",
	.past = PAST_FILTERS,
	.changed = filter_changed,
	.accept = filter_accept,
	.leave = end_preview,
};

const char *act_filter(struct ui *ui, int arg)
{
	(void)arg;
	if (ui->at.listing == LIST_PROBLEMS)
		return filter_no_list;
	prompt_open(ui, &prompt_filter, "");
	return NULL;
}

void filter_edit(struct ui *ui, int term)
{
	struct buf text = BUF_INIT;

	query_print_term(&ui->query, term, &text);
	prompt_open(ui, &prompt_edit, text.bytes);
	ui->prompt.replaces = term;
	filter_changed(ui);
	buf_release(&text);
}

/* --- Completion ---------------------------------------------------------------- */

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
	while (len && ((unsigned char)first[len] & 0xc0) == 0x80)
		len--;
	return len;
}

/* Offer the candidates; what all of them begin with is written at once. */
static void offer(struct prompt *prompt, const struct query_completion *completion)
{
	struct arena *arena = &prompt->arena;
	struct prompt_choice *choices =
		arena_array(arena, (size_t)completion->count, sizeof *choices);
	struct prompt_offer made = { choices, completion->count, -1, completion->at,
				     completion->len };

	for (int i = 0; i < completion->count; i++) {
		const struct query_candidate *from = &completion->candidates[i];
		struct tally tally = { from->count - from->possible_count,
				       from->possible_count, 0 };

		choices[i] = (struct prompt_choice){ from->text, from->label, "" };
		if (from->count >= 0)
			choices[i].note = filter_tally(&tally, arena);
	}
	prompt_make_offer(prompt, &made);
	size_t len = common_start(completion);

	if (completion->count == 1)
		prompt_take(prompt, +1);
	else if (len > completion->len)
		prompt_write(prompt, arena_strndup(arena, choices[0].text, len));
}

const char *act_complete(struct ui *ui, int by)
{
	struct prompt *prompt = &ui->prompt;
	struct query_completion completion = { 0 };
	struct query_prompt typed = { prompt->text.bytes, prompt->at };

	if (prompt->kind->changed != filter_changed)
		return NULL;
	if (prompt->offer.count > 1) {
		prompt_take(prompt, by);
		filter_changed(ui);
		return NULL;
	}
	prompt_make_offer(prompt, &(struct prompt_offer){ .taken = -1 });
	arena_clear(&prompt->arena);
	struct query_view view = filter_view(ui, &prompt->arena);

	query_complete(&view, &typed, &prompt->arena, &completion);
	if (!completion.count)
		return "Nothing completes this.";
	offer(prompt, &completion);
	filter_changed(ui);
	return NULL;
}
