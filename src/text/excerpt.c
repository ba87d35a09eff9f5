#include "config.h"

#include "text/excerpt.h"

#include <stdio.h>
#include <string.h>
#include <unigbrk.h>

#include "base/buf.h"

/* The length in bytes of the first EXCERPT_MOST clusters of `len` bytes of UTF-8. */
static size_t clusters(const char *text, size_t len)
{
	const uint8_t *at = (const uint8_t *)text, *end = at + len;

	for (int i = 0; i < EXCERPT_MOST && at < end; i++)
		at = u8_grapheme_next(at, end);
	return (size_t)(at - (const uint8_t *)text);
}

/* Append a number with commas between the thousands. */
static void add_number(struct buf *out, size_t number)
{
	char digits[32];
	int len = snprintf(digits, sizeof digits, "%zu", number);

	for (int i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			buf_char(out, ',');
		buf_char(out, digits[i]);
	}
}

const char *excerpt(struct arena *arena, const char *text)
{
	size_t len = strlen(text), kept = len;

	if (len <= EXCERPT_MOST)
		return text;
	if (kept > EXCERPT_BYTES)
		for (kept = EXCERPT_BYTES; kept && (text[kept] & 0xc0) == 0x80;)
			kept--;
	kept = clusters(text, kept);
	if (kept == len)
		return text;
	struct buf out = BUF_INIT;

	buf_add(&out, text, kept);
	buf_str(&out, "\xe2\x80\xa6 (");
	add_number(&out, len);
	buf_str(&out, " bytes)");
	const char *copy = arena_strndup(arena, out.bytes, out.len);

	buf_release(&out);
	return copy;
}
