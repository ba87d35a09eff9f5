#include "config.h"

#include <stdio.h>
#include <string.h>

#include "action.h"
#include "settle.h"
#include "state.h"
#include "time_unit.h"

/* The window slides by a part of its width. */
enum { SLIDES = 4 };

static const char no_dates[] = "These records have no dates; v e lists the events.";

const char *act_time(struct ui *ui, int arg)
{
	struct time_view *view = &ui->time;
	struct arena arena = { 0 };

	(void)arg;
	if (ui->at.focus != SLOT_TIME) {
		if (ui->at.reading != SLOT_TIME)
			ui_keep(ui);
		ui_focus(ui, SLOT_TIME);
		return NULL;
	}
	view->by = (view->by + 1) % LANES_COUNT;
	ui_say(ui, ROLE_STATUS, "%s; t takes other lanes.", time_title(ui, &arena));
	arena_clear(&arena);
	return NULL;
}

/* --- The window --------------------------------------------------------------------- */

/* Where the cursor is in the window; the middle, when it is not. */
static int place_of_cursor(const struct ui *ui)
{
	const struct time_view *view = &ui->time;
	const struct when *when = time_when(ui);
	struct time_days days = { 0, 0 };

	if (!when)
		return view->cols / 2;
	time_known(&when->extent, &days);
	int64_t col = axis_column(&view->axis, days.first) - view->left;

	return col < 0 || col >= view->cols ? view->cols / 2 : (int)col;
}

const char *act_time_zoom(struct ui *ui, int by)
{
	struct time_view *view = &ui->time;

	if (ui->at.focus != SLOT_TIME)
		return "t shows the time view, which + and _ zoom.";
	if (!view->index.count)
		return no_dates;
	if (by < 0 && view->axis.level == 0)
		return "A cell is one day already.";
	if (by > 0 && !view->is_zoomed)
		return "All of it is seen; + zooms in.";
	view->place = place_of_cursor(ui);
	view->level = view->axis.level + by;
	view->is_zoomed = true;
	return NULL;
}

/* --- The brush ------------------------------------------------------------------------
 */

struct time_days brush_days(const struct time_brush *brush)
{
	int64_t from = brush->from < brush->to ? brush->from : brush->to;
	int64_t to = brush->from < brush->to ? brush->to : brush->from;

	return (struct time_days){ unit_first(brush->level, from),
				   unit_first(brush->level, to + 1) - 1 };
}

enum { DATE_BYTES = 32, YEAR_MOST = 9999 };

/* "2005-07" in EDTF; years of more digits are not written with months. */
static void print_date(char text[DATE_BYTES], int level, int64_t day)
{
	int64_t year;
	int month, day_of_month, len;

	day_split(day, &year, &month, &day_of_month);
	len = snprintf(text, DATE_BYTES, "%s%04lld-%02d", year < 0 ? "-" : "",
		       (long long)(year < 0 ? -year : year), month);
	if (level < LEVEL_MONTH)
		snprintf(text + len, (size_t)(DATE_BYTES - len), "-%02d", day_of_month);
}

/* The value of the brush as a filter on `*field`. */
static const char *brush_value(const struct time_brush *brush, enum query_field *field,
			       struct arena *arena)
{
	struct time_days days = brush_days(brush);
	int64_t first = year_of(days.first), last = year_of(days.last);
	char from[DATE_BYTES], to[DATE_BYTES];

	*field = QUERY_YEAR;
	if (brush->level >= LEVEL_YEAR || first < -YEAR_MOST || last > YEAR_MOST)
		return first == last ? arena_printf(arena, "%lld", (long long)first)
				     : arena_printf(arena, "%lld..%lld", (long long)first,
						    (long long)last);
	*field = QUERY_DATE;
	print_date(from, brush->level, days.first);
	print_date(to, brush->level, days.last);
	return strcmp(from, to) ? arena_printf(arena, "%s/%s", from, to)
				: arena_strdup(arena, from);
}

/* The query with the brush in it. */
static bool brush_query(struct ui *ui, struct query *query, const char **chip,
			struct arena *arena)
{
	enum query_field field;
	const char *value = brush_value(&ui->time.brush, &field, arena);
	struct query_choice choice = { field, &value, 1 };

	*chip = arena_printf(arena, "%s:%s", query_fields[field].name, value);
	query_copy(query, &ui->query);
	return query_choose(query, ui->world.index, &choice);
}

static void tell_brush(struct ui *ui)
{
	struct query query = { 0 };
	struct arena arena = { 0 };
	const char *chip;

	if (brush_query(ui, &query, &chip, &arena)) {
		struct tally tally =
			list_tally(&ui->world, &query, ui->at.listing, ui->at.thread);

		ui_say(ui, ROLE_STATUS, "%s: %d%s. Enter filters, Esc leaves it.", chip,
		       tally.sure,
		       tally.possible
			       ? arena_printf(&arena, " and %d possible", tally.possible)
			       : "");
	}
	query_release(&query);
	arena_clear(&arena);
}

/* Whole years, or months or days where one has zoomed in so far. */
static int brush_level(int level)
{
	return level < LEVEL_WEEK     ? LEVEL_DAY
	       : level <= LEVEL_MONTH ? LEVEL_MONTH
				      : LEVEL_YEAR;
}

static int64_t cell_of_cursor(const struct ui *ui, int level)
{
	const struct when *when = time_when(ui);
	struct time_days days = { 0, 0 };

	if (when)
		time_known(&when->extent, &days);
	else
		days = ui->time.index.cover.all;
	return unit_cell(level, days.first);
}

