#include "config.h"

#include <string.h>

#include "text/fold.h"
#include "text/near.h"
#include "value.h"
#include "words.h"

/* How well a value names a key. */
enum fit { FIT_NOT, FIT_PART, FIT_NAME, FIT_ID, FIT_EXACT };

static void add_pick(struct picks *picks, uint32_t key)
{
	picks->at = arena_grow(picks->arena, picks->at, picks->count, sizeof *picks->at);
	picks->at[picks->count++] = key;
}

/* What is looked for: as written, and folded. */
struct want {
	const char *value, *folded;
	bool is_whole; /* words of names must be whole */
};

static enum fit fit_of(struct space *space, uint32_t key, const struct want *want)
{
	const char *const *names = space_names(space, key);
	const char *const *folded = space_folded(space, key);
	enum fit best = FIT_NOT;

	if (!names)
		return FIT_NOT;
	if (!strcmp(names[0], want->value))
		return FIT_EXACT;
	if (!*want->folded)
		return FIT_NOT;
	for (int i = 0; folded[i] && best < FIT_ID; i++) {
		enum fit fit = FIT_NOT;

		if (!strcmp(folded[i], want->folded))
			fit = i == 0 ? FIT_ID : FIT_NAME;
		else if (want->is_whole ? words_have_whole(folded[i], want->folded)
					: words_have(folded[i], want->folded))
			fit = FIT_PART;
		best = fit > best ? fit : best;
	}
	return best;
}

/* Pick the keys from `first` to before `end` that fit best.  False when none fits. */
static bool pick_best(struct space *space, const struct want *want, uint32_t first,
		      struct picks *picks)
{
	uint32_t end = first ? space_count(space) : space_hidden(space);
	int start = picks->count;
	enum fit best = FIT_PART;

	for (uint32_t key = first; key < end; key++) {
		enum fit fit = fit_of(space, key, want);

		if (fit > best)
			picks->count = start;
		best = fit > best ? fit : best;
		if (fit == best)
			add_pick(picks, key);
	}
	return picks->count > start;
}

/* Ids are whole: they are looked up, not tried in turn. */
static bool pick_id(struct query_index *index, const struct want *want,
		    struct picks *picks)
{
	struct space *space = index_space(index, QUERY_ID);
	struct ref ref = dossier_find(index->dossier, want->value);
	int start = picks->count;

	if (ref_is_none(ref))
		ref = dossier_find(index->dossier, want->folded);
	if (!ref_is_none(ref))
		add_pick(picks, space_record(space, ref));
	/* The ids of references alone may have capitals. */
	for (uint32_t i = 0;
	     ref_is_none(ref) && *want->folded && i < index_count(index, KIND_REFERENCE);
	     i++) {
		uint32_t key = space_record(space, (struct ref){ KIND_REFERENCE, i });
		const char *const *folded = space_folded(space, key);

		if (folded && !strcmp(folded[0], want->folded))
			add_pick(picks, key);
	}
	return picks->count > start;
}

/* Pick by the value's words, then by names that are inflected in it. */
static bool pick_names(struct query_index *index, struct space *space,
		       const struct want *want, struct picks *picks)
{
	struct buf known = BUF_INIT;
	bool is_found = pick_best(space, want, 0, picks);

	if (!is_found && query_fields[space->field].keys->has_endings &&
	    known_uninflect(index_known(index), want->folded, &known))
		is_found =
			pick_best(space, &(struct want){ known.bytes, known.bytes, true },
				  0, picks);
	buf_release(&known);
	if (!is_found && space_hidden(space) < space_count(space))
		is_found = pick_best(space, want, space_hidden(space), picks);
	return is_found;
}

bool value_pick(struct query_index *index, enum query_field field, const char *value,
		struct picks *picks)
{
	struct buf folded = BUF_INIT;
	bool is_found;

	fold_add(&folded, value, strlen(value));
	struct want want = { value, folded.bytes, false };

	is_found = field == QUERY_ID
			   ? pick_id(index, &want, picks)
			   : pick_names(index, index_space(index, field), &want, picks);
	buf_release(&folded);
	return is_found;
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

/* The words that a field takes, for vocabularies that are short enough to be read. */
static void list_words(struct space *space, struct buf *out)
{
	static const enum query_field listed[] = {
		QUERY_ROLE, QUERY_TYPE, QUERY_KIND, QUERY_STATUS, QUERY_STATE, QUERY_VIEW
	};
	const char *lead = "; expected one of ";
	uint32_t end = space_hidden(space);
	bool is_listed = false;

	for (size_t i = 0; i < sizeof listed / sizeof *listed; i++)
		is_listed |= listed[i] == space->field;
	/* Of a type or a kind, those of events: the others would fill the screen. */
	if (space->field == QUERY_TYPE || space->field == QUERY_KIND)
		end = space->first[PART_SECOND];
	for (uint32_t key = 0; is_listed && key < end; key++) {
		const char *const *names = space_names(space, key);

		if (!names)
			continue;
		buf_printf(out, "%s%s", lead,
			   names[space->field == QUERY_TYPE && names[1] ? 1 : 0]);
		lead = ", ";
	}
}

/* The nearest id: names do not count. */
static void try_ids(const struct dossier *dossier, struct near *near)
{
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < dossier->counts[kind]; i++) {
			struct ref ref = { (uint32_t)kind, (uint32_t)i };
			const char *id = dossier_record(dossier, ref)->id;

			if (id)
				near_try(near, id);
		}
}

static void try_names(struct space *space, struct near *near, struct arena *arena)
{
	/* The codes of types are capitals: their labels are nicer to read. */
	int first = space->field == QUERY_TYPE;

	for (uint32_t key = 0; key < space_count(space); key++) {
		const char *const *names = space_names(space, key);

		for (int i = first; names && names[i]; i++)
			try_words(near, names[i], arena);
	}
}

void value_suggest(struct query_index *index, enum query_field field, const char *value,
		   struct buf *out)
{
	struct space *space = index_space(index, field);
	struct arena arena = { 0 };
	struct near near = { .word = value };

	if (field == QUERY_ID)
		try_ids(index->dossier, &near);
	else
		try_names(space, &near, &arena);
	if (near.best)
		buf_printf(out, "; did you mean \"%s\"?", near.best);
	else
		list_words(space, out);
	arena_clear(&arena);
}
