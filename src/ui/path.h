/** @file  How records are connected: paths between two, and what is around one. */
#ifndef DAFTAR_UI_PATH_H
#define DAFTAR_UI_PATH_H

struct ui;

const char *act_path(struct ui *ui, int arg); /* choose a record to find a path to */
const char *act_depth(struct ui *ui, int by); /* show relations further, or less far */

#endif
