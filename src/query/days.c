#include "config.h"

#include "days.h"

#include "model/words.h"
#include "value.h"

void day_table_init(struct day_table *table, const struct dossier *dossier,
		    enum kind kind, struct arena *arena)
{
	uint32_t count = (uint32_t)dossier->counts[kind];

	table->is_ready = true;
	table->first = arena_array(arena, count, sizeof *table->first);
	table->last = arena_array(arena, count, sizeof *table->last);
	for (uint32_t i = 0; i < count; i++) {
		const struct when *when = words_when(dossier, (struct ref){ kind, i });
		bool is_given = when && when->extent.is_given;

		/* A set is asked member by member; what has no date is never asked. */
		table->first[i] = !is_given		 ? INT64_MAX
				  : when->extent.members ? INT64_MIN
							 : when->extent.near.start_min;
		table->last[i] = !is_given		? INT64_MIN
				 : when->extent.members ? INT64_MAX
							: when->extent.near.end_max;
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

/* Of those that are near some day from the first to the last, the truth. */
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
	int64_t first = days.count ? days.at[0].first : INT64_MAX;
	int64_t last = days.count ? days.at[days.count - 1].last : INT64_MIN;

	for (uint32_t i = 0; i < found->count; i++) {
		if (table->first[i] > last || table->last[i] < first)
			continue;
		const struct when *when =
			words_when(index->dossier, (struct ref){ kind, i });
		enum truth truth = when && when->extent.is_given
					   ? within(&when->extent, &days)
					   : TRUTH_NO;

		if (truth >= TRUTH_MAYBE)
			truths_raise(found, i, truth == TRUTH_YES);
	}
	buf_release(&why);
	arena_clear(&arena);
}
