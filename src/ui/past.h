/**
 * @file
 * What was typed into prompts before, the newest last.  Whoever keeps the reader's state
 * reads `texts` and gives them back with past_add(), the oldest first.
 */
#ifndef DAFTAR_UI_PAST_H
#define DAFTAR_UI_PAST_H

#include "base/arena.h"

/** What is remembered apart. */
enum past_kind { PAST_NONE, PAST_FILTERS, PAST_SEARCHES, PAST_KIND_COUNT };

enum { PAST_MOST = 200 };

/** Zero-initialise; release. */
struct past {
	struct arena arena;
	const char *texts[PAST_MOST];
	int count;
};

/** Remember a text as the newest; an older equal one is forgotten.  "" is not kept. */
void past_add(struct past *past, const char *text);

/** The next text from `from` on, by -1 or +1, that begins so; -1: there is none. */
int past_find(const struct past *past, int from, int by, const char *start);

void past_release(struct past *past);

#endif
