/**
 * @file
 * Dates as historians have them: vague, supplied, disputed, open.
 *
 * The notation is EDTF: ISO 8601-2 as profiled by the Library of Congress
 * (2019-02-04), levels 0, 1 and 2.  A date is parsed once; what filters and
 * lists need of it is its extent, in days.  Days are counted in the proleptic
 * Gregorian calendar from 1970-01-01 (day 0); astronomical years (0000 is a
 * year).  Nothing here allocates but from the arena it is given, and nothing
 * depends on the locale.
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
	DATE_END_KNOWN,	 /* by its days */
	DATE_END_OPEN,	 /* ".." : it goes on without end, or began before all time */
	DATE_END_UNKNOWN /* nothing written: there is an end, nobody says when */
};

/** Where something starts and where it ends, each somewhere in a run of days. */
struct date_span {
	int64_t start_min, start_max, end_min, end_max;
};

/**
 * What a date means, in days: it starts somewhere in start_min..start_max and
 * ends somewhere in end_min..end_max, both inclusive.  For "2005" these are the
 * first day of 2005 twice and its last day twice; "199X" is one of ten such
 * years; "2001/2005" starts some day of 2001 and ends some day of 2005.  An open
 * or unknown end of an interval has INT64_MIN or INT64_MAX in both its members; of
 * "[..1984]", which may be 1984, only where it can be so early.  Zeroed with
 * `is_given` false: no date at all.
 *
 * `near` is the same days, and one unit of precision more to either side where
 * the date is approximate: "2005~" is near 2004 and 2006, "2005-07~" near June
 * and August.
 */
struct date_extent {
	int64_t start_min, start_max, end_min, end_max;
	struct date_span near;
	const struct date_extent *members; /* of a set, else NULL; arena of the date */
	int member_count;
	uint8_t start_kind, end_kind; /* enum date_end */
	bool is_given;
	bool is_interval;    /* it lasts from start to end; else it is some time within */
	bool is_all;	     /* every member of a set "{...}"; else one of them */
	bool is_uncertain;   /* ? or % anywhere */
	bool is_approximate; /* ~ or % anywhere */
};

/** An answer that vague dates allow. */
enum truth { TRUTH_NO, TRUTH_UNKNOWN, TRUTH_MAYBE, TRUTH_YES };

/** Why a string is no EDTF date. */
struct date_fault {
	size_t at, len;	     /* the bytes of the string that are wrong */
	const char *message; /* "month 13 does not exist"; static or in the arena */
	const char *remedy;  /* "write 2004-06", or NULL when nothing is near; arena */
};

/** The words of a date. */
enum date_style {
	DATE_BRACKETED, /* supplied, after AACR2 and ISBD: "[2005]", "[ca. 2005?]" */
	DATE_PLAIN,	/* "ca. 2005", "12 December 2022", "1971 or 1972" */
	DATE_EDTF	/* as EDTF writes it */
};

struct date; /* a parsed date; see date.c */

/**
 * Parse `len` bytes at `text`.  On success the date, owned by `arena`; else
 * NULL, and `*fault` (may be NULL) says what is wrong and what to write.
 */
const struct date *date_parse(struct arena *arena, const char *text, size_t len,
			      struct date_fault *fault);

/** The least EDTF level, 0 to 2, at which the string that was parsed is valid. */
int date_level(const struct date *date);

/** A warning about a valid date ("says nothing", "may be reversed"), or NULL. */
const char *date_warning(const struct date *date);

/**
 * Is it a set of one, "[2017]"?  That is EDTF, but then a supplied date was
 * probably meant; what stands in the brackets is appended to `out`.
 */
bool date_seems_supplied(const struct date *date, struct buf *out);

/** What the date means, in days; the members of a set are in the date's arena. */
struct date_extent date_extent(const struct date *date);

/** Copy the members of a set into another arena, to outlive their date. */
void date_extent_keep(struct date_extent *extent, struct arena *arena);

/** Append the date in EDTF: what is printed parses back to the same value. */
void date_print(const struct date *date, struct buf *out);

/** Append the date in words. */
void date_words(const struct date *date, enum date_style style, struct buf *out);

/** What a date takes in a list. */
enum { DATE_CELLS = 11 };

/**
 * Append a form of at most DATE_CELLS cells for lists: "2022-12-12", "1990s", "[2005]".
 * The bracket before a supplied date is not counted: it hangs in the margin, one
 * cell to the left, so that the years stand under one another.
 */
void date_short(const struct date *date, bool supplied, struct buf *out);

/**
 * A total order for lists: by earliest day (open starts first, unknown starts
 * by their end), then by latest day, then the more exact first.  No date comes
 * last.  Negative, 0 or positive, as strcmp().
 */
int date_extent_compare(const struct date_extent *a, const struct date_extent *b);

/**
 * Does the date fall in the days first..last?  YES when it must: all of it lies
 * inside, or it is an interval that certainly touches.  MAYBE when it can but
 * need not; an uncertain date (?) is never more than MAYBE, an approximate one
 * (~) is YES only if one unit of its precision to either side lies inside as well.
 */
enum truth date_extent_within(const struct date_extent *date, int64_t first,
			      int64_t last);

/** Allen's thirteen relations between two intervals, and what is often asked of them. */
enum date_relation {
	DATE_BEFORE,
	DATE_AFTER,
	DATE_MEETS, /* ends on the day that the other starts */
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
	DATE_INTERSECTS, /* they have a day in common */
	DATE_DISJOINT,
	DATE_TOUCHES, /* meets or is met by */
	DATE_DURING_OR_EQUAL,
	DATE_CONTAINS_OR_EQUAL,
	DATE_RELATION_COUNT
};

/** Of which members of a set a relation must hold. */
enum date_quantifier {
	DATE_AS_MEANT, /* "[...]": of the one that it is; "{...}": of the whole */
	DATE_ANY,      /* of some member of either */
	DATE_ALL       /* of each member of either */
};

/**
 * Does `a` stand in this relation to `b`?  Dates are taken from their first to
 * their last day; ? and ~ do not count.  YES and NO are certain.  MAYBE when the
 * days that are given allow both; UNKNOWN when an end that is not given decides.
 * An open end lies beyond every day.  Two vague ends are the same, for STARTS,
 * FINISHES and EQUALS, when they are vague in the same way: 199X equals 199X.
 */
enum truth date_relation(enum date_relation relation, const struct date_extent *a,
			 const struct date_extent *b, enum date_quantifier quantifier);

/**
 * The day number of a day of the proleptic Gregorian calendar.  Months and days
 * beyond their ends run on into the next.  Years beyond 25E15 to either side are
 * taken for these: no day overflows.
 */
int64_t day_of(int64_t year, int month, int day);

/** The reverse: the year, month and day of the month of a day number. */
void day_split(int64_t day, int64_t *year, int *month, int *day_of_month);

/** The year that a day is in. */
int64_t year_of(int64_t day);

#endif
