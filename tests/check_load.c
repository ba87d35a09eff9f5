#include "config.h"

#include "suite.h"

#include <string.h>

#include "load/load.h"

/* A dossier that was loaded, and what was said of it. */
struct loaded {
	struct arena arena;
	struct diags diags;
	struct dossier dossier;
	bool is_good;
};

static void load(struct loaded *loaded, const char *text)
{
	memset(loaded, 0, sizeof *loaded);
	loaded->diags.arena = &loaded->arena;
	loaded->is_good = load_text("test.yaml", text, strlen(text), &loaded->dossier,
				    &loaded->diags);
}

static void release(struct loaded *loaded)
{
	dossier_release(&loaded->dossier);
	arena_clear(&loaded->arena);
}

START_TEST(an_unknown_id_is_told_with_the_one_that_was_meant)
{
	struct loaded loaded;

	load(&loaded, "dossier: {title: T}\n"
		      "actors: [{id: norov, kind: person, name: Vladimir Norov}]\n"
		      "events:\n"
		      "- id: visit\n"
		      "  title: A visit\n"
		      "  date: 2022-12-12\n"
		      "  participants: [{actor: norv, role: actor}]\n");
	ck_assert(!loaded.is_good);
	const struct diag *diag = loaded.diags.first->next;

	ck_assert_str_eq(diag->code, "ref-unknown");
	ck_assert_str_eq(diag->message, "no actor has the id \"norv\"");
	ck_assert_str_eq(diag->help, "did you mean \"norov\" (test.yaml:2)?");
	ck_assert_str_eq(diag->line, "  participants: [{actor: norv, role: actor}]");
	ck_assert_uint_eq(diag->at.line, 7);
	ck_assert_uint_eq(diag->at.column, 26);
	ck_assert_uint_eq(diag->width, 4);
	release(&loaded);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("load");
	TCase *load_case = tcase_create("load");

	tcase_add_test(load_case, an_unknown_id_is_told_with_the_one_that_was_meant);
	suite_add_tcase(suite, load_case);
	return suite_main(suite);
}
