#include "config.h"

#include "model/terms.h"

#include <string.h>

#define VOCABULARY(variable, title, table)                                               \
	const struct vocabulary variable = { .name = (title),                            \
					     .terms = (table),                           \
					     .count = sizeof(table) / sizeof(table)[0] }

/* clang-format off */
static const struct vocab_term actor_kind_terms[] = {
	[ACTOR_PERSON]       = { "person",       "person",       "one human being" },
	[ACTOR_STATE]        = { "state",        "state",        "a state, acting through its officials" },
	[ACTOR_ORGANIZATION] = { "organization", "organization", "a body with a name and members: an alliance, a firm, an office" },
	[ACTOR_GROUP]        = { "group",        "group",        "people taken together without a body: demonstrators, a generation" },
};
VOCABULARY(actor_kinds, "kind of actor", actor_kind_terms);

static const struct vocab_term office_status_terms[] = {
	[OFFICE_APPOINTED] = { "appointed", "appointed", "named to the office" },
	[OFFICE_ELECTED]   = { "elected",   "elected",   "chosen by vote" },
	[OFFICE_ACTING]    = { "acting",    "acting",    "holds it until someone is named or confirmed" },
	[OFFICE_DISPUTED]  = { "disputed",  "disputed",  "others claim the office or deny the claim" },
};
VOCABULARY(office_statuses, "office status", office_status_terms);

static const struct vocab_term feature_terms[] = {
	[FEATURE_PCLI] = { "PCLI", "country",               "independent political entity" },
	[FEATURE_PCLH] = { "PCLH", "former country",        "historical political entity" },
	[FEATURE_ADM1] = { "ADM1", "region of a country",   "first-order administrative division" },
	[FEATURE_PPL]  = { "PPL",  "town",                  "populated place" },
	[FEATURE_PPLA] = { "PPLA", "regional capital",      "seat of a first-order administrative division" },
	[FEATURE_PPLC] = { "PPLC", "capital",               "capital of a political entity" },
	[FEATURE_RGN]  = { "RGN",  "region",                "area distinguished by some trait, such as Central Asia" },
	[FEATURE_AIRB] = { "AIRB", "air base",              "area used to store, repair and fly military aircraft" },
	[FEATURE_AIRP] = { "AIRP", "airport",               "place where aircraft regularly land and take off" },
	[FEATURE_INSM] = { "INSM", "military installation", "facility for use of and control by armed forces" },
	[FEATURE_PRT]  = { "PRT",  "port",                  "place with terminal facilities for ships" },
	[FEATURE_GULF] = { "GULF", "gulf",                  "large recess in the coastline" },
	[FEATURE_SEA]  = { "SEA",  "sea",                   "large body of salt water" },
	[FEATURE_BDG]  = { "BDG",  "bridge",                "structure across an obstacle" },
	[FEATURE_BLDG] = { "BLDG", "building",              "structure built for permanent use" },
	[FEATURE_RR]   = { "RR",   "railway",               "permanent twin steel-rail track" },
	[FEATURE_STM]  = { "STM",  "river",                 "running body of water" },
	[FEATURE_MT]   = { "MT",   "mountain",              "elevation with steep slopes and a summit" },
};
VOCABULARY(features, "GeoNames feature code", feature_terms);

static const struct vocab_term event_type_terms[] = {
	[TYPE_AGREE]     = { "AGREE",     "agree",     "agree to, or promise, future cooperation or concession" },
	[TYPE_CONSULT]   = { "CONSULT",   "consult",   "meet, visit, negotiate, talk" },
	[TYPE_SUPPORT]   = { "SUPPORT",   "support",   "give or express diplomatic, moral or symbolic support" },
	[TYPE_CONCEDE]   = { "CONCEDE",   "concede",   "yield to a demand, ease a restriction, express regret" },
	[TYPE_COOPERATE] = { "COOPERATE", "cooperate", "carry out cooperation: trade, exercises, sharing of intelligence" },
	[TYPE_AID]       = { "AID",       "aid",       "provide material help: money, goods, training, arms, shelter" },
	[TYPE_RETREAT]   = { "RETREAT",   "retreat",   "withdraw, release, disarm, give back, cease fire" },
	[TYPE_REQUEST]   = { "REQUEST",   "request",   "ask, demand or propose that another act" },
	[TYPE_ACCUSE]    = { "ACCUSE",    "accuse",    "criticise, blame, allege wrongdoing, investigate" },
	[TYPE_REJECT]    = { "REJECT",    "reject",    "refuse what was asked, offered or agreed" },
	[TYPE_THREATEN]  = { "THREATEN",  "threaten",  "threaten or warn of a harmful act" },
	[TYPE_PROTEST]   = { "PROTEST",   "protest",   "demonstrate, strike, riot, boycott" },
	[TYPE_SANCTION]  = { "SANCTION",  "sanction",  "reduce or break relations, expel, impose sanctions, convict" },
	[TYPE_MOBILIZE]  = { "MOBILIZE",  "mobilize",  "deploy or show force without using it" },
	[TYPE_COERCE]    = { "COERCE",    "coerce",    "repress, restrict, seize, arrest: force short of assault" },
	[TYPE_ASSAULT]   = { "ASSAULT",   "assault",   "use physical violence" },
};
VOCABULARY(event_types, "PLOVER event type", event_type_terms);

