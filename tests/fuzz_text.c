#include "config.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/cell.h"
#include "text/clean.h"
#include "text/diff.h"
#include "text/fold.h"
#include "text/quote.h"
#include "text/wrap.h"

/* An assertion that NDEBUG does not turn off. */
#define MUST(condition)                                                                  \
	do {                                                                             \
		if (!(condition))                                                        \
			abort();                                                         \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Clean text is UTF-8 and does not change when cleaned again. */
static void check_clean(const char *str, size_t len)
{
	for (int lines = CLEAN_ONE_LINE; lines <= CLEAN_MANY_LINES; lines++) {
		struct buf once = BUF_INIT, again = BUF_INIT;

		clean_add(&once, str, len, (enum clean_lines)lines);
		clean_add(&again, once.bytes, once.len, (enum clean_lines)lines);
		MUST(once.len == again.len && !memcmp(once.bytes, again.bytes, once.len));
		MUST(clean_valid_len(once.bytes, once.len) == once.len);
		MUST(strlen(once.bytes) == once.len);
		buf_release(&once);
		buf_release(&again);
	}
}

/* A glyph is clean and has the width it claims. */
static void check_cells(const char *str, size_t len)
{
	struct glyph glyph;
	size_t at = 0, taken;
	char ascii[2];

	while ((taken = cell_next(str + at, len - at, &glyph))) {
		struct buf clean = BUF_INIT;

		at += taken;
		MUST(at <= len && (glyph.width == 1 || glyph.width == 2));
		clean_add(&clean, glyph.text, strlen(glyph.text), CLEAN_ONE_LINE);
		MUST(clean.len && !strcmp(clean.bytes, glyph.text));
		MUST(cell_width(glyph.text) == glyph.width);
		cell_ascii(&glyph, ascii);
		MUST(ascii[0] >= ' ' && ascii[0] < 0x7f);
		buf_release(&clean);
	}
	MUST(at == len);
}

static bool is_dropped(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == '\xe2' || c == '\x80' ||
	       c == '\xa8' || c == '\xa9';
}

/* Wrapping loses only blanks and line breaks; only a single wide glyph may not fit. */
static void check_wrap(const char *str, size_t len, int width)
{
	struct wrap wrap = { str, len, width };
	struct glyph glyph;
	const char *line;
	size_t line_len, done = 0;

	while (wrap_next(&wrap, &line, &line_len)) {
		size_t at = 0, taken;
		int cells = 0, count = 0;

		for (; done < (size_t)(line - str); done++)
			MUST(is_dropped(str[done]));
		for (; (taken = cell_next(line + at, line_len - at, &glyph)); count++) {
			at += taken;
			cells += glyph.width;
		}
		MUST(cells <= width || count == 1);
		done += line_len;
	}
	for (; done < len; done++)
		MUST(is_dropped(str[done]));
}

/* Folded text is found in its original. */
static void check_fold(const char *str, const char *word)
{
	struct buf needle = BUF_INIT, slice = BUF_INIT;
	struct fold_match match = { 0 };

	fold_add(&needle, word, strlen(word));
	if (needle.len && fold_next(str, needle.bytes, &match)) {
		MUST(match.len && match.at + match.len <= strlen(str));
		fold_add(&slice, str + match.at, match.len);
		MUST(!strcmp(slice.bytes, needle.bytes));
	}
	buf_release(&needle);
	buf_release(&slice);
}

static void check_anchor(const char *str, size_t len, const struct quote *quote)
{
	struct arena arena = { 0 };
	struct quote_pick pick;
	struct buf buf = BUF_INIT;
	const struct quote_text *text = quote_text(&arena, str, len);
	struct quote_result result = quote_find(text, quote, &arena);
	int count;

	MUST(result.byte <= len && result.len <= len - result.byte);
	MUST(result.start <= result.end && result.start >= -1);
	MUST((result.state == QUOTE_EXACT) <= (result.count == 1));
	MUST((result.state == QUOTE_AMBIGUOUS) == (result.count > 1));
	MUST((result.state == QUOTE_ORPHAN) <= (result.why != NULL));
	MUST(quote_words_between(text, 0, (long)len) == quote_words(text));
	const long(*all)[2] = quote_all(text, quote, &arena, &count);

	for (int i = 0; i < count; i++)
		MUST(all[i][0] <= all[i][1] && (!i || all[i][0] >= all[i - 1][0]));
	if (quote_pick(text, quote->exact, &arena, &pick))
		MUST(pick.start < pick.end && *pick.exact);
	if (result.found) {
		const struct diff_run *runs =
			diff_words(quote->exact, result.found, &arena, &count);

		diff_print(runs, count, &buf);
	}
	buf_release(&buf);
	arena_clear(&arena);
}

/* The input is a quotation, its prefix, its suffix and a text, separated by NUL. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf part[4] = { BUF_INIT, BUF_INIT, BUF_INIT, BUF_INIT };
	int last = 0;

	for (size_t i = 0; i < size; i++)
		if (data[i] || last == 3)
			buf_char(&part[last], (char)data[i]);
		else
			last++;
	check_clean((const char *)data, size);
	check_cells((const char *)data, size);
	for (int width = 1; width < 40; width += 13)
		check_wrap(part[3].bytes, part[3].len, width);
	check_fold(part[3].bytes, part[0].bytes);
	/* Invalid UTF-8 is not loaded. */
	check_anchor(part[3].bytes, clean_valid_len(part[3].bytes, part[3].len),
		     &(struct quote){ part[0].bytes, part[1].bytes, part[2].bytes,
				      size % 2 ? -1 : 3, (int)(size % 5) });
	for (int i = 0; i < 4; i++)
		buf_release(&part[i]);
	return 0;
}
