#include "config.h"

#include "list_draw.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "model/evidence.h"
#include "model/words.h"
#include "row.h"
#include "text/fold.h"
#include "text/wrap.h"

/* Below these widths a column has no room, in cells. */
enum { LEAST_WITH_MARK = 8, LEAST_WITH_DATE = 34, NOTE_INDENT = 6, NOTE_LEAST = 16 };

/* What the column that grows has before others are added. */
enum { TITLE_WISHED = 40 };

/* What draws one row. */
struct line {
	const struct list_view *view;
	struct arena *arena;
	struct pen pen; /* its area is the row */
};

static int line_left(const struct line *line)
{
	return line->pen.area.cols - line->pen.col;
}

static const struct diag *problem(const struct list_view *view, int index)
{
	const struct diag *diag = view->diags->first;

	while (index-- > 0)
		diag = diag->next;
	return diag;
}

static const char *problem_text(const struct list_view *view, int index,
				struct arena *arena)
{
	const struct diag *diag = problem(view, index);
	const char *file = strrchr(diag->at.file, '/');

	return arena_printf(arena, "%s:%u  %s", file ? file + 1 : diag->at.file,
			    diag->at.line, diag->message);
}

static const struct doc_listing *listing_of(const struct list_view *view)
{
	return &doc_listings[view->listing < LIST_COUNT ? view->listing : LIST_EVENTS];
}

/* A thread may list any record among events: by its own title, on the day of its event.
 */
static struct doc_cell step_cell(const struct list_view *view,
				 const struct doc_column *column, struct ref ref,
				 struct arena *arena)
{
	struct doc_options options = { .texts = view->texts, .dates = view->dates };
	struct ref home = dossier_home(view->dossier, ref);

	if (!column->width)
		return (struct doc_cell){ words_title(view->dossier, ref, arena),
					  DOC_PLAIN };
	if (!strcmp(column->name, "date") && home.kind == KIND_EVENT)
		return column->cell(view->dossier, home, &options, arena);
	return (struct doc_cell){ "", DOC_PLAIN };
}

static struct doc_cell cell_of(const struct list_view *view,
			       const struct doc_column *column, struct ref ref,
			       struct arena *arena)
{
	struct doc_options options = { .texts = view->texts,
				       .dates = view->dates,
				       .index = view->index };

	if (column->width == 1) {
		enum evidence evidence = evidence_of(view->dossier, view->texts, ref);

		return (struct doc_cell){ evidence_sign(evidence, view->ascii),
					  evidence == EVIDENCE_BROKEN ? DOC_DAMAGED
								      : DOC_LABEL };
	}
	if (ref.kind != listing_of(view)->kind)
		return step_cell(view, column, ref, arena);
	struct doc_cell cell = column->cell(view->dossier, ref, &options, arena);

	/* Where every row is a title, none is. */
	if (cell.meaning == DOC_TITLE)
		cell.meaning = DOC_PLAIN;
	return cell;
}

/* --- Columns ------------------------------------------------------------- */

static bool is_date(const struct doc_column *column)
{
	return column->when != NULL;
}

static int fixed_width(const struct doc_listing *listing, int rank)
{
	int width = 0;

	for (int i = 0; i < listing->column_count; i++)
		if (listing->columns[i].width && listing->columns[i].rank <= rank)
			width += listing->columns[i].width + 1 +
				 2 * is_date(&listing->columns[i]);
	return width;
}

/* The least important columns that still leave room for the one that grows. */
static int rank_fitting(const struct doc_listing *listing, int width)
{
	int rank = 9;

	while (rank > 1 && fixed_width(listing, rank) + TITLE_WISHED > width)
		rank--;
	return rank;
}

/* The brackets of dates hang in a margin of their own, so that years stand under one
 * another. */
static void put_cell(struct line *line, struct doc_cell cell, int width, bool is_date)
{
	struct pen *pen = &line->pen;
	int end = pen->col + width;

	pen->col += is_date && *cell.text != '[';
	pen_text(pen, text_cut(line->arena, cell.text, end - pen->col, line->view->ascii),
		 role_of(cell.meaning));
	pen->col = end + 1;
}

