/**
 * @file
 * What a date is made of, once parsed; for the date_*.c files alone.
 *
 * A date is a list of items: one for a point or an interval, any number for a
 * set.  Points keep the year as it was written, because "Y-17E7S3" and "19XX"
 * say more than a number can.
 */
#ifndef DAFTAR_MODEL_DATE_PARTS_H
#define DAFTAR_MODEL_DATE_PARTS_H

#include "model/date.h"

/** The parts of a point that can be qualified, from the coarse to the fine. */
enum date_part { PART_YEAR, PART_MONTH, PART_DAY, PART_COUNT };

/** What a qualifier says of a part: "%" says both. */
enum { QUALIFIED_UNCERTAIN = 1, QUALIFIED_APPROXIMATE = 2 };

/** Years beyond this many are taken to be this many: their days still fit. */
#define YEAR_LIMIT INT64_C(25000000000000000)

/** One date of some precision: "2004-06-11", "19XX", "2001-21", "Y17E7". */
struct date_point {
	const char *year; /* as written, without qualifiers; in the date's text */
	int year_len;
	int64_t year_min, year_max; /* chronological, so -20XX is -2099..-2000 */
	int64_t year_estimate;	    /* what is written before S; else year_min */
	char month[2], day[2];	    /* digits or 'X'; zeroed when there is none */
	unsigned char qualified[PART_COUNT];
	const char *time; /* "T23:20:30+04:30" in the date's text, or NULL */
	int time_len;
	struct date_span days, near;
};

/** A point (`from`), or from one point to another. */
struct date_item {
	struct date_point from, to;
	bool is_range;
	enum date_end from_end, to_end; /* of a range */
};

enum date_shape { SHAPE_POINT, SHAPE_INTERVAL, SHAPE_ONE_OF, SHAPE_ALL_OF };

struct date {
	enum date_shape shape;
	int level;
	const char *warning;
	const struct date_item *items;
	int item_count;
	struct date_extent extent;
};

/** The last part that the point has. */
enum date_part point_precision(const struct date_point *point);

/** Has the point an X? */
bool point_is_masked(const struct date_point *point);

/** The one number that two digits or X can mean, or -1 when there are several. */
int point_number(const char two[2]);

/** Do two digits or X allow this number? */
bool point_allows(const char two[2], int number);

/** Do they allow any from `first` to `last`? */
bool point_allows_any(const char two[2], int first, int last);

/** Has the year an S? */
bool point_is_significant(const struct date_point *point);

/** Is the X as level 1 has it: 201X, 20XX, 2004-XX, 1985-04-XX, 1985-XX-XX? */
bool point_is_simply_masked(const struct date_point *point);

/** a / b, rounded down. */
int64_t floor_div(int64_t a, int64_t b);

static inline int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static inline int64_t most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/** The months, counted from January of its year, that a month or season code lasts. */
struct season {
	int first, count;
};

/** What a code means; `count` is 0 when it means nothing. */
struct season season_of(int code);

int days_in_month(int64_t year, int month);

/** Fill in `days` and `near`; false when no real day is meant. */
bool point_measure(struct date_point *point);

/** What a whole date covers; members are allocated from the arena. */
struct date_extent date_measure(struct arena *arena, const struct date *date);

void point_print(const struct date_point *point, struct buf *out);

/** A way of writing dates that is not EDTF's. */
struct date_idiom {
	/* Write what is meant, given the whole text and the parser's fault in it. */
	bool (*rewrite)(const char *text, const struct date_fault *fault,
			struct buf *out);
	const char *message; /* NULL: the parser's says it best */
};

/** All that are known, from the likely; the last one is zeroed. */
extern const struct date_idiom date_idioms[];

/** Write what an English date means, and give what to say of it; NULL for none. */
const char *date_guess(const char *text, struct buf *out);

/** As date_parse(), but that the fault is told as the parser sees it. */
const struct date *date_parse_bare(struct arena *arena, const char *text, size_t len,
				   struct date_fault *fault);

#endif
