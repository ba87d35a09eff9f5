/**
 * @file
 * The browser as tests and the loop around the terminal see it: a size and keys go in.
 */
#ifndef DAFTAR_UI_KEYS_H
#define DAFTAR_UI_KEYS_H

#include "state.h"

/** A browser at its first screen, settled.  What `browsed` names must outlive it. */
struct ui *ui_new(const struct ui_dossier *browsed, const struct ui_options *options);
void ui_free(struct ui *ui);

/** The screen has another size, or draws other characters. */
void ui_resize(struct ui *ui, int rows, int cols, bool ascii);

/** Do what a key is bound to; a key that can do nothing says why. */
void ui_key(struct ui *ui, const char *key);

/** Text that was pasted: it is typed where text is expected and never runs commands. */
void ui_paste(struct ui *ui, const char *text);

/** The mouse was used; nothing happens while it is off. */
void ui_mouse(struct ui *ui, const struct mouse *mouse);

/** Do a little of what later keys will need, while none is pressed.  False: there is
 * nothing left to do. */
bool ui_idle(struct ui *ui);

bool ui_is_done(const struct ui *ui);

#endif
