/*
 * Benchmarks relative to baselines: each row is a median ratio of daftar's time to
 * that of a baseline, both measured in turns in the same run.  There is no pass or
 * fail.
 *
 *	bench [--json] [EVENTS]		EVENTS: size of the largest dossier, 1,000 to
 *					1,000,000
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

#include "../src/ui/draw.h"
#include "../src/ui/keys.h"
#include "base/fail.h"
#include "bench_data.h"
#include "load/load.h"
#include "model/date.h"
#include "query/query.h"

enum {
	ROUNDS = 7,
	KEYS = 300,
	FILES = 16,
	SUBJECTS = 4,
	EVENTS = 100 * 1000,
	EVENTS_LEAST = 1000
};

/* The dossier under test, on disk and in memory. */
struct subject {
	int events;
	char one[64], many[64]; /* directories with 1 file and with FILES files */
	size_t bytes;		/* size of the single file */
	struct dossier dossier;
	struct query_index *index;
	char typed[64];
	int number; /* of the word that is typed */
	enum query_field field;
	const char *text;
	int64_t found; /* keeps results from being optimised away */
};

typedef void work(struct subject *subject);

struct bench {
	bool is_json;
	int row_count;
};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;

	return (first > second) - (first < second);
}

/* The quantile `part` of the sorted values. */
static double quantile(double *values, int count, double part)
{
	qsort(values, (size_t)count, sizeof *values, compare);
	return values[(int)(part * (count - 1) + 0.5)];
}

static double median(double *values, int count)
{
	return quantile(values, count, 0.5);
}

/* --- The table --- */

static void row(struct bench *bench, const char *what, double value, const char *unit,
		const char *against, double ratio)
{
	if (bench->is_json)
		printf("%s\n{\"what\":\"%s\",\"value\":%.4g,\"unit\":\"%s\","
		       "\"against\":\"%s\",\"ratio\":%.4g}",
		       bench->row_count ? "," : "[", what, value, unit, against, ratio);
	else
		printf("%-44s %9.4g %-9s %8.3f  %s\n", what, value, unit, ratio, against);
	fflush(stdout);
	bench->row_count++;
}

static double time_of(work *run, struct subject *subject)
{
	double start = now();

	run(subject);
	return now() - start;
}

/* Run both in turns; returns the median time of the first in milliseconds, and of the
 * ratios. */
static double rounds(work *run, work *against, struct subject *subject, double *ratio)
{
	double times[ROUNDS], ratios[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		double base = time_of(against, subject);

		times[i] = time_of(run, subject);
		ratios[i] = times[i] / base;
	}
	*ratio = median(ratios, ROUNDS);
	return median(times, ROUNDS);
}

static void row_per_event(struct bench *bench, const char *what, work *run,
			  const char *against, work *base, struct subject *subject)
{
	double ratio, time = rounds(run, base, subject, &ratio);

	row(bench, what, time * 1e6 / subject->events, "ns/event", against, ratio);
}

/* The peak memory in bytes, measured in a child process. */
static double peak_of(work *run, struct subject *subject)
{
	struct rusage usage;
	int status = 1;
	pid_t child = fork();

	if (!child) {
		run(subject);
		_exit(0);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status)
		fail("a process of its own failed");
	return (double)usage.ru_maxrss * 1024;
}

/* --- Dossiers on disk --- */

static void write_file(const char *directory, int number, const struct buf *text)
{
	char path[96];

	snprintf(path, sizeof path, "%s/%02d.yaml", directory, number);
	FILE *file = fopen(path, "w");

	if (!file || fwrite(text->bytes, 1, text->len, file) != text->len || fclose(file))
		fail("%s can't be written", path);
}

