/**
 * @file
 * Everything the reader can do, in one table.
 *
 * Key dispatch, the hints, `?`, the palette and the manual's KEYS are all read off
 * this table.  To add a command, write its function and its row.
 */
#ifndef DAFTAR_UI_COMMAND_H
#define DAFTAR_UI_COMMAND_H

#include "state.h"

struct command {
	const char *name; /* "go-back": in the palette and the manual */
	const char *keys; /* "Backspace [": names of keys; the first is the one hinted */
	const char *help; /* "Back to where you were": at most 40 cells */
	const char *hint; /* one word for the line of hints; NULL: not hinted */
	int rank;	  /* hints are given in this order, the most useful first */
	unsigned contexts;

	/** Do it.  NULL, or why it can do nothing now: a sentence for the reader. */
	const char *(*run)(struct ui *ui, int arg);
	int arg;
};

extern const struct command commands[];
extern const int command_count;

/** The command bound to a key in a context, or NULL. */
const struct command *command_for_key(enum context context, const char *key);

/** Run it, and say why when it can do nothing. */
void command_run(struct ui *ui, const struct command *command);

/** The keys as they are shown, "j, Down"; with `all` false only the first.  Owned by
 * `arena`. */
const char *command_keys(const struct command *command, bool all, bool ascii,
			 struct arena *arena);

/** A sign for each key that has one, else its name: "⌫" for "Backspace". */
const char *key_sign(const char *key, bool ascii);

#endif
