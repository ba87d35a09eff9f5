/**
 * @file
 * The sanitiser of streams, for all content and file names printed to stdout or
 * stderr.
 *
 * Characters that control a terminal or are invisible become visible replacements:
 * C0 and DEL their control pictures (U+2400..), other hostile code points <U+202E>,
 * invalid UTF-8 U+FFFD.  Everything else is unchanged.
 */
#ifndef DAFTAR_TEXT_CLEAN_H
#define DAFTAR_TEXT_CLEAN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/buf.h"

enum clean_lines {
	CLEAN_ONE_LINE,	 /* line breaks and tabs become blanks */
	CLEAN_MANY_LINES /* "\n" and "\t" stay, "\r\n" becomes "\n" */
};

/** Append `len` bytes, sanitised. */
void clean_add(struct buf *out, const char *str, size_t len, enum clean_lines lines);

/** Write a string to a stream, sanitised.  NULL writes nothing. */
void clean_put(FILE *out, const char *str, enum clean_lines lines);

/**
 * Must this code point never reach a terminal?  C0, DEL, C1, bidi controls, line
 * separators, zero-width space and no-break space, invisible operators, fillers,
 * interlinear annotation, tags, noncharacters: all that is ignorable by default in
 * Unicode, except for clean_is_silent().
 */
bool clean_is_hostile(uint32_t code_point);

/**
 * Is it invisible, but part of a text, since it changes its neighbours?  Soft hyphens,
 * variation selectors, and the joiners U+200C and U+200D, which Persian and Hindi need.
 */
bool clean_is_silent(uint32_t code_point);

/** Is it UTF-8 without white space and without anything hostile? */
bool clean_is_word(const char *str, size_t len);

/** The length of the valid UTF-8 at the start; `len` when all of it is valid. */
size_t clean_valid_len(const char *str, size_t len);

#endif
