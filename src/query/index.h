/**
 * @file
 * What is known of a dossier for answering queries: the keys of its records, the
 * folded words of its texts, and what was found of late.
 *
 * Every part is made when it is first asked for and then kept.
 */
#ifndef DAFTAR_QUERY_INDEX_H
#define DAFTAR_QUERY_INDEX_H

#include "bits.h"
#include "names.h"
#include "query/graph.h"
#include "space.h"
#include "texts.h"

/** One key of a row, or one row of a key. */
struct entry {
	uint32_t id;
	bool is_sure;
};

/** The rows of the records of a kind in a group. */
struct rows {
	bool is_ready;
	uint32_t count;
	uint32_t *first;  /* where those of each record begin, and where the last end */
	uint32_t *record; /* of each row */
};

/** The keys of a field for the records of a kind, listed by row and by key. */
struct key_table {
	bool is_ready;
	struct collection *making; /* while some records are still to be done */
	uint32_t *row_first;
	struct entry *keys;
	uint32_t *key_first;
	struct entry *rows;
};

/** The days of the records of a kind, side by side, so that most are asked about without
 * a look at their dates. */
struct day_table {
	bool is_ready;
	int64_t *first, *last; /* a date may touch them and those between */
	/* It lasts from the one to the other at least; of what has no length, never. */
	int64_t *begun, *ended;
	uint64_t *plain; /* bits: the days above tell all */
	uint64_t *odd;	 /* bits: sets and uncertain dates, to be looked at */
};

/** What the saved views are true of, for the records of a kind. */
struct view_table {
	struct view_answer {
		bool is_ready;
		bool is_asked; /* it is being worked out: it must not ask for itself */
		struct truths truths;
	} * at; /* of each view, in the order of its space */
};

/** Answers that were worked out of late, the oldest given up for new ones. */
enum { MEMOS = 128 };
struct memo {
	struct arena arena; /* owns all of it */
	const char *question;
	struct truths truths;
	unsigned age; /* when it was last asked for */
};

struct query_index {
	struct arena arena; /* owns the index, itself too */
	const struct dossier *dossier;
	const struct texts *texts; /* or NULL */
	struct space spaces[QUERY_FIELD_COUNT];
	struct rows rows[KIND_COUNT][GROUP_COUNT];
	struct key_table tables[KIND_COUNT][QUERY_FIELD_COUNT];
	struct day_table days[KIND_COUNT];
	struct view_table views[KIND_COUNT];
	struct view_nesting {
		unsigned char *levels; /* of each view that was read; 0: it was not */
		int depth;	       /* views whose queries are being read */
		int below;	       /* levels that were met while one is read */
	} nesting;
	struct text_table words[KIND_COUNT], titles[KIND_COUNT];
	struct known_names known;
	const struct graph *graph; /* or NULL, as long as nobody asked */
	uint32_t *office_first;	   /* of each actor, in `offices` */
	uint32_t *offices; /* the words of each office, interned in QUERY_OFFICE */
	struct memo memos[MEMOS];
	unsigned clock;
};

static inline uint32_t index_count(const struct query_index *index, enum kind kind)
{
	return (uint32_t)index->dossier->counts[kind];
}

struct space *index_space(struct query_index *index, enum query_field field);
const struct rows *index_rows(struct query_index *index, enum kind kind,
			      enum group group);
const struct key_table *index_table(struct query_index *index, enum kind kind,
				    enum query_field field);
const struct day_table *index_days(struct query_index *index, enum kind kind);
const struct known_names *index_known(struct query_index *index);

/** The text of the records of a kind: all of it, or of QUERY_TITLE. */
const struct text_table *index_texts(struct query_index *index, enum kind kind,
				     enum query_field field);

/** What a view is true of, by its number in QUERY_VIEW. */
const struct truths *index_view(struct query_index *index, enum kind kind, uint32_t view);

/** The query of a view, by its number. */
const char *index_view_text(struct query_index *index, uint32_t view);

/**
 * Make some more of a table of keys, and count the records done off `*budget`.  True
 * once it is ready.
 */
bool key_table_fill(struct query_index *index, enum kind kind, enum query_field field,
		    int *budget);

/** Forget a table, half made or not; what it owned in the index stays there. */
void key_table_drop(struct key_table *table);

/** The number of an office's words among the strings of QUERY_OFFICE and QUERY_ACTOR. */
uint32_t index_office(struct query_index *index, uint32_t actor, int office);

/** What was found for the question, or NULL.  Good until memos are made. */
const struct truths *index_recall(struct query_index *index, const char *question);

/** Forget what was found for questions. */
void index_forget(struct query_index *index);

/** A place for what is found for the question: `count` times TRUTH_NO, to be filled. */
struct truths *index_memo(struct query_index *index, const char *question,
			  uint32_t count);

#endif
