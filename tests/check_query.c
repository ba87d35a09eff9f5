#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "load/load.h"
#include "query/query.h"

static const struct ref everything = { 0 };

/* tests/data/questions.yaml, which must be without fault. */
static void load(struct dossier *dossier)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	char path[4096];

	snprintf(path, sizeof path, "%s/questions.yaml", getenv("DATA"));
	*dossier = (struct dossier){ 0 };
	ck_assert(load_dossier(path, dossier, &diags));
	arena_clear(&arena);
}

/* The ids that a query finds, a question mark behind the possible ones. */
static void run(const struct dossier *dossier, const struct query *query,
		struct ref thread, struct buf *out)
{
	struct arena arena = { 0 };
	struct query_hits hits;

	query_run(query, dossier, thread, &arena, &hits);
	buf_clear(out);
	for (int i = 0; i < hits.count; i++)
		buf_printf(out, "%s%s%s", i ? " " : "",
			   dossier->events[hits.events[i]].record.id,
			   hits.truths[i] == TRUTH_MAYBE ? "?" : "");
	arena_clear(&arena);
}

/* clang-format off */
static const struct {
	const char *text, *ids;
} questions[] = {
	{ "", "someday courting independence base astana thaw sco-session meeting next-dialogue" },
	{ " \t\n", "someday courting independence base astana thaw sco-session meeting next-dialogue" },
	{ "year:2005", "base astana" },
	{ "year:2001..2005", "base astana" },
	{ "year:..1999", "someday courting independence" },
	{ "year:2016..", "sco-session meeting next-dialogue thaw?" },
	{ "year:2021,2023", "next-dialogue sco-session?" },
	{ "year:1990..1999", "courting independence" },
	{ "year:1995", "courting?" },
	{ "year:-0044", "" },
	{ "date:2022-12", "meeting sco-session?" },
	{ "date:2005-07-15", "base astana?" },
	{ "date:2016", "thaw?" },
	{ "date:199X", "courting independence" },
	{ "date:../2001", "someday courting independence base" },
	{ "actor:uzbekistan", "courting independence base meeting sco-session?" },
	{ "actor:Uzbekistan", "courting independence base meeting sco-session?" },
	{ "actor:OZBEKISTON", "courting independence base meeting sco-session?" },
	{ "actor:\"republic of uzbekistan\"", "courting independence base meeting sco-session?" },
	{ "actor:uzbek", "someday courting independence base meeting sco-session?" },
	{ "actor:karim", "independence base" },
	{ "actor:\"islam karimov\"", "independence base" },
	{ "actor:Каримов", "independence base" },
	{ "actor:norov,blinken", "sco-session meeting" },
	{ "actor:u.s.", "courting base astana meeting" },
	{ "actor:states", "courting base astana meeting" },
	{ "actor:sco", "astana sco-session?" },
	{ "actor:cooperation", "astana sco-session?" },
	{ "actor:airways", "someday" },
	{ "actor:uzbekistan actor:united-states", "courting base meeting" },
	{ "-actor:uzbekistan", "someday astana thaw next-dialogue sco-session?" },
	{ "not:actor:uzbekistan", "someday astana thaw next-dialogue sco-session?" },
	{ "-actor:karimov,norov,sco", "someday courting thaw next-dialogue" },
	{ "role:observer", "sco-session" },
	{ "role:actor", "courting independence base astana meeting" },
	{ "-role:recipient,actor", "someday thaw sco-session next-dialogue" },
	{ "place:uzbekistan", "independence base thaw" },
	{ "place:central-asia", "independence base thaw" },
	{ "place:toshkent", "independence thaw" },
	{ "place:k2", "base" },
	{ "place:karshi", "base" },
	{ "-place:uzbekistan", "someday courting astana sco-session meeting next-dialogue" },
	{ "type:consult", "meeting next-dialogue" },
	{ "type:CONSULT,request", "astana meeting next-dialogue" },
	{ "mode:visit", "meeting" },
	{ "kind:request", "astana meeting" },
	{ "kind:request,commitment", "base astana meeting" },
	{ "kind:topic", "" },
	{ "thread:k2-sco", "base astana" },
	{ "thread:week", "meeting next-dialogue" },
	{ "thread:sco", "base astana" },
	{ "tag:military", "base astana" },
	{ "tag:human", "meeting" },
	{ "-tag:military,k2,human-rights", "someday courting independence thaw sco-session next-dialogue" },
	{ "source:cpc", "meeting" },
	{ "source:friends", "base astana" },
	{ "source:freund", "meeting" },
	{ "source:akbarzadeh", "base astana" },
	{ "source:\"friends or foes\"", "base astana" },
	{ "status:planned", "next-dialogue" },
	{ "status:open", "meeting" },
	{ "status:open,broken", "base meeting" },
	{ "id:meeting", "meeting" },
	{ "id:trials", "meeting" },
	{ "id:base,astana", "base astana" },
	{ "karimov", "independence base thaw" },
	{ "ozbekiston", "courting base thaw meeting" },
	{ "america", "courting base astana" },
	{ "\"stay as long as needed\"", "base" },
	{ "\"stay long\"", "" },
	{ "\"just and public trials\"", "meeting" },
	{ "trial", "meeting" },
	{ "rial", "" },
	{ "railway", "someday" },
	{ "announced", "meeting next-dialogue" },
	{ "military", "base astana" },
	{ "k2", "base" },
	{ "minister", "meeting" },
	{ "prèsident", "independence thaw" },
	{ "tashkent washington", "courting" },
	{ "tashkent,washington", "courting independence thaw meeting next-dialogue" },
	{ "-karimov year:1990..2010", "courting astana" },
	{ "100%", "thaw" },
	{ "\"u.s.\"", "courting base astana" },
	{ "cautiously", "thaw" },
	{ "actor:norov year:2022 kind:request", "meeting" },
	{ "year:2021 -actor:norov", "" },
	{ "year:2021..2022 actor:uzbekistan", "meeting sco-session?" },
	{ "ACTOR:norov", "sco-session meeting" },
};

