#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/bars.h"
#include "../src/ui/draw.h"
#include "../src/ui/keys.h"
#include "../src/ui/settle.h"
#include "browser.h"

/*
 * One truth on the screen, on the dossier that is shipped: what is said in one place
 * holds in every other.  The checks of consistent.h run after each key.
 */

static void open_wide(void)
{
	browser_open("CONTENT", "");
	browser_resize(36, 120);
}

static int sure_count(void)
{
	return browser.ui->list.count - browser.ui->list.possible_count;
}

/* --- Lists and what is shown --------------------------------------------- */

/* clang-format off */
static const char *const openings[] = {
	"blinken-norov", "dialogue-2022", "k2-base", "reform-signals",
};
/* clang-format on */

START_TEST(a_newcomer_stands_on_what_each_thread_is_named_for)
{
	browser_type((char[]){ (char)('1' + _i), '\0' });
	/* The first thread is read already: its digit opens the page. */
	if (_i == 0)
		browser_type("Esc");
	ck_assert_str_eq(browser_listed(), openings[_i]);
	ck_assert_str_eq(browser_shown(), openings[_i]);
	ck_assert(!browser_says("CONSULT"));
}
END_TEST

START_TEST(a_newcomer_reads_the_words_behind_2005)
{
	browser_type("1 3 y \"2005\" Enter");
	ck_assert(browser_says("year:2005"));
	for (int i = 0; i < 6; i++) {
		browser_type("}");
		ck_assert(view_row(&browser.ui->views[SLOT_RECORD])->is_claim);
		ck_assert_str_ne(browser_passage(), "");
	}
	browser_type("Tab Enter");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_SOURCE);
}
END_TEST

START_TEST(the_list_row_reopens_its_record_after_a_link)
{
	browser_type("3 Enter l Enter Esc Enter");
	ck_assert_str_eq(browser_shown(), browser_listed());
	browser_type("v p v e Enter g r g Enter Esc Enter");
	ck_assert_str_eq(browser_shown(), browser_listed());
}
END_TEST

START_TEST(what_is_not_on_the_thread_says_so_everywhere)
{
	struct arena arena = { 0 };
	bool found = false;

	browser_type("3 g");
	for (int i = 0; i < browser.ui->list.count && !found; i++) {
		browser_type("r G Enter");
		found = !ui_is_selected(browser.ui);
		if (!found)
			browser_type("[ Esc J");
	}
	ck_assert(found);
	ck_assert(strstr(browser_line(1), "(not in this thread)"));
	ck_assert(browser_says("▷"));
	ck_assert(!browser_says("▶"));
	ck_assert(!strncmp(bars_place(browser.ui, SLOT_LIST, &arena), "-/", 2));
	browser_type("Esc Enter");
	ck_assert(!strstr(browser_line(1), "(not in this thread)"));
	ck_assert(browser_says("▶"));
	arena_clear(&arena);
}
END_TEST

START_TEST(a_search_in_the_list_moves_all_of_the_screen)
{
	browser_type("3 / \"taliban\" Enter r G Enter");
	browser_type("Esc Esc n");
	ck_assert_str_eq(browser_shown(), browser_listed());
}
END_TEST

START_TEST(an_empty_list_has_an_empty_record)
{
	browser_type("1 Esc f \"kind:commitment year:1901\" Enter");
	ck_assert_int_eq(browser.ui->list.count, 0);
	ck_assert_str_eq(browser_shown(), "");
	ck_assert_str_eq(browser_passage(), "");
	browser_type("Enter Tab j Enter } > J Esc");
	ck_assert_str_eq(browser_shown(), "");
	browser_type("2");
	ck_assert_str_eq(browser_shown(), "");
}
END_TEST

START_TEST(all_events_keep_the_event_of_the_thread)
{
	browser_type("1 Esc j j");
	char shown[64];

	snprintf(shown, sizeof shown, "%s", browser_shown());
	browser_type("0");
	ck_assert_str_eq(browser_shown(), shown);
}
END_TEST

START_TEST(what_came_before_is_told_apart_from_what_came_after)
{
	const struct view *related = &browser.ui->views[SLOT_RELATED];
	const char *section = "";

	browser_type("3 r");
	ck_assert(browser_says("Before"));
	for (int i = 0; i < related->doc.count; i++) {
		const struct doc_block *block = &related->doc.blocks[i];

		if (block->kind == DOC_HEADING && block->spans.count)
			section = block->spans.at[0].text;
		if (i < related->split || block->kind != DOC_LINK ||
		    !block->spans.count || block->spans.at[0].target.kind != KIND_EVENT ||
		    (strcmp(section, "Before") != 0 && strcmp(section, "After") != 0))
			continue;
		/* Events are in the order of their dates. */
		ck_assert_int_eq(!strcmp(section, "After"),
				 block->spans.at[0].target.index >
					 browser.ui->at.shown.index);
	}
}
END_TEST

