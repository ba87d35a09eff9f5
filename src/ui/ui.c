#include "config.h"

#include "ui/ui.h"

#include <string.h>

#include "commands.h"
#include "draw.h"
#include "keys.h"
#include "order.h"
#include "term.h"
#include "text/roff.h"

/* So many events at most are handled before a paint: endless input must not keep the
 * screen from the user. */
enum { EVENTS_A_PAINT = 256 };

/* --- On a terminal -------------------------------------------------------------- */

static void paint(struct ui *ui, struct terminal *term, bool ascii)
{
	struct canvas canvas;
	int rows, cols;

	term_size(&rows, &cols);
	canvas_init(&canvas, rows, cols);
	canvas.ascii = ascii;
	ui_resize(ui, canvas.rows, canvas.cols, ascii);
	ui_draw(ui, &canvas);
	canvas_order(&canvas);
	term_show(term, &canvas);
	term_set_mouse(term, ui->has_mouse);
	canvas_release(&canvas);
}

static void handle_events(struct ui *ui, struct terminal *term)
{
	struct term_event event;

	for (int i = 0; i < EVENTS_A_PAINT && !ui_is_done(ui); i++) {
		if (!term_next(term, &event))
			return;
		if (!strcmp(event.name, "Paste"))
			ui_paste(ui, event.text);
		else if (!strcmp(event.name, "Mouse"))
			ui_mouse(ui, &event.mouse);
		else
			ui_key(ui, event.name);
	}
}

enum ui_end ui_run(const struct ui_dossier *browsed, const struct ui_options *options)
{
	struct ui_options here = *options;
	enum ui_end end = UI_DONE;
	struct terminal term;

	if (!term_open(&term, options->mono))
		return UI_NO_TERMINAL;
	here.ascii = options->ascii || !term_is_utf8();
	struct ui *ui = ui_new(browsed, &here);

	while (end == UI_DONE && !ui_is_done(ui)) {
		paint(ui, &term, here.ascii);
		while (!term_is_ready(&term) && ui_idle(ui))
			;
		if (term_wait(&term))
			handle_events(ui, &term);
		else
			end = UI_HANGUP;
	}
	ui_free(ui);
	term_close(&term);
	return end;
}

/* --- Without one ---------------------------------------------------------------- */

/* Walks over a script: names of keys, and quoted strings letter by letter. */
struct script {
	const char *next;
	bool is_quoted;
};

/* The next key; false at the end. */
static bool next_key(struct script *script, char name[KEY_NAME_BYTES])
{
	struct glyph glyph;
	size_t len;

	if (!script->is_quoted)
		script->next += strspn(script->next, " \t\n");
	if (*script->next == '"') {
		script->is_quoted = !script->is_quoted;
		script->next++;
		return next_key(script, name);
	}
	if (!*script->next)
		return false;
	len = script->is_quoted ? cell_next(script->next, strlen(script->next), &glyph)
				: strcspn(script->next, " \t\n");
	snprintf(name, KEY_NAME_BYTES, "%.*s", (int)len, script->next);
	script->next += len;
	return true;
}

static bool all_are_keys(const char *keys)
{
	struct script script = { keys, false };
	char name[KEY_NAME_BYTES];

	while (next_key(&script, name))
		if (!input_has_key(name))
			return false;
	return true;
}

bool ui_dump(const struct ui_dossier *browsed, const struct ui_options *options,
	     const struct ui_script *play, FILE *out)
{
	struct script script = { play->keys, false };
	char name[KEY_NAME_BYTES];
	struct canvas canvas;

	if (!all_are_keys(play->keys))
		return false;
	struct ui *ui = ui_new(browsed, options);

	canvas_init(&canvas, play->rows, play->cols);
	canvas.ascii = options->ascii;
	ui_resize(ui, canvas.rows, canvas.cols, options->ascii);
	while (next_key(&script, name) && !ui_is_done(ui))
		ui_key(ui, name);
	ui_draw(ui, &canvas);
	canvas_dump(&canvas, out, play->roles);
	canvas_release(&canvas);
	ui_free(ui);
	return true;
}

/* --- The manual ------------------------------------------------------------------ */

void ui_print_keys(FILE *out)
{
	struct arena arena = { 0 };

	for (int topic = 0; topic < TOPIC_COUNT; topic++) {
		bool has_heading = false;

		for (int i = 0; i < command_count; i++) {
			if ((int)commands[i].topic != topic)
				continue;
			if (!has_heading)
				fprintf(out, ".SS %s\n", topic_titles[topic]);
			has_heading = true;
			roff_put_item(out, command_keys(&commands[i], true, true, &arena),
				      commands[i].help);
		}
	}
	arena_clear(&arena);
}

const char *ui_curses_version(void)
{
	return term_curses_version();
}
