#include "config.h"

#include "refusal.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "text/diff.h"

/* clang-format off */
static const char *const numbers[] = {
	"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
	"eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty",
	"seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion",
};
/* clang-format on */

/* A word without the punctuation around it. */
struct word {
	const char *at;
	size_t len;
};

static bool is_letter(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

/* Take the next word off `rest`.  False at the end. */
static bool next_word(struct word *rest, struct word *word)
{
	while (rest->len && !is_letter(*rest->at))
		rest->at++, rest->len--;
	*word = (struct word){ rest->at, 0 };
	while (rest->len && *rest->at != ' ' && *rest->at != '\n' && *rest->at != '\t')
		rest->at++, rest->len--;
	word->len = (size_t)(rest->at - word->at);
	while (word->len && !is_letter(word->at[word->len - 1]))
		word->len--;
	return word->len;
}

static bool is_number(struct word word)
{
	if (*word.at >= '0' && *word.at <= '9')
		return true;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (strlen(numbers[i]) == word.len &&
		    !strncasecmp(numbers[i], word.at, word.len))
			return true;
	return false;
}

static bool is_name(struct word word)
{
	return *word.at >= 'A' && *word.at <= 'Z';
}

static bool find_word(const struct diff_run *run, bool (*is)(struct word word),
		      struct word *word)
{
	struct word rest = { run->words, run->len };

	while (next_word(&rest, word))
		if (is(*word))
			return true;
	return false;
}

/* A diff of two wordings. */
struct diff {
	const struct diff_run *runs;
	int count;
};

/* "different number: nineteen / seven", when one was replaced by another. */
static const char *different(const char *what, bool (*is)(struct word word),
			     const struct diff *diff, struct arena *arena)
{
	const struct diff_run *runs = diff->runs;
	int count = diff->count;
	struct word a, b;

	for (int i = 0; i + 1 < count; i++)
		if (runs[i].kind == DIFF_REMOVED && runs[i + 1].kind == DIFF_ADDED &&
		    find_word(&runs[i], is, &a) && find_word(&runs[i + 1], is, &b) &&
		    (a.len != b.len || memcmp(a.at, b.at, a.len)))
			return arena_printf(arena, "different %s: %.*s / %.*s", what,
					    (int)a.len, a.at, (int)b.len, b.at);
	return NULL;
}

const char *refusal_why(const struct refusal *refusal, struct arena *arena)
{
	struct arena scratch = { 0 };
	struct diff diff;

	diff.runs = diff_words(refusal->exact, refusal->found, &scratch, &diff.count);
	const char *why = different("number", is_number, &diff, arena);

	if (!why)
		why = different("name", is_name, &diff, arena);
	arena_clear(&scratch);
	if (why)
		return why;
	if (refusal->before_differs && refusal->after_differs)
		return "the words around it differ";
	if (refusal->before_differs)
		return "the words before it differ";
	if (refusal->after_differs)
		return "the words after it differ";
	return arena_printf(arena, "only %d %% similar", refusal->percent);
}
