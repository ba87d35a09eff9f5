/**
 * @file
 * Reading one captured text from a directory that the reader named, and nothing
 * from anywhere else: the file's name comes from the dossier, so it is content.
 */
#ifndef DAFTAR_LOAD_TEXT_FILE_H
#define DAFTAR_LOAD_TEXT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { TEXT_FILE_MAX = 64 << 20 };

enum text_fault { TEXT_MISSING, TEXT_OUTSIDE, TEXT_UNREADABLE };

/**
 * Read the regular file `name` (parts between slashes; no "..", no links)
 * below the open directory into `*bytes`, NUL-terminated.  False, with the fault
 * and what to say of it, when it can't be had or is no UTF-8.  All strings are the
 * arena's.
 */
bool text_file_read(int directory, const char *name, struct arena *arena,
		    const char **bytes, size_t *len, enum text_fault *fault,
		    const char **why);

/** As text_file_read(), the file at a path that the reader gave: links are followed. */
bool text_file_open(const char *path, struct arena *arena, const char **bytes,
		    size_t *len, const char **why);

#endif
