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
#include "query/graph.h"

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
	DOC_HEADING,   /* depth 0: the record, label: its kind; 1: a section; 2: who
			  speaks ("Akbarzadeh:") */
	DOC_FACTS,     /* short items of one line, one span an item: date, place, type */
	DOC_FIELD,     /* label: of the field; spans: its value */
	DOC_PARAGRAPH, /* spans: running text */
	DOC_PARTICIPANT, /* label: the role; spans: the name, then the office, if any */
	DOC_CLAIM, /* label: the kind of point; spans: the sentence; about: the point */
	DOC_LINK,  /* label: how the two are related; spans: the title of the
		      other, then its date, if any, then "no passage", if it is
		      the curator's alone; about: the relation, else the other */
	DOC_STEP,  /* label: the number; spans: the date, if any, then the title;
		      about: the record */
	DOC_QUOTATION, /* label: the number, if cited; spans: the words; about: the
			  passage */
	DOC_CITATION,  /* of the quotation above: "CPC 2022, para. 3", and its state */
	DOC_NOTE,      /* label: NULL or "Basis"; of the curator, on the block above */
	DOC_KIND_COUNT
};

struct doc_block {
	enum doc_kind kind;
	int depth;	   /* of a heading; else how deep it is indented */
	bool is_more;	   /* metadata: shown on demand, always written to a stream */
	const char *label; /* or NULL */
	struct doc_spans spans;
	struct refs passages; /* the evidence of this block */
	struct ref about;     /* the record that the block describes */
};

struct doc_options {
	const struct texts
		*texts; /* how passages are found in their texts; NULL: unchecked */
	enum date_style dates;
	bool has_keys; /* Markdown: sources are cited by key, "[@cpc]", as pandoc does */
	/* Counts events beside actors and places, and has the graph; NULL: each makes
	 * its own. */
	struct query_index *index;
	int depth; /* edges away that related records may be, 1 to 3; 0: 1 */
	int most;  /* related records in a section; 0: all */
};

/** A document under construction, then const.  Initialise with doc_init(). */
struct doc {
	struct arena *arena;
	const struct dossier *dossier;
	struct doc_options options;
	struct doc_block *blocks;
	int count;
	struct ref *passages; /* by number - 1 */
	int passage_count;
};

void doc_init(struct doc *doc, struct arena *arena, const struct dossier *dossier,
	      const struct doc_options *options);

/**
 * Append a record of any kind: heading, facts, then the fields, participants and claims
 * in the order of the field table, then the metadata (`is_more`).  A point is shown as
 * its event.
 */
void doc_record(struct doc *doc, struct ref ref);

/**
 * Append the related records by date in sections "Before", "At the time" and "After",
 * undated ones last; of a record without a date in one section, "Related".  One DOC_LINK
 * each, with a label that is true from `ref` ("follows", "is background to"), its
 * evidence, and the relation's own date and text as a DOC_NOTE; another one has the claim
 * that it begins or ends at.  With options.depth further sections follow, "Two links
 * away", with the names of the records that lead there.
 */
void doc_relations(struct doc *doc, struct ref ref);

/**
 * Append the records that refer to this one: "Cited by", one DOC_LINK each, whose label
 * says how: "takes part, speaks".  Relations and threads have places of their own.
 */
void doc_cited_by(struct doc *doc, struct ref ref);

/** Append the passages cited so far, in order of their numbers: "Quotations". */
void doc_quotations(struct doc *doc);

/** Append one passage: quotation, citation with state, speaker, damage, notes. */
void doc_passage(struct doc *doc, struct ref passage);

/** Append a thread's page: title, summary, and every step with its note and claims.
 * doc_quotations() completes it. */
void doc_thread(struct doc *doc, struct ref thread);

/**
 * Append why two records are connected: the records on the path as numbered steps, each
 * followed by a DOC_CLAIM whose label reads true from it to the next one, with the
 * relation's date, text and evidence, and by the passages that it is the first to cite.
 * Of a path that was not found: that there is none, and how near one comes.
 */
void doc_path(struct doc *doc, const struct path *path);

/** The number of a passage, from 1; 0 when it is not cited. */
int doc_number(const struct doc *doc, struct ref passage);

/** Write as plain text, wrapped at `width` cells (0: not wrapped). */
void doc_write_text(const struct doc *doc, int width, struct buf *out);

/** Write as CommonMark with footnotes ([^1]), which pandoc reads.  Numbers are those of
 * the document, so a file holds one document. */
void doc_write_markdown(const struct doc *doc, struct buf *out);

#endif
