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

struct cell {
	char text[CELL_BYTES]; /* one glyph; "" is the tail of a wide one */
	enum role role;
};

struct canvas {
	int rows, cols;
	bool ascii;		    /* draw ASCII only; set before drawing */
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

/**
 * Write `text` inside `area`, from its row `row` and column `col` on.  What does
 * not fit is cut; half a wide glyph comes out as a blank.
 *
 * @return the column in `area` after the text: its width when it was cut.
 */
int canvas_text(struct canvas *canvas, struct rect area, int row, int col,
		const char *text, enum role role);

/** As canvas_text(), of the `len` bytes at `text`. */
int canvas_textn(struct canvas *canvas, struct rect area, int row, int col,
		 const char *text, size_t len, enum role role);

/** Blanks of a role. */
void canvas_fill(struct canvas *canvas, struct rect area, enum role role);

/** Give cells another role; their text stays. */
void canvas_role(struct canvas *canvas, struct rect area, enum role role);

/** A horizontal line over the row `row` of `area`. */
void canvas_rule(struct canvas *canvas, struct rect area, int row, enum role role);

/**
 * A frame just inside `area`, with `title` at the left of its top line and
 * `note` at the right (either may be NULL; the note gives way).
 */
void canvas_box(struct canvas *canvas, struct rect area, const char *title,
		const char *note, enum role lines, enum role words);

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
