#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/saved.h"
#include "browser.h"

/* What changes the filters: the prompt, "=" and "-", undo, saved views, numbers. */

static void open_small(void)
{
	browser_open("DATA", "small");
	browser_type("0 g");
}

static const char *filters(void)
{
	static char text[1024];
	struct buf words = BUF_INIT;

	for (int i = 0; i < query_count(&browser.ui->query); i++) {
		buf_str(&words, i ? " " : "");
		query_print_term(&browser.ui->query, i, &words);
		buf_str(&words, query_is_on(&browser.ui->query, i) ? "" : "(off)");
	}
	snprintf(text, sizeof text, "%s", words.bytes);
	buf_release(&words);
	return text;
}

static const char *status(void)
{
	return browser.ui->status.bytes;
}

static const char *typed(void)
{
	return browser.ui->prompt.text.bytes;
}

/* --- While a query is typed ---------------------------------------------- */

/* The roles of a line of the screen. */
static const char *roles(int row)
{
	static char line[4096];
	const char *text = strstr(browser_screen(), "\n--\n") + 4;

	while (row-- > 0)
		text = strchr(text, '\n') + 1;
	snprintf(line, sizeof line, "%.*s", (int)strcspn(text, "\n"), text);
	return line;
}

START_TEST(rows_that_would_go_are_dim_and_the_list_stays)
{
	browser_type("j j f \"actor:wada\"");
	ck_assert_int_eq(browser.ui->list.count, 6);
	ck_assert_str_eq(browser_listed(), "talks");
	ck_assert_str_eq(filters(), "");
	ck_assert(strstr(browser_line(0), "0 All 1/6"));
	ck_assert(strstr(roles(2), "ddd"));
	ck_assert(!strstr(roles(4), "ddd"));
	browser_type("Esc");
	ck_assert(strstr(browser_line(0), "0 All 6"));
	ck_assert(!strstr(roles(2), "ddd"));
	ck_assert_str_eq(browser_listed(), "talks");
}
END_TEST

START_TEST(sure_and_possible_hits_are_counted_while_one_types)
{
	browser_type("f \"year:2006\"");
	ck_assert_str_eq(browser.ui->prompt.note.bytes, "1 of 6");
	browser_type("^U \"year:2005..2007\"");
	ck_assert_str_eq(browser.ui->prompt.note.bytes, "3 sure · 1 possible");
	ck_assert(browser_says("3 sure · 1 possible"));
}
END_TEST

START_TEST(an_error_is_marked_at_its_place_and_the_list_is_left_alone)
{
	browser_type("f \"actor:wada\"");
	ck_assert_int_eq(browser.ui->preview.tallies[0].sure, 1);
	browser_type("\" (\"");
	ck_assert(browser_says("unclosed parenthesis"));
	ck_assert_int_eq(browser.ui->preview.tallies[0].sure, 1);
	browser_type("^U \"actor:wada ki\""); /* the name of a field, as it seems */
	ck_assert_int_eq(browser.ui->preview.tallies[0].sure, 1);
	ck_assert(browser_says("Tab completes kind:"));
	browser_type("^U \"actor:wada actor:zzz\"");
	ck_assert_uint_eq(browser.ui->prompt.wrong_at, 17);
	ck_assert_uint_eq(browser.ui->prompt.wrong_len, 3);
	ck_assert(browser_says("unknown actor \"zzz\""));
	ck_assert(strstr(roles(23), "eee"));
	browser_type("Left Left");
	ck_assert_uint_eq(browser.ui->prompt.at, 18);
	browser_type("Enter");
	ck_assert_uint_eq(browser.ui->prompt.at, 20);
	ck_assert_int_eq(browser.ui->context, IN_PROMPT);
}
END_TEST

START_TEST(tab_completes_and_goes_through_what_is_offered)
{
	browser_type("f \"act\" Tab");
	ck_assert_str_eq(typed(), "actor:");
	browser_type("Tab");
	ck_assert_str_eq(typed(), "actor:");
	ck_assert(browser_says("Karim Oʻtkir"));
	browser_type("Tab");
	ck_assert_str_eq(typed(), "actor:aral");
	ck_assert(browser_says("1/4"));
	browser_type("Tab");
	ck_assert_str_eq(typed(), "actor:bakht");
	browser_type("Backtab Backtab");
	ck_assert_str_eq(typed(), "actor:wada");
	ck_assert_str_eq(browser.ui->prompt.note.bytes, "1 of 6");
	browser_type("\" OR\" Tab");
	ck_assert_str_eq(typed(), "actor:wada OR ");
	browser_type("\"qal\" Tab");
	ck_assert_str_eq(typed(), "actor:wada OR place:qala");
	browser_type("Enter");
	ck_assert_str_eq(filters(), "(actor:wada OR place:qala)");
}
END_TEST

