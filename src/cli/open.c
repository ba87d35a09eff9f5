#include "config.h"

#include "open.h"

#include <stdio.h>
#include <stdlib.h>

#include "load/load.h"
#include "load/texts.h"
#include "text/clean.h"

static const char here[] = "content", installed[] = PKGDATADIR "/content";

static const char *from_environment(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

/* Where to look: what is named, or else the first place that has something. */
static const char *choose(const char *named)
{
	const char *why;

	if (!named)
		named = from_environment("DAFTAR_DOSSIER");
	if (named && !load_exists(named, &why))
		refuse("no dossier at %s: %s", named, why);
	if (named)
		return named;
	if (load_exists(here, &why))
		return here;
	if (load_exists(installed, &why))
		return installed;
	refuse("no dossier in %s nor in %s; name one with -d or $DAFTAR_DOSSIER", here,
	       installed);
}

void dossier_open(const char *path, const char *values[OPTION_COUNT],
		  struct opened *opened)
{
	const char *texts = values[OPTION_TEXTS] ? values[OPTION_TEXTS]
						 : from_environment("DAFTAR_TEXTS");

	*opened = (struct opened){ .has_texts = texts };
	opened->diags.arena = &opened->arena;
	opened->path = choose(path ? path : values[OPTION_DOSSIER]);
	load_dossier(opened->path, &opened->dossier, &opened->diags);
	texts_load(texts, &opened->dossier, &opened->texts, &opened->diags);
	diags_sort(&opened->diags);
}

void dossier_open_quietly(const char *values[OPTION_COUNT], struct opened *opened)
{
	int errors;

	dossier_open(NULL, values, opened);
	errors = opened->diags.error_count;
	if (!errors)
		return;
	fprintf(stderr, "daftar: %d error%s in ", errors, errors == 1 ? "" : "s");
	clean_put(stderr, opened->path, CLEAN_ONE_LINE);
	fputs(", and so not all of it is shown; daftar check ", stderr);
	clean_put(stderr, opened->path, CLEAN_ONE_LINE);
	fputs(" tells more\n", stderr);
}

void dossier_close(struct opened *opened)
{
	texts_release(&opened->texts);
	dossier_release(&opened->dossier);
	arena_clear(&opened->arena);
}
