/* The references: the variables of CSL 1.0.2, so that the file is a bibliography for
 * pandoc and others as it stands. */
#include "config.h"

#include "model/field.h"

#define AT(member)    .at = offsetof(struct reference, member)
#define FIELDS(table) .fields = (table), .count = sizeof(table) / sizeof(table)[0]
#define HIDDEN	      .section = SECTION_HIDDEN
#define IN_FACTS      .section = SECTION_FACTS
#define IN_TEXT	      .section = SECTION_TEXT
#define IN_NOTES      .section = SECTION_NOTES
#define IN_MORE	      .section = SECTION_MORE
#define TERM(name)                                                                       \
	{                                                                                \
		name, name, name                                                         \
	}

/* clang-format off */
static const struct vocab_term type_terms[] = {
	{ 0 },
	TERM("article"), TERM("article-journal"), TERM("article-magazine"), TERM("article-newspaper"),
	TERM("bill"), TERM("book"), TERM("broadcast"), TERM("chapter"), TERM("classic"),
	TERM("collection"), TERM("dataset"), TERM("document"), TERM("entry"), TERM("entry-dictionary"),
	TERM("entry-encyclopedia"), TERM("event"), TERM("figure"), TERM("graphic"), TERM("hearing"),
	TERM("interview"), TERM("legal_case"), TERM("legislation"), TERM("manuscript"), TERM("map"),
	TERM("motion_picture"), TERM("musical_score"), TERM("pamphlet"), TERM("paper-conference"),
	TERM("patent"), TERM("performance"), TERM("periodical"), TERM("personal_communication"),
	TERM("post"), TERM("post-weblog"), TERM("regulation"), TERM("report"), TERM("review"),
	TERM("review-book"), TERM("software"), TERM("song"), TERM("speech"), TERM("standard"),
	TERM("thesis"), TERM("treaty"), TERM("webpage"),
};
static const struct vocabulary types = {
	.name = "CSL type", .terms = type_terms, .count = sizeof type_terms / sizeof type_terms[0],
};

static const struct field name_fields[] = {
	{ "family",                "Family name", FIELD_LINE, .at = offsetof(struct csl_name, family), HIDDEN, .help = "the family name" },
	{ "given",                 "Given names", FIELD_LINE, .at = offsetof(struct csl_name, given), HIDDEN, .help = "the given names" },
	{ "non-dropping-particle", "Particle",    FIELD_LINE, .at = offsetof(struct csl_name, particle), HIDDEN, .help = "a particle that sorts with the name: van" },
	{ "dropping-particle",     "Particle",    FIELD_LINE, .at = offsetof(struct csl_name, particle), HIDDEN, .help = "a particle that does not" },
	{ "suffix",                "Suffix",      FIELD_LINE, .at = offsetof(struct csl_name, suffix), HIDDEN, .help = "Jr., III" },
	{ "literal",               "Name",        FIELD_LINE, .at = offsetof(struct csl_name, literal), HIDDEN, .help = "the whole name of a body" },
};
const struct shape name_shape = {
	.name = "name", .size = sizeof(struct csl_name), FIELDS(name_fields),
	.help = "Who wrote it, after CSL: family and given, or literal.",
};

static const struct field custom_fields[] = {
	{ "text",   "Captured copy",       FIELD_LINE, AT(text), IN_MORE, .help = "file name of the captured copy, below the directory of texts" },
	{ "sha256", "SHA-256",             FIELD_HASH, AT(sha256), IN_MORE, .help = "the SHA-256 checksum of that file" },
	{ "within", "Part of the copy of", FIELD_REF,  AT(within), .kinds = 1u << KIND_REFERENCE, .help = "the reference whose captured copy this one is a part of" },
	{ "note",   "On the copy",         FIELD_TEXT, AT(capture_note), IN_NOTES, .help = "how it was captured, what is damaged" },
};
static const struct shape custom_shape = {
	.name = "custom map", .size = sizeof(struct reference), FIELDS(custom_fields),
	.help = "What is not CSL's: the captured copy of the source.",
};

