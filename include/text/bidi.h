/**
 * @file
 * Which way the characters of a text go (UAX #9).
 */
#ifndef DAFTAR_TEXT_BIDI_H
#define DAFTAR_TEXT_BIDI_H

#include "text/cell.h"

enum bidi {
	BIDI_NEUTRAL,
	BIDI_LEFT,	    /* goes to the right, as Latin */
	BIDI_RIGHT,	    /* begins at the right: Hebrew, Arabic */
	BIDI_NUMBER,	    /* keeps its own way within text that begins at the right */
	BIDI_ARABIC_NUMBER, /* that, and begins such a text */
	BIDI_SEPARATOR,	    /* between numbers a part of them */
	BIDI_TERMINATOR	    /* beside numbers a part of them */
};

enum bidi bidi_of(const char *glyph);

/** Turn a bracket round in place: it stands within text that begins at the right. */
void bidi_mirror(char glyph[CELL_BYTES]);

#endif
