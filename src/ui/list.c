#include "config.h"

#include "list.h"

#include <assert.h>
#include <stdlib.h>

bool filters_are_on(const struct query *query)
{
	for (int i = 0; i < query_count(query); i++)
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

static struct query_scope steps_of(const struct thread *thread, struct arena *arena)
{
	struct ref *refs = arena_array(arena, (size_t)thread->step_count, sizeof *refs);

	for (int i = 0; i < thread->step_count; i++)
		refs[i] = thread->steps[i].ref;
	return (struct query_scope){ .refs = refs, .count = thread->step_count };
}

/* Some listings take a part of the records of a kind, or another order. */
static struct query_scope chosen_of(const struct dossier *dossier,
				    const struct doc_listing *listing,
				    struct arena *arena)
{
	int count = dossier->counts[listing->kind];
	struct query_scope scope = { .kind = KIND_NONE };
	struct ref *refs = arena_array(arena, (size_t)count, sizeof *refs);

	for (int i = 0; i < count; i++) {
		struct ref ref = { listing->kind, (uint32_t)i };

		if (!listing->has || listing->has(dossier, ref))
			refs[scope.count++] = ref;
	}
	scope.refs = refs;
	return scope;
}

struct query_scope list_scope(const struct list_world *world, int listing,
			      struct ref thread, struct arena *arena)
{
	const struct dossier *dossier = world->dossier;

	assert(listing >= 0 && listing < LIST_COUNT);
	if (!ref_is_none(thread))
		return steps_of(&dossier->threads[thread.index], arena);
	const struct doc_listing *found = &doc_listings[listing];

	if (found->has)
		return chosen_of(dossier, found, arena);
	return (struct query_scope){ .kind = found->kind,
				     .count = dossier->counts[found->kind] };
}

static int diag_count(const struct diags *diags)
{
	return diags ? diags->error_count + diags->warning_count : 0;
}

/* No filter asks about problems: all are listed. */
static void build_problems(struct list *list, const struct diags *diags)
{
	list->count = list->total = diag_count(diags);
	list->items = arena_array(&list->arena, (size_t)list->count, sizeof *list->items);
	for (int i = 0; i < list->count; i++)
		list->items[i] = (struct item){ .ref = { KIND_PROBLEM, (uint32_t)i },
						.truth = TRUTH_YES };
}

void list_build(struct list *list, const struct list_world *world,
		const struct query *query, const struct where *at)
{
	struct query_view view = { .query = query, .index = world->index };
	struct query_hits hits = { 0 };

	arena_clear(&list->arena);
	*list = (struct list){ 0 };
	if (at->listing == LIST_PROBLEMS) {
		build_problems(list, world->diags);
		return;
	}
	const struct thread *thread =
		ref_is_none(at->thread) ? NULL
					: &world->dossier->threads[at->thread.index];

	view.scope = list_scope(world, at->listing, at->thread, &list->arena);
	query_run(&view, &list->arena, &hits);
	list->items = arena_array(&list->arena, (size_t)hits.count, sizeof *list->items);
	list->total = view.scope.count;
	list->possible_count = hits.possible_count;
	for (int i = 0; i < hits.count; i++) {
		struct item *item = &list->items[list->count++];

		*item = (struct item){ .ref = hits.refs[i], .truth = hits.truths[i] };
		if (thread) {
			item->step = hits.positions[i] + 1;
			if (item->step > list->last_step)
				list->last_step = item->step;
			item->note = thread->steps[hits.positions[i]].note;
		}
	}
}

struct tally list_tally(const struct list_world *world, const struct query *query,
			int listing, struct ref thread)
{
	struct arena arena = { 0 };
	struct query_view view = { .query = query, .index = world->index };
	struct tally tally = { 0 };

	view.scope = list_scope(world, listing, thread, &arena);
	tally.total = view.scope.count;
	tally.sure = query_count_hits(&view, &tally.possible);
	tally.sure -= tally.possible;
	arena_clear(&arena);
	return tally;
}

int list_find(const struct list *list, struct ref ref)
{
	for (int i = 0; i < list->count; i++)
		if (ref_equal(list->items[i].ref, ref))
			return i;
	return -1;
}

int list_nearest(const struct list *list, const struct list_world *world,
		 const struct where *at, struct ref ref)
{
	const struct thread *thread =
		ref_is_none(at->thread) ? NULL
					: &world->dossier->threads[at->thread.index];
	int place = thread ? thread_step(thread, ref) : (int)ref.index, best = -1;
	int best_distance = 0, sure = list->count - list->possible_count;

	/* What only may match is selected when there is nothing else. */
	for (int i = 0; i < (sure ? sure : list->count); i++) {
		const struct item *item = &list->items[i];
		int here = thread ? item->step : (int)item->ref.index;
		int distance = abs(here - place);

		if (best < 0 || distance < best_distance) {
			best = i;
			best_distance = distance;
		}
	}
	return best;
}
