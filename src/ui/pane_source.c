#include "config.h"

#include "pane.h"

#include <string.h>

#include "model/citation.h"
#include "state.h"
#include "text/wrap.h"
#include "words.h"

static const struct ref none;

/* What a state means to the reader, where the name does not say it all. */
/* clang-format off */
static const char *const state_help[QUOTE_STATE_COUNT] = {
	[QUOTE_MOVED]     = "stands in another place than was noted",
	[QUOTE_CHANGED]   = "other words stand there now:",
	[QUOTE_AMBIGUOUS] = "stands in the text more than once",
	[QUOTE_ORPHAN]    = "is not in the text",
};
/* clang-format on */

static const struct quote_result *result_of(const struct ui *ui, struct ref passage)
{
	return ui->texts && ui->texts->passages ? &ui->texts->passages[passage.index]
						: NULL;
}

/* Is it known where in its text the passage stands? */
static bool is_found(const struct ui *ui, struct ref passage)
{
	const struct quote_result *result = result_of(ui, passage);

	return result && result->start >= 0 && result->state != QUOTE_ORPHAN;
}

static enum quote_state state_of(const struct ui *ui, struct ref passage)
{
	const struct quote_result *result = result_of(ui, passage);

	return result ? result->state : QUOTE_UNCHECKED;
}

static const struct source_text *text_of(const struct ui *ui, struct ref source)
{
	const struct source_text *text =
		ui->texts && ui->texts->sources && !ref_is_none(source)
			? &ui->texts->sources[source.index]
			: NULL;

	return text && text->bytes ? text : NULL;
}

/* How the passage stands to its text, in the reader's words. */
static const char *state_words(const struct ui *ui, struct ref passage)
{
	enum quote_state state = state_of(ui, passage);

	return state == QUOTE_UNCHECKED ? "text not at hand" : quote_state_names[state];
}

/* "Source · CPC 2022, para. 3 · exact" */
static void title(struct ui *ui, struct pane *pane, const struct passage *passage)
{
	struct buf words = BUF_INIT;

	buf_str(&words, "Source");
	if (!ref_is_none(passage->source)) {
		buf_str(&words, " · ");
		citation_short(ui->dossier, passage->source, &words);
	}
	if (passage->locator)
		buf_printf(&words, ", %s", passage->locator);
	pane->title = arena_strndup(&pane->arena, words.bytes, words.len);
	pane->tail = arena_printf(&pane->arena, " · %s", state_words(ui, ui->passage));
	buf_release(&words);
	pane->at = evidence_find(&ui->evidence, ui->passage);
	pane->of = pane->at ? ui->evidence.count : 0;
}

static void citation(struct ui *ui, struct rows *rows, const struct passage *passage)
{
	struct buf words = BUF_INIT;

	citation_full(ui->dossier, passage->source, passage->locator, &words);
	rows_block(rows, none, false);
	rows_flow(rows, 0, words.bytes, ROLE_LINK, passage->source);
	rows_end(rows);
	buf_release(&words);
}

/* What the curator says of a passage, and what was found of it in its text. */
static void remarks(struct ui *ui, struct rows *rows, const struct passage *passage,
		    struct ref ref)
{
	const struct quote_result *result = result_of(ui, ref);

	if (!ref_is_none(passage->speaker)) {
		rows_block(rows, none, false);
		rows_pad(rows, 2);
		rows_add(rows, "said by ", ROLE_LABEL, none);
		rows_flow(rows, 2, dossier_title(ui->dossier, passage->speaker),
			  ROLE_LINK, passage->speaker);
	}
	if (passage->damaged) {
		rows_block(rows, none, true);
		rows_flow(rows, 2, "damaged: ", ROLE_DAMAGED, none);
		rows_flow(rows, 2, passage->damaged, ROLE_PLAIN, none);
	}
	if (passage->note) {
		rows_block(rows, none, true);
		rows_flow(rows, 2, "note: ", ROLE_LABEL, none);
		rows_flow(rows, 2, passage->note, ROLE_DIM, none);
	}
	if (result && state_help[result->state]) {
		rows_block(rows, none, true);
		rows_flow(rows, 2, quote_state_names[result->state], ROLE_DAMAGED, none);
		rows_flow(rows, 2,
			  arena_printf(rows->arena, ": %s", state_help[result->state]),
			  ROLE_PLAIN, none);
		if (result->found)
			rows_flow(rows, 2,
				  arena_printf(rows->arena, " %s", result->found),
				  ROLE_QUOTE, none);
	}
	rows_end(rows);
}

