/* Resolves ids to refs and builds the backlinks.  It finds every ref through the field
 * tables, so a new field with a ref needs no code here. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "merge.h"
#include "source_file.h"
#include "text/near.h"

enum { NEAR_MOST = 1000 * 1000 }; /* maximum comparisons for "did you mean" */

struct linker {
	struct dossier *dossier;
	struct source_file *files;
	struct diags *diags;
	struct map skipped_ids; /* of all files */
	long compared;
	bool is_partial; /* unread files may define any id */
	struct buf ends;
	uint32_t *seen[KIND_COUNT]; /* of each record, 1 + the index of its last end */
};

/* A resolved ref: its target, and the record and key that hold it. */
struct end {
	struct ref to;
	struct backlink link;
};

/* "actor", "place or event", "record". */
static const char *kinds_words(unsigned kinds)
{
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		if (kinds == 1u << kind)
			return shape_of((enum kind)kind)->name;
	return "record";
}

/* The record with the most similar id, of an allowed kind. */
static struct ref nearest(struct linker *linker, const char *id, unsigned kinds)
{
	const struct map *ids = &linker->dossier->ids;
	struct near near = { .word = id };

	linker->compared += ids->count;
	if (linker->compared > NEAR_MOST)
		return (struct ref){ 0 };
	/* Tables have an order that does not depend on hashes. */
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < linker->dossier->counts[kind]; i++) {
			const char *other =
				dossier_record(linker->dossier,
					       (struct ref){ kind, (uint32_t)i })
					->id;

			if (other && kinds & 1u << kind)
				near_try(&near, other);
		}
	return near.best ? dossier_find(linker->dossier, near.best) : (struct ref){ 0 };
}

/* The skipped ids of all files in one map, so that their number does not count. */
static void join_skipped(struct linker *linker, struct arena *arena)
{
	linker->skipped_ids.arena = arena;
	for (int i = 0; i < linker->dossier->file_count; i++) {
		const struct map *ids = &linker->files[i].skipped_ids;

		for (uint32_t j = 0; j < ids->count; j++)
			map_put(&linker->skipped_ids, map_at(ids, j)->key,
				map_at(ids, j)->len, NULL);
	}
}

static bool is_skipped(const struct linker *linker, const char *id)
{
	return map_get(&linker->skipped_ids, id, strlen(id)) != NULL;
}

/* A reference that could not be resolved. */
struct failed {
	const struct field *field;
	const char *id;
	struct src_pos at;
};

static struct diag_head head_of(const struct failed *failed, enum diag_id id)
{
	return (struct diag_head){ id, failed->at, id_width(failed->id) };
}

static void report_unknown(struct linker *linker, const struct failed *failed)
{
	const char *id = failed->id, *words = kinds_words(failed->field->kinds);
	struct ref near = nearest(linker, id, failed->field->kinds);
	const struct record *record = dossier_record(linker->dossier, near);

	diag_add_wide(linker->diags, head_of(failed, DIAG_REF_UNKNOWN),
		      "no %s has the id \"%s\"", words, id);
	if (!record)
		diag_help(linker->diags, "write the id of %s %s, or add one with this id",
			  article(words), words);
	else if (record->at.file)
		diag_help(linker->diags, "did you mean \"%s\" (%s:%u)?", record->id,
			  record->at.file, record->at.line);
	else
		diag_help(linker->diags, "did you mean \"%s\"?", record->id);
}

static void report_kind(struct linker *linker, const struct failed *failed,
			struct ref found)
{
	const char *id = failed->id, *is = shape_of((enum kind)found.kind)->name,
		   *words = kinds_words(failed->field->kinds);
	const struct record *record = dossier_record(linker->dossier, found);

	diag_add_wide(linker->diags, head_of(failed, DIAG_REF_KIND),
		      "\"%s\" is %s %s, not %s %s", id, article(is), is, article(words),
		      words);
	diag_help(linker->diags, "\"%s\" takes the id of %s %s", failed->field->key,
		  article(words), words);
	if (record->at.file)
		diag_see(linker->diags, record->at, "\"%s\" is defined here", id);
}

static void resolve(struct linker *linker, const struct field *field, struct ref *ref)
{
	if (ref->kind < KIND_PENDING)
		return;
	const struct source_file *file = &linker->files[ref->kind - KIND_PENDING];
	const struct link *link =
		(const struct link *)(const void *)file->links.bytes + ref->index;
	const struct failed failed = { field,
				       link->id,
				       { file->source.name, link->line, link->column } };
	struct ref found = dossier_find(linker->dossier, link->id);

	if (!ref_is_none(found) && field->kinds & 1u << found.kind) {
		*ref = found;
		return;
	}
	*ref = (struct ref){ 0 };
	if (ref_is_none(found) && (linker->is_partial || is_skipped(linker, link->id)))
		return;
	if (ref_is_none(found))
		report_unknown(linker, &failed);
	else
		report_kind(linker, &failed, found);
}

/* Note a backlink, once for each record and key. */
static void note_end(struct linker *linker, struct backlink link, struct ref to)
{
	const struct end end = { to, link };

	if (ref_is_none(to) || ref_is_none(link.from))
		return;
	uint32_t *seen = &linker->seen[to.kind][to.index];

	if (*seen) {
		const struct end *last =
			(const struct end *)(const void *)linker->ends.bytes + *seen - 1;

		if (ref_equal(last->link.from, link.from) && last->link.as == link.as)
			return;
	}
	buf_add(&linker->ends, (const char *)&end, sizeof end);
	*seen = (uint32_t)(linker->ends.len / sizeof end);
}

