#include "config.h"

#include "command.h"

#include <string.h>

/* clang-format off */
const char *const topic_titles[TOPIC_COUNT] = {
	[TOPIC_MOVE]    = "Moving",
	[TOPIC_READ]    = "Reading",
	[TOPIC_LISTS]   = "Lists",
	[TOPIC_FILTER]  = "Filters",
	[TOPIC_SEARCH]  = "Search",
	[TOPIC_RELATE]  = "Relations",
	[TOPIC_TIME]    = "Time",
	[TOPIC_HANDOFF] = "Copy, edit, mark",
	[TOPIC_SCREEN]  = "Panes and screen",
	[TOPIC_BOX]     = "In a box to choose from",
	[TOPIC_TYPE]    = "Where text is typed",
};

static const enum topic slot_topics[SLOT_COUNT] = {
	[SLOT_LIST]    = TOPIC_FILTER,
	[SLOT_RECORD]  = TOPIC_READ,
	[SLOT_SOURCE]  = TOPIC_READ,
	[SLOT_RELATED] = TOPIC_RELATE,
	[SLOT_TIME]    = TOPIC_TIME,
	[SLOT_PAGE]    = TOPIC_SEARCH,
	[SLOT_PATH]    = TOPIC_RELATE,
};
/* clang-format on */

enum topic topic_of_slot(enum slot slot)
{
	return slot_topics[slot];
}

/* clang-format off */
static const struct {
	const char *key, *sign, *ascii;
} signs[] = {
	{ "Backspace", "⌫",         "BS" },
	{ "Backtab",   "Shift-Tab", "Shift-Tab" },
	{ "Up",        "↑",         "Up" },
	{ "Down",      "↓",         "Down" },
	{ "Left",      "←",         "Left" },
	{ "Right",     "→",         "Right" },
};
/* clang-format on */

static const char *key_sign(const char *key, bool ascii)
{
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (!strcmp(signs[i].key, key))
			return ascii ? signs[i].ascii : signs[i].sign;
	return key;
}

/* Take the next of the words at `*keys`, which are one blank apart; 0: there is none. */
static size_t next_word(const char **keys)
{
	*keys += strspn(*keys, " ");
	return strcspn(*keys, " ");
}

static bool has_word(const char *keys, const char *word)
{
	size_t len, wanted = strlen(word);

	for (; (len = next_word(&keys)) > 0; keys += len)
		if (len == wanted && !memcmp(keys, word, len))
			return true;
	return false;
}

const struct command *command_for_key(const struct ui *ui, const char *key)
{
	for (int i = 0; i < ui->command_count; i++)
		if (ui->commands[i].contexts & ui->context &&
		    has_word(ui->commands[i].keys, key))
			return &ui->commands[i];
	return NULL;
}

const char *command_after(const struct command *command, const char *prefix,
			  struct arena *arena)
{
	const char *keys = command->keys;
	size_t len, wanted = strlen(prefix);

	for (; (len = next_word(&keys)) > 0; keys += len)
		if (len > wanted + 1 && !memcmp(keys, prefix, wanted) &&
		    keys[wanted] == '-')
			return arena_strndup(arena, keys + wanted + 1, len - wanted - 1);
	return NULL;
}

bool command_is_prefix(const struct ui *ui, const char *key)
{
	struct arena arena = { 0 };
	bool found = false;

	for (int i = 0; i < ui->command_count && !found; i++)
		found = ui->commands[i].contexts & ui->context &&
			command_after(&ui->commands[i], key, &arena);
	arena_clear(&arena);
	return found;
}

/* "v-e" is shown as "v e". */
static const char *shown(const char *key, size_t len, bool ascii, struct arena *arena)
{
	char *copy = arena_strndup(arena, key, len);

	if (len > 2 && copy[1] == '-')
		copy[1] = ' ';
	return key_sign(copy, ascii);
}

const char *command_keys(const struct command *command, bool all, bool ascii,
			 struct arena *arena)
{
	const char *keys = command->keys;
	struct buf words = BUF_INIT;
	size_t len;

	/* The digits are one key to the reader. */
	if (!strncmp(keys, "0 1 ", 4))
		return ascii ? "0-9" : "0–9";
	if (!strncmp(keys, "F-1 ", 4))
		return ascii ? "F 1-9" : "F 1–9";
	for (; (len = next_word(&keys)) > 0; keys += len) {
		if (words.len && !all)
			break;
		buf_printf(&words, "%s%s", words.len ? "  " : "",
			   shown(keys, len, ascii, arena));
	}
	const char *copy = arena_strndup(arena, words.bytes, words.len);

	buf_release(&words);
	return copy;
}
