#include "config.h"

#include "wish.h"

#include <string.h>

#include "model/office.h"
#include "model/words.h"

/* What is collected, and what it must fit. */
struct collecting {
	struct ui *ui;
	struct wishes *wishes;
	unsigned kinds; /* of the records that are listed */
};

static void add(struct collecting *all, enum query_field field, const char *value)
{
	struct wishes *wishes = all->wishes;
	struct query query = { 0 };
	struct buf text = BUF_INIT;

	if (value && *value && wishes->count < WISHES_MOST &&
	    query_fields[field].kinds & all->kinds &&
	    query_add_value(&query, all->ui->world.index, field, value)) {
		query_print(&query, &text);
		bool is_new = true;

		for (int i = 0; i < wishes->count; i++)
			is_new = is_new && strcmp(wishes->terms[i], text.bytes) != 0;
		if (is_new)
			wishes->terms[wishes->count++] =
				arena_strdup(&wishes->arena, text.bytes);
	}
	buf_release(&text);
	query_release(&query);
}

static void add_id(struct collecting *all, enum query_field field, struct ref ref)
{
	if (!ref_is_none(ref))
		add(all, field, dossier_record(all->ui->world.dossier, ref)->id);
}

static void add_term(struct collecting *all, enum query_field field,
		     const struct vocab_term *term)
{
	add(all, field, term->name);
}

/* --- Dates ------------------------------------------------------------------- */

struct day {
	int64_t year;
	int month, day;
};

static void add_printed(struct collecting *all, enum query_field field, char *text)
{
	add(all, field, text);
}

static int64_t decade_of(int64_t year)
{
	return year - (year % 10 + 10) % 10;
}

/* "2001..2005", "2016..": an end that is open or unknown is left out. */
static void add_years(struct collecting *all, const struct date_extent *extent)
{
	bool has_first = extent->start_min != INT64_MIN;
	bool has_last = extent->end_max != INT64_MAX;
	long long first = has_first ? year_of(extent->start_min) : 0;
	long long last = has_last ? year_of(extent->end_max) : 0;
	char text[64] = "";

	if (has_first && has_last && first == last)
		snprintf(text, sizeof text, "%lld", first);
	else if (has_first && has_last)
		snprintf(text, sizeof text, "%lld..%lld", first, last);
	else if (has_first)
		snprintf(text, sizeof text, "%lld..", first);
	else if (has_last)
		snprintf(text, sizeof text, "..%lld", last);
	add_printed(all, QUERY_YEAR, text);
	if (!has_first || !has_last || decade_of(first) != decade_of(last))
		return;
	snprintf(text, sizeof text, "%lld..%lld", (long long)decade_of(first),
		 (long long)decade_of(first) + 9);
	add_printed(all, QUERY_YEAR, text);
}

/* The year as EDTF writes it. */
static void print_year(struct buf *out, int64_t year)
{
	buf_printf(out, "%s%04lld", year < 0 ? "-" : "",
		   (long long)(year < 0 ? -year : year));
}

/* The day, the month, the year or years, the decade. */
static void add_date(struct collecting *all, const struct when *when)
{
	const struct date_extent *extent = when ? &when->extent : NULL;
	struct day first, last;
	struct buf text = BUF_INIT;

	if (!extent || !extent->is_given)
		return;
	bool is_closed = extent->start_min != INT64_MIN && extent->end_max != INT64_MAX;

	if (is_closed) {
		day_split(extent->start_min, &first.year, &first.month, &first.day);
		day_split(extent->end_max, &last.year, &last.month, &last.day);
		print_year(&text, first.year);
		buf_printf(&text, "-%02d", first.month);
		size_t month = text.len;

		buf_printf(&text, "-%02d", first.day);
		if (extent->start_min == extent->end_max)
			add(all, QUERY_DATE, text.bytes);
		buf_cut(&text, month);
		if (first.year == last.year && first.month == last.month)
			add(all, QUERY_DATE, text.bytes);
		/* A season, or days of several months. */
		else if (first.year == last.year && (first.month > 1 || last.month < 12))
			add(all, QUERY_DATE, when->edtf);
	}
	add_years(all, extent);
	buf_release(&text);
}

/* --- Records ----------------------------------------------------------------- */

static void add_event(struct collecting *all, uint32_t index)
{
	const struct event *event = &all->ui->world.dossier->events[index];

	add_date(all, &event->date);
	add_id(all, QUERY_PLACE, event->place);
	add_term(all, QUERY_TYPE, &event_types.terms[event->type]);
	add_term(all, QUERY_MODE, &event_modes.terms[event->mode]);
	add_term(all, QUERY_STATUS, &event_statuses.terms[event->status]);
	for (int i = 0; i < event->tags.count; i++)
		add(all, QUERY_TAG, event->tags.at[i]);
}

static void add_point(struct collecting *all, uint32_t index)
{
	const struct dossier *dossier = all->ui->world.dossier;
	const struct point *point = &dossier->points[index];

	add_term(all, QUERY_KIND, &point_kinds.terms[point->kind]);
	add_term(all, QUERY_STATUS, &point_statuses.terms[point->status.term]);
	for (int i = 0; i < point->by.count; i++)
		add_id(all, QUERY_ACTOR, point->by.at[i]);
	for (int i = 0; i < point->to.count; i++)
		add_id(all, QUERY_ACTOR, point->to.at[i]);
	add_date(all, words_when(dossier, (struct ref){ KIND_POINT, index }));
}

