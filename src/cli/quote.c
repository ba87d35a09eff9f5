#include "config.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "load/scalar.h"
#include "load/texts.h"
#include "text/anchor.h"
#include "text/clean.h"

static void add_key(struct buf *out, const char *key, const char *value)
{
	if (!*value)
		return;
	buf_printf(out, "  %s: ", key);
	scalar_add(out, value);
	buf_char(out, '\n');
}

/* The two ids are the curator's to choose; the rest can be pasted as it stands. */
static void print_passage(const struct anchor_pick *pick)
{
	struct buf out = BUF_INIT;

	buf_str(&out, "- id: passage-id\n  source: source-id\n");
	add_key(&out, "exact", pick->exact);
	add_key(&out, "prefix", pick->prefix);
	add_key(&out, "suffix", pick->suffix);
	buf_printf(&out, "  locator: para. %d\n", pick->paragraph);
	clean_put(stdout, out.bytes, CLEAN_MANY_LINES);
	buf_release(&out);
}

/* The words are not there: say what comes nearest. */
static void print_nearest(const struct anchor_text *text, const char *words,
			  struct arena *arena)
{
	struct anchor_quote quote = { .exact = words, .start = -1 };
	struct anchor_result nearest = anchor_find(text, &quote, arena);

	fputs("daftar: the words are not in the text", stderr);
	if (nearest.found) {
		fprintf(stderr, "; nearest, in paragraph %d: ", nearest.paragraph);
		clean_put(stderr, nearest.found, CLEAN_ONE_LINE);
	}
	fputc('\n', stderr);
}

static int quote(const char *path, const char *words, struct arena *arena)
{
	struct source_text source;
	struct anchor_pick pick;
	const char *why;

	if (!texts_read(path, arena, &source, &why))
		refuse("%s: %s", path, why);
	if (!anchor_pick(source.anchor, words, arena, &pick)) {
		print_nearest(source.anchor, words, arena);
		return EXIT_NOTHING;
	}
	print_passage(&pick);
	if (pick.count > 1)
		fprintf(stderr,
			"daftar: the words stand %d times, this is the first; give more "
			"words for another\n",
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
		refuse("quote needs a file and words of it");
	for (int i = 2; i < argc; i++)
		buf_printf(&words, "%s%s", i > 2 ? " " : "", argv[i]);
	int status = quote(argv[1], words.bytes, &arena);

	buf_release(&words);
	arena_clear(&arena);
	return status;
}
