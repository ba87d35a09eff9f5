#include "config.h"

#include "suite.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "doc/columns.h"
#include "load/load.h"
#include "text/cell.h"

struct fixture {
	struct arena arena; /* of the cells */
	struct dossier dossier;
	struct texts texts;
};

/* tests/data/ledger.yaml, and texts in which some passages are not as quoted. */
static void set_up(struct fixture *fixture)
{
	static const struct {
		const char *id;
		enum quote_state state;
	} states[] = {
		{ "gazette-theft", QUOTE_EXACT },
		{ "gazette-treaty", QUOTE_EXACT },
		{ "gazette-border", QUOTE_MOVED },
		{ "letter-debt", QUOTE_ORPHAN },
	};
	struct diags diags = { .arena = &fixture->arena };
	struct texts *texts = &fixture->texts;
	char path[4096];

	*fixture = (struct fixture){ 0 };
	snprintf(path, sizeof path, "%s/ledger.yaml", getenv("DATA"));
	load_dossier(path, &fixture->dossier, &diags);
	ck_assert_int_eq(diags.error_count, 0);
	texts->sources = arena_array(&texts->arena, 9, sizeof *texts->sources);
	texts->passages = arena_array(&texts->arena, 9, sizeof *texts->passages);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		struct ref passage = dossier_find(&fixture->dossier, states[i].id);

		texts->passages[passage.index].state = states[i].state;
	}
	struct ref gazette = dossier_find(&fixture->dossier, "gazette");

	texts->sources[gazette.index] =
		(struct source_text){ .bytes = "", .words = 80, .quoted_words = 9 };
}

static void tear_down(struct fixture *fixture)
{
	texts_release(&fixture->texts);
	dossier_release(&fixture->dossier);
	arena_clear(&fixture->arena);
}

static const struct doc_column *column_of(const struct doc_listing *listing,
					  const char *name)
{
	for (int i = 0; i < listing->column_count; i++)
		if (!strcmp(listing->columns[i].name, name))
			return &listing->columns[i];
	ck_abort_msg("%s have no column %s", listing->name, name);
}

/* clang-format off */
static const struct {
	enum listing listing;
	const char *id, *column, *text;
	const char *data; /* NULL: as the text */
	enum doc_meaning meaning;
} cells[] = {
	{ LIST_EVENTS, "treaty", "evidence", "●", "full", DOC_LABEL },
	{ LIST_EVENTS, "theft", "evidence", "◐", "partly", DOC_LABEL },
	{ LIST_EVENTS, "visit", "evidence", "×", "broken", DOC_DAMAGED },
	{ LIST_EVENTS, "festival", "date", "[1940]", NULL, DOC_SUPPLIED },
	{ LIST_EVENTS, "treaty", "title", "The treaty of Klow", NULL, DOC_TITLE },
	{ LIST_EVENTS, "treaty", "place", "Klow", NULL, DOC_PLAIN },
	{ LIST_EVENTS, "visit", "place", "", NULL, DOC_PLAIN },
	{ LIST_EVENTS, "theft", "type", "", NULL, DOC_LABEL },
	{ LIST_POINTS, "feast", "date", "[1940]", NULL, DOC_SUPPLIED },
	{ LIST_POINTS, "border", "kind", "commitment", NULL, DOC_LABEL },
	{ LIST_POINTS, "border", "by", "Borduria, Hector Alembick", NULL, DOC_PLAIN },
	{ LIST_POINTS, "border", "text", "To leave the border alone", NULL, DOC_TITLE },
	{ LIST_POINTS, "border", "event", "The treaty of Klow", "treaty", DOC_PLAIN },
	{ LIST_POINTS, "blame", "evidence", "○", "curator", DOC_LABEL },
	{ LIST_COMMITMENTS, "border", "to", "Syldavia", NULL, DOC_PLAIN },
	{ LIST_COMMITMENTS, "border", "status", "broken", NULL, DOC_LABEL },
	{ LIST_COMMITMENTS, "border", "outcome", "Tanks crossed it.", NULL, DOC_PLAIN },
	{ LIST_COMMITMENTS, "repay", "due", "1940", NULL, DOC_DATE },
	{ LIST_COMMITMENTS, "border", "due", "", NULL, DOC_DATE },
	{ LIST_ACTORS, "alembick", "name", "Hector Alembick", NULL, DOC_TITLE },
	{ LIST_ACTORS, "alembick", "kind", "person", NULL, DOC_LABEL },
	{ LIST_ACTORS, "alembick", "office", "Keeper of the Seals of Syldavia", NULL, DOC_PLAIN },
	{ LIST_ACTORS, "borduria", "office", "A neighbor", NULL, DOC_PLAIN },
	{ LIST_ACTORS, "borduria", "events", "2", NULL, DOC_PLAIN },
	{ LIST_ACTORS, "syldavia", "evidence", " ", "none", DOC_LABEL },
	{ LIST_PLACES, "klow", "feature", "capital", NULL, DOC_LABEL },
	{ LIST_PLACES, "klow", "within", "Syldavia", NULL, DOC_PLAIN },
	{ LIST_PLACES, "klow", "events", "3", NULL, DOC_PLAIN },
	{ LIST_PLACES, "land", "events", "3", NULL, DOC_PLAIN },
	{ LIST_SOURCES, "gazette", "citation", "The Klow Gazette 1939", NULL, DOC_TITLE },
	{ LIST_SOURCES, "gazette", "issued", "1939", NULL, DOC_DATE },
	{ LIST_SOURCES, "gazette", "passages", "3", NULL, DOC_PLAIN },
	{ LIST_SOURCES, "gazette", "quoted", "11%", "11.2", DOC_PLAIN },
	{ LIST_SOURCES, "gazette", "state", "2 exact, 1 moved", NULL, DOC_PLAIN },
	{ LIST_SOURCES, "letter", "state", "1 orphan", NULL, DOC_DAMAGED },
	{ LIST_SOURCES, "letter", "quoted", "", NULL, DOC_PLAIN },
	{ LIST_SOURCES, "memoirs", "state", "", NULL, DOC_PLAIN },
	{ LIST_SOURCES, "memoirs", "passages", "0", NULL, DOC_PLAIN },
	{ LIST_PASSAGES, "gazette-theft", "source", "The Klow Gazette 1939", NULL, DOC_TITLE },
	{ LIST_PASSAGES, "gazette-theft", "locator", "para. 1", NULL, DOC_PLAIN },
	{ LIST_PASSAGES, "letter-debt", "locator", "", NULL, DOC_PLAIN },
	{ LIST_PASSAGES, "gazette-border", "state", "moved", NULL, DOC_PLAIN },
	{ LIST_PASSAGES, "letter-debt", "state", "orphan", NULL, DOC_DAMAGED },
	{ LIST_PASSAGES, "gazette-theft", "exact", "the scepter has vanished", NULL, DOC_QUOTED },
	{ LIST_RELATIONS, "after", "from", "The scepter is stolen", NULL, DOC_TITLE },
	{ LIST_RELATIONS, "after", "type", "follows", NULL, DOC_LABEL },
	{ LIST_RELATIONS, "after", "to", "The treaty of Klow", NULL, DOC_TITLE },
	{ LIST_RELATIONS, "after", "date", "", NULL, DOC_DATE },
	{ LIST_RELATIONS, "allies", "date", "1930s", NULL, DOC_DATE },
};
/* clang-format on */

