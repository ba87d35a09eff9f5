#include "config.h"

#include "pty.h"

#include <check.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_MS = 10000, IDLE_MS = 50, SECOND_MS = 1000, ROW_BYTES = 4096 };

/* --- The program and its shell ----------------------------------------- */

static void start_program(const struct pty_run *run)
{
	setpgid(0, 0);
	tcsetpgrp(STDIN_FILENO, getpid());
	for (int sig = 1; sig < NSIG; sig++) /* Check installs handlers */
		signal(sig, SIG_DFL);
	if (run->ignores_hangup)
		signal(SIGHUP, SIG_IGN);
	for (const char *const *env = run->env; env && *env; env++) {
		if (strchr(*env, '='))
			putenv((char *)*env);
		else
			unsetenv(*env);
	}
	_exit(run->run());
}

/* Report each status of the program; when it has stopped, wait until told to resume. */
static void shell_main(const struct pty_run *run, int statuses, int resumes)
{
	int status;
	char go;

	signal(SIGTTOU, SIG_IGN); /* needed to take the terminal from the background */
	signal(SIGHUP, SIG_IGN);
	pid_t pid = fork();

	if (pid == 0)
		start_program(run);
	if (write(statuses, &pid, sizeof pid) < 0)
		_exit(1);
	while (waitpid(pid, &status, WUNTRACED) == pid) {
		tcsetpgrp(STDIN_FILENO, getpid());
		if (write(statuses, &status, sizeof status) < 0)
			break;
		if (read(resumes, &go, 1) != 1 || !WIFSTOPPED(status))
			break;
		tcsetpgrp(STDIN_FILENO, pid);
		kill(-pid, SIGCONT);
	}
	_exit(0);
}

static void become_shell(const char *name, const struct pty_run *run, int statuses,
			 int resumes)
{
	setsid();
	int fd = open(name, O_RDWR);

	ioctl(fd, TIOCSCTTY, 0);
	for (int i = 0; i < 3; i++)
		dup2(fd, i);
	if (fd > 2)
		close(fd);
	shell_main(run, statuses, resumes);
}

/* --- The screen --------------------------------------------------------- */

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct pty *pty = user;

	if (property == VTERM_PROP_ALTSCREEN)
		pty->is_alternate = value->boolean;
	if (property == VTERM_PROP_CURSORVISIBLE)
		pty->has_cursor = value->boolean;
	if (property == VTERM_PROP_MOUSE)
		pty->has_mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static int on_cursor(VTermPos pos, VTermPos old, int visible, void *user)
{
	struct pty *pty = user;

	(void)old, (void)visible;
	pty->cursor = pos;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property,
						.movecursor = on_cursor };

static void screen_open(struct pty *pty)
{
	pty->has_cursor = true;
	/* libvterm crashes on tiny screens, so it gets a larger one; the rest is ignored.
	 */
	pty->vt =
		vterm_new(pty->rows < 4 ? 4 : pty->rows, pty->cols < 20 ? 20 : pty->cols);
	vterm_set_utf8(pty->vt, 1);
	pty->screen = vterm_obtain_screen(pty->vt);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_reset(pty->screen, 1);
}

/* Start with a blank screen of the new size: resizing in libvterm 0.1 may crash, and
 * the program can't rely on the contents of a resized terminal either. */
static void screen_renew(struct pty *pty)
{
	struct pty before = *pty;

	vterm_free(pty->vt);
	screen_open(pty);
	if (before.is_alternate)
		vterm_input_write(pty->vt, "\033[?1049h", 8);
	pty->is_alternate = before.is_alternate;
	pty->has_cursor = before.has_cursor;
	pty->has_mouse = before.has_mouse;
}

bool pty_is_available(void)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	const char *name = fd >= 0 && !grantpt(fd) && !unlockpt(fd) ? ptsname(fd) : NULL;
	bool is_available = name && !access(name, R_OK | W_OK);

	if (fd >= 0)
		close(fd);
	if (!is_available)
		puts("1..0 # SKIP no pseudo-terminals");
	return is_available;
}

