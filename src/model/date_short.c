#include "config.h"

#include "date_parts.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/*
 * The short form: of several forms, from precise to coarse, the first that fits.
 * Widths are counted in code points, each of one cell here.
 */
enum { ROOM = 64 };

static int width_of(const char *text)
{
	int width = 0;

	for (; *text; text++)
		width += (*text & 0xc0) != 0x80;
	return width;
}

/* The qualifier of all parts, or -1 when they differ. */
static int quality(const struct date_point *point)
{
	for (int i = 1; i <= (int)point_precision(point); i++)
		if (point->qualified[i] != point->qualified[0])
			return -1;
	return point->qualified[0];
}

/* "1990s", "20th c.", "44 BCE"; nothing where EDTF is shorter. */
static void write_year(const struct date_point *point, char out[ROOM])
{
	const char *year = point->year;

	if (point->month[0] || point_is_significant(point) || *year == 'Y')
		return;
	if (*year != '-' && year[3] == 'X' && !memchr(year, 'X', 3))
		snprintf(out, ROOM, "%" PRId64 "s", point->year_min);
	if (point->year_min == point->year_max && point->year_min <= 0)
		snprintf(out, ROOM, "%" PRId64 " BCE", 1 - point->year_min);
}

/* Seasons, quarters, thirds and halves: the name before the year or after it, and a
 * shorter name for dates with marks. */
/* clang-format off */
static const struct {
	const char *before, *shorter, *after;
} season_names[42] = {
	[21] = { "spring", "spr", "" },   [22] = { "summer", "sum", "" },
	[23] = { "autumn", "aut", "" },   [24] = { "winter", "win", "" },
	[25] = { "N spr", "N spr", "" },  [26] = { "N sum", "N sum", "" },
	[27] = { "N aut", "N aut", "" },  [28] = { "N win", "N win", "" },
	[29] = { "S spr", "S spr", "" },  [30] = { "S sum", "S sum", "" },
	[31] = { "S aut", "S aut", "" },  [32] = { "S win", "S win", "" },
	[33] = { "", "", "Q1" },  [34] = { "", "", "Q2" },
	[35] = { "", "", "Q3" },  [36] = { "", "", "Q4" },
	[37] = { "", "", "1/3" }, [38] = { "", "", "2/3" }, [39] = { "", "", "3/3" },
	[40] = { "", "", "H1" },  [41] = { "", "", "H2" },
};
/* clang-format on */

static void write_season(const struct date_point *point, bool is_short, char out[ROOM])
{
	int code = point->month[0] && !point->day[0] ? point_number(point->month) : 0;

	if (code < 21 || code > 41)
		return;
	const char *before =
		is_short ? season_names[code].shorter : season_names[code].before;
	const char *after = season_names[code].after;

	snprintf(out, ROOM, "%s%s%.*s%s%s", before, *before ? " " : "", point->year_len,
		 point->year, *after ? " " : "", after);
}

/*
 * Append the candidate, in brackets if supplied, when it fits.  The opening bracket
 * hangs in the margin and does not count.
 */
static bool fits(struct buf *out, bool supplied, const char *candidate)
{
	if (!*candidate || width_of(candidate) + supplied > DATE_CELLS)
		return false;
	buf_printf(out, supplied ? "[%s]" : "%s", candidate);
	return true;
}

/* "1990s", "spring 2007?"; false when there is no such form or it does not fit. */
static bool name_fits(struct buf *out, bool supplied, const struct date_point *point)
{
	for (int is_short = 0; is_short < 2 && quality(point) >= 0; is_short++) {
		char candidate[ROOM] = "";

		write_year(point, candidate);
		write_season(point, is_short, candidate);
		if (*candidate)
			strcat(candidate, date_marks[quality(point)]);
		if (fits(out, supplied, candidate))
			return true;
	}
	return false;
}

