#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "eval.h"
#include "value.h"

/*
 * Choosing a value adds a term on the field to the other terms.  So its hits are the
 * records where all of these hold, and where some row of the field's group, on which
 * the other terms of that group hold, has the key.
 */
struct counting {
	struct query_index *index;
	enum query_field field;
	enum group group;
	struct all_of all; /* the terms, the choice among them ... */
	int chosen;	   /* ... here */
	struct arena *arena;
	struct count {
		int all, possible;
		enum truth best; /* of the present record */
	} * counts;		 /* of each key */
	uint32_t *touched;	 /* the keys that the present record has */
	uint32_t touched_count;
};

/* What is counted for the records of a kind. */
struct kind_found {
	bool is_ready;
	struct truths records, rows;
};

static void find_kind(struct counting *counting, enum kind kind, struct kind_found *found)
{
	struct eval eval = { counting->index, kind, counting->arena };

	found->is_ready = true;
	found->records =
		eval_apart(&eval, &counting->all, counting->chosen, &found->rows);
}

/* The keys of a row, of which the other terms are true as `truth` says. */
static void touch_row(struct counting *counting, const struct key_table *table,
		      uint32_t row, enum truth truth)
{
	for (uint32_t i = table->row_first[row]; i < table->row_first[row + 1]; i++) {
		struct count *count = &counting->counts[table->keys[i].id];
		enum truth both = table->keys[i].is_sure ? truth : TRUTH_MAYBE;

		if (count->best == TRUTH_NO)
			counting->touched[counting->touched_count++] = table->keys[i].id;
		count->best = both > count->best ? both : count->best;
	}
}

static void count_record(struct counting *counting, const struct kind_found *found,
			 struct ref record)
{
	enum kind kind = (enum kind)record.kind;
	const struct rows *rows = index_rows(counting->index, kind, counting->group);
	const struct key_table *table =
		index_table(counting->index, kind, counting->field);
	enum truth truth = truths_get(&found->records, record.index);

	if (truth == TRUTH_NO)
		return;
	for (uint32_t row = rows->first[record.index];
	     row < rows->first[record.index + 1]; row++) {
		enum truth of_row =
			counting->group ? truths_get(&found->rows, row) : TRUTH_YES;

		if (of_row != TRUTH_NO)
			touch_row(counting, table, row, of_row < truth ? of_row : truth);
	}
	for (uint32_t i = 0; i < counting->touched_count; i++) {
		struct count *count = &counting->counts[counting->touched[i]];

		count->all++;
		count->possible += count->best == TRUTH_MAYBE;
		count->best = TRUTH_NO;
	}
	counting->touched_count = 0;
}

static void count_scope(struct counting *counting, const struct query_scope *scope)
{
	struct kind_found found[KIND_COUNT] = { 0 };
	uint32_t count = scope->refs ? (uint32_t)scope->count
				     : index_count(counting->index, scope->kind);

	for (uint32_t i = 0; i < count; i++) {
		struct ref ref =
			scope->refs ? scope->refs[i] : (struct ref){ scope->kind, i };

		if (ref_is_none(ref))
			continue;
		if (!found[ref.kind].is_ready)
			find_kind(counting, (enum kind)ref.kind, &found[ref.kind]);
		count_record(counting, &found[ref.kind], ref);
	}
}

/* --- The list --- */

/* Which keys the terms that choosing would replace pick, of those that are on. */
static bool *chosen_keys(const struct query_view *view, enum query_field field,
			 struct arena *arena)
{
	const struct query *query = view->query;
	struct picks picks = { .arena = arena };
	bool *chosen = arena_array(arena, space_count(index_space(view->index, field)),
				   sizeof *chosen);

	for (int i = 0; query && i < query->term_count; i++) {
		const struct query_term *term = &query->terms[i];

		for (int j = 0;
		     term->is_on && query_is_choice(term, field) && j < term->node->count;
		     j++)
			value_pick(view->index, field, term->node->values[j], &picks);
	}
	for (int i = 0; i < picks.count; i++)
		chosen[picks.at[i]] = true;
	return chosen;
}

/* The names after the first two, with blanks between them. */
static const char *join_names(const char *const *names, struct arena *arena)
{
	struct buf joined = BUF_INIT;
	const char *all = NULL;

	for (int i = 2; names[1] && names[i]; i++) {
		if (joined.len)
			buf_char(&joined, ' ');
		buf_str(&joined, names[i]);
	}
	if (joined.len)
		all = arena_strdup(arena, joined.bytes);
	buf_release(&joined);
	return all;
}

