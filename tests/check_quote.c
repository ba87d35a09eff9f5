#include "config.h"

#include "suite.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/approx.h"
#include "text/clean.h"
#include "text/diff.h"
#include "text/quote.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static struct arena arena;

static void start(void)
{
	arena = (struct arena){ 0 };
}

static void finish(void)
{
	arena_clear(&arena);
}

static const struct quote_text *text_of(const char *str)
{
	return quote_text(&arena, str, strlen(str));
}

/* --- Shared cases, in JSON, read as YAML ----------------------------------- */

struct json {
	yaml_document_t document;
	yaml_node_t *root; /* NULL: there is no such file */
};

static void json_open(struct json *json, const char *name)
{
	char path[4096];
	yaml_parser_t parser;

	snprintf(path, sizeof path, "%s/anchoring/%s",
		 getenv("SHARED") ? getenv("SHARED") : "", name);
	FILE *file = fopen(path, "rb");

	json->root = NULL;
	if (!file)
		return;
	yaml_parser_initialize(&parser);
	yaml_parser_set_input_file(&parser, file);
	ck_assert(yaml_parser_load(&parser, &json->document));
	yaml_parser_delete(&parser);
	fclose(file);
	json->root = yaml_document_get_root_node(&json->document);
	ck_assert_ptr_nonnull(json->root);
}

static yaml_node_t *json_at(struct json *json, yaml_node_t *list, int index)
{
	yaml_node_item_t *item = list->data.sequence.items.start + index;

	return item < list->data.sequence.items.top
		       ? yaml_document_get_node(&json->document, *item)
		       : NULL;
}

static yaml_node_t *json_get(struct json *json, yaml_node_t *map, const char *key)
{
	yaml_node_pair_t *pair = map->data.mapping.pairs.start;

	for (; pair < map->data.mapping.pairs.top; pair++) {
		yaml_node_t *node = yaml_document_get_node(&json->document, pair->key);

		if (!strcmp((char *)node->data.scalar.value, key))
			return yaml_document_get_node(&json->document, pair->value);
	}
	return NULL;
}

/* A string; NULL for null or a missing key. */
static const char *json_str(struct json *json, yaml_node_t *map, const char *key)
{
	yaml_node_t *node = json_get(json, map, key);

	if (!node || (node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
		      !strcmp((char *)node->data.scalar.value, "null")))
		return NULL;
	return (char *)node->data.scalar.value;
}

static long json_long(struct json *json, yaml_node_t *list, int index)
{
	return atol((char *)json_at(json, list, index)->data.scalar.value);
}

static long json_number(struct json *json, yaml_node_t *map, const char *key)
{
	const char *str = json_str(json, map, key);

	return str ? atol(str) : -1;
}

static struct quote json_quote(struct json *json, yaml_node_t *node)
{
	return (struct quote){
		.exact = json_str(json, node, "exact"),
		.prefix = json_str(json, node, "prefix"),
		.suffix = json_str(json, node, "suffix"),
		.start = json_number(json, node, "start"),
	};
}

START_TEST(shared_exact_matches_are_all_found)
{
	struct json json;
	yaml_node_t *node, *want;
	int count;

	json_open(&json, "exact-match.json");
	if (!json.root) {
		suite_skip("no shared data (see $SHARED)");
		return;
	}
	for (int i = 0; (node = json_at(&json, json.root, i)); i++) {
		struct quote quote = json_quote(&json, node);
		const long(*all)[2] = quote_all(text_of(json_str(&json, node, "text")),
						&quote, &arena, &count);

		node = json_get(&json, node, "expect_all");
		for (int j = 0; (want = json_at(&json, node, j)); j++) {
			ck_assert_msg(j < count, "case %d", i);
			ck_assert_int_eq(all[j][0], json_long(&json, want, 0));
			ck_assert_int_eq(all[j][1], json_long(&json, want, 1));
		}
		ck_assert_msg(!json_at(&json, node, count), "case %d", i);
	}
	yaml_document_delete(&json.document);
}
END_TEST

