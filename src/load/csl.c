/* The references: the variables of CSL 1.0.2, so that the file is a bibliography for
 * pandoc and others as it stands. */
#include "config.h"

#include <stddef.h>

#include "checks.h"
#include "field.h"

#define AT(member)    .at = offsetof(struct reference, member)
#define FIELDS(table) .fields = (table), .count = sizeof(table) / sizeof(table)[0]
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
	{ "family",                FIELD_LINE, .at = offsetof(struct csl_name, family),   .help = "the family name" },
	{ "given",                 FIELD_LINE, .at = offsetof(struct csl_name, given),    .help = "the given names" },
	{ "non-dropping-particle", FIELD_LINE, .at = offsetof(struct csl_name, particle), .help = "a particle that sorts with the name: van" },
	{ "dropping-particle",     FIELD_LINE, .at = offsetof(struct csl_name, particle), .help = "a particle that does not" },
	{ "suffix",                FIELD_LINE, .at = offsetof(struct csl_name, suffix),   .help = "Jr., III" },
	{ "literal",               FIELD_LINE, .at = offsetof(struct csl_name, literal),  .help = "the whole name of a body" },
};
static const struct shape name_shape = {
	.name = "name", .size = sizeof(struct csl_name), FIELDS(name_fields), .check = check_name,
	.help = "Who wrote it, after CSL: family and given, or literal.",
};

static const struct field custom_fields[] = {
	{ "text",   FIELD_LINE, AT(text),         .help = "file name of the captured copy, below the directory of texts" },
	{ "sha256", FIELD_HASH, AT(sha256),       .help = "the SHA-256 checksum of that file" },
	{ "note",   FIELD_TEXT, AT(capture_note), .help = "how it was captured, what is damaged" },
};
static const struct shape custom_shape = {
	.name = "custom map", .size = sizeof(struct reference), FIELDS(custom_fields),
	.help = "What is not CSL's: the captured copy of the source.",
};

#define NAMES(key, member, help_) \
	{ key, FIELD_LIST, .at = offsetof(struct reference, member.at), .count_at = offsetof(struct reference, member.count), \
	  .shape = &name_shape, .help = help_ }
#define OTHER(key)       { key, FIELD_OTHER,       AT(other), .help = "as CSL has it" }
#define OTHER_DATE(key)  { key, FIELD_OTHER_DATE,  AT(other), .shape = &csl_date_shape, .help = "a date, as CSL has it" }
#define OTHER_NAMES(key) { key, FIELD_OTHER_NAMES, AT(other), .shape = &name_shape, .help = "names, as CSL has them" }

