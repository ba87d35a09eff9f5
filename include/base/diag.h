/**
 * @file
 * What is wrong with the content, where, and what to write instead.
 *
 * A content error never stops a load: it is noted here and the load goes on, so
 * that one run shows every error.  How diagnostics look on a terminal or as
 * JSON is cli/report.c's matter; this only keeps them.
 */
#ifndef DAFTAR_BASE_DIAG_H
#define DAFTAR_BASE_DIAG_H

#include <stdbool.h>

#include "base/arena.h"

/** A position in a source file.  Lines and columns count from 1; columns are code points. */
struct src_pos {
	const char *file;
	unsigned line, column;
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

struct diag {
	struct diag *next;
	enum severity severity;
	const char *code; /* "ref-unknown": stable, for --explain and for tests */
	struct src_pos at;
	unsigned width;		 /* code points that the carets underline; 0: one */
	const char *message;	 /* what was found: no actor has the id "norv" */
	const char *help;	 /* what to write instead, or NULL */
	struct src_pos see;	 /* a second place, when `see.file` is set ... */
	const char *see_message; /* ... and what is there */
	const char *line; /* the source line as it stands, or NULL when it can't be had */
};

/** Diagnostics in the order they were found.  Zero-initialise but for `arena`. */
struct diags {
	struct arena *arena; /* owns every message */
	struct diag *first, *last;
	int error_count, warning_count;
};

/**
 * Note what is wrong.  Always returns false, so that a caller can `return
 * diag_add(...)`.  `diags->last` is the new one, for diag_help() and the rest.
 */
__attribute__((format(printf, 5, 6))) bool diag_add(struct diags *diags,
						    enum severity severity,
						    const char *code, struct src_pos at,
						    const char *format, ...);

/** Say of the last one what to write instead.  Returns false, as diag_add(). */
__attribute__((format(printf, 2, 3))) bool diag_help(struct diags *diags,
						     const char *format, ...);

/** Say of the last one which other place matters.  Returns false, as diag_add(). */
__attribute__((format(printf, 3, 4))) bool
diag_see(struct diags *diags, struct src_pos at, const char *format, ...);

/** Take over all of `from`, after what is there; the messages' arena is not touched. */
void diags_join(struct diags *to, struct diags *from);

/** Sort by file (as strcmp), line and column; equal ones keep their order. */
void diags_sort(struct diags *diags);

#endif
