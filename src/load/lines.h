/** @file  The lines of a file as they stand, for messages. */
#ifndef DAFTAR_LOAD_LINES_H
#define DAFTAR_LOAD_LINES_H

#include "base/diag.h"

struct unit;

/**
 * Give every diagnostic of `diags` (sorted) the line it is about, by reading
 * the files again; `text` stands for the file called `name` when it is set.
 */
void lines_fill(struct diags *diags, const char *name, const char *text, size_t len);

/** Note in unit->lost the ids that are written from line `from` on. */
void lines_lost_ids(struct unit *unit, unsigned from);

#endif
