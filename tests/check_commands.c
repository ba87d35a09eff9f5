#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/command.h"
#include "../src/ui/commands.h"
#include "../src/ui/row.h"
#include "../src/ui/scroll.h"
#include "browser.h"

/* The table of commands, what is made of it, and the rows of text. */

static void open_small(void)
{
	browser_open("DATA", "small");
}

START_TEST(no_key_has_two_commands)
{
	const struct command *self = &commands[_i];
	char keys[64];

	snprintf(keys, sizeof keys, "%s", self->keys);
	browser.ui->context = (enum context)self->contexts;
	for (char *key = strtok(keys, " "); key; key = strtok(NULL, " "))
		ck_assert_msg(command_for_key(browser.ui, key) == self,
			      "%s is bound twice", key);
	ck_assert_int_le(cell_width(self->help), 40);
	for (int i = 0; i < _i; i++)
		ck_assert_str_ne(commands[i].name, self->name);
}
END_TEST

START_TEST(no_prefix_is_a_command_itself)
{
	const struct command *self = &commands[_i];
	char keys[64];

	snprintf(keys, sizeof keys, "%s", self->keys);
	browser.ui->context = (enum context)self->contexts;
	for (char *key = strtok(keys, " "); key; key = strtok(NULL, " "))
		ck_assert_msg(!command_is_prefix(browser.ui, key), "%s is a prefix", key);
}
END_TEST

START_TEST(every_command_is_in_the_palette)
{
	const struct picker *picker = &browser.ui->picker;

	browser_type(":");
	for (int i = 0; i < command_count; i++) {
		bool found = !(commands[i].contexts & IN_VIEWS);

		for (int j = 0; j < picker->count; j++)
			found = found || picker->choices[j].index == i;
		ck_assert_msg(found, "%s is missing", commands[i].name);
	}
}
END_TEST

START_TEST(the_palette_runs_what_is_chosen)
{
	browser_type(": \"commitments\" Enter");
	ck_assert_int_eq(browser.ui->at.listing, LIST_COMMITMENTS);
	browser_type("? \"quit\" Enter");
	ck_assert(browser.ui->is_done);
}
END_TEST

START_TEST(help_fits_forty_columns)
{
	const struct picker *picker = &browser.ui->picker;

	browser_resize(100, 40);
	browser_type("?");
	for (int i = 0; i < picker->count; i++) {
		const struct choice *choice = &picker->choices[i];

		const char *note = choice->note ? choice->note : "";

		ck_assert_msg(cell_width(choice->label) + cell_width(note) <= 35, "%s %s",
			      choice->label, note);
	}
}
END_TEST

START_TEST(help_begins_with_what_the_pane_is_for)
{
	const struct picker *picker = &browser.ui->picker;

	browser_type("0 ?");
	ck_assert_str_eq(picker->choices[0].label, "Filters");
	ck_assert_str_eq(picker_chosen(picker)->label, "Filter by actor");
	browser_type("Esc r ?");
	ck_assert_str_eq(picker->choices[0].label, "Relations");
	browser_type("Esc t ?");
	ck_assert_str_eq(picker->choices[0].label, "Time");
}
END_TEST

START_TEST(the_cursor_passes_over_headings)
{
	const struct picker *picker = &browser.ui->picker;

	browser_type("?");
	for (int i = 0; i < picker->count; i++) {
		ck_assert(!picker_chosen(picker)->is_heading);
		browser_type("Down");
	}
	for (int i = 0; i < picker->count; i++) {
		ck_assert(!picker_chosen(picker)->is_heading);
		browser_type("Up");
	}
	ck_assert_int_eq(picker->cursor, 1);
	browser_type("\"filters\"");
	for (int i = 0; i < picker->seen_count; i++)
		ck_assert(!picker->choices[picker->seen[i]].is_heading);
}
END_TEST

START_TEST(every_command_of_the_panes_is_once_in_help)
{
	const struct picker *picker = &browser.ui->picker;

	browser_type("?");
	for (int i = 0; i < command_count; i++) {
		int found = 0;

		for (int j = 0; j < picker->count; j++)
			found += picker->choices[j].index == i;
		ck_assert_int_eq(found, !!(commands[i].contexts & IN_VIEWS));
	}
}
END_TEST

START_TEST(a_prefix_lists_the_keys_that_may_follow)
{
	browser_type("F");
	ck_assert(browser_says("Filter by kind of point"));
	browser_type("k");
	ck_assert(browser_says("Filter by kind"));
	browser_type("Esc");
	browser_resize(12, 40);
	browser_type("v");
	ck_assert(browser_says("v:  t thread-page  e events"));
}
END_TEST

/* --- Bars ---------------------------------------------------------------- */

