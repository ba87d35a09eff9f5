#include "config.h"

#include "detail.h"

#include "model/office.h"
#include "state.h"
#include "words.h"

static const struct ref none;

void detail_title(struct ui *ui, struct rows *rows)
{
	const char *title = words_title(ui->dossier, ui->shown, rows->arena);

	/* In a frame, the title stands in its top line. */
	if (ui->layout.class == LAYOUT_WIDE && cell_width(title) <= rows->width - 2)
		return;
	rows_block(rows, none, true);
	rows_flow(rows, 0, title, ROLE_TITLE, none);
	rows_end(rows);
}

/* What a date rests on, and what else is to say about it. */
static void add_notes(struct rows *rows, const struct when *when)
{
	const char *notes[] = { when->basis, when->note };

	for (int i = 0; i < 2; i++)
		if (notes[i]) {
			rows_join(rows, " · ");
			rows_flow(rows, 2, notes[i], ROLE_DIM, none);
		}
}

void detail_date(struct rows *rows, const char *label, const struct when *when)
{
	if (!when->edtf)
		return;
	rows_block(rows, none, true);
	if (label)
		rows_add(rows, label, ROLE_LABEL, none);
	rows_flow(rows, 2, words_date(when, rows->arena, rows->dates),
		  words_date_role(when), none);
	add_notes(rows, when);
	rows_evidence(rows, when->passages);
	rows_end(rows);
}

void detail_paragraph(struct rows *rows, const char *text)
{
	if (!text)
		return;
	rows_blank(rows);
	rows_block(rows, none, true);
	rows_text(rows, 0, text, ROLE_PLAIN);
}

/* The note of the step that the reader is on, where the thread is read. */
static void step_note(struct ui *ui, struct rows *rows)
{
	const struct thread *thread;
	int step;

	if (ref_is_none(ui->thread))
		return;
	thread = &ui->dossier->threads[ui->thread.index];
	step = thread_step(thread, ui->shown);
	if (!step || !thread->steps[step - 1].note)
		return;
	if (ui->layout.class == LAYOUT_WIDE)
		return; /* there it stands in the list */
	rows_block(rows, none, true);
	rows_text(rows, 2, thread->steps[step - 1].note, ROLE_DIM);
}

/* "thread 1, step 4 of 9": of the thread that is read, else of the first it is on. */
static void step_of(struct ui *ui, struct rows *rows)
{
	int count = ui->dossier->counts[KIND_THREAD];
	int start = ref_is_none(ui->thread) ? 0 : (int)ui->thread.index;

	for (int i = 0; i < count; i++) {
		int index = (start + i) % count;
		const struct thread *thread = &ui->dossier->threads[index];
		int step = thread_step(thread, ui->shown);

		if (!step)
			continue;
		rows_item(rows, 0,
			  arena_printf(rows->arena, "thread %d, step %d of %d", index + 1,
				       step, thread->step_count),
			  ROLE_LINK, (struct ref){ KIND_THREAD, (uint32_t)index });
		return;
	}
}

/* Date, place, what it is: "12 December 2022 · Washington, D.C. · CONSULT visit". */
static void event_head(struct ui *ui, struct rows *rows, const struct event *event)
{
	const struct when *when = &event->date;

	rows_block(rows, none, true);
	if (when->edtf)
		rows_flow(rows, 0, words_date(when, rows->arena, rows->dates),
			  words_date_role(when), none);
	rows_evidence(rows, when->passages);
	if (!ref_is_none(event->place)) {
		rows_item(rows, 0, dossier_title(ui->dossier, event->place), ROLE_LINK,
			  event->place);
	}
	if (event->type) {
		rows_item(rows, 0, words_kind(ui->dossier, ui->shown, rows->arena),
			  ROLE_LABEL, none);
	}
	if (event->status) {
		rows_item(rows, 0, event_statuses.terms[event->status].label,
			  ROLE_WARNING, none);
	}
	step_of(ui, rows);
	rows_end(rows);
	if (when->supplied)
		rows_flow(rows, 2, when->basis ? "date supplied: " : "date supplied",
			  ROLE_SUPPLIED, none);
	if (when->basis)
		rows_flow(rows, 2, when->basis, ROLE_DIM, none);
	if (when->note) {
		rows_join(rows, " · ");
		rows_flow(rows, 2, when->note, ROLE_DIM, none);
	}
	rows_end(rows);
}

