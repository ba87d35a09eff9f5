#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "text/cell.h"
#include "text/clean.h"
#include "text/excerpt.h"
#include "text/fold.h"
#include "text/fuzzy.h"
#include "text/near.h"
#include "text/roff.h"
#include "text/wrap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The glyphs of a string as TEXT/WIDTH, separated by blanks. */
static void print_glyphs(const char *str, size_t len, struct buf *out)
{
	struct glyph glyph;
	size_t taken;

	for (; (taken = cell_next(str, len, &glyph)); str += taken, len -= taken)
		buf_printf(out, "%s%s/%d", out->len ? " " : "", glyph.text, glyph.width);
	ck_assert_uint_eq(len, 0);
}

static const struct {
	const char *str, *want;
} cell_cases[] = {
	{ "", "" },
	{ "ab", "a/1 b/1" },
	{ "a\tb\r\nc\nd", "a/1  /1 b/1  /1 c/1  /1 d/1" },
	{ "\x1b[1m\x7f", "␛/1 [/1 1/1 m/1 ␡/1" },
	{ "\xc2\x9b\xc2\x85x", "�/1 �/1 x/1" },
	{ "\u202e\u2066\u200b\ufeff\U000e0041", "�/1 �/1 �/1 �/1 �/1" },
	{ "a\u200bb", "a/1 �/1 b/1" },
	{ "\xff\xc3", "�/1 �/1" },
	{ "a\xccz", "a/1 �/1 z/1" },
	{ "é", "é/1" },
	{ "e\u0301x", "e\u0301/1 x/1" },
	{ "\u0301x", "◌\u0301/1 x/1" },
	{ "a\u0301\u0302\u0303\u0304\u0305\u0306b", "a\u0301\u0302\u0303\u0304/1 b/1" },
	{ "中文", "中/2 文/2" },
	{ "Oʻz", "O/1 ʻ/1 z/1" },
	{ "Қа", "Қ/1 а/1" },
	{ "سلام", "س/1 ل/1 ا/1 م/1" },
	{ "می\u200cروم", "م/1 ی/1 ر/1 و/1 م/1" },
	{ "co\u00adop", "c/1 o/1 o/1 p/1" },
	{ "\u00ad", "�/1" },
	{ "\u200d\u200d", "�/1" },
	{ "👨\u200d👩\u200d👧!", "👨/2 !/1" },
	{ "👍🏽", "👍/2" },
	{ "❤\ufe0f", "❤/1" },
	{ "🇺🇿", "U/1 Z/1" },
	{ "한", "한/2" },
	{ "\u1112\u1161\u11ab", "\u1112\u1161\u11ab/2" },
	{ "की", "क/1 ी/1" },
	{ "\u2028", " /1" },
	{ "\u1161\u11ab", "�/1 �/1" },
	{ " \u0301", " \u0301/1" },
};

START_TEST(cells_are_safe_and_of_known_width)
{

	for (size_t i = 0; i < COUNT(cell_cases); i++) {
		struct buf buf = BUF_INIT;

		print_glyphs(cell_cases[i].str, strlen(cell_cases[i].str), &buf);
		ck_assert_msg(!strcmp(buf.bytes, cell_cases[i].want), "%zu: %s", i,
			      buf.bytes);
		buf_release(&buf);
	}
}
END_TEST

START_TEST(any_bytes_become_cells)
{
	unsigned seed = 1;
	char bytes[64];
	struct glyph glyph;

	for (int round = 0; round < 4000; round++) {
		size_t len = (seed >> 8) % sizeof bytes, at = 0, taken;

		for (size_t i = 0; i < len; i++) {
			seed = seed * 1103515245 + 12345;
			bytes[i] = (char)(seed >> (round % 2 ? 16 : 20));
		}
		seed = seed * 1103515245 + 12345;
		while ((taken = cell_next(bytes + at, len - at, &glyph))) {
			at += taken;
			ck_assert(at <= len);
			ck_assert(glyph.width == 1 || glyph.width == 2);
			ck_assert(glyph.text[0] && strlen(glyph.text) < CELL_BYTES);
		}
		ck_assert_uint_eq(at, len);
	}
}
END_TEST

START_TEST(strings_are_cut_between_glyphs)
{
	ck_assert_int_eq(cell_width("Oʻzbekiston"), 11);
	ck_assert_int_eq(cell_width("中文"), 4);
	ck_assert_uint_eq(cell_fit("中文", 3), 3);
	ck_assert_uint_eq(cell_fit("abc", 0), 0);
	ck_assert_uint_eq(cell_fit("abc", 9), 3);
	ck_assert_uint_eq(cell_fit("e\u0301e\u0301", 1), 3);
}
END_TEST

