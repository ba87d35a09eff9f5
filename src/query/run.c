#include "config.h"

#include <assert.h>
#include <string.h>

#include "eval.h"
#include "value.h"

const struct truths *query_truths(const struct query *query, struct query_index *index,
				  enum kind kind)
{
	struct arena arena = { 0 };
	struct eval eval = { index, kind, &arena };
	struct all_of all = query_on(query, &arena);
	struct buf question = BUF_INIT;

	buf_printf(&question, "all %d", (int)kind);
	for (int i = 0; i < all.count; i++) {
		buf_char(&question, ' ');
		node_print(all.nodes[i], &question);
	}
	const struct truths *known = index_recall(index, question.bytes);

	if (!known) {
		struct truths found = eval_all(&eval, &all);
		struct truths *memo = index_memo(index, question.bytes, found.count);

		truths_or(memo, &found);
		known = memo;
	}
	buf_release(&question);
	arena_clear(&arena);
	return known;
}

enum truth query_match(const struct query *query, struct query_index *index,
		       struct ref record)
{
	assert(record.kind < KIND_COUNT);
	assert(record.index < index_count(index, (enum kind)record.kind));
	return truths_get(query_truths(query, index, (enum kind)record.kind),
			  record.index);
}

static void take(struct query_hits *hits, struct ref record, int position,
		 enum truth truth)
{
	hits->refs[hits->count] = record;
	hits->truths[hits->count] = truth;
	hits->positions[hits->count++] = position;
}

static void make_room(struct query_hits *hits, uint32_t count, struct arena *arena)
{
	*hits = (struct query_hits){
		.refs = arena_array(arena, count, sizeof *hits->refs),
		.truths = arena_array(arena, count, sizeof *hits->truths),
		.positions = arena_array(arena, count, sizeof *hits->positions),
	};
}

/* All records of a kind. */
static void run_kind(const struct query_view *view, struct arena *arena,
		     struct query_hits *hits)
{
	enum kind kind = view->scope.kind;
	const struct truths *found = query_truths(view->query, view->index, kind);
	uint32_t count = found->count;

	make_room(hits, bits_count(found->any, truths_words(found)), arena);
	for (uint32_t i = bits_next(found->sure, 0, count); i < count;
	     i = bits_next(found->sure, i + 1, count))
		take(hits, (struct ref){ kind, i }, (int)i, TRUTH_YES);
	int sure = hits->count;

	for (uint32_t i = bits_next(found->any, 0, count); i < count;
	     i = bits_next(found->any, i + 1, count))
		if (truths_get(found, i) == TRUTH_MAYBE)
			take(hits, (struct ref){ kind, i }, (int)i, TRUTH_MAYBE);
	hits->possible_count = hits->count - sure;
}

/* The answer of each listed record, in order. */
static enum truth *listed_truths(const struct query_view *view, struct arena *arena)
{
	const struct query_scope *scope = &view->scope;
	struct truths found[KIND_COUNT] = { 0 };
	enum truth *truths = arena_array(arena, (size_t)scope->count, sizeof *truths);

	for (int i = 0; i < scope->count; i++) {
		struct ref ref = scope->refs[i];

		if (ref_is_none(ref))
			continue;
		if (!found[ref.kind].any)
			found[ref.kind] =
				truths_copy(arena, query_truths(view->query, view->index,
								(enum kind)ref.kind));
		assert(ref.index < found[ref.kind].count);
		truths[i] = truths_get(&found[ref.kind], ref.index);
	}
	return truths;
}

static void run_listed(const struct query_view *view, struct arena *arena,
		       struct query_hits *hits)
{
	const struct query_scope *scope = &view->scope;
	enum truth *truths = listed_truths(view, arena);

	make_room(hits, (uint32_t)scope->count, arena);
	for (int i = 0; i < scope->count; i++)
		if (truths[i] == TRUTH_YES)
			take(hits, scope->refs[i], i, TRUTH_YES);
	int sure = hits->count;

	for (int i = 0; i < scope->count; i++)
		if (truths[i] == TRUTH_MAYBE)
			take(hits, scope->refs[i], i, TRUTH_MAYBE);
	hits->possible_count = hits->count - sure;
}

void query_run(const struct query_view *view, struct arena *arena,
	       struct query_hits *hits)
{
	if (view->scope.refs)
		run_listed(view, arena, hits);
	else
		run_kind(view, arena, hits);
}

int query_count_hits(const struct query_view *view, int *possible_count)
{
	struct arena arena = { 0 };
	struct query_hits hits = { 0 };

	if (view->scope.refs) {
		run_listed(view, &arena, &hits);
	} else {
		const struct truths *found =
			query_truths(view->query, view->index, view->scope.kind);
		uint32_t words = truths_words(found);

		hits.count = (int)bits_count(found->any, words);
		hits.possible_count = hits.count - (int)bits_count(found->sure, words);
	}
	if (possible_count)
		*possible_count = hits.possible_count;
	arena_clear(&arena);
	return hits.count;
}

