#include "config.h"

#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void (*before_message)(void);

void fail_cleanup(void (*cleanup)(void))
{
	before_message = cleanup;
}

static void run_cleanup(void)
{
	void (*cleanup)(void) = before_message;

	before_message = NULL; /* avoids recursion when the cleanup fails */
	if (cleanup)
		cleanup();
}

void fail(const char *format, ...)
{
	va_list args;

	run_cleanup();
	fputs("daftar: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	putc('\n', stderr);
	exit(EXIT_CANNOT);
}

void fail_memory(void)
{
	run_cleanup();
	fputs("daftar: out of memory\n", stderr);
	exit(EXIT_CANNOT);
}
