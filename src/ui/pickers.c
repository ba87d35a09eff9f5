#include "config.h"

#include "pickers.h"

#include <string.h>

#include "command.h"
#include "state.h"

static struct choice *make_choices(struct picker *picker, int count)
{
	picker->count = count;
	picker->choices =
		arena_array(&picker->arena, (size_t)count, sizeof *picker->choices);
	return picker->choices;
}

static const char *facet_count(struct arena *arena, const struct facet *facet)
{
	if (!facet->possible_count)
		return arena_printf(arena, "%d", facet->count);
	return arena_printf(arena, "%d + %d possible",
			    facet->count - facet->possible_count, facet->possible_count);
}

/* Every other name of an actor or a place, so that typing finds it by any of them. */
static const char *other_names(const struct dossier *dossier, const char *id,
			       struct arena *arena)
{
	struct ref ref = dossier_find(dossier, id);
	struct strings names = { 0 };
	const char *all = NULL;

	if (ref.kind == KIND_ACTOR)
		names = dossier->actors[ref.index].names;
	if (ref.kind == KIND_PLACE)
		names = dossier->places[ref.index].names;
	for (int i = 0; i < names.count; i++)
		all = arena_printf(arena, "%s %s", all ? all : "", names.at[i]);
	return all;
}

static struct query_scope steps_of(const struct ui *ui, struct arena *arena)
{
	const struct thread *thread = &ui->dossier->threads[ui->thread.index];
	struct ref *refs =
		arena_array(arena, (size_t)thread->step_count + 1, sizeof *refs);

	for (int i = 0; i < thread->step_count; i++)
		refs[i] = thread->steps[i].ref;
	return (struct query_scope){ .refs = refs, .count = thread->step_count };
}

static void facets_build(struct ui *ui, struct picker *picker)
{
	enum query_field field = (enum query_field)picker->arg;
	int count;
	struct query_view view = { &ui->query, ui->index, { .kind = KIND_EVENT } };

	if (!ref_is_none(ui->thread))
		view.scope = steps_of(ui, &picker->arena);
	const struct facet *facets = query_facets(&view, field, &picker->arena, &count);
	struct choice *choices = make_choices(picker, count);

	picker->title =
		arena_printf(&picker->arena, "Filter by %s", query_fields[field].name);
	for (int i = 0; i < count; i++)
		choices[i] =
			(struct choice){ .label = facets[i].label,
					 .note = facet_count(&picker->arena, &facets[i]),
					 .also = other_names(ui->dossier, facets[i].value,
							     &picker->arena),
					 .value = facets[i].value };
}

static bool facets_add(struct ui *ui, const char *value)
{
	enum query_field field = (enum query_field)ui->picker.arg;
	struct visit here = history_here(ui);

	if (!query_choose(&ui->query, ui->index,
			  &(struct query_choice){ field, &value, 1 }))
		return false;
	history_push(ui, &here);
	ui_refresh_list(ui);
	ui_focus(ui, PANE_EVENTS);
	return true;
}

static void facets_choose(struct ui *ui, const struct choice *choice)
{
	facets_add(ui, choice->value);
}

/* What is not in the list may still be a value: the years 2001..2005. */
static const char *facets_take(struct ui *ui, const char *typed)
{
	if (!facets_add(ui, typed))
		return "There is no such value.";
	ui->context = IN_PANES;
	return NULL;
}

const struct picker_kind picker_facets = {
	.title = "Filter",
	.empty = "No event that is listed has any.",
	.build = facets_build,
	.choose = facets_choose,
	.take = facets_take,
};

static void threads_build(struct ui *ui, struct picker *picker)
{
	int count = ui->dossier->counts[KIND_THREAD];
	struct choice *choices = make_choices(picker, count + 1);

	choices[0] = (struct choice){ .label = "0  All events", .index = -1 };
	for (int i = 0; i < count; i++) {
		const struct thread *thread = &ui->dossier->threads[i];

		choices[i + 1] =
			(struct choice){ .label = arena_printf(&picker->arena, "%d  %s",
							       i + 1, thread->title),
					 .note = arena_printf(&picker->arena, "%d",
							      thread->step_count),
					 .also = thread->summary,
					 .index = i };
	}
}

