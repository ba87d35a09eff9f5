/**
 * @file
 * The description of the format: what keys a record has and what they hold.
 *
 * One const table per kind of record (fields.c, csl.c).  The loader reads YAML by
 * them, the linker finds every ref by them, the documents show records by them,
 * and the manual and the JSON Schema are printed from them: a new key of the
 * format is one row.
 */
#ifndef DAFTAR_MODEL_FIELD_H
#define DAFTAR_MODEL_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "model/dossier.h"

/** The value under a key, and the type of the member that holds it. */
enum field_type {
	FIELD_ID,	/* const char *: unique over the dossier */
	FIELD_KEY,	/* const char *: the same, any citation key of pandoc */
	FIELD_TEXT,	/* const char *: any text */
	FIELD_LINE,	/* const char *: text without a line break */
	FIELD_BOOL,	/* bool */
	FIELD_FORMAT,	/* int: the version of the format */
	FIELD_TERM,	/* an enum: a term of `terms` */
	FIELD_NAME,	/* const char *: the name of a term of `terms` */
	FIELD_HASH,	/* const char *: SHA-256 in hexadecimal */
	FIELD_EDTF,	/* struct when: its `edtf` and `extent` */
	FIELD_DATE,	/* struct when: EDTF, or a map of `shape` */
	FIELD_CSL_DATE, /* struct when: EDTF, or a map of `shape`, of a struct csl_date */
	FIELD_DATE_PARTS,   /* const char *: CSL date-parts, as EDTF */
	FIELD_REF,	    /* struct ref: an id of one of `kinds` */
	FIELD_REFS,	    /* struct refs: an id or a list of ids of `kinds` */
	FIELD_TEXTS,	    /* struct strings: a text or a list of texts */
	FIELD_TAGS,	    /* struct strings: the same, interned */
	FIELD_PAIRS,	    /* struct pairs: a map of texts */
	FIELD_COORDINATES,  /* those of a struct place_record */
	FIELD_VALUE_OR_MAP, /* a map of `shape` in the member, or its first key's value */
	FIELD_MAP,	    /* a map of `shape`, in the member or in the same struct */
	FIELD_LIST,	  /* const struct X * and an int at `count_at`: maps of `shape` */
	FIELD_RECORDS,	  /* struct span, or nothing: records with a table of their own */
	FIELD_OTHER,	  /* struct pairs: a CSL variable kept as it is written */
	FIELD_OTHER_DATE, /* struct pairs: a CSL date variable, kept as EDTF */
	FIELD_OTHER_NAMES, /* struct pairs: a CSL name variable, kept as a line */
	FIELD_TYPE_COUNT
};

/** Where the document of a record shows a field. */
enum field_section {
	SECTION_BODY,  /* as a field with its label */
	SECTION_FACTS, /* in the line below the title, without a label */
	SECTION_TEXT,  /* as a paragraph, without a label */
	SECTION_NOTES, /* as a remark of the curator */
	SECTION_MORE,  /* as a field, among the metadata at the end */
	SECTION_HIDDEN /* with another field, such as the title or a name */
};

struct shape;

/** A date as CSL-JSON has it, besides ours. */
struct csl_date {
	struct when when;
	const char *parts;
	bool circa;
};

struct field {
	const char *key, *label; /* as written, "sort_name"; as shown, "Sorted as" */
	enum field_type type;
	unsigned short at, count_at; /* offsets in the struct of the shape */
	bool is_required;
	enum field_section section;
	unsigned kinds; /* of refs: a set of 1 << enum kind */
	const struct vocabulary *terms;
	const struct shape *shape;
	const char *help;
};

/** The member of the struct at `base` that holds the field. */
static inline void *field_member(const struct field *field, void *base)
{
	return (char *)base + field->at;
}

static inline const void *field_value(const struct field *field, const void *base)
{
	return (const char *)base + field->at;
}

/** The keys of one kind of map. */
struct shape {
	const char *name; /* "event"; in messages */
	enum kind kind;	  /* of records with a table, else KIND_NONE */
	size_t size;	  /* of the struct */
	const struct field *fields;
	int count;
	bool has_place; /* the struct has, at `place_at`, where it was written */
	unsigned short place_at;
	const char *help;
};

enum { FIELDS_MOST = 128 }; /* keys a shape may have */

/** The top level of a file; its struct is struct about, as records have tables. */
extern const struct shape file_shape;

extern const struct shape about_shape, date_shape, claim_shape, csl_date_shape,
	office_shape, actor_shape, place_shape, participant_shape, standing_shape,
	outcome_shape, point_shape, event_shape, relation_shape, passage_shape,
	name_shape, reference_shape, step_shape, thread_shape, view_shape,
	relation_type_shape;

/** The relation types that every dossier has. */
extern const struct relation_type builtin_relation_types[];
extern const int builtin_relation_type_count;

/** The shape of a kind's records. */
const struct shape *shape_of(enum kind kind);

enum { SHAPES_MOST = 32 };

/** Every shape, from file_shape down, each once; gives their number. */
size_t shapes_all(const struct shape **shapes, size_t room);

/** "an" or "a", as the word wants it. */
const char *article(const char *word);

#endif
