/** @file  Searching in the pane that has the focus: it highlights and hides nothing. */
#ifndef DAFTAR_UI_SEARCH_H
#define DAFTAR_UI_SEARCH_H

#include <stdbool.h>

struct ui;

/** Remember where the search begins, for leaving it. */
void search_begin(struct ui *ui);

/** What is looked for has changed: to the first match at or after the beginning.
 * False: there is none. */
bool search_change(struct ui *ui, const char *text);

/** Back to where it began. */
void search_leave(struct ui *ui);

/** To the next or previous row that matches, round the end.  NULL, or why not. */
const char *search_step(struct ui *ui, int by);

#endif
