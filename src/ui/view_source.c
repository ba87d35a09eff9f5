/*
 * The words that a claim cites, in their text: the whole text where there is one, else
 * the passages of the source in order.  The source's words stand alone; what the curator
 * says of them stands below, behind a rule.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/citation.h"
#include "text/wrap.h"
#include "views.h"

static const struct ref none;

/* Cells before the words: the number of the paragraph, the bar. */
enum { NUMBER_WIDTH = 4, BAR_WIDTH = 2, LEAST_WITH_NUMBER = 36 };

/* Where a quotation stands in the text, in bytes. */
struct mark {
	size_t from, to;
	struct ref passage;
};

/* What is shown: a text with the quotations in it. */
struct text {
	const struct view_world *world;
	struct rows *rows;
	struct ref now; /* the passage that is read */
	struct mark *marks;
	int mark_count;
	int paragraph; /* the number of the one that is laid out */
	bool is_first; /* its first row is still to come */
};

static const struct passage *passage_at(const struct view_world *world, struct ref ref)
{
	return &world->dossier->passages[ref.index];
}

static const struct quote_result *result_of(const struct view_world *world,
					    struct ref passage)
{
	return world->texts && world->texts->passages
		       ? &world->texts->passages[passage.index]
		       : NULL;
}

static enum quote_state state_of(const struct view_world *world, struct ref passage)
{
	const struct quote_result *result = result_of(world, passage);

	return result ? result->state : QUOTE_UNCHECKED;
}

static const struct source_text *text_of(const struct view_world *world,
					 struct ref source)
{
	const struct source_text *text =
		world->texts && world->texts->sources && !ref_is_none(source)
			? &world->texts->sources[source.index]
			: NULL;

	return text && text->bytes ? text : NULL;
}

/* Is this passage in the same text as the one that is read? */
static bool is_beside(const struct view_world *world, struct ref one, struct ref other)
{
	struct ref a = passage_at(world, one)->source,
		   b = passage_at(world, other)->source;
	struct ref whole = dossier_text_of(world->dossier, a);

	return ref_equal(a, b) || (!ref_is_none(whole) &&
				   ref_equal(whole, dossier_text_of(world->dossier, b)));
}

/* --- The row: number, bar, words ------------------------------------------ */

static void put_margin(struct text *text, bool is_now, bool is_quoted)
{
	struct rows *rows = text->rows;
	const char *bar = is_now ? "▌" : is_quoted ? "│" : " ";

	if (rows->ascii)
		bar = is_now ? "|" : is_quoted ? ":" : " ";
	if (rows->width >= LEAST_WITH_NUMBER) {
		const char *number =
			text->is_first && text->paragraph
				? arena_printf(rows->arena, "%3d ", text->paragraph)
				: "    ";

		rows_add(rows, number, ROLE_DIM, none);
	}
	text->is_first = false;
	rows_add(rows, bar, is_now ? ROLE_BAR : ROLE_DIM, none);
	rows_add(rows, " ", ROLE_PLAIN, none);
}

static int words_width(const struct rows *rows)
{
	int width = rows->width - BAR_WIDTH -
		    (rows->width >= LEAST_WITH_NUMBER ? NUMBER_WIDTH : 0);

	return width < 1 ? 1 : width;
}

/* --- With the whole text --------------------------------------------------- */

static void find_marks(struct text *text)
{
	const struct dossier *dossier = text->world->dossier;
	int count = dossier->counts[KIND_PASSAGE];

	text->marks = arena_array(text->rows->arena, (size_t)count, sizeof *text->marks);
	for (int i = 0; i < count; i++) {
		struct ref ref = { KIND_PASSAGE, (uint32_t)i };
		const struct quote_result *result = result_of(text->world, ref);

		if (result->start >= 0 && result->state != QUOTE_ORPHAN &&
		    is_beside(text->world, text->now, ref))
			text->marks[text->mark_count++] =
				(struct mark){ result->byte, result->byte + result->len,
					       ref };
	}
}

/* The mark that holds a byte, that of the current passage before others; `*until` where
 * this answer ends. */
