/**
 * @file
 * One file of a dossier while it is being read.
 *
 * Each has its own arenas and diagnostics, so files are read in parallel;
 * merge.c then merges them in path order.  A reference to another record is a
 * pending ref until link.c resolves it: its kind encodes the file, its index is that
 * of the link in the file.
 */
#ifndef DAFTAR_LOAD_SOURCE_FILE_H
#define DAFTAR_LOAD_SOURCE_FILE_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "load/load.h"
#include "model/dossier.h"
#include "model/field.h"
#include "stream.h"

/** Records of one kind, at fixed addresses until the file is merged. */
struct list {
	struct chunk *first, *last;
	uint32_t count;
};

/** A reference by id. */
struct link {
	const char *id;
	unsigned line, column;
};

enum { KIND_PENDING = KIND_COUNT }; /* + the number of the file */

struct source_file {
	struct load_source
		source;	      /* its text, if any, else the file of this name is read */
	uint32_t number;      /* among the files, in path order */
	struct arena arena;   /* moves to the dossier */
	struct arena scratch; /* freed after merging */
	struct arena diag_arena; /* owns the diagnostics */
	struct arena dates;	 /* recently parsed dates; only their extents are kept */
	int date_count;
	struct diags diags;
	struct map words; /* ids and tags, interned */
	struct about about;
	struct list lists[KIND_COUNT];
	struct buf links;	/* struct link */
	struct buf stack;	/* elements of the lists being read */
	size_t record_bytes;	/* of records and elements */
	struct map skipped_ids; /* possible ids in skipped values */
	bool has_dropped;	/* a record without an id was dropped */
	bool is_broken;		/* not read to the end */
	struct stream stream;
};

/** A completely read map, for checks. */
struct frame {
	struct source_file *file;
	const struct shape *shape;
	void *base;
	struct spot at;
	const struct spot *spots; /* of each field's value; line 0: absent; a
				     width alone: an unknown key may be a misspelling */
};

/** Read the whole file.  Zeroed except for `source` and `number`. */
void source_file_read(struct source_file *file);

/** Free what the dossier does not own. */
void source_file_release(struct source_file *file);

/** The position of a spot in this file. */
struct src_pos file_pos(const struct source_file *file, struct spot spot);

/** diag_add() at a spot; diag_help() may follow. */
__attribute__((format(printf, 4, 5))) void file_diag(struct source_file *file,
						     enum diag_id id, struct spot at,
						     const char *format, ...);

/** A value as messages quote it (text/excerpt.h).  Owned by the diagnostics. */
const char *quoted(struct source_file *file, const char *text);

/** Read a map, whose start token was read, into the zeroed struct at `base`. */
void parse_map(struct source_file *file, const struct shape *shape, void *base,
	       const struct token *start);

/** Read the value that starts with `token` into the member of `base`. */
void parse_value(struct source_file *file, const struct field *field, void *base,
		 const struct token *token);

/** The names of a type: "text"; and in messages, "a text". */
const char *field_type_name(enum field_type type);
const char *field_type_words(enum field_type type);

/** Skip the rest of the node that starts with `token`. */
void parse_skip(struct source_file *file, const struct token *token);

/** As parse_skip(); possible ids are added to file->skipped_ids. */
void parse_skip_ids(struct source_file *file, const struct token *token);

/** A new, zeroed record at the end of a list. */
void *list_add(struct list *list, struct arena *arena, size_t size);

/** Keep only the first `count`. */
void list_cut(struct list *list, uint32_t count);

/** Copy all records to `to`; returns the position after the last. */
char *list_copy(const struct list *list, size_t size, char *to);

/** Write the address of every record to `to`; returns the position after the last. */
const void **list_addresses(const struct list *list, size_t size, const void **to);

/** The spot of the value of this key. */
struct spot frame_spot(const struct frame *frame, const char *key);

/** Parse a scalar as an EDTF date. */
void value_edtf(struct source_file *file, struct when *when, const struct token *token);

/** The text of a scalar, owned by the file; NULL, reported, when it is not a scalar or is
 * empty. */
const char *value_text(struct source_file *file, const struct field *field,
		       const struct token *token);

/** Does the file have exactly this text, on one line? */
bool token_is_literal(const struct token *token);

/** The length of a scalar without the blanks and line breaks at its end. */
size_t token_trimmed(const struct token *token);

/** Report that the value has the wrong type, and skip it. */
void value_wrong(struct source_file *file, const struct field *field,
		 const struct token *token);

/** Is it a YAML null? */
bool value_is_null(const struct token *token);

/** The readers of ids, coordinates, dates (dates.c), lists and maps (collect.c); see
 * value.c. */
void id_read(struct source_file *, const struct field *, void *, const struct token *);
void coordinates_read(struct source_file *, const struct field *, void *,
		      const struct token *);
void date_read(struct source_file *, const struct field *, void *, const struct token *);
void date_read_edtf(struct source_file *, const struct field *, void *,
		    const struct token *);
void date_read_csl(struct source_file *, const struct field *, void *,
		   const struct token *);
void date_read_other(struct source_file *, const struct field *, void *,
		     const struct token *);
void date_read_parts(struct source_file *, const struct field *, void *,
		     const struct token *);
void collect_refs(struct source_file *, const struct field *, void *,
		  const struct token *);
void collect_texts(struct source_file *, const struct field *, void *,
		   const struct token *);
void collect_pairs(struct source_file *, const struct field *, void *,
		   const struct token *);
void collect_list(struct source_file *, const struct field *, void *,
		  const struct token *);
void collect_records(struct source_file *, const struct field *, void *,
		     const struct token *);
void collect_other_names(struct source_file *, const struct field *, void *,
			 const struct token *);

/** Append a pair. */
void pairs_add(struct source_file *file, struct pairs *pairs, const char *key,
	       const char *value);

/** A pending ref to the record with the id in the scalar. */
struct ref link_add(struct source_file *file, const struct token *token);

/**
 * May it be the id of a record of these kinds, a set of 1 << enum kind?  An id is
 * `[a-z][a-z0-9]*([-_.][a-z0-9]+)*`, that of a reference any citation key of pandoc,
 * `@key` or `@{key}`: no white space, no invisible character, balanced braces.
 */
bool is_id(const char *text, size_t len, unsigned kinds);

/** The width of an id, in code points; 0 for NULL. */
unsigned id_width(const char *id);

/** is_id(), which reports when it is not. */
bool id_check(struct source_file *file, const struct token *token, unsigned kinds);

#endif
