#include "config.h"

#include "date_parts.h"

#include <stdio.h>
#include <string.h>

/*
 * Dates as people write them in English: "ca. 2005", "12 December 2022",
 * "Spring, 2002", "1990s", "19th century", "44 BC".  All words must be known.
 */
struct guess {
	int year, day, month, century, number;
	bool is_decade, is_before, is_circa, is_uncertain, has_era;
	const char *message;
};

/* The effect of a word on the guess. */
enum effect { IGNORE, MONTH, SEASON, CIRCA, BEFORE, ERA, CENTURY };

/* clang-format off */
static const struct {
	const char *word;
	size_t least; /* minimum length of an abbreviation */
	enum effect effect;
	int value;
} words[] = {
	{ "january", 3, MONTH, 1 },    { "february", 3, MONTH, 2 },
	{ "march", 3, MONTH, 3 },      { "april", 3, MONTH, 4 },
	{ "may", 3, MONTH, 5 },        { "june", 3, MONTH, 6 },
	{ "july", 3, MONTH, 7 },       { "august", 3, MONTH, 8 },
	{ "september", 3, MONTH, 9 },  { "october", 3, MONTH, 10 },
	{ "november", 3, MONTH, 11 },  { "december", 3, MONTH, 12 },
	{ "spring", 6, SEASON, 21 },   { "summer", 6, SEASON, 22 },
	{ "autumn", 6, SEASON, 23 },   { "fall", 4, SEASON, 23 },
	{ "winter", 6, SEASON, 24 },   { "circa", 1, CIRCA, 0 },
	{ "ca", 2, CIRCA, 0 },         { "about", 5, CIRCA, 0 },
	{ "around", 6, CIRCA, 0 },     { "approximately", 6, CIRCA, 0 },
	{ "bce", 2, BEFORE, 0 },       { "ce", 2, ERA, 0 },
	{ "ad", 2, ERA, 0 },           { "century", 1, CENTURY, 0 },
	{ "of", 2, IGNORE, 0 },        { "the", 3, IGNORE, 0 },
	{ "in", 2, IGNORE, 0 },        { "on", 2, IGNORE, 0 },
};
/* clang-format on */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_word(const char *text, size_t len, const char *word, size_t least)
{
	if (len < least || len > strlen(word))
		return false;
	for (size_t i = 0; i < len; i++)
		if ((text[i] | 0x20) != word[i])
			return false;
	return true;
}

static void affect(struct guess *guess, enum effect effect, int value)
{
	static const char *const messages[] = {
		[MONTH] = "a month is a number, after the year",
		[SEASON] = "a season is a number, after the year",
		[CIRCA] = "an approximate date is marked with ~",
		[BEFORE] = "1 BCE is year 0000, 2 BCE year -0001",
		[ERA] = "a year has four digits and no era",
		[CENTURY] = "a century is written with XX",
	};

	if (effect == MONTH || effect == SEASON)
		guess->month = value;
	guess->is_circa = guess->is_circa || effect == CIRCA;
	guess->is_before = guess->is_before || effect == BEFORE;
	guess->has_era = guess->has_era || effect == BEFORE || effect == ERA;
	if (effect == CENTURY && guess->number)
		guess->century = guess->number;
	if (effect != IGNORE)
		guess->message = messages[effect];
}

/* The letter "c" means century after a number, else circa. */
static bool take_word(struct guess *guess, const char *text, size_t len)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		enum effect effect = words[i].effect;

		if (!is_word(text, len, words[i].word, words[i].least) ||
		    (effect == CIRCA && len == 1 && guess->number) ||
		    (effect == CENTURY && !guess->number))
			continue;
		affect(guess, effect, words[i].value);
		return true;
	}
	return false;
}

/* A number over 99 is the year, a smaller one the day, unless an era follows. */
static size_t take_number(struct guess *guess, const char *text)
{
	int number, len = 0, tail = 0;

	if (sscanf(text, "%4d%n", &number, &len) != 1 || number <= 0)
		return 0;
	if (text[len] >= '0' && text[len] <= '9')
		return 0;
	guess->number = number;
	tail = len + (text[len] == '\'');
	if (text[tail] == 's' && !is_letter(text[tail + 1]) && len >= 3) {
		guess->is_decade = true;
		guess->message = "a decade is written with X";
		len = tail + 1;
	} else if (is_letter(text[len]) && is_letter(text[len + 1]) &&
		   !is_letter(text[len + 2]) &&
		   strstr("stndrdth", (char[]){ text[len], text[len + 1], '\0' })) {
		len += 2;
	}
	if (number > 99 && !guess->year)
		guess->year = number;
	else if (!guess->day)
		guess->day = number;
	else
		return 0;
	return (size_t)len;
}

static bool read_guess(struct guess *guess, const char *text)
{
	while (*text) {
		size_t len = strspn(text, " \t,.()");

		if (!len && *text == '?') {
			guess->is_uncertain = true;
			guess->message = "an uncertain date is marked with ?";
			len = 1;
		} else if (!len && *text >= '0' && *text <= '9') {
			len = take_number(guess, text);
		} else if (!len) {
			while (is_letter(text[len]))
				len++;
			if (!len || !take_word(guess, text, len))
				return false;
		}
		if (!len)
			return false;
		text += len;
	}
	return guess->message != NULL;
}

static void write_guess(const struct guess *guess, int year, const char *mark,
			struct buf *out)
{
	const char *sign = guess->is_before && year > 1 ? "-" : "";

	if (guess->century) {
		buf_printf(out, "%s%02dXX%s", guess->is_before ? "-" : "",
			   guess->century - 1, mark);
	} else if (guess->is_decade) {
		buf_printf(out, "%03dX%s", year / 10, mark);
		if (year % 100 == 0)
			buf_printf(out, " or %02dXX%s", year / 100, mark);
	} else {
		buf_printf(out, "%s%04d", sign, guess->is_before ? year - 1 : year);
		if (guess->month)
			buf_printf(out, "-%02d", guess->month);
		if (guess->month && guess->day)
			buf_printf(out, "-%02d", guess->day);
		buf_str(out, mark);
	}
}

const char *date_guess(const char *text, struct buf *out)
{
	struct guess guess = { 0 };

	if (!read_guess(&guess, text))
		return NULL;
	if (!guess.year && !guess.century && (guess.has_era || guess.is_circa)) {
		guess.year = guess.day;
		guess.day = 0;
	}
	if ((!guess.year && !guess.century) ||
	    (guess.day && !guess.month && !guess.century) ||
	    (guess.is_decade && (guess.year % 10 || guess.month || guess.is_before)))
		return NULL;
	write_guess(&guess, guess.year,
		    date_marks[guess.is_uncertain + 2 * guess.is_circa], out);
	return guess.message;
}
