/** @file  Finding the dossier that the user means, and opening it. */
#ifndef DAFTAR_CLI_OPEN_H
#define DAFTAR_CLI_OPEN_H

#include <stdbool.h>

#include "base/diag.h"
#include "cli.h"
#include "model/dossier.h"
#include "model/texts.h"

/** A dossier, what is wrong with it, and the captured copies of its sources. */
struct opened {
	const char *path;
	struct dossier dossier;
	struct texts texts;
	bool has_texts; /* a directory of texts was named */
	struct arena arena;
	struct diags diags; /* owned by the arena */
};

/**
 * Open what `path` names; when NULL, what the options, the environment, the
 * working directory or the installation have, in this order.  That there is none
 * ends the program; errors in it do not.
 */
void dossier_open(const char *path, const char *values[OPTION_COUNT],
		  struct opened *opened);

/**
 * For who wants to read, not to check: as dossier_open(), and one line on stderr when
 * errors keep something from being shown.
 */
void dossier_open_quietly(const char *values[OPTION_COUNT], struct opened *opened);

void dossier_close(struct opened *opened);

#endif
