#include "config.h"

#include "ui/ui.h"

#include <string.h>

#include "command.h"
#include "state.h"
#include "term.h"

/* So many events at most are answered before they are seen to be: endless input must
 * not keep the screen from the user. */
enum { EVENTS_A_PAINT = 256 };

static void paint(struct ui *ui, struct terminal *term, bool ascii)
{
	struct canvas canvas;
	int rows, cols;

	term_size(&rows, &cols);
	canvas_init(&canvas, rows, cols);
	canvas.ascii = ascii;
	ui_draw(ui, &canvas);
	term_show(term, &canvas);
	canvas_release(&canvas);
}

static void answer(struct ui *ui, struct terminal *term)
{
	struct term_event event;

	for (int i = 0; i < EVENTS_A_PAINT && !ui_is_done(ui); i++) {
		if (!term_next(term, &event))
			return;
		if (!strcmp(event.name, "Paste"))
			ui_paste(ui, event.text);
		else if (strcmp(event.name, "Resize")) /* painting follows the size */
			ui_key(ui, event.name);
	}
}

enum ui_end ui_run(const struct dossier *dossier, const struct texts *texts,
		   const struct ui_options *options)
{
	struct ui_options here = *options;
	enum ui_end end = UI_DONE;
	struct terminal term;

	if (!term_open(&term, options->mono))
		return UI_NO_TERMINAL;
	here.ascii = options->ascii || !term_is_utf8();
	struct ui *ui = ui_new(dossier, texts, &here);

	while (end == UI_DONE && !ui_is_done(ui)) {
		paint(ui, &term, here.ascii);
		if (term_wait(&term))
			answer(ui, &term);
		else
			end = UI_HANGUP;
	}
	ui_free(ui);
	term_close(&term);
	return end;
}

/* Take the next word of `*keys`; "" at the end. */
static void next_key(const char **keys, char name[EVENT_NAME_BYTES])
{
	const char *start = *keys + strspn(*keys, " \t\n");
	size_t len = strcspn(start, " \t\n");

	snprintf(name, EVENT_NAME_BYTES, "%.*s", (int)len, start);
	*keys = start + len;
}

static bool all_are_keys(const char *keys)
{
	char name[EVENT_NAME_BYTES];

	for (next_key(&keys, name); name[0]; next_key(&keys, name))
		if (!term_has_key(name))
			return false;
	return true;
}

bool ui_dump(const struct dossier *dossier, const struct texts *texts,
	     const struct ui_options *options, const char *keys, int rows, int cols,
	     bool roles, FILE *out)
{
	char name[EVENT_NAME_BYTES];
	struct canvas canvas;

	if (!all_are_keys(keys))
		return false;
	struct ui *ui = ui_new(dossier, texts, options);

	canvas_init(&canvas, rows, cols);
	canvas.ascii = options->ascii;
	ui_draw(ui, &canvas);
	for (next_key(&keys, name); name[0] && !ui_is_done(ui); next_key(&keys, name)) {
		ui_key(ui, name);
		canvas_clear(&canvas);
		ui_draw(ui, &canvas); /* where panes scroll to is seen in drawing */
	}
	canvas_dump(&canvas, out, roles);
	canvas_release(&canvas);
	ui_free(ui);
	return true;
}

/* Backslashes and hyphens mean something to roff. */
static void print_roff(FILE *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\\' || *text == '-')
			putc('\\', out);
		putc(*text == '\\' ? 'e' : *text, out);
	}
}

void ui_print_keys(FILE *out)
{
	/* clang-format off */
	static const struct { enum context context; const char *heading; } sections[] = {
		{ IN_PANES,  "Everywhere" },
		{ IN_PICKER, "In a list to choose from" },
		{ IN_PROMPT, "Where text is typed" },
	};
	/* clang-format on */

	for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
		fprintf(out, ".SS %s\n", sections[i].heading);
		for (int j = 0; j < command_count; j++) {
			if (!(commands[j].contexts & sections[i].context))
				continue;
			fputs(".TP\n.B ", out);
			print_roff(out, commands[j].keys);
			putc('\n', out);
			print_roff(out, commands[j].help);
			fputs(".\n", out);
		}
	}
}

const char *ui_curses_version(void)
{
	return term_curses_version();
}
