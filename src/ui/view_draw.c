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

/* The cells of the link that the cursor is on; none: the whole row. */
static struct rect link_cells(const struct view *view, struct rect line)
{
	const struct row *row = view_row(view);
	struct ref target = view_target(view);
	int link = -1, col = 0, from = -1, to = 0, count = 0;

	for (int i = 0; i < row->run_count; i++) {
		bool is_link = !ref_is_none(row->runs[i].target);
		bool starts = is_link && (i == 0 || !ref_equal(row->runs[i].target,
							       row->runs[i - 1].target));

		link += starts;
		count += starts;
		if (is_link && link == view->link &&
		    ref_equal(row->runs[i].target, target)) {
			from = from < 0 ? col : from;
			to = col + cell_width(row->runs[i].text);
		}
		col += cell_width(row->runs[i].text);
	}
	if (from < 0 || count < 2 || from >= line.cols)
		return line;
	return (struct rect){ line.row, line.col + from, 1,
			      to > line.cols ? line.cols - from : to - from };
}

/* In the margin a sign, and with the focus the row, or of several links the one. */
static void draw_cursor(const struct view *view, struct canvas *canvas, struct rect line,
			const struct view_look *look)
{
	struct pen margin = { canvas, { line.row, line.col - 1, 1, 1 }, 0, 0 };
	struct rect cells = link_cells(view, line);

	pen_text(&margin, canvas->ascii ? ">" : "▸",
		 look->has_focus ? ROLE_KEY : ROLE_DIM);
	if (!look->has_focus)
		return;
	canvas_role(canvas, cells, ROLE_SELECTED);
	canvas->cursor_row = line.row;
	canvas->cursor_col = cells.col;
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
		if (view->top + i == view->cursor && row->is_stop)
			draw_cursor(view, canvas, line, look);
		if (look->needle)
			draw_matches(canvas, line, row, look->needle);
	}
}
