#include "config.h"

#include "view.h"

#include <assert.h>
#include <string.h>

#include "text/fold.h"

static int clamp(int value, int low, int high)
{
	return value > high ? (high < low ? low : high) : value < low ? low : value;
}

/* --- Building ------------------------------------------------------------ */

static bool subject_equal(const struct view_subject *a, const struct view_subject *b)
{
	return ref_equal(a->about, b->about) && ref_equal(a->passage, b->passage) &&
	       ref_equal(a->to, b->to) && a->width == b->width &&
	       a->height == b->height && a->depth == b->depth &&
	       a->has_title == b->has_title && a->more == b->more &&
	       a->ascii == b->ascii && a->generation == b->generation;
}

static void build(struct view *view, const struct view_world *world)
{
	struct rows rows = { .arena = &view->arena,
			     .doc = &view->doc,
			     .width = view->subject.width,
			     .ascii = view->subject.ascii };

	arena_clear(&view->arena);
	view->title = view->tail = NULL;
	view->split = view->start = view->graph_rows = 0;
	view->foot = rows;
	view->doc = (struct doc){ 0 };
	view->kind->build(view, world, &rows);
	rows_end(&rows);
	rows_end(&view->foot);
	view->rows = rows.at;
	view->row_count = rows.count;
	view_index(view);
}

bool view_settle(struct view *view, const struct view_world *world,
		 const struct view_subject *subject)
{
	const struct row *row = view_row(view);
	bool is_same = view->is_built && ref_equal(view->subject.about, subject->about) &&
		       ref_equal(view->subject.to, subject->to);
	uint32_t key = row && is_same ? row->key : 0;
	int link = is_same ? view->link : 0, beyond = view->cursor - view->top;

	assert(subject->width > 0);
	if (view->is_built && subject_equal(&view->subject, subject))
		return false;
	view->subject = *subject;
	view->is_built = true;
	build(view, world);
	view->cursor = view->top = view->link = 0;
	view_go(view, view->start);
	if (key) {
		view_go_key(view, key);
		view->link = link;
		view_move_link(view, 0);
		view->top = clamp(view->cursor - beyond, 0, view->row_count - 1);
	}
	return true;
}

void view_reset(struct view *view)
{
	view->is_built = false;
	view->rows = NULL;
	view->row_count = 0;
}

void view_release(struct view *view)
{
	arena_clear(&view->arena);
	view_reset(view);
}

/* --- The cursor ---------------------------------------------------------- */

const struct row *view_row(const struct view *view)
{
	return view->cursor < view->row_count ? &view->rows[view->cursor] : NULL;
}

/* The nearest stop from `row` on in one direction; -1: there is none. */
static int stop_from(const struct view *view, int row, int by)
{
	if (row < 0 || row >= view->row_count)
		return -1;
	if (by < 0 || view->rows[row].is_stop)
		return view->rows[row].stop;
	return view->rows[row].next < view->row_count ? view->rows[row].next : -1;
}

bool view_move(struct view *view, int by)
{
	int step = by < 0 ? -1 : 1, start = view->cursor;

	for (; by; by -= step) {
		int next = stop_from(view, view->cursor + step, step);

		if (next < 0)
			break;
		view->cursor = next;
		view->link = 0;
	}
	/* At the first stop, what stands above it comes into sight. */
	if (step < 0 && stop_from(view, view->cursor - 1, -1) < 0)
		view->top = 0;
	return view->cursor != start;
}

/* The last row that belongs to the stop at `row`. */
static int last_of(const struct view *view, int row)
{
	if (!view->row_count)
		return row;
	row = view->rows[row].next - 1;
	while (row > 0 && !view->rows[row].run_count && !view->rows[row].is_stop)
		row--; /* a blank row need not be seen */
	return row;
}

/* The stop nearest to the start of a page, or to its end, whose rows are on it; -1. */
static int stop_on_page(const struct view *view, int top, int by)
{
	int stop = stop_from(view, top, +1), end = top + view->height;

	if (by < 0) {
		int last = stop_from(view, end - 1, -1);

		while (last > top && last_of(view, last) >= end)
			last = stop_from(view, last - 1, -1);
		stop = last >= top ? last : stop;
	}
	return stop < end ? stop : -1;
}

