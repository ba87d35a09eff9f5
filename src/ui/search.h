/**
 * @file
 * Searching through the records of the list, in every pane: it highlights and hides
 * nothing.  After the last match of the record, next are those of the next record that
 * has any; which do is asked of the query's index.
 */
#ifndef DAFTAR_UI_SEARCH_H
#define DAFTAR_UI_SEARCH_H

#include <stdbool.h>

struct ui;

/** Ask what to look for. */
const char *act_search(struct ui *ui, int arg);

/** To the next or previous match, round the end. */
const char *act_match(struct ui *ui, int by);

/** Has the record of this item of the list a match of the search? */
bool search_is_hit(const struct ui *ui, int item);

#endif
