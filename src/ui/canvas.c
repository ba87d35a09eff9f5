#include "config.h"

#include "canvas.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"

/* From the first to before the last; sums of a rect's ints need more than int. */
struct range {
	long long from, to;
};

static struct range range_clip(long long from, long long count, long long limit)
{
	long long to = from + count;

	return (struct range){ from < 0 ? 0 : from, to > limit ? limit : to };
}

static bool range_has(struct range range, long long at)
{
	return at >= range.from && at < range.to;
}

static struct cell *cell_at(const struct canvas *canvas, long long row, long long col)
{
	return &canvas->cells[row * canvas->cols + col];
}

static void cell_blank(struct cell *cell)
{
	strcpy(cell->text, " ");
}

/* Write a cell; a wide glyph that it was half of loses its other half. */
static void cell_set(struct canvas *canvas, long long row, long long col,
		     const char *text, enum role role)
{
	struct cell *cell = cell_at(canvas, row, col);

	if (!cell->text[0] && col > 0)
		cell_blank(cell - 1);
	if (col + 1 < canvas->cols && !cell[1].text[0])
		cell_blank(cell + 1);
	snprintf(cell->text, sizeof cell->text, "%s", text);
	cell->role = role;
}

/* Write a glyph at `col`, as far as it lies within `cols`. */
static void glyph_set(struct canvas *canvas, long long row, long long col,
		      struct range cols, const struct glyph *glyph, enum role role)
{
	bool whole = range_has(cols, col) && range_has(cols, col + glyph->width - 1);
	char ascii[2];

	for (int i = 0; i < glyph->width; i++) {
		const char *text = " ";

		if (whole && i == 0)
			text = canvas->ascii ? cell_ascii(glyph, ascii) : glyph->text;
		else if (whole && !canvas->ascii)
			text = "";
		if (range_has(cols, col + i))
			cell_set(canvas, row, col + i, text, role);
	}
}

void canvas_init(struct canvas *canvas, int rows, int cols)
{
	rows = rows < 1 ? 1 : rows > CANVAS_MAX_ROWS ? CANVAS_MAX_ROWS : rows;
	cols = cols < 1 ? 1 : cols > CANVAS_MAX_COLS ? CANVAS_MAX_COLS : cols;
	*canvas = (struct canvas){ .rows = rows, .cols = cols };
	canvas->cells = calloc((size_t)rows * (size_t)cols, sizeof *canvas->cells);
	if (!canvas->cells)
		fail_memory();
	canvas_clear(canvas);
}

void canvas_release(struct canvas *canvas)
{
	free(canvas->cells);
	*canvas = (struct canvas){ 0 };
}

void canvas_clear(struct canvas *canvas)
{
	canvas->cursor_row = canvas->cursor_col = -1;
	for (int i = 0; i < canvas->rows * canvas->cols; i++) {
		cell_blank(&canvas->cells[i]);
		canvas->cells[i].role = ROLE_PLAIN;
	}
}

struct rect canvas_all(const struct canvas *canvas)
{
	return (struct rect){ 0, 0, canvas->rows, canvas->cols };
}

int canvas_text(struct canvas *canvas, struct rect area, int row, int col,
		const char *text, enum role role)
{
	return canvas_textn(canvas, area, row, col, text, strlen(text), role);
}

int canvas_textn(struct canvas *canvas, struct rect area, int row, int col,
		 const char *text, size_t len, enum role role)
{
	struct range rows = range_clip(area.row, area.rows, canvas->rows);
	struct range cols = range_clip(area.col, area.cols, canvas->cols);
	long long at_row = (long long)area.row + row, at = (long long)area.col + col;
	struct glyph glyph;
	size_t taken;

	while (at < cols.to && (taken = cell_next(text, len, &glyph)) > 0) {
		if (row >= 0 && range_has(rows, at_row))
			glyph_set(canvas, at_row, at, cols, &glyph, role);
		at += glyph.width;
		text += taken;
		len -= taken;
	}
	at -= area.col;
	return at > area.cols ? area.cols : (int)at;
}

void canvas_fill(struct canvas *canvas, struct rect area, enum role role)
{
	struct range rows = range_clip(area.row, area.rows, canvas->rows);
	struct range cols = range_clip(area.col, area.cols, canvas->cols);

	for (long long row = rows.from; row < rows.to; row++)
		for (long long col = cols.from; col < cols.to; col++)
			cell_set(canvas, row, col, " ", role);
}

void canvas_role(struct canvas *canvas, struct rect area, enum role role)
{
	struct range rows = range_clip(area.row, area.rows, canvas->rows);
	struct range cols = range_clip(area.col, area.cols, canvas->cols);

	for (long long row = rows.from; row < rows.to; row++)
		for (long long col = cols.from; col < cols.to; col++)
			cell_at(canvas, row, col)->role = role;
}

