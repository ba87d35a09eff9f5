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
#include "past.h"

struct ui;

/** What is asked for, and what is done with the answer. */
struct prompt_kind {
	const char *label;
	enum past_kind past;		/* what Up recalls */
	const char *help;		/* shown while nothing is typed */
	void (*changed)(struct ui *ui); /* after each change; or NULL */
	bool (*accept)(struct ui *ui);	/* Enter; false: stay */
	void (*leave)(struct ui *ui);	/* Esc; or NULL */
};

enum { PROMPT_MOST = 4096 }; /* bytes; more is not taken */

/** What may be written, offered above the line: a completion. */
struct prompt_choice {
	const char *text;  /* put in the place of the bytes offered for */
	const char *label; /* as shown */
	const char *note;  /* at the right: a count; or "" */
};

struct prompt_offer {
	const struct prompt_choice *choices; /* in the prompt's arena */
	int count;
	int taken;	/* the one that is in the text; -1: none yet */
	size_t at, len; /* the bytes of the text that it takes the place of */
};

struct prompt {
	const struct prompt_kind *kind;
	struct arena arena; /* owns what is offered */
	struct prompt_offer offer;
	struct past *past; /* or NULL */
	int recalled;	   /* which of the past is shown; its count: none */
	struct buf draft;  /* what was typed before Up */
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

/** Mark bytes as wrong, or the end of the text, and say why. */
void prompt_fault(struct prompt *prompt, size_t at, size_t len, const char *why);

/** The cursor goes behind what is wrong. */
void prompt_go_fault(struct prompt *prompt);

/** Put another text in the place of all that is typed. */
void prompt_set(struct prompt *prompt, const char *text);

/** The next older (-1) or newer (+1) text that begins as what was typed.  False: there
 * is none. */
bool prompt_recall(struct prompt *prompt, int by);

/** Offer choices, of which none is taken yet.  They are withdrawn by any typing. */
void prompt_make_offer(struct prompt *prompt, const struct prompt_offer *offer);

/** Write more of what all those offered begin with; they stay offered. */
void prompt_write(struct prompt *prompt, const char *text);

/** Take the next (+1) or previous (-1) of those offered into the text. */
void prompt_take(struct prompt *prompt, int by);

void prompt_draw(const struct prompt *prompt, struct canvas *canvas, struct rect line);

#endif
