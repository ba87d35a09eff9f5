/**
 * @file
 * What panes are made of: rows of runs, and the building of them.
 *
 * A run is text with a role, and perhaps a record that Enter follows from it.
 * A builder fills rows from left to right, wraps, and numbers the passages that
 * are named: [1] is the first passage that the shown record rests on.
 */
#ifndef DAFTAR_UI_ROW_H
#define DAFTAR_UI_ROW_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/date.h"
#include "model/ref.h"
#include "theme.h"

struct run {
	const char *text;
	enum role role;
	struct ref target; /* what Enter follows; none: nothing */
};

struct row {
	const struct run *runs;
	int run_count;
	struct ref about; /* the record that it tells of, if it is of one */
	bool is_stop;	  /* the cursor stops here */
};

/** Passages in the order in which they are first named. */
struct evidence {
	struct arena *arena;
	struct ref *at;
	int count, room;
};

/** The number of a passage, from 1; it is taken in when it is new. */
int evidence_number(struct evidence *evidence, struct ref passage);

/** As evidence_number(), but 0 when it is not there. */
int evidence_find(const struct evidence *evidence, struct ref passage);

/** A text that fits `width` cells: itself, or its start and "…".  Owned by `arena`. */
const char *text_cut(struct arena *arena, const char *text, int width);

/** Rows under construction.  Set arena, evidence, dates and width; the rest is zero. */
struct rows {
	struct arena *arena; /* owns all text */
	struct evidence *evidence;
	enum date_style dates;
	int width;     /* cells a row may have */
	bool all_stop; /* in panes too low for anything else */
	struct row *at;
	int count, room;
	struct run *runs; /* of the row that is being filled */
	int run_count, run_room, col;
	struct ref about;
	bool stops, stops_again;
};

/** The rows from here on tell of `about`; the cursor stops at the first, or at each. */
void rows_block(struct rows *rows, struct ref about, bool each);

/** Add a run where the row stands; nothing is wrapped or cut. */
void rows_add(struct rows *rows, const char *text, enum role role, struct ref target);

/** Blanks up to column `col`. */
void rows_pad(struct rows *rows, int col);

/** The row is done.  An empty one is left out. */
void rows_end(struct rows *rows);

void rows_blank(struct rows *rows);
void rows_heading(struct rows *rows, const char *text);

/** Add words, breaking lines as needed; new lines are indented.  Does not end the row. */
void rows_flow(struct rows *rows, int indent, const char *text, enum role role,
	       struct ref target);

/** Add a sign that no line may begin with; when it has no room, its word goes along. */
void rows_glue(struct rows *rows, int indent, const char *sign, enum role role);

/** Put `text` between two pieces of a flow, or break the line there. */
void rows_join(struct rows *rows, const char *text);

/** Add " · " and a few words that stay together, or begin a line with them. */
void rows_item(struct rows *rows, int indent, const char *text, enum role role,
	       struct ref target);

/** A paragraph of its own, line by line. */
void rows_text(struct rows *rows, int indent, const char *text, enum role role);

/** Add " [1] [2]", each a link to its passage. */
void rows_evidence(struct rows *rows, struct refs passages);

/** A label, words beside it, and what it rests on at the right. */
struct entry {
	const char *label, *text;
	enum role label_role, role;
	int label_width; /* cells, with the blanks after it */
	struct ref about, label_target, target;
	const char *end; /* before the passages; or NULL */
	struct refs passages;
};
void rows_entry(struct rows *rows, const struct entry *entry);

#endif
