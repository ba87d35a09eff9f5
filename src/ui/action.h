/**
 * @file
 * What commands do where records are read.  Each gives NULL, or why it could do nothing.
 */
#ifndef DAFTAR_UI_ACTION_H
#define DAFTAR_UI_ACTION_H

struct ui;

const char *act_move(struct ui *ui, int by);
const char *act_link(struct ui *ui, int by);
const char *act_page(struct ui *ui, int by);
const char *act_end(struct ui *ui, int to_end);
const char *act_claim(struct ui *ui, int by);
const char *act_passage(struct ui *ui, int by);
const char *act_record(struct ui *ui, int by);
const char *act_follow(struct ui *ui, int arg);
const char *act_history(struct ui *ui, int by);
const char *act_slot(struct ui *ui, int by);
const char *act_show(struct ui *ui, int slot);
const char *act_thread(struct ui *ui, int arg);
const char *act_listing(struct ui *ui, int listing);
const char *act_page_of_thread(struct ui *ui, int arg);
const char *act_zoom(struct ui *ui, int arg);
const char *act_more(struct ui *ui, int arg);
const char *act_drop(struct ui *ui, int arg);
const char *act_switch(struct ui *ui, int arg);
const char *act_escape(struct ui *ui, int arg);
const char *act_quit(struct ui *ui, int arg);

#endif
