#include "config.h"

#include "text/quote.h"

#include <stdint.h>
#include <string.h>

#include "quote_match.h"
#include "refusal.h"
#include "text/approx.h"

const char *const quote_state_names[QUOTE_STATE_COUNT] = {
	[QUOTE_UNCHECKED] = "unchecked", [QUOTE_EXACT] = "exact",
	[QUOTE_MOVED] = "moved",	 [QUOTE_CHANGED] = "changed",
	[QUOTE_AMBIGUOUS] = "ambiguous", [QUOTE_ORPHAN] = "orphan",
};

enum {
	CONTEXT_MIN = 8,   /* minimum bytes of half a prefix that identify a place */
	TRIES_MAX = 10000, /* maximum occurrences of a prefix to examine */
	GAP_MIN = 200	   /* changed words may take this, or 4 times the quotation */
};

static bool has_words(struct needle needle)
{
	return needle.len > 1 || (needle.len && *needle.bytes != ' ');
}

static void place(struct quote_result *result, const struct quote_text *text,
		  struct stretch at)
{
	result->start = stretch_start(text, at);
	result->end = stretch_end(text, at);
	result->byte = text->origin[at.start];
	result->len = normal_end(text, at.end) - result->byte;
	result->paragraph = quote_paragraph(text, result->start);
}

/* The half of a prefix or suffix next to the quotation, cut at a word. */
static struct needle half(struct needle context, bool is_prefix)
{
	size_t cut = context.len / 2;

	while (cut < context.len && cut && context.bytes[cut] != ' ')
		cut++;
	if (is_prefix)
		return (struct needle){ context.bytes + cut, context.len - cut };
	return (struct needle){ context.bytes, cut };
}

/* The suffix in reach of `start`, as the end of the words between, or SIZE_MAX. */
static size_t find_end(const struct search *search, size_t start)
{
	const struct quote_text *text = search->text;
	size_t wanted = search->exact.len, left = text->normal_len - start;
	size_t reach = wanted * 4 > GAP_MIN ? wanted * 4 : GAP_MIN;
	const char *end = memmem(text->normal + start, left < reach ? left : reach,
				 search->suffix.bytes, search->suffix.len);

	return end ? (size_t)(end - text->normal) : SIZE_MAX;
}

/* Find the words between prefix and suffix; of several, those closest in length. */
static bool find_between(const struct search *search, struct stretch *between)
{
	const struct quote_text *text = search->text;
	size_t wanted = search->exact.len, best = SIZE_MAX, at = 0;
	const char *found;

	if (!has_words(search->prefix) || !has_words(search->suffix))
		return false;
	for (int tries = 0; tries < TRIES_MAX; tries++) {
		found = memmem(text->normal + at, text->normal_len - at,
			       search->prefix.bytes, search->prefix.len);
		if (!found)
			break;
		at = (size_t)(found - text->normal) + 1;
		size_t start = at - 1 + search->prefix.len;
		size_t end = find_end(search, start);

		if (end == SIZE_MAX)
			continue;
		size_t len = end - start;
		size_t off = len > wanted ? len - wanted : wanted - len;

		if (off < best) {
			best = off;
			*between = (struct stretch){ start, end };
		}
	}
	return best != SIZE_MAX;
}

/* Do prefix and suffix, or long enough halves of both, enclose different words? */
static bool find_changed(const struct search *search, struct stretch *between)
{
	const struct quote_text *text = search->text;
	struct search halves = *search;

	halves.prefix = half(search->prefix, true);
	halves.suffix = half(search->suffix, false);
	if (!find_between(search, between) &&
	    (halves.prefix.len < CONTEXT_MIN || halves.suffix.len < CONTEXT_MIN ||
	     !find_between(&halves, between)))
		return false;
	*between = stretch_trim(text, *between);
	/* If the same words are there, it is the context that has changed. */
	return !memmem(text->normal + between->start, between->end - between->start,
		       search->exact.bytes, search->exact.len);
}

static int point_count(struct needle needle)
{
	int count = 0;

	for (size_t i = 0; i < needle.len; i++)
		count += ((unsigned char)needle.bytes[i] & 0xc0) != 0x80;
	return count;
}

