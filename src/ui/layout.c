#include "config.h"

#include "layout.h"

/* The widest measure for running text that covers the screen, in cells. */
enum { MEASURE = 76 };

static struct rect line_at(int row, int cols)
{
	return (struct rect){ row, 0, 1, cols };
}

static void tiny(struct layout *layout, const struct layout_choice *choice)
{
	layout->areas[choice->focus] = (struct rect){ 0, 0, layout->rows, layout->cols };
}

static void narrow(struct layout *layout, const struct layout_choice *choice)
{
	layout->header = line_at(0, layout->cols);
	layout->areas[choice->focus] =
		(struct rect){ 1, 0, layout->rows - 2, layout->cols };
	layout->hints = line_at(layout->rows - 1, layout->cols);
}

/* The lines around the slots; what is left between them. */
static struct rect around(struct layout *layout)
{
	int strip = layout->class == LAYOUT_WIDE ? 2 : 1;

	layout->header = line_at(0, layout->cols);
	layout->crumbs = line_at(1, layout->cols);
	layout->timeline = line_at(layout->rows - 1 - strip, layout->cols);
	layout->timeline.rows = strip;
	layout->hints = line_at(layout->rows - 1, layout->cols);
	return (struct rect){ 2, 0, layout->rows - 3 - strip, layout->cols };
}

/* One slot over all of the body. */
static void cover(struct layout *layout, const struct layout_choice *choice)
{
	layout->areas[choice->focus] = around(layout);
}

static void medium(struct layout *layout, const struct layout_choice *choice)
{
	struct rect body = around(layout);
	int list = body.rows * 7 / 20 + 1, below = body.rows - list - 1;
	struct rect lower = { body.row + list + 1, 0, below, body.cols };
	int record = (below - 1) / 2;

	layout->areas[SLOT_LIST] = (struct rect){ body.row, 0, list, body.cols };
	layout->tabs = line_at(body.row + list, body.cols);
	layout->areas[choice->reading] = lower;
	if (choice->reading != SLOT_RECORD)
		return;
	layout->areas[SLOT_RECORD].rows = record;
	layout->words = line_at(lower.row + record, body.cols);
	layout->areas[SLOT_SOURCE] =
		(struct rect){ lower.row + record + 1, 0, below - record - 1, body.cols };
}

static void wide(struct layout *layout, const struct layout_choice *choice)
{
	struct rect body = around(layout);
	int share = choice->extra == SLOT_RELATED ? 8 : 11; /* a graph needs rows */
	int list = layout->cols * 48 / 100, record = body.rows * share / 20;
	int right = layout->cols - list;

	layout->has_frames = true;
	layout->areas[SLOT_LIST] = (struct rect){ body.row, 0, body.rows, list };
	if (choice->reading == SLOT_TIME) {
		layout->areas[SLOT_TIME] =
			(struct rect){ body.row, list, body.rows, right };
		return;
	}
	layout->areas[SLOT_RECORD] = (struct rect){ body.row, list, record, right };
	layout->areas[choice->extra] =
		(struct rect){ body.row + record, list, body.rows - record, right };
}

/* clang-format off */
static const struct {
	int rows, cols; /* the least it needs */
	void (*place)(struct layout *, const struct layout_choice *);
} classes[] = {
	[LAYOUT_TINY]   = {  1,   1, tiny },
	[LAYOUT_NARROW] = {  4,  20, narrow },
	[LAYOUT_MEDIUM] = { 16,  60, medium },
	[LAYOUT_WIDE]   = { 28, 100, wide },
};
/* clang-format on */

struct layout layout(const struct layout_choice *choice)
{
	struct layout result = { .class = LAYOUT_WIDE,
				 .rows = choice->rows,
				 .cols = choice->cols };

	while (result.class > LAYOUT_TINY && (choice->rows < classes[result.class].rows ||
					      choice->cols < classes[result.class].cols))
		result.class --;
	if (result.class >= LAYOUT_MEDIUM && (choice->is_page || choice->is_zoomed))
		cover(&result, choice);
	else
		classes[result.class].place(&result, choice);
	return result;
}

bool layout_shows(const struct layout *layout, enum slot slot)
{
	return layout->areas[slot].rows > 0;
}

struct rect layout_body(const struct layout *layout, enum slot slot)
{
	struct rect body = layout->areas[slot];
	int margin = slot == SLOT_LIST ? 0 : body.cols > 24 ? 1 : 0;

	if (layout->has_frames) {
		body.row += 1;
		body.col += 1;
		body.rows -= 2;
		body.cols -= 2;
	}
	if (!layout->has_frames && slot != SLOT_LIST && slot != SLOT_TIME &&
	    body.cols == layout->cols && body.cols > MEASURE + 8 && !layout->tabs.rows) {
		body.col += 4;
		body.cols = MEASURE;
	}
	body.col += margin;
	body.cols -= 2 * margin;
	return body;
}

struct rect layout_box(const struct layout *layout, int count)
{
	int rows = count + 4, cols = 64, most = layout->rows - 3;

	/* The hints stay in sight below it. */
	if (layout->class <= LAYOUT_NARROW)
		return (struct rect){ 0, 0, layout->rows - layout->hints.rows,
				      layout->cols };
	if (rows < 8)
		rows = 8;
	if (rows > most)
		rows = most;
	if (cols > layout->cols - 4)
		cols = layout->cols - 4;
	return (struct rect){ 2, (layout->cols - cols) / 2, rows, cols };
}
