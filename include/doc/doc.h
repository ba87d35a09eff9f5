/**
 * @file
 * A record as a document: blocks of spans, told once for every reader.
 *
 * The ui lays a document out into rows, the command line writes it as text or
 * Markdown; neither knows how an actor or an event is described.  Passages are
 * numbered in the order in which the document first cites them, from 1.  A
 * document owns nothing: its text lies in the arena that it was given, or in
 * the dossier.
 */
#ifndef DAFTAR_DOC_DOC_H
#define DAFTAR_DOC_DOC_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/dossier.h"
#include "model/texts.h"

/** What a span of text means.  Readers map it to a role, a mark, or nothing. */
enum doc_meaning {
	DOC_PLAIN,    /* the curator's words */
	DOC_TITLE,    /* the title of the record */
	DOC_LABEL,    /* a kind, a role, the label of a field */
	DOC_DATE,     /* a date that a source states */
	DOC_SUPPLIED, /* a date or another value that the curator supplies */
	DOC_QUOTED,   /* a source's own words */
	DOC_CURATOR,  /* a remark of the curator on dates or evidence */
	DOC_DAMAGED,  /* what has dropped out, or a passage that is not as quoted */
	DOC_MEANING_COUNT
};

/** Text of one meaning.  `target` is the record that it leads to, or none. */
struct doc_span {
	const char *text;
	enum doc_meaning meaning;
	struct ref target;
};

struct doc_spans {
	const struct doc_span *at;
	int count;
};

/** The kinds of block, with what `label` and `spans` hold. */
enum doc_kind {
	DOC_HEADING,	 /* depth 0: the record; 1: a section; 2: who speaks ("Akbarzadeh:") */
	DOC_FACTS,	 /* short items of one line, one span an item: date, place, type */
	DOC_FIELD,	 /* label: of the field; spans: its value */
	DOC_PARAGRAPH,	 /* spans: running text */
	DOC_PARTICIPANT, /* label: the role; spans: the name, then the office */
	DOC_CLAIM,	 /* label: the kind of point; spans: the sentence; about: the point */
	DOC_LINK,	 /* label: how the two are related; spans: title, date of the other; about: the relation */
	DOC_STEP,	 /* label: the number; spans: date, title; about: the record */
	DOC_QUOTATION,	 /* label: the number; spans: the words; about: the passage */
	DOC_CITATION,	 /* of the quotation above: "CPC 2022, para. 3", and its state */
	DOC_NOTE,	 /* of the curator, on the block above it */
	DOC_KIND_COUNT
};

struct doc_block {
	enum doc_kind kind;
	int depth;	 /* of a heading; else how deep it is indented */
	bool is_more;	 /* metadata: shown on demand ("i"), always written to a stream */
	const char *label; /* or NULL */
	struct doc_spans spans;
	struct refs passages; /* the evidence of this block */
	struct ref about;     /* the record that the block describes */
};

struct doc_options {
	const struct texts *texts; /* how passages are found in their texts; NULL: unchecked */
	enum date_style dates;
};

/** A document under construction, then const.  Initialise with doc_init(). */
struct doc {
	struct arena *arena;
	const struct dossier *dossier;
	struct doc_options options;
	struct doc_block *blocks;
	int count, room;
	struct ref *passages; /* by number - 1 */
	int passage_count, passage_room;
};

void doc_init(struct doc *doc, struct arena *arena, const struct dossier *dossier,
	      const struct doc_options *options);

/** Append a record of any kind: heading, facts, fields, claims.  A point is told as its
 * event.  Metadata blocks have `is_more`. */
void doc_record(struct doc *doc, struct ref ref);

/**
 * Append what is related: sections "Before" and "After" by date (undated last in
 * "After"), one DOC_LINK each with a label that is true from `ref` ("follows", "is
 * background to"), its own words as a DOC_NOTE and its evidence.
 */
void doc_relations(struct doc *doc, struct ref ref);

/** Append where else a record is cited: "Cited by", one DOC_LINK each. */
void doc_cited_by(struct doc *doc, struct ref ref);

/** Append the quotations that were cited so far, in order of their numbers, each with its
 * citation and notes. */
void doc_quotations(struct doc *doc);

/** Append one passage: quotation, citation with state, speaker, damage, notes. */
void doc_passage(struct doc *doc, struct ref passage);

/** Append a thread's page: title, summary, and every step with its note, claims and
 * numbers; doc_quotations() completes it. */
void doc_thread(struct doc *doc, struct ref thread);

/** The number of a passage, from 1; 0 when it is not cited. */
int doc_number(const struct doc *doc, struct ref passage);

/** Write as plain text, wrapped at `width` cells (0: not wrapped). */
void doc_write_text(const struct doc *doc, int width, struct buf *out);

/** Write as CommonMark with footnotes ([^1]), which pandoc reads. */
void doc_write_markdown(const struct doc *doc, struct buf *out);

#endif
