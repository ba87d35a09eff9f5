/**
 * @file
 * The browser's state: where the reader is, the filters, and what is made from them.
 *
 * A key changes `at` or `query`; ui_settle() then makes the list, the layout and the
 * rows of what is seen; ui_draw() draws them and changes nothing.  Nothing here knows
 * of a terminal: keys come by name, the screen is a canvas.
 */
#ifndef DAFTAR_UI_STATE_H
#define DAFTAR_UI_STATE_H

#include <stdbool.h>

#include "canvas.h"
#include "history.h"
#include "input.h"
#include "list.h"
#include "picker.h"
#include "prompt.h"
#include "query/query.h"
#include "saved.h"
#include "timeline.h"
#include "ui/ui.h"
#include "view.h"
#include "view_time.h"
#include "where.h"

/** Where keys go.  One bit each, so that a command may be of several. */
enum context { IN_VIEWS = 1, IN_PICKER = 2, IN_PROMPT = 4 };

/** Tabs: all events, and the threads on the digits 1 to 9. */
enum { TAB_COUNT = 10 };

struct search {
	struct buf needle;  /* folded; empty: no search */
	struct visit from;  /* where it began, for Esc */
	struct arena arena; /* owns `hits` */
	bool *hits;	    /* of each item of the list: has the record a match? */
	int hit_count;
	unsigned list_builds; /* the list that they are of */
};

/** What a query that is being typed would give; the list itself waits. */
struct preview {
	bool is_on;
	struct query query;
	struct tally tallies[TAB_COUNT]; /* of the tabs ... */
	struct tally list;		 /* ... and of the list that is shown */
};

/** Terms to filter by, the nearest first. */
enum { WISHES_MOST = 16 };
struct wishes {
	struct arena arena;
	const char *terms[WISHES_MOST];
	int count;
};

/** What "=" or "-" did last, for the same key pressed again. */
struct including {
	unsigned key_count; /* when */
	int sign, step;	    /* which of the wishes is in; -1: none */
	struct wishes wishes;
	struct query base; /* the filters before */
};

/** Changes of the view, and how it was before the present key. */
struct undo {
	struct history history;
	struct where at;
	struct cursor_mark cursors[SLOT_COUNT];
	struct buf query;
	uint64_t off;
	bool is_walking; /* the key undoes: it is no change itself */
};

struct command;

struct ui {
	struct arena arena; /* owns the state, and what history keeps */
	struct list_world world;
	const struct texts *texts;
	enum date_style dates;
	bool ascii, is_done;
	bool has_begun;	      /* a key has been pressed: the greeting is gone */
	bool is_first_thread; /* the thread that is read was not asked for */
	bool more;	      /* metadata is shown */
	bool has_mouse;	      /* the mouse is heard */
	int depth;	      /* edges away that related records may be, from 1 */
	int rows, cols;

	struct where at;
	struct query query;
	bool is_stale;	     /* the list: the query or the place has changed */
	bool shows_selected; /* what is selected is to be shown */
	struct ref wanted;   /* where in the record the cursor is to go, or none */
	struct cursor_mark
		cursors[SLOT_COUNT]; /* where they are to go, if `has_cursors` */
	bool has_cursors;
	struct ref *places; /* by thread + 1, then by listing: what was selected */

	/* Settled: */
	struct list list;
	struct where listed;  /* what the list was built for */
	int cursor, top;      /* of the list: items */
	unsigned list_builds; /* how often it was built */
	struct tally tallies[TAB_COUNT];
	struct layout layout;
	struct view views[SLOT_COUNT]; /* those of SLOT_LIST and SLOT_TIME are not used */
	struct time_view time;
	struct strip strip;

	enum context context;
	const struct command *commands; /* the table, for hints, help and palette */
	int command_count;
	char key[KEY_NAME_BYTES * 2]; /* the one that is being done */
	char prefix[KEY_NAME_BYTES];  /* a first key that a second one must follow */
	struct picker picker;
	struct prompt prompt;
	struct search search;
	struct history history;
	struct undo undo;
	unsigned key_count; /* keys pressed so far */
	struct preview preview;
	struct including including;
	struct saved saved;
	struct past pasts[PAST_KIND_COUNT];
	struct buf status; /* the answer to the last key; empty: hints are shown */
	enum role status_role;
};

/** Answer on the last line, until the next key. */
__attribute__((format(printf, 3, 4))) void ui_say(struct ui *ui, enum role role,
						  const char *format, ...);

/** What was selected last in the thread or the listing that is read. */
struct ref *ui_place(struct ui *ui);

/** Where the cursor of a view is. */
struct cursor_mark view_mark(const struct view *view);

/** Where one is, to be kept before a jump. */
struct visit ui_visit(struct ui *ui);

/** Keep a visit before a jump that is sure. */
void ui_keep(struct ui *ui);

/** Restore a visit. */
void ui_restore(struct ui *ui, const struct visit *visit);

/** Note that the query has changed. */
void ui_filtered(struct ui *ui);

/** Select an item of the list and show its record. */
void ui_select(struct ui *ui, int item);

/** Show a record: selected where the list has it; a passage in its source, a thread as
 * the thread that is read. */
void ui_open(struct ui *ui, struct ref ref);

void ui_focus(struct ui *ui, enum slot slot);

/** To a thread, or with none to all events; its place is found again. */
void ui_read_thread(struct ui *ui, struct ref thread);

/** To a listing of records of another kind. */
void ui_read_listing(struct ui *ui, int listing);

/** Is the record shown the one that is selected in the list? */
bool ui_is_selected(const struct ui *ui);

/** The title of what is shown: a record, a problem; "" for nothing.  Owned by `arena`. */
const char *ui_title(const struct ui *ui, struct ref ref, struct arena *arena);

/** The title of a thread, else its id: one without a title is in error, but can be read.
 */
const char *ui_thread_title(const struct ui *ui, uint32_t thread);

/** The view that has the focus; NULL: the list has it, or its picture by date. */
struct view *ui_view(struct ui *ui);

#endif
