#include "config.h"

#include "suite.h"

#include <string.h>

#include "browser.h"

/* Filters, facets, chips and searches. */

static void open_small(void)
{
	browser_open("DATA", "small");
	browser_type("0 g");
}

static int filters(void)
{
	return query_count(&browser.ui->query);
}

START_TEST(selection_survives_filters_and_sizes)
{
	browser_type("j j j f \"actor:wada\" Enter");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("\\");
	ck_assert_str_eq(browser_listed(), "line");
	browser_type("\\ x");
	ck_assert_str_eq(browser_listed(), "line");
	browser_resize(12, 40);
	ck_assert_str_eq(browser_listed(), "line");
	browser_resize(1, 1);
	browser_resize(36, 120);
	ck_assert_str_eq(browser_listed(), "line");
}
END_TEST

START_TEST(possible_hits_are_told_apart_and_counted)
{
	browser_type("f \"year:2007\" Enter");
	ck_assert_int_eq(browser.ui->list.count, 1);
	ck_assert_int_eq(browser.ui->list.possible_count, 1);
	ck_assert(strstr(browser_line(1), "0 of 6 · 1 possible"));
	ck_assert(strstr(browser_line(0), "0 All 0/6"));
	ck_assert(strstr(browser_line(2), "▶?"));
}
END_TEST

START_TEST(a_sure_hit_is_selected_before_a_possible_one)
{
	browser_type("j f \"year:1995,2006\" Enter");
	ck_assert_int_eq(browser.ui->list.possible_count, 1);
	ck_assert_str_eq(browser_listed(), "closing");
}
END_TEST

START_TEST(an_empty_list_names_the_filter_and_shows_nothing)
{
	browser_type("f \"nosuch\" Enter f \"actor:wada\" Enter");
	ck_assert(browser_says("No records match nosuch actor:wada"));
	ck_assert(browser_says("removing nosuch leaves 1"));
	ck_assert_str_eq(browser_shown(), "");
	ck_assert(browser_says("Nothing is selected."));
	browser_type("Enter");
	ck_assert(browser_says("Nothing is selected."));
	browser_type("x x");
	ck_assert_int_eq(browser.ui->list.count, 6);
	ck_assert_str_eq(browser_shown(), "drought");
}
END_TEST

START_TEST(a_filter_too_many_is_rejected_with_the_reason)
{
	int visits;

	for (int i = 0; i < QUERY_TERMS_MOST; i++)
		browser_type("f a Enter");
	visits = browser.ui->history.count;
	browser_type("f a Enter");
	ck_assert_int_eq(browser.ui->context, IN_PROMPT);
	ck_assert_str_ne(browser.ui->prompt.fault.bytes, "");
	ck_assert_int_eq(filters(), QUERY_TERMS_MOST);
	ck_assert_int_eq(browser.ui->history.count, visits);
}
END_TEST

START_TEST(a_wrong_query_is_explained_and_changes_nothing)
{
	browser_type("f \"actr:x\" Enter");
	ck_assert_int_eq(browser.ui->context, IN_PROMPT);
	ck_assert(browser_says("did you mean \"actor:\"?"));
	ck_assert_int_eq(filters(), 0);
	browser_type("Esc");
	ck_assert_int_eq(browser.ui->context, IN_VIEWS);
}
END_TEST

START_TEST(a_filter_that_is_typed_says_what_it_gives)
{
	browser_type("f \"actor:wada\"");
	ck_assert_str_eq(browser.ui->prompt.note.bytes, "1 of 6");
	browser_type("Enter");
	ck_assert(strstr(browser_line(1), "1 of 6"));
}
END_TEST

START_TEST(words_on_the_screen_are_words_of_queries)
{
	browser_resize(36, 120);
	browser_type("j j");
	ck_assert(browser_says("visitor"));
	ck_assert(browser_says("host"));
	ck_assert(browser_says("· visit"));
	browser_type("f \"role:visitor actor:wada\" Enter");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("x f \"role:host actor:karim\" Enter");
	ck_assert_str_eq(browser_listed(), "talks");
}
END_TEST

