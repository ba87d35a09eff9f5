#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "doc/doc.h"
#include "load/load.h"
#include "text/cell.h"

static struct dossier dossier;
static struct arena arena;
static struct doc doc;

static void open_dossier(const char *path)
{
	struct diags diags = { .arena = &arena };

	ck_assert(load_dossier(path, &dossier, &diags));
	ck_assert_int_eq(diags.error_count, 0);
}

static const char *data(const char *file)
{
	return arena_printf(&arena, "%s/%s", getenv("DATA"), file);
}

static void close_dossier(void)
{
	dossier_release(&dossier);
	arena_clear(&arena);
	dossier = (struct dossier){ 0 };
}

static struct ref begin(const char *id)
{
	const struct doc_options options = { 0 };
	struct ref ref = dossier_find(&dossier, id);

	ck_assert_msg(!ref_is_none(ref), "no record %s", id);
	doc_init(&doc, &arena, &dossier, &options);
	return ref;
}

/* All that `show` prints of a record. */
static void whole(struct ref ref)
{
	if (ref.kind == KIND_THREAD) {
		doc_thread(&doc, ref);
	} else {
		doc_record(&doc, ref);
		doc_relations(&doc, ref);
		doc_cited_by(&doc, ref);
	}
	doc_quotations(&doc);
}

/* A document as text that shows all there is: a line a block. */
static const char *dump(void)
{
	static const char *const kinds[DOC_KIND_COUNT] = {
		"heading", "facts", "field",	 "paragraph", "participant", "claim",
		"link",	   "step",  "quotation", "citation",  "note"
	};
	static const char meanings[] = " TLDSQCX";
	struct buf out = BUF_INIT;

	for (int i = 0; i < doc.count; i++) {
		const struct doc_block *block = &doc.blocks[i];

		buf_printf(&out, "%s%s %d %s", block->is_more ? "+" : "",
			   kinds[block->kind], block->depth,
			   block->label ? block->label : "-");
		for (int j = 0; j < block->spans.count; j++) {
			const struct doc_span *span = &block->spans.at[j];

			/* Where the data lies differs from one machine to another. */
			const char *base = strstr(span->text, "documents.yaml:");

			buf_printf(&out, " %c<%s>", meanings[span->meaning],
				   base ? base : span->text);
			if (!ref_is_none(span->target))
				buf_printf(&out, "(%s)",
					   dossier_record(&dossier, span->target)->id);
		}
		for (int j = 0; j < block->passages.count; j++)
			buf_printf(&out, " [%d]",
				   doc_number(&doc, block->passages.at[j]));
		buf_char(&out, '\n');
	}
	const char *text = arena_strdup(&arena, out.bytes);

	buf_release(&out);
	return text;
}

/* UPDATE_GOLDEN=1 rewrites the expected documents. */
static void expect_file(const char *name, const char *got)
{
	const char *path = arena_printf(&arena, "%s/%s", getenv("GOLDEN"), name);
	bool update = getenv("UPDATE_GOLDEN") != NULL;
	FILE *file = fopen(path, update ? "w" : "r");
	char want[1 << 14];

	ck_assert_msg(file, "%s", path);
	if (update) {
		fputs(got, file);
	} else {
		want[fread(want, 1, sizeof want - 1, file)] = '\0';
		ck_assert_str_eq(got, want);
	}
	fclose(file);
}

static const char *const documents[] = { "demo",  "ada", "yard", "london", "notes",
					 "q-one", "r2",	 "path", "open",   "echoes" };

START_TEST(documents_are_as_expected)
{
	open_dossier(data("documents.yaml"));
	whole(begin(documents[_i]));
	expect_file(arena_printf(&arena, "%s.doc", documents[_i]), dump());
	close_dossier();
}
END_TEST

static void check_block(const struct doc_block *block)
{
	ck_assert_int_lt(block->kind, DOC_KIND_COUNT);
	ck_assert(block->spans.count || block->passages.count);
	for (int i = 0; i < block->spans.count; i++) {
		const struct doc_span *span = &block->spans.at[i];

		ck_assert(span->text && *span->text);
		ck_assert_int_lt(span->meaning, DOC_MEANING_COUNT);
		ck_assert_int_lt(span->target.kind, KIND_COUNT);
	}
	for (int i = 0; i < block->passages.count; i++)
		ck_assert_int_gt(doc_number(&doc, block->passages.at[i]), 0);
}

/* Every number is used, first in its order, and quoted once. */
static void check_numbers(void)
{
	int most = 0, quoted = 0;

	for (int i = 0; i < doc.count; i++) {
		const struct doc_block *block = &doc.blocks[i];

		for (int j = 0; j < block->passages.count; j++) {
			int number = doc_number(&doc, block->passages.at[j]);

			ck_assert_int_le(number, most + 1);
			most = number > most ? number : most;
		}
		if (block->kind == DOC_QUOTATION && block->label) {
			ck_assert_int_eq(atoi(block->label), ++quoted);
			ck_assert_int_eq(doc_number(&doc, block->about), quoted);
		}
	}
	ck_assert_int_eq(most, doc.passage_count);
	ck_assert_int_eq(quoted, doc.passage_count);
}

START_TEST(every_record_of_the_content_has_a_document)
{
	open_dossier(getenv("CONTENT"));
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < dossier.counts[kind]; i++) {
			begin("norov");
			whole((struct ref){ kind, (uint32_t)i });
			ck_assert_int_gt(doc.count, 0);
			ck_assert_int_eq(doc.blocks[0].kind, DOC_HEADING);
			ck_assert_int_eq(doc.blocks[0].depth, 0);
			for (int j = 0; j < doc.count; j++)
				check_block(&doc.blocks[j]);
			check_numbers();
		}
	close_dossier();
}
END_TEST

