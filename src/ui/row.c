#include "config.h"

#include "row.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "text/cell.h"
#include "text/wrap.h"

static const struct ref none;

/* Less than this beside a label is no column for text. */
enum { TEXT_LEAST = 16 };

enum role role_of(enum doc_meaning meaning)
{
	/* clang-format off */
	static const enum role roles[DOC_MEANING_COUNT] = {
		[DOC_PLAIN]    = ROLE_PLAIN,
		[DOC_TITLE]    = ROLE_TITLE,
		[DOC_LABEL]    = ROLE_LABEL,
		[DOC_DATE]     = ROLE_DATE,
		[DOC_SUPPLIED] = ROLE_SUPPLIED,
		[DOC_QUOTED]   = ROLE_PLAIN,
		[DOC_CURATOR]  = ROLE_DIM,
		[DOC_DAMAGED]  = ROLE_DAMAGED,
	};
	/* clang-format on */

	return roles[meaning];
}

const char *text_cut(struct arena *arena, const char *text, int width, bool ascii)
{
	int sign = ascii ? 2 : 1;

	if (width < 1)
		return "";
	size_t len = cell_fit(text, width);

	if (!text[len])
		return text;
	if (width <= sign)
		return arena_strndup(arena, text, len);
	len = cell_fit(text, width - sign);
	while (len && text[len - 1] == ' ')
		len--;
	return arena_printf(arena, "%.*s%s", (int)len, text, ascii ? ".." : "…");
}

void rows_block(struct rows *rows, const struct row_block *block)
{
	rows_end(rows);
	rows->block = *block;
	rows->stops = true;
}

void rows_pass(struct rows *rows)
{
	rows_end(rows);
	rows->block = (struct row_block){ 0 };
	rows->stops = false;
}

void rows_add(struct rows *rows, const char *text, enum role role, struct ref target)
{
	if (!*text)
		return;
	rows->runs =
		arena_grow(rows->arena, rows->runs, rows->run_count, sizeof *rows->runs);
	rows->runs[rows->run_count++] = (struct run){
		.text = arena_strdup(rows->arena, text), .role = role, .target = target
	};
	rows->col += cell_width(text);
}

void rows_pad(struct rows *rows, int col)
{
	if (col > rows->col)
		rows_add(rows, arena_printf(rows->arena, "%*s", col - rows->col, ""),
			 ROLE_PLAIN, none);
}

static struct row *push(struct rows *rows)
{
	rows->at = arena_grow(rows->arena, rows->at, rows->count, sizeof *rows->at);
	return &rows->at[rows->count++];
}

void rows_end(struct rows *rows)
{
	size_t count = (size_t)rows->run_count;
	bool is_blank = true;

	for (size_t i = 0; i < count && is_blank; i++)
		is_blank = !rows->runs[i].text[strspn(rows->runs[i].text, " ")];
	rows->run_count = rows->col = 0;
	if (is_blank)
		return;
	struct run *runs = arena_array(rows->arena, count, sizeof *runs);

	memcpy(runs, rows->runs, count * sizeof *runs);
	*push(rows) = (struct row){ .runs = runs,
				    .run_count = (int)count,
				    .about = rows->block.about,
				    .key = rows->block.key,
				    .is_stop = rows->stops,
				    .is_claim = rows->stops && rows->block.is_claim };
	rows->stops = rows->stops && rows->block.each;
}

void rows_blank(struct rows *rows)
{
	rows_end(rows);
	if (rows->count && rows->at[rows->count - 1].run_count)
		*push(rows) = (struct row){ 0 };
}

/* A long word is cut only when it has a row to itself. */
static const char *start_row(struct rows *rows, int indent, const char *text)
{
	int left = rows->width - rows->col;

	if (rows->col > indent && left < cell_width(text) && left < TEXT_LEAST) {
		rows_end(rows);
		text += strspn(text, " ");
	}
	return text;
}

void rows_flow(struct rows *rows, int indent, const struct doc_span *span)
{
	enum role role = role_of(span->meaning);
	struct wrap wrap = { 0 };
	const char *line;
	size_t len;
	bool is_rest = false;
	int blanks = 0; /* at the end: wrapping drops them */

	assert(rows->width > 0);
	if (!ref_is_none(span->target) && role == ROLE_PLAIN)
		role = ROLE_LINK;
	if (indent > rows->width / 2)
		indent = 0;
	wrap.next = start_row(rows, indent, span->text);
	wrap.left = strlen(wrap.next);
	for (; wrap.left && wrap.next[wrap.left - 1] == ' '; wrap.left--)
		blanks++;
	while (wrap.left) {
		if (rows->col == 0)
			rows_pad(rows, indent);
		wrap.width = rows->width - rows->col;
		wrap.width = wrap.width < 1 ? 1 : wrap.width;
		if (!wrap_next(&wrap, &line, &len))
			break;
		rows_add(rows, arena_strndup(rows->arena, line, len), role, span->target);
		if (len)
			rows->runs[rows->run_count - 1].is_rest = is_rest;
		is_rest = is_rest || len;
		if (wrap.left)
			rows_end(rows);
	}
	if (rows->col + blanks <= rows->width)
		rows_pad(rows, rows->col + blanks);
}

