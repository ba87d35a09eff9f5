/**
 * @file
 * Answers for many records at once: two bits each.
 *
 * `sure` holds those that surely match, `any` those that surely or possibly do, so
 * `sure` is always a part of `any`, and negation swaps their complements.
 */
#ifndef DAFTAR_QUERY_BITS_H
#define DAFTAR_QUERY_BITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/date.h"

struct truths {
	uint64_t *sure, *any; /* bits beyond `count` are 0 */
	uint32_t count;
};

enum { BITS = 64 };

/** All TRUTH_NO.  Owned by the arena. */
struct truths truths_new(struct arena *arena, uint32_t count);

/** A copy in the arena. */
struct truths truths_copy(struct arena *arena, const struct truths *from);

/** The number of 64-bit words. */
static inline uint32_t truths_words(const struct truths *truths)
{
	return truths->count / BITS + (truths->count % BITS > 0);
}

static inline enum truth truths_get(const struct truths *truths, uint32_t i)
{
	uint64_t bit = UINT64_C(1) << i % BITS;

	if (truths->sure[i / BITS] & bit)
		return TRUTH_YES;
	return truths->any[i / BITS] & bit ? TRUTH_MAYBE : TRUTH_NO;
}

/** Raise the answer of `i` to sure, or to possible. */
static inline void truths_raise(struct truths *truths, uint32_t i, bool is_sure)
{
	uint64_t bit = UINT64_C(1) << i % BITS;

	truths->any[i / BITS] |= bit;
	if (is_sure)
		truths->sure[i / BITS] |= bit;
}

void truths_fill(struct truths *truths);			    /* all TRUTH_YES */
void truths_and(struct truths *truths, const struct truths *other); /* the lesser */
void truths_or(struct truths *truths, const struct truths *other);  /* the greater */
void truths_not(struct truths *truths);

/** The first index from `from` on whose bit is set; `count` when there is none. */
uint32_t bits_next(const uint64_t *bits, uint32_t from, uint32_t count);

/** The number of bits set in `words` words. */
uint32_t bits_count(const uint64_t *bits, uint32_t words);

#endif
