#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"

bool input_is(const char *path)
{
	return path && !strcmp(path, "-");
}

void input_read(struct buf *out)
{
	char chunk[65536];
	size_t len;

	while ((len = fread(chunk, 1, sizeof chunk, stdin)) > 0)
		buf_add(out, chunk, len);
	if (ferror(stdin))
		fail("cannot read standard input: %s", strerror(errno));
}