static bool point_fits(struct buf *out, bool supplied, const struct date_point *point)
{
	char candidate[ROOM] = "";
	struct date_point day = *point;
	struct buf edtf = BUF_INIT;
	bool done;

	if (name_fits(out, supplied, point))
		return true;
	day.time = NULL;
	point_print(&day, &edtf);
	done = fits(out, supplied, edtf.bytes);
	buf_release(&edtf);
	/* The basic format of ISO 8601, without hyphens, leaves room for a mark. */
	if (!done && point->day[0] && *point->year != '-' && quality(point) >= 0) {
		snprintf(candidate, sizeof candidate, "%.4s%.2s%.2s%s", point->year,
			 point->month, point->day, date_marks[quality(point)]);
		done = fits(out, supplied, candidate);
	}
	return done;
}

/* The year of an end; "?" when unknown, nothing when open. */
static void write_end(int64_t day, uint8_t kind, char out[ROOM])
{
	int64_t year = kind == DATE_END_KNOWN ? year_of(day) : 0;

	*out = '\0';
	if (kind == DATE_END_UNKNOWN)
		strcpy(out, "?");
	else if (kind == DATE_END_KNOWN)
		snprintf(out, ROOM, "%" PRId64, year);
}

/* Days within one month: "2022-07". */
static void write_month(const struct date_extent *extent, char out[ROOM])
{
	int64_t first, last;
	int month, last_month, day;

	if (extent->start_kind != DATE_END_KNOWN || extent->end_kind != DATE_END_KNOWN)
		return;
	day_split(extent->start_min, &first, &month, &day);
	day_split(extent->end_max, &last, &last_month, &day);
	if (first == last && month == last_month && first >= 0 && first <= 9999)
		snprintf(out, ROOM, "%04" PRId64 "-%02d", first, month);
}

/* From the first to the last: "2001–2005", "from 2001", "by 2005", "1971…1972". */
static void write_ends(const struct date_extent *extent, char out[3 * ROOM])
{
	char first[ROOM], last[ROOM];
	const char *dash = extent->members ? "…" : "–";

	write_end(extent->start_min, extent->start_kind, first);
	write_end(extent->end_max, extent->end_kind, last);
	if (!*first && !*last)
		strcpy(out, "always");
	else if (!*first)
		snprintf(out, 3 * ROOM, "by %s", last);
	else if (!*last)
		snprintf(out, 3 * ROOM, "from %s", first);
	else if (strcmp(first, last) != 0)
		snprintf(out, 3 * ROOM, "%s%s%s", first, dash, last);
	else
		strcpy(out, first);
}

static bool ends_fit(struct buf *out, bool supplied, const struct date_extent *extent)
{
	char first[ROOM], candidate[3 * ROOM];

	write_end(extent->start_min, extent->start_kind, first);
	write_ends(extent, candidate);
	write_month(extent, candidate);
	if (extent->is_uncertain || extent->is_approximate) {
		size_t len = strlen(candidate);

		snprintf(candidate + len, 2, "%c",
			 extent->is_uncertain && extent->is_approximate ? '%'
			 : extent->is_uncertain				? '?'
									: '~');
		if (fits(out, supplied, candidate))
			return true;
		/* The mark is more important than the last year. */
		snprintf(candidate, sizeof candidate, "%s…%c", first,
			 extent->is_uncertain ? '?' : '~');
	}
	return fits(out, supplied, candidate);
}

void date_short(const struct date *date, bool supplied, struct buf *out)
{
	const struct date_item *item = date->items;
	bool is_single = date->item_count == 1 && !item->is_range;
	char cut[ROOM];
	struct buf edtf = BUF_INIT;

	if (is_single && point_fits(out, supplied, &item->from))
		return;
	if (!is_single && ends_fit(out, supplied, &date->extent))
		return;
	date_print(date, &edtf);
	snprintf(cut, sizeof cut, "%.*s…", DATE_CELLS - 1 - supplied, edtf.bytes);
	buf_release(&edtf);
	buf_printf(out, supplied ? "[%s]" : "%s", cut);
}
