/**
 * @file
 * What the commands share: the tables of commands and options, and how a
 * dossier is found and opened.
 *
 * A command is `int cmd_NAME(int argc, char **argv)`, argv[0] being its name; it
 * gives the exit status of base/fail.h.  Results go to stdout, messages to
 * stderr; main() sees to what could not be written.
 */
#ifndef DAFTAR_CLI_CLI_H
#define DAFTAR_CLI_CLI_H

#include <stdbool.h>

#include "model/date.h"

enum option {
	OPTION_DOSSIER,
	OPTION_TEXTS,
	OPTION_FORMAT,
	OPTION_DATES,
	OPTION_STRICT,
	OPTION_FIELDS,
	OPTION_SCHEMA,
	OPTION_EXPLAIN,
	OPTION_KEYS,
	OPTION_SIZE,
	OPTION_DUMP,
	OPTION_ROLES,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_PRINT,
	OPTION_COUNT
};

struct option_info {
	const char *name;
	char letter;	      /* 0: none */
	const char *argument; /* NULL: takes none */
	const char *help;     /* NULL: not shown */
};

struct command {
	const char *name, *usage, *help;
	int (*run)(int argc, char **argv);
	unsigned options; /* one bit an option, `1u << OPTION_FORMAT` */
};

extern const struct option_info cli_options[OPTION_COUNT];
extern const struct command cli_commands[]; /* ends with one without a name */

/** The command called `name`, or NULL. */
const struct command *command_find(const char *name);

/** Is the word an option?  With one dash only when it is as long as "-d". */
bool option_is(const char *word);

/** Is the next word this option's argument? */
bool option_takes_next(const char *word);

/**
 * Take the options out of argv, so that argv[1] to argv[argc - 1] are operands.
 * `values[OPTION_X]` is the option's argument, "" for one that takes none, NULL
 * when it is not there.  "--" ends the options.  --help, --version and --print are
 * answered here and end the program, as what is wrong does.
 *
 * @return the new argc.
 */
int options_take(int argc, char **argv, const char *values[OPTION_COUNT]);

/** The style that --dates names; NULL: bracketed. */
enum date_style dates_style(const char *name);

/** --help: of one command. */
void help_print(const struct command *command);

/** --version. */
void version_print(void);

/** --print: a table for the manual, as roff.  False when there is none of that name. */
bool print_table(const char *name);

/** fail() with words that came from outside: they are made safe first. */
__attribute__((format(printf, 1, 2), noreturn)) void refuse(const char *format, ...);

/** Write a text of the dossier to stdout on one line, made safe; NULL writes nothing. */
void put(const char *text);

/** Flush stdout; `status`, or EXIT_CANNOT with a message when it could not be written. */
int output_finish(int status);

int cmd_browse(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_date(int argc, char **argv);
int cmd_list(int argc, char **argv);
int cmd_quote(int argc, char **argv);
int cmd_schema(int argc, char **argv);
int cmd_show(int argc, char **argv);

#endif
