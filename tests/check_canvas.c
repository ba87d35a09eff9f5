#include "config.h"

#include "suite.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../src/ui/canvas.h"
#include "../src/ui/order.h"

static struct canvas canvas;

/* The canvas as it is dumped; a string of the test's own. */
static const char *dump(bool roles)
{
	static char text[4096];
	FILE *out = fmemopen(text, sizeof text, "w");

	canvas_dump(&canvas, out, roles);
	fclose(out);
	return text;
}

/* Every wide glyph has its tail, every tail its wide glyph. */
static void check_wide_glyphs(void)
{
	for (int i = 0; i < canvas.rows * canvas.cols; i++) {
		const struct cell *cell = &canvas.cells[i];

		if (!cell->text[0])
			ck_assert(i % canvas.cols > 0 && cell_width(cell[-1].text) == 2);
		else if (cell_width(cell->text) == 2)
			ck_assert(i % canvas.cols < canvas.cols - 1 && !cell[1].text[0]);
	}
}

/* Text written at a column of the area {0, 1, 1, 6} of a row of dots. */
static const struct {
	const char *text;
	int col;
	const char *want;
	int after;
} texts[] = {
	{ "ab", 0, ".ab.....", 2 },
	{ "abcdefgh", 0, ".abcdef.", 6 },
	{ "ab", 5, "......a.", 6 },
	{ "ab", 6, "........", 6 },
	{ "ab", 9, "........", 6 },
	{ "abc", -1, ".bc.....", 2 },
	{ "漢字", 0, ".漢字...", 4 },
	{ "漢字", 3, "....漢 .", 6 },
	{ "漢字", -1, ". 字....", 3 },
	{ "", 2, "........", 2 },
	{ "e\xcc\x81x", 0, ".e\xcc\x81x.....", 2 },
	{ "a\tb\nc", 0, ".a b c..", 5 },
};

/* Write at a column of the canvas's first row. */
static void put(int col, const char *text)
{
	struct pen pen = { &canvas, canvas_all(&canvas), 0, col };

	pen_text(&pen, text, ROLE_PLAIN);
}

START_TEST(text_is_cut_to_its_area)
{
	struct pen pen = { &canvas, { 0, 1, 1, 6 }, 0, texts[_i].col };
	char want[32];

	canvas_init(&canvas, 1, 8);
	put(0, "........");
	pen_text(&pen, texts[_i].text, ROLE_PLAIN);
	snprintf(want, sizeof want, "%s\n", texts[_i].want);
	ck_assert_str_eq(dump(false), want);
	ck_assert_int_eq(pen.col, texts[_i].after);
	check_wide_glyphs();
	canvas_release(&canvas);
}
END_TEST

START_TEST(half_a_wide_glyph_is_never_left)
{
	canvas_init(&canvas, 1, 6);
	put(0, "漢字漢");
	put(1, "xy");
	check_wide_glyphs();
	ck_assert_str_eq(dump(false), " xy 漢\n");
	put(3, "字");
	check_wide_glyphs();
	ck_assert_str_eq(dump(false), " xy字\n");
	canvas_fill(&canvas, (struct rect){ 0, 4, 1, 1 }, ROLE_PLAIN);
	check_wide_glyphs();
	ck_assert_str_eq(dump(false), " xy\n");
	canvas_release(&canvas);
}
END_TEST

START_TEST(hostile_text_comes_out_harmless)
{
	canvas_init(&canvas, 1, 40);
	put(0, "a\033[31mb\r\n\b\x7f\xc2\x9b\xe2\x80\xae\xff");
	for (const char *c = dump(false); *c; c++)
		ck_assert(*c == '\n' || ((unsigned char)*c >= ' ' && *c != '\x7f'));
	ck_assert_ptr_null(strstr(dump(false), "\xc2\x9b"));
	ck_assert_ptr_null(strstr(dump(false), "\xe2\x80\xae"));
	canvas_release(&canvas);
}
END_TEST

START_TEST(ascii_canvas_holds_ascii_in_the_same_places)
{
	canvas_init(&canvas, 3, 20);
	canvas.ascii = true;
	canvas_box(&canvas, canvas_all(&canvas),
		   &(struct frame){ "Événements", "3 of 4", ROLE_BORDER, ROLE_HEADING });
	pen_text(&(struct pen){ &canvas, canvas_all(&canvas), 1, 2 }, "2005–2006 漢x",
		 ROLE_PLAIN);
	ck_assert_str_eq(dump(false), "+ Evenements ------+\n"
				      "| 2005-2006 ? x    |\n"
				      "+------------------+\n");
	canvas_release(&canvas);
}
END_TEST

