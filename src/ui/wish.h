/**
 * @file
 * What "=" and "-" filter by: the terms that fit what is under the cursor, the nearest
 * first.  A date gives its day, its month, its year, its decade.
 */
#ifndef DAFTAR_UI_WISH_H
#define DAFTAR_UI_WISH_H

#include "state.h"

/** The terms for what is under the cursor of the pane with the focus, of fields that
 * the list has.  Owned by `wishes->arena`, which the caller clears. */
void wishes_collect(struct ui *ui, struct wishes *wishes);

#endif
