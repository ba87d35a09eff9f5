#include "config.h"

#include "date_parts.h"

#include <string.h>

/* What is told of a date by its extent alone: order in lists, and filters. */

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

/* What a list is sorted by, from the weightiest; equal keys are equal extents. */
enum { KEY_COUNT = 13 };

static void sort_key(const struct date_extent *date, int64_t key[KEY_COUNT])
{
	bool has_start = date->start_kind != DATE_END_UNKNOWN;
	/* clang-format off */
	const int64_t keys[KEY_COUNT] = {
		!date->is_given,
		has_start ? date->start_min : date->end_min,
		date->end_max,
		date->is_uncertain,
		date->is_approximate,
		has_start ? date->start_max : INT64_MAX,
		~date->end_min, /* the later, the more exact */
		date->is_interval,
		date->member_count,
		date->is_all,
		date->start_kind,
		date->end_kind,
		date->near.start_min,
	};
	/* clang-format on */

	for (int i = 0; i < KEY_COUNT; i++)
		key[i] = keys[i];
}

int date_extent_compare(const struct date_extent *a, const struct date_extent *b)
{
	int64_t key_a[KEY_COUNT], key_b[KEY_COUNT];
	int order = 0;

	sort_key(a, key_a);
	sort_key(b, key_b);
	for (int i = 0; i < KEY_COUNT && !order; i++)
		order = compare(key_a[i], key_b[i]);
	return order;
}

static enum truth member_within(const struct date_extent *date, int64_t first,
				int64_t last)
{
	struct date_span near = date->near;
	bool is_inside = near.start_min >= first && near.end_max <= last;

	if (near.end_max < first || near.start_min > last)
		return TRUTH_NO;
	/* What has an unknown end ends no earlier than it starts, and so back. */
	if (date->start_kind == DATE_END_UNKNOWN)
		near.start_max = near.end_max;
	if (date->end_kind == DATE_END_UNKNOWN)
		near.end_min = date->near.start_min;
	if (is_inside ||
	    (date->is_interval && near.start_max <= last && near.end_min >= first))
		return date->is_uncertain ? TRUTH_MAYBE : TRUTH_YES;
	return TRUTH_MAYBE;
}

/* All of a set is there as soon as one is; one of it, when each would be. */
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
