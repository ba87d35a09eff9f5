#include "config.h"

#include "date_parts.h"

/* Extend open ends beyond all days; one date of an open range may still be near its other
 * end. */
static struct date_span open_ends(struct date_span span, const struct date_item *item,
				  bool is_one)
{
	if (item->from_end != DATE_END_KNOWN)
		span.start_min = *(is_one ? &span.end_min : &span.start_max) = INT64_MIN;
	if (item->to_end != DATE_END_KNOWN)
		span.end_max = *(is_one ? &span.start_max : &span.end_min) = INT64_MAX;
	return span;
}

/* An interval starts some time within its first point and ends within its last. */
static struct date_span between(struct date_span from, struct date_span to)
{
	return (struct date_span){ from.start_min, from.end_max, to.start_min,
				   to.end_max };
}

/* A range of all starts with its first point and ends with its last. */
static struct date_span across(struct date_span from, struct date_span to)
{
	return (struct date_span){ from.start_min, from.start_max, to.end_min,
				   to.end_max };
}

/* A range of one is any point from the first to the last. */
static struct date_span among(struct date_span from, struct date_span to)
{
	return (struct date_span){ from.start_min, to.start_max, from.end_min,
				   to.end_max };
}

static unsigned qualified(const struct date_point *point)
{
	return point->qualified[PART_YEAR] | point->qualified[PART_MONTH] |
	       point->qualified[PART_DAY];
}

static struct date_extent measure_item(const struct date_item *item,
				       enum date_shape shape)
{
	static struct date_span (*const join[])(struct date_span, struct date_span) = {
		[SHAPE_INTERVAL] = between,
		[SHAPE_ONE_OF] = among,
		[SHAPE_ALL_OF] = across,
	};
	struct date_span days = item->from.days, near = item->from.near;
	unsigned flags = qualified(&item->from) | qualified(&item->to);
	bool is_one = shape == SHAPE_ONE_OF;

	if (item->is_range) {
		days = open_ends(join[shape](days, item->to.days), item, is_one);
		near = open_ends(join[shape](near, item->to.near), item, is_one);
	}
	return (struct date_extent){
		.start_min = days.start_min,
		.start_max = days.start_max,
		.end_min = days.end_min,
		.end_max = days.end_max,
		.near = near,
		.start_kind = (uint8_t)item->from_end,
		.end_kind = (uint8_t)item->to_end,
		.is_given = true,
		.is_interval = item->is_range && !is_one,
		.is_uncertain = flags & QUALIFIED_UNCERTAIN,
		.is_approximate = flags & QUALIFIED_APPROXIMATE,
	};
}

/* A set of one is any member; a set of all starts with the first. */
static void join_spans(struct date_span *a, const struct date_span *b, bool is_all)
{
	a->start_min = least(a->start_min, b->start_min);
	a->start_max = (is_all ? least : most)(a->start_max, b->start_max);
	a->end_min = (is_all ? most : least)(a->end_min, b->end_min);
	a->end_max = most(a->end_max, b->end_max);
}

static struct date_span span_of(const struct date_extent *extent)
{
	return (struct date_span){ extent->start_min, extent->start_max, extent->end_min,
				   extent->end_max };
}

static void join_extents(struct date_extent *a, const struct date_extent *b)
{
	struct date_span days = span_of(a), more = span_of(b);

	join_spans(&days, &more, a->is_all);
	join_spans(&a->near, &b->near, a->is_all);
	a->start_kind |= b->start_kind; /* sets have only open ends */
	a->end_kind |= b->end_kind;
	a->start_min = days.start_min;
	a->start_max = days.start_max;
	a->end_min = days.end_min;
	a->end_max = days.end_max;
	a->is_uncertain |= b->is_uncertain;
	a->is_approximate |= b->is_approximate;
}

struct date_extent date_measure(struct arena *arena, const struct date *date)
{
	struct date_extent extent = measure_item(date->items, date->shape), *members;

	if (date->shape < SHAPE_ONE_OF)
		return extent;
	members = arena_array(arena, (size_t)date->item_count, sizeof *members);
	members[0] = extent;
	extent.is_all = date->shape == SHAPE_ALL_OF;
	for (int i = 1; i < date->item_count; i++) {
		members[i] = measure_item(&date->items[i], date->shape);
		join_extents(&extent, &members[i]);
	}
	extent.is_interval =
		extent.is_all && (extent.is_interval || date->item_count > 1);
	extent.members = members;
	extent.member_count = date->item_count;
	return extent;
}
