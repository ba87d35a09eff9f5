#include "config.h"

#include "rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/fail.h"

enum { SIGNAL_COUNT = NSIG, STACK_BYTES = 1 << 16 };

static struct {
	atomic_int is_armed;
	bool is_registered; /* with atexit() */
	int fd;
	bool has_modes;
	struct termios modes;
	char reset[512];
	size_t len;
	bool is_taken[SIGNAL_COUNT];
	struct sigaction prior[SIGNAL_COUNT];
	stack_t prior_stack;
	char stack[STACK_BYTES]; /* a stack that has overflown can't take a handler */
} rescue;

/* Write what the terminal takes at once; true when it is all of it. */
static bool write_reset(void)
{
	size_t done = 0;

	while (done < rescue.len) {
		ssize_t len = write(rescue.fd, rescue.reset + done, rescue.len - done);

		if (len <= 0)
			return false;
		done += (size_t)len;
	}
	return true;
}

/* Nobody may be reading the terminal, or it was told to wait (^S): what is still in the
 * way is thrown away, and nothing blocks. */
static void reset_screen(void)
{
	int flags = fcntl(rescue.fd, F_GETFL);

	fcntl(rescue.fd, F_SETFL, flags | O_NONBLOCK);
	if (!write_reset()) {
		/* Linux lifts with TCOON only what TCOOFF has stopped. */
		tcflow(rescue.fd, TCOOFF);
		tcflow(rescue.fd, TCOON);
		tcflush(rescue.fd, TCOFLUSH);
		write_reset();
	}
	fcntl(rescue.fd, F_SETFL, flags);
}

void rescue_now(void)
{
	int saved = errno;

	if (!atomic_exchange(&rescue.is_armed, 0))
		return;
	/* While we are stopped, the terminal is the shell's. */
	if (tcgetpgrp(rescue.fd) == getpgrp()) {
		reset_screen();
		if (rescue.has_modes)
			tcsetattr(rescue.fd, TCSANOW, &rescue.modes);
	}
	errno = saved;
}

/* What was to happen before we came, happens when the handler returns. */
static void on_fatal(int sig)
{
	rescue_now();
	sigaction(sig, &rescue.prior[sig], NULL);
	raise(sig);
}

/* Does the signal end a process that does nothing about it? */
static bool is_deadly(int sig)
{
	static const int others[] = { SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU,
				      SIGCONT, SIGCHLD, SIGURG,	 SIGWINCH };

	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (others[i] == sig)
			return false;
	return true;
}

static bool is_crash(int sig)
{
	return sig == SIGSEGV || sig == SIGBUS || sig == SIGFPE || sig == SIGILL ||
	       sig == SIGABRT || sig == SIGTRAP || sig == SIGSYS;
}

/* Handlers that somebody has installed are left alone, but for those of crashes, which
 * report and end the process, too. */
static void take_signals(void)
{
	struct sigaction action = { .sa_handler = on_fatal, .sa_flags = SA_ONSTACK };

	sigfillset(&action.sa_mask);
	for (int sig = 1; sig < SIGNAL_COUNT; sig++) {
		struct sigaction *prior = &rescue.prior[sig];

		rescue.is_taken[sig] =
			is_deadly(sig) && !sigaction(sig, NULL, prior) &&
			(prior->sa_handler == SIG_DFL ||
			 (is_crash(sig) && prior->sa_handler != SIG_IGN)) &&
			!sigaction(sig, &action, NULL);
	}
}

void rescue_arm(int fd)
{
	stack_t stack = { .ss_sp = rescue.stack, .ss_size = sizeof rescue.stack };

	rescue.fd = fd;
	rescue.len = 0;
	rescue.has_modes = !tcgetattr(fd, &rescue.modes);
	sigaltstack(&stack, &rescue.prior_stack);
	take_signals();
	fail_cleanup(rescue_now);
	if (!rescue.is_registered) /* curses exits when it runs out of memory */
		rescue.is_registered = !atexit(rescue_now);
	atomic_store(&rescue.is_armed, 1);
}

void rescue_add(const char *reset)
{
	size_t len = strlen(reset);

	if (len > sizeof rescue.reset - rescue.len)
		return;
	while (*reset) {
		const char *end = strncmp(reset, "$<", 2) ? NULL : strchr(reset, '>');

		if (end)
			reset = end + 1;
		else
			rescue.reset[rescue.len++] = *reset++;
	}
}

void rescue_disarm(void)
{
	atomic_store(&rescue.is_armed, 0);
	fail_cleanup(NULL);
	for (int sig = 1; sig < SIGNAL_COUNT; sig++)
		if (rescue.is_taken[sig])
			sigaction(sig, &rescue.prior[sig], NULL);
	sigaltstack(&rescue.prior_stack, NULL);
}
