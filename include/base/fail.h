/**
 * @file
 * Fatal errors of the environment: memory, the terminal, usage.
 *
 * fail() prints one line to stderr and exits with status 2.  Errors in the content
 * are collected instead (base/diag.h), and bugs of our own assert.
 */
#ifndef DAFTAR_BASE_FAIL_H
#define DAFTAR_BASE_FAIL_H

enum { EXIT_OK = 0, EXIT_NOTHING = 1, EXIT_CANNOT = 2 };

/**
 * Call `cleanup` (NULL: nothing) before the message is printed.  An open terminal
 * registers its restoring here.  Like atexit(), this is global to the process.
 */
void fail_cleanup(void (*cleanup)(void));

/** Print "daftar: " and the message to stderr and exit with EXIT_CANNOT. */
__attribute__((format(printf, 1, 2), noreturn)) void fail(const char *format, ...);

/** fail() for a failed allocation; does not allocate. */
__attribute__((noreturn)) void fail_memory(void);

#endif
