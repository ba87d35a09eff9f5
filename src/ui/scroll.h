/**
 * @file
 * The bar at the right of a pane that has more than it shows: which part is seen, and
 * where in the whole the matches of a search and the quotations are.
 *
 * It is drawn on the frame, or without frames in the margin; where there is neither,
 * the "▼" beside the pane's numbers must do.  A zoomed pane has none, so that its lines
 * can be copied.
 */
#ifndef DAFTAR_UI_SCROLL_H
#define DAFTAR_UI_SCROLL_H

#include "canvas.h"
#include "state.h"

/** The part that is seen. */
struct scroll {
	int top, seen, count; /* rows of a view, items of a list */
};

/** What of a slot is seen; `count` is 0 where nothing scrolls. */
struct scroll scroll_of(const struct ui *ui, enum slot slot);

/** The cells of a bar, from its top. */
struct thumb {
	int start, len;
};

/** Where in a bar of `cells` the part that is seen lies: it touches an end only where
 * the pane does.  `len` is 0 when all is seen. */
struct thumb scroll_thumb(const struct scroll *scroll, int cells);

/** The cell for a row or item. */
int scroll_cell(const struct scroll *scroll, int cells, int at);

void scroll_draw(const struct ui *ui, struct canvas *canvas, enum slot slot);

#endif
