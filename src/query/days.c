#include "config.h"

#include "days.h"

#include "model/words.h"
#include "value.h"

/* The days of a date that is neither a set nor uncertain; as date_extent_within(). */
static void set_days(struct day_table *table, uint32_t i,
		     const struct date_extent *extent)
{
	const struct date_span *near = &extent->near;

	table->first[i] = near->start_min;
	table->last[i] = near->end_max;
	table->begun[i] = INT64_MAX;
	table->ended[i] = INT64_MIN;
	if (!extent->is_interval)
		return;
	/* An unknown end is not before the start, an unknown start not after the end. */
	table->begun[i] =
		extent->start_kind == DATE_END_UNKNOWN ? near->end_max : near->start_max;
	table->ended[i] =
		extent->end_kind == DATE_END_UNKNOWN ? near->start_min : near->end_min;
}

void day_table_init(struct day_table *table, const struct dossier *dossier,
		    enum kind kind, struct arena *arena)
{
	uint32_t count = (uint32_t)dossier->counts[kind];
	size_t words = (size_t)count / BITS + 1;

	table->is_ready = true;
	table->first = arena_array(arena, count, sizeof *table->first);
	table->last = arena_array(arena, count, sizeof *table->last);
	table->begun = arena_array(arena, count, sizeof *table->begun);
	table->ended = arena_array(arena, count, sizeof *table->ended);
	table->plain = arena_array(arena, words, sizeof *table->plain);
	table->odd = arena_array(arena, words, sizeof *table->odd);
	for (uint32_t i = 0; i < count; i++) {
		const struct when *when = words_when(dossier, (struct ref){ kind, i });
		bool is_given = when && when->extent.is_given;
		uint64_t bit = UINT64_C(1) << i % BITS;

		if (!is_given)
			continue;
		if (when->extent.members || when->extent.is_uncertain) {
			table->odd[i / BITS] |= bit;
		} else {
			table->plain[i / BITS] |= bit;
			set_days(table, i, &when->extent);
		}
	}
}

/* --- Runs of days --- */

/* Sort the runs and join those that touch. */
static void join_days(struct days *days)
{
	int used = 0;

	for (int i = 1; i < days->count; i++)
		for (int j = i; j && days->at[j].first < days->at[j - 1].first; j--) {
			struct day_run run = days->at[j];

			days->at[j] = days->at[j - 1];
			days->at[j - 1] = run;
		}
	for (int i = 1; i < days->count; i++) {
		struct day_run *last = &days->at[used];

		if (last->last != INT64_MAX && days->at[i].first > last->last + 1)
			days->at[++used] = days->at[i];
		else if (days->at[i].last > last->last)
			last->last = days->at[i].last;
	}
	days->count = days->count ? used + 1 : 0;
}

/* Of a set that is one of its members, each must lie within some run to be sure. */
static enum truth within(const struct date_extent *extent, const struct days *days)
{
	enum truth least = TRUTH_YES, most = TRUTH_NO;

	for (int i = 0; extent->members && i < extent->member_count; i++) {
		enum truth truth = within(&extent->members[i], days);

		least = truth < least ? truth : least;
		most = truth > most ? truth : most;
	}
	if (extent->members)
		return extent->is_all || least == most ? most : TRUTH_MAYBE;
	for (int i = 0; i < days->count; i++) {
		enum truth truth =
			date_extent_within(extent, days->at[i].first, days->at[i].last);

		most = truth > most ? truth : most;
	}
	return most;
}

/* Raise those of 64 records from `at` on that the run is true of; no branches. */
static void find_plain(const struct day_table *table, uint32_t at, struct day_run run,
		       struct truths *found)
{
	uint32_t end = found->count - at < BITS ? found->count : at + BITS;
	uint64_t any = 0, sure = 0;

	for (uint32_t i = at; i < end; i++) {
		int64_t first = table->first[i], last = table->last[i];
		bool is_near = (first <= run.last) & (last >= run.first);
		bool is_inside = (first >= run.first) & (last <= run.last);
		bool is_long =
			(table->begun[i] <= run.last) & (table->ended[i] >= run.first);

		any |= (uint64_t)is_near << (i - at);
		sure |= (uint64_t)(is_near & (is_inside | is_long)) << (i - at);
	}
	found->any[at / BITS] |= any & table->plain[at / BITS];
	found->sure[at / BITS] |= sure & table->plain[at / BITS];
}

/* Raise those whose dates must be looked at. */
static void find_odd(struct query_index *index, enum kind kind, const struct days *days,
		     struct truths *found)
{
	const uint64_t *odd = index_days(index, kind)->odd;

	for (uint32_t i = bits_next(odd, 0, found->count); i < found->count;
	     i = bits_next(odd, i + 1, found->count)) {
		enum truth truth = within(
			&words_when(index->dossier, (struct ref){ kind, i })->extent,
			days);

		if (truth >= TRUTH_MAYBE)
			truths_raise(found, i, truth == TRUTH_YES);
	}
}

void days_find(struct query_index *index, enum kind kind, const struct node *term,
	       struct truths *found)
{
	const struct day_table *table = index_days(index, kind);
	struct arena arena = { 0 };
	struct days days = { .arena = &arena };
	struct buf why = BUF_INIT;

	for (int i = 0; i < term->count; i++)
		value_days(term->field, term->values[i], &days, &why);
	join_days(&days);
	for (int i = 0; i < days.count; i++)
		for (uint32_t at = 0; at < found->count; at += BITS)
			find_plain(table, at, days.at[i], found);
	find_odd(index, kind, &days, found);
	buf_release(&why);
	arena_clear(&arena);
}
