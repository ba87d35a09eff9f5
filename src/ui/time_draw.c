#include "config.h"

#include <stdio.h>

#include "list_draw.h"
#include "model/when.h"
#include "row.h"
#include "state.h"
#include "time_cursor.h"
#include "time_unit.h"

/* Rows that the axis needs to have two, and the least with an axis at all. */
enum { ROWS_WITH_TWO = 8, ROWS_WITH_AXIS = 4 };

struct time_areas time_areas(struct rect area)
{
	struct time_areas areas = { area, area, area };
	int axis = area.rows >= ROWS_WITH_TWO ? 2 : area.rows >= 2;
	int foot = area.rows >= ROWS_WITH_TWO || area.rows < ROWS_WITH_AXIS;

	areas.axis.rows = axis;
	areas.body.row += axis;
	areas.body.rows = area.rows >= ROWS_WITH_AXIS ? area.rows - axis - foot : 0;
	areas.foot.row += area.rows - foot;
	areas.foot.rows = foot;
	return areas;
}

/* What is drawn, and where. */
struct drawing {
	const struct ui *ui;
	const struct time_view *view;
	struct canvas *canvas;
	struct time_areas areas;
	struct axis_marks marks;
	struct arena *arena;
};

static struct rect row_of(struct rect area, int row)
{
	return (struct rect){ area.row + row, area.col, 1, area.cols };
}

static bool is_selected(const struct drawing *drawing, const struct time_placed *placed)
{
	const struct time_view *view = drawing->view;

	return drawing->ui->list.count &&
	       view->index.items[placed->item].item == drawing->ui->cursor;
}

/* --- The axis ------------------------------------------------------------------------
 */

static struct time_cursor cursor_of(const struct drawing *drawing)
{
	const struct time_view *view = drawing->view;
	const struct when *when = time_when(drawing->ui);
	struct time_cursor cursor = { .role = ROLE_DATE };
	struct time_days known = { 0, 0 };
	struct buf date = BUF_INIT;
	bool is_hollow = !ui_is_selected(drawing->ui);

	when_short(when, drawing->ui->dates, &date);
	time_known(&when->extent, &known);
	cursor.date = arena_strdup(drawing->arena, date.bytes);
	cursor.role = when->supplied ? ROLE_SUPPLIED : ROLE_DATE;
	cursor.sign = drawing->canvas->ascii ? "v" : is_hollow ? "▽" : "▼";
	cursor.col = axis_column(&view->axis, known.first) - view->left;
	buf_release(&date);
	return cursor;
}

static void draw_marks(const struct drawing *drawing)
{
	struct rect line = row_of(drawing->areas.axis, 0), rule = row_of(line, 1);
	struct canvas *canvas = drawing->canvas;
	bool has_rule = drawing->areas.axis.rows > 1;

	if (has_rule)
		canvas_rule(canvas, rule, 0, ROLE_BORDER);
	for (int i = 0; i < drawing->marks.count; i++) {
		const struct axis_mark *mark = &drawing->marks.at[i];
		int width = drawing->view->axis.fold_width;
		const char *label = mark->label;

		if (mark->is_fold && width > cell_width(label)) {
			pen_text(&(struct pen){ canvas, line, 0,
						mark->col +
							fold_margin(&drawing->view->axis,
								    label) },
				 label, ROLE_POSSIBLE);
		} else if (!mark->is_fold) {
			pen_text(&(struct pen){ canvas, line, 0, mark->col }, label,
				 ROLE_STATUS);
		}
		for (int col = 0; has_rule && mark->is_fold && col < width; col++)
			pen_text(&(struct pen){ canvas, rule, 0, mark->col + col },
				 canvas->ascii ? "." : "┄", ROLE_BORDER);
		if (has_rule && !mark->is_fold)
			pen_text(&(struct pen){ canvas, rule, 0, mark->col },
				 canvas->ascii ? "+" : "┬", ROLE_BORDER);
	}
}

/* The columns of the brush, those at the edges of the window included; false: none. */
static bool brush_columns(const struct drawing *drawing, int *from, int *to)
{
	const struct time_view *view = drawing->view;
	struct time_days days = brush_days(&view->brush);
	int64_t first = axis_column(&view->axis, days.first) - view->left;
	int64_t last = axis_column(&view->axis, days.last) - view->left;
	int cols = drawing->areas.axis.cols;

	if (!view->brush.is_on || first >= cols || last < 0)
		return false;
	*from = first < 0 ? 0 : (int)first;
	*to = last >= cols ? cols - 1 : (int)last;
	return true;
}