static void threads_choose(struct ui *ui, const struct choice *choice)
{
	struct ref thread = { 0 };

	if (choice->index >= 0)
		thread = (struct ref){ KIND_THREAD, (uint32_t)choice->index };
	history_keep(ui);
	ui_thread(ui, thread);
}

const struct picker_kind picker_threads = {
	.title = "Read a thread",
	.empty = "This dossier has no threads.",
	.build = threads_build,
	.choose = threads_choose,
};

static void chips_build(struct ui *ui, struct picker *picker)
{
	struct choice *choices = make_choices(picker, ui->query.term_count);

	for (int i = 0; i < ui->query.term_count; i++) {
		struct buf words = BUF_INIT;

		query_print_term(&ui->query, i, &words);
		choices[i] = (struct choice){
			.label = arena_strdup(&picker->arena, words.bytes),
			.note = query_is_on(&ui->query, i) ? "on" : "off",
			.index = i
		};
		buf_release(&words);
	}
}

static void chips_choose(struct ui *ui, const struct choice *choice)
{
	history_keep(ui);
	query_switch(&ui->query, choice->index, !query_is_on(&ui->query, choice->index));
	ui_refresh_list(ui);
}

static void chips_drop(struct ui *ui, const struct choice *choice)
{
	history_keep(ui);
	query_drop(&ui->query, choice->index);
	ui_refresh_list(ui);
}

const struct picker_kind picker_chips = {
	.title = "Filters: Enter switches, Delete drops",
	.build = chips_build,
	.choose = chips_choose,
	.drop = chips_drop,
};

static void commands_build(struct ui *ui, struct picker *picker, bool by_key)
{
	struct choice *choices = make_choices(picker, command_count);

	picker->count = 0;
	for (int i = 0; i < command_count; i++) {
		const struct command *command = &commands[i];
		const char *keys =
			command_keys(command, by_key, ui->ascii, &picker->arena);

		if (!(command->contexts & IN_PANES))
			continue;
		choices[picker->count++] = (struct choice){
			.label = by_key ? command->help
					: arena_printf(&picker->arena, "%-15s %s",
						       command->name, command->help),
			.note = keys,
			.also = command->name,
			.value = command->keys,
			.index = i
		};
	}
}

static void palette_build(struct ui *ui, struct picker *picker)
{
	commands_build(ui, picker, false);
}

/* What the screen does not say in words. */
/* clang-format off */
static const struct {
	const char *sign, *ascii, *meaning;
} signs[] = {
	{ "[1]",     "[1]",     "A passage: Enter shows its words" },
	{ "[2005]",  "[2005]",  "A date the curators supply" },
	{ "2005~",   "2005~",   "A date that is about right" },
	{ "2005?",   "2005?",   "A date that is uncertain" },
	{ "?",       "?",       "A hit that is only possible" },
	{ "✓",       "on",      "A filter that is on" },
	{ "▲",       "^",       "The date of what is selected" },
	{ "▁ █",     ". #",     "Years with few events, and many" },
	{ "·",       "~",       "Years that an event may be of" },
	{ "⋯",       "-",       "Years without events" },
};
/* clang-format on */
enum { SIGN_COUNT = sizeof signs / sizeof signs[0] };

static void help_build(struct ui *ui, struct picker *picker)
{
	struct choice *keys, *all;
	int count;

	commands_build(ui, picker, true);
	keys = picker->choices;
	count = picker->count;
	all = make_choices(picker, count + SIGN_COUNT);
	memcpy(all, keys, (size_t)count * sizeof *all);
	for (int i = 0; i < SIGN_COUNT; i++)
		all[count + i] = (struct choice){ .label = signs[i].meaning,
						  .note = ui->ascii ? signs[i].ascii
								    : signs[i].sign,
						  .index = -1 };
}

static void commands_choose(struct ui *ui, const struct choice *choice)
{
	if (choice->index < 0)
		ui_say(ui, ROLE_STATUS, "%s: %s", choice->note, choice->label);
	else
		command_run(ui, &commands[choice->index]);
}

const struct picker_kind picker_palette = {
	.title = "Commands",
	.build = palette_build,
	.choose = commands_choose,
};

const struct picker_kind picker_help = {
	.title = "Keys and signs",
	.build = help_build,
	.choose = commands_choose,
};
