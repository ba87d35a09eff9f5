#include "config.h"

#include <stdlib.h>

#include "model/terms.h"
#include "model/words.h"
#include "time_index.h"

/* A record is in at most so many lanes. */
enum { KEYS_MOST = 64 };

/* What lanes are made of: each has a key, a small number; the last is "none". */
struct plan {
	const struct list *list;
	const struct dossier *dossier;
	struct ref thread; /* that is read */
	int key_count;
	const char *none; /* the title of the lane of records without a key */
};

/* The keys of a record. */
struct keys {
	int at[KEYS_MOST];
	int count;
};

static void key_add(struct keys *keys, uint32_t key)
{
	for (int i = 0; i < keys->count; i++)
		if (keys->at[i] == (int)key)
			return;
	if (keys->count < KEYS_MOST)
		keys->at[keys->count++] = (int)key;
}

/* --- The keys of each kind of lanes ------------------------------------------------ */

static void thread_keys(const struct plan *plan, struct ref ref, struct keys *keys)
{
	int count;
	const struct backlink *links = dossier_backlinks(plan->dossier, ref, &count);

	if (!ref_is_none(plan->thread))
		key_add(keys, plan->thread.index);
	for (int i = 0; i < count && ref_is_none(plan->thread); i++)
		if (links[i].from.kind == KIND_THREAD)
			key_add(keys, links[i].from.index);
}

static const struct event *event_of(const struct plan *plan, struct ref ref)
{
	return ref.kind == KIND_EVENT ? &plan->dossier->events[ref.index] : NULL;
}

static void actor_keys(const struct plan *plan, struct ref ref, struct keys *keys)
{
	const struct event *event = event_of(plan, ref);

	for (int i = 0; event && i < event->participant_count; i++)
		if (event->participants[i].actor.kind == KIND_ACTOR)
			key_add(keys, event->participants[i].actor.index);
}

static void place_keys(const struct plan *plan, struct ref ref, struct keys *keys)
{
	const struct event *event = event_of(plan, ref);

	if (event && event->place.kind == KIND_PLACE)
		key_add(keys, event->place.index);
}

static void type_keys(const struct plan *plan, struct ref ref, struct keys *keys)
{
	const struct event *event = event_of(plan, ref);

	if (event && event->type)
		key_add(keys, event->type);
}

static const char *thread_title(const struct dossier *dossier, int key)
{
	const struct thread *thread = &dossier->threads[key];

	return thread->title ? thread->title : thread->record.id ? thread->record.id : "";
}

static const char *actor_title(const struct dossier *dossier, int key)
{
	return dossier_title(dossier, (struct ref){ KIND_ACTOR, (uint32_t)key });
}

static const char *place_title(const struct dossier *dossier, int key)
{
	return dossier_title(dossier, (struct ref){ KIND_PLACE, (uint32_t)key });
}

static const char *type_title(const struct dossier *dossier, int key)
{
	(void)dossier;
	return event_types.terms[key].label;
}

/* clang-format off */
static const struct {
	enum kind kind; /* whose records the keys are; KIND_NONE: terms */
	void (*keys)(const struct plan *, struct ref, struct keys *);
	const char *(*title)(const struct dossier *, int key);
	const char *none;
	bool is_counted; /* the fullest lane first, not in the order of the keys */
} kinds[LANES_COUNT] = {
	[LANES_THREAD] = { KIND_THREAD, thread_keys, thread_title, "In no thread",   false },
	[LANES_ACTOR]  = { KIND_ACTOR,  actor_keys,  actor_title,  "No actor named", true },
	[LANES_PLACE]  = { KIND_PLACE,  place_keys,  place_title,  "No place given", true },
	[LANES_TYPE]   = { KIND_NONE,   type_keys,   type_title,   "No type given",  true },
};
/* clang-format on */

/* --- Parting ---------------------------------------------------------------------- */

static void keys_of(const struct time_index *index, const struct plan *plan, int item,
		    struct keys *keys)
{
	struct ref ref = plan->list->items[index->items[item].item].ref;
	struct ref home = dossier_home(plan->dossier, ref);

