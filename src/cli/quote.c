#include "config.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "load/scalar.h"
#include "load/texts.h"
#include "text/clean.h"
#include "text/quote.h"

static void add_key(struct buf *out, const char *key, const char *value)
{
	if (!*value)
		return;
	buf_printf(out, "  %s: ", key);
	scalar_add(out, value);
	buf_char(out, '\n');
}

/* The curator fills in the two ids. */
static void print_passage(const struct quote_pick *pick)
{
	struct buf out = BUF_INIT;

	buf_str(&out, "- id: passage-id\n  source: source-id\n");
	add_key(&out, "exact", pick->exact);
	add_key(&out, "prefix", pick->context.prefix);
	add_key(&out, "suffix", pick->context.suffix);
	buf_printf(&out, "  locator: para. %d\n", pick->paragraph);
	clean_put(stdout, out.bytes, CLEAN_MANY_LINES);
	buf_release(&out);
}

/* The text does not have the words: print the closest match. */
static void print_nearest(const struct quote_text *text, const char *words,
			  struct arena *arena)
{
	struct quote quote = { .exact = words, .start = -1 };
	struct quote_result nearest = quote_find(text, &quote, arena);

	fputs("daftar: not found in the text", stderr);
	if (nearest.found) {
		fprintf(stderr, "; closest match, in paragraph %d: ", nearest.paragraph);
		clean_put(stderr, nearest.found, CLEAN_ONE_LINE);
	}
	fputc('\n', stderr);
}

static void read_stdin(struct arena *arena, struct source_text *text)
{
	struct buf buf = BUF_INIT;

	input_read(&buf);
	size_t valid = clean_valid_len(buf.bytes, buf.len);

	if (valid < buf.len)
		die_usage("<stdin>: byte %zu is invalid UTF-8", valid);
	if (buf.len > QUOTE_TEXT_MAX)
		die_usage("<stdin>: the text is larger than 1 GiB");
	*text = (struct source_text){ .bytes = arena_strndup(arena, buf.bytes, buf.len),
				      .len = buf.len };
	text->prepared = quote_text(arena, text->bytes, text->len);
	buf_release(&buf);
}

static int quote(const char *path, const char *words, struct arena *arena)
{
	struct source_text source;
	struct quote_pick pick;
	const char *why;

	if (input_is(path))
		read_stdin(arena, &source);
	else if (!texts_read(path, arena, &source, &why))
		die_usage("%s: %s", path, why);
	if (!quote_pick(source.prepared, words, arena, &pick)) {
		print_nearest(source.prepared, words, arena);
		return EXIT_NOTHING;
	}
	print_passage(&pick);
	if (pick.count > 1)
		fprintf(stderr,
			"daftar: found %d times; this is the first (add words to "
			"select another)\n",
			pick.count);
	return EXIT_OK;
}

int cmd_quote(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { NULL };
	struct arena arena = { 0 };
	struct buf words = BUF_INIT;

	argc = options_take(argc, argv, values);
	if (argc < 3)
		die_usage("quote requires a file and the words to find in it");
	for (int i = 2; i < argc; i++)
		buf_printf(&words, "%s%s", i > 2 ? " " : "", argv[i]);
	int status = quote(argv[1], words.bytes, &arena);

	buf_release(&words);
	arena_clear(&arena);
	return status;
}