START_TEST(box_has_a_title_and_a_note)
{
	canvas_init(&canvas, 3, 24);
	canvas_box(&canvas, (struct rect){ 0, 1, 3, 22 },
		   &(struct frame){ "Source", "3 of 4", ROLE_BORDER_ON, ROLE_HEADING });
	ck_assert_str_eq(dump(true), " ┌ Source ─── 3 of 4 ─┐\n"
				     " │                    │\n"
				     " └────────────────────┘\n"
				     "--\n"
				     " BBHHHHHHBBBBBHHHHHHBBB\n"
				     " B                    B\n"
				     " BBBBBBBBBBBBBBBBBBBBBB\n");
	canvas_release(&canvas);
}
END_TEST

START_TEST(roles_change_and_text_stays)
{
	canvas_init(&canvas, 2, 4);
	pen_text(&(struct pen){ &canvas, canvas_all(&canvas), 0, 0 }, "abcd", ROLE_DATE);
	canvas_role(&canvas, (struct rect){ 0, 1, 5, 2 }, ROLE_SELECTED);
	ck_assert_str_eq(dump(true), "abcd\n\n--\nD##D\n ##\n");
	canvas_rule(&canvas, canvas_all(&canvas), 1, ROLE_BORDER);
	canvas_rule(&canvas, canvas_all(&canvas), 2, ROLE_BORDER);
	ck_assert_str_eq(dump(true), "abcd\n────\n--\nD##D\nbbbb\n");
	canvas_clear(&canvas);
	ck_assert_str_eq(dump(true), "\n\n--\n\n\n");
	canvas_release(&canvas);
}
END_TEST

START_TEST(every_rect_is_safe)
{
	static const int ends[] = { INT_MIN, -3, -1, 0, 1, 3, INT_MAX };
	enum { N = sizeof ends / sizeof ends[0] };
	struct frame frame = { "a title", "note", ROLE_BORDER, ROLE_HEADING };

	canvas_init(&canvas, 3, 5);
	for (int i = 0; i < N * N * N * N; i++) {
		struct rect area = { ends[i % N], ends[i / N % N], ends[i / N / N % N],
				     ends[i / N / N / N] };

		struct pen pen = { &canvas, area, ends[i % N], ends[i / N % N] };

		pen_text(&pen, "漢字 word", ROLE_QUOTE);
		pen_text(&pen, "漢字 word", ROLE_QUOTE);
		canvas_fill(&canvas, area, ROLE_DIM);
		pen_text(&(struct pen){ &canvas, area, 0, 0 }, "漢字 word", ROLE_QUOTE);
		canvas_role(&canvas, area, ROLE_SELECTED);
		canvas_rule(&canvas, area, ends[i % N], ROLE_BORDER);
		canvas_box(&canvas, area, &frame);
		canvas_foot(&canvas, area, "foot", ROLE_STATUS);
		check_wide_glyphs();
	}
	canvas_release(&canvas);
}
END_TEST

START_TEST(sizes_are_clamped)
{
	canvas_init(&canvas, -7, 0);
	ck_assert_int_eq(canvas.rows, 1);
	ck_assert_int_eq(canvas.cols, 1);
	canvas_release(&canvas);
	canvas_init(&canvas, 30000, 30000);
	ck_assert_int_eq(canvas.rows, CANVAS_MAX_ROWS);
	ck_assert_int_eq(canvas.cols, CANVAS_MAX_COLS);
	canvas_release(&canvas);
}
END_TEST

START_TEST(every_role_has_a_letter_of_its_own)
{
	for (int role = 0; role < ROLE_COUNT; role++) {
		ck_assert_int_ne(theme[role].letter, 0);
		for (int other = 0; other < role; other++)
			ck_assert_int_ne(theme[role].letter, theme[other].letter);
	}
}
END_TEST

/* A channel of sRGB from 0 to 255, made linear. */
static double linear(int channel)
{
	double c = channel / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned rgb)
{
	return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) +
	       0.0722 * linear(rgb & 255);
}

/* The colour of a number in the table of 256: the cube of 6x6x6, then 24 greys. */
static unsigned colour(int number)
{
	static const unsigned steps[] = { 0, 95, 135, 175, 215, 255 };

	if (number >= 232)
		return (8 + (unsigned)(number - 232) * 10) * 0x010101;
	number -= 16;
	return steps[number / 36] << 16 | steps[number / 6 % 6] << 8 | steps[number % 6];
}

static double contrast(unsigned a, unsigned b)
{
	double one = luminance(a) + 0.05, other = luminance(b) + 0.05;

	return one > other ? one / other : other / one;
}

