#include "config.h"

#include "doc/doc.h"

#include <assert.h>
#include <string.h>

#include "build.h"
#include "model/when.h"
#include "model/words.h"

void doc_init(struct doc *doc, struct arena *arena, const struct dossier *dossier,
	      const struct doc_options *options)
{
	*doc = (struct doc){ .arena = arena, .dossier = dossier, .options = *options };
}

struct doc_block *doc_add(struct doc *doc, enum doc_kind kind, const char *label)
{
	doc->blocks =
		arena_grow(doc->arena, doc->blocks, doc->count, sizeof *doc->blocks);
	struct doc_block *block = &doc->blocks[doc->count++];

	*block = (struct doc_block){ .kind = kind, .label = label };
	return block;
}

static struct doc_block *last(struct doc *doc)
{
	assert(doc->count > 0);
	return &doc->blocks[doc->count - 1];
}

bool doc_keep(struct doc *doc)
{
	const struct doc_block *block = last(doc);
	bool has_content = block->spans.count || block->passages.count;

	doc->count -= !has_content;
	return has_content;
}

void doc_link(struct doc *doc, const char *text, struct ref target,
	      enum doc_meaning meaning)
{
	struct doc_spans *spans = &last(doc)->spans;

	if (!text || !*text)
		return;
	struct doc_span *at =
		arena_grow(doc->arena, (void *)spans->at, spans->count, sizeof *at);

	at[spans->count++] = (struct doc_span){ text, meaning, target };
	spans->at = at;
}

void doc_text(struct doc *doc, const char *text, enum doc_meaning meaning)
{
	doc_link(doc, text, (struct ref){ 0 }, meaning);
}

void doc_ref(struct doc *doc, struct ref ref, enum doc_meaning meaning)
{
	if (!ref_is_none(ref))
		doc_link(doc, words_title(doc->dossier, ref, doc->arena), ref, meaning);
}

struct doc_span *doc_last_span(struct doc *doc)
{
	const struct doc_spans *spans = &last(doc)->spans;

	return spans->count ? (struct doc_span *)(void *)spans->at + spans->count - 1
			    : NULL;
}

void doc_buf(struct doc *doc, struct buf *buf, enum doc_meaning meaning)
{
	doc_text(doc, arena_strndup(doc->arena, buf->bytes, buf->len), meaning);
	buf_release(buf);
}

void doc_when(struct doc *doc, const struct when *when)
{
	struct buf words = BUF_INIT;

	when_words(when, doc->options.dates, &words);
	doc_buf(doc, &words, when->supplied ? DOC_SUPPLIED : DOC_DATE);
}

void doc_when_short(struct doc *doc, const struct when *when)
{
	struct buf words = BUF_INIT;

	when_short(when, doc->options.dates, &words);
	doc_buf(doc, &words, when->supplied ? DOC_SUPPLIED : DOC_DATE);
}

static void number(struct doc *doc, struct ref passage)
{
	if (doc_number(doc, passage))
		return;
	doc->passages = arena_grow(doc->arena, doc->passages, doc->passage_count,
				   sizeof *doc->passages);
	doc->passages[doc->passage_count++] = passage;
}

void doc_cite(struct doc *doc, struct refs passages)
{
	struct refs *cited = &last(doc)->passages;
	int room = cited->count + passages.count;

	if (!passages.count)
		return;
	struct ref *all = arena_array(doc->arena, (size_t)room, sizeof *all);

	if (cited->count)
		memcpy(all, cited->at, (size_t)cited->count * sizeof *all);
	/* In a dossier with errors a ref may be none. */
	for (int i = 0; i < passages.count; i++)
		if (passages.at[i].kind == KIND_PASSAGE) {
			all[cited->count++] = passages.at[i];
			number(doc, passages.at[i]);
		}
	cited->at = all;
}

int doc_number(const struct doc *doc, struct ref passage)
{
	for (int i = 0; i < doc->passage_count; i++)
		if (ref_equal(doc->passages[i], passage))
			return i + 1;
	return 0;
}

void doc_heading(struct doc *doc, const char *text)
{
	doc_add(doc, DOC_HEADING, NULL)->depth = 1;
	doc_text(doc, text, DOC_LABEL);
}
