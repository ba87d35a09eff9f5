#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"
#include "doc/json.h"
#include "explain.h"
#include "load/load.h"
#include "model/citation.h"
#include "report.h"
#include "session.h"
#include "text/clean.h"

static void print_full(const struct session *session)
{
	report_full(stdout, &session->diags, output_has_colour());
}

static void print_short(const struct session *session)
{
	report_short(stdout, &session->diags);
}

static const char *id_of(const struct dossier *dossier, struct ref ref)
{
	const struct record *record = dossier_record(dossier, ref);

	return record && record->id ? record->id : "";
}

/* Each passage with its state and its position in code points of the text. */
static void put_json_passages(struct json *json, const struct session *session)
{
	const struct dossier *dossier = &session->dossier;

	json_begin(json, "passages", '[');
	for (int i = 0; i < dossier->counts[KIND_PASSAGE]; i++) {
		const struct passage *passage = &dossier->passages[i];
		const struct quote_result *result = &session->texts.passages[i];

		json_begin_line(json, NULL, '{');
		json_text(json, "id", passage->record.id);
		json_text(json, "source", id_of(dossier, passage->source));
		json_text(json, "state", quote_state_names[result->state]);
		if (result->start >= 0) {
			json_int(json, "start", result->start);
			json_int(json, "end", result->end);
			json_int(json, "paragraph", result->paragraph);
		}
		json_text(json, "found", result->found);
		json_end(json);
	}
	json_end(json);
}

static void put_json_sources(struct json *json, const struct session *session)
{
	const struct dossier *dossier = &session->dossier;

	json_begin(json, "sources", '[');
	for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_REFERENCE]; i++) {
		const struct source_text *text = &session->texts.sources[i];

		if (!text->bytes || text->is_part)
			continue;
		json_begin_line(json, NULL, '{');
		json_text(json, "id", id_of(dossier, (struct ref){ KIND_REFERENCE, i }));
		json_int(json, "words", text->words);
		json_int(json, "quoted", text->quoted_words);
		json_end(json);
	}
	json_end(json);
}

static void print_json(const struct session *session)
{
	struct json json = { .out = stdout };

	json_begin(&json, NULL, '{');
	report_json(&json, &session->diags);
	put_json_passages(&json, session);
	put_json_sources(&json, session);
	json_end(&json);
}

static const struct {
	const char *name;
	void (*print)(const struct session *session);
} formats[] = {
	{ "full", print_full },
	{ "short", print_short },
	{ "json", print_json },
};

static int format_named(const char *name)
{
	for (int i = 0; name && i < (int)(sizeof formats / sizeof *formats); i++)
		if (!strcmp(formats[i].name, name))
			return i;
	if (name)
		die_usage("unknown format \"%s\" for check; use full, short or json",
			  name);
	return 0;
}

static void add_count(struct buf *out, const char *lead, int count, const char *noun)
{
	buf_printf(out, "%s%d %s%s", lead, count, noun, count == 1 ? "" : "s");
}

/* "3 errors, 2 warnings in 7 files; 41 passages checked, 2 without a text" */
static void print_summary(const struct session *session)
{
	const struct dossier *dossier = &session->dossier;
	int states[QUOTE_STATE_COUNT] = { 0 };
	int count = dossier->counts[KIND_PASSAGE];
	struct buf line = BUF_INIT;

	for (int i = 0; i < count; i++)
		states[session->texts.passages ? session->texts.passages[i].state
					       : QUOTE_UNCHECKED]++;
	add_count(&line, "", session->diags.error_count, "error");
	add_count(&line, ", ", session->diags.warning_count, "warning");
	add_count(&line, " in ", dossier->file_count, "file");
	if (session->has_texts) {
		add_count(&line, "; ", count - states[QUOTE_UNCHECKED], "passage");
		buf_printf(&line, " checked, %d without a text", states[QUOTE_UNCHECKED]);
	} else if (count) {
		add_count(&line, "; ", count, "passage");
		buf_str(&line, " not checked (no --texts)");
	}
	fprintf(stderr, "%s\n", line.bytes);
	buf_clear(&line);
	for (int i = QUOTE_EXACT; session->has_texts && i < QUOTE_STATE_COUNT; i++)
		buf_printf(&line, "%s%s %d",
			   line.len ? ", " : "passages: ", quote_state_names[i],
			   states[i]);
	if (line.len)
		fprintf(stderr, "%s\n", line.bytes);
	buf_release(&line);
}

/* How much of each source is quoted, which matters for fair use. */
static void print_shares(const struct session *session)
{
	const struct dossier *dossier = &session->dossier;
	struct buf line = BUF_INIT;

	for (int i = 0; session->texts.sources && i < dossier->counts[KIND_REFERENCE];
	     i++) {
		const struct source_text *text = &session->texts.sources[i];

		if (!text->bytes || text->is_part)
			continue;
		buf_clear(&line);
		citation_short(dossier, (struct ref){ KIND_REFERENCE, (uint32_t)i },
			       &line);
		clean_put(stderr, line.bytes, CLEAN_ONE_LINE);
		/* Round down: 39.9 % is less than 40. */
		long long mille =
			text->words ? text->quoted_words * 1000LL / text->words : 0;

		fprintf(stderr, ": %d of %d words quoted, %lld.%lld %%\n",
			text->quoted_words, text->words, mille / 10, mille % 10);
	}
	buf_release(&line);
}

int cmd_check(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct session session;

	argc = options_take(argc, argv, values);
	if (values[OPTION_EXPLAIN])
		return explain(argv + 1, argc - 1);
	if (argc > 2)
		die_usage("check takes one dossier, but got %d", argc - 1);
	if (values[OPTION_FIELDS])
		load_print_fields(stdout);
	else if (values[OPTION_SCHEMA])
		load_print_schema(stdout);
	if (values[OPTION_FIELDS] || values[OPTION_SCHEMA])
		return EXIT_OK;
	int format = format_named(values[OPTION_FORMAT]);

	session_open(argv[1], values, &session);
	formats[format].print(&session);
	fflush(stdout);
	print_summary(&session);
	print_shares(&session);
	bool failed = session.diags.error_count ||
		      (values[OPTION_STRICT] && session.diags.warning_count);

	session_close(&session);
	return failed ? EXIT_NOTHING : EXIT_OK;
}

int cmd_schema(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };

	options_take(argc, argv, values);
	load_print_schema(stdout);
	return EXIT_OK;
}
