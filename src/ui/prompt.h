/** @file  One line of typing at the bottom: a search, a filter. */
#ifndef DAFTAR_UI_PROMPT_H
#define DAFTAR_UI_PROMPT_H

#include "base/buf.h"
#include "canvas.h"

struct ui;

/** What is asked for, and what is done with the answer. */
struct prompt_kind {
	const char *label;
	const char *help;		/* shown while nothing is typed */
	void (*changed)(struct ui *ui); /* after each letter; or NULL */
	bool (*accept)(struct ui *ui);	/* Enter; false: stay */
	void (*leave)(struct ui *ui);	/* Esc; or NULL */
};

extern const struct prompt_kind prompt_search, prompt_filter;

struct prompt {
	const struct prompt_kind *kind;
	struct buf text;
	size_t at;		    /* byte that the next letter goes before */
	size_t wrong_at, wrong_len; /* bytes that could not be read */
	char fault[512];	    /* why; "" when all is well */
};

/** Ask.  Keys go to the prompt until Enter or Esc. */
void prompt_open(struct ui *ui, const struct prompt_kind *kind);

/** Type text at the cursor; control characters are left out. */
void prompt_type(struct ui *ui, const char *text);

/** What commands call: move (by graphemes, or to an end), and delete. */
const char *prompt_move(struct ui *ui, int by);
const char *prompt_end(struct ui *ui, int to_end);
const char *prompt_delete(struct ui *ui, int by);
const char *prompt_clear(struct ui *ui, int arg);
const char *prompt_accept(struct ui *ui, int arg);
const char *prompt_leave(struct ui *ui, int arg);

void prompt_draw(const struct ui *ui, struct canvas *canvas, struct rect line);

#endif
