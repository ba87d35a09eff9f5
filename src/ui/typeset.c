#include "config.h"

#include "typeset.h"

#include <assert.h>

#include "text/cell.h"

static const struct ref none;

/* Columns, in cells. */
enum { LABEL_WIDTH = 14, NAME_MOST = 28, OFFICE_LEAST = 24, LINK_LABEL_MOST = 24 };

/* What is laid out: the document, and where in it. */
struct sheet {
	struct rows *rows;
	const struct doc *doc;
	int at; /* of the block */
	const struct doc_block *block;
	bool has_hidden; /* there is metadata that is not shown */
};

static void begin(const struct sheet *sheet, bool each)
{
	rows_block(sheet->rows,
		   &(struct row_block){ .about = sheet->block->about,
					.key = (uint32_t)sheet->at + 1,
					.is_claim = sheet->block->kind == DOC_CLAIM,
					.each = each });
}

/* The widest of something in the run of blocks of one kind that this one is in. */
static int widest(const struct sheet *sheet,
		  const char *text_of(const struct doc_block *block))
{
	int first = sheet->at, width = 0;

	while (first > 0 && sheet->doc->blocks[first - 1].kind == sheet->block->kind)
		first--;
	for (int i = first;
	     i < sheet->doc->count && sheet->doc->blocks[i].kind == sheet->block->kind;
	     i++) {
		const char *text = text_of(&sheet->doc->blocks[i]);
		int cells = text ? cell_width(text) : 0;

		width = cells > width ? cells : width;
	}
	return width;
}

static const char *label_of(const struct doc_block *block)
{
	return block->label;
}

static const char *first_of(const struct doc_block *block)
{
	return block->spans.count ? block->spans.at[0].text : NULL;
}

/* A label column as wide as its labels need, within bounds. */
static int label_width(const struct sheet *sheet, int most)
{
	int width = widest(sheet, label_of) + 2, indent = 2 * sheet->block->depth;

	width = width < LABEL_WIDTH ? LABEL_WIDTH : width > most ? most : width;
	return width + indent;
}

static const char *indented(const struct sheet *sheet, const char *text)
{
	return arena_printf(sheet->rows->arena, "%*s%s", 2 * sheet->block->depth, "",
			    text ? text : "");
}

static void heading(const struct sheet *sheet)
{
	struct rows *rows = sheet->rows;

	if (sheet->block->depth < 2 && rows->count)
		rows_blank(rows);
	if (sheet->block->depth == 0) {
		begin(sheet, true);
	} else {
		if (sheet->block->depth == 2 && rows->count)
			rows_blank(rows);
		rows_pass(rows);
	}
	for (int i = 0; i < sheet->block->spans.count; i++) {
		const struct doc_span *span = &sheet->block->spans.at[i];
		enum role role = sheet->block->depth == 0   ? ROLE_TITLE
				 : sheet->block->depth == 1 ? ROLE_HEADING
							    : ROLE_SPEAKER;

		if (sheet->block->depth == 0)
			rows_spans(rows, 0, (struct doc_spans){ span, 1 });
		else
			rows_add(rows,
				 text_cut(rows->arena, span->text,
					  rows->width - rows->col, rows->ascii),
				 role, none);
	}
	rows_end(rows);
}

static void facts(const struct sheet *sheet)
{
	static const struct doc_span more = { "i more", DOC_LABEL, { 0 } };
	struct rows *rows = sheet->rows;

	begin(sheet, false);
	for (int i = 0; i < sheet->block->spans.count; i++) {
		rows_item(rows, 0, &sheet->block->spans.at[i]);
		if (i == 0)
			rows_evidence(rows, sheet->block->passages);
	}
	if (sheet->has_hidden)
		rows_item(rows, 0, &more);
	rows_end(rows);
}

static void field(const struct sheet *sheet)
{
	begin(sheet, false);
	rows_entry(sheet->rows,
		   &(struct row_entry){ .label = indented(sheet, sheet->block->label),
					.label_role = ROLE_LABEL,
					.label_width = label_width(sheet, 20),
					.text = sheet->block->spans,
					.passages = sheet->block->passages });
}

static void paragraph(const struct sheet *sheet)
{
	rows_blank(sheet->rows);
	begin(sheet, true);
	rows_spans(sheet->rows, 2 * sheet->block->depth, sheet->block->spans);
	rows_evidence(sheet->rows, sheet->block->passages);
	rows_end(sheet->rows);
}

/* "Vladimir Norov  Foreign Minister of Uzbekistan      visitor [1]" */
static void participant(const struct sheet *sheet)
{
	const struct doc_spans *spans = &sheet->block->spans;
	struct rows *rows = sheet->rows;
	int name = widest(sheet, first_of);
	int room = rows->width - name - widest(sheet, label_of) - 10;
	bool has_columns = name <= NAME_MOST && room >= OFFICE_LEAST;

	if (!spans->count)
		return;
	begin(sheet, false);
	struct row_entry entry = { .label = spans->at[0].text,
				   .label_role = ROLE_LINK,
				   .label_target = spans->at[0].target,
				   .label_width = has_columns ? name + 2 : rows->width,
				   .text = { spans->at + 1, spans->count - 1 },
				   .end = sheet->block->label,
				   .passages = sheet->block->passages };

	rows_entry(rows, &entry);
}

