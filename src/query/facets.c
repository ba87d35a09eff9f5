#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "term.h"

static int compare_years(const void *a, const void *b)
{
	long long first = atoll(((const struct facet *)a)->value);
	long long second = atoll(((const struct facet *)b)->value);

	return (first > second) - (first < second);
}

static int compare_counts(const void *a, const void *b)
{
	const struct facet *first = a, *second = b;

	if (first->count != second->count)
		return second->count - first->count;
	int order = strcmp(first->label, second->label);

	return order ? order : strcmp(first->value, second->value);
}

/* The query but for the terms of one field. */
static struct query without(const struct query *query, enum query_field field,
			    struct arena *arena)
{
	struct query others = { 0 };

	others.terms = arena_array(arena, (size_t)query->term_count,
				   sizeof(struct query_term *));
	for (int i = 0; i < query->term_count; i++)
		if (query->terms[i]->field != field)
			others.terms[others.term_count++] = query->terms[i];
	return others;
}

/* Count the hits' keys: counts[key][0] of all, counts[key][1] of the possible ones. */
static void count_keys(const struct space *space, const struct query_hits *hits,
		       int (*counts)[2])
{
	struct keys keys = { .arena = space->arena };

	for (int i = 0; i < hits->count; i++) {
		space_keys(space, hits->events[i], &keys);
		for (int j = 0; j < keys.count; j++) {
			int *count = counts[keys.at[j].key];

			count[0]++;
			count[1] += hits->truths[i] == TRUTH_MAYBE ||
				    keys.at[j].truth == TRUTH_MAYBE;
		}
	}
}

const struct facet *query_facets(const struct query *query, const struct dossier *dossier,
				 struct ref thread, enum query_field field,
				 struct arena *arena, int *count)
{
	struct space space = space_of(dossier, field, arena);
	struct query others = without(query, field, arena);
	struct names names = { .arena = arena };
	struct query_hits hits;
	int(*counts)[2] = arena_array(arena, space.count, sizeof *counts);
	struct facet *facets = arena_array(arena, space.count, sizeof *facets);

	query_run(&others, dossier, thread, arena, &hits);
	count_keys(&space, &hits, counts);
	*count = 0;
	for (uint32_t key = 0; key < space.count; key++) {
		if (!counts[key][0])
			continue;
		space_names(&space, key, &names);
		facets[(*count)++] = (struct facet){ names.at[0], names.at[1],
						     counts[key][0], counts[key][1] };
	}
	qsort(facets, (size_t)*count, sizeof *facets,
	      field == QUERY_YEAR ? compare_years : compare_counts);
	return facets;
}
