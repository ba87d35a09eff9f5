#include "config.h"

#include "base/map.h"

#include <assert.h>
#include <string.h>
#include <sys/auxv.h>

#include "base/fail.h"

enum { ROOM_FIRST = 32, CHUNK_FIRST = 16 };

/* The state of SipHash-1-3. */
struct sip {
	uint64_t a, b, c, d;
};

static uint64_t rotate(uint64_t word, int bits)
{
	return word << bits | word >> (64 - bits);
}

static void sip_round(struct sip *sip)
{
	sip->a += sip->b;
	sip->c += sip->d;
	sip->b = rotate(sip->b, 13) ^ sip->a;
	sip->d = rotate(sip->d, 16) ^ sip->c;
	sip->a = rotate(sip->a, 32) + sip->d;
	sip->c += sip->b;
	sip->d = rotate(sip->d, 21) ^ sip->a;
	sip->b = rotate(sip->b, 17) ^ sip->c;
	sip->c = rotate(sip->c, 32);
}

static void sip_word(struct sip *sip, uint64_t word)
{
	sip->d ^= word;
	sip_round(sip);
	sip->a ^= word;
}

static uint32_t hash_of(const struct map *map, const char *key, size_t len)
{
	struct sip sip = { map->seed[0] ^ 0x736f6d6570736575,
			   map->seed[1] ^ 0x646f72616e646f6d,
			   map->seed[0] ^ 0x6c7967656e657261,
			   map->seed[1] ^ 0x7465646279746573 };
	uint64_t word, last = (uint64_t)len << 56;
	size_t rest = len;

	for (; rest >= sizeof word; rest -= sizeof word, key += sizeof word) {
		memcpy(&word, key, sizeof word);
		sip_word(&sip, word);
	}
	for (size_t i = 0; i < rest; i++)
		last |= (uint64_t)(unsigned char)key[i] << 8 * i;
	sip_word(&sip, last);
	sip.c ^= 0xff;
	for (int i = 0; i < 3; i++)
		sip_round(&sip);
	uint64_t hash = sip.a ^ sip.b ^ sip.c ^ sip.d;

	return (uint32_t)(hash ^ hash >> 32);
}

/* The kernel gives each process 16 random bytes.  Maps do not share a seed, since their
 * order of slots may be observable. */
static void seed(struct map *map)
{
	const void *random = (const void *)getauxval(AT_RANDOM);

	if (random)
		memcpy(map->seed, random, sizeof map->seed);
	map->seed[0] ^= (uint64_t)(uintptr_t)map->arena;
}

/* Chunk k begins at entry (2^k - 1) * CHUNK_FIRST. */
static struct map_entry *entry_at(const struct map *map, uint32_t i)
{
	int chunk = 31 - __builtin_clz(i / CHUNK_FIRST + 1);

	return &map->chunks[chunk][i - ((1u << chunk) - 1) * CHUNK_FIRST];
}

const struct map_entry *map_at(const struct map *map, uint32_t i)
{
	assert(i < map->count);
	return entry_at(map, i);
}

/* The slot of `key`, or a free one for it.  `room` is a power of two. */
static uint32_t *probe(const struct map *map, const char *key, size_t len, uint32_t hash)
{
	for (uint32_t i = hash;; i++) {
		uint32_t *slot = &map->slots[i & (map->room - 1)];

		if (!*slot)
			return slot;
		const struct map_entry *entry = entry_at(map, *slot - 1);

		if (entry->hash == hash && entry->len == len &&
		    !memcmp(entry->key, key, len))
			return slot;
	}
}

/* Maximum load: 3/4 of the slots. */
static uint32_t max_load(uint32_t room)
{
	return room / 4 * 3;
}

void map_reserve(struct map *map, size_t count)
{
	if (count <= max_load(map->room))
		return;
	if (!map->room)
		seed(map);
	map->room = map->room ? map->room : ROOM_FIRST;
	while (max_load(map->room) < count) {
		if (map->room > UINT32_MAX / 4)
			fail_memory();
		map->room *= 2;
	}
	map->slots = arena_array(map->arena, map->room, sizeof *map->slots);
	for (uint32_t i = 0; i < map->count; i++) {
		uint32_t at = entry_at(map, i)->hash;

		while (map->slots[at & (map->room - 1)])
			at++;
		map->slots[at & (map->room - 1)] = i + 1;
	}
}

const uint64_t *map_get(const struct map *map, const char *key, size_t len)
{
	if (!map->room)
		return NULL;
	uint32_t slot = *probe(map, key, len, hash_of(map, key, len));

	return slot ? &entry_at(map, slot - 1)->value : NULL;
}

/* A new entry at the end. */
static struct map_entry *add(struct map *map)
{
	uint32_t i = map->count++,
		 chunk = 31 - (uint32_t)__builtin_clz(i / CHUNK_FIRST + 1);

	if (chunk >= MAP_CHUNKS)
		fail_memory();
	if (!map->chunks[chunk])
		map->chunks[chunk] = arena_array(map->arena, (size_t)CHUNK_FIRST << chunk,
						 sizeof **map->chunks);
	return entry_at(map, i);
}

static struct map_entry *put(struct map *map, const char *key, size_t len, bool *is_new)
{
	if (len > UINT32_MAX)
		fail_memory();
	map_reserve(map, (size_t)map->count + 1);
	uint32_t hash = hash_of(map, key, len), *slot = probe(map, key, len, hash);

	*is_new = !*slot;
	if (!*is_new)
		return entry_at(map, *slot - 1);
	struct map_entry *entry = add(map);

	*entry = (struct map_entry){ .key = key, .hash = hash, .len = (uint32_t)len };
	*slot = map->count;
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
