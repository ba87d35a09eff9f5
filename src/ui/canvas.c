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

/* One row of cells, from the first to before the last that may be written. */
struct strip {
	struct canvas *canvas;
	long long row;
	struct range cols;
	enum role role;
	bool is_start; /* what is written next begins a text */
};

/* Write a cell; a wide glyph that it was half of loses its other half. */
static void strip_set(const struct strip *strip, long long col, const char *text)
{
	struct cell *cell = cell_at(strip->canvas, strip->row, col);

	if (!cell->text[0] && col > 0)
		cell_blank(cell - 1);
	if (col + 1 < strip->canvas->cols && !cell[1].text[0])
		cell_blank(cell + 1);
	snprintf(cell->text, sizeof cell->text, "%s", text);
	cell->role = strip->role;
	cell->is_start = strip->is_start && *text;
}

/* Write a glyph at `col`, as far as it lies within the strip. */
static void strip_glyph(const struct strip *strip, long long col,
			const struct glyph *glyph)
{
	bool whole = range_has(strip->cols, col) &&
		     range_has(strip->cols, col + glyph->width - 1);
	bool ascii = strip->canvas->ascii;
	char substitute[2];

	for (int i = 0; i < glyph->width; i++) {
		const char *text = " ";

		if (whole && i == 0)
			text = ascii ? cell_ascii(glyph, substitute) : glyph->text;
		else if (whole && !ascii)
			text = "";
		if (range_has(strip->cols, col + i))
			strip_set(strip, col + i, text);
	}
}

/* The same text in each cell of `area`. */
static void repeat(struct canvas *canvas, struct rect area, const char *text,
		   enum role role)
{
	struct range rows = range_clip(area.row, area.rows, canvas->rows);
	struct strip strip = {
		.canvas = canvas,
		.cols = range_clip(area.col, area.cols, canvas->cols),
		.role = role,
		.is_start = true,
	};

	for (strip.row = rows.from; strip.row < rows.to; strip.row++)
		for (long long col = strip.cols.from; col < strip.cols.to; col++)
			strip_set(&strip, col, text);
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
	canvas->text_end = -1;
	for (int i = 0; i < canvas->rows * canvas->cols; i++) {
		cell_blank(&canvas->cells[i]);
		canvas->cells[i].role = ROLE_PLAIN;
		canvas->cells[i].is_start = true;
		canvas->cells[i].spot = (struct spot){ SPOT_NONE, 0 };
	}
}

struct rect canvas_all(const struct canvas *canvas)
{
	return (struct rect){ 0, 0, canvas->rows, canvas->cols };
}

void pen_text(struct pen *pen, const char *text, enum role role)
{
	pen_textn(pen, text, strlen(text), role);
}

void pen_textn(struct pen *pen, const char *text, size_t len, enum role role)
{
	struct canvas *canvas = pen->canvas;
	const struct rect *area = &pen->area;
	struct range rows = range_clip(area->row, area->rows, canvas->rows);
	struct strip strip = {
		.canvas = canvas,
		.row = (long long)area->row + pen->row,
		.cols = range_clip(area->col, area->cols, canvas->cols),
		.role = role,
	};
	long long at = (long long)area->col + pen->col, line = strip.row * canvas->cols;
	struct glyph glyph;
	size_t taken;

	strip.is_start = line + at != canvas->text_end;

	while (at < strip.cols.to && (taken = cell_next(text, len, &glyph)) > 0) {
		if (pen->row >= 0 && range_has(rows, strip.row))
			strip_glyph(&strip, at, &glyph);
		at += glyph.width;
		strip.is_start = strip.is_start && at <= strip.cols.from;
		text += taken;
		len -= taken;
	}
	canvas->text_end = line + at;
	at -= area->col;
	pen->col = at > area->cols ? area->cols : (int)at;
}

void canvas_fill(struct canvas *canvas, struct rect area, enum role role)
{
	repeat(canvas, area, " ", role);
	canvas_spot(canvas, area, (struct spot){ SPOT_NONE, 0 });
}

void canvas_spot(struct canvas *canvas, struct rect area, struct spot spot)
{
	struct range rows = range_clip(area.row, area.rows, canvas->rows);
	struct range cols = range_clip(area.col, area.cols, canvas->cols);

	for (long long row = rows.from; row < rows.to; row++)
		for (long long col = cols.from; col < cols.to; col++)
			cell_at(canvas, row, col)->spot = spot;
}

