#include "config.h"

#include "merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "source_file.h"

/* Count the records of each kind; returns the total. */
static size_t count_records(struct dossier *dossier, const struct source_file *files,
			    size_t count)
{
	size_t records = 0;

	dossier->counts[KIND_RELATION_TYPE] = builtin_relation_type_count;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		for (size_t i = 0; i < count; i++)
			dossier->counts[kind] += (int)files[i].lists[kind].count;
		records += (size_t)dossier->counts[kind];
	}
	return records;
}

static void copy_records(struct dossier *dossier, const struct source_file *files,
			 size_t count, enum kind kind)
{
	size_t size = dossier_record_size(kind);
	char *to = arena_array(&dossier->arena, (size_t)dossier->counts[kind], size);

	*dossier_table(dossier, kind) = to;
	if (kind == KIND_RELATION_TYPE) {
		memcpy(to, builtin_relation_types,
		       (size_t)builtin_relation_type_count * size);
		to += (size_t)builtin_relation_type_count * size;
	}
	for (size_t i = 0; i < count; i++)
		to = list_copy(&files[i].lists[kind], size, to);
}

/* An event, its index in reading order, and its points. */
struct sorted {
	const struct event *event;
	uint32_t index;
	const struct point *const *points;
};

static int compare_events(const void *left, const void *right)
{
	const struct sorted *a = left, *b = right;
	int order = date_extent_compare(&a->event->date.extent, &b->event->date.extent);

	if (!order) /* events without an id come first */
		order = strcmp(a->event->record.id ? a->event->record.id : "",
			       b->event->record.id ? b->event->record.id : "");
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

static const void **addresses(const struct dossier *dossier, enum kind kind,
			      struct arena *scratch)
{
	return arena_array(scratch, (size_t)dossier->counts[kind], sizeof(void *));
}

static struct sorted *sorted_events(struct dossier *dossier,
				    const struct source_file *files, size_t count,
				    struct arena *scratch)
{
	const void **events = addresses(dossier, KIND_EVENT, scratch), **event = events;
	const void **points = addresses(dossier, KIND_POINT, scratch), **point = points;
	struct sorted *order =
		arena_array(scratch, (size_t)dossier->counts[KIND_EVENT], sizeof *order);
	uint32_t index = 0;

	for (size_t i = 0; i < count; i++) {
		const void **first = point;

		event = list_addresses(&files[i].lists[KIND_EVENT], sizeof(struct event),
				       event);
		point = list_addresses(&files[i].lists[KIND_POINT], sizeof(struct point),
				       point);
		for (; events + index < event; index++) {
			order[index].event = events[index];
			order[index].index = index;
			order[index].points =
				(const void *)(first + order[index].event->points.first);
		}
	}
	qsort(order, index, sizeof *order, compare_events);
	return order;
}

/* Copy events sorted by date, and points grouped by event. */
static void copy_events(struct dossier *dossier, const struct source_file *files,
			size_t count, struct arena *scratch)
{
	uint32_t events = (uint32_t)dossier->counts[KIND_EVENT], next = 0;
	const struct sorted *order = sorted_events(dossier, files, count, scratch);

	dossier->events = arena_array(&dossier->arena, events, sizeof(struct event));
	dossier->points =
		arena_array(&dossier->arena, (size_t)dossier->counts[KIND_POINT],
			    sizeof(struct point));
	for (uint32_t i = 0; i < events; i++) {
		struct event *event = &dossier->events[i];

		*event = *order[i].event;
		event->points.first = next;
		for (int j = 0; j < event->points.count; j++, next++) {
			dossier->points[next] = *order[i].points[j];
			dossier->points[next].event = (struct ref){ KIND_EVENT, i };
		}
	}
}

static void merge_about(struct dossier *dossier, const struct source_file *files,
			size_t count, struct diags *diags)
{
	for (size_t i = 0; i < count; i++) {
		const struct about *about = &files[i].about;

		if (!about->at.file)
			continue;
		if (!dossier->about.at.file) {
			dossier->about = *about;
			continue;
		}
		diag_add(diags, DIAG_DOSSIER_DUPLICATE, about->at,
			 "a second \"dossier\" map");
		diag_see(diags, dossier->about.at, "the first one is here");
		diag_help(diags, "merge them into one map");
	}
	bool is_broken = false; /* the map may be in an unread part */

	for (size_t i = 0; i < count; i++)
		is_broken |= files[i].is_broken;
	if (dossier->about.at.file || is_broken || !count)
		return;
	diag_add(diags, DIAG_DOSSIER_MISSING,
		 (struct src_pos){ files[0].source.name, 1, 1 },
		 "no file has a \"dossier\" map");
	diag_help(diags, "add \"dossier: {title: ..., format: 1}\"");
}

/* Equal tags of different files become the same pointer. */
static void intern_tags(struct dossier *dossier, struct arena *scratch)
{
	struct map words = { .arena = scratch };

	for (int i = 0; i < dossier->counts[KIND_EVENT]; i++) {
		const struct strings *tags = &dossier->events[i].tags;
		const char **at = (const char **)(uintptr_t)tags->at;

		for (int j = 0; j < tags->count; j++) {
			uint64_t *first = map_put(&words, at[j], strlen(at[j]), NULL);

			if (*first)
				at[j] = (const char *)(uintptr_t)*first;
			else
				*first = (uint64_t)(uintptr_t)at[j];
		}
	}
}

/* Of two records with the same id, the first one written keeps it. */
static bool is_before(const struct src_pos *a, const struct src_pos *b)
{
	int order = a->file && b->file ? strcmp(a->file, b->file)
				       : (a->file != NULL) - (b->file != NULL);

	if (order)
		return order < 0;
	return a->line < b->line || (a->line == b->line && a->column <= b->column);
}

static void add_id(struct dossier *dossier, struct ref ref, struct diags *diags)
{
	const struct record *record = dossier_record(dossier, ref), *other;
	uint64_t value = (uint64_t)ref.kind << 32 | ref.index;
	bool is_new;

	if (!record->id)
		return;
	uint64_t *slot = map_put(&dossier->ids, record->id, strlen(record->id), &is_new);

	if (is_new) {
		*slot = value;
		return;
	}
	other = dossier_record(dossier,
			       (struct ref){ (uint32_t)(*slot >> 32), (uint32_t)*slot });
	if (is_before(&record->at, &other->at)) {
		const struct record *swap = record;

		record = other;
		other = swap;
		*slot = value;
	}
	record_diag(diags, DIAG_ID_DUPLICATE, record,
		    other->at.file ? "the id \"%s\" is already in use"
				   : "\"%s\" is a built-in relation type",
		    record->id);
	if (!other->at.file) {
		diag_help(diags, "choose another id");
	} else if (is_before(&record->at, &other->at)) {
		diag_help(diags, "an alias repeats the record; write its id instead");
	} else {
		diag_see(diags, other->at, "the first use is here");
		diag_help(diags, "change one of the two ids");
	}
}

void merge_files(struct dossier *dossier, struct source_file *files, size_t count,
		 struct diags *diags)
{
	struct arena scratch = { 0 };
	const char **names = arena_array(&dossier->arena, count, sizeof *names);

	dossier->files = names;
	dossier->file_count = (int)count;
	for (size_t i = 0; i < count; i++)
		names[i] = files[i].source.name;
	size_t records = count_records(dossier, files, count);

	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		if (kind != KIND_EVENT && kind != KIND_POINT)
			copy_records(dossier, files, count, (enum kind)kind);
	copy_events(dossier, files, count, &scratch);
	for (size_t i = 0; i < count; i++)
		arena_clear(&files[i].scratch);
	merge_about(dossier, files, count, diags);
	intern_tags(dossier, &scratch);
	dossier->ids.arena = &dossier->arena;
	map_reserve(&dossier->ids, records);
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < dossier->counts[kind]; i++)
			add_id(dossier, (struct ref){ kind, (uint32_t)i }, diags);
	dossier->ids.arena = NULL; /* it is complete, and a dossier may be moved */
	for (size_t i = 0; i < count; i++)
		arena_join(&dossier->arena, &files[i].arena);
	arena_clear(&scratch);
}
