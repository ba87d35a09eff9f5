/* What a file costs grows with its length, whatever its shape. */
#include "config.h"

#include "suite.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/buf.h"
#include "load/load.h"
#include "load/texts.h"

enum {
	RATIO = 6,	/* of the costs of n and of 4n, at most ... */
	SLACK_MS = 100, /* ... but what is within the noise passes */
	SLACK_KB = 4 * 1024,
	STAGES = 13 /* of colliding ids: 2^13 of them */
};

struct cost {
	long ms, kb;
};

static void head(struct buf *out)
{
	buf_str(out, "dossier: {title: T}\n");
}

/* --- Ids that collide under FNV-1a ------------------------------------ */

enum { SAMPLES = 26 * 26 * 26 * 26 };

struct sample {
	uint32_t hash;
	char text[5];
};

static uint32_t fnv(uint32_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}

static int compare_samples(const void *a, const void *b)
{
	uint32_t left = ((const struct sample *)a)->hash;
	uint32_t right = ((const struct sample *)b)->hash;

	return (left > right) - (left < right);
}

/* Find two texts that lead from the same hash to the same hash, which is returned. */
static uint32_t find_pair(uint32_t hash, char pair[2][5])
{
	struct sample *samples = calloc(SAMPLES, sizeof *samples);

	for (int i = 0; i < SAMPLES; i++) {
		snprintf(samples[i].text, 5, "%c%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26,
			 'a' + i / 676 % 26, 'a' + i / 17576 % 26);
		samples[i].hash = fnv(hash, samples[i].text);
	}
	qsort(samples, SAMPLES, sizeof *samples, compare_samples);
	for (int i = 1; i < SAMPLES; i++)
		if (samples[i].hash == samples[i - 1].hash) {
			memcpy(pair[0], samples[i - 1].text, 5);
			memcpy(pair[1], samples[i].text, 5);
			hash = samples[i].hash;
			break;
		}
	free(samples);
	return hash;
}

static void colliding_ids(struct buf *out, int n)
{
	char pairs[STAGES][2][5];
	uint32_t hash = 2166136261u;

	for (int i = 0; i < STAGES; i++)
		hash = find_pair(hash, pairs[i]);
	head(out);
	buf_str(out, "places:\n");
	for (int i = 0; i < n; i++) {
		buf_str(out, "- {name: N, id: ");
		for (int j = 0; j < STAGES; j++)
			buf_str(out, pairs[j][i >> j & 1]);
		buf_str(out, "}\n");
	}
}

/* --- Other shapes ------------------------------------------------------ */

static void passages_of_an_event(struct buf *out, int n)
{
	head(out);
	buf_str(out, "references: [{id: s, type: book, title: S}]\npassages:\n");
	for (int i = 0; i < n; i++)
		buf_printf(out, "- {id: p%d, source: s, exact: the words of it}\n", i);
	buf_str(out, "events:\n- id: e\n  title: E\n  date: 2022\n  passages:\n");
	for (int i = 0; i < n; i++)
		buf_printf(out, "  - p%d\n", i);
}

static void names_of_an_actor(struct buf *out, int n)
{
	head(out);
	buf_str(out, "actors:\n- id: a\n  kind: person\n  name: A\n  names:\n");
	for (int i = 0; i < n; i++)
		buf_printf(out, "  - name number %d\n", i);
}

static void aliases_of_a_text(struct buf *out, int n)
{
	head(out);
	buf_str(out, "actors:\n- {id: a, kind: person, name: A, description: &x \"");
	for (int i = 0; i < 100000; i++)
		buf_char(out, 'a');
	buf_str(out, " \"}\n");
	for (int i = 0; i < n; i++)
		buf_printf(out, "- {id: a%d, kind: person, name: A, description: *x}\n",
			   i);
}

static void open_brackets(struct buf *out, int n)
{
	for (int i = 0; i < n; i++)
		buf_char(out, '[');
}

static void anchors(struct buf *out, int n)
{
	head(out);
	buf_str(out, "actors:\n- id: a\n  kind: person\n  name: A\n  names:\n");
	for (int i = 0; i < n; i++)
		buf_printf(out, "  - &x%d name\n", i);
}

static void identifiers(struct buf *out, int n)
{
	head(out);
	buf_str(out, "actors:\n- id: a\n  kind: person\n  name: A\n  identifiers:\n");
	for (int i = 0; i < n; i++)
		buf_printf(out, "    k%d: v\n", i);
}

static void errors_in_one_line(struct buf *out, int n)
{
	head(out);
	buf_str(out, "events: [");
	for (int i = 0; i < n; i++)
		buf_str(out, "{id: }, ");
	buf_str(out, "]\n");
}

static void unknown_ids(struct buf *out, int n)
{
	head(out);
	buf_str(out, "events:\n");
	for (int i = 0; i < n; i++)
		buf_printf(out, "- {id: e%d, title: E, date: 2022, place: p%d}\n", i, i);
}

static void line_breaks(struct buf *out, int n)
{
	head(out);
	for (int i = 0; i < n; i++)
		buf_str(out, "\n");
	buf_str(out, "events: [{]\n");
}

/* --- Measuring --------------------------------------------------------- */