START_TEST(shared_positions_count_code_points)
{
	struct json json;
	yaml_node_t *node;
	int count;

	json_open(&json, "position-codepoints.json");
	if (!json.root) {
		suite_skip("no shared data (see $SHARED)");
		return;
	}
	yaml_node_t *cases = json_get(&json, json.root, "cases");

	for (int i = 0; (node = json_at(&json, cases, i)); i++) {
		struct quote quote = json_quote(&json, node);
		const long(*all)[2] = quote_all(text_of(json_str(&json, node, "text")),
						&quote, &arena, &count);
		bool is_there = false;

		for (int j = 0; j < count; j++)
			is_there |= all[j][0] == quote.start &&
				    all[j][1] == json_number(&json, node, "end");
		ck_assert_msg(is_there, "case %d", i);
	}
	yaml_document_delete(&json.document);
}
END_TEST

START_TEST(shared_descriptions_are_equal)
{
	struct json json;
	yaml_node_t *node;

	json_open(&json, "describe.json");
	if (!json.root) {
		suite_skip("no shared data (see $SHARED)");
		return;
	}
	yaml_node_t *cases = json_get(&json, json.root, "cases");

	for (int i = 0; (node = json_at(&json, cases, i)); i++) {
		struct quote_context context =
			quote_describe(text_of(json_str(&json, node, "text")),
				       json_number(&json, node, "start"),
				       json_number(&json, node, "end"), &arena);

		ck_assert_str_eq(context.prefix, json_str(&json, node, "prefix"));
		ck_assert_str_eq(context.suffix, json_str(&json, node, "suffix"));
	}
	yaml_document_delete(&json.document);
}
END_TEST

START_TEST(shared_edit_distances_are_equal)
{
	struct json json;
	yaml_node_t *node, *want;

	json_open(&json, "edit-distance.json");
	if (!json.root) {
		suite_skip("no shared data (see $SHARED)");
		return;
	}
	yaml_node_t *cases = json_get(&json, json.root, "cases");

	for (int i = 0; (node = json_at(&json, cases, i)); i++) {
		const char *text = json_str(&json, node, "text");
		const char *pattern = json_str(&json, node, "pattern");
		struct approx_match match;
		bool is_there = false;

		ck_assert(approx_find(&(struct approx){ text, pattern, strlen(text),
							strlen(pattern),
							(int)strlen(pattern) },
				      &match));
		node = json_get(&json, node, "best");
		for (int j = 0; (want = json_at(&json, node, j)); j++)
			is_there |= (long)match.start == json_long(&json, want, 0) &&
				    (long)match.end == json_long(&json, want, 1) &&
				    match.errors == json_long(&json, want, 2);
		ck_assert_msg(is_there, "case %d: %zu..%zu, %d", i, match.start,
			      match.end, match.errors);
	}
	yaml_document_delete(&json.document);
}
END_TEST

START_TEST(shared_drift_is_classified)
{
	static const char *const names[] = {
		[QUOTE_EXACT] = "exact",     [QUOTE_MOVED] = "moved",
		[QUOTE_CHANGED] = "changed", [QUOTE_AMBIGUOUS] = "ambiguous",
		[QUOTE_ORPHAN] = "orphan",   [QUOTE_UNCHECKED] = "unchecked",
	};
	struct json json;
	yaml_node_t *node;

	json_open(&json, "drift.json");
	if (!json.root) {
		suite_skip("no shared data (see $SHARED)");
		return;
	}
	yaml_node_t *texts = json_get(&json, json.root, "texts");
	yaml_node_t *cases = json_get(&json, json.root, "cases");

	for (int i = 0; (node = json_at(&json, cases, i)); i++) {
		const char *text =
			json_str(&json, texts, json_str(&json, node, "check_on"));
		const char *want_new = json_str(&json, node, "expect_new");
		struct quote quote = json_quote(&json, node);
		struct quote_result result = quote_find(text_of(text), &quote, &arena);
		long want_start = json_number(&json, node, "expect_start");

		ck_assert_msg(
			!strcmp(names[result.state], json_str(&json, node, "expect")),
			"case %d: %s", i, names[result.state]);
		if (want_start >= 0)
			ck_assert_int_eq(result.start, want_start);
		if (want_new)
			ck_assert_str_eq(result.found, want_new);
	}
	yaml_document_delete(&json.document);
}
END_TEST