START_TEST(the_prompt_remembers_what_was_accepted)
{
	browser_type("f \"year:2005\" Enter x f \"actor:wada\" Enter x f \"water\" Esc");
	browser_type("f Up");
	ck_assert_str_eq(typed(), "actor:wada");
	browser_type("Up");
	ck_assert_str_eq(typed(), "year:2005");
	ck_assert_int_eq(browser.ui->preview.tallies[0].sure, 3);
	browser_type("Up");
	ck_assert_str_eq(typed(), "year:2005");
	browser_type("Down Down");
	ck_assert_str_eq(typed(), "");
	browser_type("\"ye\" Up");
	ck_assert_str_eq(typed(), "year:2005");
	browser_type("Down");
	ck_assert_str_eq(typed(), "ye");
	browser_type("Esc / \"gates\" Enter / Up");
	ck_assert_str_eq(typed(), "gates");
}
END_TEST

START_TEST(the_past_keeps_the_newest_of_equal_texts)
{
	struct past past = { 0 };
	char text[16];

	past_add(&past, "a");
	past_add(&past, "b");
	past_add(&past, "a");
	past_add(&past, "");
	ck_assert_int_eq(past.count, 2);
	ck_assert_str_eq(past.texts[0], "b");
	ck_assert_str_eq(past.texts[1], "a");
	for (int i = 0; i < PAST_MOST + 10; i++) {
		snprintf(text, sizeof text, "t%d", i);
		past_add(&past, text);
	}
	ck_assert_int_eq(past.count, PAST_MOST);
	ck_assert_str_eq(past.texts[0], "t10");
	ck_assert_int_eq(past_find(&past, PAST_MOST - 1, -1, "t2"), PAST_MOST - 1 - 0);
	ck_assert_int_eq(past_find(&past, PAST_MOST - 1, -1, "a"), -1);
	past_release(&past);
}
END_TEST

/* --- Chips by their numbers ---------------------------------------------- */

START_TEST(a_filter_is_edited_by_its_number)
{
	browser_type("f \"actor:karim year:2005\" Enter");
	browser_type("F 2");
	ck_assert_str_eq(typed(), "year:2005");
	browser_type("Backtab ^U \"year:2006\" Enter");
	ck_assert_str_eq(filters(), "actor:karim year:2006");
	browser_type("F 1 ^U Enter");
	ck_assert_str_eq(filters(), "year:2006");
	browser_type("F 2");
	ck_assert_str_eq(status(), "There is no filter of this number.");
	browser_type("X Right ^U \"wells\" Esc");
	ck_assert_str_eq(filters(), "year:2006");
	browser_type("X \"1\" Enter");
	ck_assert_str_eq(filters(), "year:2006(off)");
	browser_type("X Delete");
	ck_assert_str_eq(filters(), "");
}
END_TEST

START_TEST(a_box_ranks_what_is_typed)
{
	browser_type("a \"ar\"");
	ck_assert_int_eq(browser.ui->picker.seen_count, 2);
	ck_assert_str_eq(browser.ui->picker.choices[browser.ui->picker.seen[0]].value,
			 "aral");
	browser_type("^U \"kr\"");
	ck_assert_str_eq(browser.ui->picker.choices[browser.ui->picker.seen[0]].value,
			 "karim");
	browser_type("Esc : \"fyear\" Enter");
	ck_assert_int_eq(browser.ui->context, IN_PICKER);
	ck_assert_str_eq(browser.ui->picker.title, "Filter by year");
}
END_TEST

/* --- "=" and "-" --------------------------------------------------------- */

/* clang-format off */
static const struct {
	const char *keys, *filters;
} includes[] = {
	{ "j j =",              "date:2005-06-10" },
	{ "j j = =",            "date:2005-06" },
	{ "j j = = =",          "year:2005" },
	{ "j j = = = =",        "year:2000..2009" },
	{ "j j = = = = =",      "place:qala" },
	{ "j j = = = = = =",    "type:CONSULT" },
	{ "j j -",              "-date:2005-06-10" },
	{ "j j - - -",          "-year:2005" },
	{ "j j - = ",           "-date:2005-06-10 year:2001" },
	{ "g =",                "year:1990..1999" },
	{ "g = =",              "" },
	{ "G =",                "year:2007" },
	{ "G k =",              "year:2005..2006" },
	{ "j j Enter =",        "kind:request" },
	{ "j j Enter = =",      "actor:karim" },
	{ "j j Enter } } =",    "kind:commitment" },
	{ "j j Enter } } = =",  "status:broken" },
	{ "v a =",              "actor:aral" },
	{ "v a = =",            "kind:state" },
	{ "v p G =",            "place:qala" },
	{ "v s g =",            "source:gazette" },
	{ "v q g =",            "source:gazette" },
	{ "v q g = =",          "state:exact" },
	{ "v r g =",            "relation:member-of" },
	{ "v c g = =",          "status:broken" },
	{ "j j s =",            "source:gazette" },
};
/* clang-format on */

