/** @file  Source lines, for messages. */
#ifndef DAFTAR_LOAD_LINES_H
#define DAFTAR_LOAD_LINES_H

#include <stddef.h>

#include "base/diag.h"

struct load_source;
struct spot;
struct source_file;

/**
 * Set the source line of every diagnostic of `diags` (sorted), reading the files
 * again; `source`, when set, has the content of the one file instead.
 */
void lines_fill(struct diags *diags, const struct load_source *source);

/** The position of a byte offset. */
struct spot lines_spot(const struct source_file *file, size_t offset);

/** Add the ids from line `from` on to file->skipped_ids. */
void lines_skipped_ids(struct source_file *file, unsigned from);

#endif
