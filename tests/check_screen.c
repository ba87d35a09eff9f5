#include "config.h"

#include "suite.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

/* The program itself, as a reader has it: a dossier, a terminal, keys. */

/* Esc, and a focus event after it, so that the next key is not taken for Alt and a key.
 */
#define ESC "\033\033[I"

static struct pty pty;
static char dossier[512];

static int browse(void)
{
	execl(getenv("DAFTAR"), "daftar", (char *)NULL);
	return 127;
}

static void start_in(const char *const *env, int rows, int cols)
{
	static const char *all[8];
	int count = 0;

	all[count++] = dossier;
	while (*env)
		all[count++] = *env++;
	all[count] = NULL;
	pty_start(&pty, &(struct pty_run){ browse, all, rows, cols, false });
}

static void start(int rows, int cols)
{
	static const char *const env[] = { "TERM=xterm-256color", NULL };

	start_in(env, rows, cols);
	pty_expect(&pty, "Enter read");
	pty_type(&pty, "0g");
	pty_expect_selected(&pty, "The treaty of Klow is");
}

static void open_small(void)
{
	snprintf(dossier, sizeof dossier, "DAFTAR_DOSSIER=%s/screen", getenv("DATA"));
	start(24, 80);
}

static void open_none(void)
{
	snprintf(dossier, sizeof dossier, "DAFTAR_DOSSIER=%s/screen", getenv("DATA"));
}

START_TEST(starts_moves_and_quits)
{
	ck_assert(pty.is_alternate);
	pty_expect(&pty, "1938");
	pty_type(&pty, "j");
	pty_expect(&pty, "30 March 1939");
	pty_expect_selected(&pty, "The sceptre is stolen");
	pty_type(&pty, "\033OA");
	pty_expect(&pty, "both sides signed");
	pty_expect_selected(&pty, "The treaty of Klow is signed");
	pty_quit(&pty);
}
END_TEST

START_TEST(enter_follows_and_backspace_comes_back)
{
	pty_type(&pty, "G");
	pty_expect(&pty, "[July 1939]");
	pty_type(&pty, "kk");
	pty_expect(&pty, "Hector Alembick");
	pty_type(&pty, "r");
	pty_expect(&pty, "follows");
	pty_type(&pty, "jj"); /* past the graph, to the list */
	pty_expect_selected(&pty, "follows");
	pty_type(&pty, "\r");
	pty_expect_selected(&pty, "To leave the border alone");
	pty_expect(&pty, "both sides signed");
	pty_type(&pty, "\x7f");
	pty_expect(&pty, "Back: The sceptre is stolen");
	pty_expect_selected(&pty, "follows");
	pty_quit(&pty);
}
END_TEST

START_TEST(threads_are_on_the_digits)
{
	pty_type(&pty, "1");
	pty_expect_no(&pty, "1938-05-01");
	pty_expect(&pty, "The sceptre is stolen");
	pty_type(&pty, "0g");
	pty_expect(&pty, "The treaty of Klow is signed");
	pty_quit(&pty);
}
END_TEST

START_TEST(actors_are_picked_and_filter_the_list)
{
	pty_type(&pty, "aalem");
	pty_expect(&pty, "Hector Alembick");
	pty_type(&pty, "\r");
	pty_expect(&pty, "actor:alembick");
	pty_expect_no(&pty, "1938-05-01");
	pty_type(&pty, "\\");
	pty_expect(&pty, "The treaty of Klow is signed");
	pty_quit(&pty);
}
END_TEST

START_TEST(escape_answers_at_once_and_does_not_quit)
{
	pty_type(&pty, "a");
	pty_expect(&pty, "Hector Alembick");
	pty_expect(&pty, "Filter by actor");
	pty_type(&pty, "\033");
	pty_expect_no(&pty, "Filter by actor"); /* with no more keys */
	pty_type(&pty, ESC ESC ESC);
	pty_type(&pty, "j");
	pty_expect(&pty, "30 March 1939");
	pty_quit(&pty);
}
END_TEST

START_TEST(every_size_is_drawn_and_left_again)
{
	pty_type(&pty, "j");
	pty_expect(&pty, "30 March 1939");
	pty_resize(&pty, 12, 40);
	pty_expect_selected(&pty, "The sceptre is stolen");
	pty_resize(&pty, 1, 1);
	pty_resize(&pty, 2, 3);
	pty_resize(&pty, 36, 120);
	pty_expect(&pty, "30 March 1939");
	pty_expect_selected(&pty, "The sceptre is stolen");
	pty_resize(&pty, 24, 80);
	pty_expect(&pty, "30 March 1939");
	pty_quit(&pty);
}
END_TEST

START_TEST(every_key_works_on_one_cell)
{
	pty_resize(&pty, 1, 1);
	pty_type(&pty, "jk\t\t\r123aGg" ESC "/x\r?" ESC ESC "\\\\nNrs");
	pty_resize(&pty, 24, 80);
	pty_type(&pty, ESC ESC "0g");
	pty_expect(&pty, "The treaty of Klow is signed");
	pty_quit(&pty);
}
END_TEST