static void draw_axis(const struct drawing *drawing)
{
	struct rect axis = drawing->areas.axis;
	struct rect line = row_of(axis, axis.rows > 1);
	int from, to;

	if (!axis.rows)
		return;
	draw_marks(drawing);
	if (time_when(drawing->ui)) {
		struct time_cursor cursor = cursor_of(drawing);

		cursor_draw(&cursor, drawing->canvas, line);
	}
	if (brush_columns(drawing, &from, &to))
		canvas_role(drawing->canvas,
			    (struct rect){ axis.row, axis.col + from, axis.rows,
					   to - from + 1 },
			    ROLE_SELECTED);
}

/* --- The body ------------------------------------------------------------------------
 */

static void draw_grid(const struct drawing *drawing)
{
	const char *line = drawing->canvas->ascii ? ":" : "┊";
	int from, to;

	for (int row = 0; row < drawing->areas.body.rows; row++) {
		struct rect area = row_of(drawing->areas.body, row);

		for (int i = 0; i < drawing->marks.count; i++)
			if (!drawing->marks.at[i].is_fold)
				pen_text(&(struct pen){ drawing->canvas, area, 0,
							drawing->marks.at[i].col },
					 line, ROLE_BORDER);
		if (!brush_columns(drawing, &from, &to))
			continue;
		line = drawing->canvas->ascii ? "|" : "│";
		pen_text(&(struct pen){ drawing->canvas, area, 0, from }, line, ROLE_KEY);
		pen_text(&(struct pen){ drawing->canvas, area, 0, to }, line, ROLE_KEY);
		line = drawing->canvas->ascii ? ":" : "┊";
	}
}

/* A thread has its digit, as in the tabs. */
static const char *lane_title(const struct drawing *drawing, int i)
{
	const struct time_index *index = &drawing->view->index;
	const struct time_lane *lane = &index->lanes[i];
	int threads = drawing->ui->world.dossier->counts[KIND_THREAD];

	if (index->by != LANES_THREAD || lane->key >= threads ||
	    lane->key >= TAB_COUNT - 1)
		return lane->title;
	return arena_printf(drawing->arena, "%d %s", lane->key + 1, lane->title);
}

/* "3 K2 and the SCO · 36 ─────── ◂ 3 ─ 5 ▸": how many lie before the window, and after.
 */
static void draw_heading(const struct drawing *drawing, int lane, struct rect line)
{
	const struct time_seen *seen = &drawing->view->seen;
	const struct lane_counts *counts = &seen->counts[lane - seen->first];
	struct canvas *canvas = drawing->canvas;
	struct arena *arena = drawing->arena;
	const char *before = "", *after = "";
	bool ascii = canvas->ascii;

	if (counts->before)
		before =
			arena_printf(arena, " %s %d ", ascii ? "<" : "◂", counts->before);
	if (counts->after)
		after = arena_printf(arena, " %d %s ", counts->after, ascii ? ">" : "▸");
	int width = cell_width(before) + cell_width(after);
	const char *title =
		text_cut(arena, lane_title(drawing, lane), line.cols - width - 8, ascii);

	canvas_fill(canvas, line, ROLE_PLAIN);
	canvas_rule(canvas, line, 0, ROLE_BORDER);
	struct pen pen = { canvas, line, 0, 0 };

	pen_text(&pen, title, lane == drawing->view->lane ? ROLE_TITLE : ROLE_HEADING);
	pen_text(&pen,
		 arena_printf(arena, " %s %d ", ascii ? "-" : "·",
			      drawing->view->index.lanes[lane].count),
		 ROLE_STATUS);
	if (pen.col + width + 2 > line.cols)
		return;
	pen.col = line.cols - width - 1;
	pen_text(&pen, before, ROLE_STATUS);
	pen_text(&pen, after, ROLE_STATUS);
}

static void draw_bins(const struct drawing *drawing, int lane, struct rect line)
{
	const struct time_seen *seen = &drawing->view->seen;
	const int *bins = &seen->bins[(lane - seen->first) * drawing->view->cols];

	for (int col = 0; col < line.cols && col < drawing->view->cols; col++)
		if (bins[col])
			pen_text(
				&(struct pen){ drawing->canvas, line, 0, col },
				count_sign(bins[col], seen->most, drawing->canvas->ascii),
				ROLE_DATE);
}

static void draw_lanes(const struct drawing *drawing)
{
	const struct time_picture *picture = &drawing->view->picture;
	const struct time_seen *seen = &drawing->view->seen;
	struct rect body = drawing->areas.body;

	for (int i = seen->first; i < seen->first + seen->count; i++) {
		int row = picture_top(picture, i) - drawing->view->top;
		int bins = row + picture->has_headings;

		/* The heading of the first lane stays in sight. */
		if (picture->has_headings && row < body.rows)
			draw_heading(drawing, i, row_of(body, row < 0 ? 0 : row));
		if (picture->is_dense && bins >= 0 && bins < body.rows)
			draw_bins(drawing, i, row_of(body, bins));
	}
}

