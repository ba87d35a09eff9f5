/**
 * @file
 * The units of a time axis: days, weeks, months, years, and multiples of years.
 *
 * A level is a unit that one cell of an axis stands for; each is two or three times the
 * one below it, and starts where the calendar does, so that a cell of six months is
 * half of one year.  Cells are counted; days are those of model/date.h, and finite.
 */
#ifndef DAFTAR_UI_TIME_UNIT_H
#define DAFTAR_UI_TIME_UNIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum {
	LEVEL_DAY,
	LEVEL_WEEK = 2,
	LEVEL_MONTH = 4,
	LEVEL_YEAR = 8,
	LEVEL_MOST = LEVEL_YEAR + 3 * 16 /* more years than a date can have */
};

/** The number of the cell that has this day. */
int64_t unit_cell(int level, int64_t day);

/** The first day of a cell. */
int64_t unit_first(int level, int64_t cell);

/** About how many days a cell has. */
double unit_days(int level);

/** "6 months": what a cell stands for.  Owned by `arena`. */
const char *unit_words(int level, struct arena *arena);

/** "8 years", "5 months", "12 days": how long that is, rounded down.  Owned by
 * `arena`. */
const char *unit_length(int64_t days, struct arena *arena);

/**
 * The label of a mark on the axis at this day, in the place of which a reader knows
 * the rest: "2005" at the start of a year, else "Jul", else "12"; with `is_whole`, as
 * at the start of an axis, "Jul 2005" and "12 Jul 2005".  Owned by `arena`.
 */
struct unit_mark {
	int level;
	int64_t day;
	bool is_whole;
};
const char *unit_label(const struct unit_mark *mark, struct arena *arena);

/** The level of the marks on an axis, so that their labels are `cells` apart at least. */
int unit_marks(int level, int cells);

#endif
