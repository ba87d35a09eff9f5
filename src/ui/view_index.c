/* What is counted over all rows once, when they are built: afterwards a key looks at no
 * more rows than are seen. */
#include "config.h"

#include "view.h"

static const struct ref none;

/* A link that is broken across rows goes on in them. */
static bool starts_link(const struct row *row, int i)
{
	const struct run *run = &row->runs[i];

	return !ref_is_none(run->target) && !run->is_rest &&
	       (i == 0 || !ref_equal(run->target, run[-1].target));
}

/* The links of a row whose stop has `links` before it; true: one is a passage. */
static bool number_links(struct row *row, int links, struct ref *passage)
{
	row->links = links;
	for (int i = 0; i < row->run_count; i++) {
		struct run *run = &row->runs[i];

		row->links += starts_link(row, i);
		run->link = row->links - 1;
		if (ref_is_none(*passage) && run->target.kind == KIND_PASSAGE)
			*passage = run->target;
	}
	return !ref_is_none(*passage);
}

void view_index(struct view *view)
{
	int stop = -1, claims = 0, links = 0, next = view->row_count;
	struct ref passage = none;

	for (int i = 0; i < view->row_count; i++) {
		struct row *row = &view->rows[i];

		if (row->is_stop) {
			stop = i;
			links = 0;
			passage = none;
		}
		row->stop = stop;
		row->claims = claims += row->is_claim;
		if (number_links(row, links, &passage))
			view->rows[stop < 0 ? 0 : stop].passage = passage;
		links = row->links;
	}
	for (int i = view->row_count - 1; i >= 0; i--) {
		view->rows[i].next = next;
		next = view->rows[i].is_stop ? i : next;
	}
}

int view_claims(const struct view *view, int *at)
{
	int count = view->row_count;

	*at = count ? view_row(view)->claims : 0;
	return count ? view->rows[count - 1].claims : 0;
}

int view_claim_row(const struct view *view, int number)
{
	int low = 0, high = view->row_count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (view->rows[middle].claims < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