static const struct mark *mark_at(const struct text *text, size_t byte, size_t *until)
{
	const struct mark *best = NULL;

	for (int i = 0; i < text->mark_count; i++) {
		const struct mark *mark = &text->marks[i];

		if (mark->from > byte && mark->from < *until)
			*until = mark->from;
		if (byte < mark->from || byte >= mark->to)
			continue;
		if (mark->to < *until)
			*until = mark->to;
		if (!best || ref_equal(mark->passage, text->now))
			best = mark;
	}
	return best;
}

/* Which passage a line belongs to: the current one, else the first in it. */
static const struct mark *mark_of_line(const struct text *text, size_t from, size_t to)
{
	const struct mark *first = NULL;

	for (int i = 0; i < text->mark_count; i++) {
		const struct mark *mark = &text->marks[i];

		if (mark->from >= to || mark->to <= from)
			continue;
		if (ref_equal(mark->passage, text->now))
			return mark;
		first = first ? first : mark;
	}
	return first;
}

static void put_line(struct text *text, const char *bytes, size_t from, size_t to)
{
	const struct mark *line = mark_of_line(text, from, to);
	bool is_now = line && ref_equal(line->passage, text->now);

	rows_block(text->rows, &(struct row_block){ .about = line ? line->passage : none,
						    .key = (uint32_t)from + 1,
						    .each = true });
	put_margin(text, is_now, line != NULL);
	while (from < to) {
		size_t until = to;
		const struct mark *mark = mark_at(text, from, &until);

		rows_add(text->rows,
			 arena_strndup(text->rows->arena, bytes + from, until - from),
			 mark && ref_equal(mark->passage, text->now) ? ROLE_QUOTE
								     : ROLE_PLAIN,
			 none);
		from = until;
	}
	rows_end(text->rows);
}

static void put_text(struct text *text, const struct source_text *source)
{
	struct wrap wrap = { source->bytes, source->len, words_width(text->rows) };
	bool is_between = true;
	const char *line;
	size_t len;

	find_marks(text);
	while (wrap_next(&wrap, &line, &len)) {
		size_t from = (size_t)(line - source->bytes);

		if (!line[strspn(line, " \t\r")] || strspn(line, " \t\r") >= len) {
			if (!is_between)
				rows_blank(text->rows);
			is_between = true;
			continue;
		}
		if (is_between) {
			text->paragraph++;
			text->is_first = true;
		}
		is_between = false;
		put_line(text, source->bytes, from, from + len);
	}
}

/* --- Without it ------------------------------------------------------------ */

static int number_in(const char *locator)
{
	const char *digits = locator ? strpbrk(locator, "0123456789") : NULL;

	return digits ? atoi(digits) : 0;
}

struct numbered {
	int number;
	uint32_t index;
};

static int compare_numbers(const void *a, const void *b)
{
	const struct numbered *one = a, *other = b;

	if (one->number != other->number)
		return one->number < other->number ? -1 : 1;
	return one->index < other->index ? -1 : one->index > other->index;
}

static void put_quotation(struct text *text, struct ref ref)
{
	const struct passage *passage = passage_at(text->world, ref);
	bool is_now = ref_equal(ref, text->now);
	const char *words =
		arena_printf(text->rows->arena, "%s%s%s", passage->prefix ? "… " : "",
			     passage->exact, passage->suffix ? " …" : "");
	struct wrap wrap = { words, strlen(words), words_width(text->rows) };
	const char *line;
	size_t len;

	rows_blank(text->rows);
	text->is_first = true;
	rows_block(text->rows,
		   &(struct row_block){ .about = ref,
					.key = (uint32_t)text->rows->count + 1,
					.each = true });
	while (wrap_next(&wrap, &line, &len)) {
		put_margin(text, is_now, false);
		rows_add(text->rows, arena_strndup(text->rows->arena, line, len),
			 is_now ? ROLE_QUOTE : ROLE_PLAIN, none);
		rows_end(text->rows);
	}
}

