#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/command.h"
#include "browser.h"

static void open_small(void)
{
	browser_open("DATA", "small");
	ui_thread(browser.ui, (struct ref){ 0 });
}

static void open_at_the_start(void)
{
	browser_open("DATA", "small");
}

START_TEST(a_dossier_opens_on_its_first_thread_and_tells_what_it_is)
{
	ck_assert_int_eq((int)browser.ui->thread.index, 0);
	ck_assert_str_eq(browser_listed(), "founding");
	ck_assert(browser_says("The Border of Aral and Bakht. 1–2 read a thread, "));
	browser_resize(12, 40);
	ck_assert(browser_says(" The Border of Aral and Bakht. q quits"));
	browser_resize(36, 120);
	ck_assert(browser_says("Bakht: 6 events, 2 threads. 1–2 read a thread, Enter "
			       "reads, ? shows the keys"));
	browser_type("j");
	ck_assert(!browser_says("Enter reads"));
}
END_TEST

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
	browser_type("j j");
	ck_assert_int_eq(browser.screen.cursor_row, browser.ui->layout.list.row + 2);
	ck_assert_int_eq(browser.screen.cursor_col, 0);
	browser_type("Tab");
	ck_assert_int_eq(browser.screen.cursor_row, browser.ui->layout.detail.row);
	browser_type("y j");
	ck_assert_int_gt(browser.screen.cursor_row, 2);
}
END_TEST

START_TEST(enter_on_a_point_opens_the_words_behind_it)
{
	browser_type("1 j Enter g");
	while (pane_about(&browser.ui->panes[PANE_DETAIL]).kind != KIND_POINT)
		browser_type("j");
	browser_type("Enter");
	ck_assert_int_eq(browser.ui->focus, PANE_SOURCE);
	ck_assert_str_eq(browser_passage(), "asked");
	ck_assert(browser_says("We ask for open gates"));
}
END_TEST

START_TEST(a_link_to_an_event_is_followed_and_the_list_keeps_its_place)
{
	browser_type("j j j Tab");
	ck_assert(pane_go_to(&browser.ui->panes[PANE_DETAIL],
			     dossier_find(&browser.dossier, "rel-line")));
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert_str_eq(browser_listed(), "talks");
	ck_assert(pane_go_to(&browser.ui->panes[PANE_DETAIL],
			     dossier_find(&browser.dossier, "karim")));
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "karim");
	ck_assert_str_eq(browser_listed(), "talks");
}
END_TEST

START_TEST(a_backlink_from_a_point_leads_to_its_place_in_the_event)
{
	browser_type("j j Tab");
	ck_assert(pane_go_to(&browser.ui->panes[PANE_DETAIL],
			     dossier_find(&browser.dossier, "karim")));
	browser_type("Enter");
	ck_assert(pane_go_to(&browser.ui->panes[PANE_DETAIL],
			     dossier_find(&browser.dossier, "gates")));
	browser_type("Enter");
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert(ref_equal(pane_about(&browser.ui->panes[PANE_DETAIL]),
			    dossier_find(&browser.dossier, "gates")));
	ck_assert_str_eq(browser_passage(), "asked");
}
END_TEST

START_TEST(back_restores_record_pane_filters_and_thread)
{
	browser_type("1 j Enter j j");
	int cursor = browser.ui->panes[PANE_DETAIL].cursor;

	browser_type("2");
	browser_type("f k i n d : p o s i t i o n Enter");
	ck_assert_int_eq(browser.ui->query.term_count, 1);
	browser_type("Backspace");
	ck_assert_int_eq(browser.ui->query.term_count, 0);
	ck_assert_str_eq(browser_shown(), "second-talks");
	browser_type("[");
	ck_assert_int_eq((int)browser.ui->thread.index, 0);
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert_int_eq(browser.ui->focus, PANE_DETAIL);
	ck_assert_int_eq(browser.ui->panes[PANE_DETAIL].cursor, cursor);
	ck_assert(browser_says("Back: "));
	browser_type("] ]");
	ck_assert_int_eq(browser.ui->query.term_count, 1);
	ck_assert_int_eq((int)browser.ui->thread.index, 1);
	browser_type("]");
	ck_assert(browser_says("nothing to go forward to"));
}
END_TEST

START_TEST(filters_that_were_off_come_back_off)
{
	browser_type("f a c t o r : w a d a Enter \\ 1 Backspace");
	ck_assert_int_eq(browser.ui->query.term_count, 1);
	ck_assert(!query_is_on(&browser.ui->query, 0));
}
END_TEST

