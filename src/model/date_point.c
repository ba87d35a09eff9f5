#include "config.h"

#include "date_parts.h"

#include <string.h>

bool point_allows(const char two[2], int number)
{
	return (two[0] == 'X' || two[0] == '0' + number / 10) &&
	       (two[1] == 'X' || two[1] == '0' + number % 10);
}

int point_number(const char two[2])
{
	if (two[0] == 'X' || two[1] == 'X')
		return -1;
	return (two[0] - '0') * 10 + (two[1] - '0');
}

enum date_part point_precision(const struct date_point *point)
{
	return point->day[0] ? PART_DAY : point->month[0] ? PART_MONTH : PART_YEAR;
}

bool point_is_masked(const struct date_point *point)
{
	return memchr(point->year, 'X', (size_t)point->year_len) ||
	       memchr(point->month, 'X', 2) || memchr(point->day, 'X', 2);
}

bool point_allows_any(const char two[2], int first, int last)
{
	while (first <= last && !point_allows(two, first))
		first++;
	return first <= last;
}

bool point_is_significant(const struct date_point *point)
{
	return memchr(point->year, 'S', (size_t)point->year_len) != NULL;
}

bool point_is_simply_masked(const struct date_point *point)
{
	const char *year = point->year + (*point->year == '-');
	bool has_day = point->day[0], day_is_xx = !memcmp(point->day, "XX", 2),
	     month_is_xx = !memcmp(point->month, "XX", 2);

	if (year[3] == 'X' || year[2] == 'X')
		return year[3] == 'X' && year[1] != 'X' && year[0] != 'X' &&
		       !point->month[0];
	if (year[0] == 'X' || year[1] == 'X')
		return false;
	return has_day ? day_is_xx && (month_is_xx || point_number(point->month) > 0)
		       : month_is_xx;
}

/* Append a digit, up to YEAR_LIMIT. */
static int64_t enlarge(int64_t number, int digit)
{
	return number < YEAR_LIMIT / 10 ? number * 10 + digit : YEAR_LIMIT;
}

/* Evaluate the year's text: "19XX", "Y-17E7", "1950S2". */
static void measure_year(struct date_point *point)
{
	const char *at = point->year + (*point->year == 'Y');
	bool is_negative = *at == '-';
	const char *end = point->year + point->year_len;
	int64_t low = 0, high = 0, exponent = 0, digits = 0;

	for (at += is_negative; at < end && *at != 'E' && *at != 'S'; at++) {
		low = enlarge(low, *at == 'X' ? 0 : *at - '0');
		high = enlarge(high, *at == 'X' ? 9 : *at - '0');
		digits += high > 0;
	}
	if (at < end && *at == 'E')
		for (at++; at < end && *at != 'S'; at++)
			exponent = enlarge(exponent, *at - '0');
	for (digits += exponent; exponent > 0 && low < YEAR_LIMIT; exponent--)
		low = high = enlarge(low, 0);
	point->year_estimate = is_negative ? -low : low;
	if (at < end) {
		int64_t significant = 0, unit = 1;

		for (at++; at < end; at++)
			significant = enlarge(significant, *at - '0');
		for (; significant < digits && unit < YEAR_LIMIT; significant++)
			unit *= 10;
		low = low / unit * unit;
		high = low + unit - 1;
	}
	/* There is no year -0: -000X ends with -0001. */
	point->year_min = is_negative ? -high : low;
	point->year_max = !is_negative ? high : low ? -low : -1;
}

static bool year_fits(const struct date_point *point, int64_t year)
{
	const char *digits = point->year + (*point->year == '-');

	if (point->year_min == point->year_max)
		return true;
	if (year < 0)
		year = -year;
	for (int i = 3; i >= 0; i--, year /= 10)
		if (digits[i] != 'X' && digits[i] != '0' + year % 10)
			return false;
	return true;
}

