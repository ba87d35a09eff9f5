#include "config.h"

#include "suite.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "load/load.h"
#include "query/graph.h"

static struct dossier dossier;
static struct query_index *query_index;
static struct arena arena;

static void open_text(const char *yaml)
{
	struct diags diags = { .arena = &arena };

	load_text(&(struct load_source){ "graph.yaml", yaml, strlen(yaml) }, &dossier,
		  &diags);
	ck_assert_msg(!diags.error_count, "%s", diags.first ? diags.first->message : "");
	query_index = query_index_new(&dossier, NULL);
}

static void close_dossier(void)
{
	query_index_free(query_index);
	dossier_release(&dossier);
	arena_clear(&arena);
}

static struct ref record(const char *id)
{
	struct ref ref = dossier_find(&dossier, id);

	ck_assert_msg(!ref_is_none(ref), "no record %s", id);
	return ref;
}

static struct path path_between(const char *from, const char *to)
{
	struct path path = { .from = record(from), .to = record(to) };

	path_find(query_graph(query_index), &path, &arena);
	return path;
}

/* "a -follows-> b": the ids and labels of a path. */
static const char *words_of(const struct path *path)
{
	struct buf out = BUF_INIT;

	if (!path->is_found)
		return "none";
	buf_str(&out, dossier_record(&dossier, path->from)->id);
	for (int i = 0; i < path->count; i++)
		buf_printf(&out, " -%s-> %s", path->edges[i].label,
			   dossier_record(&dossier, path->edges[i].to)->id);
	const char *copy = arena_strdup(&arena, out.bytes);

	buf_release(&out);
	return copy;
}

/* --- Paths ---------------------------------------------------------------------- */

static const char town[] =
	"dossier: {title: T, format: 1}\n"
	"actors: [{id: ann, kind: person, name: Ann}, {id: bob, kind: person, name: "
	"Bob},\n"
	"  {id: alone, kind: person, name: Nobody}]\n"
	"places: [{id: hall, name: Hall}, {id: city, name: City}]\n"
	"references: [{id: book, type: book, title: Book}]\n"
	"passages: [{id: p1, source: book, exact: words}, {id: p2, source: book, exact: "
	"more}]\n"
	"events:\n"
	"- {id: e1, title: One, date: 2001, participants: [{actor: ann, role: actor}]}\n"
	"- {id: e2, title: Two, date: 2002, points: [{id: claim, kind: topic, text: C, "
	"passages: [p1]}]}\n"
	"- {id: e3, title: Three, date: 2003}\n"
	"- {id: e4, title: Four, date: 2004, participants: [{actor: ann, role: actor}]}\n"
	"- {id: e5, title: Five, date: 2005, place: hall}\n"
	"- {id: e6, title: Six, date: 2006, place: hall, participants: [{actor: bob, "
	"role: "
	"actor}]}\n"
	"- {id: e7, title: Seven, date: 2007, passages: [p2]}\n"
	"threads: [{id: way, title: Way, steps: [{ref: e6}, {ref: e7}]}]\n"
	"relations:\n"
	"- {id: r12, type: follows, from: claim, to: e1, passages: [p1]}\n"
	"- {id: r23, type: causes, from: e2, to: e3, text: bare}\n"
	"- {id: r13, type: leads-to, from: e1, to: e3, passages: [p1]}\n"
	"- {id: again, type: refers-to, from: e2, to: e3, passages: [p1]}\n";

/* clang-format off */
static const struct {
	const char *from, *to, *path;
} paths[] = {
	{ "e1", "e1", "e1" },
	{ "e1", "e2", "e1 -followed by-> e2" },        /* a point is its event */
	{ "claim", "e1", "e2 -follows-> e1" },
	{ "e2", "e3", "e2 -refers to-> e3" },          /* rather with a passage */
	{ "e3", "e2", "e3 -referred to in-> e2" },
	{ "e1", "e4", "e1 -involves-> ann -takes part in-> e4" },
	{ "e3", "ann", "e3 -result of-> e1 -involves-> ann" },
	{ "e5", "bob", "e5 -takes place in-> hall -is the place of-> e6 -involves-> bob" },
	{ "e2", "e7", "e2 -has evidence in-> book -is evidence for-> e7" },
	{ "p2", "e2", "p2 -is taken from-> book -is evidence for-> e2" },
	{ "way", "e6", "way -leads through-> e6" },
	{ "e6", "e7", "none" },                        /* threads lead nowhere */
	{ "e1", "alone", "none" },
	{ "city", "alone", "none" },
};
/* clang-format on */

