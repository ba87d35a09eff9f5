#include "config.h"

#include <string.h>
#include <strings.h>

#include "parse.h"
#include "text/fold.h"
#include "words.h"

/* Where the cursor is: in which value of which term. */
struct spot {
	size_t start; /* of the term, its negation included */
	size_t value; /* of the value that is typed, or of a field's name */
	enum query_field field;
	bool is_first;	/* no term comes before */
	bool is_quoted; /* an open quotation mark */
};

static void begin_term(struct spot *spot, size_t at)
{
	*spot = (struct spot){ .start = at, .value = at, .is_first = spot->is_first };
}

/* A colon ends a field's name, or "not". */
static void end_name(struct spot *spot, const char *text, size_t at)
{
	const char *name = text + spot->value;
	size_t len = at - spot->value;

	if (len == 3 && !strncasecmp(name, "not", 3)) {
		spot->value = at + 1;
	} else if (!spot->field && parse_field(name, len)) {
		spot->field = parse_field(name, len);
		spot->value = at + 1;
	}
}

static struct spot find_spot(const char *text, size_t cursor)
{
	struct spot spot = { .is_first = true };

	for (size_t i = 0; i < cursor; i++) {
		char c = text[i];
		bool is_start = i == spot.value;

		if (c == '"' && (is_start || spot.is_quoted)) {
			spot.is_quoted = !spot.is_quoted;
		} else if (!spot.is_quoted && strchr(" \t\n()", c)) {
			spot.is_first &= i == spot.start;
			begin_term(&spot, i + 1);
		} else if (!spot.is_quoted && c == ',' && *(text + spot.value) != '[' &&
			   *(text + spot.value) != '{') {
			spot.value = i + 1;
		} else if (c == '-' && is_start && !spot.field) {
			spot.value = i + 1;
		} else if (c == ':' && !spot.is_quoted) {
			end_name(&spot, text, i);
		}
	}
	return spot;
}

/* The query with what is typed around the term at the spot, as far as it can be read. */
static void read_others(const struct query_view *view, const struct query_prompt *prompt,
			const struct spot *spot, struct query *others)
{
	const char *rest = prompt->text + prompt->cursor;
	struct buf text = BUF_INIT;

	if (view->query)
		query_copy(others, view->query);
	buf_add(&text, prompt->text, spot->start);
	buf_str(&text, rest + strcspn(rest, " \t\n)"));
	query_add(others, view->index, text.bytes, NULL);
	buf_release(&text);
}

struct finding {
	const struct query_view *view; /* with the other terms for its query */
	struct arena *arena;
	struct query_completion *completion;
	const char *typed; /* folded */
};

static void add(struct finding *finding, const struct query_candidate *candidate)
{
	struct query_completion *completion = finding->completion;
	struct query_candidate *candidates =
		arena_grow(finding->arena, (void *)completion->candidates,
			   completion->count, sizeof *candidates);

	candidates[completion->count++] = *candidate;
	completion->candidates = candidates;
}

static bool fits(const struct finding *finding, const char *name)
{
	struct buf folded = BUF_INIT;

	if (!*finding->typed)
		return true;
	if (!name)
		return false;
	fold_add(&folded, name, strlen(name));
	bool has = words_have(folded.bytes, finding->typed);

	buf_release(&folded);
	return has;
}

/* The values of a field that have a name which begins so. */
static void add_values(struct finding *finding, enum query_field field, bool with_name)
{
	int count;
	const struct facet *facets =
		query_facets(finding->view, field, finding->arena, &count);
	struct buf text = BUF_INIT;

	for (int i = 0; i < count; i++) {
		const struct facet *facet = &facets[i];

		if (!fits(finding, facet->value) && !fits(finding, facet->label) &&
		    !fits(finding, facet->names))
			continue;
		buf_clear(&text);
		if (with_name)
			buf_printf(&text, "%s:", query_fields[field].name);
		node_print_value(facet->value, field, &text);
		add(finding, &(struct query_candidate){
				     .text = arena_strdup(finding->arena, text.bytes),
				     .label = facet->label,
				     .count = facet->count,
				     .possible_count = facet->possible_count });
	}
	buf_release(&text);
}

static void add_fields(struct finding *finding)
{
	for (int i = QUERY_TEXT + 1; i < QUERY_FIELD_COUNT; i++) {
		const struct query_field_info *field = &query_fields[i];

		if (!strncmp(field->name, finding->typed, strlen(finding->typed)))
			add(finding, &(struct query_candidate){
					     .text = arena_printf(finding->arena,
								  "%s:", field->name),
					     .label = field->help,
					     .count = -1,
					     .possible_count = -1 });
	}
}

/* Operators are typed in capitals; AND and OR come after a term. */
static void add_operators(struct finding *finding, const char *typed, bool is_first)
{
	static const struct query_candidate operators[] = {
		{ "NOT ", "what does not match the next term", -1, -1 },
		{ "OR ", "what matches the terms before or those after", -1, -1 },
		{ "AND ", "what matches both, as terms side by side", -1, -1 },
	};

	for (int i = is_first ? 2 : 0, end = 3; i < end; i++) {
		const struct query_candidate *operator= & operators[is_first ? 0 : i];

		if (!strncmp(operator->text, typed, strlen(typed)))
			add(finding, operator);
	}
}

/* Names of records and words, for who does not know the field. */
static void add_named(struct finding *finding)
{
	static const enum query_field fields[] = { QUERY_ACTOR,	 QUERY_PLACE,
						   QUERY_THREAD, QUERY_SOURCE,
						   QUERY_TAG,	 QUERY_TYPE,
						   QUERY_KIND };

	if (strlen(finding->typed) < 2)
		return;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		add_values(finding, fields[i], true);
}

void query_complete(const struct query_view *view, const struct query_prompt *prompt,
		    struct arena *arena, struct query_completion *completion)
{
	struct spot spot = find_spot(prompt->text, prompt->cursor);
	struct query others = { 0 };
	struct buf typed = BUF_INIT;
	const char *start = prompt->text + spot.value;
	size_t len = prompt->cursor - spot.value;

	read_others(view, prompt, &spot, &others);
	struct query_view beside = { &others, view->index, view->scope };

	*completion = (struct query_completion){ .at = spot.value, .len = len };
	fold_add(&typed, start + spot.is_quoted, len - spot.is_quoted);
	struct finding finding = { &beside, arena, completion, typed.bytes };

	if (spot.field) {
		add_values(&finding, spot.field, false);
	} else if (!spot.is_quoted) {
		add_fields(&finding);
		add_operators(&finding, arena_strndup(arena, start, len), spot.is_first);
		add_named(&finding);
	}
	buf_release(&typed);
	query_release(&others);
}
