#include "config.h"

#include "space.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "model/citation.h"
#include "model/words.h"
#include "text/fold.h"

/* A dossier of the Ice Age and of today has more years than anyone picks from. */
enum { YEARS_MOST = 10000 };

/* Widen `first` and `last` by the days of a record's date, open ends left out. */
static void bound_days(const struct when *when, int64_t *first, int64_t *last)
{
	const struct date_extent *extent = &when->extent;
	const int64_t days[] = { extent->start_min, extent->start_max, extent->end_min,
				 extent->end_max };

	for (int i = 0; extent->is_given && i < 4; i++) {
		if (days[i] == INT64_MIN || days[i] == INT64_MAX)
			continue;
		*first = days[i] < *first ? days[i] : *first;
		*last = days[i] > *last ? days[i] : *last;
	}
}

/* The years that the dossier's dates reach; the last YEARS_MOST of them. */
static void bound_years(struct space *space)
{
	static const enum kind kinds[] = { KIND_EVENT, KIND_RELATION, KIND_REFERENCE };
	const struct dossier *dossier = space->dossier;
	int64_t first = INT64_MAX, last = INT64_MIN;

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (int i = 0; i < dossier->counts[kinds[k]]; i++)
			bound_days(words_when(dossier,
					      (struct ref){ kinds[k], (uint32_t)i }),
				   &first, &last);
	if (first > last)
		return;
	int64_t years = year_of(last) - year_of(first) + 1;

	years = years < YEARS_MOST ? years : YEARS_MOST;
	space->first_year = year_of(last) - years + 1;
	space->first[PART_COUNT] = (uint32_t)years;
}

static uint32_t part_size(struct space *space, enum space_part part)
{
	const struct query_keys *keys = query_fields[space->field].keys;

	if (keys->vocabularies[part])
		return (uint32_t)keys->vocabularies[part]->count;
	if (part == PART_RECORDS && keys->of)
		return (uint32_t)space->dossier->counts[keys->of];
	if (part == PART_RECORDS && space->field == QUERY_ID) {
		uint32_t count = 0;

		for (int kind = 0; kind < KIND_COUNT; kind++)
			count += (uint32_t)space->dossier->counts[kind];
		return count;
	}
	if (part == PART_STRINGS && keys->collect)
		keys->collect(space);
	return part == PART_STRINGS ? (uint32_t)space->string_count : 0;
}

void space_init(struct space *space)
{
	space->strings.arena = space->arena;
	space->is_ready = true;
	if (!query_fields[space->field].keys)
		return;
	for (int part = 0; part < PART_COUNT; part++)
		space->first[part + 1] =
			space->first[part] + part_size(space, (enum space_part)part);
	if (space->field == QUERY_YEAR)
		bound_years(space);
}

uint32_t space_hidden(const struct space *space)
{
	enum space_part hidden = query_fields[space->field].keys->hidden;

	return hidden ? space->first[hidden] : space_count(space);
}

uint32_t space_intern(struct space *space, const char *text)
{
	bool is_new;
	uint64_t *number = map_put(&space->strings, text, strlen(text), &is_new);

	if (is_new) {
		space->string = arena_grow(space->arena, space->string,
					   space->string_count, sizeof *space->string);
		space->string[space->string_count] = text;
		*number = (uint64_t)space->string_count++;
	}
	return (uint32_t)*number;
}

uint32_t space_string(const struct space *space, const char *text)
{
	const uint64_t *number = map_get(&space->strings, text, strlen(text));

	assert(number);
	return space->first[PART_STRINGS] + (uint32_t)*number;
}

uint32_t space_record(const struct space *space, struct ref record)
{
	uint32_t key = record.index;

	for (uint32_t kind = 0; kind < record.kind; kind++)
		key += (uint32_t)space->dossier->counts[kind];
	return key;
}

/* --- Names --- */

struct names {
	struct arena *arena;
	const char **at;
	int count;
};

