#include "config.h"

#include "suite.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/date.h"

static struct arena arena;

static const struct date *parse(const char *text)
{
	return date_parse(&arena, text, strlen(text), NULL);
}

/* Call `each` with every line of a shared file; false when it does not exist. */
static bool each_line(const char *name, void (*each)(char *line, int arg), int arg)
{
	const char *shared = getenv("SHARED");
	char path[4096], line[1024];

	snprintf(path, sizeof path, "%s/edtf/%s", shared ? shared : "", name);
	FILE *file = fopen(path, "r");

	if (!file)
		return false;
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		each(line, arg);
	}
	fclose(file);
	return true;
}

#define NO_SHARED_DATA "no shared data (see $SHARED)"

static void check_level(char *line, int level)
{
	const struct date *date = parse(line);

	ck_assert_msg(level < 0 ? !date : date && date_level(date) == level,
		      "\"%s\" is of level %d, not %d", line, date ? date_level(date) : -1,
		      level);
}

START_TEST(agreed_strings_are_valid_at_their_level)
{
	if (!each_line("level0.txt", check_level, 0) ||
	    !each_line("level1.txt", check_level, 1) ||
	    !each_line("level2.txt", check_level, 2))
		suite_skip(NO_SHARED_DATA);
}
END_TEST

START_TEST(agreed_invalid_strings_are_invalid)
{
	check_level((char[]){ "" }, -1);
	if (!each_line("invalid.txt", check_level, -1))
		suite_skip(NO_SHARED_DATA);
}
END_TEST

/* Split at tabs; returns the number of fields. */
static int split(char *line, char *fields[], int most)
{
	int count = 0;

	for (; line && count < most; count++) {
		char *tab = strchr(line, '\t');

		fields[count] = line;
		if (tab)
			*tab = '\0';
		line = tab ? tab + 1 : NULL;
	}
	return count;
}

static void check_disputed(char *line, int arg)
{
	char *field[10];
	int count = split(line, field, 10);
	const char *verdict;

	(void)arg;
	ck_assert_int_eq(count, 10);
	verdict = field[9];
	if (!strcmp(field[0], "string"))
		return;
	int level = !strncmp(field[1], "level ", 6) ? field[1][6] - '0' : -1;

	if (!strncmp(verdict, "reject,", 7) || !strncmp(verdict, "reject as", 9))
		level = -1;
	check_level(field[0], level);
	if (strstr(verdict, "warn"))
		ck_assert_msg(date_warning(parse(field[0])) != NULL, "%s: no warning",
			      field[0]);
	else if (level >= 0)
		ck_assert_msg(!date_warning(parse(field[0])), "%s: warning %s", field[0],
			      date_warning(parse(field[0])));
}

START_TEST(disputed_strings_follow_the_specification)
{
	if (!each_line("disputed.tsv", check_disputed, 0))
		suite_skip(NO_SHARED_DATA);
}
END_TEST

/* Bounds where one suite contradicts the specification. */
static const char *const wrong_bounds[] = {
	"1953S2",	/* 19.., "some year between 1900 and 1999" */
	"1953S3",	/* 195. */
	"Y17101E4S3",	/* 171...... */
	"Y3388E2S3",	/* in the specification: between 338000 and 338999 */
	"Y171010000S3", /* in the specification: between 171000000 and 171999999 */
	"Y-20E2S3",	/* 200. before, not 2... */
	"Y-10000",	/* is not -9999 */
	"Y100000",	/* is not 2062 */
};

static void print_day(int64_t day, uint8_t kind, char out[64])
{
	static const char *const ends[] = { "", "open", "unknown" };
	int64_t year;
	int month, rest;

	day_split(day, &year, &month, &rest);
	if (kind)
		strcpy(out, ends[kind]);
	else
		snprintf(out, 64, "%s%04lld-%02d-%02d", year < 0 ? "-" : "",
			 (long long)(year < 0 ? -year : year), month, rest);
}

static void check_bounds(char *line, int arg)
{
	char *field[3], first[64], last[64];

	(void)arg;
	ck_assert_int_eq(split(line, field, 3), 3);
	if (!strcmp(field[0], "string"))
		return;
	field[2][strcspn(field[2], "\t")] = '\0';
	for (size_t i = 0; i < sizeof wrong_bounds / sizeof *wrong_bounds; i++)
		if (!strcmp(field[0], wrong_bounds[i]))
			return;
	const struct date *date = parse(field[0]);

	ck_assert_msg(date, "%s", field[0]);
	struct date_extent extent = date_extent(date);

	print_day(extent.start_min, extent.start_kind, first);
	print_day(extent.end_max, extent.end_kind, last);
	ck_assert_msg(!strcmp(first, field[1]) && !strcmp(last, field[2]),
		      "%s: %s..%s, not %s..%s", field[0], first, last, field[1],
		      field[2]);
}

START_TEST(bounds_are_as_agreed)
{
	if (!each_line("bounds.tsv", check_bounds, 0))
		suite_skip(NO_SHARED_DATA);
}
END_TEST

