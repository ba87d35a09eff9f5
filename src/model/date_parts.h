/**
 * @file
 * The parts of a parsed date, internal to the date_*.c files.
 *
 * A date is a list of items: one for a point or an interval, any number for a
 * set.  Points keep the year as written, because "Y-17E7S3" and "19XX" carry more
 * information than a number.
 */
#ifndef DAFTAR_MODEL_DATE_PARTS_H
#define DAFTAR_MODEL_DATE_PARTS_H

#include "model/date.h"

/** The parts of a point that can be qualified, from coarse to fine. */
enum date_part { PART_YEAR, PART_MONTH, PART_DAY, PART_COUNT };

/** The qualifiers of a part: "%" is both. */
enum { QUALIFIED_UNCERTAIN = 1, QUALIFIED_APPROXIMATE = 2 };

/** The marks of the four combinations of qualifiers: "", "?", "~", "%". */
extern const char *const date_marks[];

/** Years are clamped to this, so that days fit into 64 bits. */
#define YEAR_LIMIT INT64_C(25000000000000000)

/** One date of some precision: "2004-06-11", "19XX", "2001-21", "Y17E7". */
struct date_point {
	const char *year; /* as written, without qualifiers; in the date's text */
	int year_len;
	int64_t year_min, year_max; /* chronological, so -20XX is -2099..-2000 */
	int64_t year_estimate;	    /* the number before S; else year_min */
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

/** The finest part that is given. */
enum date_part point_precision(const struct date_point *point);

/** Has the point an X in it? */
bool point_is_masked(const struct date_point *point);

/** The number of two digits; -1 when one of them is X. */
int point_number(const char two[2]);

/** Do two digits or X allow this number? */
bool point_allows(const char two[2], int number);

/** Do they allow any from `first` to `last`? */
bool point_allows_any(const char two[2], int first, int last);

/** Has the year a number of significant digits (S)? */
bool point_is_significant(const struct date_point *point);

/** Is the X valid at level 1: 201X, 20XX, 2004-XX, 1985-04-XX, 1985-XX-XX? */
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

/** The months of a month or season code, counted from January of its year. */
struct season {
	int first, count;
};

/** The months of a code; `count` is 0 for an undefined code. */
struct season season_of(int code);

int days_in_month(int64_t year, int month);

/** Fill in `days` and `near`; false when no such day exists. */
bool point_measure(struct date_point *point);

/** The extent of a date; members are allocated from the arena. */
struct date_extent date_measure(struct arena *arena, const struct date *date);

void point_print(const struct date_point *point, struct buf *out);

/** A common notation of dates that is not EDTF. */
struct date_idiom {
	/* Append the date in EDTF, given the text and the parser's fault. */
	bool (*rewrite)(const char *text, const struct date_fault *fault,
			struct buf *out);
	const char *message; /* NULL: use the parser's message */
};

/** All known idioms, most likely first; the last is zeroed. */
extern const struct date_idiom date_idioms[];

/** Corrections of impossible dates, to be tried next; the last is zeroed. */
extern const struct date_idiom date_corrections[];

/** Append an English date in EDTF and return a message; NULL when it is not a date. */
const char *date_guess(const char *text, struct buf *out);

/** As date_parse(), without suggestions in the fault. */
const struct date *date_parse_bare(struct arena *arena, const char *text, size_t len,
				   struct date_fault *fault);

#endif
