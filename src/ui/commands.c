#include "config.h"

#include "commands.h"

#include "action.h"
#include "filter.h"
#include "include.h"
#include "mouse.h"
#include "palette.h"
#include "path.h"
#include "saved.h"
#include "search.h"
#include "typing.h"
#include "undo.h"

/* Enter in the source asks who else cites the words; elsewhere it follows. */
static const char *run_enter(struct ui *ui, int arg)
{
	if (ui->at.focus == SLOT_TIME)
		return time_enter(ui);
	return ui->at.focus == SLOT_SOURCE ? act_cited(ui, arg) : act_follow(ui, arg);
}

/* clang-format off */
const struct command commands[] = {
	/* name           keys              help                                   hint        rank contexts   run             arg topic */
	{ "down",         "j Down",         "Next row",                            NULL,       0, IN_VIEWS,  act_move,        +1, TOPIC_MOVE },
	{ "up",           "k Up",           "Previous row",                        NULL,       0, IN_VIEWS,  act_move,        -1, TOPIC_MOVE },
	{ "right",        "l Right",        "Next link of the row",                NULL,       0, IN_VIEWS,  act_link,        +1, TOPIC_MOVE },
	{ "left",         "h Left",         "Previous link of the row",            NULL,       0, IN_VIEWS,  act_link,        -1, TOPIC_MOVE },
	{ "page-down",    "PgDn Space ^F",  "One page down",                       NULL,       0, IN_VIEWS,  act_page,        +2, TOPIC_MOVE },
	{ "page-up",      "PgUp ^B",        "One page up",                         NULL,       0, IN_VIEWS,  act_page,        -2, TOPIC_MOVE },
	{ "half-down",    "^D",             "Half a page down",                    NULL,       0, IN_VIEWS,  act_page,        +1, TOPIC_MOVE },
	{ "half-up",      "^U",             "Half a page up",                      NULL,       0, IN_VIEWS,  act_page,        -1, TOPIC_MOVE },
	{ "first",        "g Home",         "First row",                           NULL,       0, IN_VIEWS,  act_end,          0, TOPIC_MOVE },
	{ "last",         "G End",          "Last row",                            NULL,       0, IN_VIEWS,  act_end,          1, TOPIC_MOVE },
	{ "follow",       "Enter",          "Read it, or follow the link",         "read",     1, IN_VIEWS,  run_enter,        0, TOPIC_READ },
	{ "next-claim",   "}",              "Next claim, with its words",          "claim",    2, IN_VIEWS,  act_claim,       +1, TOPIC_READ },
	{ "previous-claim","{",             "Previous claim, with its words",      NULL,       0, IN_VIEWS,  act_claim,       -1, TOPIC_READ },
	{ "next-passage", ">",              "Next passage of the record",          NULL,       0, IN_VIEWS,  act_passage,     +1, TOPIC_READ },
	{ "previous-passage","<",           "Previous passage of the record",      NULL,       0, IN_VIEWS,  act_passage,     -1, TOPIC_READ },
	{ "next-record",  "J",              "Next record of the list",             NULL,       0, IN_VIEWS,  act_record,      +1, TOPIC_READ },
	{ "previous-record","K",            "Previous record of the list",         NULL,       0, IN_VIEWS,  act_record,      -1, TOPIC_READ },
	{ "back",         "Backspace [",    "Back to where you were",              "back",     4, IN_VIEWS,  act_history,     -1, TOPIC_READ },
	{ "forward",      "]",              "Forward again",                       NULL,       0, IN_VIEWS,  act_history,     +1, TOPIC_READ },
	{ "next-pane",    "Tab",            "Next pane",                           "pane",     3, IN_VIEWS,  act_slot,        +1, TOPIC_SCREEN },
	{ "previous-pane","Backtab",        "Previous pane",                       NULL,       0, IN_VIEWS,  act_slot,        -1, TOPIC_SCREEN },
	{ "thread",       "0 1 2 3 4 5 6 7 8 9", "Read a thread, its page; 0: all",     "thread", 5, IN_VIEWS, act_thread,  0, TOPIC_READ },
	{ "thread-page",  "v-t",            "The thread as one page",              NULL,       0, IN_VIEWS,  act_page_of_thread, 0, TOPIC_READ },
	{ "events",       "v-e",            "List all events",                     NULL,       0, IN_VIEWS,  act_listing, LIST_EVENTS, TOPIC_LISTS },
	{ "actors",       "v-a",            "List actors",                         NULL,       0, IN_VIEWS,  act_listing, LIST_ACTORS, TOPIC_LISTS },
	{ "places",       "v-p",            "List places",                         NULL,       0, IN_VIEWS,  act_listing, LIST_PLACES, TOPIC_LISTS },
	{ "sources-list", "v-s",            "List sources",                        NULL,       0, IN_VIEWS,  act_listing, LIST_SOURCES, TOPIC_LISTS },
	{ "commitments",  "v-c",            "List commitments",                    NULL,       0, IN_VIEWS,  act_listing, LIST_COMMITMENTS, TOPIC_LISTS },
	{ "points",       "v-o",            "List all points",                     NULL,       0, IN_VIEWS,  act_listing, LIST_POINTS, TOPIC_LISTS },
	{ "passages",     "v-q",            "List quoted passages",                NULL,       0, IN_VIEWS,  act_listing, LIST_PASSAGES, TOPIC_LISTS },
	{ "relations-list","v-r",           "List relations",                      NULL,       0, IN_VIEWS,  act_listing, LIST_RELATIONS, TOPIC_LISTS },
	{ "saved-views",  "v-v F-v",        "Filter by a saved view",              NULL,       0, IN_VIEWS,  act_views,        0, TOPIC_LISTS },
	{ "problems",     "v-! !",          "List the dossier's problems",         NULL,       0, IN_VIEWS,  act_listing, LIST_PROBLEMS, TOPIC_LISTS },
	{ "actor",        "a F-a",          "Filter by actor",                     "actor",    6, IN_VIEWS,  act_facet, QUERY_ACTOR, TOPIC_FILTER },
	{ "year",         "y F-y",          "Filter by year",                      "year",     7, IN_VIEWS,  act_facet, QUERY_YEAR, TOPIC_FILTER },
	{ "place",        "p F-p",          "Filter by place",                     NULL,       0, IN_VIEWS,  act_facet, QUERY_PLACE, TOPIC_FILTER },
	{ "kind",         "F-k",            "Filter by kind of point",             NULL,       0, IN_VIEWS,  act_facet, QUERY_KIND, TOPIC_FILTER },
	{ "status",       "F-u",            "Filter by status",                    NULL,       0, IN_VIEWS,  act_facet, QUERY_STATUS, TOPIC_FILTER },
	{ "role",         "F-r",            "Filter by role",                      NULL,       0, IN_VIEWS,  act_facet, QUERY_ROLE, TOPIC_FILTER },
	{ "type",         "F-t",            "Filter by type of event",             NULL,       0, IN_VIEWS,  act_facet, QUERY_TYPE, TOPIC_FILTER },
	{ "source",       "F-s",            "Filter by source",                    NULL,       0, IN_VIEWS,  act_facet, QUERY_SOURCE, TOPIC_FILTER },
	{ "tag",          "F-# #",          "Filter by tag",                       NULL,       0, IN_VIEWS,  act_facet, QUERY_TAG, TOPIC_FILTER },
	{ "damaged",      "F-d",            "Filter by damaged passages",          NULL,       0, IN_VIEWS,  act_facet, QUERY_DAMAGED, TOPIC_FILTER },
	{ "supplied",     "F-c",            "Filter by what is supplied",         NULL,       0, IN_VIEWS,  act_facet, QUERY_SUPPLIED, TOPIC_FILTER },
	{ "filter",       "f",              "Filter by a query that you type",     "filter",   8, IN_VIEWS,  act_filter,       0, TOPIC_FILTER },
	{ "include",      "=",              "Only what is under the cursor",       NULL,       0, IN_VIEWS,  act_include,     +1, TOPIC_FILTER },
	{ "exclude",      "-",              "All but what is under the cursor",    NULL,       0, IN_VIEWS,  act_include,     -1, TOPIC_FILTER },
	{ "edit-filter",  "F-1 F-2 F-3 F-4 F-5 F-6 F-7 F-8 F-9", "Edit the filter of this number", NULL, 0, IN_VIEWS, act_edit_chip, 0, TOPIC_FILTER },
	{ "save-view",    "S",              "Save the filters as a view",          NULL,       0, IN_VIEWS,  act_save,         0, TOPIC_FILTER },
	{ "undo",         "u",              "Undo a change of the view", NULL,     0, IN_VIEWS,  act_undo,        -1, TOPIC_FILTER },
	{ "redo",         "U",              "Redo it",                             NULL,       0, IN_VIEWS,  act_undo,        +1, TOPIC_FILTER },
	{ "drop-filter",  "x",              "Remove the last filter",              NULL,       0, IN_VIEWS,  act_drop,         0, TOPIC_FILTER },
	{ "filters",      "X",              "Switch or remove filters",            NULL,       0, IN_VIEWS,  act_chips,        0, TOPIC_FILTER },
	{ "all-filters",  "\\",             "All filters off, or on again",        NULL,       0, IN_VIEWS,  act_switch,       0, TOPIC_FILTER },
	{ "search",       "/",              "Search the records of the list",      "search",   0, IN_VIEWS,  act_search,       0, TOPIC_SEARCH },
	{ "next-match",   "n",              "Next match",                          NULL,       0, IN_VIEWS,  act_match,       +1, TOPIC_SEARCH },
	{ "previous-match","N",             "Previous match",                      NULL,       0, IN_VIEWS,  act_match,       -1, TOPIC_SEARCH },
	{ "relations",    "r",              "Records before and after this one",   "relations",9, IN_VIEWS,  act_show, SLOT_RELATED, TOPIC_RELATE },
	{ "less-depth",   "(",              "Relations less far away",             NULL,       0, IN_VIEWS,  act_depth,       -1, TOPIC_RELATE },
	{ "more-depth",   ")",              "Relations up to three links away",    NULL,       0, IN_VIEWS,  act_depth,       +1, TOPIC_RELATE },
	{ "path",         "P",              "Why it is connected with another",    "path",    13, IN_VIEWS,  act_path,         0, TOPIC_RELATE },
	{ "sources",      "s",              "The cited words in their source",     "source",  10, IN_VIEWS,  act_show, SLOT_SOURCE, TOPIC_READ },
	{ "time",         "t",              "Time view; t again: other lanes",     "time",    11, IN_VIEWS,  act_time,         0, TOPIC_TIME },
	{ "zoom-in",      "+",              "Zoom in on the time view",            NULL,       0, IN_VIEWS,  act_time_zoom,   -1, TOPIC_TIME },
	{ "zoom-out",     "_",              "Zoom out of the time view",           NULL,       0, IN_VIEWS,  act_time_zoom,   +1, TOPIC_TIME },
	{ "brush",        "b",              "Mark a range of time to filter by",   NULL,       0, IN_VIEWS,  act_brush,        0, TOPIC_TIME },
	{ "more",         "i",              "More about the record, or less",      "more",    11, IN_VIEWS,  act_more,         0, TOPIC_READ },
	{ "zoom",         "z",              "This pane alone, or all again",       "zoom",    12, IN_VIEWS,  act_zoom,         0, TOPIC_SCREEN },
	{ "mouse",        "F2",             "Mouse on or off",                     NULL,       0, IN_VIEWS,  act_mouse,        0, TOPIC_SCREEN },
	{ "commands",     ":",              "Command palette",                     "commands",14, IN_VIEWS,  act_palette,      0, TOPIC_SCREEN },
	{ "help",         "? F1",           "Help: keys and signs",                "help",     0, IN_VIEWS,  act_help,         0, TOPIC_SCREEN },
	{ "back-out",     "Esc",            "Back to the list",                    NULL,       0, IN_VIEWS,  act_escape,       0, TOPIC_SCREEN },
	{ "quit",         "q",              "Quit",                                "quit",     0, IN_VIEWS,  act_quit,         0, TOPIC_SCREEN },

	{ "choose",       "Enter",          "Choose this",                         "choose",   1, IN_PICKER, pick_choose,      0, TOPIC_BOX },
	{ "leave-list",   "Esc",            "Leave without choosing",              "leave",    2, IN_PICKER, pick_leave,       0, TOPIC_BOX },
	{ "mark",         "Space",          "Choose several",                      NULL,       0, IN_PICKER, pick_mark,        0, TOPIC_BOX },
	{ "list-down",    "Down ^N Tab",    "Next",                                NULL,       0, IN_PICKER, pick_move,       +1, TOPIC_BOX },
	{ "list-up",      "Up ^P Backtab",  "Previous",                            NULL,       0, IN_PICKER, pick_move,       -1, TOPIC_BOX },
	{ "list-page-down","PgDn ^D",       "One page down",                       NULL,       0, IN_PICKER, pick_page,       +1, TOPIC_BOX },
	{ "list-page-up", "PgUp",           "One page up",                         NULL,       0, IN_PICKER, pick_page,       -1, TOPIC_BOX },
	{ "list-first",   "Home",           "First",                               NULL,       0, IN_PICKER, pick_end,         0, TOPIC_BOX },
	{ "list-last",    "End",            "Last",                                NULL,       0, IN_PICKER, pick_end,         1, TOPIC_BOX },
	{ "list-drop",    "Delete",         "Remove this, where it can be",        NULL,       0, IN_PICKER, pick_drop,        0, TOPIC_BOX },
	{ "list-edit",    "Right",          "Edit this, where it can be",          NULL,       0, IN_PICKER, pick_edit,        0, TOPIC_BOX },
	{ "list-erase",   "Backspace",      "Delete a character",                  NULL,       0, IN_PICKER, pick_erase,       0, TOPIC_BOX },
	{ "list-clear",   "^U",             "Delete what is typed",                NULL,       0, IN_PICKER, pick_erase,       1, TOPIC_BOX },

	{ "accept",       "Enter",          "Accept what is typed",                "accept",   1, IN_PROMPT, type_accept,      0, TOPIC_TYPE },
	{ "leave",        "Esc",            "Leave without accepting",             "leave",    2, IN_PROMPT, type_leave,       0, TOPIC_TYPE },
	{ "complete",     "Tab",            "Complete it; again: the next one",    NULL,       0, IN_PROMPT, act_complete,    +1, TOPIC_TYPE },
	{ "complete-back","Backtab",        "The completion before",               NULL,       0, IN_PROMPT, act_complete,    -1, TOPIC_TYPE },
	{ "older",        "Up ^P",          "What was typed before",               NULL,       0, IN_PROMPT, type_recall,     -1, TOPIC_TYPE },
	{ "newer",        "Down ^N",        "What was typed after that",           NULL,       0, IN_PROMPT, type_recall,     +1, TOPIC_TYPE },
	{ "letter-left",  "Left ^B",        "Back one character",                  NULL,       0, IN_PROMPT, type_move,       -1, TOPIC_TYPE },
	{ "letter-right", "Right ^F",       "Forward one character",               NULL,       0, IN_PROMPT, type_move,       +1, TOPIC_TYPE },
	{ "line-start",   "Home ^A",        "Start of the line",                   NULL,       0, IN_PROMPT, type_end,         0, TOPIC_TYPE },
	{ "line-end",     "End ^E",         "End of the line",                     NULL,       0, IN_PROMPT, type_end,         1, TOPIC_TYPE },
	{ "erase",        "Backspace",      "Delete a character",                  NULL,       0, IN_PROMPT, type_delete,     -1, TOPIC_TYPE },
	{ "delete",       "Delete ^D",      "Delete the character at the cursor",  NULL,       0, IN_PROMPT, type_delete,     +1, TOPIC_TYPE },
	{ "clear",        "^U",             "Delete all that is typed",            NULL,       0, IN_PROMPT, type_clear,       0, TOPIC_TYPE },
};
/* clang-format on */
const int command_count = sizeof commands / sizeof commands[0];
