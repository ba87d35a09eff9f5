/**
 * @file
 * A program on a terminal of our own, for tests.
 *
 * Between the test and the program stands a small shell, as in life: it has the
 * session, the program the foreground, so that ^Z stops it and it can be
 * continued.  What the program writes is read by libvterm.  Nothing here sleeps: a
 * screen is waited for until it is there, or patience ends and the test fails.
 */
#ifndef DAFTAR_TESTS_PTY_H
#define DAFTAR_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

struct pty {
	int fd;		       /* the terminal's far end; -1 when it has been closed */
	pid_t pid, shell;      /* the program; what stands between */
	int statuses, resumes; /* pipes from and to the shell */
	struct termios before; /* the terminal's modes before the program had it */
	int rows, cols;
	bool is_alternate, has_cursor; /* what the program has set */
	bool has_high_byte;	       /* it wrote a byte over 0x7f */
	bool has_brackets;	       /* it asked for pastes to be marked */
	VTermPos cursor;
	VTerm *vt;
	VTermScreen *screen;
};

/** What to run, how. */
struct pty_run {
	int (*run)(void);	/* in a child; its value is the exit status */
	const char *const *env; /* "NAME=value", "NAME" to unset; NULL at the end */
	int rows, cols;
	bool ignores_hangup;
};

void pty_start(struct pty *pty, const struct pty_run *run);

/** Type bytes as they stand. */
void pty_type(struct pty *pty, const char *bytes);

/** Give the terminal another size, as a window does when it is pulled. */
void pty_resize(struct pty *pty, int rows, int cols);

/** One row of the screen, blanks at its end cut.  Valid until the next call. */
const char *pty_row(const struct pty *pty, int row);

/** Wait until the row shows just this. */
void pty_expect_row(struct pty *pty, int row, const char *text);

/** Wait until the screen shows this somewhere in a row. */
void pty_expect(struct pty *pty, const char *text);

/** Wait until it shows it no more. */
void pty_expect_no(struct pty *pty, const char *text);

/** Wait until a row that shows this is in reverse video and has the cursor. */
void pty_expect_selected(struct pty *pty, const char *text);

/** Is there a cell in the row that is not in the terminal's own colours? */
bool pty_has_colour(const struct pty *pty, int row);

/** Is there one in reverse video? */
bool pty_has_reverse(const struct pty *pty, int row);

/** Does the program write nothing while nothing happens? */
bool pty_is_idle(struct pty *pty);

/** Wait until the program stops or ends: a status as waitpid() gives it. */
int pty_wait(struct pty *pty);

/** Continue a program that has stopped. */
void pty_resume(struct pty *pty);

/** The main screen is back, the cursor seen, the modes are as they were. */
void pty_check_restored(struct pty *pty);

/** Close the far end, as a window or a connection that goes away. */
void pty_hang_up(struct pty *pty);

void pty_close(struct pty *pty);

/** Type q: the program ends well, leaves all as it was, and is closed. */
void pty_quit(struct pty *pty);

#endif