void rows_spans(struct rows *rows, int indent, struct doc_spans spans)
{
	for (int i = 0; i < spans.count; i++)
		rows_flow(rows, indent, &spans.at[i]);
}

void rows_item(struct rows *rows, int indent, const struct doc_span *span)
{
	if (rows->col && rows->col + 3 + cell_width(span->text) > rows->width)
		rows_end(rows);
	else if (rows->col)
		rows_add(rows, rows->ascii ? " - " : " · ", ROLE_DIM, none);
	rows_flow(rows, indent, span);
}

static const char *number_label(const struct rows *rows, struct ref passage, char out[16])
{
	snprintf(out, 16, "[%d]", rows->doc ? doc_number(rows->doc, passage) : 0);
	return out;
}

void rows_evidence(struct rows *rows, struct refs passages)
{
	char label[16];

	for (int i = 0; i < passages.count; i++) {
		number_label(rows, passages.at[i], label);
		int end = rows->col + 1 + (int)strlen(label);

		if (end > rows->width)
			rows_end(rows);
		if (rows->col || end <= rows->width)
			rows_pad(rows, rows->col + 1);
		rows_add(rows, label, ROLE_NUMBER, passages.at[i]);
	}
}

static int tail_width(const struct rows *rows, const struct row_entry *entry)
{
	int width = entry->end ? 1 + cell_width(entry->end) : 0;
	char label[16];

	for (int i = 0; i < entry->passages.count; i++)
		width +=
			1 + (int)strlen(number_label(rows, entry->passages.at[i], label));
	return width;
}

static void entry_tail(struct rows *rows, const struct row_entry *entry)
{
	rows_pad(rows, rows->width - tail_width(rows, entry));
	if (entry->end) {
		rows_pad(rows, rows->col + 1);
		rows_add(rows, entry->end, ROLE_LABEL, none);
	}
	rows_evidence(rows, entry->passages);
}

/* Where there is no room for columns: one after the other. */
static void entry_stack(struct rows *rows, const struct row_entry *entry)
{
	const char *label = entry->label ? entry->label + strspn(entry->label, " ") : "";

	if (*label) {
		rows_add(rows, text_cut(rows->arena, label, rows->width - 1, rows->ascii),
			 entry->label_role, entry->label_target);
		if (entry->text.count)
			rows_add(rows, ": ", entry->label_role, none);
	}
	rows_spans(rows, 1, entry->text);
	if (entry->end) {
		struct doc_span end = { .text = arena_printf(rows->arena, " (%s)",
							     entry->end),
					.meaning = DOC_LABEL };

		rows_flow(rows, 1, &end);
	}
	rows_evidence(rows, entry->passages);
	rows_end(rows);
}

/* The text of an entry goes into a column of its own; the tail stands in its first row.
 */
static void entry_columns(struct rows *rows, const struct row_entry *entry)
{
	int width = rows->width, tail = tail_width(rows, entry), first = rows->count;

	if (entry->label)
		rows_add(rows,
			 text_cut(rows->arena, entry->label, entry->label_width - 1,
				  rows->ascii),
			 entry->label_role, entry->label_target);
	rows_pad(rows, entry->label_width);
	rows->width -= tail;
	rows_spans(rows, entry->label_width, entry->text);
	rows->width = width;
	if (rows->count == first) {
		entry_tail(rows, entry);
		rows_end(rows);
		return;
	}
	rows_end(rows);
	/* More than one row: the first is taken up again. */
	struct row row = rows->at[first], *at = &rows->at[first];
	int count = rows->count;

	for (int i = 0; i < row.run_count; i++)
		rows_add(rows, row.runs[i].text, row.runs[i].role, row.runs[i].target);
	entry_tail(rows, entry);
	rows_end(rows);
	at = &rows->at[first];
	at->runs = rows->at[count].runs;
	at->run_count = rows->at[count].run_count;
	rows->count = count;
}

void rows_entry(struct rows *rows, const struct row_entry *entry)
{
	if (rows->width - entry->label_width - tail_width(rows, entry) < TEXT_LEAST)
		entry_stack(rows, entry);
	else
		entry_columns(rows, entry);
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