/* With blanks around it, which no bar comes into. */
static void draw_title(const struct drawing *drawing, const struct time_placed *placed,
		       struct rect line, enum role role)
{
	const char *title = text_cut(drawing->arena, placed->title, placed->title_width,
				     drawing->ui->ascii);
	struct pen pen = { drawing->canvas, line, 0, placed->title_col };

	pen_text(&pen, title, role);
	pen_text(&pen, " ", ROLE_PLAIN);
	pen.col = placed->title_col - 1;
	if (pen.col >= 0)
		pen_text(&pen, " ", ROLE_PLAIN);
}

static void draw_placed(const struct drawing *drawing, const struct time_placed *placed,
			struct rect line)
{
	const struct time_view *view = drawing->view;
	const struct ui *ui = drawing->ui;
	int item = view->index.items[placed->item].item;
	bool is_here = is_selected(drawing, placed);
	bool is_possible = ui->list.items[item].truth != TRUTH_YES;
	enum role role = placed->bar.is_supplied ? ROLE_SUPPLIED : ROLE_DATE;
	enum role words = is_possible ? ROLE_POSSIBLE : ROLE_PLAIN;

	if (is_here)
		words = ui->at.focus == SLOT_TIME && placed->lane == view->lane
				? ROLE_SELECTED
				: ROLE_SELECTED_DIM;
	if (is_here || is_possible)
		role = is_here ? ROLE_TITLE : ROLE_POSSIBLE;
	bar_draw(&placed->bar, &(struct axis_part){ &view->axis, view->left, line, 1, 0 },
		 drawing->canvas, role);
	if (placed->title)
		draw_title(drawing, placed, line, words);
	if (!is_here || placed->lane != view->lane)
		return;
	if (!placed->title)
		canvas_role(drawing->canvas,
			    (struct rect){ line.row, line.col + placed->from, 1,
					   placed->to - placed->from + 1 },
			    words);
	if (ui->at.focus == SLOT_TIME) {
		drawing->canvas->cursor_row = line.row;
		drawing->canvas->cursor_col =
			line.col + (placed->title ? placed->title_col : placed->from);
	}
}

static void draw_body(const struct drawing *drawing)
{
	const struct time_view *view = drawing->view;
	const struct time_picture *picture = &view->picture;

	draw_grid(drawing);
	for (int i = 0; i < picture->count; i++) {
		int row = picture->placed[i].row - view->top;

		if (row >= 0 && row < drawing->areas.body.rows)
			draw_placed(drawing, &picture->placed[i],
				    row_of(drawing->areas.body, row));
	}
	draw_lanes(drawing);
}

/* --- The line below -------------------------------------------------------------------
 */

static void draw_foot(const struct drawing *drawing)
{
	const struct ui *ui = drawing->ui;
	const struct when *when = time_when(ui);
	struct rect foot = drawing->areas.foot;
	struct buf date = BUF_INIT;

	if (!foot.rows)
		return;
	if (when && drawing->areas.axis.rows)
		when_words(when, ui->dates, &date);
	else if (!when && !ref_is_none(ui->at.shown))
		buf_str(&date, "no date");
	const char *title = ui_title(ui, ui->at.shown, drawing->arena);
	const char *legend = bar_legend(
		foot.cols - cell_width(date.bytes) - cell_width(title) - 5, ui->ascii);

	struct pen pen = { drawing->canvas, foot, 0, 0 };

	pen_text(&pen, date.bytes, when && when->supplied ? ROLE_SUPPLIED : ROLE_DATE);
	pen.col += pen.col ? 2 : 0;
	pen_text(&pen, text_cut(drawing->arena, title, foot.cols - pen.col, ui->ascii),
		 ROLE_PLAIN);
	if (*legend)
		pen_text(&(struct pen){ drawing->canvas, foot, 0,
					foot.cols - cell_width(legend) },
			 legend, ROLE_HINT);
	buf_release(&date);
}

static void draw_nothing(const struct drawing *drawing)
{
	pen_text(&(struct pen){ drawing->canvas, drawing->areas.body, 0, 0 },
		 drawing->ui->list.count
			 ? "These records have no dates; v e lists the events."
			 : "There is nothing to show.",
		 ROLE_DIM);
}

void time_draw(const struct ui *ui, struct canvas *canvas, struct rect area)
{
	struct arena arena = { 0 };
	struct drawing drawing = { .ui = ui,
				   .view = &ui->time,
				   .canvas = canvas,
				   .areas = time_areas(area),
				   .arena = &arena };

	if (area.rows < 1 || area.cols < 1)
		return;
	if (ui->time.index.count) {
		drawing.marks = axis_marks(
			&(struct axis_part){ &ui->time.axis, ui->time.left,
					     row_of(drawing.areas.axis, 0), 1, 0 },
			&arena);
		draw_axis(&drawing);
		draw_body(&drawing);
	} else {
		draw_nothing(&drawing);
	}
	draw_foot(&drawing);
	arena_clear(&arena);
}
