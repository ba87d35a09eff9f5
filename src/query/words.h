/** @file  Words in folded text: runs of letters and digits. */
#ifndef DAFTAR_QUERY_WORDS_H
#define DAFTAR_QUERY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** The bytes of the word that `text` begins with; 0 when it begins with none. */
size_t word_len(const char *text);

/** The bytes before the first word; all of them when there is none. */
size_t word_gap(const char *text);

/** Does `text` have `phrase` where a word begins? */
bool words_have(const char *text, const char *phrase);

/** Does `text` have `phrase` where a word begins, up to where one ends? */
bool words_have_whole(const char *text, const char *phrase);

#endif
