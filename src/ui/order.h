/**
 * @file
 * The order of cells on a terminal that leaves it to us.
 *
 * A canvas has text in the order in which it is read.  Terminals that reorder it by
 * themselves take a row for one paragraph, and move what stands beside right-to-left
 * text, so they are told not to, and get it as it is to be seen.
 */
#ifndef DAFTAR_UI_ORDER_H
#define DAFTAR_UI_ORDER_H

#include "canvas.h"

/** Put the cells of right-to-left text in the order in which they are seen, by UAX #9 in
 * a left-to-right paragraph.  Each text keeps its own columns.  The cursor goes along. */
void canvas_order(struct canvas *canvas);

#endif
