#include "config.h"

#include "model/evidence.h"

#include <assert.h>
#include <string.h>

const char *const evidence_names[EVIDENCE_COUNT] = {
	[EVIDENCE_NONE_NEEDED] = "none", [EVIDENCE_FULL] = "full",
	[EVIDENCE_PARTLY] = "partly",	 [EVIDENCE_CURATOR] = "curator",
	[EVIDENCE_BROKEN] = "broken",
};

/* The claims of a record, counted. */
struct tally {
	const struct dossier *dossier;
	const struct texts *texts; /* or NULL */
	int borne_out, bare;
	bool is_broken; /* a passage is orphaned or changed */
};

static enum quote_state state_of(const struct tally *tally, struct ref passage)
{
	if (!tally->texts || !tally->texts->passages || passage.kind != KIND_PASSAGE)
		return QUOTE_UNCHECKED;
	assert(passage.index < (uint32_t)tally->dossier->counts[KIND_PASSAGE]);
	return tally->texts->passages[passage.index].state;
}

/* Count evidence that need not be given: nothing when there is none. */
static void count_cited(struct tally *tally, struct refs passages)
{
	tally->borne_out += passages.count > 0;
	for (int i = 0; i < passages.count; i++) {
		enum quote_state state = state_of(tally, passages.at[i]);

		tally->is_broken |= state == QUOTE_CHANGED || state == QUOTE_ORPHAN;
	}
}

static void count_claim(struct tally *tally, struct refs passages)
{
	tally->bare += !passages.count;
	count_cited(tally, passages);
}

/* What is supplied is marked as supplied, but the passages of its basis can break. */
static void count_basis(struct tally *tally, struct refs passages, bool supplied)
{
	int borne_out = tally->borne_out;

	count_cited(tally, passages);
	if (supplied)
		tally->borne_out = borne_out;
}

static void count_date(struct tally *tally, const struct when *date)
{
	count_basis(tally, date->passages, date->supplied);
}

static void count_point(struct tally *tally, const struct point *point)
{
	count_claim(tally, point->passages);
	count_date(tally, &point->due);
	count_basis(tally, point->status.passages, point->status.supplied);
	count_basis(tally, point->outcome.passages, point->outcome.supplied);
}

static void count_event(struct tally *tally, const struct event *event)
{
	if (event->points.count)
		count_cited(tally, event->passages);
	else
		count_claim(tally, event->passages);
	for (int i = 0; i < event->points.count; i++)
		count_point(tally,
			    &tally->dossier->points[event->points.first + (uint32_t)i]);
	count_date(tally, &event->date);
	for (int i = 0; i < event->date_claim_count; i++)
		count_date(tally, &event->date_claims[i].date);
	for (int i = 0; i < event->participant_count; i++)
		count_cited(tally, event->participants[i].passages);
}

static void count_description(struct tally *tally, const char *description,
			      struct refs passages)
{
	if (description)
		count_claim(tally, passages);
	else
		count_cited(tally, passages);
}

static void count_actor(struct tally *tally, const struct actor *actor)
{
	count_description(tally, actor->description, actor->passages);
	for (int i = 0; i < actor->office_count; i++) {
		count_claim(tally, actor->offices[i].passages);
		count_date(tally, &actor->offices[i].date);
	}
}

static void count_relation(struct tally *tally, const struct relation *relation)
{
	count_claim(tally, relation->passages);
	count_date(tally, &relation->date);
}

static bool has_any_text(const struct tally *tally)
{
	for (int i = 0; i < tally->dossier->counts[KIND_REFERENCE]; i++)
		if (tally->texts->sources[i].bytes)
			return true;
	return false;
}

/* Are there texts, but not the one of this source? */
static bool lacks_text(const struct tally *tally, struct ref source)
{
	struct ref whole = dossier_text_of(tally->dossier, source);

	return tally->texts && tally->texts->sources &&
	       (ref_is_none(whole) || !tally->texts->sources[whole.index].bytes) &&
	       has_any_text(tally);
}

static void count_source(struct tally *tally, struct ref source)
{
	int count;
	const struct backlink *links = dossier_backlinks(tally->dossier, source, &count);

	for (int i = 0; i < count; i++)
		if (links[i].from.kind == KIND_PASSAGE && !strcmp(links[i].as, "source"))
			count_cited(tally, (struct refs){ &links[i].from, 1 });
	tally->bare += tally->borne_out && lacks_text(tally, source);
}

static enum evidence verdict(const struct tally *tally)
{
	if (tally->is_broken)
		return EVIDENCE_BROKEN;
	if (!tally->borne_out)
		return tally->bare ? EVIDENCE_CURATOR : EVIDENCE_NONE_NEEDED;
	return tally->bare ? EVIDENCE_PARTLY : EVIDENCE_FULL;
}

enum evidence evidence_of(const struct dossier *dossier, const struct texts *texts,
			  struct ref ref)
{
	struct tally tally = { .dossier = dossier, .texts = texts };

	if (ref_is_none(ref))
		return EVIDENCE_NONE_NEEDED;
	assert(ref.kind < KIND_COUNT && ref.index < (uint32_t)dossier->counts[ref.kind]);
	if (ref.kind == KIND_EVENT)
		count_event(&tally, &dossier->events[ref.index]);
	else if (ref.kind == KIND_POINT)
		count_point(&tally, &dossier->points[ref.index]);
	else if (ref.kind == KIND_ACTOR)
		count_actor(&tally, &dossier->actors[ref.index]);
	else if (ref.kind == KIND_PLACE)
		count_description(&tally, dossier->places[ref.index].description,
				  dossier->places[ref.index].passages);
	else if (ref.kind == KIND_RELATION)
		count_relation(&tally, &dossier->relations[ref.index]);
	else if (ref.kind == KIND_PASSAGE)
		count_cited(&tally, (struct refs){ &ref, 1 });
	else if (ref.kind == KIND_REFERENCE)
		count_source(&tally, ref);
	return verdict(&tally);
}

const char *evidence_sign(enum evidence evidence, bool ascii)
{
	static const struct {
		const char *utf8, *ascii;
	} signs[EVIDENCE_COUNT] = {
		[EVIDENCE_NONE_NEEDED] = { " ", " " }, [EVIDENCE_FULL] = { "●", "*" },
		[EVIDENCE_PARTLY] = { "◐", "+" },      [EVIDENCE_CURATOR] = { "○", "o" },
		[EVIDENCE_BROKEN] = { "×", "x" },
	};

	assert(evidence >= 0 && evidence < EVIDENCE_COUNT);
	return ascii ? signs[evidence].ascii : signs[evidence].utf8;
}
