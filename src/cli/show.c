#include "config.h"

#include "show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"
#include "model/words.h"
#include "session.h"
#include "text/clean.h"
#include "text/near.h"

static void show_body(struct sheet *sheet, struct ref ref)
{
	const struct dossier *dossier = sheet->dossier;

	switch ((enum kind)ref.kind) {
	case KIND_ACTOR:
		show_actor(sheet, &dossier->actors[ref.index]);
		break;
	case KIND_PLACE:
		show_place(sheet, &dossier->places[ref.index]);
		break;
	case KIND_EVENT:
		show_event(sheet, &dossier->events[ref.index]);
		break;
	case KIND_RELATION:
		show_relation(sheet, ref);
		break;
	case KIND_PASSAGE:
		show_passage(sheet, ref);
		break;
	case KIND_REFERENCE:
		show_reference(sheet, ref);
		break;
	case KIND_THREAD:
		show_thread(sheet, &dossier->threads[ref.index]);
		break;
	case KIND_RELATION_TYPE:
		show_relation_type(sheet, &dossier->relation_types[ref.index]);
		break;
	case KIND_POINT: /* shown with its event */
	case KIND_NONE:
	case KIND_COUNT:
		break;
	}
}

/* One heading, before the first of its rows. */
static void head(struct sheet *sheet, const char *heading, bool *headed)
{
	if (!*headed)
		sheet_heading(sheet, heading);
	*headed = true;
}

static void show_relations(struct sheet *sheet, struct ref ref)
{
	int count;
	const struct backlink *links = dossier_backlinks(sheet->dossier, ref, &count);
	bool headed = false;
	struct edge edge;

	for (int i = 0; i < count; i++) {
		if (!words_edge(sheet->dossier, &links[i], &edge))
			continue;
		head(sheet, "Relations", &headed);
		show_add_edge(sheet, &edge);
		sheet_put(sheet, 2);
	}
}

static void show_threads(struct sheet *sheet, struct ref ref)
{
	const struct dossier *dossier = sheet->dossier;
	bool headed = false;

	for (int i = 0; i < dossier->counts[KIND_THREAD]; i++) {
		const struct thread *thread = &dossier->threads[i];

		for (int j = 0; j < thread->step_count; j++) {
			if (!ref_equal(thread->steps[j].ref, ref))
				continue;
			head(sheet, "Threads", &headed);
			sheet_add_ref(sheet, (struct ref){ KIND_THREAD, (uint32_t)i });
			buf_printf(&sheet->text, ", step %d of %d", j + 1,
				   thread->step_count);
			if (thread->steps[j].note)
				buf_printf(&sheet->text, ": %s", thread->steps[j].note);
			sheet_put(sheet, 2);
		}
	}
}

/* Threads and relations have headings of their own. */
static bool is_shown_elsewhere(struct ref from, struct ref ref)
{
	return from.kind == KIND_THREAD || from.kind == KIND_RELATION ||
	       ref_equal(from, ref);
}

/* A link by the record that it is told of: what a point says is its event's. */
struct mention {
	struct ref home;
	const char *words;
};

static int compare_mentions(const void *a, const void *b)
{
	const struct mention *one = a, *other = b;

	if (one->home.kind != other->home.kind)
		return one->home.kind < other->home.kind ? -1 : 1;
	if (one->home.index != other->home.index)
		return one->home.index < other->home.index ? -1 : 1;
	return strcmp(one->words, other->words);
}

static struct mention *mentions(struct sheet *sheet, struct ref ref, size_t *found)
{
	const struct dossier *dossier = sheet->dossier;
	int count;
	const struct backlink *links = dossier_backlinks(dossier, ref, &count);
	struct mention *list = arena_array(&sheet->arena, (size_t)count, sizeof *list);

	*found = 0;
	for (int i = 0; i < count; i++) {
		struct ref home = dossier_home(dossier, links[i].from);

		if (!is_shown_elsewhere(home, ref))
			list[(*found)++] =
				(struct mention){ home, words_backlink(dossier, &links[i],
								       ref) };
	}
	if (*found)
		qsort(list, *found, sizeof *list, compare_mentions);
	return list;
}

/* Who else names the record, each once. */
static void show_backlinks(struct sheet *sheet, struct ref ref)
{
	size_t count;
	const struct mention *list = mentions(sheet, ref, &count);

	if (count)
		sheet_heading(sheet, "Named by");
	for (size_t i = 0; i < count; i++) {
		bool is_same = i && ref_equal(list[i].home, list[i - 1].home);

		if (is_same && !strcmp(list[i].words, list[i - 1].words))
			continue;
		if (!is_same) {
			sheet_put(sheet, 2);
			sheet_add_ref(sheet, list[i].home);
		}
		buf_printf(&sheet->text, "%s%s", is_same ? ", " : ": ", list[i].words);
	}
	sheet_put(sheet, 2);
}

static void show_record(struct sheet *sheet, struct ref ref)
{
	const struct record *record = dossier_record(sheet->dossier, ref);

	buf_str(&sheet->text, words_title(sheet->dossier, ref, &sheet->arena));
	sheet_put(sheet, 0);
	buf_printf(&sheet->text, "%s %s", words_record(ref), record->id);
	if (record->at.file)
		buf_printf(&sheet->text, " · %s:%u", record->at.file, record->at.line);
	sheet_put(sheet, 0);
	putchar('\n');
	show_body(sheet, ref);
	show_relations(sheet, ref);
	show_threads(sheet, ref);
	show_backlinks(sheet, ref);
	sheet_passages(sheet);
}

/* Nothing found; as to messages it is like what can't be run. */
static int tell_unknown(const struct dossier *dossier, const char *id)
{
	struct near near = { .word = id };

	for (uint32_t i = 0; i < dossier->ids.room; i++)
		if (dossier->ids.entries[i].key)
			near_try(&near, dossier->ids.entries[i].key);
	fputs("daftar: no record has the id \"", stderr);
	clean_put(stderr, id, CLEAN_ONE_LINE);
	if (near.best)
		fprintf(stderr, "\"; did you mean \"%s\"?\n", near.best);
	else
		fputs("\"\n", stderr);
	return EXIT_NOTHING;
}

int cmd_show(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct session session;
	struct sheet sheet;
	int status = EXIT_OK, shown = 0;

	argc = options_take(argc, argv, values);
	if (argc < 2)
		die_usage("show needs an id; daftar list has those of the events");
	session_open_quietly(values, &session);
	sheet_init(&sheet, &session.dossier, session.has_texts ? &session.texts : NULL);
	sheet.dates = dates_style(values[OPTION_DATES]);
	for (int i = 1; i < argc; i++) {
		struct ref ref = dossier_find(&session.dossier, argv[i]);

		if (ref_is_none(ref)) {
			status = tell_unknown(&session.dossier, argv[i]);
			continue;
		}
		if (shown++)
			putchar('\n');
		show_record(&sheet, dossier_home(&session.dossier, ref));
	}
	sheet_release(&sheet);
	session_close(&session);
	return status;
}
