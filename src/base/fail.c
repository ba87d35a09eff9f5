#include "config.h"

#include "base/fail.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void (*before_message)(void);

void fail_cleanup(void (*cleanup)(void))
{
	before_message = cleanup;
}

/* The first caller prints its message and exits.  Other threads wait; a failure during
 * the exit ends the process. */
static void begin(void)
{
	static atomic_flag has_begun = ATOMIC_FLAG_INIT;
	static _Thread_local bool is_exiting;
	void (*cleanup)(void) = before_message;

	if (is_exiting)
		_exit(EXIT_CANNOT);
	while (atomic_flag_test_and_set(&has_begun))
		pause();
	is_exiting = true;

	before_message = NULL; /* avoids recursion when the cleanup fails */
	if (cleanup)
		cleanup();
}

void fail(const char *format, ...)
{
	va_list args;

	begin();
	fputs("daftar: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	putc('\n', stderr);
	exit(EXIT_CANNOT);
}

void fail_memory(void)
{
	begin();
	fputs("daftar: out of memory\n", stderr);
	exit(EXIT_CANNOT);
}
