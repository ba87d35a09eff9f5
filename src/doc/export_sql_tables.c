#include "config.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "export_sql.h"
#include "flat.h"
#include "text/clean.h"

static const struct {
	const char *table, *column;
} names[KIND_COUNT] = {
	[KIND_RELATION_TYPE] = { "relation_types", "relation_type" },
	[KIND_REFERENCE] = { "references", "reference" },
	[KIND_ACTOR] = { "actors", "actor" },
	[KIND_PLACE] = { "places", "place" },
	[KIND_EVENT] = { "events", "event" },
	[KIND_POINT] = { "points", "point" },
	[KIND_PASSAGE] = { "passages", "passage" },
	[KIND_RELATION] = { "relations", "relation" },
	[KIND_THREAD] = { "threads", "thread" },
	[KIND_VIEW] = { "views", "view" },
};

void sql_text(FILE *out, const char *text)
{
	struct buf safe = BUF_INIT;

	if (!text) {
		fputs("NULL", out);
		return;
	}
	clean_add(&safe, text, strlen(text), CLEAN_MANY_LINES);
	putc('\'', out);
	for (const char *c = safe.bytes; *c; c++) {
		if (*c == '\'')
			putc('\'', out);
		putc(*c, out);
	}
	putc('\'', out);
	buf_release(&safe);
}

/* --- Walking the rows of a table --- */

/* What is done with the rows: their columns are defined, or their values written, or
 * the lists in them found. */
struct walk;
struct walk_ops {
	void (*begin_row)(struct walk *);
	void (*cell)(struct walk *, const struct flat_cell *);
	void (*end_row)(struct walk *);
};

struct walk {
	const struct walk_ops *ops;
	struct export *export;
	const struct sql_table *table;
	struct sql_schema *schema; /* where the lists go that are found */
	int level;		   /* of the lists that the walk is in */
	int positions[SQL_DEPTH];  /* of the element in each, from 1 */
	const char *owner;	   /* the id of the record */
	bool is_blank;		   /* a record without values is walked */
	int cell_count;		   /* in this row */
	int row_count;		   /* in this INSERT */
};

static void walk_cell(void *to, const struct flat_cell *cell);

static void walk_maps(struct walk *walk, const struct flat_cell *list)
{
	const struct flat flat = { walk->export, walk_cell, walk };
	const struct field *field = list->field;
	const char *element = *(const char *const *)field_value(field, list->base);
	int count = *(const int *)(const void *)(list->base + field->count_at);
	bool is_row = walk->level == walk->table->depth;

	if (walk->is_blank) {
		element = arena_alloc(walk->export->arena, field->shape->size);
		count = 1;
	}
	for (int i = 0; i < count; i++, element += field->shape->size) {
		if (!walk->is_blank &&
		    !export_has_element(walk->export, field->shape, element))
			continue;
		walk->positions[walk->level - 1] = i + 1;
		if (is_row)
			walk->ops->begin_row(walk);
		flat_row(&flat, field->shape, element);
		if (is_row)
			walk->ops->end_row(walk);
	}
}

/* The element of a list of values: one cell, or of pairs two. */
static void walk_value(struct walk *walk, const struct flat_cell *list, int i)
{
	const void *value = field_value(list->field, list->base);
	struct buf id = BUF_INIT;
	struct flat_cell cell = { .name = "value", .field = list->field };

	if (list->field->type == FIELD_REFS) {
		cell.type = FLAT_REF;
		cell.name = "record";
		for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
			if (list->field->kinds == 1u << kind)
				cell.name = names[kind].column;
		if (!walk->is_blank)
			cell.value = flat_id(walk->export->dossier,
					     ((const struct refs *)value)->at[i], &id);
	} else if (list->field->type == FIELD_PAIRS) {
		const struct pair none = { 0 };
		const struct pair *pair =
			walk->is_blank ? &none : &((const struct pairs *)value)->at[i];
		struct flat_cell key = cell;

		key.name = "key";
		key.value = pair->key;
		walk->ops->cell(walk, &key);
		cell.value = pair->value;
	} else if (!walk->is_blank) {
		cell.value = ((const struct strings *)value)->at[i];
	}
	walk->ops->cell(walk, &cell);
	buf_release(&id);
}

