/* Why two records are connected: the records on the way, a line between them, and beside
 * it the words of each link. */
#include "config.h"

#include "text/cell.h"
#include "typeset.h"
#include "views.h"

static const struct ref none;

/* Cells: of the line at the left, and of labels beside the words. */
enum { RAIL = 3, LABEL_MOST = 24 };

/* What stands at the left of rows: a record begins with `joint`, the rest is `line`. */
struct rail {
	const char *joint, *line;
	enum role role;
};

/* The kinds of line: of relations that a source bears out, and of all others. */
/* clang-format off */
static const struct {
	const char *first, *middle, *last, *stated, *other;
} utf8 = { "┌─ ", "├▸ ", "└▸ ", "│  ", "╎  " }, ascii = { "+- ", "+> ", "+> ", "|  ", ":  " };
/* clang-format on */

/* What is laid out. */
struct way {
	struct rows *rows;
	const struct doc *doc;
	const struct path *path;
	int label_width;
	bool is_ascii;
};

static const char *line_of(const struct way *way, int edge)
{
	const struct path *path = way->path;
	bool is_stated = edge >= 0 && edge < path->count &&
			 path->edges[edge].joint == GRAPH_RELATION &&
			 path->edges[edge].is_cited;

	if (edge < 0 || edge >= path->count)
		return "   ";
	if (way->is_ascii)
		return is_stated ? ascii.stated : ascii.other;
	return is_stated ? utf8.stated : utf8.other;
}

static const char *joint_of(const struct way *way, int step)
{
	bool is_ascii = way->is_ascii;

	if (step == 0)
		return is_ascii ? ascii.first : utf8.first;
	if (step == way->path->count)
		return is_ascii ? ascii.last : utf8.last;
	return is_ascii ? ascii.middle : utf8.middle;
}

/* Rows that are narrower by the rail. */
static struct rows beside(const struct way *way)
{
	struct rows part = { .arena = way->rows->arena,
			     .doc = way->doc,
			     .width = way->rows->width - RAIL,
			     .ascii = way->is_ascii };

	part.width = part.width < 1 ? 1 : part.width;
	return part;
}

static void blank(const struct way *way, const char *line)
{
	rows_pass(way->rows);
	rows_add(way->rows, line, ROLE_BORDER, none);
	rows_end(way->rows);
}

/* Put the rail before the rows of a part. */
static void join(struct rows *rows, struct rows *part, const struct rail *rail)
{
	rows_end(part);
	for (int i = 0; i < part->count; i++) {
		const struct row *row = &part->at[i];

		if (row->is_stop)
			rows_block(rows, &(struct row_block){ row->about, row->key,
							      row->is_claim, true });
		else
			rows_pass(rows);
		rows_add(rows, i ? rail->line : rail->joint, rail->role, none);
		for (int j = 0; j < row->run_count; j++)
			rows_add(rows, row->runs[j].text, row->runs[j].role,
				 row->runs[j].target);
		rows_end(rows);
	}
}

/* "├▸ Strategic partnership agreed        [2002-03-12]" */
static void step(const struct way *way, int at, int number)
{
	const struct doc_block *block = &way->doc->blocks[at];
	const struct doc_spans *spans = &block->spans;
	bool has_date = spans->count > 1;
	struct rows part = beside(way);
	struct rail rail = { joint_of(way, number), line_of(way, number), ROLE_BORDER };

	rows_block(&part,
		   &(struct row_block){ block->about, (uint32_t)at + 1, false, false });
	rows_entry(&part,
		   &(struct row_entry){ .text = { spans->at + has_date, 1 },
					.end = has_date ? spans->at[0].text : NULL });
	join(way->rows, &part, &rail);
}

