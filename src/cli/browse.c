#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "list.h"
#include "open.h"
#include "ui/ui.h"

enum { COLUMNS = 80, ROWS = 24, SIZE_MOST = 10000 };

/* "120x36", after screen(1) and stty(1) columns first. */
static void read_size(const char *text, int *cols, int *rows)
{
	char more;

	if (sscanf(text, "%5dx%5d%c", cols, rows, &more) != 2 || *cols < 1 || *rows < 1 ||
	    *cols > SIZE_MOST || *rows > SIZE_MOST)
		refuse("\"%s\" is no size; write columns and rows: 120x36", text);
}

static int dump(const struct opened *opened, const char *query,
		const char *values[OPTION_COUNT])
{
	struct ui_options start = { .query = query,
				    .dates = dates_style(values[OPTION_DATES]) };
	const char *keys = values[OPTION_KEYS] ? values[OPTION_KEYS] : "";
	int cols = COLUMNS, rows = ROWS;

	if (values[OPTION_SIZE])
		read_size(values[OPTION_SIZE], &cols, &rows);
	if (!ui_dump(&opened->dossier, &opened->texts, &start, keys, rows, cols,
		     values[OPTION_ROLES] != NULL, stdout))
		refuse("some key of \"%s\" is unknown; write as in \"j Enter Tab\"",
		       keys);
	return EXIT_OK;
}

/* On a terminal the browser, elsewhere the list. */
static int browse(const struct opened *opened, int argc, char **argv, const char *query,
		  const char *values[OPTION_COUNT])
{
	struct ui_options start = { .query = query,
				    .dates = dates_style(values[OPTION_DATES]) };

	if (isatty(STDOUT_FILENO) && isatty(STDIN_FILENO)) {
		const char *no_color = getenv("NO_COLOR");

		start.mono = no_color && *no_color;
		switch (ui_run(&opened->dossier, &opened->texts, &start)) {
		case UI_DONE:
			return EXIT_OK;
		case UI_HANGUP:
			return EXIT_CANNOT;
		case UI_NO_TERMINAL:
			break;
		}
	}
	return list_events(&opened->dossier, argc, argv, values);
}

int cmd_browse(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct opened opened;
	struct query query = { 0 };
	struct buf text = BUF_INIT;
	int status;

	argc = options_take(argc, argv, values);
	dossier_open_quietly(values, &opened);
	/* What can't be read is told before the screen opens. */
	struct query_index *index = query_index_new(&opened.dossier, NULL);

	query_read(&query, index, argc, argv, &text);
	query_release(&query);
	query_index_free(index);
	status = values[OPTION_DUMP] ? dump(&opened, text.bytes, values)
				     : browse(&opened, argc, argv, text.bytes, values);
	buf_release(&text);
	dossier_close(&opened);
	return status;
}
