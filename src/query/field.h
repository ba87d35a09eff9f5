/**
 * @file
 * What the fields of a query have in common: each gives a record some keys.
 *
 * A key is a number in the field's own space: an actor's index, a type, a year.  A
 * value picks keys by their names; a record matches when a row of it has a key that
 * is picked; a facet counts keys.  So what a facet promises is what a term finds.
 */
#ifndef DAFTAR_QUERY_FIELD_H
#define DAFTAR_QUERY_FIELD_H

#include "model/terms.h"
#include "query/query.h"
#include "units.h"

/** That a row of a record has a key, how surely, and through whose office. */
struct key {
	uint32_t row, key;
	enum truth truth;
	struct ref through; /* none: directly */
};

/** The keys of one record, each row's together, each key once a row. */
struct key_sink {
	struct query_index *index;
	struct arena *arena;
	struct key *at;
	int count;
	struct units units;
};

/** Add a key; of two ways to the same one, the surer, then the more direct stays. */
void sink_add(struct key_sink *sink, const struct key *key);

/** sink_add() of a key that is sure and direct. */
void sink_add_sure(struct key_sink *sink, uint32_t row, uint32_t key);

/** The keys of a record in a field, those of row 0 not yet given to the others. */
void sink_fill(struct key_sink *sink, enum query_field field, struct ref record);

/** Where the keys of a space come from, in the order of their numbers. */
enum space_part {
	PART_VOCABULARY,
	PART_SECOND, /* another vocabulary */
	PART_RECORDS,
	PART_STRINGS, /* texts of the dossier, each once */
	PART_LAST,    /* a last vocabulary */
	PART_COUNT
};

struct space;

struct query_keys {
	enum group group;
	void (*find)(struct key_sink *sink, struct ref record);
	const struct vocabulary *vocabularies[PART_COUNT]; /* by enum space_part */
	enum kind of;			      /* PART_RECORDS: of this kind */
	void (*collect)(struct space *space); /* PART_STRINGS: intern them */
	/* Keys of this part and beyond are for finding only, when no other has the
	 * name; 0: none are. */
	enum space_part hidden;
	bool has_endings; /* names may be inflected */
};

extern const struct query_keys keys_actor, keys_role, keys_office, keys_year, keys_place,
	keys_type, keys_mode, keys_kind, keys_thread, keys_view, keys_tag, keys_source,
	keys_status, keys_relation, keys_supplied, keys_damaged, keys_quoted, keys_state,
	keys_id;

#endif
