#include "config.h"

#include "pane.h"
#include "state.h"
#include "text/cell.h"
#include "words.h"

/* Columns of the list, in cells: a sign, the date, the title, the threads. */
enum { DATE_COL = 2, DATE_WIDTH = 11, LEAST_WITH_DATE = 34, LEAST_WITH_THREADS = 60 };

static const struct ref none;

static int title_col(int width)
{
	return width < PANE_LEAST_WITH_MARK ? 0
	       : width < LEAST_WITH_DATE    ? DATE_COL
	       : width < 50		    ? DATE_COL + DATE_WIDTH + 1
					    : DATE_COL + DATE_WIDTH + 2;
}

/* The digits of the threads that a record is on. */
static const char *thread_digits(const struct dossier *dossier, struct ref ref,
				 struct arena *arena)
{
	char digits[2 * 9 + 1] = "";
	size_t len = 0;

	for (int i = 0; i < dossier->counts[KIND_THREAD] && i < 9; i++) {
		if (!thread_step(&dossier->threads[i], ref))
			continue;
		if (len)
			digits[len++] = ' ';
		digits[len++] = (char)('1' + i);
	}
	return arena_strndup(arena, digits, len);
}

static void add_date(struct ui *ui, struct rows *rows, struct ref ref)
{
	const struct when *when = words_when(ui->dossier, ref);
	const char *date = when ? words_date_short(when, rows->arena, rows->dates)
				: words_kind(ui->dossier, ref, rows->arena);

	/* Brackets hang, so that the years stand under one another. */
	rows_pad(rows, DATE_COL - (*date == '['));
	rows_add(rows, text_cut(rows->arena, date, DATE_WIDTH + (*date == '[')),
		 when ? words_date_role(when) : ROLE_DIM, none);
}

static void add_item(struct ui *ui, struct rows *rows, const struct item *item)
{
	int col = title_col(rows->width), end = rows->width - (col > 0);
	bool is_maybe = item->truth == TRUTH_MAYBE;
	const char *title = words_title(ui->dossier, item->ref, rows->arena);
	const char *threads = "";

	rows_block(rows, item->ref, false);
	if (rows->width >= LEAST_WITH_THREADS)
		threads = thread_digits(ui->dossier, item->ref, rows->arena);
	if (rows->width >= LEAST_WITH_DATE)
		add_date(ui, rows, item->ref);
	rows_pad(rows, col);
	if (is_maybe)
		rows_add(rows, "? ", ROLE_POSSIBLE, none);
	if (*threads)
		end -= cell_width(threads) + 1;
	rows_add(rows, text_cut(rows->arena, title, end - rows->col),
		 is_maybe ? ROLE_POSSIBLE : ROLE_PLAIN, none);
	if (*threads) {
		rows_pad(rows, end + 1);
		rows_add(rows, threads, ROLE_DIM, none);
	}
	rows_end(rows);
	if (item->note && ui->layout.class == LAYOUT_WIDE) {
		rows->stops = false;
		rows_text(rows, DATE_COL + 2, item->note, ROLE_DIM);
	}
}

/* What stands in the list's place when the filters let nothing through. */
static const char *why_empty(struct ui *ui, struct arena *arena)
{
	struct buf text = BUF_INIT;

	if (!filters_are_on(&ui->query))
		return ref_is_none(ui->thread) ? "This dossier has no events."
					       : "This thread has no steps.";
	buf_str(&text, ref_is_none(ui->thread) ? "Nothing here answers "
					       : "Nothing in this thread answers ");
	for (int i = 0, on = 0; i < ui->query.term_count; i++) {
		if (!query_is_on(&ui->query, i))
			continue;
		if (on++)
			buf_str(&text, " and ");
		query_print_term(&ui->query, i, &text);
	}
	buf_str(&text, ". \\ turns the filters off, x drops the last one");
	buf_str(&text, ref_is_none(ui->thread) ? "." : ", 0 asks all events.");
	const char *copy = arena_strndup(arena, text.bytes, text.len);

	buf_release(&text);
	return copy;
}

static void build(struct ui *ui, struct pane *pane, struct rows *rows)
{
	const struct list *list = &ui->list;

	if (!ref_is_none(ui->thread))
		pane->title = dossier_title(ui->dossier, ui->thread);
	if (!list->count)
		pane->empty = why_empty(ui, &pane->arena);
	for (int i = 0; i < list->count; i++) {
		if (i && list->items[i].truth != list->items[i - 1].truth) {
			rows_heading(rows, "  Possible: the date is too vague to tell");
			rows->at[rows->count - 1].is_stop = false;
		}
		add_item(ui, rows, &list->items[i]);
	}
}

const struct pane_kind pane_events = {
	.name = "Events",
	.empty = "",
	.build = build,
};
