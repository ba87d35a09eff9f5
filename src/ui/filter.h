/** @file  Setting filters: by a query that is typed, by facets, by the chips that are on.
 */
#ifndef DAFTAR_UI_FILTER_H
#define DAFTAR_UI_FILTER_H

struct ui;

const char *act_filter(struct ui *ui, int arg);	  /* type a query */
const char *act_complete(struct ui *ui, int arg); /* in that prompt: Tab */
const char *act_facet(struct ui *ui, int field);  /* choose values of a query_field */
const char *act_chips(struct ui *ui, int arg);	  /* switch and remove filters */

#endif
