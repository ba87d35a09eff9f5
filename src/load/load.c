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

/* Files to read, and the next one that no thread has taken. */
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

/* File names are copied, since diagnostics outlive a dossier that fails to load. */
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

/* A dossier being loaded. */
struct load {
	struct arena arena; /* the table of files */
	struct source_file *files;
	size_t count;
	struct dossier *dossier;
	struct diags found; /* the diagnostics of this dossier, to be sorted */
};

static void merge_and_check(struct load *load)
{
	bool is_broken = false;

	for (size_t i = 0; i < load->count; i++) {
		struct source_file *file = &load->files[i];

		diags_join(&load->found, &file->diags);
		is_broken |=
			file->is_broken || file->has_dropped || file->skipped_ids.count;
	}
	merge_files(load->dossier, load->files, load->count, &load->found);
	link_dossier(load->dossier, load->files, &load->found);
	check_cycles(load->dossier, &load->found);
	check_consistency(load->dossier, &load->found);
	/* The records that were not read may refer to them. */
	if (!is_broken)
		check_unused(load->dossier, &load->found);
}

/* Read and merge all files; `source` is the only one when it is in memory, else NULL. */
static bool load_files(struct load *load, const struct load_source *source,
		       struct diags *diags)
{
	read_all(load->files, load->count);
	merge_and_check(load);
	for (size_t i = 0; i < load->count; i++) {
		arena_join(diags->arena, &load->files[i].diag_arena);
		source_file_release(&load->files[i]);
	}
	keep_names(&load->found);
	diags_sort(&load->found);
	lines_fill(&load->found, source);
	bool is_good = !load->found.error_count;

	diags_join(diags, &load->found);
	arena_clear(&load->arena);
	return is_good;
}

static void add_files(struct load *load, const char *const *names, size_t count)
{
	load->files = arena_array(&load->arena, count, sizeof *load->files);
	load->count = count;
	for (size_t i = 0; i < count; i++) {
		load->files[i].source.name = names[i];
		load->files[i].number = (uint32_t)i;
	}
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
				 "the file is larger than 1 GiB");
			return diag_help(diags, "split it into several files");
		}
	}
	return true;
}

static bool load_input(struct dossier *dossier, struct diags *diags)
{
	struct buf buf = BUF_INIT;
	bool is_good = read_input(&buf, diags) &&
		       load_text(&(struct load_source){ input_name, buf.bytes, buf.len },
				 dossier, diags);

	buf_release(&buf);
	return is_good;
}

bool load_dossier(const char *path, struct dossier *dossier, struct diags *diags)
{
	struct load load = { .dossier = dossier,
			     .found = { .arena = diags->arena, .most = LIMIT_ERRORS } };
	size_t count;

	if (!strcmp(path, "-"))
		return load_input(dossier, diags);
	const char *const *names = walk_files(path, &dossier->arena, &load.found, &count);

	add_files(&load, names, count);
	return load_files(&load, NULL, diags);
}

bool load_text(const struct load_source *source, struct dossier *dossier,
	       struct diags *diags)
{
	struct load load = { .dossier = dossier,
			     .found = { .arena = diags->arena, .most = LIMIT_ERRORS } };
	const char *name = arena_strdup(&dossier->arena, source->name);

	add_files(&load, &name, 1);
	load.files->source.text = source->text ? source->text : "";
	load.files->source.len = source->text ? source->len : 0;
	return load_files(&load, source, diags);
}

const char *load_yaml_version(void)
{
	return yaml_get_version_string();
}
