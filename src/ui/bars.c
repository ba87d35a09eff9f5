#include "config.h"

#include "bars.h"

#include <limits.h>
#include <string.h>

#include "command.h"
#include "state.h"

/* Cells below which a thread's title says nothing, and the dossier's; and below which a
 * title that is read is not cut so that the others may say something. */
enum { TITLE_LEAST = 3, ON_LEAST = 18, NAME_LEAST = 12, NAME_MOST = 32 };

struct tab {
	const char *title;
	int digit, count;
	bool is_on;
};

static struct tab tab_at(const struct ui *ui, int index)
{
	if (index == 0)
		return (struct tab){ "All", 0, ui->dossier->counts[KIND_EVENT],
				     ref_is_none(ui->thread) };
	const struct thread *thread = &ui->dossier->threads[index - 1];

	return (struct tab){ thread->title, index, thread->step_count,
			     !ref_is_none(ui->thread) &&
				     (int)ui->thread.index == index - 1 };
}

/* A tab whose title takes at most `room` cells: "1 Blinken–Norov meeting 9". */
static const char *tab_text(const struct tab *tab, int room, struct arena *arena)
{
	const char *title = text_cut(arena, tab->title, room);

	return arena_printf(arena, "%d %s%s%d", tab->digit, title, *title ? " " : "",
			    tab->count);
}

static int tabs_count(const struct ui *ui)
{
	int count = ui->dossier->counts[KIND_THREAD] + 1;

	return count > 10 ? 10 : count;
}

/* The cells that titles may have: the one that is read, and each of the others. */
struct tabs_room {
	int on, other;
	int spare; /* so many of the others may have one more */
};

/* The title of "All" is never cut. */
static bool is_fixed(const struct tab *tab)
{
	return tab->digit == 0;
}

/* What the tabs take when the title that is read has `on` cells, the others `room`. */
static int tabs_width(const struct ui *ui, int on, int room)
{
	struct arena arena = { 0 };
	int width = 0;

	for (int i = 0; i < tabs_count(ui); i++) {
		struct tab tab = tab_at(ui, i);
		int most = is_fixed(&tab) ? INT_MAX : tab.is_on ? on : room;

		width += cell_width(tab_text(&tab, most, &arena)) + (i ? 3 : 0);
	}
	arena_clear(&arena);
	return width;
}

/* What is read has its title, as far as there is room; the others share the rest. */
static struct tabs_room tabs_fit(const struct ui *ui, int width)
{
	const struct tab on =
		tab_at(ui, ref_is_none(ui->thread) ? 0 : (int)ui->thread.index + 1);
	struct tabs_room room = { .on = cell_width(on.title) };
	int left = width - tabs_width(ui, 0, TITLE_LEAST) - 1;

	if (left >= ON_LEAST && left < room.on)
		room.on = left;
	left = width - tabs_width(ui, room.on, 0);
	if (left < 0) {
		room.on = room.on + left < 0 ? 0 : room.on + left;
		return room;
	}
	while (room.other < width && tabs_width(ui, room.on, room.other + 1) <= width)
		room.other++;
	if (room.other < TITLE_LEAST)
		room.other = 0;
	else
		room.spare = width - tabs_width(ui, room.on, room.other);
	return room;
}

static void draw_tabs(struct ui *ui, struct canvas *canvas, int col)
{
	struct rect line = ui->layout.header;
	struct tabs_room room = tabs_fit(ui, line.cols - 1 - col);
	struct arena arena = { 0 };

	for (int i = 0; i < tabs_count(ui); i++) {
		struct tab tab = tab_at(ui, i);
		int most = is_fixed(&tab) ? INT_MAX : tab.is_on ? room.on : room.other;

		if (most < cell_width(tab.title) && !tab.is_on && room.spare > 0) {
			most++;
			room.spare--;
		}
		if (i)
			col = canvas_text(canvas, line, 0, col, " │ ", ROLE_BORDER);
		col = canvas_text(canvas, line, 0, col, tab_text(&tab, most, &arena),
				  tab.is_on ? ROLE_TAB_ON : ROLE_TAB);
	}
	arena_clear(&arena);
}

static int on_count(const struct query *query)
{
	int count = 0;

	for (int i = 0; i < query->term_count; i++)
		count += query_is_on(query, i);
	return count;
}

/* Where in the list the selection stands, from 1; 0 for an empty list. */
static int list_place(const struct ui *ui)
{
	return list_find(&ui->list, pane_about(&ui->panes[PANE_EVENTS])) + 1;
}

/* Where its words come from; that it is the source, is told beside it. */
static const char *source_title(const struct ui *ui, int width, struct arena *arena)
{
	static const char prefix[] = "Source · ";
	struct pane pane = ui->panes[PANE_SOURCE];

	if (pane.title && !strncmp(pane.title, prefix, strlen(prefix)))
		pane.title += strlen(prefix);
	return pane_title(&pane, &pane_source, width, arena);
}

