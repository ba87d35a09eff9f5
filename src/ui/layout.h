/**
 * @file
 * Where everything goes on a screen of some size.
 *
 * One pure function: no state, no terminal.  An area without rows is not shown.
 * Areas may be the same: panes that share one take turns in it.
 */
#ifndef DAFTAR_UI_LAYOUT_H
#define DAFTAR_UI_LAYOUT_H

#include "canvas.h"

enum layout_class {
	LAYOUT_TINY,   /* one pane and nothing else */
	LAYOUT_NARROW, /* one pane at a time between a header and hints */
	LAYOUT_MEDIUM, /* the list above, the other panes in tabs below */
	LAYOUT_WIDE    /* three framed panes */
};

struct layout {
	enum layout_class class;
	int rows, cols;
	struct rect header; /* threads; in narrow layouts a summary of everything */
	struct rect chips;  /* filters and counts */
	struct rect list;   /* the events */
	struct rect detail; /* the record shown */
	struct rect extra;  /* its sources or its relations */
	struct rect tabs;   /* the names of the panes that share an area */
	struct rect timeline;
	struct rect hints; /* hints, answers, prompts */
};

struct layout layout(int rows, int cols);

/** What is left of a pane's area for its rows: without the frame, if it has one. */
struct rect layout_body(const struct layout *layout, struct rect area);

/** Where a picker of `count` items goes. */
struct rect layout_picker(const struct layout *layout, int count);

#endif
