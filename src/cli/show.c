#include "config.h"

#include "show.h"

#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "cli.h"
#include "open.h"
#include "text/clean.h"
#include "text/near.h"

static const char *const kind_names[KIND_COUNT] = {
	[KIND_ACTOR] = "actor",
	[KIND_PLACE] = "place",
	[KIND_EVENT] = "event",
	[KIND_POINT] = "point",
	[KIND_RELATION] = "relation",
	[KIND_PASSAGE] = "passage",
	[KIND_REFERENCE] = "reference",
	[KIND_THREAD] = "thread",
	[KIND_RELATION_TYPE] = "relation type",
};

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
		show_relation(sheet, &dossier->relations[ref.index]);
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
	const struct dossier *dossier = sheet->dossier;
	int count;
	const struct backlink *links = dossier_backlinks(dossier, ref, &count);
	bool headed = false;

	for (int i = 0; i < count; i++) {
		if (links[i].from.kind != KIND_RELATION ||
		    (strcmp(links[i].as, "from") && strcmp(links[i].as, "to")))
			continue;
		head(sheet, "Relations", &headed);
		show_add_relation(sheet, &dossier->relations[links[i].from.index], ref);
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

/* Who else names the record; points are called by their event. */
static void show_backlinks(struct sheet *sheet, struct ref ref)
{
	const struct dossier *dossier = sheet->dossier;
	int count;
	const struct backlink *links = dossier_backlinks(dossier, ref, &count);
	bool headed = false;

	for (int i = 0; i < count; i++) {
		struct ref from = dossier_home(dossier, links[i].from);

		if (from.kind == KIND_THREAD || from.kind == KIND_RELATION ||
		    ref_equal(from, ref))
			continue;
		head(sheet, "Named by", &headed);
		buf_printf(&sheet->text, "%s: ", links[i].as);
		sheet_add_ref(sheet, from);
		sheet_put(sheet, 2);
	}
}

static void show_record(struct sheet *sheet, struct ref ref)
{
	const struct record *record = dossier_record(sheet->dossier, ref);

	buf_str(&sheet->text, dossier_title(sheet->dossier, ref));
	sheet_put(sheet, 0);
	buf_printf(&sheet->text, "%s %s", kind_names[ref.kind], record->id);
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
	struct opened opened;
	struct sheet sheet;
	int status = EXIT_OK, shown = 0;

	argc = options_take(argc, argv, values);
	if (argc < 2)
		refuse("show needs an id; daftar list has those of the events");
	dossier_open_quietly(values, &opened);
	sheet_init(&sheet, &opened.dossier, opened.has_texts ? &opened.texts : NULL);
	for (int i = 1; i < argc; i++) {
		struct ref ref = dossier_find(&opened.dossier, argv[i]);

		if (ref_is_none(ref)) {
			status = tell_unknown(&opened.dossier, argv[i]);
			continue;
		}
		if (shown++)
			putchar('\n');
		show_record(&sheet, dossier_home(&opened.dossier, ref));
	}
	sheet_release(&sheet);
	dossier_close(&opened);
	return status;
}
