#include "config.h"

#include "load/load.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "checks.h"
#include "lines.h"
#include "merge.h"
#include "sense.h"
#include "unit.h"
#include "walk.h"

enum { THREADS_MOST = 8 };

/* Parts to be read, and the next that nobody has taken. */
struct work {
	struct unit *units;
	size_t count;
	atomic_size_t next;
};

static void *read_units(void *data)
{
	struct work *work = data;

	for (;;) {
		size_t i = atomic_fetch_add(&work->next, 1);

		if (i >= work->count)
			return NULL;
		unit_read(&work->units[i]);
	}
}

static void read_all(struct unit *units, size_t count)
{
	struct work work = { .units = units, .count = count };
	pthread_t threads[THREADS_MOST];
	long online = sysconf(_SC_NPROCESSORS_ONLN);
	size_t most = online < 1	      ? 1
		      : online > THREADS_MOST ? THREADS_MOST
					      : (size_t)online;
	size_t started = 0;

	/* This thread is one of them; the others only help. */
	while (started + 1 < most && started + 1 < count &&
	       !pthread_create(&threads[started], NULL, read_units, &work))
		started++;
	read_units(&work);
	while (started)
		pthread_join(threads[--started], NULL);
}

/* A dossier that does not load is thrown away, but what is wrong with it is still told.
 */
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

static bool load_units(struct unit *units, size_t count, struct dossier *dossier,
		       struct diags *found, struct diags *diags)
{
	bool is_broken = false;

	read_all(units, count);
	for (size_t i = 0; i < count; i++) {
		diags_join(found, &units[i].diags);
		is_broken |= units[i].is_broken || units[i].lost.count;
	}
	merge_units(dossier, units, count, found);
	link_dossier(dossier, units, found);
	check_cycles(dossier, found);
	check_sense(dossier, found);
	/* What is missing might be what names them. */
	if (!is_broken)
		check_unnamed(dossier, found);
	for (size_t i = 0; i < count; i++) {
		arena_join(diags->arena, &units[i].told);
		unit_release(&units[i]);
	}
	keep_names(found);
	diags_sort(found);
	return found->error_count == 0;
}

static struct unit *new_units(struct arena *arena, const char *const *files, size_t count)
{
	struct unit *units = arena_array(arena, count, sizeof *units);

	for (size_t i = 0; i < count; i++) {
		units[i].file = files[i];
		units[i].number = (uint32_t)i;
	}
	return units;
}

bool load_dossier(const char *path, struct dossier *dossier, struct diags *diags)
{
	struct arena scratch = { 0 };
	struct diags found = { .arena = diags->arena };
	size_t count;
	const char *const *files = walk_files(path, &dossier->arena, &found, &count);
	struct unit *units = new_units(&scratch, files, count);
	bool is_good = load_units(units, count, dossier, &found, diags);

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
	const char *file = arena_strdup(&dossier->arena, name);
	struct unit *units = new_units(&scratch, &file, 1);

	units->text = text ? text : "";
	units->len = len;
	bool is_good = load_units(units, 1, dossier, &found, diags);

	lines_fill(&found, name, units->text, len);
	diags_join(diags, &found);
	arena_clear(&scratch);
	return is_good;
}

const char *load_yaml_version(void)
{
	return yaml_get_version_string();
}
