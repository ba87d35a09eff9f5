#include "config.h"

#include "bars.h"

#include <string.h>

#include "list_draw.h"
#include "query/graph.h"
#include "row.h"

/* The least cells of a screen whose rules say how fine the time view is. */
enum { TIME_LEAST = 72 };

const char *bars_tally(const struct tally *tally, bool ascii, struct arena *arena)
{
	const char *possible = tally->possible
				       ? arena_printf(arena, " %s %d possible",
						      ascii ? "-" : "·", tally->possible)
				       : "";

	return arena_printf(arena, "%d of %d%s", tally->sure, tally->total, possible);
}

const char *bars_passage(const struct ui *ui, struct arena *arena)
{
	const struct doc *doc = &ui->views[SLOT_RECORD].doc;
	int number = doc_number(doc, ui->at.passage);

	return number ? arena_printf(arena, "%d/%d", number, doc->passage_count) : NULL;
}

static const char *with_sign(const char *place, const char *sign, struct arena *arena)
{
	return arena_printf(arena, "%s%s%s", place, *place && *sign ? " " : "", sign);
}

static const char *place_of_list(const struct ui *ui, struct arena *arena)
{
	struct list_view list = { .list = &ui->list,
				  .listing = ui->at.listing,
				  .cursor = ui->cursor,
				  .top = ui->top };
	int seen = list_seen(&list, layout_body(&ui->layout, SLOT_LIST));
	const char *sign = more_sign(ui->top, seen, ui->list.count, ui->ascii);

	if (!ui->list.count)
		return "";
	if (!ui_is_selected(ui))
		return with_sign(arena_printf(arena, "-/%d", ui->list.count), sign,
				 arena);
	return with_sign(arena_printf(arena, "%d/%d", ui->cursor + 1, ui->list.count),
			 sign, arena);
}

const char *bars_place(const struct ui *ui, enum slot slot, struct arena *arena)
{
	const struct view *view = &ui->views[slot];
	int at, count;

	if (slot == SLOT_LIST)
		return place_of_list(ui, arena);
	if (slot == SLOT_TIME)
		return time_scale(ui, arena);
	const char *sign = more_sign(view->top, view->height, view->row_count, ui->ascii);

	if (slot == SLOT_SOURCE) {
		const char *passage = bars_passage(ui, arena);

		return with_sign(passage ? passage : "", sign, arena);
	}
	count = view_claims(view, &at);
	if ((slot == SLOT_RECORD || slot == SLOT_PATH) && count && at)
		return with_sign(arena_printf(arena, "%d/%d", at, count), sign, arena);
	return sign;
}

/* --- Crumbs and filters ------------------------------------------------------ */

static const char *list_name(const struct ui *ui, struct arena *arena)
{
	if (!ref_is_none(ui->at.thread))
		return arena_printf(arena, "%u %s", ui->at.thread.index + 1,
				    ui_thread_title(ui, ui->at.thread.index));
	return ui->at.listing == LIST_PROBLEMS ? "Problems"
					       : doc_listings[ui->at.listing].title;
}

/* "3 K2 and the SCO › 24 Astana summit (not in this thread)" */
static const char *crumbs_text(const struct ui *ui, int room, struct arena *arena)
{
	const char *list = list_name(ui, arena), *arrow = ui->ascii ? " > " : " › ";
	const char *title = ui_title(ui, ui->at.shown, arena), *where = "";
	int step = ui->cursor < ui->list.count ? ui->list.items[ui->cursor].step : 0;

	if (ui->at.focus == SLOT_PATH && !ref_is_none(ui->at.shown))
		return arena_printf(arena, "Path%s%s%s%s", arrow, title, arrow,
				    ui_title(ui, ui->at.path_to, arena));
	if (ref_is_none(ui->at.shown) || ui->at.is_page)
		return text_cut(arena, list, room, ui->ascii);
	if (!ui_is_selected(ui))
		where = ref_is_none(ui->at.thread) ? " (not in this list)"
						   : " (not in this thread)";
	else if (step)
		title = arena_printf(arena, "%d %s", step, title);
	int left = room - cell_width(arrow) - cell_width(where);
	int names = cell_width(list) + cell_width(title);

	/* The list's name gives way first: it stands in the tabs, too. */
	if (names > left)
		list = text_cut(arena, list,
				left - cell_width(title) < 12 ? (left < 40 ? 0 : 12)
							      : left - cell_width(title),
				ui->ascii);
	title = text_cut(arena, title, left - cell_width(list), ui->ascii);
	return arena_printf(arena, "%s%s%s%s", list, *list ? arrow : "", title, where);
}

