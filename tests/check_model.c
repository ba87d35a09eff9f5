#include "config.h"

#include "suite.h"

#include <string.h>

#include "base/buf.h"
#include "model/citation.h"
#include "model/dossier.h"
#include "model/field.h"
#include "model/office.h"

enum { NOROV, UZBEKISTAN, USA, BLINKEN };

static const struct ref norov = { KIND_ACTOR, NOROV };

/* A date as loaded; it lives as long as the dossier. */
static struct when when(struct dossier *dossier, const char *edtf)
{
	const struct date *date = date_parse(&dossier->arena, edtf, strlen(edtf), NULL);

	ck_assert_ptr_nonnull(date);
	return (struct when){ .edtf = edtf, .extent = date_extent(date) };
}

/* Norov, with two dated offices and an undated one. */
static void make_actors(struct dossier *dossier)
{
	struct office *offices = arena_array(&dossier->arena, 3, sizeof *offices);

	offices[0] = (struct office){ .title = "Secretary-General" };
	offices[0].date = when(dossier, "2019-01-01/2021-12-31");
	offices[1] = (struct office){ .title = "Foreign Minister",
				      .of = { KIND_ACTOR, UZBEKISTAN },
				      .date = when(dossier, "2022-04-27/2022-12-30") };
	offices[2] = (struct office){ .title = "Deputy",
				      .of = { KIND_ACTOR, USA },
				      .date = when(dossier, "2006-05/") };
	dossier->actors = arena_array(&dossier->arena, 4, sizeof *dossier->actors);
	dossier->counts[KIND_ACTOR] = 4;
	dossier->actors[NOROV] = (struct actor){ .name = "Vladimir Norov",
						 .offices = offices,
						 .office_count = 3 };
	dossier->actors[UZBEKISTAN].name = "Uzbekistan";
	dossier->actors[USA].name = "United States";
	dossier->actors[BLINKEN].name = "Antony Blinken";
}

START_TEST(people_have_the_title_of_the_day)
{
	static const struct {
		const char *date, *title;
		enum truth held; /* the second office */
	} days[] = {
		{ "2022-12-12", "Foreign Minister of Uzbekistan", TRUTH_YES },
		{ "2020", "Secretary-General", TRUTH_NO },
		{ "2022", "Foreign Minister of Uzbekistan", TRUTH_MAYBE },
		{ "2022-12-12?", "Foreign Minister of Uzbekistan", TRUTH_MAYBE },
		{ "2006-05", "Deputy of the United States", TRUTH_NO },
		{ "2006-01", NULL, TRUTH_NO },
	};
	struct dossier dossier = { 0 };
	struct buf words = BUF_INIT;

	make_actors(&dossier);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct when day = when(&dossier, days[i].date);
		const struct office *office = office_on(&dossier, norov, &day.extent);

		buf_clear(&words);
		if (office)
			office_words(&dossier, office, &words);
		ck_assert_str_eq(words.bytes, days[i].title ? days[i].title : "");
		ck_assert_int_eq(
			office_held(&dossier.actors[NOROV].offices[1], &day.extent),
			days[i].held);
	}
	buf_release(&words);
	dossier_release(&dossier);
}
END_TEST

START_TEST(without_a_date_or_an_actor_there_is_no_office)
{
	struct dossier dossier = { 0 };
	struct date_extent never = { 0 };
	struct when day;

	make_actors(&dossier);
	day = when(&dossier, "2022-12-12");
	ck_assert_ptr_null(office_on(&dossier, norov, &never));
	ck_assert_ptr_null(office_on(&dossier, (struct ref){ 0 }, &day.extent));
	ck_assert_ptr_null(
		office_on(&dossier, (struct ref){ KIND_ACTOR, BLINKEN }, &day.extent));
	dossier_release(&dossier);
}
END_TEST