void pty_start(struct pty *pty, const struct pty_run *run)
{
	struct winsize size = { .ws_row = (unsigned short)run->rows,
				.ws_col = (unsigned short)run->cols };
	int statuses[2], resumes[2];
	char name[64];

	*pty = (struct pty){ .rows = run->rows, .cols = run->cols };
	pty->fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	ck_assert(pty->fd >= 0 && !grantpt(pty->fd) && !unlockpt(pty->fd));
	snprintf(name, sizeof name, "%s", ptsname(pty->fd));
	int held = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);

	ck_assert(!tcgetattr(held, &pty->before) && !ioctl(held, TIOCSWINSZ, &size));
	ck_assert(!pipe2(statuses, O_CLOEXEC) && !pipe2(resumes, O_CLOEXEC));
	pty->shell = fork();
	if (pty->shell == 0) {
		close(pty->fd);
		close(held);
		close(statuses[0]);
		close(resumes[1]);
		become_shell(name, run, statuses[1], resumes[0]);
	}
	close(statuses[1]);
	close(resumes[0]);
	pty->statuses = statuses[0];
	pty->resumes = resumes[1];
	ck_assert(read(pty->statuses, &pty->pid, sizeof pty->pid) == sizeof pty->pid);
	close(held);
	screen_open(pty);
}

static void note_mode(bool *mode, const char *bytes, size_t len,
		      const char *const sequences[2])
{
	for (int i = 0; i < 2; i++)
		if (memmem(bytes, len, sequences[i], strlen(sequences[i])))
			*mode = i;
}

/* Modes that libvterm does not report. */
static void note_bytes(struct pty *pty, const char *bytes, size_t len)
{
	static const char *const brackets[] = { "\033[?2004l", "\033[?2004h" };
	static const char *const bidi[] = { "\033[8h", "\033[8l" };

	note_mode(&pty->has_brackets, bytes, len, brackets);
	note_mode(&pty->has_explicit_bidi, bytes, len, bidi);
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)bytes[i] > 0x7f)
			pty->has_high_byte = true;
}

/* Type what the terminal replies to questions. */
static void answer(struct pty *pty)
{
	char bytes[256];
	size_t len = vterm_output_read(pty->vt, bytes, sizeof bytes);

	if (len && write(pty->fd, bytes, len) < 0)
		return; /* it is gone */
}

/* Read the program's output, with a timeout.  False when there was none. */
static bool pump(struct pty *pty, int patience)
{
	struct pollfd fds[] = { { .fd = pty->fd, .events = POLLIN },
				{ .fd = pty->statuses, .events = POLLIN } };
	char bytes[4096];

	if (poll(fds, 2, patience) <= 0 || !(fds[0].revents & POLLIN))
		return false;
	ssize_t len = read(pty->fd, bytes, sizeof bytes);

	if (len <= 0)
		return false;
	note_bytes(pty, bytes, (size_t)len);
	pty->byte_count += (size_t)len;
	vterm_input_write(pty->vt, bytes, (size_t)len);
	answer(pty);
	return true;
}

void pty_type(struct pty *pty, const char *bytes)
{
	size_t len = strlen(bytes);

	ck_assert(write(pty->fd, bytes, len) == (ssize_t)len);
}

void pty_resize(struct pty *pty, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)cols };

	while (pump(pty, 0)) /* output for the old size */
		;
	pty->rows = rows;
	pty->cols = cols;
	screen_renew(pty);
	ck_assert(!ioctl(pty->fd, TIOCSWINSZ, &size));
}

const char *pty_row(const struct pty *pty, int row)
{
	static char text[ROW_BYTES];
	VTermRect rect = { row, row + 1, 0, pty->cols };
	size_t len = vterm_screen_get_text(pty->screen, text, sizeof text - 1, rect);

	while (len > 0 && text[len - 1] == ' ')
		len--;
	text[len] = '\0';
	return text;
}

static bool shows(const struct pty *pty, const char *text)
{
	for (int row = 0; row < pty->rows; row++)
		if (strstr(pty_row(pty, row), text))
			return true;
	return false;
}

static void give_up(const struct pty *pty, const char *what, const char *text)
{
	fprintf(stderr, "%s: %s\n", what, text);
	for (int row = 0; row < pty->rows; row++)
		fprintf(stderr, "|%s\n", pty_row(pty, row));
	ck_abort_msg("%s: %s", what, text);
}

void pty_expect_row(struct pty *pty, int row, const char *text)
{
	while (strcmp(pty_row(pty, row), text))
		if (!pump(pty, PATIENCE_MS))
			give_up(pty, "the row does not come", text);
}

void pty_expect(struct pty *pty, const char *text)
{
	while (!shows(pty, text))
		if (!pump(pty, PATIENCE_MS))
			give_up(pty, "not seen", text);
}