START_TEST(a_filter_by_kind_opens_an_event_at_the_point)
{
	browser_resize(36, 120);
	browser_type("f \"kind:commitment\" Enter");
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert(ref_equal(view_about(&browser.ui->views[SLOT_RECORD]),
			    browser_ref("again")));
	ck_assert_str_eq(browser_passage(), "treaty-text");
	ck_assert(browser_says("broken"));
	ck_assert(browser_says("The gates were closed first."));
}
END_TEST

/* --- Facets and chips ---------------------------------------------------- */

START_TEST(a_year_is_picked_by_typing_it)
{
	browser_type("y \"2001\" Enter");
	ck_assert_int_eq(filters(), 1);
	ck_assert(browser_says("year:2001"));
	browser_type("X Delete");
	ck_assert_int_eq(filters(), 0);
	browser_type("y \"2005..2006\" Enter");
	ck_assert(browser_says("year:2005..2006"));
	browser_type("x y z z z Enter");
	ck_assert_int_eq(browser.ui->context, IN_PICKER);
	ck_assert(browser_says("There is no such value."));
}
END_TEST

START_TEST(an_actor_is_picked_by_any_of_its_names)
{
	browser_type("a \"republic\" Enter");
	ck_assert(browser_says("actor:aral"));
}
END_TEST

START_TEST(a_second_choice_of_a_facet_replaces_the_first)
{
	browser_type("a \"wada\" Enter a \"karim\" Enter");
	ck_assert_int_eq(filters(), 1);
	ck_assert(browser_says("actor:karim"));
	browser_type("y \"2005\" Enter");
	ck_assert_int_eq(filters(), 2);
}
END_TEST

START_TEST(several_values_of_a_facet_are_alternatives)
{
	browser_type("a Space Space");
	ck_assert(browser_says("2 chosen: 5"));
	browser_type("Enter");
	ck_assert_int_eq(filters(), 1);
	ck_assert(browser_says("actor:aral,bakht"));
	ck_assert_int_eq(browser.ui->list.count, 5);
}
END_TEST

START_TEST(chips_are_numbered_switched_and_folded_where_room_is_short)
{
	browser_type("f \"actor:karim\" Enter f \"kind:request\" Enter");
	ck_assert(browser_says("1 actor:karim ✓"));
	ck_assert(browser_says("2 kind:request ✓"));
	browser_type("X Down Enter");
	ck_assert(!query_is_on(&browser.ui->query, 1));
	ck_assert(browser_says("2 kind:request ○"));
	browser_type("f \"source:gazette supplied:no quoted:yes place:qala\" Enter");
	ck_assert_int_eq(filters(), 6);
	ck_assert_msg(strstr(browser_line(1), "+"), "%s", browser_line(1));
	ck_assert(strstr(browser_line(1), " of 6"));
}
END_TEST

START_TEST(filters_say_when_there_are_none)
{
	browser_type("x");
	ck_assert(browser_says("No filter is set: a, y or f sets one."));
	browser_type("\\");
	ck_assert(browser_says("No filter is set"));
	browser_type("X");
	ck_assert(browser_says("No filter is set"));
	ck_assert_int_eq(browser.ui->context, IN_VIEWS);
}
END_TEST

START_TEST(the_health_of_the_evidence_is_a_filter)
{
	browser_type("F c \"yes\" Enter");
	ck_assert(browser_says("1 supplied:yes"));
	browser_type("u F d \"no\" Enter");
	ck_assert(browser_says("1 damaged:no"));
}
END_TEST

/* --- Searches ------------------------------------------------------------ */

START_TEST(search_goes_to_matches_and_escape_returns)
{
	browser_type("/ \"gates are\"");
	ck_assert_str_eq(browser_listed(), "closing");
	browser_type("Esc");
	ck_assert_str_eq(browser_listed(), "drought");
	browser_type("/ \"gate\" Enter");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("n");
	ck_assert_str_eq(browser_listed(), "line");
	browser_type("n n");
	ck_assert_str_eq(browser_listed(), "second-talks");
	browser_type("N");
	ck_assert_str_eq(browser_listed(), "closing");
	ck_assert(browser_says("match 3 of 4 records"));
}
END_TEST

