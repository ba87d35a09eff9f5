/**
 * @file
 * From strings to numbers: ids to refs, words to places.  Also interning.
 *
 * Open addressing over one array that the arena owns; nothing is ever taken
 * out.  Keys are not copied: they must live as long as the map, which interning
 * with map_intern() sees to.
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

/** Reserve slots for `count` keys in all. */
void map_reserve(struct map *map, size_t count);

/** The value under the `len` bytes at `key`, or NULL. */
const uint64_t *map_get(const struct map *map, const char *key, size_t len);

/**
 * The place of the value under `key`, made (with value 0) when there was none;
 * `*is_new` (may be NULL) is set accordingly.  Valid until the next map_put().
 */
uint64_t *map_put(struct map *map, const char *key, size_t len, bool *is_new);

/** The one copy of these bytes that this map has, NUL-terminated: equal strings, one
 * pointer. */
const char *map_intern(struct map *map, const char *key, size_t len);

#endif