static const char *const relation_names[DATE_RELATION_COUNT] = {
	[DATE_BEFORE] = "before",
	[DATE_AFTER] = "after",
	[DATE_MEETS] = "meets",
	[DATE_OVERLAPS] = "overlaps",
	[DATE_STARTS] = "starts",
	[DATE_DURING] = "during",
	[DATE_CONTAINS] = "contains",
	[DATE_FINISHES] = "finishes",
	[DATE_EQUALS] = "equals",
	[DATE_INTERSECTS] = "intersects",
	[DATE_DISJOINT] = "disjoint",
	[DATE_TOUCHES] = "touches",
	[DATE_DURING_OR_EQUAL] = "duringOrEqual",
	[DATE_CONTAINS_OR_EQUAL] = "containsOrEqual",
};

/* "isBefore" is "before" here. */
static enum date_relation relation_named(const char *name)
{
	char plain[32];

	snprintf(plain, sizeof plain, "%s", strncmp(name, "is", 2) ? name : name + 2);
	plain[0] |= 0x20;
	for (int i = 0; i < DATE_RELATION_COUNT; i++)
		if (relation_names[i] && !strcmp(relation_names[i], plain))
			return (enum date_relation)i;
	ck_abort_msg("there is no relation %s", name);
}

static const char *const truths[] = { "NO", "UNKNOWN", "MAYBE", "YES" };

static uint8_t kind_named(const char *name)
{
	return !strcmp(name, "open")	  ? DATE_END_OPEN
	       : !strcmp(name, "unknown") ? DATE_END_UNKNOWN
					  : DATE_END_KNOWN;
}

/* "0 5 None None closed open": minimum and maximum of start and end, and their kinds. */
static struct date_extent extent_of(const char *members)
{
	char number[4][16], start[16], end[16];
	struct date_extent extent = { .is_given = true, .is_interval = true };

	ck_assert_int_eq(sscanf(members, "%15s %15s %15s %15s %15s %15s", number[0],
				number[1], number[2], number[3], start, end),
			 6);
	extent.start_kind = kind_named(start);
	extent.end_kind = kind_named(end);
	extent.start_min = extent.start_kind ? INT64_MIN : atoi(number[0]);
	extent.start_max = extent.start_kind ? INT64_MIN : atoi(number[1]);
	extent.end_min = extent.end_kind ? INT64_MAX : atoi(number[2]);
	extent.end_max = extent.end_kind ? INT64_MAX : atoi(number[3]);
	return extent;
}

/* Rows that contradict other rows of the same suite, or the meaning of an open end. */
static const char *const wrong_relations[][3] = {
	/* Everything before an end that lies before all days. */
	{ "before", "0 0 10 10 closed closed", "None None 20 30 open closed" },
	/* A start before all days is before any other start. */
	{ "overlaps", "None None 15 15 open closed", "10 10 30 30 closed closed" },
	/* The second may start on day 14, after the first ended on day 11. */
	{ "overlaps", "0 5 10 20 closed closed", "8 15 25 30 closed closed" },
	/* For the same two, the suite has "disjoint MAYBE". */
	{ "intersects", "0 10 20 30 closed closed", "15 25 35 45 closed closed" },
};

static void check_members(char *line, int arg)
{
	char *field[4];

	(void)arg;
	ck_assert_int_eq(split(line, field, 4), 4);
	if (!strcmp(field[0], "relation"))
		return;
	for (size_t i = 0; i < sizeof wrong_relations / sizeof *wrong_relations; i++)
		if (!strcmp(field[0], wrong_relations[i][0]) &&
		    !strcmp(field[1], wrong_relations[i][1]) &&
		    !strcmp(field[2], wrong_relations[i][2]))
			return;
	struct date_extent a = extent_of(field[1]), b = extent_of(field[2]);
	enum truth truth = date_relation(relation_named(field[0]), &a, &b, DATE_AS_MEANT);

	ck_assert_msg(!strcmp(truths[truth], field[3]), "%s: %s; %s: %s, not %s",
		      field[0], field[1], field[2], truths[truth], field[3]);
}

/* That suite has blanks in sets, which is not EDTF. */
static struct date_extent extent_without_blanks(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++)
		if (*from != ' ')
			*to++ = *from;
	*to = '\0';
	const struct date *date = parse(text);

	return date ? date_extent(date) : (struct date_extent){ 0 };
}

static void check_relation(char *line, int arg)
{
	char *field[5];

	(void)arg;
	ck_assert_int_eq(split(line, field, 5), 5);
	if (!strcmp(field[0], "A") || strchr(field[0], 'T'))
		return; /* "1985-04-12T10:30Z", without seconds, is not EDTF */
	struct date_extent a = extent_without_blanks(field[0]),
			   b = extent_without_blanks(field[2]);
	enum date_quantifier quantifier = !strcmp(field[3], "ANY")   ? DATE_ANY
					  : !strcmp(field[3], "ALL") ? DATE_ALL
								     : DATE_AS_MEANT;
	enum truth truth = date_relation(relation_named(field[1]), &a, &b, quantifier);

	ck_assert(a.is_given && b.is_given);
	ck_assert_msg(!strcmp(truths[truth], field[4]), "%s %s %s %s: %s, not %s",
		      field[0], field[1], field[2], field[3], truths[truth], field[4]);
}

START_TEST(relations_are_as_agreed)
{
	if (!each_line("relations-members.tsv", check_members, 0) ||
	    !each_line("relations.tsv", check_relation, 0))
		suite_skip(NO_SHARED_DATA);
}
END_TEST

/*
 * The examples of the Library of Congress specification of 2019-02-04, and cases that
 * follow from its text; level -1 is invalid.
 */
