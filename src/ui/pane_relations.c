#include "config.h"

#include "detail.h"
#include "pane.h"
#include "state.h"
#include "text/cell.h"
#include "words.h"

/* The cells that the longest label takes, with its arrow and the blanks. */
static int label_width(const struct ui *ui, const struct backlink *links, int count)
{
	struct edge edge;
	int width = 18;

	for (int i = 0; i < count; i++)
		if (words_edge(ui->dossier, &links[i], &edge) &&
		    cell_width(edge.label) > width)
			width = cell_width(edge.label);
	return width + 4;
}

static void edge_rows(struct ui *ui, struct rows *rows, const struct edge *edge,
		      int width)
{
	const struct relation *relation = &ui->dossier->relations[edge->relation.index];
	const char *arrow =
		edge->is_outward ? (ui->ascii ? "->" : "→") : (ui->ascii ? "<-" : "←");
	const struct when *when = words_when(ui->dossier, edge->other);
	const char *date = when && when->edtf
				   ? words_date_short(when, rows->arena, rows->dates)
				   : NULL;

	rows_entry(rows, &(struct entry){ .label = arena_printf(rows->arena, "%s %s",
								arrow, edge->label),
					  .label_role = ROLE_LABEL,
					  .label_width = width,
					  .text = dossier_title(ui->dossier, edge->other),
					  .role = ROLE_LINK,
					  .about = edge->relation,
					  .target = edge->other,
					  .end = date,
					  .passages = relation->passages });
	rows->stops = rows->all_stop;
	if (relation->date.edtf) {
		rows_pad(rows, 4);
		rows_flow(rows, 4, words_date(&relation->date, rows->arena, rows->dates),
			  words_date_role(&relation->date), (struct ref){ 0 });
		if (!relation->text)
			rows_end(rows);
		else
			rows_join(rows, " · ");
	}
	if (relation->text)
		rows_flow(rows, 4, relation->text, ROLE_DIM, (struct ref){ 0 });
	rows_end(rows);
}

static int edges(struct ui *ui, struct rows *rows, bool outward, const char *heading)
{
	const struct backlink *links;
	struct edge edge;
	int count, width, found = 0;

	links = dossier_backlinks(ui->dossier, ui->shown, &count);
	width = label_width(ui, links, count);
	for (int i = 0; i < count; i++) {
		if (!words_edge(ui->dossier, &links[i], &edge) ||
		    edge.is_outward != outward)
			continue;
		if (!found++)
			rows_heading(rows, heading);
		edge_rows(ui, rows, &edge, width);
	}
	return found;
}

static void build(struct ui *ui, struct pane *pane, struct rows *rows)
{
	const char *title = dossier_title(ui->dossier, ui->shown);

	if (ref_is_none(ui->shown))
		return;
	pane->title = arena_printf(&pane->arena, "Relations of %s",
				   text_cut(&pane->arena, title, 44));
	pane->of = edges(ui, rows, false, "What leads here");
	pane->of += edges(ui, rows, true, "Where it leads");
}

const struct pane_kind pane_relations = {
	.name = "Relations",
	.empty = "No relation is recorded from or to this record.",
	.build = build,
};
