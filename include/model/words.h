/** @file  Names for records and for the links between them. */
#ifndef DAFTAR_MODEL_WORDS_H
#define DAFTAR_MODEL_WORDS_H

#include "base/arena.h"
#include "model/dossier.h"

/** The date of a record in a list; NULL when its kind has no date. */
const struct when *words_when(const struct dossier *dossier, struct ref ref);

/** As dossier_title(); a relation without a text is described by its ends. */
const char *words_title(const struct dossier *dossier, struct ref ref,
			struct arena *arena);

/** The kind of a record: "event", "source". */
const char *words_record(struct ref ref);

/** The type of a record: "person", "visit", "request, change", "passage". */
const char *words_kind(const struct dossier *dossier, struct ref ref,
		       struct arena *arena);

/** The role of a participant; "visitor" and "host" at a visit. */
const char *words_part(const struct event *event, const struct participant *participant);

/** How the record that refers to this one is connected with it: "host", "speaks". */
const char *words_backlink(const struct dossier *dossier, const struct backlink *link,
			   struct ref ref);

/** A relation, read from one of its ends. */
struct edge {
	struct ref relation, other;
	const char *label; /* "follows", or from the other end "followed by" */
	bool is_outward;
};

/** The edge of a backlink from a relation; false for other backlinks. */
bool words_edge(const struct dossier *dossier, const struct backlink *link,
		struct edge *edge);

#endif
