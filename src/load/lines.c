#include "config.h"

#include "lines.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "load/load.h"
#include "source_file.h"
#include "stream.h"

enum {
	LINE_MOST = 16 << 20, /* bytes of a line that are searched for a column */
	SHOWN = 4096,	      /* bytes of a line that a message has ... */
	SHOWN_BEFORE = 1024   /* ... and before its column, when the line is longer */
};

/* Reads a file or a text line by line, with the line breaks of libyaml. */
struct reader {
	int fd; /* -1: the whole text is at `next` */
	const char *next;
	size_t left;
	char chunk[1 << 16];
	struct buf line; /* the current line, up to LINE_MOST, without its break */
	char last[3];	 /* bytes of it */
	bool after_cr;
	unsigned number; /* of the current line, from 1 */
	size_t taken;	 /* bytes read so far */
};

static bool reader_open(struct reader *reader, const struct load_source *source)
{
	const char *why;

	reader->fd = -1;
	reader->next = source->text;
	reader->left = source->text ? source->len : 0;
	reader->line = (struct buf)BUF_INIT;
	reader->number = 0;
	reader->taken = 0;
	reader->after_cr = false;
	if (!source->text)
		reader->fd = stream_open_file(source->name, &why);
	return source->text || reader->fd >= 0;
}

static void reader_close(struct reader *reader)
{
	if (reader->fd >= 0)
		close(reader->fd);
	buf_release(&reader->line);
}

static int next_byte(struct reader *reader)
{
	if (!reader->left && reader->fd >= 0) {
		ssize_t got = -1;

		if (reader->taken <= LIMIT_FILE)
			got = read(reader->fd, reader->chunk, sizeof reader->chunk);
		reader->next = reader->chunk;
		reader->left = got > 0 ? (size_t)got : 0;
	}
	if (!reader->left)
		return -1;
	reader->left--;
	reader->taken++;
	return (unsigned char)*reader->next++;
}

static void keep(struct reader *reader, const char *bytes, size_t len)
{
	size_t room = LINE_MOST - reader->line.len;

	buf_add(&reader->line, bytes, len < room ? len : room);
	for (size_t i = len > 3 ? len - 3 : 0; i < len; i++) {
		memmove(reader->last, reader->last + 1, 2);
		reader->last[2] = bytes[i];
	}
}

/* U+0085, U+2028 and U+2029 are line breaks in YAML 1.1.  The length of one that ends
 * what was read, else 0. */
static size_t break_at_end(const struct reader *reader)
{
	if (!memcmp(reader->last + 1, "\xc2\x85", 2))
		return 2;
	return !memcmp(reader->last, "\xe2\x80\xa8", 3) ||
			       !memcmp(reader->last, "\xe2\x80\xa9", 3)
		       ? 3
		       : 0;
}

/* Take the bytes up to the next one that may end a line break. */
static void take_run(struct reader *reader)
{
	static const bool is_end[256] = {
		['\n'] = true, ['\r'] = true, [0x85] = true, [0xa8] = true, [0xa9] = true
	};
	size_t len = 0;

	while (len < reader->left && !is_end[(unsigned char)reader->next[len]])
		len++;
	keep(reader, reader->next, len);
	reader->next += len;
	reader->left -= len;
	reader->taken += len;
}

/* Read the next line.  CR, LF and CR LF are each one break. */
static bool next_line(struct reader *reader)
{
	int byte = next_byte(reader);

	if (reader->after_cr && byte == '\n')
		byte = next_byte(reader);
	reader->after_cr = false;
	if (byte < 0)
		return false;
	buf_clear(&reader->line);
	memset(reader->last, 0, sizeof reader->last);
	reader->number++;
	for (; byte >= 0 && byte != '\n' && byte != '\r'; byte = next_byte(reader)) {
		const char c = (char)byte;

		keep(reader, &c, 1);
		if (break_at_end(reader)) {
			if (reader->line.len < LINE_MOST)
				buf_cut(&reader->line,
					reader->line.len - break_at_end(reader));
			return true;
		}
		take_run(reader);
	}
	reader->after_cr = byte == '\r';
	return true;
}

/* Drop a byte order mark, which has no column. */
static void drop_mark(struct buf *line)
{
	static const char mark[] = "\xef\xbb\xbf";

	if (strncmp(line->bytes, mark, 3) != 0)
		return;
	memmove(line->bytes, line->bytes + 3, line->len - 3);
	buf_cut(line, line->len - 3);
}

/* A character of the current line. */
struct cursor {
	unsigned column;
	size_t at;
};

