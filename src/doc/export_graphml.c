/* The relations, and who takes part in what, as GraphML. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "export_dates.h"
#include "export_graph.h"
#include "flat.h"
#include "model/words.h"

/* The attributes, with the names that Gephi knows. */
static const struct {
	const char *id, *of, *type;
} keys[] = {
	{ "label", "node", "string" },	   { "kind", "node", "string" },
	{ "date", "node", "string" },	   { "earliest", "node", "string" },
	{ "latest", "node", "string" },	   { "supplied", "node", "boolean" },
	{ "relation", "edge", "string" },  { "text", "edge", "string" },
	{ "evidence", "edge", "boolean" },
};

static void put_text(FILE *out, const char *text)
{
	struct buf markup = BUF_INIT;

	markup_add(&markup, text);
	fwrite(markup.bytes, 1, markup.len, out);
	buf_release(&markup);
}

static void put_data(FILE *out, const char *key, const char *value)
{
	if (!value)
		return;
	fprintf(out, "<data key=\"%s\">", key);
	put_text(out, value);
	fputs("</data>", out);
}

static void put_id(struct export *export, const char *attribute, struct ref ref)
{
	struct buf id = BUF_INIT;

	fprintf(export->out, " %s=\"", attribute);
	put_text(export->out, flat_id(export->dossier, ref, &id));
	putc('"', export->out);
	buf_release(&id);
}

static void put_date(struct export *export, const struct when *when)
{
	struct date_range range;

	if (!when || !when->edtf)
		return;
	put_data(export->out, "date", when->edtf);
	put_data(export->out, "supplied", when->supplied ? "true" : "false");
	if (!date_range(&when->extent, &range))
		return;
	struct buf day = BUF_INIT;

	iso_day(when->extent.start_min, &day);
	put_data(export->out, "earliest", day.bytes);
	buf_clear(&day);
	iso_day(when->extent.end_max, &day);
	put_data(export->out, "latest", day.bytes);
	buf_release(&day);
}

static void put_node(struct export *export, struct ref ref)
{
	struct arena arena = { 0 };

	fputs("    <node", export->out);
	put_id(export, "id", ref);
	putc('>', export->out);
	put_data(export->out, "label", words_title(export->dossier, ref, &arena));
	put_data(export->out, "kind", words_record(ref));
	put_date(export, words_when(export->dossier, ref));
	fputs("</node>\n", export->out);
	arena_clear(&arena);
}

static void put_edge(struct export *export, const struct export_edge *edge)
{
	const struct relation *relation =
		&export->dossier->relations[edge->relation.index];
	bool is_relation = !ref_is_none(edge->relation);

	fputs("    <edge", export->out);
	if (is_relation && relation->record.id)
		put_id(export, "id", edge->relation);
	put_id(export, "source", edge->from);
	put_id(export, "target", edge->to);
	putc('>', export->out);
	put_data(export->out, "relation", edge->label);
	put_data(export->out, "text", is_relation ? relation->text : NULL);
	put_data(export->out, "evidence", edge->has_evidence ? "true" : "false");
	fputs("</edge>\n", export->out);
}

void export_graphml(struct export *export)
{
	const struct graph graph = { export, put_node, put_edge, true };

	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
	      export->out);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		fprintf(export->out,
			"  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" "
			"attr.type=\"%s\"/>\n",
			keys[i].id, keys[i].of, keys[i].id, keys[i].type);
	fputs("  <graph edgedefault=\"directed\">\n", export->out);
	graph_walk(&graph);
	fputs("  </graph>\n</graphml>\n", export->out);
}
