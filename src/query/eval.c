#include "config.h"

#include "eval.h"

#include <assert.h>
#include <string.h>

#include "days.h"
#include "value.h"

enum group node_group(const struct node *node)
{
	if (node->type == NODE_TERM)
		return query_fields[node->field].keys
			       ? query_fields[node->field].keys->group
			       : GROUP_NONE;
	if (node->type != NODE_ANY)
		return GROUP_NONE;
	enum group group = node_group(node->children[0]);

	for (int i = 1; i < node->count; i++)
		if (node_group(node->children[i]) != group)
			return GROUP_NONE;
	return group;
}

/* --- Terms --- */

static void find_words(const struct eval *eval, const struct node *term,
		       struct truths *found)
{
	const struct text_table *table =
		index_texts(eval->index, eval->kind, term->field);
	struct buf phrases = BUF_INIT;

	for (int i = 0; i < term->count; i++)
		value_phrases(eval->index, term->values[i], &phrases);
	for (char *at = phrases.bytes; *at; at += strlen(at) + 1) {
		at[strcspn(at, "\n")] = '\0';
		text_table_find(table, at, found);
	}
	buf_release(&phrases);
}

static void find_keys(const struct eval *eval, const struct node *term,
		      struct truths *found)
{
	struct arena arena = { 0 };
	struct picks picks = { .arena = &arena };
	const struct key_table *table = index_table(eval->index, eval->kind, term->field);

	for (int i = 0; i < term->count; i++)
		value_pick(eval->index, term->field, term->values[i], &picks);
	for (int i = 0; i < picks.count; i++)
		for (uint32_t j = table->key_first[picks.at[i]];
		     j < table->key_first[picks.at[i] + 1]; j++)
			truths_raise(found, table->rows[j].id, table->rows[j].is_sure);
	arena_clear(&arena);
}

/* A view keeps its own answers; those of its terms must not drive out this one. */
static struct truths eval_views(const struct eval *eval, const struct node *term)
{
	struct picks picks = { .arena = eval->arena };
	struct truths found =
		truths_new(eval->arena, index_count(eval->index, eval->kind));

	for (int i = 0; i < term->count; i++)
		value_pick(eval->index, term->field, term->values[i], &picks);
	for (int i = 0; i < picks.count; i++)
		truths_or(&found, index_view(eval->index, eval->kind, picks.at[i]));
	return found;
}

/* The rows of the term's group that it is true of. */
static struct truths eval_term(const struct eval *eval, const struct node *term)
{
	if (term->field == QUERY_VIEW)
		return eval_views(eval, term);
	struct buf question = BUF_INIT;

	buf_printf(&question, "term %d ", (int)eval->kind);
	node_print(term, &question);
	const struct truths *known = index_recall(eval->index, question.bytes);

	if (!known) {
		enum group group = node_group(term);
		uint32_t count = index_rows(eval->index, eval->kind, group)->count;
		struct truths *found = index_memo(eval->index, question.bytes, count);

		if (term->field == QUERY_TEXT || term->field == QUERY_TITLE)
			find_words(eval, term, found);
		else if (term->field == QUERY_YEAR || term->field == QUERY_DATE)
			days_find(eval->index, eval->kind, term, found);
		else
			find_keys(eval, term, found);
		known = found;
	}
	buf_release(&question);
	return truths_copy(eval->arena, known);
}

/* --- Rows --- */

static struct truths eval_row_node(const struct eval *eval, const struct node *node)
{
	if (node->type == NODE_TERM)
		return eval_term(eval, node);
	assert(node->type == NODE_ANY);
	struct truths found = eval_row_node(eval, node->children[0]);

	for (int i = 1; i < node->count; i++) {
		struct truths other = eval_row_node(eval, node->children[i]);

		truths_or(&found, &other);
	}
	return found;
}

/* The fields of the terms in a node, as bits. */
static uint64_t fields_of(const struct node *node)
{
	uint64_t fields = 0;

	if (node->type == NODE_TERM)
		return UINT64_C(1) << node->field;
	for (int i = 0; i < node->count; i++)
		fields |= fields_of(node->children[i]);
	return fields;
}

/* Nodes, and for each the number of the set of those that belong together. */
struct grouping {
	const struct all_of *all;
	const int *sets;
};

/*
 * Which nodes belong together: the number of a set for each, -1 for those that ask
 * about the record as a whole.  A field that comes again begins another set.
 */
static struct grouping group_nodes(const struct all_of *all, struct arena *arena)
{
	int *sets = arena_array(arena, (size_t)all->count, sizeof *sets);
	int last[GROUP_COUNT] = { 0 }, count = 0;
	uint64_t used[GROUP_COUNT] = { 0 };

	for (int i = 0; i < all->count; i++) {
		enum group group = node_group(all->nodes[i]);
		uint64_t fields = fields_of(all->nodes[i]);

		sets[i] = -1;
		if (group == GROUP_NONE)
			continue;
		if (!used[group] || used[group] & fields) {
			last[group] = count++;
			used[group] = 0;
		}
		used[group] |= fields;
		sets[i] = last[group];
	}
	return (struct grouping){ all, sets };
}

