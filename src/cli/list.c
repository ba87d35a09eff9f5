#include "config.h"

#include "list.h"

#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "text/clean.h"
#include "text/near.h"

/* The words of the command line form one query, as if typed at the prompt. */
static void join(int argc, char **argv, struct buf *out)
{
	for (int i = 1; i < argc; i++) {
		if (i > 1)
			buf_char(out, ' ');
		buf_str(out, argv[i]);
	}
}

__attribute__((noreturn)) static void die_query(const char *text,
						const struct query_fault *fault)
{
	if (!fault->len)
		die_usage("query: %s, at its end", fault->message);
	die_usage("query: %s (at \"%.*s\")", fault->message, (int)fault->len,
		  text + fault->at);
}

void query_read(struct query *query, const struct dossier *dossier, int argc, char **argv,
		struct buf *text)
{
	struct query_fault fault;

	join(argc, argv, text);
	if (!query_add(query, dossier, text->bytes, &fault))
		die_query(text->bytes, &fault);
}

/* A misspelt subcommand is a query without matches. */
static void suggest_subcommand(const char *word)
{
	struct near near = { .word = word };

	for (const struct subcommand *command = cli_subcommands; command->name; command++)
		near_try(&near, command->name);
	if (near.best && near.distance)
		fprintf(stderr, "; did you mean \"daftar %s\"?", near.best);
}

/* Nothing matched: print the number of matches without each of the terms. */
static void print_without(struct query *query, const struct dossier *dossier)
{
	struct arena arena = { 0 };
	struct buf term = BUF_INIT;
	const char *lead = " (";

	for (int i = 0; query->term_count > 1 && i < query->term_count; i++) {
		struct query_hits hits;

		query_switch(query, i, false);
		query_run(query, dossier, (struct ref){ 0 }, &arena, &hits);
		query_switch(query, i, true);
		if (!hits.count)
			continue;
		buf_clear(&term);
		query_print_term(query, i, &term);
		fprintf(stderr, "%s%d without ", lead, hits.count);
		clean_put(stderr, term.bytes, CLEAN_ONE_LINE);
		lead = ", ";
	}
	if (*lead == ',')
		putc(')', stderr);
	buf_release(&term);
	arena_clear(&arena);
}

/* Print the number of matches to stderr, so that results can be piped. */
static void print_count(const struct list *list, struct query *query, const char *text)
{
	struct arena arena = { 0 };

	if (!list->count) {
		fprintf(stderr, "daftar: no %s%s", list->listing->name,
			*text ? " match " : "");
		clean_put(stderr, text, CLEAN_ONE_LINE);
		suggest_subcommand(text);
		print_without(query, list->dossier);
		putc('\n', stderr);
	} else if (*text) {
		int all = doc_listing_records(list->listing, list->dossier, &arena).count;

		fprintf(stderr, "%d of %d", list->count - list->possible_count, all);
		if (list->possible_count)
			fprintf(stderr, " · %d possible", list->possible_count);
		putc('\n', stderr);
	}
	arena_clear(&arena);
}

/* Events are found by the query; of other records all are listed. */
static void find(struct list *list, const struct query *query, struct arena *arena)
{
	struct query_hits hits;
	struct list_row *rows;

	if (list->listing->kind != KIND_EVENT) {
		struct refs refs =
			doc_listing_records(list->listing, list->dossier, arena);

		rows = arena_array(arena, (size_t)refs.count + 1, sizeof *rows);
		for (int i = 0; i < refs.count; i++)
			rows[i].ref = refs.at[i];
		list->count = refs.count;
	} else {
		query_run(query, list->dossier, (struct ref){ 0 }, arena, &hits);
		rows = arena_array(arena, (size_t)hits.count + 1, sizeof *rows);
		for (int i = 0; i < hits.count; i++)
			rows[i] = (struct list_row){
				.ref = { KIND_EVENT, hits.events[i] },
				.is_possible = hits.truths[i] == TRUTH_MAYBE,
				.through = query_match_through(query, list->dossier,
							       hits.events[i]),
			};
		list->count = hits.count;
		list->possible_count = hits.possible_count;
	}
	list->rows = rows;
}

/* The list that --of names; NULL: the events. */
static const struct doc_listing *listing_named(const char *name)
{
	enum listing listing = name ? doc_listing_find(name) : LIST_EVENTS;
	struct buf names = BUF_INIT;

	if (listing != LIST_COUNT)
		return &doc_listings[listing];
	struct near near = { .word = name };

	for (int i = 0; i < LIST_COUNT; i++) {
		near_try(&near, doc_listings[i].name);
		buf_printf(&names, "%s%s", i ? ", " : "", doc_listings[i].name);
	}
	if (near.best)
		die_usage("unknown kind \"%s\" for list; did you mean \"%s\"?", name,
			  near.best);
	die_usage("unknown kind \"%s\" for list; use one of %s", name, names.bytes);
}

int list_run(const struct session *session, int argc, char **argv,
	     const char *values[OPTION_COUNT])
{
	struct arena arena = { 0 };
	struct query query = { 0 };
	struct buf text = BUF_INIT;
	const struct doc_options options = { .texts = &session->texts,
					     .dates = dates_style(values[OPTION_DATES]) };
	struct list list = { .dossier = &session->dossier,
			     .listing = listing_named(values[OPTION_OF]),
			     .options = &options };
	int format = list_format(values[OPTION_FORMAT]);

	if (argc > 1 && list.listing->kind != KIND_EVENT)
		die_usage("a query finds events; list all %s without one",
			  list.listing->name);
	query_read(&query, list.dossier, argc, argv, &text);
	find(&list, &query, &arena);
	list_print(&list, format);
	fflush(stdout);
	print_count(&list, &query, text.bytes);
	buf_release(&text);
	query_release(&query);
	arena_clear(&arena);
	return list.count ? EXIT_OK : EXIT_NOTHING;
}

int cmd_list(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct session session;
	int status;

	argc = options_take(argc, argv, values);
	session_open_quietly(values, &session);
	status = list_run(&session, argc, argv, values);
	session_close(&session);
	return status;
}
