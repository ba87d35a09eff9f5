/** @file  The lines around the panes: tabs, crumbs and filters, time, hints. */
#ifndef DAFTAR_UI_BARS_H
#define DAFTAR_UI_BARS_H

#include "canvas.h"
#include "state.h"

/** The dossier and its threads; in narrow layouts one line about everything. */
void bars_header(const struct ui *ui, struct canvas *canvas);

/** Where one is, the filters, and how many records they match. */
void bars_crumbs(const struct ui *ui, struct canvas *canvas);

/** The rules that name what lies below them, in layouts without frames. */
void bars_rules(const struct ui *ui, struct canvas *canvas);

/** The answer to the last key, or what can be done. */
void bars_hints(const struct ui *ui, struct canvas *canvas);

/** When everything happened, and where in it the record shown is. */
void bars_timeline(const struct ui *ui, struct canvas *canvas);

/** "1/4": the passage that is read among those of the record; NULL: there is none.
 * Owned by `arena`. */
const char *bars_passage(const struct ui *ui, struct arena *arena);

/** "9/29 ▼": where in a slot one is, and whether there is more. */
const char *bars_place(const struct ui *ui, enum slot slot, struct arena *arena);

/** "6 of 29 · 1 possible": counted alike everywhere. */
const char *bars_tally(const struct tally *tally, bool ascii, struct arena *arena);

#endif