static const struct {
	const char *text;
	size_t at, len;
	const char *message;
} faults[] = {
	{ "actr:norov", 0, 5, "there is no field \"actr\"; did you mean \"actor:\"?" },
	{ "year:2005 https://x", 10, 6, "there is no field \"https\"; put words with a colon in quotation marks" },
	{ "not:not:x", 4, 4, "there is no field \"not\"; put words with a colon in quotation marks" },
	{ "actor:norv", 6, 4, "no actor is called \"norv\"; did you mean \"norov\"?" },
	{ "year:2022 -actor:norov,blinkn", 23, 6, "no actor is called \"blinkn\"; did you mean \"blinken\"?" },
	{ "actor:zzz", 6, 3, "no actor is called \"zzz\"" },
	{ "place:taskent", 6, 7, "no place is called \"taskent\"; did you mean \"tashkent\"?" },
	{ "type:konsult", 5, 7, "no type is called \"konsult\"; did you mean \"CONSULT\"?" },
	{ "kind:zzz", 5, 3, "no kind is called \"zzz\"; it is one of topic, position, request, commitment, commendation, criticism, announcement, assessment" },
	{ "role:host", 5, 4, "no role is called \"host\"; it is one of actor, recipient, third-party, observer" },
	{ "thread:weak", 7, 4, "no thread is called \"weak\"; did you mean \"week\"?" },
	{ "tag:militry", 4, 7, "no tag is called \"militry\"; did you mean \"military\"?" },
	{ "source:frend", 7, 5, "no source is called \"frend\"; did you mean \"Freund\"?" },
	{ "status:opn", 7, 3, "no status is called \"opn\"; did you mean \"open\"?" },
	{ "id:meet", 3, 4, "no id is called \"meet\"" },
	{ "year:", 5, 0, "a value is missing here" },
	{ "year:20x5", 5, 4, "\"20x5\" is no year; write 2005, 2001..2005, ..1999 or 2016.." },
	{ "year:..", 5, 2, "\"..\" is no year; write 2005, 2001..2005, ..1999 or 2016.." },
	{ "year:2001...2005", 5, 11, "\"2001...2005\" is no year; write 2005, 2001..2005, ..1999 or 2016.." },
	{ "year:99999999999", 5, 11, "\"99999999999\" is no year; write 2005, 2001..2005, ..1999 or 2016.." },
	{ "year:2005..2001", 5, 10, "the years run backwards; write 2001..2005" },
	{ "actor:norov,", 12, 0, "a value is missing here" },
	{ "actor:,norov", 6, 1, "a value is missing here" },
	{ "actor: norov", 6, 1, "a value is missing here" },
	{ "-", 1, 0, "a value is missing here" },
	{ "a - b", 3, 1, "a value is missing here" },
	{ "not:", 4, 0, "a value is missing here" },
	{ "\"human rights", 0, 13, "the quotation mark is not closed" },
	{ "actor:\"norov", 6, 6, "the quotation mark is not closed" },
	{ "\"a\"b", 3, 1, "after a quotation mark comes a blank or a comma" },
	{ "'", 0, 1, "\"'\" has no letters to search for" },
	{ "\"\"", 0, 2, "\"\" has no letters to search for" },
	{ "\" \"", 0, 3, "\" \" has no letters to search for" },
	{ "actor:\"\"", 6, 2, "no actor is called \"\"" },
};

