#include "config.h"

#include "text/quote.h"

#include <stdint.h>
#include <string.h>

#include "normal.h"
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

/* A quotation and its context, normalised. */
struct sought {
	struct needle exact, prefix, suffix;
};

/* A range of bytes of the normalised text. */
struct stretch {
	size_t start, end;
};

/* How strictly the context must match. */
enum fit {
	FIT_ANY,   /* ignored */
	FIT_LOOSE, /* ignoring blanks next to the quotation */
	FIT_EXACT
};

static struct sought sought_make(const struct quote *quote, struct arena *arena)
{
	return (struct sought){ needle_make(arena, quote->exact),
				needle_make(arena, quote->prefix),
				needle_make(arena, quote->suffix) };
}

static bool ends_with(const char *str, size_t len, struct needle end)
{
	return len >= end.len && !memcmp(str + len - end.len, end.bytes, end.len);
}

static bool has_words(struct needle needle)
{
	return needle.len > 1 || (needle.len && *needle.bytes != ' ');
}

static bool starts_with(const char *str, size_t len, struct needle start)
{
	return len >= start.len && !memcmp(str, start.bytes, start.len);
}

static bool prefix_fits(const struct quote_text *text, size_t at, struct needle prefix,
			enum fit fit)
{
	if (fit == FIT_LOOSE) {
		while (prefix.len && prefix.bytes[prefix.len - 1] == ' ')
			prefix.len--;
		while (at && text->normal[at - 1] == ' ')
			at--;
	}
	return fit == FIT_ANY || ends_with(text->normal, at, prefix);
}

static bool suffix_fits(const struct quote_text *text, size_t at, struct needle suffix,
			enum fit fit)
{
	if (fit == FIT_LOOSE) {
		while (suffix.len && *suffix.bytes == ' ')
			suffix.bytes++, suffix.len--;
		while (at < text->normal_len && text->normal[at] == ' ')
			at++;
	}
	return fit == FIT_ANY ||
	       starts_with(text->normal + at, text->normal_len - at, suffix);
}

/* Find the next match at or after `from`, and advance `from`. */
static bool next_match(const struct quote_text *text, const struct sought *sought,
		       enum fit fit, size_t *from, struct stretch *match)
{
	while (*from <= text->normal_len) {
		const char *found = memmem(text->normal + *from, text->normal_len - *from,
					   sought->exact.bytes, sought->exact.len);

		if (!found)
			return false;
		match->start = (size_t)(found - text->normal);
		match->end = match->start + sought->exact.len;
		*from = match->start + 1;
		if (normal_is_bound(text, match->start) &&
		    normal_is_bound(text, match->end) &&
		    prefix_fits(text, match->start, sought->prefix, fit) &&
		    suffix_fits(text, match->end, sought->suffix, fit))
			return true;
	}
	return false;
}

static long start_point(const struct quote_text *text, struct stretch at)
{
	return normal_point(text, text->origin[at.start]);
}

static long end_point(const struct quote_text *text, struct stretch at)
{
	return normal_point(text, normal_end(text, at.end));
}

static bool is_hinted(const struct quote_text *text, const struct quote *quote,
		      struct stretch at)
{
	long start = start_point(text, at);

	return (quote->start < 0 || quote->start == start) &&
	       (!quote->paragraph || quote->paragraph == quote_paragraph(text, start));
}

/* Count the matches; `*best` is the first, or the one in the expected place. */
static int count_matches(const struct quote_text *text, const struct quote *quote,
			 const struct sought *sought, enum fit fit, struct stretch *best)
{
	bool has_hinted = false;
	struct stretch match;
	size_t from = 0;
	int count = 0;

	for (; next_match(text, sought, fit, &from, &match); count++) {
		bool hinted = !has_hinted && is_hinted(text, quote, match);

		if (!count || hinted)
			*best = match;
		has_hinted |= hinted;
	}
	return count;
}

