#include "config.h"

#include "index.h"

#include <limits.h>
#include <string.h>

#include "days.h"
#include "model/office.h"

struct query_index *query_index_new(const struct dossier *dossier,
				    const struct texts *texts)
{
	struct arena arena = { 0 };
	struct query_index *index = arena_alloc(&arena, sizeof *index);

	index->arena = arena;
	index->dossier = dossier;
	index->texts = texts;
	return index;
}

void query_index_free(struct query_index *index)
{
	if (!index)
		return;
	index_forget(index);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		text_table_drop(&index->words[kind]);
		text_table_drop(&index->titles[kind]);
		for (int field = 0; field < QUERY_FIELD_COUNT; field++)
			key_table_drop(&index->tables[kind][field]);
	}
	struct arena arena = index->arena;

	arena_clear(&arena);
}

struct space *index_space(struct query_index *index, enum query_field field)
{
	struct space *space = &index->spaces[field];

	if (!space->is_ready) {
		space->dossier = index->dossier;
		space->arena = &index->arena;
		space->field = field;
		space_init(space);
	}
	return space;
}

const struct rows *index_rows(struct query_index *index, enum kind kind, enum group group)
{
	struct rows *rows = &index->rows[kind][group];
	uint32_t count = index_count(index, kind);
	struct arena scratch = { 0 };
	struct units units = { .arena = &scratch };

	if (rows->is_ready)
		return rows;
	rows->is_ready = true;
	rows->first = arena_array(&index->arena, (size_t)count + 1, sizeof *rows->first);
	for (uint32_t i = 0; i < count; i++)
		rows->first[i + 1] =
			rows->first[i] + units_rows(&units, index->dossier,
						    (struct ref){ kind, i }, group);
	rows->count = rows->first[count];
	rows->record = arena_array(&index->arena, rows->count, sizeof *rows->record);
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t row = rows->first[i]; row < rows->first[i + 1]; row++)
			rows->record[row] = i;
	arena_clear(&scratch);
	return rows;
}

const struct known_names *index_known(struct query_index *index)
{
	if (!index->known.is_ready)
		known_init(&index->known, index->dossier, &index->arena);
	return &index->known;
}

const struct day_table *index_days(struct query_index *index, enum kind kind)
{
	struct day_table *table = &index->days[kind];

	if (!table->is_ready)
		day_table_init(table, index->dossier, kind, &index->arena);
	return table;
}

static bool fill_texts(struct query_index *index, enum kind kind, bool is_title,
		       int *budget)
{
	return text_table_fill(is_title ? &index->titles[kind] : &index->words[kind],
			       &(struct text_source){ .dossier = index->dossier,
						      .kind = kind,
						      .is_title = is_title },
			       &index->arena, budget);
}

const struct text_table *index_texts(struct query_index *index, enum kind kind,
				     enum query_field field)
{
	bool is_title = field == QUERY_TITLE;
	int all = INT_MAX;

	fill_texts(index, kind, is_title, &all);
	return is_title ? &index->titles[kind] : &index->words[kind];
}

/* Make the list of each actor's offices. */
static void list_offices(struct query_index *index)
{
	const struct dossier *dossier = index->dossier;
	const struct space *space = index_space(index, QUERY_OFFICE);
	uint32_t actors = index_count(index, KIND_ACTOR), used = 0;
	struct buf words = BUF_INIT;

	index->office_first = arena_array(&index->arena, (size_t)actors + 1,
					  sizeof *index->office_first);
	for (uint32_t i = 0; i < actors; i++)
		index->office_first[i + 1] = index->office_first[i] +
					     (uint32_t)dossier->actors[i].office_count;
	index->offices = arena_array(&index->arena, index->office_first[actors],
				     sizeof *index->offices);
	for (uint32_t i = 0; i < actors; i++)
		for (int j = 0; j < dossier->actors[i].office_count; j++) {
			buf_clear(&words);
			office_words(dossier, &dossier->actors[i].offices[j], &words);
			index->offices[used++] = space_string(space, words.bytes);
		}
	buf_release(&words);
}

uint32_t index_office(struct query_index *index, uint32_t actor, int office)
{
	if (!index->office_first)
		list_offices(index);
	return index->offices[index->office_first[actor] + (uint32_t)office];
}

/* All that queries over a kind need.  False when the budget ended before. */
static bool prepare_kind(struct query_index *index, enum kind kind, int *budget)
{
	index_days(index, kind);
	if (!fill_texts(index, kind, false, budget))
		return false;
	for (int field = 0; field < QUERY_FIELD_COUNT; field++) {
		/* Of views only what is asked for is worked out. */
		bool has_table = query_fields[field].keys && field != QUERY_VIEW &&
				 query_fields[field].kinds & 1u << kind;

		if (*budget <= 0)
			return false;
		if (has_table &&
		    !key_table_fill(index, kind, (enum query_field)field, budget))
			return false;
	}
	return true;
}

bool query_index_prepare(struct query_index *index, int budget)
{
	static const enum kind order[] = { KIND_EVENT,	KIND_POINT,	KIND_ACTOR,
					   KIND_PLACE,	KIND_REFERENCE, KIND_RELATION,
					   KIND_PASSAGE };

	index_known(index);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (!prepare_kind(index, order[i], &budget))
			return true;
	return false;
}

/* --- Memos --- */

const struct truths *index_recall(struct query_index *index, const char *question)
{
	for (int i = 0; i < MEMOS; i++) {
		struct memo *memo = &index->memos[i];

		if (!memo->question || strcmp(memo->question, question))
			continue;
		memo->age = ++index->clock;
		return &memo->truths;
	}
	return NULL;
}

void index_forget(struct query_index *index)
{
	for (int i = 0; i < MEMOS; i++) {
		arena_clear(&index->memos[i].arena);
		index->memos[i] = (struct memo){ 0 };
	}
}

struct truths *index_memo(struct query_index *index, const char *question, uint32_t count)
{
	struct memo *oldest = &index->memos[0];

	for (int i = 1; i < MEMOS && oldest->question; i++)
		if (!index->memos[i].question || index->memos[i].age < oldest->age)
			oldest = &index->memos[i];
	arena_clear(&oldest->arena);
	oldest->question = arena_strdup(&oldest->arena, question);
	oldest->truths = truths_new(&oldest->arena, count);
	oldest->age = ++index->clock;
	return &oldest->truths;
}