/* Fill in a match, one of `result->count`; `result->why` is how its context differs. */
static void fill_match(const struct search *search, struct stretch at,
		       struct quote_result *result)
{
	place(result, search->text, at);
	if (result->count > 1) {
		result->state = QUOTE_AMBIGUOUS;
		result->why = NULL;
		result->context = quote_describe(search->text, result->start, result->end,
						 search->arena);
		return;
	}
	result->state =
		result->why || !search_is_hinted(search, at) ? QUOTE_MOVED : QUOTE_EXACT;
}

/* Is the quotation found elsewhere, where its context matches only in part? */
static bool find_elsewhere(const struct search *search, struct quote_result *result)
{
	const struct {
		bool has_prefix, has_suffix;
		const char *why;
	} tries[] = {
		{ true, false, "the words after it differ" },
		{ false, true, "the words before it differ" },
		{ false, false, "the words around it differ" },
	};
	struct stretch at;

	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		struct search part = *search;

		part.fit = FIT_LOOSE;
		if (!tries[i].has_prefix)
			part.prefix.len = 0;
		if (!tries[i].has_suffix)
			part.suffix.len = 0;
		if ((tries[i].has_prefix && !part.prefix.len) ||
		    (tries[i].has_suffix && !part.suffix.len))
			continue;
		result->count = search_count(&part, &at);
		if (result->count) {
			result->why = tries[i].why;
			fill_match(search, at, result);
			return true;
		}
	}
	return false;
}

/* Find the closest wording: CHANGED when its context matches, else an orphan. */
static void find_nearest(const struct search *search, struct quote_result *result)
{
	const struct quote_text *text = search->text;
	struct search loose = *search;
	int points = point_count(search->exact);
	struct approx approx = { .text = text->normal,
				 .len = text->normal_len,
				 .pattern = search->exact.bytes,
				 .pattern_len = search->exact.len,
				 .limit = points / 2 };
	struct approx_match match;

	if (!approx_find(&approx, &match)) {
		result->why = "nothing similar in the text";
		return;
	}
	struct stretch at =
		stretch_whole_words(text, (struct stretch){ match.start, match.end });

	loose.fit = FIT_LOOSE;
	bool before = search_prefix_fits(&loose, at.start);
	bool after = search_suffix_fits(&loose, at.end);

	place(result, text, at);
	result->found = stretch_original(text, at, search->arena);
	if ((before && has_words(search->prefix)) ||
	    (after && has_words(search->suffix))) {
		result->state = QUOTE_CHANGED;
		return;
	}
	result->why = refusal_why(
		&(struct refusal){ .exact = search->quote->exact,
				   .found = result->found,
				   .percent = 100 - match.errors * 100 / points,
				   .before_differs = !before,
				   .after_differs = !after },
		search->arena);
}

struct quote_result quote_find(const struct quote_text *text, const struct quote *quote,
			       struct arena *arena)
{
	struct quote_result result = { .state = QUOTE_ORPHAN, .start = -1, .end = -1 };
	struct search search = search_make(text, quote, arena);
	struct stretch at;

	if (!search.exact.len) {
		result.why = "the quotation is empty";
		return result;
	}
	result.count = search_count(&search, &at);
	if (!result.count) {
		search.fit = FIT_LOOSE;
		result.count = search_count(&search, &at);
	}
	if (result.count) {
		fill_match(&search, at, &result);
	} else if (find_changed(&search, &at)) {
		place(&result, text, at);
		result.state = QUOTE_CHANGED;
		result.found = stretch_original(text, at, arena);
	} else if (!find_elsewhere(&search, &result)) {
		find_nearest(&search, &result);
	}
	return result;
}

const long (*quote_all(const struct quote_text *text, const struct quote *quote,
		       struct arena *arena, int *count))[2]
{
	struct search search = search_make(text, quote, arena);
	struct stretch match;
	size_t from = 0;

	*count = 0;
	while (search_next(&search, &from, &match))
		++*count;
	long(*all)[2] = arena_array(arena, (size_t)*count + 1, sizeof *all);

	from = 0;
	for (int i = 0; search_next(&search, &from, &match); i++) {
		all[i][0] = stretch_start(text, match);
		all[i][1] = stretch_end(text, match);
	}
	return (const long(*)[2])all;
}
