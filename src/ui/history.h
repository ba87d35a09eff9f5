/**
 * @file
 * Where the reader has been: back and forward, as in a web browser.
 *
 * A visit is kept before each jump.  Going back restores all of it: record, slot,
 * filters, thread, cursors.  Texts are owned by the arena that the caller makes visits
 * in.
 */
#ifndef DAFTAR_UI_HISTORY_H
#define DAFTAR_UI_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "where.h"

enum { HISTORY_MOST = 256 };

/** Where the cursor of a view was: a block's key, a link of its row, rows above it. */
struct cursor_mark {
	uint32_t key;
	int link, above;
};

struct visit {
	struct where at;
	struct cursor_mark cursors[SLOT_COUNT];
	const char *query; /* all its conjuncts, as typed */
	uint64_t off;	   /* bit i: the conjunct i is off */
};

/** Visits before `at` lie behind, those after it ahead.  Zero-initialise. */
struct history {
	struct visit visits[HISTORY_MOST];
	int at, count;
};

/** Keep a visit that a jump leaves; what lay ahead is forgotten. */
void history_push(struct history *history, const struct visit *visit);

/**
 * Go one visit back (-1) or forward (+1), `here` taking its place between those behind
 * and those ahead.  NULL: there is none.
 */
const struct visit *history_go(struct history *history, int by, const struct visit *here);

#endif
