/**
 * @file
 * Fuzzy matching: do the letters of what is typed stand in a text in this order, and
 * how well?
 *
 * Letters score more at the start of the text, at the start of a word and in a row;
 * gaps cost.  Case, accents and apostrophes do not count (text/fold.h).  Words that are
 * typed apart are looked for apart.  Of a long text the beginning is looked at.
 */
#ifndef DAFTAR_TEXT_FUZZY_H
#define DAFTAR_TEXT_FUZZY_H

#include <stddef.h>

enum { FUZZY_MARKS = 64 };

/** The bytes of a text that were matched, in order. */
struct fuzzy_marks {
	int count;
	struct {
		size_t at, len;
	} marks[FUZZY_MARKS];
};

/**
 * How well the text matches; 0: not at all, 1: nothing was typed.  The letters that
 * matched go into `*marks` (may be NULL).
 */
int fuzzy_score(const char *text, const char *typed, struct fuzzy_marks *marks);

#endif
