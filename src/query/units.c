#include "config.h"

#include "units.h"

static void add_taker(struct units *units, struct ref actor,
		      const struct participant *participant)
{
	units->takers = arena_grow(units->arena, units->takers, units->taker_count,
				   sizeof *units->takers);
	units->takers[units->taker_count++] = (struct taker){ actor, participant };
}

static void add_speakers(struct units *units, const struct point *point)
{
	for (int i = 0; i < point->by.count; i++)
		add_taker(units, point->by.at[i], NULL);
	for (int i = 0; i < point->to.count; i++)
		add_taker(units, point->to.at[i], NULL);
}

static void add_event_takers(struct units *units, const struct dossier *dossier,
			     const struct event *event)
{
	for (int i = 0; i < event->participant_count; i++)
		add_taker(units, event->participants[i].actor, &event->participants[i]);
	for (int i = 0; i < event->points.count; i++)
		add_speakers(units, &dossier->points[event->points.first + (uint32_t)i]);
}

void units_takers(struct units *units, const struct dossier *dossier, struct ref record)
{
	units->taker_count = 0;
	if (record.kind == KIND_EVENT)
		add_event_takers(units, dossier, &dossier->events[record.index]);
	if (record.kind == KIND_POINT)
		add_speakers(units, &dossier->points[record.index]);
	if (record.kind == KIND_RELATION) {
		add_taker(units, dossier->relations[record.index].from, NULL);
		add_taker(units, dossier->relations[record.index].to, NULL);
	}
}

static void add_passage(struct units *units, struct ref passage)
{
	if (passage.kind != KIND_PASSAGE)
		return;
	units->passages = arena_grow(units->arena, units->passages, units->passage_count,
				     sizeof *units->passages);
	units->passages[units->passage_count++] = passage;
}

static void add_passages(struct units *units, const struct refs *passages)
{
	for (int i = 0; i < passages->count; i++)
		add_passage(units, passages->at[i]);
}

static void add_point_passages(struct units *units, const struct point *point)
{
	add_passages(units, &point->passages);
	add_passages(units, &point->due.passages);
}

static void add_event_passages(struct units *units, const struct dossier *dossier,
			       const struct event *event)
{
	add_passages(units, &event->passages);
	add_passages(units, &event->date.passages);
	for (int i = 0; i < event->date_claim_count; i++)
		add_passages(units, &event->date_claims[i].date.passages);
	for (int i = 0; i < event->participant_count; i++)
		add_passages(units, &event->participants[i].passages);
	for (int i = 0; i < event->points.count; i++)
		add_point_passages(units,
				   &dossier->points[event->points.first + (uint32_t)i]);
}

static void add_actor_passages(struct units *units, const struct actor *actor)
{
	add_passages(units, &actor->passages);
	for (int i = 0; i < actor->office_count; i++) {
		add_passages(units, &actor->offices[i].passages);
		add_passages(units, &actor->offices[i].date.passages);
	}
}

static void add_relation_passages(struct units *units, const struct relation *relation)
{
	add_passages(units, &relation->passages);
	add_passages(units, &relation->date.passages);
}

/* The passages that are taken from a reference. */
static void add_taken(struct units *units, const struct dossier *dossier,
		      struct ref reference)
{
	int count;
	const struct backlink *links = dossier_backlinks(dossier, reference, &count);

	for (int i = 0; i < count; i++)
		add_passage(units, links[i].from);
}

void units_passages(struct units *units, const struct dossier *dossier, struct ref record)
{
	units->passage_count = 0;
	if (record.kind == KIND_EVENT)
		add_event_passages(units, dossier, &dossier->events[record.index]);
	if (record.kind == KIND_POINT)
		add_point_passages(units, &dossier->points[record.index]);
	if (record.kind == KIND_ACTOR)
		add_actor_passages(units, &dossier->actors[record.index]);
	if (record.kind == KIND_PLACE)
		add_passages(units, &dossier->places[record.index].passages);
	if (record.kind == KIND_RELATION)
		add_relation_passages(units, &dossier->relations[record.index]);
	if (record.kind == KIND_REFERENCE)
		add_taken(units, dossier, record);
	if (record.kind == KIND_PASSAGE)
		add_passage(units, record);
}

uint32_t units_rows(struct units *units, const struct dossier *dossier, struct ref record,
		    enum group group)
{
	if (group == GROUP_POINT && record.kind == KIND_EVENT)
		return 1 + (uint32_t)dossier->events[record.index].points.count;
	if (group == GROUP_TAKER) {
		units_takers(units, dossier, record);
		return 1 + (uint32_t)units->taker_count;
	}
	if (group == GROUP_PASSAGE) {
		units_passages(units, dossier, record);
		return 1 + (uint32_t)units->passage_count;
	}
	return 1;
}