	keys->count = 0;
	if (index->by != LANES_NONE) {
		kinds[index->by].keys(plan, ref, keys);
		if (!ref_equal(ref, home))
			kinds[index->by].keys(plan, home, keys);
	}
	if (!keys->count)
		key_add(keys, (uint32_t)plan->key_count);
}

static void fill_lanes(struct time_index *index, const struct plan *plan,
		       struct arena *arena)
{
	struct keys keys;

	for (int i = 0; i < index->count; i++) {
		keys_of(index, plan, i, &keys);
		for (int j = 0; j < keys.count; j++)
			index->lanes[keys.at[j]].count++;
	}
	for (int i = 0; i < index->lane_count; i++) {
		struct time_lane *lane = &index->lanes[i];

		lane->at = arena_array(arena, (size_t)lane->count, sizeof *lane->at);
		lane->title = i == plan->key_count
				      ? plan->none
				      : kinds[index->by].title(plan->dossier, i);
		lane->key = i;
		lane->count = 0;
	}
	for (int i = 0; i < index->count; i++) {
		keys_of(index, plan, i, &keys);
		for (int j = 0; j < keys.count; j++) {
			struct time_lane *lane = &index->lanes[keys.at[j]];

			lane->at[lane->count++] = i;
		}
	}
}

static int day_compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void measure(const struct time_index *index, struct time_lane *lane,
		    struct arena *arena)
{
	lane->leaves = 1;
	while (lane->leaves < lane->count)
		lane->leaves *= 2;
	lane->ends = arena_array(arena, (size_t)lane->count, sizeof *lane->ends);
	lane->reach = arena_array(arena, (size_t)lane->leaves * 2, sizeof *lane->reach);
	for (int i = 0; i < lane->leaves; i++)
		lane->reach[lane->leaves + i] =
			i < lane->count ? index->items[lane->at[i]].last : INT64_MIN;
	for (int i = 0; i < lane->count; i++)
		lane->ends[i] = index->items[lane->at[i]].last;
	qsort(lane->ends, (size_t)lane->count, sizeof *lane->ends, day_compare);
	for (int node = lane->leaves - 1; node > 0; node--) {
		int64_t left = lane->reach[2 * node], right = lane->reach[2 * node + 1];

		lane->reach[node] = left > right ? left : right;
	}
}

static int fullest_first(const void *a, const void *b)
{
	const struct time_lane *x = a, *y = b;

	if (x->count != y->count)
		return y->count - x->count;
	return x->key - y->key;
}

/* Without the empty ones; that of no key stays the last. */
static void order_lanes(struct time_index *index, bool is_counted, int key_count)
{
	int kept = 0, counted;
	bool has_none = index->lanes[key_count].count > 0;

	for (int i = 0; i < index->lane_count; i++)
		if (index->lanes[i].count)
			index->lanes[kept++] = index->lanes[i];
	index->lane_count = kept;
	counted = kept - has_none;
	if (is_counted && counted > 1)
		qsort(index->lanes, (size_t)counted, sizeof *index->lanes, fullest_first);
}

void time_part(struct time_index *index, const struct list *list,
	       const struct list_world *world, struct arena *arena)
{
	struct plan plan = { .list = list, .dossier = world->dossier, .none = "" };

	if (index->by == LANES_TYPE)
		plan.key_count = event_types.count;
	else if (index->by != LANES_NONE)
		plan.key_count = world->dossier->counts[kinds[index->by].kind];
	if (index->by != LANES_NONE)
		plan.none = kinds[index->by].none;
	plan.thread = index->thread;
	index->lane_count = plan.key_count + 1;
	index->lanes =
		arena_array(arena, (size_t)index->lane_count, sizeof *index->lanes);
	fill_lanes(index, &plan, arena);
	order_lanes(index, index->by != LANES_NONE && kinds[index->by].is_counted,
		    plan.key_count);
	for (int i = 0; i < index->lane_count; i++)
		measure(index, &index->lanes[i], arena);
}
