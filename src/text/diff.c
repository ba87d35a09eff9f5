#include "config.h"

#include "text/diff.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { WORDS_MAX = 500 }; /* of either text; beyond, the middle counts as replaced */

struct word {
	const char *at;
	size_t len;
};

struct words {
	struct word *at;
	size_t count;
};

/* The result so far. */
struct runs {
	struct diff_run *at;
	int count;
};

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct words split(const char *str, struct arena *arena)
{
	struct words words = {
		arena_array(arena, strlen(str) / 2 + 1, sizeof(struct word)), 0
	};

	while (*str) {
		const char *start = str;

		while (*str && !is_space(*str))
			str++;
		if (str > start)
			words.at[words.count++] =
				(struct word){ start, (size_t)(str - start) };
		while (is_space(*str))
			str++;
	}
	return words;
}

static bool word_equal(struct word a, struct word b)
{
	return a.len == b.len && !memcmp(a.at, b.at, a.len);
}

/* Append a word to the last run, or start another. */
static void add_word(struct runs *runs, enum diff_kind kind, struct word word)
{
	struct diff_run *last = runs->count ? &runs->at[runs->count - 1] : NULL;

	if (!last || last->kind != kind) {
		runs->at[runs->count++] = (struct diff_run){ kind, word.at, word.len };
		return;
	}
	last->len = (size_t)(word.at + word.len - last->words);
}

static void add_words(struct runs *runs, enum diff_kind kind, struct words words)
{
	for (size_t i = 0; i < words.count; i++)
		add_word(runs, kind, words.at[i]);
}

/*
 * Add the runs of the longest common subsequence.  `lengths` has the number of common
 * words for each pair of tails.  In a gap, removed words come before added ones.
 */
static void add_changes(struct runs *runs, struct words a, struct words b)
{
	size_t row = b.count + 1, i = 0, j = 0, added = 0;
	struct arena scratch = { 0 };
	uint16_t *lengths = arena_array(&scratch, (a.count + 1) * row, sizeof *lengths);

	for (size_t x = a.count; x-- > 0;)
		for (size_t y = b.count; y-- > 0;) {
			uint16_t below = lengths[(x + 1) * row + y];
			uint16_t right = lengths[x * row + y + 1];

			lengths[x * row + y] =
				word_equal(a.at[x], b.at[y])
					? (uint16_t)(lengths[(x + 1) * row + y + 1] + 1)
				: below > right ? below
						: right;
		}
	while (i < a.count || j < b.count) {
		if (i < a.count && j < b.count && word_equal(a.at[i], b.at[j])) {
			add_words(runs, DIFF_ADDED,
				  (struct words){ b.at + added, j - added });
			add_word(runs, DIFF_COMMON, a.at[i++]);
			added = ++j;
		} else if (i < a.count &&
			   (j == b.count ||
			    lengths[(i + 1) * row + j] >= lengths[i * row + j + 1])) {
			add_word(runs, DIFF_REMOVED, a.at[i++]);
		} else {
			j++;
		}
	}
	add_words(runs, DIFF_ADDED, (struct words){ b.at + added, j - added });
	arena_clear(&scratch);
}

const struct diff_run *diff_words(const char *old_text, const char *new_text,
				  struct arena *arena, int *count)
{
	struct words a = split(old_text, arena), b = split(new_text, arena), tail = { 0 };
	struct runs runs = {
		arena_array(arena, a.count + b.count + 1, sizeof(struct diff_run)), 0
	};

	while (a.count && b.count && word_equal(*a.at, *b.at)) {
		add_word(&runs, DIFF_COMMON, *a.at);
		a.at++, a.count--, b.at++, b.count--;
	}
	while (a.count && b.count && word_equal(a.at[a.count - 1], b.at[b.count - 1])) {
		tail = (struct words){ a.at + --a.count, tail.count + 1 };
		b.count--;
	}
	if (a.count <= WORDS_MAX && b.count <= WORDS_MAX) {
		add_changes(&runs, a, b);
	} else {
		add_words(&runs, DIFF_REMOVED, a);
		add_words(&runs, DIFF_ADDED, b);
	}
	add_words(&runs, DIFF_COMMON, tail);
	*count = runs.count;
	return runs.at;
}

/* Print words in one line with single blanks. */
static void print_words(const struct diff_run *run, struct buf *out)
{
	for (size_t i = 0; i < run->len; i++)
		if (!is_space(run->words[i]))
			buf_char(out, run->words[i]);
		else if (!is_space(run->words[i - 1]))
			buf_char(out, ' ');
}

void diff_print(const struct diff_run *runs, int count, struct buf *out)
{
	for (int i = 0; i < count; i++) {
		bool is_pair = runs[i].kind == DIFF_REMOVED && i + 1 < count &&
			       runs[i + 1].kind == DIFF_ADDED;

		if (i)
			buf_char(out, ' ');
		if (runs[i].kind == DIFF_COMMON) {
			print_words(&runs[i], out);
			continue;
		}
		buf_char(out, '{');
		if (runs[i].kind == DIFF_REMOVED)
			print_words(&runs[i], out);
		buf_str(out, "->");
		if (is_pair)
			i++;
		if (runs[i].kind == DIFF_ADDED)
			print_words(&runs[i], out);
		buf_char(out, '}');
	}
}
