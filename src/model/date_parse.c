#include "config.h"

#include "date_parser.h"

#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
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

	if (p->at == p->end || parser_accept(p, 'Z'))
		return true;
	bool is_west = parser_accept(p, '-');

	if (!is_west && !parser_accept(p, '+'))
		return parser_expected(p, "a zone");
	int hours = parse_clock(p, 23);
	int minutes = hours >= 0 && parser_accept(p, ':') ? parse_clock(p, 59) : 0;

	if (hours < 0 || minutes < 0 || p->at != p->end)
		return parser_fail(p, start, (size_t)(p->end - start),
				   "a zone is Z, +hh or +hh:mm");
	if (is_west && hours == 0 && minutes == 0)
		return parser_fail(p, start, (size_t)(p->end - start),
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
		return parser_fail(p, start, (size_t)(p->end - start),
				   "only an exact day can have a time");
	int hours = parse_clock(p, 24);
	int minutes = hours >= 0 && parser_accept(p, ':') ? parse_clock(p, 59) : -1;
	int seconds = minutes >= 0 && parser_accept(p, ':') ? parse_clock(p, 59) : -1;

	if (seconds < 0)
		return parser_fail(p, day, (size_t)(p->end - day), "a time is hh:mm:ss");
	if (hours == 24 && (minutes || seconds))
		return parser_fail(p, day, 8, "the day ends at 24:00:00");
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
		return parser_fail(p, start, (size_t)(p->at - start),
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
	if (!parser_point(p, point))
		return false;
	if (*p->at == 'T')
		return parser_fail(p, p->at, strcspn(p->at, "/"),
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
	if (!parser_accept(p, '/'))
		return parser_expected(p, "\"/\"");
	if (!parse_end(p, &item->to, &item->to_end))
		return false;
	if (item->from_end != DATE_END_KNOWN || item->to_end != DATE_END_KNOWN)
		parser_raise_level(p, 1);
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
			return parser_fail(
				p, p->at, 2,
				"only the first member of a set can start with ..");
		p->at += 2;
		item->is_range = true;
		item->from_end = DATE_END_OPEN;
		return parser_point(p, &item->to);
	}
	if (!parser_point(p, &item->from))
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
		return parser_fail(p, p->at - 2, 2,
				   "only the last member of a set can end with ..");
	if (!parser_point(p, &item->to))
		return false;
	if (point_precision(&item->from) != point_precision(&item->to))
		return parser_fail(p, start, (size_t)(p->at - start),
				   "the ends of a range differ in precision");
	return check_order(p, item, start);
}

/* set = ( "[" items "]" ) | ( "{" items "}" ); items = item { "," item } */
static bool parse_set(struct parser *p, struct date *date, char closing)
{
	size_t most = 1;
	struct date_item *items;

	parser_raise_level(p, 2);
	for (const char *at = p->at; at < p->end; at++)
		most += *at == ',';
	items = arena_array(p->arena, most, sizeof *items);
	date->items = items;
	do {
		bool is_first = date->item_count == 0;

		if (!parse_item(p, &items[date->item_count++], is_first))
			return false;
	} while (parser_accept(p, ','));
	return parser_accept(p, closing) ||
	       parser_expected(p, closing == ']' ? "\",\" or \"]\"" : "\",\" or \"}\"");
}

/* date = set | interval | point [ time ] */
static bool parse_date(struct parser *p, struct date *date)
{
	if (parser_accept(p, '[')) {
		date->shape = SHAPE_ONE_OF;
		return parse_set(p, date, ']');
	}
	if (parser_accept(p, '{')) {
		date->shape = SHAPE_ALL_OF;
		return parse_set(p, date, '}');
	}
	if (memchr(p->at, '/', (size_t)(p->end - p->at)))
		return parse_interval(p, date);

	struct date_item *item = arena_alloc(p->arena, sizeof *item);

	date->items = item;
	date->item_count = 1;
	return parser_point(p, &item->from) &&
	       (!parser_accept(p, 'T') || parse_time(p, &item->from));
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
		parser_fail(&p, p.at, 0, "the date is empty");
	else if (parse_date(&p, date) &&
		 (p.at == p.end || parser_expected(&p, "the end of the date"))) {
		date->level = p.level;
		date->warning = p.warning;
		date->extent = date_measure(arena, date);
		return date;
	}
	*fault = p.fault;
	return NULL;
}
