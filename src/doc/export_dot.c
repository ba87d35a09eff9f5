/* The relations as a graph in the language of Graphviz: newest below, links that only
 * the curator draws dashed. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "export_graph.h"
#include "flat.h"
#include "model/when.h"
#include "model/words.h"
#include "text/clean.h"

static void put_quoted(FILE *out, const char *text)
{
	struct buf safe = BUF_INIT;

	clean_add(&safe, text, strlen(text), CLEAN_ONE_LINE);
	putc('"', out);
	for (const char *c = safe.bytes; *c; c++) {
		if (*c == '"' || *c == '\\')
			putc('\\', out);
		putc(*c, out);
	}
	putc('"', out);
	buf_release(&safe);
}

static void put_id(struct export *export, struct ref ref)
{
	struct buf id = BUF_INIT;

	put_quoted(export->out, flat_id(export->dossier, ref, &id));
	buf_release(&id);
}

static void put_node(struct export *export, struct ref ref)
{
	static const char *const shapes[KIND_COUNT] = {
		[KIND_ACTOR] = "ellipse", [KIND_PLACE] = "house",   [KIND_POINT] = "note",
		[KIND_PASSAGE] = "note",  [KIND_THREAD] = "folder",
	};
	const struct when *when = words_when(export->dossier, ref);
	struct arena arena = { 0 };
	struct buf label = BUF_INIT;

	if (when && when->edtf) {
		when_short(when, DATE_BRACKETED, &label);
		buf_str(&label, "  ");
	}
	buf_str(&label, words_title(export->dossier, ref, &arena));
	fputs("  ", export->out);
	put_id(export, ref);
	fputs(" [label=", export->out);
	put_quoted(export->out, label.bytes);
	if (shapes[ref.kind])
		fprintf(export->out, ", shape=%s", shapes[ref.kind]);
	fputs("];\n", export->out);
	buf_release(&label);
	arena_clear(&arena);
}

static void put_edge(struct export *export, const struct export_edge *edge)
{
	const char *text = export->dossier->relations[edge->relation.index].text;

	fputs("  ", export->out);
	put_id(export, edge->from);
	fputs(" -> ", export->out);
	put_id(export, edge->to);
	fputs(" [label=", export->out);
	put_quoted(export->out, edge->label);
	if (text) {
		fputs(", tooltip=", export->out);
		put_quoted(export->out, text);
	}
	fputs(edge->has_evidence ? "];\n" : ", style=dashed];\n", export->out);
}

void export_dot(struct export *export)
{
	const struct graph graph = { export, put_node, put_edge, false };

	fputs("digraph ", export->out);
	put_quoted(export->out,
		   export->dossier->about.title ? export->dossier->about.title : "");
	fputs(" {\n"
	      "  rankdir=BT;\n"
	      "  node [shape=box, fontname=\"sans-serif\"];\n"
	      "  edge [fontname=\"sans-serif\", fontsize=10];\n",
	      export->out);
	graph_walk(&graph);
	fputs("}\n", export->out);
}
