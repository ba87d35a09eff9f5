/** @file  The words of an event, and finding some in them. */
#ifndef DAFTAR_QUERY_WORDS_H
#define DAFTAR_QUERY_WORDS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/dossier.h"

/** Does the folded `text` have the folded `words` where a word begins? */
bool words_have(const char *text, const char *words);

/** Append all that a search should find of an event, folded, parts on lines of their own.
 */
void words_of_event(const struct dossier *dossier, uint32_t event, struct buf *out);

#endif
