#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/draw.h"
#include "../src/ui/keys.h"
#include "browser.h"
#include "consistent.h"

/* The mouse: what is drawn can be hit, and nothing else. */

static void redraw(void)
{
	ck_assert_ptr_null(ui_consistent(browser.ui));
	ui_draw(browser.ui, &browser.screen);
	ck_assert_ptr_null(screen_consistent(browser.ui, &browser.screen));
}

static void report(enum mouse_act act, int row, int col)
{
	ui_mouse(browser.ui, &(struct mouse){ act, row, col });
	redraw();
}

/* The first cell that belongs to this. */
static bool find(enum spot_kind kind, int index, int *row, int *col)
{
	for (int i = 0; i < browser.screen.rows * browser.screen.cols; i++) {
		const struct spot *spot = &browser.screen.cells[i].spot;

		*row = i / browser.screen.cols;
		*col = i % browser.screen.cols;
		if (spot->kind == kind && spot->index == index)
			return true;
	}
	return false;
}

static void click(enum spot_kind kind, int index)
{
	int row, col;

	ck_assert_msg(find(kind, index, &row, &col), "%d %d is not drawn", (int)kind,
		      index);
	report(MOUSE_CLICK, row, col);
}

static void open_screen(void)
{
	browser_open("DATA", "screen");
	browser_resize(36, 120);
	browser_type("F2");
}

/* A point of a pane that belongs to nothing else. */
static void at_pane(enum slot slot, enum mouse_act act)
{
	struct rect body = layout_body(&browser.ui->layout, slot);

	report(act, body.row + body.rows / 2, body.col + 1);
}

START_TEST(it_is_off_until_it_is_asked_for)
{
	struct ref thread;

	browser_type("F2");
	thread = browser.ui->at.thread;
	ck_assert(!browser.ui->has_mouse);
	ck_assert(browser_says("The mouse is off; F2 turns it on."));
	click(SPOT_TAB, 0);
	ck_assert(ref_equal(browser.ui->at.thread, thread));
	browser_type("F2");
	ck_assert(browser_says("The mouse is on; F2 turns it off"));
	click(SPOT_TAB, 0);
	ck_assert(ref_is_none(browser.ui->at.thread));
}
END_TEST

START_TEST(a_click_on_a_tab_reads_the_thread)
{
	click(SPOT_TAB, 2);
	ck_assert_uint_eq(browser.ui->at.thread.index, 1);
	click(SPOT_TAB, 1);
	ck_assert_uint_eq(browser.ui->at.thread.index, 0);
	browser_type("Backspace");
	ck_assert_uint_eq(browser.ui->at.thread.index, 1);
}
END_TEST

START_TEST(a_click_on_a_row_selects_it)
{
	browser_type("0");
	click(SPOT_ROW, 2);
	ck_assert_int_eq(browser.ui->cursor, 2);
	ck_assert(ui_is_selected(browser.ui));
	click(SPOT_ROW, 1);
	ck_assert_int_eq(browser.ui->cursor, 1);
}
END_TEST

START_TEST(a_click_that_gives_the_focus_does_nothing_else)
{
	const struct view *record = &browser.ui->views[SLOT_RECORD];
	int before = browser.ui->cursor, cursor = record->cursor;

	at_pane(SLOT_RECORD, MOUSE_CLICK);
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	ck_assert_int_eq(record->cursor, cursor);
	at_pane(SLOT_LIST, MOUSE_CLICK);
	ck_assert_int_eq(browser.ui->at.focus, SLOT_LIST);
	ck_assert_int_eq(browser.ui->cursor, before);
}
END_TEST

START_TEST(a_click_on_a_row_of_a_text_goes_to_its_stop)
{
	struct view *record = &browser.ui->views[SLOT_RECORD];
	struct rect body = layout_body(&browser.ui->layout, SLOT_RECORD);
	int row = 0;

	browser_type("Tab");
	while (!record->rows[record->top + row].is_stop ||
	       record->top + row == record->cursor)
		row++;
	report(MOUSE_CLICK, body.row + row, body.col);
	ck_assert_int_eq(record->cursor, record->top + row);
}
END_TEST

START_TEST(a_click_on_a_chip_switches_it)
{
	browser_type("f \"kind:commitment\" Enter");
	ck_assert(query_is_on(&browser.ui->query, 0));
	click(SPOT_CHIP, 0);
	ck_assert(!query_is_on(&browser.ui->query, 0));
	click(SPOT_CHIP, 0);
	ck_assert(query_is_on(&browser.ui->query, 0));
}
END_TEST

