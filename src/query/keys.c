#include "config.h"

#include <string.h>

#include "field.h"
#include "model/office.h"
#include "model/terms.h"

static void keys_push(struct keys *keys, struct key key)
{
	keys->at = arena_grow(keys->arena, keys->at, keys->count, &keys->room,
			      sizeof *keys->at);
	keys->at[keys->count++] = key;
}

static void keys_add(struct keys *keys, struct key key)
{
	for (int i = 0; i < keys->count; i++) {
		struct key *old = &keys->at[i];

		if (old->key != key.key)
			continue;
		if (key.truth > old->truth ||
		    (key.truth == old->truth && ref_is_none(key.through)))
			*old = key;
		return;
	}
	keys_push(keys, key);
}

static void add_sure(struct keys *keys, uint32_t key)
{
	keys_add(keys, (struct key){ .key = key, .truth = TRUTH_YES });
}

/* The actor, and whose offices it held on the day. */
static void add_actor(const struct dossier *dossier, const struct event *event,
		      struct ref actor, struct keys *keys)
{
	if (actor.kind != KIND_ACTOR)
		return;
	const struct actor *holder = &dossier->actors[actor.index];

	add_sure(keys, actor.index);
	for (int i = 0; i < holder->office_count; i++) {
		const struct office *office = &holder->offices[i];
		enum truth held = office_held(office, &event->date.extent);

		if (office->of.kind == KIND_ACTOR && held >= TRUTH_MAYBE)
			keys_add(keys, (struct key){ office->of.index, held, actor });
	}
}

static void actor_keys(const struct space *space, const struct event *event,
		       struct keys *keys)
{
	const struct dossier *dossier = space->dossier;
	const struct point *points = dossier->points + event->points.first;

	for (int i = 0; i < event->participant_count; i++)
		add_actor(dossier, event, event->participants[i].actor, keys);
	for (int i = 0; i < event->points.count; i++) {
		for (int j = 0; j < points[i].by.count; j++)
			add_actor(dossier, event, points[i].by.at[j], keys);
		for (int j = 0; j < points[i].to.count; j++)
			add_actor(dossier, event, points[i].to.at[j], keys);
	}
}

static void role_keys(const struct space *space, const struct event *event,
		      struct keys *keys)
{
	(void)space;
	for (int i = 0; i < event->participant_count; i++)
		if (event->participants[i].role)
			add_sure(keys, event->participants[i].role);
}

static void year_keys(const struct space *space, const struct event *event,
		      struct keys *keys)
{
	const struct date_extent *extent = &event->date.extent;

	if (!extent->is_given || !space->count)
		return;
	int64_t first = space->first_year, last = first + space->count - 1;
	int64_t start =
		extent->start_min == INT64_MIN ? first : year_of(extent->start_min);
	int64_t end = extent->end_max == INT64_MAX ? last : year_of(extent->end_max);
	/* What is approximate may lie outside its days, by less than it is long. */
	int64_t slack = extent->is_approximate ? end - start + 1 : 0;

	first = start - slack > first ? start - slack : first;
	last = end + slack < last ? end + slack : last;
	for (int64_t year = first; year <= last; year++) {
		uint32_t key = (uint32_t)(year - space->first_year);
		enum truth truth = date_extent_within(extent, day_of(year, 1, 1),
						      day_of(year, 12, 31));

		if (truth >= TRUTH_MAYBE)
			keys_push(keys, (struct key){ key, truth, { 0 } });
	}
}

static void place_keys(const struct space *space, const struct event *event,
		       struct keys *keys)
{
	const struct dossier *dossier = space->dossier;
	struct ref place = event->place;

	/* A cycle is an error of the dossier, and no reason to hang. */
	for (uint32_t i = 0; place.kind == KIND_PLACE && i < space->count; i++) {
		add_sure(keys, place.index);
		place = dossier->places[place.index].within;
	}
}

static void type_keys(const struct space *space, const struct event *event,
		      struct keys *keys)
{
	(void)space;
	if (event->type)
		add_sure(keys, event->type);
}

