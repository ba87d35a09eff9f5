/**
 * @file
 * How messages quote the content: whole, unless that is absurd.
 *
 * A value of at most EXCERPT_MOST grapheme clusters and EXCERPT_BYTES bytes is quoted
 * whole.  Of a longer one, as in a file that is not a dossier at all, the message has
 * the beginning, an ellipsis and the length: "aaaa… (1,048,576 bytes)".
 */
#ifndef DAFTAR_TEXT_EXCERPT_H
#define DAFTAR_TEXT_EXCERPT_H

#include <stddef.h>

#include "base/arena.h"

enum {
	EXCERPT_MOST = 2000, /* grapheme clusters quoted */
	EXCERPT_BYTES = 32000,
	EXCERPT_LONGEST = EXCERPT_BYTES + 64 /* bytes of an excerpt */
};

/** The excerpt of a text: `text` itself when it is short, else a copy in the arena. */
const char *excerpt(struct arena *arena, const char *text);

#endif
