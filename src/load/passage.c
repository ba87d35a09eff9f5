#include "config.h"

#include "passage.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "load/scalar.h"
#include "text/diff.h"
#include "text/excerpt.h"

/* The arguments of every report. */
struct check {
	const struct passage *passage;
	const struct quote_text *text;
	const struct quote_result *result;
	struct arena *arena;
	struct diags *diags;
};

/* Read a number of at most six digits and advance past it. */
static int take_number(const char **str)
{
	int number = 0;

	for (int i = 0; i < 6 && **str >= '0' && **str <= '9'; i++)
		number = number * 10 + *(*str)++ - '0';
	return number;
}

void passage_paragraphs(const char *locator, int *first, int *last)
{
	*first = *last = 0;
	if (!locator || strncmp(locator, "para", 4))
		return;
	locator += 4;
	locator += strcspn(locator, "0123456789");
	*first = *last = take_number(&locator);
	locator += strspn(locator, " -\xe2\x80\x93\x94"); /* and en and em dashes */
	int end = take_number(&locator);

	if (end > *first)
		*last = end;
}

/* Append `key: "value"`, after ", " if needed; nothing for an empty value. */
static void add_key(struct buf *buf, const char *key, const char *value)
{
	if (!value || !*value)
		return;
	buf_printf(buf, "%s%s: ", buf->len ? ", " : "", key);
	scalar_add(buf, value);
}

static void help_context(const struct check *check, struct quote_context context)
{
	struct buf buf = BUF_INIT;

	add_key(&buf, "prefix", context.prefix);
	add_key(&buf, "suffix", context.suffix);
	diag_help(check->diags, buf.len ? "write %s" : "remove prefix and suffix%s",
		  excerpt(check->diags->arena, buf.bytes));
	buf_release(&buf);
}

static void report_moved(const struct check *check)
{
	const struct quote_result *result = check->result;

	if (!result->why) {
		diag_add(check->diags, DIAG_PASSAGE_MOVED, check->passage->exact_at,
			 "the words are in paragraph %d, not at \"%s\"",
			 result->paragraph,
			 excerpt(check->diags->arena, check->passage->locator));
		diag_help(check->diags, "write locator: para. %d", result->paragraph);
		return;
	}
	diag_add(check->diags, DIAG_PASSAGE_MOVED, check->passage->exact_at,
		 "the words are in the text, but %s", result->why);
	help_context(check, quote_describe(check->text, result->start, result->end,
					   check->arena));
}

static void add_diff(const struct check *check, struct buf *buf)
{
	struct arena scratch = { 0 };
	int count;
	const struct diff_run *runs =
		diff_words(check->passage->exact, check->result->found, &scratch, &count);

	diff_print(runs, count, buf);
	arena_clear(&scratch);
}

static void report_changed(const struct check *check)
{
	struct buf buf = BUF_INIT;

	add_diff(check, &buf);
	diag_add(check->diags, DIAG_PASSAGE_CHANGED, check->passage->exact_at,
		 "the text has different words here: %s",
		 excerpt(check->diags->arena, buf.bytes));
	buf_clear(&buf);
	add_key(&buf, "exact", check->result->found);
	diag_help(check->diags,
		  buf.len ? "write %s"
			  : "the text has no words here; quote other words%s",
		  excerpt(check->diags->arena, buf.bytes));
	buf_release(&buf);
}

static void report_ambiguous(const struct check *check)
{
	diag_add(check->diags, DIAG_PASSAGE_AMBIGUOUS, check->passage->exact_at,
		 "the words occur %d times in the text", check->result->count);
	help_context(check, check->result->context);
}

static void report_orphan(const struct check *check)
{
	struct buf buf = BUF_INIT;

	diag_add(check->diags, DIAG_PASSAGE_ORPHAN, check->passage->exact_at,
		 "the words are not in the text: %s", check->result->why);
	if (check->result->found) {
		add_diff(check, &buf);
		diag_help(check->diags, "nearest, in paragraph %d: %s",
			  check->result->paragraph,
			  excerpt(check->diags->arena, buf.bytes));
	} else {
		diag_help(check->diags, "quote the source character for character");
	}
	buf_release(&buf);
}

struct quote_result passage_check(const struct passage *passage,
				  const struct quote_text *text, struct arena *arena,
				  struct diags *diags)
{
	static void (*const report[])(const struct check *check) = {
		[QUOTE_UNCHECKED] = NULL,
		[QUOTE_EXACT] = NULL,
		[QUOTE_MOVED] = report_moved,
		[QUOTE_CHANGED] = report_changed,
		[QUOTE_AMBIGUOUS] = report_ambiguous,
		[QUOTE_ORPHAN] = report_orphan,
	};
	struct quote quote = { .exact = passage->exact,
			       .prefix = passage->prefix,
			       .suffix = passage->suffix,
			       .start = -1 };
	int last;

	if (!passage->exact || !*passage->exact)
		return (struct quote_result){ .start = -1, .end = -1 };
	passage_paragraphs(passage->locator, &quote.paragraph, &last);
	struct quote_result result = quote_find(text, &quote, arena);

	if (result.state == QUOTE_MOVED && !result.why &&
	    result.paragraph > quote.paragraph && result.paragraph <= last)
		result.state = QUOTE_EXACT;
	if (report[result.state])
		report[result.state](
			&(struct check){ passage, text, &result, arena, diags });
	return result;
}