START_TEST(a_search_without_a_match_says_so_before_and_after_enter)
{
	browser_type("/ \"zz\"");
	ck_assert(browser_says("no match in this list"));
	browser_type("Enter");
	ck_assert(browser_says("No match for \"zz\" in this list"));
	browser_type("n");
	ck_assert(browser_says("No match in this list; f filters by all text."));
	ck_assert_str_eq(browser_listed(), "drought");
}
END_TEST

START_TEST(a_search_goes_on_to_records_that_are_not_shown)
{
	browser_type("Enter / \"unites\" Enter");
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert_str_eq(browser_listed(), "talks");
	ck_assert(browser_says("match 1 of 1, record 1 of 1"));
	browser_type("Esc Esc Esc 0 g Enter / \"unites\"");
	ck_assert_str_eq(browser_shown(), "talks");
	browser_type("Esc");
	ck_assert_str_eq(browser_shown(), "drought");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	browser_type("/ \"wells\" Enter n n n n");
	ck_assert_str_eq(browser_shown(), browser_listed());
	browser_type("N N N N N");
	ck_assert_str_eq(browser_shown(), browser_listed());
}
END_TEST

START_TEST(each_record_with_a_match_is_reached_both_ways)
{
	for (int by = -1; by <= 1; by += 2) {
		bool seen[8] = { false };
		int count = 0;

		browser_type("Esc Esc 0 g Enter / \"gate\" Enter");
		for (int i = 0; i < 60; i++) {
			seen[browser.ui->cursor] = true;
			browser_type(by > 0 ? "n" : "N");
		}
		for (int i = 0; i < 8; i++)
			count += seen[i];
		ck_assert_int_eq(count, browser.ui->search.hit_count);
	}
}
END_TEST

START_TEST(a_search_within_a_record_moves_its_words_along)
{
	browser_type("j j Enter / \"meet again\" Enter");
	ck_assert_str_eq(browser_passage(), "treaty-text");
	browser_type("Esc");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("filters");
	TCase *queries = tcase_create("queries"), *facets = tcase_create("facets");
	TCase *searches = tcase_create("searches");

	tcase_add_checked_fixture(queries, open_small, browser_close);
	tcase_add_test(queries, selection_survives_filters_and_sizes);
	tcase_add_test(queries, possible_hits_are_told_apart_and_counted);
	tcase_add_test(queries, a_sure_hit_is_selected_before_a_possible_one);
	tcase_add_test(queries, an_empty_list_names_the_filter_and_shows_nothing);
	tcase_add_test(queries, a_filter_too_many_is_rejected_with_the_reason);
	tcase_add_test(queries, a_wrong_query_is_explained_and_changes_nothing);
	tcase_add_test(queries, a_filter_that_is_typed_says_what_it_gives);
	tcase_add_test(queries, words_on_the_screen_are_words_of_queries);
	tcase_add_test(queries, a_filter_by_kind_opens_an_event_at_the_point);
	suite_add_tcase(suite, queries);

	tcase_add_checked_fixture(facets, open_small, browser_close);
	tcase_add_test(facets, a_year_is_picked_by_typing_it);
	tcase_add_test(facets, an_actor_is_picked_by_any_of_its_names);
	tcase_add_test(facets, a_second_choice_of_a_facet_replaces_the_first);
	tcase_add_test(facets, several_values_of_a_facet_are_alternatives);
	tcase_add_test(facets,
		       chips_are_numbered_switched_and_folded_where_room_is_short);
	tcase_add_test(facets, filters_say_when_there_are_none);
	suite_add_tcase(suite, facets);

	tcase_add_checked_fixture(searches, open_small, browser_close);
	tcase_add_test(searches, the_health_of_the_evidence_is_a_filter);
	tcase_add_test(searches, search_goes_to_matches_and_escape_returns);
	tcase_add_test(searches, a_search_without_a_match_says_so_before_and_after_enter);
	tcase_add_test(searches, a_search_goes_on_to_records_that_are_not_shown);
	tcase_add_test(searches, each_record_with_a_match_is_reached_both_ways);
	tcase_add_test(searches, a_search_within_a_record_moves_its_words_along);
	suite_add_tcase(suite, searches);
	return suite_main(suite);
}
