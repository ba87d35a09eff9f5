#include "config.h"

#include "view.h"

#include <assert.h>

static const struct ref none;

/* Walks over the runs of the cursor's row and of those below it up to the next stop. */
struct walk {
	const struct view *view;
	int row, end, run;
};

static int end_of_stop(const struct view *view)
{
	return view->row_count ? view_row(view)->next : 0;
}

static struct walk walk_at(const struct view *view, int row)
{
	return (struct walk){ view, row, view->row_count ? view->rows[row].next : 0, -1 };
}

static struct walk walk_start(const struct view *view)
{
	return walk_at(view, view->cursor);
}

static const struct run *walk_next(struct walk *walk)
{
	const struct view *view = walk->view;

	walk->run++;
	while (walk->row < walk->end && walk->run >= view->rows[walk->row].run_count) {
		walk->row++;
		walk->run = 0;
	}
	return walk->row < walk->end ? &view->rows[walk->row].runs[walk->run] : NULL;
}

int view_links(const struct view *view)
{
	int end = end_of_stop(view);

	return end ? view->rows[end - 1].links : 0;
}

bool view_move_link(struct view *view, int by)
{
	int last = view_links(view) - 1, link = view->link + by;

	if (link >= 0 && link <= last) {
		view->link = link;
		return by != 0;
	}
	if (view->link > last)
		view->link = last < 0 ? 0 : last;
	return false;
}

/* The run that the cursor's link begins with; NULL: there is none. */
static const struct run *link_run(const struct view *view, int *row)
{
	int low = view->cursor, high = end_of_stop(view);
	const struct run *run;

	*row = view->cursor;
	if (view->link >= view_links(view))
		return NULL;
	while (low < high) {
		int middle = low + (high - low) / 2;

		if (view->rows[middle].links <= view->link)
			low = middle + 1;
		else
			high = middle;
	}
	assert(low < view->row_count && view->rows[low].links > view->link);
	for (run = view->rows[low].runs; run->link < view->link;)
		run++;
	*row = low;
	return run;
}

struct ref view_target(const struct view *view)
{
	int row;
	const struct run *run = link_run(view, &row);

	return run ? run->target : none;
}

int view_link_row(const struct view *view)
{
	int row;

	link_run(view, &row);
	return row;
}

bool view_is_in_link(const struct view *view, int row, int run)
{
	struct ref target = view_target(view);
	const struct run *at;

	assert(row >= 0 && row < view->row_count);
	assert(run >= 0 && run < view->rows[row].run_count);
	at = &view->rows[row].runs[run];
	return !ref_is_none(target) && view->rows[row].stop == view_row(view)->stop &&
	       ref_equal(at->target, target) && (at->is_rest || at->link == view->link);
}

bool view_go_link(struct view *view, struct ref target)
{
	struct walk walk = walk_start(view);
	const struct run *run;

	while ((run = walk_next(&walk)))
		if (ref_equal(run->target, target)) {
			view->link = run->link;
			return true;
		}
	return false;
}

static int depth_of(const struct view *view, int row)
{
	uint32_t key = view->rows[row].key;

	return key && (int)key <= view->doc.count ? view->doc.blocks[key - 1].depth : 0;
}

/* The stop whose evidence counts: the cursor's; where a status or an outcome cites
 * nothing, the claim that it is part of. */
static int evidence_row(const struct view *view)
{
	int row = view->cursor;

	if (!view->row_count || !depth_of(view, row) ||
	    view->rows[row].passage.kind == KIND_PASSAGE)
		return row;
	while (row > 0 && (!view->rows[row].is_stop ||
			   (depth_of(view, row) && !view->rows[row].is_claim)))
		row--;
	return view->rows[row].is_claim ? row : view->cursor;
}

bool view_cites(const struct view *view, struct ref passage)
{
	struct walk walk = walk_at(view, evidence_row(view));
	const struct run *run;

	while (!ref_is_none(passage) && (run = walk_next(&walk)))
		if (ref_equal(run->target, passage))
			return true;
	return false;
}

struct ref view_passage(const struct view *view)
{
	struct ref target = view_target(view);

	if (target.kind == KIND_PASSAGE || !view->row_count)
		return target.kind == KIND_PASSAGE ? target : none;
	return view->rows[evidence_row(view)].passage;
}
