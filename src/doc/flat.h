/**
 * @file
 * A record as a row: the field table of its kind, laid flat.
 *
 * CSV and SQL have columns, not maps: a date becomes its EDTF, its earliest and latest
 * day and whether the curator supplies it; a map becomes a column for each of its
 * keys.  What may be there several times is one value, a list, which CSV joins and SQL
 * puts in a table of its own.
 */
#ifndef DAFTAR_DOC_FLAT_H
#define DAFTAR_DOC_FLAT_H

#include "base/buf.h"
#include "doc/export.h"
#include "model/field.h"

enum flat_type {
	FLAT_TEXT,
	FLAT_DATE,   /* EDTF, or a day in ISO 8601 */
	FLAT_BOOL,   /* "true" or "false" */
	FLAT_NUMBER, /* a decimal number */
	FLAT_REF,    /* the id of a record of field->kinds */
	FLAT_LIST    /* several; see flat_join() */
};

/** One column, and its value in a record. */
struct flat_cell {
	const char *name; /* "date_earliest"; valid during the call */
	enum flat_type type;
	const char *value;	   /* NULL: none; valid during the call */
	const struct field *field; /* of the column */
	const char *base;	   /* the struct that `field` is in */
};

/** Where the cells go, in the order of the columns. */
struct flat {
	const struct export *export; /* a ref to what is not part of it is no value */
	void (*cell)(void *to, const struct flat_cell *cell);
	void *to;
};

/**
 * Give the cells of a record; of one of its kind without any value when its index is
 * FLAT_BLANK.  A point has the id that flat_id() gives it, and then its event.
 */
void flat_record(const struct flat *flat, struct ref ref);

enum { FLAT_BLANK = -1 };

/** Give the cells of an element of a list, with this shape. */
void flat_row(const struct flat *flat, const struct shape *shape, const void *base);

/** Append the values of a list to an empty buffer, with "; " between them. */
void flat_join(const struct export *export, const struct flat_cell *list,
	       struct buf *out);

/** The id that the exports give a record: its own, or "EVENT#2" for a point without
 * one.  Valid until `out` changes. */
const char *flat_id(const struct dossier *dossier, struct ref ref, struct buf *out);

#endif
