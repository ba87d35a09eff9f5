#include "config.h"

#include "term.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "rescue.h"
#include "term_input.h"

/* Asks for the background (OSC 11), and for the attributes, which every terminal
 * answers: then no more replies come. */
#define QUESTIONS "\033]11;?\033\\\033[c"

/* Pastes in brackets; and the order of cells is ours (bidi: explicit). */
#define MODES_ON  "\033[?2004h\033[8l"
#define MODES_OFF MOUSE_OFF "\033[8h\033[?2004l"

/* Buttons and the wheel, with positions that have no limit. */
#define MOUSE_ON  "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

enum { ESC_MS = 25 };

/* --- Opening and closing ------------------------------------------------ */

/*
 * Follow the terminal's size.  Curses would believe a terminal of 30,000 lines and
 * hang, so it is given the size in the environment, which it believes more.
 */
static void size_follow(struct terminal *term)
{
	struct winsize size;
	char rows[16], cols[16];

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_row || !size.ws_col)
		size = (struct winsize){ .ws_row = 24, .ws_col = 80 };
	if (size.ws_row > CANVAS_MAX_ROWS)
		size.ws_row = CANVAS_MAX_ROWS;
	if (size.ws_col > CANVAS_MAX_COLS)
		size.ws_col = CANVAS_MAX_COLS;
	snprintf(rows, sizeof rows, "%d", size.ws_row);
	snprintf(cols, sizeof cols, "%d", size.ws_col);
	setenv("LINES", rows, 1);
	setenv("COLUMNS", cols, 1);
	/* No signal tells of a size that changed while we were stopped. */
	if (stdscr && is_term_resized(size.ws_row, size.ws_col))
		resize_term(size.ws_row, size.ws_col);
	/* Nobody knows what is left there, even when the old size is back. */
	clearok(curscr, TRUE);
	term->is_stale = true;
	term->has_mouse = false; /* nor whether we were stopped */
}

/* A capability that terminfo has for this terminal, or NULL. */
static const char *capability(const char *name)
{
	const char *value = tigetstr(name);

	return value == (const char *)-1 ? NULL : value;
}

static void emit(const char *text)
{
	fputs(text, stdout);
	fflush(stdout);
}

/* Try TERM, what is left of it without its suffixes, then the common ones. */
static SCREEN *screen_open(void)
{
	static const char *const common[] = { "xterm-256color", "vt100" };
	const char *given = getenv("TERM");
	char name[64];
	SCREEN *screen = NULL;

	snprintf(name, sizeof name, "%s", given ? given : "");
	while (!screen && name[0]) {
		char *dash = strrchr(name, '-');

		screen = newterm(name, stdout, stdin);
		*(dash ? dash : name) = '\0';
	}
	for (size_t i = 0; !screen && i < sizeof common / sizeof common[0]; i++)
		screen = newterm(common[i], stdout, stdin);
	return screen;
}

/* The number of a hue on this terminal; -1: it has none. */
static short hue_number(const struct terminal *term, enum hue hue)
{
	const struct hue_numbers *numbers = &term->palette[hue];

	if (!term->has_colours)
		return -1;
	return COLORS >= 256 ? numbers->of_256 : numbers->of_8;
}

/* Use the hues for a background. */
static void colours_set(struct terminal *term, enum background background)
{
	term->palette = palettes[background];
	term->is_stale = true;
	for (short hue = 0; hue < HUE_COUNT; hue++)
		if (hue_number(term, (enum hue)hue) >= 0)
			init_pair(hue, hue_number(term, (enum hue)hue), -1);
}

/* The background is known when the user says so, or once the terminal has answered. */
static void colours_open(struct terminal *term, bool mono)
{
	enum background background = background_of_variable(getenv("COLORFGBG"));

	term->has_colours = !mono && has_colors() && start_color() == OK &&
			    use_default_colors() == OK;
	colours_set(term, background);
	if (!term->has_colours || background || strncmp(capability("cup"), "\033[", 2))
		return;
	term->awaits_reply = true;
	emit(QUESTIONS);
}

