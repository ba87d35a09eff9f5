#include "config.h"

#include "rescue.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/fail.h"

static const int fatal[] = { SIGHUP,  SIGINT, SIGQUIT, SIGTERM, SIGILL,
			     SIGABRT, SIGBUS, SIGFPE,  SIGSEGV };

enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0], STACK_BYTES = 1 << 16 };

static struct {
	volatile sig_atomic_t armed;
	int fd;
	bool has_modes;
	struct termios modes;
	char reset[512];
	size_t len;
	struct sigaction prior[FATAL_COUNT];
	stack_t prior_stack;
	char stack[STACK_BYTES]; /* a stack that has overflown can't take a handler */
} rescue;

void rescue_now(void)
{
	int saved = errno;

	if (!rescue.armed)
		return;
	rescue.armed = 0;
	/* While we are stopped, the terminal is the shell's. */
	if (tcgetpgrp(rescue.fd) == getpgrp()) {
		for (size_t done = 0; done < rescue.len;) {
			ssize_t len =
				write(rescue.fd, rescue.reset + done, rescue.len - done);

			if (len <= 0)
				break;
			done += (size_t)len;
		}
		if (rescue.has_modes)
			tcsetattr(rescue.fd, TCSANOW, &rescue.modes);
	}
	errno = saved;
}

/* What was to happen before we came, happens when the handler returns. */
static void on_fatal(int sig)
{
	rescue_now();
	for (int i = 0; i < FATAL_COUNT; i++)
		if (fatal[i] == sig)
			sigaction(sig, &rescue.prior[i], NULL);
	raise(sig);
}

void rescue_arm(int fd)
{
	struct sigaction action = { .sa_handler = on_fatal, .sa_flags = SA_ONSTACK };
	stack_t stack = { .ss_sp = rescue.stack, .ss_size = sizeof rescue.stack };

	rescue.fd = fd;
	rescue.len = 0;
	rescue.has_modes = !tcgetattr(fd, &rescue.modes);
	sigaltstack(&stack, &rescue.prior_stack);
	sigfillset(&action.sa_mask);
	for (int i = 0; i < FATAL_COUNT; i++) {
		sigaction(fatal[i], NULL, &rescue.prior[i]);
		if (rescue.prior[i].sa_handler != SIG_IGN)
			sigaction(fatal[i], &action, NULL);
	}
	fail_cleanup(rescue_now);
	rescue.armed = 1;
}

void rescue_add(const char *reset)
{
	size_t len = strlen(reset);

	if (len > sizeof rescue.reset - rescue.len)
		return;
	memcpy(rescue.reset + rescue.len, reset, len);
	rescue.len += len;
}

void rescue_disarm(void)
{
	rescue.armed = 0;
	fail_cleanup(NULL);
	for (int i = 0; i < FATAL_COUNT; i++)
		sigaction(fatal[i], &rescue.prior[i], NULL);
	sigaltstack(&rescue.prior_stack, NULL);
}
