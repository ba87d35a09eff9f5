#include "config.h"

#include "cells.h"

#include <string.h>

#include "model/evidence.h"
#include "model/when.h"
#include "model/words.h"

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

/* The events that a filter by the record surely finds: one meaning of "its events". */
static const char *count_events(struct query_index *index, struct ref ref, const char *id,
				struct arena *arena)
{
	struct query query = { 0 };
	const struct query_view view = { &query, index, { .kind = KIND_EVENT } };
	const char *text = "";

	if (query_add_value(&query, index,
			    ref.kind == KIND_PLACE ? QUERY_PLACE : QUERY_ACTOR, id)) {
		int possible, count = query_count_hits(&view, &possible);

		text = arena_printf(arena, "%d", count - possible);
	}
	query_release(&query);
	return text;
}

CELL(cell_events)
{
	const char *id = dossier_record(dossier, ref)->id;

	if (!id)
		return cell_text(NULL);
	if (options->index)
		return cell_text(count_events(options->index, ref, id, arena));
	struct query_index *index = query_index_new(dossier, options->texts);
	struct doc_cell cell = cell_text(count_events(index, ref, id, arena));

	query_index_free(index);
	return cell;
}
