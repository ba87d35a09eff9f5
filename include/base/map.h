/**
 * @file
 * A hash map from strings to numbers, and interning of strings.
 *
 * Open addressing over one array that the arena owns; entries are never removed.
 * Keys are not copied: they must live as long as the map, as keys interned with
 * map_intern() do.
 */
#ifndef DAFTAR_BASE_MAP_H
#define DAFTAR_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct map_entry {
	const char *key;
	uint32_t hash, len;
	uint64_t value;
};

/** Zero-initialise but for `arena`. */
struct map {
	struct arena *arena;
	struct map_entry *entries;
	uint32_t count, room;
};

/** Reserve slots for `count` keys in total. */
void map_reserve(struct map *map, size_t count);

/** The value under the `len` bytes at `key`, or NULL. */
const uint64_t *map_get(const struct map *map, const char *key, size_t len);

/**
 * Where the value of `key` is stored; adds the key with value 0 when it is missing.
 * `*is_new` (may be NULL) is whether it was added.  Valid until the next map_put().
 */
uint64_t *map_put(struct map *map, const char *key, size_t len, bool *is_new);

/** The map's own NUL-terminated copy of a string: the same pointer for equal strings. */
const char *map_intern(struct map *map, const char *key, size_t len);

#endif