static const struct vocab_term event_mode_terms[] = {
	[MODE_VISIT]          = { "visit",          "visit",           "one party goes to the other" },
	[MODE_THIRD_PARTY]    = { "third-party",    "third party",     "mediated, or hosted, by someone else" },
	[MODE_MULTILATERAL]   = { "multilateral",   "multilateral",    "three or more parties" },
	[MODE_PHONE]          = { "phone",          "by phone",        "by telephone or video" },
	[MODE_WITHDRAW]       = { "withdraw",       "withdraw",        "troops, claims, membership or a mission" },
	[MODE_RELEASE]        = { "release",        "release",         "people who were held" },
	[MODE_RETURN]         = { "return",         "return",          "property or territory" },
	[MODE_DISARM]         = { "disarm",         "disarm",          "give up arms" },
	[MODE_CEASEFIRE]      = { "ceasefire",      "cease-fire",      "stop fighting" },
	[MODE_ACCESS]         = { "access",         "access",          "let in observers, inspectors, aid" },
	[MODE_RESIGN]         = { "resign",         "resign",          "leave an office" },
	[MODE_ASSIST]         = { "assist",         "assist",          "about help or cooperation" },
	[MODE_CHANGE]         = { "change",         "change",          "about reform: leaders, policies, rights, institutions" },
	[MODE_YIELD]          = { "yield",          "yield",           "about concession: release, withdrawal, easing, access" },
	[MODE_MEET]           = { "meet",           "meet",            "about talks, mediation, settlement" },
	[MODE_DISAPPROVE]     = { "disapprove",     "disapprove",      "criticise, denounce, complain" },
	[MODE_INVESTIGATE]    = { "investigate",    "investigate",     "look into wrongdoing" },
	[MODE_ALLEGE]         = { "allege",         "allege",          "claim a wrong or a crime" },
	[MODE_RESTRICT]       = { "restrict",       "restrict",        "rights, movement, trade" },
	[MODE_BAN]            = { "ban",            "ban",             "parties, assemblies, persons, media" },
	[MODE_ARREST]         = { "arrest",         "arrest",          "hold people" },
	[MODE_RELATIONS]      = { "relations",      "relations",       "reduce or break relations" },
	[MODE_EXPEL]          = { "expel",          "expel",           "persons, missions, members" },
	[MODE_TERRITORY]      = { "territory",      "territory",       "take or blockade territory" },
	[MODE_VIOLENCE]       = { "violence",       "violence",        "use armed force" },
	[MODE_UNCONVENTIONAL] = { "unconventional", "unconventional",  "use weapons of mass destruction" },
	[MODE_DEMO]           = { "demo",           "demonstration",   "march, rally, picket" },
	[MODE_RIOT]           = { "riot",           "riot",            "violent or destructive" },
	[MODE_STRIKE]         = { "strike",         "strike",          "stop work" },
	[MODE_HUNGER]         = { "hunger",         "hunger strike",   "refuse food" },
	[MODE_BOYCOTT]        = { "boycott",        "boycott",         "refuse to buy or take part" },
	[MODE_OBSTRUCT]       = { "obstruct",       "obstruct",        "block roads, buildings, proceedings" },
	[MODE_CONVICT]        = { "convict",        "convict",         "by a court" },
	[MODE_DISCONTINUE]    = { "discontinue",    "discontinue",     "halt talks, aid, cooperation" },
	[MODE_TROOPS]         = { "troops",         "troops",          "armed forces" },
	[MODE_WEAPONS]        = { "weapons",        "weapons",         "arms, missiles, aircraft, ships" },
	[MODE_POLICE]         = { "police",         "police",          "police forces" },
	[MODE_MILITIA]        = { "militia",        "militia",         "irregular forces" },
	[MODE_SEIZE]          = { "seize",          "seize",           "property, buildings, territory" },
	[MODE_CENSOR]         = { "censor",         "censor",          "the press, the internet, speech" },
	[MODE_CURFEW]         = { "curfew",         "curfew",          "keep people at home" },
	[MODE_MARTIAL_LAW]    = { "martial-law",    "martial law",     "or a state of emergency" },
	[MODE_DEPORT]         = { "deport",         "deport",          "send people out of the country" },
	[MODE_WITHHOLD]       = { "withhold",       "withhold",        "goods, services, information" },
	[MODE_MISINFORM]      = { "misinform",      "misinform",       "spread false information" },
	[MODE_CYBER]          = { "cyber",          "cyber attack",    "against computers and networks" },
	[MODE_ABDUCT]         = { "abduct",         "abduct",          "kidnap, hijack, take hostage" },
	[MODE_BEAT]           = { "beat",           "beat",            "without weapons" },
	[MODE_TORTURE]        = { "torture",        "torture",         "people who are held" },
	[MODE_EXECUTE]        = { "execute",        "execute",         "by order of an authority" },
	[MODE_SEXUAL]         = { "sexual",         "sexual violence", "sexual violence" },
	[MODE_DESTROY]        = { "destroy",        "destroy",         "property, infrastructure" },
	[MODE_ASSASSINATE]    = { "assassinate",    "assassinate",     "a chosen person" },
	[MODE_PRIMITIVE]      = { "primitive",      "primitive arms",  "knives, clubs, stones, fire" },
	[MODE_FIREARMS]       = { "firearms",       "firearms",        "small arms" },
	[MODE_EXPLOSIVES]     = { "explosives",     "explosives",      "bombs, mines, grenades" },
	[MODE_SUICIDE_ATTACK] = { "suicide-attack", "suicide attack",  "the attacker means to die" },
	[MODE_HEAVY_WEAPONS]  = { "heavy-weapons",  "heavy weapons",   "artillery, tanks, missiles" },
	[MODE_AERIAL]         = { "aerial",         "from the air",    "bombing, drones" },
	[MODE_CHEMICAL]       = { "chemical",       "chemical",        "chemical, biological or radiological arms" },
};
VOCABULARY(event_modes, "PLOVER mode", event_mode_terms);

