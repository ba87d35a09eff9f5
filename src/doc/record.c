/* Records of any kind, and the few fields that are not shown as their type is. */
#include "config.h"

#include <string.h>

#include "build.h"
#include "model/citation.h"
#include "model/office.h"
#include "model/words.h"

/* What the map under a list holds beyond its own line. */
static void rest_of(const struct scope *scope, const struct field *field,
		    const void *element)
{
	struct scope map = { .doc = scope->doc,
			     .shape = field->shape,
			     .base = element,
			     .ref = scope->ref,
			     .depth = scope->depth + 1,
			     .is_more = scope->is_more,
			     .is_cited = true };

	doc_cite(scope->doc, scope_evidence(&map));
	scope_body(&map);
	scope_more(&map);
}

static void participants(const struct scope *scope, const struct field *field)
{
	const struct event *event = scope->base;
	struct doc *doc = scope->doc;

	for (int i = 0; i < event->participant_count; i++) {
		const struct participant *it = &event->participants[i];
		struct buf office = BUF_INIT;

		doc_add(doc, DOC_PARTICIPANT, it->as ? it->as : words_part(event, it));
		doc_ref(doc, it->actor, DOC_PLAIN);
		office_of_participant(doc->dossier, event, it, &office);
		doc_buf(doc, &office, DOC_PLAIN);
		rest_of(scope, field, it);
	}
}

static void points(const struct scope *scope, const struct field *field)
{
	(void)field;
	claims_of_event(scope->doc, scope->base, scope->depth);
}

/* Type and mode in one word or two: a visit is a consultation without saying so. */
static void event_type(const struct scope *scope, const struct field *field)
{
	const struct event *event = scope->base;

	(void)field;
	if (event->type || event->mode)
		doc_text(scope->doc,
			 words_kind(scope->doc->dossier, scope->ref, scope->doc->arena),
			 DOC_LABEL);
}

static void rank(const struct scope *scope, const struct field *field)
{
	const struct date_claim *claim = scope->base;

	if (!claim->rank || claim->rank == RANK_NORMAL)
		return;
	struct doc_block *block = doc_add(scope->doc, DOC_FIELD, field->label);

	block->depth = scope->depth;
	block->is_more = scope->is_more;
	doc_text(scope->doc, ranks.terms[claim->rank].label, DOC_LABEL);
}

static void offices(const struct scope *scope, const struct field *field)
{
	const struct actor *actor = scope->base;
	struct doc *doc = scope->doc;

	for (int i = 0; i < actor->office_count; i++) {
		const struct office *it = &actor->offices[i];
		struct buf words = BUF_INIT;

		doc_add(doc, DOC_FIELD, field->label);
		office_words(doc->dossier, it, &words);
		doc_link(doc, arena_strdup(doc->arena, words.bytes), it->of, DOC_PLAIN);
		buf_release(&words);
		if (it->status)
			doc_text(doc,
				 arena_printf(doc->arena, " (%s)",
					      office_statuses.terms[it->status].label),
				 DOC_LABEL);
		if (it->date.edtf) {
			doc_text(doc, ", ", DOC_PLAIN);
			doc_when(doc, &it->date);
			doc_cite(doc, it->date.passages);
		}
		rest_of(scope, field, it);
	}
}

static void steps(const struct scope *scope, const struct field *field)
{
	(void)field;
	thread_steps(scope->doc, scope->base, false);
}

/* "Islam Karimov; Wesley Clark", as the reference names them. */
static void names(const struct scope *scope, const struct field *field)
{
	const struct csl_names list = {
		*(const struct csl_name *const *)field_value(field, scope->base),
		*(const int *)(const void *)((const char *)scope->base + field->count_at)
	};
	struct buf words = BUF_INIT;

	for (int i = 0; i < list.count; i++) {
		const struct csl_name *it = &list.at[i];
		const char *const words_of[] = { it->given, it->particle, it->family,
						 it->suffix, it->literal };
		const char *lead = i ? "; " : "";

		for (size_t j = 0; j < sizeof words_of / sizeof *words_of; j++)
			if (words_of[j]) {
				buf_printf(&words, "%s%s", lead, words_of[j]);
				lead = " ";
			}
	}
	doc_add(scope->doc, DOC_FIELD, field->label)->is_more = scope->is_more;
	doc_buf(scope->doc, &words, DOC_PLAIN);
	doc_keep(scope->doc);
}