/* --- Our own cases ------------------------------------------------------- */

static const char *const sample =
	"A Productive Week\n\nBlinken met Norov on 12 December 2022. He asked for\n"
	"conducting fair and public trials.\n\n \nNorov met Lu on 13 December. "
	"The\u00a0“Human "
	"Dimension” was the third part; the U.S. thanked nineteen co\u00adoperators in "
	"Qarshi.\n\nThe dialogue will go on. The dialogue was good.\n";

static const struct {
	struct quote quote;
	enum quote_state state;
	int paragraph;
	const char *found, *why;
} states[] = {
	{ { "met Norov", NULL, NULL, -1, 2 }, QUOTE_EXACT, 2, NULL, NULL },
	{ { "met Norov", NULL, NULL, -1, 3 }, QUOTE_MOVED, 2, NULL, NULL },
	{ { "met Norov", NULL, NULL, 27, 0 }, QUOTE_EXACT, 2, NULL, NULL },
	{ { "met Norov", NULL, NULL, 20, 0 }, QUOTE_MOVED, 2, NULL, NULL },
	{ { "He asked for conducting", NULL, NULL, -1, 2 }, QUOTE_EXACT, 2, NULL, NULL },
	{ { "The \"Human  Dimension\" was", NULL, NULL, -1, 3 },
	  QUOTE_EXACT,
	  3,
	  NULL,
	  NULL },
	{ { "cooperators", NULL, NULL, -1, 0 }, QUOTE_EXACT, 3, NULL, NULL },
	{ { "The dialogue", NULL, NULL, -1, 0 }, QUOTE_AMBIGUOUS, 4, NULL, NULL },
	{ { "The dialogue", NULL, " was", -1, 4 }, QUOTE_EXACT, 4, NULL, NULL },
	{ { "The dialogue", NULL, "was", -1, 4 }, QUOTE_EXACT, 4, NULL, NULL },
	{ { "met Norov", "Kerry ", NULL, -1, 2 },
	  QUOTE_MOVED,
	  2,
	  NULL,
	  "the words around it differ" },
	{ { "met Norov", "Kerry ", " on 12", -1, 2 },
	  QUOTE_MOVED,
	  2,
	  NULL,
	  "the words before it differ" },
	{ { "just", "for conducting ", " and public", -1, 2 },
	  QUOTE_CHANGED,
	  2,
	  "fair",
	  NULL },
	{ { "conducting just and public trials", "asked for ", NULL, -1, 2 },
	  QUOTE_CHANGED,
	  2,
	  "conducting fair and public trials",
	  NULL },
	{ { "thanked seventeen cooperators", NULL, NULL, -1, 0 },
	  QUOTE_ORPHAN,
	  3,
	  "thanked nineteen co\u00adoperators",
	  "different number: seventeen / nineteen" },
	{ { "Blinken met Karimov on 12", NULL, NULL, -1, 0 },
	  QUOTE_ORPHAN,
	  2,
	  "Blinken met Norov on 12",
	  "different name: Karimov / Norov" },
	{ { "conducting just and public trials", NULL, NULL, -1, 0 },
	  QUOTE_ORPHAN,
	  2,
	  "conducting fair and public trials",
	  "only 88 % similar" },
	{ { "a railway to Chabahar", NULL, NULL, -1, 0 },
	  QUOTE_ORPHAN,
	  0,
	  NULL,
	  "nothing similar in the text" },
	{ { "", NULL, NULL, -1, 0 }, QUOTE_ORPHAN, 0, NULL, "the quotation is empty" },
};

