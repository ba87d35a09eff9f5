/** @file  Hidden characters in the bytes of a file, also in its comments. */
#ifndef DAFTAR_LOAD_HIDDEN_H
#define DAFTAR_LOAD_HIDDEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct source_file;
struct token;

/** Where a scan is.  Zero-initialise. */
struct hidden {
	bool is_begun;
	bool is_off; /* the file is not UTF-8 */
	unsigned line, column;
	uint32_t point, before; /* code points: the current one, the one before */
	int more;		/* bytes that the current one still has */
};

/**
 * Scan the next bytes of a file and warn of characters that a reader cannot see:
 * hostile ones (text/clean.h), and joiners that do not join anything.
 */
void hidden_scan(struct hidden *hidden, struct source_file *file,
		 const unsigned char *bytes, size_t len);

/** Warn, once, of a hidden character that the escapes in a scalar stand for. */
void hidden_check(struct source_file *file, const struct token *token);

#endif