static void write_dossier(const char *directory, int events, int files)
{
	struct buf text = BUF_INIT;

	if (mkdir(directory, 0777))
		fail("%s can't be made", directory);
	data_head(&text, events);
	for (int i = 0; i < files; i++) {
		data_events(&text, (int)((long)events * i / files),
			    (int)((long)events * (i + 1) / files));
		write_file(directory, i, &text);
		buf_clear(&text);
	}
	buf_release(&text);
}

static void write_both(struct subject *subject)
{
	write_dossier(subject->one, subject->events, 1);
	write_dossier(subject->many, subject->events, FILES);
}

static void remove_dossier(const char *directory, int files)
{
	char path[96];

	for (int i = 0; i < files; i++) {
		snprintf(path, sizeof path, "%s/%02d.yaml", directory, i);
		unlink(path);
	}
	rmdir(directory);
}

static void subject_open(struct subject *subject, const char *home, int events)
{
	struct stat status;
	char path[96];

	*subject = (struct subject){ .events = events };
	snprintf(subject->one, sizeof subject->one, "%s/%d-in-1", home, events);
	snprintf(subject->many, sizeof subject->many, "%s/%d-in-%d", home, events, FILES);
	peak_of(write_both, subject);
	snprintf(path, sizeof path, "%s/00.yaml", subject->one);
	if (stat(path, &status))
		fail("%s is gone", path);
	subject->bytes = (size_t)status.st_size;
}

static void subject_close(struct subject *subject)
{
	remove_dossier(subject->one, 1);
	remove_dossier(subject->many, FILES);
	query_index_free(subject->index);
	dossier_release(&subject->dossier);
}

/* --- Loading --- */

static void load(const char *path, struct dossier *dossier)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };

	/* Most events are on no thread, which is a warning. */
	if (!load_dossier(path, dossier, &diags)) {
		const struct diag *why = diags.first;

		while (why->next && why->type->severity != SEVERITY_ERROR)
			why = why->next;
		fail("%s:%u: %s", why->at.file, why->at.line, why->message);
	}
	arena_clear(&arena);
}

static void load_one(struct subject *subject)
{
	struct dossier dossier = { 0 };

	load(subject->one, &dossier);
	dossier_release(&dossier);
}

static void load_many(struct subject *subject)
{
	struct dossier dossier = { 0 };

	load(subject->many, &dossier);
	dossier_release(&dossier);
}