START_TEST(a_quotation_has_a_state)
{
	const struct quote_text *text = text_of(sample);

	for (size_t i = 0; i < COUNT(states); i++) {
		struct quote_result result = quote_find(text, &states[i].quote, &arena);

		ck_assert_msg(result.state == states[i].state, "%s: %d, %s (%s)",
			      states[i].quote.exact, (int)result.state,
			      result.found ? result.found : "-", result.why);
		ck_assert_msg(result.paragraph == states[i].paragraph, "%s: %d, %s",
			      states[i].quote.exact, result.paragraph, result.found);
		ck_assert_pstr_eq(result.found, states[i].found);
		ck_assert_pstr_eq(result.why, states[i].why);
	}
}
END_TEST

START_TEST(an_ambiguous_quote_suggests_context)
{
	const struct quote_text *text = text_of(sample);
	struct quote quote = { .exact = "Norov", .start = -1, .paragraph = 3 };
	struct quote_result result = quote_find(text, &quote, &arena);

	ck_assert_int_eq(result.state, QUOTE_AMBIGUOUS);
	ck_assert_int_eq(result.count, 2);
	ck_assert_int_eq(result.paragraph, 3);
	quote.prefix = result.context.prefix;
	quote.suffix = result.context.suffix;
	ck_assert_int_eq(quote_find(text, &quote, &arena).state, QUOTE_EXACT);
}
END_TEST

START_TEST(only_harmless_differences_are_ignored)
{
	static const struct {
		const char *text, *exact;
		long start, end; /* -1: not found */
	} cases[] = {
		{ "caf\u00e9 au lait", "cafe\u0301", 0, 4 },
		{ "cafe\u0301 au lait", "caf\u00e9", 0, 5 },
		{ "cafe\u0301 au lait", "cafe", -1, -1 },
		{ "a \t\r\n\u2003 b", "a b", 0, 8 },
		{ "“quoted” ‘so’", "\"quoted\" 'so'", 0, 13 },
		{ "\"quoted\"", "“quoted”", 0, 8 },
		{ "co\u00adop", "coop", 0, 5 },
		{ "coop", "co\u00adop", 0, 4 },
		{ "Oʻzbek", "O'zbek", -1, -1 },
		{ "Uzbek", "uzbek", -1, -1 },
		{ "12–13", "12-13", -1, -1 },
		{ "한국", "\u1112\u1161\u11ab", 0, 1 },
		{ "q\u0303uo", "uo", 2, 4 },
	};
	int count;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct quote quote = { .exact = cases[i].exact, .start = -1 };
		const long(*all)[2] =
			quote_all(text_of(cases[i].text), &quote, &arena, &count);

		ck_assert_msg(count == (cases[i].start >= 0), "case %zu", i);
		if (!count)
			continue;
		ck_assert_int_eq(all[0][0], cases[i].start);
		ck_assert_int_eq(all[0][1], cases[i].end);
	}
}
END_TEST

START_TEST(offsets_are_right_in_a_long_text)
{
	struct buf buf = BUF_INIT;

	for (int i = 0; i < 3000; i++)
		buf_printf(&buf, "Абзац «%d»\n\n", i);
	const struct quote_text *text = quote_text(&arena, buf.bytes, buf.len);

	for (int i = 0; i < 3000; i += 97) {
		struct quote quote = { .exact = arena_printf(&arena, "«%d»", i),
				       .start = -1 };
		struct quote_result result = quote_find(text, &quote, &arena);

		ck_assert_int_eq(result.state, QUOTE_EXACT);
		ck_assert_int_eq(result.paragraph, i + 1);
		ck_assert_int_eq(
			strncmp(buf.bytes + result.byte, quote.exact, result.len), 0);
		ck_assert_uint_eq(result.len, strlen(quote.exact));
	}
	ck_assert_int_eq(quote_words(text), 6000);
	ck_assert_int_eq(quote_words_between(text, 0, 6), 1);
	ck_assert_int_eq(quote_words_between(text, 3, 8), 2);
	ck_assert_int_eq(quote_words_between(text, 5, 6), 0);
	ck_assert_int_eq(quote_words_between(text, 4, 4), 0);
	buf_release(&buf);
}
END_TEST

