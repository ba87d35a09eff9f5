#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "load/load.h"
#include "model/field.h"
#include "text/excerpt.h"

/* A dossier that was loaded, and what was said of it. */
struct loaded {
	struct arena arena;
	struct diags diags;
	struct dossier dossier;
	bool is_good;
};

static void check_invariants(const struct dossier *dossier);

static void load(struct loaded *loaded, const char *text, size_t len)
{
	memset(loaded, 0, sizeof *loaded);
	loaded->diags.arena = &loaded->arena;
	loaded->is_good = load_text(&(struct load_source){ "test.yaml", text, len },
				    &loaded->dossier, &loaded->diags);
	ck_assert_int_eq(loaded->is_good, !loaded->diags.error_count);
	check_invariants(&loaded->dossier);
}

static void load_path(struct loaded *loaded, const char *path)
{
	memset(loaded, 0, sizeof *loaded);
	loaded->diags.arena = &loaded->arena;
	loaded->is_good = load_dossier(path, &loaded->dossier, &loaded->diags);
	check_invariants(&loaded->dossier);
}

static void release(struct loaded *loaded)
{
	dossier_release(&loaded->dossier);
	arena_clear(&loaded->arena);
}

static bool has_code(const struct loaded *loaded, const char *code)
{
	for (const struct diag *diag = loaded->diags.first; diag; diag = diag->next)
		if (!strcmp(diag->type->code, code))
			return true;
	return false;
}

static void check_ref(const struct dossier *dossier, struct ref ref)
{
	ck_assert_uint_lt(ref.kind, KIND_COUNT);
	ck_assert(ref_is_none(ref) || (int)ref.index < dossier->counts[ref.kind]);
}

static void check_refs(const struct dossier *dossier, struct refs refs)
{
	for (int i = 0; i < refs.count; i++) {
		ck_assert(!ref_is_none(refs.at[i]));
		check_ref(dossier, refs.at[i]);
	}
}

/* Is there a backlink at `to` that names `from` under `as`? */
static bool is_named(const struct dossier *dossier, struct ref to, struct ref from,
		     const char *as)
{
	int count;
	const struct backlink *links = dossier_backlinks(dossier, to, &count);

	for (int i = 0; i < count; i++)
		if (ref_equal(links[i].from, from) && !strcmp(links[i].as, as))
			return true;
	return false;
}

static void check_event(const struct dossier *dossier, uint32_t index)
{
	const struct event *event = &dossier->events[index];
	struct ref self = { KIND_EVENT, index };

	check_ref(dossier, event->place);
	check_ref(dossier, event->part_of);
	check_refs(dossier, event->passages);
	check_refs(dossier, event->date.passages);
	ck_assert(ref_is_none(event->place) ||
		  is_named(dossier, event->place, self, "place"));
	for (int i = 0; i < event->participant_count; i++) {
		struct ref actor = event->participants[i].actor;

		check_ref(dossier, actor);
		ck_assert(ref_is_none(actor) ||
			  is_named(dossier, actor, self, "participants"));
	}
	for (int i = 0; i < event->points.count; i++)
		ck_assert(ref_equal(
			dossier->points[event->points.first + (uint32_t)i].event, self));
	ck_assert(!index ||
		  date_extent_compare(&event[-1].date.extent, &event->date.extent) <= 0);
}

static void check_map_complete(const struct shape *shape, const char *base)
{
	for (int i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];
		const void *member = field_value(field, base);
		bool is_text = field->type == FIELD_TEXT || field->type == FIELD_LINE ||
			       field->type == FIELD_NAME || field->type == FIELD_ID ||
			       field->type == FIELD_KEY;

		if (field->is_required && is_text)
			ck_assert_msg(*(const char *const *)member != NULL, "%s.%s",
				      shape->name, field->key);
		if (field->type != FIELD_LIST)
			continue;
		const char *element = *(const char *const *)member;
		int count = *(const int *)(const void *)(base + field->count_at);

		for (int j = 0; j < count; j++, element += field->shape->size)
			check_map_complete(field->shape, element);
	}
}

/* No reader meets NULL for a required text, nor a step or a participant without a ref. */
static void check_complete(const struct dossier *dossier)
{
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < dossier->counts[kind]; i++)
			check_map_complete(
				shape_of((enum kind)kind),
				(const char *)dossier_record(
					dossier, (struct ref){ kind, (uint32_t)i }));
	for (int i = 0; i < dossier->counts[KIND_THREAD]; i++)
		for (int j = 0; j < dossier->threads[i].step_count; j++)
			ck_assert(!ref_is_none(dossier->threads[i].steps[j].ref));
	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++)
		for (int j = 0; j < dossier->events[i].participant_count; j++)
			ck_assert(!ref_is_none(dossier->events[i].participants[j].actor));
}

/* Every ref points inside its table, points belong to their events, backlinks are mutual,
 * ids find their records. */
static void check_invariants(const struct dossier *dossier)
{
	check_complete(dossier);
	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++)
		check_event(dossier, (uint32_t)i);
	for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_POINT]; i++) {
		check_refs(dossier, dossier->points[i].by);
		check_refs(dossier, dossier->points[i].passages);
		for (int j = 0; j < dossier->points[i].by.count; j++)
			ck_assert(is_named(dossier, dossier->points[i].by.at[j],
					   (struct ref){ KIND_POINT, i }, "by"));
	}
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < dossier->counts[kind]; i++) {
			struct ref ref = { kind, (uint32_t)i };
			int count;
			const struct record *record = dossier_record(dossier, ref);
			const struct backlink *links =
				dossier_backlinks(dossier, ref, &count);

			for (int j = 0; j < count; j++) {
				check_ref(dossier, links[j].from);
				ck_assert_ptr_nonnull(links[j].as);
			}
			if (record->id)
				ck_assert(
					!ref_is_none(dossier_find(dossier, record->id)));
		}
}

/* The diagnostics as they are kept in tests/data/broken/, less the file's name. */
static void print_diags(const struct diags *diags, struct buf *out)
{
	for (const struct diag *diag = diags->first; diag; diag = diag->next) {
		buf_printf(out, "%u:%u+%u: %s[%s]: %s\n", diag->at.line, diag->at.column,
			   diag->width,
			   diag->type->severity == SEVERITY_ERROR ? "error" : "warning",
			   diag->type->code, diag->message);
		ck_assert_msg(diag->help, "no remedy: %s", diag->message);
		buf_printf(out, "\thelp: %s\n", diag->help);
		if (diag->see.file)
			buf_printf(out, "\tsee %u:%u: %s\n", diag->see.line,
				   diag->see.column, diag->see_message);
	}
}

