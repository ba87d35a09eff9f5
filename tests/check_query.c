#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "load/load.h"
#include "query/query.h"

/* A dossier and its index. */
struct asked {
	struct dossier dossier;
	struct query_index *index;
};

/* tests/data/queries.yaml, which must be without fault. */
static void load(struct asked *asked)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	char path[4096];

	snprintf(path, sizeof path, "%s/queries.yaml", getenv("DATA"));
	*asked = (struct asked){ 0 };
	bool ok = load_dossier(path, &asked->dossier, &diags);

	ck_assert_msg(ok, "%s", diags.first ? diags.first->message : "");
	asked->index = query_index_new(&asked->dossier, NULL);
	arena_clear(&arena);
}

static void release(struct asked *asked)
{
	query_index_free(asked->index);
	dossier_release(&asked->dossier);
}

static struct query_view view_of(const struct asked *asked, const struct query *query,
				 enum kind kind)
{
	return (struct query_view){ query, asked->index, { .kind = kind } };
}

/* The steps of a thread. */
static struct query_scope steps_of(const struct asked *asked, int thread,
				   struct arena *arena)
{
	const struct thread *path = &asked->dossier.threads[thread];
	struct ref *refs = arena_array(arena, (size_t)path->step_count, sizeof *refs);

	for (int i = 0; i < path->step_count; i++)
		refs[i] = path->steps[i].ref;
	return (struct query_scope){ .refs = refs, .count = path->step_count };
}

/* The ids that a query finds, a question mark behind the possible ones. */
static void run(const struct query_view *view, const struct dossier *dossier,
		struct buf *out)
{
	struct arena arena = { 0 };
	struct query_hits hits;
	int possible;

	query_run(view, &arena, &hits);
	buf_clear(out);
	for (int i = 0; i < hits.count; i++)
		buf_printf(out, "%s%s%s", i ? " " : "",
			   dossier_record(dossier, hits.refs[i])->id,
			   hits.truths[i] == TRUTH_MAYBE ? "?" : "");
	ck_assert_int_eq(query_count_hits(view, &possible), hits.count);
	ck_assert_int_eq(possible, hits.possible_count);
	arena_clear(&arena);
}

/* clang-format off */
static const struct {
	const char *text, *ids;
} questions[] = {
	{ "", "someday courting independence base astana thaw sco-session meeting next-dialogue" },
	{ " \t\n", "someday courting independence base astana thaw sco-session meeting next-dialogue" },
	{ "year:2005", "base astana" },
	{ "year:2001..2005", "base astana" },
	{ "year:..1999", "someday courting independence" },
	{ "year:2016..", "sco-session meeting next-dialogue thaw?" },
	{ "year:2021,2023", "next-dialogue sco-session?" },
	{ "year:1990..1999", "courting independence" },
	{ "year:1995", "courting?" },
	{ "year:-0044", "" },
	{ "date:2022-12", "meeting sco-session?" },
	{ "date:2005-07-15", "base astana?" },
	{ "date:2016", "thaw?" },
	{ "date:199X", "courting independence" },
	{ "date:../2001", "someday courting independence base" },
	{ "actor:uzbekistan", "courting independence base meeting sco-session?" },
	{ "actor:Uzbekistan", "courting independence base meeting sco-session?" },
	{ "actor:OZBEKISTON", "courting independence base meeting sco-session?" },
	{ "actor:\"republic of uzbekistan\"", "courting independence base meeting sco-session?" },
	{ "actor:uzbek", "someday courting independence base meeting sco-session?" },
	{ "actor:karim", "independence base" },
	{ "actor:\"islam karimov\"", "independence base" },
	{ "actor:Каримов", "independence base" },
	{ "actor:norov,blinken", "sco-session meeting" },
	{ "actor:u.s.", "courting base astana meeting" },
	{ "actor:states", "courting base astana meeting" },
	{ "actor:sco", "astana sco-session?" },
	{ "actor:cooperation", "astana sco-session?" },
	{ "actor:airways", "someday" },
	{ "actor:uzbekistan actor:united-states", "courting base meeting" },
	{ "-actor:uzbekistan", "someday astana thaw next-dialogue sco-session?" },
	{ "not:actor:uzbekistan", "someday astana thaw next-dialogue sco-session?" },
	{ "-actor:karimov,norov,sco", "someday courting thaw next-dialogue" },
	{ "role:observer", "sco-session" },
	{ "role:actor", "courting independence base astana meeting" },
	{ "-role:recipient,actor", "someday thaw sco-session next-dialogue" },
	{ "place:uzbekistan", "independence base thaw" },
	{ "place:central-asia", "independence base thaw" },
	{ "place:toshkent", "independence thaw" },
	{ "place:k2", "base" },
	{ "place:karshi", "base" },
	{ "-place:uzbekistan", "someday courting astana sco-session meeting next-dialogue" },
	{ "type:consult", "meeting next-dialogue" },
	{ "type:CONSULT,request", "astana meeting next-dialogue" },
	{ "mode:visit", "meeting" },
	{ "kind:request", "base astana meeting" },
	{ "kind:request,commitment", "base astana meeting" },
	{ "kind:topic", "" },
	{ "thread:k2-sco", "base astana" },
	{ "thread:week", "meeting next-dialogue" },
	{ "thread:sco", "base astana" },
	{ "tag:military", "base astana" },
	{ "tag:human", "meeting" },
	{ "-tag:military,k2,human-rights", "someday courting independence thaw sco-session next-dialogue" },
	{ "source:cpc", "meeting" },
	{ "source:friends", "base astana" },
	{ "source:freund", "meeting" },
	{ "source:akbarzadeh", "base astana" },
	{ "source:\"friends or foes\"", "base astana" },
	{ "status:planned", "next-dialogue" },
	{ "status:open", "meeting" },
	{ "status:open,broken", "base meeting" },
	{ "id:meeting", "meeting" },
	{ "id:trials", "meeting" },
	{ "id:base,astana", "base astana" },
	{ "karimov", "independence base thaw" },
	{ "ozbekiston", "courting base thaw meeting" },
	{ "america", "courting base astana" },
	{ "\"stay as long as needed\"", "base" },
	{ "\"stay long\"", "" },
	{ "\"just and public trials\"", "meeting" },
	{ "trial", "meeting" },
	{ "rial", "" },
	{ "railway", "someday" },
	{ "announced", "meeting next-dialogue" },
	{ "military", "base astana" },
	{ "k2", "base" },
	{ "minister", "meeting" },
	{ "prèsident", "independence thaw" },
	{ "tashkent washington", "courting" },
	{ "tashkent,washington", "courting independence thaw meeting next-dialogue" },
	{ "-karimov year:1990..2010", "courting astana" },
	{ "100%", "thaw" },
	{ "\"u.s.\"", "courting base astana" },
	{ "cautiously", "thaw" },
	{ "actor:norov year:2022 kind:request", "meeting" },
	{ "year:2021 -actor:norov", "" },
	{ "year:2021..2022 actor:uzbekistan", "meeting sco-session?" },
	{ "ACTOR:norov", "sco-session meeting" },
	{ "tashkent OR washington", "courting independence thaw meeting next-dialogue" },
	{ "tashkent AND washington", "courting" },
	{ "(tashkent OR washington) year:2022", "meeting" },
	{ "tashkent washington OR railway", "someday courting" },
	{ "NOT tashkent year:1991..2005", "base astana" },
	{ "-(place:uzbekistan OR tag:military)", "someday courting sco-session meeting next-dialogue" },
	{ "-(-place:uzbekistan)", "independence base thaw" },
	{ "not:not:karimov", "independence base thaw" },
	{ "--karimov", "independence base thaw" },
	{ "role:host", "meeting" },
	{ "role:visitor", "meeting" },
	{ "role:recipient actor:norov", "" },
	{ "role:actor actor:norov", "meeting" },
	{ "role:host actor:norov", "" },
	{ "role:host actor:united-states", "meeting" },
	{ "role:recipient actor:united-states", "courting astana meeting" },
	{ "role:actor actor:uzbekistan role:recipient actor:united-states", "courting meeting" },
	{ "role:actor actor:united-states role:recipient actor:uzbekistan", "base" },
	{ "kind:request status:broken", "" },
	{ "kind:commitment status:broken", "base" },
	{ "kind:request (status:fulfilled OR status:open)", "base meeting" },
	{ "kind:request status:fulfilled kind:commitment status:broken", "base" },
	{ "kind:request status:broken kind:commitment status:fulfilled", "" },
	{ "kind:request -status:open", "base astana" },
	{ "source:friends damaged:yes", "base" },
	{ "source:cpc damaged:yes", "" },
	{ "source:friends damaged:no", "astana" },
	{ "damaged:no", "someday courting independence astana thaw sco-session meeting next-dialogue" },
	{ "supplied:yes", "courting astana" },
	{ "supplied:no", "someday independence base thaw sco-session meeting next-dialogue" },
	{ "quoted:yes", "base astana meeting" },
	{ "quoted:no", "someday courting independence thaw sco-session next-dialogue" },
	{ "state:unchecked", "base astana meeting" },
	{ "state:orphan", "" },
	{ "relation:follows", "meeting next-dialogue" },
	{ "office:president", "independence base" },
	{ "office:\"foreign minister\"", "meeting sco-session?" },
	{ "office:secretary", "meeting sco-session?" },
	{ "office:secretary actor:norov", "sco-session?" },
	{ "office:\"president of uzbekistan\" actor:karimov", "independence base" },
	{ "actor:\"foreign minister\"", "meeting sco-session?" },
	{ "actor:\"secretary of state\"", "meeting" },
	{ "actor:president", "independence base" },
	{ "type:visit", "meeting" },
	{ "title:norov", "meeting" },
	{ "title:tashkent", "courting" },
	{ "actor:Каримова", "independence base" },
	{ "actor:Норову", "sco-session meeting" },
	{ "Каримова", "independence base" },
	{ "Ислама Каримова", "independence base" },
	{ "\"Ислама Каримова\"", "independence base" },
	{ "Norovning", "sco-session meeting next-dialogue" },
	{ "Ташкенте", "independence thaw" },
	{ "place:Ташкента", "independence thaw" },
	{ "place:Toshkentda", "independence thaw" },
	{ "date:[2001,2005]", "base astana" },
	{ "date:{1991,2022}", "independence meeting courting? sco-session?" },
	{ "date:[1991,1995]", "independence courting?" },
	{ "date:2001/2005", "base astana" },
	{ "date:\"2005-07\"", "base astana" },
	{ "year:2022,2023", "meeting next-dialogue sco-session?" },
	{ "id:TRIALS", "meeting" },
	{ "[a", "" },
	{ "\"[2001,2005]\"", "" },
	{ "type:consult mode:visit", "meeting" },
	{ "tag:k2,human-rights", "base meeting" },
	{ "NOT (type:consult)", "someday courting independence base astana thaw sco-session" },
	{ "(karimov)", "independence base thaw" },
};