static const struct vocab_term event_status_terms[] = {
	[EVENT_PLANNED]   = { "planned",   "planned",   "had yet to happen when the source was written" },
	[EVENT_REPORTED]  = { "reported",  "reported",  "the source passes on what others say" },
	[EVENT_DISPUTED]  = { "disputed",  "disputed",  "sources disagree whether or how it happened" },
	[EVENT_CANCELLED] = { "cancelled", "cancelled", "was planned and did not happen" },
};
VOCABULARY(event_statuses, "event status", event_status_terms);

static const struct vocab_term part_terms[] = {
	[PART_ACTOR]       = { "actor",       "actor",       "who acts: the visitor, the one who asks" },
	[PART_RECIPIENT]   = { "recipient",   "recipient",   "who is acted upon: the host, the one who is asked" },
	[PART_THIRD_PARTY] = { "third-party", "third party", "who mediates, or whom it is about" },
	[PART_OBSERVER]    = { "observer",    "observer",    "who is present and no party" },
};
VOCABULARY(parts, "role", part_terms);

static const struct vocab_term point_kind_terms[] = {
	[POINT_TOPIC]        = { "topic",        "topic",        "what was talked about" },
	[POINT_POSITION]     = { "position",     "position",     "what one side holds" },
	[POINT_REQUEST]      = { "request",      "request",      "what one side asks of another" },
	[POINT_COMMITMENT]   = { "commitment",   "commitment",   "what one side promises" },
	[POINT_COMMENDATION] = { "commendation", "commendation", "what one side praises" },
	[POINT_CRITICISM]    = { "criticism",    "criticism",    "what one side finds fault with" },
	[POINT_ANNOUNCEMENT] = { "announcement", "announcement", "what was made known" },
	[POINT_ASSESSMENT]   = { "assessment",   "assessment",   "how an author judges it" },
};
VOCABULARY(point_kinds, "kind of point", point_kind_terms);

static const struct vocab_term point_status_terms[] = {
	[POINT_OPEN]      = { "open",      "open",             "nothing has come of it yet" },
	[POINT_FULFILLED] = { "fulfilled", "fulfilled",        "it was done" },
	[POINT_PARTLY]    = { "partly",    "partly fulfilled", "some of it was done" },
	[POINT_BROKEN]    = { "broken",    "broken",           "the contrary was done" },
	[POINT_LAPSED]    = { "lapsed",    "lapsed",           "its time passed" },
	[POINT_UNKNOWN]   = { "unknown",   "unknown",          "the sources do not say" },
};
VOCABULARY(point_statuses, "status", point_status_terms);

static const struct vocab_term rank_terms[] = {
	[RANK_PREFERRED]  = { "preferred",  "preferred",  "the best of them" },
	[RANK_NORMAL]     = { "normal",     "normal",     "as good as another" },
	[RANK_DEPRECATED] = { "deprecated", "deprecated", "known to be wrong, kept on record" },
};
VOCABULARY(ranks, "rank", rank_terms);

