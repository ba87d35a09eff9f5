#include "config.h"

#include "index.h"
#include "model/office.h"
#include "model/words.h"

/* Fields that ask about those who take part, or about the passages that are cited. */

/* The date on which it matters who held which office; NULL where none does. */
static const struct date_extent *day_of_record(const struct key_sink *sink,
					       struct ref record)
{
	const struct when *when = words_when(sink->index->dossier, record);

	return when ? &when->extent : NULL;
}

/* Give an actor's offices to a row: in QUERY_ACTOR, what they are offices of, too. */
static void add_offices(struct key_sink *sink, enum query_field field,
			const struct key *holding, const struct date_extent *day)
{
	const struct actor *actor = &sink->index->dossier->actors[holding->through.index];
	uint32_t first = index_space(sink->index, field)->first[PART_STRINGS];

	for (int i = 0; i < actor->office_count; i++) {
		const struct office *office = &actor->offices[i];
		struct key key = *holding;

		key.truth = day ? office_held(office, day) : TRUTH_YES;
		if (key.truth < TRUTH_MAYBE)
			continue;
		key.key = first + index_office(sink->index, key.through.index, i);
		sink_add(sink, &key);
		key.key = office->of.index;
		if (field == QUERY_ACTOR && office->of.kind == KIND_ACTOR)
			sink_add(sink, &key);
	}
}

/* In what capacity a participant took part, where it is no office. */
static void add_capacity(struct key_sink *sink, enum query_field field, uint32_t row)
{
	const struct participant *participant = sink->units.takers[row - 1].participant;

	if (participant && participant->as)
		sink_add_sure(
			sink, row,
			space_string(index_space(sink->index, field), participant->as));
}

static void find_takers(struct key_sink *sink, enum query_field field, struct ref record)
{
	const struct date_extent *day = day_of_record(sink, record);

	units_takers(&sink->units, sink->index->dossier, record);
	for (uint32_t row = 1; row <= (uint32_t)sink->units.taker_count; row++) {
		struct ref actor = sink->units.takers[row - 1].actor;
		struct key holding = { .row = row, .through = actor };

		if (actor.kind != KIND_ACTOR)
			continue;
		if (field == QUERY_ACTOR)
			sink_add_sure(sink, row, actor.index);
		add_offices(sink, field, &holding, day);
		add_capacity(sink, field, row);
	}
	if (record.kind == KIND_ACTOR)
		add_offices(sink, field, &(struct key){ .through = record }, NULL);
}

static void find_actors(struct key_sink *sink, struct ref record)
{
	struct ref actor = record;

	if (record.kind == KIND_PASSAGE)
		actor = sink->index->dossier->passages[record.index].speaker;
	if (actor.kind == KIND_ACTOR)
		sink_add_sure(sink, 0, actor.index);
	find_takers(sink, QUERY_ACTOR, record);
}

static void find_offices(struct key_sink *sink, struct ref record)
{
	find_takers(sink, QUERY_OFFICE, record);
}

static void collect_offices(struct space *space)
{
	const struct dossier *dossier = space->dossier;
	struct buf words = BUF_INIT;

	for (int i = 0; i < dossier->counts[KIND_ACTOR]; i++)
		for (int j = 0; j < dossier->actors[i].office_count; j++) {
			buf_clear(&words);
			office_words(dossier, &dossier->actors[i].offices[j], &words);
			space_intern(space, arena_strdup(space->arena, words.bytes));
		}
	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++)
		for (int j = 0; j < dossier->events[i].participant_count; j++)
			if (dossier->events[i].participants[j].as)
				space_intern(space,
					     dossier->events[i].participants[j].as);
	buf_release(&words);
}

const struct query_keys keys_actor = {
	.group = GROUP_TAKER,
	.find = find_actors,
	.of = KIND_ACTOR,
	.collect = collect_offices,
	.hidden = PART_STRINGS,
	.has_endings = true,
};

