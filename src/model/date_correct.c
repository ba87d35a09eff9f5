#include "config.h"

#include "date_parts.h"

#include <stdio.h>
#include <string.h>

/* Corrections of dates that are written in EDTF but impossible; see date_idiom.c. */

static bool is_number(char c)
{
	return c >= '0' && c <= '9';
}

/* The ends of an interval or a range. */
struct range {
	const char *first, *second, *between;
	int first_len, second_len;
};

/* Split the interval or range that the fault points to. */
static bool split_range(const char *text, const struct date_fault *fault,
			struct range *range)
{
	const char *at = text + fault->at, *end = at + fault->len;

	range->first = at;
	for (const char *c = at; c < end; c++)
		if (*c == '/' || (c[0] == '.' && c[1] == '.')) {
			range->between = *c == '/' ? "/" : "..";
			range->first_len = (int)(c - at);
			range->second = c + strlen(range->between);
			range->second_len = (int)(end - range->second);
			return range->second_len > 0;
		}
	return false;
}

/* 2008/1964 */
static bool rewrite_reversed(const char *text, const struct date_fault *fault,
			     struct buf *out)
{
	struct range range;

	if (!split_range(text, fault, &range))
		return false;
	buf_printf(out, "%.*s%.*s%s%.*s%s", (int)fault->at, text, range.second_len,
		   range.second, range.between, range.first_len, range.first,
		   range.second + range.second_len);
	return true;
}

/* The length of the first `count` parts of a point. */
static int parts_length(const char *point, int len, int count)
{
	int i = 1;

	while (i < len && (point[i] != '-' || --count > 0))
		i++;
	return i;
}

/* [2025-01..2026] */
static bool rewrite_uneven(const char *text, const struct date_fault *fault,
			   struct buf *out)
{
	struct range range;
	int parts = 3;

	if (!split_range(text, fault, &range))
		return false;
	while (parts > 1 && (parts_length(range.first, range.first_len, parts - 1) ==
				     range.first_len ||
			     parts_length(range.second, range.second_len, parts - 1) ==
				     range.second_len))
		parts--;
	buf_printf(out, "%.*s%.*s%s%.*s%s", (int)fault->at, text,
		   parts_length(range.first, range.first_len, parts), range.first,
		   range.between, parts_length(range.second, range.second_len, parts),
		   range.second, range.second + range.second_len);
	return true;
}

/* 2016-13-08: the day first */
static bool rewrite_day_first(const char *text, const struct date_fault *fault,
			      struct buf *out)
{
	const char *at = text + fault->at;

	if (fault->len != 2 || fault->at < 5 || at[2] != '-' || !is_number(at[3]) ||
	    !is_number(at[4]))
		return false;
	buf_printf(out, "%.*s%.2s-%.2s%s", (int)fault->at, text, at + 3, at, at + 5);
	return at[-1] == '-' && is_number(at[0]) && is_number(at[1]);
}

/* 1999-02-29: the last day of that month, or the month */
static bool rewrite_late_day(const char *text, const struct date_fault *fault,
			     struct buf *out)
{
	const char *point = text + fault->at;
	int year, month, sign = *point == '-', end = 0;

	if (sscanf(point + sign, "%4d-%2d-%n", &year, &month, &end) != 2 || !end ||
	    month < 1 || month > 12 || year < 0 || strlen(point + sign + end) < 2)
		return false;
	buf_add(out, text, fault->at);
	buf_printf(out, "%.*s%d%s", sign + end, point,
		   days_in_month(sign ? -year : year, month), point + sign + end + 2);
	if (fault->at == 0 && !point[fault->len])
		buf_printf(out, " or %.*s%s", sign + end - 1, point,
			   point + sign + end + 2);
	return true;
}

/* 156X-09-31, 2016-13: drop the impossible part */
static bool rewrite_shorter(const char *text, const struct date_fault *fault,
			    struct buf *out)
{
	const char *at = text + fault->at, *rest;

	if (*at == '-')
		;
	else if (fault->len > 2) /* the whole point: drop its last part */
		for (at += fault->len; at > text && *at != '-';)
			at--;
	else if (at > text + 1 && strchr("?~%", at[-1]))
		at -= 2;
	else if (at > text)
		at--;
	if (at == text || *at != '-' || strchr(text, 'T'))
		return false;
	rest = at + strcspn(at, "/,]}");
	buf_printf(out, "%.*s%s", (int)(at - text), text, rest);
	return true;
}

/* clang-format off */
const struct date_idiom date_corrections[] = {
	{ rewrite_reversed, NULL },
	{ rewrite_uneven, NULL },
	{ rewrite_late_day, NULL },
	{ rewrite_day_first, NULL },
	{ rewrite_shorter, NULL },
	{ 0 }
};
/* clang-format on */
