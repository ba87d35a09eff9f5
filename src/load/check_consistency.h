/** @file  Contradictions between records: impossible orders, repeated steps. */
#ifndef DAFTAR_LOAD_CHECK_CONSISTENCY_H
#define DAFTAR_LOAD_CHECK_CONSISTENCY_H

#include "base/diag.h"
#include "model/dossier.h"

/**
 * Warn of contradictions in the whole, linked dossier.  Contradictions that
 * hold only for some readings of a vague date are not reported.
 */
void check_consistency(const struct dossier *dossier, struct diags *diags);

#endif
