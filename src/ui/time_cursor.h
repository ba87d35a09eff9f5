/** @file  What is written along a time axis: its marks, and where on it the reader is. */
#ifndef DAFTAR_UI_TIME_CURSOR_H
#define DAFTAR_UI_TIME_CURSOR_H

#include "time_axis.h"

/** A sign at a column of a line, with a date beside it. */
struct time_cursor {
	int64_t col; /* of the line; beyond its ends, the date stands at the end */
	const char *sign;
	const char *date;
	enum role role; /* of the date */
};

/** The columns of the line that the cursor takes, blanks around it included. */
void cursor_columns(const struct time_cursor *cursor, int cols, int *from, int *to);

void cursor_draw(const struct time_cursor *cursor, struct canvas *canvas,
		 struct rect line);

/** "▁" to "█" for 1 to `most`; " " for 0. */
const char *count_sign(int count, int most, bool ascii);

#endif
