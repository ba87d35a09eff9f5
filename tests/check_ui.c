#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/command.h"
#include "../src/ui/state.h"
#include "load/load.h"

static struct dossier dossier;
static struct texts texts;
static struct ui *ui;
static struct canvas screen;

static void load(const char *directory, const char *name)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	char path[512];

	snprintf(path, sizeof path, "%s/%s", getenv(directory), name);
	bool ok = load_dossier(path, &dossier, &diags);

	ck_assert_msg(ok, "%s: %s", path, diags.first ? diags.first->message : "");
	arena_clear(&arena);
}

static void resize(int rows, int cols)
{
	bool ascii = screen.ascii;

	canvas_release(&screen);
	canvas_init(&screen, rows, cols);
	screen.ascii = ascii;
	ui_draw(ui, &screen);
}

static void open_ui(void)
{
	load("DATA", "small");
	ui = ui_new(&dossier, &texts, &(struct ui_options){ 0 });
	resize(24, 80);
}

static void close_ui(void)
{
	ui_free(ui);
	canvas_release(&screen);
	dossier_release(&dossier);
}

/* Type `keys`, names with blanks between them, drawing after each as the loop does. */
static void type(const char *keys)
{
	char copy[512];

	snprintf(copy, sizeof copy, "%s", keys);
	for (char *key = strtok(copy, " "); key; key = strtok(NULL, " ")) {
		ui_key(ui, key);
		ui_draw(ui, &screen);
	}
}

static const char *shown_id(void)
{
	const struct record *record = dossier_record(&dossier, ui->shown);

	return record ? record->id : "";
}

static const char *listed_id(void)
{
	const struct record *record =
		dossier_record(&dossier, pane_about(&ui->panes[PANE_EVENTS]));

	return record ? record->id : "";
}

static const char *passage_id(void)
{
	const struct record *record = dossier_record(&dossier, ui->passage);

	return record ? record->id : "";
}

static const char *screen_text(void)
{
	static char text[128 * 1024];
	FILE *out = fmemopen(text, sizeof text, "w");

	canvas_dump(&screen, out, true);
	fclose(out);
	return text;
}

static bool screen_says(const char *words)
{
	return strstr(screen_text(), words) != NULL;
}

/* --- Golden screens: keys in, a screen out; UPDATE_GOLDEN=1 rewrites them --- */

/* clang-format off */
static const struct {
	const char *name;
	int cols, rows;
	bool ascii;
	const char *keys;
} goldens[] = {
	{ "wide-start",       120, 36, false, "" },
	{ "wide-thread",      120, 36, false, "1 j Tab j j j j" },
	{ "wide-relations",   120, 36, false, "1 j r j" },
	{ "wide-possible",    120, 36, false, "f y e a r : 2 0 0 7 Enter" },
	{ "wide-ascii",       120, 36, true,  "1 j" },
	{ "medium-start",      80, 24, false, "" },
	{ "medium-thread",     80, 24, false, "2 j" },
	{ "medium-source",     80, 24, false, "j s" },
	{ "medium-actor",      80, 24, false, "j j Tab j j j Enter" },
	{ "medium-years",      80, 24, false, "y" },
	{ "medium-help",       80, 24, false, "?" },
	{ "medium-palette",    80, 24, false, ": t h r" },
	{ "medium-search",     80, 24, false, "/ g a t e" },
	{ "medium-nothing",    80, 24, false, "f n o s u c h w o r d Enter" },
	{ "medium-fault",      80, 24, false, "f a c t r : x Enter" },
	{ "medium-ascii",      80, 24, true,  "j j s" },
	{ "narrow-list",       40, 12, false, "1 j" },
	{ "narrow-detail",     40, 12, false, "1 j Enter" },
	{ "narrow-source",     40, 12, false, "1 j s" },
	{ "narrow-picker",     40, 12, false, "a" },
	{ "narrow-ascii",      40, 12, true,  "1 j Enter" },
	{ "small-list",        20,  6, false, "j j" },
	{ "small-detail",      20,  6, false, "j j Enter j" },
	{ "tiny-list",         10,  3, false, "j j" },
	{ "tiny-prompt",       10,  3, false, "/ l i n" },
	{ "least",              1,  1, false, "j j Enter" },
};
/* clang-format on */

static void expect_screen(const char *name)
{
	static char want[128 * 1024];
	const char *got = screen_text();
	bool update = getenv("UPDATE_GOLDEN") != NULL;
	char path[512];

	snprintf(path, sizeof path, "%s/%s.screen", getenv("GOLDEN"), name);
	FILE *file = fopen(path, update ? "w" : "r");

	ck_assert_msg(file != NULL, "cannot open %s", path);
	if (update)
		fputs(got, file);
	else
		want[fread(want, 1, sizeof want - 1, file)] = '\0';
	fclose(file);
	ck_assert_msg(update || !strcmp(want, got), "%s differs, got:\n%s", path, got);
}