static int cell_width_of(const char *line, size_t len)
{
	return cell_width(arena_strndup(&arena, line, len));
}

/* The label of the link to a record, "" without one. */
static const char *link_to(const char *id, const char **section)
{
	const char *heading = "";

	for (int i = 0; i < doc.count; i++) {
		const struct doc_block *block = &doc.blocks[i];

		if (block->kind == DOC_HEADING)
			heading = block->spans.at[0].text;
		if (block->kind != DOC_LINK ||
		    !ref_equal(block->spans.at[0].target, dossier_find(&dossier, id)))
			continue;
		*section = heading;
		return block->label;
	}
	return "";
}

START_TEST(relations_are_before_or_after_with_labels_true_from_here)
{
	static const struct {
		const char *from, *to, *section, *label;
	} rows[] = {
		{ "demo", "earlier", "Before", "follows" },
		{ "earlier", "demo", "After", "followed by" },
		{ "demo", "sequel", "After", "followed by" },
		{ "sequel", "demo", "Before", "follows" },
		{ "demo", "ada", "Related", "motivated by" }, /* undated */
		{ "ada", "demo", "Related", "motivates" },
	};
	const char *section = "";

	open_dossier(data("documents.yaml"));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		doc_relations(&doc, begin(rows[i].from));
		ck_assert_str_eq(link_to(rows[i].to, &section), rows[i].label);
		ck_assert_str_eq(section, rows[i].section);
	}
	close_dossier();
}
END_TEST

static const char *text(int width)
{
	struct buf out = BUF_INIT;

	doc_write_text(&doc, width, &out);
	const char *copy = arena_strdup(&arena, out.bytes);

	buf_release(&out);
	return copy;
}

START_TEST(text_is_wrapped_at_the_width_or_not_at_all)
{
	static const int widths[] = { 0, 20, 40, 80 };

	open_dossier(getenv("CONTENT"));
	whole(begin("uzbekistan"));
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		for (const char *line = text(widths[i]); *line;) {
			size_t len = strcspn(line, "\n");
			int most = widths[i] < 44 ? 44 : widths[i]; /* a label, a word */

			ck_assert(len > 0 ? line[len - 1] != ' ' : true);
			if (widths[i])
				ck_assert_int_le(cell_width_of(line, len), most);
			line += len + 1;
		}
	close_dossier();
}
END_TEST

START_TEST(a_document_of_nothing_is_empty_text)
{
	struct buf out = BUF_INIT;

	open_dossier(data("documents.yaml"));
	begin("demo");
	ck_assert_str_eq(text(80), "");
	doc_write_markdown(&doc, &out);
	ck_assert_uint_eq(out.len, 0);
	buf_release(&out);
	close_dossier();
}
END_TEST

START_TEST(a_point_is_shown_as_its_event)
{
	open_dossier(data("documents.yaml"));
	doc_record(&doc, begin("vow"));
	ck_assert(ref_equal(doc.blocks[0].about, dossier_find(&dossier, "demo")));
	close_dossier();
}
END_TEST

START_TEST(several_mentions_by_one_record_are_one_link)
{
	const char *section = "";

	open_dossier(data("documents.yaml"));
	doc_cited_by(&doc, begin("ada"));
	ck_assert_str_eq(link_to("demo", &section), "actor, speaks");
	ck_assert_int_eq(doc.count, 2);
	close_dossier();
}
END_TEST

/* Records whose required fields are missing, as the loader may leave them. */
START_TEST(broken_records_have_documents)
{
	static const char text[] =
		"threads: [{id: t, steps: [{ref: p}, {ref: nowhere}]}, {id: u}]\n"
		"passages: [{id: p}]\nevents: [{id: e, points: [{id: x}]}]\n"
		"relations: [{id: r, from: e}]\nactors: [{id: a, offices: [{}]}]\n"
		"references: [{id: s, author: [{}]}]\nplaces: [{id: l}]\n";
	const struct doc_options options = { 0 };
	struct diags diags = { .arena = &arena };

	load_text(&(struct load_source){ "broken.yaml", text, sizeof text - 1 }, &dossier,
		  &diags);
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < dossier.counts[kind]; i++) {
			struct ref ref = { kind, (uint32_t)i };

			doc_init(&doc, &arena, &dossier, &options);
			doc_record(&doc, ref);
			if (kind == KIND_THREAD)
				doc_thread(&doc, ref);
			doc_relations(&doc, ref);
			doc_cited_by(&doc, ref);
			doc_quotations(&doc);
			ck_assert_ptr_nonnull(dump());
		}
	close_dossier();
}
END_TEST

int main(void)
{
	const int document_count = sizeof documents / sizeof *documents;
	Suite *suite = suite_create("doc");
	TCase *records = tcase_create("records");

	tcase_add_loop_test(records, documents_are_as_expected, 0, document_count);
	tcase_add_test(records, every_record_of_the_content_has_a_document);
	tcase_add_test(records, relations_are_before_or_after_with_labels_true_from_here);
	tcase_add_test(records, text_is_wrapped_at_the_width_or_not_at_all);
	tcase_add_test(records, a_document_of_nothing_is_empty_text);
	tcase_add_test(records, a_point_is_shown_as_its_event);
	tcase_add_test(records, several_mentions_by_one_record_are_one_link);
	tcase_add_test(records, broken_records_have_documents);
	suite_add_tcase(suite, records);
	return suite_main(suite);
}
