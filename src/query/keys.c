#include "config.h"

#include "index.h"
#include "model/office.h"
#include "model/words.h"

/* Fields that ask about a record as a whole, or about its points. */

/* The event of a point, else the record. */
static const struct event *event_of(const struct key_sink *sink, struct ref record)
{
	const struct dossier *dossier = sink->index->dossier;
	struct ref home = dossier_home(dossier, record);

	return home.kind == KIND_EVENT ? &dossier->events[home.index] : NULL;
}

static void find_years(struct key_sink *sink, struct ref record)
{
	const struct space *space = index_space(sink->index, QUERY_YEAR);
	const struct when *when = words_when(sink->index->dossier, record);

	if (!when || !when->extent.is_given || !space_count(space))
		return;
	const struct date_span *near = &when->extent.near;
	int64_t first = space->first_year, last = first + space_count(space) - 1;
	int64_t start = near->start_min == INT64_MIN ? first : year_of(near->start_min);
	int64_t end = near->end_max == INT64_MAX ? last : year_of(near->end_max);

	start = start > first ? start : first;
	end = end < last ? end : last;
	for (int64_t year = start; year <= end; year++) {
		enum truth truth = date_extent_within(&when->extent, day_of(year, 1, 1),
						      day_of(year, 12, 31));

		if (truth < TRUTH_MAYBE)
			continue;
		/* Each comes once: no need to look for it among many. */
		sink->at =
			arena_grow(sink->arena, sink->at, sink->count, sizeof *sink->at);
		sink->at[sink->count++] =
			(struct key){ .key = (uint32_t)(year - first), .truth = truth };
	}
}

const struct query_keys keys_year = { .find = find_years };

/* The place and all that it lies within; a cycle is an error of the dossier. */
static void add_places(struct key_sink *sink, struct ref place)
{
	const struct dossier *dossier = sink->index->dossier;

	for (int i = 0; place.kind == KIND_PLACE && i < dossier->counts[KIND_PLACE];
	     i++) {
		sink_add_sure(sink, 0, place.index);
		place = dossier->places[place.index].within;
	}
}

static void find_places(struct key_sink *sink, struct ref record)
{
	const struct event *event = event_of(sink, record);

	if (event)
		add_places(sink, event->place);
	if (record.kind == KIND_PLACE)
		add_places(sink, record);
	if (record.kind == KIND_RELATION) {
		add_places(sink, sink->index->dossier->relations[record.index].from);
		add_places(sink, sink->index->dossier->relations[record.index].to);
	}
}

const struct query_keys keys_place = { .find = find_places,
				       .of = KIND_PLACE,
				       .has_endings = true };

/* A field, and a part of its space that is a vocabulary. */
struct terms {
	enum query_field field;
	enum space_part part;
};

/* A term of a vocabulary, to a row; 0 is none. */
static void add_term(struct key_sink *sink, struct terms terms, uint32_t row, int term)
{
	const struct space *space = index_space(sink->index, terms.field);

	if (term)
		sink_add_sure(sink, row, space->first[terms.part] + (uint32_t)term);
}

static const struct terms types = { QUERY_TYPE, PART_VOCABULARY },
			  features_in_type = { QUERY_TYPE, PART_SECOND },
			  modes_in_type = { QUERY_TYPE, PART_LAST },
			  modes = { QUERY_MODE, PART_VOCABULARY },
			  kinds_of_point = { QUERY_KIND, PART_VOCABULARY },
			  kinds_of_actor = { QUERY_KIND, PART_SECOND },
			  statuses_of_event = { QUERY_STATUS, PART_VOCABULARY },
			  statuses_of_point = { QUERY_STATUS, PART_SECOND };

static void find_types(struct key_sink *sink, struct ref record)
{
	const struct dossier *dossier = sink->index->dossier;
	const struct event *event = event_of(sink, record);

	if (event) {
		add_term(sink, types, 0, (int)event->type);
		add_term(sink, modes_in_type, 0, (int)event->mode);
	}
	if (record.kind == KIND_PLACE)
		add_term(sink, features_in_type, 0,
			 (int)dossier->places[record.index].feature);
	if (record.kind == KIND_REFERENCE && dossier->references[record.index].type)
		sink_add_sure(sink, 0,
			      space_string(index_space(sink->index, QUERY_TYPE),
					   dossier->references[record.index].type));
}

static void collect_types(struct space *space)
{
	for (int i = 0; i < space->dossier->counts[KIND_REFERENCE]; i++)
		if (space->dossier->references[i].type)
			space_intern(space, space->dossier->references[i].type);
}

/* What an event is, in words, may be its mode: "visit". */
const struct query_keys keys_type = {
	.find = find_types,
	.vocabularies = { [PART_VOCABULARY] = &event_types,
			  [PART_SECOND] = &features,
			  [PART_LAST] = &event_modes },
	.collect = collect_types,
	.hidden = PART_LAST,
};

