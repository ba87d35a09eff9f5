#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fail.h"
#include "cli.h"
#include "explain.h"
#include "json.h"
#include "load/load.h"
#include "model/citation.h"
#include "open.h"
#include "report.h"
#include "text/clean.h"

/* A colour says nothing that the words do not; it goes to terminals whose user wants it.
 */
static bool wants_colour(void)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term &&
	       strcmp(term, "dumb") != 0;
}

static void print_full(const struct opened *opened)
{
	report_full(stdout, &opened->diags, wants_colour());
}

static void print_short(const struct opened *opened)
{
	report_short(stdout, &opened->diags);
}

static const char *id_of(const struct dossier *dossier, struct ref ref)
{
	const struct record *record = dossier_record(dossier, ref);

	return record && record->id ? record->id : "";
}

/* Every passage and how it stands; where, in code points of the text. */
static void print_json_passages(const struct opened *opened)
{
	const struct dossier *dossier = &opened->dossier;

	for (int i = 0; i < dossier->counts[KIND_PASSAGE]; i++) {
		const struct passage *passage = &dossier->passages[i];
		const struct anchor_result *result = &opened->texts.passages[i];

		fputs(i ? ",\n{" : "\n{", stdout);
		json_member(stdout, "", "id", passage->record.id);
		json_member(stdout, ", ", "source", id_of(dossier, passage->source));
		json_member(stdout, ", ", "state", anchor_state_names[result->state]);
		if (result->start >= 0)
			printf(", \"start\": %ld, \"end\": %ld, \"paragraph\": %d",
			       result->start, result->end, result->paragraph);
		json_member(stdout, ", ", "found", result->found);
		putchar('}');
	}
}

static void print_json_sources(const struct opened *opened)
{
	const struct dossier *dossier = &opened->dossier;
	const char *lead = "\n{";

	for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_REFERENCE]; i++) {
		const struct source_text *text = &opened->texts.sources[i];

		if (!text->bytes || text->is_part)
			continue;
		fputs(lead, stdout);
		json_member(stdout, "", "id",
			    id_of(dossier, (struct ref){ KIND_REFERENCE, i }));
		printf(", \"words\": %d, \"quoted\": %d}", text->words,
		       text->quoted_words);
		lead = ",\n{";
	}
}

static void print_json(const struct opened *opened)
{
	fputs("{\"faults\": ", stdout);
	report_json(stdout, &opened->diags);
	fputs(", \"passages\": [", stdout);
	print_json_passages(opened);
	fputs("],\n\"sources\": [", stdout);
	print_json_sources(opened);
	puts("]}");
}

static const struct {
	const char *name;
	void (*print)(const struct opened *opened);
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
		refuse("a report has no format \"%s\"; write full, short or json", name);
	return 0;
}

static void add_count(struct buf *out, const char *lead, int count, const char *noun)
{
	buf_printf(out, "%s%d %s%s", lead, count, noun, count == 1 ? "" : "s");
}

/* "3 errors, 2 warnings in 7 files; 41 passages checked, 2 not captured" */
static void print_summary(const struct opened *opened)
{
	const struct dossier *dossier = &opened->dossier;
	int states[ANCHOR_STATE_COUNT] = { 0 };
	int count = dossier->counts[KIND_PASSAGE];
	struct buf line = BUF_INIT;

	for (int i = 0; i < count; i++)
		states[opened->texts.passages ? opened->texts.passages[i].state
					      : ANCHOR_UNCHECKED]++;
	add_count(&line, "", opened->diags.error_count, "error");
	add_count(&line, ", ", opened->diags.warning_count, "warning");
	add_count(&line, " in ", dossier->file_count, "file");
	if (opened->has_texts) {
		add_count(&line, "; ", count - states[ANCHOR_UNCHECKED], "passage");
		buf_printf(&line, " checked, %d not captured", states[ANCHOR_UNCHECKED]);
	} else if (count) {
		add_count(&line, "; ", count, "passage");
		buf_str(&line, " not checked, for want of --texts");
	}
	fprintf(stderr, "%s\n", line.bytes);
	buf_clear(&line);
	for (int i = ANCHOR_EXACT; opened->has_texts && i < ANCHOR_STATE_COUNT; i++)
		buf_printf(&line, "%s%s %d",
			   line.len ? ", " : "passages: ", anchor_state_names[i],
			   states[i]);
	if (line.len)
		fprintf(stderr, "%s\n", line.bytes);
	buf_release(&line);
}

/* How much of each source is quoted: what is shared should stay a part. */
static void print_shares(const struct opened *opened)
{
	const struct dossier *dossier = &opened->dossier;
	struct buf line = BUF_INIT;

	for (int i = 0; opened->texts.sources && i < dossier->counts[KIND_REFERENCE];
	     i++) {
		const struct source_text *text = &opened->texts.sources[i];

		if (!text->bytes || text->is_part)
			continue;
		buf_clear(&line);
		citation_short(dossier, (struct ref){ KIND_REFERENCE, (uint32_t)i },
			       &line);
		clean_put(stderr, line.bytes, CLEAN_ONE_LINE);
		/* Rounded down: 39.9 % are not yet 40. */
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
	struct opened opened;

	argc = options_take(argc, argv, values);
	if (values[OPTION_EXPLAIN])
		return explain(argv + 1, argc - 1);
	if (argc > 2)
		refuse("check takes one dossier, not %d", argc - 1);
	if (values[OPTION_FIELDS])
		load_print_fields(stdout);
	else if (values[OPTION_SCHEMA])
		load_print_schema(stdout);
	if (values[OPTION_FIELDS] || values[OPTION_SCHEMA])
		return EXIT_OK;
	int format = format_named(values[OPTION_FORMAT]);

	dossier_open(argv[1], values, &opened);
	formats[format].print(&opened);
	fflush(stdout);
	print_summary(&opened);
	print_shares(&opened);
	bool failed = opened.diags.error_count ||
		      (values[OPTION_STRICT] && opened.diags.warning_count);

	dossier_close(&opened);
	return failed ? EXIT_NOTHING : EXIT_OK;
}

int cmd_schema(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };

	options_take(argc, argv, values);
	load_print_schema(stdout);
	return EXIT_OK;
}
