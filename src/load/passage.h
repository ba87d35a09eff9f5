/** @file  Checking one passage against the text of its source. */
#ifndef DAFTAR_LOAD_PASSAGE_H
#define DAFTAR_LOAD_PASSAGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/dossier.h"
#include "text/quote.h"

/**
 * Find the passage at its locator, and report mismatches with the fix.  Strings in
 * the result are owned by `arena`.
 */
struct quote_result passage_check(const struct passage *passage,
				  const struct quote_text *text, struct arena *arena,
				  struct diags *diags);

/**
 * The paragraphs of a locator, "para. 3" or "paras. 3-4"; both 0 when it has none.
 */
void passage_paragraphs(const char *locator, int *first, int *last);

#endif
