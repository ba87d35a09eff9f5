#include "config.h"

#include "words.h"

#include <string.h>

#include "model/office.h"
#include "text/fold.h"

/*
 * Is the byte at `at` within a word?  Beyond ASCII all is, but for Latin-1's signs
 * (C2 xx) and general and CJK punctuation (E2 80 xx, E2 81 xx, E3 80 xx).
 */
static bool ends_word(const char *text, const char *at)
{
	const unsigned char *byte = (const unsigned char *)at;

	if (*byte < 0x80)
		return (*byte >= '0' && *byte <= '9') || (*byte >= 'a' && *byte <= 'z');
	if (at - text >= 1 && byte[-1] == 0xc2)
		return false;
	if (at - text >= 2 && byte[-2] == 0xe2 && (byte[-1] == 0x80 || byte[-1] == 0x81))
		return false;
	return !(at - text >= 2 && byte[-2] == 0xe3 && byte[-1] == 0x80);
}

bool words_have(const char *text, const char *words)
{
	for (const char *at = text; (at = strstr(at, words)); at++)
		if (at == text || !ends_word(text, at - 1))
			return true;
	return false;
}

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

static void add_actor(const struct dossier *dossier, struct ref actor, struct buf *out)
{
	if (actor.kind != KIND_ACTOR)
		return;
	add(out, dossier->actors[actor.index].name);
	add_all(out, &dossier->actors[actor.index].names);
}

static void add_passages(const struct dossier *dossier, const struct refs *passages,
			 struct buf *out)
{
	for (int i = 0; i < passages->count; i++)
		if (passages->at[i].kind == KIND_PASSAGE)
			add(out, dossier->passages[passages->at[i].index].exact);
}

static void add_point(const struct dossier *dossier, const struct point *point,
		      struct buf *out)
{
	add(out, point->text);
	add(out, point->outcome.text);
	for (int i = 0; i < point->by.count; i++)
		add_actor(dossier, point->by.at[i], out);
	for (int i = 0; i < point->to.count; i++)
		add_actor(dossier, point->to.at[i], out);
	add_passages(dossier, &point->passages, out);
}

static void add_participant(const struct dossier *dossier, const struct event *event,
			    const struct participant *participant, struct buf *out)
{
	struct buf office = BUF_INIT;

	add_actor(dossier, participant->actor, out);
	if (office_of_participant(dossier, event, participant, &office))
		add(out, office.bytes);
	add(out, participant->as);
	add_passages(dossier, &participant->passages, out);
	buf_release(&office);
}

static void add_relations(const struct dossier *dossier, struct ref ref, struct buf *out)
{
	int count;
	const struct backlink *links = dossier_backlinks(dossier, ref, &count);

	for (int i = 0; i < count; i++) {
		if (links[i].from.kind != KIND_RELATION)
			continue;
		const struct relation *relation =
			&dossier->relations[links[i].from.index];

		add(out, relation->text);
		add_passages(dossier, &relation->passages, out);
	}
}

void words_of_event(const struct dossier *dossier, uint32_t index, struct buf *out)
{
	const struct event *event = &dossier->events[index];

	add(out, event->title);
	add(out, event->summary);
	add_all(out, &event->tags);
	if (event->place.kind == KIND_PLACE) {
		add(out, dossier->places[event->place.index].name);
		add_all(out, &dossier->places[event->place.index].names);
	}
	add_passages(dossier, &event->passages, out);
	add_passages(dossier, &event->date.passages, out);
	for (int i = 0; i < event->participant_count; i++)
		add_participant(dossier, event, &event->participants[i], out);
	for (int i = 0; i < event->points.count; i++)
		add_point(dossier, &dossier->points[event->points.first + (uint32_t)i],
			  out);
	add_relations(dossier, (struct ref){ KIND_EVENT, index }, out);
}