static const struct {
	const char *text;
	size_t at, len;
	const char *message;
} faults[] = {
	{ "actr:norov", 0, 5, "unknown field \"actr\"; did you mean \"actor:\"?" },
	{ "year:2005 https://x", 10, 6, "unknown field \"https\"; put words with a colon in quotation marks" },
	{ "actor:norv", 6, 4, "unknown actor \"norv\"; did you mean \"norov\"?" },
	{ "year:2022 -actor:norov,blinkn", 23, 6, "unknown actor \"blinkn\"; did you mean \"blinken\"?" },
	{ "actor:zzz", 6, 3, "unknown actor \"zzz\"" },
	{ "place:taskent", 6, 7, "unknown place \"taskent\"; did you mean \"tashkent\"?" },
	{ "type:konsult", 5, 7, "unknown type \"konsult\"; did you mean \"consult\"?" },
	{ "kind:zzz", 5, 3, "unknown kind \"zzz\"; expected one of topic, position, request, commitment, commendation, criticism, announcement, assessment" },
	{ "thread:weak", 7, 4, "unknown thread \"weak\"; did you mean \"week\"?" },
	{ "tag:militry", 4, 7, "unknown tag \"militry\"; did you mean \"military\"?" },
	{ "source:frend", 7, 5, "unknown source \"frend\"; did you mean \"Freund\"?" },
	{ "status:opn", 7, 3, "unknown status \"opn\"; did you mean \"open\"?" },
	{ "id:meet", 3, 4, "unknown id \"meet\"" },
	{ "year:", 5, 0, "missing value" },
	{ "year:20x5", 5, 4, "invalid year \"20x5\"; expected 2005, 2001..2005, ..1999 or 2016.." },
	{ "year:..", 5, 2, "invalid year \"..\"; expected 2005, 2001..2005, ..1999 or 2016.." },
	{ "year:2001...2005", 5, 11, "invalid year \"2001...2005\"; expected 2005, 2001..2005, ..1999 or 2016.." },
	{ "year:99999999999", 5, 11, "invalid year \"99999999999\"; expected 2005, 2001..2005, ..1999 or 2016.." },
	{ "year:2005..2001", 5, 10, "the range ends before it begins; write 2001..2005" },
	{ "actor:norov,", 12, 0, "missing value" },
	{ "actor:,norov", 6, 1, "missing value" },
	{ "actor: norov", 6, 1, "missing value" },
	{ "-", 1, 0, "missing value" },
	{ "a - b", 3, 1, "missing value" },
	{ "not:", 4, 0, "missing value" },
	{ "\"human rights", 0, 13, "unclosed quotation mark" },
	{ "actor:\"norov", 6, 6, "unclosed quotation mark" },
	{ "\"a\"b", 3, 1, "expected a blank or a comma after the closing quotation mark" },
	{ "'", 0, 1, "\"'\" has no letters to search for" },
	{ "\"\"", 0, 2, "\"\" has no letters to search for" },
	{ "\" \"", 0, 3, "\" \" has no letters to search for" },
	{ "actor:\"\"", 6, 2, "unknown actor \"\"" },
	{ "(", 0, 1, "unclosed parenthesis" },
	{ "()", 0, 2, "empty parentheses" },
	{ "( )", 0, 3, "empty parentheses" },
	{ "a)", 1, 1, "unmatched \")\"" },
	{ "(a", 0, 2, "unclosed parenthesis" },
	{ "(a b", 0, 4, "unclosed parenthesis" },
	{ "a (b OR", 2, 5, "unclosed parenthesis" },
	{ "a OR", 4, 0, "missing term after OR" },
	{ "OR a", 0, 2, "missing term before OR" },
	{ "a OR OR b", 5, 2, "missing term before OR" },
	{ "a AND", 5, 0, "missing term after AND" },
	{ "AND a", 0, 3, "missing term before AND" },
	{ "a AND OR b", 6, 2, "missing term before OR" },
	{ "NOT", 0, 3, "missing term after NOT" },
	{ "NOT )", 0, 4, "missing term after NOT" },
	{ "(NOT)", 1, 3, "missing term after NOT" },
	{ "a NOT", 2, 3, "missing term after NOT" },
	{ "-(", 1, 1, "unclosed parenthesis" },
	{ "-()", 1, 2, "empty parentheses" },
	{ "-(a", 1, 2, "unclosed parenthesis" },
	{ "a(b)", 1, 1, "missing blank before \"(\"; a value that has parentheses needs quotation marks" },
	{ "(a)b", 3, 1, "missing blank after \")\"" },
	{ "(a),b", 3, 1, "missing blank after \")\"" },
	{ "actor:(norov)", 6, 1, "missing value" },
	{ "actor:norov(x)", 11, 1, "missing blank before \"(\"; a value that has parentheses needs quotation marks" },
	{ "actor:", 6, 0, "missing value" },
	{ "-actor:", 7, 0, "missing value" },
	{ "-year:x", 6, 1, "invalid year \"x\"; expected 2005, 2001..2005, ..1999 or 2016.." },
	{ "date:", 5, 0, "missing value" },
	{ "date:2022-13", 5, 7, "invalid date \"2022-13\": " },
	{ "date:[2001,2005", 5, 5, "invalid date \"[2001\": " },
	{ "date:soon", 5, 4, "invalid date \"soon\": " },
	{ "year:2001,", 10, 0, "missing value" },
	{ "year:twenty", 5, 6, "invalid year \"twenty\"; expected 2005, 2001..2005, ..1999 or 2016.." },
	{ "type:foo", 5, 3, "unknown type \"foo\"; expected one of agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject, threaten, protest, sanction, mobilize, coerce, assault" },
	{ "mode:xyzzy", 5, 5, "unknown mode \"xyzzy\"" },
	{ "role:boss", 5, 4, "unknown role \"boss\"; expected one of actor, recipient, third-party, observer, visitor, host" },
	{ "kind:wish", 5, 4, "unknown kind \"wish\"; expected one of topic, position, request, commitment, commendation, criticism, announcement, assessment" },
	{ "status:done", 7, 4, "unknown status \"done\"; expected one of planned, reported, disputed, cancelled, open, fulfilled, partly, broken, lapsed, unknown" },
	{ "supplied:maybe", 9, 5, "invalid answer \"maybe\"; expected yes or no" },
	{ "damaged:perhaps", 8, 7, "invalid answer \"perhaps\"; expected yes or no" },
	{ "quoted:maybe", 7, 5, "invalid answer \"maybe\"; expected yes or no" },
	{ "state:lost", 6, 4, "unknown state \"lost\"; expected one of unchecked, exact, moved, changed, ambiguous, orphan" },
	{ "id:Nobody", 3, 6, "unknown id \"Nobody\"" },
	{ "title:\"", 6, 1, "unclosed quotation mark" },
	{ "title:'", 6, 1, "\"'\" has no letters to search for" },
	{ "office:emperor", 7, 7, "unknown office \"emperor\"" },
	{ "relation:hates", 9, 5, "unknown relation \"hates\"" },
	{ "place:atlantis", 6, 8, "unknown place \"atlantis\"" },
	{ "source:nobody", 7, 6, "unknown source \"nobody\"" },
	{ "thread:unknown", 7, 7, "unknown thread \"unknown\"" },
	{ "tag:none-such", 4, 9, "unknown tag \"none-such\"" },
	{ "\"a\"OR", 3, 1, "expected a blank or a comma after the closing quotation mark" },
	{ "\"a\"(b", 3, 1, "missing blank before \"(\"; a value that has parentheses needs quotation marks" },
	{ "NOT not:", 8, 0, "missing value" },
	{ "-\"", 1, 1, "unclosed quotation mark" },
	{ "year:\"2001", 5, 5, "unclosed quotation mark" },
	{ "quoted:\"yes", 7, 4, "unclosed quotation mark" },
	{ "mode:vsit", 5, 4, "unknown mode \"vsit\"; did you mean \"visit\"?" },
	{ "relation:folows", 9, 6, "unknown relation \"folows\"; did you mean \"follows\"?" },
	{ "stat:open", 0, 5, "unknown field \"stat\"; did you mean \"state:\"?" },
	{ "typ:consult", 0, 4, "unknown field \"typ\"; did you mean \"type:\"?" },
	{ "http://example.org", 0, 5, "unknown field \"http\"; put words with a colon in quotation marks" },
};

