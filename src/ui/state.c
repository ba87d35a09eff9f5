#include "config.h"

#include "state.h"

#include <stdarg.h>
#include <string.h>

#include "command.h"

enum { FIRST_ROWS = 24, FIRST_COLS = 80 };

/* clang-format off */
const struct pane_kind *const pane_kinds[PANE_COUNT] = {
	[PANE_EVENTS]    = &pane_events,
	[PANE_DETAIL]    = &pane_detail,
	[PANE_SOURCE]    = &pane_source,
	[PANE_RELATIONS] = &pane_relations,
};
/* clang-format on */

void ui_say(struct ui *ui, enum role role, const char *format, ...)
{
	char text[512];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	buf_clear(&ui->status);
	buf_str(&ui->status, text);
	ui->status_role = role;
}

struct ref *ui_place(struct ui *ui)
{
	return &ui->places[ref_is_none(ui->thread) ? 0 : ui->thread.index + 1];
}

static void build(struct ui *ui, enum pane_id id)
{
	struct pane *pane = &ui->panes[id];
	struct rect body = ui_pane_body(ui, id);

	arena_clear(&pane->arena);
	pane->title = pane->tail = pane->empty = NULL;
	pane->at = pane->of = pane->pinned = 0;
	struct rows rows = { .arena = &pane->arena,
			     .evidence = &ui->evidence,
			     .dates = ui->dates,
			     .width = body.cols < 1 ? 1 : body.cols,
			     .all_stop = body.rows < 8 };

	pane_kinds[id]->build(ui, pane, &rows);
	rows_end(&rows);
	pane_take(pane, &rows);
}

static void first_row(struct pane *pane)
{
	pane->cursor = pane->top = pane->link = 0;
}

/* Put the passage in sight, and what comes before it when that fits. */
static void find_passage(struct ui *ui)
{
	struct pane *pane = &ui->panes[PANE_SOURCE];

	first_row(pane);
	pane_go(pane, 0);
	if (pane_go_to(pane, ui->passage) &&
	    pane->cursor >= ui_pane_body(ui, PANE_SOURCE).rows)
		pane->top = pane->cursor - pane->pinned - 2;
}

static void set_passage(struct ui *ui, struct ref passage)
{
	bool is_new = !ref_equal(ui->passage, passage);

	ui->passage = passage;
	build(ui, PANE_SOURCE);
	if (is_new)
		find_passage(ui);
}

/* The passage under the detail's cursor, else the first of its row. */
static struct ref passage_at_cursor(const struct ui *ui)
{
	const struct pane *pane = &ui->panes[PANE_DETAIL];
	struct ref target = pane_target(pane);

	if (target.kind == KIND_PASSAGE || pane->cursor >= pane->row_count)
		return target;
	const struct row *row = &pane->rows[pane->cursor];

	for (int i = 0; i < row->run_count; i++)
		if (row->runs[i].target.kind == KIND_PASSAGE)
			return row->runs[i].target;
	return (struct ref){ 0 };
}

void ui_read(struct ui *ui)
{
	struct ref passage = passage_at_cursor(ui);

	if (passage.kind == KIND_PASSAGE && !ref_equal(passage, ui->passage))
		set_passage(ui, passage);
}

/* Of a source, the first passage taken from it. */
static struct ref first_passage(const struct ui *ui, struct ref source)
{
	for (int i = 0; i < ui->dossier->counts[KIND_PASSAGE]; i++)
		if (ref_equal(ui->dossier->passages[i].source, source))
			return (struct ref){ KIND_PASSAGE, (uint32_t)i };
	return (struct ref){ 0 };
}

/* What the source pane shows when the reader has not said. */
static struct ref default_passage(const struct ui *ui)
{
	if (ui->shown.kind == KIND_PASSAGE)
		return ui->shown;
	if (evidence_find(&ui->evidence, ui->passage))
		return ui->passage;
	if (ui->evidence.count)
		return ui->evidence.at[0];
	return ui->shown.kind == KIND_REFERENCE ? first_passage(ui, ui->shown)
						: (struct ref){ 0 };
}

