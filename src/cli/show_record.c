#include "config.h"

#include <stdio.h>

#include "model/citation.h"
#include "model/office.h"
#include "model/terms.h"
#include "show.h"

static void show_names(struct sheet *sheet, const struct strings *names)
{
	for (int i = 0; i < names->count; i++)
		buf_printf(&sheet->text, "%s%s", i ? "; " : "", names->at[i]);
	sheet_label(sheet, "other names");
}

static void show_pairs(struct sheet *sheet, const struct pairs *pairs)
{
	for (int i = 0; i < pairs->count; i++)
		sheet_field(sheet, pairs->at[i].key, pairs->at[i].value);
}

static void show_evidence(struct sheet *sheet, const struct refs *passages)
{
	sheet_cite(sheet, passages);
	sheet_label(sheet, "evidence");
}

void show_actor(struct sheet *sheet, const struct actor *actor)
{
	sheet_field(sheet, "kind", actor_kinds.terms[actor->kind].label);
	show_names(sheet, &actor->names);
	sheet_field(sheet, "sorted as", actor->sort_name);
	sheet_field(sheet, "description", actor->description);
	show_pairs(sheet, &actor->identifiers);
	show_evidence(sheet, &actor->passages);
	if (actor->office_count)
		sheet_heading(sheet, "Offices");
	for (int i = 0; i < actor->office_count; i++) {
		const struct office *office = &actor->offices[i];

		office_words(sheet->dossier, office, &sheet->text);
		if (office->status)
			buf_printf(&sheet->text, " (%s)",
				   office_statuses.terms[office->status].label);
		if (office->date.extent.is_given) {
			buf_str(&sheet->text, ", ");
			sheet_add_when(sheet, &office->date);
		}
		sheet_cite(sheet, &office->passages);
		sheet_put(sheet, 2);
	}
}

void show_place(struct sheet *sheet, const struct place_record *place)
{
	sheet_field(sheet, "feature", features.terms[place->feature].label);
	show_names(sheet, &place->names);
	sheet_field(sheet, "description", place->description);
	if (place->has_coordinates)
		buf_printf(&sheet->text, "%.8g, %.8g", place->latitude, place->longitude);
	sheet_label(sheet, "coordinates");
	sheet_add_ref(sheet, place->within);
	sheet_label(sheet, "within");
	show_pairs(sheet, &place->identifiers);
	show_evidence(sheet, &place->passages);
}

void show_add_edge(struct sheet *sheet, const struct edge *edge)
{
	const struct relation *relation =
		&sheet->dossier->relations[edge->relation.index];

	buf_printf(&sheet->text, "%s ", edge->label);
	sheet_add_ref(sheet, edge->other);
	if (relation->date.extent.is_given) {
		buf_str(&sheet->text, ", ");
		sheet_add_when(sheet, &relation->date);
	}
	if (relation->text)
		buf_printf(&sheet->text, ": %s", relation->text);
	sheet_cite(sheet, &relation->passages);
}

void show_relation(struct sheet *sheet, struct ref ref)
{
	const struct backlink link = { .from = ref, .as = "from" };
	struct edge edge;

	sheet_add_ref(sheet, sheet->dossier->relations[ref.index].from);
	sheet_label(sheet, "from");
	words_edge(sheet->dossier, &link, &edge);
	show_add_edge(sheet, &edge);
	sheet_label(sheet, "it");
}

void show_passage(struct sheet *sheet, struct ref passage)
{
	struct refs itself = { &passage, 1 };

	show_evidence(sheet, &itself);
}

static void show_csl_names(struct sheet *sheet, const char *label,
			   const struct csl_names *names)
{
	for (int i = 0; i < names->count; i++) {
		const struct csl_name *name = &names->at[i];
		const char *const words[] = { name->given, name->particle, name->family,
					      name->suffix, name->literal };

		buf_str(&sheet->text, i ? ";" : "");
		for (size_t j = 0; j < sizeof words / sizeof *words; j++)
			if (words[j])
				buf_printf(&sheet->text, "%s%s",
					   sheet->text.len ? " " : "", words[j]);
	}
	sheet_label(sheet, label);
}

void show_reference(struct sheet *sheet, struct ref ref)
{
	const struct reference *reference = &sheet->dossier->references[ref.index];

	citation_full(sheet->dossier, ref, NULL, &sheet->text);
	sheet_label(sheet, "cited as");
	sheet_field(sheet, "type", reference->type);
	show_csl_names(sheet, "author", &reference->author);
	show_csl_names(sheet, "editor", &reference->editor);
	show_csl_names(sheet, "translator", &reference->translator);
	sheet_field(sheet, "container", reference->container_title);
	sheet_field(sheet, "publisher", reference->publisher);
	sheet_field(sheet, "place", reference->publisher_place);
	sheet_field(sheet, "genre", reference->genre);
	sheet_field(sheet, "volume", reference->volume);
	sheet_field(sheet, "issue", reference->issue);
	sheet_field(sheet, "page", reference->page);
	sheet_add_when(sheet, &reference->issued);
	sheet_label(sheet, "issued");
	sheet_add_when(sheet, &reference->accessed);
	sheet_label(sheet, "accessed");
	sheet_field(sheet, "DOI", reference->doi);
	sheet_field(sheet, "URL", reference->url);
	sheet_field(sheet, "language", reference->language);
	sheet_field(sheet, "abstract", reference->abstract);
	sheet_field(sheet, "note", reference->note);
	show_pairs(sheet, &reference->other);
	sheet_field(sheet, "text", reference->text);
	sheet_field(sheet, "sha256", reference->sha256);
	sheet_field(sheet, "of the copy", reference->capture_note);
}

void show_thread(struct sheet *sheet, const struct thread *thread)
{
	if (thread->summary)
		buf_str(&sheet->text, thread->summary);
	sheet_put(sheet, 0);
	sheet_heading(sheet, "Steps");
	for (int i = 0; i < thread->step_count; i++) {
		buf_printf(&sheet->text, "%d. ", i + 1);
		sheet_add_ref(sheet, thread->steps[i].ref);
		if (thread->steps[i].note)
			buf_printf(&sheet->text, ": %s", thread->steps[i].note);
		sheet_put(sheet, 2);
	}
}

void show_relation_type(struct sheet *sheet, const struct relation_type *type)
{
	sheet_field(sheet, "label", type->label);
	sheet_field(sheet, "inverse", type->inverse);
	sheet_field(sheet, "description", type->description);
}
