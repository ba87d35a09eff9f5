/** @file  Listing the events that match a query. */
#ifndef DAFTAR_CLI_LIST_H
#define DAFTAR_CLI_LIST_H

#include "base/buf.h"
#include "cli.h"
#include "model/dossier.h"
#include "query/query.h"

/**
 * Parse the query in argv[1] to argv[argc - 1] and append its text to `text`.
 * Exits when the query is invalid.
 */
void query_read(struct query *query, const struct dossier *dossier, int argc, char **argv,
		struct buf *text);

/**
 * Print the events that match the query in argv to stdout, in the format and date
 * style of the options, and the count to stderr.  Returns the exit status.
 */
int list_events(const struct dossier *dossier, int argc, char **argv,
		const char *values[OPTION_COUNT]);

#endif
