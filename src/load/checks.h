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

void check_date(const struct frame *frame);
void check_claim(const struct frame *frame);
void check_csl_date(const struct frame *frame);
void check_event(const struct frame *frame);
void check_point(const struct frame *frame);
void check_standing(const struct frame *frame);
void check_outcome(const struct frame *frame);
void check_thread(const struct frame *frame);
void check_relation(const struct frame *frame);
void check_passage(const struct frame *frame);
void check_name(const struct frame *frame);

/** No event is part of itself, no place or reference within itself. */
void check_cycles(const struct dossier *dossier, struct diags *diags);

/** Warn of passages, actors, places and references that nothing names. */
void check_unnamed(const struct dossier *dossier, struct diags *diags);

#endif