START_TEST(a_path_is_the_best_of_the_shortest)
{
	open_text(town);
	struct path path = path_between(paths[_i].from, paths[_i].to);

	ck_assert_str_eq(words_of(&path), paths[_i].path);
	close_dossier();
}
END_TEST

START_TEST(without_a_path_the_nearest_in_time_is_named)
{
	open_text(town);
	struct path path = path_between("e1", "e6");

	ck_assert(!path.is_found);
	ck_assert_int_gt(path.reached_count, 3);
	ck_assert_str_eq(dossier_record(&dossier, path.nearest)->id, "e7");
	path = path_between("alone", "e6");
	ck_assert_int_eq(path.reached_count, 0);
	ck_assert(ref_is_none(path.nearest));
	close_dossier();
}
END_TEST

/* --- Against a naive search ------------------------------------------------------- */

enum { DOSSIERS = 40, EVENTS = 12, ACTORS = 4, FAR = 1000 };

struct random {
	unsigned state;
};

static int below(struct random *random, int count)
{
	random->state = random->state * 1103515245u + 12345u;
	return (int)(random->state >> 16 & 0x7fff) % count;
}

static const char *random_dossier(struct random *random)
{
	struct buf out = BUF_INIT;

	buf_str(&out, "dossier: {title: T, format: 1}\nactors:\n");
	for (int i = 0; i < ACTORS; i++)
		buf_printf(&out, "- {id: a%d, kind: person, name: A%d}\n", i, i);
	buf_str(&out, "references: [{id: book, type: book, title: B}]\n"
		      "passages: [{id: p, source: book, exact: words}]\nevents:\n");
	for (int i = 0; i < EVENTS; i++) {
		buf_printf(&out, "- {id: e%d, title: E, date: 20%02d", i, i);
		if (!below(random, 3))
			buf_printf(&out, ", participants: [{actor: a%d, role: actor}]",
				   below(random, ACTORS));
		buf_printf(&out, ", points: [{id: c%d, kind: topic, text: C}]}\n", i);
	}
	buf_str(&out, "relations:\n");
	for (int i = 0, count = 3 + below(random, EVENTS); i < count; i++) {
		int from = below(random, EVENTS), to = below(random, EVENTS);

		if (from != to)
			buf_printf(
				&out,
				"- {id: r%d, type: refers-to, from: %c%d, to: e%d%s}\n",
				i, below(random, 4) ? 'e' : 'c', from, to,
				below(random, 2) ? ", passages: [p]" : "");
	}
	buf_str(&out, "- {id: last, type: refers-to, from: e0, to: e1}\n");
	const char *text = arena_strdup(&arena, out.bytes);

	buf_release(&out);
	return text;
}

/* Steps and, of equal ones, references and uncited relations, as one number. */
enum { A_STEP = 10000, A_REFERENCE = 100, UNCITED = 1, NODES = EVENTS + ACTORS };

static int node_of(struct ref ref)
{
	return ref.kind == KIND_ACTOR ? EVENTS + (int)ref.index : (int)ref.index;
}

static void join(int costs[NODES][NODES], int a, int b, int cost)
{
	if (cost < costs[a][b])
		costs[a][b] = costs[b][a] = cost;
}