static void put_passages(struct text *text)
{
	const struct dossier *dossier = text->world->dossier;
	int total = dossier->counts[KIND_PASSAGE], count = 0;
	struct numbered *found =
		arena_array(text->rows->arena, (size_t)total, sizeof *found);

	for (int i = 0; i < total; i++)
		if (is_beside(text->world, text->now,
			      (struct ref){ KIND_PASSAGE, (uint32_t)i }))
			found[count++] = (struct numbered){
				number_in(dossier->passages[i].locator), (uint32_t)i
			};
	qsort(found, (size_t)count, sizeof *found, compare_numbers);
	for (int i = 0; i < count; i++) {
		text->paragraph = found[i].number;
		put_quotation(text, (struct ref){ KIND_PASSAGE, found[i].index });
	}
}

/* --- What the curator says of it -------------------------------------------- */

/* clang-format off */
static const char *const state_help[QUOTE_STATE_COUNT] = {
	[QUOTE_UNCHECKED] = "full text not available (see --texts)",
	[QUOTE_MOVED]     = "found in another place than noted",
	[QUOTE_CHANGED]   = "the text has other words there",
	[QUOTE_AMBIGUOUS] = "found more than once in the text",
	[QUOTE_ORPHAN]    = "not found in the text",
};
/* clang-format on */

static void remark(struct rows *foot, const char *label, const char *text,
		   enum doc_meaning meaning)
{
	struct doc_span spans[] = { { label, DOC_LABEL, none }, { text, meaning, none } };

	if (!text)
		return;
	rows_end(foot);
	rows_spans(foot, 2, (struct doc_spans){ spans, 2 });
}

static void put_remarks(struct view *view, const struct view_world *world)
{
	const struct passage *passage = passage_at(world, view->subject.passage);
	const struct quote_result *result = result_of(world, view->subject.passage);
	enum quote_state state = state_of(world, view->subject.passage);

	if (!ref_is_none(passage->speaker))
		remark(&view->foot,
		       "said by: ", dossier_title(world->dossier, passage->speaker),
		       DOC_PLAIN);
	remark(&view->foot, "curator: ", passage->damaged, DOC_CURATOR);
	remark(&view->foot, "curator: ", passage->note, DOC_CURATOR);
	if (state != QUOTE_EXACT)
		remark(&view->foot, "text: ", state_help[state],
		       state == QUOTE_UNCHECKED ? DOC_CURATOR : DOC_DAMAGED);
	if (result && state != QUOTE_EXACT)
		remark(&view->foot, "now: ", result->found, DOC_DAMAGED);
}

/* "Akbarzadeh 2007, para. 19 · exact" */
static void put_title(struct view *view, const struct view_world *world)
{
	const struct passage *passage = passage_at(world, view->subject.passage);
	struct buf words = BUF_INIT;

	if (!ref_is_none(passage->source))
		citation_short(world->dossier, passage->source, &words);
	if (passage->locator)
		buf_printf(&words, ", %s", passage->locator);
	view->title = arena_strndup(&view->arena, words.bytes, words.len);
	view->tail =
		arena_printf(&view->arena, view->subject.ascii ? " - %s" : " · %s",
			     quote_state_names[state_of(world, view->subject.passage)]);
	buf_release(&words);
}

static void source_build(struct view *view, const struct view_world *world,
			 struct rows *rows)
{
	struct text text = { .world = world, .rows = rows, .now = view->subject.passage };

	if (ref_is_none(view->subject.passage))
		return;
	const struct source_text *source =
		text_of(world, passage_at(world, view->subject.passage)->source);
	const struct quote_result *result = result_of(world, view->subject.passage);
	bool is_found = source && result->start >= 0 && result->state != QUOTE_ORPHAN;

	put_title(view, world);
	put_remarks(view, world);
	if (source && !is_found)
		put_quotation(&text, view->subject.passage);
	text.paragraph = 0;
	if (source)
		put_text(&text, source);
	else
		put_passages(&text);
}

const struct view_kind view_source = {
	.name = "Source",
	.empty = "No passage is cited here.",
	.build = source_build,
};
