#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "load/load.h"
#include "model/office.h"
#include "model/words.h"
#include "query/query.h"

/*
 * Random queries over random dossiers, against an evaluator that looks at one record
 * at a time and knows nothing of indexes.
 */

enum {
	DOSSIERS = 12,
	QUERIES = 120,
	ACTORS = 7, /* a0 to a2 are states, the others persons with an office */
	PLACES = 5,
	SOURCES = 3,
	PASSAGES = 9,
	EVENTS = 14,
	VIEWS = 3,
	WORDS = 6,
	DEPTH = 4
};

struct random {
	unsigned state;
	int view_count; /* the views that a query may ask for */
};

static int below(struct random *random, int count)
{
	random->state = random->state * 1103515245u + 12345u;
	return (int)(random->state >> 16 & 0x7fff) % count;
}

/* --- A dossier --- */

/* clang-format off */
static const char *const dates[] = { "2001", "2003-05", "2004~", "2005?", "200X", "2001/2004", "2003/..", "/2002",
				     "[2002,2006]", "{2001,2007}", "2002-12-31", "2006%" };
static const char *const words[WORDS] = { "amber", "birch", "cedar", "delta", "ember", "flint" };
static const char *const types[] = { "CONSULT", "REQUEST", "AID" };
static const char *const roles[] = { "actor", "recipient", "observer" };
static const char *const kinds[] = { "topic", "request", "commitment" };
static const char *const statuses[] = { "open", "broken", "fulfilled" };
/* clang-format on */
#define PICK(random, list) list[below(random, sizeof(list) / sizeof *(list))]

static void write_heads(struct random *random, struct buf *out)
{
	buf_str(out, "dossier: {title: T, format: 1}\nactors:\n");
	for (int i = 0; i < ACTORS; i++) {
		buf_printf(out, "- {id: a%d, kind: %s, name: Name%d", i,
			   i < 3 ? "state" : "person", i);
		if (i >= 3)
			buf_printf(out,
				   ", offices: [{title: Chief%d, of: a%d, date: '%s'}]",
				   i, below(random, 3), PICK(random, dates));
		buf_str(out, "}\n");
	}
	buf_str(out, "places:\n");
	for (int i = 0; i < PLACES; i++) {
		buf_printf(out, "- {id: p%d, name: Place%d", i, i);
		if (i && below(random, 2))
			buf_printf(out, ", within: p%d", below(random, i));
		buf_str(out, "}\n");
	}
	buf_str(out, "references:\n");
	for (int i = 0; i < SOURCES; i++) {
		buf_printf(out, "- {id: r%d, type: webpage, title: R, issued: %d", i,
			   2001 + i);
		if (i && below(random, 2))
			buf_printf(out, ", custom: {within: r%d}", below(random, i));
		buf_str(out, "}\n");
	}
	buf_str(out, "passages:\n");
	for (int i = 0; i < PASSAGES; i++)
		buf_printf(out, "- {id: q%d, source: r%d, exact: %s%s}\n", i,
			   below(random, SOURCES), PICK(random, words),
			   below(random, 3) ? "" : ", damaged: a year");
}

static void write_points(struct random *random, int event, struct buf *out)
{
	int count = below(random, 4);

	buf_printf(out, "  points:%s\n", count ? "" : " []");
	for (int i = 0; i < count; i++) {
		buf_printf(out, "  - {id: e%d-%d, kind: %s, text: %s, by: a%d", event, i,
			   PICK(random, kinds), PICK(random, words),
			   below(random, ACTORS));
		if (below(random, 2))
			buf_printf(out, ", to: a%d", below(random, ACTORS));
		if (below(random, 2))
			buf_printf(out, ", status: %s", PICK(random, statuses));
		else if (!below(random, 3))
			buf_printf(out,
				   ", status: {status: %s, supplied: true, basis: b}",
				   PICK(random, statuses));
		if (!below(random, 6))
			buf_str(out, ", outcome: {text: o, supplied: true, basis: b}");
		if (below(random, 2))
			buf_printf(out, ", passages: [q%d]", below(random, PASSAGES));
		buf_str(out, "}\n");
	}
}

