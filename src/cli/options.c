#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fail.h"
#include "cli.h"
#include "text/near.h"

/* The option that the word names, or OPTION_COUNT.  `*argument` is the text after "=". */
static enum option option_find(const char *word, const char **argument)
{
	size_t len = strcspn(word, "=");

	*argument = word[len] ? word + len + 1 : NULL;
	for (enum option i = 0; i < OPTION_COUNT; i++) {
		if (word[1] == '-' && strlen(cli_options[i].name) == len - 2 &&
		    !memcmp(cli_options[i].name, word + 2, len - 2))
			return i;
		if (word[1] == cli_options[i].letter && word[1] != '-' && len == 2)
			return i;
	}
	return OPTION_COUNT;
}

bool option_is(const char *word)
{
	return word[0] == '-' && (word[1] == '-' || (word[1] && !word[2]));
}

bool option_takes_next(const char *word)
{
	const char *argument;
	enum option option = option_find(word, &argument);

	return option != OPTION_COUNT && cli_options[option].argument && !argument;
}

__attribute__((noreturn)) static void die_option(const struct subcommand *command,
						 const char *word)
{
	char name[64];
	struct near near = { .word = name };

	word += word[1] == '-' ? 2 : 1;
	snprintf(name, sizeof name, "%.*s", (int)strcspn(word, "="), word);
	for (enum option i = 0; i < OPTION_COUNT; i++)
		if (cli_options[i].help && command->options >> i & 1)
			near_try(&near, cli_options[i].name);
	if (near.best)
		die_usage("%s has no option \"%s\"; did you mean \"--%s\"?",
			  command->name, name, near.best);
	die_usage("%s has no option \"%s\"; see daftar %s --help", command->name, name,
		  command->name);
}

/* Is it a short option with something attached, such as "-Vh" or "-d/x"? */
static bool is_cluster(const struct subcommand *command, const char *word)
{
	char letters[OPTION_COUNT + 1] = "";
	size_t count = 0;

	for (enum option i = 0; i < OPTION_COUNT; i++)
		if (cli_options[i].letter && command->options >> i & 1)
			letters[count++] = cli_options[i].letter;
	if (word[0] != '-' || !word[1] || !strchr(letters, word[1]))
		return false;
	return word[1 + strspn(word + 1, letters)] == '\0' || strchr("/.~=", word[2]) ||
	       (word[1] == cli_options[OPTION_DOSSIER].letter && !access(word + 2, F_OK));
}

/* Reject it, as it would be taken for a negated word of a query. */
__attribute__((noreturn)) static void die_cluster(const char *word)
{
	const char *rest = word + 2 + (word[2] == '=');

	if (word[1] == cli_options[OPTION_DOSSIER].letter)
		die_usage("\"%s\" is not an option; write \"-%c %s\"", word, word[1],
			  rest);
	die_usage("\"%s\" is not an option; write \"-%c -%s\"", word, word[1], rest);
}

/* Handle the options of every subcommand; does not return when one was given. */
static void run_common(const struct subcommand *command, const char *values[OPTION_COUNT])
{
	if (values[OPTION_HELP])
		help_print(command);
	else if (values[OPTION_VERSION])
		version_print();
	else if (values[OPTION_PRINT] && !print_table(values[OPTION_PRINT]))
		die_usage("there is no table \"%s\"", values[OPTION_PRINT]);
	if (values[OPTION_HELP] || values[OPTION_VERSION] || values[OPTION_PRINT])
		exit(output_finish(EXIT_OK));
}

int options_take(int argc, char **argv, const char *values[OPTION_COUNT])
{
	const struct subcommand *command = subcommand_find(argv[0]);
	int kept = 1;

	for (int i = 1; i < argc; i++) {
		const char *argument;

		if (!strcmp(argv[i], "--")) {
			while (++i < argc)
				argv[kept++] = argv[i];
			break;
		}
		if (!option_is(argv[i]) && is_cluster(command, argv[i]))
			die_cluster(argv[i]);
		if (!option_is(argv[i])) {
			argv[kept++] = argv[i];
			continue;
		}
		enum option option = option_find(argv[i], &argument);

		if (option == OPTION_COUNT || !(command->options >> option & 1))
			die_option(command, argv[i]);
		if (!cli_options[option].argument && argument)
			die_usage("--%s does not take an argument",
				  cli_options[option].name);
		if (cli_options[option].argument && !argument && !(argument = argv[++i]))
			die_usage("--%s requires an argument: %s",
				  cli_options[option].name, cli_options[option].argument);
		values[option] = argument ? argument : "";
	}
	argv[kept] = NULL;
	run_common(command, values);
	return kept;
}

enum date_style dates_style(const char *name)
{
	static const char *const names[] = {
		[DATE_BRACKETED] = "bracketed",
		[DATE_PLAIN] = "plain",
		[DATE_EDTF] = "edtf",
	};

	for (int i = 0; name && i < (int)(sizeof names / sizeof *names); i++)
		if (!strcmp(names[i], name))
			return (enum date_style)i;
	if (name)
		die_usage("unknown date style \"%s\"; use bracketed, plain or edtf",
			  name);
	return DATE_BRACKETED;
}
