#include "config.h"

#include "order.h"

#include "text/bidi.h"

/* Columns of one row, from the first to the last. */
struct stretch {
	struct canvas *canvas;
	int row, first, last;
};

static struct cell *cell_of(const struct stretch *stretch, int col)
{
	return &stretch->canvas->cells[stretch->row * stretch->canvas->cols + col];
}

/* Below these bytes there are Latin, Greek and Cyrillic only. */
static bool may_begin_right(const struct cell *cell)
{
	return (unsigned char)cell->text[0] >= 0xd6;
}

static enum bidi bidi_at(const struct stretch *stretch, int col)
{
	const struct cell *cell = cell_of(stretch, col);

	/* The tail of a wide glyph goes with it. */
	return cell->text[0] ? bidi_of(cell->text) : BIDI_NEUTRAL;
}

static void swap(const struct stretch *stretch, int a, int b)
{
	struct canvas *canvas = stretch->canvas;
	struct cell kept = *cell_of(stretch, a);

	*cell_of(stretch, a) = *cell_of(stretch, b);
	*cell_of(stretch, b) = kept;
	if (canvas->cursor_row != stretch->row)
		return;
	if (canvas->cursor_col == a)
		canvas->cursor_col = b;
	else if (canvas->cursor_col == b)
		canvas->cursor_col = a;
}

static void reverse(struct stretch stretch)
{
	for (; stretch.first < stretch.last; stretch.first++, stretch.last--)
		swap(&stretch, stretch.first, stretch.last);
}

static bool is_number(enum bidi bidi)
{
	return bidi == BIDI_NUMBER || bidi == BIDI_ARABIC_NUMBER;
}

/* The last column of the number that begins in the stretch's first one, "1,5%"; one
 * before it: none does. */
static int number_end(const struct stretch *stretch)
{
	int col = stretch->first, end = col - 1;

	while (col <= stretch->last && bidi_at(stretch, col) == BIDI_TERMINATOR)
		col++;
	while (col <= stretch->last) {
		enum bidi here = bidi_at(stretch, col);
		bool joins = here == BIDI_SEPARATOR && col == end + 1 &&
			     col < stretch->last && is_number(bidi_at(stretch, col + 1));

		if (!is_number(here) && !joins &&
		    !(here == BIDI_TERMINATOR && end >= stretch->first))
			break;
		end = col++;
	}
	return end;
}

/* Heads of wide glyphs come before their tails. */
static void mend_wide(const struct stretch *stretch)
{
	for (int col = stretch->first; col < stretch->last; col++) {
		if (cell_of(stretch, col)->text[0])
			continue;
		swap(stretch, col, col + 1);
		col++;
	}
}

/* Text that begins at the right, with the numbers within it. */
static void show_run(const struct stretch *run)
{
	struct stretch part = *run;

	/* Numbers are turned twice, brackets once. */
	while (part.first <= run->last) {
		int end = number_end(&part);

		if (end < part.first) {
			bidi_mirror(cell_of(&part, part.first++)->text);
			continue;
		}
		reverse((struct stretch){ run->canvas, run->row, part.first, end });
		part.first = end + 1;
	}
	reverse(*run);
	mend_wide(run);
}

/* A text that was written at once: numbers and neutral characters between letters that
 * begin at the right, and numbers after them, go with them. */
static void show_text(const struct stretch *text)
{
	int first = -1, last = -1;

	for (int col = text->first; col <= text->last + 1; col++) {
		enum bidi bidi = col > text->last ? BIDI_LEFT : bidi_at(text, col);
		bool begins = bidi == BIDI_RIGHT || bidi == BIDI_ARABIC_NUMBER;

		if (begins && first < 0)
			first = col;
		if (first >= 0 && (begins || bidi == BIDI_NUMBER))
			last = col;
		if (first >= 0 && last >= first && bidi == BIDI_TERMINATOR &&
		    col == last + 1 && is_number(bidi_at(text, last)))
			last = col;
		if (bidi != BIDI_LEFT || first < 0)
			continue;
		show_run(&(struct stretch){ text->canvas, text->row, first, last });
		first = -1;
	}
}

static void show_row(struct canvas *canvas, int row)
{
	struct stretch text = { canvas, row, 0, 0 };
	bool is_right = false;

	for (int col = 0; col < canvas->cols; col++)
		is_right = is_right || may_begin_right(cell_of(&text, col));
	while (is_right && text.first < canvas->cols) {
		text.last = text.first;
		while (text.last + 1 < canvas->cols &&
		       !cell_of(&text, text.last + 1)->is_start)
			text.last++;
		show_text(&text);
		text.first = text.last + 1;
	}
}

void canvas_order(struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++)
		show_row(canvas, row);
}
