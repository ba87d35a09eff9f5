#include "config.h"

#include "texts.h"

#include <stdlib.h>
#include <string.h>

#include "words.h"

/* The words as they are found, before they are sorted. */
struct listing {
	struct arena arena; /* owns the listing; given back when all is listed */
	struct text_source source;
	uint32_t done;	    /* records */
	struct map numbers; /* of each word */
	uint32_t *last;	    /* of each word: the last record that has it, and 1 */
	int last_count;
	struct occurrence {
		uint32_t word, record;
	} * entries;
	int count;
};

static void list_word(struct listing *listing, const char *word, size_t len,
		      uint32_t record)
{
	bool is_new;
	uint64_t *number = map_put(&listing->numbers, word, len, &is_new);

	if (is_new) {
		listing->last = arena_grow(&listing->arena, listing->last,
					   listing->last_count, sizeof *listing->last);
		*number = (uint64_t)listing->last_count++;
		listing->last[*number] = 0;
	}
	if (listing->last[*number] == record + 1)
		return;
	listing->last[*number] = record + 1;
	listing->entries = arena_grow(&listing->arena, listing->entries, listing->count,
				      sizeof *listing->entries);
	listing->entries[listing->count++] =
		(struct occurrence){ (uint32_t)*number, record };
}

static void list_text(struct listing *listing, const char *text, uint32_t record)
{
	for (text += word_gap(text); *text; text += word_gap(text)) {
		size_t len = word_len(text);

		list_word(listing, text, len, record);
		text += len;
	}
}

struct numbered {
	const char *word;
	uint64_t start; /* its first bytes as a number: most words differ in them */
	uint32_t number;
};

static uint64_t start_of(const char *word)
{
	uint64_t start = 0;

	for (int i = 0; i < 8; i++) {
		start = start << 8 | (unsigned char)*word;
		word += *word != '\0';
	}
	return start;
}

static int compare(const void *a, const void *b)
{
	const struct numbered *one = a, *other = b;

	if (one->start != other->start)
		return one->start < other->start ? -1 : 1;
	return strcmp(one->word, other->word);
}

/* Copy the words, sorted, into the table; gives the new number of each old one. */
static uint32_t *sort_words(struct text_table *table, struct listing *listing,
			    struct arena *arena)
{
	uint32_t count = listing->numbers.count;
	struct numbered *words = arena_array(&listing->arena, count, sizeof *words);
	uint32_t *places = arena_array(&listing->arena, count, sizeof *places);

	for (uint32_t i = 0; i < count; i++) {
		const struct map_entry *entry = map_at(&listing->numbers, i);

		words[i] = (struct numbered){
			.word = arena_strndup(arena, entry->key, entry->len),
			.number = (uint32_t)entry->value,
		};
		words[i].start = start_of(words[i].word);
	}
	if (count)
		qsort(words, count, sizeof *words, compare);
	table->words = arena_array(arena, count, sizeof *table->words);
	table->word_count = count;
	for (uint32_t i = 0; i < count; i++) {
		table->words[i] = words[i].word;
		places[words[i].number] = i;
	}
	return places;
}

/* List the records of each word, in order. */
static void sort_records(struct text_table *table, const struct listing *listing,
			 const uint32_t *places, struct arena *arena)
{
	uint32_t *next = arena_array(arena, (size_t)table->word_count + 2, sizeof *next);

	table->records =
		arena_array(arena, (size_t)listing->count, sizeof *table->records);
	for (int i = 0; i < listing->count; i++)
		next[places[listing->entries[i].word] + 2]++;
	for (uint32_t i = 2; i < table->word_count + 2; i++)
		next[i] += next[i - 1];
	for (int i = 0; i < listing->count; i++)
		table->records[next[places[listing->entries[i].word] + 1]++] =
			listing->entries[i].record;
	table->first = next;
}

static struct listing *start(struct text_table *table, const struct text_source *from,
			     struct arena *arena)
{
	const int *counts = from->dossier->counts;
	struct arena own = { 0 };
	struct listing *listing = arena_alloc(&own, sizeof *listing);

	table->record_count = (uint32_t)counts[from->kind];
	table->texts = arena_array(arena, table->record_count, sizeof *table->texts);
	listing->source = *from;
	listing->arena = own;
	listing->numbers.arena = listing->source.arena = &listing->arena;
	listing->source.actors = arena_array(&listing->arena, (size_t)counts[KIND_ACTOR],
					     sizeof *listing->source.actors);
	return listing;
}

void text_table_drop(struct text_table *table)
{
	if (table->making) {
		struct arena arena = table->making->arena;

		arena_clear(&arena); /* the listing lies in it */
	}
	table->making = NULL;
}

bool text_table_fill(struct text_table *table, const struct text_source *source,
		     struct arena *arena, int *budget)
{
	struct buf text = BUF_INIT;

	if (table->is_ready)
		return true;
	if (!table->making)
		table->making = start(table, source, arena);
	struct listing *listing = table->making;

	for (; listing->done<table->record_count && * budget> 0; listing->done++) {
		struct ref record = { source->kind, listing->done };

		buf_clear(&text);
		text_add(&listing->source, record, &text);
		table->texts[listing->done] = arena_strndup(arena, text.bytes, text.len);
		list_text(listing, table->texts[listing->done], listing->done);
		*budget -= TEXT_COST;
	}
	buf_release(&text);
	if (listing->done < table->record_count)
		return false;
	sort_records(table, listing, sort_words(table, listing, arena), arena);
	table->is_ready = true;
	text_table_drop(table);
	return true;
}

/* The first word that is not before the `len` bytes at `text`. */
static uint32_t lower_bound(const struct text_table *table, const char *text, size_t len)
{
	uint32_t low = 0, high = table->word_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (strncmp(table->words[middle], text, len) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Every record with a word that begins so. */
static void find_beginning(const struct text_table *table, const char *word, size_t len,
			   struct truths *found)
{
	for (uint32_t i = lower_bound(table, word, len);
	     i < table->word_count && !strncmp(table->words[i], word, len); i++)
		for (uint32_t j = table->first[i]; j < table->first[i + 1]; j++)
			truths_raise(found, table->records[j], true);
}

void text_table_find(const struct text_table *table, const char *phrase,
		     struct truths *found)
{
	size_t len = word_len(phrase);

	if (len && !phrase[len]) {
		find_beginning(table, phrase, len, found);
		return;
	}
	/* The first word of a phrase is whole: it sorts first of those that begin so. */
	uint32_t word = len ? lower_bound(table, phrase, len) : 0;
	bool is_known = len && word < table->word_count &&
			strlen(table->words[word]) == len &&
			!memcmp(table->words[word], phrase, len);

	for (uint32_t i = is_known ? table->first[word] : 0;
	     i < (is_known ? table->first[word + 1] : table->record_count); i++) {
		uint32_t record = is_known ? table->records[i] : i;

		if (len && !is_known)
			return;
		if (words_have(table->texts[record], phrase))
			truths_raise(found, record, true);
	}
}