START_TEST(participants_have_the_office_of_the_event)
{
	struct dossier dossier = { 0 };
	struct event event = { 0 };
	struct participant participant = { .actor = norov, .as = "guest" };
	struct buf words = BUF_INIT;

	make_actors(&dossier);
	event.date = when(&dossier, "2022-12-12");
	ck_assert(office_of_participant(&dossier, &event, &participant, &words));
	ck_assert_str_eq(words.bytes, "Foreign Minister of Uzbekistan");
	participant.actor.index = BLINKEN;
	ck_assert(!office_of_participant(&dossier, &event, &participant, &words));
	ck_assert_str_eq(words.bytes, "Foreign Minister of Uzbekistan");
	buf_release(&words);
	dossier_release(&dossier);
}
END_TEST

static const struct {
	int authors;
	const char *title_short, *container, *date;
	bool supplied;
	const char *locator, *brief, *full;
} citations[] = {
	{ 1, "CPC", "Caspian Policy Center", "2022-12-19", false, "para. 3", "CPC 2022",
	  "Freund, “A Week”, Caspian Policy Center, 19 December 2022, para. 3" },
	{ 2, NULL, NULL, "2018", true, NULL, "Freund and Caspian Policy Center [2018]",
	  "Freund and Caspian Policy Center, “A Week”, [2018]" },
	{ 3, NULL, NULL, "2018/2019", false, NULL, "Freund et al. 2018–2019", NULL },
	{ 0, NULL, NULL, NULL, false, "p. 1", "A Week n.d.", "“A Week”, n.d., p. 1" },
	{ 1, "CPC 2022", NULL, "2022-12-19", false, NULL, "CPC 2022", NULL },
	{ 1, "Web copy", NULL, NULL, false, NULL, "Web copy", NULL },
	{ 0, NULL, NULL, "2005/..", false, NULL, "A Week 2005–", NULL },
	{ 0, NULL, NULL, "../2005", false, NULL, "A Week –2005", NULL },
};

START_TEST(citations_are_short_and_full)
{
	static const struct csl_name names[] = {
		{ .family = "Freund", .given = "Josephine" },
		{ .literal = "Caspian Policy Center" },
		{ .family = "Gaulle", .particle = "de" },
	};
	struct ref ref = { KIND_REFERENCE, 0 };

	for (size_t i = 0; i < sizeof citations / sizeof *citations; i++) {
		struct dossier dossier = { 0 };
		struct reference reference = {
			.title = "A Week",
			.title_short = citations[i].title_short,
			.container_title = citations[i].container,
			.author = { names, citations[i].authors },
		};
		struct buf words = BUF_INIT;

		dossier.references = &reference;
		if (citations[i].date)
			reference.issued = when(&dossier, citations[i].date);
		reference.issued.supplied = citations[i].supplied;
		citation_short(&dossier, ref, &words);
		ck_assert_str_eq(words.bytes, citations[i].brief);
		buf_clear(&words);
		citation_full(&dossier, ref, citations[i].locator, &words);
		if (citations[i].full)
			ck_assert_str_eq(words.bytes, citations[i].full);
		buf_release(&words);
		dossier_release(&dossier);
	}
}
END_TEST

START_TEST(every_field_has_a_label_and_a_help)
{
	const struct shape *shapes[SHAPES_MOST];
	size_t count = shapes_all(shapes, SHAPES_MOST);

	ck_assert_uint_lt(count, SHAPES_MOST);
	for (size_t i = 0; i < count; i++)
		for (int j = 0; j < shapes[i]->count; j++) {
			const struct field *field = &shapes[i]->fields[j];

			ck_assert_msg(field->label && field->help, "%s of %s has none",
				      field->key, shapes[i]->name);
			ck_assert(field->label[0] < 'a');
			ck_assert_uint_lt(field->at, shapes[i]->size);
		}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("model");
	TCase *model = tcase_create("model");

	tcase_add_test(model, people_have_the_title_of_the_day);
	tcase_add_test(model, without_a_date_or_an_actor_there_is_no_office);
	tcase_add_test(model, participants_have_the_office_of_the_event);
	tcase_add_test(model, citations_are_short_and_full);
	tcase_add_test(model, every_field_has_a_label_and_a_help);
	suite_add_tcase(suite, model);
	return suite_main(suite);
}
