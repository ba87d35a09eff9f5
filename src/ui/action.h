/**
 * @file
 * What the commands of the panes do.  Each returns NULL, or why it could do nothing.
 */
#ifndef DAFTAR_UI_ACTION_H
#define DAFTAR_UI_ACTION_H

struct ui;

const char *act_move(struct ui *ui, int by);
const char *act_side(struct ui *ui, int by);
const char *act_page(struct ui *ui, int by);
const char *act_end(struct ui *ui, int to_end);
const char *act_follow(struct ui *ui, int arg);
const char *act_history(struct ui *ui, int by);
const char *act_pane(struct ui *ui, int by);
const char *act_show(struct ui *ui, int pane);
const char *act_thread(struct ui *ui, int arg);
const char *act_facet(struct ui *ui, int field);
const char *act_prompt_filter(struct ui *ui, int arg);
const char *act_prompt_search(struct ui *ui, int arg);
const char *act_drop(struct ui *ui, int arg);
const char *act_chips(struct ui *ui, int arg);
const char *act_switch(struct ui *ui, int arg);
const char *act_match(struct ui *ui, int by);
const char *act_palette(struct ui *ui, int arg);
const char *act_help(struct ui *ui, int arg);
const char *act_escape(struct ui *ui, int arg);
const char *act_quit(struct ui *ui, int arg);

#endif