static void claim(const struct sheet *sheet)
{
	begin(sheet, false);
	rows_entry(sheet->rows,
		   &(struct row_entry){ .label = sheet->block->label,
					.label_role = ROLE_LABEL,
					.label_width = LABEL_WIDTH,
					.text = sheet->block->spans,
					.passages = sheet->block->passages });
}

/* "follows   Notice to leave K2    [29 July 2005] [4]" */
static void related(const struct sheet *sheet)
{
	const struct doc_spans *spans = &sheet->block->spans;

	begin(sheet, false);
	rows_entry(sheet->rows,
		   &(struct row_entry){
			   .label = indented(sheet, sheet->block->label),
			   .label_role = ROLE_LABEL,
			   .label_width = label_width(sheet, LINK_LABEL_MOST),
			   .text = { spans->at, spans->count > 1 ? 1 : spans->count },
			   .end = spans->count > 1 ? spans->at[1].text : NULL,
			   .passages = sheet->block->passages });
}

/* "12  [2005-07]  Astana summit of the SCO" */
static void step(const struct sheet *sheet)
{
	const struct doc_spans *spans = &sheet->block->spans;
	struct rows *rows = sheet->rows;

	rows_blank(rows);
	begin(sheet, false);
	rows_add(rows, arena_printf(rows->arena, "%3s  ", sheet->block->label),
		 ROLE_LABEL, none);
	for (int i = 0; i < spans->count; i++) {
		if (i)
			rows_pad(rows, rows->col + 2);
		rows_flow(rows, 5, &spans->at[i]);
	}
	rows_evidence(rows, sheet->block->passages);
	rows_end(rows);
}

static void quotation(const struct sheet *sheet)
{
	begin(sheet, true);
	rows_entry(sheet->rows,
		   &(struct row_entry){
			   .label = sheet->block->label
					    ? arena_printf(sheet->rows->arena, "[%s]",
							   sheet->block->label)
					    : "",
			   .label_role = ROLE_NUMBER,
			   .label_target = sheet->block->about,
			   .label_width = sheet->block->label ? 5 : 2,
			   .text = sheet->block->spans });
}

static void remark(const struct sheet *sheet)
{
	int indent = sheet->block->kind == DOC_CITATION ? 5 : 2 + 2 * sheet->block->depth;

	rows_pass(sheet->rows);
	rows_pad(sheet->rows, indent);
	rows_spans(sheet->rows, indent, sheet->block->spans);
	rows_evidence(sheet->rows, sheet->block->passages);
	rows_end(sheet->rows);
}

/* clang-format off */
static void (*const layers[DOC_KIND_COUNT])(const struct sheet *) = {
	[DOC_HEADING]     = heading,
	[DOC_FACTS]       = facts,
	[DOC_FIELD]       = field,
	[DOC_PARAGRAPH]   = paragraph,
	[DOC_PARTICIPANT] = participant,
	[DOC_CLAIM]       = claim,
	[DOC_LINK]        = related,
	[DOC_STEP]        = step,
	[DOC_QUOTATION]   = quotation,
	[DOC_CITATION]    = remark,
	[DOC_NOTE]        = remark,
};
/* clang-format on */

/* A claim or metadata after something else stands apart from it. */
static bool needs_blank(const struct doc *doc, int at)
{
	const struct doc_block *block = &doc->blocks[at];

	if (at == 0 || block->kind == DOC_HEADING)
		return false;
	enum doc_kind before = doc->blocks[at - 1].kind;

	return (block->kind == DOC_PARTICIPANT && before != DOC_PARTICIPANT) ||
	       (block->is_more && !doc->blocks[at - 1].is_more && before != DOC_FACTS) ||
	       (block->kind == DOC_CLAIM && before == DOC_PARTICIPANT);
}

void typeset(struct rows *rows, const struct doc *doc, const struct typeset *how)
{
	struct sheet sheet = { .rows = rows, .doc = doc };

	assert(how->from >= 0 && how->to <= doc->count);
	for (int i = how->from; i < how->to && !how->more; i++)
		sheet.has_hidden = sheet.has_hidden || doc->blocks[i].is_more;
	for (int i = how->from; i < how->to; i++) {
		const struct doc_block *block = &doc->blocks[i];
		bool is_title = block->kind == DOC_HEADING && block->depth == 0;

		if ((block->is_more && !how->more) || (is_title && how->has_title))
			continue;
		sheet.at = i;
		sheet.block = block;
		if (needs_blank(doc, i))
			rows_blank(rows);
		layers[block->kind](&sheet);
	}
}
