#include "config.h"

#include <stdint.h>

#include "bars.h"
#include "model/when.h"
#include "model/words.h"

/*
 * A cell is a bin of some years, ten bins are a group with its first year before
 * it; groups in which nothing happened are folded.  The bins are the finest that
 * fit the line.
 */
enum { GROUP = 10, MOST_BINS = 2000 };

struct bin {
	int sure;      /* how many lie in it for certain */
	bool is_vague; /* something may */
};

struct strip {
	int64_t first; /* year; of a group */
	int64_t size;  /* years a bin */
	int count;     /* a multiple of GROUP */
	struct bin *bins;
	int most; /* the largest `sure` */
};

struct years {
	int64_t from, to;
};

static int64_t floor_to(int64_t year, int64_t unit)
{
	int64_t rest = year % unit;

	return year - (rest < 0 ? rest + unit : rest);
}

static bool is_known(int64_t day)
{
	return day > INT64_MIN && day < INT64_MAX;
}

/* From the earliest to the latest year that the extent's known ends may mean. */
static bool known_years(const struct date_extent *extent, struct years *years)
{
	const int64_t days[] = { extent->start_min, extent->start_max, extent->end_min,
				 extent->end_max };
	int first = 0, last = 3;

	while (first < 4 && !is_known(days[first]))
		first++;
	while (last > first && !is_known(days[last]))
		last--;
	if (!extent->is_given || first == 4)
		return false;
	*years = (struct years){ year_of(days[first]), year_of(days[last]) };
	return years->from <= years->to;
}

static const struct date_extent *extent_of(const struct ui *ui, struct ref ref)
{
	const struct when *when =
		ref.kind == KIND_PROBLEM ? NULL : words_when(ui->world.dossier, ref);

	return when && when->edtf ? &when->extent : NULL;
}

static void mark(struct strip *strip, struct years years, bool is_sure)
{
	int64_t from = (years.from - strip->first) / strip->size;
	int64_t to = (years.to - strip->first) / strip->size;

	for (int64_t i = from < 0 ? 0 : from; i <= to && i < strip->count; i++) {
		if (!is_sure)
			strip->bins[i].is_vague = true;
		else if (++strip->bins[i].sure > strip->most)
			strip->most = strip->bins[i].sure;
	}
}

/* Certain within its bin, or from where it surely lasts to where it surely ends. */
static void count_extent(struct strip *strip, const struct date_extent *extent)
{
	struct years years;

	if (!known_years(extent, &years))
		return;
	bool is_one_bin =
		floor_to(years.from, strip->size) == floor_to(years.to, strip->size);

	if (is_one_bin) {
		mark(strip, years, !extent->is_uncertain);
		return;
	}
	mark(strip, years, false);
	if (extent->is_interval && is_known(extent->start_max) &&
	    is_known(extent->end_min) && extent->start_max <= extent->end_min)
		mark(strip,
		     (struct years){ year_of(extent->start_max),
				     year_of(extent->end_min) },
		     true);
}

static bool group_is_empty(const struct strip *strip, int group)
{
	for (int i = 0; i < GROUP; i++) {
		const struct bin *bin = &strip->bins[group * GROUP + i];

		if (bin->sure || bin->is_vague)
			return false;
	}
	return true;
}

static int year_width(int64_t year)
{
	char text[24];

	return snprintf(text, sizeof text, "%lld", (long long)year);
}

static int strip_width(const struct strip *strip)
{
	int width = 0;

	for (int group = 0; group < strip->count / GROUP; group++) {
		int64_t year = strip->first + group * GROUP * strip->size;

		if (!group_is_empty(strip, group))
			width += year_width(year) + 1 + GROUP + 1;
		else if (group && !group_is_empty(strip, group - 1))
			width += 2;
	}
	return width;
}

static void strip_fill(struct strip *strip, const struct ui *ui, struct years all,
		       struct arena *arena)
{
	int64_t unit = strip->size * GROUP;

	strip->first = floor_to(all.from, unit);
	strip->count = (int)((all.to - strip->first) / unit + 1) * GROUP;
	strip->bins = arena_array(arena, (size_t)strip->count, sizeof *strip->bins);
	strip->most = 0;
	for (int i = 0; i < ui->list.count; i++) {
		const struct date_extent *extent = extent_of(ui, ui->list.items[i].ref);

		if (extent)
			count_extent(strip, extent);
	}
}

