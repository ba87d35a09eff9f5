/**
 * @file
 * The source texts and the state of each passage.
 *
 * Most source texts can't be redistributed, so they are kept outside the dossier: the
 * user gives a directory, and a reference the name of a file in it (custom.text).
 * load/texts.h reads them.
 */
#ifndef DAFTAR_MODEL_TEXTS_H
#define DAFTAR_MODEL_TEXTS_H

#include "base/arena.h"
#include "text/quote.h"

struct source_text {
	const char *bytes; /* UTF-8, NUL-terminated; NULL: no text */
	size_t len;
	const struct quote_text *prepared;
	int words, quoted_words; /* total, and within passages */
};

/** All texts of a dossier and the states of its passages. */
struct texts {
	struct arena arena;	       /* owns everything */
	struct source_text *sources;   /* indexed as the references */
	struct quote_result *passages; /* indexed as the passages */
};

/** Free everything. */
void texts_release(struct texts *texts);

#endif
