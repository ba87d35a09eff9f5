#include "config.h"

#include "timeline.h"

#include <stdio.h>

#include "model/when.h"
#include "model/words.h"
#include "state.h"
#include "time_unit.h"

enum {
	LABEL_ROOM = 8,
	LEAST_WITH_LABELS = 40,
	LEAST_WITH_DATE = 24,
	DATE_ROOM = DATE_CELLS + 3
};

static const struct when *when_of(const struct ui *ui, struct ref ref)
{
	const struct when *when =
		ref.kind >= KIND_COUNT ? NULL : words_when(ui->world.dossier, ref);
	struct time_days days;

	return when && when->edtf && time_known(&when->extent, &days) ? when : NULL;
}

/* What the list would have without filters. */
static struct query_scope scope_of(const struct ui *ui, struct arena *arena)
{
	if (ui->at.listing == LIST_PROBLEMS)
		return (struct query_scope){ 0 };
	return list_scope(&ui->world, ui->at.listing, ui->at.thread, arena);
}

static struct ref scope_ref(const struct query_scope *scope, int i)
{
	return scope->refs ? scope->refs[i] : (struct ref){ scope->kind, (uint32_t)i };
}

static struct time_cover cover_of(struct ui *ui, const struct query_scope *scope)
{
	enum { MOST = 16 };
	struct arena work = { 0 };
	struct time_days *stretches = NULL, some[MOST];
	int count = 0;

	for (int i = 0; i < scope->count; i++) {
		const struct when *when = when_of(ui, scope_ref(scope, i));
		int more = when ? time_stretches(&when->extent, some, MOST) : 0;

		for (int j = 0; j < more; j++) {
			stretches =
				arena_grow(&work, stretches, count, sizeof *stretches);
			stretches[count++] = some[j];
		}
	}
	struct time_cover cover = time_cover(stretches, count, &ui->strip.arena);

	arena_clear(&work);
	return cover;
}

/* --- The axis ---------------------------------------------------------------------- */

static int labels_width(const struct axis_marks *marks)
{
	int width = 0;

	for (int i = 0; i < marks->count; i++)
		if (!marks->at[i].is_fold)
			width += cell_width(marks->at[i].label) + 2;
	return width;
}

static void set_marks(struct strip *strip)
{
	struct rect line = { 0, 0, 1, (int)strip->axis.width + LABEL_ROOM };

	/* A label may be longer than its column, which is stretched. */
	strip->marks = axis_marks(&(struct axis_part){ &strip->axis, 0, line, 1, 0 },
				  &strip->arena);
	strip->has_labels = strip->rows == 1 && strip->cols >= LEAST_WITH_LABELS;
	strip->kept = strip->has_labels ? labels_width(&strip->marks) : 0;
	if (strip->rows == 1 && strip->cols >= LEAST_WITH_DATE)
		strip->kept += DATE_ROOM;
}

/* The finest level at which columns, labels and the date fit. */
static void fit(struct strip *strip, const struct time_cover *cover)
{
	int room = strip->cols - 2;

	strip->axis = axis_fit(cover, room < 1 ? 1 : room, &strip->arena);
	if (!strip->axis.width)
		return;
	set_marks(strip);
	for (int level = strip->axis.level + 1;
	     strip->axis.width + strip->kept > room && level <= LEVEL_MOST; level++) {
		strip->axis = axis_make(cover, level, strip->cols, &strip->arena);
		if (strip->axis.width <= room)
			set_marks(strip);
	}
}

/* --- Counting ---------------------------------------------------------------------- */

/* A record of the list or beside it. */
struct counted {
	const struct when *when;
	bool is_listed, is_sure;
};

/* The last one is beyond the end, so that what is counted may end there. */
static struct strip_bin *bin_at(struct strip *strip, int64_t col)
{
	int64_t last = strip->axis.width;

	return &strip->bins[col < 0 ? 0 : col > last ? last : col];
}

