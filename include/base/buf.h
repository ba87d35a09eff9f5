/**
 * @file
 * A growable string.
 *
 * `bytes` is always NUL-terminated, even in an empty buffer, and can be read as a
 * string at any time; `len` does not count the NUL.  The buffer owns its bytes:
 * release it, and copy what must outlive it.
 */
#ifndef DAFTAR_BASE_BUF_H
#define DAFTAR_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct buf {
	char *bytes;
	size_t len, size;
};

/** An empty buffer: `struct buf buf = BUF_INIT;` */
#define BUF_INIT                                                                         \
	{                                                                                \
		.bytes = buf_empty                                                       \
	}
extern char buf_empty[1]; /* never modified */

void buf_add(struct buf *buf, const char *bytes, size_t len);
void buf_str(struct buf *buf, const char *str);
void buf_char(struct buf *buf, char c);
__attribute__((format(printf, 2, 3))) void buf_printf(struct buf *buf, const char *format,
						      ...);

/** As buf_printf(); `args` is used up. */
__attribute__((format(printf, 2, 0))) void buf_vprintf(struct buf *buf,
						       const char *format, va_list args);

/** Truncate to `len` bytes; does nothing when the buffer is shorter. */
void buf_cut(struct buf *buf, size_t len);

/** Empty the buffer for reuse; keeps the memory. */
void buf_clear(struct buf *buf);

/** Free the memory.  The buffer is empty and can be used again. */
void buf_release(struct buf *buf);

#endif
