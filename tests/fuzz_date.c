#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/date.h"
#include "text/cell.h"

/* An assertion that NDEBUG does not turn off. */
#define MUST(condition)                                                                  \
	do {                                                                             \
		if (!(condition))                                                        \
			abort();                                                         \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct date *parse(struct arena *arena, const struct buf *text)
{
	return date_parse(arena, text->bytes, text->len, NULL);
}

/* A printed date parses to the same date. */
static void check_print(struct arena *arena, const struct date *date)
{
	struct buf once = BUF_INIT, again = BUF_INIT;
	struct date_extent extent = date_extent(date), same;

	date_print(date, &once);
	date = parse(arena, &once);
	MUST(date);
	same = date_extent(date);
	MUST(date_extent_compare(&extent, &same) == 0);
	MUST(!memcmp(&extent.near, &same.near, sizeof same.near));
	date_print(date, &again);
	MUST(!strcmp(once.bytes, again.bytes));
	buf_release(&once);
	buf_release(&again);
}

static void check_words(const struct date *date)
{
	struct buf words = BUF_INIT;

	for (int style = DATE_PLAIN; style <= DATE_EDTF; style++) {
		buf_clear(&words);
		date_words(date, (enum date_style)style, &words);
		MUST(words.len > 0);
	}
	for (int supplied = 0; supplied <= 1; supplied++) {
		buf_clear(&words);
		date_short(date, supplied, &words);
		MUST(words.len > 0 && cell_width(words.bytes) <= 11 + supplied);
	}
	buf_release(&words);
}

static void check_extent(const struct date *date)
{
	struct date_extent extent = date_extent(date);

	MUST(extent.is_given && date_level(date) >= 0 && date_level(date) <= 2);
	MUST(extent.start_min <= extent.start_max && extent.end_min <= extent.end_max);
	MUST(extent.start_min <= extent.end_max);
	MUST(extent.near.start_min <= extent.start_min);
	MUST(extent.near.end_max >= extent.end_max);
	MUST(date_extent_within(&extent, INT64_MIN, INT64_MAX) >=
	     (extent.is_uncertain ? TRUTH_MAYBE : TRUTH_YES));
	for (int i = 0; i < DATE_RELATION_COUNT; i++)
		date_relation((enum date_relation)i, &extent, &extent, DATE_AS_MEANT);
	year_of(extent.start_min);
	year_of(extent.end_max);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = { 0 };
	struct date_fault fault;
	const struct date *date = date_parse(&arena, (const char *)data, size, &fault);

	if (date) {
		check_extent(date);
		check_print(&arena, date);
		check_words(date);
	} else {
		MUST(fault.message && *fault.message);
		MUST(fault.at <= size && fault.len <= size - fault.at);
	}
	arena_clear(&arena);
	return 0;
}
