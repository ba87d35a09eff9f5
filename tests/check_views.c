#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "browser.h"

static void open_small(void)
{
	browser_open("DATA", "small");
}

/* UPDATE_GOLDEN=1 rewrites the screens. */
/* clang-format off */
static const struct {
	const char *name;
	int cols, rows;
	bool ascii;
	const char *keys;
} goldens[] = {
	{ "wide-start",       120, 36, false, "" },
	{ "wide-thread",      120, 36, false, "1 j Tab j j j j" },
	{ "wide-relations",   120, 36, false, "1 j r j" },
	{ "wide-possible",    120, 36, false, "0 f y e a r : 2 0 0 7 Enter" },
	{ "wide-claims",      120, 36, false, "1 j j Tab" },
	{ "wide-place",       120, 36, false, "1 j Tab Enter" },
	{ "wide-text",        120, 36, false, "1 j Tab j j j j j j j" },
	{ "wide-ascii",       120, 36, true,  "1 j" },
	{ "medium-start",      80, 24, false, "" },
	{ "medium-thread",     80, 24, false, "2 j" },
	{ "medium-source",     80, 24, false, "0 j s" },
	{ "medium-actor",      80, 24, false, "0 j j Tab j j j Enter" },
	{ "medium-years",      80, 24, false, "0 y" },
	{ "medium-help",       80, 24, false, "0 ?" },
	{ "medium-palette",    80, 24, false, "0 : t h r" },
	{ "medium-search",     80, 24, false, "0 / g a t e" },
	{ "medium-nothing",    80, 24, false, "0 f n o s u c h w o r d Enter" },
	{ "medium-fault",      80, 24, false, "0 f a c t r : x Enter" },
	{ "medium-text",       80, 24, false, "1 j j s" },
	{ "medium-ascii",      80, 24, true,  "0 j j s" },
	{ "medium-least",      60, 18, false, "1 j r" },
	{ "narrow-list",       40, 12, false, "1 j" },
	{ "narrow-detail",     40, 12, false, "1 j Enter" },
	{ "narrow-source",     40, 12, false, "1 j s" },
	{ "narrow-picker",     40, 12, false, "0 a" },
	{ "narrow-ascii",      40, 12, true,  "1 j Enter" },
	{ "small-list",        20,  6, false, "0 j j" },
	{ "small-detail",      20,  6, false, "0 j j Enter j" },
	{ "tiny-list",         10,  3, false, "0 j j" },
	{ "tiny-prompt",       10,  3, false, "0 / l i n" },
	{ "least",              1,  1, false, "0 j j Enter" },
};
/* clang-format on */

static void expect_screen(const char *name)
{
	static char want[128 * 1024];
	const char *got = browser_screen();
	bool update = getenv("UPDATE_GOLDEN") != NULL;
	char path[512];

	snprintf(path, sizeof path, "%s/%s.screen", getenv("GOLDEN"), name);
	FILE *file = fopen(path, update ? "w" : "r");

	ck_assert_msg(file != NULL, "cannot open %s", path);
	if (update)
		fputs(got, file);
	else
		want[fread(want, 1, sizeof want - 1, file)] = '\0';
	fclose(file);
	ck_assert_msg(update || !strcmp(want, got), "%s differs, got:\n%s", path, got);
}

START_TEST(screen_is_as_it_was)
{
	browser.screen.ascii = goldens[_i].ascii;
	browser_resize(goldens[_i].rows, goldens[_i].cols);
	browser_type(goldens[_i].keys);
	expect_screen(goldens[_i].name);
}
END_TEST

START_TEST(ascii_screens_are_ascii)
{
	browser.screen.ascii = true;
	browser_resize(goldens[_i].rows, goldens[_i].cols);
	browser_type(goldens[_i].keys);
	for (const char *c = browser_screen(); *c; c++)
		ck_assert_msg(*c == '\n' || (*c >= ' ' && *c < 0x7f), "%s: at %.20s",
			      goldens[_i].name, c);
}
END_TEST

/* Every kind of screen at every kind of size; the sanitizers do the looking. */
START_TEST(no_size_is_too_small_or_too_large)
{
	static const int sizes[] = {
		1, 2, 3, 4, 5, 7, 11, 15, 16, 17, 24, 28, 36, 60, 100
	};
	static const char *const states[] = {
		"",
		"1 j j Tab j",
		"2 s j j",
		"j j r j Enter",
		"? b a",
		"y 2 0",
		": f i l",
		"/ t h e n",
		"f a c t o r : x Enter",
		"a Enter",
		"f n o w o r d Enter",
	};
	const int count = sizeof sizes / sizeof sizes[0];

	browser_type(states[_i]);
	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++) {
			int cols = sizes[j] * 3 > 300 ? 300 : sizes[j] * 3;

			browser_resize(sizes[i], j < 4 ? sizes[j] : cols);
			ui_key(browser.ui, "Down");
			ui_draw(browser.ui, &browser.screen);
		}
}
END_TEST

static bool is_inside(struct rect area, int rows, int cols)
{
	return area.row >= 0 && area.col >= 0 && area.rows >= 0 && area.cols >= 0 &&
	       area.row + area.rows <= rows && area.col + area.cols <= cols;
}

START_TEST(every_area_is_on_the_screen)
{
	for (int rows = 1; rows <= 100; rows++)
		for (int cols = 1; cols <= 300; cols++) {
			struct layout it = layout(rows, cols);
			const struct rect areas[] = {
				it.header, it.chips, it.list,	  it.detail,
				it.extra,  it.tabs,  it.timeline, it.hints,
			};

			for (size_t i = 0; i < sizeof areas / sizeof areas[0]; i++)
				ck_assert_msg(is_inside(areas[i], rows, cols),
					      "area %zu at %dx%d", i, cols, rows);
			ck_assert_int_gt(it.list.rows, 0);
			ck_assert_int_gt(it.detail.rows, 0);
		}
}
END_TEST

START_TEST(each_size_has_its_layout)
{
	ck_assert_int_eq(layout(36, 120).class, LAYOUT_WIDE);
	ck_assert_int_eq(layout(24, 80).class, LAYOUT_MEDIUM);
	ck_assert_int_eq(layout(12, 40).class, LAYOUT_NARROW);
	ck_assert_int_eq(layout(6, 20).class, LAYOUT_NARROW);
	ck_assert_int_eq(layout(3, 10).class, LAYOUT_TINY);
	ck_assert_int_eq(layout(1, 1).class, LAYOUT_TINY);
}
END_TEST

int main(void)
{
	const int golden_count = sizeof goldens / sizeof goldens[0];
	Suite *suite = suite_create("views");
	TCase *screens = tcase_create("screens"), *areas = tcase_create("layout");

	tcase_add_checked_fixture(screens, open_small, browser_close);
	tcase_set_timeout(screens, 60);
	tcase_add_loop_test(screens, screen_is_as_it_was, 0, golden_count);
	tcase_add_loop_test(screens, ascii_screens_are_ascii, 0, golden_count);
	tcase_add_loop_test(screens, no_size_is_too_small_or_too_large, 0, 11);
	suite_add_tcase(suite, screens);

	tcase_add_test(areas, every_area_is_on_the_screen);
	tcase_add_test(areas, each_size_has_its_layout);
	suite_add_tcase(suite, areas);
	return suite_main(suite);
}
