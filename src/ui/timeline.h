/**
 * @file
 * The strip: when everything happened, in one line or two, and where in it the record
 * shown is.
 *
 * It counts what is listed by date, and under a filter shows what else there would be.
 * Counted anew with each list or width; drawing only looks.
 */
#ifndef DAFTAR_UI_TIMELINE_H
#define DAFTAR_UI_TIMELINE_H

#include "time_axis.h"
#include "time_bar.h"

struct ui;

/** How many records surely lie in a column. */
struct strip_bin {
	int listed, stated; /* of what is listed; of these, those that a source dates */
	int all;	    /* without filters */
	int vague;	    /* listed ones that may lie in it */
};

struct strip {
	struct arena arena;
	unsigned built; /* the list that it is of */
	int rows, cols; /* of the line that it is for */
	struct time_axis axis;
	struct strip_bin *bins; /* a column of the axis each */
	int most;		/* the largest number */
	struct axis_marks marks;
	bool has_labels; /* of one row: between its columns */
	int kept;	 /* cells of those, and of the date */

	/* Of the record shown: */
	struct ref shown;
	bool has_date;
	struct time_bar cursor; /* columns of the axis, or beyond its ends */
	char date[64];		/* "": there is none, or no room */
};

/** Make it for the list, the width and the record shown. */
void strip_settle(struct ui *ui);
void strip_release(struct strip *strip);

/** The first cell on the screen of a column of the axis, and the one after its last. */
struct strip_cells {
	int from, to;
};
struct strip_cells strip_cells(const struct strip *strip, int64_t col);

#endif
