/* Broken dossiers: the content, damaged, and what breaks other readers of YAML. */
#include "config.h"

#include "suite.h"

#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/buf.h"
#include "load/load.h"

enum {
	BROKEN = 300, /* damaged files that must be errors */
	TRIES = 3000,
	SLICES = 10
};

/* --- The files of the content ------------------------------------------ */

struct files {
	struct buf texts[64];
	int count;
};

static void read_all(struct buf *out, const char *path)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];

	ck_assert_ptr_nonnull(file);
	for (size_t len; (len = fread(bytes, 1, sizeof bytes, file));)
		buf_add(out, bytes, len);
	fclose(file);
}

static void find_files(struct files *files, const char *path)
{
	struct dirent **entries;
	int count = scandir(path, &entries, NULL, alphasort);
	char below[4096];

	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;
		struct stat status;

		snprintf(below, sizeof below, "%s/%s", path, name);
		if (*name == '.' || stat(below, &status))
			continue;
		if (S_ISDIR(status.st_mode)) {
			find_files(files, below);
		} else if (strstr(name, ".yaml") && files->count < 64) {
			files->texts[files->count] = (struct buf)BUF_INIT;
			read_all(&files->texts[files->count++], below);
		}
	}
	for (int i = 0; i < count; i++)
		free(entries[i]);
	if (count >= 0)
		free(entries);
}

/* --- Damage ------------------------------------------------------------ */

static unsigned next_random(unsigned *state, unsigned below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % below;
}

static void put(struct buf *out, const struct buf *text, size_t at, const char *more)
{
	buf_add(out, text->bytes, at);
	buf_str(out, more);
	buf_add(out, text->bytes + at, text->len - at);
}

static void cut(struct buf *out, const struct buf *text, size_t at, size_t len)
{
	len = len < text->len - at ? len : text->len - at;
	buf_add(out, text->bytes, at);
	buf_add(out, text->bytes + at + len, text->len - at - len);
}

