/*
 * What a key costs where a record is far longer than the screen.  No clock is read: an
 * array is moved to pages of its own that may not be touched, and those that are touched
 * all the same while a key is handled and the screen drawn are counted.
 */
#include "config.h"

#include "suite.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../src/ui/draw.h"
#include "../src/ui/keys.h"
#include "base/buf.h"
#include "browser.h"

enum {
	RECORDS = 20000, /* points, steps, passages, problems */
	PAGES_MOST = 24, /* a screen's rows, the ends, and halving a search */
	WATCHES_MOST = 8
};

/* --- Counting -------------------------------------------------------------- */

struct watch {
	char *at;
	size_t size;
};

static struct watch watches[WATCHES_MOST];
static int watch_count;
static volatile sig_atomic_t touched;
static size_t page;

/* A page is counted once, then open until the next key. */
static void touch(int signal, siginfo_t *info, void *context)
{
	char *at = info->si_addr;

	(void)context;
	for (int i = 0; i < watch_count; i++)
		if (at >= watches[i].at && at < watches[i].at + watches[i].size) {
			size_t offset = (size_t)(at - watches[i].at) / page * page;

			touched++;
			mprotect(watches[i].at + offset, page, PROT_READ | PROT_WRITE);
			return;
		}
	sigaction(signal, &(struct sigaction){ .sa_handler = SIG_DFL }, NULL);
}

static void watch_all(int access)
{
	for (int i = 0; i < watch_count; i++)
		ck_assert_int_eq(mprotect(watches[i].at, watches[i].size, access), 0);
}

/* Where a copy of an array is that is watched; the last reader may go beyond its end. */
static void *watched(const void *array, size_t count, size_t size)
{
	struct sigaction action = { .sa_sigaction = touch, .sa_flags = SA_SIGINFO };
	struct watch *watch = &watches[watch_count];

	page = (size_t)sysconf(_SC_PAGESIZE);
	watch->size = (count * size + page - 1) / page * page;
	watch->at = mmap(NULL, watch->size, PROT_READ | PROT_WRITE,
			 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	ck_assert(watch->at != MAP_FAILED);
	memcpy(watch->at, array, count * size);
	ck_assert_int_ge(watch->size / page, PAGES_MOST * 4);
	watch_count++;
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	return watch->at;
}

static void watch_rows(enum slot slot)
{
	struct view *view = &browser.ui->views[slot];

	view->rows = watched(view->rows, (size_t)view->row_count, sizeof *view->rows);
}

/* The pages that a key touches, with its redraw. */
static void count_key(const char *key)
{
	watch_all(PROT_NONE);
	touched = 0;
	ui_key(browser.ui, key);
	ui_draw(browser.ui, &browser.screen);
	int pages = touched;

	watch_all(PROT_READ | PROT_WRITE);
	ck_assert_msg(pages <= PAGES_MOST, "%s touches %d pages", key, pages);
}

static void count_keys(const char *keys)
{
	char key[KEY_NAME_BYTES];
	int taken;

	for (; sscanf(keys, "%15s%n", key, &taken) == 1; keys += taken)
		count_key(key);
}

/* --- Records that are longer than any screen -------------------------------- */

/* An event whose points have a passage each, all of one source; a thread of its points;
 * and `more` lines. */
static void open_long(const char *more)
{
	struct buf yaml = BUF_INIT;

	buf_str(&yaml, "dossier: {title: T}\n"
		       "references: [{id: s, type: book, title: S}]\npassages:\n");
	for (int i = 0; i < RECORDS; i++)
		buf_printf(&yaml,
			   "- {id: p%d, source: s, locator: para. %d, exact: words %d}\n",
			   i, i + 1, i);
	buf_str(&yaml, "events:\n- id: e\n  title: E\n  date: 2022\n  points:\n");
	for (int i = 0; i < RECORDS; i++)
		buf_printf(&yaml,
			   "  - {id: c%d, kind: topic, text: Said, passages: [p%d]}\n", i,
			   i);
	buf_str(&yaml, "threads:\n- id: t\n  title: T\n  summary: S\n  steps:\n");
	for (int i = 0; i < RECORDS; i++)
		buf_printf(&yaml, "  - {ref: c%d, note: noted}\n", i);
	buf_str(&yaml, more);
	browser_open_text(yaml.bytes);
	buf_release(&yaml);
}

static void close_long(void)
{
	watch_count = 0;
	browser_close();
}

static const int sizes[][2] = { { 24, 80 }, { 36, 120 }, { 12, 40 } };

enum { SIZE_COUNT = sizeof sizes / sizeof sizes[0] };

static void at_size(int i)
{
	ui_resize(browser.ui, sizes[i][0], sizes[i][1], false);
	canvas_release(&browser.screen);
	canvas_init(&browser.screen, sizes[i][0], sizes[i][1]);
}

static void press(const char *key)
{
	ui_key(browser.ui, key);
}

START_TEST(a_key_in_a_long_record_costs_a_screenful)
{
	open_long("");
	at_size(_i);
	press("Enter");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_RECORD);
	watch_rows(SLOT_RECORD);
	struct doc *doc = &browser.ui->views[SLOT_RECORD].doc;
	struct dossier *dossier = &browser.dossier;

	doc->blocks = watched(doc->blocks, (size_t)doc->count, sizeof *doc->blocks);
	dossier->points = watched(dossier->points, RECORDS, sizeof *dossier->points);
	dossier->passages =
		watched(dossier->passages, RECORDS, sizeof *dossier->passages);
	count_keys("j j k PgDn PgDn PgUp } } { l h G k PgUp { g j z j z");
	close_long();
}
END_TEST

START_TEST(a_key_on_a_long_page_costs_a_screenful)
{
	open_long("");
	at_size(_i);
	press("1");
	press("1");
	ck_assert_int_eq(browser.ui->at.focus, SLOT_PAGE);
	watch_rows(SLOT_PAGE);
	struct doc *doc = &browser.ui->views[SLOT_PAGE].doc;
	struct list *list = &browser.ui->list;

	doc->blocks = watched(doc->blocks, (size_t)doc->count, sizeof *doc->blocks);
	list->items = watched(list->items, (size_t)list->count, sizeof *list->items);
	count_keys("j j k PgDn PgDn PgUp } } { l h G k PgUp { g j");
	close_long();
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("work");
	TCase *work = tcase_create("work");

	tcase_add_loop_test(work, a_key_in_a_long_record_costs_a_screenful, 2,
			    SIZE_COUNT);
	tcase_add_loop_test(work, a_key_on_a_long_page_costs_a_screenful, 0, SIZE_COUNT);
	suite_add_tcase(suite, work);
	return suite_main(suite);
}
