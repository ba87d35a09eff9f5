#include "config.h"

#include "normal.h"

#include <assert.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>

#include "text/quote.h"

enum { CLUSTER_MAX = 64 }; /* bytes; longer clusters are not normalised */

/* Output of the normalisation; only counts when the pointers are NULL. */
struct sink {
	char *normal;
	uint32_t *origin;
	size_t len;
};

/* Put `len` bytes that all come from the original byte `origin`. */
static void put(struct sink *sink, const char *bytes, size_t len, size_t origin)
{
	for (size_t i = 0; sink->normal && i < len; i++) {
		sink->normal[sink->len + i] = bytes[i];
		if (sink->origin)
			sink->origin[sink->len + i] = (uint32_t)origin;
	}
	sink->len += len;
}

/* Put `len` bytes of the original, from `at`, as they are. */
static void put_verbatim(struct sink *sink, const char *str, size_t len, size_t at)
{
	for (size_t i = 0; i < len; i++)
		put(sink, str + at + i, 1, at + i);
}

static size_t decode(const char *str, size_t len, ucs4_t *point)
{
	return (size_t)u8_mbtouc(point, (const uint8_t *)str, len);
}

/* The length of the white space at `str`. */
static size_t space_len(const char *str, size_t len)
{
	size_t at = 0, taken;
	ucs4_t point;

	for (; at < len; at += taken) {
		taken = decode(str + at, len - at, &point);
		if (!uc_is_property_white_space(point))
			break;
	}
	return at;
}

/* The straight form of a quotation mark, or NULL. */
static const char *straight(ucs4_t point)
{
	if (point >= 0x2018 && point <= 0x201b)
		return "'";
	return point >= 0x201c && point <= 0x201f ? "\"" : NULL;
}

/* NFC composes only within a grapheme cluster. */
static void put_cluster(struct sink *sink, const char *str, size_t len, size_t at)
{
	uint8_t out[8 * CLUSTER_MAX];
	size_t out_len = sizeof out;

	if (len > CLUSTER_MAX ||
	    !u8_normalize(UNINORM_NFC, (const uint8_t *)str + at, len, out, &out_len) ||
	    (out_len == len && !memcmp(out, str + at, len)))
		put_verbatim(sink, str, len, at);
	else
		put(sink, (const char *)out, out_len, at);
}

/* Normalise the text at `at` up to the next cluster; returns its length. */
static size_t put_next(struct sink *sink, const char *str, size_t len, size_t at)
{
	const uint8_t *start = (const uint8_t *)str + at;
	unsigned char c = (unsigned char)str[at];
	ucs4_t point;

	if (c > ' ' && c < 0x7f && (at + 1 == len || (unsigned char)str[at + 1] < 0x80)) {
		put(sink, str + at, 1, at);
		return 1;
	}
	size_t taken = space_len(str + at, len - at);

	if (taken) {
		put(sink, " ", 1, at);
		return taken;
	}
	taken = decode(str + at, len - at, &point);
	if (point == 0xad)
		return taken;
	if (straight(point)) {
		put(sink, straight(point), 1, at);
		return taken;
	}
	taken = (size_t)(u8_grapheme_next(start, (const uint8_t *)str + len) - start);
	put_cluster(sink, str, taken, at);
	return taken;
}

static void normalise(struct sink *sink, const char *str, size_t len)
{
	for (size_t at = 0; at < len;)
		at += put_next(sink, str, len, at);
}

