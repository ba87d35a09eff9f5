#include "config.h"

#include "parse.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "text/near.h"
#include "value.h"

static const char blanks[] = " \t\n";
#define TOO_DEEP "nested too deeply; at most %d levels are allowed"

/* Note that the text is wrong from `at` to where the scan is.  Always gives NULL. */
__attribute__((format(printf, 3, 4))) static const struct node *
fault_at(struct scan *scan, size_t at, const char *format, ...)
{
	struct query_fault *fault = scan->fault;
	va_list args;

	if (!fault)
		return NULL;
	fault->at = at;
	fault->len = !scan->text[at] ? 0 : scan->at > at ? scan->at - at : 1;
	va_start(args, format);
	vsnprintf(fault->message, sizeof fault->message, format, args);
	va_end(args);
	return NULL;
}

static void skip_blanks(struct scan *scan)
{
	scan->at += strspn(scan->text + scan->at, blanks);
}

/* Does the operator stand here as a word of its own? */
static bool sees(const struct scan *scan, const char *operator)
{
	const char *at = scan->text + scan->at;
	size_t len = strlen(operator);

	return !strncmp(at, operator, len) && (!at[len] || strchr(" \t\n()", at[len]));
}

static bool take(struct scan *scan, const char *operator)
{
	if (!sees(scan, operator))
		return false;
	scan->at += strlen(operator);
	return true;
}

enum query_field parse_field(const char *name, size_t len)
{
	for (int i = QUERY_TEXT + 1; i < QUERY_FIELD_COUNT; i++)
		if (strlen(query_fields[i].name) == len &&
		    !strncasecmp(query_fields[i].name, name, len))
			return (enum query_field)i;
	return QUERY_TEXT;
}

static bool read_field(struct scan *scan, enum query_field *field)
{
	const char *word = scan->text + scan->at;
	size_t start = scan->at, len = 0;
	struct near near = { 0 };
	char name[32];

	while ((word[len] | 0x20) >= 'a' && (word[len] | 0x20) <= 'z')
		len++;
	*field = QUERY_TEXT;
	if (!len || word[len] != ':')
		return true;
	scan->at += len + 1;
	*field = parse_field(word, len);
	if (*field)
		return true;
	snprintf(name, sizeof name, "%.*s", (int)len, word);
	near.word = name;
	for (int i = QUERY_TEXT + 1; i < QUERY_FIELD_COUNT; i++)
		near_try(&near, query_fields[i].name);
	if (near.best)
		fault_at(scan, start, "unknown field \"%s\"; did you mean \"%s:\"?", name,
			 near.best);
	else
		fault_at(
			scan, start,
			"unknown field \"%s\"; put words with a colon in quotation marks",
			name);
	return false;
}

/* From the opening quotation mark to behind the closing one. */
static bool read_quoted(struct scan *scan, struct buf *value)
{
	size_t start = scan->at++;

	for (;; scan->at++) {
		char c = scan->text[scan->at];

		if (!c)
			return fault_at(scan, start, "unclosed quotation mark");
		if (c == '"' && scan->text[++scan->at] != '"')
			return true;
		buf_char(value, c);
	}
}

static bool read_value(struct scan *scan, struct buf *value)
{
	const char *word = scan->text + scan->at;
	size_t start = scan->at, len = node_word_len(word);

	if (scan->value_count++ == QUERY_VALUES_MOST)
		return fault_at(scan, start, "a query has at most %d values",
				QUERY_VALUES_MOST);
	if (*word == '"') {
		if (!read_quoted(scan, value))
			return false;
	} else if (!len) {
		return fault_at(scan, start, "missing value");
	}
	if (*word != '"') {
		buf_add(value, word, len);
		scan->at += len;
	}
	char next = scan->text[scan->at];

	if (!next || strchr(" \t\n,)", next))
		return true;
	start = scan->at;
	return fault_at(scan, start,
			next == '(' ? "missing blank before \"(\"; a value that has "
				      "parentheses needs quotation marks"
				    : "expected a blank or a comma after the closing "
				      "quotation mark");
}

static bool read_values(struct scan *scan, struct node *term)
{
	struct buf value = BUF_INIT, why = BUF_INIT;
	const char **values = NULL;
	bool ok = true;

	do {
		size_t start = scan->at;

		buf_clear(&value);
		ok = read_value(scan, &value);
		if (ok && scan->index &&
		    !value_check(scan->index, term->field, value.bytes, &why))
			ok = fault_at(scan, start, "%s", why.bytes);
		if (!ok)
			break;
		values = arena_grow(scan->arena, values, term->count,
				    sizeof(const char *));
		values[term->count++] = arena_strdup(scan->arena, value.bytes);
	} while (scan->text[scan->at] == ',' && scan->text[scan->at++]);
	term->values = values;
	buf_release(&value);
	buf_release(&why);
	return ok;
}

static const struct node *read_any(struct scan *scan);

