/** @file  Searching in the pane that has the focus: it highlights and hides nothing. */
#ifndef DAFTAR_UI_SEARCH_H
#define DAFTAR_UI_SEARCH_H

struct ui;

/** Ask what to look for. */
const char *act_search(struct ui *ui, int arg);

/** To the next or previous match, round the end. */
const char *act_match(struct ui *ui, int by);

#endif
