/**
 * @file
 * How a date looks on a time axis: a bar, a point, or dots.
 *
 * What surely lasts is a bar, and what lies within one cell a point: solid where a
 * source states the date, shaded (a point: hollow) where the curator supplies it.  What
 * is only possible is dotted: an edge that is not known better, a date that covers more
 * than a cell without lasting so long, an open end.  So precision is never invented, and
 * shows as one zooms in.
 */
#ifndef DAFTAR_UI_TIME_BAR_H
#define DAFTAR_UI_TIME_BAR_H

#include "model/dossier.h"
#include "time_axis.h"

/** Columns that the dots of an open end have, its sign among them. */
enum { TAIL_COLS = 3 };

/** Columns of an axis, both inclusive. */
struct time_bar {
	int64_t from, to;	      /* without tails */
	int64_t core_from, core_to;   /* what is sure; from > to: nothing */
	bool is_point;		      /* the core is one cell */
	uint8_t start_kind, end_kind; /* enum date_end */
	bool is_uncertain, is_supplied;
	const struct date_extent *members; /* of a set, else NULL */
	int member_count;
};

/** The bar of a date that has a known day. */
struct time_bar time_bar(const struct time_axis *axis, const struct when *when);

/** The first and the last column with the tails, and with the "?" of a doubtful one. */
int64_t bar_left(const struct time_bar *bar);
int64_t bar_right(const struct time_bar *bar);

/** Draw the columns of a bar that the part shows, in a role. */
void bar_draw(const struct time_bar *bar, const struct axis_part *part,
	      struct canvas *canvas, enum role role);

/** What the signs mean, for a line below them, in `width` cells or fewer; "" when there
 * is no room. */
const char *bar_legend(int width, bool ascii);

#endif
