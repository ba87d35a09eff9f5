/** @file  Fields of CSV (RFC 4180) that are safe to open in a spreadsheet. */
#ifndef DAFTAR_DOC_CSV_H
#define DAFTAR_DOC_CSV_H

#include <stdio.h>

/**
 * Write a quoted field, on one line and sanitised; NULL is empty.  A text that a
 * spreadsheet would run as a formula, as it begins with "=", "+", "-" or "@", gets an
 * apostrophe in front.
 */
void csv_text(FILE *out, const char *text);

/** As csv_text(), of a date: "-0044" is a year and no formula. */
void csv_date(FILE *out, const char *edtf);

#endif
