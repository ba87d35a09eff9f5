/** @file  Printing diagnostics: in full, one line each, or as JSON. */
#ifndef DAFTAR_CLI_REPORT_H
#define DAFTAR_CLI_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"
#include "doc/json.h"

/**
 * Print the GNU line "file:line:column: error[code]: message", then the source line
 * with carets, aligned in cells, and the help.
 */
void report_full(FILE *out, const struct diags *diags, bool colour);

/** Print only the GNU line. */
void report_short(FILE *out, const struct diags *diags);

/** Write the member "faults": an array of objects, one per line. */
void report_json(struct json *json, const struct diags *diags);

#endif