static void write_event(struct random *random, int i, struct buf *out)
{
	const char *type = PICK(random, types);

	buf_printf(out, "- id: e%d\n  title: %s\n  type: %s\n", i, PICK(random, words),
		   type);
	if (below(random, 2) && !strcmp(type, "CONSULT"))
		buf_str(out, "  mode: visit\n");
	buf_printf(out, "  date: {edtf: '%s', supplied: %s, basis: b}\n",
		   PICK(random, dates), below(random, 2) ? "true" : "false");
	if (below(random, 3))
		buf_printf(out, "  place: p%d\n", below(random, PLACES));
	if (!below(random, 3))
		buf_str(out, "  status: planned\n");
	if (below(random, 2))
		buf_printf(out, "  tags: [tag%d]\n", below(random, 3));
	if (!below(random, 3))
		buf_printf(out, "  passages: [q%d]\n", below(random, PASSAGES));
	buf_str(out, "  participants:\n");
	for (int j = below(random, 3); j >= 0; j--)
		buf_printf(out, "  - {actor: a%d, role: %s}\n", below(random, ACTORS),
			   PICK(random, roles));
	write_points(random, i, out);
}

static void write_dossier(struct random *random, struct buf *out)
{
	write_heads(random, out);
	buf_str(out, "events:\n");
	for (int i = 0; i < EVENTS; i++)
		write_event(random, i, out);
	buf_str(out, "relations:\n");
	for (int i = 0; i < 6; i++)
		buf_printf(out, "- {id: l%d, type: %s, from: e%d, to: e%d}\n", i,
			   below(random, 2) ? "follows" : "part-of",
			   below(random, EVENTS / 2),
			   EVENTS / 2 + below(random, EVENTS / 2));
	buf_str(out, "threads:\n");
	for (int i = 0; i < 2; i++) {
		buf_printf(out, "- id: t%d\n  title: T\n  steps:\n", i);
		for (int j = 0; j < 5; j++)
			buf_printf(out, "  - {ref: e%d}\n", below(random, EVENTS));
		for (int j = 0; j < 3; j++)
			buf_printf(out, "  - {ref: e%d-0}\n", below(random, EVENTS));
	}
}

/* --- An expression --- */

enum shape { TERM, NOT, ALL, ANY };

struct tree {
	enum shape shape;
	enum query_field field;
	const char *values[2];
	int value_count;
	struct tree *children[3];
	int child_count;
};

/* clang-format off */
static const char *const some_roles[] = { "actor", "recipient", "observer", "visitor", "host" };
static const char *const some_dates[] = { "2001", "2003-05", "2002/2004", "200X", "2005/.." };
static const char *const answers[] = { "yes", "no" };
/* clang-format on */

static const char *random_value(struct random *random, enum query_field field,
				struct arena *arena)
{
	switch ((int)field) {
	case QUERY_ACTOR:
		return arena_printf(arena, "a%d", below(random, ACTORS));
	case QUERY_ROLE:
		return PICK(random, some_roles);
	case QUERY_OFFICE:
		return arena_printf(arena, "Chief%d", 3 + below(random, ACTORS - 3));
	case QUERY_YEAR:
		return arena_printf(arena, below(random, 2) ? "%d" : "%d..2004",
				    2001 + below(random, 4));
	case QUERY_DATE:
		return PICK(random, some_dates);
	case QUERY_PLACE:
		return arena_printf(arena, "p%d", below(random, PLACES));
	case QUERY_TYPE:
		return PICK(random, types);
	case QUERY_MODE:
	case QUERY_STATE:
		return field == QUERY_MODE ? "visit" : "unchecked";
	case QUERY_KIND:
		return PICK(random, kinds);
	case QUERY_THREAD:
		return arena_printf(arena, "t%d", below(random, 2));
	case QUERY_VIEW:
		return arena_printf(arena, "v%d", below(random, random->view_count));
	case QUERY_SOURCE:
		return arena_printf(arena, "r%d", below(random, SOURCES));
	case QUERY_STATUS:
		return below(random, 4) ? PICK(random, statuses) : "planned";
	case QUERY_RELATION:
		return below(random, 2) ? "follows" : "part-of";
	case QUERY_ID:
		return arena_printf(arena, "e%d", below(random, EVENTS));
	case QUERY_SUPPLIED:
	case QUERY_DAMAGED:
	case QUERY_QUOTED:
		return PICK(random, answers);
	default:
		return PICK(random, words);
	}
}

