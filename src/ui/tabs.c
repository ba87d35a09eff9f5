#include "config.h"

#include <limits.h>
#include <string.h>

#include "bars.h"
#include "row.h"

/* Cells: a title of fewer says nothing; the dossier's own gives way first. */
enum { TITLE_LEAST = 4, NAME_MOST = 26, NAME_LEAST = 12 };

struct tab {
	const char *title, *short_title;
	int digit;
	const char *count;
	bool is_on;
};

static int tabs_count(const struct ui *ui)
{
	int count = ui->world.dossier->counts[KIND_THREAD] + 1;

	return count > TAB_COUNT ? TAB_COUNT : count;
}

/* Under a filter how many of how many match, else how many there are. */
static const char *count_text(const struct ui *ui, int index, struct arena *arena)
{
	const struct tally *tally =
		ui->preview.is_on ? &ui->preview.tallies[index] : &ui->tallies[index];

	return filters_are_on(ui->preview.is_on ? &ui->preview.query : &ui->query)
		       ? arena_printf(arena, "%d/%d", tally->sure, tally->total)
		       : arena_printf(arena, "%d", tally->total);
}

static struct tab tab_at(const struct ui *ui, int index, struct arena *arena)
{
	const char *count = count_text(ui, index, arena);

	if (index == 0)
		return (struct tab){ "All", "All", 0, count,
				     ref_is_none(ui->at.thread) &&
					     ui->at.listing == LIST_EVENTS };
	const struct thread *thread = &ui->world.dossier->threads[index - 1];
	struct ref self = { KIND_THREAD, (uint32_t)index - 1 };

	const char *title = ui_thread_title(ui, self.index);

	return (struct tab){ title, thread->short_title ? thread->short_title : title,
			     index, count, ref_equal(ui->at.thread, self) };
}

/* How titles are written: in full, short, or cut to so many cells. */
struct fit {
	bool others_short, all_short;
	int most; /* cells of a title */
};

static const char *tab_text(const struct ui *ui, const struct tab *tab,
			    const struct fit *fit, struct arena *arena)
{
	bool is_short = fit->all_short || (fit->others_short && !tab->is_on);
	const char *title = is_short ? tab->short_title : tab->title;

	title = text_cut(arena, title, fit->most, ui->ascii);
	return arena_printf(arena, "%d %s%s%s", tab->digit, title, *title ? " " : "",
			    tab->count);
}

static int tabs_width(const struct ui *ui, const struct fit *fit)
{
	struct arena arena = { 0 };
	int width = 0;

	for (int i = 0; i < tabs_count(ui); i++) {
		struct tab tab = tab_at(ui, i, &arena);

		width += cell_width(tab_text(ui, &tab, fit, &arena)) + (i ? 3 : 0);
	}
	arena_clear(&arena);
	return width;
}

/* Full titles, else short ones, else cut ones, else digits and counts alone. */
static struct fit fit_tabs(const struct ui *ui, int width)
{
	static const struct fit tries[] = { { false, false, INT_MAX },
					    { true, false, INT_MAX },
					    { true, true, INT_MAX } };
	struct fit fit = { true, true, 40 };

	for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++)
		if (tabs_width(ui, &tries[i]) <= width)
			return tries[i];
	while (fit.most > TITLE_LEAST && tabs_width(ui, &fit) > width)
		fit.most--;
	if (tabs_width(ui, &fit) > width)
		fit.most = 0;
	return fit;
}

static void draw_tabs(const struct ui *ui, struct pen *pen)
{
	struct fit fit = fit_tabs(ui, pen->area.cols - 1 - pen->col);
	struct arena arena = { 0 };

	for (int i = 0; i < tabs_count(ui); i++) {
		struct tab tab = tab_at(ui, i, &arena);

		if (i)
			pen_text(pen, " │ ", ROLE_BORDER);
		int from = pen->col;

		pen_text(pen, tab_text(ui, &tab, &fit, &arena),
			 tab.is_on ? ROLE_TAB_ON : ROLE_TAB);
		pen_spot(pen, from, (struct spot){ SPOT_TAB, tab.digit });
	}
	arena_clear(&arena);
}

