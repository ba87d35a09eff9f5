#include "config.h"

#include <string.h>

#include "eval.h"
#include "value.h"

/* The phrases of the terms that search texts, each with a newline behind it. */
static void collect(struct query_index *index, const struct node *node, struct buf *out)
{
	if (node->type == NODE_NOT)
		return;
	for (int i = 0; i < node->count; i++) {
		if (node->type != NODE_TERM)
			collect(index, node->children[i], out);
		else if (node->field == QUERY_TEXT || node->field == QUERY_TITLE)
			value_phrases(index, node->values[i], out);
	}
}

const char *const *query_words(const struct query *query, struct query_index *index,
			       struct arena *arena, int *count)
{
	struct all_of all = query_on(query, arena);
	struct buf phrases = BUF_INIT;
	const char **words = NULL;

	for (int i = 0; i < all.count; i++)
		collect(index, all.nodes[i], &phrases);
	*count = 0;
	for (const char *at = phrases.bytes; *at; at += strcspn(at, "\n") + 1) {
		words = arena_grow(arena, words, *count, sizeof *words);
		words[(*count)++] = arena_strndup(arena, at, strcspn(at, "\n"));
	}
	buf_release(&phrases);
	return words;
}
