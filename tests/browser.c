#include "config.h"

#include "browser.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/load.h"
#include "load/texts.h"

struct browser browser;

/* The source texts of a dossier are in texts/ beside it; most have none. */
void browser_open(const char *directory, const char *name)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	char path[512];

	snprintf(path, sizeof path, "%s/%s", getenv(directory), name);
	bool ok = load_dossier(path, &browser.dossier, &diags);

	ck_assert_msg(ok, "%s: %s", path, diags.first ? diags.first->message : "");
	snprintf(path, sizeof path, "%s/%s-texts", getenv(directory), name);
	ok = texts_load(*name ? path : NULL, &browser.dossier, &browser.texts, &diags);
	ck_assert_msg(ok, "%s: %s", path, diags.last ? diags.last->message : "");
	arena_clear(&arena);
	browser.ui = ui_new(&browser.dossier, &browser.texts, &(struct ui_options){ 0 });
	browser_resize(24, 80);
}

void browser_close(void)
{
	ui_free(browser.ui);
	canvas_release(&browser.screen);
	texts_release(&browser.texts);
	dossier_release(&browser.dossier);
	browser = (struct browser){ 0 };
}

void browser_resize(int rows, int cols)
{
	bool ascii = browser.screen.ascii;

	canvas_release(&browser.screen);
	canvas_init(&browser.screen, rows, cols);
	browser.screen.ascii = ascii;
	ui_draw(browser.ui, &browser.screen);
}

void browser_type(const char *keys)
{
	char copy[512];

	snprintf(copy, sizeof copy, "%s", keys);
	for (char *key = strtok(copy, " "); key; key = strtok(NULL, " ")) {
		ui_key(browser.ui, key);
		ui_draw(browser.ui, &browser.screen);
	}
}

const char *browser_screen(void)
{
	static char text[128 * 1024];
	FILE *out = fmemopen(text, sizeof text, "w");

	canvas_dump(&browser.screen, out, true);
	fclose(out);
	return text;
}

bool browser_says(const char *words)
{
	return strstr(browser_screen(), words) != NULL;
}

static const char *id_of(struct ref ref)
{
	const struct record *record = dossier_record(&browser.dossier, ref);

	return record && record->id ? record->id : "";
}

const char *browser_shown(void)
{
	return id_of(browser.ui->shown);
}

const char *browser_listed(void)
{
	return id_of(pane_about(&browser.ui->panes[PANE_EVENTS]));
}

const char *browser_passage(void)
{
	return id_of(browser.ui->passage);
}