static const struct field reference_fields[] = {
	{ "id",              FIELD_ID,   AT(record.id), .is_required = true, .help = "names the source; the citation key" },
	{ "type",            FIELD_NAME, AT(type), .is_required = true, .terms = &types, .help = "its CSL type: webpage, article-journal ..." },
	{ "title",           FIELD_LINE, AT(title), .is_required = true, .help = "its title" },
	{ "title-short",     FIELD_LINE, AT(title_short),     .help = "a short title, as shown beside passages" },
	NAMES("author", author, "who wrote it"),
	NAMES("editor", editor, "who edited it"),
	NAMES("translator", translator, "who translated it"),
	{ "issued",          FIELD_CSL_DATE, AT(issued),   .shape = &csl_date_shape, .help = "when it came out" },
	{ "accessed",        FIELD_CSL_DATE, AT(accessed), .shape = &csl_date_shape, .help = "when it was looked at" },
	{ "container-title", FIELD_LINE, AT(container_title), .help = "of the journal, book or site it stands in" },
	{ "publisher",       FIELD_LINE, AT(publisher),       .help = "who published it" },
	{ "publisher-place", FIELD_LINE, AT(publisher_place), .help = "where" },
	{ "genre",           FIELD_LINE, AT(genre),           .help = "its kind in words: policy brief" },
	{ "volume",          FIELD_LINE, AT(volume),          .help = "its volume" },
	{ "issue",           FIELD_LINE, AT(issue),           .help = "its issue" },
	{ "page",            FIELD_LINE, AT(page),            .help = "its pages: 12-34" },
	{ "DOI",             FIELD_LINE, AT(doi),             .help = "its DOI, without https://doi.org/" },
	{ "URL",             FIELD_LINE, AT(url),             .help = "where it is on the web" },
	{ "language",        FIELD_LINE, AT(language),        .help = "its language: en" },
	{ "abstract",        FIELD_TEXT, AT(abstract),        .help = "what it says, in short" },
	{ "note",            FIELD_TEXT, AT(note),            .help = "what else is to say about it" },
	{ "custom",          FIELD_MAP,  .at = 0, .shape = &custom_shape, .help = "the captured copy" },
	OTHER("annote"), OTHER("archive"), OTHER("archive_collection"), OTHER("archive_location"),
	OTHER("archive-place"), OTHER("authority"), OTHER("call-number"), OTHER("chapter-number"),
	OTHER("citation-key"), OTHER("citation-label"), OTHER("citation-number"), OTHER("collection-number"),
	OTHER("collection-title"), OTHER("container-title-short"), OTHER("dimensions"), OTHER("division"),
	OTHER("edition"), OTHER("event"), OTHER("event-place"), OTHER("event-title"),
	OTHER("first-reference-note-number"), OTHER("ISBN"), OTHER("ISSN"), OTHER("journalAbbreviation"),
	OTHER("jurisdiction"), OTHER("keyword"), OTHER("locator"), OTHER("medium"), OTHER("number"),
	OTHER("number-of-pages"), OTHER("number-of-volumes"), OTHER("original-publisher"),
	OTHER("original-publisher-place"), OTHER("original-title"), OTHER("page-first"), OTHER("part"),
	OTHER("part-title"), OTHER("PMCID"), OTHER("PMID"), OTHER("printing"), OTHER("references"),
	OTHER("reviewed-genre"), OTHER("reviewed-title"), OTHER("scale"), OTHER("section"),
	OTHER("shortTitle"), OTHER("source"), OTHER("status"), OTHER("supplement"), OTHER("version"),
	OTHER("volume-title"), OTHER("volume-title-short"), OTHER("year-suffix"),
	OTHER_DATE("available-date"), OTHER_DATE("event-date"), OTHER_DATE("original-date"), OTHER_DATE("submitted"),
	OTHER_NAMES("chair"), OTHER_NAMES("collection-editor"), OTHER_NAMES("compiler"), OTHER_NAMES("composer"),
	OTHER_NAMES("container-author"), OTHER_NAMES("contributor"), OTHER_NAMES("curator"), OTHER_NAMES("director"),
	OTHER_NAMES("editorial-director"), OTHER_NAMES("editor-translator"), OTHER_NAMES("executive-producer"),
	OTHER_NAMES("guest"), OTHER_NAMES("host"), OTHER_NAMES("illustrator"), OTHER_NAMES("interviewer"),
	OTHER_NAMES("narrator"), OTHER_NAMES("organizer"), OTHER_NAMES("original-author"), OTHER_NAMES("performer"),
	OTHER_NAMES("producer"), OTHER_NAMES("recipient"), OTHER_NAMES("reviewed-author"),
	OTHER_NAMES("script-writer"), OTHER_NAMES("series-creator"),
};
_Static_assert(sizeof reference_fields / sizeof reference_fields[0] <= FIELDS_MOST, "too many");
const struct shape reference_shape = {
	.name = "reference", .kind = KIND_REFERENCE, .size = sizeof(struct reference), FIELDS(reference_fields),
	.has_place = true, .place_at = offsetof(struct reference, record.at),
	.help = "A source, as CSL 1.0.2 describes it.",
};
/* clang-format on */
