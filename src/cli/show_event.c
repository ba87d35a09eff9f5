#include "config.h"

#include <stdio.h>

#include "model/office.h"
#include "model/terms.h"
#include "show.h"

static void add_word(struct sheet *sheet, const char *lead,
		     const struct vocabulary *vocabulary, int term)
{
	if (term)
		buf_printf(&sheet->text, "%s%s", lead, vocabulary->terms[term].label);
}

static void show_dates(struct sheet *sheet, const struct event *event)
{
	sheet_add_when(sheet, &event->date);
	sheet_label(sheet, "date");
	for (int i = 0; i < event->date_claim_count; i++) {
		const struct date_claim *claim = &event->date_claims[i];

		sheet_add_when(sheet, &claim->date);
		if (claim->rank != RANK_NORMAL)
			add_word(sheet, ", rank ", &ranks, (int)claim->rank);
		sheet_label(sheet, "also dated");
	}
}

static void show_participants(struct sheet *sheet, const struct event *event)
{
	struct buf office = BUF_INIT;

	if (event->participant_count)
		sheet_heading(sheet, "Participants");
	for (int i = 0; i < event->participant_count; i++) {
		const struct participant *participant = &event->participants[i];

		buf_clear(&office);
		sheet_add_ref(sheet, participant->actor);
		if (office_of_participant(sheet->dossier, event, participant, &office))
			buf_printf(&sheet->text, ", %s", office.bytes);
		buf_printf(&sheet->text, ", %s",
			   participant->as ? participant->as
					   : words_part(event, participant));
		sheet_cite(sheet, &participant->passages);
		sheet_put(sheet, 2);
	}
	buf_release(&office);
}

static void add_actors(struct sheet *sheet, const char *lead, const struct refs *actors)
{
	for (int i = 0; i < actors->count; i++) {
		buf_printf(&sheet->text, "%s%s", lead,
			   dossier_title(sheet->dossier, actors->at[i]));
		lead = ", ";
	}
}

static void show_point(struct sheet *sheet, const struct point *point)
{
	add_word(sheet, "", &point_kinds, (int)point->kind);
	add_actors(sheet, " by ", &point->by);
	add_actors(sheet, " to ", &point->to);
	buf_printf(&sheet->text, ": %s", point->text ? point->text : "");
	sheet_cite(sheet, &point->passages);
	sheet_put(sheet, 2);
	if (point->due.extent.is_given) {
		buf_str(&sheet->text, "due ");
		sheet_add_when(sheet, &point->due);
		sheet_put(sheet, 4);
	}
	add_word(sheet, "status ", &point_statuses, (int)point->status.term);
	if (point->outcome.text)
		buf_printf(&sheet->text, "%s%s",
			   point->status.term ? ": " : "outcome: ", point->outcome.text);
	sheet_put(sheet, 4);
}

void show_event(struct sheet *sheet, const struct event *event)
{
	show_dates(sheet, event);
	sheet_add_ref(sheet, event->place);
	sheet_label(sheet, "place");
	add_word(sheet, "", &event_types, (int)event->type);
	add_word(sheet, ", ", &event_modes, (int)event->mode);
	sheet_label(sheet, "type");
	add_word(sheet, "", &event_statuses, (int)event->status);
	sheet_label(sheet, "status");
	sheet_add_ref(sheet, event->part_of);
	sheet_label(sheet, "part of");
	for (int i = 0; i < event->tags.count; i++)
		buf_printf(&sheet->text, "%s%s", i ? ", " : "", event->tags.at[i]);
	sheet_label(sheet, "tags");
	sheet_cite(sheet, &event->passages);
	sheet_label(sheet, "evidence");
	show_participants(sheet, event);
	if (event->summary) {
		putchar('\n');
		buf_str(&sheet->text, event->summary);
		sheet_put(sheet, 0);
	}
	if (event->points.count)
		sheet_heading(sheet, "Points");
	for (int i = 0; i < event->points.count; i++)
		show_point(sheet,
			   &sheet->dossier->points[event->points.first + (uint32_t)i]);
}
