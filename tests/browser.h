/**
 * @file
 * A browser without a terminal, for tests: takes keys and returns a screen.
 *
 * After each key every part of the screen is checked to speak of the same record
 * (consistent.h).
 */
#ifndef DAFTAR_TESTS_BROWSER_H
#define DAFTAR_TESTS_BROWSER_H

#include "../src/ui/state.h"
#include "base/diag.h"

struct browser {
	struct arena arena; /* owns the diagnostics */
	struct diags diags;
	struct dossier dossier;
	struct texts texts;
	struct ui *ui;
	struct canvas screen;
};

/** The browser under test. */
extern struct browser browser;

/** Open the dossier `name` in the directory given by the environment variable
 * `directory`; it must be without errors. */
void browser_open(const char *directory, const char *name);

/** Open a dossier that is given as YAML; it may have errors. */
void browser_open_text(const char *yaml);
void browser_close(void);

/** Redraw at another size. */
void browser_resize(int rows, int cols);

/** Draw ASCII from here on. */
void browser_ascii(void);

/** Type `keys`, names separated by blanks, and draw after each, as the main loop does.
 * A quoted string is typed letter by letter: "f \"year:2005\" Enter". */
void browser_type(const char *keys);

/** The screen as text, and as roles.  Valid until the next call. */
const char *browser_screen(void);
bool browser_says(const char *words);

/** One line of the screen.  Valid until the next call. */
const char *browser_line(int row);

/** The ids of the record shown, of the selected row and of the passage; or "". */
const char *browser_shown(void);
const char *browser_listed(void);
const char *browser_passage(void);

/** The record with this id, which must exist. */
struct ref browser_ref(const char *id);

/** Move the cursor of the pane with the focus to what names this record. */
bool browser_go_to(const char *id);

#endif
