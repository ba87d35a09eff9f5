#include "config.h"

#include "keys.h"

#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "mouse.h"
#include "settle.h"
#include "typing.h"
#include "undo.h"

enum { FIRST_ROWS = 24, FIRST_COLS = 80 };

/* --- Beginning and end --------------------------------------------------------- */

/* Who asks for nothing is shown the first thread, as its curator opens it. */
static void start_at(struct ui *ui, const struct ui_options *options)
{
	const struct dossier *dossier = ui->world.dossier;
	struct ref first = { KIND_THREAD, 0 };
	struct ref ref = options->start ? dossier_find(dossier, options->start)
					: (struct ref){ 0 };
	bool asks = options->start || (options->query && *options->query);

	ui->is_first_thread = !asks && dossier->counts[KIND_THREAD];
	if (ui->is_first_thread)
		ui_read_thread(ui, first);
	else if (!ref_is_none(ref))
		ui_open(ui, ref);
}

static void read_query(struct ui *ui, const char *query)
{
	struct query_fault fault = { 0 };

	if (query && !query_add(&ui->query, ui->world.index, query, &fault))
		ui_say(ui, ROLE_ERROR, "%s", fault.message);
}

struct ui *ui_new(const struct ui_dossier *browsed, const struct ui_options *options)
{
	struct arena arena = { 0 };
	struct ui *ui = arena_alloc(&arena, sizeof *ui);
	const struct dossier *dossier = browsed->dossier;

	ui->world = (struct list_world){ dossier, browsed->diags,
					 query_index_new(dossier, browsed->texts) };
	ui->texts = browsed->texts;
	ui->dates = options->dates;
	ui->ascii = options->ascii;
	ui->depth = 1;
	ui->rows = FIRST_ROWS;
	ui->cols = FIRST_COLS;
	ui->commands = commands;
	ui->command_count = command_count;
	ui->context = IN_VIEWS;
	ui->at = (struct where){ .reading = SLOT_RECORD, .extra = SLOT_SOURCE };
	ui->listed.listing = -1;
	ui->time.place = -1;
	ui->search.needle = ui->status = ui->picker.typed = ui->prompt.text =
		ui->prompt.fault = ui->prompt.note = ui->prompt.draft = ui->undo.query =
			(struct buf)BUF_INIT;
	ui->places = arena_array(&arena,
				 (size_t)dossier->counts[KIND_THREAD] + 1 + LIST_ALL + 1,
				 sizeof *ui->places);
	ui->arena = arena;
	read_query(ui, options->query);
	ui_filtered(ui);
	ui_settle(ui);
	start_at(ui, options);
	ui_settle(ui);
	return ui;
}

void ui_free(struct ui *ui)
{
	struct arena arena = ui->arena;

	for (int i = 0; i < SLOT_COUNT; i++)
		view_release(&ui->views[i]);
	time_release(&ui->time);
	strip_release(&ui->strip);
	query_release(&ui->query);
	query_release(&ui->preview.query);
	query_release(&ui->including.base);
	arena_clear(&ui->including.wishes.arena);
	saved_release(&ui->saved);
	for (int i = 0; i < PAST_KIND_COUNT; i++)
		past_release(&ui->pasts[i]);
	buf_release(&ui->undo.query);
	query_index_free(ui->world.index);
	arena_clear(&ui->list.arena);
	picker_release(&ui->picker);
	prompt_release(&ui->prompt);
	buf_release(&ui->search.needle);
	arena_clear(&ui->search.arena);
	buf_release(&ui->status);
	arena_clear(&arena); /* the state itself lies in it */
}

/* --- Keys ----------------------------------------------------------------------- */

static void settle(struct ui *ui)
{
	ui_settle(ui);
	if (ui->context == IN_PICKER)
		picker_settle(&ui->picker, layout_box(&ui->layout, ui->picker.count));
}

void ui_resize(struct ui *ui, int rows, int cols, bool ascii)
{
	ui->rows = rows;
	ui->cols = cols;
	ui->ascii = ascii;
	settle(ui);
}

/* A key that stands for itself is one character; names are longer, or begin with ^. */
static bool is_character(const char *key)
{
	struct glyph glyph;
	size_t len = strlen(key);

	return len && (unsigned char)*key >= ' ' && cell_next(key, len, &glyph) == len;
}

static void run(struct ui *ui, const struct command *command)
{
	const char *why_not = command->run(ui, command->arg);

	if (why_not)
		ui_say(ui, ROLE_STATUS, "%s", why_not);
}

/* The key alone, or with the prefix before it: "v-e". */
static const struct command *find_command(struct ui *ui, const char *key)
{
	if (!*ui->prefix) {
		snprintf(ui->key, sizeof ui->key, "%s", key);
		return command_for_key(ui, key);
	}
	snprintf(ui->key, sizeof ui->key, "%s-%s", ui->prefix, key);
	ui->prefix[0] = '\0';
	return command_for_key(ui, ui->key);
}

void ui_key(struct ui *ui, const char *key)
{
	bool is_typing = ui->context != IN_VIEWS, has_prefix = *ui->prefix;

	if (!strcmp(key, " "))
		key = "Space";
	buf_clear(&ui->status);
	ui->has_begun = true;
	ui->key_count++;
	undo_before(ui);
	const struct command *command = find_command(ui, key);

	if (command)
		run(ui, command);
	else if (!is_typing && !has_prefix && command_is_prefix(ui, key))
		snprintf(ui->prefix, sizeof ui->prefix, "%s", key);
	else if (is_typing && !strcmp(key, "Space"))
		type_text(ui, " ");
	else if (is_typing && is_character(key))
		type_text(ui, key);
	else if (!is_typing && strcmp(key, "Esc") && is_character(key))
		ui_say(ui, ROLE_STATUS, "%s is not a command; ? lists the keys.",
		       ui->key);
	undo_after(ui);
	settle(ui);
}

void ui_paste(struct ui *ui, const char *text)
{
	if (ui->context == IN_VIEWS)
		ui_say(ui, ROLE_STATUS, "Pasted text is not run: / or f takes it.");
	else
		type_text(ui, text);
	settle(ui);
}

void ui_mouse(struct ui *ui, const struct mouse *mouse)
{
	if (!ui->has_mouse)
		return;
	buf_clear(&ui->status);
	ui->prefix[0] = '\0';
	ui->has_begun = true;
	ui->key_count++;
	undo_before(ui);
	mouse_do(ui, mouse);
	undo_after(ui);
	settle(ui);
}

/* So many records a slice: a key that comes meanwhile waits for some milliseconds. */
enum { SLICE = 4096 };

bool ui_idle(struct ui *ui)
{
	return query_index_prepare(ui->world.index, SLICE);
}

bool ui_is_done(const struct ui *ui)
{
	return ui->is_done;
}
