/**
 * @file
 * The state of the date parser, shared by date_parse.c and date_parse_point.c.
 *
 * A recursive-descent parser, with the grammar rule above each function.  A failing
 * rule records the fault and returns false, and so do its callers.
 */
#ifndef DAFTAR_MODEL_DATE_PARSER_H
#define DAFTAR_MODEL_DATE_PARSER_H

#include "date_parts.h"

struct parser {
	struct arena *arena;
	const char *start, *at, *end; /* *end is NUL */
	struct date_fault fault;
	const char *warning;
	int level;
	bool in_interval;
};

/** Record a fault in `len` bytes at `at`.  Returns false. */
__attribute__((format(printf, 4, 5))) bool
parser_fail(struct parser *p, const char *at, size_t len, const char *format, ...);

/** Record that `wanted` is missing here.  Returns false. */
bool parser_expected(struct parser *p, const char *wanted);

/** Skip the character if it is next. */
bool parser_accept(struct parser *p, char c);

/** The date needs at least this level. */
void parser_raise_level(struct parser *p, int level);

/** Parse one date of some precision, without a time. */
bool parser_point(struct parser *p, struct date_point *point);

#endif