/* The rows that all nodes of a set, but for the one at `apart`, are true of. */
static struct truths eval_set(const struct eval *eval, const struct grouping *grouping,
			      int set, int apart)
{
	struct truths found = { 0 };

	for (int i = 0; i < grouping->all->count; i++) {
		const struct node *node = grouping->all->nodes[i];

		if (grouping->sets[i] != set)
			continue;
		if (!found.any) {
			found = truths_new(
				eval->arena,
				index_rows(eval->index, eval->kind, node_group(node))
					->count);
			truths_fill(&found);
		}
		if (i == apart)
			continue;
		struct truths other = eval_row_node(eval, node);

		truths_and(&found, &other);
	}
	return found;
}

struct truths eval_rows(const struct eval *eval, const struct all_of *all, int node)
{
	struct grouping grouping = group_nodes(all, eval->arena);

	return eval_set(eval, &grouping, grouping.sets[node], -1);
}

/* A record has what any of its rows has. */
static struct truths project(const struct eval *eval, const struct truths *found,
			     enum group group)
{
	const struct rows *rows = index_rows(eval->index, eval->kind, group);
	struct truths records =
		truths_new(eval->arena, index_count(eval->index, eval->kind));

	for (uint32_t row = bits_next(found->any, 0, found->count); row < found->count;
	     row = bits_next(found->any, row + 1, found->count))
		truths_raise(&records, rows->record[row],
			     truths_get(found, row) == TRUTH_YES);
	return records;
}

/* --- Records --- */

static struct truths eval_node(const struct eval *eval, const struct node *node)
{
	struct all_of all = { &node, 1 };
	struct truths found;

	if (node->type == NODE_NOT) {
		found = eval_node(eval, node->children[0]);
		truths_not(&found);
		return found;
	}
	if (node->type == NODE_TERM)
		return node_group(node) == GROUP_NONE ? eval_term(eval, node)
						      : eval_all(eval, &all);
	if (node->type == NODE_ALL)
		return eval_all(eval, &(struct all_of){ node->children, node->count });
	found = eval_node(eval, node->children[0]);
	for (int i = 1; i < node->count; i++) {
		struct truths other = eval_node(eval, node->children[i]);

		truths_or(&found, &other);
	}
	return found;
}

/* Has the set of a node been met before it? */
static bool is_met(const struct grouping *grouping, int node)
{
	for (int i = 0; i < node && grouping->sets[node] >= 0; i++)
		if (grouping->sets[i] == grouping->sets[node])
			return true;
	return false;
}

struct truths eval_apart(const struct eval *eval, const struct all_of *all, int apart,
			 struct truths *rows)
{
	struct grouping grouping = group_nodes(all, eval->arena);
	int apart_set = apart < 0 ? -1 : grouping.sets[apart];
	struct truths found =
		truths_new(eval->arena, index_count(eval->index, eval->kind));

	truths_fill(&found);
	for (int i = 0; i < all->count; i++) {
		int set = grouping.sets[i];
		struct truths other;

		if (i == apart || (set >= 0 && set == apart_set) || is_met(&grouping, i))
			continue;
		if (set < 0) {
			other = eval_node(eval, all->nodes[i]);
		} else {
			other = eval_set(eval, &grouping, set, -1);
			other = project(eval, &other, node_group(all->nodes[i]));
		}
		truths_and(&found, &other);
	}
	if (apart_set >= 0)
		*rows = eval_set(eval, &grouping, apart_set, apart);
	return found;
}

struct truths eval_all(const struct eval *eval, const struct all_of *all)
{
	return eval_apart(eval, all, -1, NULL);
}

/* --- Queries --- */

bool query_is_choice(const struct query_term *term, enum query_field field)
{
	return term->node->type == NODE_TERM && term->node->field == field;
}

struct all_of query_on(const struct query *query, struct arena *arena)
{
	struct nodes nodes = { .arena = arena };

	for (int i = 0; query && i < query->term_count; i++)
		if (query->terms[i].is_on)
			nodes_push(&nodes, query->terms[i].node);
	return (struct all_of){ nodes.at, nodes.count };
}

struct all_of query_with_choice(const struct query *query, enum query_field field,
				struct arena *arena, int *chosen)
{
	struct nodes nodes = { .arena = arena };
	struct node *choice = arena_alloc(arena, sizeof *choice);

	choice->field = field;
	*chosen = -1;
	for (int i = 0; query && i < query->term_count; i++) {
		const struct query_term *term = &query->terms[i];

		if (!query_is_choice(term, field)) {
			if (term->is_on)
				nodes_push(&nodes, term->node);
		} else if (*chosen < 0) {
			*chosen = nodes.count;
			nodes_push(&nodes, choice);
		}
	}
	if (*chosen < 0) {
		*chosen = nodes.count;
		nodes_push(&nodes, choice);
	}
	return (struct all_of){ nodes.at, nodes.count };
}