static bool read_file(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];

	if (!file)
		return false;
	for (size_t len; (len = fread(bytes, 1, sizeof bytes, file));)
		buf_add(out, bytes, len);
	fclose(file);
	return true;
}

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");

	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	fclose(file);
}

static const char *data_path(char *path, size_t size, const char *name, const char *end)
{
	snprintf(path, size, "%s/broken/%s%s", getenv("DATA"), name, end);
	return path;
}

/* Adds a dossier map where the example has none; the code may be about that. */
static void load_example(struct loaded *loaded, const struct diag_type *type)
{
	struct buf text = BUF_INIT;

	if (!strstr(type->example, "dossier:") &&
	    type != &diag_types[DIAG_DOSSIER_MISSING])
		buf_str(&text, "dossier: {title: T}\n");
	buf_str(&text, type->example);
	load(loaded, text.bytes, text.len);
	buf_release(&text);
}

START_TEST(every_example_provokes_its_diagnostic_and_no_other)
{
	for (int i = 0; i < DIAG_COUNT; i++) {
		const struct diag_type *type = &diag_types[i];
		struct loaded loaded;

		/* Those with a text are in check_texts.c. */
		if (!type->example || type->example[0] == '#')
			continue;
		load_example(&loaded, type);
		ck_assert_msg(loaded.diags.first != NULL, "%s", type->code);
		for (struct diag *diag = loaded.diags.first; diag; diag = diag->next)
			ck_assert_msg(diag->type == type, "%s: %s: %s", type->code,
				      diag->type->code, diag->message);
		release(&loaded);
	}
}
END_TEST

/* These take more than one small file; each has a test of its own below. */
START_TEST(what_has_no_example_is_a_limit)
{
	static const enum diag_id limits[] = {
		DIAG_ALIAS_LIMIT,     DIAG_ERRORS_MANY,	  DIAG_FILE_IGNORED,
		DIAG_FILE_LARGE,      DIAG_FILE_NONE,	  DIAG_FILE_OUTSIDE,
		DIAG_FILE_UNREADABLE, DIAG_FILES_MANY,	  DIAG_RECORDS_MANY,
		DIAG_TEXT_LONG,	      DIAG_WARNINGS_MANY,
	};
	size_t count = 0;

	for (enum diag_id id = 0; id < DIAG_COUNT; id++)
		if (!diag_types[id].example)
			ck_assert_int_eq(id, limits[count++]);
	ck_assert_uint_eq(count, sizeof limits / sizeof *limits);
}
END_TEST

START_TEST(the_table_is_in_order)
{
	for (int i = 0; i < DIAG_COUNT; i++) {
		const struct diag_type *type = &diag_types[i];

		ck_assert(!i || strcmp(type[-1].code, type->code) < 0);
		ck_assert_ptr_eq(diag_type_find(type->code), type);
		ck_assert(*type->rule && *type->reason);
		ck_assert_msg(type->rule[strlen(type->rule) - 1] != '.', "%s",
			      type->code);
		ck_assert_msg(type->reason[strlen(type->reason) - 1] == '.', "%s",
			      type->code);
	}
	ck_assert_ptr_null(diag_type_find("no-such-code"));
}
END_TEST

/* With UPDATE set, the expected diagnostics are written instead of compared. */
static void check_broken(const char *code)
{
	struct buf text = BUF_INIT, want = BUF_INIT, got = BUF_INIT;
	struct loaded loaded;
	char path[4096];

	data_path(path, sizeof path, code, ".yaml");
	if (!read_file(path, &text))
		return;
	load(&loaded, text.bytes, text.len);
	ck_assert_msg(has_code(&loaded, code), "%s", path);
	print_diags(&loaded.diags, &got);
	data_path(path, sizeof path, code, ".expected");
	if (getenv("UPDATE"))
		write_file(path, got.bytes);
	read_file(path, &want);
	ck_assert_str_eq(got.bytes, want.bytes);
	release(&loaded);
	buf_release(&text);
	buf_release(&want);
	buf_release(&got);
}

START_TEST(broken_files_are_reported_as_expected)
{
	for (int i = 0; i < DIAG_COUNT; i++)
		check_broken(diag_types[i].code);
}
END_TEST

/* Is the message whole up to the value, and then has its length? */
static bool is_excerpt(const char *message, const char *end)
{
	size_t len = strlen(message), end_len = strlen(end);

	return len > EXCERPT_MOST && len < EXCERPT_LONGEST &&
	       !strcmp(message + len - end_len, end);
}

START_TEST(values_of_megabytes_are_not_quoted_whole)
{
	static const char *const texts[][2] = {
		{ "events: [{id: e, title: E, date: 2022, type: '%s'}]\n",
		  "… (1,000,000 bytes)\"" },
		{ "events: [{id: e, title: E, date: 2022, place: %s}]\n",
		  "… (1,000,000 bytes)\"" },
		{ "events: [{id: e, title: E, date: 2022, ? %s : x}]\n",
		  "… (1,000,000 bytes)\"" },
		{ "events: [{id: e, title: E, date: 2022, summary: *%s }]\n",
		  "… (1,000,000 bytes)\"" },
	};
	char *value = malloc(1000001);

	memset(value, 'a', 1000000);
	value[1000000] = '\0';
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buf text = BUF_INIT;
		struct loaded loaded;

		buf_str(&text, "dossier: {title: T}\n");
		buf_printf(&text, texts[i][0], value);
		load(&loaded, text.bytes, text.len);
		ck_assert_msg(is_excerpt(loaded.diags.first->message, texts[i][1]),
			      "%zu: %s", i, loaded.diags.first->message);
		ck_assert_uint_lt(strlen(loaded.diags.first->help), EXCERPT_LONGEST);
		release(&loaded);
		buf_release(&text);
	}
	free(value);
}
END_TEST

START_TEST(messages_are_never_cut)
{
	struct buf text = BUF_INIT;
	struct loaded loaded;
	char id[2000];

	memset(id, 'a', sizeof id - 1);
	id[sizeof id - 1] = '\0';
	buf_printf(&text, "events: [{id: e, title: E, date: 2022, place: %s}]\n", id);
	load(&loaded, text.bytes, text.len);
	ck_assert(strstr(loaded.diags.last->message, id));
	release(&loaded);
	buf_release(&text);
}
END_TEST

