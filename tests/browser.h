/**
 * @file
 * A browser without a terminal, for tests: takes keys and returns a screen.
 */
#ifndef DAFTAR_TESTS_BROWSER_H
#define DAFTAR_TESTS_BROWSER_H

#include "../src/ui/state.h"

struct browser {
	struct dossier dossier;
	struct texts texts;
	struct ui *ui;
	struct canvas screen;
};

/** The browser under test. */
extern struct browser browser;

/** Open the dossier `name` in the directory given by the environment variable
 * `directory`. */
void browser_open(const char *directory, const char *name);
void browser_close(void);

/** Redraw at another size. */
void browser_resize(int rows, int cols);

/** Type `keys`, names separated by blanks, and draw after each, as the main loop does. */
void browser_type(const char *keys);

/** The screen as text, and as roles.  Valid until the next call. */
const char *browser_screen(void);
bool browser_says(const char *words);

/** The ids of the record shown, of the selected row and of the passage; or "". */
const char *browser_shown(void);
const char *browser_listed(void);
const char *browser_passage(void);

#endif