void ui_refresh(struct ui *ui)
{
	ui->evidence = (struct evidence){ .arena = &ui->panes[PANE_DETAIL].arena };
	build(ui, PANE_DETAIL);
	build(ui, PANE_RELATIONS);
	set_passage(ui, default_passage(ui));
}

void ui_rebuild(struct ui *ui)
{
	build(ui, PANE_EVENTS);
	ui_refresh(ui);
	find_passage(ui);
}

/* The first point of an event that the filters ask for, else the record itself. */
static struct ref asked_for(const struct ui *ui, struct ref ref)
{
	const struct span *points;

	if (ref.kind != KIND_EVENT)
		return ref;
	points = &ui->dossier->events[ref.index].points;
	for (uint32_t i = 0; i < (uint32_t)points->count; i++)
		if (query_match_point(&ui->query, ui->index,
				      (struct ref){ KIND_POINT, points->first + i }))
			return (struct ref){ KIND_POINT, points->first + i };
	return ref;
}

/* Show a record in the panes that are about one; a point within its event. */
static void show(struct ui *ui, struct ref ref)
{
	struct ref home = dossier_home(ui->dossier, ref);
	struct pane *detail = &ui->panes[PANE_DETAIL];

	if (!ref_equal(ui->shown, home)) {
		first_row(detail);
		first_row(&ui->panes[PANE_RELATIONS]);
		ui->passage = (struct ref){ 0 };
	}
	ui->shown = home;
	ui_refresh(ui);
	if (pane_is_at_start(detail))
		ref = asked_for(ui, ref);
	if (!ref_equal(ref, home) && pane_go_to(detail, ref))
		ui_read(ui);
}

void ui_select(struct ui *ui)
{
	struct ref item = pane_about(&ui->panes[PANE_EVENTS]);

	if (ref_is_none(item))
		return;
	*ui_place(ui) = item;
	show(ui, item);
}

void ui_refresh_list(struct ui *ui)
{
	struct list *list = &ui->list;
	struct ref place = *ui_place(ui);
	int index;

	list_build(list, &(struct list_source){ ui->dossier, &ui->query, ui->index,
						ui->thread });
	build(ui, PANE_EVENTS);
	index = ref_is_none(place) && list->count ? 0 : list_find(list, place);
	if (index < 0)
		index = list_nearest(list, ui->dossier, ui->thread, place);
	/* The place stays what the reader chose, so that it is found again. */
	if (index < 0 || !pane_go_to(&ui->panes[PANE_EVENTS], list->items[index].ref))
		return;
	show(ui, list->items[index].ref);
}

void ui_focus(struct ui *ui, enum pane_id pane)
{
	ui->focus = pane;
	if (pane != PANE_EVENTS)
		ui->reader = pane;
	if (pane == PANE_SOURCE || pane == PANE_RELATIONS)
		ui->extra = pane;
}

void ui_start_reading(struct ui *ui)
{
	pane_to_first_link(&ui->panes[PANE_DETAIL], ui_pane_body(ui, PANE_DETAIL).rows);
	ui_read(ui);
}

void ui_open(struct ui *ui, struct ref ref)
{
	struct ref home = dossier_home(ui->dossier, ref);

	if (ref.kind == KIND_PASSAGE) {
		set_passage(ui, ref);
		ui_focus(ui, PANE_SOURCE);
		return;
	}
	/* What the list has is selected there, and the list is left as it is. */
	if (list_find(&ui->list, home) >= 0 && pane_go_to(&ui->panes[PANE_EVENTS], home))
		*ui_place(ui) = home;
	show(ui, ref);
	ui_focus(ui, PANE_DETAIL);
	ui_start_reading(ui);
}

static void read_thread(struct ui *ui, struct ref thread)
{
	struct ref *place;

	ui->thread = thread;
	place = ui_place(ui);
	/* A thread that has not been read yet begins at its first step. */
	if (ref_is_none(*place) && !ref_is_none(thread) &&
	    ui->dossier->threads[thread.index].step_count)
		*place = ui->dossier->threads[thread.index].steps[0].ref;
	first_row(&ui->panes[PANE_EVENTS]);
	ui_refresh_list(ui);
	ui_focus(ui, PANE_EVENTS);
}