const char *act_brush(struct ui *ui, int arg)
{
	struct time_view *view = &ui->time;
	struct time_brush *brush = &view->brush;

	(void)arg;
	if (ui->at.focus != SLOT_TIME)
		return "t shows the time view, in which b marks a range.";
	if (!view->index.count)
		return no_dates;
	if (brush->is_on)
		return time_enter(ui);
	brush->level = brush_level(view->axis.level);
	brush->from = brush->to = cell_of_cursor(ui, brush->level);
	brush->is_on = true;
	tell_brush(ui);
	return NULL;
}

static const char *move_brush(struct ui *ui, int by)
{
	struct time_brush *brush = &ui->time.brush;
	const struct time_days *all = &ui->time.index.cover.all;
	int64_t to = brush->to + by;

	if (to < unit_cell(brush->level, all->first) ||
	    to > unit_cell(brush->level, all->last))
		return by < 0 ? "Nothing is listed before." : "Nothing is listed after.";
	brush->to = to;
	tell_brush(ui);
	return NULL;
}

static const char *take_brush(struct ui *ui)
{
	struct visit here = ui_visit(ui);
	struct query query = { 0 };
	struct arena arena = { 0 };
	const char *chip;
	bool ok = brush_query(ui, &query, &chip, &arena);

	arena_clear(&arena);
	ui->time.brush.is_on = false;
	if (!ok) {
		query_release(&query);
		return "There are too many filters; x removes one.";
	}
	history_push(&ui->history, &here);
	query_release(&ui->query);
	ui->query = query;
	ui->time.is_zoomed = false;
	ui_filtered(ui);
	return NULL;
}

/* --- Common keys ----------------------------------------------------------------------
 */

/* The lane's next place that has the item, or would have it. */
static int place_in_lane(struct time_index *index, int lane, int item)
{
	int at = lane_find(index, &index->lanes[lane], item);

	if (at < 0)
		at = lane_before(index, &index->lanes[lane],
				 index->items[item].known.first);
	return at < index->lanes[lane].count ? at : index->lanes[lane].count - 1;
}

static void select_item(struct ui *ui, int lane, int item)
{
	struct time_view *view = &ui->time;

	view->lane = lane;
	ui_select(ui, view->index.items[item].item);
	if (!view->brush.is_on)
		return;
	view->brush.to =
		unit_cell(view->brush.level, view->index.items[item].known.first);
	tell_brush(ui);
}

/* The item that is selected, else the first of all. */
static int selected(const struct ui *ui)
{
	int item = ui->list.count ? ui->time.index.places[ui->cursor] : -1;

	return item < 0 ? 0 : item;
}

const char *time_move(struct ui *ui, int by)
{
	struct time_view *view = &ui->time;
	struct time_index *index = &view->index;
	int lane = view->lane, at;

	if (!index->count)
		return no_dates;
	at = place_in_lane(index, lane, selected(ui));
	if (ui_is_selected(ui)) /* else first back to the record of the list */
		at += by < 0 ? -1 : 1;
	if (at < 0 && --lane >= 0)
		at = index->lanes[lane].count - 1;
	else if (at >= index->lanes[view->lane].count && ++lane < index->lane_count)
		at = 0;
	if (lane < 0 || lane >= index->lane_count)
		return by < 0 ? "This is the first record of the first lane."
			      : "This is the last record of the last lane.";
	select_item(ui, lane, index->lanes[lane].at[at]);
	return NULL;
}

const char *time_lane_by(struct ui *ui, int by)
{
	struct time_view *view = &ui->time;
	int lane = view->lane + (by < 0 ? -1 : 1);

	if (!view->index.count)
		return no_dates;
	if (lane < 0 || lane >= view->index.lane_count)
		return by < 0 ? "This is the first lane." : "This is the last lane.";
	int at = place_in_lane(&view->index, lane, selected(ui));

	select_item(ui, lane, view->index.lanes[lane].at[at]);
	return NULL;
}

const char *time_end(struct ui *ui, int to_end)
{
	struct time_view *view = &ui->time;
	const struct time_lane *lane = &view->index.lanes[view->lane];

	if (!view->index.count)
		return no_dates;
	select_item(ui, view->lane, lane->at[to_end ? lane->count - 1 : 0]);
	return NULL;
}

const char *time_slide(struct ui *ui, int by)
{
	struct time_view *view = &ui->time;
	int64_t last = view->axis.width - view->cols, step = view->cols / SLIDES + 1;
	int64_t left = view->left + by * step;

	if (view->brush.is_on)
		return move_brush(ui, by);
	if (last <= 0)
		return "All of it is seen; + zooms in.";
	left = left < 0 ? 0 : left > last ? last : left;
	if (left == view->left)
		return by < 0 ? "This is the start of the time."
			      : "This is the end of the time.";
	view->left = left;
	return NULL;
}

const char *time_enter(struct ui *ui)
{
	return ui->time.brush.is_on ? take_brush(ui) : act_follow(ui, 0);
}

bool time_escape(struct ui *ui)
{
	struct time_view *view = &ui->time;

	if (view->brush.is_on)
		view->brush.is_on = false;
	else if (ui->at.is_zoomed)
		ui->at.is_zoomed = false;
	else if (view->is_zoomed)
		view->is_zoomed = false;
	else
		return false;
	return true;
}
