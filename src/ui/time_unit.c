#include "config.h"

#include "time_unit.h"

#include "model/date.h"

enum { SLACK_DAYS = 2 };
enum { MONTHS = 12, WEEK = 7, MONDAY = 3 }; /* day 0 is a Thursday */

static const int day_counts[] = { 1, 2, 7, 14 };
static const int month_counts[] = { 1, 2, 3, 6 };
static const int year_counts[] = { 1, 2, 5 };
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
				      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static int64_t floor_divide(int64_t value, int64_t by)
{
	return value / by - (value % by < 0);
}

static int64_t years_of(int level)
{
	int64_t power = 1;

	level -= LEVEL_YEAR;
	for (int i = 0; i < level / 3; i++)
		power *= 10;
	return year_counts[level % 3] * power;
}

int64_t unit_cell(int level, int64_t day)
{
	int64_t year;
	int month, day_of_month;

	if (level < LEVEL_WEEK)
		return floor_divide(day, day_counts[level]);
	if (level < LEVEL_MONTH)
		return floor_divide(day + MONDAY, day_counts[level]);
	day_split(day, &year, &month, &day_of_month);
	if (level < LEVEL_YEAR)
		return floor_divide(year * MONTHS + month - 1,
				    month_counts[level - LEVEL_MONTH]);
	return floor_divide(year, years_of(level));
}

int64_t unit_first(int level, int64_t cell)
{
	if (level < LEVEL_WEEK)
		return cell * day_counts[level];
	if (level < LEVEL_MONTH)
		return cell * day_counts[level] - MONDAY;
	if (level < LEVEL_YEAR) {
		int64_t month = cell * month_counts[level - LEVEL_MONTH];
		int64_t year = floor_divide(month, MONTHS);

		return day_of(year, (int)(month - year * MONTHS) + 1, 1);
	}
	return day_of(cell * years_of(level), 1, 1);
}

double unit_days(int level)
{
	static const double year = 365.2425;

	if (level < LEVEL_MONTH)
		return day_counts[level];
	if (level < LEVEL_YEAR)
		return month_counts[level - LEVEL_MONTH] * year / MONTHS;
	return (double)years_of(level) * year;
}

static const char *counted(int64_t count, const char *noun, struct arena *arena)
{
	return arena_printf(arena, "%lld %s%s", (long long)count, noun,
			    count == 1 ? "" : "s");
}

const char *unit_words(int level, struct arena *arena)
{
	if (level < LEVEL_WEEK)
		return counted(day_counts[level], "day", arena);
	if (level < LEVEL_MONTH)
		return counted(day_counts[level] / WEEK, "week", arena);
	if (level < LEVEL_YEAR)
		return counted(month_counts[level - LEVEL_MONTH], "month", arena);
	return counted(years_of(level), "year", arena);
}

const char *unit_length(int64_t days, struct arena *arena)
{
	/* Years of the calendar are not all alike: a few days less are whole ones, too.
	 */
	double months_long = (double)(days + SLACK_DAYS) / unit_days(LEVEL_MONTH);

	if (months_long >= 2 * MONTHS)
		return counted((int64_t)(months_long / MONTHS), "year", arena);
	if (months_long >= 2)
		return counted((int64_t)months_long, "month", arena);
	return counted(days, "day", arena);
}

const char *unit_label(const struct unit_mark *mark, struct arena *arena)
{
	int64_t year;
	int month, day;

	day_split(mark->day, &year, &month, &day);
	if (mark->level >= LEVEL_YEAR || (month == 1 && day == 1 && !mark->is_whole))
		return arena_printf(arena, "%lld", (long long)year);
	if (mark->level >= LEVEL_MONTH || (day == 1 && !mark->is_whole))
		return mark->is_whole ? arena_printf(arena, "%s %lld", months[month - 1],
						     (long long)year)
				      : months[month - 1];
	return mark->is_whole ? arena_printf(arena, "%d %s %lld", day, months[month - 1],
					     (long long)year)
			      : arena_printf(arena, "%d", day);
}

int unit_marks(int level, int cells)
{
	int marks = level;

	while (marks < LEVEL_MOST && unit_days(marks) < cells * unit_days(level))
		marks++;
	return marks;
}