bool view_turn(struct view *view, int to)
{
	int last = view->row_count - view->height;

	to = clamp(to, 0, last < 0 ? 0 : last);
	if (to == view->top)
		return false;
	view->top = to;
	if (view->cursor < to || view->cursor >= to + view->height) {
		int stop = stop_on_page(view, to, view->cursor < to ? +1 : -1);

		view->link = stop >= 0 ? 0 : view->link;
		view->cursor = stop >= 0 ? stop : view->cursor;
	}
	return true;
}

bool view_page(struct view *view, int by)
{
	if (view_turn(view, view->top + view->height * by / 2))
		return true;
	/* No page to turn: the cursor goes to the end of this one. */
	return view_move(view, by < 0 ? -view->row_count : view->row_count);
}

void view_go(struct view *view, int row)
{
	row = clamp(row, 0, view->row_count - 1);
	int stop = stop_from(view, row, -1);

	if (stop < 0)
		stop = stop_from(view, row, +1);
	if (stop != view->cursor)
		view->link = 0;
	view->cursor = stop < 0 ? 0 : stop;
	view_move_link(view, 0);
	view->top = clamp(view->top, 0, view->row_count - 1);
}

void view_go_key(struct view *view, uint32_t key)
{
	int best = 0;

	for (int i = 0; i < view->row_count && view->rows[i].key <= key; i++)
		if (view->rows[i].is_stop && view->rows[best].key != view->rows[i].key)
			best = i;
	view_go(view, best);
}

static bool row_names(const struct row *row, struct ref ref)
{
	for (int i = 0; i < row->run_count; i++)
		if (ref_equal(row->runs[i].target, ref))
			return true;
	return false;
}

bool view_go_to(struct view *view, struct ref ref)
{
	for (int i = 0; i < view->row_count; i++)
		if (view->rows[i].is_stop && ref_equal(view->rows[i].about, ref)) {
			view_go(view, i);
			return true;
		}
	for (int i = 0; i < view->row_count; i++)
		if (row_names(&view->rows[i], ref)) {
			view_go(view, i);
			view_go_link(view, ref);
			return true;
		}
	return false;
}

bool view_go_claim(struct view *view, int by)
{
	int at, count = view_claims(view, &at);
	int number = !by ? 1 : by > 0 ? at + 1 : at - (count && view_row(view)->is_claim);

	if (number < 1 || number > count)
		return false;
	view->cursor = view_claim_row(view, number);
	view->link = 0;
	return true;
}

static bool row_matches(const struct row *row, const char *needle)
{
	struct arena arena = { 0 };
	bool found = fold_has(row_text(row, &arena), needle);

	arena_clear(&arena);
	return found;
}

bool view_find(struct view *view, int from, int by, const char *needle)
{
	int count = view->row_count;

	for (int i = 0; i < count; i++) {
		int row = ((from + i * by) % count + count) % count;

		if (row_matches(&view->rows[row], needle)) {
			view_go(view, row);
			return true;
		}
	}
	return false;
}

int view_matches(const struct view *view, const char *needle, int *at)
{
	int count = 0, last = last_of(view, view->cursor);

	*at = 0;
	for (int i = 0; i < view->row_count; i++) {
		count += row_matches(&view->rows[i], needle);
		if (i <= last)
			*at = count;
	}
	return count;
}

struct ref view_about(const struct view *view)
{
	const struct row *row = view_row(view);

	return row ? row->about : (struct ref){ 0 };
}

/* --- Scrolling ----------------------------------------------------------- */

/* A blank row or a heading belongs to what comes below it. */
static bool opens_next(const struct row *row)
{
	return !row->run_count || row->runs[0].role == ROLE_HEADING ||
	       row->runs[0].role == ROLE_SPEAKER;
}

void view_scroll(struct view *view, int height)
{
	int first = view->cursor, last = last_of(view, first);

	while (last > first && opens_next(&view->rows[last]))
		last--;
	view->height = height < 1 ? 1 : height;
	/* What does not fit is seen from its start on, or where the link is. */
	if (last - first >= view->height) {
		last = view->link ? view_link_row(view) : first;
		first = last - first >= view->height ? last : first;
	}
	view->top = clamp(view->top, last - view->height + 1, view->row_count - 1);
	view->top = clamp(view->top, first - view->height + 1, first);
	/* No empty rows below while there is something above. */
	if (view->top > view->row_count - view->height)
		view->top = view->row_count - view->height;
	if (view->top < 0)
		view->top = 0;
}
