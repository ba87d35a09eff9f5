#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/draw.h"
#include "../src/ui/keys.h"
#include "browser.h"

static void open_small(void)
{
	browser_open("DATA", "small");
	browser_type("0 g");
}

static void open_at_the_start(void)
{
	browser_open("DATA", "small");
}

static struct ref about(enum slot slot)
{
	return view_about(&browser.ui->views[slot]);
}

static void expect_about(enum slot slot, const char *id)
{
	ck_assert_msg(ref_equal(about(slot), browser_ref(id)), "not at %s:\n%s", id,
		      browser_screen());
}

/* --- The start ----------------------------------------------------------- */

START_TEST(a_dossier_opens_on_its_first_thread_and_greets)
{
	ck_assert_int_eq((int)browser.ui->at.thread.index, 0);
	ck_assert_str_eq(browser_listed(), "founding");
	ck_assert(browser_says("The Border of Aral and Bakht. Enter reads"));
	browser_resize(12, 40);
	ck_assert(browser_says("Enter reads"));
	browser_resize(36, 120);
	ck_assert(browser_says("Bakht: 6 events, 2 threads. 1-9 read a thread, Enter "
			       "reads, ? lists the keys, q quits"));
	browser_type("j");
	ck_assert(!browser_says("Enter reads"));
}
END_TEST

START_TEST(quit_search_and_help_are_always_hinted)
{
	static const int sizes[][2] = { { 12, 40 }, { 18, 60 }, { 24, 80 }, { 36, 120 } };

	browser_type("j");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		browser_resize(sizes[i][0], sizes[i][1]);
		ck_assert(browser_says("q quit"));
		ck_assert(browser_says("/ search"));
		ck_assert(browser_says("? help"));
	}
}
END_TEST

/* --- Moving -------------------------------------------------------------- */

START_TEST(cursor_stops_at_both_ends_and_says_so)
{
	browser_type("G j");
	ck_assert_str_eq(browser_listed(), "second-talks");
	ck_assert(browser_says("This is the last row."));
	browser_type("g k");
	ck_assert_str_eq(browser_listed(), "drought");
	ck_assert(browser_says("This is the first row."));
}
END_TEST

START_TEST(the_terminals_cursor_sits_on_the_selected_row)
{
	struct rect list = layout_body(&browser.ui->layout, SLOT_LIST);

	browser_type("j j");
	ck_assert_int_eq(browser.screen.cursor_row, list.row + 2);
	browser_type("Tab");
	ck_assert_int_gt(browser.screen.cursor_row, list.row + list.rows);
	browser_type("y j");
	ck_assert_int_ge(browser.screen.cursor_row, 2);
}
END_TEST

START_TEST(left_and_right_go_from_link_to_link_and_stay_in_the_pane)
{
	browser_type("j j Enter j");
	expect_about(SLOT_RECORD, "unites");
	ck_assert_str_eq(browser_passage(), "praised");
	browser_type("l");
	ck_assert_str_eq(browser_passage(), "drawn");
	browser_type("l");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	ck_assert(browser_says("This is the last link of the row."));
	browser_type("h h");
	ck_assert_str_eq(browser_passage(), "praised");
	ck_assert(browser_says("This is the first link of the row."));
}
END_TEST

START_TEST(a_page_down_turns_the_page)
{
	browser_type("j j Enter g");
	int top = browser.ui->views[SLOT_RECORD].top;

	browser_type("PgDn");
	ck_assert_int_ge(browser.ui->views[SLOT_RECORD].top,
			 top + browser.ui->views[SLOT_RECORD].height - 1);
	browser_type("PgUp");
	ck_assert_int_eq(browser.ui->views[SLOT_RECORD].top, top);
	ck_assert(browser_says("▼"));
}
END_TEST

START_TEST(records_are_stepped_through_from_inside_any_pane)
{
	browser_type("Enter J");
	ck_assert_str_eq(browser_shown(), "founding");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	browser_type("s J K K");
	ck_assert_str_eq(browser_shown(), "drought");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_SOURCE);
	browser_type("K");
	ck_assert(browser_says("This is the first record of the list."));
}
END_TEST

/* --- Claims and words ---------------------------------------------------- */

START_TEST(enter_goes_to_the_claim_then_to_its_words_then_to_who_cites_them)
{
	browser_type("j j Enter");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	expect_about(SLOT_RECORD, "gates");
	browser_type("Enter");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_SOURCE);
	ck_assert_str_eq(browser_passage(), "asked");
	ck_assert(browser_says("We ask for open gates"));
	browser_type("Enter");
	ck_assert(browser_says("These words are cited by"));
	ck_assert(browser_says("Open gates and wells"));
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "talks");
}
END_TEST

