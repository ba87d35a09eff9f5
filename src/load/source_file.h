/**
 * @file
 * One file of a dossier while it is read.
 *
 * Each file has its own arenas and diagnostics, so files are read in parallel;
 * merge.c then puts them together in path order.  A record that names another
 * has a pending ref until link.c looks it up: the kind says which file's links
 * to look in, the index which link it is.
 */
#ifndef DAFTAR_LOAD_SOURCE_FILE_H
#define DAFTAR_LOAD_SOURCE_FILE_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "model/dossier.h"
#include "model/field.h"
#include "stream.h"

/** Records of one kind; they stay where they are until the file is merged. */
struct list {
	struct chunk *first, *last;
	uint32_t count;
};

/** An id that some record names. */
struct link {
	const char *id;
	unsigned line, column;
};

enum { KIND_PENDING = KIND_COUNT }; /* and up: + the number of the file */

struct source_file {
	const char *name; /* as in messages; set by the caller, as are text and len */
	const char *text; /* read this instead of the file, when it is set */
	size_t len;
	uint32_t number;	 /* among the files, in path order */
	struct arena arena;	 /* what the dossier will own */
	struct arena scratch;	 /* what it will not */
	struct arena diag_arena; /* the diagnostics' */
	struct arena dates; /* the last few dates parsed, of which only extents stay */
	int date_count;
	struct diags diags;
	struct map words; /* ids and tags, interned */
	struct about about;
	struct list lists[KIND_COUNT];
	struct buf links;	/* struct link */
	struct buf stack;	/* elements of the lists that are being read */
	struct map skipped_ids; /* what may be ids, in what was not read */
	bool is_broken;		/* what follows a break could not be read */
	int link_errors;	/* told by link.c */
	struct stream stream;
};

/** A map while it is read, for the checks that need all of it. */
struct frame {
	struct source_file *file;
	const struct shape *shape;
	void *base;
	struct spot at;
	const struct spot *spots; /* where the value of each field is; line 0: none, but
				     with a width an unknown key probably meant it */
};

/** Read the whole file.  Zeroed but for `file`, `number` and perhaps the text. */
void source_file_read(struct source_file *file);

/** Give back what the dossier does not take over. */
void source_file_release(struct source_file *file);

/** The position of a spot in this file. */
struct src_pos file_pos(const struct source_file *file, struct spot spot);

/** diag_add() at a spot; diag_help() may follow. */
__attribute__((format(printf, 4, 5))) void file_diag(struct source_file *file,
						     enum diag_id id, struct spot at,
						     const char *format, ...);

/** How many bytes of a text a message quotes: at most 60, whole characters. */
int excerpt(const char *text);

/** Read a map whose start has been taken, into the zeroed struct at `base`. */
void parse_map(struct source_file *file, const struct shape *shape, void *base,
	       const struct token *start);

/** Read the value that starts with `token` into the member of `base`. */
void parse_value(struct source_file *file, const struct field *field, void *base,
		 const struct token *token);

/** The names of a type: "text"; and in messages, "a text". */
const char *field_type_name(enum field_type type);
const char *field_type_words(enum field_type type);

/** Pass over the rest of the node that starts with `token`. */
void parse_skip(struct source_file *file, const struct token *token);

/** The same, but the ids that may stand in it are noted in file->skipped_ids. */
void parse_skip_ids(struct source_file *file, const struct token *token);

/** A new, zeroed record at the end of a list. */
void *list_add(struct list *list, struct arena *arena, size_t size);

/** Forget all but the first `count`. */
void list_cut(struct list *list, uint32_t count);

/** Copy all records, one after another, to `to`; gives where the next would go. */
char *list_copy(const struct list *list, size_t size, char *to);

/** Put the address of every record into `to`; gives where the next would go. */
const void **list_addresses(const struct list *list, size_t size, const void **to);

/** The spot where the field with this key has its value. */
struct spot frame_spot(const struct frame *frame, const char *key);

/** Take a scalar as an EDTF date. */
void value_edtf(struct source_file *file, struct when *when, const struct token *token);

/** The text of a scalar, owned by the file; NULL, told, when it is none or empty. */
const char *value_text(struct source_file *file, const struct field *field,
		       const struct token *token);

/** Complain that the value is of another type, and pass over it. */
void value_wrong(struct source_file *file, const struct field *field,
		 const struct token *token);

/** Is it a scalar that YAML takes for nothing? */
bool value_is_null(const struct token *token);

/** The readers of dates (dates.c), of lists and maps (collect.c); see value.c. */
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

/** Add a pair to those that were added before. */
void pairs_add(struct source_file *file, struct pairs *pairs, const char *key,
	       const char *value);

/** A pending ref to the record whose id the scalar gives. */
struct ref link_add(struct source_file *file, const struct token *token);

/** Is it `[a-z][a-z0-9]*([-_.][a-z0-9]+)*`? */
bool is_id(const char *text, size_t len);

/** Is it an id?  Else tell. */
bool id_check(struct source_file *file, const struct token *token);

#endif
