#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "explain.h"
#include "load/load.h"
#include "query/query.h"
#include "text/cell.h"
#include "text/wrap.h"
#include "ui/ui.h"

enum { HELP_WIDTH = 80 };

/* A paragraph behind a lead of `indent` cells, which stands there already. */
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

/* The first command is what happens when none is named. */
void help_print(const struct command *command)
{
	if (command == cli_commands) {
		print_usage("usage:", "", cli_commands->usage);
		for (const struct command *other = cli_commands + 1; other->name; other++)
			print_usage("   or:", other->name, other->usage);
		puts("\nA terminal browser for curated dossiers.\n\nCommands:");
		for (const struct command *other = cli_commands; other->name; other++) {
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
	puts("\nExit status: 0 fine; 1 nothing found, or errors found; 2 could not run.");
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
		{ "man-commands", print_commands },
		{ "man-format", print_format },
		{ "man-diagnostics", explain_print_man },
		{ "man-keys", print_keys },
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
