#include "config.h"

#include "time_cursor.h"

#include "text/cell.h"

/* Where the sign goes, and the date: right of it, else left of it, else nowhere (-1); and
 * what both take, with a blank around them. */
struct places {
	int sign, date, from, to;
};

static struct places places_of(const struct time_cursor *cursor, int cols)
{
	int width = cell_width(cursor->date), gap = 1, date;
	int sign = (int)(cursor->col < 0       ? 0
			 : cursor->col >= cols ? cols - 1
					       : cursor->col);

	if (sign + 2 + width > cols && sign - 1 - width < 0)
		gap = 0;
	date = sign + gap + 1;
	if (date + width <= cols)
		return (struct places){ sign, date, sign - 1, date + width };
	date = sign - gap - width;
	if (date >= 0)
		return (struct places){ sign, date, date - 1, sign + 1 };
	return (struct places){ sign, -1, sign - 1, sign + 1 };
}

void cursor_columns(const struct time_cursor *cursor, int cols, int *from, int *to)
{
	struct places places = places_of(cursor, cols);

	*from = places.from;
	*to = places.to;
}

void cursor_draw(const struct time_cursor *cursor, struct canvas *canvas,
		 struct rect line)
{
	struct places places = places_of(cursor, line.cols);
	const char *sign = cursor->sign;
	struct rect all = line;

	if (cursor->col < 0)
		sign = canvas->ascii ? "<" : "◂";
	if (cursor->col >= line.cols)
		sign = canvas->ascii ? ">" : "▸";
	all.col += places.from < 0 ? 0 : places.from;
	all.cols = (places.to < line.cols ? places.to + 1 : line.cols) -
		   (places.from < 0 ? 0 : places.from);
	canvas_fill(canvas, all, ROLE_PLAIN);
	if (places.date >= 0)
		pen_text(&(struct pen){ canvas, line, 0, places.date }, cursor->date,
			 cursor->role);
	pen_text(&(struct pen){ canvas, line, 0, places.sign }, sign, ROLE_KEY);
}

const char *count_sign(int count, int most, bool ascii)
{
	static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	static const char *const marks[] = { ".", ".", ":", ":", "|", "|", "#", "#" };
	int level = most > 1 ? (count - 1) * 7 / (most - 1) : 2;

	return count < 1 ? " " : ascii ? marks[level] : blocks[level];
}