/* Queries whose printed form differs from what was typed, and how. */
static const struct {
	const char *text, *printed;
} prints[] = {
	{ "  karimov\tyear:2005 ", "karimov year:2005" },
	{ "not:ACTOR:norov", "-actor:norov" },
	{ "\"karimov\"", "karimov" },
	{ "actor:\"islam karimov\",\"norov\"", "actor:\"islam karimov\",norov" },
	{ "\"-karimov\"", "\"-karimov\"" },
	{ "-\"-karimov\"", "-\"-karimov\"" },
	{ "\"say \"\"cautiously\"\"\"", "\"say \"\"cautiously\"\"\"" },
	{ "\"a,b\" \"c:d\"", "\"a,b\" \"c:d\"" },
	{ "6\"", "6\"" },
	{ "12:30", "\"12:30\"" },
	{ "--karimov", "karimov" },
	{ "NOT karimov AND year:2005", "-karimov year:2005" },
	{ "karimov OR year:2005", "(karimov OR year:2005)" },
	{ "(karimov)", "karimov" },
	{ "(karimov tashkent) military", "(karimov tashkent) military" },
	{ "karimov tashkent OR NOT military", "((karimov tashkent) OR -military)" },
	{ "-(a OR b c)", "-(a OR (b c))" },
	{ "date:[2001,2005],1999", "date:[2001,2005],1999" },
	{ "\"[a\",b", "\"[a\",b" },
	{ "\"(a)\" \"OR\" \"AND\" \"NOT\" or", "\"(a)\" \"OR\" \"AND\" \"NOT\" or" },
	{ "title:\"OR\"", "title:OR" },
};
/* clang-format on */

/* clang-format off */
/* Queries over other kinds of records than events, and over steps (KIND_NONE). */
static const struct {
	enum kind kind;
	const char *text, *ids;
} others[] = {
	{ KIND_POINT, "", "as-long-as-needed temporary overflights astana-ask trials" },
	{ KIND_POINT, "kind:request", "overflights astana-ask trials" },
	{ KIND_POINT, "-kind:request", "as-long-as-needed temporary" },
	{ KIND_POINT, "kind:request status:open", "trials" },
	{ KIND_POINT, "kind:request status:broken", "" },
	{ KIND_POINT, "actor:karimov", "as-long-as-needed overflights" },
	{ KIND_POINT, "actor:uzbekistan", "as-long-as-needed temporary overflights trials" },
	{ KIND_POINT, "actor:united-states -kind:request", "as-long-as-needed" },
	{ KIND_POINT, "year:2005", "as-long-as-needed temporary overflights astana-ask" },
	{ KIND_POINT, "place:uzbekistan", "as-long-as-needed temporary overflights" },
	{ KIND_POINT, "type:cooperate", "as-long-as-needed temporary overflights" },
	{ KIND_POINT, "tag:military", "as-long-as-needed temporary overflights astana-ask" },
	{ KIND_POINT, "thread:k2-sco", "as-long-as-needed temporary overflights astana-ask" },
	{ KIND_POINT, "thread:week", "trials" },
	{ KIND_POINT, "source:friends damaged:yes", "as-long-as-needed" },
	{ KIND_POINT, "quoted:no", "temporary overflights" },
	{ KIND_POINT, "stay", "as-long-as-needed" },
	{ KIND_POINT, "blinken", "trials" },
	{ KIND_POINT, "id:trials", "trials" },
	{ KIND_POINT, "title:airspace", "overflights" },
	{ KIND_POINT, "office:president", "as-long-as-needed overflights" },
	{ KIND_POINT, "supplied:yes", "astana-ask" },
	{ KIND_ACTOR, "kind:person", "norov blinken karimov" },
	{ KIND_ACTOR, "kind:state", "uzbekistan united-states" },
	{ KIND_ACTOR, "actor:uzbekistan", "uzbekistan norov karimov" },
	{ KIND_ACTOR, "office:president", "karimov" },
	{ KIND_ACTOR, "office:\"secretary of state\"", "blinken" },
	{ KIND_ACTOR, "cooperation", "sco norov" },
	{ KIND_ACTOR, "title:норов", "norov" },
	{ KIND_ACTOR, "id:sco", "sco" },
	{ KIND_ACTOR, "quoted:yes", "" },
	{ KIND_PLACE, "place:uzbekistan", "land-uzbekistan tashkent k2" },
	{ KIND_PLACE, "type:ppl", "" },
	{ KIND_PLACE, "type:capital", "tashkent washington" },
	{ KIND_PLACE, "toshkent", "tashkent" },
	{ KIND_PLACE, "title:k2", "k2" },
	{ KIND_PLACE, "-type:capital", "central-asia land-uzbekistan k2" },
	{ KIND_RELATION, "relation:follows", "r-follows" },
	{ KIND_RELATION, "relation:\"followed by\"", "r-follows" },
	{ KIND_RELATION, "supplied:yes", "r-partner" },
	{ KIND_RELATION, "year:2003", "r-partner" },
	{ KIND_RELATION, "place:k2", "r-partner" },
	{ KIND_RELATION, "meeting", "r-follows" },
	{ KIND_RELATION, "source:cpc", "r-follows" },
	{ KIND_PASSAGE, "damaged:yes", "p-base" },
	{ KIND_PASSAGE, "damaged:no", "p-meet p-trials p-leave" },
	{ KIND_PASSAGE, "source:cpc", "p-meet p-trials" },
	{ KIND_PASSAGE, "state:unchecked", "p-meet p-trials p-base p-leave" },
	{ KIND_PASSAGE, "state:orphan", "" },
	{ KIND_PASSAGE, "actor:sco", "p-leave" },
	{ KIND_PASSAGE, "quoted:yes", "p-meet p-trials p-base p-leave" },
	{ KIND_PASSAGE, "base", "p-base" },
	{ KIND_PASSAGE, "akbarzadeh", "p-base p-leave" },
	{ KIND_REFERENCE, "year:2007", "friends" },
	{ KIND_REFERENCE, "type:webpage", "cpc" },
	{ KIND_REFERENCE, "type:article-journal", "friends" },
	{ KIND_REFERENCE, "damaged:yes", "friends" },
	{ KIND_REFERENCE, "source:freund", "cpc" },
	{ KIND_REFERENCE, "foes", "friends" },
	{ KIND_REFERENCE, "date:2022", "cpc" },
	{ KIND_THREAD, "thread:week", "week" },
	{ KIND_THREAD, "base", "k2-sco" },
	{ KIND_THREAD, "id:k2-sco", "k2-sco" },
	{ KIND_RELATION_TYPE, "id:follows", "follows" },
	{ KIND_NONE, "", "astana base as-long-as-needed" },
	{ KIND_NONE, "thread:k2-sco", "astana base as-long-as-needed" },
	{ KIND_NONE, "thread:week", "" },
	{ KIND_NONE, "kind:commitment", "base as-long-as-needed" },
	{ KIND_NONE, "kind:request", "astana base" },
	{ KIND_NONE, "actor:karimov", "base as-long-as-needed" },
	{ KIND_NONE, "actor:sco", "astana" },
	{ KIND_NONE, "year:2005", "astana base as-long-as-needed" },
	{ KIND_NONE, "stay", "base as-long-as-needed" },
	{ KIND_NONE, "damaged:yes", "base as-long-as-needed" },
	{ KIND_NONE, "-kind:request", "as-long-as-needed" },
};

