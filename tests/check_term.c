#include "config.h"

#include "suite.h"

#include <locale.h>
#include <math.h>
#include <pthread.h>
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
	struct pen pen = { &canvas, all, 0, 0 };

	pen_text(&pen, "key ", ROLE_PLAIN);
	pen_text(&pen, event->name, ROLE_WARNING);
	snprintf(line, sizeof line, "%d %dx%d", count, rows, cols);
	pen_text(&(struct pen){ &canvas, all, 1, 0 }, line, ROLE_SELECTED);
	pen_text(&(struct pen){ &canvas, all, 2, 0 }, event->text, ROLE_QUOTE);
	snprintf(line, sizeof line, "%d %d", event->mouse.row, event->mouse.col);
	if (!strcmp(event->name, "Mouse"))
		pen_text(&(struct pen){ &canvas, all, 2, 0 }, line, ROLE_QUOTE);
	pen_text(&(struct pen){ &canvas, all, 3, 0 }, "漢字 – Oʻzbekiston é", ROLE_QUOTE);
	pen_text(&(struct pen){ &canvas, all, rows - 1, cols - 1 }, "$", ROLE_PLAIN);
	canvas.cursor_row = 1;
	canvas.cursor_col = 0;
	term_show(term, &canvas);
	canvas_release(&canvas);
}

static void *fail_at_once(void *barrier)
{
	pthread_barrier_wait(barrier);
	fail("as asked");
}

/* Two threads fail together. */
static void fail_twice(void)
{
	pthread_barrier_t barrier;
	pthread_t thread;

	pthread_barrier_init(&barrier, NULL, 2);
	pthread_create(&thread, NULL, fail_at_once, &barrier);
	fail_at_once(&barrier);
}

/* Write for ever. */
static void flood(void)
{
	while (write(STDOUT_FILENO, "flood\r\n", 7) > 0)
		;
}

static void misbehave(const char *key)
{
	if (!strcmp(key, "*"))
		fail("as asked");
	if (!strcmp(key, "%"))
		fail_twice();
	if (!strcmp(key, "!"))
		raise(SIGSEGV);
	if (!strcmp(key, "&"))
		exit(EXIT_CANNOT); /* as curses does */
	if (!strcmp(key, "~"))
		flood();
}

/* Show each event; q quits. */
static int echo(void)
{
	struct term_event event = { .text = "" };
	struct terminal term;
	bool is_done = false, has_mouse = false;
	int count = 0;

	setlocale(LC_ALL, "");
	if (!term_open(&term, getenv("MONO")))
		return NO_TERMINAL;
	while (!is_done) {
		echo_draw(&term, &event, count);
		term_set_mouse(&term, has_mouse);
		if (!term_wait(&term))
			break;
		while (!is_done && term_next(&term, &event)) {
			count++;
			is_done = !strcmp(event.name, "q");
			has_mouse ^= !strcmp(event.name, "F2");
			misbehave(event.name);
			if (event.name[0] == 'P')
				break; /* its text lasts until the next */
		}
	}
	term_close(&term);
	return is_done ? EXIT_OK : HANGUP;
}

static const char *const xterm[] = { "TERM=xterm-256color", "COLORFGBG", NULL };
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

START_TEST(mono_has_attributes_only)
{
	static const char *const env[] = { "TERM=xterm-256color", "MONO=1",
					   "COLORFGBG=15;0", NULL };

	start(&(struct pty_run){ echo, env, ROWS, COLS, false });
	for (int row = 0; row < ROWS; row++)
		ck_assert(!pty_has_colour(&pty, row));
	ck_assert(pty_has_reverse(&pty, 1));
	pty_quit(&pty);
}
END_TEST

START_TEST(one_key_writes_little)
{
	start(&plain);
	while (!pty_is_idle(&pty))
		;
	size_t before = pty.byte_count;

	pty_type(&pty, "j");
	pty_expect_row(&pty, 0, "key j");
	pty_expect(&pty, "1 10x40");
	while (!pty_is_idle(&pty))
		;
	ck_assert_uint_le(pty.byte_count - before, 100);
	pty_quit(&pty);
}
END_TEST

/* --- Colours ------------------------------------------------------------ */