void ui_thread(struct ui *ui, struct ref thread)
{
	read_thread(ui, thread);
	if (!ref_is_none(thread) && ui->dossier->threads[thread.index].summary)
		ui_say(ui, ROLE_STATUS, "%s", ui->dossier->threads[thread.index].summary);
}

/* Who asks for nothing is shown the first path that the curator has laid. */
static void start_at(struct ui *ui, const struct ui_options *options)
{
	struct ref first = { KIND_THREAD, 0 };
	struct ref ref = options->start ? dossier_find(ui->dossier, options->start)
					: (struct ref){ 0 };

	bool asks = options->start || (options->query && *options->query);

	if (!asks && ui->dossier->counts[KIND_THREAD])
		read_thread(ui, first);
	else if (ref.kind == KIND_THREAD)
		ui_thread(ui, ref);
	else if (!ref_is_none(ref))
		ui_open(ui, ref);
}

struct ui *ui_new(const struct dossier *dossier, const struct texts *texts,
		  const struct ui_options *options)
{
	struct arena arena = { 0 };
	struct ui *ui = arena_alloc(&arena, sizeof *ui);
	struct query_fault fault = { 0 };

	ui->dossier = dossier;
	ui->texts = texts;
	ui->index = query_index_new(dossier, texts);
	ui->ascii = options->ascii;
	ui->dates = options->dates;
	ui->context = IN_PANES;
	ui->reader = PANE_DETAIL;
	ui->extra = PANE_SOURCE;
	ui->layout = layout(FIRST_ROWS, FIRST_COLS);
	ui->search.needle = ui->status = ui->prompt.text = ui->picker.typed =
		(struct buf)BUF_INIT;
	ui->places = arena_array(&arena, (size_t)dossier->counts[KIND_THREAD] + 1,
				 sizeof *ui->places);
	ui->arena = arena;
	if (options->query && !query_add(&ui->query, ui->index, options->query, &fault))
		ui_say(ui, ROLE_ERROR, "%s", fault.message);
	ui_refresh_list(ui);
	ui_select(ui);
	start_at(ui, options);
	return ui;
}

void ui_free(struct ui *ui)
{
	struct arena arena = ui->arena;

	for (int i = 0; i < PANE_COUNT; i++)
		arena_clear(&ui->panes[i].arena);
	query_release(&ui->query);
	query_index_free(ui->index);
	arena_clear(&ui->list.arena);
	picker_release(&ui->picker);
	buf_release(&ui->prompt.text);
	buf_release(&ui->search.needle);
	buf_release(&ui->status);
	arena_clear(&arena); /* the state itself lies in it */
}

static void type(struct ui *ui, const char *text)
{
	if (ui->context == IN_PICKER)
		picker_type(ui, text);
	else if (ui->context == IN_PROMPT)
		prompt_type(ui, text);
}

/* A key that stands for itself is one character; names are longer, or begin with ^. */
static bool is_letter(const char *key)
{
	struct glyph glyph;
	size_t len = strlen(key);

	return len && (unsigned char)*key >= ' ' && cell_next(key, len, &glyph) == len;
}

void ui_key(struct ui *ui, const char *key)
{
	bool is_typing = ui->context != IN_PANES;
	const struct command *command = command_for_key(ui->context, key);

	buf_clear(&ui->status);
	ui->has_begun = true;
	ui->key = key;
	if (command)
		command_run(ui, command);
	else if (is_typing && !strcmp(key, "Space"))
		type(ui, " ");
	else if (is_typing && is_letter(key))
		type(ui, key);
	else if (!is_typing && is_letter(key))
		ui_say(ui, ROLE_STATUS, "%s does nothing here: ? lists the keys.", key);
	ui->key = NULL;
}

void ui_paste(struct ui *ui, const char *text)
{
	if (ui->context == IN_PANES)
		ui_say(ui, ROLE_STATUS, "Pasted text is not run: / or f takes it.");
	else
		type(ui, text);
}

bool ui_is_done(const struct ui *ui)
{
	return ui->is_done;
}
