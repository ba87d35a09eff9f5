/* The format, but for the references (csl.c). */
#include "config.h"

#include "checks.h"
#include "field.h"
#include "unit.h"

#include <stddef.h>
#include <string.h>

#define AT(type, member) .at = offsetof(struct type, member)
#define COUNTED(type, member, number)                                                    \
	.at = offsetof(struct type, member), .count_at = offsetof(struct type, number)
#define OF(kind) (1u << KIND_##kind)
#define ANY                                                                              \
	(OF(ACTOR) | OF(PLACE) | OF(EVENT) | OF(POINT) | OF(RELATION) | OF(PASSAGE) |    \
	 OF(REFERENCE) | OF(THREAD))
#define FIELDS(table) .fields = (table), .count = sizeof(table) / sizeof(table)[0]
#define RECORD(type)                                                                     \
	.size = sizeof(struct type), .has_place = true,                                  \
	.place_at = offsetof(struct type, record.at)
#define REQUIRED .is_required = true

/* clang-format off */
#define ID(type) \
	{ "id", FIELD_ID, AT(type, record.id), REQUIRED, \
	  .help = "names the record; one of a kind in the whole dossier" }
#define PASSAGES(type) \
	{ "passages", FIELD_REFS, AT(type, passages), .kinds = OF(PASSAGE), \
	  .help = "the words of the sources that carry this" }

static const struct field about_fields[] = {
	{ "id",          FIELD_LINE,   AT(about, id),          .help = "a name for the dossier in other systems" },
	{ "title",       FIELD_LINE,   AT(about, title), REQUIRED, .help = "what it is called, in the first line of the screen" },
	{ "description", FIELD_TEXT,   AT(about, description), .help = "what it is about" },
	{ "language",    FIELD_LINE,   AT(about, language),    .help = "of the curator's words, after BCP 47: en" },
	{ "license",     FIELD_LINE,   AT(about, license),     .help = "of the curator's words: CC-BY-4.0" },
	{ "creator",     FIELD_LINE,   AT(about, creator),     .help = "who curates it" },
	{ "created",     FIELD_DATE,   AT(about, created),  .shape = &date_shape, .help = "when it was begun" },
	{ "modified",    FIELD_DATE,   AT(about, modified), .shape = &date_shape, .help = "when it was last worked on" },
	{ "format",      FIELD_FORMAT, AT(about, format),      .help = "the version of this format: 1" },
};
const struct shape about_shape = {
	.name = "dossier", .size = sizeof(struct about), FIELDS(about_fields),
	.has_place = true, .place_at = offsetof(struct about, at),
	.help = "What the whole is: one map in one of the files, after Dublin Core.",
};

#define DATE_FIELDS(type, when) \
	{ "supplied", FIELD_BOOL, AT(type, when supplied), .help = "true: no source says it, the curator does; shown in square brackets" }, \
	{ "basis",    FIELD_TEXT, AT(type, when basis),    .help = "where a supplied date comes from" }, \
	{ "note",     FIELD_TEXT, AT(type, when note),     .help = "what else is to say about the date" }, \
	{ "passages", FIELD_REFS, AT(type, when passages), .kinds = OF(PASSAGE), .help = "the words that give the date" }

static const struct field date_fields[] = {
	{ "edtf", FIELD_EDTF, .at = 0, REQUIRED, .help = "the date: 2022-12-12, 2005, 1990/.., 2001/2005, 2022-07~" },
	DATE_FIELDS(when, ),
};
const struct shape date_shape = {
	.name = "date", .size = sizeof(struct when), FIELDS(date_fields), .check = check_date,
	.help = "An EDTF date (ISO 8601-2), or this map.",
};

static const struct field claim_fields[] = {
	{ "edtf", FIELD_EDTF, AT(date_claim, date), REQUIRED, .help = "the date that a source gives" },
	DATE_FIELDS(date_claim, date.),
	{ "rank", FIELD_TERM, AT(date_claim, rank), .terms = &ranks, .help = "how it stands beside the others" },
};
static const struct shape claim_shape = {
	.name = "date claim", .size = sizeof(struct date_claim), FIELDS(claim_fields), .check = check_claim,
	.help = "A date that some source gives beside the one the event is filed under.",
};