START_TEST(a_glyph_has_an_ascii_form)
{
	static const char *const cases[][2] = {
		{ "–", "-" }, { "é", "e" }, { "ǖ", "u" },  { "“", "\"" }, { "ʻ", "'" },
		{ "…", "." }, { "Қ", "?" }, { "中", "?" }, { "a", "a" },  { "�", "?" },
	};
	struct glyph glyph;
	char out[2];

	for (size_t i = 0; i < COUNT(cases); i++) {
		cell_next(cases[i][0], strlen(cases[i][0]), &glyph);
		ck_assert_str_eq(cell_ascii(&glyph, out), cases[i][1]);
	}
}
END_TEST

START_TEST(streams_are_cleaned)
{
	static const struct {
		const char *str, *one, *many;
	} cases[] = {
		{ "plain – “text” ʻ", "plain – “text” ʻ", "plain – “text” ʻ" },
		{ "a\tb\nc\r\nd\re", "a b c d e", "a\tb\nc\nd␍e" },
		{ "\x1b]52;c;x\a", "␛]52;c;x␇", "␛]52;c;x␇" },
		{ "\x7f\xc2\x9b", "␡<U+009B>", "␡<U+009B>" },
		{ "a\u202eb\u2066\u200e", "a<U+202E>b<U+2066><U+200E>",
		  "a<U+202E>b<U+2066><U+200E>" },
		{ "\ufeff\u200b\U000e0041", "<U+FEFF><U+200B><U+E0041>",
		  "<U+FEFF><U+200B><U+E0041>" },
		{ "a\xff\xc3z", "a��z", "a��z" },
		{ "می\u200cروم", "می\u200cروم", "می\u200cروم" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf one = BUF_INIT, many = BUF_INIT;
		size_t len = strlen(cases[i].str);

		clean_add(&one, cases[i].str, len, CLEAN_ONE_LINE);
		clean_add(&many, cases[i].str, len, CLEAN_MANY_LINES);
		ck_assert_msg(!strcmp(one.bytes, cases[i].one), "%zu: %s", i, one.bytes);
		ck_assert_msg(!strcmp(many.bytes, cases[i].many), "%zu: %s", i,
			      many.bytes);
		buf_release(&one);
		buf_release(&many);
	}
}
END_TEST

/* libunistring 1.0 decodes it as one invalid character, 1.3 as three. */
START_TEST(roff_prints_every_character)
{
	char *bytes;
	size_t size;
	FILE *out = open_memstream(&bytes, &size);

	roff_put(out, ".it's a-b\\c");
	putc('\n', out);
	roff_put_argument(out, "say \"-\"");
	putc('\n', out);
	roff_put_item(out, "-x", "'quoted");
	fclose(out);
	ck_assert_str_eq(bytes, "\\&.it's a\\-b\\ec\n"
				"\"say \"\"\\-\"\"\"\n"
				".TP\n.B \\-x\n\\&'quoted.\n");
	free(bytes);
}
END_TEST

START_TEST(half_a_surrogate_pair_is_replaced)
{
	struct buf buf = BUF_INIT;

	clean_add(&buf, "\xed\xa0\x80", 3, CLEAN_ONE_LINE);
	ck_assert(!strcmp(buf.bytes, "�") || !strcmp(buf.bytes, "���"));
	buf_release(&buf);
}
END_TEST

START_TEST(folding_ignores_case_accents_and_apostrophes)
{
	static const char *const cases[][2] = {
		{ "OZBEKISTON", "ozbekiston" },
		{ "Oʻzbekiston", "ozbekiston" },
		{ "O'zbekiston", "ozbekiston" },
		{ "O`zbekiston", "ozbekiston" },
		{ "O‘zbekiston", "ozbekiston" },
		{ "Oʼz’bek", "ozbek" },
		{ "Café", "cafe" },
		{ "Cafe\u0301", "cafe" },
		{ "Straße", "strasse" },
		{ "Йўл", "иул" },
		{ "ҚАРШИ", "қарши" },
		{ "a  \t\n b\u00a0\u2003c", "a b c" },
		{ "co\u00adop", "coop" },
		{ "U.S.–Uzbekistan", "u.s.–uzbekistan" },
		{ "x\xffy", "x�y" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf buf = BUF_INIT;

		fold_add(&buf, cases[i][0], strlen(cases[i][0]));
		ck_assert_msg(!strcmp(buf.bytes, cases[i][1]), "%s", buf.bytes);
		buf_release(&buf);
	}
}
END_TEST

START_TEST(long_words_fold_whole)
{
	struct buf str = BUF_INIT, folded = BUF_INIT;

	for (int i = 0; i < 1000; i++)
		buf_str(&str, "Ş\u0301");
	fold_add(&folded, str.bytes, str.len);
	ck_assert_uint_eq(folded.len, 1000);
	ck_assert_uint_eq(strspn(folded.bytes, "s"), 1000);
	buf_release(&str);
	buf_release(&folded);
}
END_TEST

START_TEST(folded_text_is_found)
{
	static const struct {
		const char *str, *needle;
		size_t from;
		const char *want; /* NULL: not found */
		size_t at;
	} cases[] = {
		{ "The Oʻzbek way", "ozbek", 0, "Oʻzbek", 4 },
		{ "Cafe\u0301s", "cafe", 0, "Cafe\u0301", 0 },
		{ "Straße", "stras", 0, NULL, 0 },
		{ "Straße", "strasse", 0, "Straße", 0 },
		{ "a \n b", "a b", 0, "a \n b", 0 },
		{ "aXax", "ax", 1, "ax", 2 },
		{ "ʻab", "ab", 0, "ab", 2 },
		{ "abc", "abcd", 0, NULL, 0 },
		{ "aab", "ab", 0, "ab", 1 },
		{ "", "a", 0, NULL, 0 },
		{ "по Қарши", "қарши", 0, "Қарши", 5 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fold_match match = { cases[i].from, 0 };
		bool found = fold_next(cases[i].str, cases[i].needle, &match);

		ck_assert_msg(found == (cases[i].want != NULL), "case %zu", i);
		if (!cases[i].from)
			ck_assert(fold_has(cases[i].str, cases[i].needle) == found);
		if (!found)
			continue;
		ck_assert_uint_eq(match.at, cases[i].at);
		ck_assert_uint_eq(match.len, strlen(cases[i].want));
		ck_assert_mem_eq(cases[i].str + match.at, cases[i].want, match.len);
	}
}
END_TEST

START_TEST(matches_follow_one_another_without_overlap)
{
	struct fold_match match = { 0 };
	size_t at[4], count = 0;

	while (count < 4 && fold_next("anana, Anana", "ana", &match))
		at[count++] = match.at;
	ck_assert_uint_eq(count, 2);
	ck_assert_uint_eq(at[0], 0);
	ck_assert_uint_eq(at[1], 7);
	ck_assert_uint_eq(match.at, 7);
}
END_TEST

START_TEST(distance_counts_inserts_deletes_changes_and_swaps)
{
	static const struct {
		const char *a, *b;
		int distance;
	} cases[] = {
		{ "", "", 0 },
		{ "a", "", 1 },
		{ "norov", "norv", 1 },
		{ "actor", "actro", 1 },
		{ "kitten", "sitting", 3 },
		{ "ca", "abc", 3 },
		{ "Date", "dATE", 0 },
		{ "tilte", "title", 1 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		int distance = cases[i].distance;

		ck_assert_int_eq(near_distance(cases[i].a, cases[i].b, 9), distance);
		ck_assert_int_eq(near_distance(cases[i].b, cases[i].a, 9), distance);
		for (int limit = 0; limit < distance; limit++)
			ck_assert_int_eq(near_distance(cases[i].a, cases[i].b, limit),
					 limit + 1);
	}
}
END_TEST

START_TEST(the_nearest_word_wins)
{
	static const char *const words[] = { "norov", "blinken", "nora", "karimov" };
	static const char *const cases[][2] = {
		{ "norv", "norov" }, { "blinkn", "blinken" }, { "karimow", "karimov" },
		{ "nor", "nora" },   { "lu", NULL },	      { "zzzzz", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct near near = { .word = cases[i][0] };

		for (size_t j = 0; j < COUNT(words); j++)
			near_try(&near, words[j]);
		ck_assert_pstr_eq(near.best, cases[i][1]);
	}
}
END_TEST

static const struct {
	const char *str;
	int width;
	const char *want; /* the lines, "|" after each */
} wrap_cases[] = {
	{ "", 10, "" },
	{ "one two three", 7, "one two|three|" },
	{ "one two three", 8, "one two|three|" },
	{ "one   two", 3, "one|two|" },
	{ "one two  ", 9, "one two|" },
	{ "a\n\nb\n", 5, "a||b|" },
	{ "a\r\nb\rc", 5, "a|b|c|" },
	{ "abcdefgh", 3, "abc|def|gh|" },
	{ "x abcdefgh", 3, "x|abc|def|gh|" },
	{ "中文字", 5, "中文|字|" },
	{ "中文", 1, "中|文|" },
	{ "U.S.-Uzbek ties", 6, "U.S.-|Uzbek|ties|" },
	{ "the U.S. Navy", 6, "the|U.S.|Navy|" },
	{ "an e.g.é here", 6, "an|e.g.é|here|" },
	{ "say “no”!", 7, "say|“no”!|" },
	{ "no\u00a0break here", 9, "no\u00a0break|here|" },
	{ "  abcdef", 4, "  ab|cdef|" },
	{ "    ", 2, "|" },
	{ "a \u0301b", 1, "a|\u0301|b|" },
};

START_TEST(paragraphs_break_where_unicode_allows)
{

	for (size_t i = 0; i < COUNT(wrap_cases); i++) {
		struct wrap wrap = { wrap_cases[i].str, strlen(wrap_cases[i].str),
				     wrap_cases[i].width };
		struct buf buf = BUF_INIT;
		const char *line;
		size_t len;
		int count = 0;

		for (; wrap_next(&wrap, &line, &len); count++) {
			buf_add(&buf, line, len);
			buf_char(&buf, '|');
		}
		ck_assert_msg(!strcmp(buf.bytes, wrap_cases[i].want), "%zu: %s", i,
			      buf.bytes);
		ck_assert_int_eq(wrap_count(wrap_cases[i].str, wrap_cases[i].width),
				 count);
		buf_release(&buf);
	}
}
END_TEST

START_TEST(long_values_are_excerpted_between_clusters)
{
	struct arena arena = { 0 };
	struct buf buf = BUF_INIT;

	for (int i = 0; i < EXCERPT_MOST; i++)
		buf_str(&buf, "e\u0301");
	ck_assert_ptr_eq(excerpt(&arena, buf.bytes), buf.bytes);
	buf_char(&buf, '!');
	const char *cut = excerpt(&arena, buf.bytes);

	ck_assert(!strncmp(cut, buf.bytes, 3 * EXCERPT_MOST));
	ck_assert_str_eq(cut + 3 * EXCERPT_MOST, "… (6,001 bytes)");
	buf_clear(&buf);
	for (int i = 0; i < 50000; i++)
		buf_str(&buf, "\u0301");
	cut = excerpt(&arena, buf.bytes);
	ck_assert_uint_lt(strlen(cut), EXCERPT_LONGEST);
	ck_assert_uint_eq(clean_valid_len(cut, strlen(cut)), strlen(cut));
	ck_assert(strstr(cut, "… (100,000 bytes)"));
	buf_release(&buf);
	arena_clear(&arena);
}
END_TEST

START_TEST(wrapping_a_huge_word_ends)
{
	struct buf buf = BUF_INIT;

	buf_char(&buf, 'a');
	for (int i = 0; i < 20000; i++)
		buf_str(&buf, "\u0301");
	buf_str(&buf, " b");
	ck_assert_int_eq(wrap_count(buf.bytes, 1), 2);
	buf_clear(&buf);
	for (int i = 0; i < 100000; i++)
		buf_char(&buf, 'a');
	ck_assert_int_eq(wrap_count(buf.bytes, 10), 10000);
	buf_release(&buf);
}
END_TEST

/* clang-format off */
/* Which of two texts what is typed means, and the letters that it matches there. */
static const struct {
	const char *typed, *better, *worse, *marked;
} fuzzies[] = {
	{ "nor",     "Norov",               "Donor",               "[N][o][r]ov" },
	{ "nor",     "Vladimir Norov",      "Donor states",        "Vladimir [N][o][r]ov" },
	{ "nor",     "Vladimir Norov",      "National Order",      "Vladimir [N][o][r]ov" },
	{ "vn",      "Vladimir Norov",      "Evening",             "[V]ladimir [N]orov" },
	{ "usa",     "United States of America", "Usual",          NULL },
	{ "k2",      "K2 and the SCO",      "Kabul 2021",          "[K][2] and the SCO" },
	{ "OZB",     "O\u02bbzbekiston",    "Old zone, big",       "[O]\u02bb[z][b]ekiston" },
	{ "presi",   "Pr\u00e9sident",      "Pressing item",       "[P][r][\u00e9][s][i]dent" },
	{ "karim",   "\u0418 Karimov",      "k a r i m",           "\u0418 [K][a][r][i][m]ov" },
	{ "каримов", "Ислам Каримов",       "каменный рим она в",  "Ислам [К][а][р][и][м][о][в]" },
	{ "sco ast", "Astana summit of the SCO", "Scotland",       "[A][s][t]ana summit of the [S][C][O]" },
	{ "2005",    "2005",                "2000..2005",          "[2][0][0][5]" },
	{ "tt",      "Tashkent treaty",     "Attempt",             "[T]ashkent [t]reaty" },
};
/* clang-format on */

static void add_marked(const char *text, const struct fuzzy_marks *marks, struct buf *out)
{
	size_t at = 0;

	for (int i = 0; i < marks->count; i++) {
		buf_add(out, text + at, marks->marks[i].at - at);
		buf_printf(out, "[%.*s]", (int)marks->marks[i].len,
			   text + marks->marks[i].at);
		at = marks->marks[i].at + marks->marks[i].len;
	}
	buf_str(out, text + at);
}

START_TEST(what_is_typed_means_the_likelier_text)
{
	struct fuzzy_marks marks;
	struct buf marked = BUF_INIT;
	int better = fuzzy_score(fuzzies[_i].better, fuzzies[_i].typed, &marks);
	int worse = fuzzy_score(fuzzies[_i].worse, fuzzies[_i].typed, NULL);

	add_marked(fuzzies[_i].better, &marks, &marked);
	if (fuzzies[_i].marked) {
		ck_assert_str_eq(marked.bytes, fuzzies[_i].marked);
		ck_assert_msg(better > worse, "%s: %d, %d", fuzzies[_i].typed, better,
			      worse);
	}
	ck_assert_int_gt(better, 1);
	buf_release(&marked);
}
END_TEST

START_TEST(letters_out_of_order_do_not_match)
{
	char text[2000];

	ck_assert_int_eq(fuzzy_score("Norov", "vor", NULL), 0);
	ck_assert_int_eq(fuzzy_score("Norov", "norovv", NULL), 0);
	ck_assert_int_eq(fuzzy_score("Norov", "norov x", NULL), 0);
	ck_assert_int_eq(fuzzy_score("", "n", NULL), 0);
	ck_assert_int_eq(fuzzy_score("Norov", "", NULL), 1);
	ck_assert_int_eq(fuzzy_score("Norov", "  ", NULL), 1);
	ck_assert_int_eq(fuzzy_score("Norov", "'", NULL), 2);
	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	ck_assert_int_gt(fuzzy_score(text, text, NULL), 1);
	ck_assert_int_gt(fuzzy_score(text, "aaa aaa", NULL), 1);
	ck_assert_int_eq(fuzzy_score("\xff\xfe", "a", NULL), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("text");
	TCase *text = tcase_create("text");

	tcase_add_test(text, cells_are_safe_and_of_known_width);
	tcase_add_test(text, any_bytes_become_cells);
	tcase_add_test(text, strings_are_cut_between_glyphs);
	tcase_add_test(text, a_glyph_has_an_ascii_form);
	tcase_add_test(text, streams_are_cleaned);
	tcase_add_test(text, half_a_surrogate_pair_is_replaced);
	tcase_add_test(text, roff_prints_every_character);
	tcase_add_test(text, folding_ignores_case_accents_and_apostrophes);
	tcase_add_test(text, long_words_fold_whole);
	tcase_add_test(text, folded_text_is_found);
	tcase_add_test(text, matches_follow_one_another_without_overlap);
	tcase_add_test(text, distance_counts_inserts_deletes_changes_and_swaps);
	tcase_add_test(text, the_nearest_word_wins);
	tcase_add_test(text, paragraphs_break_where_unicode_allows);
	tcase_add_test(text, wrapping_a_huge_word_ends);
	tcase_add_test(text, long_values_are_excerpted_between_clusters);
	TCase *fuzzy = tcase_create("fuzzy");

	tcase_add_loop_test(fuzzy, what_is_typed_means_the_likelier_text, 0,
			    sizeof fuzzies / sizeof fuzzies[0]);
	tcase_add_test(fuzzy, letters_out_of_order_do_not_match);
	suite_add_tcase(suite, fuzzy);
	suite_add_tcase(suite, text);
	return suite_main(suite);
}
