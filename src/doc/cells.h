/**
 * @file
 * The cells of the lists, one function for each column.  See doc/columns.h for
 * what a cell is.
 */
#ifndef DAFTAR_DOC_CELLS_H
#define DAFTAR_DOC_CELLS_H

#include "doc/columns.h"

/** Declares a function that makes cells. */
#define CELL(name)                                                                       \
	struct doc_cell name(const struct dossier *dossier, struct ref ref,              \
			     const struct doc_options *options, struct arena *arena)

/* --- Of any record --- */

CELL(cell_evidence); /* "●" */
CELL(data_evidence); /* "full" */
CELL(cell_title);
CELL(cell_date);   /* of words_when(): "spring 2007" */
CELL(cell_kind);   /* in words: "person", "request", "air base"; empty when not given */
CELL(cell_events); /* the number of events that a filter by the record finds */

/** The curator's words as a cell; empty for NULL. */
struct doc_cell cell_text(const char *text);

/** A date as a cell; empty for NULL. */
struct doc_cell cell_when(const struct when *when, const struct doc_options *options,
			  struct arena *arena);

/* --- Of events, points and relations --- */

CELL(cell_event_place);
CELL(cell_point_by);
CELL(cell_point_to);
CELL(cell_point_due);
CELL(cell_point_status);
CELL(cell_point_outcome);
CELL(cell_point_event); /* its title */
CELL(data_point_event); /* its id */
CELL(cell_relation_from);
CELL(cell_relation_label);
CELL(cell_relation_to);

/* --- Of actors, places, sources and passages --- */

CELL(cell_actor_office);
CELL(cell_place_within);
CELL(cell_source_citation);
CELL(cell_source_passages); /* their number */
CELL(cell_source_quoted);   /* the share of its words that is quoted: "12%" */
CELL(data_source_quoted);   /* in per cent: "12.4" */
CELL(cell_source_state);    /* of its passages: "4 exact, 1 moved" */
CELL(cell_passage_source);
CELL(cell_passage_locator);
CELL(cell_passage_state);
CELL(cell_passage_words);

#endif