static const struct field csl_date_fields[] = {
	{ "edtf",       FIELD_EDTF,       AT(csl_date, when),  .help = "the date in EDTF" },
	{ "date-parts", FIELD_DATE_PARTS, AT(csl_date, parts), .help = "or as CSL has it: [[2022, 12, 19]]" },
	{ "raw",        FIELD_EDTF,       AT(csl_date, when),  .help = "or as one string, in EDTF" },
	{ "literal",    FIELD_EDTF,       AT(csl_date, when),  .help = "or as one string, in EDTF" },
	{ "circa",      FIELD_BOOL,       AT(csl_date, circa), .help = "true: about that date" },
	DATE_FIELDS(csl_date, when.),
};
const struct shape csl_date_shape = {
	.name = "date", .size = sizeof(struct csl_date), FIELDS(csl_date_fields), .check = check_csl_date,
	.help = "An EDTF date, or a date of CSL.",
};

static const struct field office_fields[] = {
	{ "title",  FIELD_LINE, AT(office, title), REQUIRED, .help = "what the office is called: Foreign Minister" },
	{ "of",     FIELD_REF,  AT(office, of),     .kinds = OF(ACTOR), .help = "the state or organization it is an office of" },
	{ "date",   FIELD_DATE, AT(office, date),   .shape = &date_shape, .help = "when it was held: 2006/2010" },
	{ "status", FIELD_TERM, AT(office, status), .terms = &office_statuses, .help = "how it was held" },
	PASSAGES(office),
};
static const struct shape office_shape = {
	.name = "office", .size = sizeof(struct office), FIELDS(office_fields),
	.help = "An office that an actor holds or held, after Popolo.",
};

static const struct field actor_fields[] = {
	ID(actor),
	{ "kind",        FIELD_TERM,  AT(actor, kind), REQUIRED, .terms = &actor_kinds, .help = "what kind of actor it is" },
	{ "name",        FIELD_LINE,  AT(actor, name), REQUIRED, .help = "the name to show" },
	{ "names",       FIELD_TEXTS, AT(actor, names),       .help = "every other name: other scripts, spellings, short forms" },
	{ "sort_name",   FIELD_LINE,  AT(actor, sort_name),   .help = "the name to sort by: Norov, Vladimir" },
	{ "description", FIELD_TEXT,  AT(actor, description), .help = "who or what it is" },
	{ "offices",     FIELD_LIST,  COUNTED(actor, offices, office_count), .shape = &office_shape, .help = "the offices held" },
	{ "identifiers", FIELD_PAIRS, AT(actor, identifiers), .help = "ids in other systems: {wikidata: Q265}" },
	PASSAGES(actor),
};
const struct shape actor_shape = {
	.name = "actor", .kind = KIND_ACTOR, RECORD(actor), FIELDS(actor_fields),
	.help = "Who acts: a person, state, organization or group, after Popolo and FollowTheMoney.",
};

static const struct field place_fields[] = {
	ID(place_record),
	{ "name",        FIELD_LINE,  AT(place_record, name), REQUIRED, .help = "the name to show" },
	{ "names",       FIELD_TEXTS, AT(place_record, names),       .help = "every other name" },
	{ "description", FIELD_TEXT,  AT(place_record, description), .help = "what it is" },
	{ "feature",     FIELD_TERM,  AT(place_record, feature), .terms = &features, .help = "its GeoNames feature code" },
	{ "coordinates", FIELD_COORDINATES, AT(place_record, has_coordinates), .help = "[latitude, longitude] in decimal degrees, WGS 84" },
	{ "within",      FIELD_REF,   AT(place_record, within), .kinds = OF(PLACE), .help = "the place that it is a part of" },
	{ "identifiers", FIELD_PAIRS, AT(place_record, identifiers), .help = "ids in other systems: {geonames: 1512569}" },
	PASSAGES(place_record),
};
const struct shape place_shape = {
	.name = "place", .kind = KIND_PLACE, RECORD(place_record), FIELDS(place_fields),
	.help = "Where things happen, after GeoNames.",
};

