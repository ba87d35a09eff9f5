/** @file  Everything on the screen, made from where the reader is. */
#ifndef DAFTAR_UI_SETTLE_H
#define DAFTAR_UI_SETTLE_H

#include "list_draw.h"
#include "state.h"

/**
 * Make the list, the layout, and the rows of what is seen.  Called after each key and
 * each change of size, so that commands always find what the screen shows.
 */
void ui_settle(struct ui *ui);

/** What the list is drawn from. */
struct list_view ui_list_view(const struct ui *ui);

/** The record's cursor has moved: the words follow it. */
void ui_follow_cursor(struct ui *ui);

#endif
