#include "config.h"

#include "date_parts.h"

#include <string.h>

/* Accessors, and what depends only on the extent: order in lists, and filters. */

int date_level(const struct date *date)
{
	return date->level;
}

const char *date_warning(const struct date *date)
{
	return date->warning;
}

struct date_extent date_extent(const struct date *date)
{
	return date->extent;
}

void date_extent_keep(struct date_extent *extent, struct arena *arena)
{
	struct date_extent *members;

	if (!extent->members)
		return;
	members = arena_array(arena, (size_t)extent->member_count, sizeof *members);
	memcpy(members, extent->members, (size_t)extent->member_count * sizeof *members);
	extent->members = members;
}

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* The sort keys, the first most significant; extents with equal keys are equal. */
enum { KEY_COUNT = 13 };

static int64_t sort_key(const struct date_extent *date, int key)
{
	bool has_start = date->start_kind != DATE_END_UNKNOWN;

	/* clang-format off */
	switch (key) {
	case 0:  return !date->is_given;
	case 1:  return has_start ? date->start_min : date->end_min;
	case 2:  return date->end_max;
	case 3:  return date->is_uncertain;
	case 4:  return date->is_approximate;
	case 5:  return has_start ? date->start_max : INT64_MAX;
	case 6:  return ~date->end_min; /* later is more precise */
	case 7:  return date->is_interval;
	case 8:  return date->member_count;
	case 9:  return date->is_all;
	case 10: return date->start_kind;
	case 11: return date->end_kind;
	default: return date->near.start_min;
	}
	/* clang-format on */
}

int date_extent_compare(const struct date_extent *a, const struct date_extent *b)
{
	int order = 0;

	for (int key = 0; key < KEY_COUNT && !order; key++)
		order = compare(sort_key(a, key), sort_key(b, key));
	return order;
}

static enum truth member_within(const struct date_extent *date, int64_t first,
				int64_t last)
{
	struct date_span near = date->near;
	bool is_inside = near.start_min >= first && near.end_max <= last;

	if (near.end_max < first || near.start_min > last)
		return TRUTH_NO;
	/* An unknown end is not before the start, an unknown start not after the end. */
	if (date->start_kind == DATE_END_UNKNOWN)
		near.start_max = near.end_max;
	if (date->end_kind == DATE_END_UNKNOWN)
		near.end_min = date->near.start_min;
	if (is_inside ||
	    (date->is_interval && near.start_max <= last && near.end_min >= first))
		return date->is_uncertain ? TRUTH_MAYBE : TRUTH_YES;
	return TRUTH_MAYBE;
}

/* A set of all is within when any member is; a set of one, when every member is. */
enum truth date_extent_within(const struct date_extent *date, int64_t first, int64_t last)
{
	if (!date->is_given)
		return TRUTH_NO;
	if (!date->members)
		return member_within(date, first, last);

	enum truth least = TRUTH_YES, most = TRUTH_NO;

	for (int i = 0; i < date->member_count; i++) {
		enum truth truth = member_within(&date->members[i], first, last);

		least = truth < least ? truth : least;
		most = truth > most ? truth : most;
	}
	if (date->is_all || least == most)
		return most;
	return TRUTH_MAYBE;
}
