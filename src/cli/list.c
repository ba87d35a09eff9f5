#include "config.h"

#include "list.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "json.h"
#include "model/when.h"
#include "open.h"
#include "query/query.h"
#include "text/cell.h"
#include "text/clean.h"
#include "text/near.h"

/* What is listed, and how it was asked for. */
struct list {
	const struct dossier *dossier;
	struct query *query;
	struct query_index *index;
	const struct query_hits *hits;
	enum date_style dates;
};

static const struct event *hit(const struct list *list, int i)
{
	return &list->dossier->events[list->hits->refs[i].index];
}

static void date_of(const struct list *list, int i, struct buf *out)
{
	const struct when *when = &hit(list, i)->date;

	buf_clear(out);
	/* EDTF is for other programs: it is not cut. */
	(list->dates == DATE_EDTF ? when_words : when_short)(when, list->dates, out);
}

/* What has no id is an error, but listed. */
static const char *id_of(const struct event *event)
{
	return event->record.id ? event->record.id : "";
}

/* A text, and blanks up to `width` cells. */
static void put_padded(const char *text, int width)
{
	put(text);
	printf("%*s", width > cell_width(text) ? width - cell_width(text) : 0, "");
}

static void print_text(const struct list *list)
{
	struct buf date = BUF_INIT;
	int width = 0;

	for (int i = 0; i < list->hits->count; i++) {
		int cells = cell_width(id_of(hit(list, i)));

		width = cells > width ? cells : width;
	}
	for (int i = 0; i < list->hits->count; i++) {
		const struct event *event = hit(list, i);

		put_padded(id_of(event), width);
		date_of(list, i, &date);
		/* A bracket hangs in the margin. */
		fputs(*date.bytes == '[' ? "  " : "   ", stdout);
		put_padded(date.bytes, DATE_CELLS + (*date.bytes == '['));
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
		struct ref through =
			query_through(list->query, list->index, list->hits->refs[i]);

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

/* A field after RFC 4180, always quoted. */
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
	refuse("a list has no format \"%s\"; write text, json or csv", name);
}

/* The words of the command line are one query, as if typed at the prompt. */
static void join(int argc, char **argv, struct buf *out)
{
	for (int i = 1; i < argc; i++)
		query_add_argument(out, argv[i]);
}

__attribute__((noreturn)) static void refuse_query(const char *text,
						   const struct query_fault *fault)
{
	if (!fault->len)
		refuse("query: %s, at its end", fault->message);
	refuse("query: %s (at \"%.*s\")", fault->message, (int)fault->len,
	       text + fault->at);
}

void query_read(struct query *query, struct query_index *index, int argc, char **argv,
		struct buf *text)
{
	struct query_fault fault;

	join(argc, argv, text);
	if (!query_add(query, index, text->bytes, &fault))
		refuse_query(text->bytes, &fault);
}

/* Who misspells a command asks for a word, and finds nothing. */
static void suggest_command(const char *word)
{
	struct near near = { .word = word };

	for (const struct command *command = cli_commands; command->name; command++)
		near_try(&near, command->name);
	if (near.best && near.distance)
		fprintf(stderr, "; did you mean \"daftar %s\"?", near.best);
}

/* Nothing was found: name the term that excludes most. */
static void tell_without(const struct list *list)
{
	struct query_view view = { list->query, list->index, { .kind = KIND_EVENT } };
	struct buf term = BUF_INIT;
	int count, blamed = query_blame(&view, &count);

	if (query_count(list->query) < 2 || blamed < 0)
		return;
	query_print_term(list->query, blamed, &term);
	fputs("; without ", stderr);
	clean_put(stderr, term.bytes, CLEAN_ONE_LINE);
	fprintf(stderr, " there %s %d", count == 1 ? "is" : "are", count);
	buf_release(&term);
}

/* How much was found, on stderr, so that results can be piped. */
static void print_count(const struct list *list, const char *text)
{
	int all = list->dossier->counts[KIND_EVENT];

	if (!list->hits->count) {
		fputs(*text ? "daftar: no event answers " : "daftar: no events", stderr);
		clean_put(stderr, text, CLEAN_ONE_LINE);
		suggest_command(text);
		tell_without(list);
		putc('\n', stderr);
	} else if (*text) {
		fprintf(stderr, "%d of %d",
			list->hits->count - list->hits->possible_count, all);
		if (list->hits->possible_count)
			fprintf(stderr, " · %d possible", list->hits->possible_count);
		putc('\n', stderr);
	}
}

int list_events(const struct dossier *dossier, int argc, char **argv,
		const char *values[OPTION_COUNT])
{
	struct arena arena = { 0 };
	struct query query = { 0 };
	struct query_index *index = query_index_new(dossier, NULL);
	struct query_view view = { &query, index, { .kind = KIND_EVENT } };
	struct query_hits hits;
	struct buf text = BUF_INIT;
	struct list list = { dossier, &query, index, &hits,
			     dates_style(values[OPTION_DATES]) };
	const char *format = values[OPTION_FORMAT];
	int chosen = format ? format_named(format) : 0;

	query_read(&query, index, argc, argv, &text);
	query_run(&view, &arena, &hits);
	formats[chosen].print(&list);
	fflush(stdout);
	print_count(&list, text.bytes);
	int status = hits.count ? EXIT_OK : EXIT_NOTHING;

	buf_release(&text);
	query_release(&query);
	query_index_free(index);
	arena_clear(&arena);
	return status;
}

int cmd_list(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct opened opened;
	int status;

	argc = options_take(argc, argv, values);
	dossier_open_quietly(values, &opened);
	status = list_events(&opened.dossier, argc, argv, values);
	dossier_close(&opened);
	return status;
}
