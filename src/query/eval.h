/** @file  What an expression is true of, for all records of a kind at once. */
#ifndef DAFTAR_QUERY_EVAL_H
#define DAFTAR_QUERY_EVAL_H

#include "index.h"
#include "node.h"

/** Which records, and where the answers are kept. */
struct eval {
	struct query_index *index;
	enum kind kind;
	struct arena *arena;
};

/** Nodes that must all hold. */
struct all_of {
	const struct node *const *nodes;
	int count;
};

/** The group that a node asks about as a whole: GROUP_NONE when it asks about several. */
enum group node_group(const struct node *node);

/**
 * Which records the nodes are all true of: those that ask about one part of a record
 * together, of one such part.
 */
struct truths eval_all(const struct eval *eval, const struct all_of *all);

/**
 * The same without the node at `apart`.  When that asks about a part of a record,
 * the nodes that belong together with it are left out, too, and `*rows` is what they
 * are true of.
 */
struct truths eval_apart(const struct eval *eval, const struct all_of *all, int apart,
			 struct truths *rows);

/** Which rows a node that asks about a part, and all that belong with it, are true of. */
struct truths eval_rows(const struct eval *eval, const struct all_of *all, int node);

/** The terms of a query that are on. */
struct all_of query_on(const struct query *query, struct arena *arena);

/**
 * The terms that would be on if something were chosen of a field, and in `*chosen`
 * which one of them is the choice: a term without values.
 */
struct all_of query_with_choice(const struct query *query, enum query_field field,
				struct arena *arena, int *chosen);

/** Is the term one on the field that choosing replaces: neither negated nor several? */
bool query_is_choice(const struct query_term *term, enum query_field field);

/** What all terms that are on are true of.  Good until the index is asked again. */
const struct truths *query_truths(const struct query *query, struct query_index *index,
				  enum kind kind);

#endif