static void add(struct names *names, const char *name)
{
	names->at = arena_grow(names->arena, names->at, names->count, sizeof *names->at);
	names->at[names->count++] = name;
}

static void add_given(struct names *names, const char *name)
{
	if (name)
		add(names, name);
}

static void add_all(struct names *names, const struct strings *more)
{
	for (int i = 0; i < more->count; i++)
		add_given(names, more->at[i]);
}

static void add_citations(const struct dossier *dossier, struct ref reference,
			  struct names *names)
{
	struct buf words = BUF_INIT;

	citation_short(dossier, reference, &words);
	add(names, arena_strdup(names->arena, words.bytes));
	buf_clear(&words);
	citation_full(dossier, reference, NULL, &words);
	add(names, arena_strdup(names->arena, words.bytes));
	buf_release(&words);
}

static void name_record(const struct dossier *dossier, struct ref ref,
			struct names *names)
{
	const char *id = dossier_record(dossier, ref)->id;

	if (!id)
		return;
	add(names, id);
	if (ref.kind == KIND_REFERENCE)
		add_citations(dossier, ref, names);
	else
		add(names, words_title(dossier, ref, names->arena));
	if (ref.kind == KIND_ACTOR)
		add_all(names, &dossier->actors[ref.index].names);
	if (ref.kind == KIND_PLACE)
		add_all(names, &dossier->places[ref.index].names);
	if (ref.kind == KIND_RELATION_TYPE)
		add_given(names, dossier->relation_types[ref.index].inverse);
}

/* The record that is the n-th of all. */
static struct ref record_at(const struct dossier *dossier, uint32_t n)
{
	enum kind kind = KIND_NONE;

	while (n >= (uint32_t)dossier->counts[kind])
		n -= (uint32_t)dossier->counts[kind++];
	return (struct ref){ kind, n };
}

static void name_part(struct space *space, uint32_t key, struct names *names)
{
	const struct query_keys *keys = query_fields[space->field].keys;
	enum space_part part = PART_VOCABULARY;

	while (key >= space->first[part + 1])
		part++;
	key -= space->first[part];
	if (keys->vocabularies[part]) {
		const struct vocab_term *term = &keys->vocabularies[part]->terms[key];

		add_given(names, term->name);
		add_given(names, term->label);
	} else if (part == PART_STRINGS) {
		add(names, space->string[key]);
		add(names, space->string[key]);
	} else {
		name_record(space->dossier,
			    keys->of ? (struct ref){ keys->of, key }
				     : record_at(space->dossier, key),
			    names);
	}
}

const char *const *space_names(struct space *space, uint32_t key)
{
	struct names names = { .arena = space->arena };

	assert(key < space_count(space));
	if (!space->names)
		space->names = arena_array(space->arena, space_count(space),
					   sizeof *space->names);
	if (space->names[key])
		return *space->names[key] ? space->names[key] : NULL;
	if (space->field == QUERY_YEAR) {
		add(&names, arena_printf(space->arena, "%" PRId64,
					 space->first_year + (int64_t)key));
		add(&names, names.at[0]);
	} else {
		name_part(space, key, &names);
	}
	add(&names, NULL);
	space->names[key] = names.at;
	return *names.at ? names.at : NULL;
}

const char *const *space_folded(struct space *space, uint32_t key)
{
	const char *const *names = space_names(space, key);
	struct names folded = { .arena = space->arena };
	struct buf words = BUF_INIT;

	if (!names)
		return NULL;
	if (!space->folded)
		space->folded = arena_array(space->arena, space_count(space),
					    sizeof *space->folded);
	if (space->folded[key])
		return space->folded[key];
	for (int i = 0; names[i]; i++) {
		buf_clear(&words);
		fold_add(&words, names[i], strlen(names[i]));
		add(&folded, arena_strndup(space->arena, words.bytes, words.len));
	}
	add(&folded, NULL);
	buf_release(&words);
	space->folded[key] = folded.at;
	return folded.at;
}