START_TEST(an_unknown_id_is_told_with_the_one_that_was_meant)
{
	static const char text[] = "dossier: {title: T}\n"
				   "actors: [{id: norov, kind: person, name: Norov}]\n"
				   "events:\n"
				   "- id: visit\n"
				   "  title: A visit\n"
				   "  date: 2022-12-12\n"
				   "  participants: [{actor: norv, role: actor}]\n";
	struct loaded loaded;

	load(&loaded, text, strlen(text));
	ck_assert(!loaded.is_good);
	const struct diag *diag = loaded.diags.first->next;

	ck_assert_str_eq(diag->type->code, "ref-unknown");
	ck_assert_str_eq(diag->message, "no actor has the id \"norv\"");
	ck_assert_str_eq(diag->help, "did you mean \"norov\" (test.yaml:2)?");
	ck_assert_str_eq(diag->line, "  participants: [{actor: norv, role: actor}]");
	ck_assert_uint_eq(diag->at.line, 7);
	ck_assert_uint_eq(diag->at.column, 26);
	ck_assert_uint_eq(diag->width, 4);
	release(&loaded);
}
END_TEST

START_TEST(bombs_end_at_once)
{
	struct loaded loaded;
	struct buf text = BUF_INIT;

	for (int i = 0; i < 80 * 1024; i++)
		buf_char(&text, '[');
	load(&loaded, text.bytes, text.len);
	ck_assert(has_code(&loaded, "depth"));
	release(&loaded);
	buf_clear(&text);
	for (int i = 0; i < 1000; i++)
		buf_printf(&text, "%*sa:\n", i, "");
	load(&loaded, text.bytes, text.len);
	ck_assert(has_code(&loaded, "depth"));
	release(&loaded);
	buf_clear(&text);
	buf_str(&text, "a: &a [x, x, x, x, x, x, x, x, x, x]\n");
	for (char c = 'b'; c < 'z'; c++)
		buf_printf(&text, "%c: &%c [*%c, *%c, *%c, *%c, *%c]\n", c, c, c - 1,
			   c - 1, c - 1, c - 1, c - 1);
	load(&loaded, text.bytes, text.len);
	ck_assert(has_code(&loaded, "alias-limit"));
	release(&loaded);
	buf_clear(&text);
	buf_str(&text, "dossier: {title: ");
	for (int i = 0; i < 1100 * 1024; i++)
		buf_char(&text, 'a');
	buf_str(&text, "}\n");
	load(&loaded, text.bytes, text.len);
	ck_assert(has_code(&loaded, "text-long"));
	release(&loaded);
	buf_release(&text);
}
END_TEST

START_TEST(errors_without_end_are_cut_short)
{
	struct loaded loaded;
	struct buf text = BUF_INIT;

	buf_str(&text, "events:\n");
	for (int i = 0; i < 5000; i++)
		buf_str(&text, "- {ttle: x}\n");
	load(&loaded, text.bytes, text.len);
	ck_assert(has_code(&loaded, "errors-many"));
	ck_assert_int_le(loaded.diags.error_count, 210);
	release(&loaded);
	buf_clear(&text);
	buf_str(&text, "events: [{id: e, title: E, date: 2022, passages: [");
	for (int i = 0; i < 5000; i++)
		buf_printf(&text, "p%d,", i);
	buf_str(&text, "]}]\n");
	load(&loaded, text.bytes, text.len);
	ck_assert(has_code(&loaded, "errors-many"));
	ck_assert_int_le(loaded.diags.error_count, 210);
	release(&loaded);
	buf_release(&text);
}
END_TEST

/* Load `count` lines after a first one; `format` has one %d for the number of a line. */
static void load_lines(struct loaded *loaded, const char *first, const char *format,
		       int count)
{
	struct buf text = BUF_INIT;

	buf_str(&text, "dossier: {title: T}\n");
	buf_str(&text, first);
	for (int i = 0; i < count; i++) {
		const char *number = strchr(format, '%');

		buf_add(&text, format, (size_t)(number - format));
		buf_printf(&text, "%d%s", i, number + 2);
	}
	load(loaded, text.bytes, text.len);
	buf_release(&text);
}

START_TEST(every_diagnostic_counts_towards_the_limit_of_a_file)
{
	static const struct {
		const char *first, *format, *code;
	} shapes[] = {
		{ "places:\n", "- {id: p, name: N%d}\n", "id-duplicate" },
		{ "places:\n", "- {id: p%d, name: N}\n", "record-unnamed" },
		{ "events:\n- id: e\n  title: E\n  date: 2022\n  points:\n",
		  "  - {kind: topic, text: T%d}\n", "point-without-passage" },
		{ "events:\n", "- {id: e%d, title: E, date: 2022, part_of: e}\n",
		  "ref-unknown" },
		{ "threads: [{id: t, title: T, steps: []}]\nevents:\n",
		  "- {id: e%d, title: E, date: 2022}\n", "event-unthreaded" },
		{ "events: [{id: e, title: E, date: 2022}]\n"
		  "threads:\n- id: t\n  title: T\n  steps:\n",
		  "  - {ref: e, note: N%d}\n", "step-twice" },
		{ "places:\n", "- {id: p%d, name: N, within: q}\n", "ref-unknown" },
	};

	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		struct loaded loaded;

		load_lines(&loaded, shapes[i].first, shapes[i].format, 5000);
		bool is_error =
			diag_type_find(shapes[i].code)->severity == SEVERITY_ERROR;

		ck_assert_msg(has_code(&loaded, shapes[i].code), "%s", shapes[i].code);
		ck_assert_int_le(loaded.diags.error_count, 201);
		ck_assert_int_le(loaded.diags.warning_count, 201);
		ck_assert(has_code(&loaded, is_error ? "errors-many" : "warnings-many"));
		ck_assert_int_eq(loaded.is_good, !is_error);
		release(&loaded);
	}
}
END_TEST

START_TEST(incomplete_records_harm_no_reader)
{
	static const char *const texts[] = {
		"threads: [{id: t, steps: []}]",
		"threads: [{id: t, title: , steps: []}]",
		"threads: [{id: t, title: ~, steps: ~}]",
		"threads: [{id: t, title: \"\", steps: []}]",
		"threads: [{id: t, title: \"\\e\", steps: []}]",
		"threads: [{id: t, title: [a], steps: [~, x, {ref: none}, {note: n}, "
		"{}]}]",
		"references: [{id: s, type: webpage, title: S}]\n"
		"passages: [{id: p, source: s}]\n"
		"threads: [{id: t, title: T, steps: [{ref: p}]}]",
		"events: [{id: e, title: T}]",
		"events: [{title: T, date: 2022, points: [{kind: topic, text: T}]}]",
		"events: [{id: [e], points: [{}, {text: }], participants: [{}, {actor: "
		"a}]}]",
		"events: [{id: e, date: {}, date_claims: [{}], place: p, points: {}}]",
		"actors: [{id: a, offices: [{}]}, {}, {name: N}]",
		"places: [{id: p}]\nreferences: [{id: r, author: [{}]}]",
		"relations: [{id: r}]\nrelation_types: [{id: x}]\nviews: [{id: v}]",
		"relations: [{id: r, type: x, from: y, to: z}]\nrelation_types: [{}]",
		"passages: [{id: p, exact: }]\nviews: [{}]",
		"dossier: {}",
		"dossier: {",
		"events: [{id: e, points: [{",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct loaded loaded;

		load(&loaded, texts[i], strlen(texts[i]));
		ck_assert_msg(!loaded.is_good, "%s", texts[i]);
		release(&loaded);
	}
}
END_TEST

