/**
 * @file
 * Historical dates: vague, supplied, disputed, open.
 *
 * The notation is EDTF: ISO 8601-2 as profiled by the Library of Congress
 * (2019-02-04), levels 0, 1 and 2.  A date is parsed once; filters and lists use its
 * extent, in days.  Days are counted from 1970-01-01 (day 0) in the proleptic
 * Gregorian calendar; years are astronomical (0000 is a year).  All memory comes from
 * the given arena, and nothing depends on the locale.
 */
#ifndef DAFTAR_MODEL_DATE_H
#define DAFTAR_MODEL_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

/** How an end of a date is known. */
enum date_end {
	DATE_END_KNOWN,	 /* given */
	DATE_END_OPEN,	 /* "..": no end, or no beginning */
	DATE_END_UNKNOWN /* empty: there is an end, at an unknown time */
};

/** A range of days for the start, and one for the end. */
struct date_span {
	int64_t start_min, start_max, end_min, end_max;
};

/**
 * The meaning of a date in days: it starts on some day of start_min..start_max and
 * ends on some day of end_min..end_max, both inclusive.  For "2005" these are the
 * first day of 2005 twice and its last day twice; "199X" is one of ten such
 * years; "2001/2005" starts some day of 2001 and ends some day of 2005.  An open
 * or unknown end of an interval has INT64_MIN or INT64_MAX in both members; in
 * "[..1984]", which may mean 1984, only in the outer one.  Zeroed, with `is_given`
 * false: no date.
 *
 * `near` has the same days, extended by one unit of precision on both sides when the
 * date is approximate: "2005~" is near 2004 and 2006, "2005-07~" near June and
 * August.
 */
struct date_extent {
	int64_t start_min, start_max, end_min, end_max;
	struct date_span near;
	const struct date_extent *members; /* of a set, else NULL; arena of the date */
	int member_count;
	uint8_t start_kind, end_kind; /* enum date_end */
	bool is_given;
	bool is_interval;  /* it lasts from start to end; else it is some time between */
	bool is_all;	   /* all members of a set "{...}"; else one of them */
	bool is_uncertain; /* ? or % anywhere */
	bool is_approximate; /* ~ or % anywhere */
};

/** Truth values for vague dates. */
enum truth { TRUTH_NO, TRUTH_UNKNOWN, TRUTH_MAYBE, TRUTH_YES };

/** Why a string is not an EDTF date. */
struct date_fault {
	size_t at, len;	     /* the invalid bytes of the string */
	const char *message; /* "month 13 does not exist"; static or in the arena */
	const char
		*remedy; /* "write 2004-06", or NULL when there is no suggestion; arena */
};

/** How a date is written. */
enum date_style {
	DATE_BRACKETED, /* supplied, as in AACR2 and ISBD: "[2005]", "[ca. 2005?]" */
	DATE_PLAIN,	/* "ca. 2005", "12 December 2022", "1971 or 1972" */
	DATE_EDTF	/* in EDTF */
};

struct date; /* a parsed date */

/**
 * Parse `len` bytes at `text`.  Returns the date, owned by `arena`; else NULL, and
 * `*fault` (may be NULL) has the error and a suggestion.
 */
const struct date *date_parse(struct arena *arena, const char *text, size_t len,
			      struct date_fault *fault);

/** The lowest EDTF level, 0 to 2, at which the parsed string is valid. */
int date_level(const struct date *date);

/** A warning about a valid date ("the ends may be reversed"), or NULL. */
const char *date_warning(const struct date *date);

/**
 * Is it a set with one date, "[2017]"?  That is valid EDTF, but probably meant as a
 * supplied date.  Appends the date without brackets to `out`.
 */
bool date_seems_supplied(const struct date *date, struct buf *out);

/** The extent of the date; the members of a set are in the date's arena. */
struct date_extent date_extent(const struct date *date);

/** Copy the members of a set into another arena, so that they outlive the date. */
void date_extent_keep(struct date_extent *extent, struct arena *arena);

/** Append the date in EDTF; parsing it gives the same date. */
void date_print(const struct date *date, struct buf *out);

/** Append the date in words. */
void date_words(const struct date *date, enum date_style style, struct buf *out);

/**
 * Append a compact form for lists without a limit of width: "2022-12-12", "1991~ to
 * 1995", "from 2016", "1971 or 1972", "spring 2007".  Nothing is left out: different
 * dates have different forms.
 */
void date_compact(const struct date *date, struct buf *out);

/** Maximum width of a date in a list on the screen. */
enum { DATE_CELLS = 11 };

/**
 * Append a form of at most DATE_CELLS cells for lists: "2022-12-12", "1990s", "[2005]".
 * The opening bracket of a supplied date does not count: it hangs in the margin, one
 * cell to the left, so that the years are aligned.
 */
void date_short(const struct date *date, bool supplied, struct buf *out);

/**
 * Compare for a total order, like strcmp(): by earliest day (open starts first, unknown
 * starts by their end), then by latest day, then more precise dates first.  A missing
 * date comes last.
 */
int date_extent_compare(const struct date_extent *a, const struct date_extent *b);

/**
 * Is the date within the days first..last?  YES when it certainly is: it lies inside,
 * or it is an interval that certainly overlaps.  MAYBE when it is possible; an
 * uncertain date (?) is never more than MAYBE, an approximate one (~) is YES only if
 * it lies inside with one unit of its precision added on both sides.
 */
enum truth date_extent_within(const struct date_extent *date, int64_t first,
			      int64_t last);

/** Allen's thirteen relations of two intervals, and common unions of them. */
enum date_relation {
	DATE_BEFORE,
	DATE_AFTER,
	DATE_MEETS, /* ends on the day the other starts */
	DATE_MET_BY,
	DATE_OVERLAPS,
	DATE_OVERLAPPED_BY,
	DATE_STARTS,
	DATE_STARTED_BY,
	DATE_DURING,
	DATE_CONTAINS,
	DATE_FINISHES,
	DATE_FINISHED_BY,
	DATE_EQUALS,
	DATE_INTERSECTS, /* they share a day */
	DATE_DISJOINT,
	DATE_TOUCHES, /* meets or is met by */
	DATE_DURING_OR_EQUAL,
	DATE_CONTAINS_OR_EQUAL,
	DATE_RELATION_COUNT
};

/** The members of a set for which a relation must hold. */
enum date_quantifier {
	DATE_AS_MEANT, /* "[...]": the one that is meant; "{...}": the set as a whole */
	DATE_ANY,      /* some member of either */
	DATE_ALL       /* each member of either */
};

/**
 * Does the relation hold between `a` and `b`?  Dates extend from their first to their
 * last day; ? and ~ are ignored.  YES and NO are certain.  MAYBE when the given days
 * allow both; UNKNOWN when it depends on an unknown end.  An open end lies beyond
 * every day.  For STARTS, FINISHES and EQUALS, two vague ends are equal when they
 * cover the same days: 199X equals 199X.
 */
enum truth date_relation(enum date_relation relation, const struct date_extent *a,
			 const struct date_extent *b, enum date_quantifier quantifier);

/**
 * The day number of a day of the proleptic Gregorian calendar.  Months and days out of
 * range carry over.  Years are clamped to 25E15 on both sides, so that day numbers
 * never overflow.
 */
int64_t day_of(int64_t year, int month, int day);

/** The reverse: the year, month and day of the month of a day number. */
void day_split(int64_t day, int64_t *year, int *month, int *day_of_month);

/** The year of a day. */
int64_t year_of(int64_t day);

#endif
