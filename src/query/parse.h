/** @file  From text to an expression. */
#ifndef DAFTAR_QUERY_PARSE_H
#define DAFTAR_QUERY_PARSE_H

#include "node.h"

/** What to read, and where to say what is wrong with it. */
struct scan {
	const char *text;
	size_t at;		   /* the next byte to read */
	struct query_index *index; /* NULL: values are not looked up */
	struct query_fault *fault; /* NULL: nobody asks */
	struct arena *arena;	   /* owns the nodes */
	int depth, value_count;
	int room; /* the top-level terms that are still allowed */
};

/**
 * Read all of the text.  The top-level terms go to `terms`, whose arena is the
 * scan's.  False with the fault when it is no query.
 */
bool parse(struct scan *scan, struct nodes *terms);

/** The field called by the `len` bytes at `name`, case aside; QUERY_TEXT for none. */
enum query_field parse_field(const char *name, size_t len);

#endif
