#include "config.h"

#include "suite.h"

#include <string.h>

#include "../src/ui/views.h"
#include "browser.h"

/* Walking the graph of relations, and the path between two records. */

static void open_ferry(void)
{
	browser_open("DATA", "relations.yaml");
	browser_resize(36, 120);
	browser_type("j j j j");
	ck_assert_str_eq(browser_shown(), "charter");
}

static const struct view *related(void)
{
	return &browser.ui->views[SLOT_RELATED];
}

/* --- The graph -------------------------------------------------------------------- */

START_TEST(the_graph_has_the_record_in_the_middle)
{
	browser_type("r");
	ck_assert_int_gt(related()->graph_rows, 0);
	ck_assert(ref_equal(view_target(related()), browser.ui->at.shown));
	browser_type("k");
	ck_assert(ref_equal(view_target(related()), browser_ref("petition")));
	browser_type("j j j");
	ck_assert(ref_equal(view_target(related()), browser_ref("first-trip")));
}
END_TEST

START_TEST(enter_in_the_graph_walks_on_in_it)
{
	browser_type("r k Enter");
	ck_assert_str_eq(browser_shown(), "petition");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RELATED);
	ck_assert(ref_equal(view_target(related()), browser_ref("petition")));
	browser_type("k Enter");
	ck_assert_str_eq(browser_shown(), "old-boat");
	browser_type("Backspace Backspace");
	ck_assert_str_eq(browser_shown(), "charter");
	browser_type("j Enter"); /* the middle is the record itself */
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
}
END_TEST

START_TEST(enter_in_the_list_reads_the_record)
{
	browser_type("r");
	while (related()->cursor < related()->graph_rows)
		browser_type("j");
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "storm");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
}
END_TEST

START_TEST(the_depth_has_two_ends)
{
	browser_type(")");
	ck_assert(browser_says("r shows relations"));
	browser_type("r");
	int rows = related()->graph_rows;

	ck_assert(!browser_says("Two links away"));
	browser_type(")");
	ck_assert_int_gt(related()->graph_rows, rows);
	browser_type(") )");
	ck_assert_int_eq(browser.ui->depth, 3);
	ck_assert(browser_says("three links away at most"));
	browser_type("G");
	ck_assert(browser_says("Two links away") || browser_says("Three links away"));
	browser_type("( ( (");
	ck_assert_int_eq(browser.ui->depth, 1);
	ck_assert(browser_says("own relations"));
	ck_assert_int_eq(related()->graph_rows, rows);
}
END_TEST

START_TEST(relations_of_claims_are_those_of_the_event)
{
	const struct view *view = related();
	int commitments = 0;

	browser_type("r");
	for (int i = 0; i < view->row_count; i++) {
		struct arena arena = { 0 };

		commitments += strstr(row_text(&view->rows[i], &arena),
				      "commitment: The Council promises") != NULL;
		arena_clear(&arena);
	}
	ck_assert_int_eq(commitments, 2);
}
END_TEST

START_TEST(on_a_low_screen_the_list_is_alone)
{
	browser_type("r");
	browser_resize(18, 60);
	ck_assert_int_eq(related()->graph_rows, 0);
	browser_resize(36, 120);
	ck_assert_int_gt(related()->graph_rows, 0);
}
END_TEST

START_TEST(a_source_in_the_middle_cites_as_before)
{
	browser_type("Enter Enter Enter");
	ck_assert(browser_says("These words are cited by"));
	browser_type("Esc");
}
END_TEST

/* --- The path --------------------------------------------------------------------- */

START_TEST(a_path_is_a_view_of_its_own)
{
	browser_type("P \"last trip\" Enter");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_PATH);
	ck_assert(browser_says("Path › Charter of the Lunn ferry › Last trip"));
	ck_assert(browser_says("2 links"));
	ck_assert(browser_says("ended by"));
	ck_assert(browser_says("no passage"));
	ck_assert(browser_says("motivates"));
	ck_assert(browser_says("The strike ended what the petition began."));
	browser_type("Esc");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_LIST);
	ck_assert_str_eq(browser_shown(), "charter");
	browser_type("Backspace");
	browser_type("]");
}
END_TEST

START_TEST(claims_of_a_path_are_walked)
{
	const struct view *path = &browser.ui->views[SLOT_PATH];
	int at;

	browser_type("P \"last trip\" Enter");
	ck_assert_int_eq(view_claims(path, &at), 2);
	ck_assert_int_eq(at, 1);
	browser_type("}");
	view_claims(path, &at);
	ck_assert_int_eq(at, 2);
	browser_type("}");
	ck_assert(browser_says("last claim"));
	browser_type("Enter");
	ck_assert_str_eq(browser_passage(), "m2");
	browser_type("[");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_PATH);
	view_claims(path, &at);
	ck_assert_int_eq(at, 2);
}
END_TEST

START_TEST(a_record_on_the_path_is_opened)
{
	browser_type("P \"last trip\" Enter");
	ck_assert(browser_go_to("bridge"));
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "bridge");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
}
END_TEST

START_TEST(from_a_path_another_one_is_chosen)
{
	browser_type("P \"last trip\" Enter P \"storm\" Enter");
	ck_assert(browser_says("Path › Charter of the Lunn ferry › Storm"));
	browser_type("[");
	ck_assert(browser_says("Path › Charter of the Lunn ferry › Last trip"));
}
END_TEST

START_TEST(what_is_not_a_relation_says_so)
{
	browser_type("P \"regatta\" Enter");
	ck_assert(browser_says("Relations alone do not connect the two."));
	ck_assert(browser_says("involves"));
	ck_assert(browser_says("not a relation"));
}
END_TEST

START_TEST(without_a_path_the_nearest_reach_is_named)
{
	browser_type("P \"eclipse\" Enter");
	ck_assert(browser_says("Nothing connects the two."));
	ck_assert(browser_says("Strike of the"));
	browser_type("[ G k k j P \"hermit\" Enter");
	ck_assert(browser_says("Nothing connects the two."));
}
END_TEST

START_TEST(nothing_shown_has_no_path)
{
	browser_type("f \"nosuchword\" Enter P");
	ck_assert(browser_says("No record is shown."));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("relations");
	TCase *graph = tcase_create("graph"), *path = tcase_create("path");

	tcase_add_checked_fixture(graph, open_ferry, browser_close);
	tcase_add_test(graph, the_graph_has_the_record_in_the_middle);
	tcase_add_test(graph, enter_in_the_graph_walks_on_in_it);
	tcase_add_test(graph, enter_in_the_list_reads_the_record);
	tcase_add_test(graph, the_depth_has_two_ends);
	tcase_add_test(graph, relations_of_claims_are_those_of_the_event);
	tcase_add_test(graph, on_a_low_screen_the_list_is_alone);
	tcase_add_test(graph, a_source_in_the_middle_cites_as_before);
	suite_add_tcase(suite, graph);

	tcase_add_checked_fixture(path, open_ferry, browser_close);
	tcase_add_test(path, a_path_is_a_view_of_its_own);
	tcase_add_test(path, claims_of_a_path_are_walked);
	tcase_add_test(path, a_record_on_the_path_is_opened);
	tcase_add_test(path, from_a_path_another_one_is_chosen);
	tcase_add_test(path, what_is_not_a_relation_says_so);
	tcase_add_test(path, without_a_path_the_nearest_reach_is_named);
	tcase_add_test(path, nothing_shown_has_no_path);
	suite_add_tcase(suite, path);
	return suite_main(suite);
}
