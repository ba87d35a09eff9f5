#include "config.h"

#include "session.h"

#include <stdio.h>
#include <stdlib.h>

#include "load/load.h"
#include "load/texts.h"
#include "text/clean.h"
#include "text/near.h"

static const char here[] = "content", installed[] = PKGDATADIR "/content";

static const char *from_environment(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

/* The given path, or the first default location that exists. */
static const char *choose(const char *named)
{
	const char *why;

	if (!named)
		named = from_environment("DAFTAR_DOSSIER");
	if (named && !load_exists(named, &why))
		die_usage("no dossier at %s: %s", named, why);
	if (named)
		return named;
	if (load_exists(here, &why))
		return here;
	if (load_exists(installed, &why))
		return installed;
	die_usage("no dossier in %s or %s; give one with -d or $DAFTAR_DOSSIER", here,
		  installed);
}

void session_open(const char *path, const char *values[OPTION_COUNT],
		  struct session *session)
{
	const char *texts = values[OPTION_TEXTS] ? values[OPTION_TEXTS]
						 : from_environment("DAFTAR_TEXTS");

	*session = (struct session){ .has_texts = texts };
	session->diags.arena = &session->arena;
	session->path = choose(path ? path : values[OPTION_DOSSIER]);
	load_dossier(session->path, &session->dossier, &session->diags);
	texts_load(texts, &session->dossier, &session->texts, &session->diags);
	diags_sort(&session->diags);
}

void session_open_quietly(const char *values[OPTION_COUNT], struct session *session)
{
	int errors;

	session_open(NULL, values, session);
	errors = session->diags.error_count;
	if (!errors)
		return;
	fprintf(stderr, "daftar: %d error%s in ", errors, errors == 1 ? "" : "s");
	clean_put(stderr, input_is(session->path) ? "<stdin>" : session->path,
		  CLEAN_ONE_LINE);
	fputs("; some records are skipped (see daftar check ", stderr);
	clean_put(stderr, session->path, CLEAN_ONE_LINE);
	fputs(")\n", stderr);
}

/* Nothing was found, but what was asked for is a message. */
static void report_unknown(const struct dossier *dossier, const char *id)
{
	struct near near = { .word = id };

	for (uint32_t i = 0; i < dossier->ids.count; i++)
		near_try(&near, map_at(&dossier->ids, i)->key);
	fputs("daftar: no record has the id \"", stderr);
	clean_put(stderr, id, CLEAN_ONE_LINE);
	if (near.best)
		fprintf(stderr, "\"; did you mean \"%s\"?\n", near.best);
	else
		fputs("\"\n", stderr);
}

struct ref session_find(const struct session *session, const char *id)
{
	struct ref ref = dossier_find(&session->dossier, id);

	if (ref_is_none(ref))
		report_unknown(&session->dossier, id);
	return ref;
}

void session_close(struct session *session)
{
	texts_release(&session->texts);
	dossier_release(&session->dossier);
	arena_clear(&session->arena);
}