static void keys_open(struct terminal *term)
{
	const char *delay = getenv("ESCDELAY");
	struct termios modes;

	input_init(&term->input, delay ? atoi(delay) : ESC_MS);
	input_learn(&term->input, capability);
	cbreak(); /* not raw: ^C and ^Z are the user's */
	noecho();
	nonl();
	/* ^Z throws away what has been typed: read() must not wait for it. */
	tcgetattr(STDIN_FILENO, &modes);
	modes.c_cc[VMIN] = 0;
	tcsetattr(STDIN_FILENO, TCSANOW, &modes);
	def_prog_mode();
	keypad(stdscr, TRUE);
	typeahead(-1);	/* input never leaves half a screen */
	emit(MODES_ON); /* whatever terminfo says: unknown modes are ignored */
}

/* Stop with the shell's modes; the next term_show() comes back to ours. */
static void on_stop(int sig)
{
	struct sigaction ours, none = { .sa_handler = SIG_DFL };
	sigset_t set;

	emit(MODES_OFF);
	endwin();
	sigaction(sig, &none, &ours);
	sigemptyset(&set);
	sigaddset(&set, sig);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	raise(sig);
	sigaction(sig, &ours, NULL);
	emit(MODES_ON);
}

/*
 * Let ^Z and new sizes in by term_wait() only: none is missed between looking and
 * sleeping, none comes in the middle of drawing.  ^Z is taken before curses could: it
 * ignores ^Z while it writes, and so would lose one.
 */
static void signals_open(struct terminal *term)
{
	struct sigaction stop = { .sa_handler = on_stop }, prior;
	sigset_t held;

	sigemptyset(&held);
	sigaddset(&held, SIGTSTP);
	sigaddset(&held, SIGWINCH);
	sigprocmask(SIG_BLOCK, &held, &term->prior_mask);
	if (!sigaction(SIGTSTP, NULL, &prior) && prior.sa_handler != SIG_IGN)
		sigaction(SIGTSTP, &stop, NULL);
}

static void signals_close(struct terminal *term)
{
	struct sigaction stop;

	if (!sigaction(SIGTSTP, NULL, &stop) && stop.sa_handler == on_stop)
		signal(SIGTSTP, SIG_DFL);
	sigprocmask(SIG_SETMASK, &term->prior_mask, NULL);
}

bool term_open(struct terminal *term, bool mono)
{
	static const char *const reset[] = { "sgr0", "op", "rmkx", "cnorm", "rmcup" };
	const char *text;

	*term = (struct terminal){ .is_stale = true };
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return false;
	size_follow(term);
	rescue_arm(STDOUT_FILENO);
	signals_open(term);
	term->screen = screen_open();
	if (!term->screen || !capability("cup")) {
		if (term->screen) {
			endwin();
			delscreen(term->screen);
		}
		signals_close(term);
		rescue_disarm();
		return false;
	}
	for (size_t i = 0; i < sizeof reset / sizeof reset[0]; i++)
		if ((text = capability(reset[i])))
			rescue_add(text);
	rescue_add(MODES_OFF);
	canvas_init(&term->shown, 1, 1);
	keys_open(term);
	colours_open(term, mono);
	return true;
}

void term_set_background(struct terminal *term, enum background background)
{
	term->has_background = true;
	if (term->has_colours)
		colours_set(term, background);
}

void term_set_mouse(struct terminal *term, bool is_on)
{
	if (is_on != term->has_mouse)
		emit(is_on ? MOUSE_ON : MOUSE_OFF);
	term->has_mouse = is_on;
}

void term_size(int *rows, int *cols)
{
	getmaxyx(stdscr, *rows, *cols);
}

bool term_is_utf8(void)
{
	return !strcmp(nl_langinfo(CODESET), "UTF-8");
}

/* --- Output ------------------------------------------------------------- */

