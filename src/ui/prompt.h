/**
 * @file
 * One line of typing: a search, a filter.
 *
 * It edits text and marks what is wrong in it; a kind says what the text is for.  It
 * knows nothing of the browser around it.
 */
#ifndef DAFTAR_UI_PROMPT_H
#define DAFTAR_UI_PROMPT_H

#include "base/buf.h"
#include "canvas.h"

struct ui;

/** What is asked for, and what is done with the answer. */
struct prompt_kind {
	const char *label;
	const char *help;		/* shown while nothing is typed */
	void (*changed)(struct ui *ui); /* after each change; or NULL */
	bool (*accept)(struct ui *ui);	/* Enter; false: stay */
	void (*leave)(struct ui *ui);	/* Esc; or NULL */
};

enum { PROMPT_MOST = 4096 }; /* bytes; more is not taken */

struct prompt {
	const struct prompt_kind *kind;
	struct buf text;
	size_t at;		    /* byte that the next character goes before */
	size_t wrong_at, wrong_len; /* bytes that are in error */
	struct buf fault;	    /* why; "" when nothing is */
	struct buf note;	    /* what the text gives so far; "" for nothing */
	int replaces;		    /* the kind's own: the chip that is edited, or -1 */
};

void prompt_start(struct prompt *prompt, const struct prompt_kind *kind,
		  const char *text);
void prompt_release(struct prompt *prompt);

/** Insert text at the cursor; control characters are left out.  False: it is full. */
bool prompt_type(struct prompt *prompt, const char *text);

/** Move by graphemes, or to an end. */
void prompt_move(struct prompt *prompt, int by);
void prompt_end(struct prompt *prompt, bool to_end);

/** Delete the grapheme before (-1) or under (+1) the cursor.  False: there is none. */
bool prompt_delete(struct prompt *prompt, int by);
void prompt_clear(struct prompt *prompt);

/** Mark bytes as wrong and say why; the cursor goes behind them. */
void prompt_fault(struct prompt *prompt, size_t at, size_t len, const char *why);

void prompt_draw(const struct prompt *prompt, struct canvas *canvas, struct rect line);

#endif
