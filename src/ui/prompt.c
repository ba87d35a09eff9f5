#include "config.h"

#include "prompt.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "row.h"

static void withdraw(struct prompt *prompt)
{
	arena_clear(&prompt->arena);
	prompt->offer = (struct prompt_offer){ .taken = -1 };
}

void prompt_start(struct prompt *prompt, const struct prompt_kind *kind, const char *text)
{
	prompt->kind = kind;
	prompt->wrong_at = prompt->wrong_len = 0;
	prompt->replaces = -1;
	buf_clear(&prompt->text);
	buf_clear(&prompt->fault);
	buf_clear(&prompt->note);
	buf_str(&prompt->text, text);
	prompt->at = prompt->text.len;
	withdraw(prompt);
	prompt->past = NULL;
	prompt->recalled = 0;
}

void prompt_release(struct prompt *prompt)
{
	arena_clear(&prompt->arena);
	buf_release(&prompt->draft);
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
	prompt->wrong_at = prompt->wrong_len = 0;
	buf_clear(&prompt->fault);
}

/* What is typed begins the search in the past anew. */
static void typed(struct prompt *prompt)
{
	withdraw(prompt);
	prompt->recalled = prompt->past ? prompt->past->count : 0;
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
	if (fits) {
		replace(prompt, &clean, 0);
		typed(prompt);
	}
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
	typed(prompt);
	return len > 0;
}

void prompt_set(struct prompt *prompt, const char *text)
{
	buf_clear(&prompt->text);
	buf_clear(&prompt->fault);
	buf_str(&prompt->text, text);
	prompt->at = prompt->text.len;
	prompt->wrong_at = prompt->wrong_len = 0;
	withdraw(prompt);
}

void prompt_clear(struct prompt *prompt)
{
	prompt_set(prompt, "");
	typed(prompt);
}

bool prompt_recall(struct prompt *prompt, int by)
{
	const struct past *past = prompt->past;

	if (!past)
		return false;
	if (prompt->recalled >= past->count) {
		prompt->recalled = past->count;
		buf_clear(&prompt->draft);
		buf_str(&prompt->draft, prompt->text.bytes);
	}
	int found = past_find(past, prompt->recalled + by, by, prompt->draft.bytes);

	if (found < 0 && (by < 0 || prompt->recalled == past->count))
		return false;
	prompt->recalled = found < 0 ? past->count : found;
	prompt_set(prompt, found < 0 ? prompt->draft.bytes : past->texts[found]);
	return true;
}

void prompt_make_offer(struct prompt *prompt, const struct prompt_offer *offer)
{
	prompt->offer = *offer;
	prompt->offer.taken = -1;
}

void prompt_write(struct prompt *prompt, const char *text)
{
	struct buf bytes = BUF_INIT;

	buf_str(&bytes, text);
	prompt->at = prompt->offer.at;
	replace(prompt, &bytes, prompt->offer.len);
	prompt->offer.len = bytes.len;
	buf_release(&bytes);
}

void prompt_take(struct prompt *prompt, int by)
{
	struct prompt_offer *offer = &prompt->offer;
	struct buf text = BUF_INIT;

	assert(offer->count > 0);
	offer->taken = offer->taken < 0 && by < 0
			       ? offer->count - 1
			       : (offer->taken + by + offer->count) % offer->count;
	buf_str(&text, offer->choices[offer->taken].text);
	prompt->at = offer->at;
	replace(prompt, &text, offer->len);
	offer->len = text.len;
	buf_release(&text);
}

void prompt_fault(struct prompt *prompt, size_t at, size_t len, const char *why)
{
	prompt->wrong_at = at < prompt->text.len ? at : prompt->text.len;
	prompt->wrong_len = len;
	buf_clear(&prompt->fault);
	buf_str(&prompt->fault, why);
}

void prompt_go_fault(struct prompt *prompt)
{
	size_t end = prompt->wrong_at + prompt->wrong_len;

	prompt->at = end < prompt->text.len ? end : prompt->text.len;
}

static int width_before(const struct prompt *prompt, size_t at)
{
	struct arena arena = { 0 };
	int width = cell_width(arena_strndup(&arena, prompt->text.bytes, at));

	arena_clear(&arena);
	return width;
}

enum { OFFERED_MOST = 8, OFFER_WIDTH = 56, NAME_WIDTH = 22 };

static void draw_offered(struct pen pen, const struct prompt_choice *choice,
			 bool is_taken)
{
	struct arena arena = { 0 };
	bool ascii = pen.canvas->ascii;
	int end = pen.area.cols - 1 - cell_width(choice->note);

	canvas_fill(pen.canvas, pen.area, ROLE_PLAIN);
	pen_text(&pen, text_cut(&arena, choice->text, NAME_WIDTH, ascii), ROLE_KEY);
	pen.col = pen.col < NAME_WIDTH + 1 ? NAME_WIDTH + 2 : pen.col + 1;
	pen_text(&pen, text_cut(&arena, choice->label, end - pen.col - 1, ascii),
		 ROLE_PLAIN);
	pen.col = end;
	pen_text(&pen, choice->note, ROLE_STATUS);
	if (is_taken)
		canvas_role(pen.canvas, pen.area, ROLE_SELECTED);
	arena_clear(&arena);
}

/* What is offered, in a box above the line; the one that is taken is always seen. */
static void draw_offer(const struct prompt *prompt, struct canvas *canvas,
		       struct rect line)
{
	const struct prompt_offer *offer = &prompt->offer;
	int rows = offer->count < OFFERED_MOST ? offer->count : OFFERED_MOST;
	int first = offer->taken < rows ? 0 : offer->taken - rows + 1;
	int cols = line.cols < OFFER_WIDTH + 2 ? line.cols : OFFER_WIDTH + 2;
	struct rect box = { line.row - rows - 2, line.col, rows + 2, cols };
	char place[40];

	if (!rows || box.row < 0 || cols < NAME_WIDTH)
		return;
	snprintf(place, sizeof place, "%d/%d", offer->taken + 1, offer->count);
	canvas_fill(canvas, box, ROLE_PLAIN);
	canvas_box(canvas, box,
		   &(struct frame){
			   .note = place, .lines = ROLE_BORDER_ON, .words = ROLE_TITLE });
	for (int i = 0; i < rows; i++)
		draw_offered((struct pen){ canvas,
					   { box.row + 1 + i, box.col + 1, 1, cols - 2 },
					   0,
					   1 },
			     &offer->choices[first + i], first + i == offer->taken);
}

static void draw_fault(const struct prompt *prompt, struct pen pen, int skip)
{
	/* What is not finished yet is not wrong yet. */
	bool is_unfinished = !prompt->wrong_len && prompt->wrong_at == prompt->text.len;
	int from = width_before(prompt, prompt->wrong_at);
	int to = width_before(prompt, prompt->wrong_at + prompt->wrong_len);
	struct rect wrong = { pen.area.row, pen.area.col + from - skip, 1, to - from };

	if (prompt->wrong_len)
		canvas_role(pen.canvas, wrong, ROLE_ERROR);
	pen_text(&pen, prompt->fault.bytes, is_unfinished ? ROLE_DIM : ROLE_ERROR);
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
		draw_fault(prompt, pen, skip);
	} else if (!prompt->text.len) {
		pen.col = 1;
		pen_text(&pen, prompt->kind->help, ROLE_DIM);
	} else {
		pen_text(&pen, prompt->note.bytes, ROLE_STATUS);
	}
	draw_offer(prompt, canvas, line);
	canvas->cursor_row = line.row;
	canvas->cursor_col = text.col + at - skip;
}
