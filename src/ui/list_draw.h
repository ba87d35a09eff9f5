/** @file  The list on the screen: columns for the rows that are seen. */
#ifndef DAFTAR_UI_LIST_DRAW_H
#define DAFTAR_UI_LIST_DRAW_H

#include "canvas.h"
#include "list.h"
#include "model/texts.h"

/** What the list is drawn from, settled before. */
struct list_view {
	const struct list *list;
	const struct dossier *dossier;
	const struct texts *texts;
	const struct diags *diags;
	enum date_style dates;
	struct query_index *index; /* counts cells by it */
	bool ascii;
	int listing;	 /* as in struct where */
	int cursor, top; /* items: the selected one, the first one seen */
	bool is_hollow;	 /* the record shown is not the selected one */
	bool has_focus;
	const char *needle;	     /* folded text to highlight, or NULL */
	const struct query *preview; /* rows that it leaves out are dim; or NULL */
	const char *empty;	     /* said when there is nothing */
};

/** The rows of an item `width` cells wide: one, and its note when it is selected. */
int list_rows(const struct list_view *view, int item, int width);

/** The first item to be seen, so that the cursor's is seen whole in `area`. */
int list_scroll(const struct list_view *view, struct rect area);

/** How many items `area` shows from the top. */
int list_seen(const struct list_view *view, struct rect area);

void list_draw(const struct list_view *view, struct canvas *canvas, struct rect area);

/** All that a row says, for searching.  Owned by `arena`. */
const char *list_text(const struct list_view *view, int item, struct arena *arena);

#endif
