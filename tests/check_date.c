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

/* Calls `each` with every line of a shared file; none when there is no such file. */
static void each_line(const char *name, void (*each)(char *line, int arg), int arg)
{
	const char *shared = getenv("SHARED");
	char path[4096], line[1024];

	snprintf(path, sizeof path, "%s/edtf/%s", shared ? shared : "", name);
	FILE *file = fopen(path, "r");

	while (file && fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		each(line, arg);
	}
	if (file)
		fclose(file);
}

static void check_level(char *line, int level)
{
	const struct date *date = parse(line);

	ck_assert_msg(level < 0 ? !date : date && date_level(date) == level,
		      "\"%s\" is of level %d, not %d", line, date ? date_level(date) : -1,
		      level);
}

START_TEST(agreed_strings_are_valid_at_their_level)
{
	each_line("level0.txt", check_level, 0);
	each_line("level1.txt", check_level, 1);
	each_line("level2.txt", check_level, 2);
}
END_TEST

START_TEST(agreed_invalid_strings_are_invalid)
{
	check_level((char[]){ "" }, -1);
	each_line("invalid.txt", check_level, -1);
}
END_TEST

/* Splits at tabs; gives the number of fields. */
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

START_TEST(disputed_strings_go_by_the_recommendation)
{
	each_line("disputed.tsv", check_disputed, 0);
}
END_TEST

/* Bounds that one suite has against the text of the specification. */
static const char *const wrong_bounds[] = {
	"1953S2",	/* 19.., "some year between 1900 and 1999" */
	"1953S3",	/* 195. */
	"Y17101E4S3",	/* 171...... */
	"Y3388E2S3",	/* the specification's own: between 338000 and 338999 */
	"Y171010000S3", /* as well: between 171000000 and 171999999 */
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

START_TEST(bounds_are_those_agreed)
{
	each_line("bounds.tsv", check_bounds, 0);
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
	ck_abort_msg("no relation is called %s", name);
}

static const char *const truths[] = { "NO", "UNKNOWN", "MAYBE", "YES" };

static uint8_t kind_named(const char *name)
{
	return !strcmp(name, "open")	  ? DATE_END_OPEN
	       : !strcmp(name, "unknown") ? DATE_END_UNKNOWN
					  : DATE_END_KNOWN;
}

/* "0 5 None None closed open": the least and most of start and end, and their kinds. */
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

/* Rows whose answer contradicts other rows of the same suite, or what an open end is. */
static const char *const wrong_relations[][3] = {
	/* All before an end that lies before every day. */
	{ "before", "0 0 10 10 closed closed", "None None 20 30 open closed" },
	/* What began before every day has begun before another. */
	{ "overlaps", "None None 15 15 open closed", "10 10 30 30 closed closed" },
	/* The second may start on day 14 and the first have ended on day 11. */
	{ "overlaps", "0 5 10 20 closed closed", "8 15 25 30 closed closed" },
	/* Of the same two it has "disjoint MAYBE". */
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

/* Blanks in a set are no EDTF; that suite has them. */
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
		return; /* "1985-04-12T10:30Z" has no seconds: no EDTF */
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

START_TEST(relations_are_those_agreed)
{
	each_line("relations-members.tsv", check_members, 0);
	each_line("relations.tsv", check_relation, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("date");
	TCase *date = tcase_create("date");

	tcase_add_test(date, agreed_strings_are_valid_at_their_level);
	tcase_add_test(date, agreed_invalid_strings_are_invalid);
	tcase_add_test(date, disputed_strings_go_by_the_recommendation);
	tcase_add_test(date, bounds_are_those_agreed);
	tcase_add_test(date, relations_are_those_agreed);
	suite_add_tcase(suite, date);
	return suite_main(suite);
}