START_TEST(a_bar_shows_what_part_is_seen)
{
	static const struct {
		struct scroll scroll;
		int cells, start, len;
	} cases[] = {
		{ { 0, 10, 10 }, 10, 0, 0 }, /* all is seen */
		{ { 0, 10, 20 }, 10, 0, 5 },
		{ { 10, 10, 20 }, 10, 5, 5 },
		{ { 1, 10, 20 }, 10, 1, 5 },
		{ { 9, 10, 20 }, 10, 4, 5 },
		{ { 0, 1, 1000000 }, 5, 0, 1 },
		{ { 999999, 1, 1000000 }, 5, 4, 1 },
		{ { 1, 98, 100 }, 10, 1, 8 },
		{ { 0, 1, 2 }, 1, 0, 1 }, /* of one cell */
		{ { 1, 1, 2 }, 1, 0, 1 },
		{ { 0, 0, 2 }, 0, 0, 0 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct thumb thumb = scroll_thumb(&cases[i].scroll, cases[i].cells);

		ck_assert_msg(thumb.start == cases[i].start && thumb.len == cases[i].len,
			      "%d: %d, %d", (int)i, thumb.start, thumb.len);
	}
}
END_TEST

START_TEST(a_zoomed_pane_has_no_bar)
{
	browser_resize(28, 100);
	browser_type("0 g j j i Enter");
	ck_assert_msg(browser_says("┃"), "%s", browser_screen());
	browser_type("z");
	ck_assert(!browser_says("┃"));
}
END_TEST

/* --- Rows ---------------------------------------------------------------- */

START_TEST(a_long_line_is_wrapped_and_keeps_its_link)
{
	struct arena arena = { 0 };
	struct rows rows = { .arena = &arena, .width = 12 };
	struct ref actor = { KIND_ACTOR, 0 };

	rows_block(&rows, &(struct row_block){ .key = 1 });
	rows_flow(&rows, 1, &(struct doc_span){ "Karim Utkir", DOC_PLAIN, actor });
	rows_flow(&rows, 1, &(struct doc_span){ " came", DOC_PLAIN, { 0 } });
	rows_end(&rows);
	ck_assert_int_eq(rows.count, 2);
	ck_assert_str_eq(row_text(&rows.at[0], &arena), " Karim Utkir");
	ck_assert_str_eq(row_text(&rows.at[1], &arena), " came");
	ck_assert(ref_equal(rows.at[0].runs[rows.at[0].run_count - 1].target, actor));
	ck_assert(rows.at[0].is_stop && !rows.at[1].is_stop);
	arena_clear(&arena);
}
END_TEST

START_TEST(a_wide_row_has_room_for_all_its_words)
{
	struct arena arena = { 0 };
	struct rows rows = { .arena = &arena, .width = 1000 };

	for (int i = 0; i < 100; i++)
		rows_item(
			&rows, 1,
			&(struct doc_span){ i < 99 ? "tag" : "last", DOC_PLAIN, { 0 } });
	rows_end(&rows);
	ck_assert_int_eq(rows.count, 1);
	ck_assert(strstr(row_text(&rows.at[0], &arena), "last"));
	arena_clear(&arena);
}
END_TEST

/* clang-format off */
static const struct {
	const char *text;
	int width;
	bool ascii;
	const char *want;
} cuts[] = {
	{ "sceptre",  7, false, "sceptre" },
	{ "sceptre",  6, false, "scept…" },
	{ "sceptre",  6, true,  "scep.." },
	{ "a sceptre", 3, false, "a…" },
	{ "漢字漢",   5, false, "漢字…" },
	{ "漢字漢",   4, false, "漢…" },
	{ "sceptre",  1, false, "s" },
	{ "sceptre",  1, true,  "s" },
	{ "sceptre",  0, false, "" },
	{ "",         5, false, "" },
};
/* clang-format on */

START_TEST(cut_text_says_that_it_is_cut)
{
	struct arena arena = { 0 };
	const char *got = text_cut(&arena, cuts[_i].text, cuts[_i].width, cuts[_i].ascii);

	ck_assert_str_eq(got, cuts[_i].want);
	ck_assert_int_le(cell_width(got), cuts[_i].width);
	arena_clear(&arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("commands");
	TCase *table = tcase_create("table"), *rows = tcase_create("rows");

	tcase_add_checked_fixture(table, open_small, browser_close);
	tcase_add_loop_test(table, no_key_has_two_commands, 0, command_count);
	tcase_add_loop_test(table, no_prefix_is_a_command_itself, 0, command_count);
	tcase_add_test(table, every_command_is_in_the_palette);
	tcase_add_test(table, the_palette_runs_what_is_chosen);
	tcase_add_test(table, help_fits_forty_columns);
	tcase_add_test(table, help_begins_with_what_the_pane_is_for);
	tcase_add_test(table, the_cursor_passes_over_headings);
	tcase_add_test(table, every_command_of_the_panes_is_once_in_help);
	tcase_add_test(table, a_bar_shows_what_part_is_seen);
	tcase_add_test(table, a_zoomed_pane_has_no_bar);
	tcase_add_test(table, a_prefix_lists_the_keys_that_may_follow);
	suite_add_tcase(suite, table);

	tcase_add_test(rows, a_long_line_is_wrapped_and_keeps_its_link);
	tcase_add_test(rows, a_wide_row_has_room_for_all_its_words);
	tcase_add_loop_test(rows, cut_text_says_that_it_is_cut, 0,
			    sizeof cuts / sizeof cuts[0]);
	suite_add_tcase(suite, rows);
	return suite_main(suite);
}