/* clang-format on */

START_TEST(questions_find_what_they_ask_for)
{
	struct asked asked;
	struct buf found = BUF_INIT;

	load(&asked);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		struct query query = { 0 };
		struct query_fault fault;
		struct query_view view = view_of(&asked, &query, KIND_EVENT);

		ck_assert_msg(query_add(&query, asked.index, questions[i].text, &fault),
			      "%s: %s", questions[i].text, fault.message);
		run(&view, &asked.dossier, &found);
		ck_assert_msg(!strcmp(found.bytes, questions[i].ids), "%s found %s",
			      questions[i].text, found.bytes);
		query_release(&query);
	}
	buf_release(&found);
	release(&asked);
}
END_TEST

START_TEST(every_kind_of_record_is_found)
{
	struct asked asked;
	struct buf found = BUF_INIT;
	struct arena arena = { 0 };

	load(&asked);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct query query = { 0 };
		struct query_fault fault;
		struct query_view view = view_of(&asked, &query, others[i].kind);

		if (others[i].kind == KIND_NONE)
			view.scope = steps_of(&asked, 0, &arena);
		ck_assert_msg(query_add(&query, asked.index, others[i].text, &fault),
			      "%s: %s", others[i].text, fault.message);
		run(&view, &asked.dossier, &found);
		ck_assert_msg(!strcmp(found.bytes, others[i].ids), "%s found %s",
			      others[i].text, found.bytes);
		query_release(&query);
	}
	buf_release(&found);
	arena_clear(&arena);
	release(&asked);
}
END_TEST

/* clang-format off */
/* On the shipped content, which grows: what must be found, and what must not. */
static const struct {
	enum kind kind;
	const char *text, *found, *missing;
} on_content[] = {
	{ KIND_EVENT, "actor:norov year:2022", "blinken-norov dialogue-2022", "k2-base dialogue-2023" },
	{ KIND_EVENT, "role:host actor:blinken", "blinken-norov", "dialogue-2022" },
	{ KIND_EVENT, "role:visitor actor:norov", "blinken-norov", "k2-base" },
	{ KIND_EVENT, "role:host actor:norov", "", "blinken-norov" },
	{ KIND_EVENT, "kind:request actor:uzbekistan year:2022", "blinken-norov", "dialogue-2022" },
	{ KIND_EVENT, "place:k2", "k2-base", "andijan-2005 blinken-norov" },
	{ KIND_EVENT, "place:uzbekistan year:2005", "k2-base andijan-2005", "astana-2005" },
	{ KIND_EVENT, "actor:karimov year:2005", "astana-2005", "blinken-norov" },
	{ KIND_EVENT, "thread:k2-sco year:2005", "k2-base andijan-2005 astana-2005", "partnership-2002" },
	{ KIND_EVENT, "type:visit year:2022", "blinken-norov", "k2-base" },
	{ KIND_EVENT, "actor:\"foreign minister\" year:2022", "blinken-norov", "astana-2005" },
	{ KIND_EVENT, "actor:\"secretary of state\"", "blinken-norov", "k2-base" },
	{ KIND_EVENT, "damaged:yes year:2001..2005", "k2-base", "blinken-norov" },
	{ KIND_EVENT, "Каримова", "astana-2005", "blinken-norov" },
	{ KIND_EVENT, "title:dialogue", "dialogue-2021 dialogue-2022 dialogue-2023", "blinken-norov" },
	{ KIND_EVENT, "source:cpc year:2022", "blinken-norov dialogue-2022", "astana-2005" },
	{ KIND_EVENT, "actor:sco", "sco-accession astana-2005", "blinken-norov" },
	{ KIND_EVENT, "id:trials-request", "blinken-norov", "dialogue-2022" },
	{ KIND_EVENT, "(place:k2 OR actor:blinken) -year:2022", "k2-base", "blinken-norov" },
	{ KIND_POINT, "kind:request actor:blinken", "trials-request", "" },
	{ KIND_POINT, "kind:commitment", "", "trials-request" },
	{ KIND_ACTOR, "kind:person", "norov blinken karimov lu", "uzbekistan" },
	{ KIND_ACTOR, "actor:uzbekistan", "norov karimov uzbekistan", "blinken" },
	{ KIND_PLACE, "place:uzbekistan", "tashkent k2", "washington" },
	{ KIND_REFERENCE, "type:webpage", "cpc-2022 web-copy", "" },
	{ KIND_RELATION, "relation:follows", "dialogue-follows-meeting", "" },
};
/* clang-format on */

static void load_content(struct asked *asked)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };

	*asked = (struct asked){ 0 };
	load_dossier(getenv("CONTENT"), &asked->dossier, &diags);
	asked->index = query_index_new(&asked->dossier, NULL);
	arena_clear(&arena);
}

/* Is each of the ids a hit, or none of them? */
static void check_ids(const struct asked *asked, const struct query *query,
		      const char *ids, bool are_hits)
{
	char copy[256];

	snprintf(copy, sizeof copy, "%s", ids);
	for (char *id = strtok(copy, " "); id; id = strtok(NULL, " ")) {
		struct ref ref = dossier_find(&asked->dossier, id);
		struct buf text = BUF_INIT;

		query_print(query, &text);
		ck_assert_msg(!ref_is_none(ref), "there is no %s", id);
		ck_assert_msg((query_match(query, asked->index, ref) >= TRUTH_MAYBE) ==
				      are_hits,
			      "%s: %s", text.bytes, id);
		buf_release(&text);
	}
}

