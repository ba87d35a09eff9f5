#include "config.h"

#include <string.h>

#include "bars.h"
#include "time_cursor.h"

/* One blank on either side of the strip. */
enum { MARGIN = 1 };

/* Cells of the whole strip for its columns. */
static int room_of(const struct strip *strip)
{
	int cols = strip->cols - 2 * MARGIN - strip->kept;

	return cols < 1 ? 1 : cols;
}

static bool is_inline(const struct strip *strip)
{
	return strip->rows == 1;
}

/* The width of what is written between the columns up to this one. */
static int labels_before(const struct strip *strip, int64_t col)
{
	int width = 0;

	for (int i = 0; strip->has_labels && i < strip->marks.count; i++)
		if (!strip->marks.at[i].is_fold && strip->marks.at[i].col <= col)
			width += cell_width(strip->marks.at[i].label) + 2;
	return width;
}

/* Of the date that is written behind the cursor's column. */
static int date_before(const struct strip *strip, int64_t col)
{
	if (!is_inline(strip) || !*strip->date || strip->cursor.from >= col)
		return 0;
	return cell_width(strip->date) + 2;
}

struct strip_cells strip_cells(const struct strip *strip, int64_t col)
{
	int64_t room = room_of(strip), width = strip->axis.width;
	int before = MARGIN + labels_before(strip, col) + date_before(strip, col);

	return (struct strip_cells){ before + (int)(col * room / width),
				     before + (int)((col + 1) * room / width) };
}

/* --- Signs ----------------------------------------------------------------------- */

static const char *bin_sign(const struct strip *strip, const struct strip_bin *bin,
			    bool ascii)
{
	static const char *const shades[] = { "░", "▒", "▓" };
	int level = strip->most > 1 ? (bin->listed - 1) * 2 / (strip->most - 1) : 1;

	if (bin->listed && (bin->stated || ascii))
		return bin->stated ? count_sign(bin->listed, strip->most, ascii) : "=";
	if (bin->listed)
		return shades[level];
	if (bin->vague)
		return ascii ? "~" : "·";
	return !bin->all ? " " : ascii ? "_" : "─";
}

static enum role bin_role(const struct strip_bin *bin)
{
	if (bin->listed)
		return bin->stated ? ROLE_DATE : ROLE_SUPPLIED;
	return bin->vague ? ROLE_POSSIBLE : ROLE_BORDER;
}

static bool is_here(const struct strip *strip, int64_t col)
{
	return strip->has_date && col >= strip->cursor.from && col <= strip->cursor.to;
}

static void draw_fold(const struct strip *strip, struct canvas *canvas, struct rect line,
		      const struct axis_mark *mark)
{
	int from = strip_cells(strip, mark->col).from;
	int to = strip_cells(strip, mark->col + strip->axis.fold_width - 1).to;
	int width = cell_width(mark->label);

	for (int col = from; col < to; col++)
		pen_text(&(struct pen){ canvas, line, 0, col }, canvas->ascii ? "." : "┄",
			 ROLE_BORDER);
	if (width + 4 <= to - from) {
		int col = from + (to - from - width) / 2;

		struct pen pen = { canvas, line, 0, col - 1 };

		pen_text(&pen, " ", ROLE_PLAIN);
		pen_text(&pen, mark->label, ROLE_STATUS);
		pen_text(&pen, " ", ROLE_PLAIN);
	}
}

static void draw_bins(const struct strip *strip, struct canvas *canvas, struct rect line)
{
	struct time_days days;

	for (int64_t col = 0; col < strip->axis.width; col++) {
		const struct strip_bin *bin = &strip->bins[col];
		struct strip_cells cells = strip_cells(strip, col);

		if (!axis_days(&strip->axis, col, &days))
			continue;
		for (int cell = cells.from; cell < cells.to; cell++)
			pen_text(&(struct pen){ canvas, line, 0, cell },
				 bin_sign(strip, bin, canvas->ascii),
				 is_here(strip, col) ? ROLE_TITLE : bin_role(bin));
	}
	for (int i = 0; i < strip->marks.count; i++)
		if (strip->marks.at[i].is_fold)
			draw_fold(strip, canvas, line, &strip->marks.at[i]);
}

/* --- In one row, and in two ----------------------------------------------------------
 */

/* The labels and the date stand between the columns. */
static void draw_inline(const struct strip *strip, struct canvas *canvas,
			struct rect line)
{
	enum role role = strip->cursor.is_supplied ? ROLE_SUPPLIED : ROLE_DATE;
	int64_t at = strip->cursor.from;

	for (int i = 0; strip->has_labels && i < strip->marks.count; i++) {
		const struct axis_mark *mark = &strip->marks.at[i];

		if (mark->is_fold)
			continue;
		int col = strip_cells(strip, mark->col).from;

		pen_text(&(struct pen){ canvas, line, 0,
					col - cell_width(mark->label) - 1 },
			 mark->label, ROLE_STATUS);
	}
	if (!*strip->date)
		return;
	int col = at < 0 ? MARGIN : strip_cells(strip, at).to;

	if (at >= strip->axis.width)
		col = line.cols - MARGIN - cell_width(strip->date) - 1;
	struct pen pen = { canvas, line, 0, col };

	pen_text(&pen, canvas->ascii ? "<" : "◂", ROLE_KEY);
	pen_text(&pen, strip->date, role);
}

/* An axis below the columns, on which the date stands. */
static void draw_below(const struct strip *strip, struct canvas *canvas, struct rect line)
{
	struct rect inner = { line.row, line.col + MARGIN, 1, line.cols - 2 * MARGIN };
	struct time_cursor cursor = { .col = strip->cursor.from,
				      .sign = canvas->ascii ? "^" : "▲",
				      .date = strip->date,
				      .role = strip->cursor.is_supplied ? ROLE_SUPPLIED
									: ROLE_DATE };
	int from = 1, to = 0;

	if (strip->has_date) {
		if (cursor.col >= 0)
			cursor.col = strip_cells(strip, cursor.col).from - MARGIN;
		cursor_columns(&cursor, inner.cols, &from, &to);
	}
	for (int i = 0; i < strip->marks.count; i++) {
		const struct axis_mark *mark = &strip->marks.at[i];
		int col = strip_cells(strip, mark->col).from - MARGIN;
		int end = col + cell_width(mark->label);

		if (!mark->is_fold && end <= inner.cols && (end < from || col > to))
			pen_text(&(struct pen){ canvas, inner, 0, col }, mark->label,
				 ROLE_STATUS);
	}
	if (strip->has_date)
		cursor_draw(&cursor, canvas, inner);
}

void bars_timeline(const struct ui *ui, struct canvas *canvas)
{
	const struct strip *strip = &ui->strip;
	struct rect line = ui->layout.timeline;

	if (!line.rows || !strip->axis.width)
		return;
	struct rect top = { line.row, line.col, 1, line.cols };
	struct rect below = { line.row + 1, line.col, 1, line.cols };

	draw_bins(strip, canvas, top);
	if (is_inline(strip))
		draw_inline(strip, canvas, top);
	else
		draw_below(strip, canvas, below);
}
