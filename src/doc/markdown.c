/* A document as CommonMark: fields and claims as lists, quotations as footnotes. */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "doc/doc.h"
#include "text/clean.h"

struct markdown {
	const struct doc *doc;
	struct buf *out;
	bool is_step;	  /* within a step, where depth counts from 1 */
	bool is_footnote; /* what follows belongs to a footnote */
	bool is_item;	  /* the last block was an item of a list */
};

/* "12." or "- " at the start of a line would begin a list. */
static size_t list_mark(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits && (text[digits] == '.' || text[digits] == ')'))
		return digits;
	return 0;
}

/* Text that stays text: whatever could be a mark is escaped. */
static void put_escaped(struct buf *out, const char *text, bool is_first)
{
	struct buf safe = BUF_INIT;

	clean_add(&safe, text, strlen(text), CLEAN_ONE_LINE);
	size_t mark = is_first ? list_mark(safe.bytes) : 0;

	for (size_t i = 0; i < safe.len; i++) {
		char c = safe.bytes[i];
		bool is_mark = strchr("\\`*_{}[]<>#|~^$@&", c) ||
			       (c == '-' && safe.bytes[i + 1] == '-') ||
			       (is_first && !i && strchr("+-=:", c)) ||
			       (mark && i == mark);

		if (is_mark)
			buf_char(out, '\\');
		buf_char(out, c);
	}
	buf_release(&safe);
}

static void put_spans(const struct markdown *to, const struct doc_block *block)
{
	static const char *const between[DOC_KIND_COUNT] = {
		[DOC_FACTS] = " · ",
		[DOC_PARTICIPANT] = ", ",
		[DOC_LINK] = ", ",
		[DOC_STEP] = " · ",
	};

	for (int i = 0; i < block->spans.count; i++) {
		const struct doc_span *span = &block->spans.at[i];

		if (i && between[block->kind])
			buf_str(to->out, between[block->kind]);
		buf_str(to->out, span->meaning == DOC_QUOTED ? "“" : "");
		put_escaped(to->out, span->text, !i);
		buf_str(to->out, span->meaning == DOC_QUOTED ? "”" : "");
	}
	for (int i = 0; i < block->passages.count; i++)
		buf_printf(to->out, "[^%d]", doc_number(to->doc, block->passages.at[i]));
}

static void put_heading(const struct markdown *to, const struct doc_block *block)
{
	static const char *const marks[] = { "# ", "## ", "**" };

	buf_str(to->out, marks[block->depth]);
	put_spans(to, block);
	buf_str(to->out, block->depth == 2 ? "**" : "");
}

static void put_labelled(const struct markdown *to, const struct doc_block *block,
			 const char *mark)
{
	if (block->label) {
		buf_str(to->out, mark);
		put_escaped(to->out, block->label, true);
		buf_printf(to->out, ":%s ", mark);
	}
	put_spans(to, block);
}

static void put_step(const struct markdown *to, const struct doc_block *block)
{
	buf_printf(to->out, "## %s. ", block->label);
	put_spans(to, block);
}

static void put_quotation(const struct markdown *to, const struct doc_block *block)
{
	if (block->label)
		buf_printf(to->out, "[^%s]: ", block->label);
	else
		buf_str(to->out, "> ");
	put_spans(to, block);
}

/* Is the block an item of a list?  Notes are, below one. */
static bool is_item(const struct markdown *to, const struct doc_block *block)
{
	switch (block->kind) {
	case DOC_FIELD:
	case DOC_PARTICIPANT:
	case DOC_CLAIM:
	case DOC_LINK:
		return !to->is_footnote;
	case DOC_NOTE:
		return !to->is_footnote && block->depth && to->is_item;
	case DOC_HEADING:
	case DOC_FACTS:
	case DOC_PARAGRAPH:
	case DOC_STEP:
	case DOC_QUOTATION:
	case DOC_CITATION:
	case DOC_KIND_COUNT:
		break;
	}
	return false;
}

/* For pandoc: the key of the source, which it turns into a citation of any style. */
static void put_key(const struct markdown *to, const struct doc_block *citation)
{
	const struct dossier *dossier = to->doc->dossier;
	const struct passage *passage = &dossier->passages[citation[-1].about.index];
	const struct record *source = dossier_record(dossier, passage->source);

	buf_printf(to->out, "[@%s", source ? source->id : "");
	if (passage->locator) {
		buf_str(to->out, ", ");
		put_escaped(to->out, passage->locator, false);
	}
	buf_char(to->out, ']');
}

static void put_block(const struct markdown *to, const struct doc_block *block)
{
	int depth = to->is_step && block->depth ? block->depth - 1 : block->depth;

	/* Another mark begins another list. */
	if (to->is_item)
		buf_printf(to->out, "%*s%c ", 2 * depth, "",
			   block->kind == DOC_PARTICIPANT ? '*' : '-');
	else if (to->is_footnote)
		buf_str(to->out, "    ");
	if (block->kind == DOC_HEADING)
		put_heading(to, block);
	else if (block->kind == DOC_STEP)
		put_step(to, block);
	else if (block->kind == DOC_QUOTATION)
		put_quotation(to, block);
	else if (block->kind == DOC_CITATION && to->doc->options.has_keys)
		put_key(to, block);
	else
		put_labelled(to, block, block->kind == DOC_FIELD ? "**" : "*");
	buf_char(to->out, '\n');
}

void doc_write_markdown(const struct doc *doc, struct buf *out)
{
	struct markdown to = { .doc = doc, .out = out };

	for (int i = 0; i < doc->count; i++) {
		const struct doc_block *block = &doc->blocks[i];
		bool was_item = to.is_item;

		/* Where footnotes go is for the reader's program to say. */
		if (block->kind == DOC_HEADING && i + 1 < doc->count &&
		    block[1].kind == DOC_QUOTATION && block[1].label)
			continue;
		if (block->kind == DOC_STEP || block->kind == DOC_HEADING)
			to.is_step = block->kind == DOC_STEP ||
				     (to.is_step && block->depth == 2);
		to.is_footnote &= block->kind == DOC_CITATION || block->depth;
		to.is_item = is_item(&to, block);
		if (out->len &&
		    !(was_item && to.is_item &&
		      (block->depth || block->kind == block[-1].kind || block[-1].depth)))
			buf_char(out, '\n');
		put_block(&to, block);
		to.is_footnote |= block->kind == DOC_QUOTATION && block->label;
	}
}
