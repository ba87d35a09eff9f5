#include "config.h"

#include "state.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "model/words.h"

static const struct ref none;

void ui_say(struct ui *ui, enum role role, const char *format, ...)
{
	struct buf text = BUF_INIT; /* the old text may be an argument */
	va_list args;

	va_start(args, format);
	buf_vprintf(&text, format, args);
	va_end(args);
	buf_release(&ui->status);
	ui->status = text;
	ui->status_role = role;
}

struct ref *ui_place(struct ui *ui)
{
	int threads = ui->world.dossier->counts[KIND_THREAD];

	if (!ref_is_none(ui->at.thread))
		return &ui->places[ui->at.thread.index + 1];
	return &ui->places[ui->at.listing == LIST_EVENTS ? 0
							 : threads + 1 + ui->at.listing];
}

struct view *ui_view(struct ui *ui)
{
	bool is_list = ui->at.focus == SLOT_LIST || ui->at.focus == SLOT_TIME;

	return is_list ? NULL : &ui->views[ui->at.focus];
}

/* --- Visits ---------------------------------------------------------------- */

static const char *query_text(struct ui *ui, uint64_t *off)
{
	struct buf text = BUF_INIT;

	_Static_assert(QUERY_TERMS_MOST <= 64, "a visit has a bit for each term");
	*off = 0;
	for (int i = 0; i < query_count(&ui->query); i++)
		if (!query_is_on(&ui->query, i))
			*off |= (uint64_t)1 << i;
	query_print(&ui->query, &text);
	const char *copy = arena_strndup(&ui->arena, text.bytes, text.len);

	buf_release(&text);
	return copy;
}

struct cursor_mark view_mark(const struct view *view)
{
	const struct row *row = view_row(view);

	return (struct cursor_mark){ row ? row->key : 0, view->link,
				     view->cursor - view->top };
}

struct visit ui_visit(struct ui *ui)
{
	struct visit visit = { .at = ui->at };

	visit.query = query_text(ui, &visit.off);
	visit.at.selected = *ui_place(ui);
	for (int i = SLOT_RECORD; i < SLOT_COUNT; i++)
		visit.cursors[i] = view_mark(&ui->views[i]);
	return visit;
}

void ui_keep(struct ui *ui)
{
	struct visit here = ui_visit(ui);

	history_push(&ui->history, &here);
}

void ui_restore(struct ui *ui, const struct visit *visit)
{
	query_release(&ui->query);
	if (*visit->query)
		query_add(&ui->query, ui->world.index, visit->query, NULL);
	for (int i = 0; i < query_count(&ui->query); i++)
		query_switch(&ui->query, i, !(visit->off >> i & 1));
	ui->at = visit->at;
	*ui_place(ui) = visit->at.selected;
	memcpy(ui->cursors, visit->cursors, sizeof ui->cursors);
	ui->has_cursors = true;
	ui->is_stale = true;
	ui->shows_selected = false;
}

/* --- Where one is ---------------------------------------------------------- */

void ui_filtered(struct ui *ui)
{
	ui->is_stale = true;
	ui->shows_selected = true;
}

void ui_focus(struct ui *ui, enum slot slot)
{
	const struct view *record = &ui->views[SLOT_RECORD];

	assert(slot < SLOT_COUNT);
	/* Back in the record, the words are those of its cursor again. */
	if (slot == SLOT_RECORD && !ref_is_none(view_passage(record)) &&
	    !view_cites(record, ui->at.passage))
		ui->at.passage = view_passage(record);
	ui->at.focus = slot;
	ui->at.is_page = slot == SLOT_PAGE || slot == SLOT_PATH;
	if (slot == SLOT_SOURCE || slot == SLOT_RELATED)
		ui->at.extra = slot;
	if (slot == SLOT_RECORD || slot == SLOT_SOURCE)
		ui->at.reading = SLOT_RECORD;
	if (slot == SLOT_RELATED || slot == SLOT_TIME)
		ui->at.reading = slot;
	ui->time.brush.is_on = false;
}

void ui_select(struct ui *ui, int item)
{
	assert(item >= 0 && item < ui->list.count);
	ui->cursor = item;
	*ui_place(ui) = ui->list.items[item].ref;
	ui->shows_selected = true;
}

void ui_read_thread(struct ui *ui, struct ref thread)
{
	struct ref event = dossier_home(ui->world.dossier, ui->at.shown);
	struct ref *place;

	ui->at.listing = LIST_EVENTS;
	ui->at.thread = thread;
	place = ui_place(ui);
	/* All events keep the one that is read; a thread opens where its curator says. */
	if (ref_is_none(thread)) {
		if (event.kind == KIND_EVENT)
			*place = event;
	} else if (ref_is_none(*place)) {
		const struct thread *it = &ui->world.dossier->threads[thread.index];

		*place = !ref_is_none(it->opens_at) ? it->opens_at
			 : it->step_count	    ? it->steps[0].ref
						    : none;
	}
	ui_focus(ui, SLOT_LIST);
	ui_filtered(ui);
}

void ui_read_listing(struct ui *ui, int listing)
{
	assert(listing >= 0 && listing < LIST_ALL);
	ui->at.listing = listing;
	ui->at.thread = none;
	ui_focus(ui, SLOT_LIST);
	ui_filtered(ui);
}

static void open_record(struct ui *ui, struct ref ref)
{
	struct ref home = dossier_home(ui->world.dossier, ref);
	int item = list_find(&ui->list, ref);

	if (item < 0)
		item = list_find(&ui->list, home);
	/* What the list has is selected there. */
	if (item >= 0) {
		ui->cursor = item;
		*ui_place(ui) = ui->list.items[item].ref;
	}
	ui->at.selected = item >= 0 ? ui->list.items[item].ref : ui->at.selected;
	ui->at.shown = home;
	ui->wanted = ref;
	ui_focus(ui, SLOT_RECORD);
}

void ui_open(struct ui *ui, struct ref ref)
{
	if (ref.kind == KIND_THREAD) {
		ui_read_thread(ui, ref);
	} else if (ref.kind == KIND_PASSAGE &&
		   doc_number(&ui->views[SLOT_RECORD].doc, ref)) {
		ui->at.passage = ref;
		ui_focus(ui, SLOT_SOURCE);
	} else {
		open_record(ui, ref);
	}
}

bool ui_is_selected(const struct ui *ui)
{
	return ref_equal(dossier_home(ui->world.dossier, ui->at.selected),
			 ui->at.shown) ||
	       ref_equal(ui->at.selected, ui->at.shown);
}

const char *ui_title(const struct ui *ui, struct ref ref, struct arena *arena)
{
	if (ref_is_none(ref))
		return "";
	if (ref.kind == KIND_PROBLEM)
		return "What is wrong, and where";
	return words_title(ui->world.dossier, ref, arena);
}

const char *ui_thread_title(const struct ui *ui, uint32_t index)
{
	const struct thread *thread = &ui->world.dossier->threads[index];

	return thread->title ? thread->title : thread->record.id ? thread->record.id : "";
}
