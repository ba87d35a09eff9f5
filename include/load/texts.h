/**
 * @file
 * The captured copies of the sources, and how the passages stand in them.
 *
 * Source texts are not ours to redistribute, so they lie outside the dossier:
 * the reader names a directory, a reference names a file in it (custom.text).
 * A name that would leave the directory is refused.
 */
#ifndef DAFTAR_LOAD_TEXTS_H
#define DAFTAR_LOAD_TEXTS_H

#include "base/diag.h"
#include "model/dossier.h"
#include "text/anchor.h"

struct source_text {
	const char *bytes; /* UTF-8, NUL-terminated; NULL: not captured */
	size_t len;
	const struct anchor_text *anchor;
	int words, quoted_words; /* of the whole text, and of it within some passage */
};

/** All texts of a dossier, and the state of each of its passages. */
struct texts {
	struct arena arena;
	struct source_text *sources;	/* one a reference, by index */
	struct anchor_result *passages; /* one a passage, by index */
};

/**
 * Read the texts that `dossier` names below `directory` (NULL: none, and every
 * passage is unchecked) and look for every passage.  What is wrong with a text
 * or a passage is told in `diags`.  Release with texts_release() either way.
 *
 * @return whether there was no error.
 */
bool texts_load(const char *directory, const struct dossier *dossier, struct texts *texts,
		struct diags *diags);

void texts_release(struct texts *texts);

#endif
