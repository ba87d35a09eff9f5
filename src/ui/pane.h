/**
 * @file
 * A pane: rows with a cursor.
 *
 * Every pane moves, scrolls, is searched and drawn alike.  Kinds differ only in how
 * they turn the state into rows, so a kind is two strings and one function.
 */
#ifndef DAFTAR_UI_PANE_H
#define DAFTAR_UI_PANE_H

#include <stdbool.h>

#include "base/arena.h"
#include "canvas.h"
#include "row.h"

struct ui;
struct pane;

enum pane_id { PANE_EVENTS, PANE_DETAIL, PANE_SOURCE, PANE_RELATIONS, PANE_COUNT };

/* Narrower lists have no room for a sign before their rows. */
enum { PANE_LEAST_WITH_MARK = 8 };

struct pane_kind {
	const char *name;  /* its title when it gives itself none */
	const char *empty; /* shown when it has no row */

	/** Add the rows; may set the pane's title and counts. */
	void (*build)(struct ui *ui, struct pane *pane, struct rows *rows);
};

extern const struct pane_kind pane_events, pane_detail, pane_source, pane_relations;

/** The kinds, by enum pane_id. */
extern const struct pane_kind *const pane_kinds[PANE_COUNT];

struct pane {
	struct arena arena; /* owns the rows and the title */
	const struct row *rows;
	int row_count;
	const char *title; /* NULL: the kind's name */
	const char *tail;  /* what is never cut off the title; NULL: nothing */
	const char *empty; /* NULL: the kind's */
	int at, of;	   /* "3 of 4" of what it shows; 0 of 4: "4"; 0 of 0: nothing */
	int pinned;	   /* so many rows stay in sight, where there is room for them */
	int cursor, top;   /* rows: the one under the cursor, the first one seen */
	int link;	   /* which of the cursor row's links, from 0 */
	int height;	   /* rows that scroll, when it was last drawn */
};

/** The pane's title in `width` cells at most, or its kind's name.  Owned by `arena`. */
const char *pane_title(const struct pane *pane, const struct pane_kind *kind, int width,
		       struct arena *arena);

/** Put what was built into the pane; the cursor stays as near as it can. */
void pane_take(struct pane *pane, const struct rows *rows);

/** The cursor goes `by` stops on.  False when it was at the end already. */
bool pane_move(struct pane *pane, int by);

/** The cursor goes a part of a page on: `by` halves of the height.  False at the end. */
bool pane_page(struct pane *pane, int by);

/** To the next or previous link of the cursor's row.  False when there is none. */
bool pane_move_link(struct pane *pane, int by);

/** To the stop at or before a row, which is then seen. */
void pane_go(struct pane *pane, int row);

/** To the first row that tells of a record, or that links to it.  False: no such row. */
bool pane_go_to(struct pane *pane, struct ref ref);

/** Does the cursor stand where it stands in a pane that nobody has moved in? */
bool pane_is_at_start(const struct pane *pane);

/** From its first stop to the first row with a link, if that is among `height` rows. */
void pane_to_first_link(struct pane *pane, int height);

/** The record that the cursor's link leads to, or none. */
struct ref pane_target(const struct pane *pane);

/** The record that the cursor's row tells of, or none. */
struct ref pane_about(const struct pane *pane);

/** How a pane is drawn. */
struct pane_look {
	const char *needle; /* folded text to highlight, or NULL */
	const char *empty;
	bool has_focus;
	bool has_mark; /* the selected row gets a sign in its first cell */
};

/** Draw the rows inside `area`, scrolled so that the cursor is seen. */
void pane_draw(struct pane *pane, struct canvas *canvas, struct rect area,
	       const struct pane_look *look);

/** The row's text as one string, for searching.  Owned by `arena`. */
const char *row_text(const struct row *row, struct arena *arena);

#endif