static int compare_years(const void *a, const void *b)
{
	const struct facet *first = a, *second = b;
	long long one = atoll(first->value), other = atoll(second->value);

	if (first->is_chosen != second->is_chosen)
		return second->is_chosen - first->is_chosen;
	return (one > other) - (one < other);
}

static int compare_counts(const void *a, const void *b)
{
	const struct facet *first = a, *second = b;

	if (first->is_chosen != second->is_chosen)
		return second->is_chosen - first->is_chosen;
	if (first->count != second->count)
		return second->count - first->count;
	int order = strcmp(first->label, second->label);

	return order ? order : strcmp(first->value, second->value);
}

static const struct facet *list_facets(struct counting *counting, const bool *chosen,
				       struct arena *arena, int *count)
{
	struct space *space = index_space(counting->index, counting->field);
	uint32_t keys = space_hidden(space);
	struct facet *facets;

	*count = 0;
	for (uint32_t key = 0; key < keys; key++)
		*count += counting->counts[key].all || chosen[key];
	facets = arena_array(arena, (size_t)*count, sizeof *facets);
	*count = 0;
	for (uint32_t key = 0; key < keys; key++) {
		const struct count *found = &counting->counts[key];
		const char *const *names =
			found->all || chosen[key] ? space_names(space, key) : NULL;

		if (names)
			facets[(*count)++] = (struct facet){
				.value = names[0],
				.label = names[1] ? names[1] : names[0],
				.names = join_names(names, arena),
				.count = found->all,
				.possible_count = found->possible,
				.is_chosen = chosen[key],
			};
	}
	qsort(facets, (size_t)*count, sizeof *facets,
	      counting->field == QUERY_YEAR ? compare_years : compare_counts);
	return facets;
}

const struct facet *query_facets(const struct query_view *view, enum query_field field,
				 struct arena *arena, int *count)
{
	struct arena scratch = { 0 };
	struct counting counting = { .index = view->index,
				     .field = field,
				     .arena = &scratch };
	const struct facet *facets;

	*count = 0;
	if (!query_fields[field].keys)
		return NULL;
	uint32_t keys = space_count(index_space(view->index, field));

	counting.group = query_fields[field].keys->group;
	counting.all = query_with_choice(view->query, field, &scratch, &counting.chosen);
	counting.counts = arena_array(&scratch, keys, sizeof *counting.counts);
	counting.touched = arena_array(&scratch, keys, sizeof *counting.touched);
	count_scope(&counting, &view->scope);
	facets = list_facets(&counting, chosen_keys(view, field, &scratch), arena, count);
	arena_clear(&scratch);
	return facets;
}

/* --- Choosing --- */

static bool add_choice(struct query *query, struct query_index *index,
		       const struct query_choice *choice)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "%s%s", query_fields[choice->field].name,
		   choice->field ? ":" : "");
	for (int i = 0; i < choice->count; i++) {
		if (i)
			buf_char(&text, ',');
		node_print_value(choice->values[i], choice->field, &text);
	}
	bool is_added = query_add(query, index, text.bytes, NULL);

	buf_release(&text);
	return is_added;
}

bool query_choose(struct query *query, struct query_index *index,
		  const struct query_choice *choice)
{
	struct query changed = { 0 }, added = { 0 };
	bool is_placed = !choice->count, is_possible;

	is_possible = is_placed || add_choice(&added, index, choice);
	for (int i = 0; i < query->term_count; i++) {
		const struct query_term *term = &query->terms[i];
		bool is_replaced = query_is_choice(term, choice->field);

		if (is_replaced && is_placed)
			continue;
		query_push(&changed,
			   is_replaced && is_possible ? added.terms->node : term->node,
			   is_replaced || term->is_on);
		is_placed |= is_replaced;
	}
	if (!is_placed && is_possible)
		query_push(&changed, added.terms->node, true);
	is_possible &= changed.term_count <= QUERY_TERMS_MOST;
	if (is_possible) {
		query->term_count = 0;
		for (int i = 0; i < changed.term_count; i++)
			query_push(query, changed.terms[i].node, changed.terms[i].is_on);
		arena_join(&query->arena, &added.arena);
	}
	query_release(&changed);
	query_release(&added);
	return is_possible;
}