int query_blame(const struct query_view *view, int *count)
{
	struct query others = { 0 };
	struct query_view without = *view;
	int blamed = -1;

	*count = 0;
	if (!view->query)
		return -1;
	query_copy(&others, view->query);
	without.query = &others;
	for (int i = 0; i < others.term_count; i++) {
		if (!others.terms[i].is_on)
			continue;
		others.terms[i].is_on = false;
		int hits = query_count_hits(&without, NULL);

		others.terms[i].is_on = true;
		if (hits && hits >= *count) {
			*count = hits;
			blamed = i;
		}
	}
	query_release(&others);
	return blamed;
}

bool query_print_blame(const struct query_view *view, struct buf *out)
{
	int count, term = query_blame(view, &count);

	if (term < 0)
		return false;
	buf_str(out, "removing ");
	query_print_term(view->query, term, out);
	buf_printf(out, " leaves %d", count);
	return true;
}

/* --- What of a record matched --- */

bool query_match_point(const struct query *query, struct query_index *index,
		       struct ref point)
{
	struct arena arena = { 0 };
	struct eval eval = { index, KIND_POINT, &arena };
	struct all_of all = query_on(query, &arena);
	bool is_asked = false;

	assert(point.kind == KIND_POINT && point.index < index_count(index, KIND_POINT));
	for (int i = 0; i < all.count && !is_asked; i++) {
		if (node_group(all.nodes[i]) != GROUP_POINT)
			continue;
		struct truths found = eval_rows(&eval, &all, i);

		is_asked = truths_get(&found, point.index) >= TRUTH_MAYBE;
	}
	arena_clear(&arena);
	return is_asked;
}

/* The actor terms that count, into `terms`: not those that are negated. */
static void collect_actors(const struct node *node, struct nodes *terms)
{
	if (node->type == NODE_TERM && node->field == QUERY_ACTOR)
		nodes_push(terms, node);
	for (int i = 0;
	     (node->type == NODE_ALL || node->type == NODE_ANY) && i < node->count; i++)
		collect_actors(node->children[i], terms);
}

/* The best way in which the record has a key that the term picks, in the rows found. */
static struct key best_key(struct key_sink *sink, const struct node *term,
			   const struct truths *rows)
{
	struct picks picks = { .arena = sink->arena };
	struct key best = { 0 };

	for (int i = 0; i < term->count; i++)
		value_pick(sink->index, QUERY_ACTOR, term->values[i], &picks);
	for (int i = 0; i < sink->count; i++) {
		const struct key *key = &sink->at[i];
		bool is_picked = false;

		for (int j = 0; j < picks.count; j++)
			is_picked |= picks.at[j] == key->key;
		if (!is_picked || truths_get(rows, key->row) == TRUTH_NO)
			continue;
		if (key->truth > best.truth ||
		    (key->truth == best.truth && ref_is_none(key->through)))
			best = *key;
	}
	return best;
}

/* The rows of a record that a node, and what belongs together with it, are true of. */
static struct truths rows_of(const struct eval *eval, const struct all_of *all, int node,
			     uint32_t record)
{
	const struct rows *rows = index_rows(eval->index, eval->kind, GROUP_TAKER);
	uint32_t first = rows->first[record], end = rows->first[record + 1];
	struct truths own = truths_new(eval->arena, end - first), found;

	truths_fill(&own);
	if (node_group(all->nodes[node]) != GROUP_TAKER)
		return own;
	found = eval_rows(eval, all, node);
	own = truths_new(eval->arena, end - first);
	for (uint32_t row = first; row < end; row++)
		if (truths_get(&found, row) >= TRUTH_MAYBE)
			truths_raise(&own, row - first, true);
	return own;
}

/* Through whom the actor terms of a node are true of the record. */
static struct ref through_node(const struct eval *eval, const struct all_of *all,
			       int node, struct ref record)
{
	struct key_sink sink = { .index = eval->index, .arena = eval->arena };
	struct nodes terms = { .arena = eval->arena };
	struct key best = { 0 };

	collect_actors(all->nodes[node], &terms);
	if (!terms.count)
		return best.through;
	struct truths rows = rows_of(eval, all, node, record.index);

	sink_fill(&sink, QUERY_ACTOR, record);
	for (int i = 0; i < terms.count && ref_is_none(best.through); i++)
		best = best_key(&sink, terms.at[i], &rows);
	return best.through;
}

struct ref query_through(const struct query *query, struct query_index *index,
			 struct ref record)
{
	struct arena arena = { 0 };
	struct eval eval = { index, (enum kind)record.kind, &arena };
	struct all_of all = query_on(query, &arena);
	struct ref through = { 0 };

	for (int i = 0; i < all.count && ref_is_none(through); i++)
		if (record.kind != KIND_ACTOR)
			through = through_node(&eval, &all, i, record);
	arena_clear(&arena);
	return through;
}
