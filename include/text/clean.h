/**
 * @file
 * The sanitiser of streams: every text from content or from file names that
 * goes to stdout or stderr goes through here.
 *
 * What a terminal would obey, or what a reader would not see, comes out as a
 * visible stand-in: C0 and DEL as their pictures (U+2400..), other hostile code
 * points as <U+202E>, broken UTF-8 as U+FFFD.  Everything else passes unchanged.
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

/** Append the `len` bytes at `str`, made safe. */
void clean_add(struct buf *out, const char *str, size_t len, enum clean_lines lines);

/** Write a string to a stream, made safe.  NULL writes nothing. */
void clean_put(FILE *out, const char *str, enum clean_lines lines);

/**
 * Is this code point one that must never reach a terminal as it stands?
 * C0, DEL, C1, bidi controls, line separators, zero-width space and no-break
 * space, invisible operators, interlinear annotation, tags, noncharacters.
 * The joiners U+200C and U+200D are not: Persian and Hindi need them.
 */
bool clean_is_hostile(uint32_t code_point);

/** The bytes before the first that is no UTF-8; `len` when all of it is. */
size_t clean_valid_len(const char *str, size_t len);

#endif
