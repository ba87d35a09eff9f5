#include "config.h"

#include "list.h"

#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "text/clean.h"
#include "text/near.h"

__attribute__((noreturn)) static void die_query(const char *text,
						const struct query_fault *fault)
{
	if (!fault->len)
		die_usage("query: %s, at its end", fault->message);
	die_usage("query: %s (at \"%.*s\")", fault->message, (int)fault->len,
		  text + fault->at);
}

void query_read(struct query *query, struct query_index *index, const char *text)
{
	struct query_fault fault;

	if (!query_add(query, index, text, &fault))
		die_query(text, &fault);
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

/* Nothing matched: name the term that excludes most. */
static void print_blame(const struct query_view *view)
{
	struct buf blame = BUF_INIT;

	if (query_count(view->query) > 1 && query_print_blame(view, &blame)) {
		fputs("; ", stderr);
		clean_put(stderr, blame.bytes, CLEAN_ONE_LINE);
	}
	buf_release(&blame);
}

/* Print the number of matches to stderr, so that results can be piped. */
static void print_count(const struct list *list, const struct query_view *view,
			const char *text)
{
	if (!list->count) {
		fprintf(stderr, "daftar: no %s%s", list->listing->name,
			*text ? " match " : "");
		clean_put(stderr, text, CLEAN_ONE_LINE);
		suggest_subcommand(text);
		print_blame(view);
		putc('\n', stderr);
	} else if (*text) {
		fprintf(stderr, "%d of %d", list->count - list->possible_count,
			view->scope.count);
		if (list->possible_count)
			fprintf(stderr, " · %d possible", list->possible_count);
		putc('\n', stderr);
	}
}

static void find(struct list *list, const struct query_view *view, struct arena *arena)
{
	struct query_hits hits;
	struct list_row *rows;

	query_run(view, arena, &hits);
	rows = arena_array(arena, (size_t)hits.count + 1, sizeof *rows);
	for (int i = 0; i < hits.count; i++)
		rows[i] = (struct list_row){
			.ref = hits.refs[i],
			.is_possible = hits.truths[i] == TRUTH_MAYBE,
			.through = query_through(view->query, view->index, hits.refs[i]),
		};
	list->rows = rows;
	list->count = hits.count;
	list->possible_count = hits.possible_count;
}

const struct doc_listing *listing_named(const char *name)
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

int list_run(const struct session *session, const char *text,
	     const char *values[OPTION_COUNT])
{
	struct arena arena = { 0 };
	struct query query = { 0 };
	struct query_index *index = query_index_new(&session->dossier, &session->texts);
	const struct doc_options options = { .texts = &session->texts,
					     .dates = dates_style(values[OPTION_DATES]),
					     .index = index };
	struct list list = { .dossier = &session->dossier,
			     .listing = listing_named(values[OPTION_OF]),
			     .options = &options };
	int format = list_format(values[OPTION_FORMAT]);
	struct refs all = doc_listing_records(list.listing, list.dossier, &arena);
	const struct query_view view = { &query,
					 index,
					 { list.listing->kind, all.at, all.count } };

	query_read(&query, index, text);
	find(&list, &view, &arena);
	list_print(&list, format);
	fflush(stdout);
	print_count(&list, &view, text);
	query_release(&query);
	query_index_free(index);
	arena_clear(&arena);
	return list.count ? EXIT_OK : EXIT_NOTHING;
}

int cmd_list(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct session session;
	struct buf text = BUF_INIT;
	int status;

	argc = options_take(argc, argv, values);
	query_args_join(argc, argv, &text);
	session_open_quietly(values, &session);
	status = list_run(&session, text.bytes, values);
	session_close(&session);
	buf_release(&text);
	return status;
}
