#include "config.h"

#include "words.h"

#include <string.h>

#include "base/buf.h"
#include "model/when.h"
#include "text/cell.h"

static const char *in_words(const struct when *when, struct arena *arena,
			    enum date_style style,
			    void add(const struct when *, enum date_style, struct buf *))
{
	struct buf words = BUF_INIT;

	add(when, style, &words);
	const char *copy = arena_strndup(arena, words.bytes, words.len);

	buf_release(&words);
	return copy;
}

const char *words_date(const struct when *when, struct arena *arena,
		       enum date_style style)
{
	return in_words(when, arena, style, when_words);
}

const char *words_date_short(const struct when *when, struct arena *arena,
			     enum date_style style)
{
	return in_words(when, arena, style, when_short);
}

enum role words_date_role(const struct when *when)
{
	return when->supplied ? ROLE_SUPPLIED : ROLE_DATE;
}
