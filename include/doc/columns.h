/**
 * @file
 * A list as a document: what columns the records of a kind have.
 *
 * One const table for each kind of list, read by the ui's lists and by `daftar list`
 * as text, CSV and JSON.  A cell is short and made for a screen; data formats take
 * the whole date and the name of the evidence instead.
 */
#ifndef DAFTAR_DOC_COLUMNS_H
#define DAFTAR_DOC_COLUMNS_H

#include "doc/doc.h"

/** The lists that there are.  Commitments are points of one kind. */
enum listing {
	LIST_EVENTS,
	LIST_POINTS,
	LIST_COMMITMENTS,
	LIST_ACTORS,
	LIST_PLACES,
	LIST_SOURCES,
	LIST_PASSAGES,
	LIST_RELATIONS,
	LIST_COUNT
};

struct doc_cell {
	const char
		*text; /* never NULL; in the arena or the dossier; not cleaned, not cut */
	enum doc_meaning meaning;
};

struct doc_column {
	const char *name;    /* in CSV and JSON: "date" */
	const char *heading; /* on the screen and in text: "Date" */
	int width;	/* cells; 0: takes what is left (one column of each list does) */
	int rank;	/* 1: always; higher ones are dropped first where room is short */
	bool is_number; /* the cell and its data are a number, or empty */
	struct doc_cell (*cell)(const struct dossier *, struct ref,
				const struct doc_options *, struct arena *);
	/* For CSV and JSON; NULL: as `cell`. */
	struct doc_cell (*data)(const struct dossier *, struct ref,
				const struct doc_options *, struct arena *);
	/* Of a column of dates, else NULL: the date (NULL for none). */
	const struct when *(*when)(const struct dossier *, struct ref);
	/* What CSV and JSON call whether the curator supplies it; NULL: never. */
	const char *supplied;
};

struct doc_listing {
	const char *name;  /* "events": as --of takes it */
	const char *title; /* "Events" */
	const char *empty; /* "No events match." */
	char letter;	   /* after v: 'e' */
	enum kind kind;	   /* of its records */
	const struct doc_column *columns;
	int column_count;
	bool (*has)(const struct dossier *, struct ref); /* NULL: all of the kind */
	/* The list's own order, as strcmp(); NULL: the order of the table. */
	int (*compare)(const struct dossier *, struct ref, struct ref);
};
extern const struct doc_listing doc_listings[LIST_COUNT];

/** The list of this name; LIST_COUNT when there is none. */
enum listing doc_listing_find(const char *name);

/** All records of a list, in its order.  Owned by the arena. */
struct refs doc_listing_records(const struct doc_listing *listing,
				const struct dossier *dossier, struct arena *arena);

/** Put records of a list into its order; equal ones keep theirs. */
void doc_listing_sort(const struct doc_listing *listing, const struct dossier *dossier,
		      struct ref *refs, int count);

#endif
