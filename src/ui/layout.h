/**
 * @file
 * Where everything goes on a screen of some size.
 *
 * One pure function: no state, no terminal.  Slots hold views; a slot without rows is
 * not shown.  Slots may share an area: then one of them is chosen.
 */
#ifndef DAFTAR_UI_LAYOUT_H
#define DAFTAR_UI_LAYOUT_H

#include <stdbool.h>

#include "canvas.h"

/** What has a place on the screen and can have the focus, in the order of Tab. */
enum slot {
	SLOT_LIST,
	SLOT_RECORD,  /* the record shown */
	SLOT_SOURCE,  /* the words that it cites */
	SLOT_RELATED, /* what is before it, after it, and cites it */
	SLOT_TIME,    /* the list as a picture, by date, beside the list itself */
	SLOT_PAGE,    /* a thread as one text; it covers the others */
	SLOT_PATH,    /* why two records are connected; it covers them, too */
	SLOT_COUNT
};

enum layout_class {
	LAYOUT_TINY,   /* one slot and nothing else */
	LAYOUT_NARROW, /* one slot at a time between a header and hints */
	LAYOUT_MEDIUM, /* the list above, the record over its words below */
	LAYOUT_WIDE    /* three framed slots */
};

/** What the reader has chosen to see. */
struct layout_choice {
	int rows, cols;
	enum slot focus;
	enum slot reading; /* SLOT_RECORD, SLOT_SOURCE, SLOT_RELATED or SLOT_TIME: seen
			    * beside a list */
	enum slot extra;   /* SLOT_SOURCE or SLOT_RELATED: seen below the record */
	bool is_page;	   /* SLOT_PAGE or SLOT_PATH covers the slots */
	bool is_zoomed;	   /* the slot with the focus covers them */
};

struct layout {
	enum layout_class class;
	int rows, cols;
	bool has_frames;
	struct rect header; /* tabs of the threads; in narrow layouts a summary */
	struct rect crumbs; /* where one is, filters and counts */
	struct rect areas[SLOT_COUNT]; /* with the frame, if there are frames */
	struct rect tabs;  /* a rule that names the slots that share an area */
	struct rect words; /* a rule above the words, with their citation */
	struct rect timeline;
	struct rect hints; /* hints, messages, prompts */
};

/** `before` may be NULL: the layout that areas without a place keep the width of. */
struct layout layout(const struct layout_choice *choice);

/** Is the slot seen? */
bool layout_shows(const struct layout *layout, enum slot slot);

/** What is left of a slot for rows: without its frame and margins. */
struct rect layout_body(const struct layout *layout, enum slot slot);

/** Where a box of `count` rows goes, above everything else. */
struct rect layout_box(const struct layout *layout, int count);

#endif
