/** @file  How each kind of record is shown, but for what all have in common. */
#ifndef DAFTAR_CLI_SHOW_H
#define DAFTAR_CLI_SHOW_H

#include "model/words.h"
#include "sheet.h"

void show_event(struct sheet *sheet, const struct event *event);
void show_actor(struct sheet *sheet, const struct actor *actor);
void show_place(struct sheet *sheet, const struct place_record *place);
void show_relation(struct sheet *sheet, struct ref relation);
void show_passage(struct sheet *sheet, struct ref passage);
void show_reference(struct sheet *sheet, struct ref reference);
void show_thread(struct sheet *sheet, const struct thread *thread);
void show_relation_type(struct sheet *sheet, const struct relation_type *type);

/** Append what the relation is called and leads to, its date, words and passages. */
void show_add_edge(struct sheet *sheet, const struct edge *edge);

#endif