const struct query_keys keys_office = { .group = GROUP_TAKER,
					.find = find_offices,
					.collect = collect_offices };

/* At a visit, as the screen says. */
enum { VISIT_VISITOR = 1, VISIT_HOST };
static const struct vocab_term visit_terms[] = {
	[VISIT_VISITOR] = { "visitor", "visitor", "the actor of a visit" },
	[VISIT_HOST] = { "host", "host", "the recipient of a visit" },
};
static const struct vocabulary visit_parts = { "role at a visit", visit_terms, 3 };

static void find_roles(struct key_sink *sink, struct ref record)
{
	const struct dossier *dossier = sink->index->dossier;
	uint32_t visit = index_space(sink->index, QUERY_ROLE)->first[PART_SECOND];

	if (record.kind != KIND_EVENT)
		return;
	const struct event *event = &dossier->events[record.index];
	bool is_visit = event->type == TYPE_CONSULT && event->mode == MODE_VISIT;

	for (uint32_t i = 0; i < (uint32_t)event->participant_count; i++) {
		enum part role = event->participants[i].role;

		if (role)
			sink_add_sure(sink, 1 + i, role);
		if (is_visit && role == PART_ACTOR)
			sink_add_sure(sink, 1 + i, visit + VISIT_VISITOR);
		if (is_visit && role == PART_RECIPIENT)
			sink_add_sure(sink, 1 + i, visit + VISIT_HOST);
	}
}

const struct query_keys keys_role = {
	.group = GROUP_TAKER,
	.find = find_roles,
	.vocabularies = { [PART_VOCABULARY] = &parts, [PART_SECOND] = &visit_parts },
};

/* --- Passages --- */

enum { ANSWER_YES = 1, ANSWER_NO };
static const struct vocab_term answer_terms[] = {
	[ANSWER_YES] = { "yes", "yes", NULL },
	[ANSWER_NO] = { "no", "no", NULL },
};
static const struct vocabulary answers = { "answer", answer_terms, 3 };

static bool point_is_supplied(const struct point *point)
{
	return point->due.supplied || point->status.supplied || point->outcome.supplied;
}

/* A supplied date counts for each point, what is supplied of a point for it alone. */
static void find_supplied(struct key_sink *sink, struct ref record)
{
	const struct dossier *dossier = sink->index->dossier;
	const struct when *when = words_when(dossier, record);
	bool is_own = when && when->supplied, is_any;
	struct span points = { 0 };

	if (record.kind == KIND_POINT)
		is_own |= point_is_supplied(&dossier->points[record.index]);
	if (record.kind == KIND_EVENT)
		points = dossier->events[record.index].points;
	is_any = is_own;
	for (uint32_t i = 0; i < (uint32_t)points.count; i++)
		is_any |= point_is_supplied(&dossier->points[points.first + i]);
	if (is_own || !is_any)
		sink_add_sure(sink, 0, is_own ? ANSWER_YES : ANSWER_NO);
	for (uint32_t i = 0; i < (uint32_t)points.count; i++)
		if (point_is_supplied(&dossier->points[points.first + i]))
			sink_add_sure(sink, 1 + i, ANSWER_YES);
}

const struct query_keys keys_supplied = { .group = GROUP_POINT,
					  .find = find_supplied,
					  .vocabularies = { &answers } };

static void find_quoted(struct key_sink *sink, struct ref record)
{
	int count;

	if (record.kind == KIND_PASSAGE) {
		dossier_backlinks(sink->index->dossier, record, &count);
	} else {
		units_passages(&sink->units, sink->index->dossier, record);
		count = sink->units.passage_count;
	}
	sink_add_sure(sink, 0, count ? ANSWER_YES : ANSWER_NO);
}

const struct query_keys keys_quoted = { .find = find_quoted,
					.vocabularies = { &answers } };

/* Each passage that a row is, in turn. */
static const struct passage *passage_at(const struct key_sink *sink, int i)
{
	return &sink->index->dossier->passages[sink->units.passages[i].index];
}

