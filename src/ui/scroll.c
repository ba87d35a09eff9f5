#include "config.h"

#include "scroll.h"

#include "search.h"
#include "settle.h"
#include "text/fold.h"

enum { CELLS_MOST = CANVAS_MAX_ROWS };

/* What a cell of the bar stands for; a later one hides an earlier one. */
enum tick { TICK_NONE, TICK_QUOTE, TICK_NOW, TICK_HIT, TICK_COUNT };

/* clang-format off */
static const struct {
	const char *sign, *thumb, *ascii, *ascii_thumb;
	enum role role;
} ticks[TICK_COUNT] = {
	[TICK_NONE]  = { NULL, "┃", NULL, "#", ROLE_BORDER },
	[TICK_QUOTE] = { "┤",  "┫", "-",  "=", ROLE_BORDER },
	[TICK_NOW]   = { "┤",  "┫", "-",  "=", ROLE_BAR },
	[TICK_HIT]   = { "◂",  "◄", "<",  "{", ROLE_MATCH },
};
/* clang-format on */

struct scroll scroll_of(const struct ui *ui, enum slot slot)
{
	const struct view *view = &ui->views[slot];
	struct list_view list;

	if (slot == SLOT_TIME)
		return (struct scroll){ 0 };
	if (slot != SLOT_LIST)
		return (struct scroll){ view->top, view->height, view->row_count };
	list = ui_list_view(ui);
	return (struct scroll){ ui->top,
				list_seen(&list, layout_body(&ui->layout, SLOT_LIST)),
				ui->list.count };
}

struct thumb scroll_thumb(const struct scroll *scroll, int cells)
{
	int hidden = scroll->count - scroll->seen;
	struct thumb thumb = { 0, 0 };

	if (hidden <= 0 || scroll->seen < 1 || cells < 1)
		return thumb;
	thumb.len = (int)((long long)scroll->seen * cells / scroll->count);
	if (thumb.len < 1)
		thumb.len = 1;
	/* A cell is left for what is above and one for what is below. */
	int room = (scroll->top > 0) + (scroll->top < hidden);

	if (cells > 2 && thumb.len > cells - room)
		thumb.len = cells - room;
	room = cells - thumb.len;
	thumb.start = (int)((long long)scroll->top * room / hidden);
	if (scroll->top >= hidden)
		thumb.start = room;
	else if (room > 1 && scroll->top > 0 && thumb.start == 0)
		thumb.start = 1;
	return thumb;
}

int scroll_cell(const struct scroll *scroll, int cells, int at)
{
	return scroll->count ? (int)((long long)at * cells / scroll->count) : 0;
}

static enum tick tick_of(const struct ui *ui, enum slot slot, const struct row *row)
{
	const char *needle = ui->search.needle.bytes;
	struct arena arena = { 0 };
	bool is_hit = ui->search.needle.len && fold_has(row_text(row, &arena), needle);

	arena_clear(&arena);
	if (is_hit)
		return TICK_HIT;
	if (slot != SLOT_SOURCE || row->about.kind != KIND_PASSAGE || !row->run_count)
		return TICK_NONE;
	return ref_equal(row->about, ui->at.passage) ? TICK_NOW : TICK_QUOTE;
}

static void find_ticks(const struct ui *ui, enum slot slot, int cells, enum tick *at)
{
	const struct view *view = &ui->views[slot];
	struct scroll scroll = scroll_of(ui, slot);

	for (int i = 0; i < scroll.count; i++) {
		enum tick tick = slot != SLOT_LIST ? tick_of(ui, slot, &view->rows[i])
				 : search_is_hit(ui, i) ? TICK_HIT
							: TICK_NONE;
		int cell = scroll_cell(&scroll, cells, i);

		if (tick > at[cell])
			at[cell] = tick;
	}
}

/* The cells for it; no rows where there is no place. */
static struct rect bar_of(const struct ui *ui, enum slot slot)
{
	struct rect area = ui->layout.areas[slot], body = layout_body(&ui->layout, slot);
	struct rect bar = { body.row, area.col + area.cols - 1, body.rows, 1 };

	if (ui->at.is_zoomed || bar.col < body.col + body.cols)
		bar.rows = 0;
	else if (!ui->layout.has_frames)
		bar.rows -= view_foot_rows(&ui->views[slot], body.rows);
	return bar;
}

void scroll_draw(const struct ui *ui, struct canvas *canvas, enum slot slot)
{
	struct rect bar = bar_of(ui, slot);
	struct scroll scroll = scroll_of(ui, slot);
	struct thumb thumb = scroll_thumb(&scroll, bar.rows);
	enum tick at[CELLS_MOST] = { TICK_NONE };
	bool has_focus = slot == ui->at.focus;

	if (!thumb.len || bar.rows > CELLS_MOST)
		return;
	find_ticks(ui, slot, bar.rows, at);
	for (int i = 0; i < bar.rows; i++) {
		bool is_seen = i >= thumb.start && i < thumb.start + thumb.len;
		enum tick tick = at[i];
		const char *sign = is_seen ? ticks[tick].thumb : ticks[tick].sign;
		enum role role = ticks[tick].role;

		if (canvas->ascii)
			sign = is_seen ? ticks[tick].ascii_thumb : ticks[tick].ascii;
		if (role == ROLE_BORDER && has_focus)
			role = ROLE_BORDER_ON;
		if (sign)
			pen_text(&(struct pen){ canvas, bar, i, 0 }, sign, role);
	}
}
