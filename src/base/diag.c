#include "config.h"

#include "base/diag.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static char *format_text(struct arena *arena, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	char *text = arena_alloc(arena, (size_t)(len < 0 ? 0 : len) + 1);

	vsnprintf(text, (size_t)(len < 0 ? 0 : len) + 1, format, again);
	va_end(again);
	return text;
}

const struct diag_type diag_types[DIAG_COUNT] = {
#define DIAG(id, code, severity, rule, reason, example)                                  \
	{ code, SEVERITY_##severity, rule, reason, example },
#include "base/diag.def"
#undef DIAG
};

const struct diag_type *diag_type_find(const char *code)
{
	for (int i = 0; i < DIAG_COUNT; i++)
		if (!strcmp(diag_types[i].code, code))
			return &diag_types[i];
	return NULL;
}

static struct diag *append(struct diags *diags, const struct diag_head *head)
{
	struct diag *diag = arena_alloc(diags->arena, sizeof *diag);

	assert(head->id < DIAG_COUNT);
	diag->type = &diag_types[head->id];
	diag->at = head->at;
	diag->width = head->width;
	if (diags->last)
		diags->last->next = diag;
	else
		diags->first = diag;
	diags->last = diag;
	if (diag->type->severity == SEVERITY_ERROR)
		diags->error_count++;
	else
		diags->warning_count++;
	return diag;
}

static int shift_of(enum severity severity)
{
	return severity == SEVERITY_ERROR ? 0 : 32;
}

/* The number of diagnostics of this severity before this one, which is counted. */
static uint32_t count_one(struct diags *diags, const struct diag_head *head)
{
	int shift = shift_of(diag_types[head->id].severity);
	uint64_t *counts;

	diags->counts.arena = diags->arena;
	counts = map_put(&diags->counts, head->at.file, strlen(head->at.file), NULL);
	uint32_t before = (uint32_t)(*counts >> shift);

	if (before < UINT32_MAX)
		*counts += (uint64_t)1 << shift;
	return before;
}

static void add_marker(struct diags *diags, struct diag_head head)
{
	bool is_error = diag_types[head.id].severity == SEVERITY_ERROR;

	head.id = is_error ? DIAG_ERRORS_MANY : DIAG_WARNINGS_MANY;
	struct diag *marker = append(diags, &head);

	marker->message = is_error ? "too many errors; the others are not reported"
				   : "too many warnings; the others are not reported";
	marker->help = is_error ? "correct the errors above first"
				: "correct the warnings above first";
}

/* Is the limit of the file reached?  Then the marker is added, once. */
static bool is_dropped(struct diags *diags, const struct diag_head *head)
{
	if (!diags->most || !head->at.file)
		return false;
	uint32_t before = count_one(diags, head);

	if (before < diags->most)
		return false;
	if (before > diags->most)
		return true;
	if (head->id == DIAG_ERRORS_MANY)
		return false;
	add_marker(diags, *head);
	return true;
}

bool diag_add_args(struct diags *diags, struct diag_head head, const char *format,
		   va_list args)
{
	diags->current = NULL;
	if (is_dropped(diags, &head))
		return false;
	diags->current = append(diags, &head);
	diags->current->message = format_text(diags->arena, format, args);
	return false;
}

bool diag_add_wide(struct diags *diags, struct diag_head head, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	diag_add_args(diags, head, format, args);
	va_end(args);
	return false;
}

bool diag_add(struct diags *diags, enum diag_id id, struct src_pos at, const char *format,
	      ...)
{
	va_list args;

	va_start(args, format);
	diag_add_args(diags, (struct diag_head){ id, at, 0 }, format, args);
	va_end(args);
	return false;
}

bool diag_help(struct diags *diags, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (diags->current)
		diags->current->help = format_text(diags->arena, format, args);
	va_end(args);
	return false;
}

bool diag_see(struct diags *diags, struct src_pos at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (diags->current) {
		diags->current->see = at;
		diags->current->see_message = format_text(diags->arena, format, args);
	}
	va_end(args);
	return false;
}

static void join_counts(struct diags *to, const struct diags *from)
{
	to->counts.arena = to->arena;
	for (uint32_t i = 0; to->most && i < from->counts.count; i++) {
		const struct map_entry *entry = map_at(&from->counts, i);

		*map_put(&to->counts, entry->key, entry->len, NULL) += entry->value;
	}
}

void diags_join(struct diags *to, struct diags *from)
{
	if (!from->first)
		return;
	join_counts(to, from);
	if (to->last)
		to->last->next = from->first;
	else
		to->first = from->first;
	to->last = from->last;
	to->error_count += from->error_count;
	to->warning_count += from->warning_count;
	*from = (struct diags){ .arena = from->arena, .most = from->most };
}

static int compare(const struct diag *a, const struct diag *b)
{
	int order = strcmp(a->at.file ? a->at.file : "", b->at.file ? b->at.file : "");

	if (order)
		return order;
	if (a->at.line != b->at.line)
		return a->at.line < b->at.line ? -1 : 1;
	return (a->at.column > b->at.column) - (a->at.column < b->at.column);
}

static struct diag *merge(struct diag *a, struct diag *b)
{
	struct diag *first = NULL, **end = &first;

	while (a && b) {
		struct diag **least = compare(a, b) <= 0 ? &a : &b;

		*end = *least;
		end = &(*least)->next;
		*least = *end;
	}
	*end = a ? a : b;
	return first;
}

/* Merge sort of a list, from the bottom: runs[i] is empty or has 2^i diagnostics. */
void diags_sort(struct diags *diags)
{
	struct diag *runs[32] = { NULL };

	for (struct diag *diag = diags->first, *next; diag; diag = next) {
		int i = 0;

		next = diag->next;
		diag->next = NULL;
		for (; i < 31 && runs[i]; runs[i++] = NULL)
			diag = merge(runs[i], diag);
		runs[i] = diag;
	}
	diags->first = NULL;
	for (int i = 0; i < 32; i++)
		diags->first = merge(runs[i], diags->first);
	diags->current = NULL;
	for (diags->last = diags->first; diags->last && diags->last->next;)
		diags->last = diags->last->next;
}