static struct tree *random_tree(struct random *random, int depth, struct arena *arena)
{
	struct tree *tree = arena_alloc(arena, sizeof *tree);

	tree->shape = depth ? (enum shape)below(random, 4) : TERM;
	if (tree->shape == TERM) {
		/* A tag may be one that no event has. */
		do
			tree->field = (enum query_field)below(random, QUERY_FIELD_COUNT);
		while (tree->field == QUERY_TAG ||
		       (tree->field == QUERY_VIEW && !random->view_count));
		bool is_date = tree->field == QUERY_YEAR || tree->field == QUERY_DATE;

		tree->value_count = is_date ? 1 : 1 + below(random, 2);
		for (int i = 0; i < tree->value_count; i++)
			tree->values[i] = random_value(random, tree->field, arena);
		return tree;
	}
	tree->child_count = tree->shape == NOT ? 1 : 2 + below(random, 2);
	for (int i = 0; i < tree->child_count; i++)
		do
			tree->children[i] = random_tree(random, depth - 1, arena);
		while (tree->shape == NOT && tree->children[i]->shape == NOT);
	return tree;
}

static void print(const struct tree *tree, struct buf *out)
{
	if (tree->shape == TERM && tree->field)
		buf_printf(out, "%s:", query_fields[tree->field].name);
	for (int i = 0; i < tree->value_count; i++)
		buf_printf(out, "%s%s", i ? "," : "", tree->values[i]);
	if (tree->shape == TERM)
		return;
	buf_char(out, tree->shape == NOT ? '-' : '(');
	for (int i = 0; i < tree->child_count; i++) {
		if (i)
			buf_str(out, tree->shape == ANY ? " OR " : " ");
		print(tree->children[i], out);
	}
	if (tree->shape != NOT)
		buf_char(out, ')');
}

/* --- The naive evaluator --- */

enum topic { ABOUT_RECORD, ABOUT_POINT, ABOUT_TAKER, ABOUT_PASSAGE };

struct piece {
	struct ref point, actor, passage;
	enum part role;
};

/* A record, and the parts of it that a field is about. */
struct subject {
	const struct dossier *dossier;
	struct tree *const *views; /* what they ask */
	struct ref record;
	struct piece parts[64];
	int count;
};

static enum topic about_of(enum query_field field)
{
	switch ((int)field) {
	case QUERY_KIND:
	case QUERY_STATUS:
	case QUERY_SUPPLIED:
		return ABOUT_POINT;
	case QUERY_ACTOR:
	case QUERY_ROLE:
	case QUERY_OFFICE:
		return ABOUT_TAKER;
	case QUERY_SOURCE:
	case QUERY_DAMAGED:
	case QUERY_STATE:
		return ABOUT_PASSAGE;
	default:
		return ABOUT_RECORD;
	}
}

static void add_part(struct subject *subject, struct piece part)
{
	ck_assert_int_lt(subject->count, 64);
	subject->parts[subject->count++] = part;
}

static void add_refs(struct subject *subject, const struct refs *refs, bool is_passage)
{
	for (int i = 0; i < refs->count; i++)
		add_part(subject, is_passage ? (struct piece){ .passage = refs->at[i] }
					     : (struct piece){ .actor = refs->at[i] });
}

static void add_point(struct subject *subject, struct ref ref, enum topic about)
{
	const struct point *point = &subject->dossier->points[ref.index];

	if (about == ABOUT_POINT)
		add_part(subject, (struct piece){ .point = ref });
	if (about == ABOUT_TAKER) {
		add_refs(subject, &point->by, false);
		add_refs(subject, &point->to, false);
	}
	if (about == ABOUT_PASSAGE)
		add_refs(subject, &point->passages, true);
}

static void split(struct subject *subject, enum topic about)
{
	const struct event *event =
		subject->record.kind == KIND_EVENT
			? &subject->dossier->events[subject->record.index]
			: NULL;

	subject->count = 0;
	add_part(subject, (struct piece){ 0 });
	if (subject->record.kind == KIND_POINT)
		add_point(subject, subject->record, about);
	if (!event)
		return;
	for (int i = 0; about == ABOUT_TAKER && i < event->participant_count; i++)
		add_part(subject, (struct piece){ .actor = event->participants[i].actor,
						  .role = event->participants[i].role });
	if (about == ABOUT_PASSAGE)
		add_refs(subject, &event->passages, true);
	for (uint32_t i = 0; i < (uint32_t)event->points.count; i++)
		add_point(subject, (struct ref){ KIND_POINT, event->points.first + i },
			  about);
}

