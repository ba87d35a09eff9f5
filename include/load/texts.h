/** @file  Reading the captured copies of the sources and checking every passage. */
#ifndef DAFTAR_LOAD_TEXTS_H
#define DAFTAR_LOAD_TEXTS_H

#include <stdbool.h>

#include "base/diag.h"
#include "model/dossier.h"
#include "model/texts.h"

/**
 * Read the texts that `dossier` names below `directory` (NULL: none, and every
 * passage is unchecked) and look for every passage.  A name that would leave
 * the directory is refused, symbolic links too.
 *
 * Told in `diags`, at the reference: text-missing, text-digest, quoted-share
 * (warnings), text-outside, text-unreadable (errors); at the words of
 * the passage: passage-moved (a warning), passage-changed, passage-ambiguous,
 * passage-orphan (errors), each with what to write instead.  Release with texts_release()
 * either way.
 *
 * @return whether there was no error.
 */
bool texts_load(const char *directory, const struct dossier *dossier, struct texts *texts,
		struct diags *diags);

/**
 * Read one text from a file that the reader named, wherever it lies, and make it
 * ready.  False, with the reason in `*why`, when it can't be had or is no UTF-8.
 * The arena owns all of it.
 */
bool texts_read(const char *path, struct arena *arena, struct source_text *text,
		const char **why);

#endif
