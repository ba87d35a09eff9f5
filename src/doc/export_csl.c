/* The sources as CSL-JSON 1.0.2.  A date is date-parts where it is a day, a month, a
 * year or two of them, else its words. */
#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "doc/json.h"
#include "export.h"
#include "export_dates.h"
#include "model/field.h"
#include "model/when.h"

/* A reference that is written. */
struct item {
	struct export *export;
	struct json *json;
	const char *base;
};

static void put_parts(struct json *json, const struct date_parts *day)
{
	json_begin(json, NULL, '[');
	json_int(json, NULL, day->year);
	if (day->month)
		json_int(json, NULL, day->month);
	if (day->day)
		json_int(json, NULL, day->day);
	json_end(json);
}

static void put_date(const struct item *item, const char *key, const struct when *when)
{
	struct json *json = item->json;
	struct date_range range;
	struct buf words = BUF_INIT;

	json_begin_line(json, key, '{');
	if (date_range(&when->extent, &range) && !when->extent.member_count &&
	    !(range.is_widened && !when->extent.is_approximate &&
	      !when->extent.is_uncertain)) {
		json_begin(json, "date-parts", '[');
		put_parts(json, &range.first);
		if (range.has_last)
			put_parts(json, &range.last);
		json_end(json);
		if (range.is_widened)
			json_bool(json, "circa", true);
	} else {
		when_words(when, DATE_PLAIN, &words);
		json_text(json, "literal", words.bytes);
		export_lose(item->export, "date written in words",
			    "dates written in words", 1);
	}
	json_end(json);
	export_lose(item->export, "date without the mark that the curator supplied it",
		    "dates without the mark that the curator supplied them",
		    when->supplied);
	buf_release(&words);
}

/* A date variable that is kept as it was written. */
static void put_other_date(const struct item *item, const char *key, const char *edtf)
{
	struct arena arena = { 0 };
	const struct date *date = date_parse(&arena, edtf, strlen(edtf), NULL);
	struct when when = { .edtf = edtf };

	if (date) {
		when.extent = date_extent(date);
		put_date(item, key, &when);
	}
	arena_clear(&arena);
}

static void put_names(const struct item *item, const struct field *field)
{
	const struct csl_names *names = field_value(field, item->base);

	if (!names->count)
		return;
	json_begin(item->json, field->key, '[');
	for (int i = 0; i < names->count; i++) {
		json_begin_line(item->json, NULL, '{');
		for (int j = 0; j < name_shape.count; j++)
			json_text(item->json, name_shape.fields[j].key,
				  *(const char *const *)field_value(&name_shape.fields[j],
								    &names->at[i]));
		json_end(item->json);
	}
	json_end(item->json);
}

static void put_other(const struct item *item, const struct field *field)
{
	const struct pairs *pairs = field_value(field, item->base);

	for (int i = 0; i < pairs->count; i++) {
		const struct pair *pair = &pairs->at[i];

		if (strcmp(pair->key, field->key) != 0)
			continue;
		if (field->type == FIELD_OTHER_DATE) {
			put_other_date(item, pair->key, pair->value);
		} else if (field->type == FIELD_OTHER_NAMES) {
			json_begin_line(item->json, pair->key, '[');
			json_begin(item->json, NULL, '{');
			json_text(item->json, "literal", pair->value);
			json_end(item->json);
			json_end(item->json);
		} else {
			json_text(item->json, pair->key, pair->value);
		}
	}
}

static void put_field(const struct item *item, const struct field *field)
{
	const void *value = field_value(field, item->base);
	const struct when *when = value;

	switch ((int)field->type) {
	case FIELD_ID:
	case FIELD_KEY:
	case FIELD_LINE:
	case FIELD_TEXT:
	case FIELD_NAME:
		json_text(item->json, field->key, *(const char *const *)value);
		break;
	case FIELD_LIST:
		put_names(item, field);
		break;
	case FIELD_CSL_DATE:
		if (when->edtf)
			put_date(item, field->key, when);
		break;
	case FIELD_OTHER:
	case FIELD_OTHER_DATE:
	case FIELD_OTHER_NAMES:
		put_other(item, field);
		break;
	default: /* the captured copy is ours alone */
		break;
	}
}

void export_csl_items(struct export *export, struct json *json, const char *key)
{
	const struct dossier *dossier = export->dossier;

	json_begin(json, key, '[');
	for (int i = 0; i < dossier->counts[KIND_REFERENCE]; i++) {
		const struct item item = { export, json,
					   (const char *)&dossier->references[i] };

		if (!export->has[KIND_REFERENCE][i])
			continue;
		json_begin(json, NULL, '{');
		for (int j = 0; j < reference_shape.count; j++)
			put_field(&item, &reference_shape.fields[j]);
		json_end(json);
	}
	json_end(json);
}

void export_csl(struct export *export)
{
	struct json json = { .out = export->out };

	export_csl_items(export, &json, NULL);
}
