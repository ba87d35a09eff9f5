#include "config.h"

#include "picker.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "row.h"
#include "text/fuzzy.h"

/* A match in what is shown counts for more than one in other names. */
enum { SHOWN = 8 };

static int score_of(const struct choice *choice, const char *typed)
{
	const char *const others[] = { choice->also, choice->value };
	int best = fuzzy_score(choice->label, typed, NULL);

	best += best ? SHOWN : 0;
	for (int i = 0; i < 2; i++) {
		int score = others[i] ? fuzzy_score(others[i], typed, NULL) : 0;

		best = score > best ? score : best;
	}
	return best;
}

/* A heading says nothing about choices that are strewn. */
static int heading_or_score(const struct choice *choice, const char *typed)
{
	return choice->is_heading ? 0 : score_of(choice, typed);
}

/* A choice that matches, and how well. */
struct scored {
	int choice, score;
};

/* The best first; equal ones, and all while nothing is typed, as they are listed. */
static int compare(const void *a, const void *b)
{
	const struct scored *one = a, *other = b;

	return one->score != other->score ? other->score - one->score
					  : one->choice - other->choice;
}

static void narrow(struct picker *picker)
{
	struct arena arena = { 0 };
	struct scored *scored =
		arena_array(&arena, (size_t)picker->count + 1, sizeof *scored);
	const char *typed = picker->typed.bytes;
	int count = 0;

	for (int i = 0; i < picker->count; i++) {
		int score = *typed ? heading_or_score(&picker->choices[i], typed) : 1;

		if (score)
			scored[count++] = (struct scored){ i, score };
	}
	qsort(scored, (size_t)count, sizeof *scored, compare);
	/* Letters strewn over a line are chance where another line has them together. */
	while (count && 3 * scored[count - 1].score < 2 * scored[0].score)
		count--;
	for (int i = 0; i < count; i++)
		picker->seen[i] = scored[i].choice;
	picker->seen_count = count;
	picker->cursor = picker->top = 0;
	picker_go(picker, 0);
	arena_clear(&arena);
}

/* Notes stand in a column, bars before them are drawn to the largest count. */
static void widen(struct picker *picker, const struct choice *choice)
{
	int width = choice->note ? cell_width(choice->note) : 0;

	if (choice->bar > picker->bar_most)
		picker->bar_most = choice->bar;
	if (width > picker->note_width)
		picker->note_width = width;
}

void picker_restart(struct picker *picker, struct ui *ui)
{
	arena_clear(&picker->arena);
	picker->choices = NULL;
	picker->title = picker->foot = NULL;
	picker->count = picker->bar_most = picker->note_width = 0;
	picker->has_marked = false;
	picker->kind->build(ui, picker);
	for (int i = 0; i < picker->count; i++)
		widen(picker, &picker->choices[i]);
	picker->seen = arena_array(&picker->arena, (size_t)picker->count + 1,
				   sizeof *picker->seen);
	narrow(picker);
}

void picker_start(struct picker *picker, struct ui *ui, const struct picker_kind *kind)
{
	picker->kind = kind;
	buf_clear(&picker->typed);
	picker_restart(picker, ui);
}

void picker_release(struct picker *picker)
{
	arena_clear(&picker->arena);
	buf_release(&picker->typed);
}

void picker_type(struct picker *picker, const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= ' ' && *text != 0x7f)
			buf_char(&picker->typed, *text);
	narrow(picker);
}

bool picker_erase(struct picker *picker, bool all)
{
	struct buf *typed = &picker->typed;
	struct glyph glyph;
	size_t at = 0, len = 0;

	if (!typed->len)
		return false;
	for (; !all && at < typed->len; at += len)
		len = cell_next(typed->bytes + at, typed->len - at, &glyph);
	buf_cut(typed, at - len);
	narrow(picker);
	return true;
}

static bool is_heading_at(const struct picker *picker, int row)
{
	return row >= 0 && row < picker->seen_count &&
	       picker->choices[picker->seen[row]].is_heading;
}

/* How many of the rows before `end` can be chosen. */
static int choosable(const struct picker *picker, int end)
{
	int count = 0;

	for (int i = 0; i < end; i++)
		count += !is_heading_at(picker, i);
	return count;
}

void picker_go(struct picker *picker, int to)
{
	int last = picker->seen_count ? picker->seen_count - 1 : 0;

	to = to < 0 ? 0 : to > last ? last : to;
	int by = to < picker->cursor && to > 0 ? -1 : 1;

	while (is_heading_at(picker, to) && to + by >= 0 && to + by <= last)
		to += by;
	picker->cursor = to;
}

const struct choice *picker_chosen(const struct picker *picker)
{
	return picker->cursor < picker->seen_count
		       ? &picker->choices[picker->seen[picker->cursor]]
		       : NULL;
}

void picker_mark(struct picker *picker)
{
	if (picker->cursor < picker->seen_count) {
		struct choice *choice = &picker->choices[picker->seen[picker->cursor]];

		choice->is_marked = !choice->is_marked;
		picker->has_marked = true;
		picker_go(picker, picker->cursor + 1);
	}
}

/* The rows of a box that choices have: without its frame and the line that is typed. */
static struct rect body_of(struct rect box, bool *has_frame)
{
	*has_frame = box.rows > 6 && box.cols > 12;
	if (*has_frame)
		box = (struct rect){ box.row + 1, box.col + 1, box.rows - 2,
				     box.cols - 2 };
	return box;
}

