/** @file  The kinds of view that there are, by the slot that they fill. */
#ifndef DAFTAR_UI_VIEWS_H
#define DAFTAR_UI_VIEWS_H

#include "layout.h"
#include "view.h"

extern const struct view_kind view_record, view_source, view_related, view_thread,
	view_path;

/** Begin the document of a view. */
void view_start(struct view *view, const struct view_world *world);

/** The record and what is related to it, as one document; false: there is none. */
bool view_tell(struct view *view, const struct view_world *world);

/** The kind of view that a slot holds; NULL for the list. */
const struct view_kind *view_kind_of(enum slot slot);

#endif