/* All pairs, by relaxing until nothing changes. */
static void naive(int costs[NODES][NODES], bool with_actors)
{
	for (int i = 0; i < NODES * NODES; i++)
		costs[i / NODES][i % NODES] = i / NODES == i % NODES ? 0 : FAR * A_STEP;
	for (int i = 0; i < dossier.counts[KIND_RELATION]; i++) {
		const struct relation *it = &dossier.relations[i];

		join(costs, node_of(dossier_home(&dossier, it->from)),
		     node_of(dossier_home(&dossier, it->to)),
		     A_STEP + (it->passages.count ? 0 : UNCITED));
	}
	for (int i = 0; i < EVENTS && with_actors; i++)
		for (int j = 0; j < dossier.events[i].participant_count; j++)
			join(costs, i, node_of(dossier.events[i].participants[j].actor),
			     A_STEP + A_REFERENCE);
	for (int k = 0; k < NODES; k++)
		for (int i = 0; i < NODES; i++)
			for (int j = 0; j < NODES; j++)
				if (costs[i][k] + costs[k][j] < costs[i][j])
					costs[i][j] = costs[i][k] + costs[k][j];
}

static int cost_of(const struct path *path)
{
	int cost = 0;

	for (int i = 0; i < path->count; i++) {
		const struct graph_edge *edge = &path->edges[i];

		ck_assert(ref_equal(edge->from, i ? edge[-1].to : path->from));
		cost += A_STEP;
		if (edge->joint != GRAPH_RELATION)
			cost += A_REFERENCE;
		else
			cost += edge->is_cited ? 0 : UNCITED;
	}
	ck_assert(!path->count || ref_equal(path->edges[path->count - 1].to, path->to));
	return cost;
}

static struct ref ref_of(int node)
{
	return node < EVENTS ? (struct ref){ KIND_EVENT, (uint32_t)node }
			     : (struct ref){ KIND_ACTOR, (uint32_t)(node - EVENTS) };
}

static void check_pair(int from, int to, int want)
{
	struct path path = { .from = ref_of(from), .to = ref_of(to) };

	path_find(query_graph(query_index), &path, &arena);
	ck_assert_int_eq(path.is_found, want < FAR * A_STEP);
	if (path.is_found)
		ck_assert_msg(cost_of(&path) == want, "%s: %d, not %d", words_of(&path),
			      cost_of(&path), want);
}

START_TEST(paths_are_those_of_a_naive_search)
{
	static int by_relations[NODES][NODES], with_actors[NODES][NODES];
	struct random random = { (unsigned)_i };

	open_text(random_dossier(&random));
	naive(by_relations, false);
	naive(with_actors, true);
	for (int i = 0; i < NODES * NODES; i++) {
		int from = i / NODES, to = i % NODES;

		check_pair(from, to,
			   by_relations[from][to] < FAR * A_STEP ? by_relations[from][to]
								 : with_actors[from][to]);
	}
	close_dossier();
}
END_TEST

/* --- What is around a record -------------------------------------------------------- */

/* A record with so many relations, half of them with earlier records. */
static void open_hub(int count)
{
	struct buf out = BUF_INIT;

	buf_str(&out, "dossier: {title: T, format: 1}\nevents:\n"
		      "- {id: hub, title: Hub, date: 2000}\n");
	for (int i = 0; i < count; i++)
		buf_printf(&out, "- {id: e%d, title: E%d, date: %d}\n", i, i,
			   i % 2 ? 1900 + i / 2 % 100 : 2001 + i / 2 % 90);
	buf_str(&out, "relations:\n");
	for (int i = 0; i < count; i++)
		buf_printf(&out, "- {id: r%d, type: refers-to, from: hub, to: e%d}\n", i,
			   i);
	open_text(out.bytes);
	buf_release(&out);
}

static struct ego around_hub(int depth, int most)
{
	struct ego ego = { .about = record("hub") };

	ego_find(query_graph(query_index), &ego,
		 &(struct ego_bounds){ .depth = depth,
				       .most_of = { most, most, most },
				       .beyond = 2,
				       .most = 30 },
		 &arena);
	return ego;
}

START_TEST(of_too_many_the_nearest_in_time_are_shown)
{
	open_hub(40);
	struct ego ego = around_hub(1, 4);

	ck_assert_int_eq(ego.counts[ERA_BEFORE], 4);
	ck_assert_int_eq(ego.counts[ERA_AFTER], 4);
	ck_assert_int_eq(ego.more[ERA_BEFORE], 16);
	ck_assert_int_eq(ego.more[ERA_AFTER], 16);
	ck_assert_str_eq(dossier_title(&dossier, ego.nodes[3].edge.to), "E39");
	ck_assert_str_eq(dossier_title(&dossier, ego.nodes[4].edge.to), "E0");
	close_dossier();
}
END_TEST

