#include "config.h"

#include "flat.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "export_dates.h"

enum { NAME_MOST = 80 };

/* The map that is laid flat: its shape, its struct, and what its columns begin with. */
struct flat_part {
	const struct flat *flat;
	const struct shape *shape;
	const char *base;
	const char *prefix;
};

const char *flat_id(const struct dossier *dossier, struct ref ref, struct buf *out)
{
	const struct record *record = dossier_record(dossier, ref);
	const struct event *event;

	if (!record || record->id)
		return record ? record->id : NULL;
	event = &dossier->events[dossier_home(dossier, ref).index];
	buf_clear(out);
	buf_printf(out, "%s#%" PRIu32, event->record.id,
		   ref.index - event->points.first + 1);
	return out->bytes;
}

static void give(const struct flat_part *part, const struct field *field,
		 const char *suffix, struct flat_cell cell)
{
	char name[NAME_MOST];
	size_t len;

	snprintf(name, sizeof name, "%s%s%s", part->prefix, field->key, suffix);
	len = strlen(name);
	for (size_t i = 0; i < len; i++)
		if (name[i] == '-')
			name[i] = '_';
	cell.name = name;
	cell.field = field;
	cell.base = part->base;
	part->flat->cell(part->flat->to, &cell);
}

static void give_text(const struct flat_part *part, const struct field *field,
		      const char *suffix, const char *text)
{
	give(part, field, suffix, (struct flat_cell){ .type = FLAT_TEXT, .value = text });
}

static void give_date(const struct flat_part *part, const struct field *field,
		      const char *suffix, const char *date)
{
	give(part, field, suffix, (struct flat_cell){ .type = FLAT_DATE, .value = date });
}

static void give_bool(const struct flat_part *part, const struct field *field,
		      const char *suffix, bool is_true)
{
	give(part, field, suffix,
	     (struct flat_cell){ .type = FLAT_BOOL,
				 .value = is_true ? "true" : "false" });
}

/* A day as ISO 8601; nothing for an open or unknown end. */
static void give_day(const struct flat_part *part, const struct field *field,
		     const char *suffix, int64_t day)
{
	struct buf text = BUF_INIT;

	if (day != INT64_MIN && day != INT64_MAX)
		iso_day(day, &text);
	give_date(part, field, suffix, text.len ? text.bytes : NULL);
	buf_release(&text);
}

static void give_extent(const struct flat_part *part, const struct field *field,
			const struct when *when)
{
	bool is_given = when->edtf;

	give_date(part, field, "", when->edtf);
	give_day(part, field, "_earliest", is_given ? when->extent.start_min : INT64_MIN);
	give_day(part, field, "_latest", is_given ? when->extent.end_max : INT64_MAX);
}

static void give_when(const struct flat_part *part, const struct field *field)
{
	const struct when *when = field_value(field, part->base);

	give_extent(part, field, when);
	give_bool(part, field, "_supplied", when->supplied);
	give_text(part, field, "_basis", when->basis);
	give_text(part, field, "_note", when->note);
}

static void give_part(const struct flat_part *part);

/* The first key has the name of the map, the others are prefixed with it. */
static void give_value_or_map(const struct flat_part *part, const struct field *field)
{
	char prefix[NAME_MOST];
	struct flat_part below = { part->flat, field->shape,
				   field_value(field, part->base), prefix };
	struct field first = field->shape->fields[0];

	snprintf(prefix, sizeof prefix, "%s", part->prefix);
	first.key = field->key;
	for (int i = 0; i < field->shape->count; i++) {
		const struct field *row = i ? &field->shape->fields[i] : &first;
		const struct shape one = { .fields = row, .count = 1 };

		if (i)
			snprintf(prefix, sizeof prefix, "%s%s_", part->prefix,
				 field->key);
		below.shape = &one;
		give_part(&below);
	}
}