/* Queries whose printed form differs from what was typed, and how. */
static const struct {
	const char *text, *printed;
} prints[] = {
	{ "  karimov\tyear:2005 ", "karimov year:2005" },
	{ "not:ACTOR:norov", "-actor:norov" },
	{ "\"karimov\"", "karimov" },
	{ "actor:\"islam karimov\",\"norov\"", "actor:\"islam karimov\",norov" },
	{ "\"-karimov\"", "\"-karimov\"" },
	{ "-\"-karimov\"", "-\"-karimov\"" },
	{ "\"say \"\"cautiously\"\"\"", "\"say \"\"cautiously\"\"\"" },
	{ "\"a,b\" \"c:d\"", "\"a,b\" \"c:d\"" },
	{ "6\"", "6\"" },
	{ "12:30", "\"12:30\"" },
};
/* clang-format on */

START_TEST(questions_find_what_they_ask_for)
{
	struct dossier dossier;
	struct buf found = BUF_INIT;

	load(&dossier);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		struct query query = { 0 };
		struct query_fault fault;

		ck_assert_msg(query_add(&query, &dossier, questions[i].text, &fault),
			      "%s: %s", questions[i].text, fault.message);
		run(&dossier, &query, everything, &found);
		ck_assert_msg(!strcmp(found.bytes, questions[i].ids), "%s found %s",
			      questions[i].text, found.bytes);
		query_release(&query);
	}
	buf_release(&found);
	dossier_release(&dossier);
}
END_TEST

START_TEST(faults_say_where_and_what_was_meant)
{
	struct dossier dossier;
	struct query query = { 0 };

	load(&dossier);
	ck_assert(query_add(&query, &dossier, "karimov", NULL));
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct query_fault fault = { 0 };

		ck_assert_msg(!query_add(&query, &dossier, faults[i].text, &fault), "%s",
			      faults[i].text);
		ck_assert_str_eq(fault.message, faults[i].message);
		ck_assert_uint_eq(fault.at, faults[i].at);
		ck_assert_uint_eq(fault.len, faults[i].len);
		ck_assert_int_eq(query.term_count, 1);
		ck_assert(!query_add(&query, &dossier, faults[i].text, NULL));
	}
	query_release(&query);
	dossier_release(&dossier);
}
END_TEST

