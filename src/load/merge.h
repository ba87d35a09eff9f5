/** @file  Merging files into one dossier. */
#ifndef DAFTAR_LOAD_MERGE_H
#define DAFTAR_LOAD_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/dossier.h"

struct source_file;

/**
 * Merge the records of all files, in order, into the zeroed dossier, which takes
 * ownership of the files' arenas.  Events are sorted by date, points follow their
 * events.  Refs are still pending.
 */
void merge_files(struct dossier *dossier, struct source_file *files, size_t count,
		 struct diags *diags);

/** Resolve every reference, and build the backlinks. */
void link_dossier(struct dossier *dossier, struct source_file *files,
		  struct diags *diags);

#endif
