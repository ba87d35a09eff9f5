#include "config.h"

#include "suite.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "browser.h"

/* UPDATE_GOLDEN=1 rewrites the screens. */
/* clang-format off */
static const struct {
	const char *name;
	const char *dossier;
	int cols, rows;
	bool ascii;
	const char *keys;
} goldens[] = {
	{ "wide-start",       "small",  120, 36, false, "" },
	{ "wide-thread",      "small",  120, 36, false, "j Tab } }" },
	{ "wide-relations",   "small",  120, 36, false, "j r j" },
	{ "wide-possible",    "small",  120, 36, false, "0 f \"year:2007\" Enter" },
	{ "wide-claims",      "small",  120, 36, false, "j } }" },
	{ "wide-place",       "small",  120, 36, false, "v p j" },
	{ "wide-hollow",      "small",  120, 36, false, "2 j r k Enter" },
	{ "wide-text",        "small",  120, 36, false, "j Tab j Enter" },
	{ "wide-more",        "small",  120, 36, false, "j i" },
	{ "wide-page",        "small",  120, 36, false, "1" },
	{ "wide-zoom",        "small",  120, 36, false, "j s z" },
	{ "wide-ascii",       "small",  120, 36, true,  "j" },
	{ "medium-start",     "small",   80, 24, false, "" },
	{ "medium-thread",    "small",   80, 24, false, "2 j" },
	{ "medium-source",    "small",   80, 24, false, "0 j s" },
	{ "medium-actor",     "small",   80, 24, false, "v a j j" },
	{ "medium-commitments", "small", 80, 24, false, "v c" },
	{ "medium-sources",   "small",   80, 24, false, "v s" },
	{ "medium-points",    "small",   80, 24, false, "v o j" },
	{ "medium-years",     "small",   80, 24, false, "0 y" },
	{ "medium-several",   "small",   80, 24, false, "0 a Space Space" },
	{ "medium-cited",     "small",   80, 24, false, "j Enter Enter Enter" },
	{ "medium-help",      "small",   80, 24, false, "0 ?" },
	{ "medium-views",     "small",   80, 24, false, "v" },
	{ "medium-palette",   "small",   80, 24, false, "0 : t h r" },
	{ "medium-search",    "small",   80, 24, false, "0 / g a t e" },
	{ "medium-nothing",   "small",   80, 24, false, "0 f n o s u c h w o r d Enter" },
	{ "medium-fault",     "small",   80, 24, false, "0 f a c t r : x Enter" },
	{ "medium-text",      "small",   80, 24, false, "j j s" },
	{ "medium-ascii",     "small",   80, 24, true,  "0 j j s" },
	{ "medium-least",     "small",   60, 18, false, "j r" },
	{ "narrow-list",      "small",   40, 12, false, "j" },
	{ "narrow-detail",    "small",   40, 12, false, "j Enter" },
	{ "narrow-source",    "small",   40, 12, false, "j s" },
	{ "narrow-picker",    "small",   40, 12, false, "0 a" },
	{ "narrow-ascii",     "small",   40, 12, true,  "j Enter" },
	{ "small-list",       "small",   20,  6, false, "0 j j" },
	{ "small-detail",     "small",   20,  6, false, "0 j j Enter j" },
	{ "tiny-list",        "small",   10,  3, false, "0 j j" },
	{ "tiny-prompt",      "small",   10,  3, false, "0 / l i n" },
	{ "least",            "small",    1,  1, false, "0 j j Enter" },

	{ "screen-160x45",        "screen", 160, 45, false, "2" },
	{ "screen-160x45-filter", "screen", 160, 45, false, "0 y \"1939\" Enter a \"bord\" Enter" },
	{ "screen-120x36",        "screen", 120, 36, false, "2" },
	{ "screen-120x36-page",   "screen", 120, 36, false, "2 2" },
	{ "screen-120x36-filter", "screen", 120, 36, false, "2 y \"1939\" Enter" },
	{ "screen-120x36-hollow", "screen", 120, 36, false, "r k Enter" },
	{ "screen-80x24",         "screen",  80, 24, false, "2" },
	{ "screen-80x24-claim",   "screen",  80, 24, false, "2 k Enter Enter" },
	{ "screen-80x24-related", "screen",  80, 24, false, "2 r" },
	{ "screen-80x24-filter",  "screen",  80, 24, false, "2 y \"1939\" Enter" },
	{ "screen-60x18",         "screen",  60, 18, false, "2" },
	{ "screen-60x18-ascii",   "screen",  60, 18, true,  "2" },
	{ "screen-40x12",         "screen",  40, 12, false, "2" },
	{ "screen-40x12-record",  "screen",  40, 12, false, "2 k Enter" },
	{ "screen-40x12-source",  "screen",  40, 12, false, "2 s" },
	{ "screen-20x6",          "screen",  20,  6, false, "2" },
	{ "screen-20x6-record",   "screen",  20,  6, false, "2 k Enter" },
	{ "screen-10x3",          "screen",  10,  3, false, "2" },
	{ "screen-1x1",           "screen",   1,  1, false, "2" },

	{ "relations-160x45",       "relations.yaml", 160, 45, false, "j j j j r" },
	{ "relations-160x45-depth", "relations.yaml", 160, 45, false, "j j j j r ) k" },
	{ "relations-120x36",       "relations.yaml", 120, 36, false, "j j j j r" },
	{ "relations-120x36-ascii", "relations.yaml", 120, 36, true,  "j j j j r )" },
	{ "relations-120x36-list",  "relations.yaml", 120, 36, false, "j j j j r j j j j j j j" },
	{ "relations-80x24",        "relations.yaml",  80, 24, false, "j j j j r" },
	{ "relations-80x24-depth",  "relations.yaml",  80, 24, false, "j j j j r ) )" },
	{ "relations-60x18",        "relations.yaml",  60, 18, false, "j j j j r" },
	{ "relations-40x12",        "relations.yaml",  40, 12, false, "j j j j r" },
	{ "relations-20x6",         "relations.yaml",  20,  6, false, "j j j j r" },
	{ "relations-10x3",         "relations.yaml",  10,  3, false, "j j j j r" },
	{ "relations-1x1",          "relations.yaml",   1,  1, false, "j j j j r" },
	{ "path-160x45",            "relations.yaml", 160, 45, false, "P \"last\" Enter }" },
	{ "path-120x36",            "relations.yaml", 120, 36, false, "P \"last\" Enter }" },
	{ "path-120x36-ascii",      "relations.yaml", 120, 36, true,  "P \"last\" Enter" },
	{ "path-120x36-shared",     "relations.yaml", 120, 36, false, "j j P \"regatta\" Enter" },
	{ "path-120x36-none",       "relations.yaml", 120, 36, false, "P \"eclipse\" Enter" },
	{ "path-80x24",             "relations.yaml",  80, 24, false, "P \"last\" Enter }" },
	{ "path-80x24-choose",      "relations.yaml",  80, 24, false, "P \"la\"" },
	{ "path-60x18",             "relations.yaml",  60, 18, false, "P \"last\" Enter }" },
	{ "path-40x12",             "relations.yaml",  40, 12, false, "P \"last\" Enter }" },
	{ "path-20x6",              "relations.yaml",  20,  6, false, "P \"last\" Enter }" },
	{ "path-10x3",              "relations.yaml",  10,  3, false, "P \"last\" Enter }" },
	{ "path-1x1",               "relations.yaml",   1,  1, false, "P \"last\" Enter }" },
	{ "time-160x45",       "dates", 160, 45, false, "0 t" },
	{ "time-160x45-zoom",  "dates", 160, 45, false, "0 t z G + + + +" },
	{ "time-120x36",       "dates", 120, 36, false, "0 t" },
	{ "time-120x36-actor", "dates", 120, 36, false, "0 t t j j" },
	{ "time-120x36-brush", "dates", 120, 36, false, "0 t j j j b l l" },
	{ "time-120x36-days",  "dates", 120, 36, false, "0 t G + + + + + + + + + +" },
	{ "time-120x36-ascii", "dates", 120, 36, true,  "0 t" },
	{ "time-80x24",        "dates",  80, 24, false, "0 t j j" },
	{ "time-80x24-filter", "dates",  80, 24, false, "f \"actor:syldavia\" Enter t" },
	{ "time-60x18",        "dates",  60, 18, false, "0 t j" },
	{ "time-40x12",        "dates",  40, 12, false, "0 t j" },
	{ "time-40x12-ascii",  "dates",  40, 12, true,  "0 t j" },
	{ "time-20x6",         "dates",  20,  6, false, "0 t j" },
	{ "time-10x3",         "dates",  10,  3, false, "0 t j" },
	{ "time-1x1",          "dates",   1,  1, false, "0 t j" },
	{ "time-undated",      "dates",  80, 24, false, "v a t" },
};
/* clang-format on */

