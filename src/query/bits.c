#include "config.h"

#include "bits.h"

#include <string.h>

struct truths truths_new(struct arena *arena, uint32_t count)
{
	struct truths truths = { .count = count };
	uint32_t words = truths_words(&truths);

	truths.sure = arena_array(arena, words, sizeof *truths.sure);
	truths.any = arena_array(arena, words, sizeof *truths.any);
	return truths;
}

struct truths truths_copy(struct arena *arena, const struct truths *from)
{
	struct truths truths = truths_new(arena, from->count);
	size_t size = truths_words(from) * sizeof *from->any;

	if (size) {
		memcpy(truths.sure, from->sure, size);
		memcpy(truths.any, from->any, size);
	}
	return truths;
}

/* Clear the bits beyond the last. */
static void trim(struct truths *truths)
{
	uint32_t last = truths->count / BITS;
	uint64_t mask = (UINT64_C(1) << truths->count % BITS) - 1;

	if (truths->count % BITS) {
		truths->sure[last] &= mask;
		truths->any[last] &= mask;
	}
}

void truths_fill(struct truths *truths)
{
	for (uint32_t i = 0; i < truths_words(truths); i++)
		truths->sure[i] = truths->any[i] = UINT64_MAX;
	trim(truths);
}

void truths_and(struct truths *truths, const struct truths *other)
{
	for (uint32_t i = 0; i < truths_words(truths); i++) {
		truths->sure[i] &= other->sure[i];
		truths->any[i] &= other->any[i];
	}
}

void truths_or(struct truths *truths, const struct truths *other)
{
	for (uint32_t i = 0; i < truths_words(truths); i++) {
		truths->sure[i] |= other->sure[i];
		truths->any[i] |= other->any[i];
	}
}

void truths_not(struct truths *truths)
{
	for (uint32_t i = 0; i < truths_words(truths); i++) {
		uint64_t sure = truths->sure[i];

		truths->sure[i] = ~truths->any[i];
		truths->any[i] = ~sure;
	}
	trim(truths);
}

uint32_t bits_next(const uint64_t *bits, uint32_t from, uint32_t count)
{
	while (from < count) {
		uint64_t rest = bits[from / BITS] >> from % BITS;

		if (rest)
			return from + (uint32_t)__builtin_ctzll(rest);
		from = (from / BITS + 1) * BITS;
	}
	return count;
}

uint32_t bits_count(const uint64_t *bits, uint32_t words)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < words; i++)
		count += (uint32_t)__builtin_popcountll(bits[i]);
	return count;
}
