#include "config.h"

#include "cells.h"

#include <string.h>

#include "model/evidence.h"
#include "model/when.h"
#include "model/words.h"
#include "query/query.h"

struct doc_cell cell_text(const char *text)
{
	return (struct doc_cell){ text ? text : "", DOC_PLAIN };
}

CELL(cell_evidence)
{
	enum evidence evidence = evidence_of(dossier, options->texts, ref);

	(void)arena;
	return (struct doc_cell){
		evidence_sign(evidence, false),
		evidence == EVIDENCE_BROKEN ? DOC_DAMAGED : DOC_LABEL,
	};
}

CELL(data_evidence)
{
	(void)arena;
	return (struct doc_cell){
		evidence_names[evidence_of(dossier, options->texts, ref)],
		DOC_LABEL,
	};
}

CELL(cell_title)
{
	(void)options;
	return (struct doc_cell){ words_title(dossier, ref, arena), DOC_TITLE };
}

struct doc_cell cell_when(const struct when *when, const struct doc_options *options,
			  struct arena *arena)
{
	struct buf words = BUF_INIT;
	struct doc_cell cell = { "", DOC_DATE };

	if (!when)
		return cell;
	when_short(when, options->dates, &words);
	cell.text = arena_strndup(arena, words.bytes, words.len);
	cell.meaning = when->supplied ? DOC_SUPPLIED : DOC_DATE;
	buf_release(&words);
	return cell;
}

CELL(cell_date)
{
	return cell_when(words_when(dossier, ref), options, arena);
}

CELL(cell_kind)
{
	const char *kind = words_kind(dossier, ref, arena);

	(void)options;
	/* That an event is an event is clear from the list. */
	return (struct doc_cell){ strcmp(kind, words_record(ref)) ? kind : "",
				  DOC_LABEL };
}

CELL(cell_events)
{
	const char *id = dossier_record(dossier, ref)->id;
	struct query query = { 0 };
	struct query_hits hits = { 0 };
	struct doc_cell cell = cell_text(NULL);

	(void)options;
	/* One meaning of "its events" everywhere: what the filter finds. */
	if (id &&
	    query_add_value(&query, dossier,
			    ref.kind == KIND_PLACE ? QUERY_PLACE : QUERY_ACTOR, id)) {
		query_run(&query, dossier, (struct ref){ 0 }, arena, &hits);
		cell.text = arena_printf(arena, "%d", hits.count - hits.possible_count);
	}
	query_release(&query);
	return cell;
}
