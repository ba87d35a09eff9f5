/**
 * @file
 * The time view: the list as a picture, by date.
 *
 * It shows the records of the list and no others, and its cursor is the list's own; what
 * it adds is a window on the time in which they lie: how fine, and from where on.  It
 * is settled with the rest of the screen, and drawn from what was settled.
 */
#ifndef DAFTAR_UI_VIEW_TIME_H
#define DAFTAR_UI_VIEW_TIME_H

#include "time_place.h"

struct ui;

/** A range of the axis that is being chosen, in whole years, months or days. */
struct time_brush {
	bool is_on;
	int level;	  /* LEVEL_YEAR, LEVEL_MONTH or LEVEL_DAY */
	int64_t from, to; /* cells of that level: where it began, where it is now */
};

struct time_view {
	/* Chosen: */
	enum time_lanes by;
	bool is_zoomed; /* `level` is chosen; else all is seen */
	int level;
	int64_t left; /* the first column of the axis that is seen */
	int lane;     /* in which the selected record is */
	struct time_brush brush;

	/* Settled: */
	struct arena arena; /* owns the index */
	struct arena look;  /* owns the axis and the picture */
	struct time_index index;
	unsigned built; /* the list that the index is of */
	struct time_axis axis;
	struct time_picture picture;
	struct time_seen seen;
	struct ref followed; /* brought into sight last */
	int cols, top;	     /* columns of the window; first row seen */
	int place;	     /* of the cursor in the window, for zooming; -1: none */
};

/** Make what is seen of it. */
void time_settle(struct ui *ui);
void time_release(struct time_view *view);
void time_draw(const struct ui *ui, struct canvas *canvas, struct rect area);

/** "Time by thread"; and "1 cell: 6 months", at the foot.  Owned by `arena`. */
const char *time_title(const struct ui *ui, struct arena *arena);
const char *time_scale(const struct ui *ui, struct arena *arena);

/** The parts of `area`: axis, body, line below; rows may be 0. */
struct time_areas {
	struct rect axis, body, foot;
};
struct time_areas time_areas(struct rect area);

/** The date of the record shown; NULL: it has none. */
const struct when *time_when(const struct ui *ui);

/** The days of the brush, and the filter that they are.  Owned by `arena`. */
struct time_days brush_days(const struct time_brush *brush);

/* The commands of it; each gives NULL, or why it can do nothing. */
const char *act_time(struct ui *ui, int arg);
const char *act_time_zoom(struct ui *ui, int by);
const char *act_brush(struct ui *ui, int arg);

/* What common commands do in it. */
const char *time_move(struct ui *ui, int by);  /* to the next record of the lane */
const char *time_slide(struct ui *ui, int by); /* the window, or the brush's end */
const char *time_lane_by(struct ui *ui, int by);
const char *time_end(struct ui *ui, int to_end);
const char *time_enter(struct ui *ui);
bool time_escape(struct ui *ui); /* false: there was nothing to leave */

#endif
