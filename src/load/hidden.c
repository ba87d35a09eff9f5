#include "config.h"

#include "hidden.h"

#include "source_file.h"
#include "text/clean.h"

enum { MARK = 0xfeff, NEXT_LINE = 0x85, JOINERS = 0x200c /* and the one after it */ };

static bool is_joiner(uint32_t point)
{
	return (point & ~1u) == JOINERS;
}

/* The parser rejects C0 and C1, except for breaks and tabs. */
static bool is_hidden(uint32_t point)
{
	return (point > 0x9f || point == NEXT_LINE) && clean_is_hostile(point);
}

static void report(struct source_file *file, struct spot at, uint32_t point)
{
	at.width = 1;
	file_diag(file, DIAG_TEXT_HIDDEN, at, "hidden character U+%04X", (unsigned)point);
	diag_help(&file->diags, "remove it");
}

static void step(struct hidden *hidden)
{
	uint32_t point = hidden->point;

	if (point == '\n' || point == '\r' || point == NEXT_LINE ||
	    (point & ~1u) == 0x2028) {
		hidden->line += point != '\n' || hidden->before != '\r';
		hidden->column = 1;
	} else {
		hidden->column++;
	}
	hidden->before = point;
}

static void take(struct hidden *hidden, struct source_file *file)
{
	uint32_t point = hidden->point;
	struct spot at = { hidden->line, hidden->column, 1 }, last = at;
	bool is_loose =
		is_joiner(point) && (hidden->before < 0x80 || is_joiner(hidden->before));

	last.column--;
	if (point < 0x80 && is_joiner(hidden->before))
		report(file, last, hidden->before);
	if (is_loose || is_hidden(point))
		report(file, at, point);
	step(hidden);
	if (is_loose)
		hidden->before = 'x'; /* reported */
}

/* Skip a byte order mark; that of UTF-16 ends the scan. */
static size_t begin(struct hidden *hidden, const unsigned char *bytes, size_t len)
{
	hidden->is_begun = true;
	hidden->line = hidden->column = 1;
	hidden->is_off =
		len >= 2 && (bytes[0] ^ bytes[1]) == (0xfe ^ 0xff) && bytes[0] >= 0xfe;
	return len >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf ? 3
										    : 0;
}

void hidden_scan(struct hidden *hidden, struct source_file *file,
		 const unsigned char *bytes, size_t len)
{
	size_t i = hidden->is_begun ? 0 : begin(hidden, bytes, len);

	for (; i < len && !hidden->is_off; i++) {
		unsigned char byte = bytes[i];

		if ((byte & 0xc0) == 0x80 && hidden->more) {
			hidden->point = hidden->point << 6 | (byte & 0x3f);
			hidden->more--;
		} else if (byte < 0xc0) {
			hidden->point = byte;
			hidden->more = 0;
		} else {
			hidden->more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
			hidden->point = byte & (0x3f >> hidden->more);
		}
		if (!hidden->more)
			take(hidden, file);
	}
}

void hidden_check(struct source_file *file, const struct token *token)
{
	struct hidden hidden = { .is_begun = true, .line = 1, .column = 1 };
	struct source_file scratch = { .diags.arena = &scratch.diag_arena };

	hidden_scan(&hidden, &scratch, (const unsigned char *)token->text, token->len);
	const struct diag *first = scratch.diags.first;

	if (first) {
		file_diag(file, DIAG_TEXT_HIDDEN, token->at, "%s", first->message);
		diag_help(&file->diags, "remove it");
	}
	arena_clear(&scratch.diag_arena);
}
