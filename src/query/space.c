#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "field.h"
#include "model/citation.h"
#include "model/terms.h"

/* The fields whose keys are words of a vocabulary, or of two after one another. */
static const struct vocabulary *const vocabularies[QUERY_FIELD_COUNT][2] = {
	[QUERY_ROLE] = { &parts },
	[QUERY_TYPE] = { &event_types },
	[QUERY_MODE] = { &event_modes },
	[QUERY_KIND] = { &point_kinds },
	[QUERY_STATUS] = { &event_statuses, &point_statuses },
};

/* The fields whose keys are records of one kind. */
static const enum kind kinds[QUERY_FIELD_COUNT] = {
	[QUERY_ACTOR] = KIND_ACTOR,   [QUERY_PLACE] = KIND_PLACE,
	[QUERY_THREAD] = KIND_THREAD, [QUERY_SOURCE] = KIND_REFERENCE,
	[QUERY_ID] = KIND_EVENT,
};

static void collect_tags(struct space *space)
{
	const struct dossier *dossier = space->dossier;
	uint32_t room = 0;

	space->tag_keys.arena = space->arena;
	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++)
		room += (uint32_t)dossier->events[i].tags.count;
	space->tags = arena_array(space->arena, room, sizeof *space->tags);
	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++) {
		const struct strings *tags = &dossier->events[i].tags;

		for (int j = 0; j < tags->count; j++) {
			bool is_new;
			uint64_t *key = map_put(&space->tag_keys, tags->at[j],
						strlen(tags->at[j]), &is_new);

			if (is_new) {
				space->tags[space->count] = tags->at[j];
				*key = space->count++;
			}
		}
	}
}

/* A dossier of the Ice Age and of today has more years than anyone will pick from. */
enum { YEARS_MOST = 10000 };

/* The years that the dossier's dates reach, open ends left out; the last YEARS_MOST. */
static void bound_years(struct space *space)
{
	const struct dossier *dossier = space->dossier;
	int64_t first = INT64_MAX, last = INT64_MIN;

	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++) {
		const struct date_extent *extent = &dossier->events[i].date.extent;
		const int64_t days[] = { extent->start_min, extent->start_max,
					 extent->end_min, extent->end_max };

		for (int j = 0; extent->is_given && j < 4; j++) {
			if (days[j] == INT64_MIN || days[j] == INT64_MAX)
				continue;
			first = days[j] < first ? days[j] : first;
			last = days[j] > last ? days[j] : last;
		}
	}
	if (first > last)
		return;
	int64_t years = year_of(last) - year_of(first) + 1;

	space->count = years < YEARS_MOST ? (uint32_t)years : YEARS_MOST;
	space->first_year = year_of(last) - space->count + 1;
}

struct space space_of(const struct dossier *dossier, enum query_field field,
		      struct arena *arena)
{
	struct space space = { .dossier = dossier, .arena = arena, .field = field };

	for (int i = 0; i < 2 && vocabularies[field][i]; i++)
		space.count += (uint32_t)vocabularies[field][i]->count;
	if (kinds[field])
		space.count = (uint32_t)dossier->counts[kinds[field]];
	else if (field == QUERY_TAG)
		collect_tags(&space);
	else if (field == QUERY_YEAR)
		bound_years(&space);
	return space;
}

static void names_add(struct names *names, const char *name)
{
	if (!name)
		return;
	names->at = arena_grow(names->arena, names->at, names->count, &names->room,
			       sizeof *names->at);
	names->at[names->count++] = name;
}

static void add_all(struct names *names, const struct strings *more)
{
	for (int i = 0; i < more->count; i++)
		names_add(names, more->at[i]);
}

/* An id may be that of a point, too. */
static void add_point_ids(const struct dossier *dossier, uint32_t event,
			  struct names *names)
{
	struct span points = dossier->events[event].points;

	for (int i = 0; i < points.count; i++)
		names_add(names, dossier->points[points.first + (uint32_t)i].record.id);
}

static void add_citations(const struct dossier *dossier, struct ref reference,
			  struct names *names)
{
	struct buf words = BUF_INIT;

	citation_short(dossier, reference, &words);
	names_add(names, arena_strdup(names->arena, words.bytes));
	buf_clear(&words);
	citation_full(dossier, reference, NULL, &words);
	names_add(names, arena_strdup(names->arena, words.bytes));
	buf_release(&words);
}

static void name_record(const struct dossier *dossier, struct ref ref,
			struct names *names)
{
	names_add(names, dossier_record(dossier, ref)->id);
	if (ref.kind == KIND_REFERENCE)
		add_citations(dossier, ref, names);
	else
		names_add(names, dossier_title(dossier, ref));
	if (ref.kind == KIND_ACTOR)
		add_all(names, &dossier->actors[ref.index].names);
	else if (ref.kind == KIND_PLACE)
		add_all(names, &dossier->places[ref.index].names);
	else if (ref.kind == KIND_EVENT)
		add_point_ids(dossier, ref.index, names);
}

void space_names(const struct space *space, uint32_t key, struct names *names)
{
	names->count = 0;
	if (kinds[space->field]) {
		name_record(space->dossier, (struct ref){ kinds[space->field], key },
			    names);
	} else if (space->field == QUERY_TAG) {
		names_add(names, space->tags[key]);
		names_add(names, space->tags[key]);
	} else if (space->field == QUERY_YEAR) {
		const char *year = arena_printf(names->arena, "%" PRId64,
						space->first_year + (int64_t)key);

		names_add(names, year);
		names_add(names, year);
	} else {
		const struct vocabulary *const *words = vocabularies[space->field];
		uint32_t count = (uint32_t)words[0]->count;
		const struct vocab_term *term = key < count
							? &words[0]->terms[key]
							: &words[1]->terms[key - count];

		names_add(names, term->name);
		names_add(names, term->label);
	}
}
