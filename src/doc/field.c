/* From field tables to blocks: one way to show each type of field. */
#include "config.h"

#include <string.h>

#include "build.h"

static const void *value_of(const struct scope *scope, const struct field *field)
{
	return field_value(field, scope->base);
}

static void add_string(const struct scope *scope, const struct field *field)
{
	doc_text(scope->doc, *(const char *const *)value_of(scope, field), DOC_PLAIN);
}

static void add_bool(const struct scope *scope, const struct field *field)
{
	doc_text(scope->doc, *(const bool *)value_of(scope, field) ? "yes" : NULL,
		 DOC_PLAIN);
}

static void add_number(const struct scope *scope, const struct field *field)
{
	int number = *(const int *)value_of(scope, field);

	if (number)
		doc_text(scope->doc, arena_printf(scope->doc->arena, "%d", number),
			 DOC_PLAIN);
}

static void add_term(const struct scope *scope, const struct field *field)
{
	int term = (int)*(const unsigned *)value_of(scope, field);

	if (term)
		doc_text(scope->doc, field->terms->terms[term].label, DOC_LABEL);
}

static void add_name(const struct scope *scope, const struct field *field)
{
	doc_text(scope->doc, *(const char *const *)value_of(scope, field), DOC_LABEL);
}

static void add_when(const struct scope *scope, const struct field *field)
{
	doc_when(scope->doc, value_of(scope, field));
}

static void add_ref(const struct scope *scope, const struct field *field)
{
	doc_ref(scope->doc, *(const struct ref *)value_of(scope, field), DOC_PLAIN);
}

static void add_refs(const struct scope *scope, const struct field *field)
{
	const struct refs *refs = value_of(scope, field);
	struct doc *doc = scope->doc;

	if (field->kinds == 1u << KIND_PASSAGE) {
		if (!scope->is_cited)
			doc_cite(doc, *refs);
		return;
	}
	for (int i = 0; i < refs->count; i++) {
		if (i && field->section != SECTION_FACTS)
			doc_text(doc, ", ", DOC_PLAIN);
		doc_ref(doc, refs->at[i], DOC_PLAIN);
	}
}

static void add_texts(const struct scope *scope, const struct field *field)
{
	const struct strings *strings = value_of(scope, field);
	struct buf joined = BUF_INIT;

	for (int i = 0; i < strings->count; i++)
		buf_printf(&joined, "%s%s", i ? "; " : "", strings->at[i]);
	doc_buf(scope->doc, &joined, DOC_PLAIN);
}

static void add_pairs(const struct scope *scope, const struct field *field)
{
	const struct pairs *pairs = value_of(scope, field);
	struct buf joined = BUF_INIT;

	for (int i = 0; i < pairs->count; i++)
		buf_printf(&joined, "%s%s %s", i ? "; " : "", pairs->at[i].key,
			   pairs->at[i].value);
	doc_buf(scope->doc, &joined, DOC_PLAIN);
}

/* Several fields share one member: this one's are under its key. */
static void add_other(const struct scope *scope, const struct field *field)
{
	const struct pairs *pairs = value_of(scope, field);

	for (int i = 0; i < pairs->count; i++)
		if (!strcmp(pairs->at[i].key, field->key))
			doc_text(scope->doc, pairs->at[i].value, DOC_PLAIN);
}

static void add_coordinates(const struct scope *scope, const struct field *field)
{
	const struct place_record *place = scope->base;

	(void)field;
	if (place->has_coordinates)
		doc_text(scope->doc,
			 arena_printf(scope->doc->arena, "%.8g, %.8g", place->latitude,
				      place->longitude),
			 DOC_PLAIN);
}

