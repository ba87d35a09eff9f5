#include "config.h"

#include "names.h"

#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "words.h"

/* What follows a name, folded: Russian cases, then Uzbek ones in both alphabets. */
/* clang-format off */
static const char *const endings[] = {
	"а", "у", "е", "ы", "и", "я", "ю", "ом", "ем", "ым", "им", "ои", "еи", "ых", "их", "ам", "ах",
	"ов", "ев", "ою", "ею", "ии", "ию", "ия", "ью", "ами", "ями", "ыми", "ими", "ием", "ого", "ому",
	"нинг", "ни", "га", "ка", "қа", "да", "дан", "лар", "ча", "даги", "ники", "гача", "ларни", "ларнинг",
	"ning", "ni", "ga", "ka", "qa", "da", "dan", "lar", "cha", "dagi", "niki", "gacha", "larni", "larning",
};
/* What a name ends with where these begin: Москва, Москвы. */
static const char *const nominatives[] = { "", "а", "я", "и", "ь", "о", "е" };
/* clang-format on */
enum {
	ENDING_COUNT = sizeof endings / sizeof *endings,
	NOMINATIVE_COUNT = sizeof nominatives / sizeof *nominatives,
	STEM_LEAST = 3 /* code points; shorter ones are chance */
};

static void add_name(struct known_names *known, const char *name, struct buf *folded)
{
	if (!name)
		return;
	buf_clear(folded);
	fold_add(folded, name, strlen(name));
	for (const char *at = folded->bytes + word_gap(folded->bytes); *at;
	     at += word_gap(at)) {
		size_t len = word_len(at);
		uint32_t before = known->words.count;
		const char *word = map_intern(&known->words, at, len);

		if (known->words.count > before) {
			known->sorted = arena_grow(known->words.arena, known->sorted,
						   known->count, sizeof *known->sorted);
			known->sorted[known->count++] = word;
		}
		at += len;
	}
}

static void add_names(struct known_names *known, const char *name,
		      const struct strings *others, struct buf *folded)
{
	add_name(known, name, folded);
	for (int i = 0; i < others->count; i++)
		add_name(known, others->at[i], folded);
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void known_init(struct known_names *known, const struct dossier *dossier,
		struct arena *arena)
{
	struct buf folded = BUF_INIT;

	known->is_ready = true;
	known->words.arena = arena;
	for (int i = 0; i < dossier->counts[KIND_ACTOR]; i++)
		add_names(known, dossier->actors[i].name, &dossier->actors[i].names,
			  &folded);
	for (int i = 0; i < dossier->counts[KIND_PLACE]; i++)
		add_names(known, dossier->places[i].name, &dossier->places[i].names,
			  &folded);
	if (known->count)
		qsort(known->sorted, (size_t)known->count, sizeof *known->sorted,
		      compare);
	buf_release(&folded);
}

/* Does some name begin with these bytes? */
static bool begins_name(const struct known_names *known, const char *word, size_t len)
{
	int low = 0, high = known->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (strncmp(known->sorted[middle], word, len) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < known->count && !strncmp(known->sorted[low], word, len);
}

static size_t points(const char *bytes, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += ((unsigned char)bytes[i] & 0xc0) != 0x80;
	return count;
}

/* Append the name that the stem is of.  False when none is known. */
static bool add_stem(const struct known_names *known, const char *stem, size_t len,
		     struct buf *out)
{
	size_t start = out->len;

	for (int i = 0; i < NOMINATIVE_COUNT; i++) {
		buf_add(out, stem, len);
		buf_str(out, nominatives[i]);
		if (map_get(&known->words, out->bytes + start, out->len - start))
			return true;
		buf_cut(out, start);
	}
	return false;
}

/* Append the name that is inflected in a word.  False when there is none. */
static bool add_uninflected(const struct known_names *known, const char *word, size_t len,
			    struct buf *out)
{
	if (begins_name(known, word, len))
		return false;
	for (int i = 0; i < ENDING_COUNT; i++) {
		size_t ending = strlen(endings[i]);

		if (len > ending && !memcmp(word + len - ending, endings[i], ending) &&
		    points(word, len - ending) >= STEM_LEAST &&
		    add_stem(known, word, len - ending, out))
			return true;
	}
	return false;
}

bool known_uninflect(const struct known_names *known, const char *phrase, struct buf *out)
{
	size_t start = out->len;
	bool has_name = false;

	while (*phrase) {
		size_t gap = word_gap(phrase), len = word_len(phrase + gap);

		buf_add(out, phrase, gap);
		if (len && add_uninflected(known, phrase + gap, len, out))
			has_name = true;
		else
			buf_add(out, phrase + gap, len);
		phrase += gap + len;
	}
	if (!has_name)
		buf_cut(out, start);
	return has_name;
}