static const struct field participant_fields[] = {
	{ "actor", FIELD_REF,  AT(participant, actor), REQUIRED, .kinds = OF(ACTOR), .help = "who takes part" },
	{ "role",  FIELD_TERM, AT(participant, role),  .terms = &parts, .help = "in which role: the visitor is the actor, the host the recipient" },
	{ "as",    FIELD_LINE, AT(participant, as),    .help = "in what capacity, where the office of the day does not tell" },
	PASSAGES(participant),
};
static const struct shape participant_shape = {
	.name = "participant", .size = sizeof(struct participant), FIELDS(participant_fields),
	.help = "One who takes part in an event, after PLOVER.",
};

#define BASIS_FIELDS(type, what) \
	{ "supplied", FIELD_BOOL, AT(type, supplied), .help = "true: no source says it, the curator does" }, \
	{ "basis",    FIELD_TEXT, AT(type, basis),    .help = "where a supplied " what " comes from" }, \
	{ "passages", FIELD_REFS, AT(type, passages), .kinds = OF(PASSAGE), .help = "the words that say it" }

static const struct field standing_fields[] = {
	{ "status", FIELD_TERM, AT(standing, term), REQUIRED, .terms = &point_statuses, .help = "the status of a commitment or a request" },
	BASIS_FIELDS(standing, "status"),
};
static const struct shape standing_shape = {
	.name = "status", .size = sizeof(struct standing), FIELDS(standing_fields), .check = check_standing,
	.help = "A status, or this map.",
};

static const struct field outcome_fields[] = {
	{ "text", FIELD_TEXT, AT(outcome, text), REQUIRED, .help = "the outcome, in words" },
	BASIS_FIELDS(outcome, "outcome"),
};
static const struct shape outcome_shape = {
	.name = "outcome", .size = sizeof(struct outcome), FIELDS(outcome_fields), .check = check_outcome,
	.help = "A text, or this map.",
};

static const struct field point_fields[] = {
	{ "id",       FIELD_ID,   AT(point, record.id), .help = "names the point, so that relations can; may be left out" },
	{ "kind",     FIELD_TERM, AT(point, kind), REQUIRED, .terms = &point_kinds, .help = "what kind of point it is" },
	{ "by",       FIELD_REFS, AT(point, by), .kinds = OF(ACTOR), .help = "who says, asks or promises it" },
	{ "to",       FIELD_REFS, AT(point, to), .kinds = OF(ACTOR), .help = "to whom" },
	{ "text",     FIELD_TEXT, AT(point, text), REQUIRED, .help = "the point, in the curator's words" },
	PASSAGES(point),
	{ "due",      FIELD_DATE, AT(point, due), .shape = &date_shape, .help = "when a commitment is to be kept" },
	{ "status",   FIELD_VALUE_OR_MAP, AT(point, status), .shape = &standing_shape, .help = "what came of a commitment or a request" },
	{ "outcome",  FIELD_VALUE_OR_MAP, AT(point, outcome), .shape = &outcome_shape, .help = "what came of it, in words" },
};
const struct shape point_shape = {
	.name = "point", .kind = KIND_POINT, RECORD(point), FIELDS(point_fields), .check = check_point,
	.help = "What was said, asked, promised or judged within an event.",
};