static char *original(const struct quote_text *text, struct stretch at,
		      struct arena *arena)
{
	size_t start = text->origin[at.start], end = normal_end(text, at.end);

	return arena_strndup(arena, text->bytes + start, end > start ? end - start : 0);
}

static void place(struct quote_result *result, const struct quote_text *text,
		  struct stretch at)
{
	result->start = start_point(text, at);
	result->end = end_point(text, at);
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

/* Find the words between prefix and suffix; of several, those closest in length. */
static bool find_between(const struct quote_text *text, const struct sought *sought,
			 struct needle prefix, struct needle suffix,
			 struct stretch *between)
{
	size_t wanted = sought->exact.len, best = SIZE_MAX, at = 0;
	size_t reach = wanted * 4 > GAP_MIN ? wanted * 4 : GAP_MIN;
	const char *found;

	if (!has_words(prefix) || !has_words(suffix))
		return false;
	for (int tries = 0; tries < TRIES_MAX; tries++) {
		found = memmem(text->normal + at, text->normal_len - at, prefix.bytes,
			       prefix.len);
		if (!found)
			break;
		size_t start = (size_t)(found - text->normal) + prefix.len;
		size_t left = text->normal_len - start;
		const char *end =
			memmem(text->normal + start, left < reach ? left : reach,
			       suffix.bytes, suffix.len);
		size_t len = end ? (size_t)(end - text->normal) - start : 0;
		size_t off = len > wanted ? len - wanted : wanted - len;

		if (end && off < best) {
			best = off;
			*between = (struct stretch){ start, start + len };
		}
		at = start - prefix.len + 1;
	}
	return best != SIZE_MAX;
}

static struct stretch trimmed(const struct quote_text *text, struct stretch at)
{
	while (at.start < at.end && text->normal[at.start] == ' ')
		at.start++;
	while (at.end > at.start && text->normal[at.end - 1] == ' ')
		at.end--;
	return at;
}

/* Do prefix and suffix, or long enough halves of both, enclose different words? */
static bool find_changed(const struct quote_text *text, const struct sought *sought,
			 struct stretch *between)
{
	struct needle prefix = half(sought->prefix, true);
	struct needle suffix = half(sought->suffix, false);

	if (!find_between(text, sought, sought->prefix, sought->suffix, between) &&
	    (prefix.len < CONTEXT_MIN || suffix.len < CONTEXT_MIN ||
	     !find_between(text, sought, prefix, suffix, between)))
		return false;
	*between = trimmed(text, *between);
	/* If the same words are there, it is the context that has changed. */
	return !memmem(text->normal + between->start, between->end - between->start,
		       sought->exact.bytes, sought->exact.len);
}

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

/* The range without blanks at its ends, extended to whole words. */
static struct stretch whole_words(const struct quote_text *text, struct stretch at)
{
	at = trimmed(text, at);
	struct stretch whole = at;

	if (at.start == at.end)
		return at;
	while (whole.start && is_word_byte(text->normal[whole.start]) &&
	       is_word_byte(text->normal[whole.start - 1]))
		whole.start--;
	while (is_word_byte(text->normal[whole.end - 1]) &&
	       is_word_byte(text->normal[whole.end]))
		whole.end++;
	if (at.start - whole.start > NORMAL_WORD)
		whole.start = at.start;
	if (whole.end - at.end > NORMAL_WORD)
		whole.end = at.end;
	return whole;
}

static int point_count(struct needle needle)
{
	int count = 0;

	for (size_t i = 0; i < needle.len; i++)
		count += ((unsigned char)needle.bytes[i] & 0xc0) != 0x80;
	return count;
}

/* Fill in a match, one of `count`; `why` is how its context differs, or NULL. */
static void found(struct quote_result *result, const struct quote_text *text,
		  const struct quote *quote, struct stretch at, int count,
		  const char *why, struct arena *arena)
{
	place(result, text, at);
	result->count = count;
	if (count > 1) {
		result->state = QUOTE_AMBIGUOUS;
		quote_describe(text, result->start, result->end, arena, &result->prefix,
			       &result->suffix);
		return;
	}
	result->why = why;
	result->state = why || !is_hinted(text, quote, at) ? QUOTE_MOVED : QUOTE_EXACT;
}

/* Is the quotation found elsewhere, where its context matches only in part? */
static bool find_elsewhere(struct quote_result *result, const struct quote_text *text,
			   const struct quote *quote, const struct sought *sought,
			   struct arena *arena)
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
		struct sought part = *sought;

