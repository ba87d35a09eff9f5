#include "config.h"

#include "command.h"

#include <string.h>

#include "action.h"
#include "pickers.h"

/* clang-format off */
const struct command commands[] = {
	/* name           keys              help                                   hint        rank contexts   run             arg */
	{ "down",         "j Down",         "Next row",                            NULL,       0, IN_PANES,  act_move,        +1 },
	{ "up",           "k Up",           "Previous row",                        NULL,       0, IN_PANES,  act_move,        -1 },
	{ "right",        "l Right",        "Next link, or pane to the right",     NULL,       0, IN_PANES,  act_side,        +1 },
	{ "left",         "h Left",         "Link before, or pane to the left",    NULL,       0, IN_PANES,  act_side,        -1 },
	{ "page-down",    "PgDn Space ^F",  "A page down",                         NULL,       0, IN_PANES,  act_page,        +2 },
	{ "page-up",      "PgUp ^B",        "A page up",                           NULL,       0, IN_PANES,  act_page,        -2 },
	{ "half-down",    "^D",             "Half a page down",                    NULL,       0, IN_PANES,  act_page,        +1 },
	{ "half-up",      "^U",             "Half a page up",                      NULL,       0, IN_PANES,  act_page,        -1 },
	{ "first",        "g Home",         "First row",                           NULL,       0, IN_PANES,  act_end,          0 },
	{ "last",         "G End",          "Last row",                            NULL,       0, IN_PANES,  act_end,          1 },
	{ "follow",       "Enter",          "Read it, or follow the link",         "follow",   1, IN_PANES,  act_follow,       0 },
	{ "back",         "Backspace [",    "Back to where you were",              "back",     2, IN_PANES,  act_history,     -1 },
	{ "forward",      "]",              "Forward again",                       NULL,       0, IN_PANES,  act_history,     +1 },
	{ "next-pane",    "Tab",            "Next pane",                           "pane",     3, IN_PANES,  act_pane,        +1 },
	{ "previous-pane","Backtab",        "Previous pane",                       NULL,       0, IN_PANES,  act_pane,        -1 },
	{ "thread",       "0 1 2 3 4 5 6 7 8 9", "Read a thread; 0: all events",   "thread",   4, IN_PANES,  act_thread,       0 },
	{ "actor",        "a",              "Filter by actor",                     "actor",    5, IN_PANES,  act_facet, QUERY_ACTOR },
	{ "year",         "y",              "Filter by year",                      "year",     6, IN_PANES,  act_facet, QUERY_YEAR },
	{ "place",        "p",              "Filter by place",                     NULL,       0, IN_PANES,  act_facet, QUERY_PLACE },
	{ "kind",         "K",              "Filter by kind of point",             NULL,       0, IN_PANES,  act_facet, QUERY_KIND },
	{ "type",         "T",              "Filter by type of event",             NULL,       0, IN_PANES,  act_facet, QUERY_TYPE },
	{ "source",       "S",              "Filter by source",                    NULL,       0, IN_PANES,  act_facet, QUERY_SOURCE },
	{ "tag",          "#",              "Filter by tag",                       NULL,       0, IN_PANES,  act_facet, QUERY_TAG },
	{ "filter",       "f",              "Filter by a query that you type",     "filter",   7, IN_PANES,  act_prompt_filter, 0 },
	{ "drop-filter",  "x",              "Drop the last filter",                NULL,       0, IN_PANES,  act_drop,         0 },
	{ "filters",      "X",              "Choose filters to switch or drop",    NULL,       0, IN_PANES,  act_chips,        0 },
	{ "all-filters",  "\\",             "All filters off, or on again",        NULL,       0, IN_PANES,  act_switch,       0 },
	{ "search",       "/",              "Search in this pane",                 "search",   8, IN_PANES,  act_prompt_search, 0 },
	{ "next-match",   "n",              "Next match",                          NULL,       0, IN_PANES,  act_match,       +1 },
	{ "previous-match","N",             "Previous match",                      NULL,       0, IN_PANES,  act_match,       -1 },
	{ "relations",    "r",              "What is related to this record",      "relations",9, IN_PANES,  act_show, PANE_RELATIONS },
	{ "sources",      "s",              "The words that it rests on",          "sources", 10, IN_PANES,  act_show, PANE_SOURCE },
	{ "commands",     ":",              "Every command by name",               "commands",11, IN_PANES,  act_palette,      0 },
	{ "help",         "? F1",           "Every key",                           "help",     0, IN_PANES,  act_help,         0 },
	{ "back-out",     "Esc",            "Out of this pane, to the list",       NULL,       0, IN_PANES,  act_escape,       0 },
	{ "quit",         "q",              "Quit",                                "quit",    12, IN_PANES,  act_quit,         0 },

	{ "choose",       "Enter",          "Take what is selected",               "choose",   1, IN_PICKER, picker_choose,    0 },
	{ "leave-list",   "Esc",            "Leave without choosing",              "leave",    2, IN_PICKER, picker_leave,     0 },
	{ "list-down",    "Down ^N Tab",    "Next in the list",                    NULL,       0, IN_PICKER, picker_move,     +1 },
	{ "list-up",      "Up ^P Backtab",  "Previous in the list",                NULL,       0, IN_PICKER, picker_move,     -1 },
	{ "list-page-down","PgDn ^D",       "A page down",                         NULL,       0, IN_PICKER, picker_page,     +1 },
	{ "list-page-up", "PgUp",           "A page up",                           NULL,       0, IN_PICKER, picker_page,     -1 },
	{ "list-first",   "Home",           "First in the list",                   NULL,       0, IN_PICKER, picker_end,       0 },
	{ "list-last",    "End",            "Last in the list",                    NULL,       0, IN_PICKER, picker_end,       1 },
	{ "list-drop",    "Delete",         "Drop what is selected, if it can be", NULL,       0, IN_PICKER, picker_drop,      0 },
	{ "list-erase",   "Backspace",      "Take back a letter",                  NULL,       0, IN_PICKER, picker_erase,     0 },
	{ "list-clear",   "^U",             "Take back all letters",               NULL,       0, IN_PICKER, picker_erase,     1 },

	{ "accept",       "Enter",          "Take what is typed",                  "take",     1, IN_PROMPT, prompt_accept,    0 },
	{ "leave",        "Esc",            "Leave, and take nothing",             "leave",    2, IN_PROMPT, prompt_leave,     0 },
	{ "letter-left",  "Left ^B",        "A letter back",                       NULL,       0, IN_PROMPT, prompt_move,     -1 },
	{ "letter-right", "Right ^F",       "A letter on",                         NULL,       0, IN_PROMPT, prompt_move,     +1 },
	{ "line-start",   "Home ^A",        "To the start",                        NULL,       0, IN_PROMPT, prompt_end,       0 },
	{ "line-end",     "End ^E",         "To the end",                          NULL,       0, IN_PROMPT, prompt_end,       1 },
	{ "erase",        "Backspace",      "Take back a letter",                  NULL,       0, IN_PROMPT, prompt_delete,   -1 },
	{ "delete",       "Delete ^D",      "Take the letter under the cursor",    NULL,       0, IN_PROMPT, prompt_delete,   +1 },
	{ "clear",        "^U",             "Take back all letters",               NULL,       0, IN_PROMPT, prompt_clear,     0 },
};
/* clang-format on */
const int command_count = sizeof commands / sizeof commands[0];

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

