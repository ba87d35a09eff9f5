/**
 * @file
 * From YAML to a dossier: reading, checking, linking.
 *
 * The field tables (model/field.h) define the format; the loader, its messages,
 * `check --fields`, the JSON Schema and the manual all read them.  Only this layer
 * uses libyaml, by its event interface.
 */
#ifndef DAFTAR_LOAD_LOAD_H
#define DAFTAR_LOAD_LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/diag.h"
#include "model/dossier.h"

/**
 * Load the file, or every *.yaml below the directory, at `path`, into
 * `*dossier` (zeroed; released by the caller either way).  "-" is standard input.
 *
 * Files are parsed in parallel and merged in path order; the result does not depend
 * on timing.  Diagnostics are added to `diags`, sorted.  Valid records are kept even
 * when there are errors.
 *
 * @return whether there was no error (warnings do not count).
 */
bool load_dossier(const char *path, struct dossier *dossier, struct diags *diags);

/** One file's content in memory; messages call it `name`. */
struct load_source {
	const char *name, *text;
	size_t len;
};

/** As load_dossier(), of one file's content. */
bool load_text(const struct load_source *source, struct dossier *dossier,
	       struct diags *diags);

/** Is `path` a file, a directory or "-"?  When not, `*why` is the reason. */
bool load_exists(const char *path, const char **why);

/** The version of libyaml: "0.2.5". */
const char *load_yaml_version(void);

/** Print the format as a table, one field a line. */
void load_print_fields(FILE *out);

/** Print the format as roff, for the manual's FORMAT section. */
void load_print_man(FILE *out);

/** Print the format as a JSON Schema (2020-12) for editors. */
void load_print_schema(FILE *out);

#endif