		if (!tries[i].has_prefix)
			part.prefix.len = 0;
		if (!tries[i].has_suffix)
			part.suffix.len = 0;
		if ((tries[i].has_prefix && !part.prefix.len) ||
		    (tries[i].has_suffix && !part.suffix.len))
			continue;
		int count = count_matches(text, quote, &part, FIT_LOOSE, &at);

		if (count) {
			found(result, text, quote, at, count, tries[i].why, arena);
			return true;
		}
	}
	return false;
}

/* Find the closest wording: CHANGED when its context matches, else an orphan. */
static void find_nearest(struct quote_result *result, const struct quote_text *text,
			 const struct quote *quote, const struct sought *sought,
			 struct arena *arena)
{
	int points = point_count(sought->exact);
	struct approx_match match;

	if (!approx_find(text->normal, text->normal_len, sought->exact.bytes,
			 sought->exact.len, points / 2, &match)) {
		result->why = "nothing similar in the text";
		return;
	}
	struct stretch at = whole_words(text, (struct stretch){ match.start, match.end });
	bool before = prefix_fits(text, at.start, sought->prefix, FIT_LOOSE);
	bool after = suffix_fits(text, at.end, sought->suffix, FIT_LOOSE);

	place(result, text, at);
	result->found = original(text, at, arena);
	if ((before && has_words(sought->prefix)) ||
	    (after && has_words(sought->suffix))) {
		result->state = QUOTE_CHANGED;
		return;
	}
	result->why = refusal_why(
		&(struct refusal){ .exact = quote->exact,
				   .found = result->found,
				   .percent = 100 - match.errors * 100 / points,
				   .before_differs = !before,
				   .after_differs = !after },
		arena);
}

struct quote_result quote_find(const struct quote_text *text, const struct quote *quote,
			       struct arena *arena)
{
	struct quote_result result = { .state = QUOTE_ORPHAN, .start = -1, .end = -1 };
	struct sought sought = sought_make(quote, arena);
	struct stretch at;
	int count;

	if (!sought.exact.len) {
		result.why = "the quotation is empty";
		return result;
	}
	count = count_matches(text, quote, &sought, FIT_EXACT, &at);
	if (!count)
		count = count_matches(text, quote, &sought, FIT_LOOSE, &at);
	if (count) {
		found(&result, text, quote, at, count, NULL, arena);
	} else if (find_changed(text, &sought, &at)) {
		place(&result, text, at);
		result.state = QUOTE_CHANGED;
		result.found = original(text, at, arena);
	} else if (!find_elsewhere(&result, text, quote, &sought, arena)) {
		find_nearest(&result, text, quote, &sought, arena);
	}
	return result;
}

const long (*quote_all(const struct quote_text *text, const struct quote *quote,
		       struct arena *arena, int *count))[2]
{
	struct sought sought = sought_make(quote, arena);
	struct stretch match;
	size_t from = 0;

	*count = 0;
	while (next_match(text, &sought, FIT_EXACT, &from, &match))
		++*count;
	long(*all)[2] = arena_array(arena, (size_t)*count + 1, sizeof *all);

	from = 0;
	for (int i = 0; next_match(text, &sought, FIT_EXACT, &from, &match); i++) {
		all[i][0] = start_point(text, match);
		all[i][1] = end_point(text, match);
	}
	return (const long(*)[2])all;
}
