/**
 * @file
 * What must hold beyond the form: within one map (called by the parser when the map has
 * been read) and over the whole dossier (called once it is linked).
 */
#ifndef DAFTAR_LOAD_CHECKS_H
#define DAFTAR_LOAD_CHECKS_H

#include "base/diag.h"
#include "model/dossier.h"

struct frame;

/** Check a map that has been read, by the rules of its shape. */
void check_map(const struct frame *frame);

/** No event is part of itself, no place or reference within itself. */
void check_cycles(const struct dossier *dossier, struct diags *diags);

/** Warn of passages, actors, places and references that nothing names. */
void check_unnamed(const struct dossier *dossier, struct diags *diags);

#endif