START_TEST(what_is_under_the_cursor_is_included_or_excluded)
{
	browser_type(includes[_i].keys);
	ck_assert_msg(!strcmp(filters(), includes[_i].filters), "%s: %s",
		      includes[_i].keys, filters());
}
END_TEST

START_TEST(including_says_what_it_does_and_what_comes_next)
{
	browser_type("j j =");
	ck_assert_str_eq(status(),
			 "Only date:2005-06-10: 1 of 6. = again: date:2005-06.");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("-");
	ck_assert_str_eq(filters(), "-date:2005-06-10");
	ck_assert_str_eq(status(),
			 "Without date:2005-06-10: 5 of 6. - again: date:2005-06.");
	browser_type("x v !");
	browser_type("=");
	ck_assert(*status());
}
END_TEST

START_TEST(a_field_of_the_record_is_included)
{
	browser_type("j j Enter i");
	struct view *view = ui_view(browser.ui);

	for (int i = 0; i < view->row_count; i++) {
		const struct row *row = &view->rows[i];
		struct arena arena = { 0 };

		if (row->is_stop && strstr(row_text(row, &arena), "Tags"))
			view_go(view, i);
		arena_clear(&arena);
	}
	browser_type("=");
	ck_assert_str_eq(filters(), "tag:water");
	browser_type("=");
	ck_assert_str_eq(filters(), "tag:border");
}
END_TEST

/* --- Undo ---------------------------------------------------------------- */

START_TEST(changes_of_the_view_are_undone_and_redone)
{
	browser_type("f \"actor:karim\" Enter f \"year:2005\" Enter 1 v a");
	browser_type("u");
	ck_assert_str_eq(status(), "Undone: The drawing of the border.");
	browser_type("u");
	ck_assert_str_eq(status(), "Undone: Events.");
	browser_type("u");
	ck_assert_str_eq(status(), "Undone: actor:karim.");
	ck_assert_str_eq(filters(), "actor:karim");
	browser_type("u");
	ck_assert_str_eq(status(), "Undone: no filter.");
	browser_type("U U");
	ck_assert_str_eq(status(), "Redone: actor:karim year:2005.");
	ck_assert_str_eq(filters(), "actor:karim year:2005");
	browser_type("\\");
	ck_assert_str_eq(filters(), "actor:karim(off) year:2005(off)");
	browser_type("u");
	ck_assert_str_eq(status(), "Undone: all filters on.");
	browser_type("U");
	ck_assert_str_eq(status(), "Redone: 2 of 2 filters off.");
	browser_type("u x U");
	ck_assert_str_eq(status(), "There is nothing to redo.");
}
END_TEST

START_TEST(moving_is_no_change_and_is_not_undone)
{
	browser_type("j j Enter } Tab z z /\"a\" Esc");
	browser_type("Esc Esc u");
	ck_assert_str_eq(status(), "Undone: The drawing of the border.");
	browser_type("u");
	ck_assert_str_eq(status(), "There is nothing to undo.");
}
END_TEST

START_TEST(undo_puts_the_cursor_back)
{
	browser_type("j j j f \"actor:wada\" Enter");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("u");
	ck_assert_str_eq(browser_listed(), "line");
	ck_assert_int_eq(browser.ui->list.count, 6);
}
END_TEST

/* --- Saved views --------------------------------------------------------- */

START_TEST(filters_are_saved_under_a_name_and_found_again)
{
	browser_type("S");
	ck_assert(strstr(status(), "No filter is on"));
	browser_type("f \"actor:karim year:2005\" Enter S \"my own\" Enter");
	ck_assert_str_eq(status(),
			 "Saved as \"my own\": actor:karim year:2005. v v lists "
			 "the saved views.");
	browser_type("x x v v");
	ck_assert(browser_says("my own"));
	ck_assert(browser_says("yours  2"));
	browser_type("Enter");
	ck_assert_str_eq(filters(), "view:\"my own\"");
	ck_assert_int_eq(browser.ui->list.count, 2);
	browser_type("v v Delete");
	ck_assert(strstr(status(), "This view is a filter"));
	browser_type("Esc x v v Delete");
	ck_assert_int_eq(browser.ui->saved.count, 0);
	browser_type("v v");
	ck_assert_str_eq(status(), "No view is saved: S saves the filters that are on.");
}
END_TEST

