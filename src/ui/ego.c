#include "config.h"

#include "ego.h"

#include <string.h>

#include "model/when.h"
#include "model/words.h"
#include "text/cell.h"

static const struct ref none;

enum {
	ROWS_LEAST = 9,	   /* of the view, for a graph above the list */
	WIDTH_LEAST = 32,  /* cells */
	BOX_LEAST = 16,	   /* rows, for a box around the record */
	LABEL_MOST = 20,   /* cells of a label on an edge */
	TITLE_LEAST = 14,  /* cells of a title; dates give way first */
	BEYOND = 3,	   /* nodes of each node */
	ROWS_A_LEVEL = 12, /* more nodes for each level */
};

/* The parts of lines; `stated` has a passage, `curators` has none. */
/* clang-format off */
static const struct lines {
	const char *first, *middle, *last, *down, *blank, *stated, *curators, *end;
	const char *top[3], *side, *bottom[3], *up, *on;
} utf8 = {
	"┌", "├", "└", "│  ", "   ", "─", "╌", "▸",
	{ "┌", "─", "┐" }, "│", { "└", "─", "┘" }, "┴", "┬",
}, ascii = {
	"+", "+", "+", "|  ", "   ", "-", ".", ">",
	{ "+", "-", "+" }, "|", { "+", "-", "+" }, "+", "+",
};
/* clang-format on */

struct sketch {
	struct rows *rows;
	const struct dossier *dossier;
	const struct ego *ego;
	const struct lines *lines;
	uint32_t key; /* of the last row */
	int date_width;
};

static void draw(const struct sketch *sketch, const char *text)
{
	rows_add(sketch->rows, text, ROLE_BORDER, none);
}

static void repeat(const struct sketch *sketch, const char *text, int count)
{
	while (count-- > 0)
		draw(sketch, text);
}

static void stop(struct sketch *sketch)
{
	rows_block(sketch->rows, &(struct row_block){ .key = ++sketch->key });
}

static const char *date_of(const struct sketch *sketch, struct ref ref)
{
	const struct when *when = words_when(sketch->dossier, ref);
	struct buf words = BUF_INIT;

	if (!when)
		return "";
	when_short(when, DATE_BRACKETED, &words);
	const char *copy = arena_strndup(sketch->rows->arena, words.bytes, words.len);

	buf_release(&words);
	return copy;
}

static enum role date_role(const struct sketch *sketch, struct ref ref)
{
	const struct when *when = words_when(sketch->dossier, ref);

	return when && when->supplied ? ROLE_SUPPLIED : ROLE_DATE;
}

/* A title, and at the right end the date, if there is room for both. */
static void name(struct sketch *sketch, struct ref ref, enum role role, int room)
{
	struct rows *rows = sketch->rows;
	const char *title = words_title(sketch->dossier, ref, rows->arena);
	const char *date = date_of(sketch, ref);
	int end = rows->col + room;
	bool has_date = *date && room - sketch->date_width - 1 >= TITLE_LEAST;

	room -= has_date ? sketch->date_width + 1 : 0;
	rows_add(rows, text_cut(rows->arena, title, room, rows->ascii), role, ref);
	if (!has_date)
		return;
	rows_pad(rows, end - cell_width(date));
	rows_add(rows, date, date_role(sketch, ref), none);
}

/* --- Nodes --------------------------------------------------------------------- */

/* The nodes that share a line: where the line goes from, and how wide labels are. */
struct branch {
	const char *prefix; /* before the line */
	int label_width;
	bool ends; /* the line ends at the last node */
};

/* Does an earlier node of its own level show the same record? */
static bool is_second(const struct ego *ego, const struct ego_node *it)
{
	for (const struct ego_node *other = ego->nodes; other < it; other++)
		if (other->level == 1 && ref_equal(other->edge.to, it->edge.to))
			return true;
	return false;
}

/* The label of its edge; several that join the same two are one line: "follows +2". */
static const char *edge_label(const struct sketch *sketch, const struct ego_node *it,
			      bool *is_cited)
{
	int more = 0;

	*is_cited = it->edge.is_cited;
	for (int i = 0; i < sketch->ego->count && it->level == 1; i++) {
		const struct ego_node *other = &sketch->ego->nodes[i];

		if (other == it || other->level > 1 ||
		    !ref_equal(other->edge.to, it->edge.to))
			continue;
		*is_cited = *is_cited || other->edge.is_cited;
		more++;
	}
	return more ? arena_printf(sketch->rows->arena, "%s +%d", it->edge.label, more)
		    : it->edge.label;
}

