#include "config.h"

#include "undo.h"

#include <string.h>

#include "state.h"

/* The query as text, and in `*off` a bit for each term that is off. */
static void print_query(const struct ui *ui, struct buf *text, uint64_t *off)
{
	*off = 0;
	buf_clear(text);
	query_print(&ui->query, text);
	for (int i = 0; i < query_count(&ui->query); i++)
		if (!query_is_on(&ui->query, i))
			*off |= (uint64_t)1 << i;
}

void undo_before(struct ui *ui)
{
	struct undo *undo = &ui->undo;

	print_query(ui, &undo->query, &undo->off);
	undo->at = ui->at;
	undo->at.selected = *ui_place(ui);
	undo->is_walking = false;
	for (int i = SLOT_RECORD; i < SLOT_COUNT; i++)
		undo->cursors[i] = view_mark(&ui->views[i]);
}

static bool is_same_place(const struct where *a, const struct where *b)
{
	return a->listing == b->listing && ref_equal(a->thread, b->thread) &&
	       a->is_page == b->is_page;
}

void undo_after(struct ui *ui)
{
	struct undo *undo = &ui->undo;
	struct buf text = BUF_INIT;
	uint64_t off;

	print_query(ui, &text, &off);
	bool is_same = is_same_place(&undo->at, &ui->at) && off == undo->off &&
		       !strcmp(text.bytes, undo->query.bytes);

	if (!is_same && !undo->is_walking) {
		struct visit before = { .at = undo->at, .off = undo->off };

		before.query = arena_strdup(&ui->arena, undo->query.bytes);
		memcpy(before.cursors, undo->cursors, sizeof before.cursors);
		history_push(&undo->history, &before);
	}
	buf_release(&text);
}

static void add(struct buf *out, const char *text)
{
	buf_printf(out, "%s%s", out->len ? " · " : "", text);
}

/* What is other than it was: "K2 and the SCO · year:2005 actor:karimov". */
static void describe(const struct ui *ui, const struct visit *left, struct buf *out)
{
	struct arena arena = { 0 };
	struct buf text = BUF_INIT;
	uint64_t off;
	int off_count = 0;

	print_query(ui, &text, &off);
	for (uint64_t bits = off; bits; bits &= bits - 1)
		off_count++;
	if (!ref_equal(ui->at.thread, left->at.thread) ||
	    ui->at.listing != left->at.listing)
		add(out, !ref_is_none(ui->at.thread)
				 ? ui_thread_title(ui, ui->at.thread.index)
			 : ui->at.listing == LIST_PROBLEMS
				 ? "Problems"
				 : doc_listings[ui->at.listing].title);
	if (ui->at.is_page != left->at.is_page)
		add(out, ui->at.is_page ? "the page" : "the list");
	if (strcmp(text.bytes, left->query) != 0)
		add(out, text.len ? text.bytes : "no filter");
	if (off != left->off && off_count)
		add(out, arena_printf(&arena, "%d of %d filters off", off_count,
				      query_count(&ui->query)));
	else if (off != left->off && query_count(&ui->query))
		add(out, "all filters on");
	buf_release(&text);
	arena_clear(&arena);
}

const char *act_undo(struct ui *ui, int by)
{
	struct visit here = ui_visit(ui);
	const struct visit *visit = history_go(&ui->undo.history, by, &here);
	struct buf what = BUF_INIT;

	if (!visit)
		return by < 0 ? "There is nothing to undo." : "There is nothing to redo.";
	ui->undo.is_walking = true;
	ui_restore(ui, visit);
	describe(ui, &here, &what);
	ui_say(ui, ROLE_STATUS, "%s: %s.", by < 0 ? "Undone" : "Redone", what.bytes);
	buf_release(&what);
	return NULL;
}
