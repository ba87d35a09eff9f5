#include "config.h"

#include "load/load.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "check_consistency.h"
#include "checks.h"
#include "lines.h"
#include "merge.h"
#include "source_file.h"
#include "walk.h"

enum { THREADS_MOST = 8 };

static const char input_name[] = "<stdin>"; /* as in messages */

/* Parts to be read, and the next that nobody has taken. */
struct work {
	struct source_file *files;
	size_t count;
	atomic_size_t next;
};

static void *read_files(void *data)
{
	struct work *work = data;

	for (;;) {
		size_t i = atomic_fetch_add(&work->next, 1);

		if (i >= work->count)
			return NULL;
		source_file_read(&work->files[i]);
	}
}

static void read_all(struct source_file *files, size_t count)
{
	struct work work = { .files = files, .count = count };
	pthread_t threads[THREADS_MOST];
	long online = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most = online < 1	      ? 1
		      : online > THREADS_MOST ? THREADS_MOST
					      : (size_t)online;
	size_t started = 0;

	/* This thread is one of them; the others only help. */
	while (started + 1 < most && started + 1 < count &&
	       !pthread_create(&threads[started], NULL, read_files, &work))
		started++;
	read_files(&work);
	while (started)
		pthread_join(threads[--started], NULL);
}

/* The diagnostics outlive a dossier that fails to load. */
static void keep_names(struct diags *diags)
{
	struct map names = { .arena = diags->arena };

	for (struct diag *diag = diags->first; diag; diag = diag->next) {
		struct src_pos *const positions[] = { &diag->at, &diag->see };

		for (int i = 0; i < 2; i++)
			if (positions[i]->file)
				positions[i]->file =
					map_intern(&names, positions[i]->file,
						   strlen(positions[i]->file));
	}
}

static bool load_files(struct source_file *files, size_t count, struct dossier *dossier,
		       struct diags *found, struct diags *diags)
{
	bool is_broken = false;

	read_all(files, count);
	for (size_t i = 0; i < count; i++) {
		diags_join(found, &files[i].diags);
		is_broken |= files[i].is_broken || files[i].has_dropped ||
			     files[i].skipped_ids.count;
	}
	merge_files(dossier, files, count, found);
	link_dossier(dossier, files, found);
	check_cycles(dossier, found);
	check_consistency(dossier, found);
	/* What is missing might be what names them. */
	if (!is_broken)
		check_unnamed(dossier, found);
	for (size_t i = 0; i < count; i++) {
		arena_join(diags->arena, &files[i].diag_arena);
		source_file_release(&files[i]);
	}
	keep_names(found);
	diags_sort(found);
	return found->error_count == 0;
}

static struct source_file *new_files(struct arena *arena, const char *const *names,
				     size_t count)
{
	struct source_file *files = arena_array(arena, count, sizeof *files);

	for (size_t i = 0; i < count; i++) {
		files[i].name = names[i];
		files[i].number = (uint32_t)i;
	}
	return files;
}

/* Read standard input to its end, or up to the limit of a file. */
static bool read_input(struct buf *buf, struct diags *diags)
{
	const struct src_pos at = { .file = input_name };
	char chunk[1 << 16];
	ssize_t got;

	while ((got = read(STDIN_FILENO, chunk, sizeof chunk)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			diag_add(diags, DIAG_FILE_UNREADABLE, at,
				 "cannot read the file: %s", strerror(errno));
			return diag_help(diags, "write a dossier to standard input");
		}
		buf_add(buf, chunk, (size_t)got);
		if (buf->len > LIMIT_FILE) {
			diag_add(diags, DIAG_FILE_LARGE, at,
				 "the file is larger than 256 MiB");
			return diag_help(diags, "split it into several files");
		}
	}
	return true;
}

static bool load_input(struct dossier *dossier, struct diags *diags)
{
	struct buf buf = BUF_INIT;
	bool is_good = read_input(&buf, diags) &&
		       load_text(input_name, buf.bytes, buf.len, dossier, diags);

	buf_release(&buf);
	return is_good;
}

bool load_dossier(const char *path, struct dossier *dossier, struct diags *diags)
{
	struct arena scratch = { 0 };
	struct diags found = { .arena = diags->arena };
	size_t count;

	if (!strcmp(path, "-"))
		return load_input(dossier, diags);
	const char *const *names = walk_files(path, &dossier->arena, &found, &count);
	struct source_file *files = new_files(&scratch, names, count);
	bool is_good = load_files(files, count, dossier, &found, diags);

	lines_fill(&found, NULL, NULL, 0);
	diags_join(diags, &found);
	arena_clear(&scratch);
	return is_good;
}

bool load_text(const char *name, const char *text, size_t len, struct dossier *dossier,
	       struct diags *diags)
{
	struct arena scratch = { 0 };
	struct diags found = { .arena = diags->arena };
	const char *kept = arena_strdup(&dossier->arena, name);
	struct source_file *files = new_files(&scratch, &kept, 1);

	files->text = text ? text : "";
	files->len = len;
	bool is_good = load_files(files, 1, dossier, &found, diags);

	lines_fill(&found, name, files->text, len);
	diags_join(diags, &found);
	arena_clear(&scratch);
	return is_good;
}

const char *load_yaml_version(void)
{
	return yaml_get_version_string();
}