START_TEST(ids_of_dropped_records_are_not_called_unknown)
{
	static const char text[] =
		"dossier: {title: T}\n"
		"actors: [{id: norov, kind: person, name: N}]\n"
		"events:\n- {title: T, date: 2022, participants: [{actor: norov}]}\n"
		"- {id: e, title: , date: 2023}\n";
	struct loaded loaded;

	load(&loaded, text, strlen(text));
	ck_assert_int_eq(loaded.dossier.counts[KIND_EVENT], 1);
	ck_assert_str_eq(loaded.dossier.events[0].title, "");
	ck_assert_int_eq(loaded.dossier.events[0].participant_count, 0);
	ck_assert_ptr_eq(loaded.diags.first->type, &diag_types[DIAG_KEY_MISSING]);
	ck_assert_int_eq(loaded.diags.error_count, 2);
	ck_assert_int_eq(loaded.diags.warning_count, 0);
	release(&loaded);
}
END_TEST

START_TEST(a_dash_is_standard_input)
{
	static const char text[] = "dossier: {title: T}\nevents: [{id: e, title: E}]\n";
	struct loaded loaded;
	const char *why;
	int ends[2];

	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq(write(ends[1], text, strlen(text)), (int)strlen(text));
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	ck_assert(load_exists("-", &why));
	load_path(&loaded, "-");
	ck_assert_str_eq(loaded.dossier.about.title, "T");
	ck_assert_str_eq(loaded.diags.first->at.file, "<stdin>");
	ck_assert_str_eq(loaded.diags.first->line, "events: [{id: e, title: E}]");
	release(&loaded);
	close(STDIN_FILENO);
	load_path(&loaded, "-");
	ck_assert_ptr_eq(loaded.diags.first->type, &diag_types[DIAG_FILE_UNREADABLE]);
	release(&loaded);
}
END_TEST

START_TEST(what_stands_before_a_fault_is_kept)
{
	static const char text[] =
		"actors:\n- {id: a, kind: person, name: A}\n"
		"events:\n- {id: e, title: E, date: 2022, participants: [{actor: a}]}\n"
		"- {id: f, title: F, date: 2023, points: [{kind: topic, text: T, by: "
		"a}], "
		"place: \"\n";
	struct loaded loaded;

	load(&loaded, text, strlen(text));
	ck_assert(has_code(&loaded, "yaml-syntax"));
	ck_assert_int_eq(loaded.dossier.counts[KIND_EVENT], 1);
	ck_assert_int_eq(loaded.dossier.counts[KIND_POINT], 0);
	ck_assert_int_eq(loaded.dossier.counts[KIND_ACTOR], 1);
	release(&loaded);
}
END_TEST

START_TEST(ids_after_a_fault_are_not_called_unknown)
{
	static const char text[] =
		"dossier: {title: T}\n"
		"events:\n- {id: e, title: E, date: 2022, place: k2, part_of: nothing}\n"
		"places:\n- {id: a, name: A: B}\n- {id: k2, name: K2}\n";
	struct loaded loaded;

	load(&loaded, text, strlen(text));
	ck_assert_int_eq(loaded.diags.error_count, 2);
	ck_assert_str_eq(loaded.diags.first->message, "no event has the id \"nothing\"");
	ck_assert_str_eq(loaded.diags.last->type->code, "yaml-syntax");
	release(&loaded);
}
END_TEST

/* clang-format off */
static const char whole[] =
	"dossier: {id: d, title: T, description: D, language: en, license: CC-BY-4.0,\n"
	"  created: 2022-01-01, modified: 2023, format: 1}\n"
	"actors:\n"
	"- {id: uzbekistan, kind: state, name: Uzbekistan, names: [Oʻzbekiston],\n"
	"   identifiers: {wikidata: Q265}}\n"
	"- id: norov\n"
	"  kind: person\n"
	"  name: Vladimir Norov\n"
	"  offices: [{title: Foreign Minister, of: uzbekistan, date: 2022/.., passages: p2}]\n"
	"places:\n"
	"- {id: dc, name: Washington, feature: PPLC, coordinates: [38.9, -77.04]}\n"
	"- {id: state, name: State Department, within: dc, coordinates: \"38.89, -77.05\"}\n"
	"events:\n"
	"- id: visit\n"
	"  title: A visit\n"
	"  date: {edtf: 2022-12-12, passages: p1}\n"
	"  date_claims: [{edtf: 2022-12-13, rank: deprecated, passages: p2}]\n"
	"  place: state\n"
	"  type: CONSULT\n"
	"  mode: visit\n"
	"  tags: [talks, visits]\n"
	"  participants: &who [{actor: norov, role: actor, passages: [p1, p2]}]\n"
	"  points:\n"
	"  - {kind: topic, by: norov, to: [uzbekistan, norov], text: First, passages: [p1]}\n"
	"  - {id: promise, kind: commitment, by: norov, text: Second, passages: p1, due: 2023, status: open}\n"
	"- {id: k2-end, title: The end of K2, date: 2005, tags: [talks], participants: *who,\n"
	"   points: [{kind: topic, text: Third, passages: p1}]}\n"
	"---\n"
	"relations:\n"
	"- {id: r, type: gives-background-to, from: k2-end, to: visit, passages: p2}\n"
	"- {id: s, type: haunts, from: k2-end, to: promise}\n"
	"passages:\n"
	"- {id: p1, source: cpc, exact: the words that prove it, locator: para. 3, speaker: norov}\n"
	"- {id: p2, source: cpc, exact: more words that prove it}\n"
	"references:\n"
	"- id: cpc\n"
	"  type: webpage\n"
	"  title: A Week\n"
	"  author: [{family: Freund, given: A.}, {literal: CPC}]\n"
	"  issued: {date-parts: [[2022, 12, 9]]}\n"
	"  ISBN: 123\n"
	"  collection-editor: [{family: Smith, given: J., suffix: Jr.}]\n"
	"  custom: {text: cpc.txt, note: damaged}\n"
	"threads:\n"
	"- {id: meeting, title: Meeting, steps: [{ref: visit, note: first}, {ref: k2-end}]}\n"
	"relation_types:\n"
	"- {id: haunts, label: haunts, inverse: haunted by}\n";
