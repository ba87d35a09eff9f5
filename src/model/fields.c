/* The format, but for the references (csl.c). */
#include "config.h"

#include "model/field.h"

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
#define HIDDEN	 .section = SECTION_HIDDEN
#define IN_FACTS .section = SECTION_FACTS
#define IN_TEXT	 .section = SECTION_TEXT
#define IN_NOTES .section = SECTION_NOTES
#define IN_MORE	 .section = SECTION_MORE

/* clang-format off */
#define ID(type) \
	{ "id", "Id", FIELD_ID, AT(type, record.id), REQUIRED, HIDDEN, \
	  .help = "names the record; one of a kind in the whole dossier" }
#define PASSAGES(type) \
	{ "passages", "Evidence", FIELD_REFS, AT(type, passages), .kinds = OF(PASSAGE), \
	  .help = "the words of the sources that carry this" }

static const struct field about_fields[] = {
	{ "id",          "Identifier",  FIELD_LINE,   AT(about, id), IN_MORE, .help = "a name for the dossier in other systems" },
	{ "title",       "Title",       FIELD_LINE,   AT(about, title), REQUIRED, HIDDEN, .help = "what it is called, in the first line of the screen" },
	{ "description", "Description", FIELD_TEXT,   AT(about, description), IN_TEXT, .help = "what it is about" },
	{ "language",    "Language",    FIELD_LINE,   AT(about, language), IN_MORE, .help = "of the curator's words, after BCP 47: en" },
	{ "license",     "License",     FIELD_LINE,   AT(about, license), .help = "of the curator's words: CC-BY-4.0" },
	{ "creator",     "Curator",     FIELD_LINE,   AT(about, creator), .help = "who curates it" },
	{ "created",     "Created",     FIELD_DATE,   AT(about, created),  .shape = &date_shape, .help = "when it was begun" },
	{ "modified",    "Modified",    FIELD_DATE,   AT(about, modified), .shape = &date_shape, .help = "when it was last worked on" },
	{ "format",      "Format",      FIELD_FORMAT, AT(about, format), IN_MORE, .help = "the version of this format: 1" },
};
const struct shape about_shape = {
	.name = "dossier", .size = sizeof(struct about), FIELDS(about_fields),
	.has_place = true, .place_at = offsetof(struct about, at),
	.help = "What the whole is: one map in one of the files, after Dublin Core.",
};

#define DATE_FIELDS(type, when) \
	{ "supplied", "Supplied", FIELD_BOOL, AT(type, when supplied), HIDDEN, .help = "true: no source says it, the curator does; shown in square brackets" }, \
	{ "basis",    "Basis",    FIELD_TEXT, AT(type, when basis), IN_MORE, .help = "where a supplied date comes from" }, \
	{ "note",     "Note",     FIELD_TEXT, AT(type, when note), IN_MORE, .help = "what else is to say about the date" }, \
	{ "passages", "Evidence", FIELD_REFS, AT(type, when passages), .kinds = OF(PASSAGE), .help = "the words that give the date" }

static const struct field date_fields[] = {
	{ "edtf", "Date", FIELD_EDTF, .at = 0, REQUIRED, HIDDEN, .help = "the date: 2022-12-12, 2005, 1990/.., 2001/2005, 2022-07~" },
	DATE_FIELDS(when, ),
};
const struct shape date_shape = {
	.name = "date", .size = sizeof(struct when), FIELDS(date_fields),
	.help = "An EDTF date (ISO 8601-2), or this map.",
};

static const struct field claim_fields[] = {
	{ "edtf", "Date", FIELD_EDTF, AT(date_claim, date), REQUIRED, HIDDEN, .help = "the date that a source gives" },
	DATE_FIELDS(date_claim, date.),
	{ "rank", "Rank", FIELD_TERM, AT(date_claim, rank), .terms = &ranks, .help = "how it stands beside the others" },
};
const struct shape claim_shape = {
	.name = "date claim", .size = sizeof(struct date_claim), FIELDS(claim_fields),
	.help = "A date that some source gives beside the one the event is filed under.",
};