static bool is_id(const struct subject *subject, struct ref ref, const char *id)
{
	const struct record *record = dossier_record(subject->dossier, ref);

	return record && !strcmp(record->id, id);
}

static const struct event *event_of(const struct subject *subject)
{
	return &subject->dossier
			->events[dossier_home(subject->dossier, subject->record).index];
}

static enum truth has_actor(const struct subject *subject, const struct piece *part,
			    const char *id)
{
	enum truth best = is_id(subject, part->actor, id) ? TRUTH_YES : TRUTH_NO;

	if (ref_is_none(part->actor))
		return TRUTH_NO;
	const struct actor *actor = &subject->dossier->actors[part->actor.index];

	for (int i = 0; i < actor->office_count; i++) {
		enum truth held =
			office_held(&actor->offices[i], &event_of(subject)->date.extent);

		if (is_id(subject, actor->offices[i].of, id) && held > best)
			best = held;
	}
	return best;
}

static enum truth has_office(const struct subject *subject, const struct piece *part,
			     const char *title)
{
	if (ref_is_none(part->actor))
		return TRUTH_NO;
	const struct actor *actor = &subject->dossier->actors[part->actor.index];

	return actor->office_count && !strcmp(actor->offices[0].title, title)
		       ? office_held(&actor->offices[0], &event_of(subject)->date.extent)
		       : TRUTH_NO;
}

static bool has_role(const struct subject *subject, const struct piece *part,
		     const char *role)
{
	bool is_visit = event_of(subject)->mode == MODE_VISIT;

	if (!strcmp(role, "visitor"))
		return is_visit && part->role == PART_ACTOR;
	if (!strcmp(role, "host"))
		return is_visit && part->role == PART_RECIPIENT;
	return part->role && !strcmp(parts.terms[part->role].name, role);
}

/* A year, or a range that ends with one; else a date. */
static enum truth has_days(const struct subject *subject, enum query_field field,
			   const char *value)
{
	const struct date_extent *extent = &event_of(subject)->date.extent;
	struct arena arena = { 0 };

	if (field == QUERY_YEAR)
		return date_extent_within(
			extent, day_of(atoi(value), 1, 1),
			day_of(atoi(strstr(value, "..") ? strstr(value, "..") + 2
							: value),
			       12, 31));
	struct date_extent days =
		date_extent(date_parse(&arena, value, strlen(value), NULL));

	arena_clear(&arena);
	return date_extent_within(extent, days.start_min, days.end_max);
}

static bool has_place(const struct subject *subject, const char *id)
{
	for (struct ref place = event_of(subject)->place; !ref_is_none(place);
	     place = subject->dossier->places[place.index].within)
		if (is_id(subject, place, id))
			return true;
	return false;
}

static bool is_step(const struct subject *subject, struct ref record, const char *id)
{
	const struct thread *thread =
		&subject->dossier->threads[dossier_find(subject->dossier, id).index];

	for (int i = 0; i < thread->step_count; i++)
		if (ref_equal(thread->steps[i].ref, record))
			return true;
	return false;
}

static bool has_thread(const struct subject *subject, const char *id)
{
	struct ref home = dossier_home(subject->dossier, subject->record);
	struct span points = event_of(subject)->points;

	if (is_step(subject, subject->record, id) || is_step(subject, home, id))
		return true;
	for (uint32_t i = 0;
	     subject->record.kind == KIND_EVENT && i < (uint32_t)points.count; i++)
		if (is_step(subject, (struct ref){ KIND_POINT, points.first + i }, id))
			return true;
	return false;
}

static bool has_relation(const struct subject *subject, const char *id)
{
	for (int i = 0; i < subject->dossier->counts[KIND_RELATION]; i++) {
		const struct relation *relation = &subject->dossier->relations[i];

		if (is_id(subject, relation->type, id) &&
		    (ref_equal(relation->from, subject->record) ||
		     ref_equal(relation->to, subject->record)))
			return true;
	}
	return false;
}

