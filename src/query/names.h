/**
 * @file
 * The names that a dossier knows, and words that are such a name with an ending of
 * Russian or Uzbek: a reader who types what a text says, "Каримова", means Karimov.
 */
#ifndef DAFTAR_QUERY_NAMES_H
#define DAFTAR_QUERY_NAMES_H

#include "base/buf.h"
#include "base/map.h"
#include "model/dossier.h"

/** The folded words of the names of actors and places. */
struct known_names {
	bool is_ready;
	struct map words;
	const char **sorted;
	int count;
};

void known_init(struct known_names *known, const struct dossier *dossier,
		struct arena *arena);

/**
 * Append the folded `phrase` with each inflected name in it in the form that is
 * known.  False, with nothing appended, when there is none.
 */
bool known_uninflect(const struct known_names *known, const char *phrase,
		     struct buf *out);

#endif
