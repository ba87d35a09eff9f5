/**
 * @file
 * Shared by the subcommands: the tables of subcommands and options, usage errors
 * and output.
 *
 * A subcommand is `int cmd_NAME(int argc, char **argv)`; argv[0] is its name, and it
 * returns an exit status of base/fail.h.  Results go to stdout, messages to
 * stderr.  main() checks that stdout could be written.
 */
#ifndef DAFTAR_CLI_CLI_H
#define DAFTAR_CLI_CLI_H

#include <stdbool.h>

#include "base/buf.h"
#include "model/date.h"

enum option {
	OPTION_DOSSIER,
	OPTION_TEXTS,
	OPTION_FORMAT,
	OPTION_OF,
	OPTION_DATES,
	OPTION_STRICT,
	OPTION_FIELDS,
	OPTION_SCHEMA,
	OPTION_EXPLAIN,
	OPTION_KEYS,
	OPTION_SIZE,
	OPTION_DUMP,
	OPTION_ROLES,
	OPTION_PANDOC,
	OPTION_DIALECT,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_PRINT,
	OPTION_COUNT
};

struct option_info {
	const char *name;
	char letter;	      /* 0: no short form */
	const char *argument; /* its name in the help; NULL: takes no argument */
	const char *help;     /* NULL: hidden */
};

struct subcommand {
	const char *name, *usage, *help;
	int (*run)(int argc, char **argv);
	unsigned options; /* a bit for each option: `1u << OPTION_FORMAT` */
};

extern const struct option_info cli_options[OPTION_COUNT];
extern const struct subcommand cli_subcommands[]; /* the last has no name */

/** The subcommand called `name`, or NULL. */
const struct subcommand *subcommand_find(const char *name);

/** Is the word an option?  A word with a single dash is one only when it has two bytes:
 * "-d". */
bool option_is(const char *word);

/** Does this option take the next word as its argument? */
bool option_takes_next(const char *word);

/**
 * Remove the options from argv, which leaves the operands in argv[1] to
 * argv[argc - 1].  `values[OPTION_X]` is the option's argument, "" when it takes
 * none, NULL when it was not given.  "--" ends the options.  --help, --version and
 * --print are handled here and end the program, as do usage errors.
 *
 * @return the new argc.
 */
int options_take(int argc, char **argv, const char *values[OPTION_COUNT]);

/**
 * Append the query in argv[1] to argv[argc - 1].  An argument with blanks is one value,
 * after an optional negation and field, unless it has several terms: a second field, an
 * operator, quotation marks or parentheses.
 */
void query_args_join(int argc, char **argv, struct buf *out);

/** Exit when the query of a command line without a subcommand begins with "help". */
void query_args_check(int argc, char **argv);

/** The style named by --dates; bracketed for NULL. */
enum date_style dates_style(const char *name);

/** Print the help of one subcommand. */
void help_print(const struct subcommand *command);

/** Print the versions of daftar and its libraries. */
void version_print(void);

/** Print a table of the manual as roff.  False when there is no table of that name. */
bool print_table(const char *name);

/** Report a usage error and exit, as fail(); the message is sanitised first. */
__attribute__((format(printf, 1, 2), noreturn)) void die_usage(const char *format, ...);

/** Append all of standard input.  A read error ends the program. */
void input_read(struct buf *out);

/** Is the operand "-", which stands for standard input? */
bool input_is(const char *path);

/** Should stdout have colours?  Not when it is no terminal, nor with NO_COLOR. */
bool output_has_colour(void);

/** Is NO_COLOR set and not empty? */
bool output_is_mono(void);

/** The cells that a line of running text may have: those of the terminal, within bounds.
 */
int output_width(void);

/** Write a text to stdout, sanitised, on one line.  NULL writes nothing. */
void put(const char *text);

/** Flush stdout.  Returns `status`; a write error ends the program with EXIT_CANNOT. */
int output_finish(int status);

int cmd_browse(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_date(int argc, char **argv);
int cmd_export(int argc, char **argv);
int cmd_list(int argc, char **argv);
int cmd_path(int argc, char **argv);
int cmd_quote(int argc, char **argv);
int cmd_schema(int argc, char **argv);
int cmd_show(int argc, char **argv);

#endif
