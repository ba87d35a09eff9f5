/**
 * @file
 * Where the reader has been: back and forward, as in a web browser.
 *
 * A visit is kept before each jump: the record, the pane, the filters, the thread, the
 * scroll.  Going back restores all of it.
 */
#ifndef DAFTAR_UI_HISTORY_H
#define DAFTAR_UI_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "model/ref.h"
#include "pane.h"

struct ui;

enum { HISTORY_MOST = 256 };

struct visit {
	struct ref thread, selected, shown, passage;
	enum pane_id focus;
	int cursor[PANE_COUNT], top[PANE_COUNT], link[PANE_COUNT];
	const char *query; /* as typed, all terms */
	uint64_t off;	   /* bit i: the term i is off */
};

/** Visits before `at` lie behind, those from `at` on ahead.  Zero-initialise. */
struct history {
	struct visit visits[HISTORY_MOST];
	int at, count;
};

/** Where the reader is. */
struct visit history_here(struct ui *ui);

/** Keep a visit that a jump has left; what lay ahead is forgotten. */
void history_push(struct ui *ui, const struct visit *visit);

/** Keep where the reader is, before a jump that is sure. */
void history_keep(struct ui *ui);

/** Go one visit back (-1) or forward (+1).  False: there is none. */
bool history_go(struct ui *ui, int by);

#endif