START_TEST(each_thread_remembers_its_place)
{
	browser_type("1 j j 2 j 1");
	ck_assert_str_eq(browser_listed(), "line");
	browser_type("2");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("0");
	ck_assert_str_eq(browser_listed(), "drought");
	browser_type("9");
	ck_assert(browser_says("no such thread"));
}
END_TEST

START_TEST(a_thread_keeps_the_curators_order)
{
	browser_type("2");
	ck_assert_str_eq(browser_listed(), "second-talks");
	browser_type("j");
	ck_assert_str_eq(browser_listed(), "talks");
	browser_type("G");
	ck_assert_str_eq(browser_listed(), "closing");
}
END_TEST

START_TEST(selection_survives_filters_and_sizes)
{
	browser_type("j j j f a c t o r : w a d a Enter");
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
	browser_type("f y e a r : 2 0 0 7 Enter");
	ck_assert_int_eq(browser.ui->list.count, 1);
	ck_assert_int_eq(browser.ui->list.possible_count, 1);
	ck_assert(browser_says("0 of 6 · 1 possible"));
	ck_assert(browser_says("? A second meeting"));
}
END_TEST

START_TEST(a_sure_hit_is_selected_before_a_possible_one)
{
	browser_type("j f y e a r : 1 9 9 5 , 2 0 0 6 Enter");
	ck_assert_int_eq(browser.ui->list.possible_count, 1);
	ck_assert_str_eq(browser_listed(), "closing");
}
END_TEST

START_TEST(an_empty_list_names_its_filters)
{
	browser_type("f n o s u c h Enter");
	ck_assert(browser_says("Nothing here answers nosuch"));
	browser_type("x");
	ck_assert_int_eq(browser.ui->list.count, 6);
}
END_TEST

START_TEST(a_filter_too_many_is_refused_and_said)
{
	int visits;

	for (int i = 0; i < QUERY_TERMS_MOST; i++)
		browser_type("f a Enter");
	visits = browser.ui->history.count;
	browser_type("f a Enter");
	ck_assert_int_eq(browser.ui->context, IN_PROMPT);
	ck_assert_str_ne(browser.ui->prompt.fault, "");
	ck_assert_int_eq(browser.ui->query.term_count, QUERY_TERMS_MOST);
	ck_assert_int_eq(browser.ui->history.count, visits);
}
END_TEST

START_TEST(a_year_is_picked_by_typing_it)
{
	browser_type("y 2 0 0 1 Enter");
	ck_assert_int_eq(browser.ui->query.term_count, 1);
	ck_assert(browser_says("year:2001"));
	browser_type("X Delete");
	ck_assert_int_eq(browser.ui->query.term_count, 0);
	browser_type("y 2 0 0 5 . . 2 0 0 6 Enter");
	ck_assert(browser_says("year:2005..2006"));
	browser_type("x y z z z Enter");
	ck_assert_int_eq(browser.ui->context, IN_PICKER);
}
END_TEST

START_TEST(an_actor_is_picked_by_any_of_its_names)
{
	browser_type("a r e p u b l i c Enter");
	ck_assert(browser_says("actor:aral"));
}
END_TEST

START_TEST(a_wrong_query_is_told_and_changes_nothing)
{
	browser_type("f a c t r : x Enter");
	ck_assert_int_eq(browser.ui->context, IN_PROMPT);
	ck_assert_int_eq(browser.ui->query.term_count, 0);
	browser_type("Esc");
	ck_assert_int_eq(browser.ui->context, IN_PANES);
}
END_TEST

START_TEST(search_goes_to_matches_and_escape_returns)
{
	browser_type("/ g a t e s");
	ck_assert_str_eq(browser_listed(), "closing");
	browser_type("Esc");
	ck_assert_str_eq(browser_listed(), "drought");
	browser_type("/ i s Space Enter n");
	ck_assert_str_eq(browser_listed(), "line");
	browser_type("n");
	ck_assert_str_eq(browser_listed(), "second-talks");
	browser_type("N");
	ck_assert_str_eq(browser_listed(), "line");
}
END_TEST

START_TEST(a_search_without_a_match_says_what_would_help)
{
	browser_type("/ z z");
	ck_assert(browser_says("no match in this pane; f zz filters by all text"));
	browser_type("Enter n");
	ck_assert(browser_says("No match in this pane: f filters by all text."));
}
END_TEST

