#include "config.h"

#include "suite.h"

#include <string.h>

#include "browser.h"

/* Threads, listings, following links, and the way back. */

static void open_small(void)
{
	browser_open("DATA", "small");
	browser_type("0 g");
}

static void open_screen(void)
{
	browser_open("DATA", "screen");
}

/* --- Following ----------------------------------------------------------- */

START_TEST(a_link_to_a_listed_record_selects_it)
{
	browser_type("j j j r");
	ck_assert(browser_go_to("talks"));
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert_str_eq(browser_listed(), "talks");
	ck_assert(ui_is_selected(browser.ui));
}
END_TEST

START_TEST(a_link_to_a_record_of_another_kind_leaves_the_list_alone)
{
	browser_type("j j Enter");
	ck_assert(browser_go_to("karim"));
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "karim");
	ck_assert_str_eq(browser_listed(), "talks");
	ck_assert(!ui_is_selected(browser.ui));
	ck_assert(browser_says("(not in this list)"));
}
END_TEST

START_TEST(a_backlink_from_a_point_leads_to_its_place_in_the_event)
{
	browser_type("j j Enter");
	ck_assert(browser_go_to("karim"));
	browser_type("Enter");
	ck_assert(browser_go_to("talks"));
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert_str_eq(browser_passage(), "asked");
}
END_TEST

START_TEST(the_list_row_always_reopens_its_record)
{
	browser_type("j j Enter");
	ck_assert(browser_go_to("karim"));
	browser_type("Enter Esc");
	ck_assert_str_eq(browser_shown(), "karim");
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
}
END_TEST

/* --- The way back -------------------------------------------------------- */

START_TEST(back_restores_record_pane_filters_and_thread)
{
	browser_type("1 g j Enter j j");
	int cursor = browser.ui->views[SLOT_RECORD].cursor;

	browser_type("2 g f \"kind:position\" Enter");
	ck_assert_int_eq(query_count(&browser.ui->query), 1);
	browser_type("Backspace");
	ck_assert_int_eq(query_count(&browser.ui->query), 0);
	ck_assert_str_eq(browser_shown(), "second-talks");
	browser_type("[");
	ck_assert_int_eq((int)browser.ui->at.thread.index, 0);
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	ck_assert_int_eq(browser.ui->views[SLOT_RECORD].cursor, cursor);
	ck_assert(browser_says("Back: "));
	browser_type("] ]");
	ck_assert_int_eq(query_count(&browser.ui->query), 1);
	ck_assert_int_eq((int)browser.ui->at.thread.index, 1);
	browser_type("]");
	ck_assert(browser_says("There is nothing to go forward to."));
}
END_TEST

START_TEST(filters_that_were_off_come_back_off)
{
	browser_type("f \"actor:wada\" Enter \\ 1 Backspace");
	ck_assert_int_eq(query_count(&browser.ui->query), 1);
	ck_assert(!query_is_on(&browser.ui->query, 0));
}
END_TEST

START_TEST(at_the_first_visit_there_is_no_way_back)
{
	for (int i = 0; i < 3; i++)
		browser_type("[");
	ck_assert(browser_says("There is nothing to go back to."));
}
END_TEST

START_TEST(history_is_bounded)
{
	for (int i = 0; i < HISTORY_MOST; i++)
		browser_type("1 0");
	for (int i = 0; i < 2 * HISTORY_MOST; i++)
		browser_type("[");
	ck_assert(browser_says("There is nothing to go back to."));
}
END_TEST

/* --- Threads ------------------------------------------------------------- */

START_TEST(a_thread_opens_on_the_step_that_it_is_named_for)
{
	browser_type("2");
	ck_assert_str_eq(browser_listed(), "theft");
	ck_assert(browser_says("What was signed, what was missed, and who noticed."));
	browser_type("k 1 2");
	ck_assert_str_eq(browser_listed(), "treaty");
}
END_TEST

START_TEST(a_tab_has_the_short_title_where_room_is_short)
{
	ck_assert(
		strstr(browser_line(0), "From the treaty of Klow to the broken border"));
	browser_resize(18, 60);
	ck_assert(strstr(browser_line(0), "2 Border 3"));
}
END_TEST

START_TEST(each_thread_remembers_its_place)
{
	browser_type("1 g j j 2 g j 1");
	ck_assert_str_eq(browser_listed(), "line");
	browser_type("2");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("9");
	ck_assert(browser_says("There is no such thread"));
}
END_TEST

START_TEST(all_events_keep_the_event_that_is_read)
{
	browser_type("1 G 0");
	ck_assert_str_eq(browser_listed(), "line");
	ck_assert_str_eq(browser_shown(), "line");
	ck_assert(ref_is_none(browser.ui->at.thread));
	browser_type("0");
	ck_assert(browser_says("All events are listed."));
}
END_TEST

START_TEST(a_thread_keeps_the_curators_order)
{
	browser_type("2 g");
	ck_assert_str_eq(browser_listed(), "second-talks");
	browser_type("j");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("G");
	ck_assert_str_eq(browser_listed(), "closing");
}
END_TEST

