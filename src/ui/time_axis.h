/**
 * @file
 * A time axis: days to columns, with the empty stretches folded.
 *
 * An axis is runs of cells, a column each, of one level (time_unit.h); between two runs
 * is a fold, labelled with how much it leaves out ("8 years").  Columns count from the
 * axis's own start; a view shows a part of them.  An axis knows of days alone: whose
 * they are, and how they are drawn, is for others.
 */
#ifndef DAFTAR_UI_TIME_AXIS_H
#define DAFTAR_UI_TIME_AXIS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "canvas.h"

/** From the first to the last day, both inclusive. */
struct time_days {
	int64_t first, last;
};

/** When there is anything at all, and the longest stretches between in which there is
 * not. */
struct time_cover {
	struct time_days all;	/* first > last: nothing has a date */
	struct time_days *gaps; /* by date */
	int gap_count;
};

enum { GAPS_MOST = 256 };

/** The cover of some stretches, which are put in order. */
struct time_cover time_cover(struct time_days *stretches, int count, struct arena *arena);

struct time_run {
	int64_t first, last; /* cells */
	int64_t at;	     /* column of the first */
	const char *fold;    /* how long what is left out before it is; NULL: nothing */
};

struct time_axis {
	int level;
	struct time_run *runs;
	int run_count;	/* 0: nothing has a date */
	int64_t width;	/* columns of all runs and folds */
	int fold_width; /* columns of a fold */
};

/** The axis of one level.  Folds have their label where `width` has room for it. */
struct time_axis axis_make(const struct time_cover *cover, int level, int width,
			   struct arena *arena);

/** The axis of the finest level that is not wider than `width`. */
struct time_axis axis_fit(const struct time_cover *cover, int width, struct arena *arena);

/** The column of a day; of one in a fold, the fold's first; -1 and `width` beyond the
 * ends. */
int64_t axis_column(const struct time_axis *axis, int64_t day);

/** The days of a column; false: it is a fold's, or beyond the ends. */
bool axis_days(const struct time_axis *axis, int64_t column, struct time_days *days);

/** The columns of a fold before its label. */
int fold_margin(const struct time_axis *axis, const char *label);

/** A part of an axis on the screen: from its column `left` on, along `line`. */
struct axis_part {
	const struct time_axis *axis;
	int64_t left;
	struct rect line;
	int kept_from, kept_to; /* of `line`: no label goes here; from > to: all may */
};

/** Columns of the part that have a mark, and what is written there. */
struct axis_marks {
	struct axis_mark {
		int col;
		const char *label;
		bool is_fold;
	} * at;
	int count;
};

/** The marks of a part that there is room for.  Owned by `arena`. */
struct axis_marks axis_marks(const struct axis_part *part, struct arena *arena);

#endif
