/**
 * @file
 * Queries: one language over every kind of record, for prompt, chips, pickers and
 * command line.
 *
 * A struct query is an expression, and belongs to no dossier.  A struct query_index
 * belongs to one dossier: it folds texts, lists the keys of every record and keeps
 * what it found, so that going back, toggling a chip or typing another letter
 * computes only what is new.  A query meets an index when it is read (values must
 * name something) and when it is run.
 *
 *   query   = { any }                       blank between: all of them
 *   any     = all { "OR" all }
 *   all     = one { [ "AND" ] one }
 *   one     = [ "-" | "not:" | "NOT" ] ( term | "(" any ")" )
 *   term    = [ field ":" ] value { "," value }            any of the values
 *   value   = word | '"' { any character } '"'             '"' within is doubled
 *   field   = actor role office year date place type mode kind thread view tag
 *             source status relation supplied damaged quoted state id title
 *
 * AND, OR and NOT are operators in capitals only.  A word ends at a blank, a comma
 * or a parenthesis; a word that begins with [ or { keeps its commas up to the
 * closing bracket.  OR binds least.
 *
 * Values.  Without a field: words in any text of the record, found where a word
 * begins; case, accents and apostrophes do not count (text/fold.h).  A year is
 * YYYY, YYYY..YYYY, ..YYYY or YYYY..; a date is any EDTF, from its first day to its
 * last, a set by its members.  supplied, damaged and quoted take yes or no.  Any
 * other value names a record or a word of a vocabulary: by its id, else by a whole
 * name, else by the beginning of a word in a name, else by a name with a Russian or
 * Uzbek ending, an actor else by the office held on the day.  id: takes whole ids.
 *
 * Truth.  Vague dates, and offices that may have been held, make a match possible
 * rather than sure (enum truth: TRUTH_YES, TRUTH_MAYBE, TRUTH_NO).  "and" takes the
 * lesser of two, "or" the greater; negation turns sure into none and leaves
 * possible possible.
 *
 * Saved views.  view:V is the query saved under V, in parentheses: of the dossier
 * (`views:`), or of the reader (query_index_set_views()).  A view that asks for itself
 * is an error.
 *
 * What belongs together.  Terms side by side (without parentheses between them, and
 * not negated) that ask about the same thing must hold of one such thing: kind, status
 * and supplied of one point; actor, role and office of one participant or speaker;
 * source, damaged and state of one passage.  kind:position status:unknown is a
 * point that is both.  A field that comes again begins another: actor:norov
 * actor:blinken are two, role:actor actor:norov role:recipient actor:blinken two with
 * their roles.  An event's own status and a supplied date count for each of its
 * points.
 *
 * Records.  A point has the date, place, type, mode, tags and threads of its event,
 * and its own words, speakers, kind, status and passages.  An event has what its
 * points have.  A state is found through those who held its offices on the day; a
 * place holds the places within it, a source those whose text is in its copy.  thread:T
 * is true of every step of T, of an event that holds a step, and of the points of an
 * event that is one.  So over the steps of T it finds all of them, which is the number on
 * the tab; over events it finds the events that the steps are or stand in, each once.
 */
#ifndef DAFTAR_QUERY_QUERY_H
#define DAFTAR_QUERY_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/dossier.h"
#include "model/texts.h"

enum query_field {
	QUERY_TEXT,
	QUERY_ACTOR,
	QUERY_ROLE,
	QUERY_OFFICE,
	QUERY_YEAR,
	QUERY_DATE,
	QUERY_PLACE,
	QUERY_TYPE,
	QUERY_MODE,
	QUERY_KIND,
	QUERY_THREAD,
	QUERY_VIEW,
	QUERY_TAG,
	QUERY_SOURCE,
	QUERY_STATUS,
	QUERY_RELATION,
	QUERY_SUPPLIED,
	QUERY_DAMAGED,
	QUERY_QUOTED,
	QUERY_STATE,
	QUERY_ID,
	QUERY_TITLE,
	QUERY_FIELD_COUNT
};

struct query_keys; /* how the keys of a field are found; src/query/field.h */

