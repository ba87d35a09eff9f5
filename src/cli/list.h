/** @file  Listing the records that match a query. */
#ifndef DAFTAR_CLI_LIST_H
#define DAFTAR_CLI_LIST_H

#include "cli.h"
#include "doc/columns.h"
#include "query/query.h"
#include "session.h"

/** A record in a list. */
struct list_row {
	struct ref ref;
	bool is_possible;   /* it may match: only a vague date stands in the way */
	struct ref through; /* the person whose office makes it match, or none */
};

/** Records of one kind, and how to print them. */
struct list {
	const struct dossier *dossier;
	const struct doc_listing *listing;
	const struct doc_options *options;
	const struct list_row *rows;
	int count, possible_count;
};

/** The format of this name, text for NULL; an unknown name ends the program. */
int list_format(const char *name);

/** Print a list to stdout, one record a line. */
void list_print(const struct list *list, int format);

/** The list that --of names; NULL: the events.  An unknown name ends the program. */
const struct doc_listing *listing_named(const char *name);

/** Parse a query; exits when it is invalid. */
void query_read(struct query *query, struct query_index *index, const char *text);

/**
 * Print the records that match a query to stdout and their number to stderr; `values`
 * are the options.  Returns the exit status.
 */
int list_run(const struct session *session, const char *text,
	     const char *values[OPTION_COUNT]);

#endif
