/**
 * @file
 * A view: what a slot of the layout shows, as rows with a cursor.
 *
 * Every view moves, scrolls, is searched and drawn alike; kinds differ only in how they
 * turn what they are about into rows.  Rows are a cache: they are built by
 * view_settle() when what they were built for has changed, and the cursor is found
 * again by the key of its row.  Drawing changes nothing.
 */
#ifndef DAFTAR_UI_VIEW_H
#define DAFTAR_UI_VIEW_H

#include <stdbool.h>

#include "base/diag.h"
#include "canvas.h"
#include "model/texts.h"
#include "row.h"

/** All that rows are built for.  Compared member by member, so keep it flat. */
struct view_subject {
	struct ref about;   /* the record or the thread */
	struct ref passage; /* of a source: the words that are marked */
	struct ref to;	    /* of a path: where it leads */
	int width;	    /* cells a row may have */
	int height;	    /* rows seen, of views that fit themselves to them; else 0 */
	int depth;	    /* edges away that related records may be */
	bool has_title;	    /* the title is shown outside the view */
	bool more;	    /* metadata, too */
	bool ascii;
	unsigned generation; /* of the dossier and its texts */
};

/** What kinds read besides. */
struct view_world {
	const struct dossier *dossier;
	const struct texts *texts;
	const struct diags *diags;
	enum date_style dates;
	struct query_index *index;
};

struct view;

struct view_kind {
	const char *name;  /* "Detail" */
	const char *empty; /* shown when there are no rows */

	/** Add the rows; may set the view's title, foot and counts. */
	void (*build)(struct view *view, const struct view_world *world,
		      struct rows *rows);
};

struct view {
	const struct view_kind *kind;
	struct arena arena; /* owns the rows and all text */
	struct view_subject subject;
	bool is_built;
	struct doc doc; /* the document that the rows are made of, if any */
	int split;	/* of its blocks, the first that tells of relations */
	int start;	/* the row that the cursor is at first */
	int graph_rows; /* the first rows are a graph */
	struct row *rows;
	int row_count;
	struct rows foot;  /* rows that stay at the bottom, below a rule */
	const char *title; /* NULL: the kind's name */
	const char *tail;  /* what is never cut off the title, or NULL */
	int cursor, top;   /* rows: the one under the cursor, the first one seen */
	int link;	   /* which of the links under the cursor, from 0 */
	int height;	   /* rows that scroll, as settled last */
};

/** Build the rows if `subject` is another one.  True when they were built anew. */
bool view_settle(struct view *view, const struct view_world *world,
		 const struct view_subject *subject);

/** Count what is asked of the rows at each key: stops, claims, links. */
void view_index(struct view *view);

/** Scroll no more than needed for the cursor to be seen in `height` rows. */
void view_scroll(struct view *view, int height);

/** Forget the rows, so that the next view_settle() builds them. */
void view_reset(struct view *view);
void view_release(struct view *view);

/** The cursor goes `by` stops on.  False when it was at the end already. */
bool view_move(struct view *view, int by);

/** Scroll to the row `to` of those at the top, and the cursor with it.  False when the
 * page is there already. */
bool view_turn(struct view *view, int to);

/** The page goes `by` halves of the height on, and the cursor with it.  False at the
 * end. */
bool view_page(struct view *view, int by);

/* The links under the cursor are those of its row and of the rows below it up to the
 * next stop. */

/** How many there are. */
int view_links(const struct view *view);

/** To the next or previous one.  False when there is none. */
bool view_move_link(struct view *view, int by);

/** To the first one that leads to this record.  False when there is none. */
bool view_go_link(struct view *view, struct ref target);

/** The row that the link begins in; without one the cursor's. */
int view_link_row(const struct view *view);

/** Is this run a part of the link? */
bool view_is_in_link(const struct view *view, int row, int run);

/** To the stop at or before a row, else the next one after it. */
void view_go(struct view *view, int row);

/** To the row of this block, or the nearest one before it. */
void view_go_key(struct view *view, uint32_t key);

/** To the first row that describes a record, or links to it.  False: there is none. */
bool view_go_to(struct view *view, struct ref ref);

/** To the next (+1) or previous (-1) claim; 0: to the first one of all.  False: there is
 * none. */
bool view_go_claim(struct view *view, int by);

/** To the next row with the folded text, from `from` on, round the end.  False: none. */
bool view_find(struct view *view, int from, int by, const char *needle);

/** How many rows have the folded text, and which of them the cursor is at (from 1). */
int view_matches(const struct view *view, const char *needle, int *at);

const struct row *view_row(const struct view *view);

/** The record that the cursor's link leads to, or none. */
struct ref view_target(const struct view *view);

/** The record that the cursor's row describes, or none. */
struct ref view_about(const struct view *view);

/** The link, if it is a passage, else the first passage under the cursor, else none.  A
 * status or an outcome that cites nothing has the passages of its claim. */
struct ref view_passage(const struct view *view);

/** Is this passage among those that view_passage() chooses from? */
bool view_cites(const struct view *view, struct ref passage);

/** How many claims there are, and which the cursor is at or after (from 1; 0: none). */
int view_claims(const struct view *view, int *at);

/** The row of a claim by its number, from 1; the end when there are fewer. */
int view_claim_row(const struct view *view, int number);

/** How a view is drawn. */
struct view_look {
	const char *needle; /* folded text to highlight, or NULL */
	bool has_focus;
};

/** The rows of its foot, with their rule; at most a third of `rows`. */
int view_foot_rows(const struct view *view, int rows);

/** Draw the rows inside `area`, from its top on. */
void view_draw(const struct view *view, struct canvas *canvas, struct rect area,
	       const struct view_look *look);

/** "▼", "▲", "↕" where more rows lie below, above, on both sides; else "". */
const char *more_sign(int top, int height, int count, bool ascii);

/** The title in `width` cells.  Owned by `arena`. */
const char *view_title(const struct view *view, int width, struct arena *arena);

#endif