static void mode_keys(const struct space *space, const struct event *event,
		      struct keys *keys)
{
	(void)space;
	if (event->mode)
		add_sure(keys, event->mode);
}

static void kind_keys(const struct space *space, const struct event *event,
		      struct keys *keys)
{
	const struct point *points = space->dossier->points + event->points.first;

	for (int i = 0; i < event->points.count; i++)
		if (points[i].kind)
			add_sure(keys, points[i].kind);
}

static void status_keys(const struct space *space, const struct event *event,
			struct keys *keys)
{
	const struct point *points = space->dossier->points + event->points.first;

	if (event->status)
		add_sure(keys, event->status);
	for (int i = 0; i < event->points.count; i++)
		if (points[i].status.term)
			add_sure(keys,
				 (uint32_t)event_statuses.count + points[i].status.term);
}

/* The threads that name the record in a step. */
static void add_threads(const struct dossier *dossier, struct ref ref, struct keys *keys)
{
	int count;
	const struct backlink *links = dossier_backlinks(dossier, ref, &count);

	for (int i = 0; i < count; i++)
		if (links[i].from.kind == KIND_THREAD)
			add_sure(keys, links[i].from.index);
}

static void thread_keys(const struct space *space, const struct event *event,
			struct keys *keys)
{
	const struct dossier *dossier = space->dossier;
	uint32_t index = (uint32_t)(event - dossier->events);

	add_threads(dossier, (struct ref){ KIND_EVENT, index }, keys);
	for (int i = 0; i < event->points.count; i++)
		add_threads(dossier,
			    (struct ref){ KIND_POINT, event->points.first + (uint32_t)i },
			    keys);
}

static void tag_keys(const struct space *space, const struct event *event,
		     struct keys *keys)
{
	for (int i = 0; i < event->tags.count; i++) {
		const char *tag = event->tags.at[i];

		add_sure(keys, (uint32_t)*map_get(&space->tag_keys, tag, strlen(tag)));
	}
}

static void add_sources(const struct dossier *dossier, const struct refs *passages,
			struct keys *keys)
{
	for (int i = 0; i < passages->count; i++) {
		if (passages->at[i].kind != KIND_PASSAGE)
			continue;
		struct ref source = dossier->passages[passages->at[i].index].source;

		if (source.kind == KIND_REFERENCE)
			add_sure(keys, source.index);
	}
}

static void source_keys(const struct space *space, const struct event *event,
			struct keys *keys)
{
	const struct dossier *dossier = space->dossier;
	const struct point *points = dossier->points + event->points.first;

	add_sources(dossier, &event->passages, keys);
	add_sources(dossier, &event->date.passages, keys);
	for (int i = 0; i < event->date_claim_count; i++)
		add_sources(dossier, &event->date_claims[i].date.passages, keys);
	for (int i = 0; i < event->participant_count; i++)
		add_sources(dossier, &event->participants[i].passages, keys);
	for (int i = 0; i < event->points.count; i++) {
		add_sources(dossier, &points[i].passages, keys);
		add_sources(dossier, &points[i].due.passages, keys);
	}
}

static void id_keys(const struct space *space, const struct event *event,
		    struct keys *keys)
{
	add_sure(keys, (uint32_t)(event - space->dossier->events));
}

static void (*const adders[QUERY_FIELD_COUNT])(const struct space *space,
					       const struct event *event,
					       struct keys *keys) = {
	[QUERY_ACTOR] = actor_keys,   [QUERY_ROLE] = role_keys,
	[QUERY_YEAR] = year_keys,     [QUERY_PLACE] = place_keys,
	[QUERY_TYPE] = type_keys,     [QUERY_MODE] = mode_keys,
	[QUERY_KIND] = kind_keys,     [QUERY_STATUS] = status_keys,
	[QUERY_THREAD] = thread_keys, [QUERY_TAG] = tag_keys,
	[QUERY_SOURCE] = source_keys, [QUERY_ID] = id_keys,
};

void space_keys(const struct space *space, uint32_t event, struct keys *keys)
{
	keys->count = 0;
	if (adders[space->field])
		adders[space->field](space, &space->dossier->events[event], keys);
}
