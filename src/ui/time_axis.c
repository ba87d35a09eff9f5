#include "config.h"

#include "time_axis.h"

#include <stdlib.h>
#include <string.h>

#include "text/cell.h"
#include "time_unit.h"

/* A fold with its label and what is around it; without; the least width for labels. */
enum { FOLD_WIDTH = 12, FOLD_BARE = 3, LABELLED_WIDTH = 30 };

/* Cells between the starts of two labels. */
enum { MARK_CELLS = 7 };

/* --- What is covered ---------------------------------------------------------- */

static int by_first(const void *a, const void *b)
{
	const struct time_days *x = a, *y = b;

	return x->first < y->first ? -1 : x->first > y->first;
}

static int by_length(const void *a, const void *b)
{
	const struct time_days *x = a, *y = b;
	int64_t long_x = x->last - x->first, long_y = y->last - y->first;

	return long_x > long_y ? -1 : long_x < long_y ? 1 : by_first(a, b);
}

struct time_cover time_cover(struct time_days *stretches, int count, struct arena *arena)
{
	struct time_cover cover = { .all = { 1, 0 } };

	if (!count)
		return cover;
	qsort(stretches, (size_t)count, sizeof *stretches, by_first);
	cover.all = stretches[0];
	for (int i = 1; i < count; i++) {
		if (stretches[i].first > cover.all.last + 1) {
			cover.gaps = arena_grow(arena, cover.gaps, cover.gap_count,
						sizeof *cover.gaps);
			cover.gaps[cover.gap_count++] =
				(struct time_days){ cover.all.last + 1,
						    stretches[i].first - 1 };
		}
		if (stretches[i].last > cover.all.last)
			cover.all.last = stretches[i].last;
	}
	if (cover.gap_count > GAPS_MOST) {
		qsort(cover.gaps, (size_t)cover.gap_count, sizeof *cover.gaps, by_length);
		cover.gap_count = GAPS_MOST;
		qsort(cover.gaps, GAPS_MOST, sizeof *cover.gaps, by_first);
	}
	return cover;
}

/* --- Runs and folds ------------------------------------------------------------- */

/* The cells from `first` on are a run, up to the last one. */
static struct time_run *run_add(struct time_axis *axis, int64_t first, const char *fold)
{
	struct time_run *run = &axis->runs[axis->run_count++];

	*run = (struct time_run){ .first = first, .fold = fold };
	if (fold)
		axis->width += axis->fold_width;
	run->at = axis->width;
	return run;
}

static void run_end(struct time_axis *axis, struct time_run *run, int64_t last)
{
	run->last = last;
	axis->width += last - run->first + 1;
}

struct time_axis axis_make(const struct time_cover *cover, int level, int width,
			   struct arena *arena)
{
	struct time_axis axis = { .level = level };

	if (cover->all.first > cover->all.last)
		return axis;
	axis.fold_width = width < LABELLED_WIDTH ? FOLD_BARE : FOLD_WIDTH;
	axis.runs = arena_array(arena, (size_t)cover->gap_count + 1, sizeof *axis.runs);
	struct time_run *run = run_add(&axis, unit_cell(level, cover->all.first), NULL);

	for (int i = 0; i < cover->gap_count; i++) {
		const struct time_days *gap = &cover->gaps[i];
		int64_t before = unit_cell(level, gap->first - 1);
		int64_t after = unit_cell(level, gap->last + 1);

		/* A column on either side stays, so that the gap is seen as one. */
		if (after - before - 3 <= axis.fold_width)
			continue;
		run_end(&axis, run, before + 1);
		run = run_add(&axis, after - 1,
			      unit_length(gap->last - gap->first + 1, arena));
	}
	run_end(&axis, run, unit_cell(level, cover->all.last));
	return axis;
}

struct time_axis axis_fit(const struct time_cover *cover, int width, struct arena *arena)
{
	struct time_axis axis = { 0 };

	for (int level = 0; level <= LEVEL_MOST; level++) {
		axis = axis_make(cover, level, width, arena);
		if (axis.width <= width &&
		    (axis.run_count - 1) * axis.fold_width <= width / 2)
			break;
	}
	return axis;
}

/* The last run that begins at the cell, or before it. */
static const struct time_run *run_of_cell(const struct time_axis *axis, int64_t cell)
{
	int low = 0, high = axis->run_count - 1;

	while (low < high) {
		int middle = (low + high + 1) / 2;

		if (axis->runs[middle].first <= cell)
			low = middle;
		else
			high = middle - 1;
	}
	return &axis->runs[low];
}

