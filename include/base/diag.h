/**
 * @file
 * Diagnostics: what is wrong with the content, where, and what to write instead.
 *
 * A content error never stops a load: it is added here and the load goes on, so
 * that one run reports every error.  base/diag.def is the table of all of them;
 * `check --explain`, the manual and the tests read it.  cli/report.c prints them.
 */
#ifndef DAFTAR_BASE_DIAG_H
#define DAFTAR_BASE_DIAG_H

#include <stdarg.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"

/** A position in a source file.  Lines and columns count from 1; columns are code points.
 */
struct src_pos {
	const char *file;
	unsigned line, column;
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

/** DIAG_REF_UNKNOWN and so on, in the order of their codes. */
enum diag_id {
#define DIAG(id, code, severity, rule, reason, example) DIAG_##id,
#include "base/diag.def"
#undef DIAG
	DIAG_COUNT
};

/** One row of the table. */
struct diag_type {
	const char *code; /* "ref-unknown"; stable */
	enum severity severity;
	const char *rule;    /* that the content breaks */
	const char *reason;  /* for the rule, or how to follow it */
	const char *example; /* YAML that breaks it, or NULL */
};

extern const struct diag_type diag_types[DIAG_COUNT];

/** The row with this code, or NULL. */
const struct diag_type *diag_type_find(const char *code);

struct diag {
	struct diag *next;
	const struct diag_type *type;
	struct src_pos at;
	unsigned width;		 /* code points that the carets underline; 0: one */
	const char *message;	 /* what was found: no actor has the id "norv" */
	const char *help;	 /* what to write instead, or NULL */
	struct src_pos see;	 /* a second position, when `see.file` is set ... */
	const char *see_message; /* ... and what is there */
	const char *line;     /* the source line, or NULL when it is not available ... */
	unsigned line_column; /* ... from this column on: 1 unless it is very long */
};

/**
 * Diagnostics in the order they were found.  Zero-initialise but for `arena` and,
 * to limit the errors and the warnings of each file, `most`: the next one is
 * "errors-many" or "warnings-many" instead, and all others are dropped.
 */
struct diags {
	struct arena *arena; /* owns every message */
	struct diag *first, *last;
	int error_count, warning_count;
	uint32_t most;	      /* of each severity in a file; 0: any number */
	struct map counts;    /* by file: the errors, and << 32 the warnings */
	struct diag *current; /* the last one added; NULL when it was dropped */
};

/**
 * Add a diagnostic.  Always returns false, so that a caller can `return
 * diag_add(...)`.  diag_help() and diag_see() are about the last one added.
 */
__attribute__((format(printf, 4, 5))) bool diag_add(struct diags *diags, enum diag_id id,
						    struct src_pos at, const char *format,
						    ...);

/** What a diagnostic is about, and where. */
struct diag_head {
	enum diag_id id;
	struct src_pos at;
	unsigned width; /* as in struct diag */
};

/** As diag_add(), with a width. */
__attribute__((format(printf, 3, 4))) bool
diag_add_wide(struct diags *diags, struct diag_head head, const char *format, ...);

/** As diag_add_wide(), with the arguments in `args`. */
__attribute__((format(printf, 3, 0))) bool diag_add_args(struct diags *diags,
							 struct diag_head head,
							 const char *format,
							 va_list args);

/** Give the last one its help.  Returns false, as diag_add(). */
__attribute__((format(printf, 2, 3))) bool diag_help(struct diags *diags,
						     const char *format, ...);

/** Give the last one a second position.  Returns false, as diag_add(). */
__attribute__((format(printf, 3, 4))) bool
diag_see(struct diags *diags, struct src_pos at, const char *format, ...);

/** Move all of `from` to the end of `to`; the messages' arena does not change. */
void diags_join(struct diags *to, struct diags *from);

/** Sort by file (as strcmp), line and column; equal ones keep their order. */
void diags_sort(struct diags *diags);

#endif
