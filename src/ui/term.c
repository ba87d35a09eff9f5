#include "config.h"

#include "term.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "rescue.h"

enum { PASTE_MAX = 1 << 16, PASTE_BEGIN = 0x4000, PASTE_END };

/* clang-format off */
static const struct {
	int code;
	const char *name;
} named_keys[] = {
	{ KEY_UP,        "Up" },
	{ KEY_DOWN,      "Down" },
	{ KEY_LEFT,      "Left" },
	{ KEY_RIGHT,     "Right" },
	{ KEY_PPAGE,     "PgUp" },
	{ KEY_A3,        "PgUp" },
	{ KEY_NPAGE,     "PgDn" },
	{ KEY_C3,        "PgDn" },
	{ KEY_HOME,      "Home" },
	{ KEY_A1,        "Home" },
	{ KEY_END,       "End" },
	{ KEY_C1,        "End" },
	{ KEY_ENTER,     "Enter" },
	{ KEY_BACKSPACE, "Backspace" },
	{ KEY_BTAB,      "Backtab" },
	{ KEY_DC,        "Delete" },
	{ KEY_IC,        "Insert" },
	{ KEY_RESIZE,    "Resize" },
	{ KEY_F(1),      "F1" },
	{ KEY_F(2),      "F2" },
	{ KEY_F(3),      "F3" },
	{ KEY_F(4),      "F4" },
	{ KEY_F(5),      "F5" },
	{ KEY_F(6),      "F6" },
	{ KEY_F(7),      "F7" },
	{ KEY_F(8),      "F8" },
	{ KEY_F(9),      "F9" },
	{ KEY_F(10),     "F10" },
	{ KEY_F(11),     "F11" },
	{ KEY_F(12),     "F12" },
};

static const struct {
	int code;
	const char *name;
} named_characters[] = {
	{ '\t',   "Tab" },
	{ '\n',   "Enter" },
	{ '\r',   "Enter" },
	{ '\b',   "Backspace" },
	{ '\x7f', "Backspace" },
	{ '\x1b', "Esc" },
	{ ' ',    "Space" },
};
/* clang-format on */

enum {
	KEY_NAMES = sizeof named_keys / sizeof named_keys[0],
	CHARACTER_NAMES = sizeof named_characters / sizeof named_characters[0]
};

/* --- Opening and closing ------------------------------------------------ */

/*
 * Follow the terminal's size.  Curses would believe a terminal of 30,000 lines and
 * hang, so it is given the size in the environment, which it takes for the truth.
 */
static void size_follow(void)
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
		resizeterm(size.ws_row, size.ws_col);
}

/* A capability that terminfo has for this terminal, or NULL. */
static const char *capability(const char *name)
{
	const char *value = tigetstr(name);

	return value == (const char *)-1 ? NULL : value;
}

