/**
 * @file
 * Finding a quotation in the text that it was taken from: the W3C
 * TextQuoteSelector, and what to say when it does not fit.
 *
 * Only what a copy may alter is ignored in comparing: normalisation form (NFC),
 * runs of white space, soft hyphens, straight and curly quotation marks.  The
 * text is normalised once, with a way back to the original; every search then
 * runs over plain bytes.  Offsets are code points of the original text, from 0,
 * half open.
 *
 * Likeness never decides alone: only where prefix or suffix stand is another
 * wording taken for CHANGED, and even that is never taken silently.
 */
#ifndef DAFTAR_TEXT_ANCHOR_H
#define DAFTAR_TEXT_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/** A source text made ready for searching.  Owned by the arena it was made in. */
struct anchor_text;

/** What is looked for.  `prefix` and `suffix` may be NULL or empty. */
struct anchor_quote {
	const char *exact, *prefix, *suffix;
	long start;    /* code point where it stood when captured, or -1 */
	int paragraph; /* paragraph it stood in (from 1), or 0 */
};

enum anchor_state {
	ANCHOR_UNCHECKED, /* there was no text to look in */
	ANCHOR_EXACT,	  /* found, once, where it should be */
	ANCHOR_MOVED,	  /* found, once, in another place or between other words */
	ANCHOR_CHANGED,	  /* its surroundings stand, other words stand between them */
	ANCHOR_AMBIGUOUS, /* found more than once */
	ANCHOR_ORPHAN,	  /* not found */
	ANCHOR_STATE_COUNT
};

/** What to call the states: "exact", "moved". */
extern const char *const anchor_state_names[ANCHOR_STATE_COUNT];

struct anchor_result {
	enum anchor_state state;
	long start,
		end; /* code points; of the nearest candidate for an orphan; -1: none */
	size_t byte, len;  /* the same, in bytes of the original text */
	int paragraph;	   /* where it stands, from 1; 0: nowhere */
	int count;	   /* how often it was found */
	const char *found; /* CHANGED, ORPHAN: the words that stand there; else NULL */
	const char *why;   /* ORPHAN: why the candidate was refused; MOVED: what differs
			      around it, or NULL when only the place does */
	const char *prefix,
		*suffix; /* AMBIGUOUS: the shortest that part the first (or hinted) one */
};

/** The longest text that can be made ready, in bytes. */
enum { ANCHOR_TEXT_MAX = 1 << 30 };

/**
 * Make a text ready.  `bytes` must live as long as the result, and should be valid
 * UTF-8: broken bytes match themselves only, and count by their leading bytes.
 */
const struct anchor_text *anchor_text(struct arena *arena, const char *bytes, size_t len);

/** Look for a quotation.  Strings in the result are owned by `arena`. */
struct anchor_result anchor_find(const struct anchor_text *text,
				 const struct anchor_quote *quote, struct arena *arena);

/**
 * Every place where the quotation stands between its prefix and suffix, as code
 * point pairs in order; `*count` of them.  Overlapping ones count.  As W3C's
 * selector has it, no quote at all stands everywhere.
 */
const long (*anchor_all(const struct anchor_text *text, const struct anchor_quote *quote,
			struct arena *arena, int *count))[2];

/**
 * The shortest prefix and suffix, cut at words, that make the words at
 * start..end unique; empty strings when they are unique alone and are whole
 * words.  After Apache Annotator: every other occurrence is ruled out on both
 * sides where it can be.  White space in them is single blanks.
 */
void anchor_describe(const struct anchor_text *text, long start, long end,
		     struct arena *arena, const char **prefix, const char **suffix);

/** A passage ready to be written down. */
struct anchor_pick {
	const char *exact;	     /* character for character as the text has it */
	const char *prefix, *suffix; /* what parts it from others; else empty */
	long start, end;
	int paragraph;
	int count; /* how often the words stand in the text */
};

/**
 * Find the words that somebody typed, and describe them: as anchor_all() has
 * them, else without regard to case, accents and apostrophes (text/fold.h).  Of
 * several the first.  False when they are not there.
 */
bool anchor_pick(const struct anchor_text *text, const char *words, struct arena *arena,
		 struct anchor_pick *pick);

/** Paragraphs are runs of lines that are not blank; the first is 1.  Of a code point. */
int anchor_paragraph(const struct anchor_text *text, long at);

/** How many words (runs without white space) the whole text has. */
int anchor_words(const struct anchor_text *text);

/** How many words stand, whole or in part, in start..end. */
int anchor_words_between(const struct anchor_text *text, long start, long end);

#endif