static void damage(const struct scope *scope, const struct field *field)
{
	const struct passage *passage = scope->base;

	doc_add(scope->doc, DOC_NOTE, field->label)->depth = scope->depth;
	doc_text(scope->doc, passage->damaged, DOC_DAMAGED);
	doc_keep(scope->doc);
}

/* What is shown in its own way: a field, or any list of a shape. */
static const struct {
	const struct shape *shape;
	const char *key; /* NULL: every list of `shape` */
	void (*add)(const struct scope *, const struct field *);
} own_ways[] = {
	{ &event_shape, "participants", participants },
	{ &event_shape, "points", points },
	{ &event_shape, "type", event_type },
	{ &claim_shape, "rank", rank },
	{ &actor_shape, "offices", offices },
	{ &thread_shape, "steps", steps },
	{ &passage_shape, "damaged", damage },
	{ &name_shape, NULL, names },
};

bool record_field(const struct scope *scope, const struct field *field)
{
	for (size_t i = 0; i < sizeof own_ways / sizeof *own_ways; i++) {
		const char *key = own_ways[i].key;
		bool is_it = key ? own_ways[i].shape == scope->shape &&
					     !strcmp(key, field->key)
				 : own_ways[i].shape == field->shape &&
					     field->type == FIELD_LIST;

		if (!is_it)
			continue;
		own_ways[i].add(scope, field);
		return true;
	}
	return false;
}

/* A relation is one sentence: "The meeting" "follows" "the visit". */
static void sentence(struct doc *doc, const struct relation *relation)
{
	doc_ref(doc, relation->from, DOC_TITLE);
	doc_text(doc,
		 arena_printf(doc->arena, " %s ",
			      dossier_title(doc->dossier, relation->type)),
		 DOC_LABEL);
	doc_ref(doc, relation->to, DOC_TITLE);
}

/* "CPC 2022, para. 3": a passage is known by where it is. */
static void passage_title(struct doc *doc, const struct passage *passage)
{
	struct buf words = BUF_INIT;

	citation_short(doc->dossier, passage->source, &words);
	if (passage->locator)
		buf_printf(&words, ", %s", passage->locator);
	doc_buf(doc, &words, DOC_TITLE);
}

void doc_title(struct doc *doc, struct ref ref)
{
	doc_add(doc, DOC_HEADING, words_record(ref))->about = ref;
	if (ref.kind == KIND_PASSAGE)
		passage_title(doc, &doc->dossier->passages[ref.index]);
	else if (ref.kind == KIND_RELATION)
		sentence(doc, &doc->dossier->relations[ref.index]);
	else
		doc_text(doc, dossier_title(doc->dossier, ref), DOC_TITLE);
}

static void add_more(struct doc *doc, const char *label, const char *text)
{
	doc_add(doc, DOC_FIELD, label)->is_more = true;
	doc_text(doc, text, DOC_PLAIN);
	doc_keep(doc);
}

static void identity(struct doc *doc, struct ref ref)
{
	const struct record *record = dossier_record(doc->dossier, ref);

	add_more(doc, "Id", record->id);
	if (record->at.file)
		add_more(doc, "File",
			 arena_printf(doc->arena, "%s:%u", record->at.file,
				      record->at.line));
}

/* What a kind shows before its own fields. */
static void opening(struct doc *doc, struct ref ref)
{
	struct buf citation = BUF_INIT;

	if (ref.kind == KIND_PASSAGE)
		passage_quoted(doc, ref, NULL);
	if (ref.kind != KIND_REFERENCE)
		return;
	citation_full(doc->dossier, ref, NULL, &citation);
	doc_add(doc, DOC_FIELD, "Cited as");
	doc_buf(doc, &citation, DOC_PLAIN);
}

void doc_record(struct doc *doc, struct ref ref)
{
	ref = dossier_home(doc->dossier, ref);
	if (ref_is_none(ref))
		return;
	struct scope scope = scope_of(doc, ref);

	doc_title(doc, ref);
	scope_facts(&scope);
	opening(doc, ref);
	if (ref.kind != KIND_PASSAGE) /* its body is below the quotation */
		scope_body(&scope);
	scope_more(&scope);
	threads_of(doc, ref);
	identity(doc, ref);
}