/* One line for everything: "1 Blinken–Norov meeting   3 of 9 · f2". */
static void narrow_header(struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.header;
	int on = on_count(&ui->query);
	struct arena arena = { 0 };
	struct tab tab =
		tab_at(ui, ref_is_none(ui->thread) ? 0 : (int)ui->thread.index + 1);
	const struct pane *pane = &ui->panes[ui->focus];
	const char *place =
		pane->at ? arena_printf(&arena, "%d of %d", pane->at, pane->of)
			 : arena_printf(&arena, "%d of %d", list_place(ui),
					ui->list.count ? ui->list.count : ui->list.total);
	const char *filters = on ? arena_printf(&arena, " · f%d", on) : "";
	int width = cell_width(place) + cell_width(filters);
	int room = line.cols - width - 4;
	const char *title = ui->focus == PANE_SOURCE ? source_title(ui, room, &arena)
			    : ui->focus == PANE_RELATIONS
				    ? "Relations"
				    : arena_printf(&arena, "%d %s", tab.digit, tab.title);

	canvas_text(canvas, line, 0, 1, text_cut(&arena, title, room), ROLE_TITLE);
	canvas_text(canvas, line, 0, line.cols - width - 1, place, ROLE_STATUS);
	canvas_text(canvas, line, 0, line.cols - cell_width(filters) - 1, filters,
		    ROLE_CHIP);
	arena_clear(&arena);
}

void bars_header(struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.header;
	struct arena arena = { 0 };
	const char *full = ui->dossier->about.title ? ui->dossier->about.title : "";
	int col = 1, room;

	if (ui->layout.class <= LAYOUT_NARROW) {
		if (line.rows)
			narrow_header(ui, canvas);
		return;
	}
	/* The thread that is read needs the room more than our own name does. */
	if (10 + tabs_width(ui, INT_MAX, TITLE_LEAST) <= line.cols)
		col = canvas_text(canvas, line, 0, col, "daftar", ROLE_KEY) + 2;
	/* What the dossier is comes before more of the threads that are not read. */
	room = line.cols - 1 - col - 3 - tabs_width(ui, INT_MAX, TITLE_LEAST);
	const char *title = text_cut(&arena, full, room < NAME_MOST ? room : NAME_MOST);
	if (ui->layout.class == LAYOUT_WIDE && *title &&
	    (room >= NAME_LEAST || !strcmp(title, full)))
		col = canvas_text(canvas, line, 0, col, title, ROLE_TITLE) + 3;
	draw_tabs(ui, canvas, col);
	arena_clear(&arena);
}

static const char *counts_text(const struct ui *ui, struct arena *arena)
{
	const struct list *list = &ui->list;
	int sure = list->count - list->possible_count;
	const char *possible = "";

	if (!ui->query.term_count)
		return arena_printf(arena, "%d of %d", list_place(ui), list->count);
	if (list->possible_count)
		possible = arena_printf(arena, " · %d possible", list->possible_count);
	return arena_printf(arena, "%d of %d%s · \\ %s", sure, list->total, possible,
			    filters_are_on(&ui->query) ? "off" : "on");
}

void bars_chips(struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.chips, left = line;
	struct arena arena = { 0 };
	int col = 1;

	if (!line.rows)
		return;
	const char *counts = counts_text(ui, &arena);
	int at = line.cols - cell_width(counts) - 1;

	canvas_text(canvas, line, 0, at, counts, ROLE_STATUS);
	left.cols = at - 1;
	if (!ui->query.term_count)
		canvas_text(canvas, left, 0, col,
			    text_cut(&arena,
				     "no filter: a by actor, y by year, f by words; a "
				     "digit reads a thread",
				     left.cols - col),
			    ROLE_HINT);
	for (int i = 0; i < ui->query.term_count; i++) {
		bool is_on = query_is_on(&ui->query, i);
		struct buf words = BUF_INIT;

		query_print_term(&ui->query, i, &words);
		col = canvas_text(canvas, left, 0, col,
				  arena_printf(&arena, "%d %s %s", i + 1, words.bytes,
					       !is_on	   ? "off"
					       : ui->ascii ? "on"
							   : "✓"),
				  is_on ? ROLE_CHIP : ROLE_CHIP_OFF);
		col += 2;
		buf_release(&words);
	}
	arena_clear(&arena);
}

void bars_tabs(struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.tabs;
	struct arena arena = { 0 };
	int col = 2;

	if (!line.rows)
		return;
	canvas_rule(canvas, line, 0, ROLE_BORDER);
	for (int i = PANE_DETAIL; i < PANE_COUNT; i++) {
		const struct pane *pane = &ui->panes[i];
		const char *text = pane_kinds[i]->name;
		enum role role = i == (int)ui->reader ? ROLE_TAB_ON : ROLE_TAB;

		if (pane->of && pane->at)
			text = arena_printf(&arena, "%s %d/%d", text, pane->at, pane->of);
		else if (pane->of)
			text = arena_printf(&arena, "%s %d", text, pane->of);
		col = canvas_text(canvas, line, 0, col, i == PANE_DETAIL ? " " : " │ ",
				  ROLE_BORDER);
		col = canvas_text(canvas, line, 0, col, text, role);
	}
	col = canvas_text(canvas, line, 0, col, " ", ROLE_BORDER);
	/* The source's title says where its words come from. */
	if (ui->reader == PANE_SOURCE && ui->panes[PANE_SOURCE].title) {
		const char *title = source_title(ui, line.cols - col - 4, &arena);

		canvas_text(canvas, line, 0, line.cols - cell_width(title) - 3,
			    arena_printf(&arena, " %s ", title), ROLE_STATUS);
	}
	arena_clear(&arena);
}

