#include "config.h"

#include "doc/export.h"

#include <assert.h>
#include <string.h>

#include "export.h"
#include "model/field.h"
#include "text/clean.h"

/* clang-format off */
const struct exporter exporters[EXPORTER_COUNT] = {
	{ "json",       "whole records, as the format has them; a dossier again", export_json },
	{ "csv",        "the events as a table, with earliest and latest days",   export_csv },
	{ "markdown",   "a briefing with numbered footnotes, for pandoc",         export_markdown },
	{ "csl-json",   "the sources as CSL-JSON 1.0.2, for Zotero and pandoc",   export_csl },
	{ "dot",        "the relations as a graph, for Graphviz",                 export_dot },
	{ "graphml",    "the relations as a graph, for Gephi, yEd and networkx",  export_graphml },
	{ "sql",        "tables, views and a full-text index, for SQLite",        export_sql },
	{ "timelinejs", "the events as slides, for TimelineJS",                  export_timelinejs },
};
/* clang-format on */

const struct exporter *exporter_find(const char *name)
{
	for (int i = 0; i < EXPORTER_COUNT; i++)
		if (!strcmp(exporters[i].name, name))
			return &exporters[i];
	return NULL;
}

void export_lose(struct export *export, const char *one, const char *many, int count)
{
	int i = 0;

	while (i < export->loss_count && export->losses[i].one != one)
		i++;
	if (!count)
		return;
	assert(i < EXPORT_LOSSES);
	if (i == export->loss_count)
		export->losses[export->loss_count++] =
			(struct export_loss){ .one = one, .many = many };
	export->losses[i].count += count;
}

bool export_has(const struct export *export, struct ref ref)
{
	return !ref_is_none(ref) && export->has[ref.kind][ref.index];
}

bool export_has_element(const struct export *export, const struct shape *shape,
			const void *element)
{
	const struct step *step = element;

	return shape != &step_shape || export_has(export, step->ref);
}

void markup_add(struct buf *out, const char *text)
{
	struct buf safe = BUF_INIT;

	clean_add(&safe, text, strlen(text), CLEAN_ONE_LINE);
	for (const char *c = safe.bytes; *c; c++)
		if (*c == '&')
			buf_str(out, "&amp;");
		else if (*c == '<')
			buf_str(out, "&lt;");
		else if (*c == '>')
			buf_str(out, "&gt;");
		else if (*c == '"')
			buf_str(out, "&quot;");
		else
			buf_char(out, *c);
	buf_release(&safe);
}

/* --- Selection --- */

/* Records that are part of the export, and whose refs are still to be followed. */
struct pending {
	struct export *export;
	struct ref *at;
	int count;
};

static void add(struct pending *pending, struct ref ref)
{
	struct export *export = pending->export;

	if (ref_is_none(ref) || export->has[ref.kind][ref.index])
		return;
	export->has[ref.kind][ref.index] = true;
	pending->at = arena_grow(export->arena, pending->at, pending->count,
				 sizeof *pending->at);
	pending->at[pending->count++] = ref;
}

static void follow_map(struct pending *pending, const struct shape *shape,
		       const char *base);

static void follow_list(struct pending *pending, const struct field *field,
			const char *base)
{
	const char *element = *(const char *const *)field_value(field, base);
	int count = *(const int *)(const void *)(base + field->count_at);

	for (int i = 0; i < count; i++)
		follow_map(pending, field->shape,
			   element + (size_t)i * field->shape->size);
}

/* Add what the field refers to. */
static void follow(struct pending *pending, const struct field *field, const char *base)
{
	const void *value = field_value(field, base);
	const struct refs *refs = value;
	const struct span *span = value;

	switch ((int)field->type) {
	case FIELD_REF:
		add(pending, *(const struct ref *)value);
		break;
	case FIELD_REFS:
		for (int i = 0; i < refs->count; i++)
			add(pending, refs->at[i]);
		break;
	case FIELD_DATE:
	case FIELD_CSL_DATE:
		follow_map(pending, &date_shape, value);
		break;
	case FIELD_VALUE_OR_MAP:
	case FIELD_MAP:
		follow_map(pending, field->shape, value);
		break;
	case FIELD_LIST:
		follow_list(pending, field, base);
		break;
	case FIELD_RECORDS:
		for (int i = 0; i < span->count; i++)
			add(pending,
			    (struct ref){ KIND_POINT, span->first + (uint32_t)i });
		break;
	default:
		break;
	}
}

static void follow_map(struct pending *pending, const struct shape *shape,
		       const char *base)
{
	for (int i = 0; i < shape->count; i++)
		follow(pending, &shape->fields[i], base);
}

static void follow_all(struct pending *pending)
{
	while (pending->count) {
		struct ref ref = pending->at[--pending->count];

		if (ref.kind == KIND_POINT)
			add(pending, dossier_home(pending->export->dossier, ref));
		follow_map(pending, shape_of((enum kind)ref.kind),
			   (const char *)dossier_record(pending->export->dossier, ref));
	}
}

/* Relations between two selected records.  One may refer to another. */
static void add_relations(struct pending *pending)
{
	const struct dossier *dossier = pending->export->dossier;
	bool is_more = true;

	while (is_more) {
		is_more = false;
		for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_RELATION]; i++) {
			const struct relation *relation = &dossier->relations[i];

			if (pending->export->has[KIND_RELATION][i] ||
			    !export_has(pending->export, relation->from) ||
			    !export_has(pending->export, relation->to))
				continue;
			add(pending, (struct ref){ KIND_RELATION, i });
			follow_all(pending);
			is_more = true;
		}
	}
}

static void add_threads(struct pending *pending)
{
	struct export *export = pending->export;
	const struct dossier *dossier = export->dossier;

	for (int i = 0; i < dossier->counts[KIND_THREAD]; i++) {
		const struct thread *thread = &dossier->threads[i];
		int kept = 0;

		for (int j = 0; j < thread->step_count; j++)
			kept += export_has(export, thread->steps[j].ref);
		export->has[KIND_THREAD][i] = kept;
		if (kept)
			export_lose(export, "step of a thread left out",
				    "steps of threads left out",
				    thread->step_count - kept);
	}
}

static void select_all(struct export *export)
{
	const struct dossier *dossier = export->dossier;
	struct ref *all = arena_array(
		export->arena, (size_t)dossier->counts[KIND_EVENT] + 1, sizeof *all);

	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		memset(export->has[kind], true, (size_t)dossier->counts[kind]);
	for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_EVENT]; i++)
		all[i] = (struct ref){ KIND_EVENT, i };
	export->events = (struct refs){ all, dossier->counts[KIND_EVENT] };
}

void export_init(struct export *export, struct arena *arena,
		 const struct dossier *dossier, const struct refs *events)
{
	struct pending pending = { .export = export };

	*export = (struct export){ .dossier = dossier, .arena = arena };
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		export->has[kind] = arena_array(arena, (size_t)dossier->counts[kind] + 1,
						sizeof **export->has);
	if (!events) {
		select_all(export);
		return;
	}
	export->events = *events;
	for (int i = 0; i < events->count; i++)
		add(&pending, events->at[i]);
	follow_all(&pending);
	add_relations(&pending);
	add_threads(&pending);
}
