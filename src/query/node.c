#include "config.h"

#include "node.h"

#include <string.h>

void nodes_push(struct nodes *nodes, const struct node *node)
{
	nodes->at = arena_grow(nodes->arena, nodes->at, nodes->count,
			       sizeof(const struct node *));
	nodes->at[nodes->count++] = node;
}

const struct node *node_of(struct nodes *nodes, enum node_type type)
{
	if (nodes->count == 1)
		return nodes->at[0];
	struct node *node = arena_alloc(nodes->arena, sizeof *node);

	node->type = type;
	node->children = nodes->at;
	node->count = nodes->count;
	return node;
}

const struct node *node_not(struct arena *arena, const struct node *node)
{
	if (node->type == NODE_NOT)
		return node->children[0];
	struct node *contrary = arena_alloc(arena, sizeof *contrary);
	const struct node **child = arena_alloc(arena, sizeof(const struct node *));

	*child = node;
	*contrary = (struct node){ .type = NODE_NOT, .children = child, .count = 1 };
	return contrary;
}

int node_depth(const struct node *node)
{
	int deepest = 0;

	for (int i = 0; node->type != NODE_TERM && i < node->count; i++) {
		int depth = node_depth(node->children[i]);

		deepest = depth > deepest ? depth : deepest;
	}
	return deepest + 1;
}

int node_value_count(const struct node *node)
{
	int count = node->type == NODE_TERM ? node->count : 0;

	for (int i = 0; node->type != NODE_TERM && i < node->count; i++)
		count += node_value_count(node->children[i]);
	return count;
}

const struct node *node_copy(struct arena *arena, const struct node *node)
{
	struct node *copy = arena_alloc(arena, sizeof *copy);
	size_t count = (size_t)node->count;

	*copy = *node;
	if (node->type == NODE_TERM) {
		const char **values = arena_array(arena, count, sizeof(const char *));

		for (size_t i = 0; i < count; i++)
			values[i] = arena_strdup(arena, node->values[i]);
		copy->values = values;
		return copy;
	}
	const struct node **children =
		arena_array(arena, count, sizeof(const struct node *));

	for (size_t i = 0; i < count; i++)
		children[i] = node_copy(arena, node->children[i]);
	copy->children = children;
	return copy;
}

/* The closing bracket that belongs to an opening one, within the word; or NULL. */
static const char *closing(const char *word)
{
	const char *end = word + strcspn(word, *word == '[' ? "] \t\n" : "} \t\n");

	return (*word == '[' || *word == '{') && (*end == ']' || *end == '}') ? end
									      : NULL;
}

size_t node_word_len(const char *text)
{
	const char *end = closing(text);

	end = end ? end : text;
	return (size_t)(end - text) + strcspn(end, " \t\n,()");
}

/* Would the reader take all of `value`, whatever follows, for one bare word? */
static bool is_bare(const char *value, enum query_field field)
{
	size_t len = strlen(value);

	if (!len || *value == '"' || node_word_len(value) != len)
		return false;
	if ((*value == '[' || *value == '{') && !closing(value))
		return false;
	if (field)
		return true;
	return *value != '-' && !strchr(value, ':') && strcmp(value, "AND") &&
	       strcmp(value, "OR") && strcmp(value, "NOT");
}

void node_print_value(const char *value, enum query_field field, struct buf *out)
{
	if (is_bare(value, field)) {
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

static void print_term(const struct node *node, struct buf *out)
{
	if (node->field)
		buf_printf(out, "%s:", query_fields[node->field].name);
	for (int i = 0; i < node->count; i++) {
		if (i)
			buf_char(out, ',');
		node_print_value(node->values[i], node->field, out);
	}
}

void node_print(const struct node *node, struct buf *out)
{
	if (node->type == NODE_TERM) {
		print_term(node, out);
		return;
	}
	buf_char(out, node->type == NODE_NOT ? '-' : '(');
	for (int i = 0; i < node->count; i++) {
		if (i)
			buf_str(out, node->type == NODE_ANY ? " OR " : " ");
		node_print(node->children[i], out);
	}
	if (node->type != NODE_NOT)
		buf_char(out, ')');
}