START_TEST(an_empty_text_has_no_matches)
{
	const struct quote_text *text = quote_text(&arena, "", 0);
	struct quote quote = { .exact = "a", .prefix = "b", .suffix = "c", .start = -1 };

	ck_assert_int_eq(quote_find(text, &quote, &arena).state, QUOTE_ORPHAN);
	ck_assert_int_eq(quote_paragraph(text, 0), 0);
	ck_assert_int_eq(quote_words(text), 0);
}
END_TEST

START_TEST(repetitive_texts_are_fast)
{
	struct buf buf = BUF_INIT;

	for (int i = 0; i < 200000; i++)
		buf_str(&buf, "a ");
	const struct quote_text *text = quote_text(&arena, buf.bytes, buf.len);
	struct quote quote = { "a a a", "b a a a a a a a", " a a a a a a", -1, 0 };

	struct quote_context context = quote_describe(text, 200000, 200005, &arena);

	ck_assert_uint_lt(strlen(context.prefix), 1000);
	ck_assert_int_eq(quote_find(text, &quote, &arena).state, QUOTE_AMBIGUOUS);
	buf_release(&buf);
}
END_TEST

/* Chinese has no blanks: context up to the next blank would be the whole text. */
START_TEST(context_is_short_in_scripts_without_blanks)
{
	struct buf buf = BUF_INIT;

	for (int i = 0; i < 600; i++)
		buf_str(&buf, i == 200 || i == 400 ? "。阿富汗" : "合作与安全");
	const struct quote_text *text = quote_text(&arena, buf.bytes, buf.len);
	struct quote_result result = quote_find(
		text, &(struct quote){ .exact = "。啊富汗合作与安全", .start = -1 },
		&arena);

	ck_assert_int_eq(result.state, QUOTE_ORPHAN);
	ck_assert_ptr_nonnull(result.found);
	ck_assert_uint_lt(strlen(result.found), 200);
	struct quote_context context = quote_describe(text, 1001, 1004, &arena);
	const char *sides[] = { context.prefix, context.suffix };

	for (int i = 0; i < 2; i++) {
		ck_assert_uint_lt(strlen(sides[i]), 200);
		ck_assert_uint_eq(clean_valid_len(sides[i], strlen(sides[i])),
				  strlen(sides[i]));
	}
	buf_release(&buf);
}
END_TEST

START_TEST(a_blank_is_not_context)
{
	const struct quote_text *text = text_of(sample);
	struct quote quote = { "conducting fair but public trials", "\u00a0", "\u00a0",
			       -1, 0 };

	ck_assert_int_eq(quote_find(text, &quote, &arena).state, QUOTE_ORPHAN);
}
END_TEST

START_TEST(typed_words_are_quoted_verbatim)
{
	static const struct {
		const char *words, *exact;
		int paragraph, count;
	} cases[] = {
		{ "asked for conducting", "asked for\nconducting", 2, 1 },
		{ "the \"human dimension\"", "The\u00a0“Human Dimension”", 3, 1 },
		{ "co-operators", NULL, 0, 0 },
		{ "thanked nineteen cooperators", "thanked nineteen co\u00adoperators", 3,
		  1 },
		{ "dialogue", "dialogue", 4, 2 },
		{ "QARSHI", "Qarshi", 3, 1 },
		{ "", NULL, 0, 0 },
	};
	const struct quote_text *text = text_of(sample);
	struct quote_pick pick;

	for (size_t i = 0; i < COUNT(cases); i++) {
		ck_assert_msg(quote_pick(text, cases[i].words, &arena, &pick) ==
				      (cases[i].exact != NULL),
			      "%s", cases[i].words);
		if (!cases[i].exact)
			continue;
		ck_assert_str_eq(pick.exact, cases[i].exact);
		ck_assert_int_eq(pick.paragraph, cases[i].paragraph);
		ck_assert_int_eq(pick.count, cases[i].count);
		ck_assert((pick.count > 1) ==
			  (*pick.context.prefix || *pick.context.suffix));
	}
}
END_TEST

