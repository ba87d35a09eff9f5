#include "config.h"

#include "suite.h"

#include <string.h>

#include "load/load.h"
#include "model/evidence.h"

/* Each record is named for what its evidence is like. */
static const char yaml[] =
	"dossier: {title: T, format: 1}\n"
	"references:\n"
	"- {id: book, type: book, title: Book, custom: {text: book.txt}}\n"
	"- {id: memo, type: book, title: Memo}\n"
	"- {id: unread, type: book, title: Never quoted}\n"
	"- {id: chapter, type: chapter, title: Chapter, custom: {within: book}}\n"
	"passages:\n"
	"- {id: good, source: book, exact: one}\n"
	"- {id: other, source: book, exact: two}\n"
	"- {id: told, source: memo, exact: three}\n"
	"- {id: part, source: chapter, exact: four}\n"
	"places:\n"
	"- {id: bare-place, name: P}\n"
	"- {id: told-place, name: P, description: Far away}\n"
	"- {id: cited-place, name: P, description: Far away, passages: good}\n"
	"actors:\n"
	"- {id: bare-actor, kind: person, name: A}\n"
	"- {id: named-actor, kind: person, name: A, passages: good}\n"
	"- {id: told-actor, kind: person, name: A, description: Tall}\n"
	"- {id: cited-actor, kind: person, name: A, description: Tall, passages: good,\n"
	"   offices: [{title: Minister, of: state, passages: other}]}\n"
	"- {id: half-actor, kind: person, name: A, description: Tall, passages: good,\n"
	"   offices: [{title: Minister, of: state}]}\n"
	"- {id: state, kind: state, name: S}\n"
	"events:\n"
	"- {id: bare, title: E, date: 2005}\n"
	"- {id: whole, title: E, date: 2005, passages: good}\n"
	"- {id: dated, title: E, date: {edtf: 2005, passages: good}}\n"
	"- {id: supplied, title: E, date: {edtf: 2005, supplied: true, basis: b, "
	"passages: good}}\n"
	"- {id: attended, title: E, date: 2005,\n"
	"   participants: [{actor: state, role: actor, passages: good}]}\n"
	"- {id: claimed, title: E, date: 2005, date_claims: [{edtf: 2006, passages: "
	"other}],\n"
	"   passages: good}\n"
	"- id: points\n"
	"  title: E\n"
	"  date: 2005\n"
	"  participants: [{actor: state, role: actor}]\n"
	"  points:\n"
	"  - {id: cited, kind: topic, text: t, passages: [good, other]}\n"
	"  - {id: due, kind: commitment, text: t, passages: good, due: {edtf: 2006, "
	"passages: other}}\n"
	"- id: results\n"
	"  title: E\n"
	"  date: 2005\n"
	"  points:\n"
	"  - {id: met, kind: commitment, text: t, passages: good,\n"
	"     status: {status: fulfilled, passages: other}}\n"
	"  - {id: ended, kind: commitment, text: t, passages: good,\n"
	"     outcome: {text: t, passages: other}}\n"
	"  - {id: seen, kind: commitment, text: t, outcome: {text: t, passages: good}}\n"
	"  - {id: inferred, kind: commitment, text: t,\n"
	"     status: {status: fulfilled, supplied: true, basis: b, passages: good},\n"
	"     outcome: {text: t, supplied: true, basis: b, passages: good}}\n"
	"- id: half\n"
	"  title: E\n"
	"  date: 2005\n"
	"  points:\n"
	"  - {id: half-cited, kind: topic, text: t, passages: good}\n"
	"  - {id: uncited, kind: topic, text: t}\n"
	"- {id: head-only, title: E, date: 2005, passages: good, points: [{kind: topic, "
	"text: t}]}\n"
	"- {id: talk, title: E, date: 2005, points: [{kind: topic, text: t}]}\n"
	"relations:\n"
	"- {id: cited-relation, type: follows, from: whole, to: bare, passages: told}\n"
	"- {id: told-relation, type: follows, from: half, to: bare, text: because}\n"
	"threads:\n"
	"- {id: thread, title: T, steps: [{ref: whole}]}\n";

struct fixture {
	struct dossier dossier;
	struct texts texts;
};

static void set_up(struct fixture *fixture)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };

	*fixture = (struct fixture){ 0 };
	load_text(&(struct load_source){ "evidence.yaml", yaml, sizeof yaml - 1 },
		  &fixture->dossier, &diags);
	ck_assert_int_eq(diags.error_count, 0);
	fixture->texts.sources =
		arena_array(&fixture->texts.arena, 4, sizeof(struct source_text));
	fixture->texts.passages =
		arena_array(&fixture->texts.arena, 4, sizeof(struct quote_result));
	arena_clear(&arena);
}

static void tear_down(struct fixture *fixture)
{
	texts_release(&fixture->texts);
	dossier_release(&fixture->dossier);
}

static void set_state(struct fixture *fixture, const char *passage,
		      enum quote_state state)
{
	struct ref ref = dossier_find(&fixture->dossier, passage);

	ck_assert_uint_eq(ref.kind, KIND_PASSAGE);
	fixture->texts.passages[ref.index].state = state;
}

static const char *name_of(const struct fixture *fixture, const char *id, bool with_texts)
{
	struct ref ref = dossier_find(&fixture->dossier, id);

	ck_assert_msg(!ref_is_none(ref), "%s", id);
	return evidence_names[evidence_of(&fixture->dossier,
					  with_texts ? &fixture->texts : NULL, ref)];
}

