/** @file  Keys while text is typed: in a prompt, and in a box to choose from. */
#ifndef DAFTAR_UI_TYPING_H
#define DAFTAR_UI_TYPING_H

struct ui;
struct picker_kind;
struct prompt_kind;

/** Open a box to choose from; when there is nothing to choose, say why instead. */
const char *open_picker(struct ui *ui, const struct picker_kind *kind);

/** Open a prompt with a text to begin with. */
void prompt_open(struct ui *ui, const struct prompt_kind *kind, const char *text);

/** Text where text is expected. */
void type_text(struct ui *ui, const char *text);

const char *type_recall(struct ui *ui, int by);
const char *type_accept(struct ui *ui, int arg);
const char *type_leave(struct ui *ui, int arg);
const char *type_move(struct ui *ui, int by);
const char *type_end(struct ui *ui, int to_end);
const char *type_delete(struct ui *ui, int by);
const char *type_clear(struct ui *ui, int arg);

const char *pick_move(struct ui *ui, int by);
const char *pick_page(struct ui *ui, int by);
const char *pick_end(struct ui *ui, int to_end);
const char *pick_mark(struct ui *ui, int arg);
const char *pick_erase(struct ui *ui, int all);
const char *pick_choose(struct ui *ui, int arg);
const char *pick_edit(struct ui *ui, int arg);
const char *pick_drop(struct ui *ui, int arg);
const char *pick_leave(struct ui *ui, int arg);

#endif