const char *key_sign(const char *key, bool ascii)
{
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (!strcmp(signs[i].key, key))
			return ascii ? signs[i].ascii : signs[i].sign;
	return key;
}

static bool has_word(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = words; len && (at = strstr(at, word)); at += len) {
		bool starts = at == words || at[-1] == ' ';
		bool ends = at[len] == '\0' || at[len] == ' ';

		if (starts && ends)
			return true;
	}
	return false;
}

const struct command *command_for_key(enum context context, const char *key)
{
	if (!strcmp(key, " "))
		key = "Space";
	for (int i = 0; i < command_count; i++)
		if (commands[i].contexts & context && has_word(commands[i].keys, key))
			return &commands[i];
	return NULL;
}

void command_run(struct ui *ui, const struct command *command)
{
	const char *why_not = command->run(ui, command->arg);

	if (why_not)
		ui_say(ui, ROLE_STATUS, "%s", why_not);
}

const char *command_keys(const struct command *command, bool all, bool ascii,
			 struct arena *arena)
{
	struct buf words = BUF_INIT;
	const char *key = command->keys;
	size_t len = strcspn(key, " ");

	/* The digits are one key to the reader. */
	if (!strncmp(key, "0 1 ", 4))
		return ascii ? "0-9" : "0–9";
	for (; len; key += len + (key[len] == ' '), len = strcspn(key, " ")) {
		if (words.len && !all)
			break;
		if (words.len)
			buf_char(&words, ' ');
		buf_str(&words, key_sign(arena_strndup(arena, key, len), ascii));
	}
	const char *copy = arena_strndup(arena, words.bytes, words.len);

	buf_release(&words);
	return copy;
}
