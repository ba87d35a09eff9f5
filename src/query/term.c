#include "config.h"

#include "term.h"

#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "words.h"

/* More digits than any year that day_of() takes. */
enum { YEAR_DIGITS = 9 };

struct query_term *term_new(const struct dossier *dossier, enum query_field field,
			    bool is_negated)
{
	struct arena arena = { 0 };
	struct query_term *term = arena_alloc(&arena, sizeof *term);

	term->truths = arena_alloc(&arena, (size_t)dossier->counts[KIND_EVENT]);
	term->arena = arena;
	term->field = field;
	term->is_negated = is_negated;
	term->is_on = true;
	term->space = space_of(dossier, field, &term->arena);
	term->picked = arena_alloc(&term->arena, term->space.count);
	return term;
}

/* Every event whose date lies within the days, beside what was found before. */
static void find_days(struct query_term *term, int64_t first, int64_t last)
{
	const struct dossier *dossier = term->space.dossier;

	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++) {
		enum truth truth =
			date_extent_within(&dossier->events[i].date.extent, first, last);

		if (truth >= TRUTH_MAYBE && truth > term->truths[i])
			term->truths[i] = (unsigned char)truth;
	}
}

/* "2005", "-0044"; the end of it, or NULL when there is no year. */
static const char *read_year(const char *text, int64_t *year)
{
	size_t sign = *text == '-';
	size_t digits = strspn(text + sign, "0123456789");

	if (!digits || digits > YEAR_DIGITS)
		return NULL;
	*year = strtoll(text, NULL, 10);
	return text + sign + digits;
}

static bool add_years(struct query_term *term, const char *value, struct buf *why)
{
	int64_t first = 0, last = 0;
	const char *at = read_year(value, &first);
	bool has_first = at, has_last = false;

	at = at ? at : value;
	if (has_first && !*at) {
		last = first;
		has_last = true;
	} else if (!strncmp(at, "..", 2)) {
		const char *end = read_year(at + 2, &last);

		has_last = end;
		at = end ? end : at + 2;
	}
	if (*at || (!has_first && !has_last)) {
		buf_printf(why,
			   "\"%s\" is no year; write 2005, 2001..2005, ..1999 or 2016..",
			   value);
		return false;
	}
	if (has_first && has_last && first > last) {
		buf_printf(why, "the years run backwards; write %lld..%lld",
			   (long long)last, (long long)first);
		return false;
	}
	find_days(term, has_first ? day_of(first, 1, 1) : INT64_MIN,
		  has_last ? day_of(last, 12, 31) : INT64_MAX);
	return true;
}

static bool add_date(struct query_term *term, const char *value, struct buf *why)
{
	struct date_fault fault;
	const struct date *date = date_parse(&term->arena, value, strlen(value), &fault);

	if (!date) {
		buf_printf(why, "\"%s\" is no date: %s%s%s", value, fault.message,
			   fault.remedy ? "; " : "", fault.remedy ? fault.remedy : "");
		return false;
	}
	struct date_extent extent = date_extent(date);

	find_days(term, extent.start_min, extent.end_max);
	return true;
}

/* Fold the words of all events, once a query. */
static void make_texts(struct query *query, const struct dossier *dossier)
{
	size_t count = (size_t)dossier->counts[KIND_EVENT];
	const char **texts = arena_array(&query->arena, count, sizeof *texts);
	struct buf words = BUF_INIT;

	for (size_t i = 0; i < count; i++) {
		buf_clear(&words);
		words_of_event(dossier, (uint32_t)i, &words);
		texts[i] = arena_strndup(&query->arena, words.bytes, words.len);
	}
	buf_release(&words);
	query->texts = texts;
}

static bool add_words(struct query_term *term, struct query *query, const char *value,
		      struct buf *why)
{
	const struct dossier *dossier = term->space.dossier;
	struct buf folded = BUF_INIT;
	bool has_words;

	fold_add(&folded, value, strlen(value));
	has_words = folded.len > 0 && strcmp(folded.bytes, " ") != 0;
	if (!has_words)
		buf_printf(why, "\"%s\" has no letters to search for", value);
	if (has_words && !query->texts)
		make_texts(query, dossier);
	for (int i = 0; has_words && i < dossier->counts[KIND_EVENT]; i++)
		if (words_have(query->texts[i], folded.bytes))
			term->truths[i] = TRUTH_YES;
	buf_release(&folded);
	return has_words;
}

static bool add_key(struct query_term *term, const char *value, struct buf *why)
{
	if (space_pick(&term->space, value, term->picked))
		return true;
	buf_printf(why, "no %s is called \"%s\"", query_fields[term->field].name, value);
	space_suggest(&term->space, value, why);
	return false;
}

static void keep_value(struct query_term *term, const char *value)
{
	term->values = arena_grow(&term->arena, term->values, term->value_count,
				  &term->value_room, sizeof *term->values);
	term->values[term->value_count++] = arena_strdup(&term->arena, value);
}

bool term_add(struct query_term *term, struct query *query, const char *value,
	      struct buf *why)
{
	keep_value(term, value);
	if (term->field == QUERY_TEXT)
		return add_words(term, query, value, why);
	if (term->field == QUERY_YEAR)
		return add_years(term, value, why);
	if (term->field == QUERY_DATE)
		return add_date(term, value, why);
	return add_key(term, value, why);
}

static void find_keys(struct query_term *term)
{
	struct keys keys = { .arena = &term->arena };
	int count = term->space.dossier->counts[KIND_EVENT];

	for (int i = 0; i < count; i++) {
		space_keys(&term->space, (uint32_t)i, &keys);
		for (int j = 0; j < keys.count; j++)
			if (term->picked[keys.at[j].key] &&
			    keys.at[j].truth > term->truths[i])
				term->truths[i] = (unsigned char)keys.at[j].truth;
	}
}

void term_finish(struct query_term *term)
{
	static const unsigned char opposites[] = {
		[TRUTH_NO] = TRUTH_YES,
		[TRUTH_MAYBE] = TRUTH_MAYBE,
		[TRUTH_YES] = TRUTH_NO,
	};
	int count = term->space.dossier->counts[KIND_EVENT];

	if (term->field != QUERY_YEAR)
		find_keys(term);
	for (int i = 0; term->is_negated && i < count; i++)
		term->truths[i] = opposites[term->truths[i]];
}

void term_free(struct query_term *term)
{
	struct arena arena = term->arena;

	arena_clear(&arena);
}
