#include "config.h"

#include <string.h>

#include "eval.h"
#include "value.h"

/* Saved views: queries under a name, which terms, facets and commands ask for. */

/* Views of views of views: deeper than anyone nests them. */
enum { LEVELS_MOST = 8, BEING_READ = 255 };

void query_index_set_views(struct query_index *index, const struct query_saved *views,
			   int count)
{
	struct query_saved *copies =
		arena_array(&index->arena, (size_t)count, sizeof *copies);

	for (int i = 0; i < count; i++)
		copies[i] =
			(struct query_saved){ arena_strdup(&index->arena, views[i].name),
					      arena_strdup(&index->arena,
							   views[i].text) };
	index->spaces[QUERY_VIEW] =
		(struct space){ .saved = copies, .saved_count = count };
	index->nesting.levels = NULL;
	index_forget(index);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		index->views[kind] = (struct view_table){ 0 };
		key_table_drop(&index->tables[kind][QUERY_VIEW]);
	}
}

/* A name that is the dossier's is the dossier's. */
static void collect_views(struct space *space)
{
	for (int i = 0; i < space->saved_count; i++)
		space_intern(space, space->saved[i].name);
}

static void find_views(struct key_sink *sink, struct ref record)
{
	enum kind kind = (enum kind)record.kind;
	uint32_t count = space_count(index_space(sink->index, QUERY_VIEW));

	for (uint32_t i = 0; i < count; i++) {
		enum truth truth =
			truths_get(index_view(sink->index, kind, i), record.index);

		if (truth >= TRUTH_MAYBE)
			sink_add(sink, &(struct key){ .key = i, .truth = truth });
	}
}

const struct query_keys keys_view = { .find = find_views,
				      .of = KIND_VIEW,
				      .collect = collect_views };

const char *index_view_text(struct query_index *index, uint32_t view)
{
	const struct space *space = index_space(index, QUERY_VIEW);
	const struct dossier *dossier = index->dossier;
	const char *text = NULL;

	if (view < space->first[PART_STRINGS]) {
		text = dossier->views[view - space->first[PART_RECORDS]].query;
		return text ? text : "";
	}
	/* Of two with one name the later counts. */
	for (int i = 0; i < space->saved_count; i++)
		if (space_string(space, space->saved[i].name) == view)
			text = space->saved[i].text;
	return text;
}

const struct truths *index_view(struct query_index *index, enum kind kind, uint32_t view)
{
	struct view_table *table = &index->views[kind];
	struct query query = { 0 };

	if (!table->at)
		table->at = arena_array(&index->arena,
					space_count(index_space(index, QUERY_VIEW)),
					sizeof *table->at);
	struct view_answer *answer = &table->at[view];

	if (!answer->truths.any)
		answer->truths = truths_new(&index->arena, index_count(index, kind));
	if (answer->is_ready || answer->is_asked)
		return &answer->truths;
	answer->is_asked = true;
	if (query_add(&query, index, index_view_text(index, view), NULL))
		truths_or(&answer->truths, query_truths(&query, index, kind));
	answer->is_asked = false;
	answer->is_ready = true;
	query_release(&query);
	return &answer->truths;
}

/* Read the query of a view, and note its levels.  False with the reason in `why`. */
static bool read_view(struct query_index *index, uint32_t view, struct buf *why)
{
	struct view_nesting *nesting = &index->nesting;
	int around = nesting->below;
	struct query query = { 0 };
	struct query_fault fault;

	nesting->below = 0;
	nesting->depth++;
	nesting->levels[view] = BEING_READ;
	bool is_valid = query_add(&query, index, index_view_text(index, view), &fault);

	nesting->depth--;
	if (!is_valid)
		buf_printf(why, "%s%s", nesting->depth ? "" : "this view is no query: ",
			   fault.message);
	nesting->levels[view] = is_valid ? (unsigned char)(nesting->below + 1) : 0;
	nesting->below = around;
	query_release(&query);
	return is_valid;
}

bool view_check(struct query_index *index, uint32_t view, struct buf *why)
{
	struct view_nesting *nesting = &index->nesting;

	if (!nesting->levels)
		nesting->levels = arena_array(&index->arena,
					      space_count(index_space(index, QUERY_VIEW)),
					      sizeof *nesting->levels);
	int levels = nesting->levels[view];

	if (levels == BEING_READ)
		buf_str(why, "the view asks for itself");
	else if (nesting->depth + (levels ? levels : 1) > LEVELS_MOST)
		buf_str(why, "views are nested too deeply");
	else if (levels || read_view(index, view, why)) {
		if (nesting->levels[view] > nesting->below)
			nesting->below = nesting->levels[view];
		return true;
	}
	return false;
}