START_TEST(each_record_further_away_has_one_node)
{
	open_text(town);
	struct ego ego = { .about = record("e1") };

	ego_find(query_graph(query_index), &ego,
		 &(struct ego_bounds){
			 .depth = 3, .most_of = { 9, 9, 9 }, .beyond = 3, .most = 30 },
		 &arena);
	ck_assert_int_eq(ego.count, 2); /* e2 and e3 are both next to it */
	ck_assert_int_eq(ego.nodes[0].more + ego.nodes[1].more, 4);
	close_dossier();
}
END_TEST

/* The blocks of a document, which are what it costs to make and to lay out. */
static int blocks_of_hub(int count)
{
	struct doc_options options = { .depth = 2, .most = 50 };
	struct doc doc;

	open_hub(count);
	options.index = query_index;
	doc_init(&doc, &arena, &dossier, &options);
	doc_relations(&doc, record("hub"));
	close_dossier();
	return doc.count;
}

START_TEST(work_is_bounded_by_what_is_shown)
{
	int few = blocks_of_hub(200), many = blocks_of_hub(20000);

	ck_assert_int_le(few, 110);
	ck_assert_int_eq(few, many);
}
END_TEST

/* clang-format off */
static const struct {
	const char *date, *type;
	bool is_outward;
	int era;
} eras[] = {
	{ "2001",       "refers-to", true,  ERA_BEFORE },
	{ "2010",       "refers-to", true,  ERA_AFTER },
	{ "2005",       "part-of",   true,  ERA_DURING },
	{ "2005-06-10", "refers-to", true,  ERA_DURING },
	{ "2005-06-10", "follows",   true,  ERA_BEFORE },
	{ "2005-06-10", "follows",   false, ERA_AFTER },
	{ "2004/2006",  "has",       true,  ERA_DURING },
	{ "",           "refers-to", true,  ERA_AFTER },
};
/* clang-format on */

START_TEST(what_shares_a_day_is_neither_before_nor_after)
{
	struct buf out = BUF_INIT;
	bool out_of = eras[_i].is_outward;

	buf_printf(&out,
		   "dossier: {title: T, format: 1}\n"
		   "relation_types: [{id: has, label: has, inverse: is in}]\n"
		   "%s\n- {id: other, %s%s}\n"
		   "relations: [{id: r, type: %s, from: %s, to: %s}]\n",
		   *eras[_i].date
			   ? "events:\n- {id: own, title: O, date: 2005-06-10}"
			   : "events: [{id: own, title: O, date: 2005-06-10}]\nactors:",
		   *eras[_i].date ? "title: P, date: " : "kind: person, name: P",
		   eras[_i].date, eras[_i].type, out_of ? "own" : "other",
		   out_of ? "other" : "own");
	open_text(out.bytes);
	buf_release(&out);
	struct graph_edges edges = graph_edges(query_graph(query_index), record("own"));

	ck_assert_int_eq(edges.count, 1);
	ck_assert_int_eq(edges.counts[eras[_i].era], 1);
	close_dossier();
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("graph");
	TCase *path = tcase_create("paths"), *ego = tcase_create("around");

	tcase_add_loop_test(path, a_path_is_the_best_of_the_shortest, 0,
			    sizeof paths / sizeof *paths);
	tcase_add_test(path, without_a_path_the_nearest_in_time_is_named);
	tcase_add_loop_test(path, paths_are_those_of_a_naive_search, 0, DOSSIERS);
	suite_add_tcase(suite, path);

	tcase_add_test(ego, of_too_many_the_nearest_in_time_are_shown);
	tcase_add_test(ego, each_record_further_away_has_one_node);
	tcase_add_test(ego, work_is_bounded_by_what_is_shown);
	tcase_add_loop_test(ego, what_shares_a_day_is_neither_before_nor_after, 0,
			    sizeof eras / sizeof *eras);
	suite_add_tcase(suite, ego);
	return suite_main(suite);
}
