#include "config.h"

#include "past.h"

#include <string.h>

static void forget(struct past *past, int i)
{
	past->count--;
	memmove(past->texts + i, past->texts + i + 1,
		(size_t)(past->count - i) * sizeof(const char *));
}

void past_add(struct past *past, const char *text)
{
	const char *kept = NULL;

	for (int i = 0; i < past->count && !kept; i++)
		if (!strcmp(past->texts[i], text)) {
			kept = past->texts[i];
			forget(past, i);
		}
	if (!*text)
		return;
	if (past->count == PAST_MOST)
		forget(past, 0);
	past->texts[past->count++] = kept ? kept : arena_strdup(&past->arena, text);
}

int past_find(const struct past *past, int from, int by, const char *start)
{
	size_t len = strlen(start);

	for (int i = from; i >= 0 && i < past->count; i += by)
		if (!strncmp(past->texts[i], start, len))
			return i;
	return -1;
}

void past_release(struct past *past)
{
	arena_clear(&past->arena);
	past->count = 0;
}