#define OF(type) (1u << TYPE_##type)

static const unsigned mode_types[] = {
	[MODE_VISIT]          = OF(CONSULT),
	[MODE_THIRD_PARTY]    = OF(CONSULT),
	[MODE_MULTILATERAL]   = OF(CONSULT),
	[MODE_PHONE]          = OF(CONSULT),
	[MODE_WITHDRAW]       = OF(RETREAT) | OF(SANCTION),
	[MODE_RELEASE]        = OF(RETREAT),
	[MODE_RETURN]         = OF(RETREAT),
	[MODE_DISARM]         = OF(RETREAT),
	[MODE_CEASEFIRE]      = OF(RETREAT),
	[MODE_ACCESS]         = OF(RETREAT),
	[MODE_RESIGN]         = OF(RETREAT),
	[MODE_ASSIST]         = OF(REQUEST) | OF(REJECT),
	[MODE_CHANGE]         = OF(REQUEST) | OF(REJECT),
	[MODE_YIELD]          = OF(REQUEST) | OF(REJECT),
	[MODE_MEET]           = OF(REQUEST) | OF(REJECT),
	[MODE_DISAPPROVE]     = OF(ACCUSE),
	[MODE_INVESTIGATE]    = OF(ACCUSE),
	[MODE_ALLEGE]         = OF(ACCUSE),
	[MODE_RESTRICT]       = OF(THREATEN) | OF(COERCE),
	[MODE_BAN]            = OF(THREATEN) | OF(COERCE),
	[MODE_ARREST]         = OF(THREATEN) | OF(COERCE),
	[MODE_RELATIONS]      = OF(THREATEN),
	[MODE_EXPEL]          = OF(THREATEN) | OF(SANCTION),
	[MODE_TERRITORY]      = OF(THREATEN),
	[MODE_VIOLENCE]       = OF(THREATEN),
	[MODE_UNCONVENTIONAL] = OF(THREATEN),
	[MODE_DEMO]           = OF(PROTEST),
	[MODE_RIOT]           = OF(PROTEST),
	[MODE_STRIKE]         = OF(PROTEST),
	[MODE_HUNGER]         = OF(PROTEST),
	[MODE_BOYCOTT]        = OF(PROTEST),
	[MODE_OBSTRUCT]       = OF(PROTEST),
	[MODE_CONVICT]        = OF(SANCTION),
	[MODE_DISCONTINUE]    = OF(SANCTION),
	[MODE_TROOPS]         = OF(MOBILIZE),
	[MODE_WEAPONS]        = OF(MOBILIZE),
	[MODE_POLICE]         = OF(MOBILIZE),
	[MODE_MILITIA]        = OF(MOBILIZE),
	[MODE_SEIZE]          = OF(COERCE),
	[MODE_CENSOR]         = OF(COERCE),
	[MODE_CURFEW]         = OF(COERCE),
	[MODE_MARTIAL_LAW]    = OF(COERCE),
	[MODE_DEPORT]         = OF(COERCE),
	[MODE_WITHHOLD]       = OF(COERCE),
	[MODE_MISINFORM]      = OF(COERCE),
	[MODE_CYBER]          = OF(COERCE),
	[MODE_ABDUCT]         = OF(ASSAULT),
	[MODE_BEAT]           = OF(ASSAULT),
	[MODE_TORTURE]        = OF(ASSAULT),
	[MODE_EXECUTE]        = OF(ASSAULT),
	[MODE_SEXUAL]         = OF(ASSAULT),
	[MODE_DESTROY]        = OF(ASSAULT),
	[MODE_ASSASSINATE]    = OF(ASSAULT),
	[MODE_PRIMITIVE]      = OF(ASSAULT),
	[MODE_FIREARMS]       = OF(ASSAULT),
	[MODE_EXPLOSIVES]     = OF(ASSAULT),
	[MODE_SUICIDE_ATTACK] = OF(ASSAULT),
	[MODE_HEAVY_WEAPONS]  = OF(ASSAULT),
	[MODE_AERIAL]         = OF(ASSAULT),
	[MODE_CHEMICAL]       = OF(ASSAULT),
};
/* clang-format on */

int vocabulary_find(const struct vocabulary *vocabulary, const char *name, size_t len)
{
	for (int i = 1; i < vocabulary->count; i++) {
		const char *term = vocabulary->terms[i].name;

		if (strlen(term) == len && !memcmp(term, name, len))
			return i;
	}
	return 0;
}

bool event_mode_fits(enum event_type type, enum event_mode mode)
{
	return mode == MODE_NONE || (mode_types[mode] & 1u << type) != 0;
}
