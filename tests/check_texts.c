#include "config.h"

#include "suite.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "load/load.h"
#include "load/scalar.h"
#include "load/texts.h"
#include "model/dossier.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A directory of texts, and a dossier of one source and a few passages. */
static char directory[64];
static struct arena arena;
static struct diags diags;
static struct dossier dossier;
static struct texts texts;
static struct reference references[3];
static struct reference *const reference = references;
static struct passage passages[8];

static void start(void)
{
	snprintf(directory, sizeof directory, "texts-%ld", (long)getpid());
	ck_assert(!mkdir(directory, 0700) || errno == EEXIST);
	arena = (struct arena){ 0 };
	diags = (struct diags){ .arena = &arena };
	dossier = (struct dossier){ .references = references, .passages = passages };
	dossier.counts[KIND_REFERENCE] = 1;
	memset(references, 0, sizeof references);
	*reference = (struct reference){ .record = { "source", { "r.yaml", 1, 1 } },
					 .text = "source.txt" };
	memset(passages, 0, sizeof passages);
}

static void remove_below(const char *name)
{
	char path[128];

	snprintf(path, sizeof path, "%s/%s", directory, name);
	remove(path);
}

static void finish(void)
{
	static const char *const names[] = { "source.txt",     "example.txt", "d.yaml",
					     "sub/source.txt", "sub",	      "link",
					     "fifo",	       "dir" };

	for (size_t i = 0; i < COUNT(names); i++)
		remove_below(names[i]);
	rmdir(directory);
	texts_release(&texts);
	arena_clear(&arena);
}

