/**
 * @file
 * A box to choose from, typed to narrow: facets, threads, chips, commands, keys.
 *
 * A kind says what there is and what choosing does; narrowing, moving, marking and
 * drawing are the same for all, and know nothing of the browser around them.
 */
#ifndef DAFTAR_UI_PICKER_H
#define DAFTAR_UI_PICKER_H

#include "base/arena.h"
#include "base/buf.h"
#include "canvas.h"
#include "model/ref.h"

struct ui;

struct choice {
	const char *label;
	const char *note;  /* at the right: a count, a key; or NULL */
	const char *also;  /* further words that narrowing looks in; or NULL */
	const char *value; /* what it stands for, as its kind knows it */
	struct ref ref;	   /* or this */
	int index;	   /* or this */
	int bar;	   /* a count to draw a bar for; 0: none */
	bool is_marked;	   /* one of several that are chosen */
	bool is_heading;   /* of the choices below it: shown while nothing is typed, and
			    * passed over by the cursor */
};

struct picker;

struct picker_kind {
	const char *title;
	const char *empty;  /* why there is nothing to choose from */
	const char *foot;   /* what else keys do; or NULL */
	bool takes_several; /* Space marks */

	/** Fill `choices` and `count`, all owned by the picker's arena. */
	void (*build)(struct ui *ui, struct picker *picker);

	/** Enter on a choice; with marks, on the marked ones.  The box is closed then. */
	void (*choose)(struct ui *ui, const struct choice *choice);

	/** Enter when nothing matches what is typed: takes the words themselves, or says
	 * why not.  May be NULL. */
	const char *(*take)(struct ui *ui, const char *typed);

	/** Delete.  The box stays open and is built anew.  May be NULL. */
	void (*drop)(struct ui *ui, const struct choice *choice);

	/** Right: change it in a prompt, with the box closed.  May be NULL. */
	void (*edit)(struct ui *ui, const struct choice *choice);

	/** After marking: what the marked ones together give, for the foot.  May be NULL.
	 */
	const char *(*total)(struct ui *ui, struct picker *picker);
};

struct picker {
	struct arena arena;
	const struct picker_kind *kind;
	int arg;	   /* the kind's own: a query_field */
	struct ref about;  /* the kind's own: a passage */
	const char *title; /* NULL: the kind's */
	const char *foot;  /* NULL: the kind's */
	struct choice *choices;
	int count;
	int *seen; /* indexes of those that match what is typed */
	int seen_count;
	int bar_most;	 /* the largest bar */
	int note_width;	 /* the widest note */
	bool has_marked; /* Space was pressed: the marks are what Enter takes */
	struct buf typed;
	int cursor, top;
	int height; /* rows seen, as settled last */
};

/** Build the choices of a kind, with nothing typed. */
void picker_start(struct picker *picker, struct ui *ui, const struct picker_kind *kind);

/** Build them anew, as what they stand for has changed. */
void picker_restart(struct picker *picker, struct ui *ui);
void picker_release(struct picker *picker);

/** Narrow by more text. */
void picker_type(struct picker *picker, const char *text);

/** Delete the last character, or all.  False: there was none. */
bool picker_erase(struct picker *picker, bool all);

/** Move the cursor to a row of those seen; it stops at both ends, and not at headings. */
void picker_go(struct picker *picker, int to);

/** The choice under the cursor; NULL when nothing matches. */
const struct choice *picker_chosen(const struct picker *picker);

/** Mark or unmark it, and move on. */
void picker_mark(struct picker *picker);

/** Scroll so that the cursor is seen in a box of this size. */
void picker_settle(struct picker *picker, struct rect box);
void picker_draw(const struct picker *picker, struct canvas *canvas, struct rect box);

#endif