static void expect_screen(const char *name)
{
	static char want[256 * 1024];
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

static void play(int golden, bool ascii)
{
	browser_open("DATA", goldens[golden].dossier);
	browser.screen.ascii = ascii;
	browser_resize(goldens[golden].rows, goldens[golden].cols);
	browser_type(goldens[golden].keys);
}

START_TEST(screen_is_as_it_was)
{
	play(_i, goldens[_i].ascii);
	expect_screen(goldens[_i].name);
	browser_close();
}
END_TEST

START_TEST(ascii_screens_are_ascii)
{
	play(_i, true);
	for (const char *c = browser_screen(); *c; c++)
		ck_assert_msg(*c == '\n' || (*c >= ' ' && *c < 0x7f), "%s: at %.20s",
			      goldens[_i].name, c);
	browser_close();
}
END_TEST

/* A golden that nobody compares would be believed. */
START_TEST(every_golden_screen_is_compared)
{
	DIR *directory = opendir(getenv("GOLDEN"));
	const struct dirent *entry;

	while ((entry = readdir(directory))) {
		const char *dot = strrchr(entry->d_name, '.');
		size_t len = dot ? (size_t)(dot - entry->d_name) : 0;
		bool found = !dot || strcmp(dot, ".screen") != 0;

		for (size_t i = 0; i < sizeof goldens / sizeof goldens[0]; i++)
			found = found || (strlen(goldens[i].name) == len &&
					  !memcmp(goldens[i].name, entry->d_name, len));
		ck_assert_msg(found, "%s is compared with nothing", entry->d_name);
	}
	closedir(directory);
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
		"j j Tab j",
		"2 s j j",
		"j j r j Enter",
		"? b a",
		"y 2 0",
		": f i l",
		"/ t h e n",
		"f \"actor:x\" Enter",
		"a Enter",
		"f \"noword\" Enter",
		"1",
		"v a Enter",
		"s z",
		"v",
		"j j r ) )",
		"j P \"gates\" Enter",
		"t",
		"0 t t z",
		"t + + + l",
		"t b l j",
	};
	const int count = sizeof sizes / sizeof sizes[0];

	browser_open("DATA", "small");
	browser_type(states[_i]);
	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++) {
			int cols = sizes[j] * 3 > 300 ? 300 : sizes[j] * 3;

			browser_resize(sizes[i], j < 4 ? sizes[j] : cols);
			browser_type("Down");
		}
	browser_close();
}
END_TEST

