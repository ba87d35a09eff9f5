#include "config.h"

#include "palette.h"

#include <string.h>

#include "command.h"
#include "filter.h"
#include "model/words.h"
#include "typing.h"

static struct choice *make_choices(struct picker *picker, int room)
{
	picker->count = 0;
	picker->choices =
		arena_array(&picker->arena, (size_t)room + 1, sizeof *picker->choices);
	return picker->choices;
}

/* --- Commands ------------------------------------------------------------------ */

static void add_command(struct ui *ui, struct picker *picker, int index, bool by_key)
{
	const struct command *command = &ui->commands[index];

	if (!(command->contexts & IN_VIEWS))
		return;
	picker->choices[picker->count++] = (struct choice){
		.label = by_key ? command->help
				: arena_printf(&picker->arena, "%-16s %s", command->name,
					       command->help),
		.note = command_keys(command, by_key, ui->ascii, &picker->arena),
		.also = command->name,
		.value = command->keys,
		.index = index
	};
}

static void add_heading(struct picker *picker, const char *title)
{
	picker->choices[picker->count++] =
		(struct choice){ .label = title, .is_heading = true, .index = -1 };
}

static void add_topic(struct ui *ui, struct picker *picker, enum topic topic)
{
	int heading = picker->count;

	add_heading(picker, topic_titles[topic]);
	for (int i = 0; i < ui->command_count; i++)
		if (ui->commands[i].topic == topic)
			add_command(ui, picker, i, true);
	if (picker->count == heading + 1)
		picker->count = heading; /* no command of the panes */
}

/* A saved view is one more command: it filters. */
static void add_view(struct picker *picker, const char *name, const char *title)
{
	if (!name || !title)
		return; /* an error of the dossier */
	picker->choices[picker->count++] =
		(struct choice){ .label = arena_printf(&picker->arena, "%-16s %s", "view",
						       title),
				 .note = "view",
				 .also = name,
				 .value = name,
				 .index = -1 };
}

static void palette_build(struct ui *ui, struct picker *picker)
{
	const struct dossier *dossier = ui->world.dossier;

	make_choices(picker,
		     ui->command_count + dossier->counts[KIND_VIEW] + ui->saved.count);
	for (int i = 0; i < ui->command_count; i++)
		add_command(ui, picker, i, false);
	for (int i = 0; i < dossier->counts[KIND_VIEW]; i++)
		add_view(picker, dossier->views[i].record.id, dossier->views[i].title);
	for (int i = 0; i < ui->saved.count; i++)
		add_view(picker, ui->saved.at[i].name, ui->saved.at[i].name);
}

/* What the screen does not say in words. */
/* clang-format off */
static const struct {
	const char *sign, *ascii, *meaning;
} signs[] = {
	{ "●",           "*",      "Every claim has its passage" },
	{ "◐",           "+",      "Some claims have a passage" },
	{ "○",           "o",      "The curator's words only" },
	{ "×",           "x",      "A passage is not in its text" },
	{ "[1]",         "[1]",    "A passage; Enter shows its words" },
	{ "[2005]",      "[2005]", "A date the curator supplies" },
	{ "2005~ 2005?", "2005~",  "About then; perhaps then" },
	{ "?",           "?",      "A match that is only possible" },
	{ "▷",           "-",      "Another record is shown" },
	{ "▌",           "|",      "The words that the claim cites" },
	{ "│",           ":",      "Words that another claim cites" },
	{ "✓",           "on",     "A filter that is on" },
	{ "▼ ▲ ↕",       "v ^",    "More below, above, both" },
	{ "┃",           "#",      "Right edge: the part that is seen" },
	{ "┤ ┫",         "- =",    "Right edge: words that are cited" },
	{ "◂ ◄",         "< {",      "Right edge: matches of a search" },
	{ "▁ █ ·",       ". # ~",  "Few events, many, vague dates" },
};
/* clang-format on */
enum { SIGN_COUNT = sizeof signs / sizeof signs[0] };

