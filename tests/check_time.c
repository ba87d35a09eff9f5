#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../src/ui/bars.h"
#include "../src/ui/time_place.h"
#include "../src/ui/time_unit.h"
#include "browser.h"

static struct arena arena;

static void teardown(void)
{
	arena_clear(&arena);
}

static struct when when_of(const char *edtf, bool supplied)
{
	const struct date *date = date_parse(&arena, edtf, strlen(edtf), NULL);

	ck_assert_msg(date != NULL, "%s is no date", edtf);
	return (struct when){ .edtf = edtf,
			      .extent = date_extent(date),
			      .supplied = supplied };
}

static struct time_axis axis_of(int64_t first, int64_t last, int level)
{
	struct time_days *all = arena_alloc(&arena, sizeof *all);

	*all = (struct time_days){ first, last };
	struct time_cover cover = time_cover(all, 1, &arena);

	return axis_make(&cover, level, 80, &arena);
}

/* --- Units ----------------------------------------------------------------- */

static const int64_t days[] = { -3000000, -719529, -719528, -366,  -31,	    -4,	      -3,
				-1,	  0,	   1,	    30,	   31,	    58,	      59,
				364,	  365,	   11016,   20000, 2932896, 999999999 };

START_TEST(every_day_is_in_the_cell_that_has_it)
{
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		int64_t cell = unit_cell(_i, days[i]);

		ck_assert_int_le(unit_first(_i, cell), days[i]);
		ck_assert_int_gt(unit_first(_i, cell + 1), days[i]);
	}
}
END_TEST

START_TEST(lengths_and_labels_are_words)
{
	struct unit_mark mark = { LEVEL_MONTH, day_of(2005, 7, 1), false };

	ck_assert_str_eq(unit_words(LEVEL_YEAR - 1, &arena), "6 months");
	ck_assert_str_eq(unit_words(LEVEL_YEAR, &arena), "1 year");
	ck_assert_str_eq(unit_length(8 * 366, &arena), "8 years");
	ck_assert_str_eq(unit_length(150, &arena), "4 months");
	ck_assert_str_eq(unit_length(1, &arena), "1 day");
	ck_assert_str_eq(unit_label(&mark, &arena), "Jul");
	mark.is_whole = true;
	ck_assert_str_eq(unit_label(&mark, &arena), "Jul 2005");
	mark.level = LEVEL_DAY;
	ck_assert_str_eq(unit_label(&mark, &arena), "1 Jul 2005");
	mark = (struct unit_mark){ LEVEL_DAY, day_of(-44, 1, 1), false };
	ck_assert_str_eq(unit_label(&mark, &arena), "-44");
}
END_TEST

/* --- The axis -------------------------------------------------------------- */

START_TEST(columns_are_days_and_days_columns)
{
	struct time_days some[] = { { day_of(-4000, 1, 1), day_of(-3999, 1, 1) },
				    { day_of(1991, 8, 31), day_of(2007, 1, 1) },
				    { day_of(2016, 1, 1), day_of(2100, 12, 31) } };
	struct time_cover cover = time_cover(some, 3, &arena);
	struct time_axis axis = axis_make(&cover, _i, 80, &arena);
	struct time_days of;

	ck_assert_int_eq(cover.gap_count, 2);
	for (int64_t col = 0; col < axis.width && col < 3000; col++)
		if (axis_days(&axis, col, &of)) {
			ck_assert_int_eq(axis_column(&axis, of.first), col);
			ck_assert_int_eq(axis_column(&axis, of.last), col);
		}
	ck_assert(!axis_days(&axis, -1, &of));
	ck_assert(!axis_days(&axis, axis.width, &of));
	ck_assert_int_eq(axis_column(&axis, INT64_MIN), -1);
	ck_assert_int_eq(axis_column(&axis, INT64_MAX), axis.width);
}
END_TEST

START_TEST(an_axis_fits_every_width)
{
	struct time_days some[] = { { day_of(-4000, 1, 1), day_of(-4000, 12, 31) },
				    { day_of(2100, 1, 1), day_of(2100, 12, 31) } };
	struct time_cover cover = time_cover(some, 2, &arena);

	for (int width = 2; width <= 300; width++)
		ck_assert_int_le(axis_fit(&cover, width, &arena).width, width);
	ck_assert_str_eq(axis_fit(&cover, 60, &arena).runs[1].fold, "6099 years");
}
END_TEST

