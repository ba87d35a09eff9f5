/** @file  Setting filters: by a query that is typed, by facets, by the chips that are on.
 */
#ifndef DAFTAR_UI_FILTER_H
#define DAFTAR_UI_FILTER_H

#include "query/query.h"

struct choice;
struct picker;
struct tally;
struct ui;

extern const char filter_no_list[]; /* why problems can't be filtered */

/** The list that is read with its filters.  The arena owns what it lists. */
struct query_view filter_view(struct ui *ui, struct arena *arena);

/** "5", "5 · 1 possible".  Owned by the arena. */
const char *filter_tally(const struct tally *tally, struct arena *arena);

/** Edit a filter in the prompt. */
void filter_edit(struct ui *ui, int term);

/** Turn a filter off, or on again. */
void chip_switch(struct ui *ui, int term);

/** In a box of the values of a field: take those that are marked, else the choice. */
void facets_choose(struct ui *ui, const struct choice *choice);

/** What the marked values give together. */
const char *facets_total(struct ui *ui, struct picker *picker);

const char *act_filter(struct ui *ui, int arg);	   /* type a query */
const char *act_complete(struct ui *ui, int by);   /* in that prompt: Tab */
const char *act_facet(struct ui *ui, int field);   /* choose values of a query_field */
const char *act_chips(struct ui *ui, int arg);	   /* switch and remove filters */
const char *act_edit_chip(struct ui *ui, int arg); /* edit that of a number */

#endif
