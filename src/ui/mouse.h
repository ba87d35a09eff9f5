/**
 * @file
 * What the mouse does.
 *
 * Only what was drawn can be hit: the screen is drawn once more, and the cell under the
 * pointer tells what it belongs to (struct spot).  Panes are where the layout has them.
 */
#ifndef DAFTAR_UI_MOUSE_H
#define DAFTAR_UI_MOUSE_H

#include "input.h"

struct ui;

/** Scroll, or click.  The screen is settled, and must be settled after. */
void mouse_do(struct ui *ui, const struct mouse *mouse);

/** Turn the mouse on or off. */
const char *act_mouse(struct ui *ui, int arg);

#endif