/* clang-format on */

START_TEST(a_whole_dossier_is_linked)
{
	struct loaded loaded;
	const struct dossier *dossier = &loaded.dossier;

	load(&loaded, whole, strlen(whole));
	ck_assert_int_eq(loaded.diags.warning_count, 0);
	ck_assert(loaded.is_good);
	const struct event *k2 = &dossier->events[0], *visit = &dossier->events[1];

	ck_assert_str_eq(k2->record.id, "k2-end");
	ck_assert_str_eq(visit->record.id, "visit");
	ck_assert_ptr_eq(k2->tags.at[0], visit->tags.at[0]);
	ck_assert_int_eq(k2->participant_count, 1);
	ck_assert_str_eq(dossier_title(dossier, k2->participants[0].actor),
			 "Vladimir Norov");
	ck_assert_int_eq(visit->participants[0].passages.count, 2);
	ck_assert_str_eq(dossier->points[0].text, "Third");
	ck_assert_int_eq(visit->points.count, 2);
	ck_assert_str_eq(dossier->points[visit->points.first].text, "First");
	ck_assert_int_eq(dossier->points[visit->points.first].to.count, 2);
	ck_assert_int_eq(dossier->points[2].status.term, POINT_OPEN);
	ck_assert_str_eq(dossier->points[2].due.edtf, "2023");
	ck_assert_int_eq(visit->date_claims[0].rank, RANK_DEPRECATED);
	ck_assert_str_eq(dossier_title(dossier, visit->place), "State Department");
	ck_assert_double_eq_tol(dossier->places[0].longitude, -77.04, 1e-9);
	ck_assert_double_eq_tol(dossier->places[1].latitude, 38.89, 1e-9);
	ck_assert(dossier->places[1].within.index == 0);
	ck_assert_str_eq(dossier->actors[0].identifiers.at[0].value, "Q265");
	ck_assert_str_eq(dossier_title(dossier, dossier->actors[1].offices[0].of),
			 "Uzbekistan");
	ck_assert(is_named(dossier, dossier_find(dossier, "uzbekistan"),
			   dossier_find(dossier, "norov"), "offices"));
	ck_assert(is_named(dossier, dossier_find(dossier, "visit"),
			   dossier_find(dossier, "meeting"), "steps"));
	ck_assert(is_named(dossier, dossier_find(dossier, "haunts"),
			   dossier_find(dossier, "s"), "type"));
	ck_assert_str_eq(dossier_title(dossier, dossier->relations[0].type),
			 "gives background to");
	ck_assert(dossier->relations[1].to.kind == KIND_POINT);
	release(&loaded);
}
END_TEST

START_TEST(a_thread_says_where_it_opens)
{
	static const char text[] =
		"dossier: {title: T}\n"
		"events: [{id: e, title: E, date: 2022}, {id: f, title: F, date: 2023}]\n"
		"threads:\n"
		"- {id: t, title: Thread, short: T, opens_at: f,\n"
		"   steps: [{ref: e}, {ref: f}]}\n"
		"- {id: u, title: U, steps: [{ref: e}]}\n"
		"views: [{id: v, title: 'In 2022', query: 'year:2022'}]\n";
	struct loaded loaded;
	const struct thread *threads;

	load(&loaded, text, strlen(text));
	ck_assert_ptr_null(loaded.diags.first);
	threads = loaded.dossier.threads;
	ck_assert_str_eq(threads[0].short_title, "T");
	ck_assert(ref_equal(threads[0].opens_at, dossier_find(&loaded.dossier, "f")));
	ck_assert_ptr_null(threads[1].short_title);
	ck_assert(ref_is_none(threads[1].opens_at));
	ck_assert_int_eq(loaded.dossier.counts[KIND_VIEW], 1);
	ck_assert_str_eq(loaded.dossier.views[0].query, "year:2022");
	ck_assert_str_eq(
		dossier_title(&loaded.dossier, dossier_find(&loaded.dossier, "v")),
		"In 2022");
	release(&loaded);
}
END_TEST

/* clang-format off */
static const char fates[] =
	"dossier: {title: T}\n"
	"actors: [{id: a, kind: person, name: A}]\n"
	"events:\n"
	"- id: e\n"
	"  title: E\n"
	"  date: 2022\n"
	"  points:\n"
	"  - {id: p, kind: request, text: P, by: a, passages: w,\n"
	"     status: open, outcome: in words}\n"
	"  - {id: q, kind: commitment, text: Q, by: a, passages: w,\n"
	"     due: {edtf: 2023, passages: d},\n"
	"     status: {status: fulfilled, supplied: true, basis: the press, passages: s},\n"
	"     outcome: {text: in other words, supplied: true, basis: a guess, passages: [o]}}\n"
	"passages:\n"
	"- {id: w, source: r, exact: some words of it}\n"
	"- {id: d, source: r, exact: some words of it}\n"
	"- {id: s, source: r, exact: some words of it}\n"
	"- {id: o, source: r, exact: some words of it}\n"
	"references:\n"
	"- {id: r, type: book, title: R, custom: {within: whole}}\n"
	"- {id: whole, type: book, title: W, custom: {text: w.txt}}\n";
/* clang-format on */

START_TEST(a_status_and_an_outcome_have_evidence_of_their_own)
{
	struct loaded loaded;
	const struct dossier *dossier = &loaded.dossier;

	load(&loaded, fates, strlen(fates));
	ck_assert_ptr_null(loaded.diags.first);
	const struct point *p = &dossier->points[0], *q = &dossier->points[1];
	struct ref ref = { KIND_POINT, 1 };

	ck_assert_int_eq(p->status.term, POINT_OPEN);
	ck_assert(!p->status.supplied);
	ck_assert_str_eq(p->outcome.text, "in words");
	ck_assert_int_eq(q->status.term, POINT_FULFILLED);
	ck_assert(q->status.supplied && q->outcome.supplied);
	ck_assert_str_eq(q->status.basis, "the press");
	ck_assert_str_eq(q->outcome.text, "in other words");
	ck_assert_str_eq(q->outcome.basis, "a guess");
	ck_assert(is_named(dossier, dossier_find(dossier, "d"), ref, "due"));
	ck_assert(is_named(dossier, dossier_find(dossier, "s"), ref, "status"));
	ck_assert(is_named(dossier, dossier_find(dossier, "o"), ref, "outcome"));
	release(&loaded);
}
END_TEST

