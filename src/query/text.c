#include "config.h"

#include <string.h>

#include "model/citation.h"
#include "model/office.h"
#include "model/words.h"
#include "text/fold.h"
#include "texts.h"

/* What a search finds of each kind of record. */

static void add(struct buf *out, const char *text)
{
	if (!text)
		return;
	fold_add(out, text, strlen(text));
	buf_char(out, '\n');
}

static void add_all(struct buf *out, const struct strings *strings)
{
	for (int i = 0; i < strings->count; i++)
		add(out, strings->at[i]);
}

/* An actor's names, folded once for all the records that name it. */
static void add_actor(const struct text_source *source, struct ref ref, struct buf *out)
{
	if (ref.kind != KIND_ACTOR)
		return;
	const struct actor *actor = &source->dossier->actors[ref.index];
	size_t start = out->len;

	if (source->actors[ref.index]) {
		buf_str(out, source->actors[ref.index]);
		return;
	}
	add(out, actor->name);
	add_all(out, &actor->names);
	source->actors[ref.index] =
		arena_strndup(source->arena, out->bytes + start, out->len - start);
}

static void add_actors(const struct text_source *source, const struct refs *actors,
		       struct buf *out)
{
	for (int i = 0; i < actors->count; i++)
		add_actor(source, actors->at[i], out);
}

static void add_place(const struct text_source *source, struct ref ref, struct buf *out)
{
	if (ref.kind != KIND_PLACE)
		return;
	add(out, source->dossier->places[ref.index].name);
	add_all(out, &source->dossier->places[ref.index].names);
}

static void add_passages(const struct text_source *source, const struct refs *passages,
			 struct buf *out)
{
	for (int i = 0; i < passages->count; i++)
		if (passages->at[i].kind == KIND_PASSAGE)
			add(out, source->dossier->passages[passages->at[i].index].exact);
}

static void add_citation(const struct text_source *source, struct ref reference,
			 struct buf *out)
{
	struct buf words = BUF_INIT;

	if (reference.kind != KIND_REFERENCE)
		return;
	citation_short(source->dossier, reference, &words);
	add(out, words.bytes);
	buf_clear(&words);
	citation_full(source->dossier, reference, NULL, &words);
	add(out, words.bytes);
	buf_release(&words);
}

static void add_point(const struct text_source *source, uint32_t index, struct buf *out)
{
	const struct point *point = &source->dossier->points[index];

	add(out, point->text);
	add(out, point->outcome.text);
	add_actors(source, &point->by, out);
	add_actors(source, &point->to, out);
	add_passages(source, &point->passages, out);
}

static void add_participant(const struct text_source *source, const struct event *event,
			    const struct participant *participant, struct buf *out)
{
	struct buf office = BUF_INIT;

	add_actor(source, participant->actor, out);
	if (office_of_participant(source->dossier, event, participant, &office))
		add(out, office.bytes);
	add(out, participant->as);
	add_passages(source, &participant->passages, out);
	buf_release(&office);
}

/* The words of the relations that the record is an end of. */
static void add_relations(const struct text_source *source, struct ref ref,
			  struct buf *out)
{
	int count;
	const struct backlink *links = dossier_backlinks(source->dossier, ref, &count);
	struct edge edge;

	for (int i = 0; i < count; i++) {
		if (!words_edge(source->dossier, &links[i], &edge))
			continue;
		const struct relation *relation =
			&source->dossier->relations[edge.relation.index];

		add(out, relation->text);
		add_passages(source, &relation->passages, out);
	}
}

static void add_event(const struct text_source *source, uint32_t index, struct buf *out)
{
	const struct event *event = &source->dossier->events[index];

	add(out, event->title);
	add(out, event->summary);
	add_all(out, &event->tags);
	add_place(source, event->place, out);
	add_passages(source, &event->passages, out);
	add_passages(source, &event->date.passages, out);
	for (int i = 0; i < event->participant_count; i++)
		add_participant(source, event, &event->participants[i], out);
	for (int i = 0; i < event->points.count; i++)
		add_point(source, event->points.first + (uint32_t)i, out);
	add_relations(source, (struct ref){ KIND_EVENT, index }, out);
}