START_TEST(the_content_is_found)
{
	struct asked asked;

	load_content(&asked);
	for (size_t i = 0; i < sizeof on_content / sizeof *on_content; i++) {
		struct query query = { 0 };
		struct query_fault fault;
		struct query_view view = view_of(&asked, &query, on_content[i].kind);

		ck_assert_msg(query_add(&query, asked.index, on_content[i].text, &fault),
			      "%s: %s", on_content[i].text, fault.message);
		check_ids(&asked, &query, on_content[i].found, true);
		check_ids(&asked, &query, on_content[i].missing, false);
		ck_assert(query_count_hits(&view, NULL) || !*on_content[i].found);
		query_release(&query);
	}
	release(&asked);
}
END_TEST

START_TEST(a_thread_field_counts_the_steps_of_its_tab)
{
	struct asked asked;

	load_content(&asked);
	for (int i = 0; i < asked.dossier.counts[KIND_THREAD]; i++) {
		struct query query = { 0 };
		struct arena arena = { 0 };
		struct query_view view = { &query, asked.index,
					   steps_of(&asked, i, &arena) };

		ck_assert(query_add_value(&query, asked.index, QUERY_THREAD,
					  asked.dossier.threads[i].record.id));
		ck_assert_int_eq(query_count_hits(&view, NULL),
				 asked.dossier.threads[i].step_count);
		query_release(&query);
		arena_clear(&arena);
	}
	release(&asked);
}
END_TEST

START_TEST(faults_say_where_and_what_was_meant)
{
	struct asked asked;
	struct query query = { 0 };

	load(&asked);
	ck_assert(query_add(&query, asked.index, "karimov", NULL));
	ck_assert_uint_ge(sizeof faults / sizeof *faults, 60);
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct query_fault fault = { 0 };

		ck_assert_msg(!query_add(&query, asked.index, faults[i].text, &fault),
			      "%s", faults[i].text);
		size_t len = strlen(faults[i].message);
		bool is_open = len && faults[i].message[len - 1] == ' ';

		/* What is wrong with a date, the date says. */
		ck_assert_msg(!strncmp(fault.message, faults[i].message,
				       is_open ? len : sizeof fault.message) &&
				      fault.at == faults[i].at &&
				      fault.len == faults[i].len,
			      "{ \"%s\", %zu, %zu, \"%s\" },", faults[i].text, fault.at,
			      fault.len, fault.message);
		ck_assert_int_eq(query_count(&query), 1);
		ck_assert(!query_add(&query, asked.index, faults[i].text, NULL));
	}
	query_release(&query);
	release(&asked);
}
END_TEST

/* Add the text, print it, add that to another query: both print and find the same. */
static void check_print(const struct asked *asked, const char *text, const char *printed)
{
	struct query first = { 0 }, second = { 0 };
	struct query_view of_first = view_of(asked, &first, KIND_EVENT);
	struct query_view of_second = view_of(asked, &second, KIND_EVENT);
	struct buf a = BUF_INIT, b = BUF_INIT;

	ck_assert_msg(query_add(&first, asked->index, text, NULL), "%s", text);
	query_print(&first, &a);
	if (printed)
		ck_assert_str_eq(a.bytes, printed);
	ck_assert_msg(query_add(&second, asked->index, a.bytes, NULL), "%s", a.bytes);
	query_print(&second, &b);
	ck_assert_str_eq(a.bytes, b.bytes);
	ck_assert_int_eq(query_count(&first), query_count(&second));
	run(&of_first, &asked->dossier, &a);
	run(&of_second, &asked->dossier, &b);
	ck_assert_str_eq(a.bytes, b.bytes);
	buf_release(&a);
	buf_release(&b);
	query_release(&first);
	query_release(&second);
}

START_TEST(what_is_printed_reads_back_the_same)
{
	struct asked asked;

	load(&asked);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
		check_print(&asked, questions[i].text, NULL);
	for (size_t i = 0; i < sizeof prints / sizeof *prints; i++)
		check_print(&asked, prints[i].text, prints[i].printed);
	release(&asked);
}
END_TEST

/* Choosing each value of a field must find what the facet has promised. */
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
		int hits = query_count_hits(&after, &possible);

		ck_assert_msg(hits == facets[i].count &&
				      possible == facets[i].possible_count,
			      "%s:%s: %d (%d) promised, %d (%d) found",
			      query_fields[field].name, value, facets[i].count,
			      facets[i].possible_count, hits, possible);
		ck_assert(hits > 0 || facets[i].is_chosen);
		query_release(&chosen);
	}
	arena_clear(&arena);
}

static void check_facets(const struct asked *asked, const char *text)
{
	struct arena arena = { 0 };
	struct query query = { 0 };
	struct query_view view = { &query, asked->index, { 0 } };

	ck_assert(query_add(&query, asked->index, text, NULL));
	for (int field = QUERY_ACTOR; field < QUERY_FIELD_COUNT; field++) {
		for (int kind = KIND_ACTOR; kind < KIND_COUNT; kind++) {
			view.scope = (struct query_scope){ .kind = (enum kind)kind };
			check_field(&view, (enum query_field)field);
		}
		view.scope = steps_of(asked, 0, &arena);
		check_field(&view, (enum query_field)field);
	}
	query_release(&query);
	arena_clear(&arena);
}

START_TEST(facets_promise_what_choosing_gives)
{
	struct asked asked;

	load(&asked);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
		check_facets(&asked, questions[i].text);
	release(&asked);
}
END_TEST

START_TEST(facets_of_the_content_promise_what_choosing_gives)
{
	static const char *const texts[] = { "",
					     "actor:uzbekistan",
					     "role:host",
					     "kind:request -year:2022",
					     "year:2005 damaged:yes",
					     "actor:karimov OR place:k2" };
	struct asked asked;

	load_content(&asked);
	check_facets(&asked, texts[_i]);
	release(&asked);
}
END_TEST

START_TEST(facets_are_in_order_and_pass_over_their_own_field)
{
	struct asked asked;
	struct query query = { 0 };
	struct query_view view = view_of(&asked, &query, KIND_EVENT);
	struct arena arena = { 0 };
	struct buf words = BUF_INIT;
	int count;

	load(&asked);
	view.index = asked.index;
	ck_assert(query_add(&query, asked.index, "place:uzbekistan year:2005", NULL));
	const struct facet *facets = query_facets(&view, QUERY_YEAR, &arena, &count);

	for (int i = 0; i < count; i++)
		buf_printf(&words, "%s%s %d/%d ", facets[i].is_chosen ? "*" : "",
			   facets[i].label, facets[i].count, facets[i].possible_count);
	ck_assert_str_eq(words.bytes,
			 "*2005 1/0 1991 1/0 2001 1/0 2002 1/0 2003 1/0 2004 1/0 "
			 "2016 1/1 ");
	buf_clear(&words);
	query_switch(&query, 1, false);
	facets = query_facets(&view, QUERY_PLACE, &arena, &count);
	for (int i = 0; i < count; i++)
		buf_printf(&words, "%s%s=%s %d ", facets[i].is_chosen ? "*" : "",
			   facets[i].value, facets[i].label, facets[i].count);
	ck_assert_str_eq(words.bytes,
			 "*land-uzbekistan=Uzbekistan 3 central-asia=Central Asia 3 "
			 "tashkent=Tashkent 2 k2=Karshi-Khanabad Air Base 1 "
			 "washington=Washington, D.C. 1 ");
	query_facets(&view, QUERY_TEXT, &arena, &count);
	ck_assert_int_eq(count, 0);
	buf_release(&words);
	arena_clear(&arena);
	query_release(&query);
	release(&asked);
}
END_TEST