/* "│ ● ended by   “This” brought an end to a strategic partnership            [1]" */
static void claim(const struct way *way, int at, struct rows *part)
{
	const struct doc_block *block = &way->doc->blocks[at];
	const char *sign = link_sign(way->doc, block->about, way->is_ascii);

	rows_block(part,
		   &(struct row_block){ block->about, (uint32_t)at + 1, true, false });
	rows_entry(part, &(struct row_entry){ .label = arena_printf(part->arena, "%s %s",
								    sign, block->label),
					      .label_role = ROLE_LABEL,
					      .label_width = way->label_width,
					      .text = block->spans,
					      .passages = block->passages });
}

/* A block of what is quoted: the source's words have a bar, what is said of them none. */
static void quoted(const struct way *way, int at, struct rows *part)
{
	bool has_bar = way->doc->blocks[at].kind == DOC_QUOTATION;
	const char *bar = !has_bar ? "   " : way->is_ascii ? "|  " : "▌  ";
	struct rows words = beside(way);

	words.width = part->width - RAIL < 1 ? 1 : part->width - RAIL;
	typeset(&words, way->doc, &(struct typeset){ .from = at, .to = at + 1 });
	join(part, &words, &(struct rail){ bar, bar, ROLE_BAR });
}

/* The blocks between two steps: what joins them, and the words that say so. */
static void link(const struct way *way, int from, int to, int number)
{
	const char *line = line_of(way, number);
	struct rows part = beside(way);
	bool is_quoting = false;

	claim(way, from, &part);
	for (int i = from + 1; i < to; i++) {
		is_quoting |= way->doc->blocks[i].kind == DOC_QUOTATION;
		if (way->doc->blocks[i].kind == DOC_QUOTATION)
			rows_blank(&part);
		if (is_quoting)
			quoted(way, i, &part);
		else
			typeset(&part, way->doc,
				&(struct typeset){ .from = i, .to = i + 1 });
	}
	blank(way, line);
	join(way->rows, &part, &(struct rail){ line, line, ROLE_BORDER });
	blank(way, line);
}

static int next_step(const struct doc *doc, int from)
{
	while (from < doc->count && doc->blocks[from].kind != DOC_STEP)
		from++;
	return from;
}

static int label_width(const struct doc *doc)
{
	int width = 0;

	for (int i = 0; i < doc->count; i++) {
		int cells = doc->blocks[i].kind == DOC_CLAIM
				    ? cell_width(doc->blocks[i].label) + 4
				    : 0;

		width = cells > width ? cells : width;
	}
	return width > LABEL_MOST ? LABEL_MOST : width;
}

static void lay_out(const struct way *way)
{
	const struct doc *doc = way->doc;
	int at = next_step(doc, 0);

	typeset(way->rows, doc, &(struct typeset){ .from = 0, .to = at });
	rows_blank(way->rows);
	for (int number = 0; at < doc->count; number++) {
		int next = next_step(doc, at + 1);

		step(way, at, number);
		if (next < doc->count)
			link(way, at + 1, next, number);
		at = next;
	}
}

static void path_build(struct view *view, const struct view_world *world,
		       struct rows *rows)
{
	const struct view_subject *subject = &view->subject;
	struct path path = { .from = subject->about, .to = subject->to };

	view_start(view, world);
	if (ref_is_none(path.from) || path.from.kind >= KIND_COUNT ||
	    ref_is_none(path.to))
		return;
	path_find(query_graph(world->index), &path, &view->arena);
	doc_path(&view->doc, &path);
	view->title = "Why these are connected";
	lay_out(&(struct way){ .rows = rows,
			       .doc = &view->doc,
			       .path = &path,
			       .label_width = label_width(&view->doc),
			       .is_ascii = subject->ascii });
	rows_end(rows);
	while (view->start < rows->count && !rows->at[view->start].is_claim)
		view->start++;
	view->start = view->start < rows->count ? view->start : 0;
}

const struct view_kind view_path = {
	.name = "Path",
	.empty = "No path is shown: P chooses a record to find one to.",
	.build = path_build,
};
