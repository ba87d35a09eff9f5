/**
 * @file
 * The parts of a record that terms can ask about together: its points, those who
 * take part or speak, the passages that it cites.
 *
 * Each part is a row.  Row 0 is the record itself, row i + 1 its part i; what is true
 * of the record itself is true of each of its parts.
 */
#ifndef DAFTAR_QUERY_UNITS_H
#define DAFTAR_QUERY_UNITS_H

#include "base/arena.h"
#include "model/dossier.h"

/** What kind of part a field asks about. */
enum group {
	GROUP_NONE, /* the record as a whole */
	GROUP_POINT,
	GROUP_TAKER, /* a participant, a speaker, one spoken to, an end of a relation */
	GROUP_PASSAGE,
	GROUP_COUNT
};

struct taker {
	struct ref actor;
	const struct participant *participant; /* NULL: not a participant */
};

/** Parts of a record; zero-initialise but for `arena`, and reuse. */
struct units {
	struct arena *arena;
	struct taker *takers;
	struct ref *passages;
	int taker_count;
	int passage_count;
};

/** Replace the takers by those of the record. */
void units_takers(struct units *units, const struct dossier *dossier, struct ref record);

/** Replace the passages by those that the record cites, in order; some may recur. */
void units_passages(struct units *units, const struct dossier *dossier,
		    struct ref record);

/** The rows of a record in a group: its parts and itself. */
uint32_t units_rows(struct units *units, const struct dossier *dossier, struct ref record,
		    enum group group);

#endif
