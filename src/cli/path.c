#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"
#include "doc/doc.h"
#include "doc/json.h"
#include "session.h"
#include "text/clean.h"

/* --- JSON ------------------------------------------------------------------------ */

static const char *id_of(const struct dossier *dossier, struct ref ref)
{
	const struct record *record = dossier_record(dossier, ref);

	return record ? record->id : NULL;
}

static void put_json_relation(struct json *json, const struct dossier *dossier,
			      const struct relation *relation)
{
	json_text(json, "relation", relation->record.id);
	json_text(json, "date", relation->date.edtf);
	if (relation->date.edtf)
		json_bool(json, "date_supplied", relation->date.supplied);
	json_text(json, "text", relation->text);
	json_begin(json, "passages", '[');
	for (int i = 0; i < relation->passages.count; i++)
		json_text(json, NULL, id_of(dossier, relation->passages.at[i]));
	json_end(json);
}

static void put_json_link(struct json *json, const struct dossier *dossier,
			  const struct graph_edge *edge)
{
	static const char *const kinds[GRAPH_JOINT_COUNT] = { "relation", "shared",
							      "source" };

	json_begin_line(json, NULL, '{');
	json_text(json, "from", id_of(dossier, edge->from));
	json_text(json, "label", edge->label);
	json_text(json, "to", id_of(dossier, edge->to));
	json_text(json, "kind", kinds[edge->joint]);
	if (edge->joint == GRAPH_RELATION)
		put_json_relation(json, dossier,
				  &dossier->relations[edge->relation.index]);
	json_end(json);
}

static void print_json(const struct dossier *dossier, const struct path *path)
{
	struct json json = { .out = stdout };

	json_begin(&json, NULL, '{');
	json_text(&json, "from", id_of(dossier, path->from));
	json_text(&json, "to", id_of(dossier, path->to));
	json_bool(&json, "connected", path->is_found);
	if (!path->is_found) {
		json_int(&json, "reached", path->reached_count);
		json_text(&json, "nearest", id_of(dossier, path->nearest));
	}
	json_begin(&json, "links", '[');
	for (int i = 0; i < path->count; i++)
		put_json_link(&json, dossier, &path->edges[i]);
	json_end(&json);
	json_end(&json);
}

/* --- A document ------------------------------------------------------------------ */

enum format { FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_JSON, FORMAT_COUNT };

static enum format format_of(const char *name)
{
	static const char *const names[FORMAT_COUNT] = { "text", "markdown", "json" };

	for (int i = 0; name && i < FORMAT_COUNT; i++)
		if (!strcmp(names[i], name))
			return (enum format)i;
	if (name)
		die_usage("path has no format \"%s\"; write text, markdown or json",
			  name);
	return FORMAT_TEXT;
}

static void print_document(const struct dossier *dossier, const struct path *path,
			   const struct doc_options *options, enum format format)
{
	struct arena arena = { 0 };
	struct buf out = BUF_INIT;
	struct doc doc;

	doc_init(&doc, &arena, dossier, options);
	doc_path(&doc, path);
	if (format == FORMAT_MARKDOWN)
		doc_write_markdown(&doc, &out);
	else
		doc_write_text(&doc, output_width(), &out);
	fwrite(out.bytes, 1, out.len, stdout);
	buf_release(&out);
	arena_clear(&arena);
}

static void put_id(const char *lead, const char *id)
{
	fprintf(stderr, "%s\"", lead);
	clean_put(stderr, id ? id : "", CLEAN_ONE_LINE);
	putc('"', stderr);
}

static void report_none(const struct dossier *dossier, const struct path *path)
{
	int count = path->reached_count;

	put_id("daftar: nothing connects ", id_of(dossier, path->from));
	put_id(" and ", id_of(dossier, path->to));
	if (count)
		fprintf(stderr, "; the first is connected with %d other record%s", count,
			count == 1 ? "" : "s");
	if (!ref_is_none(path->nearest)) {
		put_id(", of which ", id_of(dossier, path->nearest));
		fputs(" is the nearest in time", stderr);
	}
	putc('\n', stderr);
}

/* A relation is no end of a path, but what it joins is.  False: there is such an id. */
static bool is_end(const struct session *session, const char *id, struct ref *ref)
{
	*ref = session_find(session, id);
	if (ref->kind == KIND_RELATION) {
		put_id("daftar: ", id);
		fputs(" is a relation; a path begins and ends at the records that it "
		      "joins\n",
		      stderr);
	}
	return !ref_is_none(*ref) && ref->kind != KIND_RELATION;
}

static int print_path(const struct session *session, struct path *path,
		      const struct doc_options *options, enum format format)
{
	struct arena arena = { 0 };

	path_find(query_graph(options->index), path, &arena);
	if (format == FORMAT_JSON)
		print_json(&session->dossier, path);
	else if (path->is_found)
		print_document(&session->dossier, path, options, format);
	if (!path->is_found)
		report_none(&session->dossier, path);
	arena_clear(&arena);
	return path->is_found ? EXIT_OK : EXIT_NOTHING;
}

int cmd_path(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct doc_options options = { 0 };
	struct session session;
	struct path path = { 0 };
	int status = EXIT_NOTHING;

	argc = options_take(argc, argv, values);
	if (argc != 3)
		die_usage("path needs two ids; daftar list has those of the events");
	enum format format = format_of(values[OPTION_FORMAT]);

	options.dates = dates_style(values[OPTION_DATES]);
	session_open_quietly(values, &session);
	options.texts = session.has_texts ? &session.texts : NULL;
	options.index = query_index_new(&session.dossier, options.texts);
	bool has_from = is_end(&session, argv[1], &path.from);
	bool has_to = is_end(&session, argv[2], &path.to);

	if (has_from && has_to)
		status = print_path(&session, &path, &options, format);
	query_index_free(options.index);
	session_close(&session);
	return status;
}
