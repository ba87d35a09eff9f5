/* Prints the format as a table for the terminal and as roff for the manual. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "load/load.h"
#include "model/field.h"
#include "source_file.h"
#include "text/roff.h"

/* "id of a place", "list of offices", "text". */
static void add_type(struct buf *out, const struct field *field)
{
	bool is_any = (field->kinds & (field->kinds - 1)) != 0;
	const char *name = "record";

	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		if (!is_any && field->kinds == 1u << kind)
			name = shape_of((enum kind)kind)->name;
	if (field->type == FIELD_REF)
		buf_printf(out, "id of %s %s", article(name), name);
	else if (field->type == FIELD_REFS)
		buf_printf(out, "ids of %ss", name);
	else if (field->type == FIELD_LIST || field->type == FIELD_RECORDS)
		buf_printf(out, "list of %ss", field->shape->name);
	else if (field->type == FIELD_VALUE_OR_MAP)
		buf_printf(out, "%s or map", field_type_name(field->shape->fields->type));
	else
		buf_str(out, field_type_name(field->type));
}

static void add_terms(struct buf *out, const struct vocabulary *terms)
{
	for (int i = 1; i < terms->count; i++)
		buf_printf(out, "%s%s", i > 1 ? ", " : "", terms->terms[i].name);
}

static void put_terms(FILE *out, const struct vocabulary *terms)
{
	for (int i = 1, width = 80; i < terms->count; i++) {
		int len = (int)strlen(terms->terms[i].name) + 1;

		if (width + len > 78)
			width = fprintf(out, "%s%24s", i > 1 ? "\n" : "", "") - (i > 1);
		width += fprintf(out, " %s", terms->terms[i].name);
	}
	putc('\n', out);
}

void load_print_fields(FILE *out)
{
	const struct shape *shapes[SHAPES_MOST];
	size_t count = shapes_all(shapes, SHAPES_MOST);
	struct buf type = BUF_INIT;

	fputs("The keys of a dossier.  Those marked * are required.\n", out);
	for (size_t i = 0; i < count; i++) {
		const struct shape *shape = shapes[i];

		fprintf(out, "\n%s: %s\n", shape->name, shape->help);
		for (int j = 0; j < shape->count; j++) {
			const struct field *field = &shape->fields[j];

			buf_clear(&type);
			add_type(&type, field);
			fprintf(out, "  %-21s%c %-22s %s\n", field->key,
				field->is_required ? '*' : ' ', type.bytes, field->help);
			if (field->terms)
				put_terms(out, field->terms);
		}
	}
	fputs("\nThese relation types are built in.\n", out);
	for (int i = 0; i < builtin_relation_type_count; i++) {
		const struct relation_type *row = &builtin_relation_types[i];

		fprintf(out, "  %-22s %-22s %s\n", row->record.id, row->inverse,
			row->description);
	}
	buf_release(&type);
}

static void put_roff_field(FILE *out, const struct field *field, struct buf *buf)
{
	buf_clear(buf);
	add_type(buf, field);
	fputs(".TP\n.BR ", out);
	roff_put(out, field->key);
	fprintf(out, " \" (%s%s)\"\n", buf->bytes,
		field->is_required ? ", required" : "");
	roff_put(out, field->help);
	if (field->terms) {
		buf_clear(buf);
		buf_str(buf, "; one of: ");
		add_terms(buf, field->terms);
		roff_put(out, buf->bytes);
	}
	fputs(".\n", out);
}

void load_print_man(FILE *out)
{
	const struct shape *shapes[SHAPES_MOST];
	size_t count = shapes_all(shapes, SHAPES_MOST);
	struct buf buf = BUF_INIT;

	for (size_t i = 0; i < count; i++) {
		fputs(".SS ", out);
		roff_put(out, shapes[i]->name);
		putc('\n', out);
		roff_put(out, shapes[i]->help);
		putc('\n', out);
		for (int j = 0; j < shapes[i]->count; j++)
			put_roff_field(out, &shapes[i]->fields[j], &buf);
	}
	fputs(".SS relation types\nThese are built in.\n", out);
	for (int i = 0; i < builtin_relation_type_count; i++) {
		const struct relation_type *type = &builtin_relation_types[i];

		fputs(".TP\n.BR ", out);
		roff_put(out, type->record.id);
		fprintf(out, " \" (%s)\"\n", type->inverse);
		roff_put(out, type->description);
		fputs(".\n", out);
	}
	fprintf(out,
		".SS limits\n"
		"A dossier has at most %d files of at most %d MiB each, in directories "
		"at "
		"most %d deep; a text has at most %d KiB; lists and maps are nested at "
		"most "
		"%d "
		"deep; the records of a file take at most %d MiB of memory, "
		"or %d bytes for each byte that is read, not counting their texts; "
		"its aliases expand to at most %d values and %d MiB of text; "
		"at most %d errors and as many warnings are reported of a file.\n",
		LIMIT_FILES, LIMIT_FILE / 1024 / 1024, LIMIT_DIRECTORIES,
		LIMIT_SCALAR / 1024, LIMIT_DEPTH, LIMIT_RECORDS / 1024 / 1024,
		LIMIT_GROWTH, LIMIT_EXPANDED, LIMIT_EXPANDED_BYTES / 1024 / 1024,
		LIMIT_ERRORS);
	buf_release(&buf);
}
