/**
 * @file
 * The folded texts of the records of a kind, and which words are in which.
 *
 * A word is a run of letters and digits.  What is searched for is found where a word
 * begins: a single word by its beginning in the sorted list of words, a phrase among
 * the records that have its first word.
 */
#ifndef DAFTAR_QUERY_TEXTS_H
#define DAFTAR_QUERY_TEXTS_H

#include "bits.h"
#include "model/dossier.h"

struct text_table {
	bool is_ready;
	struct listing *making; /* while some records are still to be done */
	uint32_t record_count;
	const char **texts; /* of each record, folded */
	const char **words; /* each once, sorted by bytes */
	uint32_t word_count;
	uint32_t *first;   /* where the records of each word begin, and where the last
			      end ... */
	uint32_t *records; /* ... in this list */
};

/** What the texts are made from. */
struct text_source {
	const struct dossier *dossier;
	enum kind kind;
	bool is_title;	     /* the title and the names alone */
	struct arena *arena; /* for `actors` */
	const char **actors; /* the folded names of each, once they were asked for */
};

/** Append the text of a record, folded, its parts on lines of their own. */
void text_add(const struct text_source *source, struct ref record, struct buf *out);

/** One text takes about as long as the keys of so many records. */
enum { TEXT_COST = 16 };

/**
 * Fold and list some more texts, of which the arena owns what is kept, and count them
 * off `*budget`; of `source`, the dossier, the kind and `is_title` count.  True once
 * the table is ready.
 */
bool text_table_fill(struct text_table *table, const struct text_source *source,
		     struct arena *arena, int *budget);

/** Give back what a table that is half made holds outside of its arena. */
void text_table_drop(struct text_table *table);

/** Raise every record that has the folded `phrase` to sure. */
void text_table_find(const struct text_table *table, const char *phrase,
		     struct truths *found);

#endif