static bool is_point_start(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

static void count_points(struct quote_text *text, struct arena *arena)
{
	uint32_t count = 0;

	text->points =
		arena_array(arena, text->len / NORMAL_STRIDE + 1, sizeof *text->points);
	for (size_t i = 0; i < text->len; i++) {
		if (i % NORMAL_STRIDE == 0)
			text->points[i / NORMAL_STRIDE] = count;
		count += is_point_start(text->bytes[i]);
	}
	if (text->len % NORMAL_STRIDE == 0)
		text->points[text->len / NORMAL_STRIDE] = count;
}

/* Count the paragraphs, and record where they begin when `paragraphs` is set. */
static void find_paragraphs(struct quote_text *text)
{
	bool is_inside = false;
	int count = 0;

	for (size_t at = 0; at < text->len;) {
		const char *line = text->bytes + at;
		const char *end = memchr(line, '\n', text->len - at);
		size_t len = end ? (size_t)(end - line) + 1 : text->len - at;
		bool is_blank = space_len(line, len) >= len;

		if (!is_blank && !is_inside && text->paragraphs)
			text->paragraphs[count] = (uint32_t)at;
		count += !is_blank && !is_inside;
		is_inside = !is_blank;
		at += len;
	}
	text->paragraph_count = count;
}

const struct quote_text *quote_text(struct arena *arena, const char *bytes, size_t len)
{
	struct quote_text *text = arena_alloc(arena, sizeof *text);
	struct sink sink = { 0 };

	assert(len <= QUOTE_TEXT_MAX);
	normalise(&sink, bytes, len);
	text->bytes = bytes;
	text->len = len;
	text->normal_len = sink.len;
	text->normal = arena_alloc(arena, sink.len + 1);
	text->origin = arena_array(arena, sink.len + 1, sizeof *text->origin);
	sink = (struct sink){ .normal = text->normal, .origin = text->origin };
	normalise(&sink, bytes, len);
	text->origin[sink.len] = (uint32_t)len;
	count_points(text, arena);
	find_paragraphs(text);
	text->paragraphs = arena_array(arena, (size_t)text->paragraph_count + 1,
				       sizeof *text->paragraphs);
	find_paragraphs(text);
	text->words = quote_words_between(text, 0, normal_point(text, len));
	return text;
}

struct needle needle_make(struct arena *arena, const char *str)
{
	size_t len = str ? strlen(str) : 0;
	struct sink sink = { 0 };

	normalise(&sink, str, len);
	sink.normal = arena_alloc(arena, sink.len + 1);
	sink.len = 0;
	normalise(&sink, str, len);
	return (struct needle){ sink.normal, sink.len };
}

bool normal_is_bound(const struct quote_text *text, size_t at)
{
	return at == 0 || at >= text->normal_len ||
	       (is_point_start(text->normal[at]) &&
		text->origin[at] != text->origin[at - 1]);
}

long normal_point(const struct quote_text *text, size_t byte)
{
	size_t from = byte / NORMAL_STRIDE * NORMAL_STRIDE;
	long point = text->points[byte / NORMAL_STRIDE];

	for (size_t i = from; i < byte; i++)
		point += is_point_start(text->bytes[i]);
	return point;
}

size_t normal_byte(const struct quote_text *text, long point)
{
	size_t low = 0, high = text->len / NORMAL_STRIDE;

	while (low < high) {
		size_t middle = (low + high + 1) / 2;

		if ((long)text->points[middle] <= point)
			low = middle;
		else
			high = middle - 1;
	}
	size_t at = low * NORMAL_STRIDE;
	long seen = text->points[low];

	for (; at < text->len; at++)
		if (is_point_start(text->bytes[at]) && seen++ >= point)
			break;
	return at;
}

size_t normal_from(const struct quote_text *text, size_t byte)
{
	size_t low = 0, high = text->normal_len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (text->origin[middle] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t normal_end(const struct quote_text *text, size_t at)
{
	return text->origin[at];
}

int quote_paragraph(const struct quote_text *text, long at)
{
	size_t byte = normal_byte(text, at);
	int low = 0, high = text->paragraph_count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (text->paragraphs[middle] <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int quote_words(const struct quote_text *text)
{
	return text->words;
}

int quote_words_between(const struct quote_text *text, long start, long end)
{
	size_t at = normal_from(text, normal_byte(text, start));
	size_t stop = normal_from(text, normal_byte(text, end));
	bool is_inside = false;
	int count = 0;

	for (; at < stop; at++) {
		bool is_word = text->normal[at] != ' ';

		count += is_word && !is_inside;
		is_inside = is_word;
	}
	return count;
}