/* --- Numbers ------------------------------------------------------------- */

/* clang-format off */
static const char *const facet_keys[] = {
	"a", "y", "p", "F k", "F u", "F r", "F t", "F s", "#",
};
static const char *const surroundings[] = {
	"0", "3", "0 f \"actor:karimov\" Enter", "2 f \"kind:commitment\" Enter", "v o", "v a",
};
/* clang-format on */
enum {
	FACETS = sizeof facet_keys / sizeof facet_keys[0],
	SURROUNDINGS = sizeof surroundings / sizeof surroundings[0]
};

START_TEST(every_count_offered_is_what_choosing_gives)
{
	const struct picker *picker = &browser.ui->picker;

	browser_type(surroundings[_i / FACETS]);
	for (int i = 0;; i++) {
		char offered[64], got[64];

		browser_type(facet_keys[_i % FACETS]);
		if (browser.ui->context != IN_PICKER || i >= picker->count) {
			browser_type("Esc");
			return;
		}
		for (int j = 0; j < i; j++)
			ui_key(browser.ui, "Down");
		snprintf(offered, sizeof offered, "%s", picker->choices[i].note);
		browser_type("Enter");
		int possible = browser.ui->list.possible_count;

		snprintf(got, sizeof got, possible ? "%d · %d possible" : "%d",
			 sure_count(), possible);
		ck_assert_msg(!strcmp(got, offered), "%s: offered %s, got %s",
			      browser_line(1), offered, got);
		browser_type("[");
	}
}
END_TEST

/* clang-format off */
static const char *const filters[] = {
	"actor:karimov", "year:2005", "kind:commitment", "supplied:yes", "taliban",
	"-actor:norov", "year:2022 kind:request", "place:tashkent OR actor:blinken",
};
/* clang-format on */

START_TEST(tabs_crumbs_and_prompt_have_the_same_numbers)
{
	const struct tally *tallies = browser.ui->tallies;
	char keys[128], want[64];

	snprintf(keys, sizeof keys, "0 f \"%s\"", filters[_i]);
	browser_type(keys);
	struct tally first = tallies[0];

	browser_type("Enter");
	first = tallies[0];
	snprintf(want, sizeof want, "%d of %d", first.sure, first.total);
	ck_assert_msg(!strncmp(browser.ui->prompt.note.bytes, first.possible ? "" : want,
			       first.possible ? 0 : strlen(want)),
		      "%s, not %s", browser.ui->prompt.note.bytes, want);
	for (int i = 0; i <= browser.dossier.counts[KIND_THREAD]; i++) {
		browser_type((char[]){ (char)('0' + i), '\0' });
		ck_assert_int_eq(tallies[i].sure, sure_count());
		ck_assert_int_eq(tallies[i].total, browser.ui->list.total);
		snprintf(want, sizeof want, "%d of %d", tallies[i].sure,
			 tallies[i].total);
		ck_assert_msg(strstr(browser_line(1), want), "%s", browser_line(1));
		snprintf(want, sizeof want, "%d/%d", tallies[i].sure, tallies[i].total);
		ck_assert_msg(strstr(browser_line(0), want), "%s", browser_line(0));
	}
}
END_TEST

START_TEST(a_thread_filtered_by_itself_has_all_its_steps)
{
	const struct thread *thread = &browser.dossier.threads[_i];
	char keys[128];

	snprintf(keys, sizeof keys, "0 %d f \"thread:%s\" Enter", _i + 1,
		 thread->record.id);
	browser_type(keys);
	ck_assert_int_eq(browser.ui->list.count, thread->step_count);
	ck_assert_int_eq(browser.ui->tallies[_i + 1].sure, thread->step_count);
	ck_assert_int_eq(browser.ui->tallies[_i + 1].total, thread->step_count);
}
END_TEST

/* --- Claims and words ---------------------------------------------------- */

static void check_claim_is_seen(void)
{
	const struct view *record = &browser.ui->views[SLOT_RECORD];
	int at;

	if (!view_claims(record, &at))
		return;
	ck_assert_msg(view_row(record)->is_claim && record->cursor >= record->top &&
			      record->cursor < record->top + record->height,
		      "%s:\n%.3000s", browser_shown(), browser_screen());
}

/* clang-format off */
static const int claim_sizes[][2] = { { 36, 120 }, { 24, 80 }, { 18, 60 } };
/* clang-format on */

START_TEST(claims_are_above_the_fold)
{
	browser_resize(claim_sizes[_i][0], claim_sizes[_i][1]);
	browser_type("0 g");
	for (int i = 0; i < browser.ui->list.count; i++) {
		check_claim_is_seen();
		browser_type("j");
	}
}
END_TEST

