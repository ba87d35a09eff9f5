#include "config.h"

#include "text/approx.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

#include "base/arena.h"

enum { BITS = 64, ASCII = 128, WORK_MAX = 1 << 26 /* steps of one search */ };

/* Code points of a string, or of a reversed string. */
struct points {
	ucs4_t *at;
	size_t count;
};

/* A pattern as bit masks: the positions of each of its letters. */
struct pattern {
	const ucs4_t *letters; /* sorted, each once */
	size_t letter_count, blocks, len;
	uint64_t *
		masks; /* `blocks` per letter; the last row, for other letters, is zero */
	uint32_t ascii[ASCII];
	bool is_anchored; /* a match begins at the first letter of the text */
};

/* The two bit vectors of one block: where the column increases and decreases. */
struct block {
	uint64_t up, down;
};

static struct points decode(const char *str, size_t len, bool is_reversed,
			    struct arena *arena)
{
	struct points points = { arena_array(arena, len + 1, sizeof(ucs4_t)), 0 };

	for (size_t at = 0; at < len; points.count++)
		at += (size_t)u8_mbtouc(&points.at[points.count],
					(const uint8_t *)str + at, len - at);
	for (size_t i = 0; is_reversed && i < points.count / 2; i++) {
		ucs4_t point = points.at[i];

		points.at[i] = points.at[points.count - 1 - i];
		points.at[points.count - 1 - i] = point;
	}
	return points;
}

/* The row of a letter, or the row of letters that are not in the pattern. */
static size_t letter_row(const struct pattern *pattern, ucs4_t letter)
{
	size_t low = 0, high = pattern->letter_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (pattern->letters[middle] < letter)
			low = middle + 1;
		else
			high = middle;
	}
	return low < pattern->letter_count && pattern->letters[low] == letter
		       ? low
		       : pattern->letter_count;
}

static void insert_letter(ucs4_t *letters, size_t *count, ucs4_t letter)
{
	size_t at = *count;

	for (; at && letters[at - 1] > letter; at--)
		;
	if (at && letters[at - 1] == letter)
		return;
	memmove(letters + at + 1, letters + at, (*count - at) * sizeof *letters);
	letters[at] = letter;
	++*count;
}

static struct pattern pattern_make(struct points points, struct arena *arena)
{
	ucs4_t *letters = arena_array(arena, points.count + 1, sizeof *letters);
	struct pattern pattern = { .letters = letters,
				   .len = points.count,
				   .blocks = (points.count + BITS - 1) / BITS };

	for (size_t i = 0; i < points.count; i++)
		insert_letter(letters, &pattern.letter_count, points.at[i]);
	pattern.masks =
		arena_array(arena, (pattern.letter_count + 1) * pattern.blocks, BITS / 8);
	for (size_t i = 0; i < points.count; i++)
		pattern.masks[letter_row(&pattern, points.at[i]) * pattern.blocks +
			      i / BITS] |= UINT64_C(1) << i % BITS;
	for (ucs4_t c = 0; c < ASCII; c++)
		pattern.ascii[c] = (uint32_t)letter_row(&pattern, c);
	return pattern;
}

/*
 * Advance one block of Myers' column (after Hyyrö).  `carry` comes from the block
 * above: +1, 0 or -1.  Returns the carry out of bit `last`.
 */
static int step(struct block *block, uint64_t mask, int carry, unsigned last)
{
	uint64_t negative = carry < 0, x = mask | block->down;

	mask |= negative;
	uint64_t zero =
		(((mask & block->up) + block->up) ^ block->up) | mask | block->down;
	uint64_t up = block->down | ~(zero | block->up), down = zero & block->up;
	int out = (int)(up >> last & 1) - (int)(down >> last & 1);

	up = up << 1 | (carry > 0);
	down = down << 1 | negative;
	block->up = down | ~(x | up);
	block->down = up & x;
	return out;
}

/*
 * Run the pattern over the text.  An anchored match begins at the first letter of the
 * text, others anywhere.  Returns the fewest errors of a match, which ends before
 * `*end`: the first such end, or the last when anchored, which is the first start in
 * a reversed text.
 */
static int scan(const struct pattern *pattern, struct points text, size_t *end,
		struct arena *arena)
{
	struct block *blocks = arena_array(arena, pattern->blocks, sizeof *blocks);
	unsigned last = (unsigned)((pattern->len - 1) % BITS);
	int errors = (int)pattern->len, best = errors;

	*end = 0;
	for (size_t i = 0; i < pattern->blocks; i++)
		blocks[i].up = ~UINT64_C(0);
	for (size_t at = 0; at < text.count; at++) {
		ucs4_t c = text.at[at];
		size_t row = c < ASCII ? pattern->ascii[c] : letter_row(pattern, c);
		const uint64_t *masks = pattern->masks + row * pattern->blocks;
		int carry = pattern->is_anchored;

		for (size_t i = 0; i < pattern->blocks; i++)
			carry = step(&blocks[i], masks[i], carry,
				     i + 1 < pattern->blocks ? BITS - 1 : last);
		errors += carry;
		if (errors < best || (pattern->is_anchored && errors == best)) {
			best = errors;
			*end = at + 1;
		}
	}
	return best;
}

/* The byte offset of code point `index`. */
static size_t byte_of(const char *str, size_t len, size_t index)
{
	size_t at = 0;
	ucs4_t point;

	while (index-- && at < len)
		at += (size_t)u8_mbtouc(&point, (const uint8_t *)str + at, len - at);
	return at;
}

static bool search(const struct approx *approx, struct arena *arena,
		   struct approx_match *match)
{
	const char *text = approx->text;
	size_t len = approx->len, end, taken;
	struct points letters = decode(text, len, false, arena);
	struct points wanted = decode(approx->pattern, approx->pattern_len, false, arena);
	struct pattern forward = pattern_make(wanted, arena);
	int errors = scan(&forward, letters, &end, arena);

	if (errors > approx->limit || !end)
		return false;
	/* Search backwards from the end to find the start. */
	size_t reach = wanted.count + (size_t)errors;
	size_t first = byte_of(text, len, end > reach ? end - reach : 0);
	size_t stop = byte_of(text, len, end);
	struct points back = decode(text + first, stop - first, true, arena);
	struct pattern backward = pattern_make(
		decode(approx->pattern, approx->pattern_len, true, arena), arena);

	backward.is_anchored = true;
	match->errors = scan(&backward, back, &taken, arena);
	match->end = stop;
	match->start = first + byte_of(text + first, stop - first, back.count - taken);
	return true;
}

bool approx_find(const struct approx *approx, struct approx_match *match)
{
	struct arena scratch = { 0 };

	if (!approx->pattern_len ||
	    approx->pattern_len > WORK_MAX / (approx->len / BITS + BITS))
		return false;
	bool is_found = search(approx, &scratch, match);

	arena_clear(&scratch);
	return is_found;
}