static const struct field csl_date_fields[] = {
	{ "edtf",       "Date",       FIELD_EDTF,       AT(csl_date, when), HIDDEN, .help = "the date in EDTF" },
	{ "date-parts", "Date parts", FIELD_DATE_PARTS, AT(csl_date, parts), HIDDEN, .help = "or as CSL has it: [[2022, 12, 19]]" },
	{ "raw",        "Date",       FIELD_EDTF,       AT(csl_date, when), HIDDEN, .help = "or as one string, in EDTF" },
	{ "literal",    "Date",       FIELD_EDTF,       AT(csl_date, when), HIDDEN, .help = "or as one string, in EDTF" },
	{ "circa",      "About",      FIELD_BOOL,       AT(csl_date, circa), HIDDEN, .help = "true: about that date" },
	DATE_FIELDS(csl_date, when.),
};
const struct shape csl_date_shape = {
	.name = "date", .size = sizeof(struct csl_date), FIELDS(csl_date_fields),
	.help = "An EDTF date, or a date of CSL.",
};

static const struct field office_fields[] = {
	{ "title",  "Title",  FIELD_LINE, AT(office, title), REQUIRED, HIDDEN, .help = "what the office is called: Foreign Minister" },
	{ "of",     "Of",     FIELD_REF,  AT(office, of),     .kinds = OF(ACTOR), HIDDEN, .help = "the state or organization it is an office of" },
	{ "date",   "Date",   FIELD_DATE, AT(office, date),   .shape = &date_shape, HIDDEN, .help = "when it was held: 2006/2010" },
	{ "status", "Status", FIELD_TERM, AT(office, status), .terms = &office_statuses, HIDDEN, .help = "how it was held" },
	PASSAGES(office),
};
const struct shape office_shape = {
	.name = "office", .size = sizeof(struct office), FIELDS(office_fields),
	.help = "An office that an actor holds or held, after Popolo.",
};

static const struct field actor_fields[] = {
	ID(actor),
	{ "kind",        "Kind",        FIELD_TERM,  AT(actor, kind), REQUIRED, .terms = &actor_kinds, IN_FACTS, .help = "what kind of actor it is" },
	{ "name",        "Name",        FIELD_LINE,  AT(actor, name), REQUIRED, HIDDEN, .help = "the name to show" },
	{ "names",       "Other names", FIELD_TEXTS, AT(actor, names), .help = "every other name: other scripts, spellings, short forms" },
	{ "sort_name",   "Sorted as",   FIELD_LINE,  AT(actor, sort_name), IN_MORE, .help = "the name to sort by: Norov, Vladimir" },
	{ "description", "Description", FIELD_TEXT,  AT(actor, description), IN_TEXT, .help = "who or what it is" },
	{ "offices",     "Office",      FIELD_LIST,  COUNTED(actor, offices, office_count), .shape = &office_shape, .help = "the offices held" },
	{ "identifiers", "Identifier",  FIELD_PAIRS, AT(actor, identifiers), IN_MORE, .help = "ids in other systems: {wikidata: Q265}" },
	PASSAGES(actor),
};
const struct shape actor_shape = {
	.name = "actor", .kind = KIND_ACTOR, RECORD(actor), FIELDS(actor_fields),
	.help = "Who acts: a person, state, organization or group, after Popolo and FollowTheMoney.",
};

static const struct field place_fields[] = {
	ID(place_record),
	{ "name",        "Name",        FIELD_LINE,        AT(place_record, name), REQUIRED, HIDDEN, .help = "the name to show" },
	{ "names",       "Other names", FIELD_TEXTS,       AT(place_record, names), .help = "every other name" },
	{ "description", "Description", FIELD_TEXT,        AT(place_record, description), IN_TEXT, .help = "what it is" },
	{ "feature",     "Feature",     FIELD_TERM,        AT(place_record, feature), .terms = &features, IN_FACTS, .help = "its GeoNames feature code" },
	{ "coordinates", "Coordinates", FIELD_COORDINATES, AT(place_record, has_coordinates), IN_FACTS, .help = "[latitude, longitude] in decimal degrees, WGS 84" },
	{ "within",      "Within",      FIELD_REF,         AT(place_record, within), .kinds = OF(PLACE), .help = "the place that it is a part of" },
	{ "identifiers", "Identifier",  FIELD_PAIRS,       AT(place_record, identifiers), IN_MORE, .help = "ids in other systems: {geonames: 1512569}" },
	PASSAGES(place_record),
};
const struct shape place_shape = {
	.name = "place", .kind = KIND_PLACE, RECORD(place_record), FIELDS(place_fields),
	.help = "Where things happen, after GeoNames.",
};

