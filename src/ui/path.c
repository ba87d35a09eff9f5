#include "config.h"

#include "path.h"

#include "model/when.h"
#include "model/words.h"
#include "state.h"
#include "typing.h"

enum { DEPTH_MOST = 3 };

/* --- A path ---------------------------------------------------------------------- */

/* The kinds of record that are offered, in this order. */
static const enum kind kinds[] = { KIND_EVENT, KIND_ACTOR, KIND_PLACE, KIND_REFERENCE };
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static const char *note_of(const struct ui *ui, struct ref ref, struct arena *arena)
{
	const struct when *when = words_when(ui->world.dossier, ref);
	struct buf words = BUF_INIT;

	if (!when || !when->edtf)
		return words_kind(ui->world.dossier, ref, arena);
	when_short(when, ui->dates, &words);
	const char *note = arena_strndup(arena, words.bytes, words.len);

	buf_release(&words);
	return note;
}

static void path_build(struct ui *ui, struct picker *picker)
{
	const struct dossier *dossier = ui->world.dossier;
	size_t count = 1;

	for (int i = 0; i < KINDS; i++)
		count += (size_t)dossier->counts[kinds[i]];
	picker->choices = arena_array(&picker->arena, count, sizeof *picker->choices);
	for (int i = 0; i < KINDS; i++)
		for (uint32_t j = 0; j < (uint32_t)dossier->counts[kinds[i]]; j++) {
			struct ref ref = { kinds[i], j };

			if (ref_equal(ref, ui->at.shown))
				continue;
			picker->choices[picker->count++] =
				(struct choice){ .label = words_title(dossier, ref,
								      &picker->arena),
						 .note = note_of(ui, ref, &picker->arena),
						 .also = dossier_record(dossier, ref)->id,
						 .ref = ref };
		}
	picker->title = arena_printf(&picker->arena, "From %s to",
				     ui_title(ui, ui->at.shown, &picker->arena));
}

static void path_choose(struct ui *ui, const struct choice *choice)
{
	ui_keep(ui);
	ui->at.path_to = choice->ref;
	ui_focus(ui, SLOT_PATH);
}

static const struct picker_kind picker_path = {
	.title = "Path to",
	.empty = "There is no other record.",
	.foot = "Enter shows why they are connected",
	.build = path_build,
	.choose = path_choose,
};

const char *act_path(struct ui *ui, int arg)
{
	(void)arg;
	if (ref_is_none(ui->at.shown) || ui->at.shown.kind >= KIND_COUNT)
		return "No record is shown.";
	return open_picker(ui, &picker_path);
}

/* --- Relations ------------------------------------------------------------------- */

const char *act_depth(struct ui *ui, int by)
{
	int depth = ui->depth + by;

	if (!layout_shows(&ui->layout, SLOT_RELATED))
		return "r shows relations; ( and ) change how far they reach.";
	if (depth < 1)
		return "Only the record's own relations are shown.";
	if (depth > DEPTH_MOST)
		return "Relations are followed three links away at most.";
	ui->depth = depth;
	ui_say(ui, ROLE_STATUS, "Relations: %d link%s away.", depth,
	       depth == 1 ? "" : "s");
	return NULL;
}
