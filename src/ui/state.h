/**
 * @file
 * The browser's state, and what is done with it: a key goes in, a screen comes out.
 *
 * Nothing here knows of a terminal: keys come by name ("j", "Down", "^D", "Enter"),
 * the screen is a canvas.  ui.c joins the two to the terminal; tests do not.
 * What is selected and shown is known by ref, never by row, so it survives filters
 * and sizes.
 */
#ifndef DAFTAR_UI_STATE_H
#define DAFTAR_UI_STATE_H

#include <stdbool.h>

#include "canvas.h"
#include "history.h"
#include "layout.h"
#include "list.h"
#include "pane.h"
#include "picker.h"
#include "prompt.h"
#include "query/query.h"
#include "ui/ui.h"

/** Where keys go.  One bit each, so that a command may be of several. */
enum context { IN_PANES = 1, IN_PICKER = 2, IN_PROMPT = 4 };

struct search {
	struct buf needle;	/* folded; empty: no search */
	int from_row, from_top; /* where it began, for Esc */
};

struct ui {
	struct arena arena; /* owns the state, and what history keeps */
	const struct dossier *dossier;
	const struct texts *texts;
	enum date_style dates;
	bool ascii, is_done;
	bool has_begun; /* a key has been pressed: the tip is gone */

	struct query query;
	struct query_index *index;
	struct list list;
	struct ref thread;  /* the one that is read; none: all events */
	struct ref *places; /* by thread index + 1: the item that was selected last */
	struct ref shown;   /* what detail, source and relations are about */
	struct ref passage; /* what the source pane shows */
	struct evidence evidence;

	struct layout layout;
	struct pane panes[PANE_COUNT];
	enum pane_id focus;
	enum pane_id reader; /* of the panes that take turns below a list, the one seen */
	enum pane_id extra;  /* of source and relations, the one seen in wide layouts */

	enum context context;
	const char *key; /* the one that is being done */
	struct picker picker;
	struct prompt prompt;
	struct search search;
	struct history history;
	struct buf status; /* the answer to the last key; empty: hints are shown */
	enum role status_role;
};

/** A browser at its first screen.  The dossier and the texts must outlive it. */
struct ui *ui_new(const struct dossier *dossier, const struct texts *texts,
		  const struct ui_options *options);
void ui_free(struct ui *ui);

/** Do what a key is bound to; a key that can do nothing says why. */
void ui_key(struct ui *ui, const char *key);

/** Text that was pasted: it is typed where text is expected and never runs commands. */
void ui_paste(struct ui *ui, const char *text);

/** Draw the whole screen; the canvas's size is the screen's. */
void ui_draw(struct ui *ui, struct canvas *canvas);

bool ui_is_done(const struct ui *ui);

/** Where the rows of a pane go on the screen as it was last drawn. */
struct rect ui_pane_body(const struct ui *ui, enum pane_id pane);

/* For commands: how the state is changed. */

/** Answer on the status line; until the next key. */
__attribute__((format(printf, 3, 4))) void ui_say(struct ui *ui, enum role role,
						  const char *format, ...);

/** What was selected last in the thread that is read. */
struct ref *ui_place(struct ui *ui);

/** Build the list anew, after filters or the thread have changed. */
void ui_refresh_list(struct ui *ui);

/** Build all panes anew for another size; what they show stays. */
void ui_rebuild(struct ui *ui);

/** Build the other panes anew, after what is shown has changed. */
void ui_refresh(struct ui *ui);

/** The list's cursor was moved: what it stands on is selected and shown. */
void ui_select(struct ui *ui);

/** The detail's cursor was moved: the source pane shows what it rests on. */
void ui_read(struct ui *ui);

/** In a detail that has not been read yet, the cursor goes to what can be followed. */
void ui_start_reading(struct ui *ui);

/** Show a record: selected when the list has it, opened in the pane that fits it. */
void ui_open(struct ui *ui, struct ref ref);

void ui_focus(struct ui *ui, enum pane_id pane);

/** To a thread, or with none to all events; its place is found again. */
void ui_thread(struct ui *ui, struct ref thread);

#endif
