/** @file  Writing JSON: strings that any parser takes and no terminal obeys. */
#ifndef DAFTAR_CLI_JSON_H
#define DAFTAR_CLI_JSON_H

#include <stdio.h>

/**
 * Write a JSON string with its quotation marks; NULL is null.  What is hostile
 * (text/clean.h) is escaped, so nothing is lost; broken UTF-8 becomes U+FFFD.
 */
void json_string(FILE *out, const char *str);

/** Write `"name": ` and the string, after `lead`; nothing for NULL. */
void json_member(FILE *out, const char *lead, const char *name, const char *value);

#endif
