#include "config.h"

#include "base/map.h"

#include <string.h>

#include "base/fail.h"

enum { ROOM_FIRST = 16 };

/* FNV-1a, with a final mix to improve the low bits. */
static uint32_t hash_of(const char *key, size_t len)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)key[i]) * 16777619u;
	hash ^= hash >> 16;
	hash *= 0x85ebca6bu;
	return hash ^ hash >> 13;
}

/* The entry of `key`, or the empty entry for it.  `room` is a power of two. */
static struct map_entry *probe(const struct map *map, const char *key, size_t len,
			       uint32_t hash)
{
	for (uint32_t i = hash;; i++) {
		struct map_entry *entry = &map->entries[i & (map->room - 1)];

		if (!entry->key)
			return entry;
		if (entry->hash == hash && entry->len == len &&
		    !memcmp(entry->key, key, len))
			return entry;
	}
}

/* Maximum load: 3/4 of the slots. */
static uint32_t max_load(uint32_t room)
{
	return room / 4 * 3;
}

void map_reserve(struct map *map, size_t count)
{
	struct map old = *map;

	if (count <= max_load(old.room))
		return;
	map->room = old.room ? old.room : ROOM_FIRST;
	while (max_load(map->room) < count) {
		if (map->room > UINT32_MAX / 4)
			fail_memory();
		map->room *= 2;
	}
	map->entries = arena_array(map->arena, map->room, sizeof *map->entries);
	for (uint32_t i = 0; i < old.room; i++) {
		const struct map_entry *entry = &old.entries[i];

		if (entry->key)
			*probe(map, entry->key, entry->len, entry->hash) = *entry;
	}
}

const uint64_t *map_get(const struct map *map, const char *key, size_t len)
{
	if (!map->room)
		return NULL;
	const struct map_entry *entry = probe(map, key, len, hash_of(key, len));

	return entry->key ? &entry->value : NULL;
}

static struct map_entry *put(struct map *map, const char *key, size_t len, bool *is_new)
{
	if (len > UINT32_MAX)
		fail_memory();
	map_reserve(map, (size_t)map->count + 1);
	uint32_t hash = hash_of(key, len);
	struct map_entry *entry = probe(map, key, len, hash);

	*is_new = !entry->key;
	if (*is_new) {
		*entry = (struct map_entry){ .key = key,
					     .hash = hash,
					     .len = (uint32_t)len };
		map->count++;
	}
	return entry;
}

uint64_t *map_put(struct map *map, const char *key, size_t len, bool *is_new)
{
	bool fresh;
	struct map_entry *entry = put(map, key, len, &fresh);

	if (is_new)
		*is_new = fresh;
	return &entry->value;
}

const char *map_intern(struct map *map, const char *key, size_t len)
{
	bool fresh;
	struct map_entry *entry = put(map, key, len, &fresh);

	if (fresh)
		entry->key = arena_strndup(map->arena, key, len);
	return entry->key;
}
