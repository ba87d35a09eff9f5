#include "config.h"

#include "list.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "json.h"
#include "model/when.h"
#include "query/query.h"
#include "session.h"
#include "text/cell.h"
#include "text/clean.h"
#include "text/near.h"

/* The list and its options. */
struct list {
	const struct dossier *dossier;
	struct query *query;
	const struct query_hits *hits;
	enum date_style dates;
};

static const struct event *hit(const struct list *list, int i)
{
	return &list->dossier->events[list->hits->events[i]];
}

static void date_of(const struct list *list, int i, struct buf *out)
{
	const struct when *when = &hit(list, i)->date;

	buf_clear(out);
	when_compact(when, list->dates, out);
}

/* An event without an id is an error, but still listed. */
static const char *id_of(const struct event *event)
{
	return event->record.id ? event->record.id : "";
}

/* Print a text, padded to `width` cells. */
static void put_padded(const char *text, int width)
{
	put(text);
	printf("%*s", width > cell_width(text) ? width - cell_width(text) : 0, "");
}

static int wider(int width, const char *text)
{
	int cells = cell_width(text);

	return cells > width ? cells : width;
}

static void print_text(const struct list *list)
{
	struct buf date = BUF_INIT;
	int width = 0, date_width = 0;

	for (int i = 0; i < list->hits->count; i++) {
		width = wider(width, id_of(hit(list, i)));
		date_of(list, i, &date);
		date_width = wider(date_width, date.bytes + (*date.bytes == '['));
	}
	for (int i = 0; i < list->hits->count; i++) {
		const struct event *event = hit(list, i);

		put_padded(id_of(event), width);
		date_of(list, i, &date);
		/* The bracket hangs in the margin. */
		fputs(*date.bytes == '[' ? "  " : "   ", stdout);
		put_padded(date.bytes, date_width + (*date.bytes == '['));
		fputs("  ", stdout);
		put(event->title ? event->title : "");
		puts(list->hits->truths[i] == TRUTH_MAYBE ? " (possible)" : "");
	}
	buf_release(&date);
}

static void print_json(const struct list *list)
{
	for (int i = 0; i < list->hits->count; i++) {
		const struct event *event = hit(list, i);
		struct ref through = query_match_through(list->query, list->dossier,
							 list->hits->events[i]);

		fputs(i ? ",\n{\"id\": " : "[\n{\"id\": ", stdout);
		json_string(stdout, event->record.id);
		fputs(", \"date\": ", stdout);
		json_string(stdout, event->date.edtf);
		printf(", \"supplied\": %s", event->date.supplied ? "true" : "false");
		json_member(stdout, ", ", "title", event->title ? event->title : "");
		printf(", \"possible\": %s",
		       list->hits->truths[i] == TRUTH_MAYBE ? "true" : "false");
		if (!ref_is_none(through))
			json_member(stdout, ", ", "through",
				    dossier_record(list->dossier, through)->id);
		putchar('}');
	}
	puts(list->hits->count ? "\n]" : "[]");
}

/* Print a field as RFC 4180 has it, always quoted. */
static void put_csv(const char *text)
{
	struct buf safe = BUF_INIT;

	if (text)
		clean_add(&safe, text, strlen(text), CLEAN_ONE_LINE);
	putchar('"');
	for (const char *c = safe.bytes; *c; c++) {
		if (*c == '"')
			putchar('"');
		putchar(*c);
	}
	putchar('"');
	buf_release(&safe);
}

static void print_csv(const struct list *list)
{
	fputs("id,date,supplied,title,possible\r\n", stdout);
	for (int i = 0; i < list->hits->count; i++) {
		const struct event *event = hit(list, i);

		put_csv(event->record.id);
		putchar(',');
		put_csv(event->date.edtf);
		printf(",%s,", event->date.supplied ? "true" : "false");
		put_csv(event->title);
		printf(",%s\r\n",
		       list->hits->truths[i] == TRUTH_MAYBE ? "true" : "false");
	}
}

static const struct {
	const char *name;
	void (*print)(const struct list *list);
} formats[] = {
	{ "text", print_text },
	{ "json", print_json },
	{ "csv", print_csv },
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static int format_named(const char *name)
{
	for (int i = 0; i < FORMAT_COUNT; i++)
		if (!strcmp(formats[i].name, name))
			return i;
	die_usage("unknown format \"%s\" for list; use text, json or csv", name);
}

__attribute__((noreturn)) static void die_query(const char *text,
						const struct query_fault *fault)
{
	if (!fault->len)
		die_usage("query: %s, at its end", fault->message);
	die_usage("query: %s (at \"%.*s\")", fault->message, (int)fault->len,
		  text + fault->at);
}

void query_read(struct query *query, const struct dossier *dossier, const char *text)
{
	struct query_fault fault;

	if (!query_add(query, dossier, text, &fault))
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

/* Print the count to stderr, so that results can be piped. */
static void print_count(const struct list *list, const char *text)
{
	int all = list->dossier->counts[KIND_EVENT];

	if (!list->hits->count) {
		fputs(*text ? "daftar: no events match " : "daftar: no events", stderr);
		clean_put(stderr, text, CLEAN_ONE_LINE);
		suggest_subcommand(text);
		print_without(list->query, list->dossier);
		putc('\n', stderr);
	} else if (*text) {
		fprintf(stderr, "%d of %d",
			list->hits->count - list->hits->possible_count, all);
		if (list->hits->possible_count)
			fprintf(stderr, " · %d possible", list->hits->possible_count);
		putc('\n', stderr);
	}
}

int list_events(const struct dossier *dossier, const char *text,
		const char *values[OPTION_COUNT])
{
	struct arena arena = { 0 };
	struct query query = { 0 };
	struct query_hits hits;
	struct list list = { dossier, &query, &hits, dates_style(values[OPTION_DATES]) };
	const char *format = values[OPTION_FORMAT];
	int chosen = format ? format_named(format) : 0;

	query_read(&query, dossier, text);
	query_run(&query, dossier, (struct ref){ 0 }, &arena, &hits);
	formats[chosen].print(&list);
	fflush(stdout);
	print_count(&list, text);
	int status = hits.count ? EXIT_OK : EXIT_NOTHING;

	query_release(&query);
	arena_clear(&arena);
	return status;
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
	status = list_events(&session.dossier, text.bytes, values);
	session_close(&session);
	buf_release(&text);
	return status;
}