static bool is_inside(struct rect area, int rows, int cols)
{
	return area.row >= 0 && area.col >= 0 && area.rows >= 0 && area.cols >= 0 &&
	       area.row + area.rows <= rows && area.col + area.cols <= cols;
}

static void check_areas(const struct layout_choice *choice)
{
	struct layout it = layout(choice);
	const struct rect lines[] = { it.header, it.crumbs,   it.tabs,
				      it.words,	 it.timeline, it.hints };

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		ck_assert_msg(is_inside(lines[i], choice->rows, choice->cols),
			      "line %zu at %dx%d", i, choice->cols, choice->rows);
	for (int i = 0; i < SLOT_COUNT; i++)
		ck_assert_msg(is_inside(it.areas[i], choice->rows, choice->cols),
			      "slot %d at %dx%d", i, choice->cols, choice->rows);
	ck_assert_msg(layout_shows(&it, choice->focus), "no focus at %dx%d", choice->cols,
		      choice->rows);
}

START_TEST(every_area_is_on_the_screen)
{
	for (int rows = 1; rows <= 100; rows++)
		for (int cols = 1; cols <= 300; cols++) {
			struct layout_choice choice = { rows,	     cols,
							SLOT_LIST,   SLOT_RECORD,
							SLOT_SOURCE, false,
							false };

			check_areas(&choice);
			choice.focus = SLOT_SOURCE;
			check_areas(&choice);
			choice.is_zoomed = true;
			check_areas(&choice);
			choice = (struct layout_choice){ rows,	       cols,
							 SLOT_RELATED, SLOT_RELATED,
							 SLOT_RELATED, false,
							 false };
			check_areas(&choice);
			choice.focus = SLOT_PAGE;
			choice.is_page = true;
			check_areas(&choice);
		}
}
END_TEST

/* clang-format off */
static const struct {
	int rows, cols;
	enum layout_class class;
} classes[] = {
	{ 45, 160, LAYOUT_WIDE },   { 36, 120, LAYOUT_WIDE },   { 24, 80, LAYOUT_MEDIUM },
	{ 18,  60, LAYOUT_MEDIUM }, { 12,  40, LAYOUT_NARROW }, {  6, 20, LAYOUT_NARROW },
	{  3,  10, LAYOUT_TINY },   {  1,   1, LAYOUT_TINY },
};
/* clang-format on */

START_TEST(each_size_has_its_layout)
{
	struct layout_choice choice = { classes[_i].rows,
					classes[_i].cols,
					SLOT_LIST,
					SLOT_RECORD,
					SLOT_SOURCE,
					false,
					false };

	ck_assert_int_eq(layout(&choice).class, classes[_i].class);
}
END_TEST

int main(void)
{
	const int golden_count = sizeof goldens / sizeof goldens[0];
	Suite *suite = suite_create("views");
	TCase *screens = tcase_create("screens"), *areas = tcase_create("layout");

	tcase_set_timeout(screens, 60);
	tcase_add_loop_test(screens, screen_is_as_it_was, 0, golden_count);
	tcase_add_loop_test(screens, ascii_screens_are_ascii, 0, golden_count);
	tcase_add_loop_test(screens, no_size_is_too_small_or_too_large, 0, 21);
	tcase_add_test(screens, every_golden_screen_is_compared);
	suite_add_tcase(suite, screens);

	tcase_set_timeout(areas, 60);
	tcase_add_test(areas, every_area_is_on_the_screen);
	tcase_add_loop_test(areas, each_size_has_its_layout, 0,
			    sizeof classes / sizeof classes[0]);
	suite_add_tcase(suite, areas);
	return suite_main(suite);
}