#define NAMES(key, label, member, help_) \
	{ key, label, FIELD_LIST, .at = offsetof(struct reference, member.at), .count_at = offsetof(struct reference, member.count), \
	  .shape = &name_shape, .help = help_ }
#define OTHER(key, label)       { key, label, FIELD_OTHER,       AT(other), IN_MORE, .help = "as CSL has it" }
#define OTHER_DATE(key, label)  { key, label, FIELD_OTHER_DATE,  AT(other), IN_MORE, .shape = &csl_date_shape, .help = "a date, as CSL has it" }
#define OTHER_NAMES(key, label) { key, label, FIELD_OTHER_NAMES, AT(other), IN_MORE, .shape = &name_shape, .help = "names, as CSL has them" }

static const struct field reference_fields[] = {
	{ "id",              "Id",                   FIELD_KEY,      AT(record.id), .is_required = true, HIDDEN, .help = "names the source: a citation key, as Smith_2004 or doi:10.1000/182" },
	{ "type",            "Type",                 FIELD_NAME,     AT(type), .is_required = true, .terms = &types, IN_FACTS, .help = "its CSL type: webpage, article-journal ..." },
	{ "title",           "Title",                FIELD_LINE,     AT(title), .is_required = true, HIDDEN, .help = "its title" },
	{ "title-short",     "Short title",          FIELD_LINE,     AT(title_short), IN_MORE, .help = "a short title, as shown beside passages" },
	NAMES("author", "Author", author, "who wrote it"),
	NAMES("editor", "Editor", editor, "who edited it"),
	NAMES("translator", "Translator", translator, "who translated it"),
	{ "issued",          "Issued",               FIELD_CSL_DATE, AT(issued),   .shape = &csl_date_shape, IN_FACTS, .help = "when it came out" },
	{ "accessed",        "Accessed",             FIELD_CSL_DATE, AT(accessed), .shape = &csl_date_shape, .help = "when it was looked at" },
	{ "container-title", "Published in",         FIELD_LINE,     AT(container_title), .help = "of the journal, book or site it stands in" },
	{ "publisher",       "Publisher",            FIELD_LINE,     AT(publisher), .help = "who published it" },
	{ "publisher-place", "Place of publication", FIELD_LINE,     AT(publisher_place), .help = "where" },
	{ "genre",           "Genre",                FIELD_LINE,     AT(genre), IN_FACTS, .help = "its kind in words: policy brief" },
	{ "volume",          "Volume",               FIELD_LINE,     AT(volume), .help = "its volume" },
	{ "issue",           "Issue",                FIELD_LINE,     AT(issue), .help = "its issue" },
	{ "page",            "Pages",                FIELD_LINE,     AT(page), .help = "its pages: 12-34" },
	{ "DOI",             "DOI",                  FIELD_LINE,     AT(doi), .help = "its DOI, without https://doi.org/" },
	{ "URL",             "URL",                  FIELD_LINE,     AT(url), .help = "where it is on the web" },
	{ "language",        "Language",             FIELD_LINE,     AT(language), IN_MORE, .help = "its language: en" },
	{ "abstract",        "Abstract",             FIELD_TEXT,     AT(abstract), IN_TEXT, .help = "what it says, in short" },
	{ "note",            "Note",                 FIELD_TEXT,     AT(note), IN_NOTES, .help = "what else is to say about it" },
	{ "custom",          "Captured copy",        FIELD_MAP,      .at = 0, .shape = &custom_shape, .help = "the captured copy" },
	OTHER("annote", "Annote"), OTHER("archive", "Archive"), OTHER("archive_collection", "Archive collection"), OTHER("archive_location", "Archive location"),
	OTHER("archive-place", "Archive place"), OTHER("authority", "Authority"), OTHER("call-number", "Call number"), OTHER("chapter-number", "Chapter number"),
	OTHER("citation-key", "Citation key"), OTHER("citation-label", "Citation label"), OTHER("citation-number", "Citation number"), OTHER("collection-number", "Collection number"),
	OTHER("collection-title", "Collection title"), OTHER("container-title-short", "Container title short"), OTHER("dimensions", "Dimensions"), OTHER("division", "Division"),
	OTHER("edition", "Edition"), OTHER("event", "Event"), OTHER("event-place", "Event place"), OTHER("event-title", "Event title"),
	OTHER("first-reference-note-number", "First reference note number"), OTHER("ISBN", "ISBN"), OTHER("ISSN", "ISSN"), OTHER("journalAbbreviation", "Journal abbreviation"),
	OTHER("jurisdiction", "Jurisdiction"), OTHER("keyword", "Keyword"), OTHER("locator", "Locator"), OTHER("medium", "Medium"), OTHER("number", "Number"),
	OTHER("number-of-pages", "Number of pages"), OTHER("number-of-volumes", "Number of volumes"), OTHER("original-publisher", "Original publisher"),
	OTHER("original-publisher-place", "Original publisher place"), OTHER("original-title", "Original title"), OTHER("page-first", "Page first"), OTHER("part", "Part"),
	OTHER("part-title", "Part title"), OTHER("PMCID", "PMCID"), OTHER("PMID", "PMID"), OTHER("printing", "Printing"), OTHER("references", "References"),
	OTHER("reviewed-genre", "Reviewed genre"), OTHER("reviewed-title", "Reviewed title"), OTHER("scale", "Scale"), OTHER("section", "Section"),
	OTHER("shortTitle", "Short title"), OTHER("source", "Source"), OTHER("status", "Status"), OTHER("supplement", "Supplement"), OTHER("version", "Version"),
	OTHER("volume-title", "Volume title"), OTHER("volume-title-short", "Volume title short"), OTHER("year-suffix", "Year suffix"),
	OTHER_DATE("available-date", "Available date"), OTHER_DATE("event-date", "Event date"), OTHER_DATE("original-date", "Original date"), OTHER_DATE("submitted", "Submitted"),
	OTHER_NAMES("chair", "Chair"), OTHER_NAMES("collection-editor", "Collection editor"), OTHER_NAMES("compiler", "Compiler"), OTHER_NAMES("composer", "Composer"),
	OTHER_NAMES("container-author", "Container author"), OTHER_NAMES("contributor", "Contributor"), OTHER_NAMES("curator", "Curator"), OTHER_NAMES("director", "Director"),
	OTHER_NAMES("editorial-director", "Editorial director"), OTHER_NAMES("editor-translator", "Editor translator"), OTHER_NAMES("executive-producer", "Executive producer"),
	OTHER_NAMES("guest", "Guest"), OTHER_NAMES("host", "Host"), OTHER_NAMES("illustrator", "Illustrator"), OTHER_NAMES("interviewer", "Interviewer"),
	OTHER_NAMES("narrator", "Narrator"), OTHER_NAMES("organizer", "Organizer"), OTHER_NAMES("original-author", "Original author"), OTHER_NAMES("performer", "Performer"),
	OTHER_NAMES("producer", "Producer"), OTHER_NAMES("recipient", "Recipient"), OTHER_NAMES("reviewed-author", "Reviewed author"),
	OTHER_NAMES("script-writer", "Script writer"), OTHER_NAMES("series-creator", "Series creator"),
};
_Static_assert(sizeof reference_fields / sizeof reference_fields[0] <= FIELDS_MOST, "too many");
const struct shape reference_shape = {
	.name = "reference", .kind = KIND_REFERENCE, .size = sizeof(struct reference), FIELDS(reference_fields),
	.has_place = true, .place_at = offsetof(struct reference, record.at),
	.help = "A source, as CSL 1.0.2 describes it.",
};
/* clang-format on */
