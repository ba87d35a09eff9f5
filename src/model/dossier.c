#include "config.h"

#include "model/dossier.h"

#include <string.h>

/* Where each kind's table is, how long its records are, and which member is the title. */
/* clang-format off */
static const struct {
	size_t table, size, title;
} kinds[KIND_COUNT] = {
#define KIND(table, type, title) \
	{ offsetof(struct dossier, table), sizeof(struct type), offsetof(struct type, title) }
	[KIND_ACTOR]         = KIND(actors,         actor,         name),
	[KIND_PLACE]         = KIND(places,         place_record,  name),
	[KIND_EVENT]         = KIND(events,         event,         title),
	[KIND_POINT]         = KIND(points,         point,         text),
	[KIND_RELATION]      = KIND(relations,      relation,      text),
	[KIND_PASSAGE]       = KIND(passages,       passage,       exact),
	[KIND_REFERENCE]     = KIND(references,     reference,     title),
	[KIND_THREAD]        = KIND(threads,        thread,        title),
	[KIND_VIEW]          = KIND(views,          view_record,   title),
	[KIND_RELATION_TYPE] = KIND(relation_types, relation_type, label),
#undef KIND
};
/* clang-format on */

size_t dossier_record_size(enum kind kind)
{
	return kinds[kind].size;
}

void **dossier_table(struct dossier *dossier, enum kind kind)
{
	return (void **)(void *)((char *)dossier + kinds[kind].table);
}

struct ref dossier_find(const struct dossier *dossier, const char *id)
{
	const uint64_t *found = map_get(&dossier->ids, id, strlen(id));

	if (!found)
		return (struct ref){ 0 };
	return (struct ref){ (uint32_t)(*found >> 32), (uint32_t)*found };
}

const struct record *dossier_record(const struct dossier *dossier, struct ref ref)
{
	if (ref_is_none(ref))
		return NULL;
	const char *const *table =
		(const void *)((const char *)dossier + kinds[ref.kind].table);

	/* Every record begins with its head. */
	return (const void *)(*table + ref.index * kinds[ref.kind].size);
}

const char *dossier_title(const struct dossier *dossier, struct ref ref)
{
	const struct record *record = dossier_record(dossier, ref);

	if (!record)
		return "";
	const char *const *title =
		(const void *)((const char *)record + kinds[ref.kind].title);

	return *title && **title ? *title : record->id ? record->id : "";
}

const struct backlink *dossier_backlinks(const struct dossier *dossier, struct ref ref,
					 int *count)
{
	const uint32_t *first = dossier->backlink_first[ref.kind];

	if (ref_is_none(ref) || !first) {
		*count = 0;
		return NULL;
	}
	*count = (int)(first[ref.index + 1] - first[ref.index]);
	return dossier->backlinks + first[ref.index];
}

struct ref dossier_text_of(const struct dossier *dossier, struct ref reference)
{
	/* A dossier with errors may have a cycle. */
	for (int i = 0; i < dossier->counts[KIND_REFERENCE]; i++) {
		if (ref_is_none(reference) || dossier->references[reference.index].text)
			return reference;
		reference = dossier->references[reference.index].within;
	}
	return (struct ref){ 0 };
}

struct ref dossier_home(const struct dossier *dossier, struct ref ref)
{
	return ref.kind == KIND_POINT ? dossier->points[ref.index].event : ref;
}

void dossier_release(struct dossier *dossier)
{
	arena_clear(&dossier->arena);
	*dossier = (struct dossier){ 0 };
}
