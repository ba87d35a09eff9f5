/**
 * @file
 * What cells are for, and how that looks.
 *
 * Whoever draws says what a cell is for, never how it looks.  Nothing is told by
 * colour alone: without colours every role still has its attributes, and words
 * or signs beside them.
 */
#ifndef DAFTAR_UI_THEME_H
#define DAFTAR_UI_THEME_H

enum role {
	ROLE_PLAIN,
	ROLE_DIM,	   /* less important than what is around it */
	ROLE_TITLE_ON,	   /* the title of the pane that has the focus */
	ROLE_TITLE,	   /* the program, the dossier, the record shown */
	ROLE_TAB,	   /* a thread or a pane that could be shown */
	ROLE_TAB_ON,	   /* the one that is */
	ROLE_CHIP,	   /* a filter */
	ROLE_CHIP_OFF,	   /* a filter that is switched off */
	ROLE_BORDER,	   /* lines around a pane */
	ROLE_BORDER_ON,	   /* lines around the pane that has the focus */
	ROLE_HEADING,	   /* a heading within a pane */
	ROLE_LABEL,	   /* what kind a point, a part or a relation is of */
	ROLE_DATE,	   /* a date that a source gives */
	ROLE_SUPPLIED,	   /* what the curator supplies, in its brackets */
	ROLE_POSSIBLE,	   /* a hit that is only possible */
	ROLE_QUOTE,	   /* the source's words that are cited */
	ROLE_NUMBER,	   /* of a passage: "[1]" */
	ROLE_SPEAKER,	   /* who makes the claims below */
	ROLE_BAR,	   /* beside cited words; a bar of a count */
	ROLE_LINK,	   /* what Enter follows */
	ROLE_DAMAGED,	   /* where a source's words are damaged, or not found */
	ROLE_MATCH,	   /* what the search found */
	ROLE_SELECTED,	   /* the selected row */
	ROLE_SELECTED_DIM, /* the selected row of a pane without the focus */
	ROLE_KEY,	   /* a key, in hints and help */
	ROLE_HINT,	   /* what a key does */
	ROLE_STATUS,	   /* counts, places, answers */
	ROLE_WARNING,
	ROLE_ERROR,
	ROLE_COUNT
};

/** Attributes, to be joined with |. */
enum { LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_UNDERLINE = 4, LOOK_REVERSE = 8 };

/** A colour on the terminal's own background; HUE_NONE is its own foreground.  Those
 * from HUE_LINE on are never used for text. */
enum hue {
	HUE_NONE,
	HUE_GREY,
	HUE_RED,
	HUE_GREEN,
	HUE_AMBER,
	HUE_BLUE,
	HUE_CYAN,
	HUE_LINE,
	HUE_LINE_ON,
	HUE_COUNT
};

struct look {
	char letter;	    /* stands for the role in dumps; no two are alike */
	unsigned char mono; /* attributes where the hue is not available */
	unsigned char attributes;
	enum hue hue;
};

extern const struct look theme[ROLE_COUNT];

/** What the terminal's background is.  No colour is readable on all of them, so each
 * has hues of its own. */
enum background {
	BACKGROUND_UNKNOWN,
	BACKGROUND_DARK,
	BACKGROUND_LIGHT,
	BACKGROUND_COUNT
};

/** The number of a hue on terminals of 256 colours, and of fewer; -1: none. */
struct hue_numbers {
	short of_256, of_8;
};

extern const struct hue_numbers palettes[BACKGROUND_COUNT][HUE_COUNT];

/** The background by the environment variable COLORFGBG ("15;0"; NULL: not set). */
enum background background_of_variable(const char *value);

/** The background by the reply to OSC 11 ("rgb:1e1e/1e1e/1e1e"). */
enum background background_of_reply(const char *colour);

#endif