void picker_settle(struct picker *picker, struct rect box)
{
	bool has_frame;
	int rows = body_of(box, &has_frame).rows;

	rows -= rows > 1;
	picker->height = rows < 1 ? 1 : rows;
	if (picker->top > picker->cursor)
		picker->top = picker->cursor;
	if (picker->top < picker->cursor - picker->height + 1)
		picker->top = picker->cursor - picker->height + 1;
	if (picker->height > 1 && picker->top == picker->cursor &&
	    is_heading_at(picker, picker->top - 1))
		picker->top--;
}

/* A bar of at most `width` cells, of eighths. */
static void draw_bar(struct pen pen, int eighths)
{
	static const char *const eighth_signs[] = {
		"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"
	};

	for (int i = 0; i < eighths / 8; i++)
		pen_text(&pen, pen.canvas->ascii ? "#" : "█", ROLE_BAR);
	if (!pen.canvas->ascii)
		pen_text(&pen, eighth_signs[eighths % 8], ROLE_BAR);
}

/* Show which letters of the label, which begins at the pen, what is typed matches. */
static void draw_marks(const struct pen *pen, const char *label, const char *typed)
{
	struct arena arena = { 0 };
	struct fuzzy_marks marks;

	fuzzy_score(label, typed, &marks);
	for (int i = 0; i < marks.count; i++) {
		size_t at = marks.marks[i].at;
		int col = pen->col + cell_width(arena_strndup(&arena, label, at));
		int width =
			cell_width(arena_strndup(&arena, label + at, marks.marks[i].len));

		if (col + width <= pen->area.cols)
			canvas_role(pen->canvas,
				    (struct rect){ pen->area.row, pen->area.col + col, 1,
						   width },
				    ROLE_MATCH);
	}
	arena_clear(&arena);
}

static void draw_choice(const struct picker *picker, struct canvas *canvas,
			struct rect line, const struct choice *choice)
{
	struct arena arena = { 0 };
	const char *note = choice->note ? choice->note : "";
	int bars = picker->bar_most && line.cols > 44 ? 12 : 0;
	struct pen pen = { canvas, line, 0, 1 };
	int end = line.cols - 1 - (bars ? picker->note_width : cell_width(note));

	canvas_fill(canvas, line, ROLE_PLAIN);
	if (choice->is_heading) {
		pen_text(&pen, choice->label, ROLE_HEADING);
		arena_clear(&arena);
		return;
	}
	if (picker->kind->takes_several)
		pen_text(&pen,
			 !choice->is_marked ? "  "
			 : canvas->ascii    ? "x "
					    : "✓ ",
			 ROLE_KEY);
	if (bars) {
		int eighths = bars * 8 * choice->bar / picker->bar_most;

		end -= 1;
		draw_bar((struct pen){ canvas, line, 0, end - bars },
			 eighths ? eighths : 1);
		end -= bars;
	}
	struct pen start = pen;

	pen_text(&pen, text_cut(&arena, choice->label, end - pen.col - 1, canvas->ascii),
		 ROLE_PLAIN);
	if (choice == picker_chosen(picker))
		canvas_role(canvas, line, ROLE_SELECTED);
	start.area.cols = end - 1;
	if (picker->typed.len)
		draw_marks(&start, choice->label, picker->typed.bytes);
	pen.col = line.cols - 1 - cell_width(note);
	pen_text(&pen, note, choice == picker_chosen(picker) ? ROLE_SELECTED : ROLE_KEY);
	arena_clear(&arena);
}

/* What is typed, above the choices. */
static void draw_typed(const struct picker *picker, struct canvas *canvas,
		       struct rect line)
{
	struct pen pen = { canvas, line, 0, 1 };

	canvas_fill(canvas, line, ROLE_PLAIN);
	pen_text(&pen, picker->typed.bytes, ROLE_KEY);
	if (!picker->typed.len)
		pen_text(&pen, "type to narrow", ROLE_DIM);
	else if (!picker->seen_count)
		pen_text(&pen, "  no match", ROLE_WARNING);
}

static void draw_frame(const struct picker *picker, struct canvas *canvas,
		       struct rect box)
{
	struct frame frame = {
		.title = picker->title ? picker->title : picker->kind->title,
		.lines = ROLE_BORDER_ON,
		.words = ROLE_TITLE,
	};
	const char *foot = picker->foot ? picker->foot : picker->kind->foot;
	char place[40];

	snprintf(place, sizeof place, "%d/%d",
		 picker->seen_count ? choosable(picker, picker->cursor + 1) : 0,
		 choosable(picker, picker->seen_count));
	frame.note = place;
	canvas_box(canvas, box, &frame);
	if (foot)
		canvas_foot(canvas, box, foot, ROLE_HINT);
}

void picker_draw(const struct picker *picker, struct canvas *canvas, struct rect box)
{
	bool has_frame;
	struct rect body = body_of(box, &has_frame);

	assert(picker->kind);
	canvas_fill(canvas, box, ROLE_PLAIN);
	if (has_frame)
		draw_frame(picker, canvas, box);
	if (body.rows > 1) {
		draw_typed(picker, canvas,
			   (struct rect){ body.row++, body.col, 1, body.cols });
		body.rows--;
	}
	for (int i = 0; i < body.rows && picker->top + i < picker->seen_count; i++) {
		struct rect line = { body.row + i, body.col, 1, body.cols };

		draw_choice(picker, canvas, line,
			    &picker->choices[picker->seen[picker->top + i]]);
		canvas_spot(canvas, line, (struct spot){ SPOT_CHOICE, picker->top + i });
		if (picker->top + i != picker->cursor)
			continue;
		canvas->cursor_row = line.row;
		canvas->cursor_col = line.col;
	}
}