/* Add the text, print it, add that to another query: both print and find the same. */
static void check_print(const struct dossier *dossier, const char *text,
			const char *printed)
{
	struct query first = { 0 }, second = { 0 };
	struct buf a = BUF_INIT, b = BUF_INIT;

	ck_assert_msg(query_add(&first, dossier, text, NULL), "%s", text);
	query_print(&first, &a);
	if (printed)
		ck_assert_str_eq(a.bytes, printed);
	ck_assert_msg(query_add(&second, dossier, a.bytes, NULL), "%s", a.bytes);
	query_print(&second, &b);
	ck_assert_str_eq(a.bytes, b.bytes);
	run(dossier, &first, everything, &a);
	run(dossier, &second, everything, &b);
	ck_assert_str_eq(a.bytes, b.bytes);
	buf_release(&a);
	buf_release(&b);
	query_release(&first);
	query_release(&second);
}

START_TEST(what_is_printed_reads_back_the_same)
{
	struct dossier dossier;

	load(&dossier);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
		check_print(&dossier, questions[i].text, NULL);
	for (size_t i = 0; i < sizeof prints / sizeof *prints; i++)
		check_print(&dossier, prints[i].text, prints[i].printed);
	dossier_release(&dossier);
}
END_TEST

/* Choosing each value of each field must find what the facet has promised. */
static void check_facets(const struct dossier *dossier, const char *text,
			 struct ref thread)
{
	for (int field = QUERY_ACTOR; field < QUERY_FIELD_COUNT; field++) {
		struct arena arena = { 0 };
		struct query query = { 0 };
		int count;

		ck_assert(query_add(&query, dossier, text, NULL));
		const struct facet *facets = query_facets(
			&query, dossier, thread, (enum query_field)field, &arena, &count);

		for (int i = query.term_count - 1; i >= 0; i--)
			if (query_field_of(&query, i) == (enum query_field)field)
				query_drop(&query, i);
		for (int i = 0; i < count; i++) {
			struct query_hits hits;

			ck_assert(query_add_value(&query, dossier,
						  (enum query_field)field,
						  facets[i].value));
			query_run(&query, dossier, thread, &arena, &hits);
			ck_assert_msg(hits.count == facets[i].count &&
					      hits.possible_count ==
						      facets[i].possible_count,
				      "%s, %s:%s: %d (%d) promised, %d (%d) found", text,
				      query_fields[field].name, facets[i].value,
				      facets[i].count, facets[i].possible_count,
				      hits.count, hits.possible_count);
			ck_assert_int_gt(hits.count, 0);
			query_drop(&query, query.term_count - 1);
		}
		query_release(&query);
		arena_clear(&arena);
	}
}

START_TEST(facets_promise_what_choosing_gives)
{
	struct dossier dossier;
	struct ref thread = { KIND_THREAD, 0 };

	load(&dossier);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		check_facets(&dossier, questions[i].text, everything);
		check_facets(&dossier, questions[i].text, thread);
	}
	dossier_release(&dossier);
}
END_TEST

