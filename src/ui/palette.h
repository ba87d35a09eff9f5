/** @file  Boxes that offer commands, keys, and what cites a passage. */
#ifndef DAFTAR_UI_PALETTE_H
#define DAFTAR_UI_PALETTE_H

struct ui;

const char *act_palette(struct ui *ui, int arg); /* every command by name */
const char *act_help(struct ui *ui, int arg);	 /* every key, and the signs */
const char *act_cited(struct ui *ui, int arg);	 /* who else cites these words */

#endif
