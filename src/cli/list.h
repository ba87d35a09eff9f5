/** @file  Listing the events that answer a query. */
#ifndef DAFTAR_CLI_LIST_H
#define DAFTAR_CLI_LIST_H

#include "base/buf.h"
#include "cli.h"
#include "model/dossier.h"
#include "query/query.h"

/**
 * Read the query that argv[1] to argv[argc - 1] are together; its text goes to
 * `text`.  One that can't be read ends the program.
 */
void query_read(struct query *query, struct query_index *index, int argc, char **argv,
		struct buf *text);

/**
 * Print what answers the query in argv to stdout, in the format and the style of dates
 * that the options name, and how much it was to stderr.  Gives the exit status.
 */
int list_events(const struct dossier *dossier, int argc, char **argv,
		const char *values[OPTION_COUNT]);

#endif
