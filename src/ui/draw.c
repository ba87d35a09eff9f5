#include "config.h"

#include "bars.h"
#include "state.h"

static struct rect area_of(const struct ui *ui, enum pane_id id)
{
	if (id == PANE_EVENTS)
		return ui->layout.list;
	return id == PANE_DETAIL ? ui->layout.detail : ui->layout.extra;
}

struct rect ui_pane_body(const struct ui *ui, enum pane_id id)
{
	struct rect body = layout_body(&ui->layout, area_of(ui, id));

	/* Prose has a margin, where there is room for one. */
	if (id != PANE_EVENTS && body.cols > 24) {
		body.col += 1;
		body.cols -= 2;
	}
	return body;
}

/* Of the panes that share an area, is this the one to be seen? */
static bool is_seen(const struct ui *ui, enum pane_id id)
{
	switch (ui->layout.class) {
	case LAYOUT_WIDE:
		return id == PANE_EVENTS || id == PANE_DETAIL || id == ui->extra;
	case LAYOUT_MEDIUM:
		return id == PANE_EVENTS || id == ui->reader;
	case LAYOUT_NARROW:
	case LAYOUT_TINY:
		break;
	}
	return id == ui->focus;
}

static void draw_frame(struct ui *ui, struct canvas *canvas, enum pane_id id,
		       bool has_focus)
{
	const struct pane *pane = &ui->panes[id];
	struct rect area = area_of(ui, id);
	struct arena arena = { 0 };
	const char *note = NULL;

	if (pane->of)
		note = pane->at ? arena_printf(&arena, "%d of %d", pane->at, pane->of)
				: arena_printf(&arena, "%d", pane->of);
	int room = area.cols - 6 - (note ? cell_width(note) + 3 : 0);

	canvas_box(canvas, area, pane_title(pane, pane_kinds[id], room, &arena), note,
		   has_focus ? ROLE_BORDER_ON : ROLE_BORDER,
		   has_focus ? ROLE_TITLE : ROLE_HEADING);
	arena_clear(&arena);
}

static void draw_pane(struct ui *ui, struct canvas *canvas, enum pane_id id)
{
	struct pane *pane = &ui->panes[id];
	struct rect body = ui_pane_body(ui, id);
	struct pane_look look = {
		.needle = ui->search.needle.len ? ui->search.needle.bytes : NULL,
		.empty = pane->empty ? pane->empty : pane_kinds[id]->empty,
		.has_focus = id == ui->focus,
		.has_mark = id == PANE_EVENTS && body.cols >= PANE_LEAST_WITH_MARK,
	};

	if (ui->layout.class == LAYOUT_WIDE)
		draw_frame(ui, canvas, id, look.has_focus);
	pane_draw(pane, canvas, body, &look);
}

/* Where the cursor of a pane was, so that it is found again in rows of another width. */
static struct ref keep_place(const struct pane *pane)
{
	struct ref about = pane_about(pane);

	return ref_is_none(about) ? pane_target(pane) : about;
}

static void resize(struct ui *ui, int rows, int cols, bool ascii)
{
	struct ref kept[PANE_COUNT];

	if (rows == ui->layout.rows && cols == ui->layout.cols && ascii == ui->ascii)
		return;
	for (int i = 0; i < PANE_COUNT; i++)
		kept[i] = keep_place(&ui->panes[i]);
	ui->ascii = ascii;
	ui->layout = layout(rows, cols);
	ui_rebuild(ui);
	for (int i = 0; i < PANE_COUNT; i++)
		if (!ref_is_none(kept[i]))
			pane_go_to(&ui->panes[i], kept[i]);
}

void ui_draw(struct ui *ui, struct canvas *canvas)
{
	resize(ui, canvas->rows, canvas->cols, canvas->ascii);
	canvas_clear(canvas);
	bars_header(ui, canvas);
	bars_chips(ui, canvas);
	bars_tabs(ui, canvas);
	for (int i = 0; i < PANE_COUNT; i++)
		if (is_seen(ui, (enum pane_id)i))
			draw_pane(ui, canvas, (enum pane_id)i);
	bars_timeline(ui, canvas);
	bars_hints(ui, canvas);
	if (ui->context == IN_PICKER)
		picker_draw(ui, canvas);
}
