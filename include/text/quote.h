/**
 * @file
 * Finding a quotation in its source text, after the W3C TextQuoteSelector, and
 * explaining a failed match.
 *
 * Comparison ignores only what copying may change: the normalisation form (NFC),
 * runs of white space, soft hyphens, straight and curly quotation marks.  The
 * text is normalised once, with a map back to the original; every search then
 * runs over plain bytes.  Offsets are code points of the original text, from 0,
 * half open.
 *
 * Similarity alone is never a match: different words are CHANGED only where the
 * prefix or suffix matches, and a change is always reported.
 */
#ifndef DAFTAR_TEXT_QUOTE_H
#define DAFTAR_TEXT_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/** A source text prepared for searching.  Owned by the arena it was made in. */
struct quote_text;

/** A quotation to find.  `prefix` and `suffix` may be NULL or empty. */
struct quote {
	const char *exact, *prefix, *suffix;
	long start;    /* its code point when captured, or -1 */
	int paragraph; /* its paragraph when captured (from 1), or 0 */
};

enum quote_state {
	QUOTE_UNCHECKED, /* there is no source text */
	QUOTE_EXACT,	 /* found once, in the expected place */
	QUOTE_MOVED,	 /* found once, in another place or context */
	QUOTE_CHANGED,	 /* its context was found, around different words */
	QUOTE_AMBIGUOUS, /* found more than once */
	QUOTE_ORPHAN,	 /* not found */
	QUOTE_STATE_COUNT
};

/** The names of the states: "exact", "moved". */
extern const char *const quote_state_names[QUOTE_STATE_COUNT];

/** The words before and after a quotation. */
struct quote_context {
	const char *prefix, *suffix;
};

struct quote_result {
	enum quote_state state;
	long start, end;  /* code points; for an orphan, of the closest match; -1: none */
	size_t byte, len; /* the same, in bytes of the original text */
	int paragraph;	  /* where it was found, from 1; 0: not found */
	int count;	  /* number of matches */
	const char *found; /* CHANGED, ORPHAN: the words in the text; else NULL */
	const char *why;   /* ORPHAN: why the closest match was rejected; MOVED: how the
			      context differs, or NULL when only the place does */
	struct quote_context context; /* AMBIGUOUS: the shortest that selects the first
					 (or expected) one */
};

/** Maximum size of a text, in bytes. */
enum { QUOTE_TEXT_MAX = 1 << 30 };

/**
 * Prepare a text.  `bytes` must live as long as the result and should be valid
 * UTF-8: invalid bytes match only themselves and count by their leading bytes.
 */
const struct quote_text *quote_text(struct arena *arena, const char *bytes, size_t len);

/** Find a quotation.  Strings in the result are owned by `arena`. */
struct quote_result quote_find(const struct quote_text *text, const struct quote *quote,
			       struct arena *arena);

/**
 * All matches of the quotation between its prefix and suffix, as code point pairs in
 * order; `*count` of them.  Matches may overlap.  As in the W3C selector, an empty
 * quotation matches everywhere.
 */
const long (*quote_all(const struct quote_text *text, const struct quote *quote,
		       struct arena *arena, int *count))[2];

/**
 * The shortest prefix and suffix, of whole words, that make the words at start..end
 * unique; empty strings when whole words are unique by themselves.  As in Apache
 * Annotator, every other occurrence is excluded on both sides where possible.
 * White space is reduced to single blanks.  Owned by `arena`.
 */
struct quote_context quote_describe(const struct quote_text *text, long start, long end,
				    struct arena *arena);

/** A quotation described for a passage. */
struct quote_pick {
	const char *exact;	      /* verbatim from the text */
	struct quote_context context; /* if needed to make it unique; else empty */
	long start, end;
	int paragraph;
	int count; /* number of occurrences in the text */
};

/**
 * Find typed words and describe the first match: as quote_all() does, else ignoring
 * case, accents and apostrophes (text/fold.h).  False when there is no match.
 */
bool quote_pick(const struct quote_text *text, const char *words, struct arena *arena,
		struct quote_pick *pick);

/** The paragraph of a code point, from 1.  Paragraphs are runs of non-blank lines. */
int quote_paragraph(const struct quote_text *text, long at);

/** The number of words (runs without white space) in the text. */
int quote_words(const struct quote_text *text);

/** The number of words in start..end, counting partial ones. */
int quote_words_between(const struct quote_text *text, long start, long end);

#endif
