/** @file  Source lines, for messages. */
#ifndef DAFTAR_LOAD_LINES_H
#define DAFTAR_LOAD_LINES_H

#include <stddef.h>

#include "base/diag.h"

struct spot;
struct source_file;

/**
 * Set the source line of every diagnostic of `diags` (sorted), reading the files
 * again; when set, `text` is the content of the file `name`.
 */
void lines_fill(struct diags *diags, const char *name, const char *text, size_t len);

/** The position of a byte offset. */
struct spot lines_spot(const struct source_file *file, size_t offset);

/** Add the ids from line `from` on to file->skipped_ids. */
void lines_skipped_ids(struct source_file *file, unsigned from);

#endif
