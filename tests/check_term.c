#include "config.h"

#include "suite.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../src/ui/term.h"
#include "base/fail.h"
#include "pty.h"

enum { ROWS = 10, COLS = 40, NO_TERMINAL = 3, HANGUP = 4 };

static struct pty pty;

/* --- The program: it shows what it was given --------------------------- */

static void echo_draw(struct terminal *term, const struct term_event *event, int count)
{
	struct canvas canvas;
	char line[128];
	int rows, cols;

	term_size(&rows, &cols);
	canvas_init(&canvas, rows, cols);
	canvas.ascii = !term_is_utf8();
	struct rect all = canvas_all(&canvas);

	canvas_text(&canvas, all, 0, 0, "key ", ROLE_PLAIN);
	canvas_text(&canvas, all, 0, 4, event->name, ROLE_WARNING);
	snprintf(line, sizeof line, "%d %dx%d", count, rows, cols);
	canvas_text(&canvas, all, 1, 0, line, ROLE_SELECTED);
	canvas_text(&canvas, all, 2, 0, event->text, ROLE_QUOTE);
	canvas_text(&canvas, all, 3, 0, "漢字 – Oʻzbekiston é", ROLE_QUOTE);
	canvas_text(&canvas, all, rows - 1, cols - 1, "$", ROLE_PLAIN);
	canvas.cursor_row = 1;
	canvas.cursor_col = 0;
	term_show(term, &canvas);
	canvas_release(&canvas);
}

/* Show each event; q quits, ! crashes, * fails. */
static int echo(void)
{
	struct term_event event = { .text = "" };
	struct terminal term;
	bool is_done = false;
	int count = 0;

	setlocale(LC_ALL, "");
	if (!term_open(&term, false))
		return NO_TERMINAL;
	while (!is_done) {
		echo_draw(&term, &event, count);
		if (!term_wait(&term))
			break;
		while (!is_done && term_next(&term, &event)) {
			count++;
			is_done = !strcmp(event.name, "q");
			if (!strcmp(event.name, "*"))
				fail("as asked");
			if (!strcmp(event.name, "!"))
				raise(SIGSEGV);
			if (event.name[0] == 'P' || event.name[0] == '*')
				break; /* its text lasts until the next */
		}
	}
	term_close(&term);
	return is_done ? EXIT_OK : HANGUP;
}

static const char *const xterm[] = { "TERM=xterm-256color", "NO_COLOR", NULL };
static const struct pty_run plain = { echo, xterm, ROWS, COLS, false };

static void start(const struct pty_run *run)
{
	pty_start(&pty, run);
	pty_expect(&pty, "0 10x40");
	pty_expect_row(&pty, ROWS - 1, "                                       $");
}

/* --- Showing ------------------------------------------------------------ */

START_TEST(a_canvas_is_shown_and_the_terminal_given_back)
{
	start(&plain);
	pty_expect_row(&pty, 3, "漢字 – Oʻzbekiston é");
	ck_assert(pty.is_alternate);
	ck_assert(pty.has_brackets);
	ck_assert(pty_has_reverse(&pty, 1));
	ck_assert(pty_has_colour(&pty, 3));
	ck_assert_int_eq(pty.cursor.row, 1);
	ck_assert_int_eq(pty.cursor.col, 0);
	pty_quit(&pty);
}
END_TEST

START_TEST(nothing_is_written_when_nothing_changes)
{
	start(&plain);
	ck_assert(pty_is_idle(&pty));
	pty_quit(&pty);
}
END_TEST

START_TEST(locale_without_utf8_gets_ascii)
{
	static const char *const env[] = { "TERM=xterm", "LC_ALL=C", NULL };

	start(&(struct pty_run){ echo, env, ROWS, COLS, false });
	pty_expect_row(&pty, 3, "? ?  - O'zbekiston e");
	ck_assert(!pty.has_high_byte);
	pty_type(&pty, "\xc3\xa9x");
	pty_expect_row(&pty, 0, "key x");
	pty_quit(&pty);
}
END_TEST

START_TEST(no_color_is_heeded)
{
	static const char *const env[] = { "TERM=xterm-256color", "NO_COLOR=1", NULL };

	start(&(struct pty_run){ echo, env, ROWS, COLS, false });
	for (int row = 0; row < ROWS; row++)
		ck_assert(!pty_has_colour(&pty, row));
	ck_assert(pty_has_reverse(&pty, 1));
	pty_quit(&pty);
}
END_TEST

/* --- Terminals ---------------------------------------------------------- */