/* The id of a reference, as YAML, in all the places that name one. */
static void load_keyed(struct loaded *loaded, const char *key)
{
	struct buf text = BUF_INIT;

	buf_printf(&text,
		   "dossier: {title: T}\n"
		   "references:\n- {id: %s, type: book, title: S}\n"
		   "- {id: t, type: book, title: T, custom: {within: %s}}\n"
		   "passages:\n- {id: p, source: %s, exact: the words of it}\n"
		   "- {id: q, source: t, exact: the words of it}\n"
		   "events: [{id: e, title: E, date: 2022, passages: [p, q]}]\n"
		   "relations: [{id: r, type: follows, from: e, to: %s}]\n"
		   "threads: [{id: x, title: X, opens_at: %s, steps: [{ref: e}, {ref: "
		   "%s}]}]\n",
		   key, key, key, key, key, key);
	load(loaded, text.bytes, text.len);
	buf_release(&text);
}

START_TEST(the_id_of_a_reference_is_any_citation_key)
{
	static const char *const good[] = {
		"Smith_2004",	"akbarzadeh:2007", "_2004",   "2004",
		"Smith--2004.", "Каримов2005",	   "o’brien", "https://doi.org/10/x",
		"'@{a}'",	"\"{A}:b\"",	   "a+b",     "'#1'",
		"\"a\\\"b'c\"", "می\u200cخواهم",
	};
	static const char *const bad[] = {
		"a b",	    "'{a'",	     "'}a{'",	 "\"a\tb\"",
		"a\u00a0b", "\"a\\u200bb\"", "a\u202eb", "a\u3000b",
	};
	struct loaded loaded;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		load_keyed(&loaded, good[i]);
		ck_assert_msg(!loaded.diags.first, "%s: %s", good[i],
			      loaded.diags.first ? loaded.diags.first->message : "");
		ck_assert_uint_eq(loaded.dossier.references[1].within.index, 0);
		release(&loaded);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		load_keyed(&loaded, bad[i]);
		ck_assert_msg(has_code(&loaded, "id-malformed"), "%s", bad[i]);
		release(&loaded);
	}
}
END_TEST

START_TEST(a_citation_key_is_no_id_of_other_records)
{
	static const char *const texts[] = {
		"actors: [{id: Smith_2004, kind: person, name: S}]\n",
		"events: [{id: e, title: E, date: 2022, place: Smith_2004}]\n",
		"events: [{id: e, title: E, date: 2022, passages: [Smith_2004]}]\n",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct loaded loaded;

		load(&loaded, texts[i], strlen(texts[i]));
		ck_assert_msg(has_code(&loaded, "id-malformed"), "%s", texts[i]);
		release(&loaded);
	}
}
END_TEST

START_TEST(a_citation_key_that_is_misspelt_is_underlined)
{
	static const char text[] =
		"dossier: {title: T}\n"
		"references: [{id: Каримов2005, type: book, title: S}]\n"
		"passages: [{id: p, source: Каримов2006, exact: the words of it}]\n"
		"events: [{id: e, title: E, date: 2022, passages: p}]\n";
	struct loaded loaded;
	const struct diag *diag;

	load(&loaded, text, strlen(text));
	diag = loaded.diags.last;
	ck_assert_str_eq(diag->message, "no reference has the id \"Каримов2006\"");
	ck_assert_uint_eq(diag->width, 11);
	ck_assert(strstr(diag->help, "\"Каримов2005\""));
	release(&loaded);
}
END_TEST

START_TEST(a_reference_may_be_part_of_another)
{
	struct loaded loaded;
	const struct dossier *dossier = &loaded.dossier;

	load(&loaded, fates, strlen(fates));
	struct ref part = dossier_find(dossier, "r"),
		   copy = dossier_find(dossier, "whole");

	ck_assert(ref_equal(dossier->references[part.index].within, copy));
	ck_assert(ref_equal(dossier_text_of(dossier, part), copy));
	ck_assert(ref_equal(dossier_text_of(dossier, copy), copy));
	ck_assert(is_named(dossier, copy, part, "within"));
	release(&loaded);
}
END_TEST

START_TEST(a_reference_keeps_all_of_csl)
{
	struct loaded loaded;
	const struct reference *reference;

	load(&loaded, whole, strlen(whole));
	reference = &loaded.dossier.references[0];
	ck_assert_str_eq(reference->type, "webpage");
	ck_assert_int_eq(reference->author.count, 2);
	ck_assert_str_eq(reference->author.at[1].literal, "CPC");
	ck_assert_str_eq(reference->issued.edtf, "2022-12-09");
	ck_assert_int_eq(reference->other.count, 2);
	ck_assert_str_eq(reference->other.at[0].key, "ISBN");
	ck_assert_str_eq(reference->other.at[1].value, "J. Smith, Jr.");
	ck_assert_str_eq(reference->text, "cpc.txt");
	ck_assert_str_eq(reference->capture_note, "damaged");
	release(&loaded);
}
END_TEST

/* A directory of this test's own in the build tree. */
struct scratch {
	char path[32], file[64];
};

static void scratch_init(struct scratch *scratch)
{
	strcpy(scratch->path, "check_load.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(scratch->path));
}

/* The path of a file there, until the next one is asked for. */
static const char *scratch_file(struct scratch *scratch, const char *name)
{
	snprintf(scratch->file, sizeof scratch->file, "%s/%s", scratch->path, name);
	return scratch->file;
}

/* Cut `whole` at its top-level keys and give every piece a file. */
static int write_pieces(struct scratch *scratch)
{
	struct buf piece = BUF_INIT;
	const char *line = whole;
	char name[16];
	int count = 0;

	while (*line) {
		size_t len = strcspn(line, "\n") + 1;
		bool is_last = !line[len];

		if (strncmp(line, "---", 3) != 0)
			buf_add(&piece, line, len);
		line += len;
		if (!is_last && strchr(" -", *line))
			continue;
		snprintf(name, sizeof name, "%02d.yaml", count++);
		write_file(scratch_file(scratch, name), piece.bytes);
		buf_clear(&piece);
	}
	buf_release(&piece);
	return count;
}

static void remove_pieces(struct scratch *scratch, int count)
{
	char name[16];

	for (int i = 0; i < count; i++) {
		snprintf(name, sizeof name, "%02d.yaml", i);
		unlink(scratch_file(scratch, name));
	}
	rmdir(scratch->path);
}

START_TEST(one_file_and_many_give_the_same)
{
	struct loaded one, many;
	struct scratch scratch;

	scratch_init(&scratch);
	int count = write_pieces(&scratch);

	load(&one, whole, strlen(whole));
	for (int again = 0; again < 20; again++) {
		load_path(&many, scratch.path);
		ck_assert(many.is_good);
		ck_assert_int_eq(many.diags.warning_count, 0);
		ck_assert_int_eq(many.dossier.file_count, count);
		for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
			ck_assert_int_eq(one.dossier.counts[kind],
					 many.dossier.counts[kind]);
			for (int i = 0; i < one.dossier.counts[kind]; i++) {
				struct ref ref = { kind, (uint32_t)i };
				int links, others;

				ck_assert_str_eq(dossier_title(&one.dossier, ref),
						 dossier_title(&many.dossier, ref));
				dossier_backlinks(&one.dossier, ref, &links);
				dossier_backlinks(&many.dossier, ref, &others);
				ck_assert_int_eq(links, others);
			}
		}
		ck_assert_ptr_eq(many.dossier.events[0].tags.at[0],
				 many.dossier.events[1].tags.at[0]);
		release(&many);
	}
	release(&one);
	remove_pieces(&scratch, count);
}
END_TEST

