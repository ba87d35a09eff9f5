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

/** The words of a text. */
int words_in(const char *text);

/** Check a map that has been read, by the rules of its shape. */
void check_map(const struct frame *frame);

/** No event is part of itself, no place or reference within itself. */
void check_cycles(const struct dossier *dossier, struct diags *diags);

/** Warn of unused passages, actors, places and references. */
void check_unnamed(const struct dossier *dossier, struct diags *diags);

#endif
