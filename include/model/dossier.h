/**
 * @file
 * The dossier: all curated records.
 *
 * There is one table per kind of record, all owned by one arena.  load/ fills it once;
 * all others use it const.  Records point to each other by ref.  The model does not
 * depend on YAML, files or the screen.
 *
 * An optional text is NULL when it is not given; a required one is never NULL, but may
 * be empty in a dossier with errors.  Texts are NUL-terminated UTF-8 with arbitrary
 * content: output goes through text/clean.h or text/cell.h.  Terms follow Popolo
 * (actors), GeoNames (places), PLOVER 2.0 (events), W3C Web Annotation (passages) and
 * CSL 1.0.2 (references).
 */
#ifndef DAFTAR_MODEL_DOSSIER_H
#define DAFTAR_MODEL_DOSSIER_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "model/date.h"
#include "model/ref.h"
#include "model/terms.h"

/** The first member of every record with an id. */
struct record {
	const char *id;	   /* NULL only for a point without one */
	struct src_pos at; /* where it was written */
};

struct strings {
	const char *const *at;
	int count;
};

struct pair {
	const char *key, *value;
};

struct pairs {
	const struct pair *at;
	int count;
};

/** Consecutive records in a table: the points of an event. */
struct span {
	uint32_t first;
	int count;
};

/** A curated date: its value and where it comes from. */
struct when {
	const char *edtf;	   /* as written; NULL for no date */
	struct date_extent extent; /* the meaning of `edtf`, in days */
	bool supplied;		   /* by the curator; not stated by a source */
	const char *basis;	   /* the reason for a supplied date */
	const char *note;
	struct refs passages;
};

/** Another date of an event, claimed by some source. */
struct date_claim {
	struct when date;
	enum rank rank;
};

struct office {
	const char *title; /* "Foreign Minister" */
	struct ref of;	   /* the state or organization it is an office of */
	struct when date;  /* the term of office */
	enum office_status status;
	struct refs passages;
};

struct actor {
	struct record record;
	enum actor_kind kind;
	const char *name, *sort_name, *description;
	struct strings names; /* alternative names */
	const struct office *offices;
	int office_count;
	struct pairs identifiers; /* "wikidata" to "Q265" */
	struct refs passages;
};

struct place_record {
	struct record record;
	const char *name, *description;
	struct strings names;
	enum feature feature;
	bool has_coordinates;
	double latitude, longitude; /* WGS 84, degrees */
	struct ref within;
	struct pairs identifiers;
	struct refs passages;
};

struct participant {
	struct ref actor;
	enum part role;
	const char *as; /* the capacity, where no office gives it */
	struct refs passages;
};

struct event {
	struct record record;
	const char *title, *summary;
	struct when date;
	const struct date_claim *date_claims;
	int date_claim_count;
	struct ref place;
	enum event_type type;
	enum event_mode mode;
	enum event_status status;
	const struct participant *participants;
	int participant_count;
	struct span points;
	struct refs passages;
	struct strings tags; /* interned: equal tags are the same pointer */
	struct ref part_of;
#ifdef DAFTAR_TEST_FIELD
	const char *weather; /* tests/field.test: a new field is a member and a row */
#endif
};

/** What became of a request or a commitment, and who says so. */
struct standing {
	enum point_status term;
	bool supplied;	   /* by the curator; no source says it */
	const char *basis; /* where a supplied status comes from */
	struct refs passages;
};

/** The same in words. */
struct outcome {
	const char *text;
	bool supplied;
	const char *basis;
	struct refs passages;
};

/** A claim within an event: said, requested, promised or judged. */
struct point {
	struct record record;
	struct ref event; /* the event it belongs to */
	enum point_kind kind;
	struct refs by, to;
	const char *text;
	struct refs passages;
	struct when due; /* of a commitment */
	struct standing status;
	struct outcome outcome;
};

struct relation {
	struct record record;
	struct ref type; /* a KIND_RELATION_TYPE */
	struct ref from, to;
	struct when date;
	const char *text;
	struct refs passages;
};

/** A W3C TextQuoteSelector with the curator's additions. */
struct passage {
	struct record record;
	struct ref source; /* a KIND_REFERENCE */
	const char *exact, *prefix, *suffix;
	struct src_pos exact_at; /* where `exact` was written */
	const char *locator;	 /* a CSL label and a number: "para. 3" */
	const char *note;
	const char *damaged; /* what is missing from the source's text */
	struct ref speaker;  /* who is quoted, when not the author */
};

