/** @file  The expression that a query is: terms, negations, all of, any of. */
#ifndef DAFTAR_QUERY_NODE_H
#define DAFTAR_QUERY_NODE_H

#include <stdbool.h>

#include "query/query.h"

enum node_type { NODE_TERM, NODE_NOT, NODE_ALL, NODE_ANY };

/** One node.  Never changed once built; an arena owns it and all below it. */
struct node {
	enum node_type type;
	enum query_field field;		    /* NODE_TERM */
	const char *const *values;	    /* NODE_TERM: any of them */
	const struct node *const *children; /* else; NODE_NOT has one, the others two or
					       more */
	int count;			    /* of values or children */
};

struct query_term {
	const struct node *node;
	bool is_on;
};

/** A list of nodes that grows. */
struct nodes {
	struct arena *arena;
	const struct node **at;
	int count;
};

void nodes_push(struct nodes *nodes, const struct node *node);

/** The node for several of a type; a list of one is that one. */
const struct node *node_of(struct nodes *nodes, enum node_type type);

/** The contrary: a negation, or what a negation negates. */
const struct node *node_not(struct arena *arena, const struct node *node);

/** The levels of the node, 1 for a term. */
int node_depth(const struct node *node);

/** The values of all its terms. */
int node_value_count(const struct node *node);

/** A deep copy in the arena. */
const struct node *node_copy(struct arena *arena, const struct node *node);

/** Append the node as text that reads back the same. */
void node_print(const struct node *node, struct buf *out);

/** The bytes of the bare word at `text`; brackets at its beginning protect commas. */
size_t node_word_len(const char *text);

/** Append a value, quoted when as a bare word it would be read differently. */
void node_print_value(const char *value, enum query_field field, struct buf *out);

/** Put a term at the end of a query. */
void query_push(struct query *query, const struct node *node, bool is_on);

#endif
