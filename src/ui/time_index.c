#include "config.h"

#include "time_index.h"

#include <stdlib.h>

#include "model/words.h"

/* Stretches that one date adds to the cover: more members are one stretch. */
enum { STRETCHES_MOST = 16 };

static bool is_known(int64_t day)
{
	return day > INT64_MIN && day < INT64_MAX;
}

bool time_known(const struct date_extent *extent, struct time_days *days)
{
	const int64_t ends[] = { extent->start_min, extent->start_max, extent->end_min,
				 extent->end_max };
	int first = 0, last = 3;

	while (first < 4 && !is_known(ends[first]))
		first++;
	while (last > first && !is_known(ends[last]))
		last--;
	if (!extent->is_given || first == 4)
		return false;
	*days = (struct time_days){ ends[first], ends[last] };
	return days->first <= days->last;
}

static int add_ends(const struct time_days *days, struct time_days *stretches)
{
	stretches[0] = (struct time_days){ days->first, days->first };
	stretches[1] = (struct time_days){ days->last, days->last };
	return 2;
}

int time_stretches(const struct date_extent *extent, struct time_days *stretches,
		   int most)
{
	struct time_days days;
	int count = 0;

	if (!time_known(extent, &days))
		return 0;
	if (!extent->members || extent->member_count * 2 > most) {
		stretches[0] = days;
		return 1;
	}
	for (int i = 0; i < extent->member_count; i++) {
		if (!time_known(&extent->members[i], &days))
			continue;
		if (extent->is_all)
			stretches[count++] = days;
		else
			count += add_ends(&days, stretches + count);
	}
	return count;
}

/* --- Making it ------------------------------------------------------------------ */

static int item_compare(const void *a, const void *b)
{
	const struct time_item *x = a, *y = b;

	if (x->known.first != y->known.first)
		return x->known.first < y->known.first ? -1 : 1;
	if (x->known.last != y->known.last)
		return x->known.last < y->known.last ? -1 : 1;
	return x->item - y->item;
}

static const struct when *when_of(const struct dossier *dossier, struct ref ref)
{
	return ref.kind >= KIND_COUNT ? NULL : words_when(dossier, ref);
}

static void collect(struct time_index *index, const struct list *list,
		    const struct dossier *dossier)
{
	for (int i = 0; i < list->count; i++) {
		const struct when *when = when_of(dossier, list->items[i].ref);
		struct time_item *item = &index->items[index->count];

		if (!when || !when->edtf || !time_known(&when->extent, &item->known)) {
			index->undated++;
			continue;
		}
		item->item = i;
		item->when = when;
		item->last = when->extent.end_kind == DATE_END_OPEN ? INT64_MAX
								    : item->known.last;
		index->count++;
	}
}

static void cover_items(struct time_index *index, struct arena *arena)
{
	struct time_days *stretches = NULL;
	struct arena work = { 0 };
	int count = 0;

	for (int i = 0; i < index->count; i++) {
		struct time_days some[STRETCHES_MOST];
		int more = time_stretches(&index->items[i].when->extent, some,
					  STRETCHES_MOST);

		for (int j = 0; j < more; j++) {
			stretches =
				arena_grow(&work, stretches, count, sizeof *stretches);
			stretches[count++] = some[j];
		}
	}
	index->cover = time_cover(stretches, count, arena);
	arena_clear(&work);
}

struct time_index time_index(const struct list *list, const struct dossier *dossier,
			     struct arena *arena)
{
	struct time_index index = { .by = LANES_NONE };

	index.items = arena_array(arena, (size_t)list->count + 1, sizeof *index.items);
	index.places = arena_array(arena, (size_t)list->count + 1, sizeof *index.places);
	collect(&index, list, dossier);
	qsort(index.items, (size_t)index.count, sizeof *index.items, item_compare);
	for (int i = 0; i < list->count; i++)
		index.places[i] = -1;
	for (int i = 0; i < index.count; i++)
		index.places[index.items[i].item] = i;
	cover_items(&index, arena);
	return index;
}

/* --- Asking it ------------------------------------------------------------------ */

int lane_before(struct time_index *index, const struct time_lane *lane, int64_t day)
{
	int low = 0, high = lane->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		index->steps++;
		if (index->items[lane->at[middle]].known.first < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How many of the lane end before a day. */
static int ended_before(struct time_index *index, const struct time_lane *lane,
			int64_t day)
{
	int low = 0, high = lane->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		index->steps++;
		if (lane->ends[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct lane_counts lane_count(struct time_index *index, const struct time_lane *lane,
			      const struct time_days *days)
{
	int begun = days->last == INT64_MAX ? lane->count
					    : lane_before(index, lane, days->last + 1);
	int ended = ended_before(index, lane, days->first);

	return (struct lane_counts){ ended, begun - ended, lane->count - begun };
}

/* Node 1 of the tree is all of the lane; node n has 2n and 2n + 1 below it. */
int lane_next(struct time_index *index, const struct time_lane *lane, int from,
	      const struct time_days *days)
{
	int node = from + lane->leaves;

	if (from >= lane->count)
		return lane->count;
	while (lane->reach[node] < days->first) {
		for (; node & 1; node >>= 1)
			index->steps++;
		if (!node)
			return lane->count;
		node++;
	}
	while (node < lane->leaves) {
		node *= 2;
		node += lane->reach[node] < days->first;
		index->steps++;
	}
	node -= lane->leaves;
	return index->items[lane->at[node]].known.first <= days->last ? node
								      : lane->count;
}

int lane_find(struct time_index *index, const struct time_lane *lane, int item)
{
	int at = lane_before(index, lane, index->items[item].known.first);

	/* Places in the lane are in the order of the index. */
	for (int high = lane->count; at < high;) {
		int middle = at + (high - at) / 2;

		index->steps++;
		if (lane->at[middle] < item)
			at = middle + 1;
		else
			high = middle;
	}
	return at < lane->count && lane->at[at] == item ? at : -1;
}
