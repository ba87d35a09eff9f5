#include "config.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "text/clean.h"

enum {
	WIDTH = 80, /* when the output is not a terminal */
	WIDTH_LEAST = 20,
	WIDTH_MOST = 120 /* longer lines are hard to read */
};

int output_width(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) ||
	    !size.ws_col)
		return WIDTH;
	return size.ws_col < WIDTH_LEAST  ? WIDTH_LEAST
	       : size.ws_col > WIDTH_MOST ? WIDTH_MOST
					  : size.ws_col;
}

void die_usage(const char *format, ...)
{
	char words[1024];
	struct buf safe = BUF_INIT;
	va_list args;

	va_start(args, format);
	vsnprintf(words, sizeof words, format, args);
	va_end(args);
	clean_add(&safe, words, strlen(words), CLEAN_ONE_LINE);
	fail("%s", safe.bytes);
}

void put(const char *text)
{
	clean_put(stdout, text, CLEAN_ONE_LINE);
}

bool output_is_mono(void)
{
	const char *no_color = getenv("NO_COLOR");

	return no_color && *no_color;
}

bool output_has_colour(void)
{
	const char *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && !output_is_mono() && term &&
	       strcmp(term, "dumb") != 0;
}

int output_finish(int status)
{
	if (fflush(stdout) || ferror(stdout))
		fail("cannot write the results: %s", strerror(errno));
	return status;
}
