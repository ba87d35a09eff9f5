#include "config.h"

#include "field.h"

enum {
	ALL = (1u << KIND_COUNT) - 2,
	OF_EVENTS = 1u << KIND_EVENT | 1u << KIND_POINT,
	DATED = OF_EVENTS | 1u << KIND_RELATION | 1u << KIND_REFERENCE,
	CITING = DATED | 1u << KIND_ACTOR | 1u << KIND_PLACE | 1u << KIND_PASSAGE
};

/* clang-format off */
const struct query_field_info query_fields[QUERY_FIELD_COUNT] = {
	[QUERY_TEXT]     = { "",         "words anywhere in the text", "\"human rights\"", ALL, NULL },
	[QUERY_ACTOR]    = { "actor",    "who takes part or speaks, by id, name or office; a state through its officials, too",
			     "actor:uzbekistan", OF_EVENTS | 1u << KIND_ACTOR | 1u << KIND_RELATION | 1u << KIND_PASSAGE, &keys_actor },
	[QUERY_ROLE]     = { "role",     "the role of a participant", "role:visitor", 1u << KIND_EVENT, &keys_role },
	[QUERY_OFFICE]   = { "office",   "an office that a participant or speaker held on the day", "office:\"foreign minister\"",
			     OF_EVENTS | 1u << KIND_ACTOR | 1u << KIND_RELATION, &keys_office },
	[QUERY_YEAR]     = { "year",     "a year, or years from .. to", "year:2001..2005", DATED, &keys_year },
	[QUERY_DATE]     = { "date",     "within the days of an EDTF date, or of a member of a set", "date:2022-12", DATED, NULL },
	[QUERY_PLACE]    = { "place",    "a place, and all places within it", "place:tashkent",
			     OF_EVENTS | 1u << KIND_PLACE | 1u << KIND_RELATION, &keys_place },
	[QUERY_TYPE]     = { "type",     "the type of an event, a place or a source", "type:consult",
			     OF_EVENTS | 1u << KIND_PLACE | 1u << KIND_REFERENCE, &keys_type },
	[QUERY_MODE]     = { "mode",     "the mode of an event", "mode:visit", OF_EVENTS, &keys_mode },
	[QUERY_KIND]     = { "kind",     "the kind of a point, or of an actor", "kind:request,commitment",
			     OF_EVENTS | 1u << KIND_ACTOR, &keys_kind },
	[QUERY_THREAD]   = { "thread",   "a step of the thread, or an event that holds one", "thread:k2-sco", ALL, &keys_thread },
	[QUERY_VIEW]     = { "view",     "what the saved query of this name finds", "view:commitments", ALL, &keys_view },
	[QUERY_TAG]      = { "tag",      "a tag of an event", "tag:afghanistan", OF_EVENTS, &keys_tag },
	[QUERY_SOURCE]   = { "source",   "cites a passage of the source, or of one within it, by id or words of its citation", "source:cpc", CITING, &keys_source },
	[QUERY_STATUS]   = { "status",   "the status of an event, or of a point", "status:open", OF_EVENTS, &keys_status },
	[QUERY_RELATION] = { "relation", "a relation of this type, from or to the record", "relation:follows", ALL, &keys_relation },
	[QUERY_SUPPLIED] = { "supplied", "a date, a status or an outcome is supplied by the curator (yes or no)", "supplied:yes", DATED, &keys_supplied },
	[QUERY_DAMAGED]  = { "damaged",  "cites a passage that is damaged (yes or no)", "damaged:yes", CITING, &keys_damaged },
	[QUERY_QUOTED]   = { "quoted",   "cites a passage, or is one that is cited (yes or no)", "quoted:no", CITING, &keys_quoted },
	[QUERY_STATE]    = { "state",    "cites a passage in this state", "state:orphan", CITING, &keys_state },
	[QUERY_ID]       = { "id",       "the record with the id, or the event of a point with the id", "id:blinken-norov", ALL, &keys_id },
	[QUERY_TITLE]    = { "title",    "words of the title or the names", "title:dialogue", ALL, NULL },
};
/* clang-format on */