static void load(const struct load_source *source)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	struct dossier dossier = { 0 };

	load_text(source, &dossier, &diags);
	dossier_release(&dossier);
	arena_clear(&arena);
}

/* The time and memory that a child needs for the file. */
static struct cost cost_of(const struct buf *text)
{
	struct load_source source = { "growth.yaml", text->bytes, text->len };
	struct rusage usage;
	int status;
	pid_t child = fork();

	if (!child) {
		load(&source);
		_exit(0);
	}
	ck_assert_int_eq(wait4(child, &status, 0, &usage), child);
	ck_assert_int_eq(status, 0);
	return (struct cost){ (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
				      (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) /
					      1000,
			      usage.ru_maxrss };
}

static const struct {
	const char *name;
	void (*make)(struct buf *out, int n);
	int n;
} shapes[] = {
	{ "colliding ids", colliding_ids, 2048 },
	{ "passages of an event", passages_of_an_event, 10000 },
	{ "names of an actor", names_of_an_actor, 10000 },
	{ "aliases of a text", aliases_of_a_text, 250 },
	{ "open brackets", open_brackets, 20000 },
	{ "anchors", anchors, 10000 },
	{ "identifiers", identifiers, 10000 },
	{ "errors in one line", errors_in_one_line, 10000 },
	{ "unknown ids", unknown_ids, 5000 },
	{ "line breaks", line_breaks, 100000 },
};

START_TEST(costs_grow_with_the_length)
{
	struct buf text = BUF_INIT;

	shapes[_i].make(&text, shapes[_i].n);
	struct cost one = cost_of(&text);

	buf_clear(&text);
	shapes[_i].make(&text, 4 * shapes[_i].n);
	struct cost four = cost_of(&text);

	ck_assert_msg(four.ms <= RATIO * one.ms + SLACK_MS, "%s: %ld and %ld ms",
		      shapes[_i].name, one.ms, four.ms);
	ck_assert_msg(four.kb <= RATIO * one.kb + SLACK_KB, "%s: %ld and %ld KB",
		      shapes[_i].name, one.kb, four.kb);
	buf_release(&text);
}
END_TEST

/* --- Many files -------------------------------------------------------- */

START_TEST(a_text_is_loaded_once_for_all_references)
{
	char path[64], directory[] = "growth.XXXXXX";
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	struct dossier dossier = { 0 };
	struct texts texts;
	struct buf yaml = BUF_INIT;

	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/s.txt", directory);
	FILE *file = fopen(path, "w");

	fputs("They met again in Qarshi.\n", file);
	fclose(file);
	head(&yaml);
	buf_str(&yaml, "references:\n");
	for (int i = 0; i < 200; i++)
		buf_printf(&yaml,
			   "- {id: s%d, type: book, title: S, custom: {text: s.txt}}\n",
			   i);
	load_text(&(struct load_source){ "d.yaml", yaml.bytes, yaml.len }, &dossier,
		  &diags);
	texts_load(directory, &dossier, &texts, &diags);
	for (int i = 0; i < 200; i++) {
		ck_assert_ptr_eq(texts.sources[i].bytes, texts.sources[0].bytes);
		ck_assert_ptr_eq(texts.sources[i].prepared, texts.sources[0].prepared);
		ck_assert_int_eq(texts.sources[i].words, 5);
	}
	texts_release(&texts);
	dossier_release(&dossier);
	arena_clear(&arena);
	buf_release(&yaml);
	unlink(path);
	rmdir(directory);
}
END_TEST

/* Load an event with so many points of the same words; was the limit met? */
static bool is_beyond_limit(int points, const char *words)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	struct dossier dossier = { 0 };
	struct buf yaml = BUF_INIT;
	bool is_found = false;

	head(&yaml);
	buf_str(&yaml, "events: [{id: e, title: E, date: 2022, points: [");
	for (int i = 0; i < points; i++)
		buf_printf(&yaml, "{kind: topic, text: %s},\n", words);
	buf_str(&yaml, "]}]\n");
	load_text(&(struct load_source){ "d.yaml", yaml.bytes, yaml.len }, &dossier,
		  &diags);
	for (const struct diag *diag = diags.first; diag; diag = diag->next)
		is_found |= diag->type == &diag_types[DIAG_RECORDS_MANY];
	ck_assert_int_eq(diags.error_count, is_found);
	dossier_release(&dossier);
	arena_clear(&arena);
	buf_release(&yaml);
	return is_found;
}

START_TEST(small_records_have_a_limit)
{
	ck_assert(is_beyond_limit(200000, "T"));
}
END_TEST

/* Records of some length may be as many as the file can hold. */
START_TEST(a_long_file_may_have_many_records)
{
	static const char words[] =
		"What was left open in the spring is taken up again in the autumn and "
		"put off until the next spring as it was in the year before";

	ck_assert(!is_beyond_limit(200000, words));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("growth");
	TCase *growth = tcase_create("growth");

	tcase_add_loop_test(growth, costs_grow_with_the_length, 0,
			    sizeof shapes / sizeof *shapes);
	tcase_add_test(growth, a_text_is_loaded_once_for_all_references);
	tcase_add_test(growth, small_records_have_a_limit);
	tcase_add_test(growth, a_long_file_may_have_many_records);
	suite_add_tcase(suite, growth);
	return suite_main(suite);
}