START_TEST(enter_twice_follows_something)
{
	browser_type("j j Enter Enter");
	ck_assert_str_eq(browser_shown(), "qala");
	browser_type("Backspace j Left Enter");
	ck_assert_int_eq(browser.ui->focus, PANE_DETAIL);
	ck_assert(!ref_equal(pane_target(&browser.ui->panes[PANE_DETAIL]),
			     dossier_find(&browser.dossier, "qala")));
}
END_TEST

START_TEST(a_filter_by_kind_opens_an_event_at_the_point)
{
	browser_type("f k i n d : c o m m i t m e n t Enter");
	ck_assert_str_eq(browser_shown(), "talks");
	ck_assert(ref_equal(pane_about(&browser.ui->panes[PANE_DETAIL]),
			    dossier_find(&browser.dossier, "again")));
	ck_assert_str_eq(browser_passage(), "treaty-text");
	ck_assert(
		browser_says("due 2007 · status broken · The gates were closed first."));
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

START_TEST(escape_backs_out_and_never_quits)
{
	browser_type("Tab Esc");
	ck_assert_int_eq(browser.ui->focus, PANE_EVENTS);
	browser_type("Esc Esc Esc");
	ck_assert(!ui_is_done(browser.ui));
	browser_type("q");
	ck_assert(ui_is_done(browser.ui));
}
END_TEST

START_TEST(no_key_has_two_commands)
{
	const struct command *self = &commands[_i];
	char keys[64];

	snprintf(keys, sizeof keys, "%s", self->keys);
	for (char *key = strtok(keys, " "); key; key = strtok(NULL, " "))
		ck_assert_msg(command_for_key((enum context)self->contexts, key) == self,
			      "%s is bound twice", key);
	ck_assert_int_le(cell_width(self->help), 40);
	for (int i = 0; i < _i; i++)
		ck_assert_str_ne(commands[i].name, self->name);
}
END_TEST

START_TEST(every_command_is_in_the_palette)
{
	browser_type(":");
	for (int i = 0; i < command_count; i++) {
		bool found = !(commands[i].contexts & IN_PANES);

		for (int j = 0; j < browser.ui->picker.count; j++)
			found = found || browser.ui->picker.choices[j].index == i;
		ck_assert_msg(found, "%s is missing", commands[i].name);
	}
}
END_TEST

START_TEST(help_fits_forty_columns)
{
	browser_resize(100, 40);
	browser_type("?");
	for (int i = 0; i < browser.ui->picker.count; i++) {
		const struct choice *choice = &browser.ui->picker.choices[i];

		ck_assert_msg(cell_width(choice->label) + cell_width(choice->note) <= 35,
			      "%s", choice->label);
	}
}
END_TEST

START_TEST(no_line_begins_with_a_colon)
{
	struct arena arena = { 0 };
	struct rows rows = { .arena = &arena, .width = 12 };

	rows_flow(&rows, 1, "Karim Utkir", ROLE_LINK, (struct ref){ KIND_ACTOR, 0 });
	rows_glue(&rows, 1, ":", ROLE_DIM);
	rows_end(&rows);
	ck_assert_int_eq(rows.count, 2);
	ck_assert_str_eq(row_text(&rows.at[0], &arena), " Karim");
	ck_assert_str_eq(row_text(&rows.at[1], &arena), " Utkir:");
	arena_clear(&arena);
}
END_TEST

START_TEST(a_wide_row_has_room_for_all_its_words)
{
	struct arena arena = { 0 };
	struct rows rows = { .arena = &arena, .width = 1000 };

	for (int i = 0; i < 100; i++)
		rows_item(&rows, 1, i < 99 ? "tag" : "last", ROLE_PLAIN,
			  (struct ref){ 0 });
	rows_end(&rows);
	ck_assert_int_eq(rows.count, 1);
	ck_assert(strstr(row_text(&rows.at[0], &arena), "last"));
	arena_clear(&arena);
}
END_TEST

static void open_content(void)
{
	browser_open("CONTENT", "");
}

START_TEST(every_record_of_the_content_can_be_shown)
{
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (uint32_t i = 0; i < (uint32_t)browser.dossier.counts[kind]; i++) {
			ui_open(browser.ui, (struct ref){ kind, i });
			ui_draw(browser.ui, &browser.screen);
		}
}
END_TEST

/* Keys in no order at all, on a screen of no fixed size. */
START_TEST(any_keys_in_any_order_do_no_harm)
{
	static const char *const keys[] = {
		"j",	   "j",		"k",   "l", "h",   "Enter", "Enter", "Tab",
		"Backtab", "Backspace", "[",   "]", "G",   "g",	    "PgDn",  "PgUp",
		"^D",	   "1",		"2",   "3", "0",   "a",	    "y",     "p",
		"K",	   "f",		"/",   "n", "N",   "x",	    "X",     "\\",
		"r",	   "s",		":",   "?", "Esc", "Down",  "Up",    "Delete",
		"Left",	   "Home",	"End", "e", "и",   "字",
	};
	unsigned state = 20221212u + (unsigned)_i;

	for (int i = 0; i < 3000 && !ui_is_done(browser.ui); i++) {
		state = state * 1103515245u + 12345u;
		ui_key(browser.ui, keys[(state >> 16) % (sizeof keys / sizeof keys[0])]);
		if (state >> 16 & 1)
			ui_draw(browser.ui, &browser.screen);
		if ((state >> 20) % 64 == 0)
			browser_resize(1 + (int)(state >> 8) % 40,
				       1 + (int)(state >> 12) % 130);
	}
}
END_TEST

START_TEST(a_newcomer_reads_the_words_behind_2005)
{
	browser_type("1 3 y 2 0 0 5 Enter Enter");
	while (pane_about(&browser.ui->panes[PANE_DETAIL]).kind != KIND_POINT)
		browser_type("j");
	browser_type("Enter");
	ck_assert_int_eq(browser.ui->focus, PANE_SOURCE);
	ck_assert_str_ne(browser_passage(), "");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ui");
	TCase *start = tcase_create("start"), *keys = tcase_create("keys");
	TCase *table = tcase_create("commands"), *rows = tcase_create("rows");
	TCase *content = tcase_create("content");

	tcase_add_checked_fixture(start, open_at_the_start, browser_close);
	tcase_add_test(start, a_dossier_opens_on_its_first_thread_and_tells_what_it_is);
	suite_add_tcase(suite, start);

	tcase_add_checked_fixture(keys, open_small, browser_close);
	tcase_add_test(keys, cursor_stops_at_both_ends_and_says_so);
	tcase_add_test(keys, the_terminals_cursor_sits_on_the_selected_row);
	tcase_add_test(keys, enter_on_a_point_opens_the_words_behind_it);
	tcase_add_test(keys, a_link_to_an_event_is_followed_and_the_list_keeps_its_place);
	tcase_add_test(keys, a_backlink_from_a_point_leads_to_its_place_in_the_event);
	tcase_add_test(keys, back_restores_record_pane_filters_and_thread);
	tcase_add_test(keys, filters_that_were_off_come_back_off);
	tcase_add_test(keys, each_thread_remembers_its_place);
	tcase_add_test(keys, a_thread_keeps_the_curators_order);
	tcase_add_test(keys, selection_survives_filters_and_sizes);
	tcase_add_test(keys, possible_hits_are_told_apart_and_counted);
	tcase_add_test(keys, a_sure_hit_is_selected_before_a_possible_one);
	tcase_add_test(keys, an_empty_list_names_its_filters);
	tcase_add_test(keys, a_filter_too_many_is_refused_and_said);
	tcase_add_test(keys, a_year_is_picked_by_typing_it);
	tcase_add_test(keys, an_actor_is_picked_by_any_of_its_names);
	tcase_add_test(keys, a_wrong_query_is_told_and_changes_nothing);
	tcase_add_test(keys, search_goes_to_matches_and_escape_returns);
	tcase_add_test(keys, a_search_without_a_match_says_what_would_help);
	tcase_add_test(keys, enter_twice_follows_something);
	tcase_add_test(keys, a_filter_by_kind_opens_an_event_at_the_point);
	tcase_add_test(keys, pasted_text_never_runs_commands);
	tcase_add_test(keys, escape_backs_out_and_never_quits);
	suite_add_tcase(suite, keys);

	tcase_add_checked_fixture(table, open_small, browser_close);
	tcase_add_loop_test(table, no_key_has_two_commands, 0, command_count);
	tcase_add_test(table, every_command_is_in_the_palette);
	tcase_add_test(table, help_fits_forty_columns);
	suite_add_tcase(suite, table);

	tcase_add_test(rows, no_line_begins_with_a_colon);
	tcase_add_test(rows, a_wide_row_has_room_for_all_its_words);
	suite_add_tcase(suite, rows);

	tcase_add_checked_fixture(content, open_content, browser_close);
	tcase_set_timeout(content, 60);
	tcase_add_test(content, every_record_of_the_content_can_be_shown);
	tcase_add_loop_test(content, any_keys_in_any_order_do_no_harm, 0, 4);
	tcase_add_test(content, a_newcomer_reads_the_words_behind_2005);
	suite_add_tcase(suite, content);
	return suite_main(suite);
}
