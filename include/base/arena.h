/**
 * @file
 * Memory that is freed all at once.
 *
 * Everything read from a dossier lives exactly as long as the dossier, so it is
 * allocated in an arena and never freed piece by piece.  Running out of memory ends
 * the program through fail(); callers need not check.  Only one thread at a time may
 * use an arena.
 */
#ifndef DAFTAR_BASE_ARENA_H
#define DAFTAR_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

/** Grows block by block.  Zero-initialise. */
struct arena {
	struct arena_block *top;
};

/** Zeroed memory of `size` bytes, aligned for any type.  Owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/** As arena_alloc(), for `count` items of `size` bytes; checks for overflow. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/**
 * Make room for one more item after the first `count` at `items`, which is NULL or what
 * an earlier call returned.  Returns `items` while there is room, else a copy with twice
 * the room.  The old array stays in the arena.
 */
void *arena_grow(struct arena *arena, void *items, int count, size_t size);

/** A NUL-terminated copy of the `len` bytes at `str`.  Owned by the arena. */
char *arena_strndup(struct arena *arena, const char *str, size_t len);

/** As arena_strndup(), of a whole string. */
char *arena_strdup(struct arena *arena, const char *str);

/** A formatted string.  Owned by the arena. */
__attribute__((format(printf, 2, 3))) char *arena_printf(struct arena *arena,
							 const char *format, ...);

/** Transfer everything that `from` owns to `to`.  Addresses stay valid; `from` is empty.
 */
void arena_join(struct arena *to, struct arena *from);

/** Free everything.  The arena is empty and can be used again. */
void arena_clear(struct arena *arena);

#endif
