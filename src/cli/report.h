/** @file  How diagnostics look: in full, one line each, or as JSON. */
#ifndef DAFTAR_CLI_REPORT_H
#define DAFTAR_CLI_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"

/**
 * The GNU line "file:line:column: error[code]: message", then the source line
 * with carets, measured in cells, and what to write instead.
 */
void report_full(FILE *out, const struct diags *diags, bool colour);

/** The GNU line alone. */
void report_short(FILE *out, const struct diags *diags);

/** An array of objects, one a line. */
void report_json(FILE *out, const struct diags *diags);

#endif
