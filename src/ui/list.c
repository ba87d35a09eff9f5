#include "config.h"

#include "list.h"

#include <stdlib.h>

bool filters_are_on(const struct query *query)
{
	for (int i = 0; i < query->term_count; i++)
		if (query_is_on(query, i))
			return true;
	return false;
}

int thread_step(const struct thread *thread, struct ref ref)
{
	for (int i = 0; i < thread->step_count; i++)
		if (ref_equal(thread->steps[i].ref, ref))
			return i + 1;
	return 0;
}

static void build_events(struct list *list, const struct dossier *dossier,
			 const struct query *query)
{
	struct query_hits hits = { 0 };

	query_run(query, dossier, (struct ref){ 0 }, &list->arena, &hits);
	list->items = arena_array(&list->arena, (size_t)hits.count, sizeof *list->items);
	list->total = dossier->counts[KIND_EVENT];
	for (int i = 0; i < hits.count; i++)
		list->items[list->count++] =
			(struct item){ .ref = { KIND_EVENT, hits.events[i] },
				       .truth = hits.truths[i] };
	list->possible_count = hits.possible_count;
}

/* Filters ask about events: what is none answers only when nothing is asked. */
static enum truth step_truth(const struct dossier *dossier, const struct query *query,
			     struct ref ref)
{
	struct ref home = dossier_home(dossier, ref);

	if (ref_is_none(ref))
		return TRUTH_NO;
	if (!filters_are_on(query))
		return TRUTH_YES;
	return home.kind == KIND_EVENT ? query_match(query, dossier, home.index)
				       : TRUTH_NO;
}

static void add_steps(struct list *list, const struct thread *thread,
		      const enum truth *truths, enum truth wanted)
{
	for (int i = 0; i < thread->step_count; i++)
		if (truths[i] == wanted)
			list->items[list->count++] =
				(struct item){ thread->steps[i].ref, wanted, i + 1,
					       thread->steps[i].note };
}

static void build_thread(struct list *list, const struct dossier *dossier,
			 const struct query *query, const struct thread *thread)
{
	size_t count = (size_t)thread->step_count;
	enum truth *truths = arena_array(&list->arena, count, sizeof *truths);

	list->items = arena_array(&list->arena, count, sizeof *list->items);
	list->total = thread->step_count;
	for (size_t i = 0; i < count; i++)
		truths[i] = step_truth(dossier, query, thread->steps[i].ref);
	add_steps(list, thread, truths, TRUTH_YES);
	int sure = list->count;

	add_steps(list, thread, truths, TRUTH_MAYBE);
	list->possible_count = list->count - sure;
}

void list_build(struct list *list, const struct dossier *dossier,
		const struct query *query, struct ref thread)
{
	arena_clear(&list->arena);
	*list = (struct list){ 0 };
	if (ref_is_none(thread))
		build_events(list, dossier, query);
	else
		build_thread(list, dossier, query, &dossier->threads[thread.index]);
}

int list_find(const struct list *list, struct ref ref)
{
	for (int i = 0; i < list->count; i++)
		if (ref_equal(list->items[i].ref, ref))
			return i;
	return -1;
}

int list_nearest(const struct list *list, const struct dossier *dossier,
		 struct ref thread, struct ref ref)
{
	const struct thread *path =
		ref_is_none(thread) ? NULL : &dossier->threads[thread.index];
	int place = path ? thread_step(path, ref) : (int)ref.index, best = -1;
	int best_distance = 0, sure = list->count - list->possible_count;

	/* What only may be a hit is selected when there is nothing else. */
	for (int i = 0; i < (sure ? sure : list->count); i++) {
		const struct item *item = &list->items[i];
		int distance = abs((path ? item->step : (int)item->ref.index) - place);

		if (best < 0 || distance < best_distance) {
			best = i;
			best_distance = distance;
		}
	}
	return place || !path ? best : list->count ? 0 : -1;
}
