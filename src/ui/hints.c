#include "config.h"

#include <string.h>

#include "bars.h"
#include "command.h"
#include "row.h"

/* The commands that are hinted whatever else fits. */
static const char *const always[] = { "/", "q", "?" };
enum { ALWAYS = sizeof always / sizeof always[0] };

static const struct command *hint_of_rank(const struct ui *ui, int rank)
{
	for (int i = 0; i < ui->command_count; i++)
		if (ui->commands[i].hint && ui->commands[i].rank == rank &&
		    ui->commands[i].contexts & ui->context)
			return &ui->commands[i];
	return NULL;
}

static int hint_width(const struct ui *ui, const struct command *command)
{
	struct arena arena = { 0 };
	int width = cell_width(command_keys(command, false, ui->ascii, &arena)) + 1 +
		    cell_width(command->hint);

	arena_clear(&arena);
	return width;
}

static void draw_hint(const struct ui *ui, struct pen *pen, const struct command *command)
{
	struct arena arena = { 0 };

	pen_text(pen, command_keys(command, false, ui->ascii, &arena), ROLE_KEY);
	pen->col++;
	pen_text(pen, command->hint, ROLE_HINT);
	pen->col += 2;
	arena_clear(&arena);
}

/* The most useful first; search, quit and help have their place kept at the end. */
static void draw_hints(const struct ui *ui, struct canvas *canvas)
{
	const struct command *command, *last[ALWAYS] = { 0 };
	struct pen pen = { canvas, ui->layout.hints, 0, 1 };
	int room = ui->layout.hints.cols - 1, count = 0;

	for (int i = 0; i < ALWAYS; i++) {
		last[count] = command_for_key(ui, always[i]);
		if (last[count] && last[count]->hint)
			room -= hint_width(ui, last[count++]) + 2;
	}
	for (int rank = 1; (command = hint_of_rank(ui, rank)); rank++)
		if (pen.col + hint_width(ui, command) <= room)
			draw_hint(ui, &pen, command);
	for (int i = 0; i < count; i++)
		if (pen.col + hint_width(ui, last[i]) <= ui->layout.hints.cols)
			draw_hint(ui, &pen, last[i]);
}

/* What a newcomer reads until the first key. */
static const char *greeting(const struct ui *ui, int room, struct arena *arena)
{
	const char *title = ui->world.dossier->about.title;
	const int *counts = ui->world.dossier->counts;
	const char *const tries[] = {
		arena_printf(arena,
			     "%s: %d events, %d threads. 1-9 read a thread, Enter "
			     "reads, ? lists the keys, q quits",
			     title ? title : "daftar", counts[KIND_EVENT],
			     counts[KIND_THREAD]),
		arena_printf(arena, "%s. Enter reads, ? lists the keys, q quits",
			     title ? title : "daftar"),
		"Enter reads, ? lists the keys, q quits",
	};

	for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++)
		if (cell_width(tries[i]) <= room)
			return tries[i];
	return text_cut(arena, tries[2], room, ui->ascii);
}

/* What can follow a prefix key: "e events  a actors ..." */
static const char *prefix_text(const struct ui *ui, struct arena *arena)
{
	const char *text = arena_printf(arena, "%s:", ui->prefix);

	for (int i = 0; i < ui->command_count; i++) {
		const char *key = command_after(&ui->commands[i], ui->prefix, arena);

		if (key && ui->commands[i].contexts & ui->context)
			text = arena_printf(arena, "%s  %s %s", text, key,
					    ui->commands[i].name);
	}
	return text;
}

void bars_hints(const struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.hints;
	struct arena arena = { 0 };

	if (!line.rows && ui->context == IN_PROMPT)
		line = (struct rect){ canvas->rows - 1, 0, 1, canvas->cols };
	struct pen pen = { canvas, line, 0, 1 };
	int room = line.cols - 2;

	if (ui->context == IN_PROMPT)
		prompt_draw(&ui->prompt, canvas, line);
	else if (*ui->prefix && line.rows)
		pen_text(&pen, text_cut(&arena, prefix_text(ui, &arena), room, ui->ascii),
			 ROLE_KEY);
	else if (ui->status.len && line.rows)
		pen_text(&pen, text_cut(&arena, ui->status.bytes, room, ui->ascii),
			 ui->status_role);
	else if (line.rows && !ui->has_begun)
		pen_text(&pen, greeting(ui, room, &arena), ROLE_STATUS);
	else if (line.rows)
		draw_hints(ui, canvas);
	arena_clear(&arena);
}