static const char *problems_text(const struct ui *ui, struct arena *arena)
{
	const struct diags *diags = ui->world.diags;
	int errors = diags ? diags->error_count : 0;

	if (!errors)
		return "";
	return arena_printf(arena, "%d error%s !", errors, errors == 1 ? "" : "s");
}

/* The title, unless the record's first row, which is seen, has it. */
static const char *record_title(const struct ui *ui, struct arena *arena)
{
	const struct view *record = &ui->views[SLOT_RECORD];

	if (record->subject.has_title || record->top || ref_is_none(ui->at.shown))
		return ui_title(ui, ui->at.shown, arena);
	if (!ref_is_none(ui->at.thread))
		return ui_thread_title(ui, ui->at.thread.index);
	return ui->at.listing == LIST_PROBLEMS ? "Problems"
					       : doc_listings[ui->at.listing].title;
}

/* One line for everything: "1 Blinken–Norov meeting      3/13 · 1 filter". */
static void narrow_header(const struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.header;
	struct arena arena = { 0 };
	const char *errors = problems_text(ui, &arena);
	const char *place = bars_place(ui, ui->at.focus, &arena);
	const char *filters = filters_are_on(&ui->query) ? " · filtered" : "";
	const char *tail = arena_printf(&arena, "%s%s%s%s", errors, *errors ? "  " : "",
					place, filters);
	int room = line.cols - cell_width(tail) - 3;
	const char *title = ui->at.focus == SLOT_LIST && !ref_is_none(ui->at.thread)
				    ? ui_thread_title(ui, ui->at.thread.index)
			    : ui->at.focus == SLOT_LIST && ui->at.listing == LIST_PROBLEMS
				    ? "Problems"
			    : ui->at.focus == SLOT_LIST
				    ? doc_listings[ui->at.listing].title
			    : ui->at.focus == SLOT_RECORD ? record_title(ui, &arena)
			    : ui->at.focus == SLOT_TIME
				    ? time_title(ui, &arena)
				    : view_title(&ui->views[ui->at.focus], room, &arena);

	struct pen pen = { canvas, line, 0, 1 };

	pen_text(&pen, text_cut(&arena, title, room, ui->ascii), ROLE_TITLE);
	pen.col = line.cols - cell_width(tail) - 1;
	pen_text(&pen, tail, *errors ? ROLE_ERROR : ROLE_STATUS);
	arena_clear(&arena);
}

void bars_header(const struct ui *ui, struct canvas *canvas)
{
	static const struct fit least = { true, true, INT_MAX };
	struct rect line = ui->layout.header;
	struct pen pen = { canvas, line, 0, 1 };
	const char *name = ui->world.dossier->about.title;
	struct arena arena = { 0 };
	int room;

	if (!line.rows)
		return;
	if (ui->layout.class <= LAYOUT_NARROW) {
		narrow_header(ui, canvas);
		return;
	}
	const char *errors = problems_text(ui, &arena);

	if (*errors) {
		pen.area.cols -= cell_width(errors) + 2;
		pen_text(&(struct pen){ canvas, line, 0, pen.area.cols + 1 }, errors,
			 ROLE_ERROR);
	}
	room = pen.area.cols - 5 - tabs_width(ui, &least);
	if (name && room >= NAME_LEAST && ui->layout.class == LAYOUT_WIDE) {
		name = text_cut(&arena, name, room < NAME_MOST ? room : NAME_MOST,
				ui->ascii);
		pen_text(&pen, name, ROLE_TITLE);
		pen.col += 3;
	}
	draw_tabs(ui, &pen);
	arena_clear(&arena);
}