/* clang-format off */
static const struct {
	const char *edtf;
	int level;
	const char *first, *last, *words, *brief;
} examples[] = {
	/* Level 0 */
	{ "1985-04-12", 0, "1985-04-12", "1985-04-12", "12 April 1985", "1985-04-12" },
	{ "1985-04", 0, "1985-04-01", "1985-04-30", "April 1985", "1985-04" },
	{ "1985", 0, "1985-01-01", "1985-12-31", "1985", "1985" },
	{ "1985-04-12T23:20:30", 0, "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30", "1985-04-12" },
	{ "1985-04-12T23:20:30Z", 0, "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC", "1985-04-12" },
	{ "1985-04-12T23:20:30-04", 0, "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC-04", "1985-04-12" },
	{ "1985-04-12T23:20:30+04:30", 0, "1985-04-12", "1985-04-12", "12 April 1985, 23:20:30 UTC+04:30", "1985-04-12" },
	{ "2016-12-31T24:00:00", 0, "2017-01-01", "2017-01-01", "1 January 2017, 00:00:00", "2016-12-31" },
	{ "1964/2008", 0, "1964-01-01", "2008-12-31", "from 1964 to 2008", "1964–2008" },
	{ "2004-06/2006-08", 0, "2004-06-01", "2006-08-31", "from June 2004 to August 2006", "2004–2006" },
	{ "2004-02-01/2005", 0, "2004-02-01", "2005-12-31", "from 1 February 2004 to 2005", "2004–2005" },
	{ "0000", 0, "0000-01-01", "0000-12-31", "1 BCE (0000)", "1 BCE" },
	/* Level 1 */
	{ "Y170000002", 1, "170000002-01-01", "170000002-12-31", "170000002", "Y170000002" },
	{ "Y-170000002", 1, "-170000002-01-01", "-170000002-12-31", "170000003 BCE (-170000002)", "Y-170000002" },
	{ "2001-21", 1, "2001-03-01", "2001-05-31", "spring 2001", "spring 2001" },
	{ "2001-24~", 1, "2001-12-01", "2002-02-28", "ca. winter 2001", "win 2001~" },
	{ "1984?", 1, "1984-01-01", "1984-12-31", "1984?", "1984?" },
	{ "2004-06~", 1, "2004-06-01", "2004-06-30", "ca. June 2004", "2004-06~" },
	{ "2004-06-11%", 1, "2004-06-11", "2004-06-11", "ca. 11 June 2004?", "2004-06-11%" },
	{ "201X", 1, "2010-01-01", "2019-12-31", "2010s", "2010s" },
	{ "20XX", 1, "2000-01-01", "2099-12-31", "21st century", "20XX" },
	{ "2004-XX", 1, "2004-01-01", "2004-12-31", "some month of 2004", "2004-XX" },
	{ "1985-04-XX", 1, "1985-04-01", "1985-04-30", "some day of April 1985", "1985-04-XX" },
	{ "1985-XX-XX", 1, "1985-01-01", "1985-12-31", "some day of 1985", "1985-XX-XX" },
	{ "1985-04-12/..", 1, "1985-04-12", "open", "from 12 April 1985 on", "from 1985" },
	{ "1985/..", 1, "1985-01-01", "open", "from 1985 on", "from 1985" },
	{ "../1985-04-12", 1, "open", "1985-04-12", "until 12 April 1985", "by 1985" },
	{ "1985-04-12/", 1, "1985-04-12", "unknown", "from 12 April 1985, end unknown", "1985–?" },
	{ "/1985", 1, "unknown", "1985-12-31", "from an unknown start to 1985", "?–1985" },
	{ "1984~/2004-06", 1, "1984-01-01", "2004-06-30", "from ca. 1984 to June 2004", "1984–2004~" },
	{ "-1985", 1, "-1985-01-01", "-1985-12-31", "1986 BCE (-1985)", "1986 BCE" },
	{ "-0043", 1, "-0043-01-01", "-0043-12-31", "44 BCE (-0043)", "44 BCE" },
	{ "-0044-03-15", 1, "-0044-03-15", "-0044-03-15", "15 March 45 BCE (-0044)", "-0044-03-15" },
	{ "-01XX", 1, "-0199-01-01", "-0100-12-31", "2nd century BCE", "-01XX" },
	/* Level 2 */
	{ "Y-17E7", 2, "-170000000-01-01", "-170000000-12-31", "170000001 BCE (-17E7)", "Y-17E7" },
	{ "1950S2", 2, "1900-01-01", "1999-12-31", "1950 (between 1900 and 1999)", "1950S2" },
	{ "Y171010000S3", 2, "171000000-01-01", "171999999-12-31", "171010000 (between 171000000 and 171999999)", "Y171010000…" },
	{ "Y3388E2S3", 2, "338000-01-01", "338999-12-31", "338800 (between 338000 and 338999)", "Y3388E2S3" },
	{ "-1859S5", 2, "-1859-01-01", "-1859-12-31", "1860 BCE (between 1860 BCE and 1860 BCE)", "-1859S5" },
	{ "2001-34", 2, "2001-04-01", "2001-06-30", "second quarter of 2001", "2001 Q2" },
	{ "2001-30", 2, "2001-12-01", "2002-02-28", "southern summer 2001", "S sum 2001" },
	{ "[1667,1668,1670..1672]", 2, "1667-01-01", "1672-12-31", "1667, 1668 or between 1670 and 1672", "1667…1672" },
	{ "[..1760-12-03]", 2, "open", "1760-12-03", "on or before 3 December 1760", "by 1760" },
	{ "[..1867-01-05]", 2, "open", "1867-01-05", "on or before 5 January 1867", "by 1867" },
	{ "[1760-12..]", 2, "1760-12-01", "open", "in or after December 1760", "from 1760" },
	{ "[1760-01,1760-02,1760-12..]", 2, "1760-01-01", "open", "January 1760, February 1760 or in or after December 1760", "from 1760" },
	{ "[1971,1972]", 2, "1971-01-01", "1972-12-31", "1971 or 1972", "1971…1972" },
	{ "[1906..1912]", 2, "1906-01-01", "1912-12-31", "between 1906 and 1912", "1906…1912" },
	{ "{1667,1668,1670..1672}", 2, "1667-01-01", "1672-12-31", "1667, 1668 and all from 1670 to 1672", "1667…1672" },
	{ "{1960,1961-12}", 2, "1960-01-01", "1961-12-31", "1960 and December 1961", "1960…1961" },
	{ "{..1984}", 2, "open", "1984-12-31", "all until 1984", "by 1984" },
	{ "2004-06-~11", 2, "2004-06-11", "2004-06-11", "11 June 2004 (day approximate)", "2004-06-~11" },
	{ "2004?-06-~11", 2, "2004-06-11", "2004-06-11", "11 June 2004 (year uncertain, day approximate)", "2004?-06-~…" },
	{ "156X-12-25", 2, "1560-12-25", "1569-12-25", "25 December of a year in the 1560s", "156X-12-25" },
	{ "15XX-12-25", 2, "1500-12-25", "1599-12-25", "25 December of a year in the 16th century", "15XX-12-25" },
	{ "XXXX-12-XX", 2, "0000-12-01", "9999-12-31", "some day of December, year unknown", "XXXX-12-XX" },
	{ "1XXX-12", 2, "1000-12-01", "1999-12-31", "December of a year in the 2nd millennium", "1XXX-12" },
	{ "1984-1X", 2, "1984-10-01", "1984-12-31", "some month of 1984 (1984-1X)", "1984-1X" },
	{ "199X-02-29", 2, "1992-02-29", "1996-02-29", "29 February of a year in the 1990s", "199X-02-29" },
	{ "2004-06-~01/2004-06-~20", 2, "2004-06-01", "2004-06-20", "from 1 June 2004 (day approximate) to 20 June 2004 (day approximate)", "2004-06~" },
	{ "2004-06-XX/2004-07-03", 2, "2004-06-01", "2004-07-03", "from some day of June 2004 to 3 July 2004", "2004" },
	/* Beyond all days */
	{ "Y17E8", 2, "1700000000-01-01", "1700000000-12-31", "1700000000", "Y17E8" },
	{ "Y9E99", 2, "25000000000000000-01-01", "25000000000000000-12-31", "year 9E99", "Y9E99" },
};
/* clang-format on */