void pen_spot(const struct pen *pen, int from, struct spot spot)
{
	struct rect cells = { pen->area.row + pen->row, pen->area.col + from, 1,
			      pen->col - from };

	canvas_spot(pen->canvas, cells, spot);
}

void canvas_role(struct canvas *canvas, struct rect area, enum role role)
{
	struct range rows = range_clip(area.row, area.rows, canvas->rows);
	struct range cols = range_clip(area.col, area.cols, canvas->cols);

	for (long long row = rows.from; row < rows.to; row++)
		for (long long col = cols.from; col < cols.to; col++)
			cell_at(canvas, row, col)->role = role;
}

/* The pieces of frames, and what stands for them in ASCII. */
enum piece { ACROSS, DOWN, TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT };

static void line(struct canvas *canvas, struct rect area, enum piece piece,
		 enum role role)
{
	static const char *const signs[][2] = {
		[ACROSS] = { "─", "-" },      [DOWN] = { "│", "|" },
		[TOP_LEFT] = { "┌", "+" },    [TOP_RIGHT] = { "┐", "+" },
		[BOTTOM_LEFT] = { "└", "+" }, [BOTTOM_RIGHT] = { "┘", "+" },
	};

	repeat(canvas, area, signs[piece][canvas->ascii], role);
}

void canvas_rule(struct canvas *canvas, struct rect area, int row, enum role role)
{
	if (row >= 0 && row < area.rows && area.row <= INT_MAX - row)
		line(canvas, (struct rect){ area.row + row, area.col, 1, area.cols },
		     ACROSS, role);
}

static void box_lines(struct canvas *canvas, struct rect area, enum role role)
{
	int bottom = area.row + area.rows - 1, right = area.col + area.cols - 1;
	const struct {
		struct rect at;
		enum piece piece;
	} lines[] = {
		{ { area.row, area.col, 1, area.cols }, ACROSS },
		{ { bottom, area.col, 1, area.cols }, ACROSS },
		{ { area.row, area.col, area.rows, 1 }, DOWN },
		{ { area.row, right, area.rows, 1 }, DOWN },
		{ { area.row, area.col, 1, 1 }, TOP_LEFT },
		{ { area.row, right, 1, 1 }, TOP_RIGHT },
		{ { bottom, area.col, 1, 1 }, BOTTOM_LEFT },
		{ { bottom, right, 1, 1 }, BOTTOM_RIGHT },
	};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		line(canvas, lines[i].at, lines[i].piece, role);
}

/* A text on the line of a frame, with a blank on both sides. */
static void pen_label(struct pen *pen, const char *text, const struct frame *frame)
{
	pen_text(pen, " ", frame->lines);
	pen_text(pen, text, frame->words);
	pen_text(pen, " ", frame->lines);
}

void canvas_box(struct canvas *canvas, struct rect area, const struct frame *frame)
{
	int width = frame->note ? cell_width(frame->note) : 0;

	/* Far ends are never seen, but they must not overflow. */
	if (area.row > 0 && area.rows > INT_MAX - area.row)
		area.rows = INT_MAX - area.row;
	if (area.col > 0 && area.cols > INT_MAX - area.col)
		area.cols = INT_MAX - area.col;
	if (area.rows < 1 || area.cols < 1)
		return;
	box_lines(canvas, area, frame->lines);
	struct pen pen = { canvas, { area.row, area.col + 1, 1, area.cols - 3 }, 0, 0 };

	if (frame->title && pen.area.cols > 2)
		pen_label(&pen, frame->title, frame);
	if (frame->note && pen.col + width + 3 <= pen.area.cols) {
		pen.col = pen.area.cols - width - 2;
		pen_label(&pen, frame->note, frame);
	}
}

void canvas_foot(struct canvas *canvas, struct rect area, const char *text,
		 enum role role)
{
	struct frame frame = { .lines = role, .words = role };
	int width = cell_width(text) + 4;
	struct pen pen = { canvas, area, 0, 0 };

	if (area.rows < 2 || area.cols < width + 2)
		return;
	pen.row = area.rows - 1;
	pen.col = area.cols - width;
	pen_label(&pen, text, &frame);
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
