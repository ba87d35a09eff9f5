#include "config.h"

#include "time_place.h"

#include <string.h>

#include "model/words.h"
#include "text/cell.h"

/* Titles have at most so many cells beside a bar, and at least so many if they are cut.
 */
enum { TITLE_MOST = 44, TITLE_LEAST = 8 };

/* Cells of a bar that a title within it leaves. */
enum { BAR_LEAST = 8 };

/* The cells of a row that are taken, a bit each. */
enum { WORD_BITS = 64, ROW_WORDS = CANVAS_MAX_COLS / WORD_BITS + 2 };

struct taken {
	uint64_t words[ROW_WORDS];
};

struct placing {
	const struct time_scene *scene;
	struct arena *arena;
	struct time_picture picture;
	struct taken *rows; /* of the lane that is being filled */
	int row_count;
};

struct time_days window_days(const struct time_window *window)
{
	struct time_days days = { INT64_MIN, INT64_MAX }, edge;
	int64_t last = window->left + window->cols - 1;

	for (int64_t col = window->left; col <= last; col++)
		if (axis_days(window->axis, col, &edge)) {
			days.first = edge.first;
			break;
		}
	if (last >= window->axis->width)
		last = window->axis->width - 1;
	for (int64_t col = last; col >= window->left; col--)
		if (axis_days(window->axis, col, &edge)) {
			days.last = edge.last;
			break;
		}
	return days;
}

/* --- Where a bar and its title go -------------------------------------------------- */

/* What has no end is seen wherever one looks after its start. */
static void pin_open_end(struct time_bar *bar, int64_t left)
{
	if (bar->end_kind != DATE_END_OPEN || bar->to >= left - 1)
		return;
	bar->from = bar->to = left - 1;
	bar->core_from = 1;
	bar->core_to = 0;
	bar->start_kind = DATE_END_KNOWN;
	bar->members = NULL;
}

static int clip(int64_t col, int cols)
{
	return (int)(col < 0 ? 0 : col >= cols ? cols - 1 : col);
}

/* Right of the bar, else left of it, else in it; whole, else cut. */
static void place_title(struct time_placed *placed, int cols)
{
	int width = cell_width(placed->title);
	int right = cols - placed->to - 2, left = placed->from - 1;

	width = width > TITLE_MOST ? TITLE_MOST : width;
	if (width > right && width > left &&
	    placed->to - placed->from >= width + BAR_LEAST) {
		placed->title_width = width;
		placed->title_col = placed->from + BAR_LEAST / 2;
		return;
	}
	if (width > right && width > left) {
		int most = right >= left ? right : left;

		width = most < TITLE_LEAST ? 0 : most;
	}
	placed->title_width = width;
	placed->title_col = width <= right ? placed->to + 2 : placed->from - 1 - width;
	if (!width)
		placed->title = NULL;
}

static bool range_is_free(const struct taken *row, int from, int to)
{
	for (int col = from; col <= to; col++)
		if (row->words[col / WORD_BITS] >> (col % WORD_BITS) & 1)
			return false;
	return true;
}

static void range_take(struct taken *row, int from, int to)
{
	for (int col = from; col <= to; col++)
		row->words[col / WORD_BITS] |= (uint64_t)1 << (col % WORD_BITS);
}

/* The first row of the lane with room, one blank cell on the right included. */
static int free_row(struct placing *placing, const struct time_placed *placed)
{
	int from = placed->from, to = placed->to, row = 0;

	if (placed->title && placed->title_col < from)
		from = placed->title_col;
	else if (placed->title && placed->title_col > to)
		to = placed->title_col + placed->title_width - 1;
	while (row < placing->row_count &&
	       !range_is_free(&placing->rows[row], from, to + 1)) {
		row++;
		placing->scene->index->steps++;
	}
	if (row == placing->row_count) {
		placing->rows = arena_grow(placing->arena, placing->rows, row,
					   sizeof *placing->rows);
		placing->rows[placing->row_count++] = (struct taken){ 0 };
	}
	range_take(&placing->rows[row], from, to + 1);
	return row;
}

static struct time_placed measure(const struct placing *placing, int lane, int item)
{
	const struct time_scene *scene = placing->scene;
	const struct time_window *window = &scene->window;
	const struct time_item *it = &scene->index->items[item];
	struct time_placed placed = { .item = item, .lane = lane };

	placed.bar = time_bar(window->axis, it->when);
	pin_open_end(&placed.bar, window->left);
	placed.from = clip(bar_left(&placed.bar) - window->left, window->cols);
	placed.to = clip(bar_right(&placed.bar) - window->left, window->cols);
	placed.title = words_title(scene->dossier, scene->list->items[it->item].ref,
				   placing->arena);
	place_title(&placed, window->cols);
	return placed;
}

