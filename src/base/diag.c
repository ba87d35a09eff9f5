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

bool diag_add_args(struct diags *diags, struct diag_head head, const char *format,
		   va_list args)
{
	struct diag *diag = arena_alloc(diags->arena, sizeof *diag);

	assert(head.id < DIAG_COUNT);
	diag->type = &diag_types[head.id];
	diag->at = head.at;
	diag->width = head.width;
	diag->message = format_text(diags->arena, format, args);
	if (diags->last)
		diags->last->next = diag;
	else
		diags->first = diag;
	diags->last = diag;
	if (diag->type->severity == SEVERITY_ERROR)
		diags->error_count++;
	else
		diags->warning_count++;
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
	diags->last->help = format_text(diags->arena, format, args);
	va_end(args);
	return false;
}

bool diag_see(struct diags *diags, struct src_pos at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	diags->last->see = at;
	diags->last->see_message = format_text(diags->arena, format, args);
	va_end(args);
	return false;
}

void diags_join(struct diags *to, struct diags *from)
{
	if (!from->first)
		return;
	if (to->last)
		to->last->next = from->first;
	else
		to->first = from->first;
	to->last = from->last;
	to->error_count += from->error_count;
	to->warning_count += from->warning_count;
	*from = (struct diags){ .arena = from->arena };
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
	for (diags->last = diags->first; diags->last && diags->last->next;)
		diags->last = diags->last->next;
}