START_TEST(the_same_digit_opens_the_page_and_closes_it)
{
	browser_type("2 2");
	ck_assert(browser.ui->at.is_page);
	ck_assert(browser_says("Who closed them and why."));
	browser_type("J");
	ck_assert(browser_says("Esc leaves the page."));
	browser_type("2");
	ck_assert(!browser.ui->at.is_page);
	browser_type("v t");
	ck_assert(browser.ui->at.is_page);
	browser_type("Esc");
	ck_assert(!browser.ui->at.is_page);
	ck_assert_int_eq(browser.ui->at.focus, SLOT_LIST);
}
END_TEST

START_TEST(claims_on_the_page_are_the_pages_own)
{
	browser_type("1 1");
	const char *shown = browser_shown();

	browser_type("} } }");
	ck_assert_str_eq(browser_shown(), shown);
	ck_assert(view_row(&browser.ui->views[SLOT_PAGE])->is_claim);
	for (int i = 0; i < 9; i++)
		browser_type("}");
	ck_assert(browser_says("This is the last claim of the page."));
}
END_TEST

START_TEST(enter_on_a_step_of_the_page_opens_its_record)
{
	browser_type("1 1");
	ck_assert(browser_go_to("line"));
	browser_type("Enter");
	ck_assert(!browser.ui->at.is_page);
	ck_assert_str_eq(browser_shown(), "line");
	ck_assert_str_eq(browser_listed(), "line");
	browser_type("[");
	ck_assert(browser.ui->at.is_page);
}
END_TEST

START_TEST(a_page_needs_a_thread)
{
	browser_type("v t");
	ck_assert(browser_says("No thread is read: 1 to 9 choose one."));
}
END_TEST

/* --- Listings ------------------------------------------------------------ */

/* clang-format off */
static const struct {
	const char *key, *crumb, *shown;
	int count;
} listings[] = {
	{ "a", "Actors › ",      "aral",   5 },
	{ "p", "Places › ",      "steppe", 2 },
	{ "s", "Sources › ",     "gazette", 2 },
	{ "c", "Commitments › ", "talks",  1 },
	{ "o", "Points › ",      "drought", 8 },
	{ "q", "Passages › ",    "drawn",  7 },
	{ "r", "Relations › ",   "rel-member", 4 },
	{ "e", "Events › ",      "drought", 6 },
};
/* clang-format on */

START_TEST(every_kind_of_record_has_a_list)
{
	browser_type("1 v");
	ck_assert(browser_says("List commitments"));
	browser_type(listings[_i].key);
	ck_assert_int_eq(browser.ui->list.count, listings[_i].count);
	ck_assert_msg(strstr(browser_line(1), listings[_i].crumb), "%s", browser_line(1));
	browser_type("g");
	ck_assert_str_eq(browser_shown(), listings[_i].shown);
	browser_type("Enter");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	browser_type("Esc G K");
}
END_TEST

START_TEST(warnings_are_listed_with_the_problems)
{
	browser_type("!");
	ck_assert_int_eq(browser.ui->list.count, browser.diags.warning_count);
	ck_assert(browser_says("warning"));
	ck_assert(strstr(browser_line(1), "Problems › "));
	browser_type("Enter a");
	ck_assert(browser_says("Problems are not filtered"));
	browser_type("v e");
	ck_assert_int_eq(browser.ui->at.listing, LIST_EVENTS);
}
END_TEST

int main(void)
{
	const int listing_count = sizeof listings / sizeof listings[0];
	Suite *suite = suite_create("places");
	TCase *ways = tcase_create("ways"), *threads = tcase_create("threads");
	TCase *opening = tcase_create("opening"), *lists = tcase_create("listings");

	tcase_add_checked_fixture(ways, open_small, browser_close);
	tcase_add_test(ways, a_link_to_a_listed_record_selects_it);
	tcase_add_test(ways, a_link_to_a_record_of_another_kind_leaves_the_list_alone);
	tcase_add_test(ways, a_backlink_from_a_point_leads_to_its_place_in_the_event);
	tcase_add_test(ways, the_list_row_always_reopens_its_record);
	tcase_add_test(ways, back_restores_record_pane_filters_and_thread);
	tcase_add_test(ways, filters_that_were_off_come_back_off);
	tcase_add_test(ways, at_the_first_visit_there_is_no_way_back);
	tcase_add_test(ways, history_is_bounded);
	suite_add_tcase(suite, ways);

	tcase_add_checked_fixture(opening, open_screen, browser_close);
	tcase_add_test(opening, a_thread_opens_on_the_step_that_it_is_named_for);
	tcase_add_test(opening, a_tab_has_the_short_title_where_room_is_short);
	suite_add_tcase(suite, opening);

	tcase_add_checked_fixture(threads, open_small, browser_close);
	tcase_add_test(threads, each_thread_remembers_its_place);
	tcase_add_test(threads, all_events_keep_the_event_that_is_read);
	tcase_add_test(threads, a_thread_keeps_the_curators_order);
	tcase_add_test(threads, the_same_digit_opens_the_page_and_closes_it);
	tcase_add_test(threads, claims_on_the_page_are_the_pages_own);
	tcase_add_test(threads, enter_on_a_step_of_the_page_opens_its_record);
	tcase_add_test(threads, a_page_needs_a_thread);
	suite_add_tcase(suite, threads);

	tcase_add_checked_fixture(lists, open_small, browser_close);
	tcase_add_test(lists, warnings_are_listed_with_the_problems);
	tcase_add_loop_test(lists, every_kind_of_record_has_a_list, 0, listing_count);
	suite_add_tcase(suite, lists);
	return suite_main(suite);
}
