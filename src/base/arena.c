#include "config.h"

#include "base/arena.h"

#include <assert.h>
#include <limits.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"

/* Block sizes double up to a limit: small arenas stay small, large ones have few blocks.
 */
enum { BLOCK_FIRST = 4 * 1024, BLOCK_LARGEST = 1024 * 1024, GROW_FIRST = 8 };

struct arena_block {
	struct arena_block *below;
	size_t used, size; /* records grow up from 0, text grows down from the end */
	size_t capacity;
	alignas(max_align_t) unsigned char bytes[];
};

static size_t next_size(const struct arena_block *top)
{
	if (!top)
		return BLOCK_FIRST;
	return top->capacity < BLOCK_LARGEST / 2 ? top->capacity * 2 : BLOCK_LARGEST;
}

static struct arena_block *block_push(struct arena *arena, size_t need)
{
	size_t size = next_size(arena->top);

	if (need > size)
		size = need;
	if (size > SIZE_MAX - sizeof(struct arena_block))
		fail_memory();
	struct arena_block *block = calloc(1, sizeof *block + size);

	if (!block)
		fail_memory();
	block->below = arena->top;
	block->size = block->capacity = size;
	return arena->top = block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct arena_block *block = arena->top;

	if (size > SIZE_MAX - align)
		fail_memory();
	size = (size + align - 1) / align * align;
	if (!block || block->size - block->used < size)
		block = block_push(arena, size);
	void *mem = block->bytes + block->used;

	block->used += size;
	return mem;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		fail_memory();
	return arena_alloc(arena, count * size);
}

/* What stands before the items of an array that grows. */
struct room {
	alignas(max_align_t) int count;
};

void *arena_grow(struct arena *arena, void *items, int count, size_t size)
{
	struct room *room = items ? (struct room *)items - 1 : NULL;
	int most = count ? count : GROW_FIRST / 2;

	assert(items || !count);
	if (room && count < room->count)
		return items;
	if (most > INT_MAX / 2 || (size_t)most * 2 > (SIZE_MAX - sizeof *room) / size)
		fail_memory();
	room = arena_alloc(arena, sizeof *room + (size_t)most * 2 * size);
	room->count = most * 2;
	return count ? memcpy(room + 1, items, (size_t)count * size) : room + 1;
}

/* Text is most of the content and needs no alignment. */
static char *alloc_text(struct arena *arena, size_t size)
{
	struct arena_block *block = arena->top;

	if (!block || block->size - block->used < size)
		block = block_push(arena, size);
	/* At the end, so that records stay aligned. */
	block->size -= size;
	return (char *)block->bytes + block->size;
}

char *arena_strndup(struct arena *arena, const char *str, size_t len)
{
	char *copy = alloc_text(arena, len + 1);

	if (len)
		memcpy(copy, str, len);
	copy[len] = '\0';
	return copy;
}

char *arena_strdup(struct arena *arena, const char *str)
{
	return arena_strndup(arena, str, strlen(str));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);

	va_end(args);
	if (len < 0)
		len = 0;
	char *text = alloc_text(arena, (size_t)len + 1);

	vsnprintf(text, (size_t)len + 1, format, again);
	va_end(again);
	return text;
}

void arena_join(struct arena *to, struct arena *from)
{
	struct arena_block *last = from->top;

	if (!last)
		return;
	while (last->below)
		last = last->below;
	last->below = to->top;
	to->top = from->top;
	from->top = NULL;
}

void arena_clear(struct arena *arena)
{
	while (arena->top) {
		struct arena_block *block = arena->top;

		arena->top = block->below;
		free(block);
	}
}