static void print_words(const struct date *date, struct buf *out)
{
	date_words(date, DATE_PLAIN, out);
}

static void print_brief(const struct date *date, struct buf *out)
{
	date_short(date, false, out);
}

static void check_printed(const char *edtf, const struct date *date, const char *want,
			  void (*print)(const struct date *, struct buf *))
{
	struct buf out = BUF_INIT;

	print(date, &out);
	ck_assert_msg(!strcmp(out.bytes, want), "%s: %s, not %s", edtf, out.bytes, want);
	buf_release(&out);
}

START_TEST(examples_are_parsed)
{
	const char *edtf = examples[_i].edtf;
	const struct date *date = parse(edtf);
	char first[64], last[64];

	ck_assert_msg(date && date_level(date) == examples[_i].level, "%s", edtf);
	struct date_extent extent = date_extent(date);

	print_day(extent.start_min, extent.start_kind, first);
	print_day(extent.end_max, extent.end_kind, last);
	ck_assert_str_eq(first, examples[_i].first);
	ck_assert_str_eq(last, examples[_i].last);
	check_printed(edtf, date, examples[_i].words, print_words);
	check_printed(edtf, date, examples[_i].brief, print_brief);
}
END_TEST

static const char *const invalid_dates[] = {
	"1999-02-29",
	"1900-02-29",
	"2016-09-31",
	"2016-13",
	"2016-00-01",
	"156X-09-31",
	"15XX-02-3X",
	"15XX-2X-25",
	"-0000",
	"12345",
	"Y2006",
	"Y00001",
	"Y17E7-12-26",
	"+2006",
	"2001-42",
	"2001-20",
	"2001-21-01",
	"2002/2001",
	"2005/2004-01",
	"2012-24/2012-21",
	" 2005",
	"2005 ",
	"2004?~",
	"2004??",
	"[1667, 1668]",
	"[]",
	"[1999}",
	"[2005",
	"[2025-01..2026]",
	"{2002..2001}",
	"[1990..,2000]",
	"[1990,..1995]",
	"[..]",
	"2004-06-11T10:10",
	"2004-06-11T10:10:60",
	"2004-06-11T24:00:01",
	"2004-06-11T10:10:10-00:00",
	"2004-06-11T10:10:10+24:00",
	"2004-06T10:10:10",
	"2004-06-11?T10:10:10",
	"2004-06-11T10:10:10/2005",
	"2000/2001/2002",
	"2004-06-11-12",
	"1950S0",
	"195XS2",
	"1950S2-05",
	"Y1E",
	"\xd9\xa2",
};