/* A point says what it is: a request.  Of other records their kind is enough. */
static const char *claim_kind(struct ui *ui, struct rows *rows, struct ref ref)
{
	return ref.kind == KIND_POINT ? words_kind(ui->dossier, ref, rows->arena)
				      : words_record(ref);
}

/* clang-format off */
static const struct pair claim_parts[] = {
	{ "passages",     "summary" },
	{ "date",         "date" },
	{ "participants", "parts" },
	{ "offices",      "offices" },
};
/* clang-format on */

/* Does the record name the passage there, too? */
static bool has_claim(const struct backlink *links, int count, struct ref from,
		      const char *as)
{
	for (int i = 0; i < count; i++)
		if (ref_equal(links[i].from, from) && !strcmp(links[i].as, as))
			return true;
	return false;
}

/* What of a record rests on the passage, "date, parts"; NULL: all that it says. */
static const char *claimed(const struct backlink *links, int count, struct ref from,
			   struct arena *arena)
{
	const char *words = NULL;
	int found = 0;

	for (size_t i = 0; i < sizeof claim_parts / sizeof claim_parts[0]; i++) {
		if (!has_claim(links, count, from, claim_parts[i].key))
			continue;
		const char *part = claim_parts[i].value;

		/* Only events are summed up. */
		if (i == 0 && from.kind != KIND_EVENT)
			part = "description";
		words = arena_printf(arena, "%s%s%s", found ? words : "",
				     found ? ", " : "", part);
		found += 1 + !!i;
	}
	return found > 1 ? words : NULL;
}

/* Which claims rest on it; they are followed to where they are made. */
static void claims(struct ui *ui, struct rows *rows)
{
	const struct backlink *links;
	int count;

	links = dossier_backlinks(ui->dossier, ui->passage, &count);
	if (count)
		rows_heading(rows, "What rests on it");
	for (int i = 0; i < count; i++) {
		struct ref from = links[i].from;
		const char *kind = claim_kind(ui, rows, from);
		bool is_told = false;

		for (int j = 0; j < i && !is_told; j++)
			is_told = ref_equal(links[j].from, from);
		if (is_told)
			continue;
		rows_entry(rows,
			   &(struct entry){
				   .label = arena_printf(rows->arena, " %s", kind),
				   .label_role = ROLE_LABEL,
				   .label_width = 16,
				   .text = words_title(ui->dossier, from, rows->arena),
				   .role = ROLE_LINK,
				   .target = from,
				   .end = claimed(links, count, from, rows->arena) });
	}
}

static void quote(struct rows *rows, const struct passage *passage, struct ref ref)
{
	rows_block(rows, ref, true);
	rows_text(rows, 2,
		  arena_printf(rows->arena, "%s“%s”%s", passage->prefix ? "… " : "",
			       passage->exact, passage->suffix ? " …" : ""),
		  ROLE_QUOTE);
}

/* Without the text: the other passages of the same source, in order. */
static void other_passages(struct ui *ui, struct rows *rows, const struct passage *shown)
{
	const struct dossier *dossier = ui->dossier;
	int found = 0;

	for (int i = 0; i < dossier->counts[KIND_PASSAGE]; i++) {
		const struct passage *it = &dossier->passages[i];
		struct ref ref = { KIND_PASSAGE, (uint32_t)i };

		if (!ref_equal(it->source, shown->source) || it == shown)
			continue;
		if (!found++)
			rows_heading(rows, "Other passages of this source");
		rows_entry(rows, &(struct entry){ .label = arena_printf(
							  rows->arena, " %s",
							  it->locator ? it->locator : ""),
						  .label_role = ROLE_LABEL,
						  .label_width = 16,
						  .text = it->exact,
						  .role = ROLE_QUOTE,
						  .about = ref,
						  .target = ref });
	}
}

struct mark {
	size_t from, to; /* bytes of the text */
	struct ref passage;
};

struct marks {
	struct mark *at;
	int count;
};

static struct marks marks_of(struct ui *ui, struct ref source, struct arena *arena)
{
	const struct dossier *dossier = ui->dossier;
	struct marks marks = { 0 };

