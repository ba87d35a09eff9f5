/** @file  What records and the links between them are called. */
#ifndef DAFTAR_MODEL_WORDS_H
#define DAFTAR_MODEL_WORDS_H

#include "base/arena.h"
#include "model/dossier.h"

/** The date that a record has in a list; NULL when records of its kind have none. */
const struct when *words_when(const struct dossier *dossier, struct ref ref);

/** dossier_title(), but a relation without words of its own is told by its ends. */
const char *words_title(const struct dossier *dossier, struct ref ref,
			struct arena *arena);

/** What kind of record it is: "event", "source". */
const char *words_record(struct ref ref);

/** What a record is: "person", "visit", "request, change", "passage". */
const char *words_kind(const struct dossier *dossier, struct ref ref,
		       struct arena *arena);

/** What a participant was: at a visit "visitor" and "host". */
const char *words_part(const struct event *event, const struct participant *participant);

/** What the record that a backlink comes from has to do with this one: "host", "said". */
const char *words_backlink(const struct dossier *dossier, const struct backlink *link,
			   struct ref ref);

/** A relation, seen from one of its ends. */
struct edge {
	struct ref relation, other;
	const char *label; /* "follows", or from the other end "followed by" */
	bool is_outward;
};

/** The edge that a backlink to `ref` is; false when it is none. */
bool words_edge(const struct dossier *dossier, const struct backlink *link,
		struct edge *edge);

/** The passages that a record rests on as a whole; empty for kinds without. */
struct refs words_passages(const struct dossier *dossier, struct ref ref);

#endif