static const char *const fallbacks[] = { "TERM=xterm-no-such-thing",
					 "TERM=nobody-knows-it", "TERM=", "TERM",
					 "TERM=vt100" };

START_TEST(unknown_terminals_fall_back)
{
	const char *env[] = { fallbacks[_i], NULL };

	start(&(struct pty_run){ echo, env, ROWS, COLS, false });
	pty_type(&pty, "x");
	pty_expect_row(&pty, 0, "key x");
	pty_quit(&pty);
}
END_TEST

START_TEST(terminal_that_cannot_move_its_cursor_is_none)
{
	static const char *const env[] = { "TERM=dumb", NULL };

	pty_start(&pty, &(struct pty_run){ echo, env, ROWS, COLS, false });
	ck_assert_int_eq(WEXITSTATUS(pty_wait(&pty)), NO_TERMINAL);
	pty_check_restored(&pty);
	ck_assert_str_eq(pty_row(&pty, 0), "");
	pty_close(&pty);
}
END_TEST

START_TEST(absurd_sizes_are_clamped)
{
	static const char *const env[] = { "TERM=xterm", "LINES=30000", "COLUMNS=30000",
					   NULL };

	start(&(struct pty_run){ echo, env, ROWS, COLS, false });
	pty_resize(&pty, 30000, 2);
	pty_resize(&pty, ROWS, COLS);
	pty_expect(&pty, " 10x40");
	pty_quit(&pty);
}
END_TEST

/* --- Keys --------------------------------------------------------------- */

static const struct {
	const char *bytes, *name;
} keys[] = {
	{ "j", "j" },
	{ "\r", "Enter" },
	{ "\n", "Enter" },
	{ "\t", "Tab" },
	{ "\033[Z", "Backtab" },
	{ "\x7f", "Backspace" },
	{ "\b", "Backspace" },
	{ "\x04", "^D" },
	{ " ", "Space" },
	{ "\033OA", "Up" },
	{ "\033OB", "Down" },
	{ "\033[5~", "PgUp" },
	{ "\033[6~", "PgDn" },
	{ "\033OH", "Home" },
	{ "\033OF", "End" },
	{ "\033[3~", "Delete" },
	{ "\033OQ", "F2" },
	{ "é", "é" },
	{ "字", "字" },
	{ "\033", "Esc" },
	{ "\033[201~x", "x" },
	{ "\xff\xfex", "x" },
};

START_TEST(keys_have_names)
{
	char want[32];

	start(&plain);
	snprintf(want, sizeof want, "key %s", keys[_i].name);
	pty_type(&pty, keys[_i].bytes);
	pty_expect_row(&pty, 0, want);
	ck_assert(term_has_key(keys[_i].name));
	pty_quit(&pty);
}
END_TEST

START_TEST(names_of_no_key_are_known_for_it)
{
	ck_assert(term_has_key("^A") && term_has_key("F12") && term_has_key("Resize"));
	ck_assert(!term_has_key("") && !term_has_key("enter") && !term_has_key("jj"));
	ck_assert(!term_has_key("^") || term_has_key("^")); /* a caret is typed, too */
	ck_assert(!term_has_key("^a") && !term_has_key("Paste"));
}
END_TEST

START_TEST(paste_is_text_and_never_keys)
{
	start(&plain);
	pty_type(&pty, "\033[200~q\rq !\tO\xca\xbbzbekiston\033[201~");
	pty_expect_row(&pty, 2, "q q ! Oʻzbekiston");
	pty_expect_row(&pty, 0, "key Paste");
	pty_expect(&pty, "1 10x40");
	pty_type(&pty, "\033[200~a");
	pty_type(&pty, "b\033[201~");
	pty_expect_row(&pty, 2, "ab");
	pty_quit(&pty);
}
END_TEST

/* --- Sizes and stops ---------------------------------------------------- */

START_TEST(resizing_is_followed)
{
	static const int sizes[][2] = {
		{ 12, 40 }, { 4, 100 }, { 1, 1 }, { 500, 3 }, { 36, 120 }
	};
	char want[32];

	start(&plain);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		pty_resize(&pty, sizes[i][0], sizes[i][1]);
	snprintf(want, sizeof want, " %dx%d", 36, 120);
	pty_expect(&pty, want);
	pty_expect_row(&pty, 3, "漢字 – Oʻzbekiston é");
	for (int row = 4; row < 35; row++)
		pty_expect_row(&pty, row, "");
	pty_quit(&pty);
}
END_TEST