START_TEST(cells_describe_records)
{
	struct fixture fixture;

	set_up(&fixture);
	const struct doc_options options = { .texts = &fixture.texts };

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		const struct doc_column *column =
			column_of(&doc_listings[cells[i].listing], cells[i].column);
		struct ref ref = dossier_find(&fixture.dossier, cells[i].id);
		const char *data = cells[i].data ? cells[i].data : cells[i].text;

		ck_assert_msg(!ref_is_none(ref), "%s", cells[i].id);
		struct doc_cell cell =
			column->cell(&fixture.dossier, ref, &options, &fixture.arena);

		ck_assert_str_eq(cell.text, cells[i].text);
		ck_assert_msg(cell.meaning == cells[i].meaning, "%s of %s",
			      cells[i].column, cells[i].id);
		if (column->data)
			cell = column->data(&fixture.dossier, ref, &options,
					    &fixture.arena);
		ck_assert_str_eq(cell.text, data);
	}
	tear_down(&fixture);
}
END_TEST

START_TEST(without_texts_nothing_is_checked)
{
	static const struct doc_options options = { .texts = NULL };
	struct fixture fixture;

	set_up(&fixture);
	const struct dossier *dossier = &fixture.dossier;
	struct ref letter = dossier_find(dossier, "letter");
	struct ref debt = dossier_find(dossier, "letter-debt");
	const struct doc_listing *sources = &doc_listings[LIST_SOURCES];
	const struct doc_listing *passages = &doc_listings[LIST_PASSAGES];

	ck_assert_str_eq(column_of(sources, "state")
				 ->cell(dossier, letter, &options, &fixture.arena)
				 .text,
			 "unchecked");
	ck_assert_str_eq(column_of(sources, "evidence")
				 ->data(dossier, letter, &options, &fixture.arena)
				 .text,
			 "full");
	ck_assert_str_eq(column_of(passages, "state")
				 ->cell(dossier, debt, &options, &fixture.arena)
				 .text,
			 "unchecked");
	tear_down(&fixture);
}
END_TEST

/* The ids of a list, in its order. */
static void print_ids(const struct fixture *fixture, struct refs refs, struct buf *out)
{
	buf_clear(out);
	for (int i = 0; i < refs.count; i++) {
		const char *id = dossier_record(&fixture->dossier, refs.at[i])->id;

		buf_printf(out, "%s%s", i ? " " : "", id ? id : "-");
	}
}