/* What is of most use in the pane comes first. */
static void help_build(struct ui *ui, struct picker *picker)
{
	enum topic first = topic_of_slot(ui->at.focus);

	make_choices(picker, ui->command_count + TOPIC_COUNT + 1 + SIGN_COUNT);
	add_topic(ui, picker, first);
	for (int i = 0; i < TOPIC_COUNT; i++)
		if (i != (int)first)
			add_topic(ui, picker, (enum topic)i);
	add_heading(picker, "Signs");
	for (int i = 0; i < SIGN_COUNT; i++)
		picker->choices[picker->count++] =
			(struct choice){ .label = signs[i].meaning,
					 .note = ui->ascii ? signs[i].ascii
							   : signs[i].sign,
					 .index = -1 };
}

static const char *take_view(struct ui *ui, const char *name)
{
	struct query_choice choice = { QUERY_VIEW, &name, 1 };
	struct visit here = ui_visit(ui);

	if (ui->at.listing == LIST_PROBLEMS)
		return filter_no_list;
	if (!query_choose(&ui->query, ui->world.index, &choice))
		return "This view can't be read, or there are too many filters.";
	history_push(&ui->history, &here);
	ui_filtered(ui);
	ui_focus(ui, SLOT_LIST);
	return NULL;
}

static void commands_choose(struct ui *ui, const struct choice *choice)
{
	const char *why_not = NULL;

	if (choice->index < 0 && choice->value)
		why_not = take_view(ui, choice->value);
	else if (choice->index < 0)
		ui_say(ui, ROLE_STATUS, "%s: %s", choice->note, choice->label);
	else
		why_not = ui->commands[choice->index].run(
			ui, ui->commands[choice->index].arg);
	if (why_not)
		ui_say(ui, ROLE_STATUS, "%s", why_not);
}

static const struct picker_kind picker_palette = {
	.title = "Commands",
	.build = palette_build,
	.choose = commands_choose,
};

static const struct picker_kind picker_help = {
	.title = "Keys and signs",
	.foot = "Enter runs it",
	.build = help_build,
	.choose = commands_choose,
};

const char *act_palette(struct ui *ui, int arg)
{
	(void)arg;
	return open_picker(ui, &picker_palette);
}

const char *act_help(struct ui *ui, int arg)
{
	(void)arg;
	return open_picker(ui, &picker_help);
}

/* --- Who cites these words ------------------------------------------------------ */

static bool is_offered(const struct picker *picker, struct ref ref)
{
	for (int i = 0; i < picker->count; i++)
		if (ref_equal(picker->choices[i].ref, ref))
			return true;
	return false;
}

static void cited_build(struct ui *ui, struct picker *picker)
{
	const struct dossier *dossier = ui->world.dossier;
	const struct backlink *links;
	int count;

	links = dossier_backlinks(dossier, picker->about, &count);
	make_choices(picker, count);
	for (int i = 0; i < count; i++) {
		struct ref from = links[i].from;

		if (is_offered(picker, from))
			continue;
		picker->choices[picker->count++] = (struct choice){
			.label = words_title(dossier, from, &picker->arena),
			.note = words_kind(dossier, from, &picker->arena),
			.also = dossier_title(dossier, dossier_home(dossier, from)),
			.ref = from
		};
	}
}

static void cited_choose(struct ui *ui, const struct choice *choice)
{
	ui_keep(ui);
	ui_open(ui, choice->ref);
}

static const struct picker_kind picker_cited = {
	.title = "These words are cited by",
	.empty = "No record cites these words.",
	.foot = "Enter opens it",
	.build = cited_build,
	.choose = cited_choose,
};

const char *act_cited(struct ui *ui, int arg)
{
	struct ref about = view_about(&ui->views[SLOT_SOURCE]);

	(void)arg;
	ui->picker.about = about.kind == KIND_PASSAGE ? about : ui->at.passage;
	if (ref_is_none(ui->picker.about))
		return "No passage is cited here.";
	return open_picker(ui, &picker_cited);
}