/** The one table of fields: reader, messages, completion, manual and index use it. */
struct query_field_info {
	const char *name; /* "" for QUERY_TEXT */
	const char *help;
	const char *example;
	unsigned kinds; /* the kinds of record that can have it: 1 << enum kind */
	const struct query_keys *keys; /* NULL: the field has no list of values */
};
extern const struct query_field_info query_fields[QUERY_FIELD_COUNT];

/** What is known of a dossier for answering queries. */
struct query_index;

/**
 * An index of a dossier, and of the states of its passages (`texts` may be NULL:
 * every passage is unchecked).  Both must outlive it.  Cheap: its parts are made
 * when they are first needed.  Belongs to one thread at a time.
 */
struct query_index *query_index_new(const struct dossier *dossier,
				    const struct texts *texts);

/** Give it back.  NULL is allowed. */
void query_index_free(struct query_index *index);

/**
 * Make more of what queries will need, texts included, while nobody waits: the work of
 * about `budget` records, the kinds that are asked for most first.  False when there is
 * nothing left to make.  What a query needs earlier is made when it asks.
 */
bool query_index_prepare(struct query_index *index, int budget);

/** A query that was saved under a name. */
struct query_saved {
	const char *name, *text;
};

/**
 * The reader's own views, in the place of those set before: view: finds them beside
 * those of the dossier, which come first.  They are copied.
 */
void query_index_set_views(struct query_index *index, const struct query_saved *views,
			   int count);

/** The top-level terms that a query may have: more than anyone types. */
enum { QUERY_TERMS_MOST = 64 };

/** How deep parentheses and negations may be nested, and how many values there may be. */
enum { QUERY_DEPTH_MOST = 32, QUERY_VALUES_MOST = 1024 };

/** A top-level term, a chip: a term, a negation or a parenthesis. */
struct query_term;

/**
 * Terms that must all hold.  Zero-initialise; release.  It owns its memory and
 * points into no index.
 */
struct query {
	struct arena arena;
	struct query_term *terms;
	int term_count;
};

/** Why a text is no query: where, what, and what was probably meant. */
struct query_fault {
	size_t at, len; /* bytes of the text; `len` is 0 at its end */
	char message[512];
};

/**
 * Append the terms of `text`, switched on.  False, with nothing added and the
 * reason in `*fault` (may be NULL), when it can't be read or names nothing.
 */
bool query_add(struct query *query, struct query_index *index, const char *text,
	       struct query_fault *fault);

/** Append one term for a field and one of its values, quoted as needed. */
bool query_add_value(struct query *query, struct query_index *index,
		     enum query_field field, const char *value);

/** What to write in the place of a term. */
struct query_edit {
	int term;
	const char *text;
};

/**
 * Put the terms of a text in the place of a term; a text without terms drops it.
 * They are on or off as it was.  False, with nothing changed, as query_add().
 */
bool query_replace(struct query *query, struct query_index *index,
		   const struct query_edit *edit, struct query_fault *fault);

int query_count(const struct query *query);
void query_drop(struct query *query, int i);
void query_switch(struct query *query, int i, bool on);
bool query_is_on(const struct query *query, int i);

/**
 * Append term `i`, or all terms (those that are off, too): what is printed reads
 * back as the same expression.
 */
void query_print_term(const struct query *query, int i, struct buf *out);
void query_print(const struct query *query, struct buf *out);

/** A deep copy into `to`, which must be empty. */
void query_copy(struct query *to, const struct query *from);

/** Empty it.  It is usable again. */
void query_release(struct query *query);

/**
 * The first term with a value that names nothing in this dossier, with the reason
 * in `*fault` (may be NULL; its place is in the printed term); -1 when all do.  For
 * a query that was read with another index: such a value matches nothing.
 */
int query_unresolved(const struct query *query, struct query_index *index,
		     struct query_fault *fault);

/** Does a record of any kind match all terms that are on? */
enum truth query_match(const struct query *query, struct query_index *index,
		       struct ref record);

/**
 * The person through whose office an actor term matches the record ("through
 * Vladimir Norov"); none when it matches directly, or there is no such term.
 */
