#include "config.h"

#include "model/words.h"

#include <string.h>

#include "model/terms.h"

const struct when *words_when(const struct dossier *dossier, struct ref ref)
{
	struct ref home = dossier_home(dossier, ref);

	if (home.kind == KIND_EVENT)
		return &dossier->events[home.index].date;
	if (home.kind == KIND_RELATION)
		return &dossier->relations[home.index].date;
	if (home.kind == KIND_REFERENCE)
		return &dossier->references[home.index].issued;
	return NULL;
}

/* clang-format off */
static const char *const kind_words[KIND_COUNT] = {
	[KIND_NONE]          = "",
	[KIND_ACTOR]         = "actor",
	[KIND_PLACE]         = "place",
	[KIND_EVENT]         = "event",
	[KIND_POINT]         = "point",
	[KIND_RELATION]      = "relation",
	[KIND_PASSAGE]       = "passage",
	[KIND_REFERENCE]     = "source",
	[KIND_THREAD]        = "thread",
	[KIND_VIEW]          = "view",
	[KIND_RELATION_TYPE] = "relation type",
};
/* clang-format on */

const char *words_title(const struct dossier *dossier, struct ref ref,
			struct arena *arena)
{
	const struct relation *relation =
		ref.kind == KIND_RELATION ? &dossier->relations[ref.index] : NULL;

	if (!relation || relation->text)
		return dossier_title(dossier, ref);
	return arena_printf(arena, "%s %s %s", dossier_title(dossier, relation->from),
			    dossier_title(dossier, relation->type),
			    dossier_title(dossier, relation->to));
}

const char *words_record(struct ref ref)
{
	return kind_words[ref.kind];
}

/* The label of a term, or `without` when it is not given. */
static const char *label_of(const struct vocabulary *vocabulary, int term,
			    const char *without)
{
	const char *label = vocabulary->terms[term].label;

	return term && label ? label : without;
}

/* Modes that say what is done; others say how, about what, or with what it is done. */
static bool is_act(const struct event *event)
{
	return event->mode == MODE_VISIT ||
	       (event->type != TYPE_CONSULT && event->type != TYPE_REQUEST &&
		event->type != TYPE_REJECT && event->type != TYPE_THREATEN &&
		event->type != TYPE_MOBILIZE);
}

static const char *event_words(const struct event *event, struct arena *arena)
{
	const char *type = event_types.terms[event->type].label;
	const char *mode = event_modes.terms[event->mode].label;

	if (!event->type)
		return kind_words[KIND_EVENT];
	if (!event->mode)
		return type;
	return is_act(event) ? mode : arena_printf(arena, "%s, %s", type, mode);
}

const char *words_kind(const struct dossier *dossier, struct ref ref, struct arena *arena)
{
	const char *word = kind_words[ref.kind];

	if (ref.kind == KIND_ACTOR)
		return label_of(&actor_kinds, dossier->actors[ref.index].kind, word);
	if (ref.kind == KIND_PLACE)
		return label_of(&features, dossier->places[ref.index].feature, word);
	if (ref.kind == KIND_POINT)
		return label_of(&point_kinds, dossier->points[ref.index].kind, word);
	if (ref.kind == KIND_EVENT)
		return event_words(&dossier->events[ref.index], arena);
	return word;
}

const char *words_part(const struct event *event, const struct participant *participant)
{
	bool is_visit = event->type == TYPE_CONSULT && event->mode == MODE_VISIT;

	if (is_visit && participant->role == PART_ACTOR)
		return "visitor";
	if (is_visit && participant->role == PART_RECIPIENT)
		return "host";
	return label_of(&parts, participant->role, "takes part");
}

/* clang-format off */
static const struct pair backlink_words[] = {
	{ "participants", "takes part" },
	{ "by",           "speaks" },
	{ "to",           "is addressed" },
	{ "speaker",      "is quoted" },
	{ "offices",      "has an office there" },
	{ "of",           "has an office there" },
	{ "place",        "happens there" },
	{ "within",       "is within it" },
	{ "part_of",      "is part of it" },
	{ "source",       "is taken from it" },
	{ "steps",        "passes through it" },
	{ "ref",          "passes through it" },
	{ "type",         "is of this type" },
	{ "from",         "starts from it" },
};
/* clang-format on */

static const char *part_in(const struct event *event, struct ref actor)
{
	for (int i = 0; i < event->participant_count; i++)
		if (ref_equal(event->participants[i].actor, actor))
			return words_part(event, &event->participants[i]);
	return "takes part";
}

const char *words_backlink(const struct dossier *dossier, const struct backlink *link,
			   struct ref ref)
{
	const size_t count = sizeof backlink_words / sizeof backlink_words[0];

	if (ref.kind == KIND_PASSAGE)
		return "cites it";
	if (link->from.kind == KIND_EVENT && ref.kind == KIND_ACTOR)
		return part_in(&dossier->events[link->from.index], ref);
	for (size_t i = 0; i < count; i++)
		if (!strcmp(link->as, backlink_words[i].key))
			return backlink_words[i].value;
	return link->as;
}

bool words_edge(const struct dossier *dossier, const struct backlink *link,
		struct edge *edge)
{
	if (link->from.kind != KIND_RELATION ||
	    (strcmp(link->as, "from") && strcmp(link->as, "to")))
		return false;
	const struct relation *relation = &dossier->relations[link->from.index];
	bool outward = !strcmp(link->as, "from");
	const struct relation_type *type =
		ref_is_none(relation->type)
			? NULL
			: &dossier->relation_types[relation->type.index];
	const char *label = type ? (outward ? type->label : type->inverse) : NULL;

	*edge = (struct edge){ .relation = link->from,
			       .other = outward ? relation->to : relation->from,
			       .label = label ? label : "is related to",
			       .is_outward = outward };
	return true;
}