	marks.at = arena_array(arena, (size_t)dossier->counts[KIND_PASSAGE],
			       sizeof *marks.at);
	for (int i = 0; i < dossier->counts[KIND_PASSAGE]; i++) {
		const struct quote_result *result = &ui->texts->passages[i];
		bool is_found = result->start >= 0 && result->state != QUOTE_ORPHAN;

		if (is_found && ref_equal(dossier->passages[i].source, source))
			marks.at[marks.count++] =
				(struct mark){ result->byte,
					       result->byte + result->len,
					       { KIND_PASSAGE, (uint32_t)i } };
	}
	return marks;
}

/* The mark that holds a byte, the current passage's before others; `*until` where this
 * answer ends. */
static const struct mark *mark_at(const struct marks *marks, size_t byte, struct ref now,
				  size_t *until)
{
	const struct mark *best = NULL;

	for (int i = 0; i < marks->count; i++) {
		const struct mark *mark = &marks->at[i];

		if (mark->from > byte && mark->from < *until)
			*until = mark->from;
		if (byte < mark->from || byte >= mark->to)
			continue;
		if (mark->to < *until)
			*until = mark->to;
		if (!best || ref_equal(mark->passage, now))
			best = mark;
	}
	return best;
}

/* One line of the text, cut into runs where quotations begin and end. */
static void text_line(struct ui *ui, struct rows *rows, const struct marks *marks,
		      const char *bytes, size_t from, size_t to)
{
	struct ref about = none;

	rows_end(rows);
	while (from < to) {
		size_t until = to;
		const struct mark *mark = mark_at(marks, from, ui->passage, &until);
		bool is_now = mark && ref_equal(mark->passage, ui->passage);

		if (mark && (is_now || ref_is_none(about)))
			about = mark->passage;
		rows_add(rows, arena_strndup(rows->arena, bytes + from, until - from),
			 is_now ? ROLE_MATCH
			 : mark ? ROLE_LINK
				: ROLE_PLAIN,
			 mark && !is_now ? mark->passage : none);
		from = until;
	}
	rows->about = about;
	rows_end(rows);
}

static bool ends_paragraph(const char *rest)
{
	rest += strspn(rest, " \t\r");
	return *rest == '\n' || !*rest;
}

static void whole_text(struct ui *ui, struct rows *rows, const struct source_text *text,
		       struct ref source)
{
	const struct quote_result *result = result_of(ui, ui->passage);
	struct marks marks = marks_of(ui, source, rows->arena);
	struct wrap wrap = { text->bytes, text->len, rows->width < 1 ? 1 : rows->width };
	bool is_owed = false;
	const char *line;
	size_t len;

	size_t end = is_found(ui, ui->passage) ? result->byte + result->len : 0;

	rows_heading(rows, "The whole text");
	rows_block(rows, none, true);
	while (wrap_next(&wrap, &line, &len)) {
		size_t from = (size_t)(line - text->bytes);

		if (!len) {
			rows_blank(rows);
			continue;
		}
		text_line(ui, rows, &marks, text->bytes, from, from + len);
		is_owed = is_owed || (from < end && from + len >= end);
		/* What is to be said of the quotation stands below its paragraph. */
		if (is_owed && ends_paragraph(text->bytes + from + len)) {
			remarks(ui, rows, &ui->dossier->passages[ui->passage.index],
				ui->passage);
			is_owed = false;
		}
		rows_block(rows, none, true);
	}
}

static void build(struct ui *ui, struct pane *pane, struct rows *rows)
{
	if (ref_is_none(ui->passage))
		return;
	const struct passage *passage = &ui->dossier->passages[ui->passage.index];
	const struct source_text *text = text_of(ui, passage->source);

	title(ui, pane, passage);
	citation(ui, rows, passage);
	pane->pinned = rows->count;
	if (!text || !is_found(ui, ui->passage)) {
		quote(rows, passage, ui->passage);
		remarks(ui, rows, passage, ui->passage);
	}
	claims(ui, rows);
	if (text)
		whole_text(ui, rows, text, passage->source);
	else
		other_passages(ui, rows, passage);
}

const struct pane_kind pane_source = {
	.name = "Source",
	.empty = "No passage is given for this record.",
	.build = build,
};
