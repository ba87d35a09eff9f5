/** @file  Printing diagnostics: in full, one line each, or as JSON. */
#ifndef DAFTAR_CLI_REPORT_H
#define DAFTAR_CLI_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"

/**
 * Print the GNU line "file:line:column: error[code]: message", then the source line
 * with carets, aligned in cells, and the help.
 */
void report_full(FILE *out, const struct diags *diags, bool colour);

/** Print only the GNU line. */
void report_short(FILE *out, const struct diags *diags);

/** Print an array of objects, one per line. */
void report_json(FILE *out, const struct diags *diags);

#endif
