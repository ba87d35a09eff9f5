#include "config.h"

#include "cells.h"

#include <string.h>

#include "model/citation.h"
#include "model/office.h"

/* The contents of a buffer, which is released. */
static struct doc_cell taken(struct buf *words, struct arena *arena)
{
	const char *text = arena_strndup(arena, words->bytes, words->len);

	buf_release(words);
	return cell_text(text);
}

/* The office that began last; of offices without dates, the first written. */
static const struct office *latest_office(const struct actor *actor)
{
	const struct office *latest = NULL;

	for (int i = 0; i < actor->office_count; i++) {
		const struct office *office = &actor->offices[i];

		if (!latest ||
		    (office->date.extent.is_given &&
		     (!latest->date.extent.is_given ||
		      latest->date.extent.start_min < office->date.extent.start_min)))
			latest = office;
	}
	return latest;
}

CELL(cell_actor_office)
{
	const struct actor *actor = &dossier->actors[ref.index];
	const struct office *office = latest_office(actor);
	struct buf words = BUF_INIT;

	(void)options;
	if (!office)
		return cell_text(actor->description);
	office_words(dossier, office, &words);
	return taken(&words, arena);
}

CELL(cell_place_within)
{
	(void)options, (void)arena;
	return cell_text(dossier_title(dossier, dossier->places[ref.index].within));
}

CELL(cell_source_citation)
{
	struct buf words = BUF_INIT;

	(void)options;
	citation_short(dossier, ref, &words);
	struct doc_cell cell = taken(&words, arena);

	cell.meaning = DOC_TITLE;
	return cell;
}

static enum quote_state state_of(const struct doc_options *options, struct ref passage)
{
	const struct texts *texts = options->texts;

	return texts && texts->passages ? texts->passages[passage.index].state
					: QUOTE_UNCHECKED;
}

/* How many passages of a source are in each state; returns how many there are. */
static int count_states(const struct dossier *dossier, struct ref source,
			const struct doc_options *options, int counts[QUOTE_STATE_COUNT])
{
	int link_count, count = 0;
	const struct backlink *links = dossier_backlinks(dossier, source, &link_count);

	for (int i = 0; i < link_count; i++) {
		if (links[i].from.kind != KIND_PASSAGE || strcmp(links[i].as, "source"))
			continue;
		counts[state_of(options, links[i].from)]++;
		count++;
	}
	return count;
}

CELL(cell_source_passages)
{
	int counts[QUOTE_STATE_COUNT] = { 0 };

	return cell_text(
		arena_printf(arena, "%d", count_states(dossier, ref, options, counts)));
}

/* The text of a source, or the one that it is a part of. */
static const struct source_text *text_of(const struct dossier *dossier,
					 const struct doc_options *options,
					 struct ref source)
{
	const struct texts *texts = options->texts;
	struct ref whole = dossier_text_of(dossier, source);
	const struct source_text *text = texts && texts->sources && !ref_is_none(whole)
						 ? &texts->sources[whole.index]
						 : NULL;

	return text && text->bytes ? text : NULL;
}

/* The share of a text's words that is quoted, in thousandths, rounded down. */
static int quoted_share(const struct source_text *text)
{
	return text->words ? (int)(text->quoted_words * 1000LL / text->words) : 0;
}

CELL(cell_source_quoted)
{
	const struct source_text *text = text_of(dossier, options, ref);

	return cell_text(text ? arena_printf(arena, "%d%%", quoted_share(text) / 10)
			      : NULL);
}

CELL(data_source_quoted)
{
	const struct source_text *text = text_of(dossier, options, ref);
	int share = text ? quoted_share(text) : 0;

	return cell_text(text ? arena_printf(arena, "%d.%d", share / 10, share % 10)
			      : NULL);
}

static bool is_broken(enum quote_state state)
{
	return state == QUOTE_CHANGED || state == QUOTE_ORPHAN;
}

CELL(cell_source_state)
{
	int counts[QUOTE_STATE_COUNT] = { 0 };
	int count = count_states(dossier, ref, options, counts);
	struct buf words = BUF_INIT;
	bool broken = false;

	if (!text_of(dossier, options, ref) && count == counts[QUOTE_UNCHECKED])
		return cell_text(count ? quote_state_names[QUOTE_UNCHECKED] : NULL);
	for (int i = 0; i < QUOTE_STATE_COUNT; i++) {
		if (!counts[i])
			continue;
		buf_printf(&words, "%s%d %s", words.len ? ", " : "", counts[i],
			   quote_state_names[i]);
		broken |= is_broken((enum quote_state)i);
	}
	struct doc_cell cell = taken(&words, arena);

	cell.meaning = broken ? DOC_DAMAGED : DOC_PLAIN;
	return cell;
}

CELL(cell_passage_source)
{
	return cell_source_citation(dossier, dossier->passages[ref.index].source, options,
				    arena);
}

CELL(cell_passage_locator)
{
	(void)options, (void)arena;
	return cell_text(dossier->passages[ref.index].locator);
}

CELL(cell_passage_state)
{
	enum quote_state state = state_of(options, ref);

	(void)dossier, (void)arena;
	return (struct doc_cell){
		quote_state_names[state],
		is_broken(state) ? DOC_DAMAGED : DOC_PLAIN,
	};
}

CELL(cell_passage_words)
{
	const char *words = dossier->passages[ref.index].exact;

	(void)options, (void)arena;
	return (struct doc_cell){ words ? words : "", DOC_QUOTED };
}