/* Replies of terminals to OSC 11, and the hue of a warning that follows. */
static const struct {
	const char *reply;
	enum background background;
} backgrounds[] = {
	{ "\033]11;rgb:1e1e/1e1e/1e1e\033\\", BACKGROUND_DARK },
	{ "\033]11;rgb:fdfd/f6f6/e3e3\a", BACKGROUND_LIGHT },
	{ "\033]11;rgba:ff/ff/ff/80\033\\", BACKGROUND_LIGHT },
	{ "\033]11;rgb:00/2b/36\a", BACKGROUND_DARK },
	{ "\033]11;rgb:zz/00/00\a", BACKGROUND_UNKNOWN },
	{ "\033]11;\a", BACKGROUND_UNKNOWN },
	{ "\033[?1;2c", BACKGROUND_UNKNOWN },
};

/* Is the word on the first row in the amber of a background? */
static bool is_amber(enum background background)
{
	VTermScreenCell cell;
	int number = palettes[background][HUE_AMBER].of_256;

	vterm_screen_get_cell(pty.screen, (VTermPos){ 0, 4 }, &cell);
	if (number < 0)
		return VTERM_COLOR_IS_DEFAULT_FG(&cell.fg);
	return VTERM_COLOR_IS_INDEXED(&cell.fg) && cell.fg.indexed.idx == number;
}

START_TEST(colours_follow_the_reply_of_the_terminal)
{
	start(&plain);
	pty_type(&pty, "x");
	pty_expect_row(&pty, 0, "key x");
	ck_assert(is_amber(BACKGROUND_UNKNOWN));
	pty_type(&pty, backgrounds[_i].reply);
	pty_type(&pty, "y");
	pty_expect_row(&pty, 0, "key y");
	pty_expect(&pty, "2 10x40"); /* the reply is no key */
	ck_assert(is_amber(backgrounds[_i].background));
	pty_quit(&pty);
}
END_TEST

static const struct {
	const char *variable;
	enum background background;
} variables[] = {
	{ "COLORFGBG=15;0", BACKGROUND_DARK },
	{ "COLORFGBG=0;default;15", BACKGROUND_LIGHT },
	{ "COLORFGBG=7;8", BACKGROUND_DARK },
	{ "COLORFGBG=0;7", BACKGROUND_LIGHT },
	{ "COLORFGBG=default;default", BACKGROUND_UNKNOWN },
	{ "COLORFGBG=0;99", BACKGROUND_UNKNOWN },
	{ "COLORFGBG=;", BACKGROUND_UNKNOWN },
};

START_TEST(colours_follow_the_variable)
{
	const char *env[] = { "TERM=xterm-256color", variables[_i].variable, NULL };

	start(&(struct pty_run){ echo, env, ROWS, COLS, false });
	pty_type(&pty, "x");
	pty_expect_row(&pty, 0, "key x");
	ck_assert(is_amber(variables[_i].background));
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
	{ "j", "j" },	       { "\r", "Enter" },	{ "\n", "Enter" },
	{ "\t", "Tab" },       { "\033[Z", "Backtab" }, { "\x7f", "Backspace" },
	{ "\b", "Backspace" }, { "\x04", "^D" },	{ " ", "Space" },
	{ "\033OA", "Up" },    { "\033OB", "Down" },	{ "\033[5~", "PgUp" },
	{ "\033[6~", "PgDn" }, { "\033[1~", "Home" },	{ "\033[7~", "Home" },
	{ "\033[H", "Home" },  { "\033[4~", "End" },	{ "\033[8~", "End" },
	{ "\033[F", "End" },   { "\033[A", "Up" },	{ "\033[2~", "Insert" },
	{ "\033[[A", "F1" },   { "\033[[E", "F5" },	{ "\033OS", "F4" },
	{ "\033[15~", "F5" },  { "\033[17~", "F6" },	{ "\033[21~", "F10" },
	{ "\033[24~", "F12" }, { "\033[16~x", "x" },	{ "\033OM", "Enter" },
	{ "\033Op", "0" },     { "\033Ok", "+" },	{ "\033OH", "Home" },
	{ "\033OF", "End" },   { "\033[3~", "Delete" }, { "\033OQ", "F2" },
	{ "é", "é" },	       { "字", "字" },		{ "\033", "Esc" },
	{ "\033[201~x", "x" }, { "\xff\xfex", "x" },
};

