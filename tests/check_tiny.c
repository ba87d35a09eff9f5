#include "config.h"

#include "suite.h"

#include <string.h>

#include "browser.h"

/* Dossiers that hold next to nothing, or lack what a record should have. */

/* clang-format off */
static const struct {
	const char *yaml;
	bool has_errors;
} dossiers[] = {
	{ "threads: [{id: t, steps: []}]", true },
	{ "references: [{id: s, type: webpage, title: S}]\n"
	  "passages: [{id: p, source: s}]\n"
	  "threads: [{id: t, title: T, steps: [{ref: p}]}]", true },
	{ "references: [{id: s, type: webpage, title: S}]\n"
	  "passages: [{id: p, source: s, exact: words}]\n"
	  "threads: [{id: t, title: T, steps: [{ref: p}]}]", false },
	{ "events: [{id: e, title: T}]", true },
	{ "events: [{id: e, date: 2000}]", true },
	{ "events: [{id: e, title: T, date: 2000, points: [{}]}]", true },
	{ "events: [{id: e, title: T, date: 2000}]\n"
	  "threads: [{id: t, title: T, steps: [{ref: e}], opens_at: nowhere}]", true },
	{ "threads: [{id: t, title: T, steps: []}]", false },
	{ "actors: [{id: a}]\nplaces: [{id: p}]\nreferences: [{id: r}]", true },
	{ "relations: [{id: r}, {id: q, type: follows}]", true },
	{ "views: [{id: v}]", true },
	{ "dossier: {id: d}", true },
	{ "", true },
	{ "a: b: c", true },
	{ "{}", true },
};
static const int sizes[][2] = { { 30, 100 }, { 36, 120 }, { 24, 80 }, { 12, 40 }, { 3, 10 }, { 1, 1 } };
/* clang-format on */

static const char keys[] =
	"j k l h Enter Enter Enter Esc Esc Tab j Enter Backtab [ ] G g PgDn PgUp } { > < "
	"J K "
	"1 1 Enter Esc 2 0 r j Enter s Enter Esc i z Esc v e Enter v a Enter v p Enter "
	"v s Enter v c Enter v o Enter v q Enter Enter v r Enter Enter v t Esc ! j Enter "
	"Esc a Enter Esc y Enter Esc p Esc # Esc F k Esc f \"words\" Enter x \\ X Esc "
	"/ \"t\" Enter n N Esc : Esc ? Esc";

START_TEST(no_dossier_is_too_small)
{
	const int size_count = sizeof sizes / sizeof sizes[0];

	browser_open_text(dossiers[_i].yaml);
	for (int i = 0; i < size_count; i++) {
		browser_resize(sizes[i][0], sizes[i][1]);
		browser_type(keys);
	}
	browser_close();
}
END_TEST

START_TEST(errors_are_told_in_the_first_line_and_listed)
{
	browser_open_text(dossiers[_i].yaml);
	if (browser.diags.error_count) {
		ck_assert_msg(strstr(browser_line(0), " !"), "%s", browser_line(0));
		browser_type("!");
		ck_assert_int_eq(browser.ui->list.count,
				 browser.diags.error_count + browser.diags.warning_count);
		ck_assert(strstr(browser_screen(), browser.diags.first->at.file));
		browser_resize(12, 40);
		ck_assert_msg(strstr(browser_line(0), " !"), "%s", browser_line(0));
	} else {
		ck_assert(!strstr(browser_line(0), " !"));
	}
	browser_close();
}
END_TEST

START_TEST(one_error_is_one_error)
{
	browser_open_text("threads: [{id: t, title: T, steps: [], zzz: 1}]");
	ck_assert_int_eq(browser.diags.error_count, 1);
	ck_assert_msg(strstr(browser_line(0), "1 error !"), "%s", browser_line(0));
	browser_close();
	browser_open_text("threads: [{id: t, title: T, steps: [], zzz: 1, yyy: 2}]");
	ck_assert_msg(strstr(browser_line(0), "2 errors !"), "%s", browser_line(0));
	browser_close();
}
END_TEST

START_TEST(a_clean_dossier_has_no_problems)
{
	browser_open_text("dossier: {id: d, title: D, format: 1}\n"
			  "events: [{id: e, title: T, date: 2000}]\n"
			  "threads: [{id: t, title: T, steps: [{ref: e}]}]");
	browser_type("!");
	if (!browser.diags.first)
		ck_assert(browser_says("There are no problems."));
	browser_close();
}
END_TEST

int main(void)
{
	const int count = sizeof dossiers / sizeof dossiers[0];
	Suite *suite = suite_create("tiny");
	TCase *tiny = tcase_create("tiny");

	tcase_set_timeout(tiny, 60);
	tcase_add_loop_test(tiny, no_dossier_is_too_small, 0, count);
	tcase_add_loop_test(tiny, errors_are_told_in_the_first_line_and_listed, 0, count);
	tcase_add_test(tiny, one_error_is_one_error);
	tcase_add_test(tiny, a_clean_dossier_has_no_problems);
	suite_add_tcase(suite, tiny);
	return suite_main(suite);
}