static const struct field participant_fields[] = {
	{ "actor", "Actor", FIELD_REF,  AT(participant, actor), REQUIRED, .kinds = OF(ACTOR), HIDDEN, .help = "who takes part" },
	{ "role",  "Role",  FIELD_TERM, AT(participant, role),  .terms = &parts, HIDDEN, .help = "in which role: the visitor is the actor, the host the recipient" },
	{ "as",    "As",    FIELD_LINE, AT(participant, as), HIDDEN, .help = "in what capacity, where the office of the day does not tell" },
	PASSAGES(participant),
};
const struct shape participant_shape = {
	.name = "participant", .size = sizeof(struct participant), FIELDS(participant_fields),
	.help = "One who takes part in an event, after PLOVER.",
};

#define BASIS_FIELDS(type, what) \
	{ "supplied", "Supplied", FIELD_BOOL, AT(type, supplied), HIDDEN, .help = "true: no source says it, the curator does" }, \
	{ "basis",    "Basis",    FIELD_TEXT, AT(type, basis), IN_MORE, .help = "where a supplied " what " comes from" }, \
	{ "passages", "Evidence", FIELD_REFS, AT(type, passages), .kinds = OF(PASSAGE), .help = "the words that say it" }

static const struct field standing_fields[] = {
	{ "status", "Status", FIELD_TERM, AT(standing, term), REQUIRED, .terms = &point_statuses, HIDDEN, .help = "the status of a commitment or a request" },
	BASIS_FIELDS(standing, "status"),
};
const struct shape standing_shape = {
	.name = "status", .size = sizeof(struct standing), FIELDS(standing_fields),
	.help = "A status, or this map.",
};

static const struct field outcome_fields[] = {
	{ "text", "Outcome", FIELD_TEXT, AT(outcome, text), REQUIRED, HIDDEN, .help = "the outcome, in words" },
	BASIS_FIELDS(outcome, "outcome"),
};
const struct shape outcome_shape = {
	.name = "outcome", .size = sizeof(struct outcome), FIELDS(outcome_fields),
	.help = "A text, or this map.",
};

static const struct field point_fields[] = {
	{ "id",      "Id",      FIELD_ID,           AT(point, record.id), HIDDEN, .help = "names the point, so that relations can; may be left out" },
	{ "kind",    "Kind",    FIELD_TERM,         AT(point, kind), REQUIRED, .terms = &point_kinds, HIDDEN, .help = "what kind of point it is" },
	{ "by",      "By",      FIELD_REFS,         AT(point, by), .kinds = OF(ACTOR), HIDDEN, .help = "who says, asks or promises it" },
	{ "to",      "To",      FIELD_REFS,         AT(point, to), .kinds = OF(ACTOR), HIDDEN, .help = "to whom" },
	{ "text",    "Text",    FIELD_TEXT,         AT(point, text), REQUIRED, HIDDEN, .help = "the point, in the curator's words" },
	PASSAGES(point),
	{ "due",     "Due",     FIELD_DATE,         AT(point, due), .shape = &date_shape, .help = "when a commitment is to be kept" },
	{ "status",  "Status",  FIELD_VALUE_OR_MAP, AT(point, status), .shape = &standing_shape, .help = "what came of a commitment or a request" },
	{ "outcome", "Outcome", FIELD_VALUE_OR_MAP, AT(point, outcome), .shape = &outcome_shape, .help = "what came of it, in words" },
};
const struct shape point_shape = {
	.name = "point", .kind = KIND_POINT, RECORD(point), FIELDS(point_fields),
	.help = "What was said, asked, promised or judged within an event.",
};

