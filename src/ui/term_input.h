/** @file  Between the terminal and what is read from it. */
#ifndef DAFTAR_UI_TERM_INPUT_H
#define DAFTAR_UI_TERM_INPUT_H

#include "term.h"

/** Take the reply of the terminal that has just been read. */
void term_take_reply(struct terminal *term);

/** Read the replies that are still to come: later they would be typed into the shell. */
void term_await_reply(struct terminal *term);

#endif
