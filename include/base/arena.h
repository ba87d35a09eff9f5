/**
 * @file
 * Memory that is given back all at once.
 *
 * Whatever is read from a dossier lives exactly as long as the dossier, so it
 * is allocated here and never freed piece by piece.  Running out of memory ends
 * the program through fail(): no caller has to check.  An arena belongs to one
 * thread at a time.
 */
#ifndef DAFTAR_BASE_ARENA_H
#define DAFTAR_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

/** A region that grows block by block.  Zero-initialise to start. */
struct arena {
	struct arena_block *top;
};

/** Zeroed memory of `size` bytes, aligned for any type.  Owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/** As arena_alloc(), for `count` items of `size` bytes; too many for memory fails. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/**
 * Room for one more item behind the `count` that are at `items` (NULL while there
 * are none): `items` itself while `*room` allows, else a copy with twice the room.
 * What was outgrown stays with the arena.
 */
void *arena_grow(struct arena *arena, void *items, int count, int *room, size_t size);

/** A NUL-terminated copy of the `len` bytes at `str`.  Owned by the arena. */
char *arena_strndup(struct arena *arena, const char *str, size_t len);

/** As arena_strndup(), of a whole string. */
char *arena_strdup(struct arena *arena, const char *str);

/** A formatted string.  Owned by the arena. */
__attribute__((format(printf, 2, 3))) char *arena_printf(struct arena *arena,
							 const char *format, ...);

/** Hand all that `from` owns over to `to`; nothing moves, and `from` is empty. */
void arena_join(struct arena *to, struct arena *from);

/** Give everything back.  The arena is empty and usable again. */
void arena_clear(struct arena *arena);

#endif