static attr_t attributes_of(const struct terminal *term, enum role role, short *pair)
{
	const struct look *look = &theme[role];
	bool has_hue = hue_number(term, look->hue) >= 0;
	unsigned char looks =
		has_hue || look->hue == HUE_NONE ? look->attributes : look->mono;

	*pair = has_hue ? (short)look->hue : 0;
	return (looks & LOOK_BOLD ? A_BOLD : 0) | (looks & LOOK_DIM ? A_DIM : 0) |
	       (looks & LOOK_UNDERLINE ? A_UNDERLINE : 0) |
	       (looks & LOOK_REVERSE ? A_REVERSE : 0);
}

/* Curses goes by the C library's widths; where they differ from ours the cells after
 * would be shifted. */
static void cell_show(int row, int col, const char *text, int width)
{
	wchar_t wide[CELL_BYTES];

	if (mbstowcs(wide, text, CELL_BYTES) < CELL_BYTES &&
	    wcswidth(wide, CELL_BYTES) == width)
		mvaddwstr(row, col, wide);
	else
		mvaddstr(row, col, width == 2 ? "? " : "?");
}

/* Curses is given the cells that have changed. */
static void cell_update(struct terminal *term, const struct canvas *canvas, int row,
			int col)
{
	const struct cell *cell = &canvas->cells[row * canvas->cols + col];
	struct cell *shown = &term->shown.cells[row * canvas->cols + col];
	bool is_wide = col + 1 < canvas->cols && !cell[1].text[0];
	bool is_same = cell->role == shown->role && !strcmp(cell->text, shown->text);
	short pair;

	if (is_same && !term->is_stale)
		return;
	*shown = *cell;
	if (!cell->text[0])
		return;
	attr_t attributes = attributes_of(term, cell->role, &pair);

	attr_set(attributes, pair, NULL);
	cell_show(row, col, cell->text, is_wide ? 2 : 1);
}

void term_show(struct terminal *term, const struct canvas *canvas)
{
	bool has_cursor = canvas->cursor_row >= 0 && canvas->cursor_col >= 0;

	if (term->shown.rows != canvas->rows || term->shown.cols != canvas->cols) {
		canvas_release(&term->shown);
		canvas_init(&term->shown, canvas->rows, canvas->cols);
		term->is_stale = true;
	}
	if (term->is_stale)
		erase();
	for (int row = 0; row < canvas->rows; row++)
		for (int col = 0; col < canvas->cols; col++)
			cell_update(term, canvas, row, col);
	term->is_stale = false;
	curs_set(has_cursor);
	if (has_cursor)
		move(canvas->cursor_row, canvas->cursor_col);
	refresh();
}

/* --- Waiting ------------------------------------------------------------ */

bool term_wait(struct terminal *term)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };

	if (term->is_gone || term->at < term->len)
		return !term->is_gone;
	int ready = ppoll(&fd, 1, NULL, &term->prior_mask);

	if (ready < 0 && errno == EINTR) {
		size_follow(term);
		return true;
	}
	return ready > 0 && fd.revents == POLLIN;
}

/* Replies are not for the user. */
void term_take_reply(struct terminal *term)
{
	const char *reply = term->input.sequence;

	if (strncmp(reply, "]11;", 4))
		term->awaits_reply = false;
	else if (term->has_colours && !term->has_background)
		colours_set(term, background_of_reply(reply + 4));
}

void term_leave(struct terminal *term)
{
	term_await_reply(term);
	emit(MODES_OFF);
	endwin();
	signals_close(term);
}

void term_return(struct terminal *term)
{
	signals_open(term);
	size_follow(term);
	emit(MODES_ON);
}

void term_write(const char *bytes, size_t len)
{
	fwrite(bytes, 1, len, stdout);
	fflush(stdout);
}

void term_close(struct terminal *term)
{
	term_leave(term);
	rescue_disarm();
	delscreen(term->screen);
	canvas_release(&term->shown);
	input_release(&term->input);
}

const char *term_curses_version(void)
{
	return curses_version();
}