static const char *chip_text(const struct ui *ui, int i, struct arena *arena)
{
	const char *off = ui->ascii ? "off" : "○", *on = ui->ascii ? "on" : "✓";
	struct buf words = BUF_INIT;

	query_print_term(&ui->query, i, &words);
	const char *text = arena_printf(arena, "%d %s %s", i + 1, words.bytes,
					query_is_on(&ui->query, i) ? on : off);

	buf_release(&words);
	return text;
}

static void put_chip(struct pen *pen, const char *chip, enum role role, struct spot spot)
{
	int from = pen->col;

	pen_text(pen, chip, role);
	pen_spot(pen, from, spot);
}

/* The chips, the last ones folded to "+2" where there is no room. */
static void draw_chips(const struct ui *ui, struct pen pen)
{
	struct arena arena = { 0 };
	int count = query_count(&ui->query), room = pen.area.cols;

	for (int i = 0; i < count; i++) {
		const char *chip = chip_text(ui, i, &arena);
		int rest = i + 1 < count ? 4 : 0;

		if (pen.col + cell_width(chip) + rest > room) {
			const char *more = arena_printf(&arena, "+%d", count - i);

			if (i == 0)
				more = text_cut(&arena, chip, room, ui->ascii);
			put_chip(&pen, more, ROLE_CHIP, (struct spot){ SPOT_CHIPS, 0 });
			break;
		}
		put_chip(&pen, chip,
			 query_is_on(&ui->query, i) ? ROLE_CHIP : ROLE_CHIP_OFF,
			 (struct spot){ SPOT_CHIP, i });
		pen.col += 2;
	}
	arena_clear(&arena);
}

static int chips_width(const struct ui *ui)
{
	struct arena arena = { 0 };
	int width = 0;

	for (int i = 0; i < query_count(&ui->query); i++)
		width += cell_width(chip_text(ui, i, &arena)) + 2;
	arena_clear(&arena);
	return width;
}

void bars_crumbs(const struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.crumbs, chips = line;
	struct tally tally = { ui->list.count - ui->list.possible_count,
			       ui->list.possible_count, ui->list.total };
	struct arena arena = { 0 };
	const char *counts = "";

	if (!line.rows)
		return;
	if (query_count(&ui->query) && ui->at.listing != LIST_PROBLEMS)
		counts = bars_tally(&tally, ui->ascii, &arena);
	int end = line.cols - 1 - cell_width(counts), wanted = chips_width(ui);
	int most = end - line.cols / 3;

	chips.cols = wanted < most ? wanted : most;
	chips.col = end - chips.cols - (*counts ? 1 : 0);
	pen_text(&(struct pen){ canvas, line, 0, end }, counts, ROLE_STATUS);
	draw_chips(ui, (struct pen){ canvas, chips, 0, 0 });
	pen_text(&(struct pen){ canvas, line, 0, 1 },
		 crumbs_text(ui, (wanted ? chips.col : end) - 3, &arena), ROLE_STATUS);
	arena_clear(&arena);
}

/* --- Rules of layouts without frames ------------------------------------------ */