static void libyaml(struct subject *subject)
{
	char path[96];
	yaml_parser_t parser;
	yaml_event_t event;
	bool is_over = false;

	snprintf(path, sizeof path, "%s/00.yaml", subject->one);
	FILE *file = fopen(path, "r");

	if (!file || !yaml_parser_initialize(&parser))
		fail("%s can't be read", path);
	yaml_parser_set_input_file(&parser, file);
	while (!is_over) {
		if (!yaml_parser_parse(&parser, &event))
			fail("%s is no YAML", path);
		is_over = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	fclose(file);
}

static void nothing(struct subject *subject)
{
	(void)subject;
}

static void bench_memory(struct bench *bench, struct subject *subject)
{
	char what[64];
	double least = peak_of(nothing, subject);
	double one = peak_of(load_one, subject) - least;

	snprintf(what, sizeof what, "memory, %d events", subject->events);
	row(bench, what, one / subject->events, "B/event", "bytes of YAML",
	    one / (double)subject->bytes);
}

static void bench_load(struct bench *bench, struct subject *subject, double *per_event)
{
	char what[64];
	double ratio, time = rounds(load_one, libyaml, subject, &ratio);

	snprintf(what, sizeof what, "load, %d events, one file", subject->events);
	row(bench, what, time, "ms", "libyaml's bare events", ratio);
	if (*per_event > 0)
		row(bench, "  an event of it", time * 1e6 / subject->events, "ns/event",
		    "an event of the smaller", time / subject->events / *per_event);
	*per_event = time / subject->events;
	time = rounds(load_many, libyaml, subject, &ratio);
	snprintf(what, sizeof what, "load, %d events, %d files", subject->events, FILES);
	row(bench, what, time, "ms", "libyaml's bare events", ratio);
}

/* --- Asking --- */

static void ask(struct subject *subject)
{
	struct query query = { 0 };
	struct query_fault fault;
	struct query_hits hits;
	struct arena arena = { 0 };

	struct query_index *index = query_index_new(&subject->dossier, NULL);
	struct query_view view = { &query, index, { .kind = KIND_EVENT } };

	if (!query_add(&query, index, subject->text, &fault))
		fail("%s", fault.message);
	query_run(&view, &arena, &hits);
	arena_clear(&arena);
	query_release(&query);
	query_index_free(index);
}

/* A query whose text is already folded, as while typing a word. */
static void ask_again(struct subject *subject)
{
	struct query_fault fault;
	struct query_hits hits;
	struct arena arena = { 0 };

	struct query query = { 0 };
	struct query_view view = { &query, subject->index, { .kind = KIND_EVENT } };

	/* Another word each time: an answer that is kept costs nothing. */
	snprintf(subject->typed, sizeof subject->typed, "%s OR no-%d", subject->text,
		 subject->number++);
	if (!query_add(&query, subject->index, subject->typed, &fault))
		fail("%s", fault.message);
	query_run(&view, &arena, &hits);
	arena_clear(&arena);
	query_release(&query);
}

/* Actors and years, others each time. */
static void ask_actor(struct subject *subject)
{
	struct query query = { 0 };
	struct query_view view = { &query, subject->index, { .kind = KIND_EVENT } };

	snprintf(subject->typed, sizeof subject->typed, "actor:state-%d",
		 1 + subject->number++ % 8);
	if (query_add(&query, subject->index, subject->typed, NULL))
		subject->found += query_count_hits(&view, NULL);
	query_release(&query);
}

static void ask_years(struct subject *subject)
{
	struct query query = { 0 };
	struct query_view view = { &query, subject->index, { .kind = KIND_EVENT } };

	snprintf(subject->typed, sizeof subject->typed, "year:%d..%d",
		 1900 + subject->number % 100, 1900 + subject->number % 97 + 100);
	subject->number++;
	if (!query_add(&query, subject->index, subject->typed, NULL))
		fail("%s", subject->typed);
	subject->found += query_count_hits(&view, NULL);
	query_release(&query);
}

static void count_facets(struct subject *subject)
{
	struct query_view view = { NULL, subject->index, { .kind = KIND_EVENT } };
	struct arena arena = { 0 };
	int count;

	query_facets(&view, subject->field, &arena, &count);
	arena_clear(&arena);
}

/* Baseline: a plain search for the word. */
static void search_texts(struct subject *subject)
{
	size_t len = strlen(subject->text);

	for (int i = 0; i < subject->events; i++) {
		const char *text = subject->dossier.events[i].title;

		subject->found += memmem(text, strlen(text), subject->text, len) != NULL;
	}
}

/* Baseline: visiting every event once. */
static void touch_events(struct subject *subject)
{
	for (int i = 0; i < subject->events; i++)
		subject->found += subject->dossier.events[i].date.extent.start_min & 1;
}

static void bench_query(struct bench *bench, struct subject *subject)
{
	static const enum query_field fields[] = { QUERY_ACTOR, QUERY_YEAR, QUERY_PLACE,
						   QUERY_TAG, QUERY_SOURCE };
	char what[64];

	subject->index = query_index_new(&subject->dossier, NULL);
	subject->text = "cotton";
	ask_again(subject); /* folds */
	row_per_event(bench, "ask for a word, the first time", ask,
		      "memmem over the titles", search_texts, subject);
	row_per_event(bench, "ask for a word, as it is typed", ask_again,
		      "memmem over the titles", search_texts, subject);
	subject->text = "actor:state-7 year:1990";
	row_per_event(bench, "ask for an actor and a year", ask, "a look at every event",
		      touch_events, subject);
	row_per_event(bench, "ask for an actor, as one types", ask_actor,
		      "a look at every event", touch_events, subject);
	row_per_event(bench, "ask for years, as one types", ask_years,
		      "a look at every event", touch_events, subject);
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		subject->field = fields[i];
		snprintf(what, sizeof what, "count the facets of %s",
			 query_fields[fields[i]].name);
		row_per_event(bench, what, count_facets, "a look at every event",
			      touch_events, subject);
	}
}