static int value_count(const struct flat_cell *list)
{
	const void *value = field_value(list->field, list->base);

	return list->field->type == FIELD_REFS ? ((const struct refs *)value)->count
	       : list->field->type == FIELD_PAIRS
		       ? ((const struct pairs *)value)->count
		       : ((const struct strings *)value)->count;
}

static void walk_list(struct walk *walk, const struct flat_cell *list)
{
	int count = walk->is_blank ? 1 : value_count(list);

	walk->level++;
	if (list->field->type == FIELD_LIST) {
		walk_maps(walk, list);
	} else {
		for (int i = 0; i < count; i++) {
			walk->positions[walk->level - 1] = i + 1;
			walk->ops->begin_row(walk);
			walk_value(walk, list, i);
			walk->ops->end_row(walk);
		}
	}
	walk->level--;
}

static void walk_cell(void *to, const struct flat_cell *cell)
{
	struct walk *walk = to;

	if (walk->level == walk->table->depth)
		walk->ops->cell(walk, cell);
	else if (cell->type == FLAT_LIST &&
		 !strcmp(cell->name, walk->table->lists[walk->level]))
		walk_list(walk, cell);
}

static void walk_record(struct walk *walk, struct ref ref)
{
	const struct flat flat = { walk->export, walk_cell, walk };
	bool is_row = !walk->table->depth;
	struct buf id = BUF_INIT;

	walk->is_blank = ref.index == (uint32_t)FLAT_BLANK;
	walk->owner = walk->is_blank ? NULL : flat_id(walk->export->dossier, ref, &id);
	if (is_row)
		walk->ops->begin_row(walk);
	flat_record(&flat, ref);
	if (is_row)
		walk->ops->end_row(walk);
	buf_release(&id);
}

/* --- Finding tables --- */

static void do_nothing(struct walk *walk)
{
	(void)walk;
}

static void find_list(struct walk *walk, const struct flat_cell *cell)
{
	struct sql_schema *schema = walk->schema;
	struct sql_table *found = &schema->tables[schema->count];

	if (cell->type != FLAT_LIST)
		return;
	assert(schema->count < SQL_TABLES && walk->table->depth < SQL_DEPTH);
	*found = *walk->table;
	snprintf(found->lists[found->depth++], SQL_NAME, "%s", cell->name);
	schema->count++;
}

static void add_lists(struct sql_schema *schema, struct export *export,
		      const struct sql_table *table)
{
	static const struct walk_ops ops = { do_nothing, find_list, do_nothing };
	struct walk walk = {
		.ops = &ops, .export = export, .table = table, .schema = schema
	};

	walk_record(&walk, (struct ref){ table->kind, (uint32_t)FLAT_BLANK });
}

void sql_schema_init(struct sql_schema *schema, struct export *export)
{
	static const enum kind order[] = {
		KIND_RELATION_TYPE, KIND_REFERENCE, KIND_ACTOR,	  KIND_PLACE,
		KIND_EVENT,	    KIND_POINT,	    KIND_PASSAGE, KIND_RELATION,
		KIND_THREAD,	    KIND_VIEW,
	};

	schema->count = 0;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		schema->tables[schema->count++] = (struct sql_table){ .kind = order[i] };
	for (int i = 0; i < schema->count; i++)
		add_lists(schema, export, &schema->tables[i]);
}

/* --- Columns --- */

static void put_table_name(FILE *out, const struct sql_table *table)
{
	fprintf(out, "\"%s", names[table->kind].table);
	for (int i = 0; i < table->depth; i++)
		fprintf(out, "_%s", table->lists[i]);
	putc('"', out);
}

static void begin_column(struct walk *walk)
{
	fputs(walk->cell_count++ ? ",\n  " : "\n  ", walk->export->out);
}

