/**
 * @file
 * The reader's own views: queries saved under a name, beside those of the dossier.
 *
 * They live as long as the browser.  Whoever keeps the reader's state gives them with
 * ui_set_saved() at the start and reads `ui->saved` at the end.
 */
#ifndef DAFTAR_UI_SAVED_H
#define DAFTAR_UI_SAVED_H

#include <stdbool.h>

#include "base/arena.h"
#include "query/query.h"

enum { SAVED_MOST = 100 };

/** In the order in which they were saved.  Zero-initialise; release. */
struct saved {
	struct arena arena;
	struct query_saved at[SAVED_MOST];
	int count;
};

/** Save a query under a name, in the place of one of that name.  False: it is full. */
bool saved_add(struct saved *saved, const char *name, const char *text);

/** Forget a view.  False: there is none of that name. */
bool saved_remove(struct saved *saved, const char *name);

/** Which view has the name; -1: none. */
int saved_find(const struct saved *saved, const char *name);

void saved_release(struct saved *saved);

struct ui;

/** Replace the reader's own views; they are copied. */
void ui_set_saved(struct ui *ui, const struct query_saved *views, int count);

const char *act_save(struct ui *ui, int arg);  /* save the filters that are on */
const char *act_views(struct ui *ui, int arg); /* choose among the saved views */

#endif
