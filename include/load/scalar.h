/** @file  Writing a text as a YAML scalar that reads back unchanged. */
#ifndef DAFTAR_LOAD_SCALAR_H
#define DAFTAR_LOAD_SCALAR_H

#include "base/buf.h"

/**
 * Append `str` in quotes, on one line: "..." when nothing in it needs an escape,
 * else '...', else "..." with escapes.  Code points that are invisible or harmful in a
 * terminal or an editor are always escaped.
 */
void scalar_add(struct buf *out, const char *str);

#endif
