#include "config.h"

#include "date_parts.h"

#include <inttypes.h>
#include <string.h>

/* clang-format off */
static const char *const month_names[42] = {
	[1] = "January", "February", "March", "April", "May", "June", "July",
	      "August", "September", "October", "November", "December",
	[21] = "spring", "summer", "autumn", "winter",
	[25] = "northern spring", "northern summer", "northern autumn", "northern winter",
	[29] = "southern spring", "southern summer", "southern autumn", "southern winter",
	[33] = "first quarter", "second quarter", "third quarter", "fourth quarter",
	[37] = "first four months", "middle four months", "last four months",
	[40] = "first half", "second half",
};

static const char *const qualities[] = {
	"", "uncertain", "approximate", "uncertain and approximate"
};
/* clang-format on */

/* The context of a year. */
enum year_place {
	YEAR_ALONE,  /* "1990s" */
	YEAR_OF,     /* "some month of" "the 1990s" */
	YEAR_OF_DAY, /* "25 December" " of a year in the 1990s" */
};

/* The number of X at the end of the year, or -1 when there are others. */
static int masked_places(const struct date_point *point)
{
	const char *end = point->year + point->year_len;
	int count = 0;

	while (count < point->year_len && end[-1 - count] == 'X')
		count++;
	return memchr(point->year, 'X', (size_t)(point->year_len - count)) ? -1 : count;
}

static void add_ordinal(struct buf *out, int number)
{
	static const char *const endings[] = { "th", "st", "nd", "rd" };
	int last = number % 100 / 10 == 1 ? 0 : number % 10;

	buf_printf(out, "%d%s", number, endings[last <= 3 ? last : 0]);
}

/* Astronomical year 0000 is 1 BCE. */
static void add_number(struct buf *out, int64_t year)
{
	if (year <= 0)
		buf_printf(out, "%" PRId64 " BCE", 1 - year);
	else
		buf_printf(out, "%" PRId64 "%s", year, year < 1000 ? " CE" : "");
}

/* 1900 to 1999 is the 20th century here, -0199 to -0100 the 2nd century BCE. */
static void add_century(struct buf *out, const struct date_point *point, int64_t years,
			const char *name)
{
	bool is_before = *point->year == '-';
	int64_t least = is_before ? -point->year_max : point->year_min;

	add_ordinal(out, (int)(least / years) + 1);
	buf_printf(out, " %s%s", name, is_before ? " BCE" : "");
}

/* A year with unknown digits. */
static void add_masked_year(struct buf *out, const struct date_point *point)
{
	int places = masked_places(point);

	if (places == 1 && *point->year == '-')
		buf_printf(out, "%" PRId64 " to %" PRId64 " BCE", 1 - point->year_min,
			   1 - point->year_max);
	else if (places == 1)
		buf_printf(out, "%" PRId64 "s%s", point->year_min,
			   point->year_min < 1000 ? " CE" : "");
	else if (places == 2)
		add_century(out, point, 100, "century");
	else if (places == 3)
		add_century(out, point, 1000, "millennium");
	else
		buf_printf(out, "year like %.*s", point->year_len, point->year);
}

static void add_year(struct buf *out, const struct date_point *point,
		     enum year_place place)
{
	int places = masked_places(point);

	if (point_is_significant(point)) {
		add_number(out, point->year_estimate);
	} else if (places == 0 && point->year_min > -YEAR_LIMIT &&
		   point->year_max < YEAR_LIMIT) {
		add_number(out, point->year_min);
	} else if (places == 0) {
		buf_printf(out, "year %.*s", point->year_len - 1, point->year + 1);
	} else if (places == 4) {
		buf_str(out, place == YEAR_OF ? "an unknown year" : "year unknown");
	} else {
		if (place != YEAR_ALONE)
			buf_str(out, places < 0 ? "a " : "the ");
		add_masked_year(out, point);
	}
}

/* "12 December 2022", "25 December of a year in the 1560s" */
static void add_month_year(struct buf *out, const struct date_point *point, int month)
{
	int places = masked_places(point);

	buf_str(out, month_names[month]);
	if (places == 0)
		buf_str(out, month < 33 ? " " : " of ");
	else if (places == 4)
		buf_str(out, ", ");
	else
		buf_str(out, places < 0 ? " of " : " of a year in ");
	add_year(out, point, places ? YEAR_OF_DAY : YEAR_ALONE);
}

static void add_month(struct buf *out, const struct date_point *point)
{
	int month = point_number(point->month);

	if (month > 0) {
		add_month_year(out, point, month);
		return;
	}
	if (!point->day[0] && !point_allows_any(point->month, 1, 12))
		buf_str(out, "some season of ");
	else if (!point->day[0] || point_number(point->day) > 0)
		buf_str(out, "some month of ");
	add_year(out, point, YEAR_OF);
}

static void add_clock(struct buf *out, const struct date_point *point)
{
	const char *zone = point->time + 9;
	int len = point->time_len - 9;
	bool is_end = !memcmp(point->time, "T24", 3);

	buf_printf(out, ", %.*s", 8, is_end ? "00:00:00" : point->time + 1);
	if (len > 0)
		buf_printf(out, " UTC%.*s", *zone == 'Z' ? 0 : len, zone);
}