static const struct field event_fields[] = {
	ID(event),
	{ "title",        "Title",        FIELD_LINE,    AT(event, title), REQUIRED, HIDDEN, .help = "what happened, in a line" },
	{ "date",         "Date",         FIELD_DATE,    AT(event, date), REQUIRED, .shape = &date_shape, IN_FACTS, .help = "when it happened" },
	{ "date_claims",  "Also dated",   FIELD_LIST,    COUNTED(event, date_claims, date_claim_count), .shape = &claim_shape, IN_MORE, .help = "dates that sources give besides" },
	{ "place",        "Place",        FIELD_REF,     AT(event, place), .kinds = OF(PLACE), IN_FACTS, .help = "where it happened" },
	{ "type",         "Type",         FIELD_TERM,    AT(event, type), .terms = &event_types, IN_FACTS, .help = "its PLOVER 2.0 event type" },
	{ "mode",         "Mode",         FIELD_TERM,    AT(event, mode), .terms = &event_modes, HIDDEN, .help = "its PLOVER 2.0 mode, one of those of the type" },
	{ "status",       "Status",       FIELD_TERM,    AT(event, status), .terms = &event_statuses, IN_FACTS, .help = "when it did not simply happen" },
	{ "participants", "Participants", FIELD_LIST,    COUNTED(event, participants, participant_count), .shape = &participant_shape, .help = "who took part" },
	{ "points",       "Claims",       FIELD_RECORDS, AT(event, points), .shape = &point_shape, .help = "what was said, asked, promised, judged" },
	{ "summary",      "Summary",      FIELD_TEXT,    AT(event, summary), IN_TEXT, .help = "what happened, in a paragraph" },
	PASSAGES(event),
	{ "tags",         "Tags",         FIELD_TAGS,    AT(event, tags), IN_MORE, .help = "words to find it by" },
	{ "part_of",      "Part of",      FIELD_REF,     AT(event, part_of), .kinds = OF(EVENT), IN_MORE, .help = "the larger event that it is a part of" },
#ifdef DAFTAR_TEST_FIELD
	{ "weather",      "Weather",      FIELD_LINE,    AT(event, weather), .help = "the weather of the day" },
#endif
};
const struct shape event_shape = {
	.name = "event", .kind = KIND_EVENT, RECORD(event), FIELDS(event_fields),
	.help = "What happened; types, modes and roles after PLOVER 2.0.",
};

static const struct field relation_fields[] = {
	ID(relation),
	{ "type", "Type", FIELD_REF,  AT(relation, type), REQUIRED, .kinds = OF(RELATION_TYPE), HIDDEN, .help = "how they hang together: follows, responds-to ..." },
	{ "from", "From", FIELD_REF,  AT(relation, from), REQUIRED, .kinds = ANY, HIDDEN, .help = "the record that it is said of" },
	{ "to",   "To",   FIELD_REF,  AT(relation, to), REQUIRED, .kinds = ANY, HIDDEN, .help = "the record at the other end" },
	{ "date", "Date", FIELD_DATE, AT(relation, date), .shape = &date_shape, IN_FACTS, .help = "when it held" },
	{ "text", "Text", FIELD_TEXT, AT(relation, text), IN_TEXT, .help = "what is to say about it" },
	PASSAGES(relation),
};
const struct shape relation_shape = {
	.name = "relation", .kind = KIND_RELATION, RECORD(relation), FIELDS(relation_fields),
	.help = "That two records hang together, and how; with evidence of its own.",
};

static const struct field passage_fields[] = {
	ID(passage),
	{ "source",  "Source",       FIELD_REF,  AT(passage, source), REQUIRED, .kinds = OF(REFERENCE), HIDDEN, .help = "the reference that the words stand in" },
	{ "exact",   "Words",        FIELD_TEXT, AT(passage, exact), REQUIRED, HIDDEN, .help = "the words, exactly as they stand; at most 60 of them" },
	{ "prefix",  "Words before", FIELD_TEXT, AT(passage, prefix), IN_MORE, .help = "the words right before, where the quotation is not unique" },
	{ "suffix",  "Words after",  FIELD_TEXT, AT(passage, suffix), IN_MORE, .help = "the words right after" },
	{ "locator", "Locator",      FIELD_LINE, AT(passage, locator), HIDDEN, .help = "a CSL label and a number: para. 3; in a captured text blank lines part paragraphs, and the first is 1" },
	{ "note",    "Note",         FIELD_TEXT, AT(passage, note), IN_NOTES, .help = "what the reader should know about it" },
	{ "damaged", "Missing",      FIELD_TEXT, AT(passage, damaged), IN_NOTES, .help = "what has dropped out of the source's words" },
	{ "speaker", "Said by",      FIELD_REF,  AT(passage, speaker), .kinds = OF(ACTOR), .help = "who says the words, when not the author" },
};
const struct shape passage_shape = {
	.name = "passage", .kind = KIND_PASSAGE, RECORD(passage), FIELDS(passage_fields),
	.help = "Words of a source: a TextQuoteSelector of the W3C Web Annotation model.",
};

static const struct field step_fields[] = {
	{ "ref",  "Step", FIELD_REF,  AT(step, ref), REQUIRED, .kinds = ANY, HIDDEN, .help = "the record to stop at, mostly an event" },
	{ "note", "Note", FIELD_TEXT, AT(step, note), HIDDEN, .help = "why it is the next step" },
};
const struct shape step_shape = {
	.name = "step", .size = sizeof(struct step), FIELDS(step_fields),
	.help = "A stop on a reading path.",
};