static bool is_inside(const struct buf *line, size_t at)
{
	return at < line->len && ((unsigned char)line->bytes[at] & 0xc0) == 0x80;
}

/* Advance to a column, or the end of the line. */
static void advance(struct cursor *cursor, const struct buf *line, unsigned column)
{
	while (cursor->column < column && cursor->at < line->len) {
		for (cursor->at++; is_inside(line, cursor->at);)
			cursor->at++;
		cursor->column++;
	}
}

/* Give the diagnostic a copy of the line, or of its part around the column. */
static void show(struct diag *diag, const struct buf *line, struct cursor cursor,
		 struct arena *arena)
{
	size_t start = cursor.at, end = line->len;

	if (end <= SHOWN)
		cursor = (struct cursor){ 1, 0 };
	while (cursor.at && start - cursor.at < SHOWN_BEFORE) {
		for (cursor.at--; is_inside(line, cursor.at);)
			cursor.at--;
		cursor.column--;
	}
	if (end - cursor.at > SHOWN)
		for (end = cursor.at + SHOWN; is_inside(line, end);)
			end--;
	diag->line = arena_strndup(arena, line->bytes + cursor.at, end - cursor.at);
	diag->line_column = cursor.column;
}

/* Fill in the diagnostics of one line, from `diag` on; returns the first of the next. */
static struct diag *fill_line(struct diag *diag, struct reader *reader,
			      struct arena *arena)
{
	const struct src_pos at = diag->at;
	struct cursor cursor = { 1, 0 };

	if (reader->number == 1)
		drop_mark(&reader->line);
	for (; diag && diag->at.file && !strcmp(diag->at.file, at.file) &&
	       diag->at.line == at.line;
	     diag = diag->next) {
		advance(&cursor, &reader->line, diag->at.column);
		show(diag, &reader->line, cursor, arena);
	}
	return diag;
}

/* Fill in the diagnostics of one file, from `diag` on; returns the first of the next. */
static struct diag *fill_file(struct diag *diag, struct arena *arena,
			      const struct load_source *source)
{
	const char *file = diag->at.file;
	struct reader reader;
	bool is_open = file && reader_open(&reader, source);

	while (diag && (!file || !strcmp(diag->at.file, file))) {
		while (is_open && reader.number < diag->at.line && next_line(&reader))
			continue;
		if (is_open && diag->at.line && reader.number == diag->at.line &&
		    !memchr(reader.line.bytes, 0, reader.line.len)) /* else UTF-16 */
			diag = fill_line(diag, &reader, arena);
		else
			diag = diag->next;
	}
	if (is_open)
		reader_close(&reader);
	return diag;
}

void lines_fill(struct diags *diags, const struct load_source *source)
{
	static const struct load_source nothing = { .text = "" };
	struct diag *diag = diags->first;

	while (diag) {
		const char *file = diag->at.file;
		const struct load_source on_disk = { .name = file };
		bool is_source = source && file && !strcmp(file, source->name);

		diag = fill_file(diag, diags->arena,
				 is_source ? source
				 : source  ? &nothing
					   : &on_disk);
	}
}

struct spot lines_spot(const struct source_file *file, size_t offset)
{
	struct reader reader;
	struct spot spot = { .line = 1, .column = 1 };
	size_t start = 0;

	if (!reader_open(&reader, &file->source))
		return spot;
	while (reader.taken <= offset) {
		start = reader.taken;
		if (!next_line(&reader))
			break;
	}
	spot.line = reader.number ? reader.number : 1;
	for (size_t i = 0; i < offset - start && i < reader.line.len; i++)
		spot.column += ((unsigned char)reader.line.bytes[i] & 0xc0) != 0x80;
	reader_close(&reader);
	return spot;
}

/* Find the id of a record in a line; returns its length, or 0. */
static size_t id_in(const char *line, const char **id)
{
	line += strspn(line, " -{");
	if (strncmp(line, "id:", 3) != 0)
		return 0;
	line += 3 + strspn(line + 3, " ");
	*id = line + (*line == '"' || *line == '\'');
	return strcspn(*id, *line == '"' ? "\"" : *line == '\'' ? "'" : " ,}");
}

void lines_skipped_ids(struct source_file *file, unsigned from)
{
	struct reader reader;

	if (!reader_open(&reader, &file->source))
		return;
	while (next_line(&reader)) {
		const char *id;
		size_t len = reader.number < from ? 0 : id_in(reader.line.bytes, &id);

		if (len)
			map_intern(&file->skipped_ids, id, len);
	}
	reader_close(&reader);
}