int64_t axis_column(const struct time_axis *axis, int64_t day)
{
	if (!axis->run_count || day == INT64_MIN)
		return -1;
	if (day == INT64_MAX)
		return axis->width;
	int64_t cell = unit_cell(axis->level, day);
	const struct time_run *run = run_of_cell(axis, cell);

	if (cell < run->first)
		return -1;
	return run->at + (cell > run->last ? run->last + 1 : cell) - run->first;
}

bool axis_days(const struct time_axis *axis, int64_t column, struct time_days *days)
{
	int low = 0, high = axis->run_count - 1;

	if (column < 0 || column >= axis->width)
		return false;
	while (low < high) {
		int middle = (low + high + 1) / 2;

		if (axis->runs[middle].at <= column)
			low = middle;
		else
			high = middle - 1;
	}
	int64_t cell = axis->runs[low].first + column - axis->runs[low].at;

	days->first = unit_first(axis->level, cell);
	days->last = unit_first(axis->level, cell + 1) - 1;
	return cell <= axis->runs[low].last;
}

int fold_margin(const struct time_axis *axis, const char *label)
{
	int room = axis->fold_width - cell_width(label);

	return room > 0 ? room / 2 : 0;
}

/* --- Marks ---------------------------------------------------------------------- */

/* What is written at a column, and whether a run or a fold begins there. */
static bool mark_at(const struct axis_part *part, int col, int level,
		    struct unit_mark *mark)
{
	struct time_days days, before;
	bool is_first = col == 0 || !axis_days(part->axis, part->left + col - 1, &before);

	if (!axis_days(part->axis, part->left + col, &days))
		return false;
	int64_t cell = unit_cell(level, days.last);
	int64_t first = unit_first(level, cell);
	bool has_start = first >= days.first;

	*mark = (struct unit_mark){ level, has_start ? first : days.first, is_first };
	if (!has_start && level > LEVEL_YEAR)
		mark->level = LEVEL_YEAR;
	return has_start || is_first;
}

/* The column in which the label of the next fold begins. */
static int64_t next_fold(const struct axis_part *part, int col)
{
	const struct time_axis *axis = part->axis;
	int i = 1;

	while (i < axis->run_count && axis->runs[i].at <= part->left + col)
		i++;
	if (i == axis->run_count)
		return INT64_MAX;
	return axis->runs[i].at - part->left - axis->fold_width +
	       fold_margin(axis, axis->runs[i].fold);
}

static bool has_room(const struct axis_part *part, int col, int width)
{
	return col + width <= part->line.cols && col + width < next_fold(part, col) &&
	       (col + width < part->kept_from || col > part->kept_to + 1 ||
		part->kept_from > part->kept_to);
}

static void mark_add(struct axis_marks *marks, const struct axis_mark *mark,
		     struct arena *arena)
{
	marks->at = arena_grow(arena, marks->at, marks->count, sizeof *marks->at);
	marks->at[marks->count++] = *mark;
}

/* The folds: their labels stand in their middle. */
static void mark_folds(const struct axis_part *part, struct axis_marks *marks,
		       struct arena *arena)
{
	const struct time_axis *axis = part->axis;

	for (int i = 1; i < axis->run_count; i++) {
		int64_t from = axis->runs[i].at - axis->fold_width - part->left;

		if (from >= part->line.cols)
			break;
		if (from + axis->fold_width > 0)
			mark_add(marks,
				 &(struct axis_mark){ (int)from, axis->runs[i].fold,
						      true },
				 arena);
	}
}

struct axis_marks axis_marks(const struct axis_part *part, struct arena *arena)
{
	int level = unit_marks(part->axis->level, MARK_CELLS), next = 0;
	struct axis_marks marks = { 0 };
	struct unit_mark mark;

	mark_folds(part, &marks, arena);
	for (int col = 0; col < part->line.cols; col++) {
		if (!mark_at(part, col, level, &mark) || col < next)
			continue;
		const char *label = unit_label(&mark, arena);

		/* A label at the start must not push out that of a round date. */
		if (!has_room(part, col, cell_width(label)))
			continue;
		mark_add(&marks, &(struct axis_mark){ col, label, false }, arena);
		next = col + cell_width(label) + 1;
	}
	return marks;
}
