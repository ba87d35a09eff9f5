/** @file  Finding the user's dossier and loading it with its source texts. */
#ifndef DAFTAR_CLI_SESSION_H
#define DAFTAR_CLI_SESSION_H

#include <stdbool.h>

#include "base/diag.h"
#include "cli.h"
#include "model/dossier.h"
#include "model/texts.h"

/** A loaded dossier with its diagnostics and source texts. */
struct session {
	const char *path; /* "-" for standard input */
	struct dossier dossier;
	struct texts texts;
	bool has_texts; /* a directory of texts was given */
	struct arena arena;
	struct diags diags; /* owned by the arena */
};

/**
 * Load the dossier at `path`, "-" being standard input; for NULL, the one given by the
 * options, the environment, the working directory or the installation, in this order.
 * Exits when there is none.  Errors in the dossier are collected in `diags`.
 */
void session_open(const char *path, const char *values[OPTION_COUNT],
		  struct session *session);

/**
 * For subcommands that read and do not check: as session_open(), and one line on stderr
 * when errors keep something from being shown.
 */
void session_open_quietly(const char *values[OPTION_COUNT], struct session *session);

/** The record with this id; none, with a line on stderr and what was probably meant,
 * where there is none. */
struct ref session_find(const struct session *session, const char *id);

void session_close(struct session *session);

#endif
