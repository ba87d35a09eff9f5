/**
 * @file
 * Undoing and redoing what changed the view: filters, chips, the thread, the list, the
 * page.  Whatever command changed it: the state before a key is compared with the one
 * after it.  Going back to where one was (history.h) is another thing.
 */
#ifndef DAFTAR_UI_UNDO_H
#define DAFTAR_UI_UNDO_H

struct ui;

/** Before a key is done: note how things are. */
void undo_before(struct ui *ui);

/** After it: keep what was noted, if the view is another one now. */
void undo_after(struct ui *ui);

const char *act_undo(struct ui *ui, int by); /* -1: undo, +1: redo */

#endif
