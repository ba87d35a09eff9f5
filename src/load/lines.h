/** @file  The lines of a file as they stand, for messages. */
#ifndef DAFTAR_LOAD_LINES_H
#define DAFTAR_LOAD_LINES_H

#include <stddef.h>

#include "base/diag.h"

struct spot;
struct source_file;

/**
 * Give every diagnostic of `diags` (sorted) the line it is about, by reading
 * the files again; `text` stands for the file called `name` when it is set.
 */
void lines_fill(struct diags *diags, const char *name, const char *text, size_t len);

/** Where in the file the byte with this offset is. */
struct spot lines_spot(const struct source_file *file, size_t offset);

/** Note in file->skipped_ids the ids that are written from line `from` on. */
void lines_skipped_ids(struct source_file *file, unsigned from);

#endif
