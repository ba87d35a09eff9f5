/* How a record is connected: the small graph, then the list. */
#include "config.h"

#include "ego.h"
#include "typeset.h"
#include "views.h"
#include "where.h"

/* Rows of the list have higher keys than those of any graph. */
enum { LIST_KEYS = 1 << 16 };

static void related_build(struct view *view, const struct view_world *world,
			  struct rows *rows)
{
	const struct view_subject *subject = &view->subject;

	if (!view_tell(view, world))
		return;
	if (subject->depth > 1)
		view->title = arena_printf(&view->arena, "Relations, %d links away",
					   subject->depth);
	view->start = ego_rows(
		rows, query_graph(world->index), subject->about,
		&(struct ego_room){ .height = subject->height, .depth = subject->depth });
	view->graph_rows = rows->count;
	if (rows->count)
		rows_blank(rows);
	typeset(rows, &view->doc,
		&(struct typeset){ .has_title = subject->has_title,
				   .more = subject->more,
				   .from = view->split,
				   .to = view->doc.count,
				   .key = LIST_KEYS });
}

const struct view_kind view_related = {
	.name = "Relations",
	.empty = "No other record is related to this one.",
	.build = related_build,
};
