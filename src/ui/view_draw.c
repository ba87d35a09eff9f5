#include "config.h"

#include <string.h>

#include "text/fold.h"
#include "text/wrap.h"
#include "view.h"

const char *view_title(const struct view *view, int width, struct arena *arena)
{
	bool ascii = view->subject.ascii;
	const char *title = view->title ? view->title : view->kind->name;
	const char *tail = view->tail ? view->tail : "";
	int room = width - cell_width(tail);

	if (room < cell_width(title) && room < width / 3)
		return text_cut(arena, title, width, ascii);
	return arena_printf(arena, "%s%s", text_cut(arena, title, room, ascii), tail);
}

const char *more_sign(int top, int height, int count, bool ascii)
{
	bool is_above = top > 0, is_below = top + height < count;

	if (is_above && is_below)
		return ascii ? "^v" : "↕";
	if (is_above || is_below)
		return is_above ? ascii ? "^" : "▲" : ascii ? "v" : "▼";
	return "";
}

/* The cells that `len` bytes take. */
static int width_of(const char *text, size_t len)
{
	struct glyph glyph;
	size_t taken;
	int width = 0;

	while ((taken = cell_next(text, len, &glyph)) > 0) {
		width += glyph.width;
		text += taken;
		len -= taken;
	}
	return width;
}

static void draw_matches(struct canvas *canvas, struct rect line, const struct row *row,
			 const char *needle)
{
	struct arena arena = { 0 };
	const char *text = row_text(row, &arena);
	struct fold_match match = { 0 };

	while (fold_next(text, needle, &match)) {
		int col = width_of(text, match.at);
		int width = width_of(text + match.at, match.len);

		if (col + width > line.cols)
			width = line.cols - col;
		canvas_role(canvas, (struct rect){ line.row, line.col + col, 1, width },
			    ROLE_MATCH);
	}
	arena_clear(&arena);
}

static void draw_row(struct canvas *canvas, struct rect line, const struct row *row)
{
	struct pen pen = { canvas, line, 0, 0 };

	for (int i = 0; i < row->run_count; i++)
		pen_text(&pen, row->runs[i].text, row->runs[i].role);
}

/* Mark the part of the cursor's link that is in a row.  Gives its first column, else -1.
 */
static int mark_link(const struct view *view, struct canvas *canvas, struct rect line,
		     int at)
{
	const struct row *row = &view->rows[at];
	int first = -1, col = 0;

	for (int i = 0; i < row->run_count && col < line.cols; i++) {
		struct rect cells = { line.row, line.col + col, 1,
				      cell_width(row->runs[i].text) };

		col += cells.cols;
		if (!view_is_in_link(view, at, i))
			continue;
		if (col > line.cols)
			cells.cols -= col - line.cols;
		canvas_role(canvas, cells, ROLE_SELECTED);
		first = first < 0 ? cells.col : first;
	}
	return first;
}

static void place_cursor(struct canvas *canvas, int row, int col)
{
	canvas->cursor_row = row;
	canvas->cursor_col = col;
}

/* The row, or of several links the one.  `area` has the rows from the view's top on. */
static void draw_selection(const struct view *view, struct canvas *canvas,
			   struct rect area)
{
	struct rect line = { area.row + view->cursor - view->top, area.col, 1,
			     area.cols };
	int end = view->top + area.rows, at = view->cursor, link = view_link_row(view);

	if (line.row >= area.row)
		place_cursor(canvas, line.row, line.col);
	if (view_links(view) < 2 || link >= end) {
		if (line.row >= area.row)
			canvas_role(canvas, line, ROLE_SELECTED);
		return;
	}
	at = at < view->top ? view->top : at;
	for (; at < end && at < view_row(view)->next; at++) {
		line.row = area.row + at - view->top;
		int col = mark_link(view, canvas, line, at);

		if (col >= 0 && at == link)
			place_cursor(canvas, line.row, col);
	}
}

/* In the margin a sign, and with the focus what is selected. */
static void draw_cursor(const struct view *view, struct canvas *canvas, struct rect area,
			bool has_focus)
{
	int row = area.row + view->cursor - view->top;
	struct pen margin = { canvas, { row, area.col - 1, 1, 1 }, 0, 0 };

	if (!view_row(view) || !view_row(view)->is_stop)
		return;
	if (row >= area.row && row < area.row + area.rows)
		pen_text(&margin, canvas->ascii ? ">" : "▸",
			 has_focus ? ROLE_KEY : ROLE_DIM);
	if (has_focus)
		draw_selection(view, canvas, area);
}

static void draw_empty(struct canvas *canvas, struct rect area, const char *empty)
{
	struct wrap wrap = { .next = empty, .left = strlen(empty) };
	struct pen pen = { canvas, area, 0, 0 };
	const char *text;
	size_t len;

	wrap.width = area.cols > 1 ? area.cols : 1;
	for (; wrap_next(&wrap, &text, &len); pen.row++, pen.col = 0)
		pen_textn(&pen, text, len, ROLE_DIM);
}

int view_foot_rows(const struct view *view, int rows)
{
	int count = view->foot.count ? view->foot.count + 1 : 0;

	return count * 3 > rows ? (rows / 3 < 2 ? 0 : rows / 3) : count;
}

static void draw_foot(const struct view *view, struct canvas *canvas, struct rect area)
{
	canvas_rule(canvas, area, 0, ROLE_BORDER);
	for (int i = 0; i + 1 < area.rows && i < view->foot.count; i++)
		draw_row(canvas,
			 (struct rect){ area.row + i + 1, area.col, 1, area.cols },
			 &view->foot.at[i]);
}

void view_draw(const struct view *view, struct canvas *canvas, struct rect area,
	       const struct view_look *look)
{
	int foot = view_foot_rows(view, area.rows);

	if (area.rows < 1 || area.cols < 1)
		return;
	if (foot)
		draw_foot(view, canvas,
			  (struct rect){ area.row + area.rows - foot, area.col, foot,
					 area.cols });
	area.rows -= foot;
	if (!view->row_count)
		draw_empty(canvas, area, view->kind->empty);
	for (int i = 0; i < area.rows && view->top + i < view->row_count; i++) {
		const struct row *row = &view->rows[view->top + i];
		struct rect line = { area.row + i, area.col, 1, area.cols };

		draw_row(canvas, line, row);
		canvas_spot(canvas, line, (struct spot){ SPOT_ROW, view->top + i });
		if (look->needle)
			draw_matches(canvas, line, row, look->needle);
	}
	draw_cursor(view, canvas, area, look->has_focus);
}
