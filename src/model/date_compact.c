#include "config.h"

#include "date_parts.h"

/*
 * The compact form: EDTF where it can be read without its specification, else words.
 * No part of the date is left out, so different dates have different forms.
 */

/* Is the point readable in EDTF: years, months and days, with X and qualifiers? */
static bool is_plain(const struct date_point *point)
{
	int month = point->month[0] ? point_number(point->month) : 0;

	return *point->year != 'Y' && *point->year != '-' && !point->time &&
	       !point_is_significant(point) && month <= 12;
}

static bool is_plain_item(const struct date_item *item)
{
	return (item->from_end != DATE_END_KNOWN || is_plain(&item->from)) &&
	       (!item->is_range || item->to_end != DATE_END_KNOWN || is_plain(&item->to));
}

static bool is_year(const struct date_point *point)
{
	return point_precision(point) == PART_YEAR && !point_is_masked(point) &&
	       !point->qualified[PART_YEAR];
}

static void add_interval(const struct date_item *item, struct buf *out)
{
	bool has_years = item->from_end == DATE_END_KNOWN &&
			 item->to_end == DATE_END_KNOWN && is_year(&item->from) &&
			 is_year(&item->to);

	if (item->to_end == DATE_END_OPEN)
		buf_str(out, "from ");
	else if (item->from_end == DATE_END_OPEN)
		buf_str(out, "until ");
	if (item->from_end == DATE_END_KNOWN)
		point_print(&item->from, out);
	else if (item->from_end == DATE_END_UNKNOWN)
		buf_char(out, '?');
	if (item->from_end != DATE_END_OPEN && item->to_end != DATE_END_OPEN)
		buf_str(out, has_years ? "–" : " to ");
	if (item->to_end == DATE_END_KNOWN)
		point_print(&item->to, out);
	else if (item->to_end == DATE_END_UNKNOWN)
		buf_char(out, '?');
}

static void add_set(const struct date *date, struct buf *out)
{
	const char *last = date->shape == SHAPE_ONE_OF ? " or " : " and ";

	for (int i = 0; i < date->item_count; i++) {
		if (i > 0)
			buf_str(out, i + 1 < date->item_count ? ", " : last);
		point_print(&date->items[i].from, out);
	}
}

static bool has_compact_form(const struct date *date)
{
	const struct date_item *items = date->items;

	if (date->shape == SHAPE_INTERVAL && items->from_end != DATE_END_KNOWN &&
	    items->to_end != DATE_END_KNOWN)
		return false;
	for (int i = 0; i < date->item_count; i++)
		if (!is_plain_item(&items[i]) ||
		    (items[i].is_range && date->shape != SHAPE_INTERVAL))
			return false;
	return true;
}

void date_compact(const struct date *date, struct buf *out)
{
	if (!has_compact_form(date))
		date_words(date, DATE_PLAIN, out);
	else if (date->shape == SHAPE_POINT)
		point_print(&date->items->from, out);
	else if (date->shape == SHAPE_INTERVAL)
		add_interval(date->items, out);
	else
		add_set(date, out);
}
