#include "config.h"

#include "export_dates.h"

#include <inttypes.h>

static struct date_parts day_parts(int64_t day)
{
	struct date_parts split;

	day_split(day, &split.year, &split.month, &split.day);
	return split;
}

/* Are the days first..last one day, month or year?  Else they are two days. */
static bool is_unit(int64_t first, int64_t last, struct date_parts *unit)
{
	struct date_parts from = day_parts(first), to = day_parts(last + 1);

	*unit = from;
	if (first == last)
		return true;
	if (from.day != 1 || to.day != 1)
		return false;
	unit->day = 0;
	if (to.year * 12 + to.month == from.year * 12 + from.month + 1)
		return true;
	unit->month = 0;
	if (from.month == 1 && to.month == 1 && to.year == from.year + 1)
		return true;
	*unit = from;
	return false;
}

static bool is_day(int64_t day)
{
	return day != INT64_MIN && day != INT64_MAX;
}

bool date_range(const struct date_extent *extent, struct date_range *range)
{
	*range = (struct date_range){ 0 };
	if (!extent->is_given || !is_day(extent->start_min) || !is_day(extent->end_max))
		return false;
	range->is_widened =
		extent->is_approximate || extent->is_uncertain || extent->member_count;
	if (!extent->is_interval || !is_day(extent->start_max) ||
	    !is_day(extent->end_min)) {
		if (is_unit(extent->start_min, extent->end_max, &range->first))
			return true;
		range->is_widened = range->has_last = true;
		range->last = day_parts(extent->end_max);
		return true;
	}
	range->has_last = true;
	if (!is_unit(extent->start_min, extent->start_max, &range->first))
		range->is_widened = true;
	if (!is_unit(extent->end_min, extent->end_max, &range->last)) {
		range->is_widened = true;
		range->last = day_parts(extent->end_max);
	}
	return true;
}

void iso_day(int64_t day, struct buf *out)
{
	struct date_parts split = day_parts(day);

	buf_printf(out, "%s%04" PRId64 "-%02d-%02d", split.year < 0 ? "-" : "",
		   split.year < 0 ? -split.year : split.year, split.month, split.day);
}