START_TEST(screen_is_as_it_was)
{
	screen.ascii = goldens[_i].ascii;
	resize(goldens[_i].rows, goldens[_i].cols);
	type(goldens[_i].keys);
	expect_screen(goldens[_i].name);
}
END_TEST

START_TEST(ascii_screens_are_ascii)
{
	screen.ascii = true;
	resize(goldens[_i].rows, goldens[_i].cols);
	type(goldens[_i].keys);
	for (const char *c = screen_text(); *c; c++)
		ck_assert_msg(*c == '\n' || (*c >= ' ' && *c < 0x7f), "%s: at %.20s",
			      goldens[_i].name, c);
}
END_TEST

/* Every kind of screen at every kind of size; the sanitizers do the looking. */
START_TEST(no_size_is_too_small_or_too_large)
{
	static const int sizes[] = {
		1, 2, 3, 4, 5, 7, 11, 15, 16, 17, 24, 28, 36, 60, 100
	};
	static const char *const states[] = {
		"",
		"1 j j Tab j",
		"2 s j j",
		"j j r j Enter",
		"? b a",
		"y 2 0",
		": f i l",
		"/ t h e n",
		"f a c t o r : x Enter",
		"a Enter",
		"f n o w o r d Enter",
	};
	const int count = sizeof sizes / sizeof sizes[0];

	type(states[_i]);
	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++) {
			int cols = sizes[j] * 3 > 300 ? 300 : sizes[j] * 3;

			resize(sizes[i], j < 4 ? sizes[j] : cols);
			ui_key(ui, "Down");
			ui_draw(ui, &screen);
		}
}
END_TEST

/* --- Moving and following --- */

START_TEST(cursor_stops_at_both_ends_and_says_so)
{
	type("G j");
	ck_assert_str_eq(listed_id(), "second-talks");
	ck_assert(screen_says("This is the last row."));
	type("g k");
	ck_assert_str_eq(listed_id(), "drought");
	ck_assert(screen_says("This is the first row."));
}
END_TEST

START_TEST(enter_on_a_point_opens_the_words_behind_it)
{
	type("1 j Enter g");
	while (pane_about(&ui->panes[PANE_DETAIL]).kind != KIND_POINT)
		type("j");
	type("Enter");
	ck_assert_int_eq(ui->focus, PANE_SOURCE);
	ck_assert_str_eq(passage_id(), "asked");
	ck_assert(screen_says("We ask for open gates"));
}
END_TEST

START_TEST(a_link_to_an_event_is_followed_and_the_list_keeps_its_place)
{
	type("j j j Tab");
	ck_assert(
		pane_go_to(&ui->panes[PANE_DETAIL], dossier_find(&dossier, "rel-line")));
	type("Enter");
	ck_assert_str_eq(shown_id(), "talks");
	ck_assert_str_eq(listed_id(), "talks");
	ck_assert(pane_go_to(&ui->panes[PANE_DETAIL], dossier_find(&dossier, "karim")));
	type("Enter");
	ck_assert_str_eq(shown_id(), "karim");
	ck_assert_str_eq(listed_id(), "talks");
}
END_TEST

START_TEST(a_backlink_from_a_point_leads_to_its_place_in_the_event)
{
	type("j j Tab");
	ck_assert(pane_go_to(&ui->panes[PANE_DETAIL], dossier_find(&dossier, "karim")));
	type("Enter");
	ck_assert(pane_go_to(&ui->panes[PANE_DETAIL], dossier_find(&dossier, "gates")));
	type("Enter");
	ck_assert_str_eq(shown_id(), "talks");
	ck_assert(ref_equal(pane_about(&ui->panes[PANE_DETAIL]),
			    dossier_find(&dossier, "gates")));
	ck_assert_str_eq(passage_id(), "asked");
}
END_TEST

/* --- History --- */

START_TEST(back_restores_record_pane_filters_and_thread)
{
	type("1 j Enter j j");
	int cursor = ui->panes[PANE_DETAIL].cursor;

	type("2");
	type("f k i n d : p o s i t i o n Enter");
	ck_assert_int_eq(ui->query.term_count, 1);
	type("Backspace");
	ck_assert_int_eq(ui->query.term_count, 0);
	ck_assert_str_eq(shown_id(), "second-talks");
	type("[");
	ck_assert_int_eq((int)ui->thread.index, 0);
	ck_assert_str_eq(shown_id(), "talks");
	ck_assert_int_eq(ui->focus, PANE_DETAIL);
	ck_assert_int_eq(ui->panes[PANE_DETAIL].cursor, cursor);
	ck_assert(screen_says("Back: "));
	type("] ]");
	ck_assert_int_eq(ui->query.term_count, 1);
	ck_assert_int_eq((int)ui->thread.index, 1);
	type("]");
	ck_assert(screen_says("nothing to go forward to"));
}
END_TEST