static void give_map(const struct flat_part *part, const struct field *field)
{
	char prefix[NAME_MOST];
	struct flat_part below = { part->flat, field->shape,
				   field_value(field, part->base), prefix };

	snprintf(prefix, sizeof prefix, "%s%s_", part->prefix, field->key);
	give_part(&below);
}

static void give_degrees(const struct flat_part *part, const struct field *field)
{
	const struct place_record *place = (const void *)part->base;
	struct field column = *field;
	char text[32];

	column.key = "latitude";
	snprintf(text, sizeof text, "%.8g", place->latitude);
	give(part, &column, "",
	     (struct flat_cell){ .type = FLAT_NUMBER,
				 .value = place->has_coordinates ? text : NULL });
	column.key = "longitude";
	snprintf(text, sizeof text, "%.8g", place->longitude);
	give(part, &column, "",
	     (struct flat_cell){ .type = FLAT_NUMBER,
				 .value = place->has_coordinates ? text : NULL });
}

static void give_ref(const struct flat_part *part, const struct field *field)
{
	struct buf id = BUF_INIT;
	struct ref ref = *(const struct ref *)field_value(field, part->base);

	give(part, field, "",
	     (struct flat_cell){
		     .type = FLAT_REF,
		     .value = export_has(part->flat->export, ref)
				      ? flat_id(part->flat->export->dossier, ref, &id)
				      : NULL });
	buf_release(&id);
}

/* A variable of CSL that is kept in pairs: several fields share one member. */
static void give_other(const struct flat_part *part, const struct field *field)
{
	const struct pairs *pairs = field_value(field, part->base);
	const char *value = NULL;

	for (int i = 0; i < pairs->count; i++)
		if (!strcmp(pairs->at[i].key, field->key))
			value = pairs->at[i].value;
	give_text(part, field, "", value);
}

static void give_term(const struct flat_part *part, const struct field *field)
{
	int term = *(const int *)field_value(field, part->base);

	give_text(part, field, "", term ? field->terms->terms[term].name : NULL);
}

static void give_string(const struct flat_part *part, const struct field *field)
{
	give_text(part, field, "", *(const char *const *)field_value(field, part->base));
}

static void give_flag(const struct flat_part *part, const struct field *field)
{
	give_bool(part, field, "", *(const bool *)field_value(field, part->base));
}

static void give_edtf(const struct flat_part *part, const struct field *field)
{
	give_extent(part, field, field_value(field, part->base));
}

static void give_list(const struct flat_part *part, const struct field *field)
{
	give(part, field, "", (struct flat_cell){ .type = FLAT_LIST });
}

/* Not here: the format of the dossier, and records with a table of their own. */
/* clang-format off */
static void (*const give_field[FIELD_TYPE_COUNT])(const struct flat_part *, const struct field *) = {
	[FIELD_ID]           = give_string,
	[FIELD_KEY]          = give_string,
	[FIELD_TEXT]         = give_string,
	[FIELD_LINE]         = give_string,
	[FIELD_BOOL]         = give_flag,
	[FIELD_TERM]         = give_term,
	[FIELD_NAME]         = give_string,
	[FIELD_HASH]         = give_string,
	[FIELD_EDTF]         = give_edtf,
	[FIELD_DATE]         = give_when,
	[FIELD_CSL_DATE]     = give_when,
	[FIELD_DATE_PARTS]   = give_string,
	[FIELD_REF]          = give_ref,
	[FIELD_REFS]         = give_list,
	[FIELD_TEXTS]        = give_list,
	[FIELD_TAGS]         = give_list,
	[FIELD_PAIRS]        = give_list,
	[FIELD_COORDINATES]  = give_degrees,
	[FIELD_VALUE_OR_MAP] = give_value_or_map,
	[FIELD_MAP]          = give_map,
	[FIELD_LIST]         = give_list,
	[FIELD_OTHER]        = give_other,
	[FIELD_OTHER_DATE]   = give_other,
	[FIELD_OTHER_NAMES]  = give_other,
};
/* clang-format on */

