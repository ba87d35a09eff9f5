#include "config.h"

#include "date_parts.h"

#include <string.h>

const char *const date_marks[] = { "", "?", "~", "%" };

static void print_time(const struct date_point *point, struct buf *out)
{
	int64_t year;
	int month, day;

	day_split(point->days.start_min, &year, &month, &day);
	/* After 9999-12-31, 24:00:00 has no other form. */
	if (!memcmp(point->time, "T24", 3) && year <= 9999) {
		buf_printf(out, "%s%04d-%02d-%02dT00", year < 0 ? "-" : "",
			   (int)(year < 0 ? -year : year), month, day);
		buf_add(out, point->time + 3, (size_t)point->time_len - 3);
		return;
	}
	buf_printf(out, "%.*s-%.2s-%.2s%.*s", point->year_len, point->year, point->month,
		   point->day, point->time_len, point->time);
}

/*
 * The qualifier that the first parts share is printed to the right of the last of
 * them, other qualifiers to the left of their part.
 */
void point_print(const struct date_point *point, struct buf *out)
{
	const unsigned char *qualified = point->qualified;
	int last = (int)point_precision(point), shared = 0;

	if (point->time) {
		print_time(point, out);
		return;
	}
	while (shared < last && qualified[shared + 1] == qualified[0])
		shared++;
	buf_add(out, point->year, (size_t)point->year_len);
	for (int part = PART_YEAR;; part++) {
		if (part == shared)
			buf_str(out, date_marks[qualified[0]]);
		if (part == last)
			return;
		buf_printf(out, "-%s%.2s",
			   part + 1 > shared ? date_marks[qualified[part + 1]] : "",
			   part + 1 == PART_MONTH ? point->month : point->day);
	}
}

static void print_end(const struct date_point *point, enum date_end end, struct buf *out)
{
	if (end == DATE_END_KNOWN)
		point_print(point, out);
}

static void print_items(const struct date *date, struct buf *out)
{
	for (int i = 0; i < date->item_count; i++) {
		const struct date_item *item = &date->items[i];

		if (i > 0)
			buf_char(out, ',');
		print_end(&item->from, item->from_end, out);
		if (!item->is_range)
			continue;
		buf_str(out, "..");
		print_end(&item->to, item->to_end, out);
	}
}

void date_print(const struct date *date, struct buf *out)
{
	const struct date_item *item = date->items;

	if (date->shape == SHAPE_POINT) {
		point_print(&item->from, out);
	} else if (date->shape == SHAPE_INTERVAL) {
		if (item->from_end == DATE_END_OPEN)
			buf_str(out, "..");
		print_end(&item->from, item->from_end, out);
		buf_char(out, '/');
		if (item->to_end == DATE_END_OPEN)
			buf_str(out, "..");
		print_end(&item->to, item->to_end, out);
	} else {
		buf_char(out, date->shape == SHAPE_ONE_OF ? '[' : '{');
		print_items(date, out);
		buf_char(out, date->shape == SHAPE_ONE_OF ? ']' : '}');
	}
}
