#include "config.h"

#include "text/near.h"

#include <stdlib.h>
#include <string.h>

static int lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* The last three rows of the table of distances. */
struct table {
	int rows[3][NEAR_LONGEST + 1];
	const char *a, *b;
	size_t b_len;
};

/* Fill one row: the distances of a[0..i] to all prefixes of `b`; returns the least. */
static int fill_row(struct table *table, size_t i)
{
	const char *a = table->a, *b = table->b;
	int *row = table->rows[i % 3], *above = table->rows[(i + 2) % 3];
	int *before = table->rows[(i + 1) % 3];
	int best = row[0] = (int)i;

	for (size_t j = 1; j <= table->b_len; j++) {
		int cost = lower(a[i - 1]) != lower(b[j - 1]);

		row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + cost);
		if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
		    lower(a[i - 2]) == lower(b[j - 1]))
			row[j] = least(row[j], before[j - 2] + 1);
		best = least(best, row[j]);
	}
	return best;
}

int near_distance(const char *a, const char *b, int limit)
{
	struct table table = { .a = a, .b = b, .b_len = strlen(b) };
	size_t a_len = strlen(a);
	int best = 0, best_before = 0;

	if (a_len > NEAR_LONGEST || table.b_len > NEAR_LONGEST ||
	    abs((int)a_len - (int)table.b_len) > limit)
		return limit + 1;
	for (size_t j = 0; j <= table.b_len; j++)
		table.rows[0][j] = (int)j;
	for (size_t i = 1; i <= a_len; i++) {
		best_before = best;
		best = fill_row(&table, i);
		/* A swap depends on the row before the last. */
		if (best > limit && best_before > limit)
			return limit + 1;
	}
	return least(table.rows[a_len % 3][table.b_len], limit + 1);
}

void near_try(struct near *near, const char *candidate)
{
	size_t len = strlen(near->word);
	int limit = len < 6 ? 1 : (int)(len / 3);

	if (near->best)
		limit = near->distance - 1;
	int distance = near_distance(near->word, candidate, limit);

	if (distance > limit)
		return;
	near->best = candidate;
	near->distance = distance;
}
