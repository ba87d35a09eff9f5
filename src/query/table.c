#include "config.h"

#include <assert.h>
#include <limits.h>

#include "index.h"

void sink_add(struct key_sink *sink, const struct key *key)
{
	for (int i = sink->count - 1; i >= 0 && sink->at[i].row == key->row; i--) {
		struct key *old = &sink->at[i];

		if (old->key != key->key)
			continue;
		if (key->truth > old->truth ||
		    (key->truth == old->truth && ref_is_none(key->through)))
			*old = *key;
		return;
	}
	sink->at = arena_grow(sink->arena, sink->at, sink->count, sizeof *sink->at);
	sink->at[sink->count++] = *key;
}

void sink_add_sure(struct key_sink *sink, uint32_t row, uint32_t key)
{
	sink_add(sink, &(struct key){ .row = row, .key = key, .truth = TRUTH_YES });
}

void sink_fill(struct key_sink *sink, enum query_field field, struct ref record)
{
	sink->count = 0;
	sink->units.arena = sink->arena;
	query_fields[field].keys->find(sink, record);
}

/* The keys of the rows in order, as they are collected. */
struct collection {
	struct arena arena;
	struct key_sink sink;
	struct key_table *table;
	struct entry *keys;
	int count;
	uint32_t done; /* records */
};

static void put(struct collection *all, const struct key *key)
{
	all->keys = arena_grow(&all->arena, all->keys, all->count, sizeof *all->keys);
	all->keys[all->count++] = (struct entry){ key->key, key->truth == TRUTH_YES };
}

/* Is it among those of its row that were put from `first` on?  Then the surer stays. */
static bool is_put(struct collection *all, int first, const struct key *key)
{
	for (int i = first; i < all->count; i++) {
		if (all->keys[i].id != key->key)
			continue;
		all->keys[i].is_sure |= key->truth == TRUTH_YES;
		return true;
	}
	return false;
}

/* One record's keys, row by row; each row has those of row 0, too. */
static void put_record(struct collection *all, const struct rows *rows, uint32_t record)
{
	const struct key_sink *sink = &all->sink;
	uint32_t first = rows->first[record], end = rows->first[record + 1];
	int own = 0, at;

	while (own < sink->count && !sink->at[own].row)
		own++;
	at = own;
	for (uint32_t row = first; row < end; row++) {
		int start = all->count;

		all->table->row_first[row] = (uint32_t)start;
		for (int i = 0; i < own; i++)
			put(all, &sink->at[i]);
		for (; at < sink->count && sink->at[at].row == row - first; at++)
			if (!is_put(all, start, &sink->at[at]))
				put(all, &sink->at[at]);
	}
	assert(at == sink->count);
}

/* List the rows of each key, from the keys of each row. */
static void invert(struct key_table *table, uint32_t rows, uint32_t keys,
		   struct arena *arena)
{
	uint32_t total = table->row_first[rows];
	uint32_t *first = arena_array(arena, (size_t)keys + 2, sizeof *first);

	table->rows = arena_array(arena, total, sizeof *table->rows);
	for (uint32_t i = 0; i < total; i++)
		first[table->keys[i].id + 2]++;
	for (uint32_t key = 2; key < keys + 2; key++)
		first[key] += first[key - 1];
	for (uint32_t row = 0; row < rows; row++)
		for (uint32_t i = table->row_first[row]; i < table->row_first[row + 1];
		     i++)
			table->rows[first[table->keys[i].id + 1]++] =
				(struct entry){ row, table->keys[i].is_sure };
	table->key_first = first;
}

static struct collection *start(struct query_index *index, enum kind kind,
				enum query_field field)
{
	const struct rows *rows =
		index_rows(index, kind, query_fields[field].keys->group);
	struct arena arena = { 0 };
	struct collection *all = arena_alloc(&arena, sizeof *all);

	index_space(index, field);
	all->table = &index->tables[kind][field];
	all->table->row_first = arena_array(&index->arena, (size_t)rows->count + 1,
					    sizeof *all->table->row_first);
	all->arena = arena;
	all->sink.index = index;
	all->sink.arena = &all->arena;
	return all;
}

/* All records are done: keep what was collected. */
static void finish(struct query_index *index, enum query_field field,
		   const struct rows *rows, struct collection *all)
{
	struct key_table *table = all->table;
	uint32_t keys = space_count(index_space(index, field));
	struct arena arena = all->arena;

	table->row_first[rows->count] = (uint32_t)all->count;
	table->keys = arena_array(&index->arena, (size_t)all->count, sizeof *table->keys);
	for (int i = 0; i < all->count; i++) {
		assert(all->keys[i].id < keys);
		table->keys[i] = all->keys[i];
	}
	invert(table, rows->count, keys, &index->arena);
	table->is_ready = true;
	table->making = NULL;
	arena_clear(&arena); /* the collection lies in it */
}

bool key_table_fill(struct query_index *index, enum kind kind, enum query_field field,
		    int *budget)
{
	struct key_table *table = &index->tables[kind][field];
	const struct rows *rows =
		index_rows(index, kind, query_fields[field].keys->group);
	uint32_t count = index_count(index, kind);

	if (table->is_ready)
		return true;
	if (!table->making)
		table->making = start(index, kind, field);
	struct collection *all = table->making;

	for (; all->done<count && * budget> 0; all->done++, --*budget) {
		sink_fill(&all->sink, field, (struct ref){ kind, all->done });
		put_record(all, rows, all->done);
	}
	if (all->done == count)
		finish(index, field, rows, all);
	return table->is_ready;
}

const struct key_table *index_table(struct query_index *index, enum kind kind,
				    enum query_field field)
{
	int all = INT_MAX;

	key_table_fill(index, kind, field, &all);
	return &index->tables[kind][field];
}

void key_table_drop(struct key_table *table)
{
	if (table->making) {
		struct arena arena = table->making->arena;

		arena_clear(&arena);
	}
	*table = (struct key_table){ 0 };
}
