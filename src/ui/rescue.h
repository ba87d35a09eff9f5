/**
 * @file
 * The terminal comes back sane when the program is killed or crashes.
 *
 * While armed, every signal that ends the process first writes the terminal's
 * reset string and puts its modes back, then does what it would have done; exit() and
 * fail() restore it, too.  None of this blocks, even when nobody reads the terminal.  A
 * signal that was ignored stays so (nohup).  This is the one place with static
 * state that changes: a signal handler has nowhere else to look.
 */
#ifndef DAFTAR_UI_RESCUE_H
#define DAFTAR_UI_RESCUE_H

/** Note the modes of the terminal `fd` as those to go back to; take the signals. */
void rescue_arm(int fd);

/** What to write to the terminal, without terminfo's padding ("$<5>"); what does not fit
 * is left out. */
void rescue_add(const char *reset);

/** Restore at once, once.  Safe in signal handlers and from fail(). */
void rescue_now(void);

/** Give the signals back; the terminal is not touched. */
void rescue_disarm(void);

#endif
