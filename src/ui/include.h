/** @file  "=" and "-": filter by what is under the cursor, or by anything but it. */
#ifndef DAFTAR_UI_INCLUDE_H
#define DAFTAR_UI_INCLUDE_H

struct ui;

const char *act_include(struct ui *ui, int sign); /* +1: only that; -1: all but that */

#endif
