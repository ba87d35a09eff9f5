/**
 * @file
 * The tables of the SQL export, made from the field tables.
 *
 * There is one for each kind of record, one for each list in a record, such as
 * "events_participants", and one for each list in such a list.  All identifiers are
 * quoted, as some are words of SQL.
 */
#ifndef DAFTAR_DOC_EXPORT_SQL_H
#define DAFTAR_DOC_EXPORT_SQL_H

#include "export.h"
#include "model/field.h"

enum {
	SQL_NAME = 80, /* bytes of an identifier */
	SQL_TABLES = 96,
	SQL_ROWS = 200, /* of an INSERT */
	SQL_DEPTH = 2	/* lists in lists */
};

/** A table: of the records of a kind, or of a list in them. */
struct sql_table {
	enum kind kind;
	int depth;			 /* 0: the records themselves */
	char lists[SQL_DEPTH][SQL_NAME]; /* the columns that lead to the list */
};

struct sql_schema {
	struct sql_table tables[SQL_TABLES]; /* a table comes after those it refers to */
	int count;
};

/** Find all tables. */
void sql_schema_init(struct sql_schema *schema, struct export *export);

/** Write CREATE TABLE. */
void sql_create(struct export *export, const struct sql_table *table);

/** Write the rows of the records that are part of the export, as INSERT. */
void sql_insert(struct export *export, const struct sql_table *table);

/** Write a string literal; NULL for NULL. */
void sql_text(FILE *out, const char *text);

#endif
