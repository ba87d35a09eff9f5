/**
 * @file
 * A string that grows.
 *
 * `bytes` is always NUL-terminated, also when nothing has been added yet, so it
 * may be read as a string at any time; `len` does not count the NUL.  The buffer
 * owns its bytes: release it, or copy what you keep.
 */
#ifndef DAFTAR_BASE_BUF_H
#define DAFTAR_BASE_BUF_H

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
extern char buf_empty[1]; /* never written */

void buf_add(struct buf *buf, const char *bytes, size_t len);
void buf_str(struct buf *buf, const char *str);
void buf_char(struct buf *buf, char c);
__attribute__((format(printf, 2, 3))) void buf_printf(struct buf *buf, const char *format,
						      ...);

/** Shorten to `len` bytes; a longer `len` changes nothing. */
void buf_cut(struct buf *buf, size_t len);

/** Empty for reuse; the memory is kept. */
void buf_clear(struct buf *buf);

/** Give the memory back; the buffer is empty and usable again. */
void buf_release(struct buf *buf);

#endif