/* Write a capability, if there is one, by way of curses' own output. */
static void emit(const char *name)
{
	const char *value = capability(name);

	if (value)
		putp(value);
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

/* Add a capability to what a crash writes, without its padding ("$<5>"). */
static void rescue_capability(const char *name)
{
	const char *value = capability(name);
	char text[128];
	size_t len = 0;

	while (value && *value && len + 1 < sizeof text) {
		const char *end = strncmp(value, "$<", 2) ? NULL : strchr(value, '>');

		if (end)
			value = end + 1;
		else
			text[len++] = *value++;
	}
	text[len] = '\0';
	rescue_add(text);
}

static void colours_open(struct terminal *term, bool mono)
{
	const char *no_color = getenv("NO_COLOR");

	term->has_colours = !mono && !(no_color && no_color[0]) && has_colors() &&
			    start_color() == OK && use_default_colors() == OK;
	for (short hue = 0; term->has_colours && hue < HUE_COUNT; hue++) {
		short number = COLORS >= 256 ? hues[hue].of_256 : hues[hue].of_8;

		if (number >= 0)
			init_pair(hue, number, -1);
	}
}

static void keys_open(void)
{
	const char *begin = capability("PS"), *end = capability("PE");

	if (!getenv("ESCDELAY"))
		set_escdelay(25);
	cbreak(); /* not raw: ^C and ^Z are the user's */
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	if (begin && end) {
		define_key(begin, PASTE_BEGIN);
		define_key(end, PASTE_END);
		emit("BE");
	}
}

/* Curses' handler stops us with its own modes undone; the paste's are ours to undo. */
static struct sigaction curses_stop;

static void on_stop(int sig)
{
	emit("BD");
	curses_stop.sa_handler(sig);
	emit("BE");
}

/* Signals that curses answers are let in only by term_wait(): none is missed between
 * looking and sleeping, none comes in the middle of drawing. */
static void signals_open(struct terminal *term)
{
	sigset_t held;

	sigaction(SIGTSTP, NULL, &curses_stop);
	if (curses_stop.sa_handler != SIG_IGN && curses_stop.sa_handler != SIG_DFL) {
		struct sigaction stop = curses_stop;

		stop.sa_handler = on_stop;
		sigaction(SIGTSTP, &stop, NULL);
	}
	sigemptyset(&held);
	sigaddset(&held, SIGTSTP);
	sigaddset(&held, SIGWINCH);
	sigprocmask(SIG_BLOCK, &held, &term->prior_mask);
}

bool term_open(struct terminal *term, bool mono)
{
	static const char *const reset[] = {
		"sgr0", "op", "rmkx", "BD", "cnorm", "rmcup"
	};

	*term = (struct terminal){ .paste = BUF_INIT };
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return false;
	size_follow();
	rescue_arm(STDOUT_FILENO);
	term->screen = screen_open();
	if (!term->screen || !capability("cup")) {
		if (term->screen) {
			endwin();
			delscreen(term->screen);
		}
		rescue_disarm();
		return false;
	}
	for (size_t i = 0; i < sizeof reset / sizeof reset[0]; i++)
		rescue_capability(reset[i]);
	colours_open(term, mono);
	keys_open();
	signals_open(term);
	return true;
}

void term_close(struct terminal *term)
{
	emit("BD");
	endwin();
	rescue_disarm();
	sigprocmask(SIG_SETMASK, &term->prior_mask, NULL);
	delscreen(term->screen);
	buf_release(&term->paste);
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
	/* clang-format off */
	static const struct { unsigned char look; attr_t attribute; } table[] = {
		{ LOOK_BOLD,      A_BOLD },
		{ LOOK_DIM,       A_DIM },
		{ LOOK_UNDERLINE, A_UNDERLINE },
		{ LOOK_REVERSE,   A_REVERSE },
	};
	/* clang-format on */
	const struct look *look = &theme[role];
	const struct hue_numbers *hue = &hues[look->hue];
	bool has_hue =
		term->has_colours && (COLORS >= 256 ? hue->of_256 : hue->of_8) >= 0;
	unsigned char looks =
		has_hue || look->hue == HUE_NONE ? look->attributes : look->mono;
	attr_t attributes = 0;

	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		if (looks & table[i].look)
			attributes |= table[i].attribute;
	*pair = has_hue ? (short)look->hue : 0;
	return attributes;
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
		mvaddstr(row, col, "?");
}

void term_show(struct terminal *term, const struct canvas *canvas)
{
	bool has_cursor = canvas->cursor_row >= 0 && canvas->cursor_col >= 0;

	erase();
	for (int row = 0; row < canvas->rows; row++)
		for (int col = 0; col < canvas->cols; col++) {
			const struct cell *cell =
				&canvas->cells[row * canvas->cols + col];
			bool is_wide = col + 1 < canvas->cols && !cell[1].text[0];
			short pair;
			attr_t attributes = attributes_of(term, cell->role, &pair);

			if (!cell->text[0])
				continue;
			attr_set(attributes, pair, NULL);
			cell_show(row, col, cell->text, is_wide ? 2 : 1);
		}
	curs_set(has_cursor);
	if (has_cursor)
		move(canvas->cursor_row, canvas->cursor_col);
	refresh();
}

/* --- Input -------------------------------------------------------------- */

bool term_wait(struct terminal *term)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
	int ready = ppoll(&fd, 1, NULL, &term->prior_mask);

	if (ready < 0 && errno == EINTR) {
		size_follow();
		return true;
	}
	return ready > 0 && fd.revents == POLLIN;
}

