/**
 * @file
 * The sanitiser of streams: every text from content or from file names that
 * goes to stdout or stderr goes through here.
 *
 * Control characters (C0 but for what the caller allows, DEL, C1), bidi controls
 * (U+061C, U+200E-F, U+202A-E, U+2066-9), U+200B, U+FEFF, tag characters and
 * broken UTF-8 come out as visible stand-ins: U+2400 pictures for C0, <U+202E>
 * for the rest.  Everything else passes unchanged.
 */
#ifndef DAFTAR_TEXT_CLEAN_H
#define DAFTAR_TEXT_CLEAN_H

#include <stdio.h>

#include "base/buf.h"

enum clean_lines {
	CLEAN_ONE_LINE,	 /* line breaks and tabs become blanks */
	CLEAN_MANY_LINES /* "\n" and "\t" stay */
};

/** Append the `len` bytes at `str`, made safe. */
void clean_add(struct buf *out, const char *str, size_t len, enum clean_lines lines);

/** Write a string to a stream, made safe.  NULL writes nothing. */
void clean_put(FILE *out, const char *str, enum clean_lines lines);

/** Is this code point one that must never reach a terminal as it stands? */
int clean_is_hostile(unsigned int code_point);

#endif
