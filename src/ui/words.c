#include "config.h"

#include "words.h"

#include <string.h>

#include "base/buf.h"
#include "text/cell.h"

static const struct date *parse(const struct when *when, struct arena *arena)
{
	return when->edtf ? date_parse(arena, when->edtf, strlen(when->edtf), NULL)
			  : NULL;
}

const char *words_date(const struct when *when, struct arena *arena)
{
	const struct date *date = parse(when, arena);
	struct buf words = BUF_INIT;

	if (!date)
		return when->edtf ? when->edtf : "";
	date_words(date, when->supplied ? DATE_BRACKETED : DATE_PLAIN, &words);
	const char *copy = arena_strndup(arena, words.bytes, words.len);

	buf_release(&words);
	return copy;
}

const char *words_date_short(const struct when *when, struct arena *arena)
{
	const struct date *date = parse(when, arena);
	struct buf words = BUF_INIT;

	if (!date)
		return when->edtf ? when->edtf : "";
	date_short(date, when->supplied, &words);
	const char *copy = arena_strndup(arena, words.bytes, words.len);

	buf_release(&words);
	return copy;
}

enum role words_date_role(const struct when *when)
{
	return when->supplied ? ROLE_SUPPLIED : ROLE_DATE;
}
