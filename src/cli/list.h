/** @file  Listing the events that match a query. */
#ifndef DAFTAR_CLI_LIST_H
#define DAFTAR_CLI_LIST_H

#include "cli.h"
#include "model/dossier.h"
#include "query/query.h"

/** Parse a query; exits when it is invalid. */
void query_read(struct query *query, const struct dossier *dossier, const char *text);

/**
 * Print the events that match a query to stdout, in the format and date
 * style of the options, and the count to stderr.  Returns the exit status.
 */
int list_events(const struct dossier *dossier, const char *text,
		const char *values[OPTION_COUNT]);

#endif