/* All relations of the record shown, and what else cites it. */
static int related_count(const struct ui *ui)
{
	const struct view *record = &ui->views[SLOT_RECORD];
	struct ref shown = ui->at.shown;
	int count = 0;

	if (!ref_is_none(shown) && shown.kind < KIND_COUNT)
		count = graph_edges(query_graph(ui->world.index), shown).count;
	for (int i = record->split; i < record->doc.count; i++)
		count += record->doc.blocks[i].kind == DOC_LINK &&
			 record->doc.blocks[i].about.kind != KIND_RELATION;
	return count;
}

/* What the rule says of a slot: its name, and of the one that is seen where its cursor
 * is and whether there is more. */
static const char *tab_text(const struct ui *ui, enum slot slot, struct arena *arena)
{
	const char *name = ui->views[slot].kind ? ui->views[slot].kind->name : "";
	bool is_seen = layout_shows(&ui->layout, slot);
	const char *place = is_seen ? bars_place(ui, slot, arena) : "";
	const char *what = *place >= '0' && *place <= '9' ? ", claim "
			   : *place			  ? " "
							  : "";

	if (slot == SLOT_TIME)
		return ui->layout.cols < TIME_LEAST || !*place
			       ? time_title(ui, arena)
			       : arena_printf(arena, "%s, %s", time_title(ui, arena),
					      place);
	if (slot == SLOT_RELATED)
		name = arena_printf(arena, "Relations %d", related_count(ui));
	return arena_printf(arena, "%s%s%s", name, what, place);
}

static void rule_tab(const struct ui *ui, struct pen *pen, enum slot slot)
{
	struct arena arena = { 0 };
	int from = pen->col;

	pen_text(pen, tab_text(ui, slot, &arena),
		 ui->at.reading == slot ? ROLE_TAB_ON : ROLE_TAB);
	pen_spot(pen, from, (struct spot){ SPOT_PANE, (int)slot });
	arena_clear(&arena);
}

static void rule_end(struct pen *pen, const char *text)
{
	pen->col = pen->area.cols - cell_width(text) - 4;
	if (!*text || pen->col < 2)
		return;
	pen_text(pen, " ", ROLE_BORDER);
	pen_text(pen, text, ROLE_STATUS);
	pen_text(pen, " ", ROLE_BORDER);
}

void bars_rules(const struct ui *ui, struct canvas *canvas)
{
	struct rect tabs = ui->layout.tabs, words = ui->layout.words;
	struct arena arena = { 0 };

	if (tabs.rows) {
		struct pen pen = { canvas, tabs, 0, 2 };

		canvas_rule(canvas, tabs, 0, ROLE_BORDER);
		pen_text(&pen, " ", ROLE_BORDER);
		rule_tab(ui, &pen, SLOT_RECORD);
		pen_text(&pen, " │ ", ROLE_BORDER);
		rule_tab(ui, &pen, SLOT_RELATED);
		if (ui->at.reading == SLOT_TIME) {
			pen_text(&pen, " │ ", ROLE_BORDER);
			rule_tab(ui, &pen, SLOT_TIME);
		}
		pen_text(&pen, " ", ROLE_BORDER);
		rule_end(&pen, bars_place(ui, SLOT_LIST, &arena));
	}
	if (words.rows) {
		const char *place = bars_place(ui, SLOT_SOURCE, &arena);
		int room = words.cols - cell_width(place) - 10;
		enum role role = ui->at.focus == SLOT_SOURCE ? ROLE_TITLE : ROLE_HEADING;
		struct pen pen = { canvas, words, 0, 2 };

		canvas_rule(canvas, words, 0, ROLE_BORDER);
		pen_text(&pen, " ", ROLE_BORDER);
		pen_text(&pen, view_title(&ui->views[SLOT_SOURCE], room, &arena), role);
		pen_text(&pen, " ", ROLE_BORDER);
		rule_end(&pen, place);
	}
	arena_clear(&arena);
}