/* --- The browser --- */

/* Keys that are pressed in turn. */
struct moves {
	const char *what;
	const char *before; /* pressed first, not measured */
	const char *keys; /* names with blanks between; those in brackets, not measured */
};

static bool next_word(const char **at, char name[KEY_NAME_BYTES], bool *is_measured)
{
	size_t len;

	*at += strspn(*at, " ");
	*is_measured = **at != '(';
	*at += !*is_measured;
	len = strcspn(*at, " )");
	snprintf(name, KEY_NAME_BYTES, "%.*s", (int)len, *at);
	*at += len + (!*is_measured && (*at)[len] == ')');
	return len > 0;
}

static void press_all(struct ui *ui, const char *keys)
{
	char name[KEY_NAME_BYTES];
	bool is_measured;

	while (next_word(&keys, name, &is_measured))
		ui_key(ui, name);
}

/* Each key and the following frame; `ratio` is the slowest percentile to the median. */
static void bench_keys(struct bench *bench, struct ui *ui, struct canvas *screen,
		       const struct moves *moves)
{
	const char *what = moves->what, *at = moves->keys;
	char name[KEY_NAME_BYTES];
	double times[KEYS];

	press_all(ui, moves->before);
	for (int i = 0; i < KEYS;) {
		bool is_measured;

		if (!next_word(&at, name, &is_measured)) {
			at = moves->keys;
			continue;
		}
		double start = now();

		ui_key(ui, name);
		ui_draw(ui, screen);
		times[i] = now() - start;
		i += is_measured;
	}
	double middle = median(times, KEYS);

	row(bench, what, middle, "ms", "99th percentile to it",
	    quantile(times, KEYS, 0.99) / middle);
}

/* What is made between keys, while nobody waits; `ratio` is the longest slice to the
 * median. */
static void bench_prepare(struct bench *bench, struct ui *ui)
{
	double start = now(), longest = 0;
	int slices = 0;

	for (bool more = true; more; slices++) {
		double before = now();

		more = ui_idle(ui);
		longest = now() - before > longest ? now() - before : longest;
	}
	row(bench, "prepare filters between keys", now() - start, "ms",
	    "the longest of its slices, ms", longest);
}

static void bench_ui(struct bench *bench, struct subject *subject, double load_time)
{
	/* clang-format off */
	static const struct moves moves[] = {
		{ "key to frame: down",                     "0 g",            "j" },
		{ "key to frame: down and up a page",       "",               "PgDn PgUp" },
		{ "key to frame: to the end, to the start", "",               "G g" },
		{ "key to frame: to a thread, to all",      "",               "1 0" },
		{ "key to frame: back and forward",         "1 0 1 0",        "Backspace ]" },
		{ "key to frame: a letter of a filter",     "",
		  "(f) c o t t o n (Space) b r i d g e (Space) t r e a t y (Esc)" },
		{ "key to frame: letters of a field",       "",
		  "(f) y e a r : 1 9 9 1 (Space) a c t o r : s t a t e - 7 (Esc)" },
		{ "key to frame: a filter is set",          "",               "(f) (y) (e) (a) (r) (:) (2) (0) (0) (1) Enter (x)" },
		{ "key to frame: a chip off and on",        "f c o t Enter",  "\\" },
		{ "key to frame: undo and redo",            "",               "u U" },
		{ "key to frame: the box of actors",        "",               "a (Esc)" },
		{ "key to frame: the cursor's date, wider", "x 0 g",          "= = =" },
	};
	/* clang-format on */
	static const struct texts none;
	struct canvas screen;
	double start = now();
	struct ui *ui = ui_new(&(struct ui_dossier){ &subject->dossier, &none, NULL },
			       &(struct ui_options){ 0 });

	canvas_init(&screen, 36, 120);
	ui_resize(ui, screen.rows, screen.cols, false);
	ui_draw(ui, &screen);
	double first = now() - start;

	row(bench, "first frame, once loaded", first, "ms", "loading", first / load_time);
	bench_prepare(bench, ui);
	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
		bench_keys(bench, ui, &screen, &moves[i]);
	canvas_release(&screen);
	ui_free(ui);
}

