#include "config.h"

#include "detail.h"

#include "model/citation.h"
#include "model/office.h"
#include "state.h"
#include "words.h"

static const struct ref none;

/* "also: Oʻzbekiston, Ozbekiston": what else a record is called. */
static void other_names(struct rows *rows, struct strings names)
{
	if (!names.count)
		return;
	rows_block(rows, none, true);
	rows_flow(rows, 2, "also ", ROLE_LABEL, none);
	for (int i = 0; i < names.count; i++) {
		if (i)
			rows_flow(rows, 2, " · ", ROLE_DIM, none);
		rows_flow(rows, 2, names.at[i], ROLE_PLAIN, none);
	}
	rows_end(rows);
}

static void identifiers(struct rows *rows, struct pairs pairs)
{
	for (int i = 0; i < pairs.count; i++) {
		rows_block(rows, none, true);
		rows_flow(rows, 2, arena_printf(rows->arena, "%s ", pairs.at[i].key),
			  ROLE_LABEL, none);
		rows_flow(rows, 2, pairs.at[i].value, ROLE_DIM, none);
		rows_end(rows);
	}
}

/* What the record is, in one row, and what it rests on. */
static void kind_row(struct ui *ui, struct rows *rows)
{
	rows_block(rows, ui->shown, true);
	rows_add(rows, words_kind(ui->dossier, ui->shown, rows->arena), ROLE_LABEL, none);
	rows_evidence(rows, words_passages(ui->dossier, ui->shown));
	rows_end(rows);
}

static void link_row(struct ui *ui, struct rows *rows, const char *label, struct ref ref)
{
	if (ref_is_none(ref))
		return;
	rows_block(rows, none, false);
	rows_add(rows, arena_printf(rows->arena, "%s ", label), ROLE_LABEL, none);
	rows_flow(rows, 2, dossier_title(ui->dossier, ref), ROLE_LINK, ref);
	rows_end(rows);
}

static void offices(struct ui *ui, struct rows *rows, const struct actor *actor)
{
	if (actor->office_count)
		rows_heading(rows, "Offices");
	for (int i = 0; i < actor->office_count; i++) {
		const struct office *office = &actor->offices[i];
		struct buf words = BUF_INIT;

		office_words(ui->dossier, office, &words);
		rows_entry(rows, &(struct entry){
					 .label_width = 1,
					 .text = arena_strdup(rows->arena, words.bytes),
					 .role = ref_is_none(office->of) ? ROLE_PLAIN
									 : ROLE_LINK,
					 .target = office->of,
					 .end = words_date(&office->date, rows->arena,
							   rows->dates),
					 .passages = office->passages });
		buf_release(&words);
	}
}

static void actor(struct ui *ui, struct rows *rows)
{
	const struct actor *it = &ui->dossier->actors[ui->shown.index];

	kind_row(ui, rows);
	other_names(rows, it->names);
	detail_paragraph(rows, it->description);
	offices(ui, rows, it);
	identifiers(rows, it->identifiers);
}

static void place(struct ui *ui, struct rows *rows)
{
	const struct place_record *it = &ui->dossier->places[ui->shown.index];

	kind_row(ui, rows);
	other_names(rows, it->names);
	link_row(ui, rows, "within", it->within);
	if (it->has_coordinates) {
		rows_block(rows, none, true);
		rows_add(rows,
			 arena_printf(rows->arena, "%.4f, %.4f", it->latitude,
				      it->longitude),
			 ROLE_DIM, none);
		rows_end(rows);
	}
	detail_paragraph(rows, it->description);
	identifiers(rows, it->identifiers);
}

static void relation(struct ui *ui, struct rows *rows)
{
	const struct relation *it = &ui->dossier->relations[ui->shown.index];

	kind_row(ui, rows);
	rows_block(rows, none, false);
	rows_flow(rows, 0, dossier_title(ui->dossier, it->from), ROLE_LINK, it->from);
	rows_end(rows);
	rows_block(rows, none, false);
	rows_add(rows,
		 arena_printf(rows->arena, "  %s ", dossier_title(ui->dossier, it->type)),
		 ROLE_LABEL, none);
	rows_flow(rows, 2, dossier_title(ui->dossier, it->to), ROLE_LINK, it->to);
	rows_end(rows);
	detail_date(rows, NULL, &it->date);
	detail_paragraph(rows, it->text);
}

static void passage(struct ui *ui, struct rows *rows)
{
	const struct passage *it = &ui->dossier->passages[ui->shown.index];

	kind_row(ui, rows);
	rows_block(rows, ui->shown, true);
	rows_text(rows, 0, it->exact, ROLE_QUOTE);
	link_row(ui, rows, "from", it->source);
	link_row(ui, rows, "said by", it->speaker);
	detail_paragraph(rows, it->damaged);
	detail_paragraph(rows, it->note);
}