static void find_modes(struct key_sink *sink, struct ref record)
{
	const struct event *event = event_of(sink, record);

	if (event)
		add_term(sink, modes, 0, (int)event->mode);
}

const struct query_keys keys_mode = { .find = find_modes,
				      .vocabularies = { &event_modes } };

static void find_tags(struct key_sink *sink, struct ref record)
{
	const struct event *event = event_of(sink, record);

	for (int i = 0; event && i < event->tags.count; i++)
		sink_add_sure(sink, 0,
			      space_string(index_space(sink->index, QUERY_TAG),
					   event->tags.at[i]));
}

static void collect_tags(struct space *space)
{
	for (int i = 0; i < space->dossier->counts[KIND_EVENT]; i++) {
		const struct strings *tags = &space->dossier->events[i].tags;

		for (int j = 0; j < tags->count; j++)
			space_intern(space, tags->at[j]);
	}
}

const struct query_keys keys_tag = { .find = find_tags, .collect = collect_tags };

/* The threads that have the record for a step. */
static void add_threads(struct key_sink *sink, struct ref record)
{
	int count;
	const struct backlink *links =
		dossier_backlinks(sink->index->dossier, record, &count);

	for (int i = 0; i < count; i++)
		if (links[i].from.kind == KIND_THREAD)
			sink_add_sure(sink, 0, links[i].from.index);
}

static void find_threads(struct key_sink *sink, struct ref record)
{
	const struct dossier *dossier = sink->index->dossier;

	add_threads(sink, record);
	if (record.kind == KIND_THREAD)
		sink_add_sure(sink, 0, record.index);
	if (record.kind == KIND_POINT)
		add_threads(sink, dossier->points[record.index].event);
	if (record.kind == KIND_EVENT) {
		struct span points = dossier->events[record.index].points;

		for (int i = 0; i < points.count; i++)
			add_threads(sink, (struct ref){ KIND_POINT,
							points.first + (uint32_t)i });
	}
}

const struct query_keys keys_thread = { .find = find_threads, .of = KIND_THREAD };

static void add_relation(struct key_sink *sink, struct ref relation)
{
	struct ref type = sink->index->dossier->relations[relation.index].type;

	if (type.kind == KIND_RELATION_TYPE)
		sink_add_sure(sink, 0, type.index);
}

static void find_relations(struct key_sink *sink, struct ref record)
{
	int count;
	const struct backlink *links =
		dossier_backlinks(sink->index->dossier, record, &count);
	struct edge edge;

	if (record.kind == KIND_RELATION)
		add_relation(sink, record);
	for (int i = 0; i < count; i++)
		if (words_edge(sink->index->dossier, &links[i], &edge))
			add_relation(sink, edge.relation);
}

const struct query_keys keys_relation = { .find = find_relations,
					  .of = KIND_RELATION_TYPE };

/* --- Points --- */

static void find_kinds(struct key_sink *sink, struct ref record)
{
	const struct dossier *dossier = sink->index->dossier;
	struct span points = { 0 };

	if (record.kind == KIND_POINT)
		add_term(sink, kinds_of_point, 0,
			 (int)dossier->points[record.index].kind);
	if (record.kind == KIND_ACTOR)
		add_term(sink, kinds_of_actor, 0,
			 (int)dossier->actors[record.index].kind);
	if (record.kind == KIND_EVENT)
		points = dossier->events[record.index].points;
	for (uint32_t i = 0; i < (uint32_t)points.count; i++)
		add_term(sink, kinds_of_point, 1 + i,
			 (int)dossier->points[points.first + i].kind);
}

const struct query_keys keys_kind = {
	.group = GROUP_POINT,
	.find = find_kinds,
	.vocabularies = { [PART_VOCABULARY] = &point_kinds,
			  [PART_SECOND] = &actor_kinds },
};

static void find_statuses(struct key_sink *sink, struct ref record)
{
	const struct dossier *dossier = sink->index->dossier;
	const struct event *event = event_of(sink, record);
	struct span points = { 0 };

	if (event)
		add_term(sink, statuses_of_event, 0, (int)event->status);
	if (record.kind == KIND_POINT)
		add_term(sink, statuses_of_point, 0,
			 (int)dossier->points[record.index].status.term);
	if (record.kind == KIND_EVENT)
		points = event->points;
	for (uint32_t i = 0; i < (uint32_t)points.count; i++)
		add_term(sink, statuses_of_point, 1 + i,
			 (int)dossier->points[points.first + i].status.term);
}

const struct query_keys keys_status = {
	.group = GROUP_POINT,
	.find = find_statuses,
	.vocabularies = { [PART_VOCABULARY] = &event_statuses,
			  [PART_SECOND] = &point_statuses },
};