static bool text_of(const struct subject *subject, const char *word, bool is_title)
{
	struct subject copy = *subject;

	if (!strcmp(dossier_title(subject->dossier, subject->record), word))
		return true;
	split(&copy, ABOUT_PASSAGE);
	for (int i = 1; !is_title && i < copy.count; i++)
		if (!strcmp(dossier_title(subject->dossier, copy.parts[i].passage), word))
			return true;
	split(&copy, ABOUT_POINT);
	for (int i = 1; !is_title && i < copy.count; i++)
		if (!strcmp(dossier_title(subject->dossier, copy.parts[i].point), word))
			return true;
	return false;
}

static bool has_passage(const struct subject *subject, bool is_damaged)
{
	struct subject copy = *subject;

	split(&copy, ABOUT_PASSAGE);
	for (int i = 1; i < copy.count; i++)
		if (!is_damaged ||
		    subject->dossier->passages[copy.parts[i].passage.index].damaged)
			return true;
	return false;
}

static bool is_supplied(const struct point *point)
{
	return point->due.supplied || point->status.supplied || point->outcome.supplied;
}

/* A date is supplied for the record and its points; the rest for a point alone. */
static bool has_supplied(const struct subject *subject, const struct piece *part,
			 const char *value)
{
	struct subject copy = *subject;
	bool is_any = event_of(subject)->date.supplied, is_own = is_any;

	split(&copy, ABOUT_POINT);
	for (int i = 1; i < copy.count; i++)
		is_any |=
			is_supplied(&subject->dossier->points[copy.parts[i].point.index]);
	if (!strcmp(value, "no"))
		return !is_any;
	return is_own || (!ref_is_none(part->point) &&
			  is_supplied(&subject->dossier->points[part->point.index]));
}

static bool has_id(const struct subject *subject, const char *id)
{
	return is_id(subject, subject->record, id);
}

/* Of a passage, or with none of the record. */
static bool has_of_passage(const struct subject *subject, const struct piece *part,
			   enum query_field field, const char *value)
{
	if (field == QUERY_DAMAGED && !strcmp(value, "no"))
		return !has_passage(subject, true);
	if (ref_is_none(part->passage))
		return false;
	const struct passage *passage = &subject->dossier->passages[part->passage.index];

	struct ref source = passage->source;

	if (field == QUERY_SOURCE) {
		while (!ref_is_none(source) && !is_id(subject, source, value))
			source = subject->dossier->references[source.index].within;
		return !ref_is_none(source);
	}
	return field == QUERY_STATE || passage->damaged;
}

static bool has_of_point(const struct subject *subject, const struct piece *part,
			 enum query_field field, const char *value)
{
	if (field == QUERY_SUPPLIED)
		return has_supplied(subject, part, value);
	const struct point *point =
		ref_is_none(part->point) ? NULL
					 : &subject->dossier->points[part->point.index];

	if (field == QUERY_STATUS && event_of(subject)->status == EVENT_PLANNED &&
	    !strcmp(value, "planned"))
		return true;
	if (!point)
		return false;
	const char *name = field == QUERY_KIND
				   ? point_kinds.terms[point->kind].name
				   : point_statuses.terms[point->status.term].name;

	return name && !strcmp(name, value);
}

static enum truth has(const struct subject *subject, const struct piece *part,
		      enum query_field field, const char *value)
{
	const struct event *event = event_of(subject);
	bool has = false;

	if (field == QUERY_ACTOR)
		return has_actor(subject, part, value);
	if (field == QUERY_OFFICE)
		return has_office(subject, part, value);
	if (field == QUERY_YEAR || field == QUERY_DATE)
		return has_days(subject, field, value);
	if (about_of(field) == ABOUT_POINT)
		has = has_of_point(subject, part, field, value);
	else if (about_of(field) == ABOUT_PASSAGE)
		has = has_of_passage(subject, part, field, value);
	else if (field == QUERY_ROLE)
		has = has_role(subject, part, value);
	else if (field == QUERY_PLACE)
		has = has_place(subject, value);
	else if (field == QUERY_TYPE)
		has = !strcmp(event_types.terms[event->type].name, value);
	else if (field == QUERY_MODE)
		has = event->mode == MODE_VISIT;
	else if (field == QUERY_THREAD)
		has = has_thread(subject, value);
	else if (field == QUERY_RELATION)
		has = has_relation(subject, value);
	else if (field == QUERY_QUOTED)
		has = has_passage(subject, false) == !strcmp(value, "yes");
	else if (field == QUERY_ID)
		has = has_id(subject, value);
	else
		has = text_of(subject, value, field == QUERY_TITLE);
	return has ? TRUTH_YES : TRUTH_NO;
}