static void reference(struct ui *ui, struct rows *rows)
{
	const struct reference *it = &ui->dossier->references[ui->shown.index];
	struct buf words = BUF_INIT;

	citation_full(ui->dossier, ui->shown, NULL, &words);
	kind_row(ui, rows);
	rows_block(rows, none, true);
	rows_text(rows, 0, words.bytes, ROLE_PLAIN);
	buf_release(&words);
	if (it->url)
		rows_text(rows, 0, it->url, ROLE_DIM);
	if (it->doi)
		rows_text(rows, 0, arena_printf(rows->arena, "doi:%s", it->doi),
			  ROLE_DIM);
	detail_date(rows, "read ", &it->accessed);
	detail_paragraph(rows, it->abstract);
	detail_paragraph(rows, it->note);
	detail_paragraph(rows, it->capture_note);
}

static void thread(struct ui *ui, struct rows *rows)
{
	const struct thread *it = &ui->dossier->threads[ui->shown.index];

	kind_row(ui, rows);
	detail_paragraph(rows, it->summary);
	rows_heading(rows, "Steps");
	for (int i = 0; i < it->step_count; i++) {
		const struct when *when = words_when(ui->dossier, it->steps[i].ref);

		rows_entry(
			rows,
			&(struct entry){
				.label = arena_printf(rows->arena, " %2d  %s", i + 1,
						      when ? words_date_short(when,
									      rows->arena,
									      rows->dates)
							   : ""),
				.label_role = when ? words_date_role(when) : ROLE_LABEL,
				.label_width = 18,
				.text = dossier_title(ui->dossier, it->steps[i].ref),
				.role = ROLE_LINK,
				.target = it->steps[i].ref });
	}
}

static void relation_type(struct ui *ui, struct rows *rows)
{
	const struct relation_type *it = &ui->dossier->relation_types[ui->shown.index];

	kind_row(ui, rows);
	if (it->inverse) {
		rows_block(rows, none, true);
		rows_flow(rows, 0, "from the other end: ", ROLE_LABEL, none);
		rows_flow(rows, 0, it->inverse, ROLE_PLAIN, none);
		rows_end(rows);
	}
	detail_paragraph(rows, it->description);
}

/* Steps, edges and an event's own points stand elsewhere in the detail. */
static bool is_shown_elsewhere(struct ui *ui, const struct backlink *link)
{
	struct edge edge;

	return link->from.kind == KIND_THREAD || words_edge(ui->dossier, link, &edge) ||
	       ref_equal(dossier_home(ui->dossier, link->from), ui->shown);
}

static void backlink(struct ui *ui, struct rows *rows, const struct backlink *link)
{
	const struct when *when = words_when(ui->dossier, link->from);
	const char *label = when ? words_date_short(when, rows->arena, rows->dates)
				 : words_kind(ui->dossier, link->from, rows->arena);

	rows_entry(
		rows,
		&(struct entry){
			.label = arena_printf(rows->arena, "%s%s",
					      *label == '[' ? "" : " ", label),
			.label_role = when ? words_date_role(when) : ROLE_LABEL,
			.label_width = 14,
			.text = words_title(ui->dossier, link->from, rows->arena),
			.role = link->from.kind == KIND_PASSAGE ? ROLE_QUOTE : ROLE_LINK,
			.target = link->from,
			.end = words_backlink(ui->dossier, link, ui->shown) });
}

void detail_backlinks(struct ui *ui, struct rows *rows)
{
	const struct backlink *links;
	int count, found = 0;

	links = dossier_backlinks(ui->dossier, ui->shown, &count);
	for (int i = 0; i < count; i++) {
		if (is_shown_elsewhere(ui, &links[i]))
			continue;
		if (!found++)
			rows_heading(rows, "Named by");
		backlink(ui, rows, &links[i]);
	}
}

/* clang-format off */
static void (*const heads[KIND_COUNT])(struct ui *, struct rows *) = {
	[KIND_ACTOR]         = actor,
	[KIND_PLACE]         = place,
	[KIND_RELATION]      = relation,
	[KIND_PASSAGE]       = passage,
	[KIND_REFERENCE]     = reference,
	[KIND_THREAD]        = thread,
	[KIND_RELATION_TYPE] = relation_type,
};
/* clang-format on */

void detail_record(struct ui *ui, struct rows *rows)
{
	if (heads[ui->shown.kind])
		heads[ui->shown.kind](ui, rows);
	detail_relations(ui, rows);
	detail_threads(ui, rows);
	detail_backlinks(ui, rows);
}
