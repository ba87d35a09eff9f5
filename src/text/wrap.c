#include "config.h"

#include "text/wrap.h"

#include <string.h>
#include <unictype.h>
#include <unilbrk.h>
#include <unistr.h>

#include "text/cell.h"

enum { WINDOW = 4096 }; /* maximum bytes of one line searched for a break */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The length of the line break at `str` (UAX #14: BK, CR, LF), or 0. */
static size_t break_len(const char *str, size_t len)
{
	if (*str == '\r' && len > 1 && str[1] == '\n')
		return 2;
	if (*str >= '\n' && *str <= '\r')
		return 1;
	if (len > 2 &&
	    (!memcmp(str, "\xe2\x80\xa8", 3) || !memcmp(str, "\xe2\x80\xa9", 3)))
		return 3;
	return 0;
}

/*
 * The extent of a line: to the first non-blank glyph that does not fit, to a line
 * break, or to the end.  Blanks may overflow.  `*fit` is where to split when there is
 * no break opportunity.
 */
static size_t line_reach(const struct wrap *wrap, size_t *fit, bool *is_over)
{
	size_t at = 0, taken;
	struct glyph glyph;
	int width = 0;

	*fit = 0;
	*is_over = false;
	while (at < wrap->left && !break_len(wrap->next + at, wrap->left - at)) {
		taken = cell_next(wrap->next + at, wrap->left - at, &glyph);
		width += glyph.width;
		if (width <= wrap->width || !*fit)
			*fit = at + taken;
		/* A blank with a mark on it does not count as blank. */
		if (width > wrap->width && at &&
		    (taken > 1 || !is_blank(wrap->next[at]))) {
			*is_over = true;
			break;
		}
		at += taken;
	}
	return at;
}

/*
 * UAX #14, LB29: no break inside "U.S.".  libunistring 1.0 breaks between a full stop
 * and a letter.
 */
static bool is_within_word(const char *str, size_t at, size_t len)
{
	ucs4_t point;

	u8_mbtouc(&point, (const uint8_t *)str + at, len - at);
	return str[at - 1] == '.' && uc_is_alnum(point);
}

/* The last break opportunity at or before `reach`, or 0. */
static size_t last_break(const struct wrap *wrap, size_t reach)
{
	char breaks[WINDOW];
	struct glyph glyph;
	size_t first = 0;
	size_t len = reach + cell_next(wrap->next + reach, wrap->left - reach, &glyph);

	if (len > WINDOW)
		len = WINDOW;
	while (first < len && is_blank(wrap->next[first]))
		first++;
	u8_possible_linebreaks((const uint8_t *)wrap->next, len, "UTF-8", breaks);
	for (size_t at = reach < len ? reach : len - 1; at > first; at--)
		if ((breaks[at] == UC_BREAK_POSSIBLE ||
		     breaks[at] == UC_BREAK_MANDATORY) &&
		    !is_within_word(wrap->next, at, len))
			return at;
	return 0;
}

bool wrap_next(struct wrap *wrap, const char **line, size_t *len)
{
	size_t fit;
	bool is_over;

	if (!wrap->left)
		return false;
	size_t end = line_reach(wrap, &fit, &is_over), skip = 0;

	if (is_over) {
		size_t at = last_break(wrap, end);

		end = at ? at : fit;
		while (end + skip < wrap->left && is_blank(wrap->next[end + skip]))
			skip++;
	} else if (end < wrap->left) {
		skip = break_len(wrap->next + end, wrap->left - end);
	}
	*line = wrap->next;
	*len = end;
	while (*len && is_blank((*line)[*len - 1]))
		--*len;
	wrap->next += end + skip;
	wrap->left -= end + skip;
	return true;
}

int wrap_count(const char *str, int width)
{
	struct wrap wrap = { .next = str, .left = strlen(str), .width = width };
	const char *line;
	size_t len;
	int count = 0;

	while (wrap_next(&wrap, &line, &len))
		count++;
	return count;
}