START_TEST(nothing_is_written_while_idle)
{
	pty_type(&pty, "j");
	pty_expect(&pty, "30 March 1939");
	while (!pty_is_idle(&pty)) /* the rest of that screen */
		;
	pty_type(&pty, "~"); /* answered, perhaps; then silence */
	while (!pty_is_idle(&pty))
		;
	ck_assert(pty_is_idle(&pty));
	pty_quit(&pty);
}
END_TEST

START_TEST(paste_runs_no_commands)
{
	pty_type(&pty, "\033[200~q\rj1\033[201~");
	pty_type(&pty, "j");
	pty_expect(&pty, "30 March 1939");
	pty_expect(&pty, "The treaty of Klow is signed");
	pty_type(&pty, "/\033[200~sceptre\rq\033[201~");
	pty_expect(&pty, "sceptre q");
	pty_type(&pty, ESC);
	pty_quit(&pty);
}
END_TEST

START_TEST(stopped_and_continued_it_is_drawn_anew)
{
	pty_type(&pty, "\x1a");
	ck_assert(WIFSTOPPED(pty_wait(&pty)));
	pty_check_restored(&pty);
	pty_resize(&pty, 12, 40);
	pty_resume(&pty);
	pty_expect_selected(&pty, "The treaty of Klow is");
	ck_assert(pty.is_alternate);
	pty_quit(&pty);
}
END_TEST

static const int deaths[] = { SIGTERM, SIGHUP, SIGINT, SIGSEGV };

START_TEST(killed_it_leaves_a_sane_terminal)
{
	int status;

	kill(pty.pid, deaths[_i]);
	status = pty_wait(&pty);
	/* ASan ends a crash by its own exit. */
	ck_assert(WIFSIGNALED(status) ? WTERMSIG(status) == deaths[_i]
				      : deaths[_i] == SIGSEGV);
	pty_check_restored(&pty);
	pty_close(&pty);
}
END_TEST

START_TEST(it_ends_with_its_terminal)
{
	pty_hang_up(&pty);
	pty_wait(&pty);
	pty_close(&pty);
}
END_TEST

START_TEST(locale_without_utf8_sees_ascii)
{
	static const char *const env[] = { "TERM=xterm", "LC_ALL=C", NULL };

	start_in(env, 24, 80);
	pty_expect(&pty, "The sceptre is stolen");
	pty_type(&pty, "0G");
	pty_expect(&pty, "[July 1939]");
	pty_type(&pty, "a?" ESC ESC "1");
	pty_expect_no(&pty, "1938-05-01");
	ck_assert(!pty.has_high_byte);
	pty_quit(&pty);
}
END_TEST

START_TEST(no_color_is_heeded)
{
	static const char *const env[] = { "TERM=xterm-256color", "NO_COLOR=1", NULL };

	start_in(env, 36, 120);
	pty_expect(&pty, "30 March 1939");
	for (int row = 0; row < 36; row++)
		ck_assert(!pty_has_colour(&pty, row));
	pty_quit(&pty);
}
END_TEST

START_TEST(dumb_terminal_gets_the_list)
{
	static const char *const env[] = { "TERM=dumb", NULL };

	start_in(env, 24, 80);
	ck_assert_int_eq(pty_wait(&pty), 0);
	ck_assert(!pty.is_alternate);
	pty_expect(&pty, "The sceptre is stolen");
	pty_close(&pty);
}
END_TEST

START_TEST(shipped_dossier_opens)
{
	static const char *const env[] = { "TERM=xterm-256color", NULL };

	snprintf(dossier, sizeof dossier, "DAFTAR_DOSSIER=%s", getenv("CONTENT"));
	start_in(env, 36, 120);
	pty_expect(&pty, "Uzbekistan");
	pty_type(&pty, "123");
	pty_type(&pty, "\t\r\ty2005\r");
	pty_expect(&pty, "year:2005");
	pty_quit(&pty);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("screen");
	TCase *small = tcase_create("browse");
	TCase *other = tcase_create("surroundings");

	tcase_set_timeout(small, 30);
	tcase_add_checked_fixture(small, open_small, NULL);
	tcase_add_test(small, starts_moves_and_quits);
	tcase_add_test(small, enter_follows_and_backspace_comes_back);
	tcase_add_test(small, threads_are_on_the_digits);
	tcase_add_test(small, actors_are_picked_and_filter_the_list);
	tcase_add_test(small, escape_answers_at_once_and_does_not_quit);
	tcase_add_test(small, every_size_is_drawn_and_left_again);
	tcase_add_test(small, every_key_works_on_one_cell);
	tcase_add_test(small, nothing_is_written_while_idle);
	tcase_add_test(small, paste_runs_no_commands);
	tcase_add_test(small, stopped_and_continued_it_is_drawn_anew);
	tcase_add_loop_test(small, killed_it_leaves_a_sane_terminal, 0,
			    sizeof deaths / sizeof deaths[0]);
	tcase_add_test(small, it_ends_with_its_terminal);
	tcase_set_timeout(other, 30);
	tcase_add_checked_fixture(other, open_none, NULL);
	tcase_add_test(other, locale_without_utf8_sees_ascii);
	tcase_add_test(other, no_color_is_heeded);
	tcase_add_test(other, dumb_terminal_gets_the_list);
	tcase_add_test(other, shipped_dossier_opens);
	suite_add_tcase(suite, small);
	suite_add_tcase(suite, other);
	return pty_is_available() ? suite_main(suite) : EXIT_SUCCESS;
}