START_TEST(claims_are_stepped_through_the_whole_list_with_their_words)
{
	static const struct {
		const char *record, *claim, *passage;
	} claims[] = {
		{ "drought", "drought-cause", "founded" },
		{ "founding", "founding-text", "founded" },
		{ "talks", "gates", "asked" },
		{ "talks", "unites", "praised" },
		{ "talks", "again", "treaty-text" },
		{ "line", "one-night", "drawn" },
		{ "closing", "closed-point", "closed" },
		{ "second-talks", "put-off", "closed" },
	};
	const int count = sizeof claims / sizeof claims[0];

	for (int i = 0; i < 2 * count - 1; i++) {
		int at = i < count ? i : 2 * count - 2 - i;

		ck_assert_str_eq(browser_shown(), claims[at].record);
		expect_about(SLOT_RECORD, claims[at].claim);
		ck_assert_str_eq(browser_passage(), claims[at].passage);
		if (i == count - 1) {
			browser_type("}");
			ck_assert(browser_says("This is the last claim of the list."));
			ck_assert_str_eq(browser_shown(), "second-talks");
		}
		browser_type(i < count - 1 ? "}" : "{");
	}
	ck_assert(browser_says("This is the first claim of the list."));
	ck_assert_int_eq(browser.ui->at.focus, SLOT_LIST);
}
END_TEST

START_TEST(passages_of_the_record_are_stepped_through)
{
	browser_type("j j");
	ck_assert_str_eq(browser_passage(), "asked");
	browser_type("<");
	ck_assert_str_eq(browser_passage(), "praised");
	browser_type("<");
	ck_assert(browser_says("This is the first passage of the record."));
	browser_type("> > >");
	ck_assert_str_eq(browser_passage(), "treaty-text");
	browser_type(">");
	ck_assert(browser_says("This is the last passage of the record."));
}
END_TEST

START_TEST(metadata_unfolds_and_that_is_remembered)
{
	browser_resize(36, 120);
	browser_type("j j");
	ck_assert(!browser_says("water"));
	browser_type("i");
	ck_assert(browser_says("border"));
	browser_type("j k");
	ck_assert(browser.ui->more);
	browser_type("i");
	ck_assert(browser_says("i more"));
}
END_TEST

START_TEST(one_pane_takes_the_whole_screen)
{
	browser_type("j j s z");
	ck_assert(browser.ui->at.is_zoomed);
	ck_assert(!layout_shows(&browser.ui->layout, SLOT_LIST));
	ck_assert(!layout_shows(&browser.ui->layout, SLOT_RECORD));
	browser_type("Esc");
	ck_assert(layout_shows(&browser.ui->layout, SLOT_LIST));
	browser_resize(12, 40);
	browser_type("z");
	ck_assert(browser_says("There is one pane at a time"));
}
END_TEST

START_TEST(escape_backs_out_and_never_quits)
{
	browser_type("Tab Esc");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_LIST);
	browser_type("Esc Esc Esc");
	ck_assert(!ui_is_done(browser.ui));
	browser_type("q");
	ck_assert(ui_is_done(browser.ui));
}
END_TEST

START_TEST(pasted_text_never_runs_commands)
{
	ui_paste(browser.ui, "q");
	ck_assert(!ui_is_done(browser.ui));
	browser_type("/");
	ui_paste(browser.ui, "line\n");
	ck_assert_str_eq(browser.ui->prompt.text.bytes, "line ");
}
END_TEST

START_TEST(a_key_without_a_command_says_so)
{
	browser_type("Q");
	ck_assert(browser_says("Q is not a command; ? lists the keys."));
	browser_type("v Q");
	ck_assert(browser_says("v-Q is not a command; ? lists the keys."));
	browser_type("v Esc j");
	ck_assert_str_eq(browser_listed(), "founding");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ui");
	TCase *start = tcase_create("start"), *moves = tcase_create("moves");
	TCase *claims = tcase_create("claims");

	tcase_add_checked_fixture(start, open_at_the_start, browser_close);
	tcase_add_test(start, a_dossier_opens_on_its_first_thread_and_greets);
	tcase_add_test(start, quit_search_and_help_are_always_hinted);
	suite_add_tcase(suite, start);

	tcase_add_checked_fixture(moves, open_small, browser_close);
	tcase_add_test(moves, cursor_stops_at_both_ends_and_says_so);
	tcase_add_test(moves, the_terminals_cursor_sits_on_the_selected_row);
	tcase_add_test(moves, left_and_right_go_from_link_to_link_and_stay_in_the_pane);
	tcase_add_test(moves, a_page_down_turns_the_page);
	tcase_add_test(moves, records_are_stepped_through_from_inside_any_pane);
	tcase_add_test(moves, one_pane_takes_the_whole_screen);
	tcase_add_test(moves, escape_backs_out_and_never_quits);
	tcase_add_test(moves, pasted_text_never_runs_commands);
	tcase_add_test(moves, a_key_without_a_command_says_so);
	suite_add_tcase(suite, moves);

	tcase_add_checked_fixture(claims, open_small, browser_close);
	tcase_add_test(claims,
		       enter_goes_to_the_claim_then_to_its_words_then_to_who_cites_them);
	tcase_add_test(claims,
		       claims_are_stepped_through_the_whole_list_with_their_words);
	tcase_add_test(claims, passages_of_the_record_are_stepped_through);
	tcase_add_test(claims, metadata_unfolds_and_that_is_remembered);
	suite_add_tcase(suite, claims);
	return suite_main(suite);
}
