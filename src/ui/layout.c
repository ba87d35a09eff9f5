#include "config.h"

#include "layout.h"

static struct rect line_at(int row, int cols)
{
	return (struct rect){ row, 0, 1, cols };
}

static void tiny(struct layout *layout)
{
	layout->list = (struct rect){ 0, 0, layout->rows, layout->cols };
	layout->detail = layout->extra = layout->list;
}

static void narrow(struct layout *layout)
{
	layout->header = line_at(0, layout->cols);
	layout->list = (struct rect){ 1, 0, layout->rows - 2, layout->cols };
	layout->detail = layout->extra = layout->list;
	layout->hints = line_at(layout->rows - 1, layout->cols);
}

static void medium(struct layout *layout)
{
	int cols = layout->cols, body = layout->rows - 5, list = body * 2 / 5;

	layout->header = line_at(0, cols);
	layout->chips = line_at(1, cols);
	layout->list = (struct rect){ 2, 0, list, cols };
	layout->tabs = line_at(2 + list, cols);
	layout->detail = (struct rect){ 3 + list, 0, body - list, cols };
	layout->extra = layout->detail;
	layout->timeline = line_at(layout->rows - 2, cols);
	layout->hints = line_at(layout->rows - 1, cols);
}

static void wide(struct layout *layout)
{
	int body = layout->rows - 4, list = layout->cols * 37 / 100;
	int detail = body * 3 / 5, right = layout->cols - list;

	layout->header = line_at(0, layout->cols);
	layout->chips = line_at(1, layout->cols);
	layout->list = (struct rect){ 2, 0, body, list };
	layout->detail = (struct rect){ 2, list, detail, right };
	layout->extra = (struct rect){ 2 + detail, list, body - detail, right };
	layout->timeline = line_at(layout->rows - 2, layout->cols);
	layout->hints = line_at(layout->rows - 1, layout->cols);
}

/* clang-format off */
static const struct {
	int rows, cols; /* the least it needs */
	void (*place)(struct layout *);
} classes[] = {
	[LAYOUT_TINY]   = {  1,   1, tiny },
	[LAYOUT_NARROW] = {  4,  20, narrow },
	[LAYOUT_MEDIUM] = { 16,  60, medium },
	[LAYOUT_WIDE]   = { 28, 100, wide },
};
/* clang-format on */

struct layout layout(int rows, int cols)
{
	struct layout result = { .class = LAYOUT_WIDE, .rows = rows, .cols = cols };

	while (result.class > LAYOUT_TINY &&
	       (rows < classes[result.class].rows || cols < classes[result.class].cols))
		result.class --;
	classes[result.class].place(&result);
	return result;
}

struct rect layout_body(const struct layout *layout, struct rect area)
{
	if (layout->class != LAYOUT_WIDE)
		return area;
	return (struct rect){ area.row + 1, area.col + 1, area.rows - 2, area.cols - 2 };
}

struct rect layout_picker(const struct layout *layout, int count)
{
	int rows = count + 4, cols = 64, most = layout->rows - 3;

	if (layout->class <= LAYOUT_NARROW)
		return (struct rect){ 0, 0, layout->rows, layout->cols };
	if (rows < 8)
		rows = 8;
	if (rows > most)
		rows = most;
	if (cols > layout->cols - 4)
		cols = layout->cols - 4;
	return (struct rect){ 2, (layout->cols - cols) / 2, rows, cols };
}