static void add_actor_record(const struct text_source *source, uint32_t index,
			     struct buf *out)
{
	const struct actor *actor = &source->dossier->actors[index];
	struct buf words = BUF_INIT;

	add_actor(source, (struct ref){ KIND_ACTOR, index }, out);
	add(out, actor->sort_name);
	add(out, actor->description);
	for (int i = 0; i < actor->office_count; i++) {
		buf_clear(&words);
		office_words(source->dossier, &actor->offices[i], &words);
		add(out, words.bytes);
	}
	add_passages(source, &actor->passages, out);
	buf_release(&words);
}

static void add_place_record(const struct text_source *source, uint32_t index,
			     struct buf *out)
{
	const struct place_record *place = &source->dossier->places[index];

	add_place(source, (struct ref){ KIND_PLACE, index }, out);
	add(out, place->description);
	add_place(source, place->within, out);
	add_passages(source, &place->passages, out);
}

static void add_relation(const struct text_source *source, uint32_t index,
			 struct buf *out)
{
	const struct relation *relation = &source->dossier->relations[index];

	add(out, relation->text);
	add(out, dossier_title(source->dossier, relation->type));
	add(out, dossier_title(source->dossier, relation->from));
	add(out, dossier_title(source->dossier, relation->to));
	add_passages(source, &relation->passages, out);
}

static void add_passage(const struct text_source *source, uint32_t index, struct buf *out)
{
	const struct passage *passage = &source->dossier->passages[index];

	add(out, passage->exact);
	add(out, passage->note);
	add(out, passage->damaged);
	add(out, passage->locator);
	add_actor(source, passage->speaker, out);
	add_citation(source, passage->source, out);
}

static void add_reference(const struct text_source *source, uint32_t index,
			  struct buf *out)
{
	const struct reference *reference = &source->dossier->references[index];

	add_citation(source, (struct ref){ KIND_REFERENCE, index }, out);
	add(out, reference->title);
	add(out, reference->title_short);
	add(out, reference->abstract);
	add(out, reference->note);
	add(out, reference->capture_note);
}

static void add_thread(const struct text_source *source, uint32_t index, struct buf *out)
{
	const struct thread *thread = &source->dossier->threads[index];

	add(out, thread->title);
	add(out, thread->summary);
	for (int i = 0; i < thread->step_count; i++)
		add(out, thread->steps[i].note);
}

static void add_relation_type(const struct text_source *source, uint32_t index,
			      struct buf *out)
{
	const struct relation_type *type = &source->dossier->relation_types[index];

	add(out, type->label);
	add(out, type->inverse);
	add(out, type->description);
}

static void (*const adders[KIND_COUNT])(const struct text_source *source, uint32_t index,
					struct buf *out) = {
	[KIND_ACTOR] = add_actor_record,
	[KIND_PLACE] = add_place_record,
	[KIND_EVENT] = add_event,
	[KIND_POINT] = add_point,
	[KIND_RELATION] = add_relation,
	[KIND_PASSAGE] = add_passage,
	[KIND_REFERENCE] = add_reference,
	[KIND_THREAD] = add_thread,
	[KIND_RELATION_TYPE] = add_relation_type,
};

void text_add(const struct text_source *source, struct ref record, struct buf *out)
{
	struct arena scratch = { 0 };

	if (!source->is_title) {
		adders[record.kind](source, record.index, out);
		return;
	}
	add(out, words_title(source->dossier, record, &scratch));
	add_actor(source, record, out);
	add_place(source, record, out);
	add_citation(source, record, out);
	arena_clear(&scratch);
}
