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

static void build_events(struct list *list, const struct list_source *source)
{
	struct query_view view = { source->query, source->index, { .kind = KIND_EVENT } };
	struct query_hits hits;

	query_run(&view, &list->arena, &hits);
	list->items = arena_array(&list->arena, (size_t)hits.count, sizeof *list->items);
	list->total = source->dossier->counts[KIND_EVENT];
	for (int i = 0; i < hits.count; i++)
		list->items[list->count++] =
			(struct item){ .ref = hits.refs[i], .truth = hits.truths[i] };
	list->possible_count = hits.possible_count;
}

static void build_thread(struct list *list, const struct list_source *source)
{
	const struct thread *thread = &source->dossier->threads[source->thread.index];
	size_t count = (size_t)thread->step_count;
	struct ref *refs = arena_array(&list->arena, count + 1, sizeof *refs);
	struct query_view view = { source->query, source->index, { 0 } };
	struct query_hits hits;

	for (size_t i = 0; i < count; i++)
		refs[i] = thread->steps[i].ref;
	view.scope = (struct query_scope){ .refs = refs, .count = (int)count };
	query_run(&view, &list->arena, &hits);
	list->items = arena_array(&list->arena, count, sizeof *list->items);
	list->total = thread->step_count;
	for (int i = 0; i < hits.count; i++)
		list->items[list->count++] =
			(struct item){ hits.refs[i], hits.truths[i],
				       hits.positions[i] + 1,
				       thread->steps[hits.positions[i]].note };
	list->possible_count = hits.possible_count;
}

void list_build(struct list *list, const struct list_source *source)
{
	arena_clear(&list->arena);
	*list = (struct list){ 0 };
	if (ref_is_none(source->thread))
		build_events(list, source);
	else
		build_thread(list, source);
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
