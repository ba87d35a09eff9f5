/**
 * @file
 * A hash map from strings to numbers, and interning of strings.
 *
 * Open addressing over an array of indexes; the entries are in the order in which
 * they were added, do not move and are never removed.  The arena owns both.  The hash
 * is seeded, so that no file can choose keys that collide.  Keys are not copied: they
 * must live as long as the map, as keys interned with map_intern() do.
 */
#ifndef DAFTAR_BASE_MAP_H
#define DAFTAR_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { MAP_CHUNKS = 28 };

struct map_entry {
	const char *key;
	uint32_t hash, len;
	uint64_t value;
};

/** Zero-initialise but for `arena`. */
struct map {
	struct arena *arena;
	uint32_t *slots;		      /* of each entry, 1 + its index; 0: free */
	struct map_entry *chunks[MAP_CHUNKS]; /* each twice as long as the one before */
	uint32_t count, room;
	uint64_t seed[2];
};

/** Reserve slots for `count` keys in total. */
void map_reserve(struct map *map, size_t count);

/** The value under the `len` bytes at `key`, or NULL. */
const uint64_t *map_get(const struct map *map, const char *key, size_t len);

/**
 * Where the value of `key` is stored; adds the key with value 0 when it is missing.
 * `*is_new` (may be NULL) is whether it was added.  The address does not change.
 */
uint64_t *map_put(struct map *map, const char *key, size_t len, bool *is_new);

/** The map's own NUL-terminated copy of a string: the same pointer for equal strings. */
const char *map_intern(struct map *map, const char *key, size_t len);

/** Entry `i` of `count`, in the order in which they were added. */
const struct map_entry *map_at(const struct map *map, uint32_t i);

#endif