/* What a tree is about as a whole: a part, when all its terms are and none is negated. */
static enum topic about(const struct tree *tree)
{
	if (tree->shape == TERM)
		return about_of(tree->field);
	enum topic first = tree->shape == ANY ? about(tree->children[0]) : ABOUT_RECORD;

	for (int i = 1; i < tree->child_count; i++)
		if (about(tree->children[i]) != first)
			return ABOUT_RECORD;
	return first;
}

static enum truth naive(const struct tree *tree, const struct subject *subject);

static enum truth of_part(const struct tree *tree, const struct subject *subject,
			  const struct piece *part)
{
	enum truth best = TRUTH_NO;

	for (int i = 0; i < tree->value_count; i++) {
		const char *value = tree->values[i];
		enum truth truth =
			tree->field == QUERY_VIEW
				? naive(subject->views[value[1] - '0'], subject)
				: has(subject, part, tree->field, value);

		best = truth > best ? truth : best;
	}
	for (int i = 0; i < tree->child_count; i++) {
		enum truth truth = of_part(tree->children[i], subject, part);

		best = truth > best ? truth : best;
	}
	return best;
}

static bool names_field(const struct tree *tree, enum query_field field)
{
	if (tree->shape == TERM)
		return tree->field == field;
	for (int i = 0; i < tree->child_count; i++)
		if (names_field(tree->children[i], field))
			return true;
	return false;
}

static bool share_field(const struct tree *a, const struct tree *b)
{
	for (int field = 0; field < QUERY_FIELD_COUNT; field++)
		if (names_field(a, (enum query_field)field) &&
		    names_field(b, (enum query_field)field))
			return true;
	return false;
}

/* Does some part have all of the trees first..end that are about such parts? */
static enum truth of_set(struct tree *const *trees, int first, int end,
			 const struct subject *subject)
{
	struct subject copy = *subject;
	enum truth best = TRUTH_NO;

	split(&copy, about(trees[first]));
	for (int i = 0; i < copy.count; i++) {
		enum truth least = TRUTH_YES;

		for (int j = first; j < end; j++) {
			if (about(trees[j]) != about(trees[first]))
				continue;
			enum truth own = of_part(trees[j], subject, &copy.parts[0]);
			enum truth truth = of_part(trees[j], subject, &copy.parts[i]);

			truth = own > truth ? own : truth;
			least = truth < least ? truth : least;
		}
		best = least > best ? least : best;
	}
	return best;
}

static enum truth naive_all(struct tree *const *trees, int count,
			    const struct subject *subject)
{
	enum truth least = TRUTH_YES;
	bool done[3] = { false };

	for (int i = 0; i < count; i++) {
		enum truth truth;
		int end = i + 1;

		if (done[i])
			continue;
		if (about(trees[i]) == ABOUT_RECORD) {
			truth = naive(trees[i], subject);
		} else {
			bool is_over = false;

			for (int j = i + 1; j < count && !is_over; j++) {
				if (about(trees[j]) != about(trees[i]))
					continue;
				for (int k = i; k < j; k++)
					is_over |= about(trees[k]) == about(trees[i]) &&
						   share_field(trees[k], trees[j]);
				done[j] = !is_over;
				end = is_over ? end : j + 1;
			}
			truth = of_set(trees, i, end, subject);
		}
		least = truth < least ? truth : least;
	}
	return least;
}

static enum truth naive(const struct tree *tree, const struct subject *subject)
{
	enum truth best = TRUTH_NO;

