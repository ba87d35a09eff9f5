#include "config.h"

#include "time_bar.h"

#include "text/cell.h"
#include "time_index.h"

enum mark {
	MARK_NONE,
	MARK_SOLID,
	MARK_POINT,
	MARK_DOTS,
	MARK_FIRST, /* the ends of what lies somewhere between them */
	MARK_LAST,
	MARK_BEFORE, /* open ends */
	MARK_AFTER,
	MARK_UNKNOWN,
	MARK_COUNT
};

/* clang-format off */
/* For each mark: where a source states the date, where the curator does; in ASCII. */
static const struct {
	const char *stated, *supplied, *ascii_stated, *ascii_supplied;
} marks[MARK_COUNT] = {
	[MARK_NONE]    = { " ", " ", " ", " " },
	[MARK_SOLID]   = { "█", "▒", "#", "=" },
	[MARK_POINT]   = { "◆", "◇", "*", "o" },
	[MARK_DOTS]    = { "╍", "┄", "-", "." },
	[MARK_FIRST]   = { "┝", "├", "[", "(" },
	[MARK_LAST]    = { "┥", "┤", "]", ")" },
	[MARK_BEFORE]  = { "◂", "◂", "<", "<" },
	[MARK_AFTER]   = { "▸", "▸", ">", ">" },
	[MARK_UNKNOWN] = { "?", "?", "?", "?" },
};
/* clang-format on */

static bool is_known(int64_t day)
{
	return day > INT64_MIN && day < INT64_MAX;
}

/* What surely lasts; and within one cell everything is as sure as can be shown. */
static void set_core(struct time_bar *bar, const struct time_axis *axis,
		     const struct date_extent *extent)
{
	int64_t from = extent->start_max, to = extent->end_min;

	bar->core_from = 1;
	bar->core_to = 0;
	if (bar->from == bar->to) {
		bar->core_from = bar->core_to = bar->from;
	} else if (extent->is_interval && !extent->members && is_known(from) &&
		   is_known(to) && from <= to) {
		bar->core_from = axis_column(axis, from);
		bar->core_to = axis_column(axis, to);
	}
	bar->is_point = bar->core_from == bar->core_to;
}

/* What is approximate may lie a unit beyond its days. */
static void widen(struct time_bar *bar, const struct time_axis *axis,
		  const struct date_span *near)
{
	int64_t from = axis_column(axis, near->start_min);
	int64_t to = axis_column(axis, near->end_max);

	if (is_known(near->start_min) && from < bar->from)
		bar->from = from;
	if (is_known(near->end_max) && to > bar->to)
		bar->to = to;
}

struct time_bar time_bar(const struct time_axis *axis, const struct when *when)
{
	const struct date_extent *extent = &when->extent;
	struct time_bar bar = { .from = 1,
				.core_from = 1,
				.start_kind = extent->start_kind,
				.end_kind = extent->end_kind,
				.is_uncertain = extent->is_uncertain,
				.is_supplied = when->supplied,
				.members = extent->members,
				.member_count = extent->member_count };
	struct time_days known;

	if (!time_known(extent, &known))
		return bar;
	bar.from = axis_column(axis, known.first);
	bar.to = axis_column(axis, known.last);
	set_core(&bar, axis, extent);
	if (extent->is_approximate)
		widen(&bar, axis, &extent->near);
	if (extent->member_count == 1 || bar.is_point)
		bar.members = NULL;
	return bar;
}

int64_t bar_left(const struct time_bar *bar)
{
	return bar->from - (bar->start_kind != DATE_END_KNOWN ? TAIL_COLS : 0);
}

int64_t bar_right(const struct time_bar *bar)
{
	int64_t right = bar->to + (bar->end_kind != DATE_END_KNOWN ? TAIL_COLS : 0);

	return right + bar->is_uncertain;
}

/* The mark in the tail of an end, `beyond` columns from it. */
static enum mark tail_mark(uint8_t kind, int64_t beyond, enum mark arrow)
{
	if (beyond < TAIL_COLS)
		return MARK_DOTS;
	return kind == DATE_END_OPEN ? arrow : MARK_UNKNOWN;
}

static enum mark mark_at(const struct time_bar *bar, int64_t col)
{
	int64_t before = bar->from - col, after = col - bar->to;
	bool has_core = bar->core_from <= bar->core_to;

	if (bar->is_uncertain && col == bar_right(bar))
		return MARK_UNKNOWN;
	if (before > 0)
		return tail_mark(bar->start_kind, before, MARK_BEFORE);
	if (after > 0)
		return tail_mark(bar->end_kind, after, MARK_AFTER);
	if (has_core && col >= bar->core_from && col <= bar->core_to)
		return bar->is_point ? MARK_POINT : MARK_SOLID;
	if (col == bar->from && !has_core && bar->start_kind == DATE_END_KNOWN)
		return MARK_FIRST;
	if (col == bar->to && !has_core && bar->end_kind == DATE_END_KNOWN)
		return MARK_LAST;
	return MARK_DOTS;
}

static void draw_marks(const struct time_bar *bar, const struct axis_part *part,
		       struct canvas *canvas, enum role role)
{
	int64_t from = bar_left(bar) - part->left, to = bar_right(bar) - part->left;

	from = from < 0 ? 0 : from;
	to = to >= part->line.cols ? part->line.cols - 1 : to;
	for (int64_t col = from; col <= to; col++) {
		enum mark mark = mark_at(bar, col + part->left);
		const char *text =
			bar->is_supplied ? marks[mark].supplied : marks[mark].stated;

		if (canvas->ascii)
			text = bar->is_supplied ? marks[mark].ascii_supplied
						: marks[mark].ascii_stated;
		pen_text(&(struct pen){ canvas, part->line, 0, (int)col }, text, role);
	}
}

void bar_draw(const struct time_bar *bar, const struct axis_part *part,
	      struct canvas *canvas, enum role role)
{
	draw_marks(bar, part, canvas, role);
	for (int i = 0; bar->members && i < bar->member_count; i++) {
		struct when member = { .edtf = "", .extent = bar->members[i] };
		struct time_bar one;

		/* The ends of the set have been drawn with their tails. */
		member.extent.start_kind = member.extent.end_kind = DATE_END_KNOWN;
		member.extent.is_uncertain = false;
		member.supplied = bar->is_supplied;
		one = time_bar(part->axis, &member);
		draw_marks(&one, part, canvas, role);
	}
}

const char *bar_legend(int width, bool ascii)
{
	static const char *const texts[][2] = {
		{ "█ ◆ stated  ▒ ◇ supplied  ┄ vague or open",
		  "# * stated  = o supplied  . vague or open" },
		{ "█ stated  ▒ supplied  ┄ vague", "# stated  = supplied  . vague" },
		{ "", "" },
	};
	int i = 0;

	while (*texts[i][0] && cell_width(texts[i][0]) > width)
		i++;
	return texts[i][ascii];
}
