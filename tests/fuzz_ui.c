#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../src/ui/state.h"
#include "load/load.h"
#include "load/texts.h"

/*
 * Random keys, pastes and sizes on a dossier with every kind of record: no crash, no
 * half of a wide glyph on the screen.  A printable byte is that key; of the others,
 * low bytes are named keys and high bytes sizes.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const named[32] = {
	"Enter", "Esc",	  "Tab",      "Backtab", "Backspace", "Delete", "Up",	"Down",
	"Left",	 "Right", "PgUp",     "PgDn",	 "Home",      "End",	"^A",	"^B",
	"^D",	 "^E",	  "^F",	      "^N",	 "^P",	      "^U",	"F1",	"F2",
	"é",	 "漢",	  "\xca\xbb", "Insert",	 "^X",	      "Space",	"\xff", "Resize",
};

static const int sizes[][2] = { { 1, 1 },   { 1, 40 },	{ 2, 2 },   { 3, 9 },
				{ 5, 200 }, { 12, 40 }, { 24, 80 }, { 36, 120 },
				{ 60, 1 },  { 9, 300 } };

static void must(bool condition)
{
	if (!condition)
		abort();
}

static void draw(struct ui *ui, int rows, int cols)
{
	struct canvas canvas;

	canvas_init(&canvas, rows, cols);
	ui_draw(ui, &canvas);
	for (int i = 0; i < rows * cols; i++) {
		const struct cell *cell = &canvas.cells[i];
		bool is_tail = i + 1 < rows * cols && !cell[1].text[0];

		must(cell->role < ROLE_COUNT);
		must(i % cols || cell->text[0]);
		must(!cell->text[0] || is_tail == (cell_width(cell->text) == 2));
	}
	must(canvas.cursor_row < rows && canvas.cursor_col < cols);
	canvas_release(&canvas);
}

static void play(struct ui *ui, const uint8_t *data, size_t size)
{
	int rows = 24, cols = 80;

	draw(ui, rows, cols);
	for (size_t i = 0; i < size && !ui_is_done(ui); i++) {
		uint8_t byte = data[i];
		size_t which = byte % (sizeof sizes / sizeof sizes[0]);

		if (byte < 32) {
			ui_key(ui, named[byte]);
		} else if (byte < 127) {
			ui_key(ui, (char[]){ (char)byte, '\0' });
		} else if (byte < 160) {
			ui_paste(ui, "a\tp\xcc\x81\xe6\xbc\xa2 \xff");
		} else {
			rows = sizes[which][0];
			cols = sizes[which][1];
		}
		draw(ui, rows, cols);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dossier dossier = { 0 };
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	struct texts texts = { 0 };
	char path[512];

	snprintf(path, sizeof path, "%s/screen", getenv("DATA"));
	must(load_dossier(path, &dossier, &diags));
	texts_load(NULL, &dossier, &texts, &diags);
	struct ui *ui = ui_new(&dossier, &texts, &(struct ui_options){ 0 });

	play(ui, data, size < 2000 ? size : 2000);
	ui_free(ui);
	texts_release(&texts);
	dossier_release(&dossier);
	arena_clear(&arena);
	return 0;
}
