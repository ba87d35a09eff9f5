/* One kind of record as a table, one record a row. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "doc/csv.h"
#include "export.h"
#include "flat.h"

enum { COLUMNS_MOST = 256 };

/* What is written: the header or a row; before them, which columns have a value. */
struct table {
	struct export *export;
	enum { COUNTING, HEADER, ROW } pass;
	bool is_used[COLUMNS_MOST];
	int column, written;
};

/* Of the many variables of CSL only those are columns that some source has. */
static bool is_optional(const struct flat_cell *cell)
{
	return cell->field->type == FIELD_OTHER ||
	       cell->field->type == FIELD_OTHER_DATE ||
	       cell->field->type == FIELD_OTHER_NAMES;
}

static void put_value(struct table *table, const struct flat_cell *cell)
{
	FILE *out = table->export->out;
	struct buf joined = BUF_INIT;

	switch (cell->type) {
	case FLAT_BOOL:
	case FLAT_NUMBER:
		fputs(cell->value ? cell->value : "", out);
		break;
	case FLAT_LIST:
		flat_join(table->export, cell, &joined);
		csv_text(out, joined.bytes);
		break;
	case FLAT_DATE:
		csv_date(out, cell->value);
		break;
	case FLAT_TEXT:
	case FLAT_REF:
		csv_text(out, cell->value);
		break;
	}
	buf_release(&joined);
}

static void put_cell(void *to, const struct flat_cell *cell)
{
	struct table *table = to;
	int column = table->column++;

	assert(column < COLUMNS_MOST);
	if (table->pass == COUNTING)
		table->is_used[column] |= !is_optional(cell) || cell->value;
	if (table->pass == COUNTING || !table->is_used[column])
		return;
	if (table->written++)
		putc(',', table->export->out);
	if (table->pass == HEADER)
		fputs(cell->name, table->export->out);
	else
		put_value(table, cell);
}

static void put_row(struct table *table, struct ref ref)
{
	const struct flat flat = { table->export, put_cell, table };

	table->column = table->written = 0;
	flat_record(&flat, ref);
	if (table->pass != COUNTING)
		fputs("\r\n", table->export->out);
}

static void put_records(struct table *table, enum kind kind)
{
	const struct dossier *dossier = table->export->dossier;

	for (uint32_t i = 0; i < (uint32_t)dossier->counts[kind]; i++) {
		struct ref ref = { kind, i };

		if (export_has(table->export, ref))
			put_row(table, ref);
	}
}

void export_csv(struct export *export)
{
	struct table table = { .export = export, .pass = COUNTING };
	enum kind kind = export->options.kind ? export->options.kind : KIND_EVENT;
	struct ref blank = { kind, FLAT_BLANK };

	put_row(&table, blank);
	put_records(&table, kind);
	table.pass = HEADER;
	put_row(&table, blank);
	table.pass = ROW;
	put_records(&table, kind);
}