START_TEST(files_that_can_not_be_read_are_told)
{
	static const char *const names[] = { "x.yml", "fifo.yaml", "loop.yaml", "up",
					     "e.yaml" };
	struct scratch scratch;
	struct loaded loaded;
	const char *why;

	scratch_init(&scratch);
	load_path(&loaded, scratch_file(&scratch, "none.yaml"));
	ck_assert(has_code(&loaded, "file-unreadable"));
	release(&loaded);
	ck_assert(!load_exists(scratch.file, &why));
	load_path(&loaded, scratch.path);
	ck_assert(has_code(&loaded, "file-none"));
	release(&loaded);
	write_file(scratch_file(&scratch, "x.yml"), "");
	ck_assert_int_eq(mkfifo(scratch_file(&scratch, "fifo.yaml"), 0600), 0);
	ck_assert_int_eq(symlink("loop.yaml", scratch_file(&scratch, "loop.yaml")), 0);
	ck_assert_int_eq(symlink("..", scratch_file(&scratch, "up")), 0);
	/* What can't be read may hold the place. */
	write_file(scratch_file(&scratch, "e.yaml"),
		   "events: [{id: e, title: E, date: 2022, place: k2}]\n");
	load_path(&loaded, scratch.path);
	ck_assert_int_eq(loaded.diags.error_count, 2);
	ck_assert(has_code(&loaded, "file-unreadable"));
	ck_assert(has_code(&loaded, "file-ignored"));
	release(&loaded);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		unlink(scratch_file(&scratch, names[i]));
	rmdir(scratch.path);
}
END_TEST

START_TEST(links_do_not_lead_out_of_the_dossier)
{
	struct scratch scratch;
	struct loaded loaded;
	char outside[256], target[300];

	scratch_init(&scratch);
	snprintf(outside, sizeof outside, "%s-outside.yaml", scratch.path);
	write_file(outside, "a secret: line\n");
	snprintf(target, sizeof target, "../%s", outside);
	ck_assert_int_eq(symlink(target, scratch_file(&scratch, "x.yaml")), 0);
	write_file(scratch_file(&scratch, "e.yaml"),
		   "events: [{id: e, title: E, date: 2022, place: k2}]\n");
	load_path(&loaded, scratch.path);
	ck_assert_int_eq(loaded.diags.error_count, 1);
	ck_assert(has_code(&loaded, "file-outside"));
	for (const struct diag *diag = loaded.diags.first; diag; diag = diag->next)
		ck_assert(!diag->line || !strstr(diag->line, "secret"));
	release(&loaded);
	/* The path that the user gives may be a link. */
	load_path(&loaded, scratch_file(&scratch, "x.yaml"));
	ck_assert(has_code(&loaded, "key-unknown"));
	release(&loaded);
	unlink(scratch_file(&scratch, "x.yaml"));
	unlink(scratch_file(&scratch, "e.yaml"));
	unlink(outside);
	rmdir(scratch.path);
}
END_TEST

START_TEST(read_errors_are_not_syntax_errors)
{
	struct loaded loaded;

	/* A regular file that opens, and whose first page cannot be read. */
	load_path(&loaded, "/proc/self/mem");
	if (loaded.diags.first && strstr(loaded.diags.first->message, "No such file")) {
		release(&loaded);
		suite_skip("no /proc");
		return;
	}
	ck_assert_str_eq(loaded.diags.first->type->code, "file-unreadable");
	ck_assert_str_eq(loaded.diags.first->message,
			 "cannot read the file: Input/output error");
	ck_assert_ptr_null(loaded.diags.first->next);
	release(&loaded);
}
END_TEST

START_TEST(a_huge_file_is_not_read)
{
	struct scratch scratch;
	struct loaded loaded;
	const char *path;

	scratch_init(&scratch);
	path = scratch_file(&scratch, "huge.yaml");
	write_file(path, "a: b\n");
	ck_assert_int_eq(truncate(path, (1L << 30) + 1), 0);
	load_path(&loaded, path);
	ck_assert_str_eq(loaded.diags.first->type->code, "file-large");
	ck_assert_ptr_null(loaded.diags.first->next);
	release(&loaded);
	unlink(path);
	rmdir(scratch.path);
}
END_TEST

START_TEST(a_long_line_is_shown_around_the_column)
{
	struct buf text = BUF_INIT;
	struct loaded loaded;

	buf_str(&text, "\xef\xbb\xbf"
		       "dossier: {title: T, x: 1, description: ");
	for (int i = 0; i < 5000; i++)
		buf_str(&text, "ü");
	buf_str(&text, ", y: 1}\n");
	load(&loaded, text.bytes, text.len);
	const struct diag *diag = loaded.diags.first;

	ck_assert_uint_eq(diag->at.column, 21);
	ck_assert_uint_eq(diag->line_column, 1);
	ck_assert(!strncmp(diag->line, "dossier: {", 10));
	diag = diag->next;
	ck_assert_uint_eq(diag->at.column, 5042);
	ck_assert_uint_eq(diag->line_column, 5042 - 513);
	ck_assert_str_eq(diag->line + 1024, "y: 1}");
	ck_assert(!strncmp(diag->line, "üüü", 6));
	release(&loaded);
	buf_release(&text);
}
END_TEST

