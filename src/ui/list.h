/**
 * @file
 * What the list holds: the records of a listing or the steps of a thread that match.
 *
 * Items are refs; how a row looks is made when it is drawn (list_draw.h), so a long
 * list costs no more than a short one.
 */
#ifndef DAFTAR_UI_LIST_H
#define DAFTAR_UI_LIST_H

#include "base/diag.h"
#include "doc/columns.h"
#include "query/query.h"
#include "where.h"

struct item {
	struct ref ref;
	enum truth truth;
	int step;	  /* its number in the thread that is read, from 1; else 0 */
	const char *note; /* of that step, or NULL */
};

struct list {
	struct arena arena; /* owns the items */
	struct item *items;
	int count; /* sure and possible */
	int possible_count;
	int total;     /* without filters */
	int last_step; /* the highest number of a step; 0: these are no steps */
};

/** How many of how many match, counted alike everywhere. */
struct tally {
	int sure, possible, total;
};

/** What lists are made of. */
struct list_world {
	const struct dossier *dossier;
	const struct diags *diags;
	struct query_index *index;
};

/** The records that a listing or a thread has without filters.  Owned by `arena`. */
struct query_scope list_scope(const struct list_world *world, int listing,
			      struct ref thread, struct arena *arena);

/** Fill the list anew: sure hits, then possible ones. */
void list_build(struct list *list, const struct list_world *world,
		const struct query *query, const struct where *at);

/** Only the numbers of such a list. */
struct tally list_tally(const struct list_world *world, const struct query *query,
			int listing, struct ref thread);

/** The index of a record, or -1. */
int list_find(const struct list *list, struct ref ref);

/** The index of the item nearest to where a record would stand; -1: the list is empty. */
int list_nearest(const struct list *list, const struct list_world *world,
		 const struct where *at, struct ref ref);

/** The number of a record's step in a thread, from 1; 0: it is not on it. */
int thread_step(const struct thread *thread, struct ref ref);

/** Does any filter filter? */
bool filters_are_on(const struct query *query);

#endif
