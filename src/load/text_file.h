/**
 * @file
 * Reading one captured text from the reader's directory of texts, and nothing
 * outside it: the file name comes from the dossier, so it is untrusted.
 */
#ifndef DAFTAR_LOAD_TEXT_FILE_H
#define DAFTAR_LOAD_TEXT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { TEXT_FILE_MAX = 64 << 20 };

enum text_fault { TEXT_MISSING, TEXT_OUTSIDE, TEXT_UNREADABLE };

/** A text, or the reason why it could not be read. */
struct text_file {
	struct arena *arena; /* set by the caller; owns the strings */
	const char *bytes;   /* NUL-terminated UTF-8 */
	size_t len;
	enum text_fault fault;
	const char *why;
};

/**
 * Read the regular file `name` (parts between slashes; no "..", no links)
 * below the open directory.  False, with the fault and the reason, when it cannot be
 * read or is not UTF-8.
 */
bool text_file_read(struct text_file *text, int directory, const char *name);

/** As text_file_read(), for a path given by the user: links are followed. */
bool text_file_open(struct text_file *text, const char *path);

#endif
