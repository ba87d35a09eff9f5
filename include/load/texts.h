/** @file  Reading the captured copies of the sources and checking every passage. */
#ifndef DAFTAR_LOAD_TEXTS_H
#define DAFTAR_LOAD_TEXTS_H

#include <stdbool.h>

#include "base/diag.h"
#include "model/dossier.h"
#include "model/texts.h"

/**
 * Read the dossier's captured texts below `directory` (NULL: none, and every
 * passage stays unchecked) and find every passage.  A name that leaves the
 * directory is rejected, and so are symbolic links.
 *
 * Diagnostics are added to `diags`: text-missing, text-digest, quoted-share,
 * text-outside and text-unreadable at the reference; passage-moved, passage-changed,
 * passage-ambiguous and passage-orphan at the passage's words.  Release with
 * texts_release() either way.
 *
 * @return whether there was no error.
 */
bool texts_load(const char *directory, const struct dossier *dossier, struct texts *texts,
		struct diags *diags);

/**
 * Read one text from a path given by the user, and prepare it for searching.
 * False, with the reason in `*why`, when it cannot be read or is not UTF-8.  The
 * arena owns all of it.
 */
bool texts_read(const char *path, struct arena *arena, struct source_text *text,
		const char **why);

#endif
