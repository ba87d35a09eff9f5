/**
 * @file
 * The terminal itself.  Only term.c includes <curses.h>.
 *
 * One canvas out, one event in; nothing is written when nothing has changed.  The
 * colours follow the background: the terminal is asked for it once, and text has no
 * colours until it is known.
 * There is one terminal a process, so one may be open at a time.
 */
#ifndef DAFTAR_UI_TERM_H
#define DAFTAR_UI_TERM_H

#include <signal.h>
#include <stdbool.h>

#include "base/buf.h"
#include "canvas.h"
#include "input.h"

struct terminal {
	void *screen; /* curses' own */
	bool has_colours;
	const struct hue_numbers *palette; /* for the background, as far as it is known */
	bool awaits_reply;		   /* the terminal has been asked what it is */
	bool has_background;		   /* which the reader has chosen */
	bool has_mouse;			   /* it reports the mouse */
	bool is_gone;
	struct canvas shown; /* what curses has been given */
	bool is_stale;	     /* `shown` is not what the screen has */
	struct input input;
	char bytes[4096]; /* read; those from `at` on are still to be decoded */
	size_t at, len;
	sigset_t prior_mask; /* of signals, outside of term_wait() */
};

/** Something that the user did. */
struct term_event {
	char name[KEY_NAME_BYTES]; /* "j", "Down", "^D"; "Paste", "Mouse": see below */
	const char *text;	   /* pasted, in one line; valid until the next event */
	struct mouse mouse;	   /* "Mouse": what it did */
};

/**
 * Take over standard input and output.  False, with nothing changed, when they
 * are no terminal or one that can't move its cursor.  Terminals that terminfo
 * does not know are taken for the nearest relative that it does.
 */
bool term_open(struct terminal *term, bool mono);
void term_close(struct terminal *term);

/** Give the terminal to another program, as it was before term_open(); take it back.
 * Between them only term_write() may be called; show the canvas after. */
void term_leave(struct terminal *term);
void term_return(struct terminal *term);

/** Write bytes as they are. */
void term_write(const char *bytes, size_t len);

/** Use the colours for a background, whatever the terminal says of its own. */
void term_set_background(struct terminal *term, enum background background);

/** Let the terminal report the mouse, or keep it for selecting text. */
void term_set_mouse(struct terminal *term, bool is_on);

/** The size of the screen, within the limits of a canvas. */
void term_size(int *rows, int *cols);

/** Does the locale write UTF-8? */
bool term_is_utf8(void);

/** Bring the screen to what the canvas shows. */
void term_show(struct terminal *term, const struct canvas *canvas);

/** Sleep until there may be an event.  False when the terminal is gone. */
bool term_wait(struct terminal *term);

/** May there be an event now, so that term_wait() would not sleep? */
bool term_is_ready(const struct terminal *term);

/**
 * The next event, without waiting.  False, with `*event` as it was, when there is none.
 * A new size and new colours are no events: show the canvas again after term_wait().
 */
bool term_next(struct terminal *term, struct term_event *event);

/** As ui_curses_version(). */
const char *term_curses_version(void);

#endif
