#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "doc/columns.h"
#include "explain.h"
#include "load/load.h"
#include "query/query.h"
#include "text/cell.h"
#include "text/roff.h"
#include "text/wrap.h"
#include "ui/ui.h"

enum { HELP_WIDTH = 80 };

/* Print a wrapped paragraph; its first line follows `indent` cells that are already
 * printed. */
static void put_paragraph(const char *text, int indent)
{
	struct wrap wrap = { text, strlen(text), HELP_WIDTH - indent };
	const char *line;
	size_t len;

	for (int before = 0; wrap_next(&wrap, &line, &len); before = indent)
		printf("%*s%.*s\n", before, "", (int)len, line);
}

static void print_option(const struct option_info *option)
{
	char name[40];

	snprintf(name, sizeof name, "--%s%s%s", option->name, option->argument ? "=" : "",
		 option->argument ? option->argument : "");
	printf("  %c%c%c %-22s ", option->letter ? '-' : ' ',
	       option->letter ? option->letter : ' ', option->letter ? ',' : ' ', name);
	put_paragraph(option->help, 29);
}

static void print_usage(const char *lead, const char *name, const char *usage)
{
	printf("%s daftar%s%s%s%s\n", lead, *name ? " " : "", name, *usage ? " " : "",
	       usage);
}

/* The first subcommand is the default. */
void help_print(const struct subcommand *command)
{
	if (command == cli_subcommands) {
		print_usage("usage:", "", cli_subcommands->usage);
		for (const struct subcommand *other = cli_subcommands + 1; other->name;
		     other++)
			print_usage("   or:", other->name, other->usage);
		puts("\nA terminal browser for curated dossiers.\n\nCommands:");
		for (const struct subcommand *other = cli_subcommands; other->name;
		     other++) {
			printf("  %-8s ", other->name);
			put_paragraph(other->help, 11);
		}
	} else {
		print_usage("usage:", command->name, command->usage);
		putchar('\n');
		put_paragraph(command->help, 0);
	}
	puts("\nOptions:");
	for (enum option i = 0; i < OPTION_COUNT; i++)
		if (command->options >> i & 1 && cli_options[i].help)
			print_option(&cli_options[i]);
	puts("\nExit status: 0 success; 1 nothing found or errors found; 2 failure.");
}

void version_print(void)
{
	struct buf line = BUF_INIT;

	buf_printf(&line, "libyaml %s, ", load_yaml_version());
	buf_printf(&line, "%s, libunistring ", ui_curses_version());
	cell_add_version(&line);
	printf("%s\n%s\n", PACKAGE_STRING, line.bytes);
	buf_release(&line);
}

static void print_commands(void)
{
	struct buf tag = BUF_INIT;

	for (const struct subcommand *command = cli_subcommands; command->name;
	     command++) {
		buf_clear(&tag);
		buf_printf(&tag, "%s%s%s", command->name, *command->usage ? " " : "",
			   command->usage);
		roff_put_item(stdout, tag.bytes, command->help);
	}
	buf_release(&tag);
}

static void print_options(void)
{
	for (enum option i = 0; i < OPTION_COUNT; i++) {
		const struct option_info *option = &cli_options[i];

		if (!option->help)
			continue;
		fputs(".TP\n.BR ", stdout);
		if (option->letter)
			printf("\\-%c \", \" ", option->letter);
		fputs("\\-\\-", stdout);
		roff_put(stdout, option->name);
		if (option->argument)
			printf(" =\\fI%s\\fP", option->argument);
		putchar('\n');
		roff_put(stdout, option->help);
		puts(".");
	}
}

static void print_queries(void)
{
	for (int i = 0; i < QUERY_FIELD_COUNT; i++) {
		const struct query_field_info *field = &query_fields[i];

		fputs(".TP\n.B ", stdout);
		roff_put(stdout, *field->name ? field->name : "words");
		puts(*field->name ? ":" : "");
		roff_put(stdout, field->help);
		fputs(", for example\n.BR ", stdout);
		roff_put_argument(stdout, field->example);
		puts(" .");
	}
}

/* Each list with the names of its columns in CSV and JSON. */
static void print_lists(void)
{
	for (int i = 0; i < LIST_COUNT; i++) {
		const struct doc_listing *listing = &doc_listings[i];

		printf(".TP\n.B %s\n", listing->name);
		for (int j = 0; j < listing->column_count; j++)
			printf("%s%s", j ? ", " : "", listing->columns[j].name);
		puts(".");
	}
}

static void print_keys(void)
{
	ui_print_keys(stdout);
}

static void print_format(void)
{
	load_print_man(stdout);
}

bool print_table(const char *name)
{
	static const struct {
		const char *name;
		void (*print)(void);
	} tables[] = {
		{ "man-commands", print_commands },
		{ "man-diagnostics", explain_print_man },
		{ "man-format", print_format },
		{ "man-keys", print_keys },
		{ "man-lists", print_lists },
		{ "man-options", print_options },
		{ "man-queries", print_queries },
	};

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (!strcmp(tables[i].name, name)) {
			tables[i].print();
			return true;
		}
	return false;
}
