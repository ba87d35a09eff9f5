#include "config.h"

#include "report.h"

#include <string.h>

#include "text/cell.h"
#include "text/clean.h"

enum {
	LINE_WIDTH = 100, /* maximum cells of a source line ... */
	LINE_BEFORE = 60  /* ... and before the carets */
};

static const char *const severities[] = {
	[SEVERITY_ERROR] = "error",
	[SEVERITY_WARNING] = "warning",
};

static const char *const colours[] = {
	[SEVERITY_ERROR] = "\033[31;1m",
	[SEVERITY_WARNING] = "\033[33;1m",
};

static void put_colour(FILE *out, const char *code, bool colour)
{
	if (colour)
		fputs(code, out);
}

static void put_pos(FILE *out, struct src_pos at)
{
	clean_put(out, at.file, CLEAN_ONE_LINE);
	if (at.line)
		fprintf(out, ":%u", at.line);
	if (at.line && at.column)
		fprintf(out, ":%u", at.column);
	fputs(": ", out);
}

static void put_first_line(FILE *out, const struct diag *diag, bool colour)
{
	put_pos(out, diag->at);
	put_colour(out, colours[diag->type->severity], colour);
	fputs(severities[diag->type->severity], out);
	put_colour(out, "\033[0m", colour);
	fprintf(out, "[%s]: ", diag->type->code);
	clean_put(out, diag->message, CLEAN_ONE_LINE);
	putc('\n', out);
}

/* The length in bytes of the first `count` code points. */
static size_t bytes_of(const char *str, unsigned count)
{
	size_t at = 0;

	for (; count && str[at]; count--)
		for (at++; ((unsigned char)str[at] & 0xc0) == 0x80;)
			at++;
	return at;
}

/* The width of the first `len` bytes. */
static int width_of(const char *str, size_t len)
{
	struct glyph glyph;
	int width = 0;

	for (size_t at = 0; at < len; width += glyph.width) {
		size_t taken = cell_next(str + at, len - at, &glyph);

		if (!taken)
			break;
		at += taken;
	}
	return width;
}

/* Write cells `first` to `last` of a text, sanitised. */
static void put_cells(FILE *out, const char *str, int first, int last)
{
	struct glyph glyph;
	size_t len = strlen(str), taken;

	for (int at = 0; at < last && (taken = cell_next(str, len, &glyph));) {
		if (at >= first && at + glyph.width <= last)
			fputs(glyph.text, out);
		else if (at < first && at + glyph.width > first)
			putc(' ', out); /* the right half of a wide glyph */
		at += glyph.width;
		str += taken;
		len -= taken;
	}
}

static void put_help(FILE *out, const char *lead, const char *help)
{
	fputs(lead, out);
	clean_put(out, help, CLEAN_ONE_LINE);
	putc('\n', out);
}

/*
 * Print the source line and the carets below it, then the help: after the carets
 * when it is short.  A long line is cut around the carets.
 */
static void put_source(FILE *out, const struct diag *diag, bool colour)
{
	unsigned column = diag->at.column ? diag->at.column : diag->line_column;
	size_t start = bytes_of(diag->line, column - diag->line_column);
	size_t end = start + bytes_of(diag->line + start, diag->width ? diag->width : 1);
	int before = width_of(diag->line, start);
	int carets = width_of(diag->line + start, end - start);
	int first = before > LINE_BEFORE ? before - LINE_BEFORE : 0;

	fprintf(out, "%5u | %s", diag->at.line, first ? "…" : "");
	put_cells(out, diag->line, first ? first + 1 : 0, first + LINE_WIDTH);
	fprintf(out, "\n      | %*s", before - first, "");
	put_colour(out, colours[diag->type->severity], colour);
	if (carets > LINE_WIDTH - (before - first))
		carets = LINE_WIDTH - (before - first);
	if (carets < 1)
		carets = 1;
	for (int i = 0; i < carets; i++)
		putc('^', out);
	put_colour(out, "\033[0m", colour);
	bool is_short =
		diag->help &&
		before - first + carets + 1 + cell_width(diag->help) <= LINE_WIDTH;

	if (is_short)
		put_help(out, " ", diag->help);
	else
		putc('\n', out);
	if (diag->help && !is_short)
		put_help(out, "      = help: ", diag->help);
}

void report_full(FILE *out, const struct diags *diags, bool colour)
{
	for (const struct diag *diag = diags->first; diag; diag = diag->next) {
		put_first_line(out, diag, colour);
		if (diag->line)
			put_source(out, diag, colour);
		else if (diag->help)
			put_help(out, "      = help: ", diag->help);
		if (diag->see.file) {
			put_pos(out, diag->see);
			fputs("note: ", out);
			clean_put(out, diag->see_message, CLEAN_ONE_LINE);
			putc('\n', out);
		}
	}
}

void report_short(FILE *out, const struct diags *diags)
{
	for (const struct diag *diag = diags->first; diag; diag = diag->next)
		put_first_line(out, diag, false);
}

static void put_json_pos(struct json *json, struct src_pos at)
{
	json_text(json, "file", at.file ? at.file : "");
	json_int(json, "line", at.line);
	json_int(json, "column", at.column);
}

void report_json(struct json *json, const struct diags *diags)
{
	json_begin(json, "faults", '[');
	for (const struct diag *diag = diags->first; diag; diag = diag->next) {
		json_begin_line(json, NULL, '{');
		put_json_pos(json, diag->at);
		json_int(json, "width", diag->width);
		json_text(json, "severity", severities[diag->type->severity]);
		json_text(json, "code", diag->type->code);
		json_text(json, "message", diag->message);
		json_text(json, "help", diag->help);
		if (diag->see.file) {
			json_begin(json, "see", '{');
			put_json_pos(json, diag->see);
			json_text(json, "message", diag->see_message);
			json_end(json);
		}
		json_end(json);
	}
	json_end(json);
}
