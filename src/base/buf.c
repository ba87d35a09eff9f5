#include "config.h"

#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"

char buf_empty[1];

/* Make room for `more` bytes and the NUL. */
static void reserve(struct buf *buf, size_t more)
{
	if (more >= SIZE_MAX / 2 - buf->len)
		fail_memory();
	size_t need = buf->len + more + 1, size = buf->size ? buf->size : 64;

	if (need <= buf->size)
		return;
	while (size < need)
		size *= 2;
	char *bytes = realloc(buf->size ? buf->bytes : NULL, size);

	if (!bytes)
		fail_memory();
	buf->bytes = bytes;
	buf->size = size;
	buf->bytes[buf->len] = '\0';
}

void buf_add(struct buf *buf, const char *bytes, size_t len)
{
	if (!len)
		return;
	reserve(buf, len);
	memcpy(buf->bytes + buf->len, bytes, len);
	buf->len += len;
	buf->bytes[buf->len] = '\0';
}

void buf_str(struct buf *buf, const char *str)
{
	buf_add(buf, str, strlen(str));
}

void buf_char(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_vprintf(buf, format, args);
	va_end(args);
}

void buf_vprintf(struct buf *buf, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, again);

	va_end(again);
	if (len > 0) {
		reserve(buf, (size_t)len);
		vsnprintf(buf->bytes + buf->len, (size_t)len + 1, format, args);
		buf->len += (size_t)len;
	}
}

void buf_cut(struct buf *buf, size_t len)
{
	if (len >= buf->len)
		return;
	buf->len = len;
	buf->bytes[len] = '\0';
}

void buf_clear(struct buf *buf)
{
	buf_cut(buf, 0);
}

void buf_release(struct buf *buf)
{
	if (buf->size)
		free(buf->bytes);
	*buf = (struct buf)BUF_INIT;
}
