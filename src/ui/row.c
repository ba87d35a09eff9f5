#include "config.h"

#include "row.h"

#include <stdio.h>
#include <string.h>

#include "text/cell.h"
#include "text/wrap.h"

static const struct ref none;

int evidence_find(const struct evidence *evidence, struct ref passage)
{
	for (int i = 0; i < evidence->count; i++)
		if (ref_equal(evidence->at[i], passage))
			return i + 1;
	return 0;
}

int evidence_number(struct evidence *evidence, struct ref passage)
{
	int number = evidence_find(evidence, passage);

	if (number)
		return number;
	evidence->at = arena_grow(evidence->arena, evidence->at, evidence->count,
				  &evidence->room, sizeof *evidence->at);
	evidence->at[evidence->count] = passage;
	return ++evidence->count;
}

const char *text_cut(struct arena *arena, const char *text, int width)
{
	if (width < 1)
		return "";
	size_t len = cell_fit(text, width);

	if (!text[len])
		return text;
	len = cell_fit(text, width - 1);
	while (len && text[len - 1] == ' ')
		len--;
	return arena_printf(arena, "%.*s…", (int)len, text);
}

void rows_block(struct rows *rows, struct ref about, bool each)
{
	rows_end(rows);
	rows->about = about;
	rows->stops = true;
	rows->stops_again = each || rows->all_stop;
}

void rows_add(struct rows *rows, const char *text, enum role role, struct ref target)
{
	if (!*text)
		return;
	rows->runs = arena_grow(rows->arena, rows->runs, rows->run_count, &rows->run_room,
				sizeof *rows->runs);
	rows->runs[rows->run_count++] =
		(struct run){ arena_strdup(rows->arena, text), role, target };
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
	rows->at = arena_grow(rows->arena, rows->at, rows->count, &rows->room,
			      sizeof *rows->at);
	return &rows->at[rows->count++];
}

void rows_end(struct rows *rows)
{
	size_t count = (size_t)rows->run_count;
	bool is_blank =
		count == 1 && !rows->runs[0].text[strspn(rows->runs[0].text, " ")];

	rows->run_count = rows->col = 0;
	if (!count || is_blank)
		return;
	struct run *runs = arena_array(rows->arena, count, sizeof *runs);

	memcpy(runs, rows->runs, count * sizeof *runs);
	*push(rows) = (struct row){ runs, (int)count, rows->about, rows->stops };
	rows->stops = rows->stops_again;
}

void rows_blank(struct rows *rows)
{
	rows_end(rows);
	if (rows->count && rows->at[rows->count - 1].run_count)
		*push(rows) = (struct row){ 0 };
}

void rows_heading(struct rows *rows, const char *text)
{
	rows_blank(rows);
	rows_block(rows, none, false);
	rows->stops = rows->all_stop;
	rows_add(rows, text, ROLE_HEADING, none);
	rows_end(rows);
}

void rows_flow(struct rows *rows, int indent, const char *text, enum role role,
	       struct ref target)
{
	int width = cell_width(text), left = rows->width - rows->col;
	struct wrap wrap = { .next = text, .left = strlen(text), .width = left };
	const char *line;
	size_t len;
	int blanks = 0; /* at the end: wrapping drops them */

	for (; wrap.left && text[wrap.left - 1] == ' '; wrap.left--)
		blanks++;
	if (indent > rows->width / 2)
		indent = 0;
	/* A long word is cut only when it has a line to itself. */
	if (rows->col > indent && left < width && left < 16) {
		rows_end(rows);
		while (*wrap.next == ' ') {
			wrap.next++;
			wrap.left--;
		}
	}
	for (;;) {
		if (rows->col == 0)
			rows_pad(rows, indent);
		left = rows->width - rows->col;
		wrap.width = left < 1 ? 1 : left;
		if (!wrap_next(&wrap, &line, &len))
			return;
		rows_add(rows, arena_strndup(rows->arena, line, len), role, target);
		if (!wrap.left)
			break;
		rows_end(rows);
	}
	rows_pad(rows, rows->col + blanks);
}

/* Take the last word of the row off it; NULL when the row has but one. */
static const char *take_word(struct rows *rows)
{
	struct run *last = &rows->runs[rows->run_count - 1];
	const char *space = strrchr(last->text, ' ');

	if (!space || space == last->text)
		return NULL;
	rows->col -= cell_width(space);
	last->text = arena_strndup(rows->arena, last->text, (size_t)(space - last->text));
	return space + 1;
}

