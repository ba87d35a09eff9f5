#include "config.h"

#include "date_parts.h"

#include <stdio.h>
#include <string.h>

/* Scratch memory for trying a suggestion. */
struct attempt {
	struct arena scratch;
	struct buf meant, inner;
};

static bool parses(struct attempt *attempt, const char *text, size_t len)
{
	struct date_fault fault;

	return date_parse_bare(&attempt->scratch, text, len, &fault) != NULL;
}

/* Is every alternative, separated by " or ", a date? */
static bool is_sound(struct attempt *attempt)
{
	const char *at = attempt->meant.bytes, *next;

	for (; (next = strstr(at, " or ")); at = next + 4)
		if (!parses(attempt, at, (size_t)(next - at)))
			return false;
	return parses(attempt, at, strlen(at));
}

/* Find the first of some idioms that gives a date; its message or the parser's. */
static const char *find_in(struct attempt *attempt, const struct date_idiom *idioms,
			   const char *text, const struct date_fault *fault)
{
	for (const struct date_idiom *idiom = idioms; idiom->rewrite; idiom++) {
		buf_clear(&attempt->meant);
		if (idiom->rewrite(text, fault, &attempt->meant) && is_sound(attempt))
			return idiom->message ? idiom->message : fault->message;
	}
	return NULL;
}

/* Find out what was meant: another notation, an impossible date, English. */
static const char *find_idiom(struct attempt *attempt, const char *text,
			      const struct date_fault *fault)
{
	const char *message = find_in(attempt, date_idioms, text, fault);

	if (!message)
		message = find_in(attempt, date_corrections, text, fault);
	if (message)
		return message;
	buf_clear(&attempt->meant);
	message = date_guess(text, &attempt->meant);

	return message && is_sound(attempt) ? message : NULL;
}

/* The length of the separator at `text`, or 0. */
static size_t separator(const char *text)
{
	if (text[0] == '.' && text[1] == '.')
		return 2;
	return *text && strchr("/,[]{}", *text) ? 1 : 0;
}

/* Append one end of an interval or member of a set, corrected if it is not a date. */
static const char *correct_piece(struct attempt *attempt, const char *piece,
				 const char *message)
{
	struct date_fault fault;
	const char *found;

	if (!*piece || parses(attempt, piece, strlen(piece))) {
		buf_str(&attempt->inner, piece);
		return message;
	}
	date_parse_bare(&attempt->scratch, piece, strlen(piece), &fault);
	found = find_idiom(attempt, piece, &fault);
	if (found)
		buf_add(&attempt->inner, attempt->meant.bytes,
			strcspn(attempt->meant.bytes, " "));
	return found;
}

/* c. 1990/1990s: correct each piece */
static const char *find_pieces(struct attempt *attempt, const char *text,
			       const char *message)
{
	while (*text && message) {
		size_t len = separator(text);

		buf_add(&attempt->inner, text, len);
		text += len;
		for (len = 0; text[len] && !separator(text + len);)
			len++;
		message = correct_piece(
			attempt, arena_strndup(&attempt->scratch, text, len), message);
		text += len;
	}
	buf_clear(&attempt->meant);
	buf_str(&attempt->meant, attempt->inner.bytes);
	return message && is_sound(attempt) ? message : NULL;
}

static bool means_no_date(const char *text)
{
	static const char *const words[] = { "?",    "unknown", "undated", "n.d.",
					     "s.d.", "nd",	"none",	   "NONE",
					     "TBD",  "tba",	"n/a" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(text, words[i]))
			return true;
	return false;
}

/* [c. 2005]: brackets around one date mark it as supplied. */
static bool is_supplied(const char *text)
{
	size_t len = strlen(text);

	return len > 2 && text[0] == '[' && text[len - 1] == ']' &&
	       !strpbrk(text, ",{}") && !strstr(text, "..");
}

static void suggest(struct attempt *attempt, struct arena *arena, const char *text,
		    struct date_fault *fault)
{
	bool supplied = is_supplied(text);
	const char *message = find_idiom(attempt, text, fault);

	if (!message)
		message = find_pieces(attempt, text, fault->message);
	if (means_no_date(text)) {
		fault->message = "this is not a date";
		fault->remedy = "omit the date";
	} else if (message && supplied && attempt->meant.bytes[0] == '[') {
		fault->message = "brackets denote a set of dates";
		fault->remedy = arena_printf(arena, "write %.*s and supplied: true",
					     (int)attempt->meant.len - 2,
					     attempt->meant.bytes + 1);
	} else if (message) {
		fault->message = arena_strdup(arena, message);
		fault->remedy = arena_printf(arena, "write %s", attempt->meant.bytes);
	}
}

/* Improve the parser's fault with a suggestion. */
static void improve(struct arena *arena, const char *text, size_t len,
		    struct date_fault *fault)
{
	enum { LONGEST = 200 };
	struct attempt attempt = { .meant = BUF_INIT, .inner = BUF_INIT };

	/* There are no suggestions for long texts and binary data. */
	if (len == 0 || len > LONGEST || memchr(text, '\0', len))
		return;
	suggest(&attempt, arena, text, fault);
	buf_release(&attempt.meant);
	buf_release(&attempt.inner);
	arena_clear(&attempt.scratch);
}

const struct date *date_parse(struct arena *arena, const char *text, size_t len,
			      struct date_fault *fault)
{
	struct date_fault unread;
	const struct date *date =
		date_parse_bare(arena, text, len, fault ? fault : &unread);

	if (!date && fault)
		improve(arena, arena_strndup(arena, text, len), len, fault);
	return date;
}

bool date_seems_supplied(const struct date *date, struct buf *out)
{
	if (date->shape != SHAPE_ONE_OF || date->item_count != 1 || date->items->is_range)
		return false;
	point_print(&date->items->from, out);
	return true;
}