static bool years_of_list(const struct ui *ui, struct years *all)
{
	struct years years;
	bool found = false;

	for (int i = 0; i < ui->list.count; i++) {
		const struct date_extent *extent = extent_of(ui, ui->list.items[i].ref);

		if (!extent || !known_years(extent, &years))
			continue;
		all->from = found && all->from < years.from ? all->from : years.from;
		all->to = found && all->to > years.to ? all->to : years.to;
		found = true;
	}
	return found;
}

/* The finest bins of 1, 2, 5, 10, 20 ... years that fit; false when there is nothing. */
static bool strip_make(struct strip *strip, const struct ui *ui, int width,
		       struct arena *arena)
{
	static const int steps[] = { 1, 2, 5 };
	struct years all;
	int64_t power = 1;

	if (!years_of_list(ui, &all))
		return false;
	for (int i = 0; power < INT64_MAX / 100; i++, power *= i % 3 ? 1 : 10) {
		strip->size = steps[i % 3] * power;
		if ((all.to - all.from) / strip->size >= MOST_BINS)
			continue;
		strip_fill(strip, ui, all, arena);
		if (strip_width(strip) <= width)
			return true;
	}
	return false;
}

static const char *bin_sign(const struct strip *strip, const struct bin *bin, bool ascii)
{
	static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	static const char *const marks[] = { ".", ".", ":", ":", "|", "|", "#", "#" };
	int level;

	if (!bin->sure)
		return !bin->is_vague ? " " : ascii ? "~" : "·";
	level = strip->most > 1 ? (bin->sure - 1) * 7 / (strip->most - 1) : 2;
	return ascii ? marks[level] : blocks[level];
}

static void draw_strip(const struct strip *strip, struct canvas *canvas, struct rect line,
		       struct years selected)
{
	struct pen pen = { canvas, line, 0, 1 };
	char year[24];

	for (int group = 0; group < strip->count / GROUP; group++) {
		int64_t first = strip->first + group * GROUP * strip->size;

		if (group_is_empty(strip, group)) {
			if (group && !group_is_empty(strip, group - 1))
				pen_text(&pen, canvas->ascii ? "- " : "⋯ ", ROLE_DIM);
			continue;
		}
		snprintf(year, sizeof year, "%lld ", (long long)first);
		pen_text(&pen, year, ROLE_DIM);
		for (int i = 0; i < GROUP; i++) {
			const struct bin *bin = &strip->bins[group * GROUP + i];
			int64_t from = first + i * strip->size;
			bool is_here =
				selected.from < from + strip->size && selected.to >= from;

			pen_text(&pen, bin_sign(strip, bin, canvas->ascii),
				 is_here     ? ROLE_SELECTED
				 : bin->sure ? ROLE_DATE
					     : ROLE_POSSIBLE);
		}
		pen.col++;
	}
}

/* The date of what is shown, at the right. */
static void draw_date(const struct ui *ui, struct canvas *canvas, struct rect line,
		      const struct when *when)
{
	struct buf date = BUF_INIT;
	struct pen pen = { canvas, line, 0, 0 };

	when_short(when, ui->dates, &date);
	pen.col = line.cols - cell_width(date.bytes) - 3;
	pen_text(&pen, canvas->ascii ? "^" : "▲", ROLE_KEY);
	pen.col++;
	pen_text(&pen, date.bytes, when->supplied ? ROLE_SUPPLIED : ROLE_DATE);
	buf_release(&date);
}

void bars_timeline(const struct ui *ui, struct canvas *canvas)
{
	struct rect line = ui->layout.timeline, left = line;
	struct ref shown = ui->at.shown;
	const struct when *when = ref_is_none(shown) || shown.kind == KIND_PROBLEM
					  ? NULL
					  : words_when(ui->world.dossier, shown);
	struct years selected = { 1, 0 };
	struct arena arena = { 0 };
	struct strip strip = { 0 };

	if (!line.rows)
		return;
	left.cols = line.cols - 15;
	if (when && when->edtf) {
		known_years(&when->extent, &selected);
		draw_date(ui, canvas, line, when);
	}
	if (strip_make(&strip, ui, left.cols - 1, &arena))
		draw_strip(&strip, canvas, left, selected);
	arena_clear(&arena);
}
