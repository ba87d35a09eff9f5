/**
 * @file
 * From the bytes of a terminal to the names of keys.
 *
 * UTF-8 is put together, and an escape sequence (ECMA-48: CSI, SS3, and the strings
 * DCS, OSC, SOS, PM, APC) is a key that terminals commonly send, a key that terminfo
 * lists, a report of the mouse (SGR), or swallowed whole, so that another mouse, a focus
 * event or a late reply never runs a command.  What is pasted in brackets is gathered as
 * one line of text.  Nothing here reads or waits: the caller says when no byte has
 * followed in time.
 */
#ifndef DAFTAR_UI_INPUT_H
#define DAFTAR_UI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { KEY_NAME_BYTES = 16, SEQUENCE_BYTES = 32, INPUT_KEYS = 32 };

enum input_state {
	INPUT_PLAIN,
	INPUT_ESCAPE,	     /* after Esc */
	INPUT_CSI,	     /* parameters, intermediates, one final byte */
	INPUT_SS3,	     /* one byte, perhaps after a parameter */
	INPUT_STRING,	     /* until BEL or ST */
	INPUT_STRING_ESCAPE, /* Esc within a string: ST, if "\" follows */
	INPUT_MOUSE,	     /* three bytes of an X10 mouse report */
	INPUT_ALT /* the rest of what no key begins with, as Alt and a character */
};

struct input_key {
	char sequence[SEQUENCE_BYTES]; /* without its Esc */
	char name[KEY_NAME_BYTES];
};

/** What the mouse did, and where on the screen, from 0. */
enum mouse_act { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct mouse {
	enum mouse_act act;
	int row, col;
};

struct input {
	enum input_state state;
	char typed[5];		       /* bytes of a character that is not complete yet */
	char sequence[SEQUENCE_BYTES]; /* without its Esc; cut when it is longer */
	size_t len;
	int left;	    /* bytes that INPUT_MOUSE and INPUT_ALT still swallow */
	bool is_pasting;    /* between the brackets of a paste */
	struct buf paste;   /* what has come of it so far */
	struct mouse mouse; /* of the last "Mouse" */
	int esc_delay;	    /* milliseconds from Esc to what belongs to it */
	struct input_key learned[INPUT_KEYS];
	int learned_count;
};

void input_init(struct input *input, int esc_delay);
void input_release(struct input *input);

/** Add the keys that begin with Esc of this terminal, whose capabilities terminfo has or
 * not (NULL). */
void input_learn(struct input *input, const char *(*capability)(const char *name));

/**
 * Take one byte.  True with the name of a key in `name` ("j", "Esc", "^D").  There are
 * three more names: "Paste", whose text is `paste.bytes`; "Mouse", whose report is
 * `mouse`; and "Reply" for a colour (OSC) or the attributes of the terminal (DA), which
 * is in `sequence`.
 */
bool input_byte(struct input *input, int byte, char name[KEY_NAME_BYTES]);

/** How many milliseconds to wait for the next byte; 0: nothing has been begun. */
int input_patience(const struct input *input);

/** No byte has followed in time: a lone Esc is a key, a fragment is dropped. */
bool input_silence(struct input *input, char name[KEY_NAME_BYTES]);

/** Can a key have this name? */
bool input_has_key(const char *name);

#endif