static void find_damaged(struct key_sink *sink, struct ref record)
{
	bool is_damaged = false;

	units_passages(&sink->units, sink->index->dossier, record);
	for (int i = 0; i < sink->units.passage_count; i++)
		is_damaged |= passage_at(sink, i)->damaged != NULL;
	if (!is_damaged)
		sink_add_sure(sink, 0, ANSWER_NO);
	for (int i = 0; i < sink->units.passage_count; i++)
		if (passage_at(sink, i)->damaged)
			sink_add_sure(sink, 1 + (uint32_t)i, ANSWER_YES);
}

const struct query_keys keys_damaged = { .group = GROUP_PASSAGE,
					 .find = find_damaged,
					 .vocabularies = { &answers } };

/* The source and all that it is within; a cycle is an error of the dossier. */
static void add_sources(struct key_sink *sink, uint32_t row, struct ref source)
{
	const struct dossier *dossier = sink->index->dossier;

	for (int i = 0;
	     source.kind == KIND_REFERENCE && i < dossier->counts[KIND_REFERENCE]; i++) {
		sink_add_sure(sink, row, source.index);
		source = dossier->references[source.index].within;
	}
}

static void find_sources(struct key_sink *sink, struct ref record)
{
	if (record.kind == KIND_REFERENCE)
		add_sources(sink, 0, record);
	units_passages(&sink->units, sink->index->dossier, record);
	for (int i = 0; i < sink->units.passage_count; i++)
		add_sources(sink, 1 + (uint32_t)i, passage_at(sink, i)->source);
}

const struct query_keys keys_source = { .group = GROUP_PASSAGE,
					.find = find_sources,
					.of = KIND_REFERENCE };

/* One more than enum quote_state: 0 is no state. */
/* clang-format off */
static const struct vocab_term state_terms[] = {
	[1 + QUOTE_UNCHECKED] = { "unchecked", "unchecked", "no text was available" },
	[1 + QUOTE_EXACT]     = { "exact",     "exact",     "found where it should be" },
	[1 + QUOTE_MOVED]     = { "moved",     "moved",     "found in another place" },
	[1 + QUOTE_CHANGED]   = { "changed",   "changed",   "its place has different words" },
	[1 + QUOTE_AMBIGUOUS] = { "ambiguous", "ambiguous", "found more than once" },
	[1 + QUOTE_ORPHAN]    = { "orphan",    "orphan",    "not found" },
};
/* clang-format on */
static const struct vocabulary states = { "state of a passage", state_terms,
					  1 + QUOTE_STATE_COUNT };

static void find_states(struct key_sink *sink, struct ref record)
{
	const struct texts *texts = sink->index->texts;

	units_passages(&sink->units, sink->index->dossier, record);
	for (int i = 0; i < sink->units.passage_count; i++) {
		uint32_t passage = sink->units.passages[i].index;
		enum quote_state state = texts && texts->passages
						 ? texts->passages[passage].state
						 : QUOTE_UNCHECKED;

		sink_add_sure(sink, 1 + (uint32_t)i, 1 + (uint32_t)state);
	}
}

const struct query_keys keys_state = { .group = GROUP_PASSAGE,
				       .find = find_states,
				       .vocabularies = { &states } };

/* --- Ids --- */

static void add_id(struct key_sink *sink, struct ref record)
{
	if (dossier_record(sink->index->dossier, record)->id)
		sink_add_sure(sink, 0,
			      space_record(index_space(sink->index, QUERY_ID), record));
}

static void find_ids(struct key_sink *sink, struct ref record)
{
	struct span points = { 0 };

	add_id(sink, record);
	if (record.kind == KIND_EVENT)
		points = sink->index->dossier->events[record.index].points;
	for (uint32_t i = 0; i < (uint32_t)points.count; i++)
		add_id(sink, (struct ref){ KIND_POINT, points.first + i });
}

const struct query_keys keys_id = { .find = find_ids };
