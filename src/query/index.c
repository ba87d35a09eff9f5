#include "config.h"

#include "index.h"

#include <assert.h>
#include <string.h>

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
	for (int i = 0; i < MEMOS; i++)
		arena_clear(&index->memos[i].arena);
	struct arena arena = index->arena;

	arena_clear(&arena);
}

struct space *index_space(struct query_index *index, enum query_field field)
{
	struct space *space = &index->spaces[field];

	if (!space->is_ready)
		space_init(space, index->dossier, field, &index->arena);
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

const struct text_table *index_texts(struct query_index *index, enum kind kind,
				     enum query_field field)
{
	struct text_table *table =
		field == QUERY_TITLE ? &index->titles[kind] : &index->words[kind];

	if (!table->is_ready)
		text_table_init(table,
				&(struct text_source){ .dossier = index->dossier,
						       .is_title = field == QUERY_TITLE },
				kind, &index->arena);
	return table;
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

void query_index_prepare(struct query_index *index, enum kind kind)
{
	index_texts(index, kind, QUERY_TEXT);
	index_known(index);
	for (int field = 0; field < QUERY_FIELD_COUNT; field++)
		if (query_fields[field].keys && query_fields[field].kinds & 1u << kind)
			index_table(index, kind, (enum query_field)field);
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
