/** @file  The keys of a field in a dossier, and their names. */
#ifndef DAFTAR_QUERY_SPACE_H
#define DAFTAR_QUERY_SPACE_H

#include "base/map.h"
#include "field.h"

/** Owned by its index, which makes it when it is first needed. */
struct space {
	const struct dossier *dossier;
	struct arena *arena;
	const struct query_saved *saved; /* QUERY_VIEW: the reader's own views */
	int saved_count;
	enum query_field field;
	bool is_ready;
	uint32_t first[PART_COUNT + 1]; /* where each part begins; the last: how many */
	struct map strings;		/* PART_STRINGS: from a text to its number ... */
	const char **string;		/* ... and back */
	int string_count;
	int64_t first_year;   /* QUERY_YEAR: what key 0 means */
	const char ***names;  /* of each key, made when first asked for ... */
	const char ***folded; /* ... and folded; NULL-terminated */
};

/** Fill in a space whose dossier, arena, field and saved views are set. */
void space_init(struct space *space);

static inline uint32_t space_count(const struct space *space)
{
	return space->first[PART_COUNT];
}

/** Keys from this on are for finding only. */
uint32_t space_hidden(const struct space *space);

/** The number of a text among PART_STRINGS, interned; for query_keys.collect. */
uint32_t space_intern(struct space *space, const char *text);

/** The key of a text that was interned. */
uint32_t space_string(const struct space *space, const char *text);

/** The key that a record is, in QUERY_ID. */
uint32_t space_record(const struct space *space, struct ref record);

/**
 * The names of a key, NULL-terminated: first what a query writes, then what is
 * shown, then others.  NULL when it has none.
 */
const char *const *space_names(struct space *space, uint32_t key);

/** The same, folded. */
const char *const *space_folded(struct space *space, uint32_t key);

#endif
