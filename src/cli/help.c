#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "load/load.h"
#include "query/query.h"
#include "ui/ui.h"

static void print_option(const struct option_info *option)
{
	char name[40];

	snprintf(name, sizeof name, "--%s%s%s", option->name, option->argument ? "=" : "",
		 option->argument ? option->argument : "");
	printf("  %c%c%c %-22s %s\n", option->letter ? '-' : ' ',
	       option->letter ? option->letter : ' ', option->letter ? ',' : ' ', name,
	       option->help);
}

/* The first command is what happens when none is named. */
void help_print(const struct command *command)
{
	const char *lead = "usage:";

	if (command == cli_commands) {
		printf("%s daftar %s\n", lead, cli_commands->usage);
		lead = "   or:";
		for (const struct command *other = cli_commands + 1; other->name; other++)
			printf("%s daftar %s %s\n", lead, other->name, other->usage);
		puts("\nA terminal browser for curated dossiers.\n\nCommands:");
		for (const struct command *other = cli_commands; other->name; other++)
			printf("  %-8s %s\n", other->name, other->help);
	} else {
		printf("%s daftar %s %s\n\n%s\n", lead, command->name, command->usage,
		       command->help);
	}
	puts("\nOptions:");
	for (enum option i = 0; i < OPTION_COUNT; i++)
		if (command->options >> i & 1 && cli_options[i].help)
			print_option(&cli_options[i]);
	puts("\nExit status: 0 fine; 1 nothing found, or errors found; 2 could not run.");
}

void version_print(void)
{
	puts(PACKAGE_STRING);
}

/* In roff a leading dot and every backslash would be read as commands, a dash as a
 * hyphen. */
static void put_roff(const char *text)
{
	for (const char *c = text; *c; c++) {
		if (*c == '-' || *c == '\\')
			fputs(*c == '-' ? "\\-" : "\\e", stdout);
		else
			putchar(*c);
	}
}

static void print_commands(void)
{
	for (const struct command *command = cli_commands; command->name; command++) {
		fputs(".TP\n.B ", stdout);
		put_roff(command->name);
		if (*command->usage)
			putchar(' ');
		put_roff(command->usage);
		putchar('\n');
		put_roff(command->help);
		puts(".");
	}
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
		put_roff(option->name);
		if (option->argument)
			printf(" =\\fI%s\\fP", option->argument);
		putchar('\n');
		put_roff(option->help);
		puts(".");
	}
}

static void print_queries(void)
{
	for (int i = 0; i < QUERY_FIELD_COUNT; i++) {
		const struct query_field_info *field = &query_fields[i];

		fputs(".TP\n.B ", stdout);
		put_roff(*field->name ? field->name : "words");
		puts(*field->name ? ":" : "");
		put_roff(field->help);
		fputs(", as\n.BR ", stdout);
		/* A quotation mark within a quoted argument is doubled. */
		putchar('"');
		for (const char *c = field->example; *c; c++)
			put_roff(*c == '"' ? "\"\"" : (char[]){ *c, '\0' });
		puts("\" .");
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
		{ "man-commands", print_commands }, { "man-format", print_format },
		{ "man-keys", print_keys },	    { "man-options", print_options },
		{ "man-queries", print_queries },
	};

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (!strcmp(tables[i].name, name)) {
			tables[i].print();
			return true;
		}
	return false;
}
