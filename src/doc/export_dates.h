/** @file  Dates for formats that know only days, months and years. */
#ifndef DAFTAR_DOC_EXPORT_DATES_H
#define DAFTAR_DOC_EXPORT_DATES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "model/dossier.h"

/** A day, a month (`day` 0) or a year (`month` 0, too). */
struct date_parts {
	int64_t year;
	int month, day;
};

/** A date as one of them, or as two: its first and its last. */
struct date_range {
	struct date_parts first, last;
	bool has_last;
	bool is_widened; /* the date says something else or less: a season, "about" */
};

/**
 * The parts of a date.  False when it has no first or no last day: no date, or open.
 * What is no day, month or year is widened to its first and last day.
 */
bool date_range(const struct date_extent *extent, struct date_range *range);

/** Append a day in ISO 8601: "2022-12-19", "-0044-03-15". */
void iso_day(int64_t day, struct buf *out);

#endif