START_TEST(facets_are_in_order_and_pass_over_their_own_field)
{
	struct dossier dossier;
	struct query query = { 0 };
	struct arena arena = { 0 };
	struct buf words = BUF_INIT;
	int count;

	load(&dossier);
	ck_assert(query_add(&query, &dossier, "place:uzbekistan year:2005", NULL));
	const struct facet *facets =
		query_facets(&query, &dossier, everything, QUERY_YEAR, &arena, &count);

	for (int i = 0; i < count; i++)
		buf_printf(&words, "%s %d/%d ", facets[i].label, facets[i].count,
			   facets[i].possible_count);
	ck_assert_str_eq(words.bytes,
			 "1991 1/0 2001 1/0 2002 1/0 2003 1/0 2004 1/0 2005 1/0 "
			 "2016 1/1 ");
	buf_clear(&words);
	query_drop(&query, 0);
	query_switch(&query, 0, false);
	facets = query_facets(&query, &dossier, everything, QUERY_PLACE, &arena, &count);
	for (int i = 0; i < count; i++)
		buf_printf(&words, "%s=%s %d ", facets[i].value, facets[i].label,
			   facets[i].count);
	ck_assert_str_eq(words.bytes,
			 "central-asia=Central Asia 3 land-uzbekistan=Uzbekistan 3 "
			 "tashkent=Tashkent 2 k2=Karshi-Khanabad Air Base 1 "
			 "washington=Washington, D.C. 1 ");
	facets = query_facets(&query, &dossier, everything, QUERY_TEXT, &arena, &count);
	ck_assert_int_eq(count, 0);
	buf_release(&words);
	arena_clear(&arena);
	query_release(&query);
	dossier_release(&dossier);
}
END_TEST

START_TEST(terms_are_switched_and_dropped)
{
	struct dossier dossier;
	struct query query = { 0 };
	struct buf words = BUF_INIT;

	load(&dossier);
	ck_assert(query_add(&query, &dossier, "year:2005 actor:sco military", NULL));
	run(&dossier, &query, everything, &words);
	ck_assert_str_eq(words.bytes, "astana");
	query_switch(&query, 1, false);
	ck_assert(!query_is_on(&query, 1));
	run(&dossier, &query, everything, &words);
	ck_assert_str_eq(words.bytes, "base astana");
	query_drop(&query, 0);
	ck_assert_int_eq(query_field_of(&query, 0), QUERY_ACTOR);
	query_switch(&query, 0, true);
	run(&dossier, &query, everything, &words);
	ck_assert_str_eq(words.bytes, "astana");
	buf_clear(&words);
	query_print_term(&query, 1, &words);
	ck_assert_str_eq(words.bytes, "military");
	buf_release(&words);
	query_release(&query);
	dossier_release(&dossier);
}
END_TEST

START_TEST(threads_keep_their_own_order)
{
	struct dossier dossier;
	struct query query = { 0 };
	struct buf words = BUF_INIT;

	load(&dossier);
	run(&dossier, &query, (struct ref){ KIND_THREAD, 0 }, &words);
	ck_assert_str_eq(words.bytes, "astana base");
	ck_assert(query_add(&query, &dossier, "kind:commitment", NULL));
	run(&dossier, &query, (struct ref){ KIND_THREAD, 0 }, &words);
	ck_assert_str_eq(words.bytes, "base");
	buf_release(&words);
	query_release(&query);
	dossier_release(&dossier);
}
END_TEST

START_TEST(a_state_is_found_through_its_officials)
{
	static const struct {
		const char *text, *event, *through;
	} rows[] = {
		{ "actor:uzbekistan", "independence", "karimov" },
		{ "actor:uzbekistan", "base", NULL }, /* it takes part itself */
		{ "actor:sco", "sco-session", "norov" },
		{ "actor:karimov", "independence", NULL },
		{ "-actor:sco", "independence", NULL },
		{ "actor:states", "meeting", "blinken" },
	};
	struct dossier dossier;

	load(&dossier);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct query query = { 0 };
		uint32_t event = dossier_find(&dossier, rows[i].event).index;

		ck_assert(query_add(&query, &dossier, rows[i].text, NULL));
		const struct record *through = dossier_record(
			&dossier, query_match_through(&query, &dossier, event));

		ck_assert_pstr_eq(through ? through->id : NULL, rows[i].through);
		query_release(&query);
	}
	dossier_release(&dossier);
}
END_TEST

