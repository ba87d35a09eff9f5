#include "config.h"

#include "date_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/*
 * A recursive-descent parser, with the grammar rule above each function.  A failing
 * rule records the fault and returns false, and so do its callers.
 */
struct parser {
	struct arena *arena;
	const char *start, *at, *end; /* *end is NUL */
	struct date_fault fault;
	const char *warning;
	int level;
	bool in_interval;
};

__attribute__((format(printf, 4, 5))) static bool
wrong(struct parser *p, const char *at, size_t len, const char *format, ...)
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

static bool unexpected(struct parser *p, const char *wanted)
{
	if (p->at == p->end)
		return wrong(p, p->at, 0, "incomplete date: expected %s", wanted);
	if (*p->at == ' ')
		return wrong(p, p->at, 1, "a date contains no blanks");
	return wrong(p, p->at, 1, "expected %s", wanted);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_place(char c)
{
	return is_digit(c) || c == 'X';
}

static bool accept(struct parser *p, char c)
{
	if (*p->at != c || p->at == p->end)
		return false;
	p->at++;
	return true;
}

static void raise_level(struct parser *p, int level)
{
	if (p->level < level)
		p->level = level;
}

/* number = "1".."9" { digit } */
static bool parse_number(struct parser *p)
{
	if (!is_digit(*p->at) || *p->at == '0')
		return unexpected(p, "a digit from 1 to 9");
	while (is_digit(*p->at))
		p->at++;
	return true;
}

/* qualifier = [ "?" | "~" | "%" ] */
static unsigned parse_qualifier(struct parser *p)
{
	if (accept(p, '?'))
		return QUALIFIED_UNCERTAIN;
	if (accept(p, '~'))
		return QUALIFIED_APPROXIMATE;
	if (accept(p, '%'))
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
	raise_level(p, 2);
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
	raise_level(p, *p->at == '-' ? 2 : 1);
	if (*p->at == '?' || *p->at == '~' || *p->at == '%')
		return wrong(p, p->at - 1, 2, "two qualifiers in one place");
	return true;
}

/* long-year = "Y" [ "-" ] number [ "E" number ] */
static bool parse_long_year(struct parser *p, struct date_point *point)
{
	raise_level(p, 1);
	accept(p, '-');
	const char *digits = p->at;

	if (!parse_number(p))
		return false;
	if (p->at - digits < 5 && *p->at != 'E')
		return wrong(p, point->year, (size_t)(p->at - point->year),
			     "a year with Y has at least five digits");
	if (!accept(p, 'E'))
		return true;
	raise_level(p, 2);
	return parse_number(p);
}

/* short-year = [ "-" ] place place place place; but not -0000 */
static bool parse_short_year(struct parser *p, struct date_point *point)
{
	if (accept(p, '-'))
		raise_level(p, 1);
	const char *places = p->at;

	while (is_place(*p->at))
		p->at++;
	if (p->at == places)
		return unexpected(p, "a year");
	if (p->at - places != 4)
		return wrong(p, places, (size_t)(p->at - places),
			     "a year has four digits");
	if (!memcmp(point->year, "-0000", 5))
		return wrong(p, point->year, 5,
			     "year -0000 does not exist; 0000 is the year before 0001");
	return true;
}

/* significant = "S" number, the number of significant digits: 1950S2 is 1900 to 1999 */
static bool parse_significant(struct parser *p, struct date_point *point)
{
	if (memchr(point->year, 'X', (size_t)(p->at - point->year)))
		return wrong(p, p->at - 1, 1, "a year has X or S, not both");
	raise_level(p, 2);
	return parse_number(p);
}

/* year = qualifier ( long-year | short-year ) [ significant ] qualifier */
static bool parse_year(struct parser *p, struct date_point *point)
{
	bool has_left = parse_left(p, point, PART_YEAR);

	point->year = p->at;
	if (!(accept(p, 'Y') ? parse_long_year : parse_short_year)(p, point))
		return false;
	if (accept(p, 'S') && !parse_significant(p, point))
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
		return unexpected(p, name);
	if (p->at - start != 2)
		return wrong(p, start, (size_t)(p->at - start), "%s has two digits",
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
		return wrong(p, at, 2, "month %.2s does not exist", two);
	if (!point_allows_any(two, 21, 41))
		return wrong(p, at, 2, "no month can be %.2s", two);
	if (has_day)
		return wrong(p, at, 2, "%.2s is a season, and a season has no days", two);
	raise_level(p, point_number(two) >= 0 && point_number(two) <= 24 ? 1 : 2);
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
		return wrong(p, at, 2,
			     point_number(point->day) < 0 ? "no day can be %.2s"
							  : "day %.2s does not exist",
			     point->day);
	return parse_right(p, point, PART_DAY, has_left);
}

/* point = year [ "-" month [ "-" day ] ] */
static bool parse_point(struct parser *p, struct date_point *point)
{
	const char *start = p->at;

	if (!parse_year(p, point))
		return false;
	if (*p->at == '-' && (point->year[0] == 'Y' || point_is_significant(point)))
		return wrong(p, p->at, (size_t)(p->end - p->at),
			     "a year with Y or S has no months");
	if (accept(p, '-') && !parse_month(p, point))
		return false;
	if (point->month[0] && accept(p, '-') && !parse_day(p, point))
		return false;
	if (point_is_masked(point))
		raise_level(p, point_is_simply_masked(point) && !p->in_interval ? 1 : 2);
	if (point_measure(point))
		return true;
	if (point_is_masked(point))
		return wrong(p, start, (size_t)(p->at - start), "no such day exists");
	return wrong(p, start, (size_t)(p->at - start), "that month has only %d days",
		     days_in_month(point->year_min, point_number(point->month)));
}

static int parse_clock(struct parser *p, int most)
{
	if (!is_digit(p->at[0]) || !is_digit(p->at[1]))
		return -1;
	int number = (p->at[0] - '0') * 10 + (p->at[1] - '0');

	if (number > most)
		return -1;
	p->at += 2;
	return number;
}

/* zone = [ "Z" | ( "+" | "-" ) hh [ ":" mm ] ]; but not -00:00 */
static bool parse_zone(struct parser *p)
{
	const char *start = p->at;

	if (p->at == p->end || accept(p, 'Z'))
		return true;
	bool is_west = accept(p, '-');

	if (!is_west && !accept(p, '+'))
		return unexpected(p, "a zone");
	int hours = parse_clock(p, 23);
	int minutes = hours >= 0 && accept(p, ':') ? parse_clock(p, 59) : 0;

	if (hours < 0 || minutes < 0 || p->at != p->end)
		return wrong(p, start, (size_t)(p->end - start),
			     "a zone is Z, +hh or +hh:mm");
	if (is_west && hours == 0 && minutes == 0)
		return wrong(p, start, (size_t)(p->end - start),
			     "zone -00:00 does not exist");
	if (hours * 60 + minutes > (is_west ? 12 : 14) * 60)
		p->warning = "no time zone has this offset";
	return true;
}

/* time = "T" hh ":" mm ":" ss zone; 24:00:00 is the end of the day */
static bool parse_time(struct parser *p, struct date_point *point)
{
	const char *start = p->at - 1, *day = p->at;

	point->time = start;
	if (!point->day[0] || point_is_masked(point) || p->level > 1 ||
	    point->qualified[PART_YEAR])
		return wrong(p, start, (size_t)(p->end - start),
			     "only an exact day can have a time");
	int hours = parse_clock(p, 24);
	int minutes = hours >= 0 && accept(p, ':') ? parse_clock(p, 59) : -1;
	int seconds = minutes >= 0 && accept(p, ':') ? parse_clock(p, 59) : -1;

	if (seconds < 0)
		return wrong(p, day, (size_t)(p->end - day), "a time is hh:mm:ss");
	if (hours == 24 && (minutes || seconds))
		return wrong(p, day, 8, "the day ends at 24:00:00");
	if (!parse_zone(p))
		return false;
	point->time_len = (int)(p->at - start);
	return point_measure(point);
}

/* The first point must not be after the second. */
static bool check_order(struct parser *p, const struct date_item *item, const char *start)
{
	if (item->from_end != DATE_END_KNOWN || item->to_end != DATE_END_KNOWN)
		return true;
	if (item->from.days.start_min > item->to.days.end_max)
		return wrong(p, start, (size_t)(p->at - start),
			     "it ends before it starts");
	if (item->from.days.start_min > item->to.days.start_min)
		p->warning = "it may end before it starts";
	return true;
}

/* end = point | ".." | nothing */
static bool parse_end(struct parser *p, struct date_point *point, enum date_end *end)
{
	*end = DATE_END_UNKNOWN;
	if (p->at == p->end || *p->at == '/')
		return true;
	*end = DATE_END_OPEN;
	if (p->at[0] == '.' && p->at[1] == '.') {
		p->at += 2;
		return true;
	}
	*end = DATE_END_KNOWN;
	if (!parse_point(p, point))
		return false;
	if (*p->at == 'T')
		return wrong(p, p->at, strcspn(p->at, "/"),
			     "the ends of an interval have no times");
	return true;
}

/* interval = end "/" end */
static bool parse_interval(struct parser *p, struct date *date)
{
	struct date_item *item = arena_alloc(p->arena, sizeof *item);

	p->in_interval = true;
	date->shape = SHAPE_INTERVAL;
	date->items = item;
	date->item_count = 1;
	item->is_range = true;
	if (!parse_end(p, &item->from, &item->from_end))
		return false;
	if (!accept(p, '/'))
		return unexpected(p, "\"/\"");
	if (!parse_end(p, &item->to, &item->to_end))
		return false;
	if (item->from_end != DATE_END_KNOWN || item->to_end != DATE_END_KNOWN)
		raise_level(p, 1);
	if (item->from_end != DATE_END_KNOWN && item->to_end != DATE_END_KNOWN)
		p->warning = "an interval without dates has no meaning";
	return p->at != p->end || check_order(p, item, p->start);
}

/* item = ".." point | point [ ".." [ point ] ]; open ends only at the set's ends */
static bool parse_item(struct parser *p, struct date_item *item, bool is_first)
{
	const char *start = p->at;

	if (p->at[0] == '.' && p->at[1] == '.') {
		if (!is_first)
			return wrong(p, p->at, 2,
				     "only the first member of a set can start with ..");
		p->at += 2;
		item->is_range = true;
		item->from_end = DATE_END_OPEN;
		return parse_point(p, &item->to);
	}
	if (!parse_point(p, &item->from))
		return false;
	if (p->at[0] != '.' || p->at[1] != '.')
		return true;
	p->at += 2;
	item->is_range = true;
	if (*p->at == ']' || *p->at == '}') {
		item->to_end = DATE_END_OPEN;
		return true;
	}
	if (*p->at == ',')
		return wrong(p, p->at - 2, 2,
			     "only the last member of a set can end with ..");
	if (!parse_point(p, &item->to))
		return false;
	if (point_precision(&item->from) != point_precision(&item->to))
		return wrong(p, start, (size_t)(p->at - start),
			     "the ends of a range differ in precision");
	return check_order(p, item, start);
}

/* set = ( "[" items "]" ) | ( "{" items "}" ); items = item { "," item } */
static bool parse_set(struct parser *p, struct date *date, char closing)
{
	size_t most = 1;
	struct date_item *items;

	raise_level(p, 2);
	for (const char *at = p->at; at < p->end; at++)
		most += *at == ',';
	items = arena_array(p->arena, most, sizeof *items);
	date->items = items;
	do {
		bool is_first = date->item_count == 0;

		if (!parse_item(p, &items[date->item_count++], is_first))
			return false;
	} while (accept(p, ','));
	return accept(p, closing) ||
	       unexpected(p, closing == ']' ? "\",\" or \"]\"" : "\",\" or \"}\"");
}

/* date = set | interval | point [ time ] */
static bool parse_date(struct parser *p, struct date *date)
{
	if (accept(p, '[')) {
		date->shape = SHAPE_ONE_OF;
		return parse_set(p, date, ']');
	}
	if (accept(p, '{')) {
		date->shape = SHAPE_ALL_OF;
		return parse_set(p, date, '}');
	}
	if (memchr(p->at, '/', (size_t)(p->end - p->at)))
		return parse_interval(p, date);

	struct date_item *item = arena_alloc(p->arena, sizeof *item);

	date->items = item;
	date->item_count = 1;
	return parse_point(p, &item->from) &&
	       (!accept(p, 'T') || parse_time(p, &item->from));
}

const struct date *date_parse_bare(struct arena *arena, const char *text, size_t len,
				   struct date_fault *fault)
{
	struct date *date = arena_alloc(arena, sizeof *date);
	const char *copy = arena_strndup(arena, text, len);
	struct parser p = {
		.arena = arena, .start = copy, .at = copy, .end = copy + len
	};

	if (len == 0)
		wrong(&p, p.at, 0, "the date is empty");
	else if (parse_date(&p, date) &&
		 (p.at == p.end || unexpected(&p, "the end of the date"))) {
		date->level = p.level;
		date->warning = p.warning;
		date->extent = date_measure(arena, date);
		return date;
	}
	*fault = p.fault;
	return NULL;
}