void pty_expect_no(struct pty *pty, const char *text)
{
	while (shows(pty, text))
		if (!pump(pty, PATIENCE_MS))
			give_up(pty, "still seen", text);
}

bool pty_has_colour(const struct pty *pty, int row)
{
	VTermScreenCell cell;

	for (int col = 0; col < pty->cols; col++) {
		vterm_screen_get_cell(pty->screen, (VTermPos){ row, col }, &cell);
		if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
		    !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
			return true;
	}
	return false;
}

bool pty_has_reverse(const struct pty *pty, int row)
{
	VTermScreenCell cell;

	for (int col = 0; col < pty->cols; col++) {
		vterm_screen_get_cell(pty->screen, (VTermPos){ row, col }, &cell);
		if (cell.attrs.reverse)
			return true;
	}
	return false;
}

static bool is_selected(const struct pty *pty, const char *text)
{
	int row = pty->cursor.row;

	return row < pty->rows && strstr(pty_row(pty, row), text) &&
	       pty_has_reverse(pty, row);
}

void pty_expect_selected(struct pty *pty, const char *text)
{
	while (!is_selected(pty, text))
		if (!pump(pty, PATIENCE_MS))
			give_up(pty, "not selected", text);
}

bool pty_is_idle(struct pty *pty)
{
	return !pump(pty, IDLE_MS);
}

/* --- Its end ------------------------------------------------------------ */

/* Is the program asleep?  It is while it waits for room in the terminal. */
static bool is_asleep(const struct pty *pty)
{
	char name[64], text[512] = "";
	FILE *file;

	snprintf(name, sizeof name, "/proc/%d/stat", (int)pty->pid);
	file = fopen(name, "r");
	ck_assert_ptr_nonnull(file);
	ck_assert_uint_gt(fread(text, 1, sizeof text - 1, file), 0);
	fclose(file);
	return strstr(text, ") S ");
}

void pty_expect_blocked(struct pty *pty)
{
	while (!is_asleep(pty))
		sched_yield();
}

int pty_wait_unread(struct pty *pty)
{
	struct pollfd fd = { .fd = pty->statuses, .events = POLLIN };
	int status;

	ck_assert_msg(poll(&fd, 1, SECOND_MS) == 1, "the program goes on");
	ck_assert(read(pty->statuses, &status, sizeof status) == sizeof status);
	while (pump(pty, IDLE_MS)) /* the kernel passes it on in pieces */
		;
	return status;
}

int pty_wait(struct pty *pty)
{
	struct pollfd fd = { .fd = pty->statuses, .events = POLLIN };
	int status;

	while (pty->fd >= 0 && pump(pty, PATIENCE_MS))
		;
	ck_assert_msg(poll(&fd, 1, PATIENCE_MS) == 1, "the program goes on");
	ck_assert(read(pty->statuses, &status, sizeof status) == sizeof status);
	while (pty->fd >= 0 && pump(pty, 0))
		;
	return status;
}

void pty_resume(struct pty *pty)
{
	ck_assert(write(pty->resumes, "", 1) == 1);
}

void pty_check_restored(struct pty *pty)
{
	struct termios now;

	ck_assert(!tcgetattr(pty->fd, &now));
	ck_assert_uint_eq(now.c_iflag, pty->before.c_iflag);
	ck_assert_uint_eq(now.c_oflag, pty->before.c_oflag);
	ck_assert_uint_eq(now.c_cflag, pty->before.c_cflag);
	ck_assert_uint_eq(now.c_lflag, pty->before.c_lflag);
	ck_assert(!memcmp(now.c_cc, pty->before.c_cc, sizeof now.c_cc));
	ck_assert(!pty->is_alternate);
	ck_assert(pty->has_cursor);
	ck_assert(!pty->has_brackets);
	ck_assert(!pty->has_explicit_bidi);
	ck_assert(!pty->has_mouse);
}

void pty_hang_up(struct pty *pty)
{
	close(pty->fd);
	pty->fd = -1;
}

void pty_close(struct pty *pty)
{
	if (pty->fd >= 0)
		close(pty->fd);
	close(pty->statuses);
	close(pty->resumes);
	kill(-pty->pid, SIGKILL);
	waitpid(pty->shell, NULL, 0);
	vterm_free(pty->vt);
}

void pty_quit(struct pty *pty)
{
	int status;

	pty_type(pty, "q");
	status = pty_wait(pty);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 0);
	pty_check_restored(pty);
	pty_close(pty);
}
