#include "config.h"

#include "typing.h"

#include "state.h"

/* --- A prompt ------------------------------------------------------------------ */

static void changed(struct ui *ui)
{
	if (ui->prompt.kind->changed)
		ui->prompt.kind->changed(ui);
}

void type_text(struct ui *ui, const char *text)
{
	if (ui->context == IN_PICKER) {
		picker_type(&ui->picker, text);
	} else if (ui->context == IN_PROMPT) {
		if (prompt_type(&ui->prompt, text))
			changed(ui);
		else
			ui_say(ui, ROLE_WARNING, "A prompt holds %d bytes.", PROMPT_MOST);
	}
}

void prompt_open(struct ui *ui, const struct prompt_kind *kind, const char *text)
{
	prompt_start(&ui->prompt, kind, text);
	ui->prompt.past = kind->past ? &ui->pasts[kind->past] : NULL;
	ui->prompt.recalled = ui->prompt.past ? ui->prompt.past->count : 0;
	ui->context = IN_PROMPT;
	changed(ui);
}

const char *type_accept(struct ui *ui, int arg)
{
	(void)arg;
	if (!ui->prompt.kind->accept(ui)) {
		prompt_go_fault(&ui->prompt);
		return NULL;
	}
	if (ui->prompt.past)
		past_add(ui->prompt.past, ui->prompt.text.bytes);
	ui->context = IN_VIEWS;
	return NULL;
}

const char *type_recall(struct ui *ui, int by)
{
	if (!ui->prompt.past)
		return NULL;
	if (prompt_recall(&ui->prompt, by))
		changed(ui);
	return NULL;
}

const char *type_leave(struct ui *ui, int arg)
{
	(void)arg;
	ui->context = IN_VIEWS;
	if (ui->prompt.kind->leave)
		ui->prompt.kind->leave(ui);
	return NULL;
}

const char *type_move(struct ui *ui, int by)
{
	prompt_move(&ui->prompt, by);
	return NULL;
}

const char *type_end(struct ui *ui, int to_end)
{
	prompt_end(&ui->prompt, to_end);
	return NULL;
}

const char *type_delete(struct ui *ui, int by)
{
	if (by < 0 && !ui->prompt.text.len)
		return type_leave(ui, 0);
	if (prompt_delete(&ui->prompt, by))
		changed(ui);
	return NULL;
}

const char *type_clear(struct ui *ui, int arg)
{
	(void)arg;
	prompt_clear(&ui->prompt);
	changed(ui);
	return NULL;
}

/* --- A box --------------------------------------------------------------------- */

const char *open_picker(struct ui *ui, const struct picker_kind *kind)
{
	picker_start(&ui->picker, ui, kind);
	if (!ui->picker.count)
		return kind->empty;
	ui->context = IN_PICKER;
	return NULL;
}

const char *pick_move(struct ui *ui, int by)
{
	picker_go(&ui->picker, ui->picker.cursor + by);
	return NULL;
}

const char *pick_page(struct ui *ui, int by)
{
	picker_go(&ui->picker, ui->picker.cursor + by * ui->picker.height);
	return NULL;
}

const char *pick_end(struct ui *ui, int to_end)
{
	picker_go(&ui->picker, to_end ? ui->picker.seen_count - 1 : 0);
	return NULL;
}

const char *pick_mark(struct ui *ui, int arg)
{
	struct picker *picker = &ui->picker;

	(void)arg;
	if (!picker->kind->takes_several) {
		picker_type(picker, " ");
		return NULL;
	}
	picker_mark(picker);
	picker->foot = picker->kind->total ? picker->kind->total(ui, picker) : NULL;
	return NULL;
}

const char *pick_erase(struct ui *ui, int all)
{
	return picker_erase(&ui->picker, all) ? NULL : pick_leave(ui, 0);
}

const char *pick_choose(struct ui *ui, int arg)
{
	const struct picker_kind *kind = ui->picker.kind;
	const struct choice *choice = picker_chosen(&ui->picker);

	(void)arg;
	if (choice) {
		ui->context = IN_VIEWS;
		kind->choose(ui, choice);
		return NULL;
	}
	return kind->take ? kind->take(ui, ui->picker.typed.bytes)
			  : "Nothing matches what you typed; Backspace deletes.";
}

const char *pick_drop(struct ui *ui, int arg)
{
	const struct choice *choice = picker_chosen(&ui->picker);

	(void)arg;
	if (!ui->picker.kind->drop || !choice)
		return "Nothing here can be removed.";
	ui->picker.kind->drop(ui, choice);
	picker_restart(&ui->picker, ui);
	if (!ui->picker.count)
		ui->context = IN_VIEWS;
	return NULL;
}

const char *pick_edit(struct ui *ui, int arg)
{
	const struct choice *choice = picker_chosen(&ui->picker);

	(void)arg;
	if (!ui->picker.kind->edit || !choice)
		return "Nothing here can be edited.";
	ui->context = IN_VIEWS;
	ui->picker.kind->edit(ui, choice);
	return NULL;
}

const char *pick_leave(struct ui *ui, int arg)
{
	(void)arg;
	ui->context = IN_VIEWS;
	return NULL;
}
