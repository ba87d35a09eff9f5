/* Prints the format as a JSON Schema, draft 2020-12, for editors. */
#include "config.h"

#include <string.h>

#include "load/load.h"
#include "model/field.h"

#define ID "\"type\": \"string\", \"pattern\": \"^[a-z][a-z0-9]*([-_.][a-z0-9]+)*$\""
/* The id of a reference.  A pattern cannot balance its braces. */
#define KEY "\"type\": \"string\", \"pattern\": \"^\\\\S+$\""
/* `title: 1984` is a text here but a number in the schema. */
#define TEXT		"{\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1}"
#define EDTF		"{\"type\": [\"string\", \"integer\"], \"minLength\": 1}"
#define LIST(of)	"{\"type\": \"array\", \"items\": " of "}"
#define ONE_OR_LIST(of) "\"anyOf\": [" of ", " LIST(of) "]"

/* The schema of each type; @ is the name of the field's shape. */
/* clang-format off */
static const char *const values[FIELD_TYPE_COUNT] = {
	[FIELD_ID]          = ID,
	[FIELD_KEY]         = KEY,
	[FIELD_TEXT]        = "\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1",
	[FIELD_LINE]        = "\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1, \"pattern\": \"^[^\\\\n]*\\\\n?$\"",
	[FIELD_BOOL]        = "\"type\": \"boolean\"",
	[FIELD_FORMAT]      = "\"const\": 1",
	[FIELD_HASH]        = "\"type\": \"string\", \"pattern\": \"^[0-9a-f]{64}$\"",
	[FIELD_EDTF]        = "\"type\": [\"string\", \"integer\"], \"minLength\": 1",
	[FIELD_DATE]        = "\"anyOf\": [" EDTF ", {\"$ref\": \"#/$defs/@\"}]",
	[FIELD_CSL_DATE]    = "\"anyOf\": [" EDTF ", {\"$ref\": \"#/$defs/@\"}]",
	[FIELD_DATE_PARTS]  = "\"type\": \"array\", \"minItems\": 1, \"maxItems\": 2, \"items\": " LIST("{\"type\": [\"string\", \"integer\"]}"),
	[FIELD_REF]         = ID,
	[FIELD_REFS]        = ONE_OR_LIST("{" ID "}"),
	[FIELD_TEXTS]       = ONE_OR_LIST(TEXT),
	[FIELD_TAGS]        = ONE_OR_LIST(TEXT),
	[FIELD_PAIRS]       = "\"type\": \"object\", \"additionalProperties\": " TEXT,
	[FIELD_COORDINATES] = "\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"array\", \"minItems\": 2, \"maxItems\": 2, \"prefixItems\": ["
	                      "{\"type\": \"number\", \"minimum\": -90, \"maximum\": 90}, {\"type\": \"number\", \"minimum\": -180, \"maximum\": 180}]}]",
	[FIELD_MAP]         = "\"$ref\": \"#/$defs/@\"",
	[FIELD_LIST]        = "\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/@\"}",
	[FIELD_RECORDS]     = "\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/@\"}",
	[FIELD_OTHER]       = "\"type\": [\"string\", \"number\", \"boolean\"], \"minLength\": 1",
	[FIELD_OTHER_DATE]  = "\"anyOf\": [" EDTF ", {\"$ref\": \"#/$defs/@\"}]",
	[FIELD_OTHER_NAMES] = "\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/@\"}",
};
/* clang-format on */

static void put_string(FILE *out, const char *text)
{
	putc('"', out);
	for (; *text; text++)
		fprintf(out, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
	putc('"', out);
}

/* Two shapes may have the same name; the second gets a prefix. */
static void put_name(FILE *out, const struct shape *shape)
{
	if (shape == &csl_date_shape)
		fputs("csl-", out);
	for (const char *c = shape->name; *c; c++)
		putc(*c == ' ' ? '-' : *c, out);
}

/* A field that may refer to a reference takes a citation key. */
static const char *value_of(const struct field *field)
{
	if (!(field->kinds & 1u << KIND_REFERENCE))
		return values[field->type];
	return field->type == FIELD_REFS ? ONE_OR_LIST("{" KEY "}") : KEY;
}

static void put_value(FILE *out, const struct field *field)
{
	if (field->type == FIELD_VALUE_OR_MAP) {
		fputs("\"anyOf\": [{", out);
		put_value(out, field->shape->fields);
		fputs("}, {\"$ref\": \"#/$defs/", out);
		put_name(out, field->shape);
		fputs("\"}]", out);
		return;
	}
	if (field->terms) {
		fputs("\"enum\": [", out);
		for (int i = 1; i < field->terms->count; i++) {
			fputs(i > 1 ? ", " : "", out);
			put_string(out, field->terms->terms[i].name);
		}
		putc(']', out);
		return;
	}
	for (const char *c = value_of(field); *c; c++)
		if (*c == '@')
			put_name(out, field->shape);
		else
			putc(*c, out);
}

static void put_shape(FILE *out, const struct shape *shape, const char *indent)
{
	bool is_first = true;

	fprintf(out, "%s\"description\": ", indent);
	put_string(out, shape->help);
	fprintf(out, ",\n%s\"type\": \"object\",\n%s\"additionalProperties\": false,\n",
		indent, indent);
	fprintf(out, "%s\"required\": [", indent);
	for (int i = 0; i < shape->count; i++)
		if (shape->fields[i].is_required) {
			fputs(is_first ? "" : ", ", out);
			put_string(out, shape->fields[i].key);
			is_first = false;
		}
	fprintf(out, "],\n%s\"properties\": {", indent);
	for (int i = 0; i < shape->count; i++) {
		fprintf(out, "%s\n%s  ", i ? "," : "", indent);
		put_string(out, shape->fields[i].key);
		fputs(": {\"description\": ", out);
		put_string(out, shape->fields[i].help);
		fputs(", ", out);
		put_value(out, &shape->fields[i]);
		putc('}', out);
	}
	fprintf(out, "\n%s}", indent);
}

void load_print_schema(FILE *out)
{
	const struct shape *shapes[SHAPES_MOST];
	size_t count = shapes_all(shapes, SHAPES_MOST);

	fputs("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
	      "  \"title\": \"daftar dossier\",\n",
	      out);
	put_shape(out, &file_shape, "  ");
	fputs(",\n  \"$defs\": {", out);
	for (size_t i = 1; i < count; i++) {
		fprintf(out, "%s\n    \"", i > 1 ? "," : "");
		put_name(out, shapes[i]);
		fputs("\": {\n", out);
		put_shape(out, shapes[i], "      ");
		fputs("\n    }", out);
	}
	fputs("\n  }\n}\n", out);
}