START_TEST(filters_that_were_off_come_back_off)
{
	type("f a c t o r : w a d a Enter \\ 1 Backspace");
	ck_assert_int_eq(ui->query.term_count, 1);
	ck_assert(!query_is_on(&ui->query, 0));
}
END_TEST

/* --- Threads and filters --- */

START_TEST(each_thread_remembers_its_place)
{
	type("1 j j 2 j 1");
	ck_assert_str_eq(listed_id(), "line");
	type("2");
	ck_assert_str_eq(listed_id(), "talks");
	type("0");
	ck_assert_str_eq(listed_id(), "drought");
	type("9");
	ck_assert(screen_says("no such thread"));
}
END_TEST

START_TEST(a_thread_keeps_the_curators_order)
{
	type("2");
	ck_assert_str_eq(listed_id(), "second-talks");
	type("j");
	ck_assert_str_eq(listed_id(), "talks");
	type("G");
	ck_assert_str_eq(listed_id(), "closing");
}
END_TEST

START_TEST(selection_survives_filters_and_sizes)
{
	type("j j j f a c t o r : w a d a Enter");
	ck_assert_str_eq(listed_id(), "talks");
	type("\\");
	ck_assert_str_eq(listed_id(), "line");
	type("\\ x");
	ck_assert_str_eq(listed_id(), "line");
	resize(12, 40);
	ck_assert_str_eq(listed_id(), "line");
	resize(1, 1);
	resize(36, 120);
	ck_assert_str_eq(listed_id(), "line");
}
END_TEST

START_TEST(possible_hits_are_told_apart_and_counted)
{
	type("f y e a r : 2 0 0 7 Enter");
	ck_assert_int_eq(ui->list.count, 1);
	ck_assert_int_eq(ui->list.possible_count, 1);
	ck_assert(screen_says("0 of 6 · 1 possible"));
	ck_assert(screen_says("? A second meeting"));
}
END_TEST

START_TEST(an_empty_list_names_its_filters)
{
	type("f n o s u c h Enter");
	ck_assert(screen_says("Nothing here answers nosuch"));
	type("x");
	ck_assert_int_eq(ui->list.count, 6);
}
END_TEST

START_TEST(a_year_is_picked_by_typing_it)
{
	type("y 2 0 0 1 Enter");
	ck_assert_int_eq(ui->query.term_count, 1);
	ck_assert(screen_says("year:2001"));
	type("X Delete");
	ck_assert_int_eq(ui->query.term_count, 0);
	type("y 2 0 0 5 . . 2 0 0 6 Enter");
	ck_assert(screen_says("year:2005..2006"));
	type("x y z z z Enter");
	ck_assert_int_eq(ui->context, IN_PICKER);
}
END_TEST

START_TEST(a_wrong_query_is_told_and_changes_nothing)
{
	type("f a c t r : x Enter");
	ck_assert_int_eq(ui->context, IN_PROMPT);
	ck_assert_int_eq(ui->query.term_count, 0);
	type("Esc");
	ck_assert_int_eq(ui->context, IN_PANES);
}
END_TEST

/* --- Searching --- */

START_TEST(search_goes_to_matches_and_escape_returns)
{
	type("/ g a t e s");
	ck_assert_str_eq(listed_id(), "closing");
	type("Esc");
	ck_assert_str_eq(listed_id(), "drought");
	type("/ i s Space Enter n");
	ck_assert_str_eq(listed_id(), "line");
	type("n");
	ck_assert_str_eq(listed_id(), "second-talks");
	type("N");
	ck_assert_str_eq(listed_id(), "line");
}
END_TEST

START_TEST(pasted_text_never_runs_commands)
{
	ui_paste(ui, "q");
	ck_assert(!ui_is_done(ui));
	type("/");
	ui_paste(ui, "line\n");
	ck_assert_str_eq(ui->prompt.text.bytes, "line ");
}
END_TEST

START_TEST(escape_backs_out_and_never_quits)
{
	type("Tab Esc");
	ck_assert_int_eq(ui->focus, PANE_EVENTS);
	type("Esc Esc Esc");
	ck_assert(!ui_is_done(ui));
	type("q");
	ck_assert(ui_is_done(ui));
}
END_TEST