	if (tree->shape == TERM && about(tree) == ABOUT_RECORD)
		return of_part(tree, subject, &(struct piece){ 0 });
	if (tree->shape == TERM)
		return of_set((struct tree *[]){ (struct tree *)tree }, 0, 1, subject);
	if (tree->shape == ALL)
		return naive_all(tree->children, tree->child_count, subject);
	for (int i = 0; i < tree->child_count; i++) {
		enum truth truth = naive(tree->children[i], subject);

		best = truth > best ? truth : best;
	}
	if (tree->shape == NOT)
		return best == TRUTH_YES  ? TRUTH_NO
		       : best == TRUTH_NO ? TRUTH_YES
					  : TRUTH_MAYBE;
	return best;
}

/* --- The tests --- */

/* A dossier, its index, and the records that are asked about. */
struct fixture {
	struct dossier dossier;
	struct query_index *index;
	struct arena arena;
	struct ref *refs;
	int count;
	struct tree *views[VIEWS];
};

/* Each view may ask for those before it; the last is the reader's own. */
static void write_views(struct fixture *fixture, struct random *random, struct buf *out)
{
	buf_str(out, "views:\n");
	for (int i = 0; i < VIEWS - 1; i++) {
		random->view_count = i;
		fixture->views[i] = random_tree(random, 1 + i, &fixture->arena);
		buf_printf(out, "- {id: v%d, title: View%d, query: '", i, i);
		print(fixture->views[i], out);
		buf_str(out, "'}\n");
	}
}

static void save_view(struct fixture *fixture, struct random *random)
{
	struct buf text = BUF_INIT;

	random->view_count = VIEWS - 1;
	fixture->views[VIEWS - 1] = random_tree(random, 2, &fixture->arena);
	print(fixture->views[VIEWS - 1], &text);
	query_index_set_views(fixture->index, &(struct query_saved){ "v2", text.bytes },
			      1);
	random->view_count = VIEWS;
	buf_release(&text);
}

static void setup(struct fixture *fixture, struct random *random)
{
	struct diags diags = { 0 };
	struct buf text = BUF_INIT;

	*fixture = (struct fixture){ 0 };
	diags.arena = &fixture->arena;
	write_dossier(random, &text);
	write_views(fixture, random, &text);
	load_text(&(struct load_source){ "random", text.bytes, text.len },
		  &fixture->dossier, &diags);
	ck_assert_int_eq(fixture->dossier.counts[KIND_EVENT], EVENTS);
	buf_release(&text);
	fixture->index = query_index_new(&fixture->dossier, NULL);
	save_view(fixture, random);
	int points = fixture->dossier.counts[KIND_POINT];

	fixture->refs = arena_array(&fixture->arena, (size_t)(EVENTS + points),
				    sizeof *fixture->refs);
	/* Of both kinds in turn, points first. */
	for (int i = 0; i < EVENTS || i < points; i++) {
		if (i < points)
			fixture->refs[fixture->count++] =
				(struct ref){ KIND_POINT, (uint32_t)i };
		if (i < EVENTS)
			fixture->refs[fixture->count++] =
				(struct ref){ KIND_EVENT, (uint32_t)i };
	}
}

static void teardown(struct fixture *fixture)
{
	query_index_free(fixture->index);
	dossier_release(&fixture->dossier);
	arena_clear(&fixture->arena);
}

/* The hits are those of the naive evaluator: sure ones, then possible ones, in order. */
static void check_hits(const struct fixture *fixture, const struct query *query,
		       const struct tree *tree, const char *text)
{
	struct query_view view = { query,
				   fixture->index,
				   { .refs = fixture->refs, .count = fixture->count } };
	struct arena arena = { 0 };
	struct query_hits hits;
	int n = 0, possible = 0;

	query_run(&view, &arena, &hits);
	for (int pass = TRUTH_YES; pass >= TRUTH_MAYBE; pass--)
		for (int i = 0; i < fixture->count; i++) {
			struct subject subject = { .dossier = &fixture->dossier,
						   .views = fixture->views,
						   .record = fixture->refs[i] };
			enum truth truth = naive(tree, &subject);

			ck_assert_msg(
				query_match(query, fixture->index, fixture->refs[i]) ==
					truth,
				"%s: %s is %d, expected %d", text,
				dossier_record(&fixture->dossier, fixture->refs[i])->id,
				query_match(query, fixture->index, fixture->refs[i]),
				truth);
			if (truth != (enum truth)pass)
				continue;
			ck_assert_int_lt(n, hits.count);
			ck_assert(ref_equal(hits.refs[n], fixture->refs[i]));
			ck_assert_int_eq(hits.positions[n], i);
			ck_assert_int_eq(hits.truths[n++], pass);
			possible += pass == TRUTH_MAYBE;
		}
	ck_assert_int_eq(n, hits.count);
	ck_assert_int_eq(possible, hits.possible_count);
	arena_clear(&arena);
}

