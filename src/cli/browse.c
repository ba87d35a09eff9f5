#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "list.h"
#include "session.h"
#include "ui/ui.h"

enum { COLUMNS = 80, ROWS = 24, SIZE_MOST = 10000 };

/* "120x36": columns first. */
static void read_size(const char *text, int *cols, int *rows)
{
	char more;

	if (sscanf(text, "%5dx%5d%c", cols, rows, &more) != 2 || *cols < 1 || *rows < 1 ||
	    *cols > SIZE_MOST || *rows > SIZE_MOST)
		die_usage(
			"invalid size \"%s\"; write columns and rows, for example 120x36",
			text);
}

static struct ui_dossier browsed_of(const struct session *session)
{
	return (struct ui_dossier){ &session->dossier, &session->texts, &session->diags };
}

static int dump(const struct session *session, const char *query,
		const char *values[OPTION_COUNT])
{
	struct ui_options start = { .query = query,
				    .dates = dates_style(values[OPTION_DATES]) };
	const char *keys = values[OPTION_KEYS] ? values[OPTION_KEYS] : "";
	int cols = COLUMNS, rows = ROWS;

	if (values[OPTION_SIZE])
		read_size(values[OPTION_SIZE], &cols, &rows);
	struct ui_dossier browsed = browsed_of(session);
	struct ui_script script = { keys, rows, cols, values[OPTION_ROLES] != NULL };

	if (!ui_dump(&browsed, &start, &script, stdout))
		die_usage("unknown key in \"%s\"; write keys with blanks between them, "
			  "for example 'j Enter \"year:2005\" Enter'",
			  keys);
	return EXIT_OK;
}

/* Run the browser on a terminal; otherwise print the list. */
static int browse(const struct session *session, const char *query,
		  const char *values[OPTION_COUNT])
{
	struct ui_options start = { .query = query,
				    .dates = dates_style(values[OPTION_DATES]) };

	if (isatty(STDOUT_FILENO) && isatty(STDIN_FILENO)) {
		struct ui_dossier browsed = browsed_of(session);

		start.mono = output_is_mono();
		switch (ui_run(&browsed, &start)) {
		case UI_DONE:
			return EXIT_OK;
		case UI_HANGUP:
			return EXIT_CANNOT;
		case UI_NO_TERMINAL:
			break;
		}
	}
	return list_run(session, query, values);
}

int cmd_browse(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct session session;
	struct query query = { 0 };
	struct buf text = BUF_INIT;
	int status;

	argc = options_take(argc, argv, values);
	query_args_check(argc, argv);
	query_args_join(argc, argv, &text);
	session_open_quietly(values, &session);
	/* Report an invalid query before the screen opens. */
	struct query_index *index = query_index_new(&session.dossier, NULL);

	query_read(&query, index, text.bytes);
	query_release(&query);
	query_index_free(index);
	status = values[OPTION_DUMP] ? dump(&session, text.bytes, values)
				     : browse(&session, text.bytes, values);
	buf_release(&text);
	session_close(&session);
	return status;
}