static void write_text(const char *name, const char *bytes, size_t len)
{
	char path[128];

	snprintf(path, sizeof path, "%s/%s", directory, name);
	FILE *file = fopen(path, "wb");

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static void add_passage(const char *exact, const char *locator)
{
	passages[dossier.counts[KIND_PASSAGE]++] = (struct passage){
		.record = { "p", { "p.yaml", 1, 1 } },
		.source = { KIND_REFERENCE, 0 },
		.exact = exact,
		.locator = locator,
	};
}

static const char *const text =
	"Head\n\nBlinken asked for fair and public trials. They met "
	"again.\n\nThey met twice, as “friends”, in Qarshi and in a "
	"long row of other towns that nobody quotes.\n";

static const struct {
	struct passage passage;
	enum quote_state state;
	const char *code, *message, *help; /* NULL: nothing is wrong */
} reports[] = {
	{ { .exact = "fair and public trials", .locator = "para. 2" },
	  QUOTE_EXACT,
	  NULL,
	  NULL,
	  NULL },
	{ { .exact = "fair and public trials" }, QUOTE_EXACT, NULL, NULL, NULL },
	{ { .exact = "as \"friends\", in", .locator = "paras. 2–3" },
	  QUOTE_EXACT,
	  NULL,
	  NULL,
	  NULL },
	{ { .exact = "in Qarshi", .locator = "p. 9" }, QUOTE_EXACT, NULL, NULL, NULL },
	{ { .exact = "in Qarshi", .locator = "para. 2" },
	  QUOTE_MOVED,
	  "passage-moved",
	  "the words are in paragraph 3, not at \"para. 2\"",
	  "write locator: para. 3" },
	{ { .exact = "in Qarshi", .prefix = "not " },
	  QUOTE_MOVED,
	  "passage-moved",
	  "the words are in the text, but the words around it differ",
	  "remove prefix and suffix" },
	{ { .exact = "just", .prefix = "asked for ", .suffix = " and" },
	  QUOTE_CHANGED,
	  "passage-changed",
	  "the text has different words here: {just->fair}",
	  "write exact: \"fair\"" },
	{ { .exact = "just", .prefix = "asked for", .suffix = "and public" },
	  QUOTE_CHANGED,
	  "passage-changed",
	  "the text has different words here: {just->fair}",
	  "write exact: \"fair\"" },
	{ { .exact = "They met" },
	  QUOTE_AMBIGUOUS,
	  "passage-ambiguous",
	  "the words occur 2 times in the text",
	  "write prefix: \"trials. \", suffix: \" again.\"" },
	{ { .exact = "They met", .locator = "para. 3" },
	  QUOTE_AMBIGUOUS,
	  "passage-ambiguous",
	  "the words occur 2 times in the text",
	  "write prefix: \"again. \", suffix: \" twice,\"" },
	{ { .exact = "for just and public trials" },
	  QUOTE_ORPHAN,
	  "passage-orphan",
	  "the words are not in the text: only 85 % similar",
	  "nearest, in paragraph 2: for {just->fair} and public "
	  "trials" },
	{ { .exact = "a strategic partnership" },
	  QUOTE_ORPHAN,
	  "passage-orphan",
	  "the words are not in the text: nothing similar in the text",
	  "quote the source character for character" },
};

START_TEST(a_passage_is_told_what_to_write)
{
	write_text("source.txt", text, strlen(text));
	for (size_t i = 0; i < COUNT(reports); i++) {
		diags = (struct diags){ .arena = &arena };
		dossier.counts[KIND_PASSAGE] = 1;
		passages[0] = reports[i].passage;
		passages[0].source = (struct ref){ KIND_REFERENCE, 0 };
		texts_load(directory, &dossier, &texts, &diags);
		ck_assert_msg(texts.passages[0].state == reports[i].state, "case %zu: %d",
			      i, (int)texts.passages[0].state);
		ck_assert_pstr_eq(diags.first ? diags.first->type->code : NULL,
				  reports[i].code);
		if (diags.first) {
			ck_assert_str_eq(diags.first->message, reports[i].message);
			ck_assert_str_eq(diags.first->help, reports[i].help);
		}
		texts_release(&texts);
	}
}
END_TEST

START_TEST(a_fault_is_told_where_the_words_are_written)
{
	static const char yaml[] = "dossier: {title: T}\n"
				   "references:\n"
				   "- {id: r, type: book, title: R,\n"
				   "   custom: {text: source.txt}}\n"
				   "passages:\n"
				   "- id: p\n"
				   "  source: r\n"
				   "  exact: They met\n";
	struct dossier loaded = { 0 };
	char path[128];

	write_text("source.txt", text, strlen(text));
	write_text("d.yaml", yaml, sizeof yaml - 1);
	snprintf(path, sizeof path, "%s/d.yaml", directory);
	ck_assert(load_dossier(path, &loaded, &diags));
	diags = (struct diags){ .arena = &arena };
	ck_assert(!texts_load(directory, &loaded, &texts, &diags));
	ck_assert_str_eq(diags.first->type->code, "passage-ambiguous");
	ck_assert_str_eq(diags.first->at.file, path);
	ck_assert_uint_eq(diags.first->at.line, 8);
	ck_assert_uint_eq(diags.first->at.column, 10);
	ck_assert_str_eq(diags.first->line, "  exact: They met");
	dossier_release(&loaded);
}
END_TEST

START_TEST(without_texts_nothing_is_checked)
{
	add_passage("no such words", NULL);
	ck_assert(texts_load(NULL, &dossier, &texts, &diags));
	ck_assert_int_eq(texts.passages[0].state, QUOTE_UNCHECKED);
	ck_assert_ptr_null(texts.sources[0].bytes);
	texts_release(&texts);
	ck_assert(texts_load(directory, &dossier, &texts, &diags));
	ck_assert_str_eq(diags.first->type->code, "text-missing");
	ck_assert_int_eq(texts.passages[0].state, QUOTE_UNCHECKED);
	texts_release(&texts);
	ck_assert(!texts_load("no-such-directory", &dossier, &texts, &diags));
	ck_assert_str_eq(diags.last->type->code, "text-unreadable");
}
END_TEST

START_TEST(a_text_lies_below_the_directory)
{
	static const struct {
		const char *name, *code; /* NULL: it is read */
	} cases[] = {
		{ "source.txt", NULL },
		{ "sub/source.txt", NULL },
		{ "sub//./source.txt", NULL },
		{ "../secret.txt", "text-outside" },
		{ "sub/../source.txt", "text-outside" },
		{ "/etc/passwd", "text-outside" },
		{ "link", "text-outside" },
		{ "link/passwd", "text-outside" },
		{ "fifo", "text-unreadable" },
		{ "sub", "text-unreadable" },
		{ "source.txt/", NULL },
		{ "source.txt/x", "text-unreadable" },
		{ "", "text-missing" },
		{ "none.txt", "text-missing" },
	};
	char path[128];

	write_text("source.txt", "text", 4);
	snprintf(path, sizeof path, "%s/sub", directory);
	ck_assert(!mkdir(path, 0700));
	write_text("sub/source.txt", "text", 4);
	snprintf(path, sizeof path, "%s/link", directory);
	ck_assert(!symlink("/etc", path));
	snprintf(path, sizeof path, "%s/fifo", directory);
	ck_assert(!mkfifo(path, 0600));
	for (size_t i = 0; i < COUNT(cases); i++) {
		diags = (struct diags){ .arena = &arena };
		reference->text = cases[i].name;
		texts_load(directory, &dossier, &texts, &diags);
		ck_assert_msg(!diags.first == !cases[i].code, "%s", cases[i].name);
		if (diags.first)
			ck_assert_str_eq(diags.first->type->code, cases[i].code);
		else
			ck_assert_str_eq(texts.sources[0].bytes, "text");
		texts_release(&texts);
	}
}
END_TEST

START_TEST(a_text_is_utf8_and_the_one_captured)
{
	write_text("source.txt", "caf\xc3\xa9 \xff", 7);
	ck_assert(!texts_load(directory, &dossier, &texts, &diags));
	ck_assert_str_eq(diags.first->type->code, "text-unreadable");
	ck_assert_str_eq(diags.first->message,
			 "cannot read the text \"source.txt\": invalid UTF-8 at byte 6");
	texts_release(&texts);
	diags = (struct diags){ .arena = &arena };
	write_text("source.txt", "abc", 3);
	reference->sha256 =
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
	ck_assert(texts_load(directory, &dossier, &texts, &diags));
	ck_assert_ptr_null(diags.first);
	texts_release(&texts);
	write_text("source.txt", "abd", 3);
	ck_assert(texts_load(directory, &dossier, &texts, &diags));
	ck_assert_str_eq(diags.first->type->code, "text-digest");
}
END_TEST

START_TEST(quoted_words_count_once)
{
	write_text("source.txt", "one two three four five six seven eight nine ten", 48);
	add_passage("two three", NULL);
	add_passage("three four", NULL);
	add_passage("three", NULL);
	ck_assert(texts_load(directory, &dossier, &texts, &diags));
	ck_assert_int_eq(texts.sources[0].words, 10);
	ck_assert_int_eq(texts.sources[0].quoted_words, 3);
	ck_assert_ptr_null(diags.first);
	texts_release(&texts);
	add_passage("seven eight", NULL);
	ck_assert(texts_load(directory, &dossier, &texts, &diags));
	ck_assert_int_eq(texts.sources[0].quoted_words, 5);
	ck_assert_str_eq(diags.first->type->code, "quoted-share");
	ck_assert_str_eq(diags.first->message,
			 "50 % of the words of \"source\" are quoted");
}
END_TEST

START_TEST(parts_of_a_text_share_it)
{
	write_text("source.txt", "one two three four five six seven eight nine ten", 48);
	dossier.counts[KIND_REFERENCE] = 3;
	references[1].within = (struct ref){ KIND_REFERENCE, 0 };
	references[2].within = (struct ref){ KIND_REFERENCE, 1 };
	add_passage("two three", NULL);
	add_passage("three four", NULL);
	add_passage("nine ten", NULL);
	for (uint32_t i = 0; i < 3; i++) {
		references[i].record.id = "source";
		passages[i].source.index = i;
	}
	ck_assert(texts_load(directory, &dossier, &texts, &diags));
	for (int i = 0; i < 3; i++) {
		ck_assert_int_eq(texts.passages[i].state, QUOTE_EXACT);
		ck_assert_ptr_eq(texts.sources[i].prepared, texts.sources[0].prepared);
		ck_assert_int_eq(texts.sources[i].is_part, i > 0);
	}
	ck_assert_int_eq(texts.sources[0].words, 10);
	ck_assert_int_eq(texts.sources[0].quoted_words, 5);
	ck_assert_int_eq(texts.sources[2].quoted_words, 0);
	ck_assert_str_eq(diags.first->type->code, "quoted-share");
	ck_assert_ptr_null(diags.first->next);
}
END_TEST

START_TEST(a_cycle_of_parts_has_no_text)
{
	write_text("source.txt", "one", 3);
	dossier.counts[KIND_REFERENCE] = 2;
	references[0] = references[1] = (struct reference){ 0 };
	references[0].within = (struct ref){ KIND_REFERENCE, 1 };
	references[1].within = (struct ref){ KIND_REFERENCE, 0 };
	add_passage("one", NULL);
	ck_assert(texts_load(directory, &dossier, &texts, &diags));
	ck_assert_int_eq(texts.passages[0].state, QUOTE_UNCHECKED);
}
END_TEST

/* What YAML makes of `key: SCALAR`. */
static char *yaml_reads(const char *scalar)
{
	struct buf buf = BUF_INIT;
	yaml_parser_t parser;
	yaml_event_t event;
	char *value = NULL;

	buf_printf(&buf, "key: %s\n", scalar);
	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, (unsigned char *)buf.bytes, buf.len);
	for (bool is_over = false; !is_over; yaml_event_delete(&event)) {
		ck_assert_msg(yaml_parser_parse(&parser, &event), "%s", buf.bytes);
		if (event.type == YAML_SCALAR_EVENT)
			value = arena_strdup(&arena, (char *)event.data.scalar.value);
		is_over = event.type == YAML_STREAM_END_EVENT;
	}
	yaml_parser_delete(&parser);
	buf_release(&buf);
	return value;
}

