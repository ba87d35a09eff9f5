/* The relation types that every dossier has: named after CIDOC-CRM and Allen's interval
 * relations where these have a name for it. */
#include "config.h"

#include "model/field.h"

/* clang-format off */
#define TYPE(id_, label_, inverse_, ...) \
	{ .record.id = (id_), .label = (label_), .inverse = (inverse_), \
	  .is_builtin = true, .description = __VA_ARGS__ }
#define LATER .is_later = true

const struct relation_type builtin_relation_types[] = {
	TYPE("part-of",             "part of",             "has part",         "one is a piece of the other (CIDOC-CRM P9, P148)"),
	TYPE("follows",             "follows",             "followed by",      "comes after it, as the next of a series (CIDOC-CRM P134, P173)", LATER),
	TYPE("overlaps",            "overlaps",            "overlapped by",    "begins before it and ends within it (Allen)"),
	TYPE("during",              "during",              "contains",         "begins and ends within it (Allen)"),
	TYPE("responds-to",         "responds to",         "answered by",      "is an answer or a reaction to it", LATER),
	TYPE("motivated-by",        "motivated by",        "motivates",        "was done because of it (CIDOC-CRM P17)"),
	TYPE("causes",              "causes",              "caused by",        "a source says that it brought it about"),
	TYPE("leads-to",            "leads to",            "result of",        "contributed to it, short of causing it (CIDOC-CRM P15)"),
	TYPE("continues",           "continues",           "continued by",     "carries on the same thing (CIDOC-CRM P134)", LATER),
	TYPE("ends",                "ends",                "ended by",         "brings it to an end (CIDOC-CRM P93, P99)"),
	TYPE("begins",              "begins",              "begun by",         "brings it into being (CIDOC-CRM P92, P95)"),
	TYPE("fulfils",             "fulfils",             "fulfilled by",     "does what was promised or asked", LATER),
	TYPE("breaks",              "breaks",              "broken by",        "does the contrary of what was promised", LATER),
	TYPE("amends",              "amends",              "amended by",       "changes the terms of it", LATER),
	TYPE("repeats",             "repeats",             "repeated by",      "says or does the same again"),
	TYPE("contradicts",         "contradicts",         "contradicted by",  "both can't be so"),
	TYPE("confirms",            "confirms",            "confirmed by",     "bears it out independently"),
	TYPE("gives-background-to", "gives background to", "has background",   "must be known to understand it"),
	TYPE("refers-to",           "refers to",           "referred to in",   "mentions it (CIDOC-CRM P67)"),
	TYPE("about",               "about",               "subject of",       "has it as its subject (CIDOC-CRM P129)"),
	TYPE("member-of",           "member of",           "has member",       "belongs to the body (CIDOC-CRM P107)"),
	TYPE("observer-at",         "observer at",         "has observer",     "attends the body without being a member"),
	TYPE("holds-office-in",     "holds office in",     "has office-holder", "is an official of it (Popolo)"),
	TYPE("represents",          "represents",          "represented by",   "acts in its name"),
	TYPE("succeeds",            "succeeds",            "succeeded by",     "takes its place or its office", LATER),
	TYPE("allied-with",         "allied with",         "allied with",      "bound by treaty or declared partnership"),
	TYPE("rival-of",            "rival of",            "rival of",         "competes with it"),
	TYPE("supports",            "supports",            "supported by",     "stands by it in word or deed"),
	TYPE("opposes",             "opposes",             "opposed by",       "stands against it in word or deed"),
	TYPE("accuses",             "accuses",             "accused by",       "charges it with a wrong"),
	TYPE("recognizes",          "recognizes",          "recognized by",    "acknowledges it as a state or government"),
	TYPE("bases-forces-at",     "bases forces at",     "hosts forces of",  "has troops stationed there"),
	TYPE("withdraws-from",      "withdraws from",      "left by",          "gives up the place, body or treaty"),
	TYPE("gives-aid-to",        "gives aid to",        "receives aid from", "provides money, goods or training"),
	TYPE("located-in",          "located in",          "location of",      "lies or sits there (CIDOC-CRM P55, P89)"),
	TYPE("borders",             "borders",             "borders",          "shares a border with it (CIDOC-CRM P122)"),
	TYPE("translates",          "translates",          "translated as",    "is the same text in another language (CIDOC-CRM P73)"),
	TYPE("cites",               "cites",               "cited by",         "names it as its source"),
};
/* clang-format on */

const int builtin_relation_type_count =
	sizeof builtin_relation_types / sizeof builtin_relation_types[0];
