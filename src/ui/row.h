/**
 * @file
 * Rows of runs: what a view shows, line by line.
 *
 * A run is text with a role, and perhaps a record that Enter follows from it.  The
 * builder fills rows from left to right and wraps at word bounds.  Everything that
 * it adds is owned by its arena.  Widths and columns are cells.
 */
#ifndef DAFTAR_UI_ROW_H
#define DAFTAR_UI_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "theme.h"

struct run {
	const char *text;
	enum role role;
	struct ref target; /* what Enter follows; none: nothing */
	bool is_rest;	   /* goes on with the link that an earlier row begins */
	int link; /* of those of its stop, the last one begun, from 0; -1: none yet */
};

struct row {
	struct run *runs;
	int run_count;
	struct ref about; /* the record that the row describes, or none */
	uint32_t key;	  /* names the block, whatever the width; 0: none */
	bool is_stop;	  /* the cursor stops here */
	bool is_claim;	  /* a point: where "next claim" stops */

	/* Of a view whose rows are all there, from view_index(): */
	int stop, next;	    /* the stop that it belongs to, or -1; the one after it */
	int claims, links;  /* up to its end: of all rows, and of its stop */
	struct ref passage; /* of a stop: the first one that it leads to, or none */
};

/** A text that fits `width` cells: itself, or its start and "…" (".." in ASCII). */
const char *text_cut(struct arena *arena, const char *text, int width, bool ascii);

/** What the rows from here on belong to. */
struct row_block {
	struct ref about;
	uint32_t key;
	bool is_claim;
	bool each; /* the cursor stops at each row, not at the first alone */
};

/** Rows under construction.  Set arena, width, ascii and doc; the rest is zero. */
struct rows {
	struct arena *arena;
	const struct doc *doc; /* numbers the passages; may be NULL */
	int width;	       /* cells a row may have, at least 1 */
	bool ascii;
	struct row *at;
	int count;
	struct run *runs; /* of the row that is being filled */
	int run_count, col;
	struct row_block block;
	bool stops;
};

/** Begin a block: the cursor stops at its first row, or at each. */
void rows_block(struct rows *rows, const struct row_block *block);

/** Begin rows at which the cursor does not stop. */
void rows_pass(struct rows *rows);

/** Add a run at the end of the row; nothing is wrapped or cut. */
void rows_add(struct rows *rows, const char *text, enum role role, struct ref target);

/** Add blanks up to column `col`. */
void rows_pad(struct rows *rows, int col);

/** End the row.  A blank one is left out. */
void rows_end(struct rows *rows);

/** End the row and add a blank one, unless there is one already. */
void rows_blank(struct rows *rows);

/** Add words of one meaning, wrapped; new rows are indented.  Does not end the row. */
void rows_flow(struct rows *rows, int indent, const struct doc_span *span);

/** Add several spans in a row. */
void rows_spans(struct rows *rows, int indent, struct doc_spans spans);

/** Add " · " and words that stay together, or begin a row with them. */
void rows_item(struct rows *rows, int indent, const struct doc_span *span);

/** Add " [1] [2]", each a link to its passage. */
void rows_evidence(struct rows *rows, struct refs passages);

/** A label at the left, text beside it, and at the right a word and the evidence. */
struct row_entry {
	const char *label;
	enum role label_role;
	struct ref label_target;
	int label_width; /* with the blanks after it */
	struct doc_spans text;
	const char *end; /* before the passages; or NULL */
	struct refs passages;
};
void rows_entry(struct rows *rows, const struct row_entry *entry);

/** The role that shows a meaning. */
enum role role_of(enum doc_meaning meaning);

/** The row's text as one string.  Owned by `arena`. */
const char *row_text(const struct row *row, struct arena *arena);

#endif