START_TEST(a_scalar_reads_back_the_same)
{
	static const char *const cases[][2] = {
		{ "plain", "\"plain\"" },
		{ "", "\"\"" },
		{ " two  blanks ", "\" two  blanks \"" },
		{ "it's “so”", "\"it's “so”\"" },
		{ "a \"b\" it's", "'a \"b\" it''s'" },
		{ "back\\slash", "'back\\slash'" },
		{ "two\nlines \"q\" \\", "\"two\\nlines \\\"q\\\" \\\\\"" },
		{ "\x1b[m\u200b\u202e\ufeff\U000e0041", "\"\\u001B[m\\u200B\\u202E\\uFEFF"
							"\\U000E0041\"" },
		{ "co\u00adop", "\"co\\u00ADop\"" },
		{ "Қарши 😃: #x", "\"Қарши 😃: #x\"" },
		{ "no\u00a0break", "\"no\u00a0break\"" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf buf = BUF_INIT;

		scalar_add(&buf, cases[i][0]);
		ck_assert_str_eq(buf.bytes, cases[i][1]);
		ck_assert_str_eq(yaml_reads(buf.bytes), cases[i][0]);
		buf_release(&buf);
	}
}
END_TEST

START_TEST(the_content_quotes_its_sources_word_for_word)
{
	struct dossier content = { 0 };
	char path[4096];

	snprintf(path, sizeof path, "%s/seeds", getenv("SHARED") ? getenv("SHARED") : "");
	if (access(path, R_OK)) {
		suite_skip("no source texts (see $SHARED)");
		return;
	}
	ck_assert(load_dossier(getenv("CONTENT"), &content, &diags));
	diags = (struct diags){ .arena = &arena };
	texts_load(path, &content, &texts, &diags);
	ck_assert_msg(!diags.first, "%s: %s", diags.first->type->code,
		      diags.first->message);
	for (int i = 0; i < content.counts[KIND_PASSAGE]; i++)
		ck_assert_int_eq(texts.passages[i].state, QUOTE_EXACT);
	dossier_release(&content);
}
END_TEST

/* Load an example below the directory, its first line being the text. */
static void load_example(const struct diag_type *type)
{
	const char *start = type->example + strlen("# example.txt: ");
	struct dossier loaded = { 0 };
	struct buf yaml = BUF_INIT;

	write_text("example.txt", start, strcspn(start, "\n"));
	if (!strstr(type->example, "dossier:"))
		buf_str(&yaml, "dossier: {title: T}\n");
	buf_str(&yaml, type->example);
	diags = (struct diags){ .arena = &arena };
	ck_assert(load_text(&(struct load_source){ "d.yaml", yaml.bytes, yaml.len },
			    &loaded, &diags));
	ck_assert_ptr_null(diags.first);
	texts_load(directory, &loaded, &texts, &diags);
	texts_release(&texts);
	dossier_release(&loaded);
	buf_release(&yaml);
}

START_TEST(every_example_with_a_text_provokes_its_diagnostic_and_no_other)
{
	int count = 0;

	for (int i = 0; i < DIAG_COUNT; i++) {
		const struct diag_type *type = &diag_types[i];

		if (!type->example || type->example[0] != '#')
			continue;
		load_example(type);
		count++;
		ck_assert_msg(diags.first != NULL, "%s", type->code);
		for (struct diag *diag = diags.first; diag; diag = diag->next)
			ck_assert_msg(diag->type == type, "%s: %s: %s", type->code,
				      diag->type->code, diag->message);
	}
	ck_assert_int_eq(count, 9);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("texts");
	TCase *tcase = tcase_create("texts");

	tcase_add_checked_fixture(tcase, start, finish);
	tcase_add_test(tcase, a_passage_is_told_what_to_write);
	tcase_add_test(tcase, a_fault_is_told_where_the_words_are_written);
	tcase_add_test(tcase, without_texts_nothing_is_checked);
	tcase_add_test(tcase, a_text_lies_below_the_directory);
	tcase_add_test(tcase, a_text_is_utf8_and_the_one_captured);
	tcase_add_test(tcase, quoted_words_count_once);
	tcase_add_test(tcase, parts_of_a_text_share_it);
	tcase_add_test(tcase, a_cycle_of_parts_has_no_text);
	tcase_add_test(tcase, a_scalar_reads_back_the_same);
	tcase_add_test(tcase, the_content_quotes_its_sources_word_for_word);
	tcase_add_test(tcase,
		       every_example_with_a_text_provokes_its_diagnostic_and_no_other);
	suite_add_tcase(suite, tcase);
	return suite_main(suite);
}