START_TEST(terms_are_switched_and_dropped)
{
	struct asked asked;
	struct query query = { 0 };
	struct query_view view;
	struct buf words = BUF_INIT;

	load(&asked);
	view = view_of(&asked, &query, KIND_EVENT);
	ck_assert(query_add(&query, asked.index, "year:2005 actor:sco military", NULL));
	run(&view, &asked.dossier, &words);
	ck_assert_str_eq(words.bytes, "astana");
	query_switch(&query, 1, false);
	ck_assert(!query_is_on(&query, 1));
	run(&view, &asked.dossier, &words);
	ck_assert_str_eq(words.bytes, "base astana");
	query_drop(&query, 0);
	query_switch(&query, 0, true);
	run(&view, &asked.dossier, &words);
	ck_assert_str_eq(words.bytes, "astana");
	buf_clear(&words);
	query_print_term(&query, 1, &words);
	ck_assert_str_eq(words.bytes, "military");
	buf_release(&words);
	query_release(&query);
	release(&asked);
}
END_TEST

START_TEST(a_term_is_replaced_in_its_place)
{
	struct asked asked;
	struct query query = { 0 };
	struct query_fault fault = { 0 };
	struct buf words = BUF_INIT;

	load(&asked);
	ck_assert(query_add(&query, asked.index, "year:2005 actor:sco military", NULL));
	query_switch(&query, 1, false);
	ck_assert(query_replace(&query, asked.index,
				&(struct query_edit){ 1, "-tashkent actor:norov" },
				NULL));
	query_print(&query, &words);
	ck_assert_str_eq(words.bytes, "year:2005 -tashkent actor:norov military");
	ck_assert(query_is_on(&query, 0) && !query_is_on(&query, 1) &&
		  !query_is_on(&query, 2) && query_is_on(&query, 3));
	ck_assert(!query_replace(&query, asked.index, &(struct query_edit){ 0, "year:x" },
				 &fault));
	ck_assert_uint_eq(fault.at, 5);
	ck_assert(
		query_replace(&query, asked.index, &(struct query_edit){ 1, " " }, NULL));
	buf_clear(&words);
	query_print(&query, &words);
	ck_assert_str_eq(words.bytes, "year:2005 actor:norov military");
	ck_assert(query_is_on(&query, 0) && !query_is_on(&query, 1));
	buf_release(&words);
	query_release(&query);
	release(&asked);
}
END_TEST

START_TEST(a_copy_stands_alone)
{
	struct asked asked;
	struct query query = { 0 }, copy = { 0 };
	struct buf words = BUF_INIT;

	load(&asked);
	ck_assert(query_add(&query, asked.index, "-(a OR b) year:2005", NULL));
	query_switch(&query, 1, false);
	query_copy(&copy, &query);
	query_release(&query);
	query_print(&copy, &words);
	ck_assert_str_eq(words.bytes, "-(a OR b) year:2005");
	ck_assert(query_is_on(&copy, 0) && !query_is_on(&copy, 1));
	buf_release(&words);
	query_release(&copy);
	release(&asked);
}
END_TEST

/* clang-format off */
static const struct {
	const char *before;
	enum query_field field;
	const char *values[3];
	const char *after; /* NULL: it can't be chosen */
} choices[] = {
	{ "", QUERY_ACTOR, { "norov" }, "actor:norov" },
	{ "", QUERY_ACTOR, { "norov", "blinken" }, "actor:norov,blinken" },
	{ "military year:2005 a", QUERY_YEAR, { "2022" }, "military year:2022 a" },
	{ "actor:norov a actor:sco", QUERY_ACTOR, { "blinken" }, "actor:blinken a" },
	{ "actor:norov a actor:sco", QUERY_ACTOR, { NULL }, "a" },
	{ "-actor:norov", QUERY_ACTOR, { "sco" }, "-actor:norov actor:sco" },
	{ "(actor:norov OR a)", QUERY_ACTOR, { "sco" }, "(actor:norov OR a) actor:sco" },
	{ "a", QUERY_ACTOR, { "norov", "nobody" }, NULL },
	{ "a", QUERY_OFFICE, { "Foreign Minister of Uzbekistan" }, "a office:\"Foreign Minister of Uzbekistan\"" },
	{ "a", QUERY_TEXT, { "two words" }, "\"two words\"" },
};
/* clang-format on */

START_TEST(choosing_replaces_the_terms_of_the_field)
{
	struct asked asked;

	load(&asked);
	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
		struct query query = { 0 };
		struct query_choice choice = { choices[i].field, choices[i].values, 0 };
		struct buf words = BUF_INIT;

		while (choice.count < 3 && choice.values[choice.count])
			choice.count++;
		ck_assert(query_add(&query, asked.index, choices[i].before, NULL));
		ck_assert_int_eq(query_choose(&query, asked.index, &choice),
				 choices[i].after != NULL);
		query_print(&query, &words);
		ck_assert_str_eq(words.bytes,
				 choices[i].after ? choices[i].after : choices[i].before);
		buf_release(&words);
		query_release(&query);
	}
	release(&asked);
}
END_TEST

START_TEST(a_state_is_found_through_its_officials)
{
	static const struct {
		const char *text, *record, *through;
	} rows[] = {
		{ "actor:uzbekistan", "independence", "karimov" },
		{ "actor:uzbekistan", "base", NULL }, /* it takes part itself */
		{ "actor:sco", "sco-session", "norov" },
		{ "actor:karimov", "independence", NULL },
		{ "-actor:sco", "independence", NULL },
		{ "actor:states", "meeting", "blinken" },
		{ "actor:uzbekistan", "as-long-as-needed", "karimov" },
		{ "role:actor actor:uzbekistan", "meeting", "norov" },
		{ "role:recipient actor:uzbekistan", "base", NULL },
		{ "actor:\"foreign minister\"", "meeting", "norov" },
		{ "k2 OR actor:states", "meeting", "blinken" },
		{ "actor:uzbekistan", "karimov", NULL },
		{ "military", "base", NULL },
	};
	struct asked asked;

	load(&asked);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct query query = { 0 };
		struct ref record = dossier_find(&asked.dossier, rows[i].record);

		ck_assert(query_add(&query, asked.index, rows[i].text, NULL));
		const struct record *through = dossier_record(
			&asked.dossier, query_through(&query, asked.index, record));

		ck_assert_msg(!strcmp(through ? through->id : "-",
				      rows[i].through ? rows[i].through : "-"),
			      "%s", rows[i].text);
		query_release(&query);
	}
	release(&asked);
}
END_TEST

/* clang-format off */
static const struct {
	const char *text, *point;
	bool is_asked;
} points[] = {
	{ "kind:request",                "trials",     true },
	{ "kind:request,commitment",     "trials",     true },
	{ "kind:commitment",             "trials",     false },
	{ "status:open",                 "trials",     true },
	{ "status:open",                 "astana-ask", false },
	{ "kind:request status:broken",  "trials",     false },
	{ "kind:request kind:position",  "trials",     true },
	{ "kind:position OR status:open", "trials",    true },
	{ "-kind:commitment",            "trials",     false },
	{ "trials year:2022",            "trials",     false },
	{ "",                            "trials",     false },
};
/* clang-format on */

START_TEST(a_point_is_asked_for_by_its_kind_and_status)
{
	struct query query = { 0 };
	struct asked asked;

	load(&asked);
	ck_assert(query_add(&query, asked.index, points[_i].text, NULL));
	struct ref point = dossier_find(&asked.dossier, points[_i].point);

	ck_assert_int_eq(query_match_point(&query, asked.index, point),
			 points[_i].is_asked);
	for (int i = 0; i < query_count(&query); i++)
		query_switch(&query, i, false);
	ck_assert(!query_match_point(&query, asked.index, point));
	query_release(&query);
	release(&asked);
}
END_TEST

