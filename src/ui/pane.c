#include "config.h"

#include "pane.h"

#include <string.h>

#include "base/buf.h"
#include "text/fold.h"
#include "text/wrap.h"

static int clamp(int value, int low, int high)
{
	return value > high ? (high < low ? low : high) : value < low ? low : value;
}

const char *pane_title(const struct pane *pane, const struct pane_kind *kind, int width,
		       struct arena *arena)
{
	const char *title = pane->title ? pane->title : kind->name;
	const char *tail = pane->tail ? pane->tail : "";
	int room = width - cell_width(tail);

	if (room < cell_width(title) && room < width / 3)
		return text_cut(arena, title, width);
	return arena_printf(arena, "%s%s", text_cut(arena, title, room), tail);
}

void pane_take(struct pane *pane, const struct rows *rows)
{
	pane->rows = rows->at;
	pane->row_count = rows->count;
	pane_go(pane, pane->cursor);
}

/* The nearest stop from `row` on in one direction; -1: there is none. */
static int stop_from(const struct pane *pane, int row, int by)
{
	while (row >= 0 && row < pane->row_count && !pane->rows[row].is_stop)
		row += by;
	return row >= 0 && row < pane->row_count ? row : -1;
}

static const struct row *cursor_row(const struct pane *pane)
{
	return pane->cursor < pane->row_count ? &pane->rows[pane->cursor] : NULL;
}

/* Is this run a link, and not the rest of the one before it? */
static bool starts_link(const struct row *row, int run)
{
	return !ref_is_none(row->runs[run].target) &&
	       (run == 0 || !ref_equal(row->runs[run].target, row->runs[run - 1].target));
}

static int link_count(const struct row *row)
{
	int count = 0;

	for (int i = 0; row && i < row->run_count; i++)
		count += starts_link(row, i);
	return count;
}

bool pane_move(struct pane *pane, int by)
{
	int step = by < 0 ? -1 : 1, start = pane->cursor;

	for (; by; by -= step) {
		int next = stop_from(pane, pane->cursor + step, step);

		if (next < 0)
			break;
		pane->cursor = next;
		pane->link = 0;
	}
	/* At the first stop, what stands above it comes into sight. */
	if (step < 0 && stop_from(pane, pane->cursor - 1, -1) < 0)
		pane->top = 0;
	return pane->cursor != start;
}

bool pane_page(struct pane *pane, int by)
{
	int start = pane->cursor, far = pane->height * by / 2;

	pane_go(pane, clamp(pane->cursor + (far ? far : by), 0, pane->row_count - 1));
	return pane->cursor != start || pane_move(pane, by < 0 ? -1 : 1);
}

bool pane_move_link(struct pane *pane, int by)
{
	int link = pane->link + by;

	if (link < 0 || link >= link_count(cursor_row(pane)))
		return false;
	pane->link = link;
	return true;
}

void pane_go(struct pane *pane, int row)
{
	row = clamp(row, 0, pane->row_count - 1);
	int stop = stop_from(pane, row, -1);

	if (stop < 0)
		stop = stop_from(pane, row, +1);
	if (stop != pane->cursor)
		pane->link = 0;
	pane->cursor = stop < 0 ? 0 : stop;
	pane->link = clamp(pane->link, 0, link_count(cursor_row(pane)) - 1);
	pane->top = clamp(pane->top, 0, pane->row_count - 1);
}

static bool row_names(const struct row *row, struct ref ref)
{
	for (int i = 0; i < row->run_count; i++)
		if (ref_equal(row->runs[i].target, ref))
			return true;
	return false;
}

bool pane_go_to(struct pane *pane, struct ref ref)
{
	for (int i = 0; i < pane->row_count; i++)
		if (pane->rows[i].is_stop && ref_equal(pane->rows[i].about, ref)) {
			pane_go(pane, i);
			return true;
		}
	for (int i = 0; i < pane->row_count; i++)
		if (row_names(&pane->rows[i], ref)) {
			pane_go(pane, i);
			return true;
		}
	return false;
}

bool pane_is_at_start(const struct pane *pane)
{
	int row = stop_from(pane, 0, +1);

	return pane->cursor == (row < 0 ? 0 : row);
}

void pane_to_first_link(struct pane *pane, int height)
{
	if (!pane_is_at_start(pane))
		return;
	for (int row = pane->cursor; row >= 0 && row < height;
	     row = stop_from(pane, row + 1, +1))
		if (link_count(&pane->rows[row])) {
			pane_go(pane, row);
			return;
		}
}

struct ref pane_target(const struct pane *pane)
{
	const struct row *row = cursor_row(pane);
	int link = -1;

	for (int i = 0; row && i < row->run_count; i++) {
		link += starts_link(row, i);
		if (link == pane->link)
			return row->runs[i].target;
	}
	return (struct ref){ 0 };
}

struct ref pane_about(const struct pane *pane)
{
	const struct row *row = cursor_row(pane);

