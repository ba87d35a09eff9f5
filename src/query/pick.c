#include "config.h"

#include <string.h>

#include "field.h"
#include "text/fold.h"
#include "text/near.h"
#include "words.h"

/* How well a value names a key. */
enum fit { FIT_NOT, FIT_PART, FIT_NAME, FIT_ID };

static enum fit fit_of(const struct space *space, const struct names *names,
		       const char *value, struct buf *folded)
{
	enum fit best = FIT_NOT;

	for (int i = 0; i < names->count && best < FIT_ID; i++) {
		enum fit fit = FIT_NOT;

		buf_clear(folded);
		fold_add(folded, names->at[i], strlen(names->at[i]));
		if (!strcmp(folded->bytes, value))
			fit = i == 0 ? FIT_ID : FIT_NAME;
		else if (space->field != QUERY_ID && words_have(folded->bytes, value))
			fit = FIT_PART;
		best = fit > best ? fit : best;
	}
	return best;
}

bool space_pick(const struct space *space, const char *value, unsigned char *picked)
{
	struct arena arena = { 0 };
	struct names names = { .arena = &arena };
	struct buf folded = BUF_INIT, want = BUF_INIT;
	unsigned char *fits = arena_alloc(&arena, space->count);
	enum fit best = FIT_NOT;

	fold_add(&want, value, strlen(value));
	for (uint32_t key = 0; want.len && key < space->count; key++) {
		space_names(space, key, &names);
		fits[key] = (unsigned char)fit_of(space, &names, want.bytes, &folded);
		best = fits[key] > best ? fits[key] : best;
	}
	for (uint32_t key = 0; best && key < space->count; key++)
		picked[key] |= fits[key] == best;
	buf_release(&want);
	buf_release(&folded);
	arena_clear(&arena);
	return best != FIT_NOT;
}

/* A name, and each of its words. */
static void try_words(struct near *near, const char *name, struct arena *arena)
{
	near_try(near, name);
	if (!strchr(name, ' '))
		return;
	for (const char *word = name; *word; word += strspn(word, " ,")) {
		size_t len = strcspn(word, " ,");

		near_try(near, arena_strndup(arena, word, len));
		word += len;
	}
}

/* "; it is one of a, b": for vocabularies that are short enough to be read. */
static void list_words(const struct space *space, struct names *names, struct buf *out)
{
	const char *lead = "; it is one of ";

	if (space->field != QUERY_ROLE && space->field != QUERY_KIND &&
	    space->field != QUERY_STATUS)
		return;
	for (uint32_t key = 0; key < space->count; key++) {
		space_names(space, key, names);
		if (!names->count)
			continue;
		buf_printf(out, "%s%s", lead, names->at[0]);
		lead = ", ";
	}
}

void space_suggest(const struct space *space, const char *value, struct buf *out)
{
	struct arena arena = { 0 };
	struct names names = { .arena = &arena };
	struct near near = { .word = value };

	for (uint32_t key = 0; key < space->count; key++) {
		space_names(space, key, &names);
		for (int i = 0; i < names.count; i++)
			try_words(&near, names.at[i], &arena);
	}
	if (near.best)
		buf_printf(out, "; did you mean \"%s\"?", near.best);
	else
		list_words(space, &names, out);
	arena_clear(&arena);
}
