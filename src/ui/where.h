/**
 * @file
 * Where the reader is: the one truth that every part of the screen is made from.
 *
 * Commands change a place; ui_settle() makes list, views and lines from it; going back
 * restores one.  Records are named by ref, never by row.
 */
#ifndef DAFTAR_UI_WHERE_H
#define DAFTAR_UI_WHERE_H

#include "doc/columns.h"
#include "layout.h"
#include "model/ref.h"

/** The lists of doc/columns.h, and one of what is wrong with the dossier. */
enum { LIST_PROBLEMS = LIST_COUNT, LIST_ALL };

/** Problems are no records: their refs have this kind, and index the diagnostics. */
enum { KIND_PROBLEM = KIND_COUNT + 1 };

struct where {
	int listing;	     /* an enum listing, or LIST_PROBLEMS */
	struct ref thread;   /* the thread that is read; none: the whole listing */
	struct ref selected; /* in the list */
	struct ref shown;    /* in the record, and what else is about it */
	struct ref passage;  /* in the source */
	struct ref path_to;  /* the path shown leads there from `shown` */
	enum slot focus, reading, extra; /* see struct layout_choice */
	bool is_page; /* a text covers the panes: the page of a thread, a path */
	bool is_zoomed;
};

#endif