/* --- Bars: years from 1930 to 1940, a cell each ------------------------------ */

/* clang-format off */
static const struct {
	const char *edtf;
	bool supplied;
	int level;
	const char *want;
} bars[] = {
	{ "1935-03-30",            false, LEVEL_YEAR, "     ◆" },
	{ "1935-03-30",            true,  LEVEL_YEAR, "     ◇" },
	{ "1935",                  false, LEVEL_YEAR, "     ◆" },
	{ "1930-03",               false, LEVEL_MONTH, "  ◆" },
	{ "1930",                  false, LEVEL_MONTH, "┝╍╍╍╍╍╍╍╍╍╍┥" },
	{ "1930-21",               true,  LEVEL_MONTH, "  ├┄┤" },
	{ "193X",                  false, LEVEL_YEAR, "┝╍╍╍╍╍╍╍╍┥" },
	{ "1932/1936",             false, LEVEL_YEAR, "  █████" },
	{ "1932/1936",             true,  LEVEL_YEAR, "  ▒▒▒▒▒" },
	{ "1930-02/1930-08",       false, LEVEL_MONTH, " ███████" },
	{ "1930/1931",             false, LEVEL_YEAR - 1, "╍██╍" },
	{ "1934/..",               false, LEVEL_YEAR, "    ◆╍╍▸" },
	{ "1934/",                 false, LEVEL_YEAR, "    ◆╍╍?" },
	{ "../1934",               false, LEVEL_YEAR, " ◂╍╍◆" },
	{ "1934?",                 false, LEVEL_YEAR, "    ◆?" },
	{ "1934~",                 true,  LEVEL_YEAR, "   ┄◇┄" },
	{ "{1932,1934}",           false, LEVEL_YEAR, "  ◆╍◆" },
	{ "[1932,1935]",           true,  LEVEL_YEAR, "  ◇┄┄◇" },
};
/* clang-format on */

START_TEST(a_bar_shows_no_more_than_is_known)
{
	struct time_axis axis =
		axis_of(day_of(1930, 1, 1), day_of(1940, 12, 31), bars[_i].level);
	struct when when = when_of(bars[_i].edtf, bars[_i].supplied);
	struct time_bar bar = time_bar(&axis, &when);
	struct canvas canvas;
	char text[1024] = "";

	canvas_init(&canvas, 1, 20);
	bar_draw(&bar, &(struct axis_part){ &axis, 0, { 0, 0, 1, 20 }, 1, 0 }, &canvas,
		 ROLE_DATE);
	FILE *out = fmemopen(text, sizeof text, "w");

	canvas_dump(&canvas, out, false);
	fclose(out);
	text[strcspn(text, "\n")] = '\0';
	ck_assert_msg(!strcmp(text, bars[_i].want), "%s: got \"%s\", want \"%s\"",
		      bars[_i].edtf, text, bars[_i].want);
	canvas_release(&canvas);
}
END_TEST

/* --- The index --------------------------------------------------------------- */

/* So many events, one a day; every tenth lasts for a hundred days. */
struct many {
	struct dossier dossier;
	struct list list;
	struct time_index index;
};

static void make_many(struct many *many, int count)
{
	struct event *events = arena_array(&arena, (size_t)count, sizeof *events);

	*many = (struct many){ .dossier = { .events = events } };
	many->dossier.counts[KIND_EVENT] = count;
	many->list.items = arena_array(&arena, (size_t)count, sizeof *many->list.items);
	many->list.count = count;
	for (int i = 0; i < count; i++) {
		int64_t last = i + (i % 10 ? 0 : 100);

		events[i].title = "An event";
		events[i].type = (enum event_type)(1 + i % 5);
		events[i].date.edtf = "";
		events[i].date.extent = (struct date_extent){
			i, i, last, last, .is_given = true, .is_interval = !(i % 10)
		};
		many->list.items[i] = (struct item){ .ref = { KIND_EVENT, (uint32_t)i },
						     .truth = TRUTH_YES };
	}
	many->index = time_index(&many->list, &many->dossier, &arena);
	many->index.by = LANES_TYPE;
	time_part(&many->index, &many->list,
		  &(struct list_world){ .dossier = &many->dossier }, &arena);
}

