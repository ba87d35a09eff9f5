/** @file  What can't be as it is told: dates against one another, paths that go in
 * circles. */
#ifndef DAFTAR_LOAD_CHECK_CONSISTENCY_H
#define DAFTAR_LOAD_CHECK_CONSISTENCY_H

#include "base/diag.h"
#include "model/dossier.h"

/**
 * Warn of what contradicts itself over the whole, linked dossier.  Vague dates get the
 * benefit of the doubt: only what is certainly so is told.
 */
void check_consistency(const struct dossier *dossier, struct diags *diags);

#endif
