/** @file  Finding the files of a dossier. */
#ifndef DAFTAR_LOAD_WALK_H
#define DAFTAR_LOAD_WALK_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

/**
 * The file at `path`, or every *.yaml below the directory there, in the order
 * of strcmp(); `*count` of them.  Hidden files are skipped;
 * links, unreadable and ignored files are reported.  Owned by `arena`.
 */
const char *const *walk_files(const char *path, struct arena *arena, struct diags *diags,
			      size_t *count);

#endif
