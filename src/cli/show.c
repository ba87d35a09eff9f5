#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"
#include "doc/doc.h"
#include "session.h"

/* The records asked for; each as a document, or all as one. */
struct show {
	struct arena arena;
	struct doc doc;
	struct buf out;
	bool is_markdown;
};

static void add_record(struct doc *doc, struct ref ref)
{
	if (ref.kind == KIND_THREAD) {
		doc_thread(doc, ref);
		return;
	}
	doc_record(doc, ref);
	doc_relations(doc, ref);
	doc_cited_by(doc, ref);
}

/* Text numbers the passages of each record; in Markdown a footnote's number is one of
 * the whole file. */
static void show_record(struct show *show, struct ref ref)
{
	const struct doc *doc = &show->doc;

	if (!show->is_markdown)
		doc_init(&show->doc, &show->arena, doc->dossier, &doc->options);
	add_record(&show->doc, dossier_home(doc->dossier, ref));
	if (show->is_markdown)
		return;
	doc_quotations(&show->doc);
	if (show->out.len)
		buf_char(&show->out, '\n');
	doc_write_text(&show->doc, output_width(), &show->out);
}

static void show_end(struct show *show)
{
	if (show->is_markdown) {
		doc_quotations(&show->doc);
		doc_write_markdown(&show->doc, &show->out);
	}
	fwrite(show->out.bytes, 1, show->out.len, stdout);
	buf_release(&show->out);
	arena_clear(&show->arena);
}

static bool is_markdown(const char *format)
{
	if (format && strcmp(format, "text") && strcmp(format, "markdown"))
		die_usage("show has no format \"%s\"; write text or markdown", format);
	return format && !strcmp(format, "markdown");
}

int cmd_show(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct show show = { .out = BUF_INIT };
	struct doc_options options = { 0 };
	struct session session;
	int status = EXIT_OK;

	argc = options_take(argc, argv, values);
	if (argc < 2)
		die_usage("show needs an id; daftar list has those of the events");
	show.is_markdown = is_markdown(values[OPTION_FORMAT]);
	options.dates = dates_style(values[OPTION_DATES]);
	session_open_quietly(values, &session);
	options.texts = session.has_texts ? &session.texts : NULL;
	options.index = query_index_new(&session.dossier, options.texts);
	doc_init(&show.doc, &show.arena, &session.dossier, &options);
	for (int i = 1; i < argc; i++) {
		struct ref ref = session_find(&session, argv[i]);

		if (ref_is_none(ref))
			status = EXIT_NOTHING;
		else
			show_record(&show, ref);
	}
	show_end(&show);
	query_index_free(options.index);
	session_close(&session);
	return status;
}
