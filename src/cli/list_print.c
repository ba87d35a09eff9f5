#include "config.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "doc/csv.h"
#include "doc/json.h"
#include "list.h"
#include "model/when.h"
#include "text/cell.h"
#include "text/clean.h"

enum {
	COLUMNS_MAX = 16,
	TEXT_RANK = 3,	/* columns of a higher rank are in CSV and JSON only */
	TEXT_GAP = 2,	/* blanks between two columns */
	PAD_WIDTH = 48, /* no column is padded further; longer cells push the next */
};

/* A list as text: the cells of every row, one after another, and the width of each
 * column. */
struct grid {
	const struct doc_column *columns[COLUMNS_MAX]; /* NULL: the id */
	int column_count;
	int widths[COLUMNS_MAX];
	const char **cells;
};

/* The whole date: a column on the screen would shorten it. */
static const char *whole_date(const struct list *list, const struct when *when,
			      struct arena *arena)
{
	struct buf whole = BUF_INIT;
	const char *text;

	if (!when)
		return "";
	when_compact(when, list->options->dates, &whole);
	text = arena_strndup(arena, whole.bytes, whole.len);
	buf_release(&whole);
	return text;
}

static const char *text_of(const struct list *list, const struct doc_column *column,
			   struct ref ref, struct arena *arena)
{
	if (column->when)
		return whole_date(list, column->when(list->dossier, ref), arena);
	return column->cell(list->dossier, ref, list->options, arena).text;
}

/* The id that `show` takes: a point without one is shown with its event. */
static const char *id_of(const struct list *list, struct ref ref)
{
	const struct record *record = dossier_record(list->dossier, ref);

	if (!record->id)
		record = dossier_record(list->dossier, dossier_home(list->dossier, ref));
	return record && record->id ? record->id : "";
}

static void fill_grid(const struct list *list, struct grid *grid, struct arena *arena)
{
	const char **cell = grid->cells;

	for (int i = 0; i < list->count; i++)
		for (int j = 0; j < grid->column_count; j++, cell++) {
			const struct doc_column *column = grid->columns[j];
			struct ref ref = list->rows[i].ref;

			*cell = column ? text_of(list, column, ref, arena)
				       : id_of(list, ref);
			int width = cell_width(*cell);

			width = width > PAD_WIDTH ? PAD_WIDTH : width;
			grid->widths[j] =
				width > grid->widths[j] ? width : grid->widths[j];
		}
}

/* Print a row.  A column that is empty in every row takes no room. */
static void put_row(const struct list *list, const struct grid *grid, int row)
{
	const char *const *cells = grid->cells + (ptrdiff_t)row * grid->column_count;
	int blanks = 0;

	for (int i = 0; i < grid->column_count; i++) {
		int width = cell_width(cells[i]);
		int pad = width < grid->widths[i] ? grid->widths[i] - width : 0;
		bool is_right = grid->columns[i] && grid->columns[i]->is_number;

		if (!grid->widths[i])
			continue;
		blanks += is_right ? pad : 0;
		if (width) {
			printf("%*s", blanks, "");
			put(cells[i]);
			blanks = 0;
		}
		blanks += (is_right ? 0 : pad) + TEXT_GAP;
	}
	if (!ref_is_none(list->rows[row].through)) {
		fputs(" (through ", stdout);
		put(dossier_title(list->dossier, list->rows[row].through));
		putchar(')');
	}
	puts(list->rows[row].is_possible ? " (possible)" : "");
}

static void print_text(const struct list *list)
{
	struct arena arena = { 0 };
	struct grid grid = { .column_count = 1 };

	for (int i = 0; i < list->listing->column_count; i++)
		if (list->listing->columns[i].rank <= TEXT_RANK)
			grid.columns[grid.column_count++] = &list->listing->columns[i];
	grid.cells = arena_array(&arena, (size_t)list->count + 1,
				 (size_t)grid.column_count * sizeof *grid.cells);
	fill_grid(list, &grid, &arena);
	for (int i = 0; i < list->count; i++)
		put_row(list, &grid, i);
	arena_clear(&arena);
}

/* What CSV and JSON have in a column: of a date all of it, in EDTF. */
struct datum {
	const char *text; /* NULL: no date */
	bool is_supplied;
};

static struct datum data_of(const struct list *list, const struct doc_column *column,
			    struct ref ref, struct arena *arena)
{
	if (column->when) {
		const struct when *when = column->when(list->dossier, ref);

		return (struct datum){ when ? when->edtf : NULL, when && when->supplied };
	}
	struct doc_cell cell = (column->data ? column->data : column->cell)(
		list->dossier, ref, list->options, arena);