/* The columns that say where a list is: its record, and the place in each list. */
static void begin_columns(struct walk *walk)
{
	FILE *out = walk->export->out;

	walk->cell_count = 0;
	if (!walk->table->depth)
		return;
	begin_column(walk);
	fprintf(out, "\"of_%s\" TEXT NOT NULL REFERENCES \"%s\" (\"id\")",
		names[walk->table->kind].column, names[walk->table->kind].table);
	for (int i = 0; i < walk->table->depth; i++) {
		begin_column(walk);
		fprintf(out, "\"position%s\" INTEGER NOT NULL", i ? "_2" : "");
	}
}

static void put_reference(FILE *out, const struct field *field)
{
	const char *table = "records";

	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		if (field->kinds == 1u << kind)
			table = names[kind].table;
	fprintf(out, " REFERENCES \"%s\" (\"id\") DEFERRABLE INITIALLY DEFERRED", table);
}

static void put_column(struct walk *walk, const struct flat_cell *cell)
{
	static const char *const types[] = {
		[FLAT_TEXT] = "TEXT",	[FLAT_DATE] = "TEXT", [FLAT_BOOL] = "BOOLEAN",
		[FLAT_NUMBER] = "REAL", [FLAT_REF] = "TEXT",
	};
	FILE *out = walk->export->out;

	if (cell->type == FLAT_LIST)
		return;
	begin_column(walk);
	fprintf(out, "\"%s\" %s", cell->name, types[cell->type]);
	if (cell->field->type == FIELD_ID || cell->field->type == FIELD_KEY)
		fputs(" PRIMARY KEY REFERENCES \"records\" (\"id\")", out);
	else if (cell->type == FLAT_REF)
		put_reference(out, cell->field);
}

static void end_columns(struct walk *walk)
{
	FILE *out = walk->export->out;

	if (walk->table->depth)
		fprintf(out, ",\n  PRIMARY KEY (\"of_%s\", \"position\"%s)",
			names[walk->table->kind].column,
			walk->table->depth > 1 ? ", \"position_2\"" : "");
}

void sql_create(struct export *export, const struct sql_table *table)
{
	static const struct walk_ops ops = { begin_columns, put_column, end_columns };
	struct walk walk = { .ops = &ops, .export = export, .table = table };

	fputs("CREATE TABLE ", export->out);
	put_table_name(export->out, table);
	fputs(" (", export->out);
	walk_record(&walk, (struct ref){ table->kind, (uint32_t)FLAT_BLANK });
	fputs("\n);\n", export->out);
}

/* --- Rows --- */

static void begin_value(struct walk *walk)
{
	fputs(walk->cell_count++ ? ", " : "", walk->export->out);
}

static void begin_values(struct walk *walk)
{
	FILE *out = walk->export->out;

	if (walk->row_count == SQL_ROWS) {
		fputs(";\n", out);
		walk->row_count = 0;
	}
	if (!walk->row_count++) {
		fputs("INSERT INTO ", out);
		put_table_name(out, walk->table);
		fputs(" VALUES\n  (", out);
	} else {
		fputs(",\n  (", out);
	}
	walk->cell_count = 0;
	if (!walk->table->depth)
		return;
	begin_value(walk);
	sql_text(out, walk->owner);
	for (int i = 0; i < walk->table->depth; i++) {
		begin_value(walk);
		fprintf(out, "%d", walk->positions[i]);
	}
}

static void put_value(struct walk *walk, const struct flat_cell *cell)
{
	FILE *out = walk->export->out;

	if (cell->type == FLAT_LIST)
		return;
	begin_value(walk);
	if (cell->type == FLAT_BOOL || (cell->type == FLAT_NUMBER && cell->value))
		fputs(cell->value, out);
	else
		sql_text(out, cell->value);
}

static void end_values(struct walk *walk)
{
	putc(')', walk->export->out);
}

void sql_insert(struct export *export, const struct sql_table *table)
{
	static const struct walk_ops ops = { begin_values, put_value, end_values };
	struct walk walk = { .ops = &ops, .export = export, .table = table };

	for (uint32_t i = 0; i < (uint32_t) export->dossier->counts[table->kind]; i++) {
		struct ref ref = { table->kind, i };

		if (export_has(export, ref))
			walk_record(&walk, ref);
	}
	if (walk.row_count)
		fputs(";\n", export->out);
}
