/**
 * @file
 * The way out when the outside world fails us: memory, the terminal, usage.
 *
 * One line on stderr, exit status 2.  Content errors never come here, they are
 * collected (base/diag.h); our own bugs assert.
 */
#ifndef DAFTAR_BASE_FAIL_H
#define DAFTAR_BASE_FAIL_H

enum { EXIT_OK = 0, EXIT_NOTHING = 1, EXIT_CANNOT = 2 };

/**
 * Call `cleanup` (NULL: nothing) before the message is written.  The terminal
 * puts its restoring here while it is open; this is the process's, as atexit() is.
 */
void fail_cleanup(void (*cleanup)(void));

/** Write "daftar: " and the message to stderr, exit with EXIT_CANNOT. */
__attribute__((format(printf, 1, 2), noreturn)) void fail(const char *format, ...);

/** fail() for memory that could not be had; allocates nothing itself. */
__attribute__((noreturn)) void fail_memory(void);

#endif
