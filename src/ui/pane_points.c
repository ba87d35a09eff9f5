#include "config.h"

#include "detail.h"

#include <string.h>

#include "state.h"
#include "words.h"

static const struct ref none;

static bool same_refs(struct refs a, struct refs b)
{
	return a.count == b.count &&
	       (!a.count || !memcmp(a.at, b.at, (size_t)a.count * sizeof *a.at));
}

/* Who says it to whom: once for all points in a row that have it in common. */
static void speakers(struct ui *ui, struct rows *rows, const struct point *point,
		     const struct point *before)
{
	if (before && same_refs(before->by, point->by) &&
	    same_refs(before->to, point->to))
		return;
	if (!point->by.count && !point->to.count) {
		if (before)
			rows_blank(rows); /* what nobody says is not theirs above */
		return;
	}
	rows_block(rows, none, false);
	detail_names(ui, rows, point->by);
	if (point->to.count) {
		rows_flow(rows, 1, point->by.count ? " to " : "to ", ROLE_DIM, none);
		detail_names(ui, rows, point->to);
	}
	rows_glue(rows, 1, ":", ROLE_DIM);
	rows_end(rows);
}

/* "due 2023 · status open · the dialogue met again in 2024" */
static void fate(struct rows *rows, const struct point *point, int indent)
{
	if (!point->due.edtf && !point->status.term && !point->outcome.text)
		return;
	rows->stops = rows->all_stop;
	rows_pad(rows, indent < rows->width / 2 ? indent : 2);
	if (point->due.edtf) {
		rows_add(rows, "due ", ROLE_DIM, none);
		rows_add(rows, words_date(&point->due, rows->arena, rows->dates),
			 words_date_role(&point->due), none);
	}
	if (point->status.term) {
		if (point->due.edtf)
			rows_join(rows, " · ");
		rows_flow(rows, indent, "status ", ROLE_DIM, none);
		rows_flow(rows, indent, point_statuses.terms[point->status.term].label,
			  ROLE_LABEL, none);
	}
	if (point->outcome.text) {
		if (point->due.edtf || point->status.term)
			rows_join(rows, " · ");
		rows_flow(rows, indent, point->outcome.text, ROLE_DIM, none);
	}
	rows_end(rows);
}

void detail_points(struct ui *ui, struct rows *rows, const struct event *event)
{
	enum { KIND_WIDTH = 15 };
	const struct point *all = &ui->dossier->points[event->points.first];

	if (event->points.count)
		rows_heading(rows, "Points");
	for (int i = 0; i < event->points.count; i++) {
		struct ref ref = { KIND_POINT, event->points.first + (uint32_t)i };

		bool is_asked = query_match_point(&ui->query, ui->index, ref);

		speakers(ui, rows, &all[i], i ? &all[i - 1] : NULL);
		rows_entry(rows,
			   &(struct entry){
				   .label = arena_printf(
					   rows->arena, " %s",
					   words_kind(ui->dossier, ref, rows->arena)),
				   .label_role = is_asked ? ROLE_MATCH : ROLE_LABEL,
				   .label_width = KIND_WIDTH,
				   .text = all[i].text,
				   .about = ref,
				   .passages = all[i].passages });
		fate(rows, &all[i], KIND_WIDTH);
	}
}