/* --- Dates --- */

static void read_lines(struct subject *subject, bool parse)
{
	FILE *file =
		fmemopen((void *)(uintptr_t)subject->text, strlen(subject->text), "r");
	struct arena arena = { 0 };
	struct buf words = BUF_INIT;
	char *line = NULL;
	size_t room = 0;
	ssize_t len;

	while ((len = getline(&line, &room, file)) > 0) {
		const struct date *date = NULL;

		if (parse)
			date = date_parse(&arena, line, (size_t)len - 1, NULL);
		if (date) {
			date_extent(date);
			date_words(date, DATE_PLAIN, &words);
			buf_clear(&words);
			arena_clear(&arena);
		}
	}
	free(line);
	buf_release(&words);
	fclose(file);
}

static void dates(struct subject *subject)
{
	read_lines(subject, true);
}

static void lines(struct subject *subject)
{
	read_lines(subject, false);
}

static void bench_dates(struct bench *bench, struct subject *subject)
{
	struct buf text = BUF_INIT;
	double ratio, time;

	for (int i = 0; i < subject->events; i++)
		buf_printf(&text, "%s\n", subject->dossier.events[i].date.edtf);
	subject->text = text.bytes;
	time = rounds(dates, lines, subject, &ratio);
	row(bench, "dates: parsed, their days, their words", subject->events / time / 1e3,
	    "M/s", "getline of the same", ratio);
	buf_release(&text);
}

static int events_wanted(struct bench *bench, int argc, char **argv)
{
	int events = EVENTS;

	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--json"))
			bench->is_json = true;
		else if ((events = atoi(argv[i])) < EVENTS_LEAST || events > 10 * EVENTS)
			fail("bench [--json] [EVENTS]");
	}
	return events;
}

/* Make dossiers of 1,000 events and more, each ten times larger; returns their number. */
static int subjects_open(struct subject *subjects, const char *home, int most)
{
	int count = 0, events = most;

	while (events / 10 >= EVENTS_LEAST)
		events /= 10;
	for (; events < most; events *= 10)
		subject_open(&subjects[count++], home, events);
	subject_open(&subjects[count++], home, most);
	return count;
}

int main(int argc, char **argv)
{
	char home[] = "bench-XXXXXX";
	struct subject subjects[SUBJECTS], *last;
	struct bench bench = { 0 };
	int most = events_wanted(&bench, argc, argv), count;
	double per_event = 0;

	if (!mkdtemp(home))
		fail("no directory can be made here");
	count = subjects_open(subjects, home, most);
	last = &subjects[count - 1];
	for (int i = 0; i < count; i++)
		bench_memory(&bench, &subjects[i]);
	for (int i = 0; i < count; i++)
		bench_load(&bench, &subjects[i], &per_event);
	load(last->one, &last->dossier);
	bench_query(&bench, last);
	bench_ui(&bench, last, per_event * most);
	bench_dates(&bench, last);
	for (int i = 0; i < count; i++)
		subject_close(&subjects[i]);
	if (bench.is_json)
		puts("\n]");
	return rmdir(home) ? EXIT_CANNOT : EXIT_OK;
}
