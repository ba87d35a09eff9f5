/** @file  The single lines around the panes: threads, filters, pane tabs, hints. */
#ifndef DAFTAR_UI_BARS_H
#define DAFTAR_UI_BARS_H

#include "canvas.h"

struct ui;

/** The dossier and its threads; in narrow layouts one line about everything. */
void bars_header(struct ui *ui, struct canvas *canvas);

/** The filters and what they let through. */
void bars_chips(struct ui *ui, struct canvas *canvas);

/** The panes that take turns below the list. */
void bars_tabs(struct ui *ui, struct canvas *canvas);

/** The answer to the last key, or what can be done. */
void bars_hints(struct ui *ui, struct canvas *canvas);

/** When everything happened, and where in it the selected event stands. */
void bars_timeline(struct ui *ui, struct canvas *canvas);

#endif
