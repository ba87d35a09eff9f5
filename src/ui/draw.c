#include "config.h"

#include "draw.h"

#include <assert.h>

#include "bars.h"
#include "command.h"
#include "scroll.h"
#include "settle.h"

/* --- Why the list is empty ---------------------------------------------------- */

static const char *nothing_to_list(const struct ui *ui)
{
	if (!ref_is_none(ui->at.thread))
		return "This thread has no steps.";
	return ui->at.listing == LIST_PROBLEMS ? "There are no problems."
					       : "This dossier has none.";
}

/* Names the filter that lets most through when it is removed. */
static const char *why_empty(const struct ui *ui, struct arena *arena)
{
	struct buf text = BUF_INIT, blame = BUF_INIT;

	if (!filters_are_on(&ui->query) || ui->at.listing == LIST_PROBLEMS)
		return nothing_to_list(ui);
	struct query_view view = { .query = &ui->query, .index = ui->world.index };

	view.scope = list_scope(&ui->world, ui->at.listing, ui->at.thread, arena);
	buf_str(&text, "No records match ");
	query_print(&ui->query, &text);
	if (query_print_blame(&view, &blame))
		buf_printf(&text, "; %s", blame.bytes);
	buf_str(&text, ". x removes the last filter, \\ turns all off.");
	const char *copy = arena_strndup(arena, text.bytes, text.len);

	buf_release(&text);
	buf_release(&blame);
	return copy;
}

/* --- Slots --------------------------------------------------------------------- */

static const char *frame_title(const struct ui *ui, enum slot slot, int room,
			       struct arena *arena)
{
	const char *title;

	if (slot == SLOT_LIST) {
		title = !ref_is_none(ui->at.thread)
				? ui_thread_title(ui, ui->at.thread.index)
			: ui->at.listing == LIST_PROBLEMS
				? "Problems"
				: doc_listings[ui->at.listing].title;
		return text_cut(arena, title, room, ui->ascii);
	}
	if (slot == SLOT_TIME)
		return text_cut(arena, time_title(ui, arena), room, ui->ascii);
	if (slot == SLOT_RECORD && !ref_is_none(ui->at.shown))
		return text_cut(arena, ui_title(ui, ui->at.shown, arena), room,
				ui->ascii);
	return view_title(&ui->views[slot], room, arena);
}

static void draw_frame(const struct ui *ui, struct canvas *canvas, enum slot slot)
{
	struct rect area = ui->layout.areas[slot];
	bool has_focus = slot == ui->at.focus;
	struct arena arena = { 0 };
	struct frame frame = {
		.title = frame_title(ui, slot, area.cols - 8, &arena),
		.lines = has_focus ? ROLE_BORDER_ON : ROLE_BORDER,
		.words = has_focus ? ROLE_TITLE_ON : ROLE_HEADING,
	};

	canvas_box(canvas, area, &frame);
	const char *place = bars_place(ui, slot, &arena);

	if (*place)
		canvas_foot(canvas, area, place, has_focus ? ROLE_KEY : ROLE_STATUS);
	arena_clear(&arena);
}

static void draw_slot(const struct ui *ui, struct canvas *canvas, enum slot slot)
{
	struct rect body = layout_body(&ui->layout, slot);
	struct view_look look = { .has_focus = slot == ui->at.focus };
	struct arena arena = { 0 };

	if (ui->layout.has_frames)
		draw_frame(ui, canvas, slot);
	if (slot == SLOT_LIST) {
		struct list_view list = ui_list_view(ui);

		if (!list.list->count)
			list.empty = why_empty(ui, &arena);
		list_draw(&list, canvas, body);
	} else if (slot == SLOT_TIME) {
		time_draw(ui, canvas, body);
	} else {
		if (ui->search.needle.len)
			look.needle = ui->search.needle.bytes;
		view_draw(&ui->views[slot], canvas, body, &look);
	}
	scroll_draw(ui, canvas, slot);
	arena_clear(&arena);
}

/* What may follow a prefix key, in a box where there is room for one. */
static void draw_prefix(const struct ui *ui, struct canvas *canvas)
{
	struct arena arena = { 0 };
	struct rect box = { 2, 2, 2, 44 };
	struct frame frame = { .title = ui->prefix,
			       .lines = ROLE_BORDER_ON,
			       .words = ROLE_TITLE };

	for (int i = 0; i < ui->command_count; i++)
		box.rows += command_after(&ui->commands[i], ui->prefix, &arena) != NULL;
	if (!*ui->prefix || box.rows + 3 > canvas->rows || box.cols + 4 > canvas->cols) {
		arena_clear(&arena);
		return;
	}
	canvas_fill(canvas, box, ROLE_PLAIN);
	canvas_box(canvas, box, &frame);
	struct pen pen = { canvas, box, 1, 0 };

	for (int i = 0; i < ui->command_count; i++) {
		const char *key = command_after(&ui->commands[i], ui->prefix, &arena);

		if (!key)
			continue;
		pen.col = 2;
		pen_text(&pen, key, ROLE_KEY);
		pen.col = 5;
		pen_text(&pen, ui->commands[i].help, ROLE_PLAIN);
		pen.row++;
	}
	arena_clear(&arena);
}

void ui_draw(const struct ui *ui, struct canvas *canvas)
{
	assert(canvas->rows == ui->layout.rows && canvas->cols == ui->layout.cols);
	canvas_clear(canvas);
	bars_header(ui, canvas);
	bars_crumbs(ui, canvas);
	bars_rules(ui, canvas);
	for (int i = 0; i < SLOT_COUNT; i++)
		if (layout_shows(&ui->layout, (enum slot)i))
			draw_slot(ui, canvas, (enum slot)i);
	bars_timeline(ui, canvas);
	draw_prefix(ui, canvas);
	if (ui->context == IN_PICKER)
		picker_draw(&ui->picker, canvas,
			    layout_box(&ui->layout, ui->picker.count));
	bars_hints(ui, canvas);
}
