/**
 * @file
 * Checks beyond the syntax: of one map (called by the parser after reading it) and of
 * the whole dossier (called after linking).
 */
#ifndef DAFTAR_LOAD_CHECKS_H
#define DAFTAR_LOAD_CHECKS_H

#include "base/diag.h"
#include "model/dossier.h"

struct frame;

/** diag_add() at the id of a record. */
__attribute__((format(printf, 4, 5))) void record_diag(struct diags *diags,
						       enum diag_id id,
						       const struct record *record,
						       const char *format, ...);

/** The number of words in a text. */
int words_in(const char *text);

/** Check a completely read map by the rules of its shape. */
void check_map(const struct frame *frame);

/** Report events, places and references that contain themselves. */
void check_cycles(const struct dossier *dossier, struct diags *diags);

/** Warn of unused passages, actors, places and references. */
void check_unused(const struct dossier *dossier, struct diags *diags);

#endif
