/**
 * @file
 * What the fields of a query have in common: each gives an event some keys.
 *
 * A key is a number in the field's own space: an actor's index, a type, a year.
 * A term picks keys by their names once, when it is added; an event answers it
 * when one of its keys is picked; a facet counts keys.  So what a facet
 * promises is what the term finds.
 */
#ifndef DAFTAR_QUERY_FIELD_H
#define DAFTAR_QUERY_FIELD_H

#include "query/query.h"

/** That an event has a key, how surely, and through whose office. */
struct key {
	uint32_t key;
	enum truth truth;
	struct ref through; /* none: directly */
};

/** The keys of one event, each once, by the surest and most direct way to it. */
struct keys {
	struct arena *arena;
	struct key *at;
	int count, room;
};

/** The names of one key: [0] is what a query writes, [1] what is shown. */
struct names {
	struct arena *arena;
	const char **at;
	int count, room;
};

/** What the keys of a field mean in a dossier.  Its arena owns what it points at. */
struct space {
	const struct dossier *dossier;
	struct arena *arena;
	enum query_field field;
	uint32_t count; /* every key is below it; 0 for fields without keys */

	struct map tag_keys; /* QUERY_TAG: from a tag to its key ... */
	const char **tags;   /* ... and back */
	int64_t first_year;  /* QUERY_YEAR: what key 0 means */
};

struct space space_of(const struct dossier *dossier, enum query_field field,
		      struct arena *arena);

/** The event's keys into `keys`, which is emptied first. */
void space_keys(const struct space *space, uint32_t event, struct keys *keys);

/** The key's names into `names`, which is emptied first. */
void space_names(const struct space *space, uint32_t key, struct names *names);

/**
 * Set `picked[key]` for every key that `value` names: by what a query writes,
 * else by a whole name, else by the beginning of a word in a name (an id is
 * never so shortened).  False when it names none.
 */
bool space_pick(const struct space *space, const char *value, unsigned char *picked);

/** Append what to say of a value that names no key: "; did you mean ...?", or nothing. */
void space_suggest(const struct space *space, const char *value, struct buf *out);

#endif