START_TEST(invalid_edtf_is_rejected)
{

	for (size_t i = 0; i < sizeof invalid_dates / sizeof *invalid_dates; i++)
		ck_assert_msg(!parse(invalid_dates[i]), "%s is valid", invalid_dates[i]);
	ck_assert_ptr_null(date_parse(&arena, "2005\0", 5, NULL));
	ck_assert_ptr_null(date_parse(&arena, "20\00005", 5, NULL));
}
END_TEST

/* clang-format off */
static const struct {
	const char *text, *remedy, *message;
} faults[] = {
	{ "2004-6", "write 2004-06", "a month has two digits" },
	{ "2004-6-1", "write 2004-06-01", NULL },
	{ "20xx", "write 20XX", "an unknown digit is a capital X" },
	{ "199u", "write 199X", NULL },
	{ "c. 2005", "write 2005~", "an approximate date is marked with ~" },
	{ "ca. 2005?", "write 2005%", NULL },
	{ "2005 (?)", "write 2005?", NULL },
	{ "2004?~", "write 2004%", "% marks what is both uncertain and approximate" },
	{ "open", "write ../..", "an open end is .., an unknown end is empty" },
	{ "2004/open", "write 2004/..", NULL },
	{ "unknown/2004", "write /2004", NULL },
	{ "1990s", "write 199X", "a decade is written with X" },
	{ "1990's", "write 199X", NULL },
	{ "1900s", "write 190X or 19XX", NULL },
	{ "19th century", "write 18XX", "a century is written with XX" },
	{ "12/13/2022", "write 2022-12-13", "a date is written year-month-day" },
	{ "12/05/2022", "write 2022-12-05 or 2022-05-12", NULL },
	{ "13.12.2022", "write 2022-12-13", NULL },
	{ "2022/12/13", "write 2022-12-13", NULL },
	{ "20221213", "write 2022-12-13", NULL },
	{ "Dec 2022", "write 2022-12", "a month is a number, after the year" },
	{ "12 December 2022", "write 2022-12-12", NULL },
	{ "December 12, 2022", "write 2022-12-12", NULL },
	{ "12th of Dec. 2022", "write 2022-12-12", NULL },
	{ "Spring, 2002", "write 2002-21", "a season is a number, after the year" },
	{ "193", "write 193X", "a year has four digits, with X for unknown ones" },
	{ "19", "write 19XX", NULL },
	{ "-04", "write -04XX", NULL },
	{ "197~", "write 197X~", NULL },
	{ "Y2020", "write 2020", "a year with Y has at least five digits" },
	{ "12345", "write Y12345", "a year of five digits or more starts with Y" },
	{ "+2006", "write 2006", "a year has no plus sign" },
	{ "-0000", "write 0000", NULL },
	{ "44 BC", "write -0043", NULL },
	{ "AD 409", "write 0409", NULL },
	{ "[1667,1668, 1670..1672]", "write [1667,1668,1670..1672]", "a date contains no blanks" },
	{ " 2020", "write 2020", NULL },
	{ "2016-05-02T16:54:59.042Z", "write 2016-05-02T16:54:59Z", NULL },
	{ "2020-05-01T10:30Z", "write 2020-05-01T10:30:00Z", "a time is hh:mm:ss" },
	{ "2016-05-02T16:54:59+0230", "write 2016-05-02T16:54:59+02:30", "a zone is Z, +hh or +hh:mm" },
	{ "2020-05-01T10:30:00\xe2\x88\x92" "05:00", "write 2020-05-01T10:30:00-05:00", NULL },
	{ "2005-07-25T10:10:10Z/2006-01-01T10:10:10Z", "write 2005-07-25/2006-01-01", NULL },
	{ "2008/1964", "write 1964/2008", "it ends before it starts" },
	{ "{2002..2001}", "write {2001..2002}", NULL },
	{ "[2025-01..2026]", "write [2025..2026]", "the ends of a range differ in precision" },
	{ "1999-02-29", "write 1999-02-28 or 1999-02", "that month has only 28 days" },
	{ "1999-02-30/2000-01-01", "write 1999-02-28/2000-01-01", NULL },
	{ "2016-13", "write 2016", "month 13 does not exist" },
	{ "2016-13-08", "write 2016-08-13", NULL },
	{ "2016-05-32", "write 2016-05", "day 32 does not exist" },
	{ "156X-09-31", "write 156X-09", "no such day exists" },
	{ "2001-2005", "write 2001/2005", "the ends of an interval are separated by /" },
	{ "2001\xe2\x80\x93" "2005", "write 2001/2005", NULL },
	{ "c. 1990/1990s", "write 1990~/199X", NULL },
	{ "2004-(06)?-11", "write 2004-?06-11", NULL },
	{ "[1999}", "write [1999]", NULL },
	{ "[c. 2005]", "write 2005~ and supplied: true", "brackets denote a set of dates" },
	{ "n.d.", "omit the date", "this is not a date" },
	{ "", NULL, "the date is empty" },
	{ "hello", NULL, "expected a year" },
};
/* clang-format on */

