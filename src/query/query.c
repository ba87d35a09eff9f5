#include "config.h"

#include "query/query.h"

#include <assert.h>
#include <string.h>

#include "parse.h"
#include "value.h"

void query_push(struct query *query, const struct node *node, bool is_on)
{
	query->terms = arena_grow(&query->arena, query->terms, query->term_count,
				  sizeof *query->terms);
	query->terms[query->term_count++] = (struct query_term){ node, is_on };
}

static int value_count(const struct query *query)
{
	int count = 0;

	for (int i = 0; i < query->term_count; i++)
		count += node_value_count(query->terms[i].node);
	return count;
}

bool query_add(struct query *query, struct query_index *index, const char *text,
	       struct query_fault *fault)
{
	struct arena arena = { 0 };
	struct scan scan = { .text = text,
			     .index = index,
			     .fault = fault,
			     .arena = &arena,
			     .value_count = value_count(query),
			     .room = QUERY_TERMS_MOST - query->term_count };
	struct nodes terms = { .arena = &arena };

	if (!parse(&scan, &terms)) {
		arena_clear(&arena);
		return false;
	}
	for (int i = 0; i < terms.count; i++)
		query_push(query, terms.at[i], true);
	arena_join(&query->arena, &arena);
	return true;
}

bool query_add_value(struct query *query, struct query_index *index,
		     enum query_field field, const char *value)
{
	struct buf text = BUF_INIT;

	if (field)
		buf_printf(&text, "%s:", query_fields[field].name);
	node_print_value(value, field, &text);
	bool is_added = query_add(query, index, text.bytes, NULL);

	buf_release(&text);
	return is_added;
}

/* Move the last `count` terms to `place`. */
static void move_last(struct query *query, int count, int place)
{
	struct query_term *terms = query->terms;

	for (int i = query->term_count - count; i < query->term_count; i++) {
		struct query_term term = terms[i];

		memmove(terms + place + 1, terms + place,
			(size_t)(i - place) * sizeof *terms);
		terms[place++] = term;
	}
}

bool query_replace(struct query *query, struct query_index *index,
		   const struct query_edit *edit, struct query_fault *fault)
{
	int before = query->term_count;

	assert(edit->term >= 0 && edit->term < before);
	bool was_on = query->terms[edit->term].is_on;
	struct query_term old = query->terms[edit->term];

	query_drop(query, edit->term);
	bool is_added = query_add(query, index, edit->text, fault);

	if (!is_added)
		query_push(query, old.node, true);
	int count = query->term_count - before + 1;

	for (int i = before - 1; i < query->term_count; i++)
		query->terms[i].is_on = was_on;
	move_last(query, count, edit->term);
	return is_added;
}

int query_count(const struct query *query)
{
	return query->term_count;
}

void query_drop(struct query *query, int i)
{
	assert(i >= 0 && i < query->term_count);
	query->term_count--;
	memmove(query->terms + i, query->terms + i + 1,
		(size_t)(query->term_count - i) * sizeof *query->terms);
}

void query_switch(struct query *query, int i, bool on)
{
	assert(i >= 0 && i < query->term_count);
	query->terms[i].is_on = on;
}

bool query_is_on(const struct query *query, int i)
{
	assert(i >= 0 && i < query->term_count);
	return query->terms[i].is_on;
}

void query_print_term(const struct query *query, int i, struct buf *out)
{
	assert(i >= 0 && i < query->term_count);
	node_print(query->terms[i].node, out);
}

void query_print(const struct query *query, struct buf *out)
{
	for (int i = 0; i < query->term_count; i++) {
		if (i)
			buf_char(out, ' ');
		query_print_term(query, i, out);
	}
}

void query_copy(struct query *to, const struct query *from)
{
	assert(!to->term_count && !to->arena.top);
	for (int i = 0; i < from->term_count; i++)
		query_push(to, node_copy(&to->arena, from->terms[i].node),
			   from->terms[i].is_on);
}

void query_release(struct query *query)
{
	arena_clear(&query->arena);
	*query = (struct query){ 0 };
}

int query_unresolved(const struct query *query, struct query_index *index,
		     struct query_fault *fault)
{
	int unresolved = -1;

	for (int i = 0; i < query->term_count && unresolved < 0; i++) {
		struct query again = { 0 };
		struct buf text = BUF_INIT;

		node_print(query->terms[i].node, &text);
		if (!query_add(&again, index, text.bytes, fault))
			unresolved = i;
		buf_release(&text);
		query_release(&again);
	}
	return unresolved;
}
