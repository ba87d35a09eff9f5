/**
 * @file
 * A browser without a terminal, for tests: keys go in, a screen comes out.
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

/** The one that a test has. */
extern struct browser browser;

/** Open the dossier `name` below the directory that the variable `directory` names. */
void browser_open(const char *directory, const char *name);
void browser_close(void);

/** Draw at another size. */
void browser_resize(int rows, int cols);

/** Type `keys`, names with blanks between them, drawing after each as the loop does. */
void browser_type(const char *keys);

/** The screen as text, and as roles.  Valid until the next call. */
const char *browser_screen(void);
bool browser_says(const char *words);

/** The ids of what is shown, of what is selected in the list, of the passage; or "". */
const char *browser_shown(void);
const char *browser_listed(void);
const char *browser_passage(void);

#endif