START_TEST(the_term_that_excludes_most_is_named)
{
	static const struct {
		const char *text;
		int blamed, count;
	} rows[] = {
		{ "year:1850 actor:norov", 0, 2 },
		{ "actor:norov year:1991..2005", 0, 4 },
		{ "zzzz", 0, 9 },
		{ "zzzz yyyy", -1, 0 },
		{ "k2 role:observer", 1, 1 }, /* each gives one: the last */
	};
	struct asked asked;

	load(&asked);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct query query = { 0 };
		struct query_view view = view_of(&asked, &query, KIND_EVENT);
		int count;

		ck_assert(query_add(&query, asked.index, rows[i].text, NULL));
		int blamed = query_blame(&view, &count);

		ck_assert_msg(blamed == rows[i].blamed && count == rows[i].count,
			      "%s: %d, %d", rows[i].text, blamed, count);
		query_release(&query);
	}
	release(&asked);
}
END_TEST

/* clang-format off */
static const struct {
	const char *text; /* the cursor is at "|" */
	size_t at, len;
	const char *candidates; /* with what they give */
} completions[] = {
	{ "st|", 0, 2, "status: state: actor:united-states/4" },
	{ "actor:no|", 6, 2, "norov/2" },
	{ "actor:norov,bl|", 12, 2, "blinken/1" },
	{ "year:2022 actor:|", 16, 0, "uzbekistan/2 norov/2 blinken/1 sco/1 united-states/1" },
	{ "-kind:r|", 6, 1, "request/3" },
	{ "not:kind:r|", 9, 1, "request/3" },
	{ "role:| year:2022", 5, 0, "actor/1 host/1 observer/1 recipient/1 visitor/1" },
	{ "(kind:c|", 6, 1, "commitment/1" },
	{ "a O|", 2, 1, "office: OR " },
	{ "O|", 0, 1, "office:" },
	{ "office:\"fo|", 7, 3, "\"Foreign Minister of Uzbekistan\"/2" },
	{ "norov x\"|", 6, 2, "" },
};
/* clang-format on */

START_TEST(what_is_typed_is_completed)
{
	struct asked asked;
	struct arena arena = { 0 };
	struct buf words = BUF_INIT;
	char text[64];

	load(&asked);
	for (size_t i = 0; i < sizeof completions / sizeof *completions; i++) {
		const char *bar = strchr(completions[i].text, '|');
		struct query_view view = view_of(&asked, NULL, KIND_EVENT);
		struct query_completion completion;

		size_t cursor = (size_t)(bar - completions[i].text);

		snprintf(text, sizeof text, "%.*s%s", (int)cursor, completions[i].text,
			 bar + 1);
		query_complete(&view, &(struct query_prompt){ text, cursor }, &arena,
			       &completion);
		buf_clear(&words);
		for (int j = 0; j < completion.count; j++) {
			const struct query_candidate *candidate =
				&completion.candidates[j];

			buf_printf(&words, "%s%s", j ? " " : "", candidate->text);
			if (candidate->count >= 0)
				buf_printf(&words, "/%d", candidate->count);
		}
		ck_assert_msg(!strcmp(words.bytes, completions[i].candidates) &&
				      completion.at == completions[i].at &&
				      completion.len == completions[i].len,
			      "%s: %zu, %zu, %s", completions[i].text, completion.at,
			      completion.len, words.bytes);
	}
	buf_release(&words);
	arena_clear(&arena);
	release(&asked);
}
END_TEST

START_TEST(words_are_given_for_highlighting)
{
	struct asked asked;
	struct query query = { 0 };
	struct arena arena = { 0 };
	struct buf all = BUF_INIT;
	int count;

	load(&asked);
	ck_assert(query_add(&query, asked.index,
			    "Base -not title:TALK (\"Human rights\" OR Каримову) off",
			    NULL));
	query_switch(&query, 4, false);
	const char *const *words = query_words(&query, asked.index, &arena, &count);

	for (int i = 0; i < count; i++)
		buf_printf(&all, "%s|", words[i]);
	ck_assert_str_eq(all.bytes, "base|talk|human rights|каримову|каримов|");
	buf_release(&all);
	arena_clear(&arena);
	query_release(&query);
	release(&asked);
}
END_TEST

START_TEST(a_query_outlives_its_dossier)
{
	static const char later[] =
		"dossier: {title: T, format: 1}\n"
		"actors: [{id: norov, kind: person, name: Norov}]\n"
		"events: [{id: e, title: E, date: 2005, participants: "
		"[{actor: norov, role: actor}]}]\n";
	struct asked asked, reloaded = { 0 };
	struct query query = { 0 };
	struct query_view view;
	struct query_fault fault = { 0 };
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };

	load(&asked);
	ck_assert(query_add(&query, asked.index, "actor:norov actor:sco", NULL));
	ck_assert_int_eq(query_unresolved(&query, asked.index, NULL), -1);
	release(&asked);
	load_text(&(struct load_source){ "later", later, sizeof later - 1 },
		  &reloaded.dossier, &diags);
	reloaded.index = query_index_new(&reloaded.dossier, NULL);
	view = view_of(&reloaded, &query, KIND_EVENT);
	ck_assert_int_eq(query_unresolved(&query, reloaded.index, &fault), 1);
	ck_assert_str_eq(fault.message, "unknown actor \"sco\"");
	ck_assert_int_eq(query_count_hits(&view, NULL), 0);
	query_switch(&query, 1, false);
	ck_assert_int_eq(query_count_hits(&view, NULL), 1);
	query_release(&query);
	arena_clear(&arena);
	release(&reloaded);
}
END_TEST

START_TEST(a_paste_is_no_query)
{
	struct asked asked;
	struct query query = { 0 };
	struct query_fault fault = { 0 };
	struct buf text = BUF_INIT;

	load(&asked);
	for (int i = 0; i < QUERY_TERMS_MOST; i++)
		buf_str(&text, "a ");
	ck_assert(query_add(&query, asked.index, text.bytes, &fault));
	ck_assert(!query_add(&query, asked.index, "b", &fault));
	query_release(&query);
	for (int i = 0; i < 500000; i++)
		buf_str(&text, "a ");
	ck_assert(!query_add(&query, asked.index, text.bytes, &fault));
	ck_assert_str_eq(fault.message, "a query has at most 64 terms");
	ck_assert_uint_eq(fault.at, (size_t)QUERY_TERMS_MOST * 2);
	ck_assert_uint_eq(fault.len, 1);
	ck_assert_int_eq(query_count(&query), 0);
	buf_clear(&text);
	for (int i = 0; i < QUERY_VALUES_MOST + 1; i++)
		buf_str(&text, i ? ",a" : "a");
	ck_assert(!query_add(&query, asked.index, text.bytes, &fault));
	ck_assert_str_eq(fault.message, "a query has at most 1024 values");
	buf_release(&text);
	query_release(&query);
	release(&asked);
}
END_TEST

/* What is read is read again when it is printed, also at the deepest level. */
START_TEST(nesting_has_an_end)
{
	struct asked asked;
	struct query_fault fault = { 0 };

	load(&asked);
	for (int depth = 1; depth < 2 * QUERY_DEPTH_MOST; depth++) {
		struct query query = { 0 };
		struct buf text = BUF_INIT;

		for (int i = 0; i < depth; i++)
			buf_str(&text, i % 2 ? "-(a " : "(b OR ");
		buf_str(&text, "c");
		for (int i = 0; i < depth; i++)
			buf_char(&text, ')');
		if (query_add(&query, asked.index, text.bytes, &fault))
			check_print(&asked, text.bytes, NULL);
		else
			ck_assert_str_eq(fault.message,
					 "nested too deeply; at most 32 levels are "
					 "allowed");
		ck_assert(depth > 15 || !fault.message[0]);
		ck_assert(depth < 32 || fault.message[0]);
		buf_release(&text);
		query_release(&query);
	}
	release(&asked);
}
END_TEST

