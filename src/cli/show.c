#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/fail.h"
#include "cli.h"
#include "doc/doc.h"
#include "session.h"
#include "text/clean.h"
#include "text/near.h"

enum {
	WIDTH = 80, /* when the output is not a terminal */
	WIDTH_LEAST = 20,
	WIDTH_MOST = 120 /* longer lines are hard to read */
};

static int terminal_width(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) ||
	    !size.ws_col)
		return WIDTH;
	return size.ws_col < WIDTH_LEAST  ? WIDTH_LEAST
	       : size.ws_col > WIDTH_MOST ? WIDTH_MOST
					  : size.ws_col;
}

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
	doc_write_text(&show->doc, terminal_width(), &show->out);
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

/* Nothing was found, but what was asked for is a message. */
static int report_unknown(const struct dossier *dossier, const char *id)
{
	struct near near = { .word = id };

	for (uint32_t i = 0; i < dossier->ids.count; i++)
		near_try(&near, map_at(&dossier->ids, i)->key);
	fputs("daftar: no record has the id \"", stderr);
	clean_put(stderr, id, CLEAN_ONE_LINE);
	if (near.best)
		fprintf(stderr, "\"; did you mean \"%s\"?\n", near.best);
	else
		fputs("\"\n", stderr);
	return EXIT_NOTHING;
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
	doc_init(&show.doc, &show.arena, &session.dossier, &options);
	for (int i = 1; i < argc; i++) {
		struct ref ref = dossier_find(&session.dossier, argv[i]);

		if (ref_is_none(ref))
			status = report_unknown(&session.dossier, argv[i]);
		else
			show_record(&show, ref);
	}
	show_end(&show);
	session_close(&session);
	return status;
}
