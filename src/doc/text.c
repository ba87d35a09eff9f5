/* A document as plain text: labels in one column, their texts wrapped in the next. */
#include "config.h"

#include <limits.h>
#include <string.h>

#include "doc/doc.h"
#include "text/cell.h"
#include "text/clean.h"
#include "text/wrap.h"

enum {
	LABEL_LEAST = 14, /* cells from the margin to the texts beside labels */
	LABEL_MOST = 24,
	NUMBER = 6, /* the same, of the numbers of quotations */
	STEP = 4,
	WIDTH_LEAST = 20 /* narrower text is unreadable */
};

/* Where the writer stands. */
struct page {
	const struct doc *doc;
	struct buf *out;
	int width;	 /* of a line; 0: not wrapped */
	int label_width; /* for all labels of the document */
	int margin;	 /* within a step */
	int hang;	 /* where the text of the last block begins */
	bool is_quoting; /* what follows belongs to a quotation */
	bool is_short;	 /* the step so far is its title and notes alone */
};

static bool is_labelled(const struct doc_block *block)
{
	return block->label && block->kind != DOC_HEADING && block->kind != DOC_STEP &&
	       block->kind != DOC_QUOTATION && (block->kind != DOC_NOTE || !block->depth);
}

static int label_width(const struct doc *doc)
{
	int width = LABEL_LEAST;

	for (int i = 0; i < doc->count; i++) {
		int cells = is_labelled(&doc->blocks[i])
				    ? cell_width(doc->blocks[i].label) + 2
				    : 0;

		if (cells > width && cells <= LABEL_MOST)
			width = cells;
	}
	return width;
}

static void pad(const struct page *page, int width)
{
	buf_printf(page->out, "%*s", width > 0 ? width : 0, "");
}

/* The text from column `hang` on; what stands before it is written already. */
static void put_lines(const struct page *page, const struct buf *text, int hang)
{
	int width = page->width - hang;
	struct wrap wrap = { text->bytes, text->len,
			     !page->width	   ? INT_MAX
			     : width < WIDTH_LEAST ? WIDTH_LEAST
						   : width };
	const char *line;
	size_t len;

	for (bool is_first = true; wrap_next(&wrap, &line, &len); is_first = false) {
		if (!is_first)
			pad(page, hang);
		clean_add(page->out, line, len, CLEAN_ONE_LINE);
		buf_char(page->out, '\n');
	}
}

/* The id is there to be typed after "daftar show". */
static void add_span(const struct page *page, const struct doc_block *block,
		     const struct doc_span *span, struct buf *text)
{
	const struct record *record = dossier_record(page->doc->dossier, span->target);
	bool is_quoted = span->meaning == DOC_QUOTED;
	bool has_id = block->kind != DOC_HEADING && block->kind != DOC_CITATION;

	buf_printf(text, is_quoted ? "“%s”" : "%s", span->text);
	if (has_id && record && record->id && strcmp(record->id, span->text))
		buf_printf(text, " (%s)", record->id);
}

static void add_spans(const struct page *page, const struct doc_block *block,
		      struct buf *text)
{
	static const char *const between[DOC_KIND_COUNT] = {
		[DOC_FACTS] = " · ",
		[DOC_PARTICIPANT] = ", ",
		[DOC_LINK] = ", ",
		[DOC_STEP] = "  ",
	};

	for (int i = 0; i < block->spans.count; i++) {
		if (i && between[block->kind])
			buf_str(text, between[block->kind]);
		add_span(page, block, &block->spans.at[i], text);
	}
	for (int i = 0; i < block->passages.count; i++)
		buf_printf(text, "%s[%d]", text->len ? " " : "",
			   doc_number(page->doc, block->passages.at[i]));
}

/* A label in its column; one that is too wide has a line of its own. */
static void put_label(struct page *page, const char *label, int indent)
{
	int left;

	pad(page, indent);
	clean_add(page->out, label, strlen(label), CLEAN_ONE_LINE);
	page->hang = page->margin + page->label_width;
	left = page->hang - indent - cell_width(label);
	if (left < 2) {
		buf_char(page->out, '\n');
		left = page->hang;
	}
	pad(page, left);
}

/* A mark such as "[1]" or "1." before the text. */
static void put_mark(struct page *page, const char *format, const char *number, int width)
{
	size_t len = page->out->len;

	buf_printf(page->out, format, number);
	pad(page, width - (int)(page->out->len - len));
	page->hang += width;
}

static int indent_of(const struct page *page, const struct doc_block *block)
{
	int depth = block->kind == DOC_HEADING ? 0 : block->depth;

	return page->margin + 2 * (page->margin && depth ? depth - 1 : depth);
}

static void put_block(struct page *page, const struct doc_block *block)
{
	bool is_below = page->is_quoting || (block->kind == DOC_NOTE && block->depth);
	struct buf text = BUF_INIT;

	if (block->kind == DOC_QUOTATION && block->label) {
		page->hang = page->margin;
		pad(page, page->hang);
		put_mark(page, "[%s]", block->label, NUMBER);
	} else if (block->kind == DOC_STEP) {
		page->hang = 0;
		put_mark(page, "%s.", block->label, STEP);
	} else if (is_below) {
		pad(page, page->hang);
		if (block->label)
			buf_printf(&text, "%s: ", block->label);
	} else if (is_labelled(block)) {
		put_label(page, block->label, indent_of(page, block));
	} else {
		page->hang = indent_of(page, block);
		pad(page, page->hang);
	}
	add_spans(page, block, &text);
	put_lines(page, &text, page->hang);
	buf_release(&text);
}

/* Blank lines part what is of different kinds. */
static bool is_apart(const struct page *page, const struct doc_block *block,
		     const struct doc_block *top)
{
	const struct doc_block *before = block - 1;

	if (block->kind == DOC_HEADING)
		return true;
	if (block->kind == DOC_STEP)
		return !page->is_short;
	if (before->kind == DOC_HEADING)
		return !before->depth && block->kind != DOC_FACTS;
	if (block->depth || block->kind == DOC_CITATION || block->kind == DOC_QUOTATION)
		return false;
	return block->kind == DOC_PARAGRAPH || block->kind != top->kind ||
	       block->is_more != top->is_more;
}

void doc_write_text(const struct doc *doc, int width, struct buf *out)
{
	struct page page = {
		.doc = doc, .out = out, .width = width, .label_width = label_width(doc)
	};
	const struct doc_block *top = doc->blocks;

	for (int i = 0; i < doc->count; i++) {
		const struct doc_block *block = &doc->blocks[i];

		if (i && is_apart(&page, block, top))
			buf_char(out, '\n');
		page.is_short = block->kind == DOC_STEP ||
				(page.is_short && block->kind == DOC_NOTE);
		if (block->kind == DOC_STEP)
			page.margin = STEP;
		else if (block->kind == DOC_HEADING && block->depth < 2)
			page.margin = 0;
		else if (!block->depth && block->is_more)
			page.margin = 0;
		page.is_quoting &= block->kind == DOC_CITATION || block->depth;
		put_block(&page, block);
		page.is_quoting |= block->kind == DOC_QUOTATION;
		if (!block->depth)
			top = block;
	}
}
