#include "config.h"

#include "value.h"

#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "words.h"

/* More digits than any year that day_of() takes. */
enum { YEAR_DIGITS = 9 };

static void add_days(struct days *days, int64_t first, int64_t last)
{
	days->at = arena_grow(days->arena, days->at, days->count, sizeof *days->at);
	days->at[days->count++] = (struct day_run){ first, last };
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

static bool add_years(const char *value, struct days *days, struct buf *why)
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
			   "invalid year \"%s\"; expected 2005, 2001..2005, ..1999 or "
			   "2016..",
			   value);
		return false;
	}
	if (has_first && has_last && first > last) {
		buf_printf(why, "the range ends before it begins; write %lld..%lld",
			   (long long)last, (long long)first);
		return false;
	}
	add_days(days, has_first ? day_of(first, 1, 1) : INT64_MIN,
		 has_last ? day_of(last, 12, 31) : INT64_MAX);
	return true;
}

static bool add_date(const char *value, struct days *days, struct buf *why)
{
	struct date_fault fault;
	const struct date *date = date_parse(days->arena, value, strlen(value), &fault);

	if (!date) {
		buf_printf(why, "invalid date \"%s\": %s%s%s", value, fault.message,
			   fault.remedy ? "; " : "", fault.remedy ? fault.remedy : "");
		return false;
	}
	struct date_extent extent = date_extent(date);

	if (!extent.members)
		add_days(days, extent.start_min, extent.end_max);
	for (int i = 0; extent.members && i < extent.member_count; i++)
		add_days(days, extent.members[i].start_min, extent.members[i].end_max);
	return true;
}

bool value_days(enum query_field field, const char *value, struct days *days,
		struct buf *why)
{
	return field == QUERY_YEAR ? add_years(value, days, why)
				   : add_date(value, days, why);
}

void value_phrases(struct query_index *index, const char *value, struct buf *out)
{
	struct buf folded = BUF_INIT;
	size_t blank;

	fold_add(&folded, value, strlen(value));
	blank = *folded.bytes == ' ';
	if (folded.len > blank) {
		buf_str(out, folded.bytes + blank);
		buf_char(out, '\n');
		if (known_uninflect(index_known(index), folded.bytes + blank, out))
			buf_char(out, '\n');
	}
	buf_release(&folded);
}

static bool check_words(struct query_index *index, const char *value, struct buf *why)
{
	struct buf phrases = BUF_INIT;

	value_phrases(index, value, &phrases);
	bool has_words = phrases.len > 0;

	if (!has_words)
		buf_printf(why, "\"%s\" has no letters to search for", value);
	buf_release(&phrases);
	return has_words;
}

static bool takes_answer(enum query_field field)
{
	return field == QUERY_SUPPLIED || field == QUERY_DAMAGED || field == QUERY_QUOTED;
}

static bool check_keys(struct query_index *index, enum query_field field,
		       const char *value, struct buf *why)
{
	struct arena arena = { 0 };
	struct picks picks = { .arena = &arena };
	bool is_known = value_pick(index, field, value, &picks);

	if (!is_known && takes_answer(field)) {
		buf_printf(why, "invalid answer \"%s\"; expected yes or no", value);
	} else if (!is_known) {
		buf_printf(why, "unknown %s \"%s\"", query_fields[field].name, value);
		value_suggest(index, field, value, why);
	}
	for (int i = 0; field == QUERY_VIEW && is_known && i < picks.count; i++)
		is_known = view_check(index, picks.at[i], why);
	arena_clear(&arena);
	return is_known;
}

bool value_check(struct query_index *index, enum query_field field, const char *value,
		 struct buf *why)
{
	struct arena arena = { 0 };
	struct days days = { .arena = &arena };

	if (field == QUERY_TEXT || field == QUERY_TITLE)
		return check_words(index, value, why);
	if (field != QUERY_YEAR && field != QUERY_DATE)
		return check_keys(index, field, value, why);
	bool is_valid = value_days(field, value, &days, why);

	arena_clear(&arena);
	return is_valid;
}