START_TEST(stopped_and_continued_at_another_size)
{
	start(&plain);
	pty_type(&pty, "\x1a");
	ck_assert(WIFSTOPPED(pty_wait(&pty)));
	pty_check_restored(&pty);
	pty_resize(&pty, 12, 44);
	pty_resume(&pty);
	pty_expect(&pty, " 12x44");
	pty_expect_row(&pty, 11, "                                           $");
	ck_assert(pty.is_alternate);
	pty_type(&pty, "x");
	pty_expect_row(&pty, 0, "key x");
	ck_assert(pty.has_brackets);
	pty_quit(&pty);
}
END_TEST

/* --- Ways out ----------------------------------------------------------- */

static const int deaths[] = { SIGTERM, SIGHUP,	SIGINT, SIGQUIT, SIGSEGV,
			      SIGBUS,  SIGABRT, SIGFPE, SIGILL };

START_TEST(killed_the_terminal_is_restored)
{
	int status;

	start(&plain);
	kill(pty.pid, deaths[_i]);
	status = pty_wait(&pty);
	ck_assert(WIFSIGNALED(status) || WEXITSTATUS(status) == 1); /* ASan's own end */
	ck_assert(!WIFSIGNALED(status) || WTERMSIG(status) == deaths[_i]);
	pty_check_restored(&pty);
	pty_close(&pty);
}
END_TEST

/* What is typed that ends it, and the status in the way of a shell. */
static const struct {
	const char *bytes;
	int status;
} ends[] = { { "\x03", 128 + SIGINT }, { "!", 128 + SIGSEGV }, { "*", EXIT_CANNOT } };

START_TEST(interrupted_crashed_or_failed_it_is_restored)
{
	int status;

	start(&plain);
	pty_type(&pty, ends[_i].bytes);
	status = pty_wait(&pty);
	if (WIFSIGNALED(status))
		ck_assert_int_eq(128 + WTERMSIG(status), ends[_i].status);
	else
		ck_assert_int_ne(WEXITSTATUS(status), 0);
	pty_check_restored(&pty);
	pty_close(&pty);
}
END_TEST

START_TEST(killed_while_stopped_it_leaves_the_shells_terminal_alone)
{
	start(&plain);
	pty_type(&pty, "\x1a");
	ck_assert(WIFSTOPPED(pty_wait(&pty)));
	kill(pty.pid, SIGTERM);
	kill(pty.pid, SIGCONT);
	pty_close(&pty);
}
END_TEST

START_TEST(terminal_that_goes_away_ends_it)
{
	struct pty_run run = plain;
	int status;

	run.ignores_hangup = _i;
	start(&run);
	pty_hang_up(&pty);
	status = pty_wait(&pty);
	if (WIFEXITED(status))
		ck_assert_int_eq(WEXITSTATUS(status), HANGUP);
	else /* the signal was faster */
		ck_assert(!run.ignores_hangup && WTERMSIG(status) == SIGHUP);
	pty_close(&pty);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

int main(void)
{
	Suite *suite = suite_create("term");
	TCase *term = tcase_create("term");

	tcase_set_timeout(term, 30);
	tcase_add_test(term, a_canvas_is_shown_and_the_terminal_given_back);
	tcase_add_test(term, nothing_is_written_when_nothing_changes);
	tcase_add_test(term, locale_without_utf8_gets_ascii);
	tcase_add_test(term, no_color_is_heeded);
	tcase_add_loop_test(term, unknown_terminals_fall_back, 0, COUNT(fallbacks));
	tcase_add_test(term, terminal_that_cannot_move_its_cursor_is_none);
	tcase_add_test(term, absurd_sizes_are_clamped);
	tcase_add_loop_test(term, keys_have_names, 0, COUNT(keys));
	tcase_add_test(term, names_of_no_key_are_known_for_it);
	tcase_add_test(term, paste_is_text_and_never_keys);
	tcase_add_test(term, resizing_is_followed);
	tcase_add_test(term, stopped_and_continued_at_another_size);
	tcase_add_loop_test(term, killed_the_terminal_is_restored, 0, COUNT(deaths));
	tcase_add_loop_test(term, interrupted_crashed_or_failed_it_is_restored, 0,
			    COUNT(ends));
	tcase_add_test(term, killed_while_stopped_it_leaves_the_shells_terminal_alone);
	tcase_add_loop_test(term, terminal_that_goes_away_ends_it, 0, 2);
	suite_add_tcase(suite, term);
	return pty_is_available() ? suite_main(suite) : EXIT_SUCCESS;
}