/** A CSL name: family and given, or literal for an institution. */
struct csl_name {
	const char *family, *given, *literal, *particle, *suffix;
};

struct csl_names {
	const struct csl_name *at;
	int count;
};

/** A source, described in CSL. */
struct reference {
	struct record record;
	const char *type; /* a CSL type: "article", "webpage" */
	const char *title, *title_short, *container_title, *publisher, *publisher_place;
	const char *genre, *volume, *issue, *page, *doi, *url, *language, *abstract,
		*note;
	struct csl_names author, editor, translator;
	struct when issued, accessed;
	struct pairs other; /* every other CSL variable, as written */
	const char *text;   /* custom.text: file name of the source text */
	const char *sha256; /* custom.sha256: of that file, lower-case hexadecimal */
	const char *capture_note; /* custom.note */
	struct ref within;	  /* custom.within: the reference whose text this is in */
};

struct step {
	struct ref ref;
	const char *note;
};

/** A curated reading path. */
struct thread {
	struct record record;
	const char *title, *summary;
	const char *short_title; /* for a tab where room is short */
	struct ref opens_at;	 /* the step to open on; none: the first */
	const struct step *steps;
	int step_count;
};

/** A saved, named query. */
struct view_record {
	struct record record;
	const char *title, *query;
};

/** A type of relation, with a label for both directions. */
struct relation_type {
	struct record record;
	const char *label;   /* "follows": from ... to */
	const char *inverse; /* "followed by": to ... from */
	const char *description;
	bool is_builtin;
	bool is_later; /* `from` can't end before `to` begins */
};

/** A reference to this record, in the field `as` of the record `from`. */
struct backlink {
	struct ref from; /* an actor, event, point, relation, passage, thread, ... */
	const char *as;	 /* the key: "participants", "by", "steps" */
};

/** The map under the key `dossier`. */
struct about {
	struct src_pos at;
	const char *id, *title, *description, *language, *license, *creator;
	struct when created, modified;
	int format;
};

struct dossier {
	struct arena arena; /* owns everything reachable from here */
	struct about about;
	struct actor *actors;
	struct place_record *places;
	struct event *events; /* in the order of their dates; see date_extent_compare() */
	struct point *points; /* grouped by event, in written order */
	struct relation *relations;
	struct passage *passages;
	struct reference *references;
	struct thread *threads; /* in written order: digits 1 to 9 */
	struct view_record *views;
	struct relation_type *relation_types; /* the built-in ones first */
	int counts[KIND_COUNT];		      /* length of each table, by enum kind */
	struct map ids;			      /* id to ref; see dossier_find() */
	const struct backlink *backlinks;     /* grouped by the record they point to */
	const uint32_t *backlink_first[KIND_COUNT]; /* count + 1 offsets per kind */
	const char *const *files;		    /* all files read, in path order */
	int file_count;
};

/** The size of a record of this kind; 0 for KIND_NONE. */
size_t dossier_record_size(enum kind kind);

/** The member that points to the table of this kind, for load/ to fill. */
void **dossier_table(struct dossier *dossier, enum kind kind);

/** The record with this id, or none. */
struct ref dossier_find(const struct dossier *dossier, const char *id);

/** The first member of any record; NULL for none. */
const struct record *dossier_record(const struct dossier *dossier, struct ref ref);

/**
 * The title of a record in a list: a name, a title, a point's text, a passage's
 * words, a relation type's label.  Never NULL; not sanitised.
 */
const char *dossier_title(const struct dossier *dossier, struct ref ref);

/**
 * The reference whose captured copy holds the text of this one: itself when it
 * names a copy, else the nearest one it is within that does; none when no copy is
 * named.
 */
struct ref dossier_text_of(const struct dossier *dossier, struct ref reference);

/** The `*count` references to this record, in table order.  Owned by the dossier. */
const struct backlink *dossier_backlinks(const struct dossier *dossier, struct ref ref,
					 int *count);

/** The event of a point; any other record itself. */
struct ref dossier_home(const struct dossier *dossier, struct ref ref);

/** Free everything. */
void dossier_release(struct dossier *dossier);

#endif