struct ref query_through(const struct query *query, struct query_index *index,
			 struct ref record);

/**
 * Is the point one that the terms on kind and status ask for?  False when no such
 * term is on.  For marking claims of an event that was found by them.
 */
bool query_match_point(const struct query *query, struct query_index *index,
		       struct ref point);

/** What is searched: the listed records, or with `refs` NULL all records of a kind. */
struct query_scope {
	enum kind kind;
	const struct ref *refs; /* of any kinds, in the order of the list */
	int count;		/* of `refs` */
};

/** A query, and where it is asked.  Points at all of it. */
struct query_view {
	const struct query *query; /* NULL: everything matches */
	struct query_index *index;
	struct query_scope scope;
};

/** The records that match: first the sure ones, then the possible ones. */
struct query_hits {
	struct ref *refs;
	enum truth *truths; /* of each: TRUTH_YES or TRUTH_MAYBE */
	int *positions;	    /* of each: its index in the scope */
	int count;	    /* of all, sure and possible ... */
	int possible_count; /* ... and of the possible ones among them */
};

/** Search the scope; sure and possible hits are each in its order.  Owned by `arena`. */
void query_run(const struct query_view *view, struct arena *arena,
	       struct query_hits *hits);

/** The number of hits, and in `*possible_count` (may be NULL) of the possible ones. */
int query_count_hits(const struct query_view *view, int *possible_count);

/** One value of a field, and how many records choosing it alone would give. */
struct facet {
	const char *value;	   /* as query_choose() and query_add_value() take it */
	const char *label;	   /* as shown */
	const char *names;	   /* other names, to be searched while typing; or NULL */
	int count, possible_count; /* as in struct query_hits */
	bool is_chosen;		   /* by a term on this field that is on */
};

/**
 * The values of a field, each with exactly the counts that query_run() gives after
 * query_choose() with that value alone.  The chosen come first; then years ascend,
 * others go by count, then label.  Values that would give nothing are left out
 * unless chosen.  QUERY_TEXT, QUERY_TITLE and QUERY_DATE have none.
 */
const struct facet *query_facets(const struct query_view *view, enum query_field field,
				 struct arena *arena, int *count);

/** Values to choose. */
struct query_choice {
	enum query_field field;
	const char *const *values;
	int count;
};

/**
 * Replace the terms on a field (not the negated ones, nor those in parentheses) by
 * one with these values, any of which may hold; without values they are dropped.
 * The new term stands where the first of them stood, else last.  False, with
 * nothing changed, when a value names nothing or there are too many terms.
 */
bool query_choose(struct query *query, struct query_index *index,
		  const struct query_choice *choice);

/**
 * For a search without hits: the term that is on whose dropping gives most, and in
 * `*count` how many.  -1 when dropping any one gives nothing.  Of equals the last.
 */
int query_blame(const struct query_view *view, int *count);

/** Append what to remove so that something is found: "removing year:1901 leaves 3".
 * False when removing any one term gives nothing. */
bool query_print_blame(const struct query_view *view, struct buf *out);

/** What may be written at the cursor. */
struct query_candidate {
	const char *text; /* to put in the place of the range: "actor:", "norov", "OR " */
	const char *label;	   /* "Vladimir Norov", or the help of a field */
	int count, possible_count; /* hits if it is written; -1: not counted */
};

struct query_completion {
	size_t at, len; /* the bytes of the text that a candidate replaces */
	const struct query_candidate *candidates;
	int count;
};

/** A text as it is typed, with the cursor before byte `cursor`. */
struct query_prompt {
	const char *text;
	size_t cursor;
};

/**
 * Fields, values (counted beside the other terms before and after, as far as they can
 * be read) and operators that continue the text at the cursor.  `index` and `scope`
 * are those of `view`; its query is what else is filtered by.
 */
void query_complete(const struct query_view *view, const struct query_prompt *prompt,
		    struct arena *arena, struct query_completion *completion);

/**
 * The folded words and phrases that terms without a field, and title:, search for
 * (not the negated ones): for highlighting with fold_next().
 */
const char *const *query_words(const struct query *query, struct query_index *index,
			       struct arena *arena, int *count);

#endif
