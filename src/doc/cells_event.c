#include "config.h"

#include "cells.h"

#include "model/terms.h"
#include "model/words.h"

CELL(cell_event_place)
{
	(void)options, (void)arena;
	return cell_text(dossier_title(dossier, dossier->events[ref.index].place));
}

/* The names of several records: "Blinken, Lu". */
static struct doc_cell names_of(const struct dossier *dossier, const struct refs *refs,
				struct arena *arena)
{
	struct buf names = BUF_INIT;

	for (int i = 0; i < refs->count; i++)
		buf_printf(&names, "%s%s", i ? ", " : "",
			   dossier_title(dossier, refs->at[i]));
	const char *text = arena_strndup(arena, names.bytes, names.len);

	buf_release(&names);
	return cell_text(text);
}

CELL(cell_point_by)
{
	(void)options;
	return names_of(dossier, &dossier->points[ref.index].by, arena);
}

CELL(cell_point_to)
{
	(void)options;
	return names_of(dossier, &dossier->points[ref.index].to, arena);
}

CELL(cell_point_due)
{
	return cell_when(&dossier->points[ref.index].due, options, arena);
}

CELL(cell_point_status)
{
	const struct standing *status = &dossier->points[ref.index].status;
	const char *label = point_statuses.terms[status->term].label;

	(void)options, (void)arena;
	return (struct doc_cell){ label ? label : "",
				  status->supplied ? DOC_SUPPLIED : DOC_LABEL };
}

CELL(cell_point_outcome)
{
	const struct outcome *outcome = &dossier->points[ref.index].outcome;
	struct doc_cell cell = cell_text(outcome->text);

	(void)options, (void)arena;
	cell.meaning = outcome->supplied ? DOC_SUPPLIED : DOC_PLAIN;
	return cell;
}

CELL(cell_point_event)
{
	(void)options, (void)arena;
	return cell_text(dossier_title(dossier, dossier_home(dossier, ref)));
}

CELL(data_point_event)
{
	const struct record *event = dossier_record(dossier, dossier_home(dossier, ref));

	(void)options, (void)arena;
	return cell_text(event ? event->id : NULL);
}

CELL(cell_relation_from)
{
	(void)options;
	return (struct doc_cell){
		words_title(dossier, dossier->relations[ref.index].from, arena),
		DOC_TITLE,
	};
}

CELL(cell_relation_label)
{
	const struct backlink link = { .from = ref, .as = "from" };
	struct edge edge = { .label = "" };

	(void)options, (void)arena;
	words_edge(dossier, &link, &edge);
	return (struct doc_cell){ edge.label, DOC_LABEL };
}

CELL(cell_relation_to)
{
	(void)options;
	return (struct doc_cell){
		words_title(dossier, dossier->relations[ref.index].to, arena),
		DOC_TITLE,
	};
}