static void add_day(struct buf *out, const struct date_point *point)
{
	int day = point_number(point->day);

	if (point->time) {
		int64_t year;
		int month;

		day_split(point->days.start_min, &year, &month, &day);
		buf_printf(out, "%d %s ", day, month_names[month]);
		add_number(out, year);
		add_clock(out, point);
	} else if (day < 0) {
		buf_str(out, "some day of ");
		add_month(out, point);
	} else if (point_number(point->month) > 0) {
		buf_printf(out, "%d ", day);
		add_month(out, point);
	} else {
		buf_str(out, "the ");
		add_ordinal(out, day);
		buf_str(out, " of ");
		add_month(out, point);
	}
}

static bool is_half_masked(const char two[2])
{
	return (two[0] == 'X') != (two[1] == 'X');
}

/* In parentheses, after the words: parts that are qualified separately ... */
static void add_qualities(struct buf *out, const struct date_point *point)
{
	static const char *const parts[] = { "year", "month", "day" };
	const char *lead = " (";

	for (int i = 0; i <= (int)point_precision(point); i++) {
		if (!point->qualified[i])
			continue;
		buf_printf(out, "%s%s %s", lead, parts[i],
			   qualities[point->qualified[i]]);
		lead = ", ";
	}
	buf_char(out, ')');
}

/* ... and the EDTF of what is hard to put in words. */
static void add_edtf(struct buf *out, const struct date_point *point)
{
	struct date_point plain = *point;

	memset(plain.qualified, 0, sizeof plain.qualified);
	if (is_half_masked(point->month) || is_half_masked(point->day)) {
		buf_str(out, " (");
		point_print(&plain, out);
		buf_char(out, ')');
	} else if (point_is_significant(point)) {
		buf_printf(out, " (between ");
		add_number(out, point->year_min);
		buf_str(out, " and ");
		add_number(out, point->year_max);
		buf_char(out, ')');
	} else if (point->year_min <= 0 && masked_places(point) < 2) {
		bool has_y = *point->year == 'Y';

		buf_printf(out, " (%.*s)", point->year_len - has_y, point->year + has_y);
	}
}

/* "ca. 2005?" when all parts have the same qualifier. */
static void add_point(struct buf *out, const struct date_point *point)
{
	const unsigned char *qualified = point->qualified;
	int last = (int)point_precision(point);
	bool is_even = true, is_short;

	for (int i = 1; i <= last; i++)
		is_even = is_even && qualified[i] == qualified[0];
	is_short = is_even && !(point->month[0] && point_is_masked(point));
	if (is_short && qualified[0] & QUALIFIED_APPROXIMATE)
		buf_str(out, "ca. ");
	if (point->day[0])
		add_day(out, point);
	else if (point->month[0])
		add_month(out, point);
	else
		add_year(out, point, YEAR_ALONE);
	if (is_short && qualified[0] & QUALIFIED_UNCERTAIN)
		buf_char(out, '?');
	add_edtf(out, point);
	if (is_even && !is_short && qualified[0])
		buf_printf(out, " (%s)", qualities[qualified[0]]);
	else if (!is_even)
		add_qualities(out, point);
}

static const char *preposition(const struct date_point *point)
{
	return point->day[0] ? "on" : "in";
}

static void add_interval(struct buf *out, const struct date_item *item)
{
	/* clang-format off */
	static const char *const froms[] = { "from ", "", "from an unknown start " };
	static const char *const endless[3][3] = {
		[DATE_END_OPEN]    = { "until ", "at all times", "until an unknown end" },
		[DATE_END_UNKNOWN] = { "to ", "on", "to an unknown end" },
		[DATE_END_KNOWN]   = { " to ", " on", ", end unknown" },
	};
	/* clang-format on */

	buf_str(out, froms[item->from_end]);
	if (item->from_end == DATE_END_KNOWN)
		add_point(out, &item->from);
	buf_str(out, endless[item->from_end][item->to_end]);
	if (item->to_end == DATE_END_KNOWN)
		add_point(out, &item->to);
}

/* A range of a set: some day between its ends, or all days. */
static void add_range(struct buf *out, const struct date_item *item, bool is_all)
{
	const struct date_point *only =
		item->from_end == DATE_END_KNOWN ? &item->from : &item->to;

	if (item->from_end == DATE_END_KNOWN && item->to_end == DATE_END_KNOWN) {
		buf_str(out, is_all ? "all from " : "between ");
		add_point(out, &item->from);
		buf_str(out, is_all ? " to " : " and ");
		add_point(out, &item->to);
	} else if (is_all) {
		buf_str(out, only == &item->from ? "all from " : "all until ");
		add_point(out, only);
		buf_str(out, only == &item->from ? " on" : "");
	} else {
		buf_printf(out, "%s or %s ", preposition(only),
			   only == &item->from ? "after" : "before");
		add_point(out, only);
	}
}

static void add_set(struct buf *out, const struct date *date)
{
	bool is_all = date->shape == SHAPE_ALL_OF;

	for (int i = 0; i < date->item_count; i++) {
		const struct date_item *item = &date->items[i];

		if (i > 0 && i == date->item_count - 1)
			buf_str(out, is_all ? " and " : " or ");
		else if (i > 0)
			buf_str(out, ", ");
		if (item->is_range)
			add_range(out, item, is_all);
		else
			add_point(out, &item->from);
	}
}

void date_words(const struct date *date, enum date_style style, struct buf *out)
{
	if (style == DATE_EDTF) {
		date_print(date, out);
		return;
	}
	if (style == DATE_BRACKETED)
		buf_char(out, '[');
	if (date->shape == SHAPE_POINT)
		add_point(out, &date->items->from);
	else if (date->shape == SHAPE_INTERVAL)
		add_interval(out, date->items);
	else
		add_set(out, date);
	if (style == DATE_BRACKETED)
		buf_char(out, ']');
}