static const char *name_of_key(int code)
{
	for (int i = 0; i < KEY_NAMES; i++)
		if (named_keys[i].code == code)
			return named_keys[i].name;
	return "";
}

/* Write the name of an ASCII character, or gather those of more bytes until they are
 * whole.  Bytes that are no UTF-8 are dropped. */
static void name_character(struct terminal *term, int byte, char name[])
{
	size_t len = strlen(term->typed);
	unsigned char first = (unsigned char)term->typed[0];

	if (byte < 0x80) {
		term->typed[0] = '\0';
		sprintf(name, byte < ' ' ? "^%c" : "%c", byte < ' ' ? byte + '@' : byte);
		for (int i = 0; i < CHARACTER_NAMES; i++)
			if (named_characters[i].code == byte)
				strcpy(name, named_characters[i].name);
	} else if (byte >= 0xc2) {
		term->typed[0] = byte < 0xf5 ? (char)byte : '\0';
		term->typed[1] = '\0';
	} else if (first && byte < 0xc0) {
		term->typed[len++] = (char)byte;
		term->typed[len] = '\0';
		if (len == (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2)) {
			strcpy(name, term->typed);
			term->typed[0] = '\0';
		}
	}
}

/* Take what comes within a paste; true with the whole of it at its end. */
static bool paste_take(struct terminal *term, struct term_event *event, int code)
{
	char name[EVENT_NAME_BYTES] = "";

	/* No terminal lets Esc through in a paste: it comes from a user whose
	 * terminal forgot the end. */
	if (code == PASTE_END || code == '\x1b') {
		term->is_pasting = false;
		snprintf(event->name, sizeof event->name, "Paste");
		event->text = term->paste.bytes;
		return code == PASTE_END;
	}
	if (code >= 0 && code <= ' ')
		strcpy(name, " ");
	else if (code < KEY_MIN && code != '\x7f')
		name_character(term, code, name);
	if (term->paste.len < PASTE_MAX)
		buf_str(&term->paste, name);
	return false;
}

bool term_next(struct terminal *term, struct term_event *event)
{
	int code;

	while ((code = getch()) != ERR) {
		*event = (struct term_event){ .text = "" };
		if (term->is_pasting) {
			if (paste_take(term, event, code))
				return true;
			continue;
		}
		if (code == PASTE_BEGIN) {
			term->is_pasting = true;
			buf_clear(&term->paste);
		} else if (code < KEY_MIN) {
			name_character(term, code, event->name);
		} else {
			strcpy(event->name, name_of_key(code));
		}
		if (code == KEY_RESIZE)
			clearok(stdscr, TRUE); /* nobody knows what is left there */
		if (event->name[0])
			return true;
	}
	return false;
}

bool term_has_key(const char *name)
{
	struct glyph glyph;
	size_t len = strlen(name);

	for (int i = 0; i < KEY_NAMES; i++)
		if (!strcmp(name, named_keys[i].name))
			return true;
	for (int i = 0; i < CHARACTER_NAMES; i++)
		if (!strcmp(name, named_characters[i].name))
			return true;
	if (name[0] == '^' && len == 2)
		return name[1] >= '@' && name[1] <= '_';
	return len > 0 && cell_next(name, len, &glyph) == len;
}

const char *term_curses_version(void)
{
	return curses_version();
}
