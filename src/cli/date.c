#include "config.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "cli.h"
#include "model/date.h"
#include "text/clean.h"

/* Buffers that are reused from date to date. */
struct date_report {
	struct arena arena;
	struct buf line; /* of stdout */
	struct buf raw;	 /* not yet sanitised */
	int status;
};

/* "2004-06-11", "-0044-03-15", "Y170000002-01-01" */
static void add_end(struct buf *out, int64_t day, uint8_t kind)
{
	int64_t year;
	int month, day_of_month;

	if (kind != DATE_END_KNOWN) {
		buf_str(out, kind == DATE_END_OPEN ? "open" : "unknown");
		return;
	}
	day_split(day, &year, &month, &day_of_month);
	buf_printf(out, "%s%s%04" PRId64 "-%02d-%02d",
		   year > 9999 || year < -9999 ? "Y" : "", year < 0 ? "-" : "",
		   year < 0 ? -year : year, month, day_of_month);
}

/* Print a message to stderr after `raw`, the date as it was given. */
static void say(struct date_report *report, const char *what, const char *remedy)
{
	struct buf safe = BUF_INIT;

	buf_printf(&report->raw, ": %s%s%s", what, remedy ? "; " : "",
		   remedy ? remedy : "");
	clean_add(&safe, report->raw.bytes, report->raw.len, CLEAN_ONE_LINE);
	fprintf(stderr, "%s\n", safe.bytes);
	buf_release(&safe);
}

/* Warn about a valid date that was probably not intended. */
static void say_doubts(struct date_report *report, const struct date *date)
{
	struct buf remedy = BUF_INIT;

	buf_str(&remedy, "for a supplied date write ");
	if (date_warning(date))
		say(report, date_warning(date), NULL);
	else if (date_seems_supplied(date, &remedy)) {
		buf_str(&remedy, " and supplied: true");
		say(report, "this is a set with one date", remedy.bytes);
	}
	buf_release(&remedy);
}

static void report_date(struct date_report *report, const char *text, size_t len)
{
	struct date_fault fault;
	const struct date *date = date_parse(&report->arena, text, len, &fault);

	buf_clear(&report->line);
	buf_clear(&report->raw);
	buf_add(&report->raw, text, len);
	clean_add(&report->line, text, len, CLEAN_ONE_LINE);
	if (date) {
		struct date_extent extent = date_extent(date);

		buf_printf(&report->line, "\t%d\t", date_level(date));
		add_end(&report->line, extent.start_min, extent.start_kind);
		buf_char(&report->line, '\t');
		add_end(&report->line, extent.end_max, extent.end_kind);
		buf_char(&report->line, '\t');
		date_words(date, DATE_PLAIN, &report->line);
		buf_char(&report->line, '\n');
		say_doubts(report, date);
	} else {
		buf_str(&report->line, "\tinvalid\n");
		say(report, fault.message, fault.remedy);
		report->status = EXIT_NOTHING;
	}
	fwrite(report->line.bytes, 1, report->line.len, stdout);
	arena_clear(&report->arena);
}

/* Read one date per line, from LF or CRLF lines. */
static void report_lines(struct date_report *report)
{
	struct buf line = BUF_INIT;
	char chunk[65536];
	size_t len;

	while ((len = fread(chunk, 1, sizeof chunk, stdin)) > 0) {
		for (const char *at = chunk, *end = chunk + len; at < end;) {
			const char *newline = memchr(at, '\n', (size_t)(end - at));

			buf_add(&line, at, (size_t)((newline ? newline : end) - at));
			at = newline ? newline + 1 : end;
			if (!newline)
				break;
			if (line.len && line.bytes[line.len - 1] == '\r')
				buf_cut(&line, line.len - 1);
			report_date(report, line.bytes, line.len);
			buf_clear(&line);
		}
	}
	if (ferror(stdin))
		fail("cannot read standard input: %s", strerror(errno));
	if (line.len)
		report_date(report, line.bytes, line.len);
	buf_release(&line);
}

int cmd_date(int argc, char **argv)
{
	const char *values[OPTION_COUNT] = { 0 };
	struct date_report report = { .line = BUF_INIT,
				      .raw = BUF_INIT,
				      .status = EXIT_OK };

	argc = options_take(argc, argv, values);
	for (int i = 1; i < argc; i++) {
		if (input_is(argv[i]))
			report_lines(&report);
		else
			report_date(&report, argv[i], strlen(argv[i]));
	}
	if (argc == 1)
		report_lines(&report);
	buf_release(&report.line);
	buf_release(&report.raw);
	return report.status;
}
