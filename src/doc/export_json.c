/* Whole records as the format has them: JSON that can be loaded as a dossier again and
 * that the format's JSON Schema describes. */
#include "config.h"

#include <string.h>

#include "doc/json.h"
#include "export.h"
#include "model/field.h"

/* The record or map that is written. */
struct scope {
	const struct export *export;
	struct json *json;
	const struct shape *shape;
	const char *base;
};

static void put_map(const struct scope *scope);

static const char *id_of(const struct export *export, struct ref ref)
{
	const struct record *record = dossier_record(export->dossier, ref);

	return record ? record->id : NULL;
}

static bool is_empty_field(const struct scope *scope, const struct field *field);

static bool is_empty_map(const struct scope *scope)
{
	for (int i = 0; i < scope->shape->count; i++)
		if (!is_empty_field(scope, &scope->shape->fields[i]))
			return false;
	return true;
}

/* The scope of a map under a key.  A date of CSL has the members of a struct when. */
static struct scope scope_below(const struct scope *scope, const struct field *field)
{
	bool is_date = field->type == FIELD_DATE || field->type == FIELD_CSL_DATE;

	return (struct scope){ scope->export, scope->json,
			       is_date ? &date_shape : field->shape,
			       field_value(field, scope->base) };
}

static const char *other_value(const struct field *field, const struct pairs *pairs)
{
	for (int i = 0; i < pairs->count; i++)
		if (!strcmp(pairs->at[i].key, field->key))
			return pairs->at[i].value;
	return NULL;
}

static int list_count(const struct scope *scope, const struct field *field)
{
	return *(const int *)(const void *)(scope->base + field->count_at);
}

/* Is it a ref to a record that is written, or to a built-in relation type? */
static bool is_known(const struct scope *scope, struct ref ref)
{
	return ref.kind == KIND_RELATION_TYPE || export_has(scope->export, ref);
}

/* How many values a list has; 1 for what is no list. */
static int value_count(const struct scope *scope, const struct field *field)
{
	const void *value = field_value(field, scope->base);

	switch ((int)field->type) {
	case FIELD_REFS:
		return ((const struct refs *)value)->count;
	case FIELD_TEXTS:
	case FIELD_TAGS:
		return ((const struct strings *)value)->count;
	case FIELD_PAIRS:
		return ((const struct pairs *)value)->count;
	case FIELD_LIST:
		return list_count(scope, field) + field->is_required;
	case FIELD_RECORDS:
		return ((const struct span *)value)->count;
	default:
		return 1;
	}
}

static bool is_empty_field(const struct scope *scope, const struct field *field)
{
	const void *value = field_value(field, scope->base);
	struct scope map;

	switch ((int)field->type) {
	case FIELD_BOOL:
	case FIELD_COORDINATES:
		return !*(const bool *)value;
	case FIELD_FORMAT:
	case FIELD_TERM:
		return !*(const int *)value;
	case FIELD_REF:
		return !is_known(scope, *(const struct ref *)value);
	case FIELD_OTHER:
	case FIELD_OTHER_DATE:
	case FIELD_OTHER_NAMES:
		return !other_value(field, value);
	case FIELD_DATE:
	case FIELD_CSL_DATE:
	case FIELD_VALUE_OR_MAP:
	case FIELD_MAP:
		map = scope_below(scope, field);
		return is_empty_map(&map);
	case FIELD_REFS:
	case FIELD_TEXTS:
	case FIELD_TAGS:
	case FIELD_PAIRS:
	case FIELD_LIST:
	case FIELD_RECORDS:
		return !value_count(scope, field);
	default:
		return !*(const char *const *)value;
	}
}

static void put_string(const struct scope *scope, const struct field *field)
{
	json_text(scope->json, field->key,
		  *(const char *const *)field_value(field, scope->base));
}

static void put_bool(const struct scope *scope, const struct field *field)
{
	json_bool(scope->json, field->key, true);
}

static void put_number(const struct scope *scope, const struct field *field)
{
	json_int(scope->json, field->key, *(const int *)field_value(field, scope->base));
}

static void put_term(const struct scope *scope, const struct field *field)
{
	int term = *(const int *)field_value(field, scope->base);

	json_text(scope->json, field->key, field->terms->terms[term].name);
}

static void put_ref(const struct scope *scope, const struct field *field)
{
	json_text(scope->json, field->key,
		  id_of(scope->export,
			*(const struct ref *)field_value(field, scope->base)));
}

static void put_refs(const struct scope *scope, const struct field *field)
{
	const struct refs *refs = field_value(field, scope->base);

	json_begin_line(scope->json, field->key, '[');
	for (int i = 0; i < refs->count; i++)
		json_text(scope->json, NULL, id_of(scope->export, refs->at[i]));
	json_end(scope->json);
}

static void put_texts(const struct scope *scope, const struct field *field)
{
	const struct strings *strings = field_value(field, scope->base);

	json_begin_line(scope->json, field->key, '[');
	for (int i = 0; i < strings->count; i++)
		json_text(scope->json, NULL, strings->at[i]);
	json_end(scope->json);
}

static void put_pairs(const struct scope *scope, const struct field *field)
{
	const struct pairs *pairs = field_value(field, scope->base);

	json_begin_line(scope->json, field->key, '{');
	for (int i = 0; i < pairs->count; i++)
		json_text(scope->json, pairs->at[i].key, pairs->at[i].value);
	json_end(scope->json);
}

static void put_other(const struct scope *scope, const struct field *field)
{
	const char *value = other_value(field, field_value(field, scope->base));

	if (field->type != FIELD_OTHER_NAMES) {
		json_text(scope->json, field->key, value);
		return;
	}
	json_begin_line(scope->json, field->key, '[');
	json_begin(scope->json, NULL, '{');
	json_text(scope->json, "literal", value);
	json_end(scope->json);
	json_end(scope->json);
}