/* clang-format off */
static const struct {
	const char *id;
	const char *without; /* texts */
	const char *broken;  /* when "other" is orphaned */
} records[] = {
	{ "bare",           "curator", "curator" },
	{ "whole",          "full",    "full" },
	{ "dated",          "partly",  "partly" },
	{ "supplied",       "curator", "curator" },
	{ "attended",       "partly",  "partly" },
	{ "claimed",        "full",    "broken" },
	{ "points",         "full",    "broken" },
	{ "half",           "partly",  "partly" },
	{ "head-only",      "partly",  "partly" },
	{ "talk",           "curator", "curator" },
	{ "cited",          "full",    "broken" },
	{ "due",            "full",    "broken" },
	{ "uncited",        "curator", "curator" },
	{ "met",            "full",    "broken" },
	{ "ended",          "full",    "broken" },
	{ "seen",           "partly",  "partly" },
	{ "inferred",       "curator", "curator" },
	{ "bare-actor",     "none",    "none" },
	{ "named-actor",    "full",    "full" },
	{ "told-actor",     "curator", "curator" },
	{ "cited-actor",    "full",    "broken" },
	{ "half-actor",     "partly",  "partly" },
	{ "bare-place",     "none",    "none" },
	{ "told-place",     "curator", "curator" },
	{ "cited-place",    "full",    "full" },
	{ "cited-relation", "full",    "full" },
	{ "told-relation",  "curator", "curator" },
	{ "good",           "full",    "full" },
	{ "other",          "full",    "broken" },
	{ "book",           "full",    "broken" },
	{ "memo",           "full",    "full" },
	{ "unread",         "none",    "none" },
	{ "thread",         "none",    "none" },
	{ "follows",        "none",    "none" },
};
/* clang-format on */

START_TEST(every_kind_of_record_has_a_sign)
{
	struct fixture fixture;

	set_up(&fixture);
	for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
		const char *id = records[i].id;

		ck_assert_msg(!strcmp(name_of(&fixture, id, false), records[i].without),
			      "%s is %s", id, name_of(&fixture, id, false));
		/* Nothing was looked for: as without texts. */
		ck_assert_str_eq(name_of(&fixture, id, true), records[i].without);
	}
	set_state(&fixture, "good", QUOTE_EXACT);
	set_state(&fixture, "other", QUOTE_ORPHAN);
	for (size_t i = 0; i < sizeof records / sizeof *records; i++)
		ck_assert_msg(!strcmp(name_of(&fixture, records[i].id, true),
				      records[i].broken),
			      "%s is %s", records[i].id,
			      name_of(&fixture, records[i].id, true));
	tear_down(&fixture);
}
END_TEST

START_TEST(only_lost_and_changed_words_break)
{
	static const struct {
		enum quote_state state;
		const char *evidence;
	} states[] = {
		{ QUOTE_UNCHECKED, "full" }, { QUOTE_EXACT, "full" },
		{ QUOTE_MOVED, "full" },     { QUOTE_AMBIGUOUS, "full" },
		{ QUOTE_CHANGED, "broken" }, { QUOTE_ORPHAN, "broken" },
	};
	struct fixture fixture;

	set_up(&fixture);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		set_state(&fixture, "good", states[i].state);
		ck_assert_str_eq(name_of(&fixture, "whole", true), states[i].evidence);
		ck_assert_str_eq(name_of(&fixture, "whole", false), "full");
	}
	/* What a supplied date cites as its basis can break, too. */
	ck_assert_str_eq(name_of(&fixture, "supplied", true), "broken");
	tear_down(&fixture);
}
END_TEST

START_TEST(a_source_without_its_text_is_borne_out_in_part)
{
	struct fixture fixture;
	struct ref book;

	set_up(&fixture);
	book = dossier_find(&fixture.dossier, "book");
	fixture.texts.sources[book.index].bytes = "one two";
	ck_assert_str_eq(name_of(&fixture, "book", true), "full");
	ck_assert_str_eq(name_of(&fixture, "chapter", true), "full");
	ck_assert_str_eq(name_of(&fixture, "memo", true), "partly");
	ck_assert_str_eq(name_of(&fixture, "unread", true), "none");
	tear_down(&fixture);
}
END_TEST

START_TEST(no_record_needs_no_evidence)
{
	struct dossier dossier = { 0 };

	ck_assert_int_eq(evidence_of(&dossier, NULL, (struct ref){ 0 }),
			 EVIDENCE_NONE_NEEDED);
}
END_TEST

START_TEST(signs_are_distinct_in_both_alphabets)
{
	for (enum evidence i = 0; i < EVIDENCE_COUNT; i++) {
		ck_assert_uint_eq(strlen(evidence_sign(i, true)), 1);
		for (enum evidence j = 0; j < i; j++) {
			ck_assert_str_ne(evidence_sign(i, true), evidence_sign(j, true));
			ck_assert_str_ne(evidence_sign(i, false),
					 evidence_sign(j, false));
		}
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("evidence");
	TCase *evidence = tcase_create("evidence");

	tcase_add_test(evidence, every_kind_of_record_has_a_sign);
	tcase_add_test(evidence, only_lost_and_changed_words_break);
	tcase_add_test(evidence, a_source_without_its_text_is_borne_out_in_part);
	tcase_add_test(evidence, no_record_needs_no_evidence);
	tcase_add_test(evidence, signs_are_distinct_in_both_alphabets);
	suite_add_tcase(suite, evidence);
	return suite_main(suite);
}
