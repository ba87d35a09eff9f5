/** @file  Writing JSON strings that are valid for any parser and safe on a terminal. */
#ifndef DAFTAR_CLI_JSON_H
#define DAFTAR_CLI_JSON_H

#include <stdio.h>

/**
 * Write a quoted JSON string; NULL is null.  Hostile code points (text/clean.h) are
 * escaped; invalid UTF-8 becomes U+FFFD.
 */
void json_string(FILE *out, const char *str);

/** Write `lead`, `"name": ` and the string; nothing for NULL. */
void json_member(FILE *out, const char *lead, const char *name, const char *value);

#endif
