#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"
#include "doc/columns.h"
#include "doc/export.h"
#include "list.h"
#include "session.h"
#include "text/clean.h"
#include "text/near.h"

static const struct exporter *exporter_named(const char *name)
{
	const struct exporter *exporter = exporter_find(name);
	struct near near = { .word = name };
	struct buf names = BUF_INIT;

	if (exporter)
		return exporter;
	for (int i = 0; i < EXPORTER_COUNT; i++) {
		near_try(&near, exporters[i].name);
		buf_printf(&names, "%s%s", i ? ", " : "", exporters[i].name);
	}
	if (near.best)
		die_usage("no export format is called \"%s\"; did you mean \"%s\"?", name,
			  near.best);
	die_usage("no export format is called \"%s\"; use one of %s", name, names.bytes);
}

/* Options that only one format has are refused for the others. */
static void check_options(const struct exporter *exporter,
			  const char *values[OPTION_COUNT])
{
	static const struct {
		enum option option;
		const char *format;
	} only[] = {
		{ OPTION_OF, "csv" },
		{ OPTION_PANDOC, "markdown" },
		{ OPTION_DIALECT, "sql" },
	};

	for (size_t i = 0; i < sizeof only / sizeof *only; i++)
		if (values[only[i].option] && strcmp(exporter->name, only[i].format) != 0)
			die_usage("--%s is only for export %s",
				  cli_options[only[i].option].name, only[i].format);
}

static bool is_postgresql(const char *dialect)
{
	if (dialect && strcmp(dialect, "sqlite") && strcmp(dialect, "postgresql"))
		die_usage("unknown dialect \"%s\"; use sqlite or postgresql", dialect);
	return dialect && !strcmp(dialect, "postgresql");
}

/* The kind of records that --of names. */
static enum kind kind_named(const char *name)
{
	return name ? listing_named(name)->kind : KIND_EVENT;
}

/* The events that match, or with points of theirs that do. */
static struct refs find_events(const struct session *session, const char *text,
			       struct arena *arena)
{
	struct query query = { 0 };
	struct query_index *index = query_index_new(&session->dossier, &session->texts);
	struct refs all =
		doc_listing_records(&doc_listings[LIST_EVENTS], &session->dossier, arena);
	const struct query_view view = { &query,
					 index,
					 { KIND_EVENT, all.at, all.count } };
	struct query_hits hits;

	query_read(&query, index, text);
	query_run(&view, arena, &hits);
	query_release(&query);
	query_index_free(index);
	return (struct refs){ hits.refs, hits.count };
}

/* The thread when the query is "thread:ID" and nothing else. */
static struct ref thread_named(const struct dossier *dossier, const char *text)
{
	static const char field[] = "thread:";
	struct ref none = { 0 }, found;

	if (strncmp(text, field, strlen(field)) != 0)
		return none;
	found = dossier_find(dossier, text + strlen(field));
	return found.kind == KIND_THREAD ? found : none;
}

static void report_losses(const struct export *export)
{
	for (int i = 0; i < export->loss_count; i++) {
		const struct export_loss *loss = &export->losses[i];

		fprintf(stderr, "daftar: %d %s\n", loss->count,
			loss->count == 1 ? loss->one : loss->many);
	}
}

static int run(const struct exporter *exporter, const struct session *session,
	       const char *text, const char *values[OPTION_COUNT])
{
	struct arena arena = { 0 };
	struct export export;
	struct refs events = { 0 };
	bool is_whole = !*text;

	if (!is_whole)
		events = find_events(session, text, &arena);
	export_init(&export, &arena, &session->dossier, is_whole ? NULL : &events);
	export.out = stdout;
	export.options = (struct export_options){
		.texts = session->has_texts ? &session->texts : NULL,
		.kind = kind_named(values[OPTION_OF]),
		.thread = thread_named(&session->dossier, text),
		.is_pandoc = values[OPTION_PANDOC],
		.is_postgresql = is_postgresql(values[OPTION_DIALECT]),
	};
	exporter->write(&export);
	fflush(stdout);
	report_losses(&export);
	if (!is_whole && !events.count) {
		fputs("daftar: no events match ", stderr);
		clean_put(stderr, text, CLEAN_ONE_LINE);
		putc('\n', stderr);
	}
	arena_clear(&arena);
	return is_whole || events.count ? EXIT_OK : EXIT_NOTHING;
}

int cmd_export(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	const struct exporter *exporter;
	struct session session;
	struct buf text = BUF_INIT;
	int status;

	argc = options_take(argc, argv, values);
	if (argc < 2)
		die_usage("export needs a format; see daftar export --help");
	exporter = exporter_named(argv[1]);
	check_options(exporter, values);
	query_args_join(argc - 1, argv + 1, &text);
	session_open_quietly(values, &session);
	status = run(exporter, &session, text.bytes, values);
	session_close(&session);
	buf_release(&text);
	return status;
}
