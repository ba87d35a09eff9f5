#include "config.h"

#include "typeset.h"

#include <assert.h>

#include "model/evidence.h"
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
	uint32_t key;	 /* added to the number of a block */
	int run_to;	 /* before it ends the run of blocks of one kind ... */
	int label_most;	 /* ... whose widest label is this, ... */
	int first_most;	 /* ... whose widest first span this, ... */
	bool has_signs;	 /* ... and some of which are relations */
};

static void begin(const struct sheet *sheet, bool each)
{
	rows_block(sheet->rows,
		   &(struct row_block){ .about = sheet->block->about,
					.key = sheet->key + (uint32_t)sheet->at + 1,
					.is_claim = sheet->block->kind == DOC_CLAIM,
					.each = each });
}

static int wider(int width, const char *text)
{
	int cells = text ? cell_width(text) : 0;

	return cells > width ? cells : width;
}

/* Measure the run of blocks of one kind that begins here; notes do not end it. */
static void measure(struct sheet *sheet)
{
	const struct doc *doc = sheet->doc;
	int i = sheet->at;

	sheet->label_most = sheet->first_most = 0;
	sheet->has_signs = false;
	for (; i < doc->count; i++) {
		const struct doc_block *block = &doc->blocks[i];

		if (block->kind == DOC_NOTE)
			continue;
		if (block->kind != sheet->block->kind)
			break;
		sheet->label_most = wider(sheet->label_most, block->label);
		sheet->has_signs |= block->about.kind == KIND_RELATION;
		if (block->spans.count)
			sheet->first_most =
				wider(sheet->first_most, block->spans.at[0].text);
	}
	sheet->run_to = i;
}

/* A label column as wide as its labels need, within bounds. */
static int label_width(const struct sheet *sheet, int most)
{
	int width = sheet->label_most + 2, indent = 2 * sheet->block->depth;

	width = width < LABEL_WIDTH ? LABEL_WIDTH : width > most ? most : width;
	return width + indent;
}

static const char *indented(const struct sheet *sheet, const char *text)
{
	return arena_printf(sheet->rows->arena, "%*s%s", 2 * sheet->block->depth, "",
			    text ? text : "");
}

/* On a thread's page, claims and summaries stand below the note on their step. */
static int indent_of(const struct doc_block *block)
{
	return 4 * block->depth;
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
		if (sheet->block->depth == 2 && sheet->at + 1 < sheet->doc->count)
			rows_pad(rows, indent_of(sheet->block + 1));
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
	rows_pad(sheet->rows, indent_of(sheet->block));
	rows_spans(sheet->rows, indent_of(sheet->block), sheet->block->spans);
	rows_evidence(sheet->rows, sheet->block->passages);
	rows_end(sheet->rows);
}

/* "Vladimir Norov  Foreign Minister of Uzbekistan      visitor [1]" */
static void participant(const struct sheet *sheet)
{
	const struct doc_spans *spans = &sheet->block->spans;
	struct rows *rows = sheet->rows;
	int name = sheet->first_most;
	int room = rows->width - name - sheet->label_most - 10;
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
	int indent = indent_of(sheet->block);

	begin(sheet, false);
	rows_entry(sheet->rows,
		   &(struct row_entry){ .label = arena_printf(sheet->rows->arena, "%*s%s",
							      indent, "",
							      sheet->block->label),
					.label_role = ROLE_LABEL,
					.label_width = LABEL_WIDTH + indent,
					.text = sheet->block->spans,
					.passages = sheet->block->passages });
}

const char *link_sign(const struct doc *doc, struct ref about, bool ascii)
{
	if (about.kind != KIND_RELATION)
		return " ";
	return evidence_sign(evidence_of(doc->dossier, doc->options.texts, about), ascii);
}

/* The date of a link, or what else follows its title; its sign says the rest. */
static const char *end_of(const struct doc_spans *spans)
{
	return spans->count > 1 && spans->at[1].meaning != DOC_CURATOR ? spans->at[1].text
								       : NULL;
}

/* "● follows   Notice to leave K2    [29 July 2005] [4]" */
static void related(const struct sheet *sheet)
{
	const struct doc_spans *spans = &sheet->block->spans;
	const char *label = indented(sheet, sheet->block->label);
	int width = label_width(sheet, LINK_LABEL_MOST);

	if (sheet->has_signs) {
		label = arena_printf(
			sheet->rows->arena, "%s %s",
			link_sign(sheet->doc, sheet->block->about, sheet->rows->ascii),
			label);
		width += 2;
	}
	begin(sheet, false);
	rows_entry(sheet->rows,
		   &(struct row_entry){
			   .label = label,
			   .label_role = ROLE_LABEL,
			   .label_width = width,
			   .text = { spans->at, spans->count > 1 ? 1 : spans->count },
			   .end = end_of(spans),
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

/* Does it belong to a quotation? */
static bool is_quoting(const struct sheet *sheet)
{
	int at = sheet->at;

	while (at > 0 && sheet->doc->blocks[at].kind == DOC_NOTE)
		at--;
	return sheet->doc->blocks[at].kind == DOC_CITATION;
}

static void remark(const struct sheet *sheet)
{
	int indent = is_quoting(sheet) ? 5 : 2 + 2 * sheet->block->depth;

	rows_pass(sheet->rows);
	rows_pad(sheet->rows, indent);
	if (sheet->block->label)
		rows_add(sheet->rows,
			 arena_printf(sheet->rows->arena, "%s: ", sheet->block->label),
			 ROLE_LABEL, none);
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

/* The kind of the block before `at` that is not part of another. */
static enum doc_kind kind_before(const struct doc *doc, int at)
{
	do
		at--;
	while (at > 0 && doc->blocks[at].depth > 0 &&
	       doc->blocks[at].kind != DOC_HEADING);
	return doc->blocks[at].kind;
}

/* A claim or metadata after something else stands apart from it. */
static bool needs_blank(const struct doc *doc, int at)
{
	const struct doc_block *block = &doc->blocks[at];

	if (at == 0 || block->kind == DOC_HEADING)
		return false;
	enum doc_kind before = doc->blocks[at - 1].kind;

	if (block->is_more)
		return !doc->blocks[at - 1].is_more && before != DOC_FACTS;
	if (block->kind == DOC_PARTICIPANT)
		return before != DOC_PARTICIPANT;
	if (block->kind == DOC_FIELD && block->depth == 0)
		before = kind_before(doc, at);
	return before == DOC_PARTICIPANT
		       ? block->kind == DOC_CLAIM || block->kind == DOC_FIELD
		       : before == DOC_CLAIM && block->kind == DOC_FIELD &&
				 block->depth == 0;
}

void typeset(struct rows *rows, const struct doc *doc, const struct typeset *how)
{
	struct sheet sheet = { .rows = rows, .doc = doc, .key = how->key };

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
		if (i >= sheet.run_to && block->kind != DOC_NOTE)
			measure(&sheet);
		if (needs_blank(doc, i))
			rows_blank(rows);
		layers[block->kind](&sheet);
	}
}