static int label_width(const struct sketch *sketch, int first, int count)
{
	int width = 0, room = sketch->rows->width / 3;

	for (int i = first; i < first + count; i++) {
		const struct ego_node *it = &sketch->ego->nodes[i];
		bool is_cited;
		int cells = cell_width(edge_label(sketch, it, &is_cited));

		width = cells > width ? cells : width;
	}
	width = width > LABEL_MOST ? LABEL_MOST : width;
	return width > room ? room : width;
}

/* "├─ follows ──▸ Remarks before the meeting      2022-12-12" */
static void node(struct sketch *sketch, const struct ego_node *it,
		 const struct branch *branch, const char *joint)
{
	struct rows *rows = sketch->rows;
	const struct lines *lines = sketch->lines;
	bool is_cited;
	const char *label = edge_label(sketch, it, &is_cited);
	const char *line = is_cited ? lines->stated : lines->curators;

	label = text_cut(rows->arena, label, branch->label_width, rows->ascii);

	stop(sketch);
	draw(sketch, branch->prefix);
	draw(sketch, joint);
	draw(sketch, line);
	rows_add(rows, arena_printf(rows->arena, " %s ", label), ROLE_LABEL, none);
	repeat(sketch, line, branch->label_width - cell_width(label) + 1);
	draw(sketch, lines->end);
	rows_pad(rows, rows->col + 1);
	name(sketch, it->edge.to, ROLE_LINK, rows->width - rows->col);
	rows_end(rows);
}

static void left_out(struct sketch *sketch, const char *prefix, const char *joint,
		     const char *words)
{
	struct rows *rows = sketch->rows;

	rows_pass(rows);
	draw(sketch, prefix);
	draw(sketch, joint);
	rows_add(rows, " ", ROLE_DIM, none);
	rows_add(rows, text_cut(rows->arena, words, rows->width - rows->col, rows->ascii),
		 ROLE_DIM, none);
	rows_end(rows);
}

static const char *count_words(const struct sketch *sketch, int count)
{
	return arena_printf(sketch->rows->arena, "%d more", count);
}

/* The nodes that a node leads to, below it. */
static void below(struct sketch *sketch, const struct ego_node *it, const char *prefix)
{
	const struct lines *lines = sketch->lines;
	const struct branch branch = { prefix, label_width(sketch, it->first, it->count),
				       true };

	for (int i = it->first; i < it->first + it->count; i++) {
		const struct ego_node *child = &sketch->ego->nodes[i];
		bool is_last = i == it->first + it->count - 1 && !it->more;

		node(sketch, child, &branch, is_last ? lines->last : lines->middle);
		below(sketch, child,
		      arena_printf(sketch->rows->arena, "%s%s", prefix,
				   is_last ? lines->blank : lines->down));
	}
	if (it->more && it->count)
		left_out(sketch, prefix, lines->last, count_words(sketch, it->more));
}

static const char *indented(const struct sketch *sketch, const char *text)
{
	return arena_printf(sketch->rows->arena, " %s", text);
}

/* Of the record's own edges: what is before it is aligned with what is after it. */
static int own_label_width(const struct sketch *sketch)
{
	const int *counts = sketch->ego->counts;

	return label_width(sketch, 0,
			   counts[ERA_BEFORE] + counts[ERA_DURING] + counts[ERA_AFTER]);
}

static void before(struct sketch *sketch)
{
	const struct ego *ego = sketch->ego;
	const struct lines *lines = sketch->lines;
	int count = ego->counts[ERA_BEFORE], more = ego->more[ERA_BEFORE];
	const struct branch branch = { " ", own_label_width(sketch), false };

	if (more)
		left_out(sketch, " ", lines->first, count_words(sketch, more));
	for (int i = 0; i < count; i++) {
		if (is_second(ego, &ego->nodes[i]))
			continue;
		node(sketch, &ego->nodes[i], &branch,
		     i == 0 && !more ? lines->first : lines->middle);
		below(sketch, &ego->nodes[i], indented(sketch, lines->down));
	}
}

