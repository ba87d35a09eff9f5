#include "config.h"

#include <stddef.h>

#include "base/fail.h"
#include "cli.h"

int cmd_browse(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };

	options_take(argc, argv, values);
	fail("there is no browser yet; try daftar --help");
}