static const struct field event_fields[] = {
	ID(event),
	{ "title",        FIELD_LINE, AT(event, title), REQUIRED, .help = "what happened, in a line" },
	{ "date",         FIELD_DATE, AT(event, date), REQUIRED, .shape = &date_shape, .help = "when it happened" },
	{ "date_claims",  FIELD_LIST, COUNTED(event, date_claims, date_claim_count), .shape = &claim_shape, .help = "dates that sources give besides" },
	{ "place",        FIELD_REF,  AT(event, place), .kinds = OF(PLACE), .help = "where it happened" },
	{ "type",         FIELD_TERM, AT(event, type), .terms = &event_types, .help = "its PLOVER 2.0 event type" },
	{ "mode",         FIELD_TERM, AT(event, mode), .terms = &event_modes, .help = "its PLOVER 2.0 mode, one of those of the type" },
	{ "status",       FIELD_TERM, AT(event, status), .terms = &event_statuses, .help = "when it did not simply happen" },
	{ "participants", FIELD_LIST, COUNTED(event, participants, participant_count), .shape = &participant_shape, .help = "who took part" },
	{ "summary",      FIELD_TEXT, AT(event, summary), .help = "what happened, in a paragraph" },
	{ "points",       FIELD_RECORDS, AT(event, points), .shape = &point_shape, .help = "what was said, asked, promised, judged" },
	PASSAGES(event),
	{ "tags",         FIELD_TAGS, AT(event, tags), .help = "words to find it by" },
	{ "part_of",      FIELD_REF,  AT(event, part_of), .kinds = OF(EVENT), .help = "the larger event that it is a part of" },
};
const struct shape event_shape = {
	.name = "event", .kind = KIND_EVENT, RECORD(event), FIELDS(event_fields), .check = check_event,
	.help = "What happened; types, modes and roles after PLOVER 2.0.",
};

static const struct field relation_fields[] = {
	ID(relation),
	{ "type", FIELD_REF,  AT(relation, type), REQUIRED, .kinds = OF(RELATION_TYPE), .help = "how they hang together: follows, responds-to ..." },
	{ "from", FIELD_REF,  AT(relation, from), REQUIRED, .kinds = ANY, .help = "the record that it is said of" },
	{ "to",   FIELD_REF,  AT(relation, to), REQUIRED, .kinds = ANY, .help = "the record at the other end" },
	{ "date", FIELD_DATE, AT(relation, date), .shape = &date_shape, .help = "when it held" },
	{ "text", FIELD_TEXT, AT(relation, text), .help = "what is to say about it" },
	PASSAGES(relation),
};
const struct shape relation_shape = {
	.name = "relation", .kind = KIND_RELATION, RECORD(relation), FIELDS(relation_fields), .check = check_relation,
	.help = "That two records hang together, and how; with evidence of its own.",
};

static const struct field passage_fields[] = {
	ID(passage),
	{ "source",  FIELD_REF,  AT(passage, source), REQUIRED, .kinds = OF(REFERENCE), .help = "the reference that the words stand in" },
	{ "exact",   FIELD_TEXT, AT(passage, exact), REQUIRED, .help = "the words, exactly as they stand; at most 60 of them" },
	{ "prefix",  FIELD_TEXT, AT(passage, prefix),  .help = "the words right before, where the quotation is not unique" },
	{ "suffix",  FIELD_TEXT, AT(passage, suffix),  .help = "the words right after" },
	{ "locator", FIELD_LINE, AT(passage, locator), .help = "a CSL label and a number: para. 3; in a captured text blank lines part paragraphs, and the first is 1" },
	{ "note",    FIELD_TEXT, AT(passage, note),    .help = "what the reader should know about it" },
	{ "damaged", FIELD_TEXT, AT(passage, damaged), .help = "what has dropped out of the source's words" },
	{ "speaker", FIELD_REF,  AT(passage, speaker), .kinds = OF(ACTOR), .help = "who says the words, when not the author" },
};
const struct shape passage_shape = {
	.name = "passage", .kind = KIND_PASSAGE, RECORD(passage), FIELDS(passage_fields), .check = check_passage,
	.help = "Words of a source: a TextQuoteSelector of the W3C Web Annotation model.",
};

