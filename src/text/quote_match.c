#include "config.h"

#include "quote_match.h"

#include <string.h>

struct search search_make(const struct quote_text *text, const struct quote *quote,
			  struct arena *arena)
{
	return (struct search){
		.text = text,
		.quote = quote,
		.exact = needle_make(arena, quote->exact),
		.prefix = needle_make(arena, quote->prefix),
		.suffix = needle_make(arena, quote->suffix),
		.fit = FIT_EXACT,
		.arena = arena,
	};
}

static bool ends_with(const char *str, size_t len, struct needle end)
{
	return len >= end.len && !memcmp(str + len - end.len, end.bytes, end.len);
}

static bool starts_with(const char *str, size_t len, struct needle start)
{
	return len >= start.len && !memcmp(str, start.bytes, start.len);
}

bool search_prefix_fits(const struct search *search, size_t at)
{
	const struct quote_text *text = search->text;
	struct needle prefix = search->prefix;

	if (search->fit == FIT_LOOSE) {
		while (prefix.len && prefix.bytes[prefix.len - 1] == ' ')
			prefix.len--;
		while (at && text->normal[at - 1] == ' ')
			at--;
	}
	return ends_with(text->normal, at, prefix);
}

bool search_suffix_fits(const struct search *search, size_t at)
{
	const struct quote_text *text = search->text;
	struct needle suffix = search->suffix;

	if (search->fit == FIT_LOOSE) {
		while (suffix.len && *suffix.bytes == ' ')
			suffix.bytes++, suffix.len--;
		while (at < text->normal_len && text->normal[at] == ' ')
			at++;
	}
	return starts_with(text->normal + at, text->normal_len - at, suffix);
}

bool search_next(const struct search *search, size_t *from, struct stretch *match)
{
	const struct quote_text *text = search->text;

	while (*from <= text->normal_len) {
		const char *found = memmem(text->normal + *from, text->normal_len - *from,
					   search->exact.bytes, search->exact.len);

		if (!found)
			return false;
		match->start = (size_t)(found - text->normal);
		match->end = match->start + search->exact.len;
		*from = match->start + 1;
		if (normal_is_bound(text, match->start) &&
		    normal_is_bound(text, match->end) &&
		    search_prefix_fits(search, match->start) &&
		    search_suffix_fits(search, match->end))
			return true;
	}
	return false;
}

bool search_is_hinted(const struct search *search, struct stretch match)
{
	const struct quote *quote = search->quote;
	long start = stretch_start(search->text, match);

	return (quote->start < 0 || quote->start == start) &&
	       (!quote->paragraph ||
		quote->paragraph == quote_paragraph(search->text, start));
}

int search_count(const struct search *search, struct stretch *best)
{
	bool has_hinted = false;
	struct stretch match;
	size_t from = 0;
	int count = 0;

	for (; search_next(search, &from, &match); count++) {
		bool hinted = !has_hinted && search_is_hinted(search, match);

		if (!count || hinted)
			*best = match;
		has_hinted |= hinted;
	}
	return count;
}

long stretch_start(const struct quote_text *text, struct stretch at)
{
	return normal_point(text, text->origin[at.start]);
}

long stretch_end(const struct quote_text *text, struct stretch at)
{
	return normal_point(text, normal_end(text, at.end));
}

char *stretch_original(const struct quote_text *text, struct stretch at,
		       struct arena *arena)
{
	size_t start = text->origin[at.start], end = normal_end(text, at.end);

	return arena_strndup(arena, text->bytes + start, end > start ? end - start : 0);
}

struct stretch stretch_trim(const struct quote_text *text, struct stretch at)
{
	while (at.start < at.end && text->normal[at.start] == ' ')
		at.start++;
	while (at.end > at.start && text->normal[at.end - 1] == ' ')
		at.end--;
	return at;
}

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

struct stretch stretch_whole_words(const struct quote_text *text, struct stretch at)
{
	at = stretch_trim(text, at);
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
