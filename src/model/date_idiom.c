#include "config.h"

#include "date_parts.h"

#include <stdio.h>
#include <string.h>

static bool is_number(char c)
{
	return c >= '0' && c <= '9';
}

/* Append the text, with `with` for the part that the fault points to. */
static bool replace(const char *text, const struct date_fault *fault, const char *with,
		    struct buf *out)
{
	buf_add(out, text, fault->at);
	buf_str(out, with);
	buf_str(out, text + fault->at + fault->len);
	return true;
}

/*
 * Each function appends the EDTF of another notation; alternatives are separated by
 * " or ".  Results that do not parse are discarded, so a function need not be strict.
 */

/* 12/13/2022, 13.12.2022, 2022/12/13, 20221213; both orders when ambiguous */
static bool rewrite_numeric(const char *text, const struct date_fault *fault,
			    struct buf *out)
{
	int a, b, year, end = 0;

	(void)fault;
	if (strlen(text) == 8 && strspn(text, "0123456789") == 8) {
		buf_printf(out, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
		return true;
	}
	if (sscanf(text, "%4d%*1[./]%2d%*1[./]%2d%n", &year, &a, &b, &end) == 3 &&
	    !text[end] && year > 99) {
		buf_printf(out, "%04d-%02d-%02d", year, a, b);
		return true;
	}
	if (sscanf(text, "%2d%*1[./-]%4d%n", &a, &year, &end) == 2 && !text[end] &&
	    year > 99) {
		buf_printf(out, "%04d-%02d", year, a);
		return true;
	}
	if (sscanf(text, "%2d%*1[./-]%2d%*1[./-]%4d%n", &a, &b, &year, &end) != 3 ||
	    text[end] || year < 32 || a < 0 || b < 0)
		return false;
	if (a <= 12)
		buf_printf(out, "%04d-%02d-%02d", year, a, b);
	if (a <= 12 && b <= 12 && a != b)
		buf_str(out, " or ");
	if (a > 12 || (b <= 12 && a != b))
		buf_printf(out, "%04d-%02d-%02d", year, b, a);
	return true;
}

/* 20xx, and 199u of earlier drafts of EDTF */
static bool rewrite_small_x(const char *text, const struct date_fault *fault,
			    struct buf *out)
{
	(void)fault;
	if (text[strspn(text, "0123456789-/xuX?~%")] || !strpbrk(text, "xu"))
		return false;
	for (; *text; text++)
		buf_char(out, *text == 'x' || *text == 'u' ? 'X' : *text);
	return true;
}

/* 2004-6-1 */
static bool rewrite_unpadded(const char *text, const struct date_fault *fault,
			     struct buf *out)
{
	(void)fault;
	for (const char *at = text; *at; at++) {
		if (at > text && at[-1] == '-' && is_number(*at) && !is_number(at[1]))
			buf_char(out, '0');
		buf_char(out, *at);
	}
	return true;
}

/* 2004?~ */
static bool rewrite_two_qualifiers(const char *text, const struct date_fault *fault,
				   struct buf *out)
{
	const char *at = text + fault->at;

	return fault->len == 2 && at[0] != at[1] && strchr("?~%", at[0]) &&
	       strchr("?~%", at[1]) && replace(text, fault, "%", out);
}

/* 193, 19~ */
static bool rewrite_short_year(const char *text, const struct date_fault *fault,
			       struct buf *out)
{
	size_t sign = *text == '-', digits = strspn(text + sign, "0123456789");
	const char *rest = text + sign + digits;

	(void)fault;
	if (digits < 2 || digits > 3 || rest[strspn(rest, "?~%")])
		return false;
	buf_printf(out, "%.*s%s%s", (int)(sign + digits), text, digits == 2 ? "XX" : "X",
		   rest);
	return true;
}

/* Y2020, Y00001 */
static bool rewrite_needless_y(const char *text, const struct date_fault *fault,
			       struct buf *out)
{
	int sign = text[0] == 'Y' && text[1] == '-', year, end = 0;

	(void)fault;
	if (*text != 'Y' || sscanf(text + 1 + sign, "%5d%n", &year, &end) != 1 ||
	    year < 0)
		return false;
	buf_printf(out, "%s%04d%s", sign ? "-" : "", year, text + 1 + sign + end);
	return true;
}

/* 12345 */
static bool rewrite_missing_y(const char *text, const struct date_fault *fault,
			      struct buf *out)
{
	(void)fault;
	buf_printf(out, "Y%s", text);
	return strspn(text + (*text == '-'), "0123456789") > 4;
}

/* +2006 */
static bool rewrite_plus(const char *text, const struct date_fault *fault,
			 struct buf *out)
{
	(void)fault;
	buf_str(out, text + 1);
	return *text == '+';
}

/* -0000 */
static bool rewrite_zero(const char *text, const struct date_fault *fault,
			 struct buf *out)
{
	return !strncmp(text + fault->at, "-0000", 5) &&
	       replace(text, fault, "0000", out);
}

static bool rewrite_blanks(const char *text, const struct date_fault *fault,
			   struct buf *out)
{
	(void)fault;
	for (const char *at = text; *at; at++)
		if (*at != ' ' && *at != '\t')
			buf_char(out, *at);
	return strpbrk(text, " \t") != NULL;
}

/* +0430 becomes +04:30, -00:00 becomes +00:00; text after Z is dropped. */
static void rewrite_zone(const char *zone, struct buf *out)
{
	static const char minus[] = "\xe2\x88\x92"; /* U+2212 */
	bool is_minus = !strncmp(zone, minus, 3);
	int hours = 0, minutes = 0;

	if (!*zone)
		return;
	if (*zone == 'Z' || *zone == 'z') {
		buf_char(out, 'Z');
		return;
	}
	sscanf(zone + (is_minus ? 3 : 1), "%2d%*1[:]%2d", &hours, &minutes);
	if (is_number(zone[1]) && is_number(zone[2]) && is_number(zone[3]))
		sscanf(zone + 3, "%2d", &minutes);
	buf_printf(out, "%c%02d:%02d",
		   is_minus || (*zone == '-' && hours + minutes) ? '-' : '+', hours,
		   minutes);
}

/* 2016-05-02T10:30Z, 2016-05-02t1:01:02.5+0430 */
static bool rewrite_time(const char *text, const struct date_fault *fault,
			 struct buf *out)
{
	size_t day = strcspn(text, "Tt ");
	const char *time = text + day;
	int hours, minutes, seconds = 0, end = 0, more = 0;