static void put_columns(struct line *line, const struct item *item)
{
	const struct doc_listing *listing = listing_of(line->view);
	int left = line_left(line), rank = rank_fitting(listing, left);
	int grows = left - fixed_width(listing, rank);
	bool is_maybe = item->truth == TRUTH_MAYBE;

	for (int i = 0; i < listing->column_count; i++) {
		const struct doc_column *column = &listing->columns[i];
		bool has_room = line->pen.area.cols >= LEAST_WITH_DATE ||
				!column->width || column->width <= 2;

		if (column->rank > rank || !has_room)
			continue;
		struct doc_cell cell =
			cell_of(line->view, column, item->ref, line->arena);
		int width = column->width ? column->width + 2 * is_date(column) : grows;

		if (is_maybe && !column->width)
			cell.meaning = DOC_CURATOR;

		if (width > line_left(line))
			width = line_left(line);
		if (line->pen.area.cols < LEAST_WITH_DATE && !column->width)
			width = line_left(line);
		put_cell(line, cell, width, is_date(column));
	}
}

static void put_number(struct line *line, const struct item *item)
{
	char text[16];
	int last = line->view->list->last_step;

	if (last)
		pen_text(&line->pen,
			 (snprintf(text, sizeof text, last > 99 ? "%3d " : "%2d ",
				   item->step),
			  text),
			 ROLE_DIM);
}

static void put_problem(struct line *line, int item)
{
	const struct diag *diag = problem(line->view, item);
	bool is_error = diag->type->severity == SEVERITY_ERROR;

	pen_text(&line->pen, is_error ? "error    " : "warning  ",
		 is_error ? ROLE_ERROR : ROLE_WARNING);
	pen_text(&line->pen,
		 text_cut(line->arena, problem_text(line->view, item, line->arena),
			  line_left(line), line->view->ascii),
		 ROLE_PLAIN);
}

static void put_mark(struct line *line, int item)
{
	bool is_here = item == line->view->cursor;
	const char *sign = line->view->is_hollow ? "▷" : "▶";

	if (line->view->ascii)
		sign = line->view->is_hollow ? "-" : ">";
	pen_text(&line->pen, is_here ? sign : " ", ROLE_KEY);
}

static void put_row(struct line *line, int item)
{
	const struct item *it = &line->view->list->items[item];

	if (line->pen.area.cols >= LEAST_WITH_MARK)
		put_mark(line, item);
	if (line->view->listing == LIST_PROBLEMS) {
		put_problem(line, item);
		return;
	}
	if (it->step && line->pen.area.cols >= LEAST_WITH_DATE)
		put_number(line, it);
	/* A column of its own, so that the others stand under one another. */
	if (line->view->list->possible_count)
		pen_text(&line->pen, it->truth == TRUTH_MAYBE ? "?" : " ", ROLE_POSSIBLE);
	put_columns(line, it);
}

/* --- Notes, scrolling ---------------------------------------------------- */

static const char *note_of(const struct list_view *view, int item)
{
	const char *note = view->list->items[item].note;

	return item == view->cursor ? note : NULL;
}

int list_rows(const struct list_view *view, int item, int width)
{
	const char *note = note_of(view, item);
	int room = width - NOTE_INDENT - 1;

	return 1 + (note && room >= NOTE_LEAST ? wrap_count(note, room) : 0);
}

int list_seen(const struct list_view *view, struct rect area)
{
	int rows = 0, item = view->top;

	for (; item < view->list->count; item++) {
		rows += list_rows(view, item, area.cols);
		if (rows > area.rows)
			break;
	}
	return item - view->top;
}

int list_scroll(const struct list_view *view, struct rect area)
{
	int top = view->top, rows = 0, cursor = view->cursor;

	if (top > cursor)
		top = cursor;
	for (int i = cursor; i >= top; i--) {
		rows += list_rows(view, i, area.cols);
		if (rows > area.rows) {
			top = i < cursor ? i + 1 : i;
			break;
		}
	}
	/* No empty rows below while something lies above. */
	rows = 0;
	for (int i = view->list->count - 1; i >= 0; i--) {
		rows += list_rows(view, i, area.cols);
		if (rows > area.rows)
			return top;
		if (i < top)
			top = i;
	}
	return top;
}

/* --- Drawing ------------------------------------------------------------- */