/* Ten digits are a tenth of a millimetre on the ground. */
static void put_degrees(struct json *json, double degrees)
{
	char text[32];

	snprintf(text, sizeof text, "%.10g", degrees);
	json_literal(json, NULL, text);
}

static void put_coordinates(const struct scope *scope, const struct field *field)
{
	const struct place_record *place = (const void *)scope->base;

	json_begin_line(scope->json, field->key, '[');
	put_degrees(scope->json, place->latitude);
	put_degrees(scope->json, place->longitude);
	json_end(scope->json);
}

static void put_field(const struct scope *scope, const struct field *field);

/* A map, or only its first key's value when it has no other. */
static void put_value_or_map(const struct scope *scope, const struct field *field)
{
	struct scope map = scope_below(scope, field);
	struct field first = map.shape->fields[0];

	for (int i = 1; i < map.shape->count; i++)
		if (!is_empty_field(&map, &map.shape->fields[i])) {
			json_begin(scope->json, field->key, '{');
			put_map(&map);
			json_end(scope->json);
			return;
		}
	first.key = field->key;
	put_field(&map, &first);
}

static void put_below(const struct scope *scope, const struct field *field)
{
	struct scope map = scope_below(scope, field);

	json_begin(scope->json, field->key, '{');
	put_map(&map);
	json_end(scope->json);
}

static void put_element(const struct scope *element)
{
	if (!export_has_element(element->export, element->shape, element->base))
		return;
	json_begin(element->json, NULL, '{');
	put_map(element);
	json_end(element->json);
}

static void put_list(const struct scope *scope, const struct field *field)
{
	struct scope element = { scope->export, scope->json, field->shape,
				 *(const char *const *)field_value(field, scope->base) };

	json_begin(scope->json, field->key, '[');
	for (int i = 0; i < list_count(scope, field); i++) {
		put_element(&element);
		element.base += field->shape->size;
	}
	json_end(scope->json);
}

/* The points of an event: the records of a table that lie in a span of it. */
static void put_points(const struct scope *scope, const struct field *field)
{
	const struct span *span = field_value(field, scope->base);
	struct scope element = { scope->export, scope->json, field->shape,
				 (const char *)(scope->export->dossier->points +
						span->first) };

	json_begin(scope->json, field->key, '[');
	for (int i = 0; i < span->count; i++) {
		put_element(&element);
		element.base += field->shape->size;
	}
	json_end(scope->json);
}

/* clang-format off */
static void (*const put[FIELD_TYPE_COUNT])(const struct scope *, const struct field *) = {
	[FIELD_ID]           = put_string,
	[FIELD_KEY]          = put_string,
	[FIELD_TEXT]         = put_string,
	[FIELD_LINE]         = put_string,
	[FIELD_BOOL]         = put_bool,
	[FIELD_FORMAT]       = put_number,
	[FIELD_TERM]         = put_term,
	[FIELD_NAME]         = put_string,
	[FIELD_HASH]         = put_string,
	[FIELD_EDTF]         = put_string,
	[FIELD_DATE]         = put_value_or_map,
	[FIELD_CSL_DATE]     = put_value_or_map,
	[FIELD_DATE_PARTS]   = put_string,
	[FIELD_REF]          = put_ref,
	[FIELD_REFS]         = put_refs,
	[FIELD_TEXTS]        = put_texts,
	[FIELD_TAGS]         = put_texts,
	[FIELD_PAIRS]        = put_pairs,
	[FIELD_COORDINATES]  = put_coordinates,
	[FIELD_VALUE_OR_MAP] = put_value_or_map,
	[FIELD_MAP]          = put_below,
	[FIELD_LIST]         = put_list,
	[FIELD_RECORDS]      = put_points,
	[FIELD_OTHER]        = put_other,
	[FIELD_OTHER_DATE]   = put_other,
	[FIELD_OTHER_NAMES]  = put_other,
};
/* clang-format on */

static void put_field(const struct scope *scope, const struct field *field)
{
	if (!is_empty_field(scope, field))
		put[field->type](scope, field);
}

static void put_map(const struct scope *scope)
{
	for (int i = 0; i < scope->shape->count; i++)
		put_field(scope, &scope->shape->fields[i]);
}

/* The records of one table that are part of the export.  Nothing when there are none;
 * the built-in relation types need no record. */
static void put_table(const struct scope *file, const struct field *field)
{
	const struct export *export = file->export;
	enum kind kind = field->shape->kind;
	bool is_begun = false;

	for (uint32_t i = 0; i < (uint32_t) export->dossier->counts[kind]; i++) {
		struct scope record = { export, file->json, field->shape,
					(const char *)dossier_record(
						export->dossier,
						(struct ref){ kind, i }) };

		if (!export->has[kind][i] ||
		    (kind == KIND_RELATION_TYPE &&
		     export->dossier->relation_types[i].is_builtin))
			continue;
		if (!is_begun)
			json_begin(file->json, field->key, '[');
		is_begun = true;
		put_element(&record);
	}
	if (is_begun)
		json_end(file->json);
}

void export_json(struct export *export)
{
	struct json json = { .out = export->out };
	struct scope file = { export, &json, &file_shape,
			      (const char *)&export->dossier->about };

	json_begin(&json, NULL, '{');
	for (int i = 0; i < file_shape.count; i++)
		if (file_shape.fields[i].type == FIELD_RECORDS)
			put_table(&file, &file_shape.fields[i]);
		else
			put_field(&file, &file_shape.fields[i]);
	json_end(&json);
}