START_TEST(any_bytes_are_read_or_refused)
{
	static const char alphabet[] = "ab:\"-, .12\n\xc3\xa9'ctornyea()[]{}ORAND";
	struct asked asked;
	unsigned seed = 1;

	load(&asked);
	for (int i = 0; i < 20000; i++) {
		struct query query = { 0 };
		struct query_fault fault = { 0 };
		char text[24];
		size_t len = (size_t)i % (sizeof text - 1);

		for (size_t j = 0; j < len; j++) {
			seed = seed * 1103515245u + 12345u;
			text[j] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
		}
		text[len] = '\0';
		if (query_add(&query, asked.index, text, &fault)) {
			check_print(&asked, text, NULL);
		} else {
			ck_assert_uint_le(fault.at + fault.len, len);
			ck_assert_int_ne(fault.message[0], '\0');
			ck_assert_int_eq(query_count(&query), 0);
		}
		query_release(&query);
	}
	release(&asked);
}
END_TEST

static const char views_yaml[] =
	"dossier: {title: T, format: 1}\n"
	"events:\n"
	"- {id: e, title: One, date: 2001}\n"
	"- {id: f, title: Two, date: 2002}\n"
	"views:\n"
	"- {id: early, title: The early years, query: 'year:2001'}\n"
	"- {id: not-early, title: Later, query: '-view:early'}\n"
	"- {id: broken, title: Broken, query: 'year:x'}\n"
	"- {id: self, title: Self, query: 'view:self'}\n"
	"- {id: ping, title: Ping, query: 'view:pong one'}\n"
	"- {id: pong, title: Pong, query: 'view:ping'}\n";

static void load_views(struct asked *asked)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };

	*asked = (struct asked){ 0 };
	load_text(&(struct load_source){ "views", views_yaml, strlen(views_yaml) },
		  &asked->dossier, &diags);
	asked->index = query_index_new(&asked->dossier, NULL);
	arena_clear(&arena);
}

/* What a query finds, or why it can't be read. */
static void check_found(const struct asked *asked, const char *text, const char *expected)
{
	struct query query = { 0 };
	struct query_view view = view_of(asked, &query, KIND_EVENT);
	struct query_fault fault;
	struct buf found = BUF_INIT;

	if (query_add(&query, asked->index, text, &fault))
		run(&view, &asked->dossier, &found);
	else
		buf_str(&found, fault.message);
	ck_assert_msg(!strcmp(found.bytes, expected), "%s: %s", text, found.bytes);
	buf_release(&found);
	query_release(&query);
}

START_TEST(a_view_is_a_query_in_parentheses)
{
	static const struct {
		const char *text, *found;
	} rows[] = {
		{ "view:early", "e" },
		{ "view:\"the early years\"", "e" },
		{ "-view:early", "f" },
		{ "view:not-early", "f" },
		{ "view:early,not-early", "e f" },
		{ "view:early two", "" },
		{ "view:erly", "unknown view \"erly\"; did you mean \"early\"?" },
		{ "view:xyzzy", "unknown view \"xyzzy\"; expected one of early, "
				"not-early, broken, self, ping, pong" },
		{ "view:broken", "this view is no query: invalid year \"x\"; expected "
				 "2005, 2001..2005, "
				 "..1999 or 2016.." },
		{ "view:self", "this view is no query: the view asks for itself" },
		{ "view:ping", "this view is no query: the view asks for itself" },
	};
	struct asked asked;

	load_views(&asked);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_found(&asked, rows[i].text, rows[i].found);
	release(&asked);
}
END_TEST

START_TEST(the_reader_has_views_of_their_own)
{
	static const struct query_saved one[] = {
		{ "mine", "two" }, { "both of them", "view:mine OR one" }
	};
	static const struct query_saved other[] = { { "mine", "one" } };
	struct asked asked;

	load_views(&asked);
	query_index_set_views(asked.index, one, 2);
	check_found(&asked, "view:mine", "f");
	check_found(&asked, "view:\"both of them\"", "e f");
	check_found(&asked, "view:early", "e");
	query_index_set_views(asked.index, other, 1);
	check_found(&asked, "view:mine", "e");
	check_found(&asked, "view:\"both of them\"",
		    "unknown view \"both of them\"; expected one of early, not-early, "
		    "broken, self, ping, pong, mine");
	query_index_set_views(asked.index, NULL, 0);
	check_found(
		&asked, "view:mine",
		"unknown view \"mine\"; expected one of early, not-early, broken, self, "
		"ping, pong");
	release(&asked);
}
END_TEST

/* Chains of views end, however often one is asked for and in whatever order. */
START_TEST(views_are_nested_so_deep_and_no_deeper)
{
	enum { CHAIN = 40 };
	struct query_saved views[CHAIN];
	char names[CHAIN][8], texts[CHAIN][64];
	struct asked asked;

	load_views(&asked);
	for (int i = 0; i < CHAIN; i++) {
		snprintf(names[i], sizeof names[i], "c%d", i);
		if (i)
			snprintf(texts[i], sizeof texts[i], "view:c%d view:c%d", i - 1,
				 i - 1);
		else
			snprintf(texts[i], sizeof texts[i], "one");
		views[i] = (struct query_saved){ names[i], texts[i] };
	}
	query_index_set_views(asked.index, views, CHAIN);
	check_found(&asked, "view:c7", "e");
	for (int i = CHAIN - 1; i >= 0; i--) {
		struct query query = { 0 };

		snprintf(texts[i], sizeof texts[i], "view:c%d", i);
		ck_assert_int_eq(query_add(&query, asked.index, texts[i], NULL), i < 8);
		query_release(&query);
	}
	release(&asked);
}
END_TEST

START_TEST(an_index_is_prepared_in_slices)
{
	struct asked asked;
	int slices = 0;

	load(&asked);
	while (query_index_prepare(asked.index, 8)) {
		slices++;
		if (slices == 3) /* what is asked for meanwhile is made at once */
			check_found(&asked, "karimov year:2005", "base");
	}
	ck_assert_int_gt(slices, 20);
	ck_assert(!query_index_prepare(asked.index, 8));
	check_found(&asked, "actor:sco military", "astana");
	query_index_free(asked.index);
	asked.index = query_index_new(&asked.dossier, NULL);
	for (int i = 0; i < 5; i++) /* half made, and given back */
		query_index_prepare(asked.index, 20);
	release(&asked);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("query");
	TCase *query = tcase_create("query");

	tcase_set_timeout(query, 60);
	tcase_add_test(query, questions_find_what_they_ask_for);
	tcase_add_test(query, every_kind_of_record_is_found);
	tcase_add_test(query, faults_say_where_and_what_was_meant);
	tcase_add_test(query, what_is_printed_reads_back_the_same);
	tcase_add_test(query, facets_promise_what_choosing_gives);
	tcase_add_loop_test(query, facets_of_the_content_promise_what_choosing_gives, 0,
			    6);
	tcase_add_test(query, the_content_is_found);
	tcase_add_test(query, a_thread_field_counts_the_steps_of_its_tab);
	tcase_add_test(query, facets_are_in_order_and_pass_over_their_own_field);
	tcase_add_test(query, terms_are_switched_and_dropped);
	tcase_add_test(query, a_term_is_replaced_in_its_place);
	tcase_add_test(query, a_copy_stands_alone);
	tcase_add_test(query, choosing_replaces_the_terms_of_the_field);
	tcase_add_test(query, a_state_is_found_through_its_officials);
	tcase_add_loop_test(query, a_point_is_asked_for_by_its_kind_and_status, 0,
			    sizeof points / sizeof points[0]);
	tcase_add_test(query, the_term_that_excludes_most_is_named);
	tcase_add_test(query, what_is_typed_is_completed);
	tcase_add_test(query, words_are_given_for_highlighting);
	tcase_add_test(query, a_view_is_a_query_in_parentheses);
	tcase_add_test(query, the_reader_has_views_of_their_own);
	tcase_add_test(query, views_are_nested_so_deep_and_no_deeper);
	tcase_add_test(query, an_index_is_prepared_in_slices);
	tcase_add_test(query, a_query_outlives_its_dossier);
	tcase_add_test(query, a_paste_is_no_query);
	tcase_add_test(query, nesting_has_an_end);
	tcase_add_test(query, any_bytes_are_read_or_refused);
	suite_add_tcase(suite, query);
	return suite_main(suite);
}
