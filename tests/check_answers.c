#include "config.h"

#include "suite.h"

#include "base/buf.h"
#include "doc/columns.h"
#include "load/load.h"
#include "query/query.h"

/*
 * Queries to the shipped content with all their answers: tests/golden/content.answers
 * has a line "LIST: QUERY", then the ids below it, a question mark behind those that
 * are only possible.  UPDATE_GOLDEN=1 rewrites the answers: read the difference before
 * you keep it.
 */

enum { QUERIES_LEAST = 80, ANSWER_WIDTH = 90 };

struct asked {
	struct arena arena;
	struct dossier dossier;
	struct query_index *index;
};

static void open_content(struct asked *asked)
{
	struct diags diags = { 0 };

	*asked = (struct asked){ 0 };
	diags.arena = &asked->arena;
	load_dossier(getenv("CONTENT"), &asked->dossier, &diags);
	asked->index = query_index_new(&asked->dossier, NULL);
}

static void close_content(struct asked *asked)
{
	query_index_free(asked->index);
	dossier_release(&asked->dossier);
	arena_clear(&asked->arena);
}

/* A point without an id is named by its event and its number there. */
static void add_name(const struct dossier *dossier, struct ref ref, struct buf *out)
{
	const char *id = dossier_record(dossier, ref)->id;

	if (id) {
		buf_str(out, id);
		return;
	}
	struct ref home = dossier_home(dossier, ref);

	buf_str(out, dossier_record(dossier, home)->id);
	if (home.kind == KIND_EVENT)
		buf_printf(out, "#%u",
			   ref.index - dossier->events[home.index].points.first + 1);
}

/* The answers as the file has them: indented, wrapped. */
static void answer(const struct asked *asked, const char *listing, const char *text,
		   struct buf *out)
{
	const struct doc_listing *list = &doc_listings[doc_listing_find(listing)];
	struct arena arena = { 0 };
	struct query query = { 0 };
	struct query_fault fault;
	struct refs all = doc_listing_records(list, &asked->dossier, &arena);
	struct query_view view = { &query,
				   asked->index,
				   { list->kind, all.at, all.count } };
	struct query_hits hits;
	struct buf name = BUF_INIT;
	size_t col = 0;

	ck_assert_msg(query_add(&query, asked->index, text, &fault), "%s: %s", text,
		      fault.message);
	query_run(&view, &arena, &hits);
	for (int i = 0; i < hits.count; i++) {
		buf_clear(&name);
		add_name(&asked->dossier, hits.refs[i], &name);
		if (hits.truths[i] == TRUTH_MAYBE)
			buf_char(&name, '?');
		buf_str(out, !col			     ? "    "
			     : col + name.len > ANSWER_WIDTH ? "\n    "
							     : " ");
		col = !col || col + name.len > ANSWER_WIDTH ? 4 : col + 1;
		buf_str(out, name.bytes);
		col += name.len;
	}
	buf_str(out, hits.count ? "\n" : "    nothing\n");
	buf_release(&name);
	query_release(&query);
	arena_clear(&arena);
}

static void read_file(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "r");
	char bytes[4096];
	size_t len;

	ck_assert_msg(file, "%s", path);
	while ((len = fread(bytes, 1, sizeof bytes, file)) > 0)
		buf_add(out, bytes, len);
	fclose(file);
}

static void rewrite(const char *path, const struct buf *text)
{
	FILE *file = fopen(path, "w");

	ck_assert(file);
	fwrite(text->bytes, 1, text->len, file);
	fclose(file);
}

START_TEST(the_content_answers_as_expected)
{
	struct asked asked;
	struct buf expected = BUF_INIT, got = BUF_INIT, line = BUF_INIT;
	char path[4096];
	int count = 0;

	open_content(&asked);
	snprintf(path, sizeof path, "%s/content.answers", getenv("GOLDEN"));
	read_file(path, &expected);
	for (const char *at = expected.bytes; *at; at += strcspn(at, "\n") + 1) {
		if (*at == ' ')
			continue;
		buf_clear(&line);
		buf_add(&line, at, strcspn(at, "\n"));
		buf_printf(&got, "%s\n", line.bytes);
		char *colon = strstr(line.bytes, ": ");

		ck_assert_msg(colon, "%s", line.bytes);
		*colon = '\0';
		answer(&asked, line.bytes, colon + 2, &got);
		count++;
	}
	ck_assert_int_ge(count, QUERIES_LEAST);
	if (getenv("UPDATE_GOLDEN"))
		rewrite(path, &got);
	else
		ck_assert_str_eq(got.bytes, expected.bytes);
	buf_release(&expected);
	buf_release(&got);
	buf_release(&line);
	close_content(&asked);
}
END_TEST

START_TEST(every_view_of_the_content_finds_something)
{
	struct asked asked;

	open_content(&asked);
	for (int i = 0; i < asked.dossier.counts[KIND_VIEW]; i++) {
		const struct view_record *saved = &asked.dossier.views[i];
		struct query query = { 0 }, same = { 0 };
		struct query_fault fault;
		struct query_view view = { &query, asked.index, { .kind = KIND_EVENT } };
		struct query_view other = { &same, asked.index, { .kind = KIND_EVENT } };
		char text[256];

		snprintf(text, sizeof text, "view:%s", saved->record.id);
		ck_assert_msg(query_add(&query, asked.index, text, &fault), "%s: %s",
			      text, fault.message);
		ck_assert(query_add(&same, asked.index, saved->query, NULL));
		ck_assert_msg(query_count_hits(&view, NULL) > 0, "%s", text);
		ck_assert_int_eq(query_count_hits(&view, NULL),
				 query_count_hits(&other, NULL));
		query_release(&query);
		query_release(&same);
	}
	close_content(&asked);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("answers");
	TCase *content = tcase_create("content");

	tcase_add_test(content, the_content_answers_as_expected);
	tcase_add_test(content, every_view_of_the_content_finds_something);
	suite_add_tcase(suite, content);
	return suite_main(suite);
}