static void claims(struct rows *rows, const struct event *event)
{
	for (int i = 0; i < event->date_claim_count; i++) {
		const struct date_claim *claim = &event->date_claims[i];
		const char *rank = claim->rank ? ranks.terms[claim->rank].label : NULL;

		rows_block(rows, none, true);
		rows_add(rows, "also dated ", ROLE_LABEL, none);
		rows_flow(rows, 2, words_date(&claim->date, rows->arena, rows->dates),
			  words_date_role(&claim->date), none);
		if (rank && claim->rank != RANK_NORMAL)
			rows_flow(rows, 2, arena_printf(rows->arena, " (%s)", rank),
				  ROLE_LABEL, none);
		add_notes(rows, &claim->date);
		rows_evidence(rows, claim->date.passages);
		rows_end(rows);
	}
}

/* The office held on the day, else the capacity that the curator wrote. */
static const char *office_text(struct ui *ui, struct rows *rows,
			       const struct event *event,
			       const struct participant *participant)
{
	const struct office *office =
		office_on(ui->dossier, participant->actor, &event->date.extent);
	struct buf words = BUF_INIT;

	if (!office)
		return participant->as;
	office_words(ui->dossier, office, &words);
	const char *copy = arena_strndup(rows->arena, words.bytes, words.len);

	buf_release(&words);
	return copy;
}

/* What it was in the event; the capacity only once. */
static const char *part_text(const struct event *event,
			     const struct participant *participant, const char *office)
{
	const char *as = participant->as;

	return as && as != office && cell_width(as) <= 20
		       ? as
		       : words_part(event, participant);
}

/* In columns where there is room, else "Vladimir Norov, Foreign Minister (visitor)". */
static void participants(struct ui *ui, struct rows *rows, const struct event *event)
{
	int width = 0;

	for (int i = 0; i < event->participant_count; i++) {
		int cells = cell_width(
			dossier_title(ui->dossier, event->participants[i].actor));

		width = cells > width ? cells : width;
	}
	if (event->participant_count)
		rows_blank(rows);
	for (int i = 0; i < event->participant_count; i++) {
		const struct participant *it = &event->participants[i];
		const char *name = dossier_title(ui->dossier, it->actor);
		const char *office = office_text(ui, rows, event, it);
		const char *part = part_text(event, it, office);

		if (rows->width >= 64 && width <= 28) {
			rows_entry(rows, &(struct entry){ .label = name,
							  .label_role = ROLE_LINK,
							  .label_width = width + 2,
							  .label_target = it->actor,
							  .text = office,
							  .end = part,
							  .passages = it->passages });
			continue;
		}
		rows_block(rows, none, false);
		rows_flow(rows, 0, name, ROLE_LINK, it->actor);
		if (office) {
			rows_glue(rows, 2, ",", ROLE_PLAIN);
			rows_flow(rows, 2, arena_printf(rows->arena, " %s", office),
				  ROLE_PLAIN, none);
		}
		rows_flow(rows, 2, arena_printf(rows->arena, " (%s)", part), ROLE_LABEL,
			  none);
		rows_evidence(rows, it->passages);
		rows_end(rows);
	}
}

void detail_names(struct ui *ui, struct rows *rows, struct refs names)
{
	for (int i = 0; i < names.count; i++) {
		if (i && i + 1 < names.count) {
			rows_glue(rows, 1, ",", ROLE_DIM);
			rows_pad(rows, rows->col + 1);
		} else if (i) {
			rows_flow(rows, 1, " and ", ROLE_DIM, none);
		}
		rows_flow(rows, 1, dossier_title(ui->dossier, names.at[i]), ROLE_LINK,
			  names.at[i]);
	}
}

