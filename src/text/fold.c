#include "config.h"

#include "text/fold.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>

enum {
	PIECE = 64,   /* bytes folded at a time ... */
	FOLDED = 1024 /* ... and the maximum of their folded form */
};

static bool is_apostrophe(ucs4_t point)
{
	return point == '\'' || point == '`' || point == 0xb4 || point == 0x2bb ||
	       point == 0x2bc || point == 0x2018 || point == 0x2019;
}

static bool is_ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The length of the non-ASCII code points at `str`, at most PIECE. */
static size_t non_ascii(const char *str, size_t len)
{
	size_t at = 0;
	ucs4_t point;

	while (at < len && at < PIECE - 4 && (unsigned char)str[at] >= 0x80)
		at += (size_t)u8_mbtouc(&point, (const uint8_t *)str + at, len - at);
	return at;
}

/* Replace invalid UTF-8 by U+FFFD; the library requires valid input. */
static size_t repair(const char *str, size_t len, uint8_t *out)
{
	size_t at = 0, used = 0;
	ucs4_t point;

	while (at < len) {
		at += (size_t)u8_mbtouc(&point, (const uint8_t *)str + at, len - at);
		used += (size_t)u8_uctomb(out + used, point, 4);
	}
	return used;
}

/* Drop marks, apostrophes and invisible characters; make every space a blank.  Returns
 * the new length. */
static size_t strip(char *str, size_t len)
{
	size_t at = 0, used = 0;
	ucs4_t point;

	while (at < len) {
		size_t taken =
			(size_t)u8_mbtouc(&point, (const uint8_t *)str + at, len - at);

		if (uc_is_property_white_space(point)) {
			str[used++] = ' ';
		} else if (!is_apostrophe(point) &&
			   !uc_is_property_default_ignorable_code_point(point) &&
			   !uc_is_general_category(point, UC_CATEGORY_Mn)) {
			memmove(str + used, str + at, taken);
			used += taken;
		}
		at += taken;
	}
	return used;
}

/*
 * Fold the first piece of `str` into `out`: one ASCII character, or a run of others.
 * As marks are dropped and case folding is free of context, each code point folds
 * independently, and the bounds of pieces make no difference.
 */
static size_t fold_piece(const char *str, size_t len, char out[FOLDED], size_t *out_len)
{
	uint8_t repaired[4 * PIECE];
	char c = *str;

	if ((unsigned char)c < 0x80) {
		out[0] = is_ascii_space(c)	  ? ' '
			 : (c >= 'A' && c <= 'Z') ? (char)(c - 'A' + 'a')
						  : c;
		*out_len = !is_apostrophe((ucs4_t)c);
		return 1;
	}
	size_t taken = non_ascii(str, len);

	*out_len = FOLDED;
	if (!u8_casefold(repaired, repair(str, taken, repaired), NULL, UNINORM_NFD,
			 (uint8_t *)out, out_len))
		*out_len = 0;
	*out_len = strip(out, *out_len);
	return taken;
}

/* Append folded bytes; `is_blank` is whether the last byte was a blank. */
static void add_folded(struct buf *out, const char *str, size_t len, bool *is_blank)
{
	for (size_t i = 0; i < len; i++) {
		if (str[i] != ' ' || !*is_blank)
			buf_char(out, str[i]);
		*is_blank = str[i] == ' ';
	}
}

/* Fold the ASCII at `str`, at most FOLDED bytes; returns its length. */
static size_t fold_ascii(const char *str, size_t len, struct buf *out, bool *is_blank)
{
	char folded[FOLDED];
	size_t at = 0, used = 0;

	for (; at < len && at < FOLDED && (unsigned char)str[at] < 0x80; at++) {
		char c = str[at];

		if (is_ascii_space(c)) {
			if (!*is_blank)
				folded[used++] = ' ';
			*is_blank = true;
		} else if (!is_apostrophe((ucs4_t)c)) {
			folded[used++] = c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
			*is_blank = false;
		}
	}
	buf_add(out, folded, used);
	return at;
}

void fold_add(struct buf *out, const char *str, size_t len)
{
	char folded[FOLDED];
	bool is_blank = false;

	for (size_t at = 0, folded_len; at < len;) {
		at += fold_ascii(str + at, len - at, out, &is_blank);
		if (at == len)
			break;
		if ((unsigned char)str[at] < 0x80)
			continue;
		at += fold_piece(str + at, len - at, folded, &folded_len);
		add_folded(out, folded, folded_len, &is_blank);
	}
}

/* The length of the grapheme cluster at `str`. */
static size_t cluster(const char *str, size_t len)
{
	const uint8_t *start = (const uint8_t *)str;

	if ((unsigned char)*str < 0x80 && (len == 1 || (unsigned char)str[1] < 0x80))
		return 1;
	return (size_t)(u8_grapheme_next(start, start + len) - start);
}

/*
 * Compare the folded form of one cluster with the needle from `*j`.  A blank matches
 * a run of blanks, so a blank after a blank is skipped.
 */
static bool cluster_agrees(const char *str, size_t len, const char *needle, size_t *j)
{
	char folded[FOLDED];
	size_t at = 0, folded_len;

	while (at < len) {
		at += fold_piece(str + at, len - at, folded, &folded_len);
		for (size_t i = 0; i < folded_len; i++) {
			if (folded[i] == ' ' && *j && needle[*j - 1] == ' ')
				continue;
			if (needle[*j] != folded[i])
				return false;
			++*j;
		}
	}
	return true;
}

/* The length of the text at `str` that folds to the needle, or 0. */
static size_t match_at(const char *str, size_t len, const char *needle, size_t needle_len)
{
	size_t at = 0, j = 0;

	while (at < len && j < needle_len) {
		size_t taken = cluster(str + at, len - at);
		size_t before = j;

		if (!cluster_agrees(str + at, taken, needle, &j))
			return 0;
		if (!at && j == before)
			return 0; /* a match does not begin with dropped characters */
		at += taken;
	}
	return j == needle_len ? at : 0;
}

bool fold_next(const char *str, const char *needle, struct fold_match *match)
{
	size_t str_len = strlen(str), needle_len = strlen(needle), len;

	for (size_t at = match->at + match->len; at < str_len;
	     at += cluster(str + at, str_len - at))
		if ((len = match_at(str + at, str_len - at, needle, needle_len))) {
			*match = (struct fold_match){ at, len };
			return true;
		}
	return false;
}

bool fold_has(const char *str, const char *needle)
{
	return fold_next(str, needle, &(struct fold_match){ 0 });
}