/* Find the first (`step` 1) or last (-1) existing day that the point allows. */
static bool find_day(const struct date_point *point, int step, int64_t *found)
{
	int64_t year = step > 0 ? point->year_min : point->year_max;

	for (; year >= point->year_min && year <= point->year_max; year += step) {
		if (!year_fits(point, year))
			continue;
		for (int month = step > 0 ? 1 : 12; month >= 1 && month <= 12;
		     month += step) {
			int last = days_in_month(year, month);

			if (!point_allows(point->month, month))
				continue;
			for (int day = step > 0 ? 1 : last; day >= 1 && day <= last;
			     day += step)
				if (point_allows(point->day, day)) {
					*found = day_of(year, month, day);
					return true;
				}
		}
	}
	return false;
}

static bool measure_day(const struct date_point *point, struct date_span *span)
{
	if (!find_day(point, 1, &span->start_min))
		return false;
	find_day(point, -1, &span->end_max);
	/* 24:00:00 is 00:00:00 of the next day. */
	if (point->time && !memcmp(point->time, "T24", 3))
		span->end_max = ++span->start_min;
	span->end_min = span->start_min;
	span->start_max = span->end_max;
	return true;
}

/* The span of all codes that the two places allow: months if any, else seasons. */
static struct date_span measure_month(const struct date_point *point)
{
	int first_min = 99, first_max = 0, after_min = 99, after_max = 0;
	bool is_month = point_allows_any(point->month, 1, 12);

	for (int code = is_month ? 1 : 21; code <= (is_month ? 12 : 41); code++) {
		struct season season = season_of(code);
		int after = season.first + season.count;

		if (!point_allows(point->month, code))
			continue;
		first_min = season.first < first_min ? season.first : first_min;
		first_max = season.first > first_max ? season.first : first_max;
		after_min = after < after_min ? after : after_min;
		after_max = after > after_max ? after : after_max;
	}
	return (struct date_span){ day_of(point->year_min, first_min, 1),
				   day_of(point->year_max, first_max, 1),
				   day_of(point->year_min, after_min, 1) - 1,
				   day_of(point->year_max, after_max, 1) - 1 };
}

/* Add months and days, clamping the day to the length of the month. */
static int64_t shift(int64_t day, int64_t months, int days)
{
	int64_t year;
	int month, day_of_month;

	day_split(day, &year, &month, &day_of_month);
	year += floor_div(month - 1 + months, 12);
	month = (int)(month - 1 + months - 12 * floor_div(month - 1 + months, 12)) + 1;
	if (day_of_month > days_in_month(year, month))
		day_of_month = days_in_month(year, month);
	return day_of(year, month, day_of_month) + days;
}

/* Extend by one unit on both sides: of the finest part that is approximate and known. */
static struct date_span measure_near(const struct date_point *point)
{
	const struct date_span days = point->days;
	int part = PART_DAY, step = 0;
	int64_t months = 0;

	while (part >= 0 && !(point->qualified[part] & QUALIFIED_APPROXIMATE))
		part--;
	if (part < 0)
		return days;
	if (part == PART_DAY && memcmp(point->day, "XX", 2))
		step = 1;
	else if (part >= PART_MONTH && point_number(point->month) > 0)
		months = season_of(point_number(point->month)).count;
	else
		months = 12 * (point->year_max - point->year_min + 1);
	/* Clamped at the limit of years. */
	return (struct date_span){
		least(days.start_min, shift(days.start_min, -months, -step)),
		most(days.start_max, shift(days.start_max, months, step)),
		least(days.end_min, shift(days.end_min + 1, -months, -step) - 1),
		most(days.end_max, shift(days.end_max + 1, months, step) - 1),
	};
}

bool point_measure(struct date_point *point)
{
	measure_year(point);
	if (point->day[0] && !measure_day(point, &point->days))
		return false;
	if (!point->day[0] && point->month[0])
		point->days = measure_month(point);
	if (!point->month[0])
		point->days = (struct date_span){ day_of(point->year_min, 1, 1),
						  day_of(point->year_max, 1, 1),
						  day_of(point->year_min, 12, 31),
						  day_of(point->year_max, 12, 31) };
	point->near = measure_near(point);
	return true;
}
