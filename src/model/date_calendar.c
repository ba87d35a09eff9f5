#include "config.h"

#include "date_parts.h"

/* Days of 400 years, and from 0000-03-01 to 1970-01-01. */
enum { ERA_DAYS = 146097, EPOCH = 719468 };

/*
 * Meteorological seasons, of whole months; of the northern hemisphere when none is
 * given.  A winter belongs to the year of its December, as does a southern summer.
 */
/* clang-format off */
static const struct season seasons[42] = {
	[21] = {  3, 3 }, [22] = { 6, 3 }, [23] = { 9, 3 }, [24] = { 12, 3 },
	[25] = {  3, 3 }, [26] = { 6, 3 }, [27] = { 9, 3 }, [28] = { 12, 3 },
	[29] = {  9, 3 }, [30] = { 12, 3 }, [31] = { 3, 3 }, [32] = { 6, 3 },
	[33] = {  1, 3 }, [34] = { 4, 3 }, [35] = { 7, 3 }, [36] = { 10, 3 },
	[37] = {  1, 4 }, [38] = { 5, 4 }, [39] = { 9, 4 },
	[40] = {  1, 6 }, [41] = { 7, 6 },
};
/* clang-format on */

struct season season_of(int code)
{
	if (code >= 1 && code <= 12)
		return (struct season){ code, 1 };
	if (code < 0 || code >= (int)(sizeof seasons / sizeof *seasons))
		return (struct season){ 0 };
	return seasons[code];
}

int days_in_month(int64_t year, int month)
{
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30,
					      31, 31, 30, 31, 30, 31 };
	bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && is_leap);
}

int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Years are counted from March, so that the leap day is the last day. */
int64_t day_of(int64_t year, int month, int day)
{
	if (year > YEAR_LIMIT)
		year = YEAR_LIMIT;
	if (year < -YEAR_LIMIT)
		year = -YEAR_LIMIT;
	year += floor_div(month - 1, 12);
	month = (int)(month - 1 - 12 * floor_div(month - 1, 12)) + 1;
	if (month <= 2)
		year--;
	int64_t era = floor_div(year, 400), year_of_era = year - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	       day_of_year - EPOCH;
}

void day_split(int64_t day, int64_t *year, int *month, int *day_of_month)
{
	/* The values of open and unknown ends must not overflow. */
	if (day > INT64_MAX - EPOCH)
		day = INT64_MAX - EPOCH;
	day += EPOCH;
	int64_t era = floor_div(day, ERA_DAYS), rest = day - era * ERA_DAYS;
	int64_t years = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
	int64_t days = rest - (365 * years + years / 4 - years / 100);
	int from_march = (int)((5 * days + 2) / 153);

	*day_of_month = (int)(days - (153 * from_march + 2) / 5 + 1);
	*month = from_march < 10 ? from_march + 3 : from_march - 9;
	*year = years + era * 400 + (*month <= 2);
}

int64_t year_of(int64_t day)
{
	int64_t year;
	int month, day_of_month;

	day_split(day, &year, &month, &day_of_month);
	return year;
}