START_TEST(faults_suggest_a_correction)
{
	const char *text = faults[_i].text;
	struct date_fault fault = { 0 };

	ck_assert_ptr_null(date_parse(&arena, text, strlen(text), &fault));
	if (faults[_i].remedy && !fault.remedy)
		ck_abort_msg("%s: no remedy", text);
	if (faults[_i].remedy)
		ck_assert_str_eq(fault.remedy, faults[_i].remedy);
	else
		ck_assert_ptr_null(fault.remedy);
	if (faults[_i].message)
		ck_assert_str_eq(fault.message, faults[_i].message);
}
END_TEST

START_TEST(faults_point_to_the_invalid_part)
{
	static const struct {
		const char *text, *part;
	} parts[] = {
		{ "2016-13-08", "13" },
		{ "2016-05-32", "32" },
		{ "1985/1999-02-29", "1999-02-29" },
		{ "2004?~", "?~" },
		{ "2004-6", "6" },
		{ "2004-06-11T10:10", "10:10" },
		{ "[1999}", "}" },
		{ "[2002..2001,2005]", "2002..2001" },
		{ "1985 ", " " },
		{ "Y2006", "Y2006" },
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *text = parts[i].text;
		struct date_fault fault = { 0 };

		date_parse(&arena, text, strlen(text), &fault);
		ck_assert_msg(fault.len == strlen(parts[i].part) &&
				      !memcmp(text + fault.at, parts[i].part, fault.len),
			      "%s: %.*s", text, (int)fault.len, text + fault.at);
	}
}
END_TEST

START_TEST(one_date_in_brackets_seems_supplied)
{
	struct buf edtf = BUF_INIT;

	ck_assert(date_seems_supplied(parse("[2017?]"), &edtf));
	ck_assert_str_eq(edtf.bytes, "2017?");
	ck_assert(!date_seems_supplied(parse("[2017,2018]"), &edtf));
	ck_assert(!date_seems_supplied(parse("[2017..]"), &edtf));
	ck_assert(!date_seems_supplied(parse("{2017}"), &edtf));
	ck_assert(!date_seems_supplied(parse("2017"), &edtf));
	buf_release(&edtf);
}
END_TEST

START_TEST(supplied_dates_are_in_brackets)
{
	static const char *const supplied[][3] = {
		{ "2005", "[2005]", "[2005]" },
		{ "2005%", "[ca. 2005?]", "[2005%]" },
		{ "[1906..1912]", "[between 1906 and 1912]", "[1906…1912]" },
		{ "[1971,1972]", "[1971 or 1972]", "[1971…1972]" },
		{ "2022-12-12", "[12 December 2022]", "[2022-12-12]" },
		{ "2022-12-12~", "[ca. 12 December 2022]", "[20221212~]" },
		{ "2022-07~", "[ca. July 2022]", "[2022-07~]" },
		{ "2001/2005", "[from 2001 to 2005]", "[2001–2005]" },
		{ "2022-07-01/2022-07-02", "[from 1 July 2022 to 2 July 2022]",
		  "[2022-07]" },
		{ "2022-07/2022-08", "[from July 2022 to August 2022]", "[2022]" },
		{ "199X", "[1990s]", "[1990s]" },
		{ "2001-21", "[spring 2001]", "[spr 2001]" },
		{ "2001-22%", "[ca. summer 2001?]", "[sum 2001%]" },
		{ "2001-28", "[northern winter 2001]", "[N win 2001]" },
		{ "2001-37", "[first four months of 2001]", "[2001 1/3]" },
	};

	for (size_t i = 0; i < sizeof supplied / sizeof *supplied; i++) {
		const struct date *date = parse(supplied[i][0]);
		struct buf words = BUF_INIT, brief = BUF_INIT;

		date_words(date, DATE_BRACKETED, &words);
		date_short(date, true, &brief);
		ck_assert_str_eq(words.bytes, supplied[i][1]);
		ck_assert_str_eq(brief.bytes, supplied[i][2]);
		buf_release(&words);
		buf_release(&brief);
	}
}
END_TEST

START_TEST(compact_dates_are_complete)
{
	static const char *const compact[][2] = {
		{ "2022-12-12", "2022-12-12" },
		{ "2004-06-~11", "2004-06-~11" },
		{ "199X", "199X" },
		{ "2007-21", "spring 2007" },
		{ "2007-34~", "ca. second quarter of 2007" },
		{ "-0043", "44 BCE (-0043)" },
		{ "1950S2", "1950 (between 1900 and 1999)" },
		{ "2001/2005", "2001–2005" },
		{ "1991~/1995", "1991~ to 1995" },
		{ "1991/1995~", "1991 to 1995~" },
		{ "2022-12-12/2022-12-13", "2022-12-12 to 2022-12-13" },
		{ "2007-21/2008", "from spring 2007 to 2008" },
		{ "2016/..", "from 2016" },
		{ "2016/", "2016 to ?" },
		{ "../2016", "until 2016" },
		{ "/2016", "? to 2016" },
		{ "../..", "at all times" },
		{ "../", "until an unknown end" },
		{ "[1971,1972-03]", "1971 or 1972-03" },
		{ "{1971,1972,1975}", "1971, 1972 and 1975" },
		{ "[1906..1912]", "between 1906 and 1912" },
		{ "{1906..1912}", "all from 1906 to 1912" },
		{ "[..1984]", "in or before 1984" },
	};

	for (size_t i = 0; i < sizeof compact / sizeof *compact; i++)
		check_printed(compact[i][0], parse(compact[i][0]), compact[i][1],
			      date_compact);
}
END_TEST