static void give_part(const struct flat_part *part)
{
	for (int i = 0; i < part->shape->count; i++) {
		const struct field *field = &part->shape->fields[i];

		if (give_field[field->type])
			give_field[field->type](part, field);
	}
}

void flat_row(const struct flat *flat, const struct shape *shape, const void *base)
{
	const struct flat_part part = { flat, shape, base, "" };

	give_part(&part);
}

/* What a point has instead of the event that it is written in. */
static void give_point(const struct flat_part *part, struct ref ref, bool is_blank)
{
	static const struct field id = { .key = "id", .type = FIELD_ID },
				  event = { .key = "event",
					    .type = FIELD_REF,
					    .at = offsetof(struct point, event),
					    .kinds = 1u << KIND_EVENT };
	const struct shape rest = { .fields = part->shape->fields + 1,
				    .count = part->shape->count - 1 };
	struct buf made = BUF_INIT;

	give_text(part, &id, "",
		  is_blank ? NULL : flat_id(part->flat->export->dossier, ref, &made));
	give_ref(part, &event);
	flat_row(part->flat, &rest, part->base);
	buf_release(&made);
}

void flat_record(const struct flat *flat, struct ref ref)
{
	static const union {
		struct event event;
		struct reference reference;
		struct point point;
		struct actor actor;
		struct place_record place;
	} blank;
	bool is_blank = ref.index == (uint32_t)FLAT_BLANK;
	const struct flat_part part = { flat, shape_of((enum kind)ref.kind),
					is_blank ? (const void *)&blank
						 : dossier_record(flat->export->dossier,
								  ref),
					"" };

	assert(part.shape->size <= sizeof blank);
	if (ref.kind == KIND_POINT)
		give_point(&part, ref, is_blank);
	else
		give_part(&part);
}

/* --- Lists in one cell --- */

struct joining {
	struct buf *out;
	bool has_value; /* of the element */
};

/* An element is its values in the order of the fields: "norov actor". */
static void join_cell(void *to, const struct flat_cell *cell)
{
	struct joining *joining = to;

	if (!cell->value || cell->type == FLAT_BOOL || cell->type == FLAT_LIST)
		return;
	buf_str(joining->out, joining->has_value ? " " : "");
	buf_str(joining->out, cell->value);
	joining->has_value = true;
}

static void join_elements(const struct export *export, const struct flat_cell *list,
			  struct buf *out)
{
	struct joining joining = { out, false };
	const struct flat flat = { export, join_cell, &joining };
	const struct field *field = list->field;
	const char *element = *(const char *const *)field_value(field, list->base);
	int count = *(const int *)(const void *)(list->base + field->count_at);

	for (int i = 0; i < count; i++, element += field->shape->size) {
		if (!export_has_element(export, field->shape, element))
			continue;
		buf_str(out, out->len ? "; " : "");
		joining.has_value = false;
		flat_row(&flat, field->shape, element);
	}
}

static void join_refs(const struct dossier *dossier, const struct refs *refs,
		      struct buf *out)
{
	struct buf id = BUF_INIT;

	for (int i = 0; i < refs->count; i++)
		buf_printf(out, "%s%s", i ? "; " : "",
			   flat_id(dossier, refs->at[i], &id));
	buf_release(&id);
}

void flat_join(const struct export *export, const struct flat_cell *list, struct buf *out)
{
	const void *value = field_value(list->field, list->base);
	const struct strings *strings = value;
	const struct pairs *pairs = value;

	if (list->field->type == FIELD_LIST)
		join_elements(export, list, out);
	else if (list->field->type == FIELD_REFS)
		join_refs(export->dossier, value, out);
	else if (list->field->type == FIELD_PAIRS)
		for (int i = 0; i < pairs->count; i++)
			buf_printf(out, "%s%s %s", i ? "; " : "", pairs->at[i].key,
				   pairs->at[i].value);
	else
		for (int i = 0; i < strings->count; i++)
			buf_printf(out, "%s%s", i ? "; " : "", strings->at[i]);
}
