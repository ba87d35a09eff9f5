/**
 * @file
 * The screen as plain data: a grid of cells with roles.
 *
 * Views draw here and nowhere else; term.c alone copies a canvas to the
 * terminal.  A test can therefore look at a screen without a terminal.  All text
 * comes in through text/cell.h, so a canvas never holds what could harm one.
 * Every rect is safe to draw in: what lies outside its area or the canvas is
 * not drawn.  Rows and columns count from 0, in cells.
 */
#ifndef DAFTAR_UI_CANVAS_H
#define DAFTAR_UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "text/cell.h"
#include "theme.h"

enum { CANVAS_MAX_ROWS = 500, CANVAS_MAX_COLS = 1000 };

/** What a cell belongs to, for the mouse. */
enum spot_kind {
	SPOT_NONE,
	SPOT_ROW,    /* a row of a pane, or an item of the list */
	SPOT_CHOICE, /* in a box to choose from, of those that are seen */
	SPOT_TAB,    /* of a thread, by its digit */
	SPOT_CHIP,   /* of a filter, from 0 */
	SPOT_CHIPS,  /* those that have no room */
	SPOT_PANE    /* its name on a rule, by its slot */
};

struct spot {
	enum spot_kind kind;
	int index;
};

struct cell {
	char text[CELL_BYTES]; /* one glyph; "" is the tail of a wide one */
	enum role role;
	bool is_start; /* of a text, else it goes on from the cell before */
	struct spot spot;
};

struct canvas {
	int rows, cols;
	bool ascii;		    /* draw ASCII only; set before drawing */
	long long text_end;	    /* the cell after the last text: the next may go on */
	int cursor_row, cursor_col; /* where the terminal's own cursor goes; -1: hidden */
	struct cell *cells;	    /* row by row */
};

struct rect {
	int row, col, rows, cols;
};

/** A blank canvas; sizes are clamped to 1 and the limits above.  Release it. */
void canvas_init(struct canvas *canvas, int rows, int cols);
void canvas_release(struct canvas *canvas);

/** Blank in ROLE_PLAIN everywhere, no cursor. */
void canvas_clear(struct canvas *canvas);

/** The whole canvas as a rect. */
struct rect canvas_all(const struct canvas *canvas);

/** Where the next text goes: a row and a column of an area. */
struct pen {
	struct canvas *canvas;
	struct rect area;
	int row, col;
};

/**
 * Write `text` and move the pen behind it.  What lies outside the area is cut; half
 * a wide glyph comes out as a blank.  A pen stops at the right end of its area.
 */
void pen_text(struct pen *pen, const char *text, enum role role);

/** As pen_text(), of the `len` bytes at `text`. */
void pen_textn(struct pen *pen, const char *text, size_t len, enum role role);

/** Blanks of a role, which belong to nothing. */
void canvas_fill(struct canvas *canvas, struct rect area, enum role role);

/** Give cells another role; their text stays. */
void canvas_role(struct canvas *canvas, struct rect area, enum role role);

/** Say what cells belong to; their text stays. */
void canvas_spot(struct canvas *canvas, struct rect area, struct spot spot);

/** Say what was written with the pen from the column `from` on belongs to. */
void pen_spot(const struct pen *pen, int from, struct spot spot);

/** A horizontal line over the row `row` of `area`. */
void canvas_rule(struct canvas *canvas, struct rect area, int row, enum role role);

/** What a frame is drawn with. */
struct frame {
	const char *title; /* at the left of the top line; NULL: none */
	const char *note;  /* at the right, where there is room; NULL: none */
	enum role lines, words;
};

/** A frame just inside `area`. */
void canvas_box(struct canvas *canvas, struct rect area, const struct frame *frame);

/** Write `text` near the right end of the bottom line of a frame. */
void canvas_foot(struct canvas *canvas, struct rect area, const char *text,
		 enum role role);

/** The glyph of a cell; "" for the tail of a wide one. */
const char *canvas_at(const struct canvas *canvas, int row, int col);

/**
 * Print the text, blanks at the ends of lines cut; with `roles`, then a line
 * "--" and the grid again, each cell as the letter of its role.
 */
void canvas_dump(const struct canvas *canvas, FILE *out, bool roles);

#endif