/* What is printed reads back as the same expression: it prints the same, and finds it. */
static void check_print(const struct fixture *fixture, const struct query *query,
			const struct tree *tree)
{
	struct query again = { 0 };
	struct buf first = BUF_INIT, second = BUF_INIT;

	query_print(query, &first);
	ck_assert_msg(query_add(&again, fixture->index, first.bytes, NULL), "%s",
		      first.bytes);
	query_print(&again, &second);
	ck_assert_str_eq(first.bytes, second.bytes);
	ck_assert_int_eq(query_count(query), query_count(&again));
	check_hits(fixture, &again, tree, first.bytes);
	query_release(&again);
	buf_release(&first);
	buf_release(&second);
}

START_TEST(random_queries_find_what_a_naive_evaluator_finds)
{
	struct random random = { .state = (unsigned)_i + 1 };
	struct fixture fixture;

	setup(&fixture, &random);
	for (int i = 0; i < QUERIES; i++) {
		struct arena arena = { 0 };
		struct tree *tree = random_tree(&random, i % DEPTH, &arena);
		struct query query = { 0 };
		struct query_fault fault;
		struct buf text = BUF_INIT;

		print(tree, &text);
		ck_assert_msg(query_add(&query, fixture.index, text.bytes, &fault),
			      "%s: %s", text.bytes, fault.message);
		check_hits(&fixture, &query, tree, text.bytes);
		check_print(&fixture, &query, tree);
		buf_release(&text);
		query_release(&query);
		arena_clear(&arena);
	}
	teardown(&fixture);
}
END_TEST

static void check_field(const struct query_view *view, enum query_field field)
{
	struct arena arena = { 0 };
	int count, possible;
	const struct facet *facets = query_facets(view, field, &arena, &count);

	for (int i = 0; i < count; i++) {
		struct query chosen = { 0 };
		struct query_view after = { &chosen, view->index, view->scope };
		const char *value = facets[i].value;

		query_copy(&chosen, view->query);
		ck_assert(query_choose(&chosen, view->index,
				       &(struct query_choice){ field, &value, 1 }));
		ck_assert_int_eq(query_count_hits(&after, &possible), facets[i].count);
		ck_assert_int_eq(possible, facets[i].possible_count);
		query_release(&chosen);
	}
	arena_clear(&arena);
}

START_TEST(random_facets_promise_what_choosing_gives)
{
	struct random random = { .state = (unsigned)_i + 1001 };
	struct fixture fixture;

	setup(&fixture, &random);
	for (int i = 0; i < QUERIES / 4; i++) {
		struct arena arena = { 0 };
		struct query query = { 0 };
		struct buf text = BUF_INIT;
		struct query_view view = { &query,
					   fixture.index,
					   { .refs = fixture.refs,
					     .count = fixture.count } };

		for (int j = below(&random, 4); j >= 0; j--) {
			print(random_tree(&random, below(&random, 3) / 2, &arena), &text);
			buf_char(&text, ' ');
		}
		ck_assert(query_add(&query, fixture.index, text.bytes, NULL));
		for (int j = 0; j < query_count(&query); j++)
			query_switch(&query, j, below(&random, 4));
		for (int field = 0; field < QUERY_FIELD_COUNT; field++)
			check_field(&view, (enum query_field)field);
		buf_release(&text);
		query_release(&query);
		arena_clear(&arena);
	}
	teardown(&fixture);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("query_random");
	TCase *query = tcase_create("random");

	tcase_set_timeout(query, 120);
	tcase_add_loop_test(query, random_queries_find_what_a_naive_evaluator_finds, 0,
			    DOSSIERS);
	tcase_add_loop_test(query, random_facets_promise_what_choosing_gives, 0,
			    DOSSIERS);
	suite_add_tcase(suite, query);
	return suite_main(suite);
}
