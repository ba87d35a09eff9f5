/**
 * @file
 * The captured copies of the sources, and how the passages stand in them.
 *
 * Source texts are mostly not ours to redistribute, so they lie outside the
 * dossier: the reader names a directory, a reference names a file in it
 * (custom.text).  load/texts.h reads them; panes and reports look here.
 */
#ifndef DAFTAR_MODEL_TEXTS_H
#define DAFTAR_MODEL_TEXTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "text/anchor.h"

struct source_text {
	const char *bytes; /* UTF-8, NUL-terminated; NULL: not captured */
	size_t len;
	const struct anchor_text *anchor;
	int words, quoted_words; /* of the whole text; of it, within some passage */
	bool is_part; /* of another reference's text, where its words are counted */
};

/** All texts of a dossier, and the state of each of its passages. */
struct texts {
	struct arena arena;		/* owns all of it */
	struct source_text *sources;	/* one a reference, by index */
	struct anchor_result *passages; /* one a passage, by index */
};

/** Give everything back. */
void texts_release(struct texts *texts);

#endif
