/**
 * @file
 * Text for roff, the language of manual pages: dashes stay dashes, backslashes are
 * printed, and no line becomes a request.
 */
#ifndef DAFTAR_TEXT_ROFF_H
#define DAFTAR_TEXT_ROFF_H

#include <stdio.h>

/** Write text that starts a line or continues one. */
void roff_put(FILE *out, const char *text);

/** Write one argument of a macro, in quotation marks. */
void roff_put_argument(FILE *out, const char *text);

/** Write a tagged paragraph: `tag` in bold, then a `body` that ends with a full stop. */
void roff_put_item(FILE *out, const char *tag, const char *body);

#endif
