/**
 * @file
 * The controlled vocabularies of the format.
 *
 * Each vocabulary is a const table indexed by its enum; entry 0 means "not given" and
 * has a NULL name.  The loader and its messages, the schema and the manual use the
 * names, the screen the labels.
 */
#ifndef DAFTAR_MODEL_TERMS_H
#define DAFTAR_MODEL_TERMS_H

#include <stdbool.h>
#include <stddef.h>

struct vocab_term {
	const char *name;  /* in YAML */
	const char *label; /* on the screen */
	const char *help;  /* one line for the manual and the schema */
};

struct vocabulary {
	const char *name; /* "event type" */
	const struct vocab_term *terms;
	int count; /* including entry 0 */
};

/** After Popolo and FollowTheMoney. */
enum actor_kind {
	ACTOR_NONE,
	ACTOR_PERSON,
	ACTOR_STATE,
	ACTOR_ORGANIZATION,
	ACTOR_GROUP
};

enum office_status {
	OFFICE_STATUS_NONE,
	OFFICE_APPOINTED,
	OFFICE_ELECTED,
	OFFICE_ACTING,
	OFFICE_DISPUTED
};

/** A selection of the GeoNames feature codes. */
enum feature {
	FEATURE_NONE,
	FEATURE_PCLI, /* independent political entity */
	FEATURE_PCLH, /* former one */
	FEATURE_ADM1, /* first-order division, autonomous republic */
	FEATURE_PPL,  /* populated place */
	FEATURE_PPLA, /* seat of a first-order division */
	FEATURE_PPLC, /* capital */
	FEATURE_RGN,  /* region */
	FEATURE_AIRB, /* air base */
	FEATURE_AIRP, /* airport */
	FEATURE_INSM, /* military installation */
	FEATURE_PRT,  /* port */
	FEATURE_GULF,
	FEATURE_SEA,
	FEATURE_BDG,  /* bridge */
	FEATURE_BLDG, /* building */
	FEATURE_RR,   /* railroad */
	FEATURE_STM,  /* stream */
	FEATURE_MT    /* mountain */
};

/** PLOVER 2.0 event types. */
enum event_type {
	TYPE_NONE,
	TYPE_AGREE,
	TYPE_CONSULT,
	TYPE_SUPPORT,
	TYPE_CONCEDE,
	TYPE_COOPERATE,
	TYPE_AID,
	TYPE_RETREAT,
	TYPE_REQUEST,
	TYPE_ACCUSE,
	TYPE_REJECT,
	TYPE_THREATEN,
	TYPE_PROTEST,
	TYPE_SANCTION,
	TYPE_MOBILIZE,
	TYPE_COERCE,
	TYPE_ASSAULT
};

/**
 * PLOVER 2.0 modes.  A mode is valid for certain types only: see event_mode_fits() and
 * its table in terms.c.
 */
enum event_mode {
	MODE_NONE,
	MODE_VISIT, /* CONSULT */
	MODE_THIRD_PARTY,
	MODE_MULTILATERAL,
	MODE_PHONE,
	MODE_WITHDRAW, /* RETREAT, SANCTION */
	MODE_RELEASE,
	MODE_RETURN,
	MODE_DISARM,
	MODE_CEASEFIRE,
	MODE_ACCESS,
	MODE_RESIGN,
	MODE_ASSIST, /* REQUEST, REJECT */
	MODE_CHANGE,
	MODE_YIELD,
	MODE_MEET,
	MODE_DISAPPROVE, /* ACCUSE */
	MODE_INVESTIGATE,
	MODE_ALLEGE,
	MODE_RESTRICT, /* THREATEN, COERCE */
	MODE_BAN,
	MODE_ARREST,
	MODE_RELATIONS,
	MODE_EXPEL,
	MODE_TERRITORY,
	MODE_VIOLENCE,
	MODE_UNCONVENTIONAL,
	MODE_DEMO, /* PROTEST */
	MODE_RIOT,
	MODE_STRIKE,
	MODE_HUNGER,
	MODE_BOYCOTT,
	MODE_OBSTRUCT,
	MODE_CONVICT, /* SANCTION */
	MODE_DISCONTINUE,
	MODE_TROOPS, /* MOBILIZE */
	MODE_WEAPONS,
	MODE_POLICE,
	MODE_MILITIA,
	MODE_SEIZE, /* COERCE */
	MODE_CENSOR,
	MODE_CURFEW,
	MODE_MARTIAL_LAW,
	MODE_DEPORT,
	MODE_WITHHOLD,
	MODE_MISINFORM,
	MODE_CYBER,
	MODE_ABDUCT, /* ASSAULT */
	MODE_BEAT,
	MODE_TORTURE,
	MODE_EXECUTE,
	MODE_SEXUAL,
	MODE_DESTROY,
	MODE_ASSASSINATE,
	MODE_PRIMITIVE,
	MODE_FIREARMS,
	MODE_EXPLOSIVES,
	MODE_SUICIDE_ATTACK,
	MODE_HEAVY_WEAPONS,
	MODE_AERIAL,
	MODE_CHEMICAL
};

enum event_status {
	EVENT_STATUS_NONE, /* happened */
	EVENT_PLANNED,
	EVENT_REPORTED,
	EVENT_DISPUTED,
	EVENT_CANCELLED
};

/** PLOVER roles.  The visitor is the actor, the host the recipient. */
enum part { PART_NONE, PART_ACTOR, PART_RECIPIENT, PART_THIRD_PARTY, PART_OBSERVER };

enum point_kind {
	POINT_NONE,
	POINT_TOPIC,
	POINT_POSITION,
	POINT_REQUEST,
	POINT_COMMITMENT,
	POINT_COMMENDATION,
	POINT_CRITICISM,
	POINT_ANNOUNCEMENT,
	POINT_ASSESSMENT
};

/** The outcome of a commitment or a request. */
enum point_status {
	POINT_STATUS_NONE,
	POINT_OPEN,
	POINT_FULFILLED,
	POINT_PARTLY,
	POINT_BROKEN,
	POINT_LAPSED,
	POINT_UNKNOWN
};

/** The rank of a date claim, as in Wikidata. */
enum rank { RANK_NONE, RANK_PREFERRED, RANK_NORMAL, RANK_DEPRECATED };

extern const struct vocabulary actor_kinds, office_statuses, features, event_types,
	event_modes, event_statuses, parts, point_kinds, point_statuses, ranks;

/** The index of the term `name` (case-sensitive), or 0 when there is none. */
int vocabulary_find(const struct vocabulary *vocabulary, const char *name, size_t len);

/** Does PLOVER allow `mode` for `type`?  MODE_NONE fits every type. */
bool event_mode_fits(enum event_type type, enum event_mode mode);

#endif