static void highlight(struct canvas *canvas, struct rect row, const char *needle)
{
	struct arena arena = { 0 };
	struct buf text = BUF_INIT;
	struct fold_match match = { 0 };

	/* The row as it stands on the canvas, a byte or more a cell. */
	for (int col = 0; col < row.cols; col++)
		buf_str(&text, canvas_at(canvas, row.row, row.col + col));
	while (fold_next(text.bytes, needle, &match)) {
		const char *at = text.bytes + match.at;
		int col = cell_width(arena_strndup(&arena, text.bytes, match.at));
		int width = cell_width(arena_strndup(&arena, at, match.len));

		canvas_role(canvas, (struct rect){ row.row, row.col + col, 1, width },
			    ROLE_MATCH);
	}
	buf_release(&text);
	arena_clear(&arena);
}

static void draw_item(const struct list_view *view, struct canvas *canvas,
		      struct rect row, int item)
{
	struct arena arena = { 0 };
	struct line line = { view, &arena, { canvas, row, 0, 0 } };

	put_row(&line, item);
	if (view->preview && view->listing != LIST_PROBLEMS &&
	    query_match(view->preview, view->index, view->list->items[item].ref) ==
		    TRUTH_NO)
		canvas_role(canvas, row, ROLE_DIM);
	if (item == view->cursor) {
		canvas_role(canvas, row,
			    view->has_focus ? ROLE_SELECTED : ROLE_SELECTED_DIM);
		if (view->has_focus) {
			canvas->cursor_row = row.row;
			canvas->cursor_col = row.col;
		}
	}
	if (view->needle)
		highlight(canvas, row, view->needle);
	arena_clear(&arena);
}

static void draw_note(struct canvas *canvas, struct rect area, const char *note)
{
	struct wrap wrap = { .next = note, .left = strlen(note) };
	struct pen pen = { canvas, area, 0, 0 };
	const char *text;
	size_t len;

	wrap.width = area.cols - NOTE_INDENT - 1;
	for (; wrap_next(&wrap, &text, &len); pen.row++) {
		pen.col = NOTE_INDENT;
		pen_textn(&pen, text, len, ROLE_DIM);
	}
}

static void draw_empty(const struct list_view *view, struct canvas *canvas,
		       struct rect area)
{
	struct wrap wrap = { .next = view->empty, .left = strlen(view->empty) };
	struct pen pen = { canvas, area, 0, 0 };
	const char *text;
	size_t len;

	wrap.width = area.cols > 3 ? area.cols - 2 : 1;
	for (; wrap_next(&wrap, &text, &len); pen.row++) {
		pen.col = area.cols > 3;
		pen_textn(&pen, text, len, ROLE_DIM);
	}
}

void list_draw(const struct list_view *view, struct canvas *canvas, struct rect area)
{
	int row = 0;

	assert(!view->list->count ||
	       (view->cursor >= 0 && view->cursor < view->list->count));
	if (area.rows < 1 || area.cols < 1)
		return;
	if (!view->list->count)
		draw_empty(view, canvas, area);
	for (int item = view->top; item < view->list->count && row < area.rows; item++) {
		int rows = list_rows(view, item, area.cols);
		struct rect line = { area.row + row, area.col, 1, area.cols };

		draw_item(view, canvas, line, item);
		line.rows = rows < area.rows - row ? rows : area.rows - row;
		canvas_spot(canvas, line, (struct spot){ SPOT_ROW, item });
		if (rows > 1)
			draw_note(canvas,
				  (struct rect){ line.row + 1, area.col,
						 rows - 1 < area.rows - row - 1
							 ? rows - 1
							 : area.rows - row - 1,
						 area.cols },
				  note_of(view, item));
		row += rows;
	}
}

const char *list_text(const struct list_view *view, int item, struct arena *arena)
{
	const struct item *it = &view->list->items[item];
	struct buf text = BUF_INIT;

	if (view->listing == LIST_PROBLEMS)
		return problem_text(view, item, arena);
	const struct doc_listing *listing = listing_of(view);

	for (int i = 0; i < listing->column_count; i++)
		buf_printf(&text, "%s%s", i ? " " : "",
			   cell_of(view, &listing->columns[i], it->ref, arena).text);
	const char *copy = arena_strndup(arena, text.bytes, text.len);

	buf_release(&text);
	return copy;
}