static void place_item(struct placing *placing, int lane, int item)
{
	struct time_picture *picture = &placing->picture;
	struct time_placed placed = measure(placing, lane, item);

	placed.row = picture->row_count + free_row(placing, &placed);
	if (lane == placing->scene->lane && item == placing->scene->item)
		picture->selected = picture->count;
	picture->placed = arena_grow(placing->arena, picture->placed, picture->count,
				     sizeof *picture->placed);
	picture->placed[picture->count++] = placed;
}

/* --- Lanes -------------------------------------------------------------------------- */

static void place_lane(struct placing *placing, int i, const struct time_days *days)
{
	struct time_index *index = placing->scene->index;
	const struct time_lane *lane = &index->lanes[i];
	struct time_picture *picture = &placing->picture;

	placing->row_count = 0;
	picture->tops[i] = picture->row_count;
	picture->row_count += picture->has_headings;
	for (int at = lane_next(index, lane, 0, days); at < lane->count;
	     at = lane_next(index, lane, at + 1, days)) {
		place_item(placing, i, lane->at[at]);
		index->steps++;
	}
	picture->row_count += placing->row_count;
}

/* Is there more in the window than can be placed one by one? */
static bool is_too_much(const struct time_scene *scene, const struct time_days *days)
{
	int count = scene->index->lane_count;

	for (int i = 0; i < scene->index->lane_count && count <= PLACED_MOST; i++)
		count += lane_count(scene->index, &scene->index->lanes[i], days).within;
	return count > PLACED_MOST;
}

/* A row of counts for each lane, and one for the selected bar. */
static void place_counts(struct placing *placing, const struct time_days *days)
{
	const struct time_scene *scene = placing->scene;
	struct time_picture *picture = &placing->picture;
	int rows = 1 + picture->has_headings;

	picture->is_dense = true;
	picture->open_lane = scene->item >= 0 ? scene->lane : -1;
	picture->row_count = rows * picture->lane_count;
	if (scene->item < 0)
		return;
	const struct time_item *item = &scene->index->items[scene->item];

	picture->row_count = rows * (scene->lane + 1);
	if (item->known.first <= days->last && item->last >= days->first)
		place_item(placing, scene->lane, scene->item);
	picture->row_count = rows * picture->lane_count + 1;
}

struct time_picture time_place(const struct time_scene *scene, struct arena *arena)
{
	struct placing placing = { .scene = scene, .arena = arena };
	struct time_days days = window_days(&scene->window);
	struct time_picture *picture = &placing.picture;

	picture->lane_count = scene->index->lane_count;
	picture->has_headings = picture->lane_count > 1;
	picture->selected = picture->open_lane = -1;
	if (is_too_much(scene, &days)) {
		place_counts(&placing, &days);
		return *picture;
	}
	picture->tops = arena_array(arena, (size_t)picture->lane_count + 1,
				    sizeof *picture->tops);
	for (int i = 0; i < picture->lane_count; i++)
		place_lane(&placing, i, &days);
	picture->tops[picture->lane_count] = picture->row_count;
	return *picture;
}

int picture_top(const struct time_picture *picture, int lane)
{
	if (!picture->is_dense)
		return picture->tops[lane];
	return lane * (1 + picture->has_headings) +
	       (picture->open_lane >= 0 && lane > picture->open_lane);
}

int picture_lane(const struct time_picture *picture, int row)
{
	int low = 0, high = picture->lane_count - 1;

	while (low < high) {
		int middle = (low + high + 1) / 2;

		if (picture_top(picture, middle) <= row)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/* --- What is on the screen ------------------------------------------------------------
 */

static void count_bins(const struct time_scene *scene, struct time_seen *seen,
		       struct arena *arena)
{
	const struct time_window *window = &scene->window;
	struct time_days days;

	seen->bins = arena_array(arena, (size_t)(seen->count * window->cols),
				 sizeof *seen->bins);
	for (int i = 0; i < seen->count * window->cols; i++) {
		const struct time_lane *lane =
			&scene->index->lanes[seen->first + i / window->cols];

		if (!axis_days(window->axis, window->left + i % window->cols, &days))
			continue;
		seen->bins[i] = lane_count(scene->index, lane, &days).within;
		seen->most = seen->bins[i] > seen->most ? seen->bins[i] : seen->most;
	}
}

struct time_seen time_seen(const struct time_scene *scene,
			   const struct time_picture *picture, struct time_rows rows,
			   struct arena *arena)
{
	struct time_days days = window_days(&scene->window);
	struct time_seen seen = { 0 };

	if (!picture->lane_count || rows.count < 1)
		return seen;
	seen.first = picture_lane(picture, rows.first);
	seen.count = picture_lane(picture, rows.first + rows.count - 1) - seen.first + 1;
	seen.counts = arena_array(arena, (size_t)seen.count, sizeof *seen.counts);
	for (int i = 0; i < seen.count; i++)
		seen.counts[i] = lane_count(scene->index,
					    &scene->index->lanes[seen.first + i], &days);
	if (picture->is_dense)
		count_bins(scene, &seen, arena);
	return seen;
}
