/** @file  The parts that the details of records have in common. */
#ifndef DAFTAR_UI_DETAIL_H
#define DAFTAR_UI_DETAIL_H

#include "model/dossier.h"
#include "row.h"

struct ui;

void detail_title(struct ui *ui, struct rows *rows);

/** A date with what is said about it; `label` before it may be NULL. */
void detail_date(struct rows *rows, const char *label, const struct when *when);

/** A text with a blank row before it; NULL adds nothing. */
void detail_paragraph(struct rows *rows, const char *text);

/** "Antony Blinken, Donald Lu and Vladimir Norov", each a link; the row goes on. */
void detail_names(struct ui *ui, struct rows *rows, struct refs names);

/** What was said, asked, promised or judged within an event, and by whom. */
void detail_points(struct ui *ui, struct rows *rows, const struct event *event);

/** What relates the shown record to others. */
void detail_relations(struct ui *ui, struct rows *rows);

/** The threads that the shown record is on. */
void detail_threads(struct ui *ui, struct rows *rows);

/** What else names the shown record, and as what. */
void detail_backlinks(struct ui *ui, struct rows *rows);

/** Everything about a record that is no event. */
void detail_record(struct ui *ui, struct rows *rows);

#endif
