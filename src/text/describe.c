#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "normal.h"
#include "text/fold.h"
#include "text/quote.h"

enum { CONTEXT_MAX = 400 }; /* approximate limit of prefix or suffix, in bytes */

/* Words of the normalised text and the extent of their context. */
struct target {
	const struct quote_text *of;
	const char *text;
	size_t len;
	size_t start, end; /* of the words */
	size_t from, to;   /* of prefix, words and suffix */
};

static void reach_word_start(struct target *target)
{
	size_t from = target->from;

	while (from && target->text[from - 1] != ' ' &&
	       target->from - from <= NORMAL_WORD)
		from--;
	if (target->from - from <= NORMAL_WORD)
		target->from = from;
	while (!normal_is_bound(target->of, target->from))
		target->from--;
}

static void reach_word_end(struct target *target)
{
	size_t to = target->to;

	while (to < target->len && target->text[to] != ' ' &&
	       to - target->to <= NORMAL_WORD)
		to++;
	if (to - target->to <= NORMAL_WORD)
		target->to = to;
	while (!normal_is_bound(target->of, target->to))
		target->to++;
}

/* Are the words at `at`, with the context so far, equal to the target? */
static bool is_equal_at(const struct target *target, size_t at)
{
	size_t before = target->start - target->from, after = target->to - target->start;

	return at != target->start && at >= before && target->len - at >= after &&
	       !memcmp(target->text + at - before, target->text + target->from,
		       before + after);
}

/* Extend the prefix until it differs from the text before `at`, if it does. */
static void exclude_before(struct target *target, size_t at)
{
	size_t from = target->from, other = at - (target->start - target->from);

	while (from && other && target->start - from <= CONTEXT_MAX &&
	       target->text[from - 1] == target->text[other - 1])
		from--, other--;
	if (!from || target->start - from > CONTEXT_MAX)
		return;
	target->from = from - 1;
	reach_word_start(target);
}

static void exclude_after(struct target *target, size_t at)
{
	size_t to = target->to, other = at + (target->to - target->start);

	while (to < target->len && other < target->len &&
	       to - target->end <= CONTEXT_MAX && target->text[to] == target->text[other])
		to++, other++;
	if (to == target->len || to - target->end > CONTEXT_MAX)
		return;
	target->to = to + 1;
	reach_word_end(target);
}

static void exclude_others(struct target *target)
{
	const char *words = target->text + target->start;
	size_t words_len = target->end - target->start, at = 0;
	const char *found;

	while ((found = memmem(target->text + at, target->len - at, words, words_len))) {
		at = (size_t)(found - target->text);
		if (is_equal_at(target, at)) {
			exclude_before(target, at);
			exclude_after(target, at);
		}
		at++;
	}
}

struct quote_context quote_describe(const struct quote_text *text, long start, long end,
				    struct arena *arena)
{
	struct target target = {
		.of = text,
		.text = text->normal,
		.len = text->normal_len,
		.start = normal_from(text, normal_byte(text, start)),
		.end = normal_from(text, normal_byte(text, end)),
	};

	target.from = target.start;
	target.to = target.end;
	if (target.start < target.end) {
		if (target.text[target.start] != ' ')
			reach_word_start(&target);
		if (target.text[target.end - 1] != ' ')
			reach_word_end(&target);
		exclude_others(&target);
	}
	return (struct quote_context){
		arena_strndup(arena, target.text + target.from,
			      target.start - target.from),
		arena_strndup(arena, target.text + target.end, target.to - target.end),
	};
}

/* Find the first match of the folded words, as bytes of the normalised text. */
static bool find_folded(const struct quote_text *text, const char *words, size_t *start,
			size_t *end)
{
	struct buf folded = BUF_INIT;
	struct fold_match match = { 0 };
	bool is_found = false;

	fold_add(&folded, words, strlen(words));
	while (!is_found && folded.len && fold_next(text->normal, folded.bytes, &match)) {
		*start = match.at;
		*end = match.at + match.len;
		is_found = normal_is_bound(text, *start) && normal_is_bound(text, *end);
	}
	buf_release(&folded);
	return is_found;
}

bool quote_pick(const struct quote_text *text, const char *words, struct arena *arena,
		struct quote_pick *pick)
{
	struct quote quote = { .exact = words, .start = -1 };
	struct quote_result result = quote_find(text, &quote, arena);
	size_t start, end;

	*pick = (struct quote_pick){ .start = result.start, .end = result.end };
	if (!result.count) {
		if (!find_folded(text, words, &start, &end))
			return false;
		pick->start = normal_point(text, text->origin[start]);
		pick->end = normal_point(text, normal_end(text, end));
	}
	start = normal_byte(text, pick->start);
	end = normal_byte(text, pick->end);
	pick->exact = arena_strndup(arena, text->bytes + start, end - start);
	pick->paragraph = quote_paragraph(text, pick->start);
	quote.exact = pick->exact;
	quote_all(text, &quote, arena, &pick->count);
	pick->context = (struct quote_context){ "", "" };
	if (pick->count > 1)
		pick->context = quote_describe(text, pick->start, pick->end, arena);
	return true;
}
