#include "config.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "text/clean.h"

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

int output_finish(int status)
{
	if (fflush(stdout) || ferror(stdout))
		fail("cannot write the results: %s", strerror(errno));
	return status;
}