static void after(struct sketch *sketch)
{
	const struct ego *ego = sketch->ego;
	const struct lines *lines = sketch->lines;
	int first = ego->counts[ERA_BEFORE];
	int count = ego->counts[ERA_DURING] + ego->counts[ERA_AFTER];
	int more = ego->more[ERA_DURING] + ego->more[ERA_AFTER];
	const struct branch branch = { " ", own_label_width(sketch), true };

	while (count && is_second(ego, &ego->nodes[first + count - 1]))
		count--;
	for (int i = first; i < first + count; i++) {
		bool is_last = i == first + count - 1 && !more;

		if (is_second(ego, &ego->nodes[i]))
			continue;
		node(sketch, &ego->nodes[i], &branch,
		     is_last ? lines->last : lines->middle);
		below(sketch, &ego->nodes[i],
		      indented(sketch, is_last ? lines->blank : lines->down));
	}
	if (more)
		left_out(sketch, " ", lines->last, count_words(sketch, more));
}

/* --- The middle ------------------------------------------------------------------ */

static void box_line(struct sketch *sketch, const char *const of[3], int width,
		     const char *joint)
{
	rows_pass(sketch->rows);
	draw(sketch, of[0]);
	draw(sketch, joint ? joint : of[1]);
	repeat(sketch, of[1], width - 3);
	draw(sketch, of[2]);
	rows_end(sketch->rows);
}

/* The record itself, in a box where there is room for one. */
static int middle(struct sketch *sketch, bool has_box)
{
	struct rows *rows = sketch->rows;
	const struct lines *lines = sketch->lines;
	const struct ego *ego = sketch->ego;
	bool has_before = ego->counts[ERA_BEFORE] || ego->more[ERA_BEFORE];
	bool has_after = ego->counts[ERA_DURING] + ego->counts[ERA_AFTER] > 0;
	int width = cell_width(words_title(sketch->dossier, ego->about, rows->arena)) +
		    sketch->date_width + 6;

	width = width > rows->width ? rows->width : width;
	if (has_box)
		box_line(sketch, lines->top, width, has_before ? lines->up : NULL);
	stop(sketch);
	draw(sketch, has_box ? lines->side : rows->ascii ? " #" : " ■");
	rows_pad(rows, rows->col + 1);
	name(sketch, ego->about, ROLE_TITLE,
	     has_box ? width - 2 - rows->col : rows->width - rows->col);
	if (has_box) {
		rows_pad(rows, width - 1);
		draw(sketch, lines->side);
	}
	rows_end(rows);
	int row = rows->count - 1;

	if (has_box)
		box_line(sketch, lines->bottom, width, has_after ? lines->on : NULL);
	return row;
}

/* --- All ------------------------------------------------------------------------- */

/* So many nodes of each era as `count` rows take, taken in turn. */
static void share(const struct graph_edges *edges, int count, int most_of[ERA_COUNT])
{
	bool is_full = false;

	memset(most_of, 0, ERA_COUNT * sizeof *most_of);
	while (count > 0 && !is_full) {
		is_full = true;
		for (int era = ERA_COUNT; era-- > 0 && count > 0;)
			if (most_of[era] < edges->counts[era]) {
				most_of[era]++;
				count--;
				is_full = false;
			}
	}
}

static struct ego_bounds bounds_of(const struct graph_edges *edges,
				   const struct ego_room *room, bool has_box)
{
	int own = room->height * 3 / 5 - (has_box ? 3 : 1);
	struct ego_bounds bounds = { .depth = room->depth,
				     .beyond = BEYOND,
				     .most = own + (room->depth - 1) * ROWS_A_LEVEL };

	/* What is left out takes a row, too. */
	if (edges->count > own)
		own -= 2;
	share(edges, own, bounds.most_of);
	return bounds;
}

int ego_rows(struct rows *rows, const struct graph *graph, struct ref about,
	     const struct ego_room *room)
{
	struct graph_edges edges = graph_edges(graph, about);
	struct ego ego = { .about = about };
	bool has_box = room->height >= BOX_LEAST;
	struct sketch sketch = { .rows = rows,
				 .dossier = graph_dossier(graph),
				 .ego = &ego,
				 .lines = rows->ascii ? &ascii : &utf8,
				 .date_width = DATE_CELLS + 1 };

	if (!edges.count || room->height < ROWS_LEAST || rows->width < WIDTH_LEAST)
		return 0;
	struct ego_bounds bounds = bounds_of(&edges, room, has_box);

	ego_find(graph, &ego, &bounds, rows->arena);
	before(&sketch);
	int row = middle(&sketch, has_box);

	after(&sketch);
	return row;
}