	return row ? row->about : (struct ref){ 0 };
}

const char *row_text(const struct row *row, struct arena *arena)
{
	struct buf text = BUF_INIT;

	for (int i = 0; i < row->run_count; i++)
		buf_str(&text, row->runs[i].text);
	const char *copy = arena_strndup(arena, text.bytes, text.len);

	buf_release(&text);
	return copy;
}

/* Rows that stay in sight: no more than a third of all. */
static int pinned_rows(const struct pane *pane, int height)
{
	return pane->pinned * 3 <= height ? pane->pinned : 0;
}

/* Scroll no more than needed to see the cursor and what belongs to its row. */
static void scroll(struct pane *pane, int height)
{
	int last = pane->cursor, pinned = pinned_rows(pane, height);

	while (last + 1 < pane->row_count && !pane->rows[last + 1].is_stop)
		last++;
	while (last > pane->cursor && !pane->rows[last].run_count)
		last--; /* a blank row need not be seen */
	pane->height = height - pinned;
	pane->top = clamp(pane->top, last - height + 1, pane->row_count - 1);
	pane->top = clamp(pane->top, pane->cursor - height + 1, pane->cursor - pinned);
	if (pane->top < 0 || pane->cursor < pinned)
		pane->top = 0;
}

/* The cells that `len` bytes take. */
static int width_of(const char *text, size_t len)
{
	struct glyph glyph;
	size_t taken;
	int width = 0;

	while ((taken = cell_next(text, len, &glyph)) > 0) {
		width += glyph.width;
		text += taken;
		len -= taken;
	}
	return width;
}

static void draw_matches(struct canvas *canvas, struct rect line, const struct row *row,
			 const char *needle)
{
	struct arena arena = { 0 };
	const char *text = row_text(row, &arena);
	size_t from = 0, at, len;

	while (fold_find(text, from, needle, &at, &len) && len) {
		int col = width_of(text, at), width = width_of(text + at, len);

		if (col + width > line.cols)
			width = line.cols - col;
		canvas_role(canvas, (struct rect){ line.row, line.col + col, 1, width },
			    ROLE_MATCH);
		from = at + len;
	}
	arena_clear(&arena);
}

/* The row under the cursor: all of it is selected, or of several links the one. */
static void draw_cursor(struct pane *pane, struct canvas *canvas, struct rect line,
			const struct pane_look *look)
{
	const struct row *row = cursor_row(pane);
	enum role role = look->has_focus ? ROLE_SELECTED : ROLE_SELECTED_DIM;
	int link = -1, col = 0, cursor_col = 0;

	if (!look->has_focus && !look->has_mark)
		return;
	if (link_count(row) < 2 || look->has_mark)
		canvas_role(canvas, line, role);
	for (int i = 0; i < row->run_count && col < line.cols; i++) {
		int width = cell_width(row->runs[i].text);

		if (width > line.cols - col)
			width = line.cols - col;
		link += starts_link(row, i);
		if (link == pane->link && !ref_is_none(row->runs[i].target)) {
			canvas_role(canvas,
				    (struct rect){ line.row, line.col + col, 1, width },
				    role);
			cursor_col = cursor_col ? cursor_col : col;
		}
		col += width;
	}
	if (look->has_mark)
		canvas_text(canvas, line, 0, 0, canvas->ascii ? ">" : "▶", role);
	if (look->has_focus) {
		canvas->cursor_row = line.row;
		canvas->cursor_col = line.col + (look->has_mark ? 0 : cursor_col);
	}
}

static void draw_row(struct canvas *canvas, struct rect line, const struct row *row)
{
	int col = 0;

	for (int i = 0; i < row->run_count; i++)
		col = canvas_text(canvas, line, 0, col, row->runs[i].text,
				  row->runs[i].role);
}

static void draw_empty(struct canvas *canvas, struct rect area, const char *empty)
{
	struct wrap wrap = { .next = empty, .left = strlen(empty) };
	const char *text;
	size_t len;

	wrap.width = area.cols > 3 ? area.cols - 2 : 1;
	for (int row = 0; wrap_next(&wrap, &text, &len); row++)
		canvas_textn(canvas, area, row, 1, text, len, ROLE_DIM);
}

void pane_draw(struct pane *pane, struct canvas *canvas, struct rect area,
	       const struct pane_look *look)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	scroll(pane, area.rows);
	if (!pane->row_count)
		draw_empty(canvas, area, look->empty);
	for (int i = 0; i < area.rows && pane->top + i < pane->row_count; i++) {
		int at = i < pinned_rows(pane, area.rows) ? i : pane->top + i;
		const struct row *row = &pane->rows[at];
		struct rect line = { area.row + i, area.col, 1, area.cols };

		draw_row(canvas, line, row);
		if (at == pane->cursor && row->is_stop)
			draw_cursor(pane, canvas, line, look);
		if (look->needle)
			draw_matches(canvas, line, row, look->needle);
	}
}
