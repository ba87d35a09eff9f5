#include "config.h"

#include "sheet.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "model/citation.h"
#include "model/when.h"
#include "model/words.h"
#include "text/cell.h"
#include "text/clean.h"
#include "text/wrap.h"

enum {
	WIDTH = 80, /* where there is no terminal to ask */
	WIDTH_LEAST = 20,
	WIDTH_MOST = 120, /* longer lines are hard to read */
	LABEL = 14,
	INDENT = 6 /* of passages, behind their numbers */
};

static int terminal_width(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) ||
	    !size.ws_col)
		return WIDTH;
	return size.ws_col < WIDTH_LEAST  ? WIDTH_LEAST
	       : size.ws_col > WIDTH_MOST ? WIDTH_MOST
					  : size.ws_col;
}

void sheet_init(struct sheet *sheet, const struct dossier *dossier,
		const struct texts *texts)
{
	size_t count = (size_t)dossier->counts[KIND_PASSAGE];

	*sheet = (struct sheet){ .dossier = dossier,
				 .texts = texts,
				 .width = terminal_width(),
				 .text = BUF_INIT };
	sheet->numbers = arena_array(&sheet->arena, count, sizeof *sheet->numbers);
	sheet->cited = arena_array(&sheet->arena, count, sizeof *sheet->cited);
}

void sheet_release(struct sheet *sheet)
{
	buf_release(&sheet->text);
	arena_clear(&sheet->arena);
}

void sheet_heading(struct sheet *sheet, const char *heading)
{
	(void)sheet;
	printf("\n%s\n", heading);
}

/* The text in lines, the first of them begun already. */
static void put_lines(struct sheet *sheet, int indent)
{
	/* What is cited first begins with the blank before its number. */
	size_t lead = strspn(sheet->text.bytes, " ");
	struct wrap wrap = { sheet->text.bytes + lead, sheet->text.len - lead,
			     sheet->width - indent };
	struct buf safe = BUF_INIT;
	const char *line;
	size_t len;
	bool begun = true;

	while (wrap_next(&wrap, &line, &len)) {
		buf_clear(&safe);
		clean_add(&safe, line, len, CLEAN_ONE_LINE);
		printf("%*s%s\n", begun ? 0 : indent, "", safe.bytes);
		begun = false;
	}
	buf_release(&safe);
	buf_clear(&sheet->text);
}

void sheet_put(struct sheet *sheet, int indent)
{
	if (!sheet->text.len)
		return;
	printf("%*s", indent, "");
	put_lines(sheet, indent);
}

void sheet_label(struct sheet *sheet, const char *label)
{
	int width = cell_width(label);

	if (!sheet->text.len)
		return;
	clean_put(stdout, label, CLEAN_ONE_LINE);
	if (width < LABEL)
		printf("%*s", LABEL - width, "");
	else
		printf("\n%*s", LABEL, "");
	put_lines(sheet, LABEL);
}

void sheet_field(struct sheet *sheet, const char *label, const char *value)
{
	if (!value)
		return;
	buf_str(&sheet->text, value);
	sheet_label(sheet, label);
}

void sheet_add_ref(struct sheet *sheet, struct ref ref)
{
	const struct record *record = dossier_record(sheet->dossier, ref);
	const char *title = words_title(sheet->dossier, ref, &sheet->arena);

	if (!record)
		return;
	buf_printf(&sheet->text, ref.kind == KIND_PASSAGE ? "“%s”" : "%s", title);
	if (record->id && record->id != title)
		buf_printf(&sheet->text, " (%s)", record->id);
}

void sheet_add_when(struct sheet *sheet, const struct when *when)
{
	when_words(when, sheet->dates, &sheet->text);
	if (when->supplied)
		buf_printf(&sheet->text, ", supplied%s%s", when->basis ? ": " : "",
			   when->basis ? when->basis : "");
	if (when->note)
		buf_printf(&sheet->text, " (%s)", when->note);
	sheet_cite(sheet, &when->passages);
}

void sheet_cite(struct sheet *sheet, const struct refs *passages)
{
	for (int i = 0; i < passages->count; i++) {
		uint32_t index = passages->at[i].index;

		if (passages->at[i].kind != KIND_PASSAGE)
			continue;
		if (!sheet->numbers[index]) {
			sheet->cited[sheet->cited_count++] = index;
			sheet->numbers[index] = sheet->cited_count;
		}
		buf_printf(&sheet->text, " [%d]", sheet->numbers[index]);
	}
}

static void put_passage(struct sheet *sheet, int number, uint32_t index)
{
	const struct passage *passage = &sheet->dossier->passages[index];
	char mark[16];

	snprintf(mark, sizeof mark, "[%d]", number);
	printf("%-*s", INDENT, mark);
	buf_printf(&sheet->text, "“%s”", passage->exact ? passage->exact : "");
	put_lines(sheet, INDENT);
	citation_full(sheet->dossier, passage->source, passage->locator, &sheet->text);
	if (sheet->texts && sheet->texts->passages)
		buf_printf(&sheet->text, " · %s",
			   quote_state_names[sheet->texts->passages[index].state]);
	sheet_put(sheet, INDENT);
	if (!ref_is_none(passage->speaker))
		buf_printf(&sheet->text, "said by %s",
			   dossier_title(sheet->dossier, passage->speaker));
	sheet_put(sheet, INDENT);
	if (passage->damaged)
		buf_printf(&sheet->text, "damaged: %s", passage->damaged);
	sheet_put(sheet, INDENT);
	if (passage->note)
		buf_printf(&sheet->text, "note: %s", passage->note);
	sheet_put(sheet, INDENT);
}

void sheet_passages(struct sheet *sheet)
{
	if (sheet->cited_count)
		sheet_heading(sheet, "Passages");
	for (int i = 0; i < sheet->cited_count; i++)
		put_passage(sheet, i + 1, sheet->cited[i]);
}