/* However the cursor gets there: by rows, by pages or to the end. */
START_TEST(a_status_has_the_words_of_its_claim)
{
	static const char *const ways[] = { "PgDn", "^D", "j", "k", "G", "^U", "PgUp" };
	const struct view *record = &browser.ui->views[SLOT_RECORD];
	int rows = 0;

	browser_type("1 Enter");
	for (int i = 0; i < 80; i++) {
		browser_type(ways[i % 7]);
		browser_type("PgDn");
		if (view_row(record)->is_claim || ref_is_none(view_passage(record)))
			continue;
		rows++;
		ck_assert(view_cites(record, browser.ui->at.passage));
	}
	ck_assert_int_gt(rows, 10);
}
END_TEST

START_TEST(curators_words_are_never_among_the_sources)
{
	const struct view *source = &browser.ui->views[SLOT_SOURCE];
	struct arena arena = { 0 };

	browser_type("0 g");
	for (int i = 0; i < 200; i++) {
		for (int row = 0; row < source->row_count; row++)
			ck_assert_ptr_null(
				strstr(row_text(&source->rows[row], &arena), "curator:"));
		browser_type("}");
	}
	arena_clear(&arena);
}
END_TEST

START_TEST(codes_are_written_as_words)
{
	static const char *const codes[] = { "CONSULT", "AGREE", "COERCE", "REJECT",
					     "visit CONSULT" };

	browser_type("0 g");
	for (int i = 0; i < browser.ui->list.count; i++) {
		for (size_t j = 0; j < sizeof codes / sizeof codes[0]; j++)
			ck_assert(!browser_says(codes[j]));
		browser_type("j");
	}
}
END_TEST

/* --- Links --------------------------------------------------------------- */

/* Is there a stop and a link that lead to this record? */
static bool can_reach(struct view *view, struct ref target)
{
	view_go(view, 0);
	while (view_move_link(view, -1))
		;
	do {
		do
			if (ref_equal(view_target(view), target))
				return true;
		while (view_move_link(view, +1));
	} while (view_move(view, +1));
	return false;
}

static void check_links(struct view *view)
{
	for (int row = 0; row < view->row_count; row++)
		for (int i = 0; i < view->rows[row].run_count; i++) {
			const struct run *run = &view->rows[row].runs[i];

			ck_assert_msg(ref_is_none(run->target) ||
					      can_reach(view, run->target),
				      "%s, row %d: \"%s\" cannot be reached",
				      browser_shown(), row, run->text);
		}
}

/* clang-format off */
static const int link_sizes[][2] = { { 36, 120 }, { 24, 80 }, { 12, 40 } };
/* clang-format on */

START_TEST(every_link_can_be_reached)
{
	struct view *views = browser.ui->views;

	browser_resize(link_sizes[_i][0], link_sizes[_i][1]);
	browser_type("0 i g");
	for (int i = 0; i < browser.ui->list.count; i++) {
		browser_type("r");
		check_links(&views[SLOT_RECORD]);
		check_links(&views[SLOT_RELATED]);
		browser_type("Esc Esc j");
	}
	browser_type("1 1");
	check_links(&views[SLOT_PAGE]);
}
END_TEST

/* A claim whose numbers take more than its first row. */
static const char many_numbers[] = "dossier: {id: many, title: Many, format: 1}\n"
				   "passages:\n"
				   "- {id: p1, source: s, exact: one and no other}\n"
				   "- {id: p2, source: s, exact: two and no other}\n"
				   "- {id: p3, source: s, exact: three and no other}\n"
				   "references:\n"
				   "- {id: s, type: book, title: A book}\n"
				   "events:\n"
				   "- id: e\n"
				   "  title: An event\n"
				   "  date: 2001\n"
				   "  points:\n"
				   "  - {id: pt, kind: topic, text: a claim of some "
				   "words, passages: [p1, p2, p3]}\n";

START_TEST(l_goes_on_into_the_rows_below)
{
	browser_open_text(many_numbers);
	browser_resize(12, 24);
	browser_type("Enter l l");
	ck_assert(!browser_says("last link"));
	browser_type("Enter");
	ck_assert_str_eq(browser_passage(), "p3");
	browser_close();
}
END_TEST

/* --- All of it ----------------------------------------------------------- */

START_TEST(every_record_of_the_content_can_be_shown)
{
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (uint32_t i = 0; i < (uint32_t)browser.dossier.counts[kind]; i++) {
			ui_open(browser.ui, (struct ref){ kind, i });
			browser_resize(36, 120);
			browser_resize(12, 40);
		}
}
END_TEST