/* The same glyph over the cells of `area`. */
static void line(struct canvas *canvas, struct rect area, const char *text,
		 const char *ascii, enum role role)
{
	struct range rows = range_clip(area.row, area.rows, canvas->rows);
	struct range cols = range_clip(area.col, area.cols, canvas->cols);

	for (long long row = rows.from; row < rows.to; row++)
		for (long long col = cols.from; col < cols.to; col++)
			cell_set(canvas, row, col, canvas->ascii ? ascii : text, role);
}

void canvas_rule(struct canvas *canvas, struct rect area, int row, enum role role)
{
	if (row >= 0 && row < area.rows && area.row <= INT_MAX - row)
		line(canvas, (struct rect){ area.row + row, area.col, 1, area.cols }, "─",
		     "-", role);
}

static void box_lines(struct canvas *canvas, struct rect area, enum role role)
{
	int bottom = area.row + area.rows - 1, right = area.col + area.cols - 1;

	line(canvas, (struct rect){ area.row, area.col, 1, area.cols }, "─", "-", role);
	line(canvas, (struct rect){ bottom, area.col, 1, area.cols }, "─", "-", role);
	line(canvas, (struct rect){ area.row, area.col, area.rows, 1 }, "│", "|", role);
	line(canvas, (struct rect){ area.row, right, area.rows, 1 }, "│", "|", role);
	line(canvas, (struct rect){ area.row, area.col, 1, 1 }, "┌", "+", role);
	line(canvas, (struct rect){ area.row, right, 1, 1 }, "┐", "+", role);
	line(canvas, (struct rect){ bottom, area.col, 1, 1 }, "└", "+", role);
	line(canvas, (struct rect){ bottom, right, 1, 1 }, "┘", "+", role);
}

void canvas_box(struct canvas *canvas, struct rect area, const char *title,
		const char *note, enum role lines, enum role words)
{
	int col = 0, width = note ? cell_width(note) : 0;

	/* Far ends are never seen, but they must not overflow. */
	if (area.row > 0 && area.rows > INT_MAX - area.row)
		area.rows = INT_MAX - area.row;
	if (area.col > 0 && area.cols > INT_MAX - area.col)
		area.cols = INT_MAX - area.col;
	if (area.rows < 1 || area.cols < 1)
		return;
	box_lines(canvas, area, lines);
	struct rect top = { area.row, area.col + 1, 1, area.cols - 3 };

	if (title && top.cols > 2) {
		col = canvas_text(canvas, top, 0, 0, " ", lines);
		col = canvas_text(canvas, top, 0, col, title, words);
		col = canvas_text(canvas, top, 0, col, " ", lines);
	}
	if (note && col + width + 3 <= top.cols) {
		col = canvas_text(canvas, top, 0, top.cols - width - 2, " ", lines);
		col = canvas_text(canvas, top, 0, col, note, words);
		canvas_text(canvas, top, 0, col, " ", lines);
	}
}

void canvas_foot(struct canvas *canvas, struct rect area, const char *text,
		 enum role role)
{
	int width = cell_width(text), col = area.cols - width - 4;

	if (area.rows < 2 || col < 2)
		return;
	col = canvas_text(canvas, area, area.rows - 1, col, " ", role);
	col = canvas_text(canvas, area, area.rows - 1, col, text, role);
	canvas_text(canvas, area, area.rows - 1, col, " ", role);
}

const char *canvas_at(const struct canvas *canvas, int row, int col)
{
	assert(row >= 0 && row < canvas->rows && col >= 0 && col < canvas->cols);
	return canvas->cells[row * canvas->cols + col].text;
}

static void dump_text(const struct canvas *canvas, int row, FILE *out)
{
	int last = canvas->cols;

	while (last > 0 && !strcmp(cell_at(canvas, row, last - 1)->text, " "))
		last--;
	for (int col = 0; col < last; col++)
		fputs(cell_at(canvas, row, col)->text, out);
	putc('\n', out);
}

static void dump_roles(const struct canvas *canvas, int row, FILE *out)
{
	int last = canvas->cols;

	while (last > 0 && cell_at(canvas, row, last - 1)->role == ROLE_PLAIN)
		last--;
	for (int col = 0; col < last; col++)
		putc(theme[cell_at(canvas, row, col)->role].letter, out);
	putc('\n', out);
}

void canvas_dump(const struct canvas *canvas, FILE *out, bool roles)
{
	for (int row = 0; row < canvas->rows; row++)
		dump_text(canvas, row, out);
	if (!roles)
		return;
	fputs("--\n", out);
	for (int row = 0; row < canvas->rows; row++)
		dump_roles(canvas, row, out);
}