/* Black and white, where nothing is known; usual dark and light themes else. */
static const struct {
	enum background background;
	unsigned rgb;
} backgrounds[] = {
	{ BACKGROUND_UNKNOWN, 0x000000 }, { BACKGROUND_UNKNOWN, 0xffffff },
	{ BACKGROUND_DARK, 0x000000 },	  { BACKGROUND_DARK, 0x1e1e1e },
	{ BACKGROUND_DARK, 0x002b36 },	  { BACKGROUND_DARK, 0x282828 },
	{ BACKGROUND_DARK, 0x2e3440 },	  { BACKGROUND_LIGHT, 0xffffff },
	{ BACKGROUND_LIGHT, 0xfdf6e3 },	  { BACKGROUND_LIGHT, 0xfbf1c7 },
};
enum { BACKGROUNDS = sizeof backgrounds / sizeof backgrounds[0] };

START_TEST(colours_of_text_have_a_contrast_of_4_5)
{
	for (int hue = HUE_NONE + 1; hue < HUE_LINE; hue++) {
		int number = palettes[backgrounds[_i].background][hue].of_256;

		if (number >= 0)
			ck_assert_msg(contrast(colour(number), backgrounds[_i].rgb) >=
					      4.5,
				      "hue %d on #%06x: %.2f", hue, backgrounds[_i].rgb,
				      contrast(colour(number), backgrounds[_i].rgb));
	}
}
END_TEST

/* Text as it is read, and as it is seen. */
static const struct {
	const char *text, *want;
} orders[] = {
	{ "ab 12", "ab 12" },
	{ "אבג", "גבא" },
	{ "a אב גד b", "a דג בא b" },
	{ "אב.", "בא." },
	{ "12 אב", "12 בא" },
	{ "אב 12", "12 בא" },
	{ "אב 1,250% גד", "דג 1,250% בא" },
	{ "אב 2005-12", "2005-12 בא" },
	{ "אב, (גד) הו", "וה (דג) ,בא" },
	{ "אב x גד", "בא x דג" },
	{ "أب ١٢", "١٢ بأ" },
	{ "١٢ أب", "بأ ١٢" },
	{ "א\xd6\xb4ב", "בא\xd6\xb4" },
	{ "א漢ב", "א漢ב" },
	{ "א🙂ב", "ב🙂א" },
	{ "漢字", "漢字" },
};

START_TEST(right_to_left_is_shown_from_the_right)
{
	char want[64];

	canvas_init(&canvas, 1, 40);
	put(0, orders[_i].text);
	canvas_order(&canvas);
	snprintf(want, sizeof want, "%s\n", orders[_i].want);
	ck_assert_str_eq(dump(false), want);
	check_wide_glyphs();
	canvas_release(&canvas);
}
END_TEST

/* Columns side by side stay where they are; a text in pieces is one. */
START_TEST(each_text_keeps_its_columns)
{
	struct pen pen = { &canvas, { 0, 9, 1, 20 }, 0, 0 };

	canvas_init(&canvas, 1, 40);
	put(0, "אב");
	put(3, "גד");
	canvas_rule(&canvas, (struct rect){ 0, 6, 1, 1 }, 0, ROLE_BORDER);
	put(7, "הו");
	pen.col = 1;
	pen_text(&pen, "אב", ROLE_PLAIN);
	pen_text(&pen, " גד", ROLE_MATCH);
	canvas.cursor_row = 0;
	canvas.cursor_col = 3;
	canvas_order(&canvas);
	ck_assert_str_eq(dump(false), "בא דג ─וה דג בא\n");
	ck_assert_int_eq(canvas.cursor_col, 4);
	ck_assert_int_eq(canvas.cells[10].role, ROLE_MATCH);
	canvas_release(&canvas);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("canvas");
	TCase *draw = tcase_create("canvas");
	TCase *looks = tcase_create("theme");

	tcase_add_loop_test(draw, text_is_cut_to_its_area, 0,
			    sizeof texts / sizeof texts[0]);
	tcase_add_test(draw, half_a_wide_glyph_is_never_left);
	tcase_add_test(draw, hostile_text_comes_out_harmless);
	tcase_add_test(draw, ascii_canvas_holds_ascii_in_the_same_places);
	tcase_add_test(draw, box_has_a_title_and_a_note);
	tcase_add_test(draw, roles_change_and_text_stays);
	tcase_add_test(draw, every_rect_is_safe);
	tcase_add_test(draw, sizes_are_clamped);
	tcase_add_loop_test(draw, right_to_left_is_shown_from_the_right, 0,
			    sizeof orders / sizeof orders[0]);
	tcase_add_test(draw, each_text_keeps_its_columns);
	tcase_add_test(looks, every_role_has_a_letter_of_its_own);
	tcase_add_loop_test(looks, colours_of_text_have_a_contrast_of_4_5, 0,
			    BACKGROUNDS);
	suite_add_tcase(suite, draw);
	suite_add_tcase(suite, looks);
	return suite_main(suite);
}
