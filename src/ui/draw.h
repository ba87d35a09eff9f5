/** @file  The whole screen, drawn from a settled state. */
#ifndef DAFTAR_UI_DRAW_H
#define DAFTAR_UI_DRAW_H

#include "canvas.h"
#include "state.h"

/** Draw; the canvas has the size that the state was settled for. */
void ui_draw(const struct ui *ui, struct canvas *canvas);

#endif
