#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../src/ui/draw.h"
#include "../src/ui/keys.h"
#include "consistent.h"
#include "load/load.h"
#include "load/texts.h"

/*
 * Random keys, pastes, clicks and sizes on a dossier with every kind of record: no crash,
 * and after each of them every part of the screen speaks of the same record.  A printable
 * byte is that key; of the others, low bytes are named keys, those from 127 on
 * a paste and the mouse (F2 first), and high bytes sizes: from
 * 160 on a usual one, at 159 the one that the next two bytes give.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const named[32] = {
	"Enter", "Esc",	  "Tab",      "Backtab", "Backspace", "Delete", "Up",	"Down",
	"Left",	 "Right", "PgUp",     "PgDn",	 "Home",      "End",	"^A",	"^B",
	"^D",	 "^E",	  "^F",	      "^N",	 "^P",	      "^U",	"F1",	"F2",
	"é",	 "漢",	  "\xca\xbb", "Insert",	 "^X",	      "Space",	"\xff", "F1",
};

static const int sizes[][2] = { { 1, 1 },    { 1, 40 },	 { 2, 2 },    { 3, 9 },
				{ 5, 200 },  { 12, 40 }, { 24, 80 },  { 36, 120 },
				{ 60, 1 },   { 9, 300 }, { 6, 20 },   { 18, 60 },
				{ 45, 160 }, { 3, 10 },	 { 28, 100 }, { 100, 300 } };

enum { SIZES = sizeof sizes / sizeof sizes[0], ROWS_MOST = 100, COLS_MOST = 300 };

static void must(const char *fault)
{
	if (!fault)
		return;
	fprintf(stderr, "%s\n", fault);
	abort();
}

static void draw(struct ui *ui, bool ascii)
{
	struct canvas canvas;

	canvas_init(&canvas, ui->rows, ui->cols);
	canvas.ascii = ascii;
	must(ui_consistent(ui));
	ui_draw(ui, &canvas);
	must(screen_consistent(ui, &canvas));
	canvas_release(&canvas);
}

/* Something that is no key. */
static void use(struct ui *ui, int what)
{
	struct mouse mouse = { (enum mouse_act)(what % 3), ui->rows * (what % 8) / 7,
			       ui->cols * (what / 2 % 6) / 5 };

	if (what)
		ui_mouse(ui, &mouse);
	else
		ui_paste(ui, "a\tp\xcc\x81\xe6\xbc\xa2 \xff");
}

/* Do what one byte stands for; gives how many bytes of `data` it took. */
static size_t step(struct ui *ui, const uint8_t *data, size_t size)
{
	const int *usual = sizes[*data % SIZES];

	if (*data < 32)
		ui_key(ui, named[*data]);
	else if (*data < 127)
		ui_key(ui, (char[]){ (char)*data, '\0' });
	else if (*data < 159)
		use(ui, *data - 127);
	else if (*data > 159)
		ui_resize(ui, usual[0], usual[1], ui->ascii);
	if (*data != 159 || size < 3)
		return 1;
	ui_resize(ui, 1 + data[1] % ROWS_MOST, 1 + (data[2] * 2) % COLS_MOST,
		  data[1] > 199);
	return 3;
}

static void play(struct ui *ui, const uint8_t *data, size_t size)
{
	draw(ui, false);
	for (size_t i = 0; i < size && !ui_is_done(ui);) {
		i += step(ui, data + i, size - i);
		draw(ui, ui->ascii);
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
	must(load_dossier(path, &dossier, &diags) ? NULL : "the dossier has errors");
	texts_load(NULL, &dossier, &texts, &diags);
	struct ui *ui = ui_new(&(struct ui_dossier){ &dossier, &texts, &diags },
			       &(struct ui_options){ 0 });

	play(ui, data, size < 2000 ? size : 2000);
	ui_free(ui);
	texts_release(&texts);
	dossier_release(&dossier);
	arena_clear(&arena);
	return 0;
}