static const struct field step_fields[] = {
	{ "ref",  FIELD_REF,  AT(step, ref), REQUIRED, .kinds = ANY, .help = "the record to stop at, mostly an event" },
	{ "note", FIELD_TEXT, AT(step, note), .help = "why it is the next step" },
};
static const struct shape step_shape = {
	.name = "step", .size = sizeof(struct step), FIELDS(step_fields),
	.help = "A stop on a reading path.",
};

static const struct field thread_fields[] = {
	ID(thread),
	{ "title",    FIELD_LINE, AT(thread, title), REQUIRED, .help = "its title" },
	{ "short",    FIELD_LINE, AT(thread, short_title), .help = "the name of its tab where room is short" },
	{ "summary",  FIELD_TEXT, AT(thread, summary), .help = "a summary of the path" },
	{ "opens_at", FIELD_REF,  AT(thread, opens_at), .kinds = ANY, .help = "the step it opens on; the first when left out" },
	{ "steps",    FIELD_LIST, COUNTED(thread, steps, step_count), REQUIRED, .shape = &step_shape, .help = "the stops, in reading order" },
};
const struct shape thread_shape = {
	.name = "thread", .kind = KIND_THREAD, RECORD(thread), FIELDS(thread_fields), .check = check_thread,
	.help = "A curated reading path; the first nine are on the digits.",
};

static const struct field view_fields[] = {
	ID(view_record),
	{ "title", FIELD_LINE, AT(view_record, title), REQUIRED, .help = "its title" },
	{ "query", FIELD_LINE, AT(view_record, query), REQUIRED, .help = "a query: actor:norov year:2022" },
};
const struct shape view_shape = {
	.name = "view", .kind = KIND_VIEW, RECORD(view_record), FIELDS(view_fields),
	.help = "A saved, named query.",
};

static const struct field relation_type_fields[] = {
	ID(relation_type),
	{ "label",       FIELD_LINE, AT(relation_type, label), REQUIRED, .help = "read from its beginning: follows" },
	{ "inverse",     FIELD_LINE, AT(relation_type, inverse), REQUIRED, .help = "read from its end: followed by" },
	{ "description", FIELD_TEXT, AT(relation_type, description), .help = "when to use it" },
};
const struct shape relation_type_shape = {
	.name = "relation type", .kind = KIND_RELATION_TYPE, RECORD(relation_type), FIELDS(relation_type_fields),
	.help = "A relation that the built-in ones have no name for.",
};

static const struct field file_fields[] = {
	{ "dossier",        FIELD_MAP,     AT(unit, about), .shape = &about_shape, .help = "what the whole is; once in all files" },
	{ "actors",         FIELD_RECORDS, .shape = &actor_shape,         .help = "who acts" },
	{ "places",         FIELD_RECORDS, .shape = &place_shape,         .help = "where" },
	{ "events",         FIELD_RECORDS, .shape = &event_shape,         .help = "what happened" },
	{ "relations",      FIELD_RECORDS, .shape = &relation_shape,      .help = "how records hang together" },
	{ "passages",       FIELD_RECORDS, .shape = &passage_shape,       .help = "the words that prove it" },
	{ "references",     FIELD_RECORDS, .shape = &reference_shape,     .help = "the sources, as CSL-YAML" },
	{ "threads",        FIELD_RECORDS, .shape = &thread_shape,        .help = "reading paths" },
	{ "views",          FIELD_RECORDS, .shape = &view_shape,          .help = "saved queries" },
	{ "relation_types", FIELD_RECORDS, .shape = &relation_type_shape, .help = "relations of this dossier's own" },
};
const struct shape file_shape = {
	.name = "file", .size = sizeof(struct unit), FIELDS(file_fields),
	.help = "A dossier is a file, or every *.yaml file below a directory; each may have any of these keys.",
};
/* clang-format on */

const struct shape *shape_of(enum kind kind)
{
	for (int i = 0; i < file_shape.count; i++)
		if (file_shape.fields[i].shape->kind == kind)
			return file_shape.fields[i].shape;
	return kind == KIND_POINT ? &point_shape : NULL;
}

const char *article(const char *word)
{
	return strchr("aeiou", *word) ? "an" : "a";
}
