#include "config.h"

#include "text/anchor.h"

#include <stdint.h>
#include <string.h>

#include "normal.h"
#include "refusal.h"
#include "text/approx.h"

const char *const anchor_state_names[ANCHOR_STATE_COUNT] = {
	[ANCHOR_UNCHECKED] = "unchecked", [ANCHOR_EXACT] = "exact",
	[ANCHOR_MOVED] = "moved",	  [ANCHOR_CHANGED] = "changed",
	[ANCHOR_AMBIGUOUS] = "ambiguous", [ANCHOR_ORPHAN] = "orphan",
};

enum {
	CONTEXT_MIN = 8,   /* bytes of half a prefix that still place a quotation */
	TRIES_MAX = 10000, /* places of a prefix that are looked at */
	GAP_MIN = 200	   /* other words may take this, or four times the quotation's */
};

/* A quotation and its surroundings, normalised. */
struct sought {
	struct needle exact, prefix, suffix;
};

/* Bytes of the normalised text. */
struct stretch {
	size_t start, end;
};

/* How strictly prefix and suffix are held to. */
enum fit {
	FIT_ANY,   /* not at all */
	FIT_LOOSE, /* but for a blank where they touch the quotation */
	FIT_EXACT
};

static struct sought sought_make(const struct anchor_quote *quote, struct arena *arena)
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

static bool prefix_fits(const struct anchor_text *text, size_t at, struct needle prefix,
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

static bool suffix_fits(const struct anchor_text *text, size_t at, struct needle suffix,
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

/* The next place at or after `from` where the quotation stands.  Steps on past it. */
static bool next_match(const struct anchor_text *text, const struct sought *sought,
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

static long start_point(const struct anchor_text *text, struct stretch at)
{
	return normal_point(text, text->origin[at.start]);
}

static long end_point(const struct anchor_text *text, struct stretch at)
{
	return normal_point(text, normal_end(text, at.end));
}

static bool is_hinted(const struct anchor_text *text, const struct anchor_quote *quote,
		      struct stretch at)
{
	long start = start_point(text, at);

	return (quote->start < 0 || quote->start == start) &&
	       (!quote->paragraph || quote->paragraph == anchor_paragraph(text, start));
}

/* How often it stands; `*best` is the first, or the one where it should be. */
static int count_matches(const struct anchor_text *text, const struct anchor_quote *quote,
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

static char *original(const struct anchor_text *text, struct stretch at,
		      struct arena *arena)
{
	size_t start = text->origin[at.start], end = normal_end(text, at.end);

	return arena_strndup(arena, text->bytes + start, end > start ? end - start : 0);
}

static void place(struct anchor_result *result, const struct anchor_text *text,
		  struct stretch at)
{
	result->start = start_point(text, at);
	result->end = end_point(text, at);
	result->byte = text->origin[at.start];
	result->len = normal_end(text, at.end) - result->byte;
	result->paragraph = anchor_paragraph(text, result->start);
}

/* The half of a prefix or suffix that touches the quotation, cut at a word. */
static struct needle half(struct needle context, bool is_prefix)
{
	size_t cut = context.len / 2;

	while (cut < context.len && cut && context.bytes[cut] != ' ')
		cut++;
	if (is_prefix)
		return (struct needle){ context.bytes + cut, context.len - cut };
	return (struct needle){ context.bytes, cut };
}

/* What stands between prefix and suffix: of several, the nearest in length. */
static bool find_between(const struct anchor_text *text, const struct sought *sought,
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

static struct stretch trimmed(const struct anchor_text *text, struct stretch at)
{
	while (at.start < at.end && text->normal[at.start] == ' ')
		at.start++;
	while (at.end > at.start && text->normal[at.end - 1] == ' ')
		at.end--;
	return at;
}

/* Do prefix and suffix, or good parts of both, stand with other words between? */
static bool find_changed(const struct anchor_text *text, const struct sought *sought,
			 struct stretch *between)
{
	struct needle prefix = half(sought->prefix, true);
	struct needle suffix = half(sought->suffix, false);

	if (!find_between(text, sought, sought->prefix, sought->suffix, between) &&
	    (prefix.len < CONTEXT_MIN || suffix.len < CONTEXT_MIN ||
	     !find_between(text, sought, prefix, suffix, between)))
		return false;
	*between = trimmed(text, *between);
	/* The very words stand there: then it is the context that has changed. */
	return !memmem(text->normal + between->start, between->end - between->start,
		       sought->exact.bytes, sought->exact.len);
}

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

/* The stretch without blanks at its ends, but with the rest of the words it cuts. */
static struct stretch whole_words(const struct anchor_text *text, struct stretch at)
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

/* Found `count` times, in the surroundings it should have unless `why` tells else. */
static void found(struct anchor_result *result, const struct anchor_text *text,
		  const struct anchor_quote *quote, struct stretch at, int count,
		  const char *why, struct arena *arena)
{
	place(result, text, at);
	result->count = count;
	if (count > 1) {
		result->state = ANCHOR_AMBIGUOUS;
		anchor_describe(text, result->start, result->end, arena, &result->prefix,
				&result->suffix);
		return;
	}
	result->why = why;
	result->state = why || !is_hinted(text, quote, at) ? ANCHOR_MOVED : ANCHOR_EXACT;
}

/* Does it stand in surroundings that are not, or only in part, the ones given? */
static bool find_elsewhere(struct anchor_result *result, const struct anchor_text *text,
			   const struct anchor_quote *quote, const struct sought *sought,
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

/* The nearest wording: changed when its surroundings stand, else refused. */
static void find_nearest(struct anchor_result *result, const struct anchor_text *text,
			 const struct anchor_quote *quote, const struct sought *sought,
			 struct arena *arena)
{
	int points = point_count(sought->exact);
	struct approx_match match;

	if (!approx_find(text->normal, text->normal_len, sought->exact.bytes,
			 sought->exact.len, points / 2, &match)) {
		result->why = "nothing in the text is like it";
		return;
	}
	struct stretch at = whole_words(text, (struct stretch){ match.start, match.end });
	bool before = prefix_fits(text, at.start, sought->prefix, FIT_LOOSE);
	bool after = suffix_fits(text, at.end, sought->suffix, FIT_LOOSE);

	place(result, text, at);
	result->found = original(text, at, arena);
	if ((before && has_words(sought->prefix)) ||
	    (after && has_words(sought->suffix))) {
		result->state = ANCHOR_CHANGED;
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

struct anchor_result anchor_find(const struct anchor_text *text,
				 const struct anchor_quote *quote, struct arena *arena)
{
	struct anchor_result result = { .state = ANCHOR_ORPHAN, .start = -1, .end = -1 };
	struct sought sought = sought_make(quote, arena);
	struct stretch at;
	int count;

	if (!sought.exact.len) {
		result.why = "there are no words to look for";
		return result;
	}
	count = count_matches(text, quote, &sought, FIT_EXACT, &at);
	if (!count)
		count = count_matches(text, quote, &sought, FIT_LOOSE, &at);
	if (count) {
		found(&result, text, quote, at, count, NULL, arena);
	} else if (find_changed(text, &sought, &at)) {
		place(&result, text, at);
		result.state = ANCHOR_CHANGED;
		result.found = original(text, at, arena);
	} else if (!find_elsewhere(&result, text, quote, &sought, arena)) {
		find_nearest(&result, text, quote, &sought, arena);
	}
	return result;
}

const long (*anchor_all(const struct anchor_text *text, const struct anchor_quote *quote,
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