/* Bins are how many more lie there than in the one before, until they are summed. */
static void count_range(struct strip *strip, const struct time_bar *bar,
			const struct counted *it)
{
	struct strip_bin *from = bin_at(strip, bar->core_from);
	struct strip_bin *to = bin_at(strip, bar->core_to + 1);

	if (bar->core_from > bar->core_to)
		return;
	from->all += !it->is_listed;
	to->all -= !it->is_listed;
	from->listed += it->is_listed;
	to->listed -= it->is_listed;
	from->stated += it->is_listed && !it->when->supplied;
	to->stated -= it->is_listed && !it->when->supplied;
}

static void count_record(struct strip *strip, const struct counted *it)
{
	struct time_bar bar = time_bar(&strip->axis, it->when);

	if (it->is_listed) {
		bin_at(strip, bar_left(&bar))->vague++;
		bin_at(strip, bar_right(&bar) + 1)->vague--;
	}
	if (it->is_sure && !bar.is_uncertain)
		count_range(strip, &bar, it);
}

static void count_all(struct ui *ui, const struct query_scope *scope)
{
	struct strip *strip = &ui->strip;
	bool is_filtered = ui->list.count < ui->list.total || ui->list.possible_count;

	strip->bins = arena_array(&strip->arena, (size_t)strip->axis.width + 1,
				  sizeof *strip->bins);
	for (int i = 0; i < ui->list.count; i++) {
		const struct item *item = &ui->list.items[i];
		const struct when *when = when_of(ui, item->ref);

		if (when)
			count_record(strip,
				     &(struct counted){ when, true,
							item->truth == TRUTH_YES });
	}
	for (int i = 0; is_filtered && i < scope->count; i++) {
		const struct when *when = when_of(ui, scope_ref(scope, i));

		if (when)
			count_record(strip, &(struct counted){ when, false, true });
	}
	strip->most = 1;
	for (int64_t i = 0; i < strip->axis.width; i++) {
		struct strip_bin *bin = &strip->bins[i], *next = bin + 1;

		next->all += bin->all;
		next->listed += bin->listed;
		next->stated += bin->stated;
		next->vague += bin->vague;
		if (bin->listed > strip->most)
			strip->most = bin->listed;
		if (bin->all > strip->most)
			strip->most = bin->all;
	}
}

/* --- All of it ---------------------------------------------------------------------- */

static void settle_cursor(struct ui *ui)
{
	struct strip *strip = &ui->strip;
	const struct when *when = when_of(ui, ui->at.shown);
	struct buf date = BUF_INIT;

	strip->shown = ui->at.shown;
	strip->has_date = when && strip->axis.width;
	strip->date[0] = '\0';
	if (!strip->has_date)
		return;
	strip->cursor = time_bar(&strip->axis, when);
	when_short(when, ui->dates, &date);
	if (strip->rows > 1 || strip->cols >= LEAST_WITH_DATE)
		snprintf(strip->date, sizeof strip->date, "%s", date.bytes);
	buf_release(&date);
}

void strip_settle(struct ui *ui)
{
	struct strip *strip = &ui->strip;
	struct rect line = ui->layout.timeline;
	struct arena work = { 0 };

	if (!line.rows)
		return;
	if (strip->built != ui->list_builds || strip->cols != line.cols ||
	    strip->rows != line.rows) {
		struct query_scope scope = scope_of(ui, &work);
		struct time_cover cover;

		arena_clear(&strip->arena);
		strip->built = ui->list_builds;
		strip->cols = line.cols;
		strip->rows = line.rows;
		cover = cover_of(ui, &scope);
		fit(strip, &cover);
		if (strip->axis.width)
			count_all(ui, &scope);
		arena_clear(&work);
	}
	settle_cursor(ui);
}

void strip_release(struct strip *strip)
{
	arena_clear(&strip->arena);
}
