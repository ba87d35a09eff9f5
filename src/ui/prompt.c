#include "config.h"

#include "prompt.h"

#include <stdio.h>
#include <string.h>

#include "search.h"
#include "state.h"

void prompt_open(struct ui *ui, const struct prompt_kind *kind)
{
	struct prompt *prompt = &ui->prompt;

	prompt->kind = kind;
	buf_clear(&prompt->text);
	prompt->at = prompt->wrong_len = 0;
	prompt->fault[0] = '\0';
	ui->context = IN_PROMPT;
}

static void changed(struct ui *ui)
{
	ui->prompt.wrong_len = 0;
	ui->prompt.fault[0] = '\0';
	if (ui->prompt.kind->changed)
		ui->prompt.kind->changed(ui);
}

/* Put `len` bytes in the place of `gone` bytes at the cursor. */
static void replace(struct ui *ui, const char *bytes, size_t len, size_t gone)
{
	struct prompt *prompt = &ui->prompt;
	struct buf text = BUF_INIT;

	buf_add(&text, prompt->text.bytes, prompt->at);
	buf_add(&text, bytes, len);
	buf_str(&text, prompt->text.bytes + prompt->at + gone);
	buf_release(&prompt->text);
	prompt->text = text;
	prompt->at += len;
	changed(ui);
}

void prompt_type(struct ui *ui, const char *text)
{
	struct buf clean = BUF_INIT;

	for (; *text; text++)
		if ((unsigned char)*text >= ' ' && *text != 0x7f)
			buf_char(&clean, *text);
		else if (*text == '\n' || *text == '\t')
			buf_char(&clean, ' ');
	replace(ui, clean.bytes, clean.len, 0);
	buf_release(&clean);
}

/* The bytes of the grapheme before (-1) or after (+1) the cursor; 0 at the end. */
static size_t grapheme(const struct prompt *prompt, int by)
{
	size_t at = 0, len = 0;
	struct glyph glyph;

	if (by > 0)
		return cell_next(prompt->text.bytes + prompt->at,
				 prompt->text.len - prompt->at, &glyph);
	for (; at < prompt->at; at += len)
		len = cell_next(prompt->text.bytes + at, prompt->text.len - at, &glyph);
	return len;
}

const char *prompt_move(struct ui *ui, int by)
{
	size_t len = grapheme(&ui->prompt, by);

	ui->prompt.at = by < 0 ? ui->prompt.at - len : ui->prompt.at + len;
	return NULL;
}

const char *prompt_end(struct ui *ui, int to_end)
{
	ui->prompt.at = to_end ? ui->prompt.text.len : 0;
	return NULL;
}

const char *prompt_delete(struct ui *ui, int by)
{
	size_t len = grapheme(&ui->prompt, by);

	if (by < 0 && !ui->prompt.text.len)
		return prompt_leave(ui, 0);
	if (by < 0)
		ui->prompt.at -= len;
	replace(ui, "", 0, len);
	return NULL;
}

const char *prompt_clear(struct ui *ui, int arg)
{
	(void)arg;
	buf_clear(&ui->prompt.text);
	ui->prompt.at = 0;
	changed(ui);
	return NULL;
}

const char *prompt_accept(struct ui *ui, int arg)
{
	(void)arg;
	if (ui->prompt.kind->accept(ui))
		ui->context = IN_PANES;
	return NULL;
}

const char *prompt_leave(struct ui *ui, int arg)
{
	(void)arg;
	ui->context = IN_PANES;
	if (ui->prompt.kind->leave)
		ui->prompt.kind->leave(ui);
	return NULL;
}

void prompt_draw(const struct ui *ui, struct canvas *canvas, struct rect line)
{
	const struct prompt *prompt = &ui->prompt;
	struct arena arena = { 0 };
	const char *before = arena_strndup(&arena, prompt->text.bytes, prompt->at);
	int label = cell_width(prompt->kind->label), at = cell_width(before);
	int room = line.cols - label - 1, skip = at >= room ? at - room + 1 : 0, col;

	canvas_fill(canvas, line, ROLE_PLAIN);
	canvas_text(canvas, line, 0, 0, prompt->kind->label, ROLE_KEY);
	/* The text slides so that the cursor is seen. */
	struct rect text = { line.row, line.col + label, 1, line.cols - label };

	col = canvas_text(canvas, text, 0, -skip, prompt->text.bytes, ROLE_PLAIN);
	if (skip)
		canvas_text(canvas, line, 0, 0, prompt->kind->label, ROLE_KEY);
	if (prompt->fault[0]) {
		before = arena_strndup(&arena, prompt->text.bytes, prompt->wrong_at);
		canvas_role(canvas,
			    (struct rect){ text.row, text.col + cell_width(before) - skip,
					   1, (int)prompt->wrong_len },
			    ROLE_ERROR);
		canvas_text(canvas, text, 0, col + 2, prompt->fault, ROLE_ERROR);
	} else if (!prompt->text.len) {
		canvas_text(canvas, text, 0, 1, prompt->kind->help, ROLE_DIM);
	}
	canvas->cursor_row = line.row;
	canvas->cursor_col = text.col + at - skip;
	arena_clear(&arena);
}

static void search_changed(struct ui *ui)
{
	struct prompt *prompt = &ui->prompt;

	if (!search_change(ui, prompt->text.bytes))
		snprintf(prompt->fault, sizeof prompt->fault,
			 "no match in this pane; f %s filters by all text",
			 prompt->text.bytes);
}

static bool search_accept(struct ui *ui)
{
	(void)ui;
	return true;
}

const struct prompt_kind prompt_search = {
	.label = "/",
	.help = "words in this pane; n and N go on",
	.changed = search_changed,
	.accept = search_accept,
	.leave = search_leave,
};

static bool filter_accept(struct ui *ui)
{
	struct prompt *prompt = &ui->prompt;
	struct query_fault fault = { 0 };
	struct visit here = history_here(ui);

	if (!prompt->text.len)
		return true;
	if (!query_add(&ui->query, ui->index, prompt->text.bytes, &fault)) {
		prompt->wrong_at = fault.at;
		prompt->wrong_len = fault.len ? fault.len : 1;
		snprintf(prompt->fault, sizeof prompt->fault, "%s", fault.message);
		prompt->at = fault.at < prompt->text.len ? fault.at + fault.len
							 : prompt->text.len;
		if (prompt->at > prompt->text.len)
			prompt->at = prompt->text.len;
		return false;
	}
	history_push(ui, &here);
	ui_refresh_list(ui);
	ui_focus(ui, PANE_EVENTS);
	return true;
}

const struct prompt_kind prompt_filter = {
	.label = "filter: ",
	.help = "actor:norov year:2001..2005 kind:request, or words",
	.accept = filter_accept,
};
