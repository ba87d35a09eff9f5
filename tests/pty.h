/**
 * @file
 * A program on a pseudo-terminal, for tests.
 *
 * A small shell runs between the test and the program: it owns the session, and the
 * program runs in the foreground, so that ^Z stops it and it can be continued.
 * libvterm reads the program's output.  Nothing sleeps: tests wait for an expected
 * screen, and fail after a timeout.
 */
#ifndef DAFTAR_TESTS_PTY_H
#define DAFTAR_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

struct pty {
	int fd;		       /* the master side; -1 when closed */
	pid_t pid, shell;      /* the program; the shell */
	int statuses, resumes; /* pipes from and to the shell */
	struct termios before; /* the terminal's modes at the start */
	int rows, cols;
	bool is_alternate, has_cursor; /* as set by the program */
	bool has_mouse;		       /* it asked for reports of the mouse */
	bool has_high_byte;	       /* it wrote a non-ASCII byte */
	bool has_brackets;	       /* it turned on bracketed paste */
	bool has_explicit_bidi;	       /* it took the order of cells on itself */
	size_t byte_count;	       /* what it has written so far */
	VTermPos cursor;
	VTerm *vt;
	VTermScreen *screen;
};

/** What to run. */
struct pty_run {
	int (*run)(void);	/* runs in a child; returns the exit status */
	const char *const *env; /* "NAME=value", "NAME" to unset; NULL at the end */
	int rows, cols;
	bool ignores_hangup;
};

void pty_start(struct pty *pty, const struct pty_run *run);

/** Has this system pseudo-terminals?  Else prints that the suite is skipped. */
bool pty_is_available(void);

/** Type raw bytes. */
void pty_type(struct pty *pty, const char *bytes);

/** Resize the terminal. */
void pty_resize(struct pty *pty, int rows, int cols);

/** One row of the screen without trailing blanks.  Valid until the next call. */
const char *pty_row(const struct pty *pty, int row);

/** Wait until the row equals this. */
void pty_expect_row(struct pty *pty, int row, const char *text);

/** Wait until a row of the screen contains this. */
void pty_expect(struct pty *pty, const char *text);

/** Wait until no row contains this. */
void pty_expect_no(struct pty *pty, const char *text);

/** Wait until a row that contains this is in reverse video and has the cursor. */
void pty_expect_selected(struct pty *pty, const char *text);

/** Has any cell of the row a colour other than the default? */
bool pty_has_colour(const struct pty *pty, int row);

/** Is any cell of the row in reverse video? */
bool pty_has_reverse(const struct pty *pty, int row);

/** Is the program silent while idle? */
bool pty_is_idle(struct pty *pty);

/** Wait, without reading, until the program is blocked by what it writes. */
void pty_expect_blocked(struct pty *pty);

/** Wait until the program ends, for a second, while nobody reads the terminal. */
int pty_wait_unread(struct pty *pty);

/** Wait until the program stops or ends: a status as waitpid() gives it. */
int pty_wait(struct pty *pty);

/** Continue a program that has stopped. */
void pty_resume(struct pty *pty);

/** Are the main screen, the cursor and the terminal's modes restored? */
void pty_check_restored(struct pty *pty);

/** Close the master side, as when a window or a connection is closed. */
void pty_hang_up(struct pty *pty);

void pty_close(struct pty *pty);

/** Type q, and check that the program exits with 0 and restores the terminal. */
void pty_quit(struct pty *pty);

#endif
