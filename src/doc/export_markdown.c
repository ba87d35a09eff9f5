/* A briefing: the events in order, each with its claims, and the quotations as
 * footnotes.  For pandoc the sources go along as metadata, and citations are keys. */
#include "config.h"

#include "base/buf.h"
#include "build.h"
#include "doc/json.h"
#include "export.h"
#include "model/citation.h"

static void add_event(struct doc *doc, struct ref ref)
{
	struct scope scope = scope_of(doc, ref);

	doc_title(doc, ref);
	doc->blocks[doc->count - 1].depth = 1;
	scope_facts(&scope);
	scope_body(&scope);
}

/* YAML takes JSON as a value, on one line. */
static void put_metadata(struct export *export)
{
	const char *title = export->dossier->about.title;
	struct json json = { .out = export->out, .line_depth = 1 };

	fputs("---\ntitle: ", export->out);
	json_string(export->out, title ? title : "");
	fputs("\nreferences: ", export->out);
	export_csl_items(export, &json, NULL);
	fputs("---\n\n", export->out);
}

static void add_events(struct doc *doc, const struct export *export)
{
	const char *title = export->dossier->about.title;

	if (!export->options.is_pandoc) {
		doc_add(doc, DOC_HEADING, NULL);
		doc_text(doc, title ? title : "", DOC_TITLE);
	}
	for (int i = 0; i < export->events.count; i++)
		add_event(doc, export->events.at[i]);
}

void export_markdown(struct export *export)
{
	struct doc_options options = { .texts = export->options.texts,
				       .has_keys = export->options.is_pandoc };
	struct doc doc;
	struct buf out = BUF_INIT;

	doc_init(&doc, export->arena, export->dossier, &options);
	if (export->options.is_pandoc)
		put_metadata(export);
	if (ref_is_none(export->options.thread))
		add_events(&doc, export);
	else
		doc_thread(&doc, export->options.thread);
	doc_quotations(&doc);
	doc_write_markdown(&doc, &out);
	fwrite(out.bytes, 1, out.len, export->out);
	buf_release(&out);
}
