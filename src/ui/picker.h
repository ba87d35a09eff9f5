/**
 * @file
 * A list to choose from, typed to narrow: facets, threads, chips, commands, keys.
 *
 * A kind says what there is and what choosing does; narrowing, moving and drawing
 * are the same for all.
 */
#ifndef DAFTAR_UI_PICKER_H
#define DAFTAR_UI_PICKER_H

#include "base/arena.h"
#include "base/buf.h"
#include "canvas.h"

struct ui;

struct choice {
	const char *label;
	const char *note;  /* at the right: a count, a key; or NULL */
	const char *also;  /* further words that narrowing looks in; or NULL */
	const char *value; /* what it stands for, as its kind knows it */
	int index;
};

struct picker;

struct picker_kind {
	const char *title;
	const char *empty; /* nothing to choose from: why */

	/** Fill `choices` and `count`, all owned by the picker's arena. */
	void (*build)(struct ui *ui, struct picker *picker);

	/** Enter.  The picker is closed before, its choice lives until the next is
	 * opened. */
	void (*choose)(struct ui *ui, const struct choice *choice);

	/**
	 * Enter when nothing fits what is typed; or NULL.  Takes the typed words
	 * themselves, or says why they can't be taken.
	 */
	const char *(*take)(struct ui *ui, const char *typed);

	/** Delete; or NULL.  The picker stays open and is built anew. */
	void (*drop)(struct ui *ui, const struct choice *choice);
};

struct picker {
	struct arena arena;
	const struct picker_kind *kind;
	int arg;	   /* the kind's own: a query_field */
	const char *title; /* NULL: the kind's */
	struct choice *choices;
	int count;
	int *seen; /* indexes of those that fit what is typed */
	int seen_count;
	struct buf typed;
	int cursor, top;
	int height; /* rows seen when it was last drawn */
};

/** Open a picker; when there is nothing to choose from, say so instead. */
const char *picker_open(struct ui *ui, const struct picker_kind *kind, int arg);

/** Narrow by more letters. */
void picker_type(struct ui *ui, const char *text);

/** What commands call. */
const char *picker_move(struct ui *ui, int by);
const char *picker_page(struct ui *ui, int by);
const char *picker_end(struct ui *ui, int to_end);
const char *picker_erase(struct ui *ui, int all);
const char *picker_choose(struct ui *ui, int arg);
const char *picker_drop(struct ui *ui, int arg);
const char *picker_leave(struct ui *ui, int arg);

void picker_draw(struct ui *ui, struct canvas *canvas);

void picker_release(struct picker *picker);

#endif