/* How a value is appended to the last block; none for maps and lists of maps. */
/* clang-format off */
static void (*const add[FIELD_TYPE_COUNT])(const struct scope *, const struct field *) = {
	[FIELD_ID]          = add_string,
	[FIELD_KEY]         = add_string,
	[FIELD_TEXT]        = add_string,
	[FIELD_LINE]        = add_string,
	[FIELD_BOOL]        = add_bool,
	[FIELD_FORMAT]      = add_number,
	[FIELD_TERM]        = add_term,
	[FIELD_NAME]        = add_name,
	[FIELD_HASH]        = add_string,
	[FIELD_EDTF]        = add_when,
	[FIELD_DATE_PARTS]  = add_string,
	[FIELD_REF]         = add_ref,
	[FIELD_REFS]        = add_refs,
	[FIELD_TEXTS]       = add_texts,
	[FIELD_TAGS]        = add_texts,
	[FIELD_PAIRS]       = add_pairs,
	[FIELD_COORDINATES] = add_coordinates,
	[FIELD_OTHER]       = add_other,
	[FIELD_OTHER_DATE]  = add_other,
	[FIELD_OTHER_NAMES] = add_other,
};
/* clang-format on */

static const struct field *find(const struct shape *shape, const char *key)
{
	for (int i = 0; i < shape->count; i++)
		if (!strcmp(shape->fields[i].key, key))
			return &shape->fields[i];
	return NULL;
}

struct refs scope_evidence(const struct scope *scope)
{
	const struct field *field = find(scope->shape, "passages");
	const struct refs none = { 0 };

	return field ? *(const struct refs *)value_of(scope, field) : none;
}

/* Mark a value that the curator supplies as dates are marked. */
static void mark_supplied(const struct scope *scope)
{
	const struct field *field = find(scope->shape, "supplied");
	struct doc_span *value = doc_last_span(scope->doc);

	if (scope->shape->fields[0].type == FIELD_EDTF || !field ||
	    !*(const bool *)value_of(scope, field))
		return;
	value->meaning = DOC_SUPPLIED;
	if (scope->doc->options.dates == DATE_BRACKETED)
		value->text = arena_printf(scope->doc->arena, "[%s]", value->text);
}

/* The scope of a map under a key.  A date has the members of a struct when. */
static struct scope scope_below(const struct scope *scope, const struct field *field,
				const void *base)
{
	bool is_date = field->type == FIELD_DATE || field->type == FIELD_CSL_DATE;

	return (struct scope){ .doc = scope->doc,
			       .shape = is_date ? &date_shape : field->shape,
			       .base = base,
			       .ref = scope->ref,
			       .depth = scope->depth + 1,
			       .is_more = scope->is_more,
			       .is_cited = true };
}

static bool is_map(const struct field *field)
{
	return field->type == FIELD_DATE || field->type == FIELD_CSL_DATE ||
	       field->type == FIELD_VALUE_OR_MAP;
}

/* The value of a map: its first key's, with the evidence for it. */
static void add_first(const struct scope *map)
{
	struct doc *doc = map->doc;
	int count = doc->blocks[doc->count - 1].spans.count;

	add[map->shape->fields[0].type](map, &map->shape->fields[0]);
	if (doc->blocks[doc->count - 1].spans.count == count)
		return;
	mark_supplied(map);
	doc_cite(doc, scope_evidence(map));
}

/* A field whose value is a map or a list's element: the first key, the rest below. */
static void field_of_map(const struct scope *scope, const struct field *field,
			 const void *base)
{
	struct scope map = scope_below(scope, field, base);
	struct doc_block *block = doc_add(scope->doc, DOC_FIELD, field->label);

	block->depth = scope->depth;
	block->is_more = map.is_more |= field->section == SECTION_MORE;
	add_first(&map);
	if (!doc_keep(scope->doc))
		return;
	scope_body(&map);
	scope_more(&map);
}

static void fields_of_list(const struct scope *scope, const struct field *field)
{
	const char *element = *(const char *const *)value_of(scope, field);
	int count =
		*(const int *)(const void *)((const char *)scope->base + field->count_at);

	for (int i = 0; i < count; i++, element += field->shape->size)
		field_of_map(scope, field, element);
}

/* The first paragraph of a map carries its evidence. */
static const struct field *first_text(const struct scope *scope)
{
	for (int i = 0; i < scope->shape->count; i++) {
		const struct field *field = &scope->shape->fields[i];

		if (field->section == SECTION_TEXT &&
		    *(const char *const *)value_of(scope, field))
			return field;
	}
	return NULL;
}

