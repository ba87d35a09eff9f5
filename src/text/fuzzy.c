#include "config.h"

#include "text/fuzzy.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "text/cell.h"
#include "text/fold.h"

enum {
	TEXT_MOST = 200, /* letters of a text that are looked at */
	WORD_MOST = 32,	 /* of a word that is typed */
	LETTER_BYTES = 8
};

/* What a letter scores, and what a gap costs. */
enum {
	HIT = 16,
	AT_START = 12,
	AT_WORD = 9,
	IN_A_ROW = 8,
	GAP = 3,
	GAP_MORE = 1,
	NEVER = -10000
};

struct letter {
	char folded[LETTER_BYTES];
	size_t at, len; /* its bytes in the text */
	int bonus;
};

static bool is_ascii_letter(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

/* Fold what stands at `at`; the bytes that it takes. */
static size_t take(const char *text, size_t at, size_t left, struct letter *letter)
{
	unsigned char c = (unsigned char)text[at];
	bool is_plain = c < 0x80 && (left < 2 || (unsigned char)text[at + 1] < 0x80);
	struct glyph glyph;
	size_t len = is_plain ? 1 : cell_next(text + at, left, &glyph);
	struct buf folded = BUF_INIT;

	letter->at = at;
	letter->len = len;
	if (is_plain && c != '\'' && c != '`') {
		letter->folded[0] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
		letter->folded[1] = '\0';
		return len;
	}
	fold_add(&folded, text + at, len);
	size_t kept = folded.len < LETTER_BYTES ? folded.len : LETTER_BYTES - 1;

	memcpy(letter->folded, folded.bytes, kept);
	letter->folded[kept] = '\0';
	buf_release(&folded);
	return len;
}

/* The letters of a text, those that fold to nothing left out. */
static int split(const char *text, size_t len, struct letter *letters, int most)
{
	bool is_word = false;
	int count = 0;

	for (size_t at = 0, taken; at < len && count < most; at += taken) {
		struct letter *letter = &letters[count];

		taken = take(text, at, len - at, letter);
		if (!*letter->folded)
			continue;
		bool is_letter = is_ascii_letter((unsigned char)*letter->folded);

		letter->bonus = !count ? AT_START : is_letter && !is_word ? AT_WORD : 0;
		is_word = is_letter;
		count++;
	}
	return count;
}

struct text {
	struct letter letters[TEXT_MOST];
	int count;
};

/* Are all letters of the word there, in order?  Most texts are out at once. */
static bool has_all(const struct text *text, const struct letter *word, int word_count)
{
	int found = 0;

	for (int i = 0; i < text->count && found < word_count; i++)
		found += !strcmp(text->letters[i].folded, word[found].folded);
	return found == word_count;
}

/* The best scores of a word's letters, each at each place, and where the one before
 * is. */
struct table {
	int score[WORD_MOST][TEXT_MOST];
	int16_t before[WORD_MOST][TEXT_MOST];
};

/* The letter `i` of the word, wherever it stands. */
static void fill_row(struct table *table, int i, const struct text *in,
		     const struct letter *letter)
{
	const struct letter *text = in->letters;
	int best = NEVER, best_at = -1; /* of the letter before, over a gap */

	for (int j = 0; j < in->count; j++) {
		int *score = &table->score[i][j];
		int next = i && j ? table->score[i - 1][j - 1] : NEVER;

		*score = NEVER;
		table->before[i][j] = -1;
		if (!strcmp(text[j].folded, letter->folded)) {
			int bonus = text[j].bonus;
			int row = next + (bonus > IN_A_ROW ? bonus : IN_A_ROW);

			if (!i)
				*score = HIT + 2 * bonus;
			else if (row >= best + bonus && next > NEVER / 2) {
				*score = HIT + row;
				table->before[i][j] = (int16_t)(j - 1);
			} else if (best > NEVER / 2) {
				*score = HIT + best + bonus;
				table->before[i][j] = (int16_t)best_at;
			}
		}
		best -= GAP_MORE;
		if (next - GAP > best) {
			best = next - GAP;
			best_at = j - 1;
		}
	}
}

static void add_mark(struct fuzzy_marks *marks, const struct letter *letter)
{
	int i = marks->count;

	if (i == FUZZY_MARKS)
		return;
	for (; i && marks->marks[i - 1].at > letter->at; i--)
		marks->marks[i] = marks->marks[i - 1];
	if (i && marks->marks[i - 1].at == letter->at) {
		/* Two words share it: take the gap out again. */
		for (; i < marks->count; i++)
			marks->marks[i] = marks->marks[i + 1];
		return;
	}
	marks->marks[i].at = letter->at;
	marks->marks[i].len = letter->len;
	marks->count++;
}

static int score_word(const struct text *text, const char *typed, size_t len,
		      struct fuzzy_marks *marks)
{
	struct letter word[WORD_MOST];
	int count = split(typed, len, word, WORD_MOST), best = 0;
	struct table table;

	if (!count || !has_all(text, word, count))
		return count ? 0 : 1;
	for (int i = 0; i < count; i++)
		fill_row(&table, i, text, &word[i]);
	for (int j = 1; j < text->count; j++)
		if (table.score[count - 1][j] > table.score[count - 1][best])
			best = j;
	int score = table.score[count - 1][best];

	for (int i = count - 1, j = best; marks && i >= 0 && j >= 0; i--) {
		add_mark(marks, &text->letters[j]);
		j = table.before[i][j];
	}
	return score > 1 ? score : 1;
}

int fuzzy_score(const char *text, const char *typed, struct fuzzy_marks *marks)
{
	struct text letters;
	int total = 1;

	if (marks)
		marks->count = 0;
	letters.count = split(text, strlen(text), letters.letters, TEXT_MOST);
	for (typed += strspn(typed, " "); *typed; typed += strspn(typed, " ")) {
		size_t len = strcspn(typed, " ");
		int score = score_word(&letters, typed, len, marks);

		if (!score)
			return 0;
		total += score;
		typed += len;
	}
	return total;
}
