#include "config.h"

#include "browser.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../src/ui/draw.h"
#include "../src/ui/keys.h"
#include "../src/ui/settle.h"
#include "consistent.h"
#include "load/load.h"
#include "load/texts.h"

struct browser browser;

static void draw(const char *after)
{
	const char *fault = ui_consistent(browser.ui);

	ui_draw(browser.ui, &browser.screen);
	if (!fault)
		fault = screen_consistent(browser.ui, &browser.screen);
	ck_assert_msg(!fault, "after %s: %s, on:\n%.3000s", after, fault,
		      browser_screen());
}

static void start(void)
{
	browser.ui = ui_new(
		&(struct ui_dossier){ &browser.dossier, &browser.texts, &browser.diags },
		&(struct ui_options){ 0 });
	browser_resize(24, 80);
}

/* The source texts of a dossier are in texts/ beside it; most have none. */
void browser_open(const char *directory, const char *name)
{
	struct diags *diags = &browser.diags;
	char path[512];

	*diags = (struct diags){ .arena = &browser.arena };
	snprintf(path, sizeof path, "%s/%s", getenv(directory), name);
	bool ok = load_dossier(path, &browser.dossier, diags);

	ck_assert_msg(ok, "%s: %s", path, diags->first ? diags->first->message : "");
	snprintf(path, sizeof path, "%s/%s-texts", getenv(directory), name);
	FILE *texts = *name ? fopen(path, "r") : NULL;

	ok = texts_load(texts ? path : NULL, &browser.dossier, &browser.texts, diags);
	ck_assert_msg(ok, "%s: %s", path, diags->last ? diags->last->message : "");
	if (texts)
		fclose(texts);
	start();
}

void browser_open_text(const char *yaml)
{
	browser.diags = (struct diags){ .arena = &browser.arena };
	load_text(&(struct load_source){ "tiny.yaml", yaml, strlen(yaml) },
		  &browser.dossier, &browser.diags);
	texts_load(NULL, &browser.dossier, &browser.texts, &browser.diags);
	start();
}

void browser_close(void)
{
	ui_free(browser.ui);
	canvas_release(&browser.screen);
	texts_release(&browser.texts);
	dossier_release(&browser.dossier);
	arena_clear(&browser.arena);
	browser = (struct browser){ 0 };
}

void browser_resize(int rows, int cols)
{
	bool ascii = browser.screen.ascii;

	canvas_release(&browser.screen);
	canvas_init(&browser.screen, rows, cols);
	browser.screen.ascii = ascii;
	ui_resize(browser.ui, rows, cols, ascii);
	draw("a resize");
}

void browser_ascii(void)
{
	browser.screen.ascii = true;
	browser_resize(browser.screen.rows, browser.screen.cols);
}

static void press(const char *key, size_t len)
{
	char name[KEY_NAME_BYTES];

	snprintf(name, sizeof name, "%.*s", (int)len, key);
	ui_key(browser.ui, name);
	draw(name);
}

void browser_type(const char *keys)
{
	bool is_quoted = false;

	while (*keys) {
		struct glyph glyph;
		size_t len = 1;

		if (*keys == '"') {
			is_quoted = !is_quoted;
		} else if (is_quoted || *keys != ' ') {
			len = is_quoted ? cell_next(keys, strlen(keys), &glyph)
					: strcspn(keys, " ");
			press(keys, len);
		}
		keys += len;
	}
}

/* --- What is seen -------------------------------------------------------- */

const char *browser_screen(void)
{
	static char text[256 * 1024];
	FILE *out = fmemopen(text, sizeof text, "w");

	canvas_dump(&browser.screen, out, true);
	fclose(out);
	return text;
}

bool browser_says(const char *words)
{
	return strstr(browser_screen(), words) != NULL;
}

const char *browser_line(int row)
{
	static char line[4096];
	const char *text = browser_screen();

	while (row-- > 0)
		text = strchr(text, '\n') + 1;
	snprintf(line, sizeof line, "%.*s", (int)strcspn(text, "\n"), text);
	return line;
}

static const char *id_of(struct ref ref)
{
	const struct record *record =
		ref.kind < KIND_COUNT ? dossier_record(&browser.dossier, ref) : NULL;

	return record && record->id ? record->id : "";
}

const char *browser_shown(void)
{
	return id_of(browser.ui->at.shown);
}

const char *browser_listed(void)
{
	return id_of(browser.ui->at.selected);
}

const char *browser_passage(void)
{
	return id_of(browser.ui->at.passage);
}

struct ref browser_ref(const char *id)
{
	struct ref ref = dossier_find(&browser.dossier, id);

	ck_assert_msg(!ref_is_none(ref), "there is no %s", id);
	return ref;
}

bool browser_go_to(const char *id)
{
	struct view *view = ui_view(browser.ui);
	bool found = view && view_go_to(view, browser_ref(id));

	ui_follow_cursor(browser.ui);
	ui_settle(browser.ui);
	draw(id);
	return found;
}