/* --- The table of commands --- */

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
	type(":");
	for (int i = 0; i < command_count; i++) {
		bool found = !(commands[i].contexts & IN_PANES);

		for (int j = 0; j < ui->picker.count; j++)
			found = found || ui->picker.choices[j].index == i;
		ck_assert_msg(found, "%s is missing", commands[i].name);
	}
}
END_TEST

START_TEST(help_fits_forty_columns)
{
	resize(100, 40);
	type("?");
	for (int i = 0; i < ui->picker.count; i++) {
		const struct choice *choice = &ui->picker.choices[i];

		ck_assert_msg(cell_width(choice->label) + cell_width(choice->note) <= 35,
			      "%s", choice->label);
	}
}
END_TEST

/* --- The shipped content --- */

static void open_content(void)
{
	load("CONTENT", "");
	ui = ui_new(&dossier, &texts, &(struct ui_options){ 0 });
	resize(24, 80);
}

START_TEST(every_record_of_the_content_can_be_shown)
{
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (uint32_t i = 0; i < (uint32_t)dossier.counts[kind]; i++) {
			ui_open(ui, (struct ref){ kind, i });
			ui_draw(ui, &screen);
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

	for (int i = 0; i < 3000 && !ui_is_done(ui); i++) {
		state = state * 1103515245u + 12345u;
		ui_key(ui, keys[(state >> 16) % (sizeof keys / sizeof keys[0])]);
		if (state >> 16 & 1)
			ui_draw(ui, &screen);
		if ((state >> 20) % 64 == 0)
			resize(1 + (int)(state >> 8) % 40, 1 + (int)(state >> 12) % 130);
	}
}
END_TEST

START_TEST(a_newcomer_reads_the_words_behind_2005)
{
	type("1 3 y 2 0 0 5 Enter Enter");
	while (pane_about(&ui->panes[PANE_DETAIL]).kind != KIND_POINT)
		type("j");
	type("Enter");
	ck_assert_int_eq(ui->focus, PANE_SOURCE);
	ck_assert_str_ne(passage_id(), "");
}
END_TEST

int main(void)
{
	const int golden_count = sizeof goldens / sizeof goldens[0];
	Suite *suite = suite_create("ui");
	TCase *screens = tcase_create("screens"), *keys = tcase_create("keys");
	TCase *table = tcase_create("commands"), *content = tcase_create("content");

	tcase_add_checked_fixture(screens, open_ui, close_ui);
	tcase_set_timeout(screens, 60);
	tcase_add_loop_test(screens, screen_is_as_it_was, 0, golden_count);
	tcase_add_loop_test(screens, ascii_screens_are_ascii, 0, golden_count);
	tcase_add_loop_test(screens, no_size_is_too_small_or_too_large, 0, 11);
	suite_add_tcase(suite, screens);

	tcase_add_checked_fixture(keys, open_ui, close_ui);
	tcase_add_test(keys, cursor_stops_at_both_ends_and_says_so);
	tcase_add_test(keys, enter_on_a_point_opens_the_words_behind_it);
	tcase_add_test(keys, a_link_to_an_event_is_followed_and_the_list_keeps_its_place);
	tcase_add_test(keys, a_backlink_from_a_point_leads_to_its_place_in_the_event);
	tcase_add_test(keys, back_restores_record_pane_filters_and_thread);
	tcase_add_test(keys, filters_that_were_off_come_back_off);
	tcase_add_test(keys, each_thread_remembers_its_place);
	tcase_add_test(keys, a_thread_keeps_the_curators_order);
	tcase_add_test(keys, selection_survives_filters_and_sizes);
	tcase_add_test(keys, possible_hits_are_told_apart_and_counted);
	tcase_add_test(keys, an_empty_list_names_its_filters);
	tcase_add_test(keys, a_year_is_picked_by_typing_it);
	tcase_add_test(keys, a_wrong_query_is_told_and_changes_nothing);
	tcase_add_test(keys, search_goes_to_matches_and_escape_returns);
	tcase_add_test(keys, pasted_text_never_runs_commands);
	tcase_add_test(keys, escape_backs_out_and_never_quits);
	suite_add_tcase(suite, keys);

	tcase_add_checked_fixture(table, open_ui, close_ui);
	tcase_add_loop_test(table, no_key_has_two_commands, 0, command_count);
	tcase_add_test(table, every_command_is_in_the_palette);
	tcase_add_test(table, help_fits_forty_columns);
	suite_add_tcase(suite, table);

	tcase_add_checked_fixture(content, open_content, close_ui);
	tcase_set_timeout(content, 60);
	tcase_add_test(content, every_record_of_the_content_can_be_shown);
	tcase_add_loop_test(content, any_keys_in_any_order_do_no_harm, 0, 4);
	tcase_add_test(content, a_newcomer_reads_the_words_behind_2005);
	suite_add_tcase(suite, content);
	return suite_main(suite);
}