START_TEST(a_view_of_the_same_name_takes_the_place_of_the_first)
{
	browser_type(
		"f \"year:2005\" Enter S \"a\" Enter x f \"wells\" Enter S \"a\" Enter");
	ck_assert(strstr(status(), "Saved again"));
	ck_assert_int_eq(browser.ui->saved.count, 1);
	ck_assert_str_eq(browser.ui->saved.at[0].text, "wells");
	browser_type("x f \"view:a\" Enter S \"a\" Enter");
	ck_assert(browser_says("a view can't ask for itself"));
	ck_assert_str_eq(browser.ui->saved.at[0].text, "wells");
	browser_type("^U Enter");
	ck_assert(browser_says("a view needs a name"));
	browser_type("Esc");
}
END_TEST

START_TEST(views_come_from_the_readers_state)
{
	static const struct query_saved views[] = { { "one", "year:2005" },
						    { "two", "view:one water" } };

	ui_set_saved(browser.ui, views, 2);
	browser_type("f \"view:two\" Enter");
	ck_assert_str_eq(browser_listed(), "talks");
	ck_assert_int_eq(browser.ui->list.count, 1);
	ui_set_saved(browser.ui, views, 1);
	browser_type("j");
	ck_assert_int_eq(browser.ui->list.count, 0);
}
END_TEST

START_TEST(there_is_an_end_to_what_is_saved)
{
	struct saved saved = { 0 };
	char name[16];

	for (int i = 0; i < SAVED_MOST; i++) {
		snprintf(name, sizeof name, "v%d", i);
		ck_assert(saved_add(&saved, name, "x"));
	}
	ck_assert(!saved_add(&saved, "one more", "x"));
	ck_assert(saved_add(&saved, "v7", "y"));
	ck_assert_str_eq(saved.at[saved_find(&saved, "v7")].text, "y");
	ck_assert(saved_remove(&saved, "v7"));
	ck_assert(!saved_remove(&saved, "v7"));
	ck_assert_int_eq(saved.count, SAVED_MOST - 1);
	saved_release(&saved);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("changes");
	TCase *prompt = tcase_create("prompt"), *include = tcase_create("include");
	TCase *undo = tcase_create("undo"), *saved = tcase_create("saved");

	tcase_add_checked_fixture(prompt, open_small, browser_close);
	tcase_add_test(prompt, rows_that_would_go_are_dim_and_the_list_stays);
	tcase_add_test(prompt, sure_and_possible_hits_are_counted_while_one_types);
	tcase_add_test(prompt,
		       an_error_is_marked_at_its_place_and_the_list_is_left_alone);
	tcase_add_test(prompt, tab_completes_and_goes_through_what_is_offered);
	tcase_add_test(prompt, the_prompt_remembers_what_was_accepted);
	tcase_add_test(prompt, the_past_keeps_the_newest_of_equal_texts);
	tcase_add_test(prompt, a_filter_is_edited_by_its_number);
	tcase_add_test(prompt, a_box_ranks_what_is_typed);
	suite_add_tcase(suite, prompt);

	tcase_add_checked_fixture(include, open_small, browser_close);
	tcase_add_loop_test(include, what_is_under_the_cursor_is_included_or_excluded, 0,
			    sizeof includes / sizeof includes[0]);
	tcase_add_test(include, including_says_what_it_does_and_what_comes_next);
	tcase_add_test(include, a_field_of_the_record_is_included);
	suite_add_tcase(suite, include);

	tcase_add_checked_fixture(undo, open_small, browser_close);
	tcase_add_test(undo, changes_of_the_view_are_undone_and_redone);
	tcase_add_test(undo, moving_is_no_change_and_is_not_undone);
	tcase_add_test(undo, undo_puts_the_cursor_back);
	suite_add_tcase(suite, undo);

	tcase_add_checked_fixture(saved, open_small, browser_close);
	tcase_add_test(saved, filters_are_saved_under_a_name_and_found_again);
	tcase_add_test(saved, a_view_of_the_same_name_takes_the_place_of_the_first);
	tcase_add_test(saved, views_come_from_the_readers_state);
	tcase_add_test(saved, there_is_an_end_to_what_is_saved);
	suite_add_tcase(suite, saved);
	return suite_main(suite);
}
