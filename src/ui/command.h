/**
 * @file
 * What a command is: its name, its keys, its help, and what it does.
 *
 * The table is in commands.c; dispatch, hints, "?", the palette, the box after a prefix
 * key and the manual's KEYS all read it.
 */
#ifndef DAFTAR_UI_COMMAND_H
#define DAFTAR_UI_COMMAND_H

#include "base/arena.h"
#include "state.h"

/** What commands are about, in the order in which help lists them. */
enum topic {
	TOPIC_MOVE,
	TOPIC_READ,
	TOPIC_LISTS,
	TOPIC_FILTER,
	TOPIC_SEARCH,
	TOPIC_RELATE,
	TOPIC_TIME,
	TOPIC_HANDOFF,
	TOPIC_SCREEN,
	TOPIC_BOX,
	TOPIC_TYPE,
	TOPIC_COUNT
};

/** "Filters" */
extern const char *const topic_titles[TOPIC_COUNT];

/** What helps most in a pane. */
enum topic topic_of_slot(enum slot slot);

struct command {
	const char *name; /* "go-back": in the palette and the manual */
	const char *keys; /* "Backspace [": names of keys; "v-e": first v, then e */
	const char *help; /* "Back to where you were": at most 40 cells */
	const char *hint; /* one word for the line of hints; NULL: not hinted */
	int rank;	  /* hints are given in this order, the most useful first */
	unsigned contexts;

	/** Do it.  NULL, or why it can do nothing now: a sentence for the reader. */
	const char *(*run)(struct ui *ui, int arg);
	int arg;
	enum topic topic;
};

/** The command that a key runs in the context of the state, or NULL. */
const struct command *command_for_key(const struct ui *ui, const char *key);

/** Does a command begin with this key, and another one end it? */
bool command_is_prefix(const struct ui *ui, const char *key);

/** The key that follows a prefix in a command's keys; NULL: it does not have it. */
const char *command_after(const struct command *command, const char *prefix,
			  struct arena *arena);

/** The keys as they are shown, "j ↓"; with `all` false only the first.  Owned by
 * `arena`. */
const char *command_keys(const struct command *command, bool all, bool ascii,
			 struct arena *arena);

#endif
