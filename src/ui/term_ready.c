#include "config.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "term.h"

bool term_is_ready(const struct terminal *term)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
	sigset_t pending;

	/* Signals that came are held back until term_wait(). */
	sigpending(&pending);
	return term->is_gone || term->at < term->len || poll(&fd, 1, 0) != 0 ||
	       sigismember(&pending, SIGWINCH) || sigismember(&pending, SIGTSTP);
}
