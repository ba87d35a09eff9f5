#include "config.h"

#include "picker.h"

#include <string.h>

#include "state.h"
#include "text/fold.h"

static bool contains(const char *text, const char *needle)
{
	size_t at, len;

	return text && fold_find(text, 0, needle, &at, &len);
}

static bool fits(const struct choice *choice, const char *needle)
{
	return !*needle || contains(choice->label, needle) ||
	       contains(choice->also, needle) || contains(choice->value, needle);
}

static void narrow(struct picker *picker)
{
	struct buf needle = BUF_INIT;

	fold_add(&needle, picker->typed.bytes, picker->typed.len);
	picker->seen_count = 0;
	for (int i = 0; i < picker->count; i++)
		if (fits(&picker->choices[i], needle.bytes))
			picker->seen[picker->seen_count++] = i;
	picker->cursor = picker->top = 0;
	buf_release(&needle);
}

static void rebuild(struct ui *ui)
{
	struct picker *picker = &ui->picker;

	arena_clear(&picker->arena);
	picker->choices = NULL;
	picker->title = NULL;
	picker->count = 0;
	picker->kind->build(ui, picker);
	picker->seen = arena_array(&picker->arena, (size_t)picker->count + 1,
				   sizeof *picker->seen);
	narrow(picker);
}

const char *picker_open(struct ui *ui, const struct picker_kind *kind, int arg)
{
	struct picker *picker = &ui->picker;

	picker->kind = kind;
	picker->arg = arg;
	buf_clear(&picker->typed);
	rebuild(ui);
	if (!picker->count)
		return kind->empty;
	ui->context = IN_PICKER;
	return NULL;
}

void picker_type(struct ui *ui, const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= ' ' && *text != 0x7f)
			buf_char(&ui->picker.typed, *text);
	narrow(&ui->picker);
}

static void go(struct picker *picker, int to)
{
	int last = picker->seen_count ? picker->seen_count - 1 : 0;

	picker->cursor = to < 0 ? 0 : to > last ? last : to;
}

const char *picker_move(struct ui *ui, int by)
{
	go(&ui->picker, ui->picker.cursor + by);
	return NULL;
}

const char *picker_page(struct ui *ui, int by)
{
	go(&ui->picker, ui->picker.cursor + by * ui->picker.height);
	return NULL;
}

const char *picker_end(struct ui *ui, int to_end)
{
	go(&ui->picker, to_end ? ui->picker.seen_count - 1 : 0);
	return NULL;
}

const char *picker_erase(struct ui *ui, int all)
{
	struct buf *typed = &ui->picker.typed;
	struct glyph glyph;
	size_t at = 0, len = 0;

	if (!typed->len)
		return picker_leave(ui, 0);
	for (; !all && at < typed->len; at += len)
		len = cell_next(typed->bytes + at, typed->len - at, &glyph);
	buf_cut(typed, at - len);
	narrow(&ui->picker);
	return NULL;
}

static const struct choice *chosen(const struct picker *picker)
{
	return picker->cursor < picker->seen_count
		       ? &picker->choices[picker->seen[picker->cursor]]
		       : NULL;
}

const char *picker_choose(struct ui *ui, int arg)
{
	const struct choice *choice = chosen(&ui->picker);

	(void)arg;
	if (choice) {
		ui->context = IN_PANES;
		ui->picker.kind->choose(ui, choice);
		return NULL;
	}
	return ui->picker.kind->take
		       ? ui->picker.kind->take(ui, ui->picker.typed.bytes)
		       : "Nothing fits what you typed: Backspace takes a letter back.";
}

const char *picker_drop(struct ui *ui, int arg)
{
	const struct choice *choice = chosen(&ui->picker);

	(void)arg;
	if (!ui->picker.kind->drop || !choice)
		return "Nothing here can be dropped.";
	ui->picker.kind->drop(ui, choice);
	rebuild(ui);
	if (!ui->picker.count)
		ui->context = IN_PANES;
	return NULL;
}

const char *picker_leave(struct ui *ui, int arg)
{
	(void)arg;
	ui->context = IN_PANES;
	return NULL;
}

static void draw_choice(struct canvas *canvas, struct rect line,
			const struct choice *choice, bool selected)
{
	struct arena arena = { 0 };
	const char *note = choice->note ? choice->note : "";
	int room = line.cols - 2 - cell_width(note) - (*note ? 1 : 0);

	canvas_fill(canvas, line, ROLE_PLAIN);
	canvas_text(canvas, line, 0, 1, text_cut(&arena, choice->label, room),
		    ROLE_PLAIN);
	canvas_text(canvas, line, 0, line.cols - 1 - cell_width(note), note, ROLE_KEY);
	if (selected) {
		canvas_role(canvas, line, ROLE_SELECTED);
		canvas->cursor_row = line.row;
		canvas->cursor_col = line.col;
	}
	arena_clear(&arena);
}

/* What is typed, above the list. */
static void draw_typed(const struct picker *picker, struct canvas *canvas,
		       struct rect line)
{
	int col;

	canvas_fill(canvas, line, ROLE_PLAIN);
	col = canvas_text(canvas, line, 0, 1, picker->typed.bytes, ROLE_KEY);
	if (!picker->typed.len)
		canvas_text(canvas, line, 0, col, "type to narrow", ROLE_DIM);
	else if (!picker->seen_count)
		canvas_text(canvas, line, 0, col + 2, "nothing fits", ROLE_WARNING);
}

void picker_draw(struct ui *ui, struct canvas *canvas)
{
	struct picker *picker = &ui->picker;
	struct rect box = layout_picker(&ui->layout, picker->count), body = box;
	const char *title = picker->title ? picker->title : picker->kind->title;
	char counts[40];

	snprintf(counts, sizeof counts, "%d of %d", picker->seen_count, picker->count);
	canvas_fill(canvas, box, ROLE_PLAIN);
	if (box.rows > 6 && box.cols > 12) {
		canvas_box(canvas, box, title, counts, ROLE_BORDER_ON, ROLE_TITLE);
		body = (struct rect){ box.row + 1, box.col + 1, box.rows - 2,
				      box.cols - 2 };
	}
	if (body.rows > 1) {
		draw_typed(picker, canvas,
			   (struct rect){ body.row++, body.col, 1, body.cols });
		body.rows--;
	}
	picker->height = body.rows;
	if (picker->top > picker->cursor)
		picker->top = picker->cursor;
	if (picker->top < picker->cursor - body.rows + 1)
		picker->top = picker->cursor - body.rows + 1;
	for (int i = 0; i < body.rows && picker->top + i < picker->seen_count; i++)
		draw_choice(canvas, (struct rect){ body.row + i, body.col, 1, body.cols },
			    &picker->choices[picker->seen[picker->top + i]],
			    picker->top + i == picker->cursor);
}

void picker_release(struct picker *picker)
{
	arena_clear(&picker->arena);
	buf_release(&picker->typed);
}