START_TEST(edtf_is_printed_in_normal_form)
{
	static const char *const printed[][2] = {
		{ "?2004-?06", "2004-06?" },
		{ "?2004-06-~11", "2004?-06-~11" },
		{ "2004?-06~", "2004%-~06" },
		{ "~2004", "2004~" },
		{ "2004-06-?11?", "2004-06-11?" },
		{ "%-2011-06-13", "-2011%-06-13" },
		{ "2016-12-31T24:00:00Z", "2017-01-01T00:00:00Z" },
		{ "[..1760-12-03,~1800]", "[..1760-12-03,1800~]" },
		{ "../..", "../.." },
		{ "/", "/" },
	};

	for (size_t i = 0; i < sizeof printed / sizeof *printed; i++)
		check_printed(printed[i][0], parse(printed[i][0]), printed[i][1],
			      date_print);
}
END_TEST

/* clang-format off */
static const char *const ascending[] = {
	"../1985", "[..1985]", "../1990", "../..", "Y-17E7", "-0044", "0000", "/0001",
	"1985-01", "1985", "1985~", "1985?", "1985%", "1985/1990", "1985/..", "1986-01-01",
	"1986-24", "Y17E8", "/..",
};
/* clang-format on */

static int sign(int number)
{
	return (number > 0) - (number < 0);
}

START_TEST(order_is_total)
{
	enum { COUNT = sizeof examples / sizeof *examples + 30 };
	struct date_extent all[COUNT];
	size_t count = 0;

	all[count++] = (struct date_extent){ 0 };
	for (size_t i = 0; i < sizeof ascending / sizeof *ascending; i++)
		all[count++] = date_extent(parse(ascending[i]));
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
		all[count++] = date_extent(parse(examples[i].edtf));
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++) {
			int order = date_extent_compare(&all[i], &all[j]);

			ck_assert_int_eq(sign(order),
					 -sign(date_extent_compare(&all[j], &all[i])));
			for (size_t k = 0; k < count; k++)
				if (order <= 0 &&
				    date_extent_compare(&all[j], &all[k]) <= 0)
					ck_assert_int_le(
						date_extent_compare(&all[i], &all[k]), 0);
		}
}
END_TEST

START_TEST(lists_are_sorted_by_the_earliest_day)
{
	struct date_extent none = { 0 };

	for (size_t i = 1; i < sizeof ascending / sizeof *ascending; i++) {
		struct date_extent a = date_extent(parse(ascending[i - 1])),
				   b = date_extent(parse(ascending[i]));

		ck_assert_msg(date_extent_compare(&a, &b) < 0, "%s, %s", ascending[i - 1],
			      ascending[i]);
		ck_assert(date_extent_compare(&b, &none) < 0);
	}
}
END_TEST

/* clang-format off */
static const struct {
	const char *edtf;
	int first, last; /* years */
	enum truth truth;
} withins[] = {
	{ "2005", 2005, 2005, TRUTH_YES },
	{ "2005", 2004, 2006, TRUTH_YES },
	{ "2005", 2006, 2006, TRUTH_NO },
	{ "2005-07-29", 2005, 2005, TRUTH_YES },
	/* Uncertain is never more than MAYBE. */
	{ "2005?", 2005, 2005, TRUTH_MAYBE },
	{ "2005?", 2000, 2010, TRUTH_MAYBE },
	{ "2005?", 2004, 2004, TRUTH_NO },
	/* Approximate may be off by one unit. */
	{ "2005~", 2005, 2005, TRUTH_MAYBE },
	{ "2005~", 2004, 2006, TRUTH_YES },
	{ "2004~", 2003, 2005, TRUTH_YES },
	{ "2005~", 2004, 2004, TRUTH_MAYBE },
	{ "2005~", 2003, 2003, TRUTH_NO },
	{ "2022-07~", 2022, 2022, TRUTH_YES },
	{ "2022-01~", 2022, 2022, TRUTH_MAYBE },
	{ "2022-12-31~", 2022, 2022, TRUTH_MAYBE },
	{ "2004~-06-11", 2004, 2004, TRUTH_MAYBE },
	{ "2004-06-~11", 2004, 2004, TRUTH_YES },
	{ "199X~", 1985, 1989, TRUTH_MAYBE },
	{ "199X~", 1980, 2009, TRUTH_YES },
	/* One of the years of a decade. */
	{ "199X", 1990, 1999, TRUTH_YES },
	{ "199X", 1995, 1995, TRUTH_MAYBE },
	{ "199X", 1980, 1989, TRUTH_NO },
	{ "2001-24", 2001, 2001, TRUTH_MAYBE },
	/* An interval is in every year of its duration. */
	{ "2001/2005", 2003, 2003, TRUTH_YES },
	{ "2001/2005", 2001, 2001, TRUTH_YES },
	{ "2001/2005", 2006, 2006, TRUTH_NO },
	{ "2001?/2005", 2003, 2003, TRUTH_MAYBE },
	{ "2001~/2005", 2001, 2001, TRUTH_MAYBE },
	{ "2001~/2005", 2003, 2003, TRUTH_YES },
	{ "199X/2005", 1995, 1995, TRUTH_MAYBE },
	{ "199X/2005", 2000, 2000, TRUTH_YES },
	{ "2001/..", 2020, 2020, TRUTH_YES },
	{ "2001/..", 2000, 2000, TRUTH_NO },
	{ "2001/", 2001, 2001, TRUTH_YES },
	{ "2001/", 2020, 2020, TRUTH_MAYBE },
	{ "../2001", 1990, 1990, TRUTH_YES },
	{ "/2001", 1990, 1990, TRUTH_MAYBE },
	{ "/2001", 2001, 2001, TRUTH_YES },
	{ "/", 2001, 2001, TRUTH_MAYBE },
	{ "../..", 2001, 2001, TRUTH_YES },
	/* One of a set, and all of one; the gaps count. */
	{ "[1960,1980]", 1960, 1960, TRUTH_MAYBE },
	{ "[1960,1980]", 1970, 1970, TRUTH_NO },
	{ "[1960,1980]", 1950, 1990, TRUTH_YES },
	{ "[..1984]", 1980, 1980, TRUTH_MAYBE },
	{ "[1970..1972]", 1971, 1971, TRUTH_MAYBE },
	{ "{1960,1980}", 1960, 1960, TRUTH_YES },
	{ "{1960,1980}", 1970, 1970, TRUTH_NO },
	{ "{1970..1972}", 1971, 1971, TRUTH_YES },
	{ "{1984..}", 1990, 1990, TRUTH_YES },
};
/* clang-format on */