/* The cells that the labels of all edges take, with the blanks around them. */
static int edge_width(const struct dossier *dossier, const struct backlink *links,
		      int count)
{
	struct edge edge;
	int width = 20;

	for (int i = 0; i < count; i++)
		if (words_edge(dossier, &links[i], &edge) &&
		    cell_width(edge.label) + 3 > width)
			width = cell_width(edge.label) + 3;
	return width;
}

void detail_relations(struct ui *ui, struct rows *rows)
{
	const struct dossier *dossier = ui->dossier;
	const struct backlink *links;
	struct edge edge;
	int count, width, found = 0;

	links = dossier_backlinks(dossier, ui->shown, &count);
	width = edge_width(dossier, links, count);
	for (int i = 0; i < count; i++) {
		if (!words_edge(dossier, &links[i], &edge))
			continue;
		if (!found++)
			rows_heading(rows, "Relations");
		rows_entry(rows,
			   &(struct entry){
				   .label = arena_printf(rows->arena, " %s", edge.label),
				   .label_role = ROLE_LABEL,
				   .label_width = width,
				   .text = dossier_title(dossier, edge.other),
				   .role = ROLE_LINK,
				   .about = edge.relation,
				   .target = edge.other,
				   .passages = words_passages(dossier, edge.relation) });
	}
}

void detail_threads(struct ui *ui, struct rows *rows)
{
	int found = 0;

	for (int i = 0; i < ui->dossier->counts[KIND_THREAD]; i++) {
		const struct thread *thread = &ui->dossier->threads[i];
		int step = thread_step(thread, ui->shown);

		if (!step)
			continue;
		if (!found++)
			rows_heading(rows, "Threads");
		rows_entry(rows, &(struct entry){
					 .label = arena_printf(rows->arena, " %d", i + 1),
					 .label_role = ROLE_KEY,
					 .label_width = 4,
					 .text = thread->title,
					 .role = ROLE_LINK,
					 .target = { KIND_THREAD, (uint32_t)i },
					 .end = arena_printf(rows->arena, "step %d of %d",
							     step, thread->step_count) });
	}
}

static void event(struct ui *ui, struct rows *rows)
{
	const struct event *it = &ui->dossier->events[ui->shown.index];

	event_head(ui, rows, it);
	claims(rows, it);
	step_note(ui, rows);
	participants(ui, rows, it);
	detail_paragraph(rows, it->summary);
	if (it->passages.count) {
		if (!it->summary)
			rows_blank(rows);
		rows_block(rows, ui->shown, false);
		rows_add(rows, "rests on", ROLE_DIM, none);
		rows_evidence(rows, it->passages);
		rows_end(rows);
	}
	detail_points(ui, rows, it);
	detail_relations(ui, rows);
	if (!ref_is_none(it->part_of)) {
		rows_heading(rows, "Part of");
		rows_entry(rows, &(struct entry){
					 .label_width = 1,
					 .text = dossier_title(ui->dossier, it->part_of),
					 .role = ROLE_LINK,
					 .target = it->part_of });
	}
	detail_threads(ui, rows);
	detail_backlinks(ui, rows);
	if (it->tags.count) {
		rows_heading(rows, "Tags");
		rows->stops = true;
		for (int i = 0; i < it->tags.count; i++) {
			rows_item(rows, 1, it->tags.at[i], ROLE_DIM, none);
		}
		rows_end(rows);
	}
}

static void build(struct ui *ui, struct pane *pane, struct rows *rows)
{
	pane->title =
		ref_is_none(ui->shown) ? NULL : dossier_title(ui->dossier, ui->shown);
	if (ref_is_none(ui->shown))
		return;
	detail_title(ui, rows);
	if (ui->shown.kind == KIND_EVENT)
		event(ui, rows);
	else
		detail_record(ui, rows);
}

const struct pane_kind pane_detail = {
	.name = "Detail",
	.empty = "Nothing is selected.",
	.build = build,
};