START_TEST(keys_have_names)
{
	char want[32];

	start(&plain);
	snprintf(want, sizeof want, "key %s", keys[_i].name);
	pty_type(&pty, keys[_i].bytes);
	pty_expect_row(&pty, 0, want);
	ck_assert(input_has_key(keys[_i].name));
	pty_quit(&pty);
}
END_TEST

/* What is no key that we know, in one piece: nothing of it is a key. */
static const char *const swallowed[] = {
	"\033[<4;10;20M\033[<0;10;20m",
	"\033[M !!",
	"\033[M\033[I",
	"\033[I\033[O",
	"\033[12;40R",
	"\033[?62;22c\033[>41;354;0c",
	"\033]11;rgb:0000/0000/0000\033\\",
	"\033]11;rgb:ffff/ffff/ffff\a",
	"\033]0;q\a",
	"\033P>|XTerm(370)\033\\",
	"\033_Gi=31;OK\033\\",
	"\033[113;5u",
	"\033[27;5;113~",
	"\033[1;5A",
	"\033[?2004;1$y",
	"\033q",
	"\033\xc3\xa9",
	"\033[1;\033[24;9R",
	"\033O1;2P",
	"\033]0;qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq\a",
};

START_TEST(what_is_no_key_is_swallowed_whole)
{
	start(&plain);
	pty_type(&pty, swallowed[_i]);
	pty_type(&pty, "x");
	pty_expect_row(&pty, 0, "key x");
	pty_expect(&pty, "1 10x40");
	pty_quit(&pty);
}
END_TEST

/* Fragments: Alt and a key that begins a sequence does not make us deaf. */
static const char *const fragments[] = { "\033[", "\033O", "\033]", "\033P",
					 "\033[<0;1" };

START_TEST(fragment_is_dropped_in_time)
{
	struct input input;
	char name[KEY_NAME_BYTES];

	input_init(&input, 25);
	for (const char *byte = fragments[_i]; *byte; byte++)
		ck_assert(!input_byte(&input, *byte, name));
	ck_assert_int_gt(input_patience(&input), 0);
	ck_assert(!input_silence(&input, name));
	ck_assert_int_eq(input_patience(&input), 0);
	ck_assert(input_byte(&input, 'j', name));
	ck_assert_str_eq(name, "j");
	input_release(&input);
}
END_TEST

START_TEST(lone_escape_is_a_key)
{
	struct input input;
	char name[KEY_NAME_BYTES];

	input_init(&input, 25);
	ck_assert(!input_byte(&input, '\033', name));
	ck_assert_int_eq(input_patience(&input), 25);
	ck_assert(input_byte(&input, '\033', name)); /* pressed twice */
	ck_assert_str_eq(name, "Esc");
	ck_assert(input_silence(&input, name));
	ck_assert_str_eq(name, "Esc");
	ck_assert_int_eq(input_patience(&input), 0);
	input_release(&input);
}
END_TEST

/* scoansi has keys that are a focus event and a mouse report elsewhere. */
static const char *capability_of_scoansi(const char *name)
{
	return !strcmp(name, "kpp") ? "\033[I" : !strcmp(name, "kf1") ? "\033[M" : NULL;
}

START_TEST(keys_of_terminfo_come_first)
{
	struct input input;
	char name[KEY_NAME_BYTES];

	input_init(&input, 25);
	input_learn(&input, capability_of_scoansi);
	ck_assert(!input_byte(&input, '\033', name) && !input_byte(&input, '[', name));
	ck_assert(input_byte(&input, 'I', name));
	ck_assert_str_eq(name, "PgUp");
	ck_assert(!input_byte(&input, '\033', name) && !input_byte(&input, '[', name));
	ck_assert(input_byte(&input, 'M', name));
	ck_assert_str_eq(name, "F1");
	input_release(&input);
}
END_TEST

START_TEST(escape_ends_a_paste_that_was_interrupted)
{
	start(&plain);
	pty_type(&pty, "\033[200~abc\033[1;5Aq");
	pty_type(&pty, "\033");
	pty_expect_row(&pty, 2, "abcq");
	pty_expect_row(&pty, 0, "key Paste");
	pty_type(&pty, "x");
	pty_expect_row(&pty, 0, "key x");
	pty_quit(&pty);
}
END_TEST