	(void)fault;
	if (day < 10 || !*time ||
	    sscanf(time + 1, "%2d:%2d%n", &hours, &minutes, &end) != 2 || hours < 0 ||
	    minutes < 0)
		return false;
	time += 1 + end;
	if (sscanf(time, ":%2d%n", &seconds, &more) == 1)
		time += more;
	if (*time == '.' || *time == ',')
		time += 1 + strspn(time + 1, "0123456789");
	buf_printf(out, "%.*sT%02d:%02d:%02d", (int)day, text, hours, minutes, seconds);
	rewrite_zone(time, out);
	return true;
}

/* Drop the times of an interval. */
static bool rewrite_timed_ends(const char *text, const struct date_fault *fault,
			       struct buf *out)
{
	(void)fault;
	if (!strchr(text, '/'))
		return false;
	for (; *text; text++) {
		if (*text == 'T')
			text += strcspn(text, "/");
		if (!*text)
			break;
		buf_char(out, *text);
	}
	return true;
}

/* 2004/open, unknown/2004 */
static bool rewrite_named_ends(const char *text, const struct date_fault *fault,
			       struct buf *out)
{
	static const struct {
		const char *name, *edtf;
	} ends[] = { { "open", ".." }, { "unknown", "" },   { "NONE", "" },
		     { "now", ".." },  { "present", ".." }, { "*", ".." } };

	(void)fault;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const char *found = strstr(text, ends[i].name);

		if (!found)
			continue;
		if (!strchr(text, '/')) {
			buf_str(out, *ends[i].edtf ? "../.." : "");
			return *ends[i].edtf && found == text;
		}
		buf_printf(out, "%.*s%s%s", (int)(found - text), text, ends[i].edtf,
			   found + strlen(ends[i].name));
		return true;
	}
	return false;
}

/* [1999}, {1999 */
static bool rewrite_unclosed(const char *text, const struct date_fault *fault,
			     struct buf *out)
{
	size_t len = strcspn(text + 1, "]}");

	(void)fault;
	if (*text != '[' && *text != '{')
		return false;
	buf_printf(out, "%.*s%c", (int)len + 1, text, *text == '[' ? ']' : '}');
	return true;
}

/* The length of the dash at `at`: two hyphens, or U+2010 to U+2014. */
static size_t dash_length(const char *at)
{
	if (at[0] == '-' && at[1] == '-')
		return 2;
	return !strncmp(at, "\xe2\x80", 2) && (unsigned char)at[2] >= 0x90 &&
			       (unsigned char)at[2] <= 0x94
		       ? 3
		       : 0;
}

/* 2001-2005, also with a dash: an interval */
static bool rewrite_dash(const char *text, const struct date_fault *fault,
			 struct buf *out)
{
	bool is_range = strlen(text) == 9 && text[4] == '-', has_dash = is_range;

	(void)fault;
	while (*text) {
		size_t len = is_range && *text == '-' ? 1 : dash_length(text);

		buf_char(out, len ? '/' : *text);
		has_dash = has_dash || len;
		text += len ? len : 1;
	}
	return has_dash;
}

/* 2004-(06)?-11 of earlier drafts */
static bool rewrite_parentheses(const char *text, const struct date_fault *fault,
				struct buf *out)
{
	(void)fault;
	if (!strchr(text, '('))
		return false;
	for (const char *at = text; *at; at++) {
		size_t len = *at == '(' ? strcspn(at, ")") : 0;
		char mark = len && at[len] ? at[len + 1] : '\0';

		if (!len) {
			buf_char(out, *at);
			continue;
		}
		if (!mark || !strchr("?~%", mark))
			return false;
		buf_char(out, mark);
		for (at++; *at != ')'; at++) {
			buf_char(out, *at);
			if (*at == '-')
				buf_char(out, mark);
		}
		at++;
	}
	return true;
}

/* clang-format off */
const struct date_idiom date_idioms[] = {
	{ rewrite_numeric, "a date is written year-month-day" },
	{ rewrite_small_x, "an unknown digit is a capital X" },
	{ rewrite_unpadded, NULL },
	{ rewrite_two_qualifiers, "% marks what is both uncertain and approximate" },
	{ rewrite_short_year, "a year has four digits, with X for unknown ones" },
	{ rewrite_needless_y, NULL },
	{ rewrite_missing_y, "a year of five digits or more starts with Y" },
	{ rewrite_plus, "a year has no plus sign" },
	{ rewrite_zero, NULL },
	{ rewrite_blanks, "a date contains no blanks" },
	{ rewrite_named_ends, "an open end is .., an unknown end is empty" },
	{ rewrite_timed_ends, NULL },
	{ rewrite_time, NULL },
	{ rewrite_dash, "the ends of an interval are separated by /" },
	{ rewrite_parentheses, "a qualifier is to the left of its part" },
	{ rewrite_unclosed, NULL },
	{ 0 }
};
/* clang-format on */
