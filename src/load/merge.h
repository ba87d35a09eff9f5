/** @file  From files to one dossier. */
#ifndef DAFTAR_LOAD_MERGE_H
#define DAFTAR_LOAD_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "model/dossier.h"

struct source_file;

/**
 * Put the records of all files, in their order, into the zeroed dossier, which takes
 * over the files' arenas: events in the order of their dates, their points with them.
 * The refs are still pending.
 */
void merge_files(struct dossier *dossier, struct source_file *files, size_t count,
		 struct diags *diags);

/** Look up every id that a record names, and note who names whom. */
void link_dossier(struct dossier *dossier, struct source_file *files,
		  struct diags *diags);

#endif
