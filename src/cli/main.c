#include "config.h"

#include <locale.h>
#include <stddef.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"

enum {
	COMMON = 1u << OPTION_HELP | 1u << OPTION_VERSION | 1u << OPTION_PRINT,
	DOSSIER = 1u << OPTION_DOSSIER | 1u << OPTION_TEXTS,
	DATES = 1u << OPTION_DATES,
};

/* clang-format off */
const struct option_info cli_options[OPTION_COUNT] = {
	[OPTION_DOSSIER] = { "dossier", 'd', "DOSSIER",        "read the dossier in this directory or file; - is standard input" },
	[OPTION_TEXTS]   = { "texts",   0,   "DIR",            "directory of the source texts" },
	[OPTION_FORMAT]  = { "format",  0,   "FORMAT",         "output format" },
	[OPTION_OF]      = { "of",      0,   "KIND",           "what to list: events (default), points, commitments, actors, places, sources, passages or relations" },
	[OPTION_DATES]   = { "dates",   0,   "STYLE",          "style of dates: bracketed (brackets around supplied dates), plain or edtf" },
	[OPTION_STRICT]  = { "strict",  0,   NULL,             "treat warnings as errors" },
	[OPTION_FIELDS]  = { "fields",  0,   NULL,             "print the fields of the dossier format and exit" },
	[OPTION_SCHEMA]  = { "schema",  0,   NULL,             "print the dossier format as a JSON Schema and exit" },
	[OPTION_EXPLAIN] = { "explain", 0,   NULL,             "explain the diagnostics with these codes; without codes, list all" },
	[OPTION_KEYS]    = { "keys",    0,   "KEYS",           "with --dump: press these keys first, for example \"j j Enter\"" },
	[OPTION_SIZE]    = { "size",    0,   "COLUMNSxROWS",   "with --dump: size of the screen (default 80x24)" },
	[OPTION_DUMP]    = { "dump",    0,   NULL,             "print the last screen as text" },
	[OPTION_ROLES]   = { "roles",   0,   NULL,             "with --dump: also print the role of each cell as a letter" },
	[OPTION_PANDOC]  = { "pandoc",  0,   NULL,             "with markdown: cite sources by key, for pandoc --citeproc" },
	[OPTION_DIALECT] = { "dialect", 0,   "DIALECT",        "with sql: sqlite (default) or postgresql" },
	[OPTION_HELP]    = { "help",    'h', NULL,             "show this help" },
	[OPTION_VERSION] = { "version", 'V', NULL,             "show the version" },
	[OPTION_PRINT]   = { "print",   0,   "TABLE",          NULL },
};

/* The first is the default. */
const struct subcommand cli_subcommands[] = {
	{ "browse", "[-d DOSSIER] [QUERY...]",
	  "Browse a dossier; print a list when stdout is not a terminal", cmd_browse,
	  COMMON | DOSSIER | DATES | 1u << OPTION_KEYS | 1u << OPTION_SIZE | 1u << OPTION_DUMP |
	  1u << OPTION_ROLES },
	{ "list", "[-d DOSSIER] [--of=KIND] [--format=FORMAT] [QUERY...]",
	  "List events, or records of another kind, one per line; as text, json or csv",
	  cmd_list, COMMON | DOSSIER | DATES | 1u << OPTION_FORMAT | 1u << OPTION_OF },
	{ "show", "[-d DOSSIER] [--format=FORMAT] [--dates=STYLE] ID...",
	  "Show records, or the page of a thread, with their passages; as text or markdown",
	  cmd_show, COMMON | DOSSIER | DATES | 1u << OPTION_FORMAT },
	{ "path", "[-d DOSSIER] [--format=FORMAT] [--dates=STYLE] ID ID",
	  "Print why two records are connected: the shortest path between them; as text, markdown or json",
	  cmd_path, COMMON | DOSSIER | DATES | 1u << OPTION_FORMAT },
	{ "check", "[--texts=DIR] [--format=FORMAT] [--strict] [DOSSIER]",
	  "Check a dossier, and its passages against the source texts; report in full, short or json format",
	  cmd_check,
	  COMMON | DOSSIER | 1u << OPTION_FORMAT | 1u << OPTION_STRICT | 1u << OPTION_FIELDS |
	  1u << OPTION_SCHEMA | 1u << OPTION_EXPLAIN },
	{ "export", "[-d DOSSIER] FORMAT [QUERY...]",
	  "Write the dossier, or the events that match and all they refer to, for other programs",
	  cmd_export, COMMON | DOSSIER | 1u << OPTION_OF | 1u << OPTION_PANDOC | 1u << OPTION_DIALECT },
	{ "schema", "", "Print the dossier format as a JSON Schema, for editors", cmd_schema, COMMON },
	{ "date", "[EDTF...]",
	  "Explain EDTF dates; without arguments or for -, read them from standard input, one per line",
	  cmd_date, COMMON },
	{ "quote", "FILE WORDS...",
	  "Find words in a source text and print them as a passage", cmd_quote, COMMON },
	{ 0 }
};
/* clang-format on */

const struct subcommand *subcommand_find(const char *name)
{
	for (const struct subcommand *command = cli_subcommands; command->name; command++)
		if (!strcmp(command->name, name))
			return command;
	return NULL;
}

/* Move the name of the subcommand to argv[0], from wherever it is among the options. */
static const struct subcommand *subcommand_take(int *argc, char **argv)
{
	int i = 1;

	while (i < *argc && option_is(argv[i]) && strcmp(argv[i], "--"))
		i += option_takes_next(argv[i]) ? 2 : 1;
	const struct subcommand *command = i < *argc ? subcommand_find(argv[i]) : NULL;

	if (!command) {
		argv[0] = (char *)cli_subcommands[0].name; /* never modified */
		return cli_subcommands;
	}
	argv[0] = argv[i];
	memmove(argv + i, argv + i + 1, (size_t)(*argc - i) * sizeof *argv);
	--*argc;
	return command;
}

int main(int argc, char **argv)
{
	setlocale(LC_CTYPE, ""); /* numbers and messages do not depend on the locale */
	if (argc < 1)
		fail("argv is empty");
	const struct subcommand *command = subcommand_take(&argc, argv);

	return output_finish(command->run(argc, argv));
}