START_TEST(lists_have_their_own_order)
{
	static const struct {
		enum listing listing;
		const char *ids;
	} lists[] = {
		{ LIST_EVENTS, "treaty theft visit festival" },
		{ LIST_POINTS, "border guard repay blame lend feast" },
		{ LIST_COMMITMENTS, "lend repay feast border guard" },
		{ LIST_ACTORS, "syldavia borduria alembick" },
		{ LIST_PLACES, "land klow" },
		{ LIST_SOURCES, "gazette letter memoirs" },
		{ LIST_PASSAGES,
		  "gazette-theft gazette-treaty gazette-border letter-debt" },
		{ LIST_RELATIONS, "after allies" },
	};
	struct buf ids = BUF_INIT;
	struct fixture fixture;

	set_up(&fixture);
	ck_assert_int_eq(sizeof lists / sizeof *lists, LIST_COUNT);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		print_ids(&fixture,
			  doc_listing_records(&doc_listings[lists[i].listing],
					      &fixture.dossier, &fixture.arena),
			  &ids);
		ck_assert_str_eq(ids.bytes, lists[i].ids);
	}
	buf_release(&ids);
	tear_down(&fixture);
}
END_TEST

START_TEST(sorting_takes_any_number_of_records)
{
	const struct doc_listing *points = &doc_listings[LIST_POINTS];
	struct fixture fixture;

	set_up(&fixture);
	struct refs sorted =
		doc_listing_records(points, &fixture.dossier, &fixture.arena);

	for (int count = 0; count <= sorted.count; count++) {
		struct ref refs[8];

		ck_assert_int_le(count, 8);
		for (int i = 0; i < count; i++)
			refs[i] = sorted.at[(i * 5 + 3) % sorted.count];
		doc_listing_sort(points, &fixture.dossier, refs, count);
		for (int i = 1; i < count; i++)
			ck_assert_int_lt(
				points->compare(&fixture.dossier, refs[i - 1], refs[i]),
				0);
	}
	tear_down(&fixture);
}
END_TEST

/* A list whose table the ui can rely on. */
static void check_listing(const struct doc_listing *listing)
{
	int flexible = 0;

	ck_assert_int_eq(doc_listing_find(listing->name), listing - doc_listings);
	ck_assert(islower((unsigned char)listing->letter));
	ck_assert_ptr_nonnull(listing->title);
	ck_assert_ptr_nonnull(listing->empty);
	for (int i = 0; i < listing->column_count; i++) {
		const struct doc_column *column = &listing->columns[i];

		ck_assert_ptr_eq(column_of(listing, column->name), column);
		ck_assert_ptr_nonnull(column->cell);
		ck_assert_int_ge(column->rank, 1);
		ck_assert(!column->when || column->supplied);
		ck_assert_msg(!column->width ||
				      cell_width(column->heading) <= column->width ||
				      !*column->heading,
			      "%s", column->heading);
		flexible += !column->width;
		ck_assert(column->width || column->rank == 1);
	}
	ck_assert_int_eq(flexible, 1);
}

START_TEST(tables_are_sound)
{
	for (int i = 0; i < LIST_COUNT; i++) {
		check_listing(&doc_listings[i]);
		for (int j = 0; j < i; j++)
			ck_assert_int_ne(doc_listings[i].letter, doc_listings[j].letter);
	}
	ck_assert_int_eq(doc_listing_find("threads"), LIST_COUNT);
}
END_TEST

/* Records that lack what they need are dropped or empty: no cell is NULL. */
START_TEST(no_cell_is_null)
{
	static const char yaml[] =
		"dossier: {title: T, format: 1}\n"
		"actors: [{id: a, kind: person}, {kind: state, name: S}]\n"
		"places: [{id: p}]\n"
		"references: [{id: r, type: book}]\n"
		"passages: [{id: q}, {id: s, source: none}]\n"
		"events: [{date: 2005, points: [{kind: commitment}, {}]}, {id: e}]\n"
		"relations: [{id: x}, {id: y, type: follows, from: e}]\n";
	const struct doc_options options = { .texts = NULL };
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	struct dossier dossier = { 0 };

	load_text(&(struct load_source){ "broken.yaml", yaml, sizeof yaml - 1 }, &dossier,
		  &diags);
	for (int i = 0; i < LIST_COUNT; i++) {
		const struct doc_listing *listing = &doc_listings[i];
		struct refs refs = doc_listing_records(listing, &dossier, &arena);

		for (int j = 0; j < refs.count * listing->column_count; j++) {
			const struct doc_column *column =
				&listing->columns[j % listing->column_count];
			struct ref ref = refs.at[j / listing->column_count];

			ck_assert_ptr_nonnull(
				column->cell(&dossier, ref, &options, &arena).text);
			ck_assert(!column->data ||
				  column->data(&dossier, ref, &options, &arena).text);
		}
	}
	dossier_release(&dossier);
	arena_clear(&arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("columns");
	TCase *columns = tcase_create("columns");

	tcase_add_test(columns, cells_describe_records);
	tcase_add_test(columns, without_texts_nothing_is_checked);
	tcase_add_test(columns, lists_have_their_own_order);
	tcase_add_test(columns, sorting_takes_any_number_of_records);
	tcase_add_test(columns, tables_are_sound);
	tcase_add_test(columns, no_cell_is_null);
	suite_add_tcase(suite, columns);
	return suite_main(suite);
}
