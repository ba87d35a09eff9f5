/**
 * @file
 * Matching a quotation and its context in a normalised text; for quote.c.
 */
#ifndef DAFTAR_TEXT_QUOTE_MATCH_H
#define DAFTAR_TEXT_QUOTE_MATCH_H

#include "normal.h"
#include "text/quote.h"

/** A range of bytes of the normalised text. */
struct stretch {
	size_t start, end;
};

/** How strictly the context must match. */
enum fit {
	FIT_LOOSE, /* ignoring blanks next to the quotation */
	FIT_EXACT
};

/** What is looked for, and where.  The quotation and its context are normalised. */
struct search {
	const struct quote_text *text;
	const struct quote *quote;
	struct needle exact, prefix, suffix;
	enum fit fit;
	struct arena *arena;
};

/** Prepare a search with FIT_EXACT. */
struct search search_make(const struct quote_text *text, const struct quote *quote,
			  struct arena *arena);

/** Does the prefix match before `at`, or the suffix after it? */
bool search_prefix_fits(const struct search *search, size_t at);
bool search_suffix_fits(const struct search *search, size_t at);

/** Find the next match at or after `*from`, and advance `*from`. */
bool search_next(const struct search *search, size_t *from, struct stretch *match);

/** Is the match where the quotation is expected? */
bool search_is_hinted(const struct search *search, struct stretch match);

/** Count the matches; `*best` is the first, or the one in the expected place. */
int search_count(const struct search *search, struct stretch *best);

/** The range in code points of the original text. */
long stretch_start(const struct quote_text *text, struct stretch at);
long stretch_end(const struct quote_text *text, struct stretch at);

/** The original text of the range.  Owned by the arena. */
char *stretch_original(const struct quote_text *text, struct stretch at,
		       struct arena *arena);

/** The range without blanks at its ends. */
struct stretch stretch_trim(const struct quote_text *text, struct stretch at);

/** The trimmed range, extended to whole words. */
struct stretch stretch_whole_words(const struct quote_text *text, struct stretch at);

#endif