static size_t line_start(const struct buf *text, size_t at)
{
	while (at && text->bytes[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_len(const struct buf *text, size_t at)
{
	return strcspn(text->bytes + at, "\n") + 1;
}

/* What is put at a random position. */
static const char *const strays[] = {
	"\t",
	":",
	": ",
	"\"",
	"'",
	"[",
	"]",
	"{",
	"}",
	"- ",
	"&a ",
	"*a ",
	"|\n",
	"#",
	"%",
	"\xff",
	"\xc3",
	"\x1b[m",
	"\x01",
	"\xed\xa0\x80",
	"!x ",
	"<<: ",
	"---\n",
	"\n...\n",
	"?",
	",",
	"\xef\xbb\xbf",
	"@",
	"`",
	"\n\t- x\n",
	"x: y\n",
	"id: x\n",
	"\n- \n",
	"\xf4\x90\x80\x80",
	"\r",
	"~",
};

enum { DAMAGES = 7 };

static void damage(struct buf *out, const struct buf *text, unsigned *state)
{
	size_t at = next_random(state, (unsigned)text->len), line = line_start(text, at);

	switch (next_random(state, DAMAGES)) {
	case 0:
		buf_add(out, text->bytes, at);
		break;
	case 1:
		cut(out, text, line, line_len(text, line));
		break;
	case 2:
		cut(out, text, at, 1 + next_random(state, 8));
		break;
	case 3: { /* a line twice */
		struct buf twice = BUF_INIT;

		buf_add(&twice, text->bytes + line, line_len(text, line));
		put(out, text, line, twice.bytes);
		buf_release(&twice);
		break;
	}
	case 4: /* indented otherwise */
		put(out, text, line, next_random(state, 2) ? " " : "   ");
		break;
	default:
		put(out, text, at,
		    strays[next_random(state, sizeof strays / sizeof *strays)]);
		break;
	}
}

/* --- Checking ---------------------------------------------------------- */

/* Every diagnostic has a file, a line that exists, and a help. */
static void check_diags(const struct diags *diags, const struct buf *text)
{
	unsigned lines = 1;

	for (size_t i = 0; i < text->len; i++)
		lines += text->bytes[i] == '\n' || text->bytes[i] == '\r' ||
			 (unsigned char)text->bytes[i] == 0x85;
	for (const struct diag *diag = diags->first; diag; diag = diag->next) {
		ck_assert_str_eq(diag->at.file, "broken.yaml");
		ck_assert_msg(diag->at.line >= 1 && diag->at.column >= 1, "%s",
			      diag->message);
		ck_assert_msg(diag->at.line <= lines + 1, "%s", diag->message);
		ck_assert_msg(diag->help && *diag->message, "%s", diag->message);
	}
}

/* Load it here; gives whether there are errors. */
static bool is_broken(const struct buf *text)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	struct dossier dossier = { 0 };
	bool is_good =
		load_text(&(struct load_source){ "broken.yaml", text->bytes, text->len },
			  &dossier, &diags);

	ck_assert_int_eq(is_good, !diags.error_count);
	check_diags(&diags, text);
	dossier_release(&dossier);
	arena_clear(&arena);
	return !is_good;
}

/* The exit status of `daftar check`, -1 when a signal ended it. */
static int check_status(const struct buf *text, const char *path)
{
	FILE *file = fopen(path, "wb");
	int status;
	pid_t child;

	ck_assert_ptr_nonnull(file);
	fwrite(text->bytes, 1, text->len, file);
	fclose(file);
	child = fork();
	if (!child) {
		if (!freopen("/dev/null", "w", stdout) ||
		    !freopen("/dev/null", "w", stderr))
			_exit(99);
		execl(getenv("DAFTAR"), "daftar", "check", path, (char *)NULL);
		_exit(99);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void check_text(const struct buf *text, bool is_error, const char *path)
{
	int status = check_status(text, path);

	ck_assert_msg(status == is_error, "status %d of %s", status, path);
	unlink(path);
}

START_TEST(damaged_content_is_reported_with_places)
{
	struct files files = { .count = 0 };
	unsigned state = 20221212u + (unsigned)_i;
	char path[64];
	int broken = 0;

	if (!getenv("CONTENT") || !getenv("DAFTAR")) {
		suite_skip("no CONTENT or DAFTAR");
		return;
	}
	find_files(&files, getenv("CONTENT"));
	ck_assert_int_gt(files.count, 0);
	snprintf(path, sizeof path, "broken-%d-%ld.yaml", _i, (long)getpid());
	for (int i = 0; i < TRIES && broken < BROKEN / SLICES; i++) {
		struct buf text = BUF_INIT;

		damage(&text, &files.texts[next_random(&state, (unsigned)files.count)],
		       &state);
		/* Parts of the content refer to others, so only what does not load
		 * at all can be told from the part: every one has errors anyway. */
		if (is_broken(&text)) {
			check_text(&text, true, path);
			broken++;
		}
		buf_release(&text);
	}
	ck_assert_int_eq(broken, BROKEN / SLICES);
	for (int i = 0; i < files.count; i++)
		buf_release(&files.texts[i]);
}
END_TEST

/* The classic trouble makers of YAML; those with an error say so. */
static const struct {
	const char *text;
	bool is_error;
} classics[] = {
	{ "", false },
	{ "\n\n", false },
	{ "# only a comment\n", false },
	{ "...\n...\n", true },
	{ "--- |\n text\n", true },
	{ "- a\n- b\n", true },
	{ "no\n", true },
	{ "events: no\n", true },
	{ "events: ~\n", true },
	{ "events: {}\n", true },
	{ "events: []\n", false },
	{ "events: [~]\n", true },
	{ "events: [[]]\n", true },
	{ "events: [{}]\n", true },
	{ "events: [{id: no, title: no, date: 2022}]\n", false },
	{ "events: [{id: e, title: 012, date: 2022}]\n", false },
	{ "events: [{id: e, title: E, date: 12:30:45}]\n", true },
	{ "events: [{id: e, title: E, date: 0x7E6}]\n", true },
	{ "events: [{id: e, title: E, date: .inf}]\n", true },
	{ "events: [{id: e, title: E, date: 1e3}]\n", true },
	{ "events: [{id: 1, title: E, date: 2022}]\n", true },
	{ "events: [{id: e, title: E, date: 2022, tags: [a, [b]]}]\n", true },
	{ "events: [{id: e, title: E, date: 2022, tags: {a: b}}]\n", true },
	{ "? events\n: []\n", false },
	{ "? [events]\n: []\n", true },
	{ "? {a: b}\n: []\n", true },
	{ "events: &a []\nplaces: *a\n", false },
	{ "&a events: []\n*a : []\n", true },
	{ "<<: {events: []}\n", true },
	{ "!!map {events: !!seq []}\n", false },
	{ "!<tag:example.org,2000:x> {events: []}\n", true },
	{ "%YAML 1.3\n---\nevents: []\n", true },
	{ "%YAML 2.0\n---\nevents: []\n", true },
	{ "%TAG ! tag:x,2000:\n---\nevents: !x []\n", true },
	{ "events: []\nevents: []\n", true },
	{ "a: b: c\n", true },
	{ "a:\n\t- b\n", true },
	{ "a: 'b\n", true },
	{ "a: \"b\n", true },
	{ "a: \"\\x\"\n", true },
	{ "a: [b\n", true },
	{ "a: {b\n", true },
	{ "a: b\n c\n d: e\n", true },
	{ "a: |9\n b\n", true },
	{ "a: >\n\n\n\nb\n", true },
	{ "\xef\xbb\xbf"
	  "events: []\n",
	  false },
	{ "events: []\n\xef\xbb\xbf", false },
	{ "\xff\xfe"
	  "e\0v\0",
	  true },
	{ "events: [] # \xc0\x80\n", true },
	{ "- - - - - - - - - - -\n", true },
	{ "{{{{{{{{{{\n", true },
	{ "*a\n", true },
	{ "&a *a\n", true },
	{ "&a [*a]\n", true },
	{ "@a: b\n", true },
	{ "`a: b\n", true },
	{ "%a: b\n", true },
	{ "-\n-\n-\n", true },
	{ "...\n...\n", true },
	{ "--- a\n--- b\n--- c\n", true },
};

START_TEST(classic_trouble_is_reported_with_places)
{
	char path[64];

	if (!getenv("DAFTAR")) {
		suite_skip("no DAFTAR");
		return;
	}
	snprintf(path, sizeof path, "classic-%ld.yaml", (long)getpid());
	for (size_t i = 0; i < sizeof classics / sizeof *classics; i++) {
		struct buf text = BUF_INIT;

		buf_str(&text, classics[i].text);
		ck_assert_msg(is_broken(&text) == classics[i].is_error, "%s",
			      classics[i].text);
		check_text(&text, classics[i].is_error, path);
		buf_release(&text);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("broken");
	TCase *broken = tcase_create("broken");

	tcase_add_loop_test(broken, damaged_content_is_reported_with_places, 0, SLICES);
	tcase_add_test(broken, classic_trouble_is_reported_with_places);
	suite_add_tcase(suite, broken);
	return suite_main(suite);
}