static const struct field thread_fields[] = {
	ID(thread),
	{ "title",    "Title",       FIELD_LINE, AT(thread, title), REQUIRED, HIDDEN, .help = "its title" },
	{ "short",    "Short title", FIELD_LINE, AT(thread, short_title), IN_MORE, .help = "the name of its tab where room is short" },
	{ "summary",  "Summary",     FIELD_TEXT, AT(thread, summary), IN_TEXT, .help = "a summary of the path" },
	{ "opens_at", "Opens at",    FIELD_REF,  AT(thread, opens_at), .kinds = ANY, IN_MORE, .help = "the step it opens on; the first when left out" },
	{ "steps",    "Steps",       FIELD_LIST, COUNTED(thread, steps, step_count), REQUIRED, .shape = &step_shape, .help = "the stops, in reading order" },
};
const struct shape thread_shape = {
	.name = "thread", .kind = KIND_THREAD, RECORD(thread), FIELDS(thread_fields),
	.help = "A curated reading path; the first nine are on the digits.",
};

static const struct field view_fields[] = {
	ID(view_record),
	{ "title", "Title", FIELD_LINE, AT(view_record, title), REQUIRED, HIDDEN, .help = "its title" },
	{ "query", "Query", FIELD_LINE, AT(view_record, query), REQUIRED, .help = "a query: actor:norov year:2022" },
};
const struct shape view_shape = {
	.name = "view", .kind = KIND_VIEW, RECORD(view_record), FIELDS(view_fields),
	.help = "A saved, named query.",
};

static const struct field relation_type_fields[] = {
	ID(relation_type),
	{ "label",       "Label",       FIELD_LINE, AT(relation_type, label), REQUIRED, HIDDEN, .help = "read from its beginning: follows" },
	{ "inverse",     "Inverse",     FIELD_LINE, AT(relation_type, inverse), REQUIRED, .help = "read from its end: followed by" },
	{ "description", "Description", FIELD_TEXT, AT(relation_type, description), IN_TEXT, .help = "when to use it" },
};
const struct shape relation_type_shape = {
	.name = "relation type", .kind = KIND_RELATION_TYPE, RECORD(relation_type), FIELDS(relation_type_fields),
	.help = "A relation that the built-in ones have no name for.",
};

static const struct field file_fields[] = {
	{ "dossier",        "Dossier",        FIELD_MAP,     .at = 0, .shape = &about_shape, HIDDEN, .help = "what the whole is; once in all files" },
	{ "actors",         "Actors",         FIELD_RECORDS, .shape = &actor_shape, HIDDEN, .help = "who acts" },
	{ "places",         "Places",         FIELD_RECORDS, .shape = &place_shape, HIDDEN, .help = "where" },
	{ "events",         "Events",         FIELD_RECORDS, .shape = &event_shape, HIDDEN, .help = "what happened" },
	{ "relations",      "Relations",      FIELD_RECORDS, .shape = &relation_shape, HIDDEN, .help = "how records hang together" },
	{ "passages",       "Passages",       FIELD_RECORDS, .shape = &passage_shape, HIDDEN, .help = "the words that prove it" },
	{ "references",     "Sources",        FIELD_RECORDS, .shape = &reference_shape, HIDDEN, .help = "the sources, as CSL-YAML" },
	{ "threads",        "Threads",        FIELD_RECORDS, .shape = &thread_shape, HIDDEN, .help = "reading paths" },
	{ "views",          "Views",          FIELD_RECORDS, .shape = &view_shape, HIDDEN, .help = "saved queries" },
	{ "relation_types", "Relation types", FIELD_RECORDS, .shape = &relation_type_shape, HIDDEN, .help = "relations of this dossier's own" },
};
const struct shape file_shape = {
	.name = "file", .size = sizeof(struct about), FIELDS(file_fields),
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

size_t shapes_all(const struct shape **shapes, size_t room)
{
	size_t count = 0;

	shapes[count++] = &file_shape;
	for (size_t i = 0; i < count; i++)
		for (int j = 0; j < shapes[i]->count; j++) {
			const struct shape *below = shapes[i]->fields[j].shape;
			bool is_known = !below;

			for (size_t k = 0; k < count; k++)
				is_known |= shapes[k] == below;
			if (!is_known && count < room)
				shapes[count++] = below;
		}
	return count;
}