START_TEST(terminals_without_the_capability_paste_too)
{
	static const char *const env[] = { "TERM=vt100", NULL };

	start(&(struct pty_run){ echo, env, ROWS, COLS, false });
	ck_assert(pty.has_brackets);
	pty_type(&pty, "\033[200~q\rq\033[201~");
	pty_expect_row(&pty, 2, "q q");
	pty_quit(&pty);
}
END_TEST

START_TEST(names_of_no_key_are_known_for_it)
{
	ck_assert(input_has_key("^A") && input_has_key("F12"));
	ck_assert(!input_has_key("") && !input_has_key("enter") && !input_has_key("jj"));
	ck_assert(!input_has_key("^") || input_has_key("^")); /* a caret is typed, too */
	ck_assert(!input_has_key("^a") && !input_has_key("Paste"));
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

#define F2 "\033OQ"

START_TEST(the_mouse_is_the_terminals_until_asked_for)
{
	start(&plain);
	ck_assert(!pty.has_mouse);
	pty_type(&pty, F2);
	pty_expect_row(&pty, 0, "key F2");
	pty_type(&pty, "\033[<0;40;10Mx\033[<0;3;2M");
	pty_expect_row(&pty, 2, "1 2");
	ck_assert(pty.has_mouse);
	pty_type(&pty, F2);
	pty_expect_row(&pty, 0, "key F2");
	pty_type(&pty, "x");
	pty_expect_row(&pty, 0, "key x");
	ck_assert(!pty.has_mouse);
	pty_quit(&pty);
}
END_TEST

START_TEST(stopped_it_gives_the_mouse_back)
{
	start(&plain);
	pty_type(&pty, F2 "x");
	pty_expect_row(&pty, 0, "key x");
	ck_assert(pty.has_explicit_bidi);
	pty_type(&pty, "\x1a");
	ck_assert(WIFSTOPPED(pty_wait(&pty)));
	pty_check_restored(&pty);
	pty_resize(&pty, 12, 44);
	pty_resume(&pty);
	pty_expect(&pty, " 12x44");
	pty_type(&pty, "y");
	pty_expect_row(&pty, 0, "key y");
	ck_assert(pty.has_mouse);
	ck_assert(pty.has_explicit_bidi);
	pty_quit(&pty);
}
END_TEST

/* --- Ways out ----------------------------------------------------------- */

static const int deaths[] = { SIGTERM, SIGHUP,	SIGINT,	 SIGQUIT, SIGSEGV,   SIGBUS,
			      SIGABRT, SIGFPE,	SIGILL,	 SIGTRAP, SIGSYS,    SIGUSR1,
			      SIGUSR2, SIGPIPE, SIGALRM, SIGPROF, SIGVTALRM, SIGXCPU,
			      SIGXFSZ, SIGPOLL, 40 };

START_TEST(killed_the_terminal_is_restored)
{
	int status;

	start(&plain);
	pty_type(&pty, F2 "x");
	pty_expect_row(&pty, 0, "key x");
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
} ends[] = { { "\x03", 128 + SIGINT },
	     { "!", 128 + SIGSEGV },
	     { "*", EXIT_CANNOT },
	     { "&", EXIT_CANNOT } };

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

START_TEST(failing_threads_say_it_once)
{
	int count = 0;

	start(&plain);
	pty_type(&pty, "%");
	ck_assert_int_eq(WEXITSTATUS(pty_wait(&pty)), EXIT_CANNOT);
	for (int row = 0; row < ROWS; row++)
		count += strstr(pty_row(&pty, row), "as asked") != NULL;
	ck_assert_int_eq(count, 1);
	pty_check_restored(&pty);
	pty_close(&pty);
}
END_TEST

/* Signals that end it while its output is full, or was told to wait. */
static const struct {
	int sig;
	const char *before;
} unread[] = {
	{ SIGTERM, "" },     { SIGINT, "" },	 { SIGHUP, "" },
	{ SIGTERM, "\x13" }, { SIGINT, "\x13" }, { SIGHUP, "\x13" },
};

START_TEST(nobody_reads_the_terminal_and_it_ends_at_once)
{
	int status;

	start(&plain);
	pty_type(&pty, "~");
	pty_expect(&pty, "flood");
	pty_type(&pty, unread[_i].before);
	pty_expect_blocked(&pty);
	kill(pty.pid, unread[_i].sig);
	status = pty_wait_unread(&pty);
	ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == unread[_i].sig);
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

/* --- Contrast ----------------------------------------------------------- */

static const struct {
	const char *name;
	enum background background;
	unsigned rgb;
} themes[] = {
	{ "black", BACKGROUND_DARK, 0x000000 },
	{ "#1e1e1e", BACKGROUND_DARK, 0x1e1e1e },
	{ "solarized dark", BACKGROUND_DARK, 0x002b36 },
	{ "gruvbox dark", BACKGROUND_DARK, 0x282828 },
	{ "nord", BACKGROUND_DARK, 0x2e3440 },
	{ "white", BACKGROUND_LIGHT, 0xffffff },
	{ "solarized light", BACKGROUND_LIGHT, 0xfdf6e3 },
	{ "gruvbox light", BACKGROUND_LIGHT, 0xfbf1c7 },
};

/* Luminance after WCAG 2. */
static double luminance(unsigned rgb)
{
	static const double weights[] = { 0.0722, 0.7152, 0.2126 };
	double sum = 0;

	for (int i = 0; i < 3; i++, rgb >>= 8) {
		double part = (rgb & 0xff) / 255.0;

		sum += weights[i] * (part <= 0.04045 ? part / 12.92
						     : pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static double contrast(unsigned a, unsigned b)
{
	double x = luminance(a) + 0.05, y = luminance(b) + 0.05;

	return x > y ? x / y : y / x;
}

/* A colour of the 256 that users do not change: the cube and the greys. */
static unsigned rgb_of(int number)
{
	static const unsigned levels[] = { 0, 95, 135, 175, 215, 255 };

	ck_assert_int_ge(number, 16);
	ck_assert_int_lt(number, 256);
	if (number >= 232)
		return (unsigned)(8 + 10 * (number - 232)) * 0x010101;
	number -= 16;
	return levels[number / 36] << 16 | levels[number / 6 % 6] << 8 |
	       levels[number % 6];
}

START_TEST(text_has_a_contrast_of_four_and_a_half)
{
	const struct hue_numbers *palette = palettes[themes[_i].background];

	for (int hue = HUE_GREY; hue < HUE_COUNT; hue++) {
		double found = contrast(rgb_of(palette[hue].of_256), themes[_i].rgb);

		ck_assert_msg(found >= (hue < HUE_LINE ? 4.5 : 3.0), "hue %d on %s: %.2f",
			      hue, themes[_i].name, found);
	}
}
END_TEST

START_TEST(unknown_background_has_no_coloured_text)
{
	const struct hue_numbers *palette = palettes[BACKGROUND_UNKNOWN];

	for (int hue = 0; hue < HUE_LINE; hue++)
		ck_assert(palette[hue].of_256 < 0 && palette[hue].of_8 < 0);
	for (int hue = HUE_LINE; hue < HUE_COUNT; hue++) {
		ck_assert(contrast(rgb_of(palette[hue].of_256), 0x000000) >= 4);
		ck_assert(contrast(rgb_of(palette[hue].of_256), 0xffffff) >= 4);
	}
}
END_TEST

/* Green, yellow and cyan, the colours of eight that are used, as dark themes define them:
 * xterm, Tango, Solarized, Gruvbox, Nord. */
static const struct {
	unsigned background, green, yellow, cyan;
} eights[] = {
	{ 0x000000, 0x00cd00, 0xcdcd00, 0x00cdcd },
	{ 0x1e1e1e, 0x4e9a06, 0xc4a000, 0x06989a },
	{ 0x002b36, 0x859900, 0xb58900, 0x2aa198 },
	{ 0x282828, 0x98971a, 0xd79921, 0x689d6a },
	{ 0x2e3440, 0xa3be8c, 0xebcb8b, 0x88c0d0 },
};

START_TEST(eight_colours_are_readable_too)
{
	for (int hue = 0; hue < HUE_COUNT; hue++) {
		int number = palettes[BACKGROUND_DARK][hue].of_8;
		unsigned rgb = number == 2   ? eights[_i].green
			       : number == 3 ? eights[_i].yellow
					     : eights[_i].cyan;

		ck_assert(palettes[BACKGROUND_LIGHT][hue].of_8 < 0);
		if (number < 0)
			continue;
		ck_assert(number == 2 || number == 3 || number == 6);
		ck_assert_msg(contrast(rgb, eights[_i].background) >= 4.5,
			      "%d on %06x: %.2f", number, eights[_i].background,
			      contrast(rgb, eights[_i].background));
	}
}
END_TEST

/* Without colours, no role that matters loses its attributes, and text is not dimmed. */
START_TEST(roles_without_colours_keep_their_attributes)
{
	for (int role = 0; role < ROLE_COUNT; role++) {
		bool is_line = theme[role].hue >= HUE_LINE;

		ck_assert((theme[role].mono & theme[role].attributes) ==
			  theme[role].attributes);
		ck_assert(is_line || !(theme[role].mono & LOOK_DIM));
	}
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))

static void add_ends(TCase *term)
{
	tcase_add_loop_test(term, killed_the_terminal_is_restored, 0, COUNT(deaths));
	tcase_add_loop_test(term, interrupted_crashed_or_failed_it_is_restored, 0,
			    COUNT(ends));
	tcase_add_test(term, failing_threads_say_it_once);
	tcase_add_loop_test(term, nobody_reads_the_terminal_and_it_ends_at_once, 0,
			    COUNT(unread));
	tcase_add_test(term, killed_while_stopped_it_leaves_the_shells_terminal_alone);
	tcase_add_loop_test(term, terminal_that_goes_away_ends_it, 0, 2);
}

static void add_theme(TCase *tcase)
{
	tcase_add_loop_test(tcase, text_has_a_contrast_of_four_and_a_half, 0,
			    COUNT(themes));
	tcase_add_test(tcase, unknown_background_has_no_coloured_text);
	tcase_add_loop_test(tcase, eight_colours_are_readable_too, 0, COUNT(eights));
	tcase_add_test(tcase, roles_without_colours_keep_their_attributes);
}

int main(void)
{
	Suite *suite = suite_create("term");
	TCase *term = tcase_create("term");
	TCase *themed = tcase_create("theme");

	tcase_set_timeout(term, 30);
	tcase_add_test(term, a_canvas_is_shown_and_the_terminal_given_back);
	tcase_add_test(term, nothing_is_written_when_nothing_changes);
	tcase_add_test(term, locale_without_utf8_gets_ascii);
	tcase_add_test(term, mono_has_attributes_only);
	tcase_add_test(term, one_key_writes_little);
	tcase_add_loop_test(term, colours_follow_the_reply_of_the_terminal, 0,
			    COUNT(backgrounds));
	tcase_add_loop_test(term, colours_follow_the_variable, 0, COUNT(variables));
	tcase_add_loop_test(term, unknown_terminals_fall_back, 0, COUNT(fallbacks));
	tcase_add_test(term, terminal_that_cannot_move_its_cursor_is_none);
	tcase_add_test(term, absurd_sizes_are_clamped);
	tcase_add_loop_test(term, keys_have_names, 0, COUNT(keys));
	tcase_add_loop_test(term, what_is_no_key_is_swallowed_whole, 0, COUNT(swallowed));
	tcase_add_loop_test(term, fragment_is_dropped_in_time, 0, COUNT(fragments));
	tcase_add_test(term, lone_escape_is_a_key);
	tcase_add_test(term, keys_of_terminfo_come_first);
	tcase_add_test(term, escape_ends_a_paste_that_was_interrupted);
	tcase_add_test(term, terminals_without_the_capability_paste_too);
	tcase_add_test(term, names_of_no_key_are_known_for_it);
	tcase_add_test(term, paste_is_text_and_never_keys);
	tcase_add_test(term, resizing_is_followed);
	tcase_add_test(term, stopped_and_continued_at_another_size);
	tcase_add_test(term, the_mouse_is_the_terminals_until_asked_for);
	tcase_add_test(term, stopped_it_gives_the_mouse_back);
	add_ends(term);
	add_theme(themed);
	suite_add_tcase(suite, term);
	suite_add_tcase(suite, themed);
	return pty_is_available() ? suite_main(suite) : EXIT_SUCCESS;
}
