#include "config.h"

#include "prompt.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"

void prompt_start(struct prompt *prompt, const struct prompt_kind *kind, const char *text)
{
	prompt->kind = kind;
	prompt->wrong_len = 0;
	prompt->replaces = -1;
	buf_clear(&prompt->text);
	buf_clear(&prompt->fault);
	buf_clear(&prompt->note);
	buf_str(&prompt->text, text);
	prompt->at = prompt->text.len;
}

void prompt_release(struct prompt *prompt)
{
	buf_release(&prompt->text);
	buf_release(&prompt->fault);
	buf_release(&prompt->note);
}

/* Put `bytes` in the place of `gone` bytes at the cursor. */
static void replace(struct prompt *prompt, const struct buf *bytes, size_t gone)
{
	struct buf text = BUF_INIT;

	assert(prompt->at + gone <= prompt->text.len);
	buf_add(&text, prompt->text.bytes, prompt->at);
	buf_add(&text, bytes->bytes, bytes->len);
	buf_str(&text, prompt->text.bytes + prompt->at + gone);
	buf_release(&prompt->text);
	prompt->text = text;
	prompt->at += bytes->len;
	prompt->wrong_len = 0;
	buf_clear(&prompt->fault);
}

bool prompt_type(struct prompt *prompt, const char *text)
{
	struct buf clean = BUF_INIT;
	bool fits;

	for (; *text; text++)
		if ((unsigned char)*text >= ' ' && *text != 0x7f)
			buf_char(&clean, *text);
		else if (*text == '\n' || *text == '\t')
			buf_char(&clean, ' ');
	fits = prompt->text.len + clean.len <= PROMPT_MOST;
	if (fits)
		replace(prompt, &clean, 0);
	buf_release(&clean);
	return fits;
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

void prompt_move(struct prompt *prompt, int by)
{
	size_t len = grapheme(prompt, by);

	prompt->at = by < 0 ? prompt->at - len : prompt->at + len;
}

void prompt_end(struct prompt *prompt, bool to_end)
{
	prompt->at = to_end ? prompt->text.len : 0;
}

bool prompt_delete(struct prompt *prompt, int by)
{
	struct buf nothing = BUF_INIT;
	size_t len = grapheme(prompt, by);

	if (by < 0)
		prompt->at -= len;
	replace(prompt, &nothing, len);
	return len > 0;
}

void prompt_clear(struct prompt *prompt)
{
	buf_clear(&prompt->text);
	buf_clear(&prompt->fault);
	prompt->at = prompt->wrong_len = 0;
}

void prompt_fault(struct prompt *prompt, size_t at, size_t len, const char *why)
{
	size_t end = at + (len ? len : 1);

	prompt->wrong_at = at < prompt->text.len ? at : prompt->text.len;
	prompt->wrong_len = len ? len : 1;
	prompt->at = end < prompt->text.len ? end : prompt->text.len;
	buf_clear(&prompt->fault);
	buf_str(&prompt->fault, why);
}

static int width_before(const struct prompt *prompt, size_t at)
{
	struct arena arena = { 0 };
	int width = cell_width(arena_strndup(&arena, prompt->text.bytes, at));

	arena_clear(&arena);
	return width;
}

void prompt_draw(const struct prompt *prompt, struct canvas *canvas, struct rect line)
{
	int label = cell_width(prompt->kind->label),
	    at = width_before(prompt, prompt->at);
	int room = line.cols - label - 1, skip = at >= room ? at - room + 1 : 0;
	struct rect text = { line.row, line.col + label, 1, line.cols - label };

	/* The text slides so that the cursor is seen. */
	struct pen pen = { canvas, text, 0, -skip };

	canvas_fill(canvas, line, ROLE_PLAIN);
	pen_text(&pen, prompt->text.bytes, ROLE_PLAIN);
	pen_text(&(struct pen){ canvas, line, 0, 0 }, prompt->kind->label, ROLE_KEY);
	pen.col += 2;
	if (prompt->fault.len) {
		int wrong = text.col + width_before(prompt, prompt->wrong_at) - skip;

		if (prompt->wrong_len)
			canvas_role(canvas,
				    (struct rect){ text.row, wrong, 1,
						   (int)prompt->wrong_len },
				    ROLE_ERROR);
		pen_text(&pen, prompt->fault.bytes, ROLE_ERROR);
	} else if (!prompt->text.len) {
		pen.col = 1;
		pen_text(&pen, prompt->kind->help, ROLE_DIM);
	} else {
		pen_text(&pen, prompt->note.bytes, ROLE_DIM);
	}
	canvas->cursor_row = line.row;
	canvas->cursor_col = text.col + at - skip;
}
