#include "config.h"

#include <locale.h>
#include <stddef.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"

enum {
	ANSWERS = 1u << OPTION_HELP | 1u << OPTION_VERSION | 1u << OPTION_PRINT,
	DOSSIER = 1u << OPTION_DOSSIER | 1u << OPTION_TEXTS,
	DATES = 1u << OPTION_DATES,
};

/* clang-format off */
const struct option_info cli_options[OPTION_COUNT] = {
	[OPTION_DOSSIER] = { "dossier", 'd', "DOSSIER",        "the directory or file to read" },
	[OPTION_TEXTS]   = { "texts",   0,   "DIR",            "where captured copies of the sources lie" },
	[OPTION_FORMAT]  = { "format",  0,   "FORMAT",         "how results are written" },
	[OPTION_DATES]   = { "dates",   0,   "STYLE",          "how dates are written: bracketed, where no source gives them; plain; or edtf" },
	[OPTION_STRICT]  = { "strict",  0,   NULL,             "let warnings fail, too" },
	[OPTION_FIELDS]  = { "fields",  0,   NULL,             "print the format's fields and stop" },
	[OPTION_SCHEMA]  = { "schema",  0,   NULL,             "print the format as a JSON Schema and stop" },
	[OPTION_EXPLAIN] = { "explain", 0,   NULL,             "explain the diagnostics with these codes, or list all" },
	[OPTION_KEYS]    = { "keys",    0,   "KEYS",           "with --dump, press these keys first, as \"j j Enter\"" },
	[OPTION_SIZE]    = { "size",    0,   "COLUMNSxROWS",   "with --dump, how large the screen is" },
	[OPTION_DUMP]    = { "dump",    0,   NULL,             "print the last screen instead of showing it" },
	[OPTION_ROLES]   = { "roles",   0,   NULL,             "with --dump, each cell's role as a letter, too" },
	[OPTION_HELP]    = { "help",    'h', NULL,             "say how it is used" },
	[OPTION_VERSION] = { "version", 'V', NULL,             "say which version this is" },
	[OPTION_PRINT]   = { "print",   0,   "TABLE",          NULL },
};

/* The first one is what happens when none is named. */
const struct command cli_commands[] = {
	{ "browse", "[-d DOSSIER] [QUERY...]",
	  "Browse a dossier; into a pipe, list it", cmd_browse,
	  ANSWERS | DOSSIER | DATES | 1u << OPTION_KEYS | 1u << OPTION_SIZE | 1u << OPTION_DUMP |
	  1u << OPTION_ROLES },
	{ "list", "[-d DOSSIER] [--format=FORMAT] [--dates=STYLE] [QUERY...]",
	  "Print one event a line: id, date, title; as text, json or csv",
	  cmd_list, ANSWERS | DOSSIER | DATES | 1u << OPTION_FORMAT },
	{ "show", "[-d DOSSIER] [--dates=STYLE] ID...",
	  "Print a record whole, with its passages",
	  cmd_show, ANSWERS | DOSSIER | DATES },
	{ "check", "[--texts=DIR] [--format=FORMAT] [--strict] [DOSSIER]",
	  "Tell what is wrong with a dossier, and whether its passages stand in the sources; in full, short or json",
	  cmd_check,
	  ANSWERS | DOSSIER | 1u << OPTION_FORMAT | 1u << OPTION_STRICT | 1u << OPTION_FIELDS |
	  1u << OPTION_SCHEMA | 1u << OPTION_EXPLAIN },
	{ "schema", "", "Print the format as a JSON Schema, for editors", cmd_schema, ANSWERS },
	{ "date", "[EDTF...]",
	  "Say what dates mean; from standard input, one a line, when none is given",
	  cmd_date, ANSWERS },
	{ "quote", "FILE WORDS...",
	  "Find words in a captured text and print them as a passage", cmd_quote, ANSWERS },
	{ 0 }
};
/* clang-format on */

const struct command *command_find(const char *name)
{
	for (const struct command *command = cli_commands; command->name; command++)
		if (!strcmp(command->name, name))
			return command;
	return NULL;
}

/* Put the command's name into argv[0], wherever it stands among the options. */
static const struct command *command_take(int *argc, char **argv)
{
	int i = 1;

	while (i < *argc && option_is(argv[i]) && strcmp(argv[i], "--"))
		i += option_takes_next(argv[i]) ? 2 : 1;
	const struct command *command = i < *argc ? command_find(argv[i]) : NULL;

	if (!command) {
		argv[0] = (char *)cli_commands[0].name; /* never written to */
		return cli_commands;
	}
	argv[0] = argv[i];
	memmove(argv + i, argv + i + 1, (size_t)(*argc - i) * sizeof *argv);
	--*argc;
	return command;
}

int main(int argc, char **argv)
{
	setlocale(LC_CTYPE, ""); /* numbers and words stay as they are */
	if (argc < 1)
		fail("no arguments, not even a name");
	const struct command *command = command_take(&argc, argv);

	return output_finish(command->run(argc, argv));
}
