#include "config.h"

#include "lines.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "load/load.h"
#include "source_file.h"
#include "stream.h"

enum { LINE_BYTES = 4096 }; /* maximum length of a stored line */

/* Reads a file or a text line by line, with the line breaks of libyaml. */
struct reader {
	int fd; /* -1: the whole text is at `next` */
	const char *next;
	size_t left;
	char chunk[8192];
	struct buf line; /* the current line, without its break */
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
		ssize_t got = read(reader->fd, reader->chunk, sizeof reader->chunk);

		reader->next = reader->chunk;
		reader->left = got > 0 ? (size_t)got : 0;
	}
	if (!reader->left)
		return -1;
	reader->left--;
	reader->taken++;
	return (unsigned char)*reader->next++;
}

static bool ends_with(const struct buf *buf, const char *end)
{
	size_t len = strlen(end);

	return buf->len >= len && !memcmp(buf->bytes + buf->len - len, end, len);
}

/* U+0085, U+2028 and U+2029 are line breaks in YAML 1.1. */
static size_t break_at_end(const struct buf *line)
{
	if (ends_with(line, "\xc2\x85"))
		return 2;
	return ends_with(line, "\xe2\x80\xa8") || ends_with(line, "\xe2\x80\xa9") ? 3 : 0;
}

static void keep(struct reader *reader, const char *bytes, size_t len)
{
	size_t room = LINE_BYTES - reader->line.len;

	buf_add(&reader->line, bytes, len < room ? len : room);
}

/* Skip to the next byte that may be part of a line break. */
static bool take_run(struct reader *reader)
{
	size_t len = 0;

	while (len < reader->left && (signed char)reader->next[len] >= ' ')
		len++;
	keep(reader, reader->next, len);
	reader->next += len;
	reader->left -= len;
	reader->taken += len;
	return len > 0;
}

/* Read the next line.  CR, LF and CR LF are each one break. */
static bool next_line(struct reader *reader, bool *after_cr)
{
	char last[4] = { 0 };
	const struct buf tail = { .bytes = last, .len = 3 };
	int byte = next_byte(reader);

	if (*after_cr && byte == '\n')
		byte = next_byte(reader);
	*after_cr = byte == '\r';
	if (byte < 0)
		return false;
	buf_clear(&reader->line);
	reader->number++;
	for (; byte >= 0 && byte != '\n' && byte != '\r'; byte = next_byte(reader)) {
		const char c = (char)byte;

		memmove(last, last + 1, 2);
		last[2] = c;
		keep(reader, &c, 1);
		if (break_at_end(&tail)) {
			if (reader->line.len < LINE_BYTES)
				buf_cut(&reader->line,
					reader->line.len - break_at_end(&tail));
			return true;
		}
		if (take_run(reader))
			memset(last, 0, sizeof last);
	}
	*after_cr = byte == '\r';
	return true;
}

/* A copy for messages, of whole characters and without a byte order mark. */
static const char *shown(struct reader *reader, struct arena *arena)
{
	const char *line = reader->line.bytes;
	size_t len = reader->line.len;

	if (len == LINE_BYTES)
		while (len && ((unsigned char)line[len - 1] & 0xc0) == 0x80)
			len--;
	if (reader->number == 1 && len >= 3 && !memcmp(line, "\xef\xbb\xbf", 3))
		return arena_strndup(arena, line + 3, len - 3);
	return arena_strndup(arena, line, len);
}

/* Fill in the diagnostics of one file, from `diag` on; returns the first of the next. */
static struct diag *fill_file(struct diag *diag, struct arena *arena,
			      const struct load_source *source)
{
	const char *file = diag->at.file, *line = NULL;
	struct reader reader;
	bool after_cr = false, is_open = file && reader_open(&reader, source);

	for (; diag && (!file || !strcmp(diag->at.file, file)); diag = diag->next) {
		if (!is_open || !diag->at.line)
			continue;
		while (reader.number < diag->at.line && next_line(&reader, &after_cr))
			line = NULL;
		if (reader.number != diag->at.line ||
		    memchr(reader.line.bytes, 0, reader.line.len))
			continue; /* a NUL: the file is UTF-16 */
		if (!line)
			line = shown(&reader, arena);
		diag->line = line;
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
	bool after_cr = false;
	size_t start = 0;

	if (!reader_open(&reader, &file->source))
		return spot;
	while (reader.taken <= offset) {
		start = reader.taken;
		if (!next_line(&reader, &after_cr))
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
	bool after_cr = false;

	if (!reader_open(&reader, &file->source))
		return;
	while (next_line(&reader, &after_cr)) {
		const char *id;
		size_t len = reader.number < from ? 0 : id_in(reader.line.bytes, &id);

		if (len)
			map_intern(&file->skipped_ids, id, len);
	}
	reader_close(&reader);
}