START_TEST(dates_are_within_their_years)
{
	struct date_extent extent = date_extent(parse(withins[_i].edtf));
	enum truth truth = date_extent_within(&extent, day_of(withins[_i].first, 1, 1),
					      day_of(withins[_i].last, 12, 31));

	ck_assert_msg(truth == withins[_i].truth, "%s in %d..%d: %s", withins[_i].edtf,
		      withins[_i].first, withins[_i].last, truths[truth]);
}
END_TEST

START_TEST(a_missing_date_is_never_within)
{
	struct date_extent none = { 0 };

	ck_assert_int_eq(date_extent_within(&none, INT64_MIN, INT64_MAX), TRUTH_NO);
}
END_TEST

START_TEST(members_can_outlive_their_date)
{
	struct arena other = { 0 };
	const struct date *date = date_parse(&other, "[1960,1980]", 11, NULL);
	struct date_extent extent = date_extent(date);

	date_extent_keep(&extent, &arena);
	arena_clear(&other);
	ck_assert_int_eq(
		date_extent_within(&extent, day_of(1970, 1, 1), day_of(1970, 12, 31)),
		TRUTH_NO);
}
END_TEST

START_TEST(day_numbers_convert_both_ways)
{
	ck_assert_int_eq(day_of(1970, 1, 1), 0);
	ck_assert_int_eq(day_of(2000, 3, 1), 11017);
	ck_assert_int_eq(day_of(0, 1, 1), -719528);
	ck_assert_int_eq(day_of(2005, 13, 1), day_of(2006, 1, 1));
	ck_assert_int_eq(day_of(2005, 0, 1), day_of(2004, 12, 1));
	for (int64_t day = -1500000; day < 1500000; day += 13) {
		int64_t year;
		int month, day_of_month;

		day_split(day, &year, &month, &day_of_month);
		ck_assert_int_eq(day_of(year, month, day_of_month), day);
		ck_assert_int_eq(year_of(day), year);
		ck_assert(month >= 1 && month <= 12 && day_of_month >= 1 &&
			  day_of_month <= 31);
	}
	ck_assert_int_eq(day_of(INT64_MAX, 12, 31), day_of(INT64_MAX / 2, 12, 31));
	ck_assert_int_eq(day_of(INT64_MIN, 1, 1), day_of(INT64_MIN / 2, 1, 1));
	ck_assert(year_of(INT64_MAX) > 0 && year_of(INT64_MIN) < 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("date");
	TCase *date = tcase_create("date");

	tcase_add_test(date, agreed_strings_are_valid_at_their_level);
	tcase_add_test(date, agreed_invalid_strings_are_invalid);
	tcase_add_test(date, disputed_strings_follow_the_specification);
	tcase_add_test(date, bounds_are_as_agreed);
	tcase_add_test(date, relations_are_as_agreed);
	tcase_add_loop_test(date, examples_are_parsed, 0,
			    sizeof examples / sizeof *examples);
	tcase_add_test(date, invalid_edtf_is_rejected);
	tcase_add_loop_test(date, faults_suggest_a_correction, 0,
			    sizeof faults / sizeof *faults);
	tcase_add_test(date, faults_point_to_the_invalid_part);
	tcase_add_test(date, one_date_in_brackets_seems_supplied);
	tcase_add_test(date, supplied_dates_are_in_brackets);
	tcase_add_test(date, compact_dates_are_complete);
	tcase_add_test(date, edtf_is_printed_in_normal_form);
	tcase_add_test(date, order_is_total);
	tcase_add_test(date, lists_are_sorted_by_the_earliest_day);
	tcase_add_loop_test(date, dates_are_within_their_years, 0,
			    sizeof withins / sizeof *withins);
	tcase_add_test(date, a_missing_date_is_never_within);
	tcase_add_test(date, members_can_outlive_their_date);
	tcase_add_test(date, day_numbers_convert_both_ways);
	suite_add_tcase(suite, date);
	return suite_main(suite);
}
