/**
 * @file
 * The records of a list by date, in lanes: which lie in a stretch of time, and how many.
 *
 * Made once for each list and each way to part it in lanes.  What is asked of it later
 * takes no more steps than its answer has records, whatever the list's length; `steps`
 * counts them, for a test.
 */
#ifndef DAFTAR_UI_TIME_INDEX_H
#define DAFTAR_UI_TIME_INDEX_H

#include "list.h"
#include "time_axis.h"

/** What parts the records in lanes. */
enum time_lanes {
	LANES_THREAD,
	LANES_ACTOR,
	LANES_PLACE,
	LANES_TYPE,
	LANES_NONE, /* one for all */
	LANES_COUNT
};

/** A record that has a date. */
struct time_item {
	int item; /* of the list */
	const struct when *when;
	struct time_days known; /* from its first to its last known day */
	int64_t last;		/* as `known`; of an open end beyond all days */
};

struct time_lane {
	const char *title;
	int key; /* of the thread, the actor ... */
	int *at; /* items of the index, by date */
	int count;
	int64_t *ends;	/* the last days of its records, in order */
	int64_t *reach; /* a tree: the latest day of each of its ranges of `at` */
	int leaves;
};

struct time_index {
	struct time_item *items; /* by date */
	int count;
	int undated; /* records of the list without a date */
	int *places; /* by item of the list: its place in `items`, or -1 */
	struct time_cover cover;
	struct time_lane *lanes; /* none is empty */
	int lane_count;
	enum time_lanes by; /* set before time_part() */
	struct ref thread;  /* that is read: no other is a lane; or none */
	long steps;
};

/** From the first to the last day that the known ends of a date may mean; false: it has
 * none. */
bool time_known(const struct date_extent *extent, struct time_days *days);

/** The stretches between which an axis may be folded: of an interval all of it, of a
 * date that is one of several its ends.  At most `most` of them. */
int time_stretches(const struct date_extent *extent, struct time_days *stretches,
		   int most);

/** Make the index of a list.  Owned by `arena`. */
struct time_index time_index(const struct list *list, const struct dossier *dossier,
			     struct arena *arena);

/** Part it in lanes; in a thread that is read, threads are that one alone. */
void time_part(struct time_index *index, const struct list *list,
	       const struct list_world *world, struct arena *arena);

/** How many records of a lane begin before a day. */
int lane_before(struct time_index *index, const struct time_lane *lane, int64_t day);

/** How many lie in some days, and of the others how many before and after them. */
struct lane_counts {
	int before, within, after;
};
struct lane_counts lane_count(struct time_index *index, const struct time_lane *lane,
			      const struct time_days *days);

/** The first place in the lane, from `from` on, of a record that reaches the days; its
 * `count` when there is none. */
int lane_next(struct time_index *index, const struct time_lane *lane, int from,
	      const struct time_days *days);

/** The place of an item of the index in a lane; -1: it is not there. */
int lane_find(struct time_index *index, const struct time_lane *lane, int item);

#endif
