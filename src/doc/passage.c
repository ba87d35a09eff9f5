/* Quotations, each with its source and the remarks on it. */
#include "config.h"

#include "build.h"
#include "model/citation.h"

static void citation(struct doc *doc, struct ref ref)
{
	const struct passage *passage = &doc->dossier->passages[ref.index];
	const struct texts *texts = doc->options.texts;
	struct buf words = BUF_INIT;

	doc_add(doc, DOC_CITATION, NULL);
	citation_full(doc->dossier, passage->source, passage->locator, &words);
	doc_link(doc, arena_strdup(doc->arena, words.bytes), passage->source, DOC_PLAIN);
	buf_release(&words);
	if (!texts || !texts->passages)
		return;
	enum quote_state state = texts->passages[ref.index].state;
	bool is_found =
		state == QUOTE_EXACT || state == QUOTE_MOVED || state == QUOTE_UNCHECKED;

	doc_text(doc, " · ", DOC_PLAIN);
	doc_text(doc, quote_state_names[state], is_found ? DOC_PLAIN : DOC_DAMAGED);
}

void passage_quoted(struct doc *doc, struct ref passage, const char *label)
{
	struct scope scope = scope_of(doc, passage);

	doc_add(doc, DOC_QUOTATION, label)->about = passage;
	doc_text(doc, doc->dossier->passages[passage.index].exact, DOC_QUOTED);
	citation(doc, passage);
	scope.depth = 1;
	scope_body(&scope);
}

void doc_passage(struct doc *doc, struct ref passage)
{
	int number = doc_number(doc, passage);

	passage_quoted(doc, passage,
		       number ? arena_printf(doc->arena, "%d", number) : NULL);
}

void doc_quotations(struct doc *doc)
{
	if (doc->passage_count)
		doc_heading(doc, "Quotations");
	for (int i = 0; i < doc->passage_count; i++)
		doc_passage(doc, doc->passages[i]);
}
