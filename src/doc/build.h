/**
 * @file
 * Building a document: blocks are appended, and spans to the last block.
 */
#ifndef DAFTAR_DOC_BUILD_H
#define DAFTAR_DOC_BUILD_H

#include "doc/doc.h"
#include "model/field.h"
#include "query/graph.h"

/** Append an empty block; the pointer is valid until the next one. */
struct doc_block *doc_add(struct doc *doc, enum doc_kind kind, const char *label);

/** Remove the last block if it has neither spans nor passages; false if it did. */
bool doc_keep(struct doc *doc);

/** Append a span to the last block.  NULL and "" append nothing. */
void doc_text(struct doc *doc, const char *text, enum doc_meaning meaning);

/** The same, leading to a record. */
void doc_link(struct doc *doc, const char *text, struct ref target,
	      enum doc_meaning meaning);

/** The same, in the words of the record's title. */
void doc_ref(struct doc *doc, struct ref ref, enum doc_meaning meaning);

/** The same, with a copy of the text of a buffer, which is released. */
void doc_buf(struct doc *doc, struct buf *buf, enum doc_meaning meaning);

/** The last span of the last block, to change it; NULL without spans. */
struct doc_span *doc_last_span(struct doc *doc);

/** Append a date to the last block, in words or short as in a list. */
void doc_when(struct doc *doc, const struct when *when);
void doc_when_short(struct doc *doc, const struct when *when);

/** Add evidence to the last block, and number what is cited for the first time. */
void doc_cite(struct doc *doc, struct refs passages);

/** Append a section heading, a block of one text. */
void doc_heading(struct doc *doc, const char *text);

/** The heading of a record. */
void doc_title(struct doc *doc, struct ref ref);

/** A map of the format while it is described: a record or a part of one. */
struct scope {
	struct doc *doc;
	const struct shape *shape;
	const void *base;
	struct ref ref; /* the record that it is or belongs to */
	int depth;
	bool is_more;
	bool is_cited; /* its evidence is given with another field */
};

/** The scope of a record's own fields. */
struct scope scope_of(struct doc *doc, struct ref ref);

/** One block of facts, with their evidence. */
void scope_facts(const struct scope *scope);

/** The fields of the body, in the order of the table. */
void scope_body(const struct scope *scope);

/** The metadata. */
void scope_more(const struct scope *scope);

/** The evidence in the field "passages" of a map; empty for shapes without. */
struct refs scope_evidence(const struct scope *scope);

/** Describe the field by a function of its own (record.c); false if it has none. */
bool record_field(const struct scope *scope, const struct field *field);

/** The points of an event, grouped by who speaks; or a single one. */
void claims_of_event(struct doc *doc, const struct event *event, int depth);
void claim_alone(struct doc *doc, struct ref point, int depth);

/** doc_passage() under any label, or none. */
void passage_quoted(struct doc *doc, struct ref passage, const char *label);

/** The numbered steps of a thread, with or without their claims. */
void thread_steps(struct doc *doc, const struct thread *thread, bool with_claims);

/** The graph to ask: the index's, or one made for this document. */
const struct graph *doc_graph(const struct doc *doc);

/** The claim that a relation begins or ends at, as a note; nothing for other records. */
void relation_claim(struct doc *doc, struct ref end);

/** The threads that a record is a step of, as metadata. */
void threads_of(struct doc *doc, struct ref ref);

#endif