void rows_glue(struct rows *rows, int indent, const char *sign, enum role role)
{
	if (rows->run_count && rows->col + cell_width(sign) > rows->width) {
		struct run last = rows->runs[rows->run_count - 1];
		const char *word = take_word(rows);

		if (word) {
			rows_end(rows);
			rows_flow(rows, indent, word, last.role, last.target);
		}
	}
	rows_add(rows, sign, role, none);
}

void rows_join(struct rows *rows, const char *text)
{
	if (!rows->col)
		return;
	if (rows->col + cell_width(text) + 8 > rows->width)
		rows_end(rows);
	else
		rows_add(rows, text, ROLE_DIM, none);
}

void rows_item(struct rows *rows, int indent, const char *text, enum role role,
	       struct ref target)
{
	if (rows->col && rows->col + 3 + cell_width(text) > rows->width)
		rows_end(rows);
	else if (rows->col)
		rows_add(rows, " · ", ROLE_DIM, none);
	rows_flow(rows, indent, text, role, target);
}

void rows_text(struct rows *rows, int indent, const char *text, enum role role)
{
	struct wrap wrap = { .next = text, .left = strlen(text) };
	const char *line;
	size_t len;

	if (indent > rows->width / 2)
		indent = 0;
	wrap.width = rows->width - indent < 1 ? 1 : rows->width - indent;
	rows_end(rows);
	while (wrap_next(&wrap, &line, &len)) {
		rows_pad(rows, indent);
		rows_add(rows, arena_strndup(rows->arena, line, len), role, none);
		rows_end(rows);
	}
}

static void evidence_label(struct rows *rows, struct ref passage, char out[16])
{
	snprintf(out, 16, "[%d]", evidence_number(rows->evidence, passage));
}

void rows_evidence(struct rows *rows, struct refs passages)
{
	char label[16];

	for (int i = 0; i < passages.count; i++) {
		evidence_label(rows, passages.at[i], label);
		if (rows->col + 1 + (int)strlen(label) > rows->width)
			rows_end(rows);
		rows_pad(rows, rows->col + 1);
		rows_add(rows, label, ROLE_LINK, passages.at[i]);
	}
}

static int evidence_width(struct rows *rows, struct refs passages)
{
	char label[16];
	int width = 0;

	for (int i = 0; i < passages.count; i++) {
		evidence_label(rows, passages.at[i], label);
		width += 1 + (int)strlen(label);
	}
	return width;
}

static void entry_tail(struct rows *rows, const struct entry *entry, int width)
{
	rows_pad(rows, rows->width - width);
	if (entry->end) {
		rows_pad(rows, rows->col + 1);
		rows_add(rows, entry->end, ROLE_LABEL, none);
	}
	rows_evidence(rows, entry->passages);
}

/* Where there is no room for columns: one after the other. */
static void entry_stack(struct rows *rows, const struct entry *entry)
{
	if (entry->label && *entry->label) {
		rows_flow(rows, 0, entry->label, entry->label_role, entry->label_target);
		if (entry->text) {
			rows_glue(rows, 0, ":", entry->label_role);
			rows_pad(rows, rows->col + 1);
		}
	}
	if (entry->text)
		rows_flow(rows, 1, entry->text, entry->role, entry->target);
	if (entry->end)
		rows_flow(rows, 1,
			  arena_printf(rows->arena, *entry->end == '[' ? " %s" : " (%s)",
				       entry->end),
			  ROLE_LABEL, none);
	rows_evidence(rows, entry->passages);
	rows_end(rows);
}

void rows_entry(struct rows *rows, const struct entry *entry)
{
	int tail = evidence_width(rows, entry->passages);
	struct wrap wrap = { .next = entry->text ? entry->text : "" };
	const char *line;
	size_t len;
	bool is_first = true;

	if (entry->end)
		tail += 1 + cell_width(entry->end);
	rows_block(rows, entry->about, false);
	wrap.left = strlen(wrap.next);
	wrap.width = rows->width - entry->label_width - tail;
	if (wrap.width < 16) {
		entry_stack(rows, entry);
		return;
	}
	if (entry->label)
		rows_add(rows,
			 text_cut(rows->arena, entry->label, entry->label_width - 1),
			 entry->label_role, entry->label_target);
	while (wrap_next(&wrap, &line, &len)) {
		rows_pad(rows, entry->label_width);
		rows_add(rows, arena_strndup(rows->arena, line, len), entry->role,
			 entry->target);
		if (is_first)
			entry_tail(rows, entry, tail);
		is_first = false;
		rows_end(rows);
	}
	if (is_first)
		entry_tail(rows, entry, tail);
	rows_end(rows);
}