	return (struct datum){ cell.text, cell.meaning == DOC_SUPPLIED };
}

/* Through whose office an actor's term matches the record; NULL: through none. */
static const char *through_of(const struct list *list, const struct list_row *row)
{
	return ref_is_none(row->through)
		       ? NULL
		       : dossier_record(list->dossier, row->through)->id;
}

/*
 * The columns in the order of CSV and JSON: the sign of evidence, the first on a
 * screen, comes last.
 */
static void order_columns(const struct doc_listing *listing,
			  const struct doc_column *ordered[COLUMNS_MAX])
{
	const struct doc_column *evidence = NULL;
	int count = 0;

	assert(listing->column_count <= COLUMNS_MAX);
	for (int i = 0; i < listing->column_count; i++)
		if (strcmp(listing->columns[i].name, "evidence"))
			ordered[count++] = &listing->columns[i];
		else
			evidence = &listing->columns[i];
	if (evidence)
		ordered[count] = evidence;
}

static const char *word_of(bool is_true)
{
	return is_true ? "true" : "false";
}

static void put_json_column(const struct list *list, const struct doc_column *column,
			    struct ref ref, struct json *json)
{
	struct arena arena = { 0 };
	struct datum data = data_of(list, column, ref, &arena);

	if (column->is_number)
		json_literal(json, column->name, *data.text ? data.text : "null");
	else
		json_text_or_null(json, column->name, data.text);
	if (column->supplied)
		json_bool(json, column->supplied, data.is_supplied);
	arena_clear(&arena);
}

static void put_json_row(const struct list *list, const struct list_row *row,
			 struct json *json)
{
	const struct doc_column *columns[COLUMNS_MAX];

	order_columns(list->listing, columns);
	json_begin_line(json, NULL, '{');
	json_text_or_null(json, "id", dossier_record(list->dossier, row->ref)->id);
	for (int i = 0; i < list->listing->column_count; i++) {
		put_json_column(list, columns[i], row->ref, json);
		if (columns[i]->width)
			continue;
		json_bool(json, "possible", row->is_possible);
		json_text_or_null(json, "through", through_of(list, row));
	}
	json_end(json);
}

static void print_json(const struct list *list)
{
	struct json json = { .out = stdout };

	json_begin(&json, NULL, '[');
	for (int i = 0; i < list->count; i++)
		put_json_row(list, &list->rows[i], &json);
	json_end(&json);
}

static void put_csv_column(const struct list *list, const struct doc_column *column,
			   struct ref ref)
{
	struct arena arena = { 0 };
	struct datum data = data_of(list, column, ref, &arena);

	putchar(',');
	if (column->is_number)
		fputs(data.text, stdout);
	else if (column->when)
		csv_date(stdout, data.text);
	else
		csv_text(stdout, data.text);
	if (column->supplied)
		printf(",%s", word_of(data.is_supplied));
	arena_clear(&arena);
}

static void put_csv_row(const struct list *list, const struct list_row *row)
{
	const struct doc_column *columns[COLUMNS_MAX];

	order_columns(list->listing, columns);
	csv_text(stdout, dossier_record(list->dossier, row->ref)->id);
	for (int i = 0; i < list->listing->column_count; i++) {
		put_csv_column(list, columns[i], row->ref);
		if (columns[i]->width)
			continue;
		printf(",%s,", word_of(row->is_possible));
		csv_text(stdout, through_of(list, row));
	}
	fputs("\r\n", stdout);
}

static void put_csv_header(const struct doc_listing *listing)
{
	const struct doc_column *columns[COLUMNS_MAX];

	order_columns(listing, columns);
	fputs("id", stdout);
	for (int i = 0; i < listing->column_count; i++) {
		printf(",%s", columns[i]->name);
		if (columns[i]->supplied)
			printf(",%s", columns[i]->supplied);
		if (!columns[i]->width)
			fputs(",possible,through", stdout);
	}
	fputs("\r\n", stdout);
}

static void print_csv(const struct list *list)
{
	put_csv_header(list->listing);
	for (int i = 0; i < list->count; i++)
		put_csv_row(list, &list->rows[i]);
}

static const struct {
	const char *name;
	void (*print)(const struct list *list);
} formats[] = {
	{ "text", print_text },
	{ "json", print_json },
	{ "csv", print_csv },
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

int list_format(const char *name)
{
	for (int i = 0; name && i < FORMAT_COUNT; i++)
		if (!strcmp(formats[i].name, name))
			return i;
	if (name)
		die_usage("unknown format \"%s\" for list; use text, json or csv", name);
	return 0;
}

void list_print(const struct list *list, int format)
{
	formats[format].print(list);
}