START_TEST(a_lane_knows_what_lies_in_some_days)
{
	struct many many;
	struct time_days some = { 200, 230 };

	make_many(&many, 500);
	ck_assert_int_eq(many.index.lane_count, 5);
	for (int i = 0; i < many.index.lane_count; i++) {
		const struct time_lane *lane = &many.index.lanes[i];
		int within = 0, found = 0;

		for (int at = 0; at < lane->count; at++) {
			const struct time_item *item = &many.index.items[lane->at[at]];

			within += item->known.first <= some.last &&
				  item->last >= some.first;
			ck_assert_int_eq(lane_find(&many.index, lane, lane->at[at]), at);
		}
		for (int at = lane_next(&many.index, lane, 0, &some); at < lane->count;
		     at = lane_next(&many.index, lane, at + 1, &some))
			found++;
		ck_assert_int_eq(found, within);
		ck_assert_int_eq(lane_count(&many.index, lane, &some).within, within);
	}
}
END_TEST

/* The steps of placing what a window of 100 columns and 40 rows shows. */
static long steps_of(int count, int level)
{
	struct many many;
	struct time_axis axis;

	make_many(&many, count);
	axis = level < 0 ? axis_fit(&many.index.cover, 100, &arena)
			 : axis_make(&many.index.cover, level, 100, &arena);
	struct time_scene scene = { .index = &many.index,
				    .window = { &axis, axis.width / 2, 100 },
				    .list = &many.list,
				    .dossier = &many.dossier,
				    .item = count / 2,
				    .lane = 0 };

	scene.window.left = level < 0 ? 0 : axis.width / 2;
	many.index.steps = 0;
	struct time_picture picture = time_place(&scene, &arena);

	ck_assert(picture.is_dense == (level < 0));
	ck_assert_int_le(picture.count, PLACED_MOST);
	time_seen(&scene, &picture, (struct time_rows){ 0, 10 }, &arena);
	return many.index.steps;
}

START_TEST(work_does_not_grow_with_the_list)
{
	/* Twice the steps for a hundred times the events: binary searches. */
	ck_assert_int_le(steps_of(100000, -1), 2 * steps_of(1000, -1));
	ck_assert_int_le(steps_of(100000, LEVEL_DAY), 2 * steps_of(1000, LEVEL_DAY));
	ck_assert_int_le(steps_of(100000, -1), 50000);
}
END_TEST

/* --- In the browser ------------------------------------------------------------ */

static void open_dates(void)
{
	browser_open("DATA", "dates");
	browser_resize(36, 120);
	browser_type("0 t");
}

static const char *query_now(void)
{
	struct buf text = BUF_INIT;

	query_print(&browser.ui->query, &text);
	const char *copy = arena_strdup(&arena, text.bytes);

	buf_release(&text);
	return copy;
}

START_TEST(moving_selects_in_the_list)
{
	browser_type("g");
	ck_assert_str_eq(browser_listed(), "reign");
	browser_type("j");
	ck_assert_str_eq(browser_listed(), "day");
	ck_assert_str_eq(browser_shown(), "day");
	browser_type("j j");
	ck_assert_int_eq(browser.ui->time.lane, 1);
	ck_assert_str_eq(browser_listed(), "supplied-reign");
	browser_type("PgDn G");
	ck_assert_str_eq(browser_listed(), "much-later");
}
END_TEST

START_TEST(enter_reads_and_back_returns)
{
	browser_type("g j Enter");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	ck_assert(!layout_shows(&browser.ui->layout, SLOT_TIME));
	browser_type("Backspace");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_TIME);
	browser_type("Tab");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_LIST);
	ck_assert(layout_shows(&browser.ui->layout, SLOT_TIME));
	browser_type("Tab Esc");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_LIST);
	ck_assert(layout_shows(&browser.ui->layout, SLOT_RECORD));
}
END_TEST

