/** @file  Dates in the words of the screen; for the rest see model/words.h. */
#ifndef DAFTAR_UI_WORDS_H
#define DAFTAR_UI_WORDS_H

#include "base/arena.h"
#include "model/dossier.h"
#include "model/words.h"
#include "theme.h"

/** A date in words, "[2005]" when it is supplied; "" for none.  Owned by `arena`. */
const char *words_date(const struct when *when, struct arena *arena);

/** A date in 11 cells at most, not counting the bracket before a supplied one. */
const char *words_date_short(const struct when *when, struct arena *arena);

enum role words_date_role(const struct when *when);

#endif