/* clang-format off */
static const struct {
	const char *text, *point;
	bool is_asked;
} points[] = {
	{ "kind:request",                "trials",     true },
	{ "kind:request,commitment",     "trials",     true },
	{ "kind:commitment",             "trials",     false },
	{ "status:open",                 "trials",     true },
	{ "status:open",                 "astana-ask", false },
	{ "kind:request status:broken",  "trials",     false },
	{ "-kind:commitment",            "trials",     false },
	{ "trials year:2022",            "trials",     false },
	{ "",                            "trials",     false },
};
/* clang-format on */

START_TEST(a_point_is_asked_for_by_its_kind_and_status)
{
	struct query query = { 0 };
	struct query_fault fault;
	struct dossier dossier;

	load(&dossier);
	ck_assert(query_add(&query, &dossier, points[_i].text, &fault));
	struct ref point = dossier_find(&dossier, points[_i].point);

	ck_assert_int_eq(query_match_point(&query, &dossier, point.index),
			 points[_i].is_asked);
	for (int i = 0; i < query.term_count; i++)
		query_switch(&query, i, false);
	ck_assert(!query_match_point(&query, &dossier, point.index));
	query_release(&query);
	dossier_release(&dossier);
}
END_TEST

START_TEST(a_paste_is_no_query)
{
	struct dossier dossier;
	struct query query = { 0 };
	struct query_fault fault = { 0 };
	struct buf text = BUF_INIT;

	load(&dossier);
	for (int i = 0; i < QUERY_TERMS_MOST; i++)
		buf_str(&text, "a ");
	ck_assert(query_add(&query, &dossier, text.bytes, &fault));
	query_release(&query);
	for (int i = 0; i < 500000; i++)
		buf_str(&text, "a ");
	ck_assert(!query_add(&query, &dossier, text.bytes, &fault));
	ck_assert_str_eq(fault.message, "a query has at most 64 terms");
	ck_assert_uint_eq(fault.at, (size_t)QUERY_TERMS_MOST * 2);
	ck_assert_uint_eq(fault.len, 1);
	ck_assert_int_eq(query.term_count, 0);
	buf_release(&text);
	query_release(&query);
	dossier_release(&dossier);
}
END_TEST

START_TEST(any_bytes_are_read_or_refused)
{
	static const char alphabet[] = "ab:\"-, .12\n\xc3\xa9'ctornyea";
	struct dossier dossier;
	unsigned seed = 1;

	load(&dossier);
	for (int i = 0; i < 20000; i++) {
		struct query query = { 0 };
		struct query_fault fault = { 0 };
		char text[24];
		size_t len = (size_t)i % (sizeof text - 1);

		for (size_t j = 0; j < len; j++) {
			seed = seed * 1103515245u + 12345u;
			text[j] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
		}
		text[len] = '\0';
		if (!query_add(&query, &dossier, text, &fault)) {
			ck_assert_uint_le(fault.at + fault.len, len);
			ck_assert_int_ne(fault.message[0], '\0');
			ck_assert_int_eq(query.term_count, 0);
		}
		query_release(&query);
	}
	dossier_release(&dossier);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("query");
	TCase *query = tcase_create("query");

	tcase_set_timeout(query, 60);
	tcase_add_test(query, questions_find_what_they_ask_for);
	tcase_add_test(query, faults_say_where_and_what_was_meant);
	tcase_add_test(query, what_is_printed_reads_back_the_same);
	tcase_add_test(query, facets_promise_what_choosing_gives);
	tcase_add_test(query, facets_are_in_order_and_pass_over_their_own_field);
	tcase_add_test(query, terms_are_switched_and_dropped);
	tcase_add_test(query, threads_keep_their_own_order);
	tcase_add_test(query, a_state_is_found_through_its_officials);
	tcase_add_loop_test(query, a_point_is_asked_for_by_its_kind_and_status, 0,
			    sizeof points / sizeof points[0]);
	tcase_add_test(query, a_paste_is_no_query);
	tcase_add_test(query, any_bytes_are_read_or_refused);
	suite_add_tcase(suite, query);
	return suite_main(suite);
}
