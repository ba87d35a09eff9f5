/** @file  What the values of terms mean in a dossier. */
#ifndef DAFTAR_QUERY_VALUE_H
#define DAFTAR_QUERY_VALUE_H

#include "index.h"
#include "node.h"

/** Runs of days. */
struct days {
	struct arena *arena;
	struct day_run {
		int64_t first, last;
	} * at;
	int count;
};

/** Keys that a value picks. */
struct picks {
	struct arena *arena;
	uint32_t *at;
	int count;
};

/**
 * Does the value mean something in the field?  When not, false with the reason in
 * `why`: "unknown actor "norv"; did you mean "norov"?"
 */
bool value_check(struct query_index *index, enum query_field field, const char *value,
		 struct buf *why);

/** Add the days of a year, a range of years or a date.  False with the reason. */
bool value_days(enum query_field field, const char *value, struct days *days,
		struct buf *why);

/** Can the query of a view be read?  When not, false with the reason in `why`. */
bool view_check(struct query_index *index, uint32_t view, struct buf *why);

/** Add the keys that the value picks.  False when it picks none. */
bool value_pick(struct query_index *index, enum query_field field, const char *value,
		struct picks *picks);

/** Append what to say of a value that picks none: "; did you mean ...?", or nothing. */
void value_suggest(struct query_index *index, enum query_field field, const char *value,
		   struct buf *out);

/**
 * Append the folded phrases that a value without a field searches for, each with a
 * newline behind it: its words, and with known names uninflected.
 */
void value_phrases(struct query_index *index, const char *value, struct buf *out);

#endif