static const struct hidden_case {
	const char *text;
	unsigned line, column;
	const char *message; /* NULL: none */
} hidden_cases[] = {
	{ "events:\n- {id: e, title: \"a\u202eb\", date: 2022}\n", 3, 20,
	  "hidden character U+202E" },
	{ "events:\n- {id: e, title: \"ü\\u200bb\", date: 2022}\n", 3, 18,
	  "hidden character U+200B" },
	{ "# a comment\u2066\nevents:\n- {id: e, title: a, date: 2022}\n", 2, 12,
	  "hidden character U+2066" },
	{ "events:\n- id: e\n  title: E\n  date: 2022\n  summary: |\n    one\n"
	  "    ü\U000e0041\n",
	  8, 6, "hidden character U+E0041" },
	{ "events:\n- {id: e, title: \"a\u200cb\", date: 2022}\n", 3, 20,
	  "hidden character U+200C" },
	{ "events:\n- {id: e, title: \"ی\u200c\", date: 2022}\n", 3, 20,
	  "hidden character U+200C" },
	{ "events:\n- {id: e, title: می\u200cخواهم, date: 2022}\n", 0, 0, NULL },
	{ "events:\n- {id: e, title: \"می\\u200cخواهم\", date: 2022}\n", 0, 0, NULL },
	{ "events:\n- {id: e, title: ❤️ ab\u00adc, date: 2022}\n", 0, 0, NULL },
};

START_TEST(hidden_characters_are_found_where_they_are)
{
	for (size_t i = 0; i < sizeof hidden_cases / sizeof *hidden_cases; i++) {
		struct buf text = BUF_INIT;
		struct loaded loaded;

		buf_printf(&text, "dossier: {title: T}\n%s", hidden_cases[i].text);
		load(&loaded, text.bytes, text.len);
		const struct diag *diag = loaded.diags.first;

		ck_assert_msg(!diag == !hidden_cases[i].message, "%zu", i);
		if (diag) {
			ck_assert_str_eq(diag->message, hidden_cases[i].message);
			ck_assert_uint_eq(diag->at.line, hidden_cases[i].line);
			ck_assert_uint_eq(diag->at.column, hidden_cases[i].column);
			ck_assert_ptr_null(diag->next);
		}
		release(&loaded);
		buf_release(&text);
	}
}
END_TEST

START_TEST(lines_of_every_kind_of_break_are_found)
{
	static const char text[] = "\xef\xbb\xbf# a\r\n# b\r# c\xc2\x85# d\xe2\x80\xa8"
				   "events: 5\n";
	struct loaded loaded;

	load(&loaded, text, strlen(text));
	const struct diag *diag = loaded.diags.last;

	ck_assert_str_eq(diag->type->code, "type-wrong");
	ck_assert_uint_eq(diag->at.line, 5);
	ck_assert_str_eq(diag->line, "events: 5");
	ck_assert_str_eq(loaded.diags.first->line, "# a");
	release(&loaded);
}
END_TEST

START_TEST(the_format_prints_itself_whole)
{
	void (*const print[])(FILE *) = { load_print_fields, load_print_man,
					  load_print_schema };
	static const char *const keys[] = { "date_claims", "relation_types", "sha256",
					    "original-publisher", "CONSULT" };

	for (size_t i = 0; i < sizeof print / sizeof print[0]; i++) {
		char *text = NULL;
		size_t len;
		FILE *out = open_memstream(&text, &len);

		print[i](out);
		fclose(out);
		for (size_t j = 0; j < sizeof keys / sizeof keys[0]; j++)
			if (i != 1 || !strchr(keys[j], '-')) /* roff: \- */
				ck_assert_msg(strstr(text, keys[j]) != NULL, "%s",
					      keys[j]);
		free(text);
	}
}
END_TEST

START_TEST(the_content_has_no_errors)
{
	struct loaded loaded;
	const char *content = getenv("CONTENT"), *why;

	if (!content || !load_exists(content, &why))
		return;
	load_path(&loaded, content);
	for (const struct diag *diag = loaded.diags.first; diag; diag = diag->next)
		ck_assert_msg(diag->type->severity != SEVERITY_ERROR, "%s:%u: %s",
			      diag->at.file, diag->at.line, diag->message);
	ck_assert_int_ge(loaded.dossier.counts[KIND_EVENT], 12);
	release(&loaded);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("load");
	TCase *broken = tcase_create("broken"), *good = tcase_create("good");

	tcase_add_test(broken, every_example_provokes_its_diagnostic_and_no_other);
	tcase_add_test(broken, what_has_no_example_is_a_limit);
	tcase_add_test(broken, the_table_is_in_order);
	tcase_add_test(broken, broken_files_are_reported_as_expected);
	tcase_add_test(broken, messages_are_never_cut);
	tcase_add_test(broken, values_of_megabytes_are_not_quoted_whole);
	tcase_add_test(broken, an_unknown_id_is_told_with_the_one_that_was_meant);
	tcase_add_test(broken, bombs_end_at_once);
	tcase_add_test(broken, errors_without_end_are_cut_short);
	tcase_add_test(broken, every_diagnostic_counts_towards_the_limit_of_a_file);
	tcase_add_test(broken, incomplete_records_harm_no_reader);
	tcase_add_test(broken, ids_of_dropped_records_are_not_called_unknown);
	tcase_add_test(broken, a_dash_is_standard_input);
	tcase_add_test(broken, what_stands_before_a_fault_is_kept);
	tcase_add_test(broken, ids_after_a_fault_are_not_called_unknown);
	tcase_add_test(broken, files_that_can_not_be_read_are_told);
	tcase_add_test(broken, links_do_not_lead_out_of_the_dossier);
	tcase_add_test(broken, read_errors_are_not_syntax_errors);
	tcase_add_test(broken, a_huge_file_is_not_read);
	tcase_add_test(broken, a_long_line_is_shown_around_the_column);
	tcase_add_test(broken, hidden_characters_are_found_where_they_are);
	tcase_add_test(broken, lines_of_every_kind_of_break_are_found);
	suite_add_tcase(suite, broken);
	tcase_add_test(good, a_whole_dossier_is_linked);
	tcase_add_test(good, a_thread_says_where_it_opens);
	tcase_add_test(good, a_status_and_an_outcome_have_evidence_of_their_own);
	tcase_add_test(good, a_reference_may_be_part_of_another);
	tcase_add_test(good, the_id_of_a_reference_is_any_citation_key);
	tcase_add_test(good, a_citation_key_is_no_id_of_other_records);
	tcase_add_test(good, a_citation_key_that_is_misspelt_is_underlined);
	tcase_add_test(good, a_reference_keeps_all_of_csl);
	tcase_add_test(good, one_file_and_many_give_the_same);
	tcase_add_test(good, the_format_prints_itself_whole);
	tcase_add_test(good, the_content_has_no_errors);
	suite_add_tcase(suite, good);
	return suite_main(suite);
}
