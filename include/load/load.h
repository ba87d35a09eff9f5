/**
 * @file
 * From YAML to a dossier: reading, checking, linking.
 *
 * The format is the field tables of src/load/fields.c: the loader, its
 * messages, `check --fields`, the JSON Schema and the manual all read them.
 * libyaml is used here alone, by its event interface.
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
 * `*dossier` (zeroed; released by the caller either way).
 *
 * Each file is parsed on its own, in parallel when there are several, and
 * merged in path order; what comes out does not depend on timing.  All that is
 * wrong is told in `diags`, sorted; records without errors are kept either way.
 *
 * @return whether there was no error (warnings do not count).
 */
bool load_dossier(const char *path, struct dossier *dossier, struct diags *diags);

/** As load_dossier(), one file's text from memory; `name` stands for it in messages. */
bool load_text(const char *name, const char *text, size_t len, struct dossier *dossier,
	       struct diags *diags);

/** Can there be a dossier at `path` at all?  Else why not, as strerror() has it. */
bool load_exists(const char *path, const char **why);

/** The version of libyaml, as "0.2.5". */
const char *load_yaml_version(void);

/** Print the format as a table, one field a line. */
void load_print_fields(FILE *out);

/** Print the format as roff, for the manual's FORMAT section. */
void load_print_man(FILE *out);

/** Print the format as a JSON Schema (2020-12) for editors. */
void load_print_schema(FILE *out);

#endif
