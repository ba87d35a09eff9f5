#include "config.h"

#include "words.h"

#include <string.h>

/* The bytes of the code point at `text`, which is valid UTF-8 (folding sees to it). */
static size_t point_len(const char *text)
{
	size_t len = 1;

	while (((unsigned char)text[len] & 0xc0) == 0x80)
		len++;
	return len;
}

/*
 * Is the code point a letter or a digit?  Beyond ASCII all are, but for Latin-1's
 * signs (C2 xx) and general and CJK punctuation (E2 80 xx, E2 81 xx, E3 80 xx).
 */
static bool is_word(const char *text)
{
	const unsigned char *byte = (const unsigned char *)text;

	if (*byte < 0x80)
		return (*byte >= '0' && *byte <= '9') || (*byte >= 'a' && *byte <= 'z');
	return *byte != 0xc2 &&
	       !(*byte == 0xe2 && (byte[1] == 0x80 || byte[1] == 0x81)) &&
	       !(*byte == 0xe3 && byte[1] == 0x80);
}

size_t word_len(const char *text)
{
	size_t len = 0;

	while (is_word(text + len))
		len += point_len(text + len);
	return len;
}

size_t word_gap(const char *text)
{
	size_t len = 0;

	while (text[len] && !is_word(text + len))
		len += point_len(text + len);
	return len;
}

/* Is the code point that ends before `at` a letter or a digit? */
static bool is_word_before(const char *text, const char *at)
{
	if (at == text)
		return false;
	do
		at--;
	while (at > text && ((unsigned char)*at & 0xc0) == 0x80);
	return is_word(at);
}

bool words_have(const char *text, const char *phrase)
{
	for (const char *at = text; (at = strstr(at, phrase)); at++)
		if (!is_word_before(text, at))
			return true;
	return false;
}

bool words_have_whole(const char *text, const char *phrase)
{
	size_t len = strlen(phrase);

	for (const char *at = text; (at = strstr(at, phrase)); at++)
		if (!is_word_before(text, at) && !is_word(at + len))
			return true;
	return false;
}
