#include "config.h"

#include "saved.h"

#include <string.h>

#include "filter.h"
#include "state.h"
#include "typing.h"

int saved_find(const struct saved *saved, const char *name)
{
	for (int i = 0; i < saved->count; i++)
		if (!strcmp(saved->at[i].name, name))
			return i;
	return -1;
}

bool saved_add(struct saved *saved, const char *name, const char *text)
{
	int i = saved_find(saved, name);

	if (i < 0 && saved->count == SAVED_MOST)
		return false;
	if (i < 0) {
		i = saved->count++;
		saved->at[i].name = arena_strdup(&saved->arena, name);
	}
	saved->at[i].text = arena_strdup(&saved->arena, text);
	return true;
}

bool saved_remove(struct saved *saved, const char *name)
{
	int i = saved_find(saved, name);

	if (i < 0)
		return false;
	saved->count--;
	memmove(saved->at + i, saved->at + i + 1,
		(size_t)(saved->count - i) * sizeof saved->at[0]);
	return true;
}

void saved_release(struct saved *saved)
{
	arena_clear(&saved->arena);
	saved->count = 0;
}

/* The index finds them as it finds those of the dossier. */
static void tell_index(struct ui *ui)
{
	query_index_set_views(ui->world.index, ui->saved.at, ui->saved.count);
	ui->is_stale = true;
}

void ui_set_saved(struct ui *ui, const struct query_saved *views, int count)
{
	saved_release(&ui->saved);
	for (int i = 0; i < count; i++)
		saved_add(&ui->saved, views[i].name, views[i].text);
	tell_index(ui);
}

/* --- Saving ------------------------------------------------------------------- */

static void print_on(const struct query *query, struct buf *out)
{
	for (int i = 0; i < query_count(query); i++) {
		if (!query_is_on(query, i))
			continue;
		if (out->len)
			buf_char(out, ' ');
		query_print_term(query, i, out);
	}
}

/* Why there can be no view of this name; NULL: there can. */
static const char *no_name(const struct ui *ui, const char *name)
{
	struct ref ref = dossier_find(ui->world.dossier, name);

	if (!*name)
		return "a view needs a name";
	if (ref.kind == KIND_VIEW)
		return "the dossier has a view of this name";
	return NULL;
}

/* Would the view ask for itself? */
static bool is_circular(struct ui *ui, const char *name)
{
	struct query query = { 0 };
	bool is_read = query_add_value(&query, ui->world.index, QUERY_VIEW, name);

	query_release(&query);
	return !is_read;
}

static bool save_accept(struct ui *ui)
{
	const char *name = ui->prompt.text.bytes + strspn(ui->prompt.text.bytes, " ");
	const char *why = no_name(ui, name);
	struct buf text = BUF_INIT;
	int old = saved_find(&ui->saved, name);
	const char *before = old < 0 ? NULL : ui->saved.at[old].text;

	print_on(&ui->query, &text);
	if (!why && !saved_add(&ui->saved, name, text.bytes))
		why = "there are too many views; Delete in v v removes one";
	if (!why)
		tell_index(ui);
	if (!why && is_circular(ui, name)) {
		why = "a view can't ask for itself";
		if (before)
			saved_add(&ui->saved, name, before);
		else
			saved_remove(&ui->saved, name);
		tell_index(ui);
	}
	if (why)
		prompt_fault(&ui->prompt, 0, 0, why);
	else
		ui_say(ui, ROLE_STATUS, "%s as \"%s\": %s. v v lists the saved views.",
		       old < 0 ? "Saved" : "Saved again", name, text.bytes);
	buf_release(&text);
	return !why;
}

static const struct prompt_kind prompt_save = {
	.label = "save the filters as: ",
	.help = "a name; view:NAME and v v find it",
	.accept = save_accept,
};

const char *act_save(struct ui *ui, int arg)
{
	(void)arg;
	if (!filters_are_on(&ui->query))
		return "No filter is on that could be saved: a, y or f sets one.";
	prompt_open(ui, &prompt_save, "");
	return NULL;
}

/* --- Choosing ----------------------------------------------------------------- */

/* How many records a view would give beside the other filters. */
static void count_view(const struct facet *facets, int count, struct choice *choice,
		       struct arena *arena)
{
	struct tally tally = { 0 };

	for (int i = 0; i < count; i++)
		if (!strcmp(facets[i].value, choice->value)) {
			choice->bar = facets[i].count;
			choice->is_marked = facets[i].is_chosen;
			tally = (struct tally){ facets[i].count -
							facets[i].possible_count,
						facets[i].possible_count, 0 };
		}
	choice->note = arena_printf(arena, "%s%s", choice->index < 0 ? "" : "yours  ",
				    filter_tally(&tally, arena));
}

static void views_build(struct ui *ui, struct picker *picker)
{
	const struct dossier *dossier = ui->world.dossier;
	struct query_view view = { .query = &ui->query, .index = ui->world.index };
	int count, given = dossier->counts[KIND_VIEW];

	view.scope =
		list_scope(&ui->world, ui->at.listing, ui->at.thread, &picker->arena);
	const struct facet *facets =
		query_facets(&view, QUERY_VIEW, &picker->arena, &count);

	picker->arg = QUERY_VIEW;
	picker->choices =
		arena_array(&picker->arena, (size_t)(given + ui->saved.count) + 1,
			    sizeof *picker->choices);
	for (int i = 0; i < given + ui->saved.count; i++) {
		const struct view_record *record = &dossier->views[i];
		struct choice *choice = &picker->choices[picker->count];

		*choice =
			i < given
				? (struct choice){ .label = record->title,
						   .also = record->query,
						   .value = record->record.id,
						   .index = -1 }
				: (struct choice){ .label = ui->saved.at[i - given].name,
						   .also = ui->saved.at[i - given].text,
						   .value = ui->saved.at[i - given].name,
						   .index = i - given };
		if (!choice->value || !choice->label)
			continue; /* an error of the dossier */
		count_view(facets, count, choice, &picker->arena);
		picker->count++;
	}
}

static void views_drop(struct ui *ui, const struct choice *choice)
{
	char name[PROMPT_MOST + 1];

	if (choice->index < 0) {
		ui_say(ui, ROLE_WARNING, "This view is the dossier's.");
		return;
	}
	if (choice->is_marked) {
		ui_say(ui, ROLE_WARNING, "This view is a filter; x removes that first.");
		return;
	}
	snprintf(name, sizeof name, "%s", choice->value);
	saved_remove(&ui->saved, name);
	tell_index(ui);
	ui_say(ui, ROLE_STATUS, "The view \"%s\" is removed.", name);
}

static const struct picker_kind picker_views = {
	.title = "Saved views",
	.empty = "No view is saved: S saves the filters that are on.",
	.foot = "Enter takes one, Space several, Delete removes yours",
	.takes_several = true,
	.build = views_build,
	.choose = facets_choose,
	.drop = views_drop,
	.total = facets_total,
};

const char *act_views(struct ui *ui, int arg)
{
	(void)arg;
	if (ui->at.listing == LIST_PROBLEMS)
		return "Problems are not filtered; v e lists the events.";
	return open_picker(ui, &picker_views);
}