/* The textbook edit distance, as a reference for the fast one. */
static int slow_distance(const char *text, size_t len, const char *pattern, bool is_whole)
{
	int column[256], m = (int)strlen(pattern), best = m;

	for (int i = 0; i <= m; i++)
		column[i] = i;
	for (size_t at = 0; at < len; at++) {
		int diagonal = column[0];

		column[0] = is_whole ? (int)at + 1 : 0;
		for (int i = 1; i <= m; i++) {
			int least = diagonal + (text[at] != pattern[i - 1]);

			diagonal = column[i];
			if (column[i] + 1 < least)
				least = column[i] + 1;
			if (column[i - 1] + 1 < least)
				least = column[i - 1] + 1;
			column[i] = least;
		}
		if (column[m] < best)
			best = column[m];
	}
	return is_whole ? column[m] : best;
}

START_TEST(the_fast_search_agrees_with_the_slow_one)
{
	unsigned seed = 7;
	char text[301] = "", pattern[201] = "";

	for (int round = 0; round < 2000; round++) {
		size_t len = 1 + (seed >> 10) % 300, pattern_len = 1 + (seed >> 20) % 200;
		struct approx_match match;

		for (size_t i = 0; i < 300; i++) {
			seed = seed * 1103515245 + 12345;
			text[i] = i < len ? (char)('a' + (seed >> 16) % 4) : '\0';
			if (i < 200)
				pattern[i] = i < pattern_len
						     ? (char)('a' + (seed >> 20) % 3)
						     : '\0';
		}
		int want = slow_distance(text, len, pattern, false);

		if (!approx_find(&(struct approx){ text, pattern, len, pattern_len, 200 },
				 &match)) {
			ck_assert_int_eq(want, (int)pattern_len);
			continue;
		}
		ck_assert_int_eq(match.errors, want);
		ck_assert_int_eq(slow_distance(text + match.start,
					       match.end - match.start, pattern, true),
				 want);
	}
}
END_TEST

START_TEST(texts_are_compared_word_by_word)
{
	static const char *const cases[][3] = {
		{ "conducting just and public trials",
		  "conducting fair and public trials",
		  "conducting {just->fair} and public trials" },
		{ "a b c", "a b c", "a b c" },
		{ "a b c", "a c", "a {b->} c" },
		{ "a c", "a  b\nc", "a {->b} c" },
		{ "", "a", "{->a}" },
		{ "a", "", "{a->}" },
		{ "", "", "" },
		{ "x y", "z", "{x y->z}" },
		{ "a x b y c", "a u b v w c", "a {x->u} b {y->v w} c" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf buf = BUF_INIT;
		int count;
		const struct diff_run *runs =
			diff_words(cases[i][0], cases[i][1], &arena, &count);

		diff_print(runs, count, &buf);
		ck_assert_str_eq(buf.bytes, cases[i][2]);
		buf_release(&buf);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("quote");
	TCase *quote = tcase_create("quote");

	tcase_add_checked_fixture(quote, start, finish);
	tcase_add_test(quote, shared_exact_matches_are_all_found);
	tcase_add_test(quote, shared_positions_count_code_points);
	tcase_add_test(quote, shared_descriptions_are_equal);
	tcase_add_test(quote, shared_edit_distances_are_equal);
	tcase_add_test(quote, shared_drift_is_classified);
	tcase_add_test(quote, a_quotation_has_a_state);
	tcase_add_test(quote, an_ambiguous_quote_suggests_context);
	tcase_add_test(quote, only_harmless_differences_are_ignored);
	tcase_add_test(quote, offsets_are_right_in_a_long_text);
	tcase_add_test(quote, an_empty_text_has_no_matches);
	tcase_add_test(quote, repetitive_texts_are_fast);
	tcase_add_test(quote, context_is_short_in_scripts_without_blanks);
	tcase_add_test(quote, a_blank_is_not_context);
	tcase_add_test(quote, typed_words_are_quoted_verbatim);
	tcase_add_test(quote, the_fast_search_agrees_with_the_slow_one);
	tcase_add_test(quote, texts_are_compared_word_by_word);
	suite_add_tcase(suite, quote);
	return suite_main(suite);
}
