/** @file  The kinds of view that there are, by the slot that they fill. */
#ifndef DAFTAR_UI_VIEWS_H
#define DAFTAR_UI_VIEWS_H

#include "layout.h"
#include "view.h"

extern const struct view_kind view_record, view_source, view_related, view_thread;

/** The kind of view that a slot holds; NULL for the list. */
const struct view_kind *view_kind_of(enum slot slot);

#endif
