#include "config.h"

#include "date_parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool parser_fail(struct parser *p, const char *at, size_t len, const char *format, ...)
{
	char message[128];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	if (len > (size_t)(p->end - at))
		len = (size_t)(p->end - at);
	p->fault = (struct date_fault){ .at = (size_t)(at - p->start),
					.len = len,
					.message = arena_strdup(p->arena, message) };
	return false;
}

bool parser_expected(struct parser *p, const char *wanted)
{
	if (p->at == p->end)
		return parser_fail(p, p->at, 0, "incomplete date: expected %s", wanted);
	if (*p->at == ' ')
		return parser_fail(p, p->at, 1, "a date contains no blanks");
	return parser_fail(p, p->at, 1, "expected %s", wanted);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_place(char c)
{
	return is_digit(c) || c == 'X';
}

bool parser_accept(struct parser *p, char c)
{
	if (*p->at != c || p->at == p->end)
		return false;
	p->at++;
	return true;
}

void parser_raise_level(struct parser *p, int level)
{
	if (p->level < level)
		p->level = level;
}

/* number = "1".."9" { digit } */
static bool parse_number(struct parser *p)
{
	if (!is_digit(*p->at) || *p->at == '0')
		return parser_expected(p, "a digit from 1 to 9");
	while (is_digit(*p->at))
		p->at++;
	return true;
}

/* qualifier = [ "?" | "~" | "%" ] */
static unsigned parse_qualifier(struct parser *p)
{
	if (parser_accept(p, '?'))
		return QUALIFIED_UNCERTAIN;
	if (parser_accept(p, '~'))
		return QUALIFIED_APPROXIMATE;
	if (parser_accept(p, '%'))
		return QUALIFIED_UNCERTAIN | QUALIFIED_APPROXIMATE;
	return 0;
}

/* A qualifier to the left of a part applies to that part alone. */
static bool parse_left(struct parser *p, struct date_point *point, enum date_part part)
{
	unsigned qualifier = parse_qualifier(p);

	if (!qualifier)
		return false;
	point->qualified[part] |= (unsigned char)qualifier;
	parser_raise_level(p, 2);
	return true;
}

/* A qualifier to the right applies to that part and all parts before it. */
static bool parse_right(struct parser *p, struct date_point *point, enum date_part part,
			bool has_left)
{
	unsigned qualifier = parse_qualifier(p);

	if (!qualifier)
		return true;
	for (int i = PART_YEAR; i <= (int)part; i++)
		point->qualified[i] |= (unsigned char)qualifier;
	if (has_left)
		p->warning = "a part has qualifiers on both sides";
	parser_raise_level(p, *p->at == '-' ? 2 : 1);
	if (*p->at == '?' || *p->at == '~' || *p->at == '%')
		return parser_fail(p, p->at - 1, 2, "two qualifiers in one place");
	return true;
}

/* long-year = "Y" [ "-" ] number [ "E" number ] */
static bool parse_long_year(struct parser *p, struct date_point *point)
{
	parser_raise_level(p, 1);
	parser_accept(p, '-');
	const char *digits = p->at;

	if (!parse_number(p))
		return false;
	if (p->at - digits < 5 && *p->at != 'E')
		return parser_fail(p, point->year, (size_t)(p->at - point->year),
				   "a year with Y has at least five digits");
	if (!parser_accept(p, 'E'))
		return true;
	parser_raise_level(p, 2);
	return parse_number(p);
}

/* short-year = [ "-" ] place place place place; but not -0000 */
static bool parse_short_year(struct parser *p, struct date_point *point)
{
	if (parser_accept(p, '-'))
		parser_raise_level(p, 1);
	const char *places = p->at;

	while (is_place(*p->at))
		p->at++;
	if (p->at == places)
		return parser_expected(p, "a year");
	if (p->at - places != 4)
		return parser_fail(p, places, (size_t)(p->at - places),
				   "a year has four digits");
	if (!memcmp(point->year, "-0000", 5))
		return parser_fail(
			p, point->year, 5,
			"year -0000 does not exist; 0000 is the year before 0001");
	return true;
}

/* significant = "S" number, the number of significant digits: 1950S2 is 1900 to 1999 */
static bool parse_significant(struct parser *p, struct date_point *point)
{
	if (memchr(point->year, 'X', (size_t)(p->at - point->year)))
		return parser_fail(p, p->at - 1, 1, "a year has X or S, not both");
	parser_raise_level(p, 2);
	return parse_number(p);
}

/* year = qualifier ( long-year | short-year ) [ significant ] qualifier */
static bool parse_year(struct parser *p, struct date_point *point)
{
	bool has_left = parse_left(p, point, PART_YEAR);

	point->year = p->at;
	if (!(parser_accept(p, 'Y') ? parse_long_year : parse_short_year)(p, point))
		return false;
	if (parser_accept(p, 'S') && !parse_significant(p, point))
		return false;
	point->year_len = (int)(p->at - point->year);
	return parse_right(p, point, PART_YEAR, has_left);
}

/* two = place place */
static bool parse_two(struct parser *p, char two[2], const char *name)
{
	const char *start = p->at;

	while (is_place(*p->at))
		p->at++;
	if (p->at == start)
		return parser_expected(p, name);
	if (p->at - start != 2)
		return parser_fail(p, start, (size_t)(p->at - start), "%s has two digits",
				   name);
	memcpy(two, start, 2);
	return true;
}

static bool check_month(struct parser *p, const struct date_point *point, const char *at)
{
	const char *two = point->month;
	bool is_month = point_allows_any(two, 1, 12), has_day = *p->at == '-';

	if (is_month)
		return true;
	if (!point_allows_any(two, 21, 41) && point_number(two) >= 0)
		return parser_fail(p, at, 2, "month %.2s does not exist", two);
	if (!point_allows_any(two, 21, 41))
		return parser_fail(p, at, 2, "no month can be %.2s", two);
	if (has_day)
		return parser_fail(p, at, 2, "%.2s is a season, and a season has no days",
				   two);
	parser_raise_level(p, point_number(two) >= 0 && point_number(two) <= 24 ? 1 : 2);
	if (point_number(two) < 0)
		p->warning = "the season is not known";
	return true;
}

/* month = qualifier two qualifier; a season is a month from 21 to 41 */
static bool parse_month(struct parser *p, struct date_point *point)
{
	bool has_left = parse_left(p, point, PART_MONTH);
	const char *at = p->at;

	return parse_two(p, point->month, "a month") &&
	       parse_right(p, point, PART_MONTH, has_left) && check_month(p, point, at);
}

/* day = qualifier two qualifier */
static bool parse_day(struct parser *p, struct date_point *point)
{
	bool has_left = parse_left(p, point, PART_DAY);
	const char *at = p->at;

	if (!parse_two(p, point->day, "a day"))
		return false;
	if (!point_allows_any(point->day, 1, 31))
		return parser_fail(p, at, 2,
				   point_number(point->day) < 0
					   ? "no day can be %.2s"
					   : "day %.2s does not exist",
				   point->day);
	return parse_right(p, point, PART_DAY, has_left);
}

/* point = year [ "-" month [ "-" day ] ] */
bool parser_point(struct parser *p, struct date_point *point)
{
	const char *start = p->at;

	if (!parse_year(p, point))
		return false;
	if (*p->at == '-' && (point->year[0] == 'Y' || point_is_significant(point)))
		return parser_fail(p, p->at, (size_t)(p->end - p->at),
				   "a year with Y or S has no months");
	if (parser_accept(p, '-') && !parse_month(p, point))
		return false;
	if (point->month[0] && parser_accept(p, '-') && !parse_day(p, point))
		return false;
	if (point_is_masked(point))
		parser_raise_level(
			p, point_is_simply_masked(point) && !p->in_interval ? 1 : 2);
	if (point_measure(point))
		return true;
	if (point_is_masked(point))
		return parser_fail(p, start, (size_t)(p->at - start),
				   "no such day exists");
	return parser_fail(p, start, (size_t)(p->at - start),
			   "that month has only %d days",
			   days_in_month(point->year_min, point_number(point->month)));
}
