#include "config.h"

#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "load/load.h"
#include "stream.h"

struct walk {
	struct arena *arena;
	struct diags *diags;
	struct buf files; /* const char * */
	int depth;
};

/* Report a file or directory; diag_help() follows. */
static void report(struct walk *walk, enum diag_id id, const char *path,
		   const char *message)
{
	diag_add(walk->diags, id,
		 (struct src_pos){ arena_strdup(walk->arena, path), 0, 0 }, "%s",
		 message);
}

static void report_unreadable(struct walk *walk, const char *path, const char *what,
			      const char *why)
{
	diag_add(walk->diags, DIAG_FILE_UNREADABLE,
		 (struct src_pos){ arena_strdup(walk->arena, path), 0, 0 },
		 "cannot read the %s: %s", what, why);
	diag_help(walk->diags, "check its permissions");
}

static void report_ignored(struct walk *walk, const char *path, const char *why,
			   const char *help)
{
	diag_add(walk->diags, DIAG_FILE_IGNORED,
		 (struct src_pos){ arena_strdup(walk->arena, path), 0, 0 }, "ignored: %s",
		 why);
	diag_help(walk->diags, "%s", help);
}

static bool ends_with(const char *name, const char *end)
{
	size_t len = strlen(name), end_len = strlen(end);

	return len > end_len && !strcmp(name + len - end_len, end);
}

static void add_file(struct walk *walk, const char *path)
{
	const char *kept = arena_strdup(walk->arena, path);

	buf_add(&walk->files, (const char *)&kept, sizeof kept);
}

static void walk_directory(struct walk *walk, const char *path);

/* A link could lead out of the dossier, whose lines messages would then print. */
static void report_link(struct walk *walk, const char *path)
{
	struct stat status;

	if (!stat(path, &status) && S_ISDIR(status.st_mode)) {
		report_ignored(walk, path, "links to directories are not followed",
			       "copy the files here");
		return;
	}
	report(walk, DIAG_FILE_OUTSIDE, path, "symbolic links are not followed");
	diag_help(walk->diags, "copy the file here");
}

static void walk_entry(struct walk *walk, const char *path, const char *name)
{
	struct stat status;

	if (lstat(path, &status) < 0)
		report_unreadable(walk, path, "file", strerror(errno));
	else if (S_ISDIR(status.st_mode))
		walk_directory(walk, path);
	else if (ends_with(name, ".yml"))
		report_ignored(walk, path, "only *.yaml files are read",
			       "rename it to .yaml");
	else if (!ends_with(name, ".yaml"))
		return;
	else if (S_ISLNK(status.st_mode))
		report_link(walk, path);
	else if (!S_ISREG(status.st_mode)) /* not opened: a device may react to that */
		report_unreadable(walk, path, "file", "not a regular file");
	else
		add_file(walk, path);
}

/* The next name that is not hidden; NULL at the end or, with errno, on failure. */
static const char *next_name(DIR *directory)
{
	struct dirent *entry;

	do {
		errno = 0;
		entry = readdir(directory);
	} while (entry && entry->d_name[0] == '.');
	return entry ? entry->d_name : NULL;
}

static void walk_entries(struct walk *walk, DIR *directory, const char *path)
{
	struct buf below = BUF_INIT;
	const char *name;

	buf_str(&below, path);
	if (!ends_with(path, "/"))
		buf_char(&below, '/');
	size_t len = below.len;

	while ((name = next_name(directory))) {
		buf_cut(&below, len);
		buf_str(&below, name);
		walk_entry(walk, below.bytes, name);
	}
	if (errno)
		report_unreadable(walk, path, "directory", strerror(errno));
	buf_release(&below);
}

static void walk_directory(struct walk *walk, const char *path)
{
	if (walk->depth == LIMIT_DIRECTORIES) {
		report(walk, DIAG_FILE_UNREADABLE, path,
		       "directories are nested more than 32 deep");
		diag_help(walk->diags, "move it up");
		return;
	}
	DIR *directory = opendir(path);

	if (!directory) {
		report_unreadable(walk, path, "directory", strerror(errno));
		return;
	}
	walk->depth++;
	walk_entries(walk, directory, path);
	walk->depth--;
	closedir(directory);
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *walk_files(const char *path, struct arena *arena, struct diags *diags,
			      size_t *count)
{
	struct walk walk = { .arena = arena, .diags = diags, .files = BUF_INIT };
	struct stat status;

	if (!stat(path, &status) && S_ISDIR(status.st_mode)) {
		walk_directory(&walk, path);
		if (!walk.files.len && !diags->error_count) {
			report(&walk, DIAG_FILE_NONE, path,
			       "no *.yaml file in the directory");
			diag_help(diags, "write another directory, or add a file");
		}
	} else {
		add_file(&walk, path);
	}
	*count = walk.files.len / sizeof(const char *);
	const char **files = arena_array(arena, *count, sizeof *files);

	if (*count)
		memcpy(files, walk.files.bytes, walk.files.len);
	buf_release(&walk.files);
	qsort(files, *count, sizeof *files, compare);
	if (*count > LIMIT_FILES) {
		report(&walk, DIAG_FILES_MANY, files[LIMIT_FILES],
		       "more than 10,000 files");
		diag_help(diags, "put several records in one file");
		*count = LIMIT_FILES;
	}
	return files;
}

bool load_exists(const char *path, const char **why)
{
	struct stat status;

	if (!strcmp(path, "-"))
		return true;
	if (stat(path, &status) < 0) {
		*why = strerror(errno);
		return false;
	}
	if (S_ISDIR(status.st_mode) || S_ISREG(status.st_mode))
		return true;
	*why = "not a file or directory";
	return false;
}