/* A text of the metadata of a part, such as a date's basis, is a remark on it. */
static enum doc_kind kind_of(const struct scope *scope, const struct field *field)
{
	bool is_remark = field->section == SECTION_NOTES ||
			 (field->section == SECTION_MORE && scope->depth &&
			  field->type == FIELD_TEXT);

	return field->section == SECTION_TEXT ? DOC_PARAGRAPH
	       : is_remark		      ? DOC_NOTE
					      : DOC_FIELD;
}

static void field_of_value(const struct scope *scope, const struct field *field)
{
	enum doc_kind kind = kind_of(scope, field);
	struct doc_block *block =
		doc_add(scope->doc, kind, kind == DOC_PARAGRAPH ? NULL : field->label);

	block->depth = scope->depth;
	block->is_more = scope->is_more || field->section == SECTION_MORE;
	add[field->type](scope, field);
	if (kind == DOC_NOTE && doc_last_span(scope->doc))
		doc_last_span(scope->doc)->meaning = DOC_CURATOR;
	if (kind == DOC_PARAGRAPH && field == first_text(scope))
		doc_cite(scope->doc, scope_evidence(scope));
	doc_keep(scope->doc);
}

static void add_field(const struct scope *scope, const struct field *field)
{
	if (record_field(scope, field))
		return;
	if (is_map(field))
		field_of_map(scope, field, value_of(scope, field));
	else if (field->type == FIELD_LIST)
		fields_of_list(scope, field);
	else if (add[field->type])
		field_of_value(scope, field);
}

struct scope scope_of(struct doc *doc, struct ref ref)
{
	struct scope scope = { .doc = doc,
			       .shape = shape_of((enum kind)ref.kind),
			       .base = dossier_record(doc->dossier, ref),
			       .ref = ref };

	scope.is_cited = first_text(&scope);
	return scope;
}

void scope_facts(const struct scope *scope)
{
	doc_add(scope->doc, DOC_FACTS, NULL);
	for (int i = 0; i < scope->shape->count; i++) {
		const struct field *field = &scope->shape->fields[i];
		struct scope map;

		if (field->section != SECTION_FACTS || record_field(scope, field))
			continue;
		map = scope_below(scope, field, value_of(scope, field));
		if (is_map(field))
			add_first(&map);
		else if (add[field->type])
			add[field->type](scope, field);
	}
	doc_keep(scope->doc);
}

/* The fields of some sections, in the order of the table. */
static void add_sections(const struct scope *scope, unsigned sections)
{
	for (int i = 0; i < scope->shape->count; i++) {
		const struct field *field = &scope->shape->fields[i];
		struct scope map;

		if (field->type == FIELD_MAP && field->section != SECTION_HIDDEN) {
			map = scope_below(scope, field, value_of(scope, field));
			map.depth = scope->depth;
			add_sections(&map, sections);
		} else if (sections & 1u << field->section) {
			add_field(scope, field);
		}
	}
}

void scope_body(const struct scope *scope)
{
	add_sections(scope,
		     1u << SECTION_BODY | 1u << SECTION_TEXT | 1u << SECTION_NOTES);
}

/* Remarks on a date among the facts have no room there. */
static void remarks_on_fact(const struct scope *scope, const struct field *field)
{
	struct scope map = scope_below(scope, field, value_of(scope, field));

	for (int i = 0; i < map.shape->count; i++) {
		struct field row = map.shape->fields[i];

		if (row.section != SECTION_MORE)
			continue;
		row.label = arena_printf(scope->doc->arena, "%s %c%s", field->label,
					 row.label[0] | 0x20, row.label + 1);
		map.depth = 0;
		add_field(&map, &row);
	}
}

void scope_more(const struct scope *scope)
{
	for (int i = 0; !scope->depth && i < scope->shape->count; i++)
		if (scope->shape->fields[i].section == SECTION_FACTS &&
		    is_map(&scope->shape->fields[i]))
			remarks_on_fact(scope, &scope->shape->fields[i]);
	add_sections(scope, 1u << SECTION_MORE);
}