/* "(" has been seen. */
static const struct node *read_parenthesis(struct scan *scan)
{
	size_t start = scan->at++;
	const struct node *node;

	skip_blanks(scan);
	if (scan->text[scan->at] == ')') {
		scan->at++;
		return fault_at(scan, start, "empty parentheses");
	}
	node = scan->text[scan->at] ? read_any(scan) : NULL;
	if (scan->text[scan->at] && !node)
		return NULL;
	if (scan->text[scan->at] != ')')
		return fault_at(scan, start, "unclosed parenthesis");
	scan->at++;
	if (scan->text[scan->at] && !strchr(" \t\n)", scan->text[scan->at])) {
		start = scan->at++;
		return fault_at(scan, start, "missing blank after \")\"");
	}
	return node;
}

static const struct node *read_term(struct scan *scan)
{
	struct node *term = arena_alloc(scan->arena, sizeof *term);

	if (!read_field(scan, &term->field) || !read_values(scan, term))
		return NULL;
	return term;
}

/* The bytes of a negation here, or 0. */
static size_t negation(const struct scan *scan)
{
	const char *at = scan->text + scan->at;

	return *at == '-'		     ? 1
	       : !strncasecmp(at, "not:", 4) ? 4
	       : sees(scan, "NOT")	     ? 3
					     : 0;
}

static const struct node *read_one(struct scan *scan)
{
	size_t start = scan->at, len = negation(scan);
	bool is_word = sees(scan, "NOT");
	const struct node *node;

	if (scan->depth == QUERY_DEPTH_MOST)
		return fault_at(scan, start, TOO_DEEP, QUERY_DEPTH_MOST);
	scan->depth++;
	scan->at += len;
	if (is_word)
		skip_blanks(scan);
	if (is_word && (!scan->text[scan->at] || scan->text[scan->at] == ')')) {
		node = fault_at(scan, start, "missing term after NOT");
	} else if (len) {
		node = read_one(scan);
		node = node ? node_not(scan->arena, node) : NULL;
	} else {
		node = scan->text[scan->at] == '(' ? read_parenthesis(scan)
						   : read_term(scan);
	}
	scan->depth--;
	return node;
}

/* Nothing follows that a term could begin with. */
static bool is_end(const struct scan *scan)
{
	return !scan->text[scan->at] || scan->text[scan->at] == ')';
}

/* Terms up to OR, a closing parenthesis or the end, into `terms`: one at least. */
static bool read_all(struct scan *scan, struct nodes *terms)
{
	const char *before = NULL;

	for (;;) {
		size_t start = scan->at;

		if (sees(scan, "OR") || sees(scan, "AND")) {
			const char *operator= sees(scan, "OR") ? "OR" : "AND";

			if (terms->count && !before && *operator== 'O')
				return true;
			take(scan, operator);
			if (!terms->count || before)
				return fault_at(scan, start,
						"missing term before %s", operator);
			before = operator;
			skip_blanks(scan);
			continue;
		}
		if (is_end(scan) && before)
			return fault_at(scan, start, "missing term after %s", before);
		if (is_end(scan))
			return true;
		if (!scan->depth && terms->count >= scan->room)
			return fault_at(scan, start, "a query has at most %d terms",
					QUERY_TERMS_MOST);
		const struct node *node = read_one(scan);

		if (!node)
			return false;
		nodes_push(terms, node);
		before = NULL;
		skip_blanks(scan);
	}
}

/* What follows "OR": terms, or a fault. */
static bool read_alternatives(struct scan *scan, struct nodes *alternatives)
{
	while (take(scan, "OR")) {
		struct nodes terms = { .arena = scan->arena };

		skip_blanks(scan);
		if (is_end(scan))
			return fault_at(scan, scan->at, "missing term after OR");
		if (!read_all(scan, &terms))
			return false;
		nodes_push(alternatives, node_of(&terms, NODE_ALL));
	}
	return true;
}

static const struct node *read_any(struct scan *scan)
{
	struct nodes terms = { .arena = scan->arena };
	struct nodes alternatives = { .arena = scan->arena };

	if (!read_all(scan, &terms))
		return NULL;
	nodes_push(&alternatives, node_of(&terms, NODE_ALL));
	if (!read_alternatives(scan, &alternatives))
		return NULL;
	return node_of(&alternatives, NODE_ANY);
}

bool parse(struct scan *scan, struct nodes *terms)
{
	struct nodes alternatives = { .arena = scan->arena };

	skip_blanks(scan);
	if (!read_all(scan, terms))
		return false;
	if (sees(scan, "OR")) {
		nodes_push(&alternatives, node_of(terms, NODE_ALL));
		*terms = (struct nodes){ .arena = scan->arena };
		if (!read_alternatives(scan, &alternatives))
			return false;
		nodes_push(terms, node_of(&alternatives, NODE_ANY));
	}
	for (int i = 0; i < terms->count; i++)
		if (node_depth(terms->at[i]) > QUERY_DEPTH_MOST)
			return fault_at(scan, 0, TOO_DEEP, QUERY_DEPTH_MOST);
	if (scan->text[scan->at] == ')') {
		size_t start = scan->at++;

		return fault_at(scan, start, "unmatched \")\"");
	}
	return true;
}