static const struct command *hint_of_rank(enum context context, int rank)
{
	for (int i = 0; i < command_count; i++)
		if (commands[i].hint && commands[i].rank == rank &&
		    commands[i].contexts & context)
			return &commands[i];
	return NULL;
}

static int draw_hint(struct ui *ui, struct canvas *canvas, struct rect line, int col,
		     const struct command *command, int reserve)
{
	struct arena arena = { 0 };
	const char *keys = command_keys(command, false, ui->ascii, &arena);

	if (col + cell_width(keys) + 1 + cell_width(command->hint) + reserve <=
	    line.cols) {
		col = canvas_text(canvas, line, 0, col, keys, ROLE_KEY);
		col = canvas_text(canvas, line, 0, col + 1, command->hint, ROLE_HINT) + 2;
	}
	arena_clear(&arena);
	return col;
}

/* The most useful first; help has its place kept at the end. */
static void draw_hints(struct ui *ui, struct canvas *canvas, struct rect line)
{
	const struct command *command, *help = command_for_key(ui->context, "?");
	int col = 1, reserve = help ? 8 : 0;

	for (int rank = 1; (command = hint_of_rank(ui->context, rank)); rank++)
		col = draw_hint(ui, canvas, line, col, command, reserve);
	if (help)
		draw_hint(ui, canvas, line, col, help, 0);
}

enum { TIP_TITLE, TIP_COUNTS, TIP_THREADS, TIP_ENTER, TIP_HELP, TIP_QUIT, TIP_COUNT };

static const char *tip_join(const char *const items[TIP_COUNT], unsigned taken,
			    struct arena *arena)
{
	const char *text = "", *before = "";

	for (int i = 0; i < TIP_COUNT; i++) {
		if (!(taken >> i & 1))
			continue;
		if (*text)
			before = i == TIP_COUNTS		    ? ": "
				 : *before == '.' || *before == ',' ? ", "
								    : ". ";
		text = arena_printf(arena, "%s%s%s", text, before, items[i]);
	}
	return text;
}

/* What a newcomer is told until the first key; of it, the most useful that fits. */
static const char *tip_text(const struct ui *ui, int room, struct arena *arena)
{
	static const int by_use[] = { TIP_TITLE,  TIP_ENTER,   TIP_HELP,
				      TIP_COUNTS, TIP_THREADS, TIP_QUIT };
	const int *counts = ui->dossier->counts;
	int threads = counts[KIND_THREAD] > 9 ? 9 : counts[KIND_THREAD];
	const char *title = ui->dossier->about.title;
	const char *const items[TIP_COUNT] = {
		[TIP_TITLE] = title ? title : "daftar",
		[TIP_COUNTS] = arena_printf(
			arena, "%d event%s, %d thread%s", counts[KIND_EVENT],
			counts[KIND_EVENT] == 1 ? "" : "s", counts[KIND_THREAD],
			counts[KIND_THREAD] == 1 ? "" : "s"),
		[TIP_THREADS] = threads > 1 ? arena_printf(arena, "1%s%d read a thread",
							   ui->ascii ? "-" : "–", threads)
				: threads   ? "1 reads the thread"
					    : "a picks an actor",
		[TIP_ENTER] = "Enter reads",
		[TIP_HELP] = "? shows the keys",
		[TIP_QUIT] = "q quits",
	};
	unsigned taken = 0;

	for (int i = 0; i < TIP_COUNT; i++) {
		unsigned more = taken | 1u << by_use[i];

		if (cell_width(tip_join(items, more, arena)) <= room)
			taken = more;
	}
	return tip_join(items, taken, arena);
}

void bars_hints(struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.hints;
	struct arena arena = { 0 };

	if (!line.rows && ui->context == IN_PROMPT)
		line = (struct rect){ canvas->rows - 1, 0, 1, canvas->cols };
	if (ui->context == IN_PROMPT)
		prompt_draw(ui, canvas, line);
	else if (ui->status.len && line.rows)
		canvas_text(canvas, line, 0, 1,
			    text_cut(&arena, ui->status.bytes, line.cols - 2),
			    ui->status_role);
	else if (line.rows && !ui->has_begun)
		canvas_text(canvas, line, 0, 1, tip_text(ui, line.cols - 2, &arena),
			    ROLE_STATUS);
	else if (line.rows)
		draw_hints(ui, canvas, line);
	arena_clear(&arena);
}
