#include "config.h"

#include "query/query.h"

#include <string.h>

#include "term.h"

void query_push(struct query *query, struct query_term *term)
{
	query->terms = arena_grow(&query->arena, query->terms, query->term_count,
				  &query->room, sizeof *query->terms);
	query->terms[query->term_count++] = term;
}

void query_drop(struct query *query, int index)
{
	struct query_term **term = query->terms + index;

	term_free(*term);
	query->term_count--;
	memmove(term, term + 1, (size_t)(query->term_count - index) * sizeof *term);
}

void query_switch(struct query *query, int index, bool on)
{
	query->terms[index]->is_on = on;
}

bool query_is_on(const struct query *query, int index)
{
	return query->terms[index]->is_on;
}

enum query_field query_field_of(const struct query *query, int index)
{
	return query->terms[index]->field;
}

void query_release(struct query *query)
{
	while (query->term_count)
		query_drop(query, query->term_count - 1);
	arena_clear(&query->arena);
	*query = (struct query){ 0 };
}

/* A value is quoted when as a bare word it would be read as something else. */
static void print_value(const char *value, bool is_words, struct buf *out)
{
	bool bare = *value && *value != '"' && !strpbrk(value, " \t\n,");

	if (is_words && bare)
		bare = *value != '-' && !strchr(value, ':');
	if (bare) {
		buf_str(out, value);
		return;
	}
	buf_char(out, '"');
	for (; *value; value++) {
		if (*value == '"')
			buf_char(out, '"');
		buf_char(out, *value);
	}
	buf_char(out, '"');
}

void query_print_term(const struct query *query, int index, struct buf *out)
{
	const struct query_term *term = query->terms[index];

	if (term->is_negated)
		buf_char(out, '-');
	if (term->field)
		buf_printf(out, "%s:", query_fields[term->field].name);
	for (int i = 0; i < term->value_count; i++) {
		if (i)
			buf_char(out, ',');
		print_value(term->values[i], !term->field, out);
	}
}

void query_print(const struct query *query, struct buf *out)
{
	for (int i = 0; i < query->term_count; i++) {
		if (i)
			buf_char(out, ' ');
		query_print_term(query, i, out);
	}
}

bool query_add_value(struct query *query, const struct dossier *dossier,
		     enum query_field field, const char *value)
{
	struct buf text = BUF_INIT;

	if (field)
		buf_printf(&text, "%s:", query_fields[field].name);
	print_value(value, !field, &text);
	bool added = query_add(query, dossier, text.bytes, NULL);

	buf_release(&text);
	return added;
}

enum truth query_match(const struct query *query, const struct dossier *dossier,
		       uint32_t event)
{
	enum truth truth = TRUTH_YES;

	(void)dossier;
	for (int i = 0; i < query->term_count; i++) {
		const struct query_term *term = query->terms[i];

		if (term->is_on && term->truths[event] < truth)
			truth = term->truths[event];
	}
	return truth;
}

struct ref query_match_through(const struct query *query, const struct dossier *dossier,
			       uint32_t event)
{
	struct arena arena = { 0 };
	struct keys keys = { .arena = &arena };
	struct key best = { 0 };

	(void)dossier;
	for (int i = 0; i < query->term_count; i++) {
		const struct query_term *term = query->terms[i];

		if (term->field != QUERY_ACTOR || !term->is_on || term->is_negated)
			continue;
		space_keys(&term->space, event, &keys);
		best = (struct key){ 0 };
		for (int j = 0; j < keys.count; j++) {
			const struct key *key = &keys.at[j];

			if (term->picked[key->key] &&
			    (key->truth > best.truth ||
			     (key->truth == best.truth && ref_is_none(key->through))))
				best = *key;
		}
		if (!ref_is_none(best.through))
			break;
	}
	arena_clear(&arena);
	return best.through;
}

bool query_match_point(const struct query *query, const struct dossier *dossier,
		       uint32_t index)
{
	const struct point *point = &dossier->points[index];
	bool is_asked = false;

	for (int i = 0; i < query->term_count; i++) {
		const struct query_term *term = query->terms[i];
		size_t key = term->field == QUERY_KIND
				     ? (size_t)point->kind
				     : (size_t)event_statuses.count +
					       (size_t)point->status.term;
		bool is_ours = term->field == QUERY_KIND || term->field == QUERY_STATUS;

		if (!is_ours || !term->is_on || term->is_negated)
			continue;
		if (term->field == QUERY_KIND ? !point->kind : !point->status.term)
			return false;
		if (!term->picked[key])
			return false;
		is_asked = true;
	}
	return is_asked;
}

/* The events to ask in turn: all, or those of the thread, each once.  Gives their number.
 */
static int candidates(const struct dossier *dossier, struct ref thread,
		      struct arena *arena, uint32_t **events)
{
	int count = 0, all = dossier->counts[KIND_EVENT];
	bool *seen = arena_array(arena, (size_t)all, sizeof *seen);

	*events = arena_array(arena, (size_t)all, sizeof **events);
	for (uint32_t i = 0; thread.kind != KIND_THREAD && i < (uint32_t)all; i++)
		(*events)[count++] = i;
	if (thread.kind != KIND_THREAD)
		return count;
	const struct thread *path = &dossier->threads[thread.index];

	for (int i = 0; i < path->step_count; i++) {
		struct ref event = dossier_home(dossier, path->steps[i].ref);

		if (event.kind != KIND_EVENT || seen[event.index])
			continue;
		seen[event.index] = true;
		(*events)[count++] = event.index;
	}
	return count;
}

static void take(struct query_hits *hits, uint32_t event, enum truth truth)
{
	hits->events[hits->count] = event;
	hits->truths[hits->count++] = truth;
}

void query_run(const struct query *query, const struct dossier *dossier,
	       struct ref thread, struct arena *arena, struct query_hits *hits)
{
	uint32_t *events;
	int count = candidates(dossier, thread, arena, &events);

	*hits = (struct query_hits){
		.events = arena_array(arena, (size_t)count, sizeof *hits->events),
		.truths = arena_array(arena, (size_t)count, sizeof *hits->truths),
	};
	for (int i = 0; i < count; i++)
		if (query_match(query, dossier, events[i]) == TRUTH_YES)
			take(hits, events[i], TRUTH_YES);
	int sure = hits->count;

	for (int i = 0; i < count; i++)
		if (query_match(query, dossier, events[i]) == TRUTH_MAYBE)
			take(hits, events[i], TRUTH_MAYBE);
	hits->possible_count = hits->count - sure;
}