START_TEST(a_range_becomes_a_filter_by_year)
{
	browser_type("g b l l");
	ck_assert(browser_says("year:1931..1933"));
	browser_type("Esc");
	ck_assert_str_eq(query_now(), "");
	browser_type("b l l Enter");
	ck_assert_str_eq(query_now(), "year:1931..1933");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_TIME);
	browser_type("Backspace");
	ck_assert_str_eq(query_now(), "");
}
END_TEST

START_TEST(a_range_is_as_fine_as_the_zoom)
{
	browser_type("g j + + b l Enter");
	ck_assert_str_eq(query_now(), "date:1939-03/1939-04");
	browser_type("x");
	browser_type("+ + + + + + + + b Enter");
	ck_assert_str_eq(query_now(), "date:1939-03-30");
}
END_TEST

START_TEST(zooming_keeps_the_record_where_it_is)
{
	browser_type("g j");
	for (int i = 0; i < 12; i++) {
		const struct time_view *view = &browser.ui->time;

		browser_type("+");
		ck_assert_int_ge(view->picture.selected, 0);
	}
	ck_assert_int_eq(browser.ui->time.axis.level, LEVEL_DAY);
	browser_type("_ _ _ _ _ _ _ _ _ _ _ _");
	ck_assert(!browser.ui->time.is_zoomed);
	ck_assert(browser_says("All of it is seen"));
}
END_TEST

START_TEST(each_press_takes_other_lanes)
{
	static const char *const titles[] = { "Time by actor", "Time by place",
					      "Time by type", "Time ", "Time by thread" };

	for (int i = 0; i < LANES_COUNT; i++) {
		browser_type("t");
		ck_assert(browser_says(titles[i]));
	}
}
END_TEST

START_TEST(the_strip_fits_every_width)
{
	struct ui *ui = browser.ui;
	struct rect line = ui->layout.timeline;

	for (int rows = 1; rows <= 2; rows++)
		for (int cols = 1; cols <= 300; cols++) {
			struct canvas canvas;

			canvas_init(&canvas, rows, cols);
			ui->layout.timeline = (struct rect){ 0, 0, rows, cols };
			strip_settle(ui);
			bars_timeline(ui, &canvas);
			ck_assert(ui->strip.axis.width > 0);
			canvas_release(&canvas);
		}
	ui->layout.timeline = line;
}
END_TEST

/* --- All --------------------------------------------------------------------- */

int main(void)
{
	Suite *suite = suite_create("time");
	TCase *plain = tcase_create("axis"), *live = tcase_create("view");

	tcase_set_timeout(plain, 60);
	tcase_set_timeout(live, 60);
	tcase_add_checked_fixture(plain, NULL, teardown);
	tcase_add_loop_test(plain, every_day_is_in_the_cell_that_has_it, 0,
			    LEVEL_YEAR + 12);
	tcase_add_test(plain, lengths_and_labels_are_words);
	tcase_add_loop_test(plain, columns_are_days_and_days_columns, 0, LEVEL_YEAR + 12);
	tcase_add_test(plain, an_axis_fits_every_width);
	tcase_add_loop_test(plain, a_bar_shows_no_more_than_is_known, 0,
			    sizeof bars / sizeof bars[0]);
	tcase_add_test(plain, a_lane_knows_what_lies_in_some_days);
	tcase_add_test(plain, work_does_not_grow_with_the_list);
	suite_add_tcase(suite, plain);

	tcase_add_checked_fixture(live, open_dates, browser_close);
	tcase_add_checked_fixture(live, NULL, teardown);
	tcase_add_test(live, moving_selects_in_the_list);
	tcase_add_test(live, enter_reads_and_back_returns);
	tcase_add_test(live, a_range_becomes_a_filter_by_year);
	tcase_add_test(live, a_range_is_as_fine_as_the_zoom);
	tcase_add_test(live, zooming_keeps_the_record_where_it_is);
	tcase_add_test(live, each_press_takes_other_lanes);
	tcase_add_test(live, the_strip_fits_every_width);
	suite_add_tcase(suite, live);
	return suite_main(suite);
}