/* Settling once more changes nothing: what is drawn depends on the state alone. */
static void check_settled(void)
{
	const struct canvas *screen = &browser.screen;
	struct canvas again;

	canvas_init(&again, screen->rows, screen->cols);
	again.ascii = screen->ascii;
	ui_settle(browser.ui);
	ui_draw(browser.ui, &again);
	for (int i = 0; i < screen->rows * screen->cols; i++)
		ck_assert_str_eq(again.cells[i].text, screen->cells[i].text);
	canvas_release(&again);
}

/* Keys in no order at all, on a screen of no fixed size. */
START_TEST(any_keys_in_any_order_keep_one_truth)
{
	static const char *const keys[] = {
		"j",	   "j",	     "k",	  "l",	  "h",	  "Enter", "Enter", "Tab",
		"Backtab", "[",	     "]",	  "G",	  "g",	  "PgDn",  "PgUp",  "^D",
		"1",	   "2",	     "3",	  "0",	  "a",	  "y",	   "p",	    "J",
		"K",	   "f",	     "/",	  "n",	  "N",	  "x",	   "X",	    "\\",
		"r",	   "s",	     ":",	  "?",	  "}",	  "{",	   ">",	    "<",
		"v",	   "e",	     "c",	  "z",	  "i",	  "F",	   "Down",  "Up",
		"Esc",	   "Delete", "Backspace", "Left", "Home", "End",   "и",	    "字",
		"Esc",	   "Esc",    "!",
	};
	unsigned state = 20221212u + (unsigned)_i;

	for (int i = 0; i < 1500 && !ui_is_done(browser.ui); i++) {
		state = state * 1103515245u + 12345u;
		browser_type(keys[(state >> 16) % (sizeof keys / sizeof keys[0])]);
		check_settled();
		if ((state >> 20) % 64 == 0)
			browser_resize(1 + (int)(state >> 8) % 40,
				       1 + (int)(state >> 12) % 130);
	}
}
END_TEST

static void add_links(Suite *suite)
{
	TCase *links = tcase_create("links"), *tiny = tcase_create("tiny");

	tcase_add_checked_fixture(links, open_wide, browser_close);
	tcase_set_timeout(links, 120);
	tcase_add_loop_test(links, every_link_can_be_reached, 0, 3);
	suite_add_tcase(suite, links);
	tcase_add_test(tiny, l_goes_on_into_the_rows_below);
	suite_add_tcase(suite, tiny);
}

int main(void)
{
	Suite *suite = suite_create("truth");
	TCase *lists = tcase_create("lists"), *numbers = tcase_create("numbers");
	TCase *claims = tcase_create("claims"), *all = tcase_create("all");

	tcase_add_checked_fixture(lists, open_wide, browser_close);
	tcase_add_loop_test(lists, a_newcomer_stands_on_what_each_thread_is_named_for, 0,
			    4);
	tcase_add_test(lists, a_newcomer_reads_the_words_behind_2005);
	tcase_add_test(lists, the_list_row_reopens_its_record_after_a_link);
	tcase_add_test(lists, what_is_not_on_the_thread_says_so_everywhere);
	tcase_add_test(lists, a_search_in_the_list_moves_all_of_the_screen);
	tcase_add_test(lists, an_empty_list_has_an_empty_record);
	tcase_add_test(lists, all_events_keep_the_event_of_the_thread);
	tcase_add_test(lists, what_came_before_is_told_apart_from_what_came_after);
	suite_add_tcase(suite, lists);

	tcase_add_checked_fixture(numbers, open_wide, browser_close);
	tcase_set_timeout(numbers, 60);
	tcase_add_loop_test(numbers, every_count_offered_is_what_choosing_gives, 0,
			    FACETS * SURROUNDINGS);
	tcase_add_loop_test(numbers, tabs_crumbs_and_prompt_have_the_same_numbers, 0,
			    sizeof filters / sizeof filters[0]);
	tcase_add_loop_test(numbers, a_thread_filtered_by_itself_has_all_its_steps, 0, 4);
	suite_add_tcase(suite, numbers);

	tcase_add_checked_fixture(claims, open_wide, browser_close);
	tcase_set_timeout(claims, 60);
	tcase_add_loop_test(claims, claims_are_above_the_fold, 0, 3);
	tcase_add_test(claims, a_status_has_the_words_of_its_claim);
	tcase_add_test(claims, curators_words_are_never_among_the_sources);
	tcase_add_test(claims, codes_are_written_as_words);
	suite_add_tcase(suite, claims);

	tcase_add_checked_fixture(all, open_wide, browser_close);
	tcase_set_timeout(all, 120);
	tcase_add_test(all, every_record_of_the_content_can_be_shown);
	tcase_add_loop_test(all, any_keys_in_any_order_keep_one_truth, 0, 4);
	suite_add_tcase(suite, all);
	add_links(suite);
	return suite_main(suite);
}
