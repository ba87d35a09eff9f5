#include "config.h"

#include "view_time.h"

#include <string.h>

#include "model/words.h"
#include "state.h"
#include "time_unit.h"

/* Columns between the record selected and the edge of the window, where it is moved. */
enum { MARGIN = 4 };

static int64_t clamp(int64_t value, int64_t low, int64_t high)
{
	return value > high ? (high < low ? low : high) : value < low ? low : value;
}

const struct when *time_when(const struct ui *ui)
{
	struct ref shown = ui->at.shown;
	const struct when *when =
		shown.kind >= KIND_COUNT ? NULL : words_when(ui->world.dossier, shown);
	struct time_days days;

	return when && when->edtf && time_known(&when->extent, &days) ? when : NULL;
}

/* --- What is in it --------------------------------------------------------------- */

static bool settle_index(struct ui *ui)
{
	struct time_view *view = &ui->time;

	if (view->built == ui->list_builds && view->index.by == view->by)
		return false;
	arena_clear(&view->arena);
	view->index = time_index(&ui->list, ui->world.dossier, &view->arena);
	view->index.by = view->by;
	view->index.thread = ui->at.thread;
	time_part(&view->index, &ui->list, &ui->world, &view->arena);
	view->built = ui->list_builds;
	view->lane = 0;
	return true;
}

/* The place of the selected record in the index; -1: it has none. */
static int selected_item(const struct ui *ui)
{
	return ui->list.count ? ui->time.index.places[ui->cursor] : -1;
}

/* The lane stays as long as the record is in it. */
static void settle_lane(struct time_view *view, int item)
{
	struct time_index *index = &view->index;

	if (item < 0 || (view->lane < index->lane_count &&
			 lane_find(index, &index->lanes[view->lane], item) >= 0))
		return;
	view->lane = 0;
	while (view->lane < index->lane_count - 1 &&
	       lane_find(index, &index->lanes[view->lane], item) < 0)
		view->lane++;
}

/* --- What of it is seen ----------------------------------------------------------- */

/* The level that is chosen, or the one at which all is seen. */
static void settle_axis(struct time_view *view, int cols)
{
	const struct time_cover *cover = &view->index.cover;

	arena_clear(&view->look);
	view->axis = axis_fit(cover, cols, &view->look);
	if (view->is_zoomed && view->level < view->axis.level)
		view->axis = axis_make(cover, view->level, cols, &view->look);
	else
		view->is_zoomed = false;
	view->cols = cols;
}

/* The day that stays where it is when one zooms: the cursor's, else the middle's. */
static int64_t focus_day(const struct ui *ui)
{
	const struct when *when = time_when(ui);
	struct time_days days = { 0, 0 };

	if (when)
		time_known(&when->extent, &days);
	else
		days = ui->time.index.cover.all;
	return when ? days.first : days.first + (days.last - days.first) / 2;
}

static void bring_into_sight(struct ui *ui, bool is_other)
{
	struct time_view *view = &ui->time;
	int64_t day = focus_day(ui), col;

	if (view->brush.is_on)
		day = unit_first(view->brush.level, view->brush.to);
	col = axis_column(&view->axis, day);
	if (view->place >= 0)
		view->left = col - view->place;
	else if (is_other || view->brush.is_on ||
		 !ref_equal(view->followed, ui->at.shown))
		if (col - view->left < MARGIN || col - view->left >= view->cols - MARGIN)
			view->left = col - view->cols / 3;
	view->place = -1;
	view->followed = ui->at.shown;
	view->left = clamp(view->left, 0, view->axis.width - view->cols);
}

static void settle_scroll(struct time_view *view, int rows)
{
	const struct time_picture *picture = &view->picture;

	view->top = (int)clamp(view->top, 0, picture->row_count - rows);
	if (picture->selected < 0)
		return;
	int row = picture->placed[picture->selected].row;

	view->top = (int)clamp(view->top, row - rows + 1, row - picture->has_headings);
	view->top = view->top < 0 ? 0 : view->top;
}

void time_settle(struct ui *ui)
{
	struct time_view *view = &ui->time;
	struct rect area = layout_body(&ui->layout, SLOT_TIME);
	struct time_areas areas = time_areas(area);

	if (!layout_shows(&ui->layout, SLOT_TIME) || area.cols < 1)
		return;
	bool is_other = settle_index(ui) || area.cols != view->cols;
	int item = selected_item(ui);

	settle_lane(view, item);
	settle_axis(view, area.cols);
	bring_into_sight(ui, is_other);
	struct time_scene scene = { .index = &view->index,
				    .window = { &view->axis, view->left, area.cols },
				    .list = &ui->list,
				    .dossier = ui->world.dossier,
				    .item = item,
				    .lane = view->lane };

	view->picture = time_place(&scene, &view->look);
	settle_scroll(view, areas.body.rows < 1 ? 1 : areas.body.rows);
	view->seen =
		time_seen(&scene, &view->picture,
			  (struct time_rows){ view->top, areas.body.rows }, &view->look);
}

void time_release(struct time_view *view)
{
	arena_clear(&view->arena);
	arena_clear(&view->look);
}

/* --- What is said of it ------------------------------------------------------------ */

const char *time_title(const struct ui *ui, struct arena *arena)
{
	static const char *const names[LANES_COUNT] = {
		[LANES_THREAD] = " by thread",
		[LANES_ACTOR] = " by actor",
		[LANES_PLACE] = " by place",
		[LANES_TYPE] = " by type",
		[LANES_NONE] = "",
	};

	return arena_printf(arena, "Time%s", names[ui->time.by]);
}

const char *time_scale(const struct ui *ui, struct arena *arena)
{
	const struct time_view *view = &ui->time;

	if (!view->index.count)
		return "";
	return arena_printf(arena, "1 cell: %s", unit_words(view->axis.level, arena));
}