/* `from` and `as` of `link` are the record and the key that hold the visited refs. */
static void visit_map(struct linker *linker, const struct shape *shape, char *base,
		      struct backlink link);

static bool lacks_ref(const struct shape *shape, const char *element)
{
	for (int i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];

		if (field->type == FIELD_REF && field->is_required &&
		    ref_is_none(*(const struct ref *)field_value(field, element)))
			return true;
	}
	return false;
}

/* Remove elements, such as steps, whose required ref is unresolved. */
static void drop_elements(const struct field *field, char *base)
{
	char *elements = *(char **)(void *)(base + field->at);
	int *count = (int *)(void *)(base + field->count_at), kept = 0;
	size_t size = field->shape->size;

	for (int i = 0; i < *count; i++)
		if (!lacks_ref(field->shape, elements + (size_t)i * size))
			memmove(elements + (size_t)kept++ * size,
				elements + (size_t)i * size, size);
	*count = kept;
}

static void visit_refs(struct linker *linker, const struct field *field,
		       struct refs *refs, struct backlink link)
{
	struct ref *at = (struct ref *)(uintptr_t)refs->at;
	int kept = 0;

	for (int i = 0; i < refs->count; i++) {
		resolve(linker, field, &at[i]);
		note_end(linker, link, at[i]);
		if (!ref_is_none(at[i]))
			at[kept++] = at[i];
	}
	refs->count = kept;
}

static void visit_list(struct linker *linker, const struct field *field, char *base,
		       struct backlink link)
{
	char *element = *(char **)(void *)(base + field->at);
	int count = *(int *)(void *)(base + field->count_at);

	for (int i = 0; i < count; i++, element += field->shape->size)
		visit_map(linker, field->shape, element, link);
	drop_elements(field, base);
}

static void visit_field(struct linker *linker, const struct field *field, char *base,
			struct backlink link)
{
	void *member = base + field->at;

	switch ((int)field->type) {
	case FIELD_REF:
		resolve(linker, field, member);
		note_end(linker, link, *(struct ref *)member);
		break;
	case FIELD_REFS:
		visit_refs(linker, field, member, link);
		break;
	case FIELD_DATE:
	case FIELD_CSL_DATE:
		visit_map(linker, &date_shape, member, link);
		break;
	case FIELD_VALUE_OR_MAP:
		visit_map(linker, field->shape, member, link);
		break;
	case FIELD_LIST:
		visit_list(linker, field, base, link);
		break;
	default:
		break;
	}
}

static void visit_map(struct linker *linker, const struct shape *shape, char *base,
		      struct backlink link)
{
	for (int i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];

		/* A map in the same struct: its keys are the record's. */
		if (field->type == FIELD_MAP)
			visit_map(linker, field->shape, base + field->at, link);
		else
			visit_field(linker, field, base,
				    (struct backlink){ link.from,
						       link.as ? link.as : field->key });
	}
}

static void visit_all(struct linker *linker)
{
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		char *record = *dossier_table(linker->dossier, (enum kind)kind);
		size_t size = dossier_record_size((enum kind)kind);

		for (int i = 0; i < linker->dossier->counts[kind]; i++, record += size)
			visit_map(linker, shape_of((enum kind)kind), record,
				  (struct backlink){ { kind, (uint32_t)i }, NULL });
	}
	visit_map(linker, &about_shape, (char *)&linker->dossier->about,
		  (struct backlink){ 0 });
}

/* Group the ends by target; a stable counting sort. */
static void group_ends(struct linker *linker, struct arena *scratch)
{
	struct dossier *dossier = linker->dossier;
	const struct end *ends = (const void *)linker->ends.bytes;
	size_t count = linker->ends.len / sizeof *ends;
	struct backlink *links = arena_array(&dossier->arena, count, sizeof *links);
	uint32_t *first[KIND_COUNT] = { NULL }, *next[KIND_COUNT] = { NULL }, total = 0;

	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		size_t records = (size_t)dossier->counts[kind];

		first[kind] = arena_array(&dossier->arena, records + 1, sizeof **first);
		next[kind] = arena_array(scratch, records + 1, sizeof **next);
		dossier->backlink_first[kind] = first[kind];
	}
	for (size_t i = 0; i < count; i++)
		first[ends[i].to.kind][ends[i].to.index + 1]++;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i <= dossier->counts[kind]; i++) {
			total += first[kind][i];
			first[kind][i] = next[kind][i] = total;
		}
	for (size_t i = 0; i < count; i++)
		links[next[ends[i].to.kind][ends[i].to.index]++] = ends[i].link;
	dossier->backlinks = links;
}

/* Does it say that a whole file was not read? */
static bool is_unread(const struct diag *diag)
{
	static const enum diag_id ids[] = { DIAG_FILE_LARGE, DIAG_FILE_OUTSIDE,
					    DIAG_FILE_UNREADABLE };
	bool is_one = false;

	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		is_one |= diag->type == &diag_types[ids[i]];
	return is_one;
}

void link_dossier(struct dossier *dossier, struct source_file *files, struct diags *diags)
{
	struct arena scratch = { 0 };
	struct linker linker = {
		.dossier = dossier, .files = files, .diags = diags, .ends = BUF_INIT
	};

	for (const struct diag *diag = diags->first; diag; diag = diag->next)
		linker.is_partial |= is_unread(diag);
	for (int kind = 0; kind < KIND_COUNT; kind++)
		linker.seen[kind] = arena_array(&scratch, (size_t)dossier->counts[kind],
						sizeof *linker.seen[kind]);
	join_skipped(&linker, &scratch);
	visit_all(&linker);
	group_ends(&linker, &scratch);
	buf_release(&linker.ends);
	arena_clear(&scratch);
}
