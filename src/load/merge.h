/** @file  From units to one dossier. */
#ifndef DAFTAR_LOAD_MERGE_H
#define DAFTAR_LOAD_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/dossier.h"

struct unit;

/**
 * Put the records of all units, in their order, into the zeroed dossier, which takes
 * over the units' arenas: events in the order of their dates, their points with them.
 * The refs are still pending.
 */
void merge_units(struct dossier *dossier, struct unit *units, size_t count,
		 struct diags *diags);

/** Look up every id that a record names, and note who names whom. */
void link_dossier(struct dossier *dossier, struct unit *units, struct diags *diags);

#endif
