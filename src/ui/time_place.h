/**
 * @file
 * Where each record goes in a time view: the rows of the lanes, bars, titles.
 *
 * Only what lies in the window is placed.  Where that is more than can be read, each
 * lane is one row of counts, and the selected record alone has a bar of its own.
 */
#ifndef DAFTAR_UI_TIME_PLACE_H
#define DAFTAR_UI_TIME_PLACE_H

#include "time_bar.h"
#include "time_index.h"

/** At most so many bars and lanes are placed one by one. */
enum { PLACED_MOST = 400 };

/** What is seen of an axis. */
struct time_window {
	const struct time_axis *axis;
	int64_t left;
	int cols;
};

/** The days that a window shows. */
struct time_days window_days(const struct time_window *window);

struct time_placed {
	int item; /* of the index */
	int lane;
	int row; /* of all rows */
	struct time_bar bar;
	int from, to;	   /* columns of the window that the bar has */
	const char *title; /* NULL: there is no room */
	int title_col, title_width;
};

struct time_picture {
	struct time_placed *placed;
	int count;
	bool is_dense;	   /* lanes are counts */
	bool has_headings; /* lanes have a row with their title */
	int *tops;	   /* of each lane, its first row, and one more; not when dense */
	int lane_count;
	int row_count;
	int selected;  /* of `placed`; -1: it is not in the window, or nothing is */
	int open_lane; /* dense: the one with the selected bar below it */
};

/** What is placed. */
struct time_scene {
	struct time_index *index;
	struct time_window window;
	const struct list *list;
	const struct dossier *dossier;
	int item; /* the selected one; -1: none */
	int lane; /* the one in which it is selected */
};

/** Owned by `arena`. */
struct time_picture time_place(const struct time_scene *scene, struct arena *arena);

/** What of the lanes is on the screen. */
struct time_seen {
	int first, count;	    /* lanes */
	struct lane_counts *counts; /* of each: in the window, and beside it */
	int *bins; /* when they are counts: of each lane, a number a column */
	int most;  /* the largest */
};

/** Rows of a picture. */
struct time_rows {
	int first, count;
};

/** What is on these rows, which the picture has.  Owned by `arena`. */
struct time_seen time_seen(const struct time_scene *scene,
			   const struct time_picture *picture, struct time_rows rows,
			   struct arena *arena);

/** The first row of a lane. */
int picture_top(const struct time_picture *picture, int lane);

/** The lane that a row belongs to. */
int picture_lane(const struct time_picture *picture, int row);

#endif