START_TEST(the_wheel_scrolls_what_it_is_over)
{
	struct view *record = &browser.ui->views[SLOT_RECORD];

	browser_resize(28, 100);
	browser_type("i");
	int top = record->top;

	ck_assert_int_gt(record->row_count, record->height);
	for (int i = 0; i < 100; i++)
		at_pane(SLOT_RECORD, MOUSE_WHEEL_DOWN);
	ck_assert_int_eq(record->top, record->row_count - record->height);
	ck_assert_int_eq(browser.ui->at.focus, SLOT_LIST);
	for (int i = 0; i < 100; i++)
		at_pane(SLOT_RECORD, MOUSE_WHEEL_UP);
	ck_assert_int_le(record->top, top);
}
END_TEST

START_TEST(the_wheel_scrolls_the_list)
{
	browser_close();
	browser_open("CONTENT", "");
	browser_resize(24, 80);
	browser_type("F2 0 g");
	ck_assert(layout_shows(&browser.ui->layout, SLOT_LIST));
	for (int i = 0; i < 100; i++)
		at_pane(SLOT_LIST, MOUSE_WHEEL_DOWN);
	struct rect body = layout_body(&browser.ui->layout, SLOT_LIST);

	ck_assert_int_gt(browser.ui->list.count, body.rows);
	ck_assert_int_gt(browser.ui->top, 0);
	ck_assert_int_ge(browser.ui->cursor, browser.ui->top);
	for (int i = 0; i < 100; i++)
		at_pane(SLOT_LIST, MOUSE_WHEEL_UP);
	ck_assert_int_eq(browser.ui->top, 0);
}
END_TEST

START_TEST(a_box_covers_what_is_below_it)
{
	int item = browser.ui->cursor;

	browser_type("a");
	click(SPOT_CHOICE, 1);
	ck_assert_int_eq(browser.ui->picker.cursor, 1);
	ck_assert_int_eq(browser.ui->context, IN_PICKER);
	report(MOUSE_WHEEL_UP, 0, 0);
	ck_assert_int_eq(browser.ui->picker.cursor, 0);
	click(SPOT_TAB, 2);
	ck_assert_int_eq(browser.ui->context, IN_PICKER);
	ck_assert_int_eq(browser.ui->cursor, item);
	browser_type("Esc / \"a\"");
	item = browser.ui->cursor;
	report(MOUSE_CLICK, 6, 3);
	ck_assert_int_eq(browser.ui->context, IN_PROMPT);
	ck_assert_int_eq(browser.ui->cursor, item);
}
END_TEST

/* The names of the panes on the rule of a screen of medium size. */
START_TEST(a_click_on_the_name_of_a_pane_shows_it)
{
	browser_resize(24, 80);
	click(SPOT_PANE, SLOT_RELATED);
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RELATED);
	click(SPOT_PANE, SLOT_RECORD);
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
}
END_TEST

START_TEST(every_cell_of_every_size_can_be_hit)
{
	static const int sizes[][2] = { { 1, 1 },   { 3, 10 },	{ 6, 20 },
					{ 12, 40 }, { 24, 80 }, { 28, 100 } };
	int rows = sizes[_i][0], cols = sizes[_i][1];

	browser_resize(rows, cols);
	for (int row = -1; row <= rows; row += 1 + rows / 12)
		for (int col = -1; col <= cols; col += 1 + cols / 12)
			for (int act = MOUSE_CLICK; act <= MOUSE_WHEEL_DOWN; act++) {
				report((enum mouse_act)act, row, col);
				if (browser.ui->context != IN_VIEWS)
					browser_type("Esc");
			}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("mouse");
	TCase *mouse = tcase_create("mouse");

	tcase_set_timeout(mouse, 60);
	tcase_add_checked_fixture(mouse, open_screen, browser_close);
	tcase_add_test(mouse, it_is_off_until_it_is_asked_for);
	tcase_add_test(mouse, a_click_on_a_tab_reads_the_thread);
	tcase_add_test(mouse, a_click_on_a_row_selects_it);
	tcase_add_test(mouse, a_click_that_gives_the_focus_does_nothing_else);
	tcase_add_test(mouse, a_click_on_a_row_of_a_text_goes_to_its_stop);
	tcase_add_test(mouse, a_click_on_a_chip_switches_it);
	tcase_add_test(mouse, the_wheel_scrolls_what_it_is_over);
	tcase_add_test(mouse, the_wheel_scrolls_the_list);
	tcase_add_test(mouse, a_box_covers_what_is_below_it);
	tcase_add_test(mouse, a_click_on_the_name_of_a_pane_shows_it);
	tcase_add_loop_test(mouse, every_cell_of_every_size_can_be_hit, 0, 6);
	suite_add_tcase(suite, mouse);
	return suite_main(suite);
}
