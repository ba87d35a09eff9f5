#include "config.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "cli.h"
#include "query/query.h"

/* The length of "actor:" at `text`, for any field of queries, or 0. */
static size_t field_len(const char *text)
{
	for (int i = 0; i < QUERY_FIELD_COUNT; i++) {
		size_t len = strlen(query_fields[i].name);

		if (len && !strncasecmp(text, query_fields[i].name, len) &&
		    text[len] == ':')
			return len + 1;
	}
	return 0;
}

/* The length of the negation and the field at the start of an argument. */
static size_t prefix_len(const char *text)
{
	size_t len = !strncasecmp(text, "not:", 4) ? 4 : *text == '-';

	return len + field_len(text + len);
}

static bool is_operator(const char *word)
{
	static const char *const operators[] = { "AND", "OR", "NOT" };
	size_t len = strcspn(word, " ");

	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (strlen(operators[i]) == len && !memcmp(operators[i], word, len))
			return true;
	return false;
}

/* Is it a query of several terms?  Else it is one value with blanks. */
static bool has_terms(const char *text)
{
	if (strpbrk(text, "\"()"))
		return true;
	for (const char *word = text; *word; word += strspn(word, " ")) {
		bool is_first = word == text;

		if (is_operator(word) || (!is_first && prefix_len(word)))
			return true;
		word += strcspn(word, " ");
	}
	return false;
}

static void add_argument(struct buf *out, const char *text)
{
	size_t prefix = prefix_len(text);

	if (!strpbrk(text + prefix, " \t\n") || has_terms(text)) {
		buf_str(out, text);
		return;
	}
	buf_add(out, text, prefix);
	buf_printf(out, "\"%s\"", text + prefix);
}

void query_args_join(int argc, char **argv, struct buf *out)
{
	for (int i = 1; i < argc; i++) {
		if (i > 1)
			buf_char(out, ' ');
		add_argument(out, argv[i]);
	}
}

void query_args_check(int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : "";

	if (!strcmp(word, "help"))
		die_usage("there is no subcommand \"help\"; write \"daftar --help\", or "
			  "\"daftar list help\" to find the word");
	if (!strcmp(word, "version"))
		die_usage("there is no subcommand \"version\"; write \"daftar "
			  "--version\", or \"daftar list version\" to find the word");
}
