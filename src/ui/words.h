/** @file  Dates in the words of the screen; for the rest see model/words.h. */
#ifndef DAFTAR_UI_WORDS_H
#define DAFTAR_UI_WORDS_H

#include "base/arena.h"
#include "model/dossier.h"
#include "model/words.h"
#include "theme.h"

/** when_words() as a text owned by `arena`; "" for no date. */
const char *words_date(const struct when *when, struct arena *arena,
		       enum date_style style);

/** when_short(), the same. */
const char *words_date_short(const struct when *when, struct arena *arena,
			     enum date_style style);

enum role words_date_role(const struct when *when);

#endif
