/**
 * @file
 * What the events pane lists: the events that the filters let through, or the
 * steps of a thread in the curator's order.
 */
#ifndef DAFTAR_UI_LIST_H
#define DAFTAR_UI_LIST_H

#include "base/arena.h"
#include "query/query.h"

struct item {
	struct ref ref;	  /* an event; in a thread any record */
	enum truth truth; /* TRUTH_MAYBE: only possibly a hit */
	int step;	  /* in a thread, from 1; else 0 */
	const char *note; /* the step's */
};

/** Sure hits first, then possible ones.  Zero-initialise. */
struct list {
	struct arena arena;
	struct item *items;
	int count, possible_count; /* of all; of them, possible */
	int total;		   /* without filters */
	struct strip *strip; /* timeline.c's, for strip_width cells; NULL: not yet */
	int strip_width;
};

/** The dossier's events, or the steps of a thread, that the query lets through. */
struct list_source {
	const struct dossier *dossier;
	const struct query *query;
	struct query_index *index;
	struct ref thread; /* none: all events */
};

void list_build(struct list *list, const struct list_source *source);

/** The index of the item that is this record, or -1. */
int list_find(const struct list *list, struct ref ref);

/** The index of the item to select instead of one that is not there; -1: none at all. */
int list_nearest(const struct list *list, const struct dossier *dossier,
		 struct ref thread, struct ref ref);

/** Is any term of the query on? */
bool filters_are_on(const struct query *query);

/** The step of `thread` that is this record, from 1, or 0. */
int thread_step(const struct thread *thread, struct ref ref);

#endif