static void add_actor(struct collecting *all, struct ref ref)
{
	const struct dossier *dossier = all->ui->world.dossier;
	const struct actor *actor = &dossier->actors[ref.index];
	struct buf words = BUF_INIT;

	add_id(all, QUERY_ACTOR, ref);
	if (all->kinds & 1u << KIND_ACTOR)
		add_term(all, QUERY_KIND, &actor_kinds.terms[actor->kind]);
	for (int i = 0; i < actor->office_count; i++) {
		buf_clear(&words);
		office_words(dossier, &actor->offices[i], &words);
		add(all, QUERY_OFFICE, words.bytes);
	}
	buf_release(&words);
}

static void add_place(struct collecting *all, struct ref ref)
{
	const struct place_record *place = &all->ui->world.dossier->places[ref.index];

	add_id(all, QUERY_PLACE, ref);
	if (all->kinds & 1u << KIND_PLACE)
		add_term(all, QUERY_TYPE, &features.terms[place->feature]);
	add_id(all, QUERY_PLACE, place->within);
}

static void add_passage(struct collecting *all, uint32_t index)
{
	const struct texts *texts = all->ui->texts;
	const struct passage *passage = &all->ui->world.dossier->passages[index];
	enum quote_state state =
		texts && texts->passages ? texts->passages[index].state : QUOTE_UNCHECKED;

	add_id(all, QUERY_SOURCE, passage->source);
	add(all, QUERY_STATE, quote_state_names[state]);
	if (passage->damaged)
		add(all, QUERY_DAMAGED, "yes");
	add_id(all, QUERY_ACTOR, passage->speaker);
}

static void add_source(struct collecting *all, struct ref ref)
{
	const struct reference *source = &all->ui->world.dossier->references[ref.index];

	add_id(all, QUERY_SOURCE, ref);
	if (!(all->kinds & 1u << KIND_REFERENCE))
		return;
	add(all, QUERY_TYPE, source->type);
	add_date(all, &source->issued);
}

static void add_record(struct collecting *all, struct ref ref);

static void add_relation(struct collecting *all, uint32_t index)
{
	const struct relation *relation = &all->ui->world.dossier->relations[index];

	add_id(all, QUERY_RELATION, relation->type);
	add_date(all, &relation->date);
}

static void add_record(struct collecting *all, struct ref ref)
{
	/* clang-format off */
	switch ((int)ref.kind) {
	case KIND_EVENT:	 add_event(all, ref.index); break;
	case KIND_POINT:	 add_point(all, ref.index); break;
	case KIND_ACTOR:	 add_actor(all, ref); break;
	case KIND_PLACE:	 add_place(all, ref); break;
	case KIND_PASSAGE:	 add_passage(all, ref.index); break;
	case KIND_REFERENCE:	 add_source(all, ref); break;
	case KIND_RELATION:	 add_relation(all, ref.index); break;
	case KIND_THREAD:	 add_id(all, QUERY_THREAD, ref); break;
	case KIND_RELATION_TYPE: add_id(all, QUERY_RELATION, ref); break;
	case KIND_VIEW:		 add_id(all, QUERY_VIEW, ref); break;
	default: break;
	}
	/* clang-format on */
}

/* --- Rows -------------------------------------------------------------------- */

/* Fields that a record names in words, without a link. */
/* clang-format off */
static const struct {
	const char *label;
	enum query_field field;
} fields[] = {
	{ "Tags",    QUERY_TAG },
	{ "Status",  QUERY_STATUS },
	{ "Kind",    QUERY_KIND },
	{ "Type",    QUERY_TYPE },
	{ "Feature", QUERY_TYPE },
	{ "Office",  QUERY_OFFICE },
	{ "Offices", QUERY_OFFICE },
};
/* clang-format on */

/* A span may list several: "water; border". */
static void add_listed(struct collecting *all, enum query_field field, const char *text)
{
	struct buf one = BUF_INIT;

	for (text += strspn(text, "; "); *text; text += strspn(text, "; ")) {
		buf_clear(&one);
		buf_add(&one, text, strcspn(text, ";"));
		add(all, field, one.bytes);
		text += one.len;
	}
	buf_release(&one);
}

static void add_field(struct collecting *all, const struct doc_block *block)
{
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		for (int j = 0; block->label && !strcmp(block->label, fields[i].label) &&
				j < block->spans.count;
		     j++)
			add_listed(all, fields[i].field, block->spans.at[j].text);
}

/* What the row under the cursor is about; false for rows that say nothing themselves. */
static void add_row(struct collecting *all, const struct view *view)
{
	const struct row *row = view_row(view);
	struct ref target = view_target(view);
	bool is_block = row && row->key && (int)row->key <= view->doc.count;
	const struct doc_block *block = is_block ? &view->doc.blocks[row->key - 1] : NULL;

	/* A claim cites passages, but is what it says. */
	if (row && row->is_claim)
		add_record(all, row->about);
	else if (block && block->kind == DOC_LINK && block->about.kind == KIND_RELATION)
		add_record(all, block->about);
	add_record(all, target);
	if (block && block->kind == DOC_PARTICIPANT)
		add(all, QUERY_ROLE, block->label);
	if (block && block->kind == DOC_FIELD)
		add_field(all, block);
	if (row)
		add_record(all, row->about);
}

void wishes_collect(struct ui *ui, struct wishes *wishes)
{
	struct collecting all = { .ui = ui, .wishes = wishes };
	const struct view *view = ui_view(ui);
	enum kind kind = doc_listings[ui->at.listing].kind;

	all.kinds = 1u << kind;
	if (kind == KIND_EVENT) /* a thread may have points for steps */
		all.kinds |= 1u << KIND_POINT;
	if (!view) {
		add_record(&all, ui->at.selected);
		return;
	}
	add_row(&all, view);
	if (ui->at.focus == SLOT_SOURCE)
		add_record(&all, ui->at.passage);
	if (!wishes->count && ui->at.shown.kind < KIND_COUNT)
		add_record(&all, ui->at.shown);
}
